"""The numbers of resolutions and decisions in running text: one, or a list with dates, letters and pinpoints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.pinpoints.pinpoints import end_of_announced, pinpoint_at
from mandate_data.citations.reading.prepared_text import CLOSING, behind_number, date, fragment, month
from mandate_data.citations.resolutions.number_forms import (
    further_letter,
    joint_of_letters,
    number_form,
    numbered_on,
    roman_session,
    spelled_letters,
    spelled_sessions,
)
from mandate_data.citations.resolutions.numbers_from_right_to_left import as_read, turned_by_year, with_its_year
from mandate_data.citations.resolutions.printed_number import OF_A_YEAR, Number
from mandate_data.citations.resolutions.printed_years import year_of, year_told
from mandate_data.citations.resolutions.ranges import ABBREVIATED, RANGE, begins_a_range, upper_end
from mandate_data.citations.resolutions.slashed_lists import slashed_at
from mandate_data.citations.resolutions.years_behind import with_years_behind
from mandate_data.citations.symbols.session_years import assembly_had_reached, roman, security_council_year
from mandate_data.roman_numerals import to_roman

_MISREAD = re.compile(r"[IVX1l]{2,8}")
"""A Roman numeral in which 1 and l may stand for I: (111), (XV1), (Ill)."""
_AS_I = str.maketrans("1l", "II")

_MARKED = frozenset(",;&-")
"""What the mark of a note is set right behind."""
_COMMA = re.compile(r"(?:,\s{1,2}|\s\(?)?")
_NEXT = (
    r"(?=(?:E?S-\d{1,2}|(?:19|20)\d\d|\d{1,2}|(?:GC)?SS\.[IVX]{1,6})[ ]?/[ ]?\d{1,3}(?![\w/])"
    r"|[1-9]\d{0,3}\s?[A-Z]?\s?\(\s?(?:(?:19|20)\d\d|(?:E?S-)?[IVXLC]+)\s?\))"
)
_IN_FULL = r"(?=[1-9]\d{0,3}\s?[A-Z]?\s?\(\s?(?:(?:19|20)\d\d|[IVX]{1,6})\s?\))"
_WITH_YEAR = r"(?=[1-9]\d{0,3}\s?\(\s?(?:19|20)\d\d\s?\))"
_QUOTED = r"(?:,?\s(?:\w+\s)?\"[^\"]{1,250}\")?"

_YEAR = r"(?:19|20)\d\d\b"
_IN_A_YEAR = rf"\s?\({_YEAR}\)"
"""The year behind a number that has a session: 76/147 `(2021)`."""
_TITLE = (
    r"\s\((?:\"[^\"()]{2,250}\"|(?:[a-z]{1,3}\s)?(?-i:[A-Z])(?:[^()\d]|(?<=\s)(?:19|20)\d\d(?=\s)){2,250})\)(?=[,;]|\s)"
)
"""The title of a resolution in parentheses: `70/1 (Transforming our world)`."""

_DOCUMENT = (
    r"\s{0,2}\((?:\w{2,4})?\s?(?:(?-i:[A-Z]{1,5})/[A-Z0-9][^()\s]{0,30}(?:,\s[^()]{1,24})?"
    r"|\d{2,6}[_/][^()\s]{1,12})\s?\)"
)
"""What is in parentheses behind a number: its document, 48/264 `(A/52/856)` and 51/241, or its place in a database."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What parts the numbers of a list, in one language."""

    number: re.Pattern[str]
    spelled: dict[str, str]
    sessions: dict[str, str]
    """The sessions in the numerals of the language, and the Roman numeral of each."""
    dated: re.Pattern[str]
    separator: re.Pattern[str]
    letters: re.Pattern[str]
    session_behind: re.Pattern[str]
    """The session behind the letters of a resolution: 3411 A and B `(XXX)`."""
    organ: re.Pattern[str]
    organ_first: re.Pattern[str]
    titles: re.Pattern[str]
    taken_up: re.Pattern[str]
    """The verb before a later number that did something to the one before: `and extended by` 2277 (2016)."""
    remarked: re.Pattern[str]
    """What is said of a number before the next one, whose form is its own: 194 (III) `spoke of return;` 273 (III)."""
    word_follows: re.Pattern[str]
    thing_follows: re.Pattern[str]
    """The same, or one with a capital that may be the name of several things, as in `193 States`."""
    of_several: re.Pattern[str]
    """What a share is one of: two thirds `of the members`."""
    goes_on: re.Pattern[str]
    word_glued: re.Pattern[str]
    """The word that goes on behind figures, set right behind them: 60/1`and` 60/2."""
    of_year: re.Pattern[str]
    """A year right behind a number alone: resolution 1325 `of 2000`, `in October 2000`."""
    several: re.Pattern[str]
    """How the word for several resolutions ends: after `resolutions 242 and`, 338 counts nothing."""
    unit: re.Pattern[str]
    """What is measured, right behind a number of the form of a session's: `1/24 degree`."""
    special: tuple[re.Pattern[str], ...]
    and_: re.Pattern[str]
    of_the_council: re.Pattern[str]
    """The Security Council right behind a number alone: 60/1 of the Assembly and 1325 `of the Security Council`."""


