"""The `cite` command's work: files of any kind of text in, their references out as lines of a format."""

from __future__ import annotations

import codecs
import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from mandate_data.citations import Reference, annotate, cite, cite_stream
from mandate_data.citations.annotate import Markup
from mandate_data.corpus.unread_parts import unread_parts
from mandate_data.documents import DOCX, PDF, SUFFIXES, read_document
from mandate_data.documents.source_files import open_file
from mandate_data.documents.text_decoder import BadByteError, TextDecoder
from mandate_data.errors import InputError
from mandate_data.extract.document_citations import Cited, cite_blocks
from mandate_data.progress import SILENT, Progress

STDIN = "-"
CHUNK = 1 << 20
FIELDS = (
    "start",
    "end",
    "line",
    "text",
    "kind",
    "symbol",
    "candidates",
    "repaired",
    "pinpoint_kind",
    "pinpoint",
    "note",
    "antecedent",
    "reason",
)
"""What is reported of a reference, in this order, after the `file` it stands in."""


def report(
    files: list[str],
    form: str,
    encoding: str,
    progress: Progress = SILENT,
    warn: Callable[[str], object] = lambda message: None,
) -> Iterator[str]:
    """The output for `files` (`-` is standard input) in a format of `FORMATS`, piece by piece.

    PDFs and Word documents are recognised by the suffixes of their names; what can't be read of one is a line for
    `warn`. Raises InputError for a file that can't be
    read or is not in this encoding, before there is any output, and for standard input at its first bad byte.
    """
    _check_encoding(encoding)
    if form in ("html", "markdown") and any(_is_binary(file) for file in files):
        raise InputError(f"--format {form}: annotates text; for PDFs and Word documents take jsonl, csv or text")
    documents = {file: _read(file, warn) for file in files if _is_binary(file)}
    for file in files:
        if file != STDIN and file not in documents:
            for _ in _decoded(file, encoding, SILENT):
                pass
    sizes = [Path(file).stat().st_size for file in files if Path(file).is_file()]
    progress.begin(sum(sizes) or None, "bytes")
    if form in ("html", "markdown"):
        if len(files) != 1:
            raise InputError(f"--format {form}: annotates one file; {len(files)} were given")
        yield _annotated(files[0], encoding, "html" if form == "html" else "markdown", progress)
        return
    yield from FORMATS[form](_cited(files, documents, encoding, progress))


def _cited(
    files: list[str], documents: Mapping[str, list[Cited]], encoding: str, progress: Progress
) -> Iterator[tuple[str, Reference]]:
    for file in files:
        if file in documents:
            progress.advance(Path(file).stat().st_size)
            yield from ((file, cited.reference) for cited in documents[file])
        else:
            for reference in cite_stream(_decoded(file, encoding, progress)):
                yield file, reference


def _is_binary(file: str) -> bool:
    return SUFFIXES.get(Path(file).suffix.lower()) in (DOCX, PDF)


def _read(file: str, warn: Callable[[str], object]) -> list[Cited]:
    path = Path(file)
    document = read_document(path, SUFFIXES[path.suffix.lower()], path.stem, safeguarded=False)
    for page, reason in unread_parts(document):
        warn(f"{file}: {f'page {page}: ' if page else ''}{reason}")
    return cite_blocks(document)


def _check_encoding(encoding: str) -> None:
    try:
        codecs.lookup(encoding)
    except LookupError:
        raise InputError(f"--encoding {encoding!r}: unknown; for example utf-8, cp1252 or latin-1") from None


def _decoded(file: str, encoding: str, progress: Progress) -> Iterator[str]:
    """The file's text in chunks; NUL bytes and line ends stay what they are, so that offsets do."""
    decoder = TextDecoder(encoding)
    with sys.stdin.buffer if file == STDIN else open_file(Path(file)) as stream:
        while True:
            data = stream.read(CHUNK)
            try:
                text = decoder.decode(data, final=not data)
            except BadByteError as error:
                raise InputError(
                    f"{file}: not {encoding} ({error}); name its encoding, for example --encoding cp1252"
                ) from None
            progress.advance(len(data))
            if text:
                yield text
            if not data:
                return


def _annotated(file: str, encoding: str, markup: Markup, progress: Progress) -> str:
    text = "".join(_decoded(file, encoding, progress))
    marked = annotate(text, cite(text), markup)
    if markup == "markdown":
        return marked
    title = escape("standard input" if file == STDIN else Path(file).name)
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<pre style="white-space: pre-wrap">{marked}</pre>\n</html>\n'
    )


def as_jsonl(references: Iterable[tuple[str, Reference]]) -> Iterator[str]:
    """One JSON object per line."""
    for file, reference in references:
        record = {"file": file, **{field: getattr(reference, field) for field in FIELDS}}
        yield json.dumps(record, ensure_ascii=False) + "\n"


def as_csv(references: Iterable[tuple[str, Reference]]) -> Iterator[str]:
    """A header and one row per reference; candidates are joined by `;`."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(("file", *FIELDS))
    for file, reference in references:
        writer.writerow((file, *(_cell(getattr(reference, field)) for field in FIELDS)))
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(value) if isinstance(value, tuple) else value


def as_text(references: Iterable[tuple[str, Reference]]) -> Iterator[str]:
    """A line for people: where, what is printed, and what it is."""
    for file, reference in references:
        note = f", note {reference.note}" if reference.note else ""
        printed = " ".join(reference.text.split())
        yield f"{file}:{reference.line}{note}: {printed}{_meaning(reference, printed)}\n"


def _meaning(reference: Reference, printed: str) -> str:
    pinpoint = f", {reference.pinpoint_kind} {reference.pinpoint or ''}".rstrip() if reference.pinpoint_kind else ""
    if reference.symbol:
        repaired = " (repaired)" if reference.repaired else ""
        same = reference.symbol == printed
        return f"{pinpoint}{repaired}" if same else f" = {reference.symbol}{pinpoint}{repaired}"
    candidates = f"{' or '.join(reference.candidates)}: " if reference.candidates else ""
    return f" = ?{pinpoint} ({candidates}{reference.reason})"


FORMATS = {"jsonl": as_jsonl, "csv": as_csv, "text": as_text}
"""How references are written; `html` and `markdown` write the text itself, with links."""
