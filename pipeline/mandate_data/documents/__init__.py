"""Documents: a source file becomes a `Document`, whose blocks know their lines. Knows nothing of the data model.

document = read_document(Path("raw/handbook-2016/document.md"), "text/markdown", source_id="handbook-2016")
for block in document.blocks:
    print(block.line, block.kind, block.text.value)
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mandate_data.documents.captions import set_aside
from mandate_data.documents.document import Block, BlockKind, Document, LeftOut, Mark, Place, Recognised, Text
from mandate_data.documents.doubtful_text import doubts
from mandate_data.documents.file_kinds import ZIP, no_text
from mandate_data.documents.markdown import parse_markdown, picture_gaps
from mandate_data.documents.page_breaks import join_broken
from mandate_data.documents.source_files import decode, read_bytes
from mandate_data.documents.typed_notes import with_typed_notes
from mandate_data.errors import InputError, how_to_add
from mandate_data.typography import without_unseen

if TYPE_CHECKING:
    from mandate_data.documents.text_recognition import Ocr

__all__ = [
    "DOCX",
    "PDF",
    "SUFFIXES",
    "Block",
    "BlockKind",
    "Document",
    "LeftOut",
    "Mark",
    "Place",
    "Recognised",
    "Text",
    "parse_text",
    "read_document",
]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
MEDIA_TYPES = ("text/markdown", "text/plain", DOCX, PDF)
SUFFIXES = {".docx": DOCX, ".md": "text/markdown", ".pdf": PDF, ".txt": "text/plain"}
"""The media type of a file by the end of its name, in small letters."""
RECOGNISE = "run it through text recognition first: --ocr auto does so where Tesseract is installed"


def read_document(path: Path, media_type: str, source_id: str, safeguarded: bool = True, ocr: Ocr = "off") -> Document:
    """Read a source file; `ocr` says which pages of a PDF are recognised as pictures.

    Captions, credits and children's words are set aside unless `safeguarded` is False: documents that are only searched
    for citations keep all of their text.

    Raises InputError, with path and line, for a file that is missing, empty, not what its media type says, not UTF-8,
    or of a media type that no parser reads.
    """
    data = read_bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    if media_type in (DOCX, PDF):
        return parse_binary(data, media_type, source_id, str(path), sha256, safeguarded, ocr)
    return parse_text(decode(data, path), media_type, source_id, str(path), sha256, safeguarded)


def parse_binary(
    data: bytes,
    media_type: str,
    source_id: str,
    path: str,
    sha256: str,
    safeguarded: bool = True,
    ocr: Ocr = "off",
) -> Document:
    """Parse a Word document or a PDF that is already in memory; `path` is what messages call it.

    Raises InputError for what is none, and for a PDF that needs a password, is damaged, or has no text at all.
    """
    try:
        if media_type == DOCX:
            return _word(data, source_id, path, sha256, safeguarded)
        return _pdf(data, source_id, path, sha256, safeguarded, ocr)
    except ModuleNotFoundError as error:
        raise InputError(f"{path}: {error.name} is not installed; {how_to_add('formats')}") from None


def _word(data: bytes, source_id: str, path: str, sha256: str, safeguarded: bool) -> Document:
    from mandate_data.documents.docx import DocxError, parse_docx

    try:
        word = parse_docx(data, safeguarded)
    except DocxError as error:
        if not data.startswith(ZIP):
            is_what = no_text(data) or "it is text; give it the suffix .txt or .md"
            raise InputError(f"{path}: not a Word document: {is_what}") from None
        raise InputError(f"{path}: can't be read as a Word document ({error}); save it anew as .docx") from None
    blocks = with_typed_notes(word.blocks)
    kept, aside = set_aside(blocks, word.after_picture) if safeguarded else (blocks, [])
    return Document(
        source_id=source_id,
        path=path,
        media_type=DOCX,
        sha256=sha256,
        lines=tuple(word.lines),
        blocks=tuple(kept),
        set_aside=tuple(sorted([*word.captions, *aside])),
        left_out=tuple(word.left_out),
        heads=word.heads,
    )


def _pdf(data: bytes, source_id: str, path: str, sha256: str, safeguarded: bool, ocr: Ocr) -> Document:
    from mandate_data.documents.pdf import PdfError, parse_pdf

    try:
        pdf = parse_pdf(data, safeguarded, ocr)
    except PdfError as error:
        raise InputError(f"{path}: can't be read as a PDF ({error}); {error.remedy}") from None
    if not pdf.blocks:
        why = "; ".join(dict.fromkeys(one.what for one in pdf.left_out))
        remedy = f"what it has is not read: {why}" if why else RECOGNISE
        which = f"none of its {pdf.count} pages has" if pdf.count > 1 else "its only page has no"
        raise InputError(f"{path}: {which} text; {remedy}")
    blocks = with_typed_notes(pdf.blocks)
    kept, aside = set_aside(blocks, pdf.after_picture) if safeguarded else (blocks, [])
    return Document(
        source_id=source_id,
        path=path,
        media_type=PDF,
        sha256=sha256,
        lines=tuple(pdf.lines),
        blocks=tuple(join_broken(kept, pdf.apart)),
        set_aside=tuple(sorted([*pdf.captions, *aside])),
        pages=tuple(pdf.pages),
        unread=tuple(pdf.unread),
        left_out=tuple(pdf.left_out),
        recognised=tuple(pdf.recognised),
    )


def load_reader(media_type: str) -> None:
    """Load the libraries that read this media type, as far as they are installed: what is loaded later takes memory."""
    with suppress(ModuleNotFoundError):
        if media_type == PDF:
            import mandate_data.documents.pdf
        elif media_type == DOCX:
            import mandate_data.documents.docx  # noqa: F401


def parse_text(
    text: str, media_type: str, source_id: str, path: str, sha256: str, safeguarded: bool = True
) -> Document:
    """Parse text that is already in memory; `path` is what messages call it."""
    if media_type not in _PARSERS:
        raise InputError(f"{path}: no parser for {media_type}; known types: {', '.join(MEDIA_TYPES)}")
    blocks, aside, left_out = _PARSERS[media_type](text, safeguarded)
    left_out = tuple(sorted((*left_out, *doubts([text])), key=lambda one: one.line))
    return Document(
        source_id=source_id,
        path=path,
        media_type=media_type,
        sha256=sha256,
        lines=tuple(text.removesuffix("\n").split("\n")),
        blocks=blocks,
        set_aside=aside,
        left_out=left_out,
    )


_Parsed = tuple[tuple[Block, ...], tuple[tuple[int, int], ...], tuple[LeftOut, ...]]


# Who builds again and again in one process, as `make mutants` does, mostly reads texts that were read before.
@functools.lru_cache(maxsize=8)
def _markdown(text: str, safeguarded: bool) -> _Parsed:
    found, left_out = parse_markdown(without_unseen(text))
    found = with_typed_notes(found)
    kept, aside = set_aside(found, picture_gaps(text)) if safeguarded else (found, [])
    return tuple(join_broken(kept)), tuple(aside), tuple(left_out)


def _plain(text: str, safeguarded: bool) -> _Parsed:
    from mandate_data.documents.drawn_tables import drawn_tables, with_rows, without_tables
    from mandate_data.documents.plain_text import parse_plain
    from mandate_data.documents.printed_text import is_printed, parse_printed
    from mandate_data.documents.text_tables import doubtful_cells, doubtful_tables

    text = without_unseen(text)
    lines = text.split("\n")
    tables = drawn_tables(lines)
    left = without_tables(lines, tables, "")
    printed = is_printed(left)
    found, left_out = (
        parse_printed(left) if printed else (parse_plain("\n".join(without_tables(lines, tables, " "))), [])
    )
    left_out = [*left_out, *doubtful_tables(left, found, printed), *doubtful_cells(tables)]
    found = with_rows(found, tables, lines)
    found = with_typed_notes(found)
    kept, aside = set_aside(found, None) if safeguarded else (found, [])
    return tuple(kept), tuple(aside), tuple(left_out)


_PARSERS: Mapping[str, Callable[[str, bool], _Parsed]] = {"text/markdown": _markdown, "text/plain": _plain}