@cache
def _patterns(words: Words) -> _Patterns:
    joined, to = fragment(words, words.conjunction), fragment(words, words.to)
    of, dated = fragment(words, words.of_organ), fragment(words, words.dated)
    clause = fragment(words, words.clause)
    titled, sign = fragment(words, words.titled), fragment(words, words.number_sign)
    small, nations = fragment(words, words.name_words), fragment(words, words.united_nations)
    begins = f"(?:{fragment(words, words.organ_begins)})" if words.organ_begins else "[A-Z]"
    organ = rf"\s(?:{of})\s?(?:(?:{fragment(words, words.article_before)})\s?)?(?!{month(words)}\b){begins}[\w'-]*"
    any_date = rf"(?:{date(words)}|{date(words, dated=False)})"
    of_date = behind_number(words, any_date)
    mark = rf"(?:(?<=[,;])\d{{1,3}}(?=\s{{1,2}}(?:(?:{joined})\s)?{_NEXT}))?"  # 3 April 1961,52 1619 (XV)
    separator = (
        rf"{CLOSING}\s{{0,2}}(?:(?<![^\W\d_])(?:{joined}|{to})\b|[,;&-]){mark},?\s{{0,2}}(?:(?:{joined})\s{{1,2}})?"
        rf"(?:(?:{sign}|{fragment(words, words.elliptic)})\s{{0,2}})?[*_\[(]{{0,2}}"
    )
    own = fragment(words, words.separator).replace("{date}", date(words)) if words.separator else None
    lead = f"(?:{fragment(words, words.resolution)}|{fragment(words, words.decision)})"
    lead = rf"\b{lead}\b" if words.edge else lead
    by_session = rf"(?=[1-9]\d?/[1-9]\d{{0,2}}(?![\w/]|\s(?!(?:{joined})\b)(?-i:[a-z])))"
    filler = fragment(words, words.filler)
    goes_on = rf"(?:{fragment(words, words.go_on)})\b|(?:{fragment(words, words.joined_conjunction)})\w"
    within = rf"(?:,?\s(?:{fragment(words, words.adopted)}))?\s(?:{dated}|{fragment(words, words.within_year)})"
    the, more = f"(?:{fragment(words, words.article_before)})", rf"(?:\s(?!(?:{lead})(?!\w))[\w'-]+)"
    return _Patterns(
        number_form(words),
        spelled_letters(words),
        spelled_sessions(words),
        re.compile(
            rf"(?:{_IN_A_YEAR})?(?:{of_date}(?:\s(?:{joined})(?:\s(?:{dated}))?\s{any_date})?|\s(?:{dated})\s{_YEAR})?"
            rf"(?:,\s(?:{fragment(words, words.amended)}))?(?:{_TITLE}|{_DOCUMENT}|{_QUOTED})",
            re.IGNORECASE,
        ),
        re.compile(own or separator, re.IGNORECASE),
        re.compile(rf"{joint_of_letters(words)}({further_letter(words)}(?:-[B-Z])?)(?![\w'-]|\.\w)"),
        re.compile(rf"\s?\({roman_session(words)}\)"),
        re.compile(
            rf"(?:\s(?:{dated})\s{_YEAR})?{organ}(?:\s(?:(?:{small})\s)?(?!(?:{lead})(?!\w))[\w'-]+){{0,6}}?(?=[,;]|\s(?:{joined})(?:\s[^\d,;.]{{0,12}}\d|{organ}))"
        ),
        re.compile(
            rf"{CLOSING}(?:(?i:{of_date}|\s(?:{dated})\s(?:19|20)\d\d))?[,;]?\s(?:{joined})"
            rf"(?:{organ}{more}{{0,6}}?(?:\s\(?|:\s|,\s(?:(?:{filler})\s)?)"
            rf"|\s(?:{the}\s)?{begins}[\w'-]*{more}{{0,6}}?\s\(){_NEXT}"
        ),
        re.compile(
            rf"(?:,?\s(?:(?:{joined})\s)?(?:{titled})\s|,?\s\"|,?\s(?:{clause})\s|\s-\s)(?:(?!{lead})[^;.:]){{1,220}}?(?:(?:[,;]|\s(?:{joined})|,\s(?:{joined}))\s"
            rf"(?:(?:{joined})\s)?|\s(?:{fragment(words, words.joined_conjunction)})){_NEXT}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{CLOSING}[,;]?\s{{1,2}}(?:{fragment(words, words.taken_up)})\s{{1,2}}(?:{_WITH_YEAR}|{by_session})",
            re.IGNORECASE,
        ),
        re.compile(rf"[^.;:\n]{{1,100}};\s(?:(?:{joined})\s)?{_IN_FULL}", re.IGNORECASE),
        re.compile(rf"\s{{1,2}}(?!{goes_on})[a-z\xe0-\xff]"),
        re.compile(rf"\s{{1,2}}(?!{goes_on})(?:[a-z\xe0-\xff]|[A-Z][\w-]*s\b)"),
        re.compile(rf"\s(?:{fragment(words, words.owner)})\s(?:(?:{the})\s)?[a-z]+s(?!\w)" if words.owner else NEVER),
        re.compile(rf"\s{{1,2}}(?:{fragment(words, words.go_on)})\b"),
        re.compile(rf"(?:{joined}|{of})(?=\s)" if words.edge and of else NEVER),
        re.compile(rf"{within}\s(?:(?:{month(words)})\.?\s)?((?:19|20)\d\d)(?![\d/])", re.IGNORECASE),
        re.compile(rf"(?:{fragment(words, words.several)})[\W_]{{0,4}}\Z"),
        re.compile(rf"\s?(?:{fragment(words, words.units)})(?![\w'-])"),
        tuple(re.compile(fragment(words, sign)) for sign in words.special_signs or ()),
        re.compile(rf"\b(?:{joined})\b", re.IGNORECASE),
        re.compile(
            rf"(?:\s(?:{dated})\s{_YEAR})?\s(?:\(|(?:{of})\s?){the}?\s?(?:(?:{nations})\s)?(?:{numbered_on(words)})"
            if words.edge and of
            else NEVER
        ),
    )


