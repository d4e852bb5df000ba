"""The words that are printed within the lines of a document tell how a word goes on that the end of a line broke."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import Literal

Joint = Literal["none", "hyphen", "hyphen and space"]
"""What stands between the two halves of a word that a line's end broke after a hyphen."""

WORD = re.compile(r"\w+(?:-\w+)*")
PROGRAM_HYPHENS = ("‐", "\u00ad")  # which programs set when they break words
SUSPENDED = re.compile(r"\w- (\w+)")  # as in "short- and long-term"
NEAR = 3  # letters of the second half: words that begin with the first half and these are of the same stem
OFTEN = 0.003  # of all words: what stands behind a suspended hyphen is a word such as "and"
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ALWAYS_HYPHENATED = frozenset(
    ["non", "self", "two", "three", "four", "five", "six", "seven", "eight", "nine", *TENS],
)
"""English words that have a hyphen behind them when they begin another."""


@dataclass(frozen=True, slots=True)
class _Usage:
    """How a document uses words: which stand by themselves, begin or end words with hyphens, follow a suspended hyphen;
    whether it breaks words at the ends of lines."""

    alone: Counter[str]
    firsts: frozenset[str]
    lasts: frozenset[str]
    suspended: frozenset[str]
    breaks: bool


class PrintedWords:
    """The words of a document's printed lines, which are given in the order of the text."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = list(lines)

    def joint(self, before: str, first: str, rest: str, by_program: bool) -> Joint:
        """What stands between `first`, with which the text `before` ends, and `rest`, with which the next line begins.

        The document's own words tell: what is printed in one piece elsewhere is one word, what has a hyphen there keeps
        it. `by_program` says that the hyphen is one that only programs set.
        """
        first_half, second = first.lower(), rest.lower()
        whole, compound = self._counts[first_half + second], self._counts[f"{first_half}-{second}"]
        if whole != compound or by_program:
            return "none" if whole >= compound else "hyphen"
        return "hyphen" if whole else self._likely(before, first, rest)

    def _likely(self, before: str, first: str, rest: str) -> Joint:
        """The same for a word that is nowhere else in the document, with a hyphen or without."""
        rest, *others = rest.split("-")
        alike = rest.islower() or (first.isupper() and rest.isupper())
        parts = alike and first.isalpha() and rest.isalpha() and len(first) > 1 < len(rest)
        if not parts or self._has_program_hyphens:  # then this one is no such hyphen
            return "hyphen"
        first_half, second = first.lower(), rest.lower()
        if first_half in ALWAYS_HYPHENATED or self._begins(f"{first_half}-{second[:NEAR]}"):
            return "hyphen"
        if self._begins(first_half + second[:NEAR]):
            return "none"
        usage = self._usage
        are_words = first_half in usage.alone and second in usage.alone
        address = "/" in (word := before.rsplit(None, 1)[-1]) or "www." in word
        chained = bool(others) or "-" in word
        if second in usage.suspended and are_words and not address and not chained:
            return "hyphen and space"
        if not usage.breaks or address or (chained and are_words):
            return "hyphen"
        compound = second in usage.lasts or (first_half in usage.firsts and second in usage.alone)
        return "hyphen" if compound else "none"

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each word is printed within a line, in small letters; both halves of a broken one count."""
        return Counter(map(str.lower, chain.from_iterable(map(WORD.findall, self._lines))))

    @cached_property
    def _has_program_hyphens(self) -> bool:
        return any(line.endswith(PROGRAM_HYPHENS) for line in self._lines)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._counts)

    def _begins(self, start: str) -> bool:
        """Whether a word of the document begins so."""
        place = bisect_left(self._sorted, start)
        return place < len(self._sorted) and self._sorted[place].startswith(start)

    @cached_property
    def _usage(self) -> _Usage:
        alone = Counter(chain.from_iterable(self._whole_words()))
        hyphenated = [word.split("-") for word in alone if "-" in word]
        often = OFTEN * alone.total()
        found = (word.lower() for line in self._lines if "- " in line for word in SUSPENDED.findall(line))
        broken = [(self._counts[one + other], self._counts[f"{one}-{other}"]) for one, other in self._broken()]
        whole = sum(whole > compound for whole, compound in broken)
        return _Usage(
            alone=alone,
            firsts=frozenset(parts[0] for parts in hyphenated),
            lasts=frozenset(parts[-1] for parts in hyphenated),
            suspended=frozenset(word for word in found if alone[word] >= often),
            breaks=whole > sum(whole < compound for whole, compound in broken) // 2,
        )

    def _whole_words(self) -> Iterator[list[str]]:
        """The words of each line but those that its ends break."""
        broken = False
        for line in self._lines:
            words = WORD.findall(line.lower())
            begin, broken = int(broken), _is_broken(line)
            yield words[begin : len(words) - broken]

    def _broken(self) -> Iterator[tuple[str, str]]:
        """The two halves of each word that the end of a line breaks, if it is one."""
        for line, following in pairwise(self._lines):
            if _is_broken(line) and (rest := WORD.match(following)):
                yield WORD.findall(line.lower())[-1].rsplit("-", 1)[-1], rest[0].lower()


def _is_broken(line: str) -> bool:
    return line.endswith(("-", "‐")) and line[-2:-1].isalnum()
