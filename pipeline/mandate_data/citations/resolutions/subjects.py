"""Which of several organs that a sentence names acted in it: its subject, and not one that it only speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import Mention
from mandate_data.citations.reading.prepared_text import SIGN, fragment
from mandate_data.citations.resolutions.surroundings import Surroundings

_LONGEST = 600
"""Characters of a sentence that are looked at."""
_REACH = 40
"""How far before the name of an organ the words begin that tell its part in the sentence."""
_NEAR = 60
"""How far before a list the words begin that say whose it is."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words before an organ that tell its part in the sentence, in one language."""

    opens: re.Pattern[str]
    spoken_of: re.Pattern[str]
    agent: re.Pattern[str]
    parts: re.Pattern[str]
    anew: re.Pattern[str]
    relative: re.Pattern[str]
    in_a_clause: re.Pattern[str]
    given: re.Pattern[str]
    article: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    the = rf"(?:(?:{fragment(words, words.article_before)})\s?)?" if words.article_before else ""
    before = [fragment(words, one) for one in (words.of_organ, words.to) if one]
    pronoun = rf"|(?<![\w-])(?:{fragment(words, words.pronoun)})" if words.pronoun else ""
    sign = SIGN if words.edge else ""
    joined, in_ = fragment(words, words.conjunction), fragment(words, words.introduction)
    return _Patterns(
        re.compile(rf"(?:^|[,;:.(\n{sign}]{pronoun}|[\d,;)]\s(?:{joined}))[\s\"'*_(]{{0,4}}{the}$", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{'|'.join(before)})\s?{the}$", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{fragment(words, words.agent)}|{fragment(words, words.done_by)})$", re.IGNORECASE),
        re.compile(rf"[,;:()]|(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE),
        re.compile(rf"\s(?:{joined}),?\s(?:{in_})\s", re.IGNORECASE),
        re.compile(rf",?\s(?:{fragment(words, words.relative)})(?![\w-])", re.IGNORECASE),
        re.compile(rf",\s(?:{fragment(words, words.relative)})\s?{the}$", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{fragment(words, words.to)})\s?{the}$" if words.to else NEVER, re.IGNORECASE),
        re.compile(rf"(?:\d{{1,3}}\.\s{{1,2}})?(?:{fragment(words, words.article_before) or NEVER})?", re.IGNORECASE),
    )


def is_in_brackets_behind(around: Surroundings, named: Sequence[Mention]) -> bool:
    """Whether the list is in brackets behind the last organ that the sentence names, and only speaks of, another one
    being its subject: the Assembly endorsed the report `of the Council (resolution 60/3)`."""
    plain, last = around.text.plain, named[-1]
    patterns = _patterns(around.text.words)
    if plain[around.lead - 1 : around.lead] != "(" or plain[last.end : around.lead].strip() != "(":
        return False
    if not _stands_before(patterns.spoken_of, around, last) or _stands_before(patterns.agent, around, last):
        return False
    return any(_stands_before(patterns.opens, around, one) for one in named[:-1] if one.slug != last.slug)


