"""Finding resolutions and decisions that running text names by their numbers, and the organ that is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import NATIONAL, OTHER, Mention
from mandate_data.citations.organs.organs import NATIONS, Organs
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.reading.prepared_text import (
    CLOSING,
    PreparedText,
    behind_number,
    date,
    fragment,
    plain_text,
)
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.adopting_organ import AdoptingOrgan
from mandate_data.citations.resolutions.chains import inherited, link_before, link_behind, of_several
from mandate_data.citations.resolutions.closed_lists import closed_list
from mandate_data.citations.resolutions.meanings import ResolutionKind
from mandate_data.citations.resolutions.number_dates import with_date
from mandate_data.citations.resolutions.number_forms import SPECIAL
from mandate_data.citations.resolutions.numbering import BY_NUMBER
from mandate_data.citations.resolutions.organ_ahead import organ_ahead
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.resolutions.resolution_numbers import number_at, numbers_at
from mandate_data.citations.resolutions.resolution_references import resolution_reference
from mandate_data.citations.resolutions.sessions_of_organs import of_session, session_named
from mandate_data.citations.resolutions.subjects import is_only_spoken_of
from mandate_data.citations.resolutions.surrounding_words import surrounding_words
from mandate_data.citations.resolutions.surroundings import Surroundings
from mandate_data.citations.resolutions.years_behind import has_year_behind
from mandate_data.citations.symbols.session_years import LOOK_OF_A_YEAR
from mandate_data.citations.symbols.symbols import read

_NOT_BEFORE = "/.-_"
LONGEST_SUBJECT = 160
"""Characters between "resolutions" and the first number: its resolutions on a subject, in particular 1500 (2003)."""
_ACRONYM, _SHORTEST = 4, 3
"""Capitals at the beginning of a word that names the organ and its resolution in one."""
_ANY_FIELD, _FIGURES = re.compile(r"\{[a-z]+\}"), r"\\d{1,4}"
"""The fields of a date, and what stands for each."""
_INITIALS = 12
"""How far before an abbreviated word for a resolution the initials begin of the house that adopted it."""
_ACTED = 4
"""What is between an organ and the resolution that it adopted has more characters."""
_NO_WORD = re.compile("()")
_INTRODUCES = ("(", ":")
"""What a list stands behind that is all there is."""
"""Before a number that its word follows, and no sign precedes: 1325号决议."""
_IN_A_LIST_OF_WORKS = r"[.,]?\s{1,2}\(?(?:19|20)\d\d[a-z]?\)?[.,:]?\s{1,2}"
"""Between an organ, as the author of a text, and its resolution: General Assembly. (1985). Resolution 40/33."""
_OPENING = r"[*_\[(\"]{0,2}"


_INITIALS_BEHIND = r"(?:\s\((?-i:[A-Z]{0,4}(?:UN|NU)[A-Z]{0,4})\))?"
"""Those of a resolution, behind the word for it: Resolution `(UNSCR)` 2127 (2013), but not Decision (CFSP) 2015/972."""
_NUMBERED = r"[\s:]{1,3}(?:\d{1,3}/\d|\d{3,4}\s?\((?:19|20)\d\d\)|\d{2,4}\s?\([IVX]+\))"
"""A number of the United Nations beyond doubt: with its session or year."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands around the numbers, in one language."""

    lead: re.Pattern[str]
    organ_between: re.Pattern[str]
    of_nations: re.Pattern[str]
    after_organ: re.Pattern[str]
    named_later: re.Pattern[str]
    on_subject: re.Pattern[str]
    """Resolutions on a subject, whose number or date follows: its resolutions on peace, 73/126 of 12 December 2018."""
    opened: re.Pattern[str]
    """The word that older texts print before a number that it follows in others, in Chinese: 决议 1514(XV)."""
    closing: re.Pattern[str] | None
    later: re.Pattern[str]
    """Between the organ of a later part of a list and its first number: `and of the Security Council 1674 (2006)`."""
    before: re.Pattern[str]
    printed: re.Pattern[str] | None
    """The same as `before` in the printed text, where letters share signs: `讨论` is not `通过`."""
    made_by: re.Pattern[str]
    """Between what a resolution made and its number, which is none of that: the Tribunal, `adopted by` resolution."""
    after: re.Pattern[str]
    of_a_parliament: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    own = resolution_words(words)
    resolution, decision, nations = own.resolution, own.decision, own.nations
    article, of_date = own.article, own.of_date
    sign, filler = fragment(words, words.number_sign), fragment(words, words.filler)
    of, adopted, before = (fragment(words, one) for one in (words.of_organ, words.adopted, words.before_number))
    either = (
        rf"(?:({resolution})|(?:{decision}))(?:\b|(?<=[a-z]{{5}})(?=\d))\.?"
        if words.edge
        else rf"(?:({resolution})|(?:{decision}))"
    )
    number = rf"(?:(?:{sign})\s{{0,2}})?{_OPENING}"
    adjective = rf"(?:\s(?:{fragment(words, words.adjective)})(?={_NUMBERED}))?"
    passive = rf"(?:(?:{fragment(words, words.passive)})\s)?"
    sentence = rf"|\.\s(?:{fragment(words, words.enumerated)})" if words.enumerated else ""
    works = rf"(?:\s(?:{of})\s?{article}(?:{nations}))?{_IN_A_LIST_OF_WORKS}" if of else _IN_A_LIST_OF_WORKS
    subject = rf"\s[^0-9.;()]{{2,{LONGEST_SUBJECT}}}?"
    ends = None
    if words.closing:
        resolved, decided, counting = (fragment(words, one) for one in (*words.closing, words.counting_signs))
        ends = re.compile(rf"(?!\s?{counting})[^\n.;]{{0,14}}?(?:({resolved})|{decided})")
        either = f"({resolution})"
    return _Patterns(
        re.compile(
            rf"{either}{_INITIALS_BEHIND}{adjective}(?:[\s:,]{{0,3}}(?:{filler})\b){{0,3}}[\s:,]{{0,3}}{number}",
            re.IGNORECASE,
        ),
        re.compile(rf"{either}\s{{1,2}}(?:(?:{of})\s?)?{article}(?:(?:{nations})\s)?", re.IGNORECASE),
        re.compile(rf"{either}\s{{1,2}}(?:(?:{of})\s?)?{article}(?:{nations})\s{{1,2}}{number}", re.IGNORECASE),
        re.compile(
            rf"(?:\s(?:(?:{of})\s?)?{article}(?:{nations}))?"
            rf"(?:{behind_number(words, date(words))}(?=\s(?:{sign})\s?\d)"
            rf"|[\s:,]{{0,3}}(?:(?:{filler})[\s:,]{{1,3}}){{0,2}})\s?{number}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{either}{subject}(?:,\s(?:{filler}){sentence}|\s(?:{fragment(words, words.among)}))[\s:,]{{1,3}}"
            rf"(?:(?:{filler})[\s:,]{{1,3}}){{0,2}}{number}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{either}\s(?:{fragment(words, words.titled)}){subject}(?:[,:]\s|\s\(){number}(?=\d|E?S-\d)",
            re.IGNORECASE,
        ),
        re.compile(rf"({fragment(words, words.opening)})\s?({resolution})?\s?" if words.closing else NEVER),
        ends,
        re.compile(rf"[:,]?\s\(?(?:(?:{filler})\s)?", re.IGNORECASE),
        re.compile(
            rf"(?:'s)?[)\]\s,:*_\"'(\[]{{1,4}}(?:(?:{before}|{adopted})\s{{1,2}}){{0,5}}[*_\[(\"']{{0,2}}|{works}"
            if words.edge
            else rf"[\s,]{{0,2}}(?:{before})?\s?(?:{date(words)})?\s?",
            re.IGNORECASE,
        ),
        re.compile(rf"\W{{0,2}}(?:{words.before_number})?\s?(?:{_ANY_FIELD.sub(_FIGURES, words.date)})?\s?")
        if words.shares_signs
        else None,
        re.compile(
            rf",\s(?:{adopted}|{fragment(words, words.founds)})\s(?:{fragment(words, words.agent)})\s?", re.IGNORECASE
        ),
        re.compile(
            rf"{CLOSING}(?:\s\([^()\d;]{{3,60}}\)(?=\s(?:{of})))?{of_date}(?:,?\s{{1,2}}\(?(?:{passive}(?:{adopted}){own.when}(?:\s[^\W\d_]{{4,14}})?\s)?(?:{of})|\s\()"
            rf"\s{{0,2}}(?:(?:{fragment(words, words.possessive)})\s|{article})"
            rf"(?P<{NATIONS}>(?:{nations})\s)?"
            if words.of_organ
            else rf"{CLOSING}{of_date}(?:,?\s{{1,2}}(?:{adopted})\s|\s{{0,2}}\(?(?:(?:{adopted})\s)?)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<![\w.])(?:{fragment(words, words.of_a_parliament)})", re.IGNORECASE),
    )


