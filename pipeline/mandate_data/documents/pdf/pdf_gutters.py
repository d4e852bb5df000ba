"""The gaps of rows that may be gutters between columns: where words are, and what they leave free."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np

from mandate_data.documents.pdf.pdf_characters import Numbers
from mandate_data.documents.pdf.pdf_lines import Row

GUTTER = 0.65  # of the size: a gap so wide may part columns, as hyphens may reach into the usual 10 points
NARROW = 0.3  # the same on a page on which the words behind the gap begin at one place in many lines
NARROW_ROWS = 10  # so many lines
PAGE_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,7}")
MARKER = re.compile(r"[^\w\s]|\(?[\divxlcA-Za-z]{1,5}[.)]|\d{1,3}|\[\w{1,8}\]")
"""A bullet or a label, with the text beside it."""
DOTS = 4  # make leaders
LEADER = 0.9  # of the size: their dots are no further from each other, and from the word before
LEADER_END = 3.0  # of the size: and no further from the number of a page at their end
SHARED = 0.1  # of the size: so much of their height is shared by lines that are beside each other

Span = tuple[float, float]


def has_narrow_gutter(rows: Sequence[Row]) -> bool:
    """Whether in many lines that follow each other words begin at one place, and none reach over it."""
    begins = Counter([round(word[1]) for row in rows for word in row])
    often = [(place, count) for place, count in sorted(begins.items()) if count >= NARROW_ROWS]
    if not often:
        return False
    left = np.array([word[1] for row in rows for word in row])
    right = np.array([word[2] for row in rows for word in row])
    places = [place for place, count in often if _parts(place, left, right, count)]
    if not places:
        return False
    joined = [[word for row in unit for word in row] for unit in beside_each_other(rows, NARROW)]
    segments = [segments_of(row, NARROW) for row in joined]
    for place in places:
        count = 0
        for columns in segments:
            if any(left < place - 1 < right for left, right in columns):
                count = 0
            count += any(abs(left - place) <= 1 for left, _ in columns[1:])
            if count >= NARROW_ROWS:
                return True
    return False


def _parts(place: int, left: Numbers, right: Numbers, count: int) -> bool:
    """Whether at least `count` words are on the left of a place, and fewer reach over it; `left` and `right` are where
    words begin and end."""
    behind = right > place - 1
    over = np.count_nonzero(behind & (left < place - 1))
    return bool(len(right) - np.count_nonzero(behind) >= count > over)


def beside_each_other(rows: Sequence[Row], least: float) -> list[list[Row]]:
    """The rows, in which two that share some of their height, with a gutter between them, are one unit."""
    units: list[list[Row]] = []
    for row in rows:
        last = units[-1] if units else []
        if len(last) == 1 and _share_height(last[0], row) and _gap(last[0], row) >= least * size_of(row):
            last.append(row)
        else:
            units.append([row])
    return units


def _share_height(upper: Row, lower: Row) -> bool:
    return max([word.bottom for word in upper]) - min([word.top for word in lower]) > SHARED * size_of(lower)


def _gap(one: Row, other: Row) -> float:
    """How wide the gap between the words of two rows is; negative where one is above the other."""
    left, right = sorted((min([word.x0 for word in row]), max([word.x1 for word in row])) for row in (one, other))
    return right[0] - left[1]


def size_of(row: Row) -> float:
    return max([word.size for word in row])


def segments_of(row: Row, least: float) -> list[Span]:
    """Where the row has words, without the gaps between columns; leaders, as in contents, part none."""
    spans: list[Span] = []
    gutter, end = least * size_of(row), 0.0
    for left, right in _whole_leaders(row) or sorted([word[1:3] for word in row]):
        if not spans or left - end >= gutter:
            spans.append((left, right))
            end = right
        elif right > end:
            spans[-1] = (spans[-1][0], right)
            end = right
    return spans


def _whole_leaders(row: Row) -> list[Span]:
    """Where the words of a row are, with leaders and the words at their ends as one; nothing if it has no leaders."""
    if sum([len(word.text) for word in row if word.text[0] == "."]) < DOTS:
        return []
    words = sorted(row, key=lambda word: word.x0)
    gaps = [0.0, *(right.x0 - left.x1 for left, right in pairwise(words)), 0.0]
    joined: set[int] = set()
    for dots, group in groupby(range(len(words)), key=lambda place: not words[place].text.strip(".")):
        places = list(group)
        end, size = places[-1] + 1, words[places[0]].size
        apart = any(gaps[one] >= LEADER * size for one in places[1:])
        if not dots or apart or sum(len(words[one].text) for one in places) < DOTS:
            continue
        joined |= {one for one in places if one and gaps[one] < LEADER * size}
        if end < len(words) and gaps[end] < LEADER_END * size and _are_pages(words[end].text):
            joined.add(end)
    spans: list[Span] = []
    for place, word in enumerate(words):
        spans.append((spans.pop()[0] if spans and place in joined else word.x0, word.x1))
    return spans


def _are_pages(text: str) -> bool:
    """Whether a word is the number of a page or of a paragraph, or of the first and the last one."""
    return all(PAGE_NUMBER.fullmatch(one) for one in text.replace("\u2013", "-").split("-", 1))


def free_of(gutter: Span, segments: Sequence[Span]) -> Iterator[Span]:
    """What is left of a gutter beside the words of another row."""
    left = gutter[0]
    for start, end in segments:
        if end <= left or start >= gutter[1]:
            continue
        if start > left:
            yield (left, start)
        left = max(left, end)
    if left < gutter[1]:
        yield (left, gutter[1])