_LONGEST_ENDING = 6
_SECTION = re.compile(r"\s[IVX]{1,5}(?=[,;]|\s)")
"""The section of a decision, right behind its number: decisions 24/3 `II` and 24/5."""
_BESIDE = re.compile(rf"\s{_WITH_YEAR}")
"""Numbers with their years one beside the other: the Committee pursuant to resolutions 1267 (1999) `1989 (2011)`."""
_OF_OTHERS = re.compile(r"-(?:(?!\d{1,4}/(?:\d|[A-Z]{2,4}\.))\d|[A-Z]{1,5}(?![A-Za-z]))")
"""How the numbers of other organizations go on: `2/38-MM`, `1325 (2000)-III`."""
_BEHIND_BRACKET = re.compile(
    r"[1-9]\d{0,3}\((?:19|20)\d\d\)|[1-9]\d{0,2}(?=[.,;:]?(?:\s|$))|[A-Z](?!X*V?I*\b)[A-Za-z]{2}"
)
"""The next number of a list without commas, the mark of a note or a word with a capital, right behind the bracket of a
number."""
_OFFICIAL_RECORDS = re.compile(
    r",\s(?:([1-9]\d?)\s(?:U\.?\s?N\.?\s?)?(?:GAOR|ESCOR)|(?:U\.?\s?N\.?\s?)?(?:GAOR|ESCOR),?\s([1-9]\d?)[a-z]{1,2}\s[A-Z])"
)
"""The session in the official records behind a number: `Res. 2625, U.N. GAOR, 25th Sess.`, `25 U.N. GAOR`."""
_SMALLEST_SHARE = 10
"""Shares of a whole below a tenth are not printed as figures."""
_NO_DATE = 32
_FIGURES = ("number", "old", "count", "decision", "party_number", "slashed", "bare", "shared", "small")
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_ENDS_A_LIST = frozenset((".", ":", ""))
_ROUND_THE_CLOCK = frozenset(("24/7", "9/11"))


