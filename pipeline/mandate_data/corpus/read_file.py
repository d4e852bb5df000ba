"""Reads one file into rows: the document, its citations, and what of it could not be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath
from typing import IO

from mandate_data.citations import Reference, cite_stream
from mandate_data.corpus.find_files import MEDIA_TYPES, Item
from mandate_data.corpus.open_files import FAULTS, Opener
from mandate_data.corpus.own_symbols import HEAD, symbol_of_name, symbol_of_text
from mandate_data.corpus.placed_references import placed
from mandate_data.corpus.reading import USUAL, Reading
from mandate_data.corpus.unread_reasons import why_unread
from mandate_data.corpus.unshown_text import UnshownWatch
from mandate_data.documents import DOCX, PDF, parse_binary
from mandate_data.documents.doubtful_text import DoubtWatch
from mandate_data.documents.printed_heads import WithoutHeads
from mandate_data.documents.reading_order import ReadingOrder
from mandate_data.documents.source_files import has_text
from mandate_data.documents.text_columns import Columns, ColumnWatch
from mandate_data.documents.text_decoder import NoTextError, decoded
from mandate_data.documents.unread_parts import unread_parts
from mandate_data.errors import InputError
from mandate_data.extract.document_citations import Cited, cite_blocks
from mandate_data.line_feeds import pieces_with_line_feeds
from mandate_data.package.tables import Row

CHUNK = 1 << 20
EMPTY = "it is empty"


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of a file by table, and its digest; "" if it could not be read to its end."""

    sha256: str
    rows: dict[str, list[Row]]


class _UnreadError(Exception):
    """Why a file can't be read."""


def read_item(item: Item, opener: Opener, reading: Reading = USUAL) -> FileRows:
    """Read a file. What can't be read becomes a row of `unread`: no content raises an error."""
    if item.problem:
        return unread(item, item.problem)
    try:
        with closing(opener.open(item)) as stream:
            if _media_type(item) in (DOCX, PDF):
                data = stream.read()
                return _read_binary(item, data, reading) if data else unread(item, EMPTY)
            return _read_text(item, stream, reading)
    except _UnreadError as error:
        return unread(item, str(error))
    except MemoryError:
        return unread(item, "reading it takes more memory than a file may have")
    except FAULTS as error:
        return unread(item, why_unread(error))


def _media_type(item: Item) -> str:
    return MEDIA_TYPES[PurePosixPath(item.name).suffix.lower()]


def unread(item: Item, reason: str, sha256: str = "") -> FileRows:
    return FileRows(sha256, {"unread": [{"file": item.name, "page": 0, "reason": reason}]})


@dataclass(slots=True)
class _Text:
    """A text file that is read piece by piece: its digest, its beginning, and how many lines it has so far."""

    stream: IO[bytes]
    encoding: str
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    head: str = ""
    size: int = 0
    breaks: int = 0
    ended: bool = True
    shown: bool = False
    watch: ColumnWatch = field(default_factory=ColumnWatch)
    doubts: DoubtWatch = field(default_factory=DoubtWatch)
    hidden: UnshownWatch = field(default_factory=UnshownWatch)
    columns: list[Columns] = field(default_factory=list)

    def pieces(self) -> Iterator[str]:
        """The text, line ends and all. Raises _UnreadError where it is not text, or in another encoding."""
        try:
            for text in pieces_with_line_feeds(decoded(self._chunks(), self.encoding, binary=True)):
                self.breaks += text.count("\n")
                self.ended = text.endswith("\n")
                self.shown = self.shown or has_text(text)
                self.head += text[: HEAD - len(self.head)] if len(self.head) < HEAD else ""
                self.columns += self.watch.feed(text)
                self.doubts.feed(text)
                self.hidden.feed(text)
                yield text
        except NoTextError as error:
            raise _UnreadError(f"it is {error}") from None
        self.columns += self.watch.end()

    def _chunks(self) -> Iterator[bytes]:
        while data := self.stream.read(CHUNK):
            self.digest.update(data)
            self.size += len(data)
            yield data


