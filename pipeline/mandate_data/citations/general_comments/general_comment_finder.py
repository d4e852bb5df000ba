"""Finding general comments and recommendations that running text names by number and committee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.general_comments import general_comment_list as general_comments
from mandate_data.citations.general_comments.committee_told_before import names_a_treaty, only_one_told
from mandate_data.citations.general_comments.general_comment_list import all_comments, symbol_of
from mandate_data.citations.general_comments.signed_numbers import CommentNumber, signed_numbers
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import OTHER, Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.pinpoints.pinpoints import pinpoint_at
from mandate_data.citations.reading.prepared_text import CLOSING, PreparedText, date, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.session_years import roman
from mandate_data.citations.symbols.symbols import read

_NUMBER = re.compile(
    r"(?:(?P<figure>[1-9]\d?)|(?P<roman>[IVX]{1,6}\b))(?:\s\[\d{1,3}\])?(?:\s?\((?:(?P<year>(?:19|20)\d\d)|[1-9]\d)\))?"
)
_GLOSS = re.compile(r"\s\([^()\n]{1,80}\)")
_COMMA = re.compile(r",\s{1,2}")
_MAY_BEGIN = r"[)\]\s.,:;*_\"'(\[]{1,5}"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands around the number of a general comment, in one language."""

    lead: re.Pattern[str]
    year_after: re.Pattern[str]
    separator: re.Pattern[str]
    title: re.Pattern[str]
    named: re.Pattern[str]
    """The words for a general comment, which the title of another one has not."""
    joined: re.Pattern[str]
    word_follows: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    joint: re.Pattern[str]
    goes_on: re.Pattern[str]
    and_another: re.Pattern[str]
    possessive: re.Pattern[str]
    of_it: re.Pattern[str]
    """Before the committee whose general comment it is."""


@cache
def _patterns(words: Words) -> _Patterns:
    comment, recommendation = fragment(words, words.general_comment), fragment(words, words.general_recommendation)
    sign, joined, to = (fragment(words, one) for one in (words.number_sign, words.conjunction, words.to))
    titled, of, adopted = (fragment(words, one) for one in (words.titled, words.of_organ, words.adopted))
    before, within = fragment(words, words.before_comment), fragment(words, words.within_year)
    short, whose = fragment(words, words.short_labels), fragment(words, words.possessive)
    the, nations = fragment(words, words.article_before), fragment(words, words.united_nations)
    edge, joint = r"\b" if words.edge else "", fragment(words, words.joint or NEVER)
    article = rf"(?:{'|'.join(fragment(words, label) for label, kind in words.labels if kind == 'article') or NEVER})"
    adopts = f"{fragment(words, words.resolution)}|{fragment(words, words.decision)}"
    comma = ",?" if words.of_organ else ""  # where no word says so, what follows a comma is another one's
    may_begin = _MAY_BEGIN if words.edge else _MAY_BEGIN.replace("{1,", "{0,")
    return _Patterns(
        re.compile(
            rf"{edge}(?:(?P<short>GC|(?P<short_recommendation>GR))|(?:{comment}|(?P<recommendation>{recommendation}))(?P<plural>s)?)(?:\s(?:{joint}))?"
            rf"(?:\s?/\s?[^0-9.;/]{{0,30}}?)?(?:\s{{0,3}}|[*_\[(]{{1,2}}|\s[*_\[(]{{1,2}})"
            rf"(?:(?:{sign})\s{{0,3}}|#\s?)?",
            re.IGNORECASE,
        ),
        re.compile(
            rf",?\s(?:{of}|{within})\s(?:{date(words)}|(?:19|20)\d\d)"
            rf"|\s(?:{titled})\s(?:(?!\b(?:{adopts})\b)[^.;()\n]){{1,160}}\s\((?:19|20)\d\d(?=\))",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{CLOSING}\s{{0,2}}(?:,|;|&|{edge}(?:{joined}|{to}){edge}|-)\s{{0,2}}(?:(?:{joined})\s{{1,2}})?"
            rf"((?:{sign})\s{{0,2}})?",
            re.IGNORECASE,
        ),
        re.compile(
            rf",?\s(?:{titled})\s(?:[^.;()\n]|\((?:(?:19|20)\d\d|[a-z]{{1,3}}|\d{{1,3}}|{article}\s?[^()\n]{{1,60}})\)|\b(?:{short})\.){{1,200}}?"
            rf"(?:(?:,?\s(?:{joined})|,)\s(?:(?:{whose})\s)?(?:(?:{titled})\s)?(?i:{sign})\s?"
            rf"|\s(?:{joined})\s(?=\d{{1,2}}\s(?:(?:{titled})\s|\()))"
        ),
        re.compile(rf"{comment}|{recommendation}", re.IGNORECASE),
        re.compile(rf"&|{edge}(?:{joined}|{to}){edge}", re.IGNORECASE),
        re.compile(rf"\s{{1,2}}(?!(?:{fragment(words, words.go_on)})\b)[a-z\xe0-\xff]|\s?%"),
        re.compile(
            rf"(?:'s)?{may_begin}(?:(?:{before})\s{{1,2}}){{0,6}}[*_\[(\"']{{0,2}}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{CLOSING}(?:\s?\((?:19|20)\d\d\))?(?:\s\([^()\n]{{1,80}}\))?(?:,?\s(?:{of}|{within})\s(?:19|20)\d\d)?"
            rf"(?:{comma}\s{{1,2}}\(?(?:(?:{adopted})\s)?(?:{of})|\s\()\s{{0,2}}(?:(?:{the})\s?)?(?:(?:{nations})\s)?",
            re.IGNORECASE,
        ),
        re.compile(rf"{CLOSING}\s?(?:/|,?\s(?:{joined})\s|,\s)\s?(?:{sign})\s?", re.IGNORECASE),
        re.compile(rf"\s?(?:{sign}\s?\d|(?:\w{{3,12}}\s)?(?:{comment}|{recommendation}))", re.IGNORECASE),
        re.compile(rf"\s?(?:{joined})\s?(?:(?:{of})\s)?(?:(?:{the})\s?)?", re.IGNORECASE),
        re.compile(rf"{edge}(?:{whose})\s(?:\w{{3,12}}\s)?$", re.IGNORECASE),
        re.compile(rf"\d\)?\s(?:{of})\s?(?:(?:{the})\s?)?$" if words.of_organ else NEVER, re.IGNORECASE),
    )


