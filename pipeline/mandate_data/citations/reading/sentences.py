"""Finds where the sentences of a plain text begin and end."""

from __future__ import annotations

import re
from string import ascii_letters

from mandate_data.citations.languages.words import Words

WALL = "\x01"
"""Separates two joined pieces of text; no citation and no sentence reaches across it."""

REACH = 800
"""Characters searched for the end of a sentence: a list without full stops may never end."""

_STOP = re.compile(
    r"[.!?](?:[)\]\"'*_\d^]{0,4}|[)\"']{0,2}\^{0,2}\[\^?\d{1,3}\])\s+(?=[\"'(\[*_]{0,2}([^\W_]))|\n[ \t]*\n|" + WALL
)
"""The group is the letter or figure that the next sentence begins with."""
_SIGNS = ".!?\n" + WALL
_AFTER_A_SIGN = frozenset(" \t\r\n)]\"'*_0123456789[^")
_ENDS_AT = 6
"""A stop that ends right at a place begins no further before it."""
_STOPS_ALONE = frozenset("\u3002\uff01\uff1f")
"""Stops of scripts that set no blank behind them."""
_CLOSED = re.compile(r"[)\]\"'*_]{0,2}\s*")
_LABEL = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,5}(?=\.\s{1,2}\d)")
_LONGEST_LABEL, _LONGEST_BLANK = 6, 4
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_OF_A_WORD = ascii_letters + "."


class Sentences:
    """The sentences of a text in a language. What was found out of a sign is remembered: the sentences around the
    references of a list are the same. Letters of other scripts are small in the `plain` text: capitals are told from
    the `printed` one."""

    __slots__ = ("_known", "_plain", "_printed", "_words")

    def __init__(self, plain: str, printed: str, words: Words) -> None:
        self._plain = plain
        self._printed = printed
        self._words = words
        self._known: dict[int, int] = {}

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around [start, end), or of its part within reach."""
        return self.start(start), self.end(end)

    def start(self, position: int, reach: int = REACH) -> int:
        """The start of the sentence around `position`, or the limit of the search."""
        plain, known, boundary = self._plain, self._known, max(0, position - reach)
        for sign in _SIGNS:
            at = plain.rfind(sign, boundary, position)
            while at >= 0:
                stop = known[at] if at in known else self._stop(at)
                if 0 < stop <= position:
                    boundary = stop
                    break
                at = plain.rfind(sign, boundary, at)
        return boundary

    def end(self, position: int, reach: int = REACH) -> int:
        """The start of the next sentence after `position`, or the limit of the search."""
        plain, known, boundary = self._plain, self._known, min(len(self._plain), position + reach)
        low = max(0, position - _ENDS_AT)
        for sign in _SIGNS:
            at = plain.find(sign, low, boundary)
            while at >= 0:
                stop = known[at] if at in known else self._stop(at)
                if stop >= position and stop:
                    boundary = min(boundary, stop)
                    break
                at = plain.find(sign, at + 1, boundary)
        return boundary

    def beginnings(self, start: int, end: int) -> set[int]:
        """Where sentences begin in (start, end), after a stop that stands there, too."""
        plain, known, found = self._plain, self._known, set()
        for sign in _SIGNS:
            at = plain.find(sign, start, end)
            while at >= 0:
                stop = known[at] if at in known else self._stop(at)
                if 0 < stop < end:
                    found.add(stop)
                at = plain.find(sign, at + 1, end)
        return found

    def _stop(self, at: int) -> int:
        """Where the next sentence begins if the sign at `at` ends one: not after an abbreviation or an initial; else
        0."""
        plain = self._plain
        if self._printed[at] in _STOPS_ALONE:
            closed = _CLOSED.match(plain, at + 1)
            stop = self._known[at] = closed.end() if closed else at + 1
            return stop
        match = _STOP.match(plain, at) if plain[at + 1 : at + 2] in _AFTER_A_SIGN or plain[at] == WALL else None
        ends = match is not None and self._begins_another(match) and not self._is_within_a_number(match)
        ends = ends and not (plain[at] == "." and (abbreviated(plain, at, self._words) or self._is_label(at)))
        stop = self._known[at] = match.end() if match is not None and ends else 0
        return stop

    def _is_label(self, dot: int) -> bool:
        """Whether the dot is that of a label with its number behind, in any script: `п. 12`."""
        label = _LABEL.search(self._printed, max(0, dot - _LONGEST_LABEL), dot + _LONGEST_BLANK)
        return label is not None and label.end() == dot and f"{label[0].lower()}." in self._words.no_mark_after

    def _is_within_a_number(self, stop: re.Match[str]) -> bool:
        """Whether a dot between figures is that of a paragraph, 8.6 (1995), and no mark of a note follows it."""
        at = stop.start()
        figures = self._plain[at - 1 : at].isdigit() and self._plain[at + 1 : at + 2].isdigit()
        return figures and not self._plain[stop.end()].isalpha()

    def _begins_another(self, stop: re.Match[str]) -> bool:
        """Whether what follows a stop begins a sentence: a figure, or a capital in a language that has any."""
        if stop[1] is None:
            return True
        first = self._printed[stop.start(1)]
        return not (first.islower() and self._words.capitals)


def abbreviated(plain: str, dot: int, words: Words) -> bool:
    """Whether the dot at `dot` belongs to an abbreviation or an initial."""
    before = plain[max(0, dot - 20) : dot]
    if not before[-1:].isalpha():
        return False
    word = before[len(before.rstrip(_OF_A_WORD)) :].lstrip(".")
    return bool(word) and (
        word.lower() in words.abbreviations or (word.isupper() and _INITIALS.fullmatch(word) is not None)
    )
