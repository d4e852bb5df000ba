"""The words of a PDF's page become its printed lines, with footnote marks apart from the text.

All measures are points; x runs to the right, y downwards from the top of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.documents.model import Mark

Words = Sequence[dict[str, Any]]

SMALL = 0.85  # of the size of the line: a raised figure is no larger
RAISED = 0.12  # of the size of the line: how far its foot lies above the others'
OVERLAP = 0.5  # of the height of the smaller one: so much is shared by what stands on one line
MARK = re.compile(r"\d{1,3}(?:,\d{1,3})*,?|[*†‡]{1,3}")
UNIT = re.compile(r"(?:^|[\d ])[kcm]?m$")  # a raised figure behind it is no mark: km²
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text without marks, the marks, where it stands, and how it is set.

    `first` is the width of its first word, `second` where its second word begins (the end of the line where there is
    none). `size` is that of most of its characters; `bold` and `italic` say that all of it is; `boxed` that a frame is
    drawn around it. `indent` and `room` are how far it stays from the usual edges of the text, on the left and on the
    right; `number` is its place among the lines of the document.
    """

    page: int
    text: str
    marks: tuple[Mark, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    first: float
    second: float
    boxed: bool = False
    indent: float = 0.0
    room: float = 0.0
    number: int = 0


def lines_of(words: Words, page: int) -> list[Line]:
    """The lines that words stand on, from top to bottom. Words are those of pdfplumber, with font and size."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (-round(word["size"], 1), word["top"], word["x0"])):
        best = max(rows, key=lambda row: _overlap(word, row[0]), default=None)
        if best is not None and _overlap(word, best[0]) >= OVERLAP:
            best.append(word)
        else:
            rows.append([word])
    return sorted((_line(row, page) for row in rows), key=lambda line: (round(line.bottom), line.x0))


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> float:
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return float(shared / max(min(one["bottom"] - one["top"], other["bottom"] - other["top"]), 0.1))


def _line(row: Words, page: int) -> Line:
    words = sorted(row, key=lambda word: word["x0"])
    size = main_size(words)
    foot = max(word["bottom"] for word in words if word["size"] >= size * SMALL)
    text, marks = "", list[Mark]()
    end = words[0]["x0"]
    for word in words:
        raised = word["size"] < size * SMALL and word["bottom"] < foot - size * RAISED
        if raised and MARK.fullmatch(word["text"]) and not UNIT.search(text):
            marks += [Mark(len(text), number) for number in word["text"].strip(",").split(",")]
        else:
            # A raised "th" and what follows a mark at once belong to the word before.
            apart = text and word["x0"] - end > size * (0.3 if raised else 0.12)
            text += (" " if apart else "") + word["text"]
        end = word["x1"]
    return Line(
        page=page,
        text=text,
        marks=tuple(marks),
        x0=words[0]["x0"],
        x1=end,
        top=min(word["top"] for word in words),
        bottom=foot,
        size=size,
        bold=all(BOLD.search(word["fontname"]) for word in words),
        italic=all(ITALIC.search(word["fontname"]) for word in words),
        first=words[0]["x1"] - words[0]["x0"],
        second=words[1]["x0"] if len(words) > 1 else end,
    )


def main_size(words: Iterable[dict[str, Any]]) -> float:
    """The size, in points to a tenth, in which most characters of the words are set; of two the larger."""
    counts: dict[float, int] = {}
    for word in words:
        size = round(float(word["size"]), 1)
        counts[size] = counts.get(size, 0) + len(word["text"])
    return max(counts, key=lambda size: (counts[size], size))
