"""Plain text dumped from a PDF becomes blocks: broken lines, page breaks, notes at page ends.

How such a dump is set: an empty line follows every printed one; a line of blanks, or several empty ones, end a
paragraph; a footnote mark stands alone on a line; a long line of blanks is the rule above a page's notes; two lines
without an empty one between them meet where a page ends. The text after its notes goes on where it broke off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from mandate_data.documents.document import Block, BlockKind, Mark, Text
from mandate_data.documents.growing_text import GrowingText
from mandate_data.documents.line_breaks import CUT_AT, SOFT_HYPHEN, has_no_blank
from mandate_data.documents.text_forms import ENDED_EARLY, LONGEST_HEADING, LONGEST_PRINTED

NOTE_RULE = re.compile(r"^ {20,}$")
MARK_LINE = re.compile(r"^\s*(\d{1,3})\s*$")
NUMBERED_HEADING = re.compile(r"^\d{1,2}\.? [A-Z]")
DASH = re.compile(r"^[-–•] +")
BROKEN_COMPOUND = re.compile(r"\w[-‐]$")  # "1994-" at a line's end: the hyphen was printed, the space was not
BROKEN_AT = 2  # so many characters of the end tell that
HEADING_END = re.compile(r"^(?!.*[.;:,?!’”](?:\[\d{1,3}\])?$).")  # a mark of a note may stand behind the full stop
HEADING_LINES = 2
MORE_THAN_A_LINE_END = 2  # empty lines: one follows every printed line

Event = Literal["line", "mark", "gap", "rule", "page"]


@dataclass(slots=True)
class _Open:
    """A block being put together, line by line."""

    kind: BlockKind
    number: str = ""
    text: GrowingText = field(default_factory=GrowingText)
    starts: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)  # text length after each line: where a heading may end

    def add_line(self, text: str, line: int) -> None:
        before = self.text.end
        if before.endswith(SOFT_HYPHEN):
            self.text.end = before.removesuffix(SOFT_HYPHEN)
        elif before and not BROKEN_COMPOUND.search(before[-BROKEN_AT:]):
            self.text.add("" if has_no_blank(before[-CUT_AT:], text.lstrip()) else " ")
        self.starts.append((len(self.text), line))
        self.text.add(" ".join(text.split()))
        self.ends.append(len(self.text))

    def add_mark(self, number: str) -> None:
        self.marks.append(Mark(len(self.text), number))
        if self.ends:
            self.ends[-1] = -1  # the line goes on after its mark


def parse_plain(text: str) -> list[Block]:
    """The blocks of a PDF's text dump in reading order, each page's notes after the block they interrupt.

    A text with a line longer than any that is printed is not a dump: each of its lines is a block.
    """
    lines = text.split("\n")
    if any(len(line) > LONGEST_PRINTED for line in lines):
        return _unbroken(lines)
    width = max((len(line.rstrip()) for line in lines), default=0)
    blocks: list[Block] = []
    group = 0
    for opened in _open_blocks(_events(lines)):
        for block in _finish(opened, width):
            if block.kind == "item" and (not blocks or _last_of_text(blocks) != "item"):
                group += 1
            blocks.append(_grouped(block, group) if block.kind == "item" else block)
    return blocks


def _unbroken(lines: Sequence[str]) -> list[Block]:
    """A block for each line that isn't blank: after a dash an item; a short line without a full stop is a heading."""
    blocks: list[Block] = []
    group = 0
    for number, line in enumerate(lines, 1):
        value = " ".join(line.split())
        if not value:
            continue
        dash = DASH.match(value)
        if dash:
            group += not blocks or blocks[-1].kind != "item"
            value = value[dash.end() :]
            blocks.append(Block("item", Text(value, ((0, number),)), group=group))
            continue
        is_heading = len(value) <= LONGEST_HEADING and value[0].isupper() and HEADING_END.search(value)
        kind: BlockKind = "heading" if is_heading else "paragraph"
        blocks.append(Block(kind, Text(value, ((0, number),)), level=2 if is_heading else 0))
    return blocks