def numbers_at(plain: str, position: int, words: Words) -> list[list[Number]]:
    """The list of numbers that begins at `position`, in groups: each but the last has its organ behind it, as in
    `resolutions 53/241 and 54/263 of the Assembly and 1261 (1999) of the Council`. A bare number goes only with the
    Security Council's.
    """
    patterns = _patterns(words)
    several = patterns.several.search(plain, max(0, position - _LONGEST_ENDING), position) is not None
    groups: list[list[Number]] = []
    many = several or plain.endswith(ABBREVIATED, 0, position)
    slashed = slashed_at(plain, position)
    group = slashed[:-1]
    number = slashed[-1] if slashed else _number_at(plain, position, patterns, many)
    if number is not None and counts(plain, number, words):
        return []
    while number is not None:
        group.append(number)
        position = number.end
        while (
            number.number
            and number.letter
            and (more := patterns.letters.match(plain, position))
            and (letter := patterns.spelled.get(more[1], more[1])) > number.letter
        ):
            number = Number(more.start(1), more.end(1), number.session, number.number, letter, number.year)
            group.append(number)
            position = more.end()
        if number.session and not number.letter and (end := RANGE.match(plain, position)):
            last_number = upper_end(str(number.number), end[1]) or int(end[1])
            number = Number(end.start(1), end.end(), number.session, last_number, "", None)
            group.append(number)
            position = end.end()
        if number.roman and (session := patterns.session_behind.match(plain, position)):
            position = session.end()
            group[-1] = number = number._replace(end=position)
        last, number = number, _next_number(plain, position, number, words, several)
        if number is None and (organ := patterns.organ.match(plain, position)):
            number = _next_number(plain, organ.end(), last, words, several)
            position = organ.end()
            if number is not None:
                groups.append(group)
                group = []
        if number is None and (organ := patterns.organ_first.match(plain, position)):
            number = _number_at(plain, organ.end(), patterns)
            if number is not None:
                groups.append(group)
                group = []
    groups = with_years_behind(plain, [*groups, group] if group else groups, words)
    return turned_by_year(plain, groups) if words.mirrored else groups


def number_at(plain: str, position: int, words: Words) -> Number | None:
    """The one number at `position`, whatever goes on it."""
    return _number_at(plain, position, _patterns(words))


