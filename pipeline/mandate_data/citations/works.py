"""Finding treaties, cases and letters of special procedures: what texts cite beside documents of the United Nations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import combining, normalize

from mandate_data.citations.bodies import slug
from mandate_data.citations.languages import LANGUAGES, Words, every, words_of
from mandate_data.citations.pinpoints.pinpoints import pinpoint_at
from mandate_data.citations.reading.prepared_text import Linear, PreparedText, fragment, is_all_of
from mandate_data.citations.reading.sentences import abbreviated
from mandate_data.citations.references import Reference, ReferenceKind

_TABLE = Path(__file__).parent / "instruments.yaml"
_LETTER = r"\b(?:(?:AL|UA|JAL|JUA|OL|OTH|AP)\s[A-Z]{3}|OTH)\s[0-9]{1,3}/(?:19|20)[0-9]{2}\b"
_LONGEST_PARTY = 80
"""Characters looked at for more of a party."""
_CASE_NUMBER = re.compile(
    r"(?:IT|ICTR|SCSL|MICT)-\d{2,4}-\d{1,3}(?:/\d)?(?:-[A-Z]{1,2}\d{0,2})?|(?:C-)?\d{1,6}[./-]\d{2,4}(?:/\d{2,4})?"
    r"|(?:19|20)\d\d-UNAT-\d{1,4}|ICC-\d\d/\d\d(?:-\d\d/\d\d)?(?:-\d{1,5})?"
)


@dataclass(frozen=True, slots=True)
class _CaseWords:
    """What names a case: patterns for the linear engine, and what parts the name."""

    numbered: str
    named: str
    parties: re.Pattern[str]
    lead: re.Pattern[str]
    article_before: re.Pattern[str]
    goes_on: re.Pattern[str]
    """More of the second party: `and Russia`, `for the Home Department`."""


@cache
def _case_words(words: Words) -> _CaseWords:
    """The words of all languages, as they are read in one of them."""
    case, sign, party, versus, lead, of_the, joined, office = (
        fragment(words, every(field))
        for field in (
            *("case_word", "case_sign", "party_word", "versus", "before_case", "of_the"),
            *("party_joint", "party_office"),
        )
    )
    articles = "|".join(
        fragment(words, label) for code in LANGUAGES for label, kind in words_of(code).labels if kind == "article"
    )
    name = rf"(?:[A-Z][A-Za-z\xe9.'-]{{0,24}}|{party})"
    behind = rf"|[0-9]{{1,6}}/[0-9]{{2,4}}\s?(?:{fragment(words, words.case_behind)})" if words.closing else ""
    return _CaseWords(
        rf"{words.edge}(?i:{case})\s(?i:{sign})\s{{0,2}}"
        r"(?:(?:IT|ICTR|SCSL|MICT)-[0-9]{2,4}-[0-9]{1,3}(?:/[0-9])?(?:-[A-Z]{1,2}[0-9]{0,2})?"
        r"|(?:C-)?[0-9]{1,6}[./-][0-9]{2,4}(?:/[0-9]{2,4})?)\b|\bC-[0-9]{1,4}/[0-9]{2}\b"
        r"|\b(?:19|20)[0-9]{2}-UNAT-[0-9]{1,4}\b|\bICC-[0-9]{2}/[0-9]{2}(?:-[0-9]{2}/[0-9]{2})?(?:-[0-9]{1,5})?\b"
        + behind,
        rf"\b[A-Z][A-Za-z\xe9.'-]{{0,24}}(?:\s{name}){{0,6}}\s(?:(?:{versus})\.|v)\s(?:(?:{party})\s)?"
        rf"[A-Z][A-Za-z\xe9'-]{{1,24}}(?:\s(?:(?:{of_the})\s)?[A-Z][A-Za-z\xe9'-]{{1,24}}){{0,3}}",
        re.compile(rf"\s(?:{versus})\.?\s"),
        re.compile(rf"(?:(?:{lead})\s)+"),
        re.compile(rf"\b(?i:{articles})\s[\d\s,()a-z-]{{1,24}}(?:{of_the})?\s?$"),
        re.compile(
            rf"\s(?!et\sal\b)(?:(?:{joined})\s(?:(?:{party})\b|[A-Z][\w'-]+(?:\s(?:(?:{of_the})\s)?[A-Z][\w'-]+)?)"
            rf"|(?:{office})\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){{0,3}})(?=[,;.:()\]\"]|\s\(|\s*$)"
        ),
    )


@cache
def _instruments(words: Words) -> list[tuple[str, str, bool]]:
    """Id, pattern and whether it counts only beside an article, of each treaty, longer names first."""
    from mandate_data.yaml_files import read_yaml  # loaded when treaties are asked for

    found: list[tuple[str, str, bool]] = []
    for entry in read_yaml(_TABLE):
        if words.code in entry:
            found.append((entry["id"], fragment(words, words.name_in_any_case(entry[words.code])), False))
        if "abbreviation" in entry:
            found.append((entry["id"], entry["abbreviation"], False))
        if "weak" in entry:
            found.append((entry["id"], entry["weak"], True))
    return sorted(found, key=lambda one: (one[2], -len(one[1])))


@cache
def _any_treaty(words: Words) -> str:
    return "|".join(pattern for _, pattern, _ in _instruments(words))


@cache
def _lexer(words: Words) -> Linear:
    case = _case_words(words)
    return Linear(rf"{words.edge}(?:{_any_treaty(words)})|{_LETTER}|{case.numbered}|{case.named}")


def works(text: PreparedText) -> Iterator[Reference]:
    """The treaties, cases and letters that a text names, in its order, without their pinpoints.

    An abbreviation that stands for a committee, too (`CRC`), counts only beside an article.
    """
    plain, case = text.plain, _case_words(text.words)
    for start, end in _lexer(text.words).spans(text.data, 0, len(plain)):
        if plain[end : end + 1].isalnum():
            continue
        printed = plain[start:end]
        kind, identifier = _named(text, start, end)
        if identifier is None:
            continue
        if kind == "case" and case.parties.search(printed):
            start, end = _whole_name(text, start, end)
            identifier = f"case:{_case(text.raw[start:end], case.parties)}"
        yield Reference(start, end, text.raw[start:end], kind, identifier=identifier)


_SENTENCE_ENDS = re.compile(r"[a-z]{3}\.\s(?=[A-Z])")


def _whole_name(text: PreparedText, start: int, end: int) -> tuple[int, int]:
    """Where the name of a case begins, behind the sentence before it and words such as `Case of`, and where it ends,
    with all of the second party."""
    plain, case = text.plain, _case_words(text.words)
    parties = case.parties.search(plain, start, end)
    for stop in _SENTENCE_ENDS.finditer(plain, start, parties.start() if parties else end):
        if not abbreviated(plain, stop.end() - 2, text.words):
            start = stop.end()
    if (lead := case.lead.match(plain, start, end)) is not None:
        start = lead.end()
    more = case.goes_on.match(plain, end, end + _LONGEST_PARTY)
    return start, more.end() if more is not None else end


def _named(text: PreparedText, start: int, end: int) -> tuple[ReferenceKind, str | None]:
    """The kind and the stable id of what is printed; None if it is none after all."""
    printed = text.plain[start:end]
    if re.fullmatch(_LETTER, printed):
        return "letter", "letter:" + "-".join(re.split(r"[\s/]+", printed.lower()))
    if treaty := _treaty(printed, text.words):
        identifier, weak = treaty
        beside = not weak or (_beside_an_article(text, start, end) and not _is_committee(text, end))
        return "treaty", f"treaty:{identifier}" if beside else None
    return "case", f"case:{_case(text.raw[start:end], _case_words(text.words).parties)}"


@lru_cache(maxsize=1024)
def _treaty(printed: str, words: Words) -> tuple[str, bool] | None:
    """The id of the treaty of this name, and whether it counts only beside an article; None for what isn't one."""
    for identifier, pattern, weak in _instruments(words) if is_all_of(_any_treaty(words))(printed) else ():
        if is_all_of(pattern)(printed):
            return identifier, weak
    return None


def _is_committee(text: PreparedText, end: int) -> bool:
    """Whether the letters of a treaty stand for its committee: `the CEDAW Committee`."""
    return text.plain.startswith(tuple(f" {fragment(text.words, head)}" for head in text.words.heads), end)


def _beside_an_article(text: PreparedText, start: int, end: int) -> bool:
    after = re.compile(r",?\s\(?").match(text.plain, end)
    if after and (pinpoint := pinpoint_at(text.plain, after.end(), text.words)) and pinpoint.kind == "article":
        return True
    before = text.plain[max(0, start - 40) : start]
    return _case_words(text.words).article_before.search(before) is not None


def _case(printed: str, parties: re.Pattern[str]) -> str:
    """The stable id of a case: its number, or the names of its parties."""
    number = _CASE_NUMBER.search(printed)
    if number and not parties.search(printed):
        return number[0].replace("/", "-").replace(".", "-").lower()
    bare = "".join(sign for sign in normalize("NFKD", printed) if not combining(sign))
    return slug(parties.sub(" v ", bare)).replace("_", "-")
