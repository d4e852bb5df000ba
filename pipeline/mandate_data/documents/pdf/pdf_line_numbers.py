"""The numbers of lines in the margin of a draft, one beside each line or beside every fifth: they are not text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from mandate_data.documents.pdf.pdf_words import Word

FEWEST = 4  # numbers of a page
FEWEST_SPARSE = 3  # the same where not each line has one
STEPS = (1, 2, 3, 5, 10)
SAME_PLACE = 1.0  # points
RULER = 20  # numbers that need not be level with lines
MOST_LEVEL = 0.8  # of the numbers are level with a line: the others stand beside a formula
LEVEL = 0.4  # of the size: a number and its line
BETWEEN = 0.7  # of the gaps between two numbers have as many lines as they say
NUMBERED = 0.8  # of the lines
RUNNING = 0.2  # of the lines begin in small letters, as within sentences
FULL = 0.5  # of the lines reach as far
FAR = 0.75  # of the widest of the page
OUTSIDE = 2  # lines above or below, of the head and the foot of the page, may begin in the margin

Line = list[Word]


def line_numbers(words: Sequence[Word], known: Sequence[float]) -> list[Word]:
    """The words of a page that number its lines; `known` are the places at which they ended on the page before."""
    figures = [word for word in words if word[0][0] in "0123456789" and len(word[0]) <= 4 and word[0].isdecimal()]
    if len(figures) < FEWEST_SPARSE and not known:
        return []
    found: list[Word] = []
    groups = {tuple(group): group for group in (*_aligned(figures, 2), *_aligned(figures, 1))}
    for group in sorted(groups.values(), key=len, reverse=True):
        goes_on = any(abs(group[0].x1 - end) <= SAME_PLACE for end in known)
        if not (len(group) >= FEWEST_SPARSE or goes_on) or not _count_evenly(group):
            continue
        apart = {*group, *found}
        others = [word for word in words if word not in apart]
        new = len(others) == len(words) - len(group) - len(found)
        if new and others and _are_marginal(group, others) and _count_lines(group, others, goes_on):
            found += group
    return found


def _aligned(figures: Sequence[Word], side: Literal[1, 2]) -> Iterator[list[Word]]:
    """Figures below each other, from top to bottom, which begin (1) or end (2) at one place."""
    group: list[Word] = []
    for word in sorted(figures, key=lambda word: word[side]):
        if group and word[side] - group[0][side] > SAME_PLACE:
            yield sorted(group, key=lambda one: one.bottom)
            group = []
        group.append(word)
    if group:
        yield sorted(group, key=lambda one: one.bottom)


def _count_evenly(group: Sequence[Word]) -> bool:
    steps = {int(other.text) - int(one.text) for one, other in pairwise(group)}
    return len(steps) < 2 and steps.issubset(STEPS)


def _are_marginal(group: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether all lines of the page but a head and a foot are on one side of the figures."""
    left, right = min(word.x0 for word in group), max(word.x1 for word in group)
    top, foot = group[0].top, group[-1].bottom
    if any(word.x0 < right and word.x1 > left and top < word.bottom and word.top < foot for word in others):
        return False
    for side in ([word for word in others if word.x0 < right], [word for word in others if word.x1 > left]):
        outside = {round(word.bottom) for word in side}
        if len(outside) <= OUTSIDE and all(word.bottom <= top or word.top >= foot for word in side):
            return True
    return False


def _lines(words: Sequence[Word]) -> list[Line]:
    """The words on one height, each from left to right, from top to bottom."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda word: word.bottom):
        if lines and word.bottom - lines[-1][0].bottom <= LEVEL * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.x0) for line in lines]


def _count_lines(group: Sequence[Word], words: Sequence[Word], goes_on: bool) -> bool:
    """Whether the figures count the lines beside them; `goes_on`: those of the page before did, in the same place."""
    top, foot = group[0].top - group[0].size, group[-1].bottom + group[-1].size
    lines = _lines([word for word in words if top < word[4] < foot])
    beside = [
        next((at for at, line in enumerate(lines) if abs(line[0].bottom - word.bottom) <= LEVEL * line[0].size), None)
        for word in group
    ]
    places = [at for at in beside if at is not None]
    if len(places) < MOST_LEVEL * len(group):
        return _are_a_ruler(group)
    if goes_on:
        return True
    values = [int(word.text) for word in group]
    step = values[1] - values[0] if len(values) > 1 else 0
    if step > 1:
        counted = sum(other - one == step for one, other in pairwise(places))
        return len(group) >= FEWEST_SPARSE and counted >= BETWEEN * (len(places) - 1)
    numbered = [lines[at] for at in places]
    widest = max([word[2] for word in words]) - min([word[1] for word in words])
    return (
        len(group) >= FEWEST
        and len(group) >= NUMBERED * (places[-1] + 1 - places[0])
        and sum(line[0].text[0].islower() for line in numbered) >= RUNNING * len(numbered)
        and sum(line[-1].x1 - line[0].x0 >= FAR * widest for line in numbered) >= FULL * len(numbered)
    )


def _are_a_ruler(group: Sequence[Word]) -> bool:
    """Whether figures are as far from each other all over the page, wherever its lines are."""
    distances = [lower.bottom - upper.bottom for upper, lower in pairwise(group)]
    return len(group) >= RULER and max(distances) - min(distances) <= SAME_PLACE