def resolutions(text: PreparedText, organs: Organs, start: int, end: int) -> list[Reference]:
    """The resolutions or decisions that the word at `start` introduces by number, each with its symbol if the
    organ is known; `end` is where the lexer saw the first number."""
    if start and text.raw[start - 1] in _NOT_BEFORE:
        return []  # CM/Res.1472, AG/RES.1044: another organization's symbol
    patterns = _patterns(text.words)
    if patterns.closing is not None and start < organs.unclosed:
        return []
    if (opened := patterns.opened.match(text.plain, start)) is not None:
        groups = numbers_at(text.plain, opened.end(), text.words)
        if not groups or groups[0][0].bare or (opened[2] and not _is_numbered(text, groups[-1][-1])):
            return []  # 决议第二(三)段 is a paragraph
        in_brackets = text.plain[groups[0][0].end - 1] == ")" or groups[0][0].letter
        if not in_brackets and _organ_before(text, organs, start) is None:
            return []  # 决议2/3 is two thirds
        return _listed(text, organs, opened, groups, None)
    alone = text.plain[start].isdigit() or (patterns.closing is not None and text.plain.startswith(SPECIAL, start))
    beside = not alone or _organ_before(text, organs, start) is not None
    if not beside and not _is_of_its_form(text, organs, start):
        return []  # without the sign for numbers, only right behind an organ
    if patterns.of_a_parliament.search(text.plain, max(0, start - _INITIALS), start + _ACRONYM):
        return []
    lead = (_NO_WORD if alone else patterns.lead).match(text.plain, start)
    groups = numbers_at(text.plain, lead.end(), text.words) if lead else []
    if lead and groups:
        return _listed(text, organs, lead, groups, None)
    between = _organ_between(text, organs, patterns, start)
    if between is not None:
        return between
    named_later = patterns.named_later.match(text.plain, start)
    groups = numbers_at(text.plain, named_later.end(), text.words) if named_later else []
    if named_later and groups and not groups[0][0].bare:
        return _listed(text, organs, named_later, groups, _organ_behind(text, organs, start), far=True)
    on_subject = patterns.on_subject.match(text.plain, start)
    groups = numbers_at(text.plain, on_subject.end(), text.words) if on_subject else []
    if on_subject and groups and (_is_dated(text, groups[0][0]) or _are_listed(organs, on_subject, groups)):
        return _listed(text, organs, on_subject, groups, None, far=True)
    again = patterns.lead.search(text.plain, start + 1, end + 1)
    return resolutions(text, organs, again.start(), end) if again else []