def _last_of_text(blocks: Sequence[Block]) -> BlockKind | None:
    return next((block.kind for block in reversed(blocks) if block.kind != "footnote"), None)


def _grouped(block: Block, group: int) -> Block:
    return Block(kind=block.kind, text=block.text, marks=block.marks, group=group)


def _events(lines: Sequence[str]) -> Iterator[tuple[Event, str, int]]:
    touching = False  # no empty line since the last line of text
    empty = 0  # lines since then
    for number, line in enumerate(lines, 1):
        empty = 0 if line else empty + 1
        if empty == MORE_THAN_A_LINE_END:
            yield "gap", "", number
        if NOTE_RULE.match(line):
            yield "rule", "", number
            touching = False
        elif match := MARK_LINE.match(line):
            yield "mark", match.group(1), number
            touching = False
        elif line.strip():
            if touching:
                yield "page", "", number
            yield "line", line, number
            touching = True
        elif line:
            yield "gap", "", number
            touching = False
        else:
            touching = False


def _open_blocks(events: Iterator[tuple[Event, str, int]]) -> Iterator[_Open]:
    body: _Open | None = None
    notes: list[_Open] = []
    in_notes = False
    last_note = ""
    for event, text, line in events:
        if in_notes:
            match event:
                case "mark":
                    notes.append(_Open("footnote", number=text))
                    last_note = text
                case "line":
                    if not notes:  # the last note of an earlier page goes on here
                        notes.append(_Open("footnote", number=last_note))
                    notes[-1].add_line(text, line)
                case "page":
                    in_notes = False
                case _:
                    pass
            continue
        match event:
            case "rule":
                in_notes = True
            case "gap":
                if body is not None:
                    yield body
                    body = None
                yield from notes
                notes = []
            case "mark" if body is not None:
                body.add_mark(text)
            case "line":
                if DASH.match(text.strip()):
                    if body is not None:
                        yield body
                    body = None
                if body is None:
                    yield from notes
                    notes = []
                    body = _Open("item" if DASH.match(text.strip()) else "paragraph")
                body.add_line(text, line)
            case _:
                pass
    if body is not None:
        yield body
    yield from notes


def _finish(opened: _Open, width: int) -> Iterator[Block]:
    """The block, preceded by the heading that its first lines turn out to be."""
    printed = str(opened.text)
    cut = _heading_end(opened, printed, width)
    if cut:
        value = DASH.sub("", printed[:cut])
        dashes = cut - len(value)
        starts = [(max(0, offset - dashes), line) for offset, line in opened.starts if offset < cut]
        level = 1 if NUMBERED_HEADING.match(value) else 2
        yield Block(kind="heading", text=Text(value, tuple(starts)), level=level)
    value = printed[cut:].lstrip()
    if not value:
        return
    shift = len(printed) - len(value)
    dash = DASH.match(value)
    if opened.kind == "item" and not cut and dash:
        value = value[dash.end() :]
        shift += dash.end()
    kind: BlockKind = "paragraph" if cut else opened.kind
    first = max(line for offset, line in opened.starts if offset <= shift)
    starts = [(0, first)] + [(offset - shift, line) for offset, line in opened.starts if offset > shift]
    yield Block(
        kind=kind,
        text=Text(value, tuple(starts)),
        number=opened.number,
        marks=tuple(Mark(mark.offset - shift, mark.number) for mark in opened.marks if mark.offset >= shift),
    )


def _heading_end(opened: _Open, printed: str, width: int) -> int:
    """Where the heading at the start of the block ends, or 0 if it has none.

    A heading is one or two lines without a full stop, the last of them ended well before the margin, with
    nothing after it or a new sentence.
    """
    if opened.kind == "footnote":
        return 0
    start = 0
    for end in opened.ends[:HEADING_LINES]:
        if end < 0:
            return 0
        line, rest = printed[start:end], printed[end:].lstrip()
        so_far = printed[:end]  # a bracket may go on in the second line
        short = len(line) < ENDED_EARLY * width and so_far.count("(") == so_far.count(")")
        if short and HEADING_END.search(line) and (not rest or rest[0].isupper()):
            return end
        if not HEADING_END.search(line):
            return 0
        start = end + 1
    return 0
