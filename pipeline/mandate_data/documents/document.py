"""The document model: blocks of text that know on which line of the source each character is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

WORD = re.compile(r"[^\W_]+")
BlockKind = Literal["heading", "paragraph", "item", "row", "footnote"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: the `number` printed, and the `offset` in the block's text at which it stands."""

    offset: int
    number: str


class Place(NamedTuple):
    """Characters of a source, from `start` in line `line` to `end` in line `end_line`.

    Lines count from 1, characters are code points and count from 0 in their line; `end` is exclusive.
    """

    source_id: str
    line: int
    start: int
    end_line: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in which line breaks have become spaces.

    `starts` holds (offset, source line) pairs in ascending order: from each offset on, characters stand on
    that line.
    """

    value: str
    starts: tuple[tuple[int, int], ...]

    def line_at(self, offset: int) -> int:
        """The source line (from 1) of the character at `offset`."""
        index = bisect_right(self.starts, offset, key=lambda start: start[0]) - 1
        return self.starts[max(index, 0)][1]

    def lines(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """First and last source line of the characters from `start` up to `end`.

        The cells of a row that a page's end cut may go back: the lowest and the highest line are meant.
        """
        last = max(start, (len(self.value) if end is None else end) - 1)
        begin = max(bisect_right(self.starts, start, key=lambda start: start[0]) - 1, 0)
        stop = max(bisect_right(self.starts, last, key=lambda start: start[0]), begin + 1)
        lines = [line for _, line in self.starts[begin:stop]]
        return min(lines), max(lines)


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or footnote.

    `level` is a heading's depth, or in how many outer lists an item's own list is; `number` a footnote's; `cells` a
    row's; `group` tells which items form one list, which rows one table, and, where the format says so, which blocks
    one footnote. `boxed` blocks stand apart from the running text. `label` is the number or letter that is printed
    before an item and no part of its text.
    """

    kind: BlockKind
    text: Text
    level: int = 0
    number: str = ""
    cells: tuple[Text, ...] = ()
    marks: tuple[Mark, ...] = ()
    group: int = 0
    boxed: bool = False
    label: str = ""

    @property
    def line(self) -> int:
        return self.text.line_at(0)

    @property
    def end_line(self) -> int:
        return self.text.lines()[1]


def row_of(cells: Sequence[Block], group: int = 0, boxed: bool = False) -> Block:
    """The row of a table that has these cells; a bar parts each from the next, and an empty one, too."""
    value = " | ".join(cell.text.value for cell in cells)
    starts: list[tuple[int, int]] = []
    marks: list[Mark] = []
    begin = 0
    for cell in cells:
        starts += [(begin + offset, line) for offset, line in cell.text.starts]
        marks += [Mark(begin + mark.offset, mark.number) for mark in cell.marks]
        begin += len(cell.text.value) + len(" | ")
    texts = tuple(cell.text for cell in cells)
    return Block("row", Text(value, tuple(starts)), cells=texts, marks=tuple(marks), group=group, boxed=boxed)


def with_marks(text: str, marks: Iterable[Mark]) -> str:
    """A line as the readers' editions have it: each footnote mark in its place, written `[^12]`."""
    pieces, position = [], 0
    for mark in marks:
        pieces += [text[position : mark.offset], f"[^{mark.number}]"]
        position = mark.offset
    return "".join([*pieces, text[position:]])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a reader did not read: `what` it is, how many `words` it has, and its `line` or `page`, from 1 (0: unknown).

    `words` is 0 for what has no words or none that can be counted, such as a picture or a damaged page.
    """

    what: str
    words: int = 0
    line: int = 0
    page: int = 0

    @property
    def reason(self) -> str:
        """What was left out, in words for people."""
        return f"{self.what} ({self.words:,} word{'s' if self.words != 1 else ''})" if self.words else self.what


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page, from 1, whose text was recognised in a picture: its words, how sure they are (in %), and by what."""

    page: int
    words: int
    sure: int
    by: str

    @property
    def reason(self) -> str:
        """What was done, in words for people."""
        return f"its text was recognised in a picture of it ({self.words:,} words, {self.sure} % sure; {self.by})"


def count_words(text: str) -> int:
    """How many words a text has, as `LeftOut` counts them: runs of letters and digits."""
    return len(WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Document:
    """A source file as blocks in reading order.

    `path` is the file as the caller named it; `lines` its text, line by line, without line ends; `set_aside`
    the line ranges of captions and credits, which no later stage gets to see. Of a document with pages, `pages` has
    the page of each line, from 1, and `unread` the pages that are not wholly text that can be read, such as
    scanned ones. `left_out` is what else the reader did not read; `recognised` the pages
    whose text was recognised in a picture of them; `heads` are lines of page
    heads, which are not text but may have the document's symbol.
    """

    source_id: str
    path: str
    media_type: str
    sha256: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    set_aside: tuple[tuple[int, int], ...] = field(default=())
    pages: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    heads: tuple[str, ...] = ()
    recognised: tuple[Recognised, ...] = ()

    def page_at(self, line: int) -> int | None:
        """The page that a line stands on, from 1; None for a document without pages."""
        return self.pages[line - 1] if self.pages else None