def _organ_before(text: PreparedText, organs: Organs, start: int) -> Mention | None:
    """The organ right before a list; where letters share signs, what stands between is told by the printed text."""
    patterns = _patterns(text.words)
    before = organs.just_before(start, patterns.before)
    if before is None or patterns.printed is None or patterns.printed.fullmatch(text.raw, before.end, start):
        return before
    return None


def _is_of_its_form(text: PreparedText, organs: Organs, start: int) -> bool:
    """Whether a number has the form of those of the Security Council, in a text that names it, or of a session, with
    the sign of numbers behind it, in one about the United Nations."""
    number = number_at(text.plain, start, text.words)
    if number is None or number.session is None:
        return number is not None and not number.is_small and organs.names(BY_NUMBER)
    return _is_numbered(text, number) and organs.is_of_the_nations()


def _is_numbered(text: PreparedText, number: Number) -> bool:
    """Whether the sign of numbers stands behind one, as in Chinese."""
    return text.plain.startswith(plain_text(text.words.numbered, text.words), number.end)


def _is_dated(text: PreparedText, number: Number) -> bool:
    return number.year is not None or with_date(text.plain, number, text.words).adopted is not None


def _are_listed(organs: Organs, lead: re.Match[str], groups: list[list[Number]]) -> bool:
    """Whether several numbers alone, behind what they are on, are those of the Security Council: resolutions on peace
    and security `(1325, 1820 and 1888)`."""
    numbers = [number for group in groups for number in group]
    several = len(numbers) > 1 and all(number.bare and not number.is_small for number in numbers)
    return several and lead[0].rstrip().endswith(_INTRODUCES) and organs.names(BY_NUMBER)