def counts(plain: str, number: Number, words: Words) -> bool:
    """Whether a number counts something: the resolution 15 years later, a spatial resolution 1/24 degree."""
    patterns = _patterns(words)
    if number.is_small and patterns.word_follows.match(plain, number.end):
        return True
    return number.session is not None and patterns.unit.match(plain, number.end) is not None


def _next_number(plain: str, position: int, last: Number, words: Words, several: bool) -> Number | None:
    if plain[position : position + 1] in _ENDS_A_LIST:
        return None
    patterns = _patterns(words)
    dated = patterns.dated.match(plain, position)
    section = _SECTION.match(plain, position)
    if section is not None:
        dated = patterns.dated.match(plain, section.end())
    date_end = dated.end() if dated else section.end() if section else position
    comma = _COMMA.match(plain, date_end)
    pinpoint = pinpoint_at(plain, comma.end(), words) if comma else None
    announced = end_of_announced(plain, date_end, words) or date_end
    behind = pinpoint.end if pinpoint else announced
    comma_behind = behind + plain.startswith(",", behind)
    later = patterns.dated.match(plain, comma_behind) if behind > date_end else None
    for start in dict.fromkeys((behind, later.end() if later else announced, announced, date_end, position)):
        beside = (_BESIDE,) if last.year is not None else ()
        for pattern in (patterns.separator, patterns.titles, patterns.taken_up, patterns.remarked, *beside):
            separator = pattern.match(plain, start)
            number = _number_at(plain, separator.end(), patterns, True) if separator else None
            if number is None or _is_no_resolution(plain, number, patterns):
                continue
            counts_things = patterns.word_follows.match(plain, number.end)
            if pattern is patterns.titles and number.number < _NO_DATE and counts_things:
                continue
            marks = last.year is not None and plain[number.start - 1] in _MARKED  # 1244 (1999),158
            listed = several and last.bare and separator is not None and patterns.and_.search(separator[0])
            if number.is_small and not last.is_small:
                continue
            if number.bare and last.number > number.number and patterns.thing_follows.match(plain, number.end):
                continue  # resolutions 1970, 1973 and 193 States
            if number.bare and patterns.of_the_council.match(plain, number.end):
                return number
            if number.bare and (last.session is not None or (counts_things and not listed) or marks):
                continue
            return number
    return None


