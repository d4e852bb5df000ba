"""Damaged content of pages: PDFium reads what is before the damage and says nothing; the packed bytes tell.

Only what may be drawn is looked at, packed as nearly all of it is, in files without a password.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from mandate_data.documents.document import LeftOut

DAMAGED = "what a damaged part of the page holds"
ELSEWHERE = "what a damaged part of the file holds"
_STREAM = re.compile(rb">>\s{0,9}stream\r?\n")
_LONGEST = 4000  # bytes of the entries of a stream
_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_NOT_DRAWN = re.compile(
    rb"/(?:Image|Length1|XRef|Metadata|ICCBased|N\s*[134]\b(?![\s\S]*/ObjStm)|DecodeParms|CIDFontType0C)"
)
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+R\b")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_OF_PAGES = re.compile(rb"/Type\s*/Pages?\b")
_CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]{0,20000}\]|\d{1,9}\s+\d{1,5}\s+R\b)")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]{0,400000})\]")
_STEP = 1 << 20
_MOST = 1 << 26  # bytes of a stream that are unpacked
_DEEPEST = 3  # steps from a page: its resources, the list of what is drawn, what that draws


class _Stream(NamedTuple):
    """A packed stream: the number of its object, its entries, and what could be unpacked of it."""

    number: int
    entries: bytes
    damaged: bool
    content: bytes


def damaged_parts(data: bytes) -> list[LeftOut]:
    """What can't be unpacked of the pages of a file, and of what they draw."""
    if b"/Encrypt" in data:
        return []
    streams = list(_streams(data))
    numbers = {one.number for one in streams if one.damaged}
    if not numbers:
        return []
    objects = _objects(data, streams)
    found: list[LeftOut] = []
    drawing = _Drawing(objects, frozenset(numbers))
    for page, number in enumerate(_pages(objects), 1):
        if hit := numbers & drawing.damaged_of(number):
            numbers -= hit
            found.append(LeftOut(DAMAGED, page=page))
    return found + ([LeftOut(ELSEWHERE)] if numbers else [])


def _streams(data: bytes) -> Iterator[_Stream]:
    place = 0
    while found := _STREAM.search(data, place):
        place = end = data.find(b"endstream", found.end())
        if end < 0:
            place = end = len(data)
        objects = list(_OBJECT.finditer(data, max(0, found.start() - _LONGEST), found.start()))
        if not objects:
            continue
        entries = data[objects[-1].end() : found.end()]
        if b"/FlateDecode" not in entries or b"Decode" in entries.replace(b"/FlateDecode", b"", 1):
            continue
        if not _NOT_DRAWN.search(entries):
            damaged, content = _unpacked(data[found.end() : end], b"/ObjStm" in entries)
            yield _Stream(int(objects[-1][1]), entries, damaged, content)


def _unpacked(packed: bytes, kept: bool) -> tuple[bool, bytes]:
    """Whether a packed content is damaged; and what it is, if that is to be `kept`."""
    unpacker, rest, size = zlib.decompressobj(), packed, 0
    pieces: list[bytes] = []
    try:
        while rest and not unpacker.eof and size < _MOST:
            piece = unpacker.decompress(rest, _STEP)
            size += len(piece)
            rest = unpacker.unconsumed_tail
            if kept:
                pieces.append(piece)
    except zlib.error:
        return True, b"".join(pieces)
    return not unpacker.eof and size < _MOST, b"".join(pieces)


def _objects(data: bytes, streams: list[_Stream]) -> dict[int, bytes]:
    """The objects of a file by number, those within others included; of several the last."""
    places = list(_OBJECT.finditer(data))
    ends = [one.start() for one in places[1:]] + [len(data)]
    objects: dict[int, bytes] = {}
    for place, end in zip(places, ends, strict=True):
        body = data[place.end() : end]
        cut = body.find(b"stream")
        objects[int(place[1])] = body[: cut if cut >= 0 else body.find(b"endobj")]
    for one in streams:
        if b"/ObjStm" in one.entries and one.content:
            objects.update(_inner(one))
    return objects


def _inner(stream: _Stream) -> Iterator[tuple[int, bytes]]:
    first = re.search(rb"/First\s+(\d{1,9})", stream.entries)
    if first is None:
        return
    begin = int(first[1])
    figures = stream.content[:begin].split()
    if not all(map(bytes.isdigit, figures)):
        return
    numbers, places = [int(one) for one in figures[::2]], [int(one) for one in figures[1::2]]
    for number, place, end in zip(numbers, places, [*places[1:], len(stream.content)], strict=False):
        yield number, stream.content[begin + place : begin + end]


def _pages(objects: dict[int, bytes]) -> Iterator[int]:
    """The numbers of the pages, in their order."""
    listed = [number for number, body in objects.items() if _KIDS.search(body)]
    kids = {number: _references(_KIDS, objects[number]) for number in listed}
    below = {one for ones in kids.values() for one in ones}
    stack = [number for number in reversed(listed) if number not in below]
    seen: set[int] = set()
    while stack:
        number = stack.pop()
        if number in seen:
            continue
        seen.add(number)
        if number in kids:
            stack += reversed(kids[number])
        elif _PAGE.search(objects.get(number, b"")):
            yield number


def _references(pattern: re.Pattern[bytes], body: bytes) -> list[int]:
    found = pattern.search(body)
    return [int(one) for one in _REFERENCE.findall(found[1])] if found else []


class _Drawing:
    """What pages are drawn from: the `damaged` among the objects that a page names, and that its resources do, but for
    other pages. What several pages share is looked through once."""

    def __init__(self, objects: dict[int, bytes], damaged: frozenset[int]) -> None:
        self._objects, self._damaged = objects, damaged
        self._of_pages = {number for number, body in objects.items() if _OF_PAGES.search(body)}
        self._named: dict[int, frozenset[int]] = {}
        self._below: dict[tuple[int, int], frozenset[int]] = {}

    def damaged_of(self, page: int) -> frozenset[int]:
        """The numbers of the damaged objects that a page is drawn from."""
        contents = _references(_CONTENTS, self._objects[page])
        lists = (self._names(number) for number in contents)  # a list of contents may be an object of its own
        return self._damaged.intersection(contents).union(
            *(self._damaged & named for named in lists), self._damaged_below(page, _DEEPEST)
        )

    def _names(self, number: int) -> frozenset[int]:
        if number not in self._named:
            self._named[number] = frozenset(map(int, _REFERENCE.findall(self._objects.get(number, b""))))
        return self._named[number]

    def _damaged_below(self, number: int, steps: int) -> frozenset[int]:
        if not steps:
            return frozenset()
        if (number, steps) not in self._below:
            named = self._names(number) - self._of_pages
            below = (self._damaged_below(one, steps - 1) for one in named)
            self._below[number, steps] = (self._damaged & named).union(*below)
        return self._below[number, steps]
