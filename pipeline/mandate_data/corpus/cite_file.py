"""The `cite` command's work: files of any kind of text in, their references out as lines of a format."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import chain, groupby
from pathlib import Path

from mandate_data.child_process import ChildProcess
from mandate_data.citations import Reference, annotate, cite, cite_stream
from mandate_data.citations.annotate import Markup, linkable
from mandate_data.corpus.citation_formats import AROUND, FORMATS, NEIGHBOURS, SETTLED, Printed
from mandate_data.corpus.own_symbols import HEAD
from mandate_data.corpus.placed_references import placed
from mandate_data.corpus.reading import STDIN, USUAL, Reading
from mandate_data.corpus.recent_text import RecentText
from mandate_data.corpus.unshown_text import UnshownWatch
from mandate_data.documents import DOCX, PDF, SUFFIXES
from mandate_data.documents.doubtful_text import DoubtWatch
from mandate_data.documents.printed_heads import WithoutHeads
from mandate_data.documents.read_apart import read_document_apart, reading_apart
from mandate_data.documents.reading_order import ReadingOrder
from mandate_data.documents.source_files import EMPTY, has_text, open_file, unreadable
from mandate_data.documents.text_columns import ColumnWatch
from mandate_data.documents.text_decoder import NoTextError, WrongEncodingError, decoded
from mandate_data.documents.unread_parts import unread_parts
from mandate_data.errors import InputError
from mandate_data.extract.document_citations import cite_blocks, text_of
from mandate_data.line_feeds import pieces_with_line_feeds
from mandate_data.printable import printable_line, printable_passage
from mandate_data.progress import SILENT, Progress

_BYTE_ORDER_MARK = "\ufeff"
UNMARKED_NAME = re.compile(r"looks like (UTF-16-[BL]E) without a byte order mark")
CHUNK = 1 << 20
LISTED = "; --format jsonl lists them"
UNLINKED = f"(open, without a symbol, or in code, links or tags){LISTED}"
UNMARKED = "what the lines of a table's cells break is not marked; --format jsonl lists it"


def report(
    files: list[str],
    form: str,
    progress: Progress = SILENT,
    reading: Reading = USUAL,
    warn: Callable[[str], object] = lambda message: None,
) -> Iterator[str]:
    """The output for `files` (`-` is standard input) in a format of `FORMATS`, piece by piece.

    PDFs and Word documents are recognised by the suffixes of their names; `warn` gets a line for each part of one that
    is not read. Raises InputError for a file that can't be read, has no text or is not in this encoding, before there
    is any output, and for standard input at its first bad byte.
    """
    reading.check()
    if files.count(STDIN) > 1:
        raise InputError(f"{STDIN}: standard input can be read once; it was named {files.count(STDIN)} times")
    if form in ("html", "markdown") and any(_is_binary(file) for file in files):
        *others, last = FORMATS
        raise InputError(
            f"--format {form}: writes the text of a file with links, which PDFs and Word documents don't have; "
            f"take {', '.join(others)} or {last}"
        )
    with reading_apart() as child:
        documents = {file: _read(file, reading, warn, child, form in NEIGHBOURS) for file in files if _is_binary(file)}
    for file in files:
        if file != STDIN and file not in documents:
            _check_text(file, reading.encoding)
    sizes = [Path(file).stat().st_size for file in files if Path(file).is_file()]
    progress.begin(sum(sizes) or None, "bytes")
    if form in ("html", "markdown"):
        if len(files) != 1:
            raise InputError(f"--format {form}: annotates one file; {len(files)} were given")
        text = "".join(_watched(_decoded(files[0], reading.encoding, progress), files[0], warn))
        yield _annotated(files[0], text, "html" if form == "html" else "markdown", reading, warn)
        return
    cited = _cited(files, documents, progress, reading, warn, form in NEIGHBOURS)
    yield from FORMATS[form](_without_open_told(cited, warn) if form in SETTLED else cited)


def _without_open_told(cited: Iterator[Printed], warn: Callable[[str], object]) -> Iterator[Printed]:
    """The same; at the end of each file it is told how many of its references are open, and so not in the output."""
    for file, references in groupby(cited, lambda one: one.file):
        found = unsettled = 0
        for one in references:
            found += 1
            unsettled += not (one.reference.symbol or one.reference.identifier)
            yield one
        if unsettled:
            warn(f"{file}: left out as open: {unsettled} of {found} references{LISTED}")


def _cited(
    files: list[str],
    documents: Mapping[str, list[Printed]],
    progress: Progress,
    reading: Reading,
    warn: Callable[[str], object],
    neighbours: bool,
) -> Iterator[Printed]:
    for file in files:
        if file in documents:
            progress.advance(Path(file).stat().st_size)
            yield from documents[file]
        else:
            recent = RecentText(_watched(_decoded(file, reading.encoding, progress), file, warn))
            text = WithoutHeads(recent if neighbours else recent.chunks)
            order = ReadingOrder(text)
            pieces = iter(order)
            first = next(pieces, "")
            found = cite_stream(chain([first], pieces), **reading.of(file, text.begins[:HEAD].split("\n")))
            for reference in placed(found, order):
                yield _printed(file, reference, recent.between if neighbours else None)
            for one in text.left_out:
                warn(f"{file}: not read: {one.reason}")
            for one in order.doubtful:
                warn(f"{file}: line {one.line}: not read: {one.reason}")


def _printed(file: str, reference: Reference, between: Callable[[int, int], str] | None) -> Printed:
    """The reference with the text around it, if that is needed."""
    if between is None:
        return Printed(file, reference)
    start, end = reference.start, reference.end
    return Printed(file, reference, between(max(start - AROUND, 0), start), between(end, end + AROUND))


def _watched(chunks: Iterator[str], file: str, warn: Callable[[str], object]) -> Iterator[str]:
    """The same chunks; columns in them, binary data, what is not shown, and that there is no text are reported."""
    watch, doubts, hidden, shown = ColumnWatch(), DoubtWatch(), UnshownWatch(), False
    for chunk in chunks:
        shown = shown or has_text(chunk)
        doubts.feed(chunk)
        hidden.feed(chunk)
        for columns in watch.feed(chunk):
            warn(f"{file}: page {columns.page}: {columns.reason}")
        yield chunk
    if not shown:
        warn(f"{file}: there is no text in it")
    for columns in watch.end():
        warn(f"{file}: page {columns.page}: {columns.reason}")
    for one in doubts.end():
        warn(f"{file}: line {one.line}: {one.reason}")
    for one in hidden.end():
        warn(f"{file}: line {one.line}: not read: {one.reason}")


def _is_binary(file: str) -> bool:
    return SUFFIXES.get(Path(file).suffix.lower()) in (DOCX, PDF)


def _read(
    file: str, reading: Reading, warn: Callable[[str], object], child: ChildProcess, neighbours: bool
) -> list[Printed]:
    path = Path(file)
    document = read_document_apart(path, SUFFIXES[path.suffix.lower()], path.stem, False, reading.ocr, child)
    for page, reason in unread_parts(document):
        warn(f"{file}: {f'page {page}: ' if page else ''}{reason}")
    cited = cite_blocks(document, **reading.of(file, (*document.heads, *document.lines)))
    text = text_of(document) if neighbours else ""
    return [
        _printed(file, one.reference, (lambda start, end: text[start:end]) if neighbours else None) for one in cited
    ]


def _check_text(file: str, encoding: str) -> None:
    """Raise InputError for a file that is not in this encoding, or has no text."""
    shown = False
    for piece in _decoded(file, encoding, SILENT):
        shown = shown or has_text(piece)
    if not shown:
        raise InputError(EMPTY.format(path=file))


def _decoded(file: str, encoding: str, progress: Progress) -> Iterator[str]:
    """The file's text in chunks; it is as long as in the file, so that offsets are those of the file.

    A file that begins with the byte order mark of another encoding than UTF-8 is in that, if no encoding was named.
    """
    try:
        yield from pieces_with_line_feeds(decoded(_chunks(file, progress), encoding, binary=True))
    except WrongEncodingError as error:
        raise InputError(f"{file}: {error}; name its encoding, for example {_encodings(error.likely)}") from None
    except NoTextError as error:
        wide = UNMARKED_NAME.search(str(error))
        raise InputError(f"{file}: {error}{f', or give --encoding {wide[1].lower()}' if wide else ''}") from None


def _encodings(likely: str) -> str:
    """How to name the encoding that is likely, or one of those that are usual where none is."""
    usual = "cp1252 (French, Spanish), cp1251 (Russian), cp1256 (Arabic) or gb18030 (Chinese)"
    return f"--encoding {likely or usual}"


def _chunks(file: str, progress: Progress) -> Iterator[bytes]:
    if file == STDIN and sys.stdin is None:
        raise InputError("-: standard input is closed; name a file, or pass text on")
    with sys.stdin.buffer if file == STDIN else open_file(Path(file)) as stream:
        while True:
            try:
                data = stream.read(CHUNK)
            except OSError as error:
                raise unreadable(Path(file), error) from None
            if not data:
                return
            progress.advance(len(data))
            yield data


def _annotated(file: str, text: str, markup: Markup, reading: Reading, warn: Callable[[str], object]) -> str:
    body = WithoutHeads([text])
    references = cite("".join(body), **reading.of(file, text[:HEAD].split("\n")))
    marked = annotate(text, references, markup).removeprefix(_BYTE_ORDER_MARK)
    for one in body.left_out:
        warn(f"{file}: not read: {one.reason}")
    order = ReadingOrder([text])
    if "".join(order) != text:
        warn(f"{file}: {UNMARKED}")
    if markup == "markdown":
        if unlinked := len(references) - len(linkable(text, references)):
            warn(f"{file}: without a link: {unlinked} of {len(references)} references {UNLINKED}")
        return "\r\n".join(printable_passage(lines) for lines in marked.split("\r\n"))
    lines = marked.replace("\r\n", "\n").replace("\r", "\n")
    title = escape("standard input" if file == STDIN else Path(file).name)
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{printable_line(title)}</title>\n'
        f'<pre style="white-space: pre-wrap">{printable_passage(lines)}</pre>\n</html>\n'
    )
