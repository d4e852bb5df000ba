"""The document model: blocks of text that know on which line of the source each character stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "row", "footnote"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: the `number` printed, and the `offset` in the block's text at which it stands."""

    offset: int
    number: str


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
        """First and last source line of the characters from `start` up to `end`."""
        last = len(self.value) if end is None else end
        return self.line_at(start), self.line_at(max(start, last - 1))


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or footnote.

    `level` is a heading's depth; `number` a footnote's; `cells` a row's; `group` tells which items form one
    list and which rows one table. `boxed` blocks stand apart from the running text.
    """

    kind: BlockKind
    text: Text
    level: int = 0
    number: str = ""
    cells: tuple[Text, ...] = ()
    marks: tuple[Mark, ...] = ()
    group: int = 0
    boxed: bool = False

    @property
    def line(self) -> int:
        return self.text.line_at(0)

    @property
    def end_line(self) -> int:
        return self.text.lines()[1]


@dataclass(frozen=True, slots=True)
class Document:
    """A source file as blocks in reading order.

    `path` is the file as the caller named it; `lines` its text, line by line, without line ends; `set_aside`
    the line ranges of captions and credits, which no later stage gets to see.
    """

    source_id: str
    path: str
    media_type: str
    sha256: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    set_aside: tuple[tuple[int, int], ...] = field(default=())