def _organ_behind(text: PreparedText, organs: Organs, start: int) -> Mention | None:
    """The organ right behind the word for resolutions at `start`: `resolutions of the Security Council`."""
    lead = _patterns(text.words).organ_between.match(text.plain, start)
    return organs.at(lead.end()) if lead else None


def _organ_between(text: PreparedText, organs: Organs, patterns: _Patterns, start: int) -> list[Reference] | None:
    """`resolutions of the Security Council 1325 (2000) and …`: the organ before the first number."""
    lead = patterns.organ_between.match(text.plain, start)
    named = organs.at(lead.end()) if lead else None
    gap = patterns.after_organ.match(text.plain, named.end) if named else None
    if named is None:
        lead = gap = patterns.of_nations.match(text.plain, start)
    groups = numbers_at(text.plain, gap.end(), text.words) if gap else []
    if gap and groups and groups[0][0].bare and "," in gap[0] and groups[0][0].number in LOOK_OF_A_YEAR:
        return None  # resolution of the General Assembly, 2011
    return _listed(text, organs, lead, groups, named) if lead and groups else None


def _listed(
    text: PreparedText,
    organs: Organs,
    lead: re.Match[str],
    groups: list[list[Number]],
    named: Mention | None,
    far: bool = False,
) -> list[Reference]:
    """The references of a list, group by group; the first one begins at the word before it, unless that is `far`."""
    patterns, start = _patterns(text.words), lead.start()
    numbers, end = [number for group in groups for number in group], groups[-1][-1].end
    kinds: dict[Number, ResolutionKind] = dict.fromkeys(numbers, "RES" if lead[1] else "DEC")
    opened = patterns.opened.match(text.plain, start) is not None
    if patterns.closing is not None and not opened:
        owner = _organ_before(text, organs, start)
        found_closed = closed_list(text, groups, patterns.closing, owner is None or owner.slug != BY_NUMBER)
        if found_closed is None:
            organs.unclosed = end  # nor is any number of it closed, from wherever the list is read
            return []
        groups, kinds, end = found_closed
        numbers = [number for group in groups for number in group]
    in_word = _in_its_word(organs, start)
    if in_word is not None and in_word.weak and numbers[0].bare and not organs.names(in_word.slug):
        return []  # SCR 250, an engine
    before = named or in_word or _organ_before(text, organs, start) or organ_ahead(text, organs, start)
    gap = text.plain[before.end : start] if before is not None and before.end <= start else ""
    parted = "," in gap
    far_before = before is not None and start - before.end > _ACTED
    acted = far_before and surrounding_words(text.words).adopting.match(gap) is not None
    # The Advisory Council, resolution 5/1; but: the Council, by decision 24/102.
    apart = parted and not gap.strip(" ,\n")
    if apart and before is not None and before.weak and not before.slug.startswith(NATIONAL):
        before = None
    if before is not None and patterns.made_by.fullmatch(gap):
        before = None
    of_ours = before is not None and before.end <= start and not before.slug.startswith(NATIONAL)
    session = session_named(text, before) if before is not None and of_ours else None
    around = Surroundings(text, organs, start, end)
    if before is not None and of_ours:
        if before.generic and parted and around.is_adopted and is_only_spoken_of(around, before):
            before = None  # the Council, on the recommendation of the Commission, adopted
        elif around.is_of_a_part(before) or around.is_given_to(before) or around.is_founded(before.start):
            before = None
    linked = before is None and not around.is_of_the_subject and not around.is_its_own
    went_on = link_before(text, organs.link, organs, start) if linked and organs.link is not None else None
    shared = None if before is not None else _other_of_the_chain(text, organs, start)
    found: list[Reference] = []
    beside: tuple[Mention | None, ...] = ()
    for group in groups:
        last_end = end if group is groups[-1] and patterns.closing and not opened else group[-1].end
        behind = _not_with_its_own(around, organs.just_after(last_end, patterns.after))
        own = None if group is groups[0] else organs.just_before(group[0].start, patterns.later)
        around = Surroundings(text, organs, start, group[-1].end)
        references = []
        for number in group:
            after = behind
            if number is not group[-1]:
                after = _not_with_its_own(around, organs.just_after(number.end, patterns.after))
            adjacent = (before, after, behind) if group is groups[0] and not parted else (after, behind, before)
            own_behind = after is not None and not after.weak and "," not in text.plain[number.end : after.start]
            if own_behind and (acted or parted):
                # the Council endorsed resolution 1996/31 of the Commission; … of the Council, resolution 194 of the …
                adjacent = (after, behind, None)
            if number is not group[-1] and after is not None and not after.weak:
                adjacent = (after, None, None)  # 194 (General Assembly) and 242 (Security Council)
            if own is not None:
                adjacent = (own, after, behind)
            beside, own_list = adjacent, None
            if not any(adjacent):
                if went_on is not None and (went_on.closely or around.introduced is None):
                    own_list = inherited(went_on, kinds[number], number, text.issued)
                adjacent = (own_list or shared, None, None)
            dated: Number | None = with_date(text.plain, number, text.words) if number.bare else number
            if session is not None and number.bare and not number.is_small and group is groups[0]:
                dated = of_session(number, session)
            if dated is None:
                continue
            meaning = AdoptingOrgan(around, kinds[number], dated, own_list is not None).meaning(adjacent)
            if went_on is not None and went_on.organ is None and meaning is not None and not any(beside):
                meaning = of_several(meaning, kinds[number], number, text.issued)
            if meaning is not None and not _is_of_anybody(text, organs, number):
                first = start if number is groups[0][0] and not far else number.start
                organ = _organ_of(meaning.symbol) if meaning.organ in (None, OTHER) else meaning.organ
                meant = meaning._replace(organ=organ)
                references.append(resolution_reference(text, kinds[number], number, meant, first))
        found += _alike(references)
    organs.link = link_behind(numbers[-1], end, found[-1], beside, went_on) if found else None
    return found


