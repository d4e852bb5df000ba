"""The printed lines of a text: their pages and places, in columns one after the other, and blocks made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mandate_data.documents.document import Block, BlockKind, Text
from mandate_data.documents.growing_text import GrowingText
from mandate_data.documents.line_breaks import before_next_line
from mandate_data.documents.printed_words import PrintedWords
from mandate_data.documents.text_columns import PAGE_END, columns_of

LABEL = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line: its number from 1, its page, its text, how far it is set in and how far it reaches."""

    number: int
    page: int
    text: str
    indent: int
    width: int
    after_gap: bool = False


@dataclass(slots=True)
class OpenBlock:
    """A block being put together."""

    kind: BlockKind
    number: str = ""
    level: int = 0
    text: GrowingText = field(default_factory=GrowingText)
    starts: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, line: int, words: PrintedWords) -> None:
        self.text.end = before_next_line(self.text.end, text, words)
        self.starts.append((len(self.text), line))
        self.text.add(" ".join(text.split()))

    def block(self) -> Block:
        text = Text(str(self.text), tuple(self.starts))
        return Block(self.kind, text, level=self.level, number=self.number)


def printed_lines(lines: Sequence[str]) -> list[PrintedLine]:
    """The lines that have text; a form feed ends a page."""
    found: list[PrintedLine] = []
    page, gap = 1, True
    for number, line in enumerate(lines, 1):
        page += line.count(PAGE_END)
        text = line.replace(PAGE_END, "").rstrip()
        if text.strip():
            found.append(
                PrintedLine(
                    number, page, text.strip(), len(text) - len(text.lstrip()), len(text), gap or PAGE_END in line
                )
            )
        gap = not text.strip()
    return found


def in_columns(page: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """The lines of a page, in runs that are read one after the other: where text stands in columns, each of them."""
    printed = [" " * line.indent + line.text for line in page]
    done, width = 0, max(map(len, printed), default=0)
    for region in columns_of(printed):
        yield list(page[done : region.first])
        lines = list(zip(page[region.first : region.last], printed[region.first : region.last], strict=True))
        yield _column([(line, text[: region.place].rstrip()) for line, text in lines], width)
        yield _column([(line, text[region.place :]) for line, text in lines], width)
        done = region.last
    yield list(page[done:])


def _column(lines: Sequence[tuple[PrintedLine, str]], width: int) -> list[PrintedLine]:
    """The lines of a column, as if it were as wide as the page; an empty one is a gap, unless all are so far apart."""
    places = [index for index, (_, text) in enumerate(lines) if text.strip()]
    usual = min((lower - upper for upper, lower in pairwise(places)), default=1)
    widest = max((len(text) for _, text in lines), default=1)
    column: list[PrintedLine] = []
    for index, (line, text) in enumerate(lines):
        if text.strip():
            gap = line.after_gap or (bool(column) and index - places[len(column) - 1] > usual)
            begin = len(text) - len(text.lstrip())
            column.append(
                replace(line, text=text.strip(), indent=begin, width=len(text) * width // widest, after_gap=gap)
            )
    return column


def with_labels(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page, in which a raised number that has a line of its own begins the line below it."""
    joined: list[PrintedLine] = []
    for line in page:
        label = joined[-1] if joined else None
        apart = label is not None and (label.after_gap or label.indent < line.indent)
        if label is not None and apart and LABEL.fullmatch(label.text) and not line.after_gap:
            joined[-1] = replace(line, text=f"{label.text} {line.text}", indent=label.indent, after_gap=True)
        else:
            joined.append(line)
    return joined


def usual_width(lines: Sequence[PrintedLine]) -> int:
    """The width that a tenth of all lines reach."""
    widths = sorted(line.width for line in lines)
    return widths[len(widths) * 9 // 10] if widths else 0