_SYMBOL_BEHIND = re.compile(r"\)?(?:\s\((?:19|20)\d\d\))?,?\s\(?((?:[A-Z]{3,5}/C|E/C\.12)/GC/(\d{1,2}))(?![\w/])")
_ITS = 30
"""How far before the words for a general comment an `its` stands."""
_PARTNER = 60
"""How far behind the committee of a general comment the one is named that adopted it, too, as its own."""
_MARGIN = 10
"""How many general comments past the last one listed are believed."""


def comments(text: PreparedText, committees: Organs, start: int) -> list[Reference]:
    """The general comments or recommendations that the words at `start` introduce by number."""
    patterns = _patterns(text.words)
    if text.words.closing is not None:
        return _signed(text, committees, start)
    lead = patterns.lead.match(text.plain, start)
    if lead is None or (lead["short"] and committees.just_before(start, patterns.before) is None):
        return []  # GC and GR stand for much else
    plural = lead["plural"] is not None
    recommends = lead["recommendation"] is not None or lead["short_recommendation"] is not None
    references: list[Reference] = []
    position, first = lead.end(), start
    while numbers := _numbers(text, position, plural):
        for index, number in enumerate(numbers):
            begins = number.start if index else first
            reference = _reference(text, committees, recommends, first, begins, number, numbers[-1])
            if reference is not None:
                references.append(reference)
        last = committees.just_after(numbers[-1].end, patterns.after)
        joint = patterns.joint.match(text.plain, last.end) if last else None
        if joint is None:
            break
        position = first = joint.end()  # … of one committee/No. 22 of another
    return references


def comments_within(text: PreparedText, committees: Organs, start: int, end: int) -> list[Reference]:
    """The general comments whose words stand in [start, end), behind that for a decision on them."""
    patterns = _patterns(text.words)
    lead = patterns.lead.search(text.plain, start, end) if text.words.closing is None else None
    return comments(text, committees, lead.start()) if lead else []


def _signed(text: PreparedText, committees: Organs, start: int) -> list[Reference]:
    """The general comments of a list in a language that has a sign for numbers, as Chinese has."""
    signed = signed_numbers(text, start)
    found = (
        _reference(text, committees, signed.recommends, start, one.start if index else start, one, signed.numbers[-1])
        for index, one in enumerate(signed.numbers)
    )
    return [reference for reference in found if reference is not None]