def _number_at(plain: str, position: int, patterns: _Patterns, many: bool = False) -> Number | None:
    """The number at `position`; one of `many` may be the first of a range."""
    match = patterns.number.match(plain, position)
    if match is None:
        return None
    end = match.end()
    letter = match["letter"] or match["outer"] or match["alone"] or ""
    if match["others"]:
        end = match.start("others")
    if letter and _is_a_word(plain, letter, end, patterns):
        end, letter = end - len(letter), ""
    following = plain[end : end + 1]
    if match["mirrored"] or match["by_year"]:
        return as_read(match, patterns.spelled)
    if match["of_a_year"]:
        return Number(match.start(), end, OF_A_YEAR, int(match["of_a_year"]), "", None)
    if match["unbracketed"]:
        return with_its_year(match)
    if match["dotted"]:
        year = int(match["dotted_year"]) if match["dotted_year"] else None
        return Number(match.start(), end, None, int(match["dotted"].replace(".", "")), "", year)
    if match["small"] and _THOUSANDS.match(plain, end):
        return None  # No. 63,711
    if match["lettered"]:
        return Number(match.start(), end, f"{match['of_session']}/", 0, match["lettered"], None)
    glued = following.islower() and (plain[end - 1] == ")" or patterns.word_glued.match(plain, end))  # (1998)of
    goes_on = plain[end - 1] == ")" and _BEHIND_BRACKET.match(plain, end) is not None  # 1807 (2008)7.
    if (
        (following.isalnum() and not glued and not goes_on)
        or following in ("/", "%")
        or (following == "-" and _OF_OTHERS.match(plain, end) and not (many and begins_a_range(plain, match)))
    ):
        return None
    inner = (match["inner"] or match["counted"] or "").removesuffix(match["of_letter"] or "")
    inner = inner.removesuffix(match["others"] or "")
    letter = letter.strip(" ()\n") or inner.strip()
    letter = patterns.spelled.get(letter, letter)
    session = match["session"] or match["roman"] or match["meeting"] or match["party_meeting"]
    session = session or match["slashed_session"]
    session = patterns.sessions.get(session or "", session)
    if match["session"] and not match["session"][0].isdigit():
        session = _special(match["session"], patterns) + "".join(filter(str.isdigit, match["session"]))
    session = session and session.replace(" ", "")
    coded = match["roman"] is not None and ("." in match["roman"] or match["roman"].startswith("EX-"))
    if match["roman"] and _MISREAD.fullmatch(match["roman"]):
        session = match["roman"].translate(_AS_I)
        if match["roman"].isdigit() and not assembly_had_reached(session, int(match["old"]), about=0):
            return Number(match.start(), match.end("old"), None, int(match["old"]), "", None)
    elif match["roman"] and match["roman"][-1].isdigit() and not coded:
        ordinal = to_roman(int("".join(filter(str.isdigit, match["roman"]))))
        session = f"{_special(match['roman'], patterns)}{ordinal}"
    figure = next(filter(None, map(match.group, _FIGURES)))
    if session is not None and match["roman"] and not coded and roman(session.rpartition("-")[2]) is None:
        return None
    joined = match["slashed_year"] or match["hyphened_year"] or match["of_all"]
    year = year_of(int(figure), match["year"] or joined)
    if session is None and year is None:
        year = year_told(int(figure), patterns.of_year.match(plain, end))
    if joined and security_council_year(int(figure)) != year:
        return None
    if session is None and year is None and (records := _OFFICIAL_RECORDS.match(plain, end)):
        session = to_roman(int(records[1] or records[2]))
    return Number(match.start(), end, session, int(figure), letter, year)


def _special(session: str, patterns: _Patterns) -> str:
    """What tells a special session in a symbol, by how a session in figures is printed: `S-5`."""
    if session.startswith("ES-"):
        return "ES-"
    if session.startswith("S-") or (patterns.special and patterns.special[0].match(session)):
        return "S-"
    return "ES-" if patterns.special and patterns.special[1].match(session) else ""


def year_behind(plain: str, end: int, words: Words) -> int | None:
    """The year right behind a number alone: resolution 1325 `of 2000`."""
    behind = _patterns(words).of_year.match(plain, end)
    return int(behind[1]) if behind is not None else None


def _is_no_resolution(plain: str, number: Number, patterns: _Patterns) -> bool:
    """Whether `24/7` stands for always, or a number for a part of several: 60/1 and `2/3` of the members."""
    printed, session = plain[number.start : number.end], number.session or ""
    if printed in _ROUND_THE_CLOCK and patterns.word_follows.match(plain, number.end):
        return True
    below = session.isdigit() and int(session) < number.number <= _SMALLEST_SHARE
    return below and patterns.of_several.match(plain, number.end) is not None


_ROOT_ENDS = re.compile("/[A-Z]")
"""What makes of a capital behind a number the root of a symbol: 4 (I) `A/RES/4 (I)`."""


def _is_a_word(plain: str, letter: str, end: int, patterns: _Patterns) -> bool:
    """Whether a capital after a number belongs to the words that follow: `in resolution 55/2 A new …`."""
    if plain[end : end + 1].isalnum() or (letter[0].isspace() and _ROOT_ENDS.match(plain, end)):
        return True
    return letter[0].isspace() and (
        letter.strip() in "AI" and plain[end : end + 1] == " " and not patterns.goes_on.match(plain, end)
    )