def _read_text(item: Item, stream: IO[bytes], reading: Reading) -> FileRows:
    text = _Text(stream, reading.encoding)
    body = WithoutHeads(text.pieces())
    order = ReadingOrder(body)
    pieces = iter(order)
    first = next(pieces, "")
    known = reading.of(item.name, text.head.split("\n"))
    references = placed(cite_stream(chain([first], pieces), **known), order)
    cited = [Cited(reference, reference.line) for reference in references]
    if not text.shown:
        return unread(item, EMPTY)
    lines = text.breaks + (0 if text.ended else 1)
    read = _rows(item, _media_type(item), text.digest.hexdigest(), text.size, lines, None, text.head.split("\n"), cited)
    left_out = [
        *((0, f"not read: {one.reason}") for one in body.left_out),
        *((one.page, one.reason) for one in text.columns),
        *((0, f"line {one.line}: {one.reason}") for one in text.doubts.end()),
        *((0, f"line {one.line}: not read: {one.reason}") for one in (*text.hidden.end(), *order.doubtful)),
    ]
    read.rows["unread"] = [{"file": item.name, "page": page, "reason": reason} for page, reason in left_out]
    return read


def _read_binary(item: Item, data: bytes, reading: Reading) -> FileRows:
    sha256 = hashlib.sha256(data).hexdigest()
    media_type = _media_type(item)
    try:
        document = parse_binary(data, media_type, "", item.name, sha256, safeguarded=False, ocr=reading.ocr)
    except InputError as error:
        return unread(item, str(error).removeprefix(f"{item.name}: "), sha256)
    pages = len(set(document.pages)) or None
    first = (*document.heads, *document.lines)
    cited = cite_blocks(document, **reading.of(item.name, first))
    read = _rows(item, media_type, sha256, len(data), len(document.lines), pages, first, cited)
    read.rows["unread"] = [
        {"file": item.name, "page": page, "reason": reason} for page, reason in unread_parts(document)
    ]
    return read


def _rows(
    item: Item,
    media_type: str,
    sha256: str,
    size: int,
    lines: int,
    pages: int | None,
    head: Iterable[str],
    cited: list[Cited],
) -> FileRows:
    named = symbol_of_name(item.name)
    symbol = named or symbol_of_text(head)
    origin = "file_name" if named else "text" if symbol else None
    document: Row = {
        "file": item.name,
        "symbol": symbol,
        "symbol_from": origin,
        "media_type": media_type,
        "sha256": sha256,
        "bytes": size,
        "lines": lines,
        "pages": pages,
        "citations": len(cited),
    }
    citations = [_citation(item.name, number, *citation) for number, citation in enumerate(cited, 1)]
    return FileRows(
        sha256, {"documents": [document], "citations": citations, "edges": _edges(item.name, symbol, citations)}
    )


def _citation(file: str, number: int, reference: Reference, line: int, page: int | None) -> Row:
    return {
        "file": file,
        "number": number,
        "start": reference.start,
        "end": reference.end,
        "line": line,
        "page": page,
        "note": reference.note,
        "text": reference.text,
        "kind": reference.kind,
        "symbol": reference.symbol,
        "candidates": ";".join(reference.candidates) or None,
        "repaired": reference.repaired,
        "pinpoint_kind": reference.pinpoint_kind,
        "pinpoint": reference.pinpoint,
        "antecedent": reference.antecedent,
        "reason": reference.reason,
        "organ": reference.organ,
        "identifier": reference.identifier,
        "url": reference.url,
    }


def _edges(file: str, symbol: str | None, citations: Iterable[Row]) -> list[Row]:
    """One row per cited document, sorted by symbol; the document itself is left out."""
    edges: dict[str, Row] = {}
    for citation in citations:
        cited = citation["symbol"]
        if cited is None or cited == symbol:
            continue
        edge = edges.setdefault(
            str(cited), {"file": file, "cited": cited, "citing": symbol, "citations": 0, "first": citation["number"]}
        )
        edge["citations"] = int(str(edge["citations"])) + 1
    return [edges[cited] for cited in sorted(edges)]
