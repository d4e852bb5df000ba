"""What may stand between a reference and its pinpoint: its organ, its title, the name of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import PreparedText, behind_number, date, fragment

_LONGEST_NAME = 3
"""Parts that commas divide, in a title and the name of its author."""
_COMMENT_TITLE = re.compile(r",\s(?=[A-Z][a-z])[^,;()/\d\n]{3,160}?,\s")
"""The title of a general comment, or its committee, between commas."""
_CAPITAL = re.compile(r"[A-Z\d]")
_NO_TITLE = re.compile(r"[;/]|[a-z]{3}\.\s")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands there, in one language."""

    organ: re.Pattern[str]
    case: re.Pattern[str]
    views: re.Pattern[str]
    """What a committee adopted on a communication, and when: `, Views of 14 May 2004,`."""
    judgment: re.Pattern[str]
    title: re.Pattern[str]
    title_end: re.Pattern[str]
    bare_title: re.Pattern[str]
    document: re.Pattern[str]
    publication: re.Pattern[str]
    """A title that is not that of the document before: Human Rights Report, World Report 2005."""


@cache
def _patterns(words: Words) -> _Patterns:
    titled, dated, at = (fragment(words, one) for one in (words.titled, words.dated, words.at_page))
    owner, organ = NEVER, r"\s[^,;.()\d]{3,110}(?:,[^,;.()\d]{3,60}){0,2}"
    pinned = "|".join(fragment(words, label) for label, _ in words.labels)
    pinned = rf"(?=(?:(?:{fragment(words, words.announced)})\s)?(?:{pinned}))" if pinned and not words.of_organ else ""
    if words.of_organ:
        organ = owner = (
            rf"\s(?:{fragment(words, words.of_organ)})\s?"
            rf"(?:(?:{fragment(words, words.article_before)})\s?)?[A-Z][\w'-]*"
            rf"(?:,?\s(?:{fragment(words, words.name_words)}|[A-Z][\w'-]*)){{0,12}}"
        )
    blank = r"\s" if words.of_organ else r"\s?"
    begins = r"[A-Z\"]" if words.edge else r"[^\W\d_]"
    title = (
        rf"(?:,?\s(?:{titled})\s|\s:\s(?=[^\W\d_])|:{blank}(?=(?-i:{begins}))|(?:,?\s(?:(?:{dated})\s)?{date(words)})?,?\s"
        rf"(?=[\"(](?-i:[A-Z])|\"\d|\(\d{{4}}\s(?-i:[A-Z])))"
    )
    kind = rf"(?:(?i:{fragment(words, words.kind_of_report)}|{fragment(words, words.name_words)})\s)"
    published = f"(?i:{fragment(words, words.published)})"
    labels = [fragment(words, label) for label, kind in words.labels if kind in ("rule", "principle")]
    adopted = rf"(?-i:(?=[A-Z]))(?:{fragment(words, words.adopted_text)})"
    documents = "|".join(
        [rf"\b(?:{fragment(words, words.numbered_document)})\b", *(rf"\b{label}" for label in labels), adopted]
    )
    return _Patterns(
        re.compile(rf"{organ}{behind_number(words, date(words))}?(?:,\s|\s?:\s|(?=\s\()){pinned}"),
        re.compile(
            rf"[)\]]?(?:,\s|\s\()[A-Z](?:(?<![a-z]{{3}}\.\s)[^;()]){{1,80}}?\s(?:{words.versus})\.\s[^;(),]{{2,80}}\)?"
            rf"(?:,\s(?i:{fragment(words, words.outcome)})[^;,()]{{0,60}})?(?:,\s|(?=\s\())"
        ),
        re.compile(
            rf",\s(?:{fragment(words, words.outcome)})(?:\s[^\d,;()]{{1,24}})?\s{date(words)},\s", re.IGNORECASE
        ),
        re.compile(
            rf"(?:\s\[[A-Z]{{2}}\])?(?:\s\([a-z, ]{{3,40}}\))?(?:,\s{fragment(words, words.decided)}"
            rf"(?:\s\([a-z, ]{{3,40}}\))?(?:,?\s(?:(?:{dated})\s)?{date(words)})?)?,\s"
        ),
        re.compile(rf"(?:(?-i:{owner}))?(?:\s?\((?:19|20)\d\d\))?{title}", re.IGNORECASE),
        re.compile(rf",\s{{1,2}}(?:(?:{at})\s)?|\s\("),
        re.compile(r"[)\]]?(?:\s\((?:19|20)\d\d\))?,\s(?=[A-Z][a-z])" if words.capitals else NEVER),
        re.compile(rf"(?:(?:[A-Z][\w'-]*|{fragment(words, words.name_words)})\s){{0,8}}?(?i:{documents})"),
        re.compile(
            rf"(?:(?:{kind})*(?!{kind})[A-Z][\w'-]*\s(?:{kind})*(?!{kind})[A-Z][\w'-]*\s(?:\S+\s){{0,6}}?{published}"
            rf"|(?:\S+\s){{1,8}}?{published}\s(?=\d))(?:\s?(?:19|20)\d\d)?"
        ),
    )


def behind_names(text: PreparedText, end: int, limit: int, titled: bool) -> Iterator[int]:
    """Where a pinpoint may begin behind the name of a case or its judgment, or the organ of what is cited by its number
    (`titled`)."""
    patterns = _patterns(text.words)
    for pattern in (*((patterns.organ,) if titled else ()), patterns.case, patterns.views, patterns.judgment):
        if (between := pattern.match(text.plain, end, limit)) is not None:
            yield between.end()
            return


def behind_comment_title(text: PreparedText, end: int, limit: int) -> int | None:
    """Where a paragraph may begin behind the title of a general comment, which no mark shows: `, The nature of the
    obligation of States parties, para. 18`."""
    between = _COMMENT_TITLE.match(text.plain, end, limit)
    return between.end() if between is not None and between.end() <= text.sentences.end(end, limit - end) else None


def behind_title(text: PreparedText, end: int, limit: int, titled: bool) -> Iterator[int]:
    """Where a pinpoint may begin behind the title of what is cited, up to the end of its sentence: a title that a word
    or a quotation mark begins, or one that is told by a word for documents, with nothing but capitals before it."""
    plain, patterns = text.plain, _patterns(text.words)
    title = patterns.title.match(plain, end, limit) if titled else None
    if title is not None:
        limit = min(limit, text.sentences.end(title.end(), limit - end))
        opened = plain.startswith("(", title.end())
        for place, comma in enumerate(patterns.title_end.finditer(plain, title.end(), limit)):
            printed = plain[title.end() : comma.end()]
            if ";" in printed:
                return
            if place and opened and printed.count("(") > printed.count(")"):
                continue  # (United Nations, Treaty Series, vol. 999, p. 171) is another work
            yield comma.end()
        return
    bare = patterns.bare_title.match(plain, end, limit)
    if bare is None:
        return
    start = begin = bare.end()
    for part, comma in enumerate(patterns.title_end.finditer(plain, start, limit)):
        printed = plain[begin : comma.start()]
        if part == _LONGEST_NAME or not _CAPITAL.match(printed) or _NO_TITLE.search(printed):
            return
        if not part and (not patterns.document.match(printed) or patterns.publication.fullmatch(printed)):
            return
        yield comma.end()
        begin = comma.end()
