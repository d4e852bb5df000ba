"""Documents of somebody else, read in a child process: no file takes all time or memory, or the program down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mandate_data.child_process import ChildProcess, Limits, do_apart
from mandate_data.child_worker import Tell
from mandate_data.documents import Document, load_reader, read_document
from mandate_data.documents.text_recognition import Ocr
from mandate_data.errors import InputError

_WORK = "mandate_data.documents.read_apart:answer"
USUAL = Limits()


@contextmanager
def reading_apart(limits: Limits = USUAL) -> Iterator[ChildProcess]:
    """A process for documents, which is started with the first and ends with the block."""
    child = ChildProcess(_WORK, limits)
    try:
        yield child
    finally:
        child.close()


def read_document_apart(
    path: Path,
    media_type: str,
    source_id: str,
    safeguarded: bool = True,
    ocr: Ocr = "off",
    child: ChildProcess | None = None,
) -> Document:
    """What `read_document` gives, read in `child`, or in a process of its own.

    Raises InputError as `read_document` does, and for a document that takes too long or too much memory.
    """
    order = (path, media_type, source_id, safeguarded, ocr)
    if child is None:
        with reading_apart() as child:
            return _document(do_apart(child, order, str(path)))
    return _document(do_apart(child, order, str(path)))


def _document(answer: Any) -> Document:
    assert isinstance(answer, Document)
    return answer


def answer(order: Any, tell: Tell) -> tuple[str, object]:
    """Runs in the child: a document, or why there is none."""
    load_reader(order[1])  # libraries do not count among what a document takes
    tell(None, True)
    try:
        return "read", read_document(*order)
    except InputError as error:
        return "refused", str(error)
    except RecursionError:
        return "refused", f"{order[0]}: not read: its parts are nested too deep; save it anew"
    except MemoryError:
        return "memory", None
