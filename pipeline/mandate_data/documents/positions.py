"""The line and column of each character of a block."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from mandate_data.documents.document import Document, Place, Text
from mandate_data.typography import UNSEEN, straighten

_SIGNS = (
    r"\[\^[^\]\s]*\]:?|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|\]\([^)\n]*\)|&(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]+);|\\(?=[\W_])"
    r"|(?<![\w\\])_|_(?!\w)|[*`\[\]|>#~]"
)
_MARKUP = re.compile(rf"{_SIGNS}|[\s{UNSEEN}]")
"""What a line may have between two characters of its text: marks of notes, tags, addresses of links, signs, blanks."""
_MARKS = re.compile(_SIGNS)


class Positions:
    """The places of a document's texts; each text is held against the lines once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._columns: dict[int, tuple[Text, tuple[tuple[int, int], ...]]] = {}
        self._places: dict[tuple[int, int, int], tuple[Place, ...]] = {}

    def places(self, text: Text, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
        """Where the characters from `start` to `end` of a text of the document are; without blanks at both ends.

        There are several places where something else is between the characters: the mark of a note that is not
        marked up, or the head of the next page.
        """
        stop = len(text.value) if end is None else end
        columns = self._columns_of(text)  # which keeps the text, so that its id stays its own
        key = (id(text), start, stop)
        if key not in self._places:
            self._places[key] = self._parts(text.value, columns, start, stop) or (self._beside(text, start),)
        return self._places[key]

    def _beside(self, text: Text, start: int) -> Place:
        """The place of characters that are none: the beginning of their line."""
        line = text.line_at(start)
        return Place(self._document.source_id, line, 0, line, 0)

    def _parts(self, value: str, columns: Sequence[tuple[int, int]], start: int, stop: int) -> tuple[Place, ...]:
        while start < stop and value[start].isspace():
            start += 1
        while start < stop and value[stop - 1].isspace():
            stop -= 1
        if start < stop and "|" not in (value[start], value[stop - 1]) and _is_unbroken(columns[start:stop]):
            return (self._place(columns[start:stop]),)
        parts: list[list[tuple[int, int]]] = []
        for sign in range(start, stop):
            if _may_be_absent(value[sign]):
                continue
            if parts and self._continues(parts[-1][-1], columns[sign]):
                parts[-1][-1] = columns[sign]
            else:
                parts.append([columns[sign], columns[sign]])
        return tuple(self._place(part) for part in parts)

    def _columns_of(self, text: Text) -> tuple[tuple[int, int], ...]:
        held = self._columns.get(id(text))
        if held is None:
            held = self._columns[id(text)] = (text, columns(text, self._document.lines))
        return held[1]

    def _continues(self, before: tuple[int, int], place: tuple[int, int]) -> bool:
        """Whether there is nothing but markup and blanks between two characters."""
        if place < before:
            return False
        lines = self._document.lines
        if before[0] == place[0]:
            between_them = lines[place[0] - 1][before[1] + 1 : place[1]].removesuffix(
                "\\"
            )  # which marks the second one
            return not plain(between_them)
        between = [
            lines[before[0] - 1][before[1] + 1 :],
            *lines[before[0] : place[0] - 1],
            lines[place[0] - 1][: place[1]],
        ]
        return all(not plain(line).strip("-") for line in between)

    def _place(self, part: Sequence[tuple[int, int]]) -> Place:
        (line, start), (end_line, end) = part[0], part[-1]
        raw = self._document.lines[end_line - 1]
        entity = _MARKUP.match(raw, end) if raw[end : end + 1] == "&" else None
        return Place(self._document.source_id, line, start, end_line, entity.end() if entity else end + 1)


def _is_unbroken(run: Sequence[tuple[int, int]]) -> bool:
    """Whether these are characters of one line that follow one another."""
    (line, first), (end_line, _) = run[0], run[-1]
    return line == end_line and [column for _, column in run] == list(range(first, first + len(run)))


def text_at(document: Document, place: Place) -> str:
    """What a document has at a place, without markup, with plain quotes and single blanks.

    Raises IndexError for a place that the document has not.
    """
    return plain(lines_at(document, place))


def lines_at(document: Document, place: Place) -> str:
    """The characters of a document at a place as they are in its file. Raises IndexError as `text_at` does."""
    if not 1 <= place.line <= place.end_line <= len(document.lines):
        raise IndexError(f"there is no line {place.end_line}")
    lines = list(document.lines[place.line - 1 : place.end_line])
    if (
        place.end > len(lines[-1])
        or place.start > len(lines[0])
        or (place.line, place.start) > (place.end_line, place.end)
    ):
        raise IndexError(f"line {place.end_line} has no character {place.end}")
    lines[-1] = lines[-1][: place.end]
    lines[0] = lines[0][place.start :]
    return "\n".join(lines)


def plain(text: str) -> str:
    """Lines of a document as a reader sees them: without markup, with plain quotes and single blanks."""
    return " ".join(straighten(_MARKS.sub(_as_read, text)).split())


def _as_read(mark: re.Match[str]) -> str:
    if not mark[0].startswith("&"):
        return ""
    read = html.unescape(mark[0])
    return read if len(read) == 1 else ""


def columns(text: Text, lines: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The place of each character of `text`: its line (from 1), and the code point in that line (from 0).

    `lines` are the document's. A space for the end of a line has the column behind the line's last character. What a
    line has besides its text (markup, the mark of a note) is passed over.

    >>> columns(Text("so it is", ((0, 1),)), ["- so *it*[^1] is"])[3:5]
    ((1, 6), (1, 7))
    """
    places: list[tuple[int, int]] = []
    cursors: dict[int, int] = {}
    ends = [start for start, _ in text.starts[1:]]
    for (start, line), end in zip(text.starts, [*ends, len(text.value)], strict=True):
        raw = lines[line - 1]
        begin = cursors.get(line, 0)
        where, cursors[line] = _run(text.value[start:end], raw, begin, first=line not in cursors)
        places += [(line, column) for column in where]
    return tuple(places)


def _run(run: str, raw: str, begin: int, *, first: bool) -> tuple[list[int], int]:
    """The columns of a run of characters in a line, and the column behind it.

    The first run of a line may begin behind other text, every other begins at `begin`.
    """
    wanted, line = straighten(run), straighten(raw)
    as_it_is = line.find(wanted, begin)
    if wanted and as_it_is >= 0 and as_it_is == (next(_beginnings(wanted, line, begin)) if first else begin):
        end = as_it_is + len(wanted)
        if not first or not any(_faults(line, as_it_is, end)):
            return list(range(as_it_is, end)), end
    best: tuple[tuple[int, ...], list[int], int] | None = None
    for start in _beginnings(wanted, line, begin) if first else [begin]:
        skipped, where, end = _aligned(wanted, line, start)
        faults = (skipped, *map(int, _faults(line, start, end))) if first else (skipped,)
        if best is None or faults < best[0]:
            best = faults, where, end
        if not any(faults):
            break
    return (best[1], best[2]) if best else ([len(raw)] * len(run), len(raw))


def _faults(line: str, start: int, end: int) -> tuple[bool, bool]:
    """What speaks against a run from one character of a line to another: that a word goes on before or behind it; that,
    in a line with columns, it does not begin where one of them does."""
    cut = line[max(start - 1, 0) : start].isalnum() and line[start : start + 1].isalnum()
    cut = cut or (line[end - 1 : end].isalnum() and line[end : end + 1].isalnum())
    before = line[:start]
    return cut, before.strip() != "" and not before.endswith("  ") and "  " in line.strip()


def _beginnings(wanted: str, line: str, begin: int) -> Iterator[int]:
    """Where in a line the run may begin: wherever its first character is, or an entity that may stand for it."""
    heads = (wanted.lstrip()[:1], "&", "\\")
    none = True
    for place in range(begin, len(line)):
        if line[place] in heads:
            none = False
            yield place
    if none:
        yield begin


def _aligned(wanted: str, line: str, position: int) -> tuple[int, list[int], int]:
    """How many characters other than markup are passed over, the columns of the others, and the column behind them."""
    skipped = 0
    where: list[int] = []
    for sign in wanted:
        if line[position : position + 1] == sign:  # as nearly all of them
            where.append(position)
            position += 1
            continue
        place, passed = _next(sign, line, position)
        if place is None:
            # A space that a line's end became, a bar between cells, or what the line has in another form.
            skipped += not _may_be_absent(sign)
            where.append(min(position, len(line)))
            continue
        skipped += passed
        where.append(place)
        entity = _MARKUP.match(line, place) if line[place] == "&" != sign else None
        position = entity.end() if entity else place + 1
    return skipped, where, position


def _next(sign: str, line: str, position: int) -> tuple[int | None, int]:
    """Where a character stands from `position` on, and how many that are not markup are passed over on the way."""
    passed, place = 0, position
    while place < len(line):
        if line[place] == sign or (sign.isspace() and line[place].isspace()):
            return place, passed
        markup = _MARKUP.match(line, place)
        if markup is None:
            if _may_be_absent(sign):
                return None, 0
            passed += 1
            place += 1
        elif html.unescape(markup[0]) == sign:
            return place, passed
        else:
            place = markup.end()
    return None, 0


def _may_be_absent(sign: str) -> bool:
    return sign.isspace() or sign == "|"
