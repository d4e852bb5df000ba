"""Running heads, feet and page numbers: text at the edge of several pages, which is set aside.

A line counts if it stands at the same place of several pages and says the same there, but for a number that goes with
the page; or if most pages have a line at that place, well apart from their text, whatever it says. Nothing else of the
page may stand between it and the edge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mandate_data.documents.pdf.pdf_lines import Line

MARGIN = 0.13  # of the page's height, at its top and at its foot
SAME = 3.0  # points by which the place of a running head may vary
OFTEN = 0.3  # of the pages: left and right pages may have two running heads
MOSTLY = 0.6  # of the pages: so many have a line at the place of heads that change
APART = 1.8  # of the size: how far such a line stays from the text
LARGEST_NUMBER = 999  # of a page: years look like page numbers
FIGURES = re.compile(r"\d{1,6}")
YEAR = re.compile(r"\d{4}")
AROUND = " -–—[]()"
ROMAN = re.compile(r"[ivxlc]{1,7}|[IVXLC]{1,7}")
PAGE_NUMBER = re.compile(r"[-–—\[(]?\s*(?:[Pp]age\s+)?(?:\d{1,3}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—\])]?")
RULE = re.compile(r"[_\s]{5,}|[-–—_]{10,}")  # a line of underscores is a rule and says nothing


def furniture(lines: Sequence[Line], heights: Sequence[float]) -> frozenset[int]:
    """Indices of the lines that are not a text of the document; `heights[n - 1]` is the height of page n.

    Lines come page by page, those of a page from top to bottom.
    """
    rules = {index for index, line in enumerate(lines) if RULE.fullmatch(line.text)}
    candidates = [
        index
        for index, line in enumerate(lines)
        if index not in rules and _in_margin(line, heights) and not (line.marks and line.marks[0].offset == 0)
    ]
    found = _repeated(lines, candidates, len(heights)) | _placed_alike(lines, candidates, len(heights))
    if len(heights) == 1:
        ends = {0, len(lines) - 1} & set(candidates)
        found |= {index for index in ends if PAGE_NUMBER.fullmatch(lines[index].text)}
    return frozenset(rules | _at_edges(lines, found, rules))


def _in_margin(line: Line, heights: Sequence[float]) -> bool:
    height = heights[line.page - 1]
    return line.bottom < height * MARGIN or line.top > height * (1 - MARGIN)


def _repeated(lines: Sequence[Line], candidates: Sequence[int], pages: int) -> set[int]:
    """Lines that say the same at the same place of several pages."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in candidates:
        for form in _forms(lines[index]):
            places[form].append(index)
    found: set[int] = set()
    for indices in places.values():
        alike = max((_near(lines, indices, index) for index in indices), key=len)
        on = {lines[index].page for index in alike}
        number = PAGE_NUMBER.fullmatch(lines[alike[0]].text)
        if len(on) >= max(2, OFTEN * pages) or (len(on) >= 2 and number):
            found.update(alike)
    return found


def _forms(line: Line) -> Iterator[str]:
    """What the line may have in common with others: its text; its text but for a number that goes with the page."""
    yield line.text
    if ROMAN.fullmatch(line.text.strip(AROUND)):
        yield "page number in Roman figures"
    for number in FIGURES.finditer(line.text):
        if int(number[0]) <= LARGEST_NUMBER:
            offset = int(number[0]) - line.page
            yield f"{line.text[: number.start()]}page{offset:+d}{line.text[number.end() :]}"


def _placed_alike(lines: Sequence[Line], candidates: Sequence[int], pages: int) -> set[int]:
    """Lines at a place where most pages have one, apart from their text: heads that change from chapter to chapter."""
    apart = [index for index in candidates if _is_apart(lines, index)]
    found: set[int] = set()
    for index in apart:
        alike = _near(lines, apart, index)
        if len({lines[other].page for other in alike}) >= max(3, MOSTLY * pages):
            found.update(alike)
    return found


def _is_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the first or the last of its page and stays away from the next."""
    line = lines[index]
    others = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    beside = [other for other in others if other.page == line.page]
    distance = min((abs(other.bottom - line.bottom) for other in beside), default=0.0)
    # A heading is larger than what stands below it.
    small = len(beside) == 1 and line.size < beside[0].size + 0.5 and not YEAR.fullmatch(line.text)
    return small and distance > APART * max(line.size, beside[0].size)


def _near(lines: Sequence[Line], indices: Sequence[int], index: int) -> list[int]:
    return [other for other in indices if abs(lines[other].bottom - lines[index].bottom) <= SAME]


def _at_edges(lines: Sequence[Line], found: set[int], rules: set[int]) -> set[int]:
    """Those of the lines found between which and the edge of their page stands nothing else."""
    pages: Mapping[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if index not in rules:
            pages[line.page].append(index)
    kept: set[int] = set()
    for indices in pages.values():
        for inwards in (indices, indices[::-1]):
            for index in inwards:
                if index not in found:
                    break
                kept.add(index)
    return kept
