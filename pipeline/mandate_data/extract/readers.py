"""Readers: what reads a source beyond what is read of every source; a source's own, or the generic one."""

from __future__ import annotations

from collections.abc import Callable

from mandate_data.errors import InputError
from mandate_data.extract import generic_reader
from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import Reading
from mandate_data.extract.records import Extraction
from mandate_data.extract.source_descriptors import Source
from mandate_data.project import Project, where_in

Reader = Callable[[Reading, Identifiers], Extraction]


def reader_of(source: Source, project: Project) -> Reader:
    """The reader in the source's folder (`read` of `reader.py`); the generic one where there is none.

    Raises InputError for a reader that can't be run, or that raises while it reads.
    """
    path = source.folder / "reader.py"
    if not path.is_file():
        return generic_reader.read
    read = getattr(project.code(path), "read", None)
    if read is None:
        raise InputError(f"{path}: has no function read(reading, known)")

    def guarded(reading: Reading, known: Identifiers) -> Extraction:
        try:
            extraction: Extraction = read(reading, known)
        except InputError:
            raise
        except Exception as error:
            raise InputError(f"{where_in(error, path)}: {type(error).__name__}: {error}") from error
        return extraction

    return guarded