def _numbers(text: PreparedText, position: int, plural: bool) -> list[CommentNumber]:
    """The list of numbers that begins at `position`; years, titles and pinpoints may stand between."""
    numbers: list[CommentNumber] = []
    number = _number_at(text, position)
    while number is not None:
        numbers.append(number)
        number = _next_number(text, number.end, plural)
    return numbers


def _number_at(text: PreparedText, position: int) -> CommentNumber | None:
    plain = text.plain
    match = _NUMBER.match(plain, position)
    if match is None:
        return None
    following = plain[match.end() : match.end() + 1]
    if following.isalnum() or following == "%":
        return None
    if following == "/" and not _patterns(text.words).goes_on.match(plain, match.end() + 1):
        return None
    if match["roman"] and roman(match["roman"]) is None:
        return None
    year = match["year"]
    if year is None and (named := _patterns(text.words).year_after.match(plain, match.end())):
        year = named[0][-4:]
    number = int(match["figure"]) if match["figure"] else roman(match["roman"]) or 0
    return CommentNumber(match.start(), match.end(), number, int(year) if year else None)


def _next_number(text: PreparedText, position: int, plural: bool) -> CommentNumber | None:
    plain, patterns = text.plain, _patterns(text.words)
    title = patterns.title.match(plain, position)
    if title is not None and patterns.named.search(title[0]) is None:
        return _number_at(text, title.end())
    gloss = _GLOSS.match(plain, position)
    after_gloss = gloss.end() if gloss else position
    comma = _COMMA.match(plain, after_gloss)
    pinpoint = pinpoint_at(plain, comma.end(), text.words) if comma else None
    separator = patterns.separator.match(plain, pinpoint.end if pinpoint else after_gloss)
    if separator is None:
        return None
    number = _number_at(text, separator.end())
    if number is None or (pinpoint and not separator[1] and plain[number.end - 1] != ")"):
        return None
    bare = number.year is None and separator[1] is None and not patterns.joined.search(separator[0])
    if bare and not plural:
        return None  # General Comment 34, 25: a paragraph; 34; 28 General Comment: the next note
    return number if plural or not patterns.word_follows.match(plain, number.end) else None


def _printed(text: PreparedText, number: CommentNumber) -> str | None:
    """The committee whose symbol of the same number is printed right behind: general comment No. 12, `CRC/C/GC/12`."""
    printed = _SYMBOL_BEHIND.match(text.plain, number.end)
    symbol = read(printed[1]) if printed is not None and int(printed[2]) == number.number else None
    return symbol.body if symbol is not None and symbol.body in all_comments() else None


def _reference(
    text: PreparedText,
    committees: Organs,
    recommendation: bool,
    lead: int,
    start: int,
    number: CommentNumber,
    last: CommentNumber,
) -> Reference | None:
    """The reference for one number, or None if another organization's committee is meant."""
    committee = _printed(text, number) or _committee(text, committees, recommendation, lead, number, last)
    if committee == OTHER:
        return None
    candidates: tuple[str, ...] = ()
    if committee is not None:
        symbol = symbol_of(committee, number.number)
        reason = None if symbol else "this general comment has no symbol of its own"
    else:
        possible = _possible(committees, number, recommendation)
        symbols = tuple(dict.fromkeys(filter(None, (symbol_of(name, number.number) for name in possible))))
        symbol = symbols[0] if len(symbols) == len(possible) == 1 else None
        candidates = () if symbol else symbols
        reason = None if symbol else "the committee is not named"
    return Reference(
        start, number.end, text.raw[start : number.end], "general_comment", symbol, candidates, reason=reason
    )