def _not_with_its_own(around: Surroundings, behind: Mention | None) -> Mention | None:
    """The organ behind a number, if that does not begin another resolution: 2000/33, approved by `Council decision`."""
    if behind is None or around.has_a_word_of_its_own(behind) is False:
        return behind
    return None


def _is_of_anybody(text: PreparedText, organs: Organs, number: Number) -> bool:
    """Whether a number is printed with its year as ministries and towns do, in a text that does not name the Security
    Council: `resolution 1540/2004`; or the United Nations, where the years of several are behind the last."""
    if has_year_behind(text.plain, number, text.words):
        return not organs.is_of_the_nations()
    slashed = number.year is not None and "/" in text.plain[number.start : number.end]
    return slashed and not organs.names(BY_NUMBER)


def _other_of_the_chain(text: PreparedText, organs: Organs, start: int) -> Mention | None:
    """The organ of what the list follows with an `and`, if its resolutions have no symbol: `IMO resolution A.1047 and
    resolution 60/1`."""
    first = Surroundings(text, organs, start, start).chain
    named = organs.just_before(first, _patterns(text.words).before) if first < start else None
    return None if named is None or named.generic or table().adopts(named.slug) else named


def _in_its_word(organs: Organs, start: int) -> Mention | None:
    """The organ that the word for the resolution names itself: `UNSCR 1325`."""
    return organs.at(start) if organs.plain[start : start + _SHORTEST].isupper() else None


def _organ_of(symbol: str | None) -> str | None:
    found = read(symbol) if symbol else None
    return found.body if found else None


def _prefix(reference: Reference, symbol: str) -> str:
    return symbol.partition("/RES/" if reference.kind == "resolution" else "/DEC/")[0]


def _alike(references: list[Reference]) -> list[Reference]:
    """The references of a list, the open ones among them settled by the others: a list is of one organ."""
    if all(reference.symbol for reference in references) or len(references) < 2:
        return references
    organs = {_prefix(reference, reference.symbol) for reference in references if reference.symbol}
    done = []
    for reference in references:
        fitting = [symbol for symbol in reference.candidates if _prefix(reference, symbol) in organs]
        if len(fitting) == 1:
            reference = reference._replace(symbol=fitting[0], candidates=(), reason=None, organ=_organ_of(fitting[0]))
        done.append(reference)
    return done
