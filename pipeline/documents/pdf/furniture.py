"""Running heads, feet and page numbers: what stands at the same place of several pages, and is set aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.documents.pdf.lines import Line

MARGIN = 0.13  # of the page's height, at its top and at its foot
SAME = 3.0  # points by which the place of a running head may vary
OFTEN = 0.3  # of the pages that a running head stands on; left and right pages may have two
FIGURES = re.compile(r"\d{1,6}")
ROMAN = re.compile(r"[ivxlc]{1,7}")
PAGE_NUMBER = re.compile(r"[-–—\[(]?\s*(?:[Pp]age\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—\])]?")
RULE = re.compile(r"[_\s]{5,}|[-–—_]{10,}")  # a line of underscores is a rule and says nothing


def furniture(lines: Sequence[Line], heights: Sequence[float]) -> frozenset[int]:
    """Indices of the lines that are no text of the document; `heights[n - 1]` is the height of page n."""
    places: dict[tuple[str, bool], list[int]] = defaultdict(list)
    found = {index for index, line in enumerate(lines) if RULE.fullmatch(line.text)}
    for index, line in enumerate(lines):
        if _in_margin(line, heights) and not (line.marks and line.marks[0].offset == 0):
            for form in _forms(line):
                places[form, line.bottom < heights[line.page - 1] / 2].append(index)
    for indices in places.values():
        repeated = max((_near(lines, indices, index) for index in indices), key=len)
        pages = {lines[index].page for index in repeated}
        number = PAGE_NUMBER.fullmatch(lines[repeated[0]].text)
        if len(pages) >= max(2, OFTEN * len(heights)) or (len(pages) >= 2 and number):
            found.update(repeated)
    if len(heights) == 1:
        ends = {0, len(lines) - 1} if lines else set()
        found.update(i for i in ends if _in_margin(lines[i], heights) and PAGE_NUMBER.fullmatch(lines[i].text))
    return frozenset(found)


def _in_margin(line: Line, heights: Sequence[float]) -> bool:
    height = heights[line.page - 1]
    return line.bottom < height * MARGIN or line.top > height * (1 - MARGIN)


def _forms(line: Line) -> Iterator[str]:
    """What the line may have in common with others: its text; its text but for a number that goes with the page."""
    yield line.text
    if ROMAN.fullmatch(line.text):
        yield "page number in Roman figures"
    for number in FIGURES.finditer(line.text):
        offset = int(number[0]) - line.page
        yield f"{line.text[: number.start()]}page{offset:+d}{line.text[number.end() :]}"


def _near(lines: Sequence[Line], indices: Sequence[int], index: int) -> list[int]:
    return [other for other in indices if abs(lines[other].bottom - lines[index].bottom) <= SAME]
