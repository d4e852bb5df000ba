"""How notes begin that are typed as paragraphs, and the marks that the text has of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mandate_data.documents.document import Block
from mandate_data.documents.line_breaks import ABBREVIATED
from mandate_data.documents.plain_marks import BEHIND_RAISED
from mandate_data.typography import LOWERED, RAISED, RAISED_LETTERS, RAISED_MARK

Form = Literal["mark", "bracket", "figure", "caret", "slash", "star", "number", "roman"]

BEGINS: dict[Form, re.Pattern[str]] = {
    "bracket": re.compile(r"[\[［](\d{1,3}|[a-z]|\*{1,3})[\]］]\s*(?=\S)"),
    "figure": re.compile(rf"({RAISED_MARK})\s*(?=\S)"),
    "caret": re.compile(r"\^(\d{1,3})\^\s*(?=\S)"),
    "slash": re.compile(r"(\d{1,3}|[a-z]) ?/\s+(?=\S)"),
    "star": re.compile(r"(\*{1,3}|[†‡§])\s*(?=[^\W_])"),
    "number": re.compile(r"\(?(\d{1,3})[.)]?\s+(?=\S)"),
    "roman": re.compile(r"([ivxl]{1,7})\s+(?=\S)"),
}
"""How a note may begin that is typed."""
IN_TEXT: dict[Form, re.Pattern[str]] = {
    "bracket": re.compile(r"(?<=\S) ?[\[［](\d{1,3}|[a-z]|\*{1,3})[\]］]"),
    "caret": re.compile(r"(?<=\S)\^(\d{1,3})\^"),
    "figure": re.compile(rf"{BEHIND_RAISED}(?<![{RAISED}{RAISED_LETTERS}])({RAISED_MARK})(?![{RAISED_LETTERS}])"),
    "slash": re.compile(r"(?<=[^\W\d_]|[.,;:)\]”\"’']) ?(?<![\w/])(\d{1,3}|[a-z])/(?=[\s.,;:)]|$)"),
    "star": re.compile(r"(?<=[\w.,;:)\]”\"’'])(\*{1,3}|[†‡§])(?=[\s.,;:)]|$)"),
}
"""The marks of such notes in the text."""
SIGN_OF: dict[Form, str] = {
    "bracket": "]］",
    "caret": "^",
    "figure": RAISED + RAISED_LETTERS,
    "slash": "/",
    "star": "*†‡§",
}
"""One of these is in each of them: this is looked for much faster."""
CITES = re.compile(
    r"(?:see|see also|voir|véase|ver|см\.?|cf\.?|ibid|ibíd|id|idem|op\.? cit|loc\.? cit|supra|там же|https?:|www\.)\b"
    r"|https?:|(?-i:[A-Z]{1,6}/[A-Z0-9])",
    re.I,
)
"""What only notes begin with: a word that cites, a symbol or a web address."""
ENDED = re.compile(r"[.!?:;”\"’)_*]$")
FEW = 4  # notes that may be missing before one
SURE: tuple[Form, ...] = ("mark", "bracket", "figure", "caret")
"""Nothing but notes and lists of sources is numbered so: if they count, they need no mark in the text."""
SIGNED: tuple[Form, ...] = ("bracket", "figure", "caret", "slash")
"""Signs with which little else begins than notes."""


class Start(NamedTuple):
    """What may be the beginning of a note: its block, where in it, the note's label, and where its text begins."""

    block: int
    start: int
    form: Form
    label: str
    end: int

    @property
    def place(self) -> tuple[int, int]:
        return self.block, self.start


