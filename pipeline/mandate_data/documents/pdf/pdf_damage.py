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
_CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]{0,20000}\]|\d{1,9}\s+\d{1,5}\s+R\b)")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]{0,400000})\]")
_STEP = 1 << 20
_MOST = 1 << 26  # bytes of a stream that are unpacked
_MOST_NAMED = 5000  # objects of a page


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
    for page, content in enumerate(_pages(objects), 1):
        if hit := numbers & content:
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


def _pages(objects: dict[int, bytes]) -> Iterator[set[int]]:
    """For each page, in their order, the numbers of the objects that it is drawn from."""
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
            yield _drawn(number, objects)


def _references(pattern: re.Pattern[bytes], body: bytes) -> list[int]:
    found = pattern.search(body)
    return [int(one) for one in _REFERENCE.findall(found[1])] if found else []


def _drawn(page: int, objects: dict[int, bytes]) -> set[int]:
    """The objects that a page names, and those that its resources do, but for other pages."""
    contents = set(_references(_CONTENTS, objects[page]))
    for number in list(contents):
        contents.update(int(one) for one in _REFERENCE.findall(objects.get(number, b"")))  # a list of its own
    seen, stack = set(contents), [page]
    for _ in range(3):  # resources, the list of what is drawn, what that draws
        if len(seen) > _MOST_NAMED:
            break
        named = {int(one) for number in stack for one in _REFERENCE.findall(objects.get(number, b""))}
        stack = [one for one in named - seen if not re.search(rb"/Type\s*/Pages?\b", objects.get(one, b""))]
        seen.update(stack)
    return seen