def acting(around: Surroundings, rivals: Sequence[Mention]) -> Mention | None:
    """Which of the `rivals`, in the order of the text, adopted what follows them; None where that is not clear.

    The nearest one did if it is a subject itself, or if `its resolution` is plainly that of a request or a report `of`
    this organ; otherwise the subject of the sentence did, where there is one.
    """
    plain, patterns = around.text.plain, _patterns(around.text.words)
    nearest, its_place = rivals[-1], _its_place(around)

    def is_before(pattern: re.Pattern[str], mention: Mention) -> bool:
        return _stands_before(pattern, around, mention)

    if len(rivals) > 1 and is_before(patterns.in_a_clause, nearest) and "," in plain[nearest.end : around.lead]:
        return acting(around, rivals[:-1])  # the Council, which the Assembly created, adopted …
    joined = [one for one in around.organs.joined_with(nearest, around.patterns.joined) if one.end <= nearest.start]
    if is_before(patterns.opens, joined[0] if joined else nearest) or patterns.relative.match(plain, nearest.end):
        return nearest
    part = rivals[-2] if len(rivals) > 1 else None
    if part is not None and patterns.spoken_of.fullmatch(plain[part.end : nearest.start].lstrip()):
        return part  # the Executive Committee of the Council, in its …
    apart = patterns.parts.search(plain, nearest.end, its_place) is not None
    apart = apart or patterns.anew.match(plain, its_place) is not None  # … and, by its resolution
    is_object = not is_before(patterns.spoken_of, joined[0] if joined else nearest)
    is_object = is_object and not is_before(patterns.agent, nearest)
    if around.is_adopted and is_object and not apart:
        return nearest  # whereupon the Assembly adopted …
    subject = next((one for one in reversed(rivals[:-1]) if is_before(patterns.opens, one)), None)
    if subject is None:
        others = [one for one in rivals[:-1] if not is_before(patterns.spoken_of, one)]
        subject = others[0] if len({one.slug for one in others}) == 1 else None
    aside = subject is not None and plain[subject.end : subject.end + 1] == ","
    if not is_object and not apart and not around.is_adopted:
        if is_before(patterns.given, nearest):
            return subject  # the Council recommended to the Assembly, in its …
        if not around.is_possessed:
            # created by the Assembly in …; but: the Assembly noted the report of the Council in …
            return nearest if is_before(patterns.agent, nearest) else None
        closed = plain[its_place : its_place + 1] == ","
        return subject if aside and closed else nearest
    if not (around.is_possessed or around.is_adopted):
        return subject if aside else None
    if is_object and not apart:  # the Commission asked the Council, in its resolution; but: thanked the Council in its
        return subject if plain[nearest.end : its_place + 1] == "," else None
    if is_before(patterns.agent, nearest):
        return subject if aside else None
    return subject


def _its_place(around: Surroundings) -> int:
    """Where `, in its` before the list begins; else where the list does."""
    its = around.patterns.in_its.search(around.text.plain, max(0, around.lead - _NEAR), around.lead)
    return its.start() if its is not None else around.lead


def is_subject(around: Surroundings, mention: Mention) -> bool:
    """Whether a clause begins with an organ: the Commission urged, and the Council agreed."""
    opens_preamble = around.patterns.subject.match(around.text.plain, mention.end) is not None
    if mention.start < around.clause[0] and not opens_preamble:
        return False  # that of another paragraph of the preamble
    return _stands_before(_patterns(around.text.words).opens, around, mention)


def _stands_before(pattern: re.Pattern[str], around: Surroundings, mention: Mention) -> bool:
    """Whether what the pattern says is right before an organ, in the clause."""
    plain, low = around.text.plain, around.clause[0]
    first = max(low, mention.start - _REACH)
    lead = plain[first : mention.start].lstrip() if first == low else " " + plain[first : mention.start]
    return pattern.search(lead) is not None


def is_only_spoken_of(around: Surroundings, mention: Mention) -> bool:
    """Whether an organ is not the one that acts: on the recommendation `of the` Commission."""
    patterns = _patterns(around.text.words)
    return _stands_before(patterns.spoken_of, around, mention) and not _stands_before(patterns.agent, around, mention)


def subject_of_sentence_before(around: Surroundings, start: int) -> Mention | None:
    """The organ with which the sentence before the one at `start` begins, and of which `its` there speaks."""
    plain = around.text.plain
    end = len(plain[:start].rstrip()) - 1
    if end <= 0 or "\n\n" in plain[end:start]:
        return None
    first = around.text.sentences.start(end, _LONGEST)
    named = [one for one in around.organs.within(first, end) if not one.weak]
    if not named:
        return None
    before = plain[first : named[0].start].strip("\"'(*_ \n")
    return named[0] if _patterns(around.text.words).article.fullmatch(before) else None
