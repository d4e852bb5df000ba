"""Printed lines become passages: what belongs to one paragraph or item, across lines and pages.

A line goes on where the one before broke off, unless its place or its type says otherwise: a wider gap, another size,
a bullet, an indent, or a line before it that was ended early although the next word had fitted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mandate_data.documents.line_breaks import ABBREVIATED, WITHOUT_BLANKS
from mandate_data.documents.pdf.pdf_leading import SAME_SIZE, WIDER, Leading, leading_of
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_notes import LARGER
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.typed_notes import begins_as_note

INDENT = 0.8  # of the size: what starts so much further in is indented
EARLY = 4.0  # of the size: a line that leaves so much room, and the next word besides, was ended on purpose
JUSTIFIED = 3  # lines that tell whether text is set to fill its column
FILLED = 1.5  # points that a line may stay from the edge and fill its column
BULLET = re.compile(r"[•●▪■◦○‣⁃·➢✓\uf0b7\uf0a7\uf02d] +")
DASH = re.compile(r"[-–—] +")
ORDINAL = re.compile(r"(?:(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)) +")
NUMBERED_PARAGRAPH = re.compile(r"\d{1,3}\. ")
ENDED = re.compile(r"[.!?:;”\"»)]$")
COMMA = re.compile(r"[,،，;；]$")


@dataclass(slots=True)
class Passage:
    """Lines that are one block.

    `cut` counts the characters of the first line that are a bullet or a number; `hang` is the indent of an item's text;
    `apart` says that its place parts it from the passage before, which is whole, however that ends.
    """

    kind: Literal["paragraph", "item"]
    lines: list[Line]
    cut: int = 0
    hang: float = 0.0
    apart: bool = False

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def left(self) -> float:
        """The indent of its lines, but for that of its first."""
        return min(line.indent for line in self.lines[1:] or self.lines)


def passages(elements: Sequence[Line | Table], body: float) -> list[Passage | Table]:
    """Lines and tables in reading order, the lines put together; `body` is the size of the running text."""
    leading = leading_of([element for element in elements if isinstance(element, Line)], body)
    found: list[Passage | Table] = []
    around: Passage | None = None  # what a frame beside it interrupts
    for position, element in enumerate(elements):
        last = found[-1] if found and isinstance(found[-1], Passage) else None
        if isinstance(element, Table):
            found.append(element)
            continue
        if last is not None and element.boxed != last.lines[-1].boxed:
            around, last = (last, None) if element.boxed else (None, around)
        following = elements[position + 1] if position + 1 < len(elements) else None
        cut = _marker(element, following if isinstance(following, Line) else None, last, leading)
        if cut:
            found.append(Passage("item", [element], cut, element.indent + element.second - element.x0))
        elif last is None or _begins(element, last, leading, body):
            apart = last is not None and _is_apart(element, last, leading)
            found.append(Passage("paragraph", [element], apart=apart))
        else:
            last.lines.append(element)
    return found


def _marker(line: Line, following: Line | None, last: Passage | None, leading: Leading) -> int:
    """How many characters of the line are the bullet or the number of an item; 0 where it begins none."""
    if found := BULLET.match(line.text):
        return found.end()
    if found := DASH.match(line.text):
        # A dash within a sentence may come first on a line.
        apart = last is None or last.kind == "item" or ENDED.search(last.lines[-1].text) or line.indent > line.size
        return found.end() if apart else 0
    found = ORDINAL.match(line.text)
    if not found or (last is not None and ABBREVIATED.search(last.lines[-1].text)):
        return 0  # or what "para." at the end of a line is about
    goes_on = (
        following is not None
        and following.page == line.page
        and 0 < leading.distance(line, following) < leading.pitch * WIDER
        and not ORDINAL.match(following.text)
    )
    if goes_on and following is not None:
        return found.end() if abs(following.x0 - line.second) < line.size * INDENT / 2 else 0
    return found.end() if line.indent > line.size * INDENT else 0


def _begins(line: Line, passage: Passage, leading: Leading, body: float) -> bool:
    """Whether a line begins a passage of its own, rather than going on with this one."""
    last = passage.lines[-1]
    if line.boxed != last.boxed or abs(line.size - last.size) > SAME_SIZE:
        return True
    large = line.size > body * LARGER
    numbered = NUMBERED_PARAGRAPH.match(line.text) and not ABBREVIATED.search(last.text)
    if numbered and ENDED.search(last.text) and passage.kind == "paragraph":
        return True
    if line.page != last.page or line.bottom <= last.bottom:  # the next page or column
        if begins_as_note(passage.lines[0].text, passage.lines[0].marks):
            return True  # what goes on there is the text above a note; a note that does is put together later
        ended = _ended_early(last, line, _reach(last) + last.room) or _ended_short(passage)
        return large or not _fits_left_edge(line, passage) or ended
    if leading.distance(last, line) > leading.pitch * WIDER * max(1.0, line.size / body):
        return True
    if large:
        return False
    if passage.kind == "item":
        return line.indent < passage.hang - line.size * INDENT
    indented = _is_indented(line, passage) and (ENDED.search(last.text) is not None or _begins_anew(line, passage))
    outdented = len(passage.lines) > 1 and line.indent < passage.left - line.size * INDENT
    edge = max(_reach(one) for one in [*passage.lines, line])
    return indented or outdented or _ended_early(last, line, edge)


def _is_apart(line: Line, passage: Passage, leading: Leading) -> bool:
    """Whether the place of a line that begins a passage says that the one before is whole: directly above it on its
    page, beyond a gap, or not as far in; what goes on in small letters was ended early, or with a comma."""
    last = passage.lines[-1]
    if line.page != last.page or line.number != last.number + 1 or line.bottom <= last.bottom:
        return False
    if not any(map(str.isalpha, line.text)):
        return False
    gap = leading.has_gap(last, line)
    if line.text[:1].islower():
        ended = _leaves_room(last, line, max(_reach(one) for one in [*passage.lines, line]))
        return gap and (ended or COMMA.search(last.text) is not None)
    return gap or _is_indented(line, passage)


def _is_indented(line: Line, passage: Passage) -> bool:
    return line.indent > passage.left + line.size * INDENT and line.edges == passage.lines[-1].edges


def _begins_anew(line: Line, passage: Passage) -> bool:
    """Whether a line in capital letters that is indented begins a paragraph, as the one before did, behind a comma."""
    first = passage.lines[0]
    alike = len(passage.lines) > 1 and abs(first.indent - line.indent) < line.size * INDENT / 2
    return alike and line.text[:1].isupper() and COMMA.search(passage.lines[-1].text) is not None


def _reach(line: Line) -> float:
    """How far a line reaches from the left edge of its column."""
    return line.indent + line.x1 - line.x0


def _fits_left_edge(line: Line, passage: Passage) -> bool:
    if passage.kind == "item":
        return line.indent >= passage.hang - line.size * INDENT
    single = len(passage.lines) == 1  # its indent may be that of a first line
    return abs(line.indent - passage.left) < line.size * INDENT or (single and line.indent < passage.left)


def _ended_short(passage: Passage) -> bool:
    """Whether the last line of a passage whose other lines all fill their column does not."""
    *others, last = passage.lines
    justified = len(others) >= JUSTIFIED and all(line.room < FILLED for line in others)
    return justified and last.room > 2 * FILLED and ENDED.search(last.text) is not None


def _ended_early(last: Line, line: Line, edge: float) -> bool:
    """Whether the line before was ended although the first word of this one had found room on it."""
    return _leaves_room(last, line, edge) and not line.text[:1].islower()


def _leaves_room(last: Line, line: Line, edge: float) -> bool:
    first = line.size if WITHOUT_BLANKS.match(line.text) else line.first
    return edge - _reach(last) >= first + line.size * EARLY