_Place = tuple[int, int]
"""A block and an offset in its text."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The first of the marks in the text and how many there are, by label: of those that are typed, by their form, and
    of real ones; and the last star in each block."""

    typed: dict[tuple[Form, str], _Place]
    real: dict[str, _Place]
    counts: Counter[tuple[Form, str]]
    stars: dict[int, int]

    def before(self, start: Start) -> bool:
        """Whether the text has the mark of a note that begins so before it."""
        forms: tuple[Form, ...] = (start.form, *SURE) if start.form == "number" else (start.form,)
        firsts = [self.real.get(start.label), *(self.typed.get((form, start.label)) for form in forms)]
        return any(first is not None and first < start.place for first in firsts)

    def count(self, start: Start) -> int:
        """How many marks the text has of a note that begins so."""
        return self.counts[start.form, start.label] + self.counts["mark", start.label]

    def is_emphasis(self, star: Start) -> bool:
        """Whether a star begins what another one in its block ends."""
        return self.stars.get(star.block, -1) >= star.end


def starts_of(blocks: Sequence[Block]) -> Iterator[Start]:
    """What may begin a note: the lines of blocks that begin with a label."""
    for index, block in enumerate(blocks):
        yield from _starts(block, index)


def _starts(block: Block, index: int) -> Iterator[Start]:
    if block.kind not in ("paragraph", "item", "footnote"):
        return
    is_note = block.kind == "footnote"  # lines in it may begin others
    marks = {mark.offset: mark.number for mark in reversed(block.marks)}
    for offset in dict.fromkeys((0, *(offset for offset, _ in block.text.starts))):
        if is_note and not offset:
            continue
        if offset in marks:
            if offset < len(block.text.value):
                yield Start(index, offset, "mark", marks[offset], offset)
            continue
        if is_note:
            continue
        labelled = block.label and not offset
        said = f"{block.label} {block.text.value}" if labelled else block.text.value
        for form, begins in BEGINS.items():
            # "para." at the end of a line, and its number on the next
            behind = form == "number" and offset and ABBREVIATED.search(said, max(0, offset - 12), offset - 1)
            if not behind and (found := begins.match(said, offset)):
                end = 0 if labelled else found.end()
                yield Start(index, offset, form, found[1].translate(LOWERED), end)
                break


def typed_marks(text: str, form: Form) -> Iterator[str]:
    """The labels of the typed marks of a form that a text has."""
    mark_of = IN_TEXT.get(form)
    if mark_of is not None and any(sign in text for sign in SIGN_OF[form]):
        yield from (found[1].translate(LOWERED) for found in mark_of.finditer(text))


def places_of_beginnings(blocks: Sequence[Block], starts: Sequence[Start]) -> Iterator[tuple[int, int]]:
    """The places of the beginnings, without those that are marks: a mark that begins a line of a block, above which
    nothing in the block begins as a note, was cut off from its word by the end of the line."""
    within = -1  # the block in which something has begun
    for start in starts:
        cut_off = start.form == "mark" and start.start and start.block != within
        if not cut_off or blocks[start.block].kind == "footnote":
            within = start.block if start.form != "number" else within
            yield start.place


def marks_of(blocks: Sequence[Block], starts: set[tuple[int, int]]) -> Marks:
    """The marks in the text, but for what stands at these places and may begin notes."""
    typed, real, stars = dict[tuple[Form, str], _Place](), dict[str, _Place](), dict[int, int]()
    counts: Counter[tuple[Form, str]] = Counter()
    for index, block in enumerate(blocks):
        for mark in block.marks:
            place = (index, mark.offset)
            if place not in starts:
                real[mark.number] = min(place, real.get(mark.number, place))
                counts["mark", mark.number] += 1
        text = block.text.value
        for form, mark_of in IN_TEXT.items():
            for found in mark_of.finditer(text) if any(sign in text for sign in SIGN_OF[form]) else ():
                if form == "star":
                    stars[index] = found.start()
                if block.kind != "footnote" and (index, found.start(1) - (form == "bracket")) not in starts:
                    label = (form, found[1].translate(LOWERED))
                    typed.setdefault(label, (index, found.start(1)))
                    counts[label] += 1
    return Marks(typed, real, counts, stars)
