"""What may stand between a document and its pinpoint beside its title, or tells that none follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.pinpoints.wrapped_pinpoints import wrapped_begins
from mandate_data.citations.reading.prepared_text import PreparedText, fragment

_WORD = r"[^\s,;()\[\]]{1,20}"
_SAID = r"[^()\[\]\n;]{1,60}"
_QUOTED = r"[\"'][^()\[\]\"\n]{2,60}[\"']"


_DATED = re.compile(r"\s\([^()\n;/\[\]]{1,40}(?<!\w)(?:19|20)\d\d\)")
"""What was adopted, and when: `(Views, 27 Oct. 1995)`."""


_ADDRESS = re.compile(r",?\s[^,;.\n]{0,40}?https?://[^\s,;]{4,200}(?:\s[(\[][^()\[\]\n]{4,40}[)\]])?(?=,\s)")
"""Where it can be found, and when it was: `available at: https://… [accessed 3 May 2015]`."""


@cache
def _short_title(words: Words) -> re.Pattern[str]:
    """A short title in brackets: in quotation marks, or behind a word that gives it."""
    given = fragment(words, words.short_title)
    return re.compile(
        rf"(?:\s\((?:19|20)\d\d\))?\s?[(\[](?:(?:{_WORD}\s){{0,4}}?{_QUOTED}|(?:{given}){_SAID})[)\]]", re.IGNORECASE
    )


@cache
def _subject(words: Words) -> re.Pattern[str]:
    """What a document is on, in brackets: `(on Ruritania)`."""
    return re.compile(rf"\s\((?:{fragment(words, words.titled)})\s[^();]{{2,100}}\)", re.IGNORECASE)


@cache
def _session(words: Words) -> re.Pattern[str]:
    """A session, its number before or behind the word, with the year in which it met; a pinpoint may follow."""
    year = r"(?:,?\s?\(?(?:19|20)\d\d(?:\s?[^\W\d]{1,4}\.?|[^\w\s(),;])?)?"
    number = rf"(?:{_WORD}\s){{0,4}}" if not words.wrapped else r"[^\s\d,;()]{0,6}?\d{0,3}"
    behind = r"(?:\s\d{1,3})?" if words.of_organ else rf"(?:\s{_WORD}){{0,3}}?"
    labels = "|".join(fragment(words, label) for label, _ in words.labels) or wrapped_begins(words)
    comma = rf",\s{{0,2}}(?!(?:{fragment(words, words.conjunction)})\s)"
    ahead = rf"(?=\s?[,)\]:]|\s?\(?(?:(?:{fragment(words, words.announced)})\s)?(?:{labels}))"
    return re.compile(
        rf"[)\]]?(?:{comma}|\s?\(|\s(?=\d)){number}(?:{fragment(words, words.session)})"
        rf"{behind}{year}{ahead}",
        re.IGNORECASE,
    )


@cache
def cross_reference(words: Words) -> re.Pattern[str]:
    """What begins, in brackets of its own behind those of a document, a reference to a page of the citing text: the
    report [A/63/746] `(see` p. 83)."""
    see = "|".join(fragment(words, word) for word in words.see) or NEVER
    return re.compile(rf"[)\]]\s\((?:{see})\s", re.IGNORECASE)


_OWNER = re.compile(r"\s[^,;.()\d\n]{3,110}(?=\s\()")
"""Whose the document is, where no word says so."""


def behind_asides(text: PreparedText, starts: Sequence[int], limit: int) -> Iterator[int]:
    """Where a pinpoint may begin behind a session, a short title or a date that stands at one of the `starts`: A/49/38,
    `13th Session (1994)`, para. 7; A/59/18 `("the Report")`, para. 62."""
    session = _session(text.words)
    for start in starts:
        for pattern in (_short_title(text.words), session, _DATED, _subject(text.words), _ADDRESS):
            if (aside := pattern.match(text.plain, start, limit)) is not None:
                yield aside.end()
    owner = None if text.words.of_organ else _OWNER.match(text.plain, starts[0], limit)
    if owner is not None and (aside := session.match(text.plain, owner.end(), limit)) is not None:
        yield aside.end()
