"""Readers, one a source: what only that source has. A source's descriptor names its reader, by the name of its module.

`found.py` reads what can be found without knowing the document; a new source's reader begins with it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from pipeline.extract.identifiers import Identifiers
from pipeline.extract.reading import Reading
from pipeline.extract.records import Extraction

Reader = Callable[[Reading, Identifiers], Extraction]


def reader_names() -> list[str]:
    """The names of all readers, as descriptors have them."""
    modules = (path.stem for path in Path(__file__).parent.glob("*.py"))
    return sorted(module.replace("_", "-") for module in modules if module != "__init__")


def find_reader(name: str) -> Reader | None:
    """The reader of that name; None where there is none."""
    if name not in reader_names():
        return None
    reader: Reader = import_module(f"{__name__}.{name.replace('-', '_')}").read
    return reader
