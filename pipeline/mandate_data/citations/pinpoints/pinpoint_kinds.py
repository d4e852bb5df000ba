"""The kinds of pinpoints: which lies within which, and which only stand beside each other."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import fragment
from mandate_data.citations.references import PinpointKind, ReferenceKind

SHOWN: tuple[PinpointKind, ...] = ("table", "figure", "box", "graph")
"""What the text around a reference has, too: it is the reference's only where it is closely tied to it."""
RANK: dict[PinpointKind, int] = {
    "annex": 0,
    "chapter": 1,
    "section": 2,
    "article": 2,
    "principle": 2,
    "rule": 2,
    "part": 1,
    "page": 3,
    "paragraph": 3,
    "preambular_paragraph": 3,
    **dict.fromkeys(SHOWN, 3),
}
"""Nested pinpoints go from the outer to the inner one."""
_INNERMOST = 3
_BESIDE = 2
"""What has this rank lies within another of its rank, but for one behind an `and`."""
_SEEN = re.compile(r"\(\w")


def may_have(kind: ReferenceKind, place: PinpointKind) -> bool:
    """Whether a reference of this kind has such places: the article beside a general comment is that of the treaty."""
    return not (kind == "general_comment" and place == "article")


def is_elsewhere(kind: PinpointKind | None, following: PinpointKind | None, joint: re.Match[str] | None) -> bool:
    """Whether what follows a pinpoint is not a place within it, but another, or the same one counted otherwise:
    `para. 77, p. 54`. Its numbers are not the pinpoint's."""
    if kind is None or following is None or joint is None or kind == following or RANK[kind] != RANK[following]:
        return False
    return RANK[kind] == _INNERMOST or (RANK[kind] == _BESIDE and joint[0].strip(" \n,;()") != "")


def is_chapter_seen(plain: str, start: int, end: int, words: Words) -> bool:
    """Whether a chapter at `end` is to be seen, as what stands from `start` on says: `(see chap. I, sect. B)`. A
    resolution has none; it is that of the report that cites it."""
    return _SEEN.search(plain, start, end) is not None and _chapter(words).match(plain, end) is not None


@cache
def _chapter(words: Words) -> re.Pattern[str]:
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind == "chapter")
    return re.compile(labels or NEVER, re.IGNORECASE)
