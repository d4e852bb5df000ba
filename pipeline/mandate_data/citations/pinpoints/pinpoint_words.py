"""The patterns of pinpoints and of what stands around them, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.resolution_words import organ_in_commas
from mandate_data.citations.pinpoints.wrapped_pinpoints import wrapped_begins
from mandate_data.citations.reading.prepared_text import CLOSING, Linear, date, fragment

_UNNAMED = re.compile(r"\((?!\?)")
"""Where a group begins that is counted."""
OF_NEXT = 90
"""Characters between a pinpoint and the reference behind whose it is, at most."""
_IN_SHORT = r"(?:(?-i:\s\([A-Z-]{2,10}\))|\s\([\"'][^()\"']{2,60}[\"']\))?"
"""The letters that stand for what is cited, right after it, or its short title in quotes: `('2004 Report')`."""


@dataclass(frozen=True, slots=True)
class PinpointWords:
    """Pinpoints and what stands around them, in one language."""

    label: re.Pattern[str]
    ordinal: re.Pattern[str]
    ordinal_part: re.Pattern[str]
    near_label: Linear
    another: re.Pattern[str]
    elsewhere: re.Pattern[str]
    of_another: re.Pattern[str]
    after: re.Pattern[str]
    announced: re.Pattern[str]
    before: re.Pattern[str]
    of_outer: re.Pattern[str]
    instrument: re.Pattern[str]
    treaty: re.Pattern[str]
    right_before: re.Pattern[str]
    of_a_document: re.Pattern[str]
    at_page: re.Pattern[str]
    at_page_before: re.Pattern[str]
    page_head: re.Pattern[str]
    adjacent: re.Pattern[str]
    preamble: re.Pattern[str]
    of_preamble: re.Pattern[str]
    new_paragraph: re.Pattern[str]
    of_next: re.Pattern[str]
    """Between a pinpoint and the reference behind whose it is: paragraph 4 `of the annex to`."""
    of_a_report: re.Pattern[str]
    """Between a pinpoint of something else and a resolution: of the report (`, or of a section, the Council, by …`."""


@cache
def pinpoint_words(words: Words) -> PinpointWords:
    """The patterns of a language."""
    joined, preamble = fragment(words, words.conjunction), fragment(words, words.preamble)
    preamble = words.preamble if words.shares_signs else preamble
    announced, dated = (fragment(words, one) for one in (words.announced, words.dated))
    at, head, note_sign = (fragment(words, one) for one in (words.at_page, words.page_head, words.note_sign))
    document = rf"(?:(?:{fragment(words, words.united_nations)})\s)?(?:(?:{fragment(words, words.document)})\s)?"
    document_word = f"{fragment(words, words.document)}|{fragment(words, words.numbered_document)}"
    labels = [fragment(words, label) for label, _ in words.labels]
    ordinal, numerals = fragment(words, words.ordinal), fragment(words, words.numerals)
    part = fragment(words, words.ordinal_part)
    starts = [*labels, *(_UNNAMED.sub("(?:", one) for one in (ordinal, part) if one and one != NEVER)]
    number = rf"\s{{0,2}}(?:[(]?(?:[0-9IVXLCA-H]|[A-Z][)])|{numerals})"
    near = "|".join([f"(?:{label}){number}" for label in labels] + starts[len(labels) :])
    annexes = "|".join(label for label, (_, kind) in zip(labels, words.labels, strict=True) if kind == "annex")
    numbered = wrapped_begins(words)
    blank = r"\s{1,2}" if words.edge else r"\s{0,2}"
    apart = r"\s{0,2}" if words.closing else r"\s{1,2}"
    printed = rf"(?:{fragment(words, words.resolution)})\s\d{{1,2}},\s"  # chap. I, resolution 1, annex II
    ends = "|".join((*(words.closing or ()), words.document))
    closed = rf"(?:[^\n.;,\d]{{0,3}}(?:{fragment(words, ends)}))?" if words.closing else ""
    return PinpointWords(
        re.compile("|".join(f"({label})" for label in labels) or NEVER, re.IGNORECASE),
        re.compile(ordinal or NEVER, re.IGNORECASE),
        re.compile(part, re.IGNORECASE),
        Linear(
            rf"{words.edge}(?:{near}|{annexes})|[\xa7\xb6]" if labels else r"[\xa7\xb6]",
            case_sensitive=False,
        ),
        re.compile(
            rf"\)?\s?[,;]\s{{1,2}}(?:{printed})?(?:(?:{joined})\s)?|\s(?:{joined}|&)\s|\s?,\s?\(|\s\(?", re.IGNORECASE
        ),
        re.compile(rf"[)\s,]{{0,2}}\s?(?:{fragment(words, words.elsewhere)})\b"),
        re.compile(rf"(?!{organ_in_commas(words)})(?:{fragment(words, words.of_another)})"),
        re.compile(
            rf"(?>{closed}{_IN_SHORT}"
            rf"(?:,?\s\(?(?:(?:{announced})\s)?(?:{fragment(words, words.note)}|{note_sign})\s?\d{{1,3}}\b)?"
            rf"{CLOSING}(?:\s?\((?:19|20)\d\d\s?[^\w\s()]?\))?{CLOSING}(?:\s\[\d{{1,4}}\]|\s\d{{1,4}}(?=\s(?:{at})\s))?"
            rf"(?:,?{apart}(?:(?:{dated})\s?)?\(?(?:{date(words)}|(?:19|20)\d\d)\)?{_IN_SHORT})?[)\]]{{0,2}}"
            rf"(?:\s-\s|\s{{0,2}}[,:]?)\s{{0,2}}[(\[]?(?:(?:{announced}),?{blank}){{0,4}})"
            rf"(?={'|'.join(starts) or numbered})",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:(?:{announced}),?{blank}){{1,3}}", re.IGNORECASE),
        re.compile(fragment(words, words.pinpoint_of)),
        re.compile(fragment(words, words.of_outer)),
        re.compile(fragment(words, words.instrument)),
        re.compile(fragment(words, words.treaty)),
        re.compile(
            rf"(?:{fragment(words, words.pinpoint_of)})(?:(?i:{fragment(words, words.article_before)})\s)?"
            rf"(?:(?i:{fragment(words, words.possessive)})\s)?"
            rf"(?:[A-Z][\w'-]*\s(?:(?:{fragment(words, words.name_words)})\s)?)*"
        ),
        re.compile(
            rf"(?:{fragment(words, words.pinpoint_of)})"
            rf"(?:[^.;:,\d()]{{0,80}}?(?:\((?:{document})?|(?i:{document_word})\s))?"
        ),
        re.compile(
            rf"(?:\s(?:{fragment(words, words.note)})\s\d{{1,3}})?"
            rf"\)?,?\s(?:{at})\s(\d{{1,4}}(?:-\d{{1,4}})?)(?=\s\(|[,.;)]|$)"
        ),
        re.compile(rf"[,.)]\s(?:{at})\s(\d{{1,4}}(?:-\d{{1,4}})?),\s{document}$", re.IGNORECASE),
        re.compile(
            rf"\s*\n\s*(?:{head})\s|\s-\s(?:{head})\s\d|\s(?:{head})\s\d{{1,3}}(?=\s*\n|$)|\s(?:{head})\s\d{{1,3}}\s(?-i:[A-Z]{{3}})",
            re.IGNORECASE,
        ),
        re.compile(rf",\s{document}\(?", re.IGNORECASE),
        re.compile(preamble, re.IGNORECASE),
        re.compile(rf",?\s[^\d,;()]{{0,16}}(?:{preamble})", re.IGNORECASE),
        re.compile(rf"[,;]\s{{0,3}}\n\s{{0,8}}(?:{fragment(words, words.subject)})"),
        re.compile(
            rf"(?!\s?(?:{joined}){words.edge})(?:{fragment(words, words.pinpoint_of)})"
            rf"(?:[^.;:,\d()\n]{{0,{OF_NEXT}}}\(?(?i:{document})?)?"
        ),
        re.compile(
            rf"\A[^.;:\n]{{0,40}}(?<!\w)(?:{fragment(words, words.numbered_document)})\s[^.;:()]{{2,200}}"
            r"\([^()\d]{0,60}\Z"
            rf"|,\s(?:{fragment(words, words.article_before) or NEVER})\s?(?-i:[A-Z])",
            re.IGNORECASE,
        ),
    )