def _committee(
    text: PreparedText, committees: Organs, recommendation: bool, lead: int, number: CommentNumber, last: CommentNumber
) -> str | None:
    """The committee meant: the one named next to the number, else one of the sentence that fits the year."""
    for mention in _adjacent(text, committees, lead, number, last):
        named = _named(committees, mention, number) if mention else None
        partner = _partner(text, committees, mention) if mention is not None and mention.generic else None
        if partner is not None and named in (None, partner):
            return None  # not that of the other one
        if mention is None or named is None:
            continue
        if named != OTHER and not recommendation and all_comments()[named].recommendations:
            other = committees.just_after(mention.end, _patterns(text.words).and_another)
            another = _named(committees, other, number) if other else None
            if another not in (None, OTHER) and not all_comments()[another or ""].recommendations:
                return another  # general comment No. 18 of one that calls hers recommendations and of another
        if named == OTHER or not mention.generic or _agrees(named, number, recommendation, False):
            return named
    first, end = text.sentences.around(lead, last.end)
    before = [
        mention
        for mention in reversed(committees.within(first, lead))
        if not mention.weak or _is_beside_another(text, mention, lead)
    ]
    behind = [
        mention
        for mention in committees.within(last.end, end)
        if not mention.weak and not _is_before_another(text, mention)
    ]
    issuer = text.issuer.slug if text.issuer is not None and text.issuer.comments is not None else None
    groups: list[list[str | None]] = [[_named(committees, one, number) for one in part] for part in (before, behind)]
    if issuer is not None:
        its = _patterns(text.words).possessive.search(text.plain, max(0, lead - _ITS), lead) is not None
        groups.insert(1 if its else 2, [issuer])
    near = [one for group in groups for one in group if one is not None]
    for sure in (True, False):
        for one in near:
            if one == OTHER or _agrees(one, number, recommendation, sure):
                return one
        if sure and len(general_comments.committees(number.number, number.year, recommendation)) == 1:
            return None  # only one has it
    if near or names_a_treaty(text, first, end):
        return None
    possible = general_comments.committees(number.number, number.year, recommendation)
    return only_one_told(text, committees, possible, number.number, first, last.end)


def _partner(text: PreparedText, committees: Organs, mention: Mention) -> str | None:
    """The committee that adopted a general comment jointly with the one of a mention: No. 4 of the Committee/No. 23 of
    another one."""
    if not _patterns(text.words).joint.match(text.plain, mention.end):
        return None
    near = committees.within(mention.end, mention.end + _PARTNER)
    return next((one.slug for one in near if not one.generic and not one.weak and one.slug != OTHER), None)


def _possible(committees: Organs, number: CommentNumber, recommendation: bool) -> list[str]:
    """The committees that may have adopted a general comment where none is named beside it; one that calls hers
    recommendations, too, where the text names it and none of the others, and prints its symbol."""
    possible = list(general_comments.committees(number.number, number.year, recommendation))
    if recommendation or any(map(committees.names, possible)):
        return possible
    others = general_comments.committees(number.number, number.year, recommendation=True)
    printed = (
        one for one in others if committees.names(one) and committees.prints(symbol_of(one, number.number) or "-")
    )
    return list(printed) or possible


def _is_beside_another(text: PreparedText, mention: Mention, lead: int) -> bool:
    """Whether the words for another general comment, before those at `lead`, are right beside a committee."""
    patterns, plain = _patterns(text.words), text.plain
    if patterns.of_it.search(plain, max(0, mention.start - _ITS), mention.start):
        return True
    other = patterns.lead.search(plain, mention.end, min(lead, mention.end + _ITS))
    return other is not None and patterns.before.fullmatch(plain, mention.end, other.start()) is not None


def _is_before_another(text: PreparedText, mention: Mention) -> bool:
    """Whether the words for another general comment, right behind the committee, tell that it adopted that one."""
    patterns, plain = _patterns(text.words), text.plain
    other = patterns.lead.search(plain, mention.end, min(len(plain), mention.end + _ITS))
    return other is not None and patterns.before.fullmatch(plain, mention.end, other.start()) is not None


def _adjacent(
    text: PreparedText, committees: Organs, lead: int, number: CommentNumber, last: CommentNumber
) -> Iterator[Mention | None]:
    """The committees named next to a number or its list."""
    patterns = _patterns(text.words)
    yield committees.just_after(number.end, patterns.after)
    yield committees.just_before(lead, patterns.before)
    if last is not number:
        yield committees.just_after(last.end, patterns.after)


def _named(committees: Organs, mention: Mention, number: CommentNumber) -> str | None:
    """The committee behind a mention, if it can have adopted this number."""
    slug = mention.slug
    if slug == "committee":
        meant = committees.of_the_kind(mention)
        if meant is None:
            return None
        slug = meant
    if slug == OTHER or slug not in all_comments():
        return OTHER
    return slug if number.number <= max(all_comments()[slug].years) + _MARGIN else None


def _agrees(committee: str, number: CommentNumber, recommendation: bool, sure: bool) -> bool:
    """Whether what is printed fits the committee: its word for general comments, and the year. A number that is not
    listed fits unless it must be `sure`."""
    listed = all_comments()[committee]
    if recommendation and not listed.recommendations:
        return False
    years = listed.years.get(number.number)
    if years is None:
        return not sure and max(listed.years) < number.number <= max(listed.years) + _MARGIN
    return number.year is None or number.year in years
