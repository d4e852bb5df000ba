"""Sentences that say who held a mandate, and since or until when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mandate_data.extract.values import DATE, WITHOUT_YEAR

from .sentences import sentence_around

UPPER = "A-ZÀ-ÖØ-ÞĀŠŽČĆŁŚŹŻÑİĐ"
TITLE = r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Judge|Sir|Dame|Ambassador)\b\.?"
NOW = "present|to date|date|today|now"
"""What stands for the end of a term that goes on."""
PART = rf"(?:(?:[{UPPER}]\.)+|[{UPPER}][\w'’-]*|de|van|von|der|den|da|do|dos|del|la|bin|al|el|ben)"
NOBODY = (
    r"(?!(?:The|This|That|His|Her|In|On|From|Since|Until|At|By|As|When|After|Special|Independent|Human|General|United"
    r"|Commission|Council|Committee|Working|Government|States?|Following|Upon|Under|Mr|Ms|Mrs)\b)"
)
PERSON = (
    rf"(?:{TITLE} (?P<titled>(?:(?:[{UPPER}]\.)+|[{UPPER}][\w'’-]*)(?: {PART})*)"
    rf"|\b{NOBODY}(?P<named>[{UPPER}][\w'’-]+(?: {PART})+))"
)
_SOMEBODY = (
    r"\b(?:[Tt]he (?:current |present |new |incumbent )?(?:Special Rapporteur|Independent Expert|mandate[ -]holder)"
    r"|[Ss]he|[Hh]e)"
)
_BEGAN = r"(?:began|started|commenced)"
_ENDED = r"(?:ended|expired|came to an end|ran out)"
_ASIDE = r"(?: \([^()]{1,60}\)| of [A-Z][\w' -]{2,40}|, [^.;,]{1,80},)?"
_OFFICE = r"mandate|post|office|position|role|functions?|duties|term|work|tenure|responsibilities"
_OF_MANDATES = "Special Rapporteur|Independent Expert|Special Representative|mandate[ -]holder"
_HOLDER = rf"{_OF_MANDATES}|Chair(?:person)?|[Mm]ember"
_DATE = rf"(?:{DATE}|{WITHOUT_YEAR})"
_FROM = rf"\b(?:on|in|since|from|as of|as from|effective|with effect from) (?P<start>{_DATE})(?!\d)"
_ON = rf"(?:on|in) (?P<start>{_DATE})(?!\d)"
_FROM_DAY = rf" (?:on|in|from|as of|with effect from) (?P<start>{_DATE})(?!\d)"
_TO = rf"(?:(?: to| until|,? and (?:held it |served )?until| ?[-–] ?) ?(?P<end>{_DATE})(?!\d))?"
_BETWEEN = rf"\b(?:between|from) (?P<start>{_DATE})(?: and| to| until|,? and until) (?P<end>{_DATE})(?!\d)"
_GAP = r"(?:(?!\b(?:19|20)\d\d\b(?!/)|\bcover(?:s|ed|ing)\b|\bwhose\b)[^.;]){0,140}?"
"""Words between somebody and the dates of the office, without another date, what a report covers, or somebody else."""
_BEFORE = PERSON.replace("titled", "before1").replace("named", "before2")
_HOLDS = (
    rf"(?:has |had )?(?:held|holds|been holding|occupied) (?:(?:the|this) )?(?:{_OFFICE})",
    rf"(?:has |had )?(?:served|serves|been serving|acted|acts|been) (?:as )?(?:the |a )?(?:\w+ )?(?:{_HOLDER})",
    rf"(?:has been|was|were|is) (?:the )?(?:\w+ )?(?:{_HOLDER})",
    rf"(?:has |had )?served(?= (?:from|between|since|until|in)\b[^.;,]{{0,80}}\b(?:{_HOLDER}|mandate))",
    r"(?:has |had )?been in office",
    r"(?:succeeded|replaced) (?:him|her|them)",
)
_TAKES_UP = (
    r"(?:was|were|has been|had been|is) (?:first )?(?:appointed|designated|nominated|elected|selected|named)",
    r"(?:has |had )?(?:assumed|took up|taken up|took over|taken over|began|started|commenced|entered (?:up)?on)"
    rf" (?:his|her|their|the|this|her or his)? ?(?:new |first )?(?:{_OFFICE})",
    r"(?:took|assumed) office",
    rf"became (?:the )?(?:\w+ )?(?:{_HOLDER})",
    rf"(?:took over|started|began|continued) as (?:the )?(?:\w+ )?(?:{_HOLDER})",
)
_SUCCEEDS = rf"(?:succeeded|replaced|took over (?:the (?:{_OFFICE}) )?from) {_BEFORE}"
_DOING = "|".join((*_HOLDS, *_TAKES_UP))
_TAKING_UP = "|".join(_TAKES_UP)
_SAID = rf"{PERSON}{_ASIDE},? (?:who )?(?:{_DOING}|{_SUCCEEDS})\b"
_FIRST = (
    rf"\b(?:(?:[Oo]n|[Ii]n|[Ss]ince) (?P<start>{_DATE})"
    rf"|(?:[Ff]rom|[Bb]etween) (?P<begin>{_DATE})(?: to| until| and) (?P<end>{_DATE}))(?!\d),? "
)
_TERM = (
    rf"(?=[^()]*(?:\d ?(?:[-–—]|to |until )|since |from |until ))(?:(?:from |since )?(?P<start>{_DATE})"
    rf"(?: ?[-–—] ?| to | until )?)?(?:until )?(?P<end>{_DATE})?(?:{NOW})?"
)
TERM = re.compile(rf" \({_TERM}\)")
"""The years of an office behind a name, in brackets: "(1995-2001)", "(since 2001)"."""
LISTED = re.compile(rf"{PERSON} \({_TERM}\)")
_NATION = r"(?:,? \([^()\d]{1,60}\))?"
LISTED_BETWEEN = re.compile(rf"{PERSON}{_NATION},? (?:{_BETWEEN}|(?:since|as of) (?P<begin>{_DATE})(?!\d))")
_SERVED = re.compile(
    rf"{PERSON}{_ASIDE},? (?:who )?(?:has |had )?served,?"
    rf" (?:{_BETWEEN}|(?:since|as of) (?P<begin>{_DATE})(?!\d))(?! (?:as|in|on|at|with|for|under)\b)"
)
"""Where the sentence, or the one before it, speaks of the office: "Ms. Example served from 2001 to 2008"."""
SPEAKS_OF_OFFICE = re.compile(
    rf"\b(?:{_HOLDER}|[Mm]andate|[Rr]apporteurs|[Ee]xperts|[Rr]epresentatives|holders?|office|succeeded|predecessors?"
    r"|(?:was|were) (?:followed|replaced) by)\b"
)
LISTS_HOLDERS = re.compile(
    r"\b(?:(?:Rapporteurs|Experts|Representatives|holders) (?:were|are|have been|so far)"
    r"|(?:mandate|post|office|[Ii]t)\b[^.;]{0,60}? held by"
    r"|(?:[Hh]olders|Rapporteurs|Experts)(?: [\w ]{0,60})?(?::| \(a\)))"
)
NAMES_HOLDERS = re.compile(r"\b(?:[Hh]olders|Special Rapporteurs|Independent Experts|Special Representatives)\b")
"""Of a heading, or the words above a list, that those who held the mandate follow."""
_LASTS = (
    rf"(?P<start>{_DATE})(?!\d)"
    rf"(?:(?: ?[-–—] ?| to | until | and )(?:(?P<end>{_DATE})(?!\d)|{NOW})?)"
)
LISTED_TERMS = tuple(
    re.compile(form)
    for form in (
        rf"{PERSON}{_NATION}(?:[,:;]| [-–—])? (?:(?:held [\w ]{{2,20}}|served) )?(?:from |between )?{_LASTS}",
        rf"{PERSON}{_NATION}(?:[,:;]| [-–—])? (?:since|from|as of|until (?P<end>{_DATE})(?!\d))"
        rf"(?:(?<!until ) (?P<start>{_DATE})(?!\d))?",
        rf"{PERSON}{_NATION} \((?:[^()\d]{{1,40}}[,;] )?"
        rf"(?:(?:from )?{_LASTS}|since (?P<begin>{_DATE}))\)",
        rf"(?<![\d-]){_LASTS}(?::|,| [-–—])? {PERSON}",
    )
)
"""A name in a list of holders, and its term."""
_OTHER_OFFICE = re.compile(
    r"\b(?:Minister|President|Ambassador|Judge|Justice|Director|Secretary|Governor|Commissioner|Chancellor|Professor|Dean"
    r"|Coordinator|Prosecutor|Ombuds\w+|Head|Senator|Mayor|Envoy|Executive|Chief|Deputy|Chair\w*|[Mm]ember|Rector"
    r"|Registrar|Counsel|Advis[eo]r|Officer)\b"
)
_OWN_OFFICE = re.compile(rf"\b(?:{_OF_MANDATES}|(?:[Mm]ember|Chair\w*) of the Working Group)\b")
_GROUP = re.compile(r"\bWorking Group\b")
"""What has members who hold its mandate."""
_ANOTHER_BODY = re.compile(
    r"\b(?:Committee|Commission|Council|Parliament|Assembly|Board|Court|Panel|Bar|Society|Academy|party|delegation)\b"
)
_APPOINTER = re.compile(r"\bby (?:the |its )[^.;,]{3,80}")


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """Where a text says that somebody held an office: the whole, the name (None: no name), the dates (None: none)."""

    whole: tuple[int, int]
    name: tuple[int, int] | None
    start: tuple[int, int] | None
    end: tuple[int, int] | None


FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_SAID}{_GAP}{_FROM}{_TO}",
        rf"{_SAID}{_GAP}{_BETWEEN}",
        rf"{_SOMEBODY} (?:{_DOING})\b{_GAP}{_BETWEEN}",
        rf"{PERSON}, (?:the )?(?:first |former |previous )?(?:{_HOLDER}){_GAP}{_BETWEEN}",
        rf"{PERSON}, (?:the )?(?:first |current )?(?:{_HOLDER})(?: on [^.;,\d]{{3,80}}?)?,?"
        rf" (?:since|as of|as from) (?P<start>{_DATE})(?!\d)",
        rf"{_FIRST}(?:[^.;]{{0,60}}?\b)?{_SAID}",
        rf"\b[Aa]ppoint(?:ed|ing|s) {PERSON}{_ASIDE},? (?:as|to){_GAP}{_FROM}{_TO}",
        rf"{_FIRST}[^.;]{{0,80}}?\bappointed {PERSON}{_ASIDE},? (?:as|to)\b",
        rf"\b(?:was|is|been) (?:succeeded|replaced|followed)(?: as [^.;,]{{3,60}}?)? by {PERSON}{_ASIDE},?"
        rf"{_GAP}{_FROM}{_TO}",
        rf"\b(?:was|is|been) (?:succeeded|replaced|followed)(?: as [^.;,]{{3,60}}?)?,? {_ON},?"
        rf" by {PERSON}",
        rf"\b[Aa]ppointed {PERSON}{_ASIDE},? {_ON},? (?:as|to)\b",
        rf"\b[Aa]ppointed (?:by [^.;,]{{3,60}} )?{_ON},? (?:as [^.;,]{{3,100}}, )?{PERSON}",
        rf"{PERSON}{_ASIDE},? whose (?:term|mandate|tenure)(?: of office)? (?:began|started){_GAP}{_FROM}{_TO}",
        rf"\b[Aa]ppointment of {PERSON}{_ASIDE} as (?:the )?(?:\w+ )?(?:{_HOLDER}){_GAP}{_FROM}",
        rf"{PERSON}['’]s? (?:appointment|term|tenure|mandate){_GAP}\b(?:began|started|commenced){_GAP}{_FROM}{_TO}",
        rf"{PERSON}['’]s? appointment as (?:the )?(?:\w+ )?(?:{_HOLDER}){_GAP}{_FROM}",
        rf"{_SOMEBODY} (?:{_DOING})\b{_GAP}{_FROM}{_TO}",
        rf"{_FIRST}{_SOMEBODY} (?:{_TAKING_UP})\b",
        rf"(?:{_SOMEBODY}|{PERSON}{_ASIDE},?) (?:{_TAKES_UP[0]})\b[^.;]{{0,80}}?,? (?:and|before (?:he|she))"
        rf" (?:formally )?(?:{_TAKES_UP[1]}|{_TAKES_UP[2]}){_FROM_DAY}",
        rf"{_FIRST}(?:the|this) (?:{_OFFICE}) (?:has been|had been|was|is) (?:held|occupied) by {PERSON}",
        rf"\b(?:[Tt]he|[Tt]his) (?:{_OFFICE}) (?:has been|had been|was|is) (?:held|occupied) (?:{_BETWEEN}"
        rf"|since (?P<begin>{_DATE})(?!\d)),? by {PERSON}",
        rf"\b(?:[Ff]ollowing|[Ss]ince|[Aa]fter|[Uu]pon) (?:his|her) appointment(?: as [^.;,\d]{{3,60}})? {_FROM},"
        r" the (?:Special Rapporteur|Independent Expert)\b(?: on [^.;:(,]{3,80})?",
        rf"{_SOMEBODY} (?:has|had) [^.;]{{3,120}}? since (?:his|her) appointment {_FROM}",
        rf"{_SOMEBODY} {_SUCCEEDS}{_ASIDE}{_GAP}{_FROM}{_TO}",
        rf"{_FIRST}{_SOMEBODY} {_SUCCEEDS}",
        rf"\b[Mm]andate (?:passed|was (?:handed over|passed on|transferred)) from {_BEFORE}{_ASIDE} to {PERSON}"
        rf"{_ASIDE},?{_GAP}{_FROM}{_TO}",
        rf"\b[Tt](?:erm|enure)(?: of office)? of {PERSON}{_ASIDE},?(?: as [^.;,]{{3,80}})? {_BEGAN}"
        rf"{_GAP}{_FROM}{_TO}",
    )
)
ENDINGS = tuple(
    re.compile(form)
    for form in (
        rf"{PERSON}{_ASIDE},? (?:who )?(?:left (?:office|the (?:mandate|post))|resigned|stepped down|(?:relinquished"
        rf"|handed over|left) (?:his|her|the) (?:{_OFFICE})|(?:completed|ended|finished) (?:his|her"
        rf"|the) (?:{_OFFICE})|(?:has |had )?(?:held|served)[^.;]{{0,60}}?(?= until))\b{_GAP}"
        rf"\b(?:on|in|until|at the end of) (?P<end>{_DATE})(?!\d)",
        rf"{PERSON}{_ASIDE},? whose (?:term|tenure|mandate)(?: of office)? {_ENDED}"
        rf"{_GAP}\b(?:on|in) (?P<end>{_DATE})(?!\d)",
        rf"{PERSON}['’]s? (?:term|tenure|mandate)(?: of office)? {_ENDED}"
        rf"{_GAP}\b(?:on|in) (?P<end>{_DATE})(?!\d)",
        rf"\b[Tt](?:erm|enure)(?: of office)? of {PERSON}{_ASIDE},?(?: as [^.;,]{{3,80}})? {_ENDED}{_GAP}"
        rf"\b(?:on|in) (?P<end>{_DATE})(?!\d)",
        rf"{_SOMEBODY} (?:left office|resigned|stepped down){_GAP}\b(?:on|in) (?P<end>{_DATE})(?!\d)",
    )
)


@lru_cache(maxsize=1024)
def held_offices(text: str) -> tuple[HeldOffice, ...]:
    """What a text says of who held an office, in the order of the text; nothing of it is told twice."""
    return tuple(_held_offices(text))


def _held_offices(text: str) -> Iterator[HeldOffice]:
    found = [match for form in (*FORMS, *ENDINGS) for match in form.finditer(text) if not _of_another_office(match)]
    told = {sentence_around(text, match.start()) for match in found}
    for form, context in ((LISTED, SPEAKS_OF_OFFICE), (LISTED_BETWEEN, LISTS_HOLDERS)):
        for match in form.finditer(text):
            around = sentence_around(text, match.start())
            if _of_another_office(match):
                continue
            if context.search(text, *around) or (form is LISTED_BETWEEN and around in told):
                found.append(match)
    for match in _SERVED.finditer(text):
        start, end = sentence_around(text, match.start())
        before = sentence_around(text, start - 1)[0] if start else start
        if SPEAKS_OF_OFFICE.search(text, before, end) and not _of_another_office(match):
            found.append(match)
    for match in (match for form in LISTED_TERMS for match in form.finditer(text)):
        if LISTS_HOLDERS.search(text, sentence_around(text, match.start())[0], match.start()):
            found.append(match)
    yield from _apart(found)


def listed_offices(text: str) -> tuple[HeldOffice, ...]:
    """What an item of a list of holders says of who held the office."""
    return tuple(_apart([match for form in LISTED_TERMS for match in form.finditer(text)]))


def _of_another_office(match: re.Match[str]) -> bool:
    """Whether somebody became a minister, say."""
    name = match.end("titled") if match.groupdict().get("titled") else 0
    behind = re.split(r"[.;,]", match.string[match.end() : match.end() + 40])[0]
    said = _APPOINTER.sub("", match.string[max(name, match.start()) : match.end()]) + behind
    if _OTHER_OFFICE.search(said) is None or _OWN_OFFICE.search(said) is not None:
        return False
    others = {found[0].lower() for found in _OTHER_OFFICE.finditer(said)}
    start, end = sentence_around(match.string, match.start())
    of_group = (
        _GROUP.search(match.string, 0, end) is not None and _ANOTHER_BODY.search(match.string, start, end) is None
    )
    return not (of_group and others == {"member"})


def _apart(found: list[re.Match[str]]) -> Iterator[HeldOffice]:
    """What matches say, nothing twice, and nothing without a date."""
    found = [match for match in found if any(match.groupdict().get(name) for name in ("start", "begin", "end"))]
    end = 0
    for match in sorted(found, key=lambda one: (one.start(), -one.end())):
        if match.start() >= end:
            end = match.end()
            yield _held(match)


def _held(match: re.Match[str]) -> HeldOffice:
    groups = {name: match.span(name) for name, said in match.groupdict().items() if said is not None}
    start = groups.get("start", groups.get("begin"))
    return HeldOffice(match.span(), groups.get("titled", groups.get("named")), start, groups.get("end"))


def unnamed_terms(text: str) -> Iterator[tuple[int, int]]:
    """Where a list of holders has the years of an office behind a name of a form that is not read."""
    for match in TERM.finditer(text):
        if LISTS_HOLDERS.search(text, *sentence_around(text, match.start())) and not tells_a_term(
            held_offices(text), match.span()
        ):
            yield match.span()


def tells_a_term(held: Iterable[HeldOffice], span: tuple[int, int]) -> bool:
    """Whether a date is that of an office that somebody took up or left."""
    dates = (date for one in held for date in (one.start, one.end))
    return any(date is not None and date[0] < span[1] and span[0] < date[1] for date in dates)
