"""Names of children in English text: a name beside a word for a child, an age under 18, or a day of birth."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from itertools import dropwhile

from mandate_data.month_names import MONTHS

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_WORDS = (*_ONES, "fourteen", "fifteen", "sixteen", "seventeen")
_AGE = rf"(?:1[0-7]|[0-9](?!\d)|(?:{'|'.join(_WORDS)})\b)"
_IN_WORDS = rf"(?:{'|'.join(_WORDS)})"
_YEARS = r"[- –](?:years?|months?|weeks?)"
_OLD = rf"{_AGE}{_YEARS}[- –]?old"
_AGED = rf"(?:aged?(?: of| only| just)? {_AGE}|at the age of {_AGE}|{_AGE}{_YEARS}(?: of age|[- –]old)|{_OLD})"
_CHILD = (
    r"(?:school|street)?(?:girl|boy|child)|school(?:girl|boy)|pupil|schoolchild|toddler|infant|baby|teenager|adolescent"
    r"|orphan|newborn|minor"
)
"""Words for one child. Not in capitals: "the Rights of the Child" names nobody."""
_RELATIVE = r"(?:daughter|son|brother|sister|victim|student|cousin|niece|nephew|grand(?:daughter|son))"
"""Words for people of any age: of a child where an age is said."""
_ALONE = (
    r"(?=[,.;:)–—]|$| (?:of|from|at|in|who|whom|whose|was|is|had|has|and|with|aged?|living|attending|named|called)\b)"
)
"""What follows a word for a child that is not part of another: not "a child protection expert"."""
_ADJECTIVE = r"(?!(?:the|this|that|each|every|any|no|such) )[a-z]+ "
_WORD = r"[^\W\d_a-z][\w'’]*(?:-[^\W\d_][\w'’]*)*"
_FURTHER = rf",? (?:de |da |van |von |al-|el-|d['’])?{_WORD}"
NAME = rf"(?<![\w'’-])(?:(?:[A-Z]\. ?){{1,3}}(?:{_WORD})?|{_WORD}(?:{_FURTHER}){{0,3}})"
_NAMED = r",?(?: called| named| by the name of| whose name (?:is|was)| known as)?"
_OF_AGE = rf"(?:,? ?\(?(?:of {_AGE}(?: years)?|{_AGED}|{_AGE})\)?)"
_DAY = rf"(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) (?:\d{{1,2}}, )?)?"
_BORN_ON = r"(?:(?:was |were |is )?born(?: on| in)? |b\. ?|(?:date|year) of birth:? )"
_BIRTH = rf"{_BORN_ON}{_DAY}(?P<year>(?:19|20)\d\d)\b"


_SAID = (
    # the girl Maria; a boy called Maria; a girl of 12, Maria; the 12-year-old girl Maria
    re.compile(rf"\b(?:[Tt]he |[Aa] |[Aa]n |[Oo]ne )?(?:{_CHILD})(?P<age>{_OF_AGE})?{_NAMED} (?P<name>{NAME})"),
    re.compile(rf"^(?:Girl|Boy|Pupil|Schoolgirl|Schoolboy|Baby|Teenager)(?P<age>{_OF_AGE})?{_NAMED} (?P<name>{NAME})"),
    re.compile(rf"\b{_RELATIVE}{_OF_AGE}{_NAMED} (?P<name>{NAME})"),
    # Maria, a twelve-year-old pupil; Maria, a pupil; Maria (a girl)
    re.compile(
        rf"(?P<name>{NAME})(?:, | \()(?:(?:then|only|just) )?(?:an? |one )?(?:{_OLD} |{_ADJECTIVE})?"
        rf"(?:{_CHILD}){_ALONE}"
    ),
    # Maria, an eleven-year-old; Maria, aged twelve; Maria, a refugee of 12; Maria (12 years old)
    re.compile(rf"(?P<name>{NAME})(?: \(|,? (?:who (?:is|was) |then )?)(?:an? |only |just )?{_AGED}"),
    re.compile(rf"(?P<name>{NAME}), an? [a-z]+(?: [a-z]+)? of {_AGE}(?=[,.;)])"),
    # twelve-year-old Maria; 12-year-old pupil Maria
    re.compile(rf"(?i:\b{_OLD})(?: [a-z]+){{0,2}}{_NAMED} (?P<name>{NAME})"),
    re.compile(
        rf"(?i:\bat the age of|\baged?) {_AGE}, (?P<name>{NAME}) (?:was|had|is|has|worked|lived|left|went|began)\b"
    ),
    # Maria Kovacs, 11, lives; Maria Kovacs, 11
    re.compile(rf"(?P<name>{NAME}), {_AGE}(?=, (?:[a-z]+(?:s|ed|d|t|n)\b|who\b|from\b|of\b|an?\b|was\b|had\b|the\b))"),
    # Maria was twelve when; Maria is twelve years old; Maria turned 13
    re.compile(rf"(?P<name>{NAME}),?(?: who)? (?:is|was|turned)(?: only| just)? {_AGE}(?=,? when\b|,? at the time\b)"),
    re.compile(rf"(?P<name>{NAME}),?(?: who)? (?:is|was)(?: only| just)? {_AGED}"),
    re.compile(
        rf"(?P<name>{NAME}),?(?: who)?(?: had)?(?: only| just)? turned {_AGE}(?=[,.;)]|$| (?:in|on|last|this)\b)"
    ),
)
_BORN = re.compile(rf"(?P<name>{NAME}),? ?\(?(?:[a-z]+,? )?{_BIRTH}")
_ADOPTED = 1989
"""The year in which the Convention was adopted: who was of age by then is not a child in texts about it."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LIKELY = re.compile(
    rf"(?i)\b(?:{_CHILD}|{_IN_WORDS})\b|year|aged|\bage\b|born|birth|\bb\. ?\d"
    rf"|(?:, | \(|\b(?:of|is|was|turned|only|just) )\d{{1,2}}\b"
)
"""What each of the patterns has; a text without it is not looked at any further."""
_TITLES = """
Mr Ms Mrs Dr Prof Sir Lady Judge Professor Ambassador President Minister Rapporteur Justice Doctor Expert Ombudsman
Commissioner Director Secretary Chairperson Chair Vice-Chair Author Senator Bishop Father Sister
"""
_TITLE = re.compile(rf"(?:\b(?:{'|'.join(_TITLES.split())})\b\.?,? )$")
_ADULT = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Prof)\b\.?|\b(?:Rapporteur|Minister|Judge|Ambassador|Professor|Director|Commissioner|lawyer|jurist)\b"
)
_OF_OTHERS = """
Each Every All Any Both Some Many Most No None One Two Three Such Other Another I We You He She It They In On At
Within Under Over After Before Since Until During Through Near Without Whether Why How Not There Here Child
Children Girl Girls Boy Boys Youth Youths Woman Women Man Men Persons Person People Family Families Infant Special
Rapporteur Rapporteurs Representative Secretary General High Commissioner Ombudsman Ombudsperson Expert Convention
Covenant Protocol Optional Treaty Charter Declaration Constitution Act Law Code Penal Criminal Civil United
Nations Assembly Commission Committee Council Court Tribunal Ministry Minister Government Governments State States
Party Parties Member Members Union European African American Asian International National Federal World Global
Regional Human Rights Health Education Justice Labour Social Welfare Development Security Protection Fund Bank
Office Agency Centre Center Institute University School Hospital Police Project Programme Program Plan Article
Articles Chapter Section Part Annex Appendix Paragraph Table Figure Box Rule Resolution Decision Report Reports
Case Cases Bill Decree Order Regulation Directive Guidelines Strategy Campaign Action Helpline Abuse Exploitation
Trafficking Pornography Prostitution Sale Sex Sexual Victim Victims Internet Online Network Guides Scouts Scout
Soldiers Soldier Line Net Watch Foundation Society Association Organization Organisation Group Groups Team Unit
Department Division Bureau Board Authority Parliament Senate Congress House City Province Republic Kingdom
Democratic Islamic Federation Islands North South East West Northern Southern Eastern Western Africa Asia America
Americas Europe Caribbean Pacific Oceania Arab Latin Central Middle Roma Muslim Christian English French Spanish
Russian Arabic Chinese Facebook Google Skype Interpol Europol Monday Tuesday Wednesday Thursday Friday Saturday
Sunday Age Aged Birth Born Total Average Minimum Grade Level Summary Introduction Conclusions Recommendations
Mortality Recommendation Follow Note Notes See Ibid Source Sources
"""
_NO_NAMES = (
    frozenset(_OF_OTHERS.split()) | frozenset(_TITLES.split()) | frozenset(month.capitalize() for month in MONTHS)
)


_FIRST = """
A An The This That These Those His Her Its Their Our My Your Who What When Where Which While Whereas With By For
From To Of As If Although Because But And Or Nor So Yet Also However Moreover Furthermore Nevertheless Therefore
Thus Then Later Only Even Once Recently Currently Today Now Still Given Based According Between Among Against
About Yesterday Like
"""
_BEGINNINGS = frozenset(_FIRST.split())
"""Words with which a sentence begins, and which a name may follow: "When Xx, a girl, …"."""
_ARTICLES = frozenset({"A", "An", "The"})
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round) $")


def named_children(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of children are in a text."""
    if _LIKELY.search(text) is None:
        return
    for pattern in _SAID:
        for match in pattern.finditer(text):
            if (name := _name_of_person(text, *match.span("name"))) is not None:
                yield name
    latest, office = _latest_year(text), functools.cache(lambda: _ADULT.search(text) is not None)
    for match in _BORN.finditer(text):
        name = _name_of_person(text, *match.span("name"))
        if name is not None and _is_child(int(match["year"]), latest, office):
            yield name


def _name_of_person(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where words with capitals are the name of a child: all of them, or those behind the last comma, as in "In Rome,
    Maria"; None where they are of somebody with a title, or a name of another kind."""
    if _is_of_person(text, start, end):
        return start, end
    comma = text.rfind(", ", start, end)
    return (comma + 2, end) if comma >= 0 and _is_of_person(text, comma + 2, end) else None


def _is_of_person(text: str, start: int, end: int) -> bool:
    """Whether words with capitals may be the name of a child: of nobody with a title, and no name of another kind."""
    if _TITLE.search(text[max(0, start - 20) : start]) or _PLACE.search(text[max(0, start - 10) : start]):
        return False
    given = re.findall(r"[\w'’.-]+", text[start:end])
    words = list(dropwhile(_BEGINNINGS.__contains__, given))
    if not words or (given[0] in _ARTICLES and words == given[1:]):  # "The Hague"
        return False
    bare = [word.removesuffix("’s").removesuffix("'s").rstrip(".") for word in words]
    return not any(word in _NO_NAMES or word in _words_of_countries() or _is_acronym(word) for word in bare)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word


def _latest_year(text: str) -> int:
    """The latest year that a text has; 0 without one."""
    return max((int(found[0]) for found in _YEAR.finditer(text)), default=0)


def _is_child(born: int, latest: int, office: Callable[[], bool]) -> bool:
    """Whether somebody born in that year is under 18 in the latest year that the text has; without a later one,
    whether they were in 1989, when the Convention was adopted, or since, and the text says nothing of an office."""
    return latest - born < 18 if latest > born else born > _ADOPTED - 18 and not office()


@functools.cache
def _words_of_countries() -> frozenset[str]:
    """The words of the names of countries that have a capital: "Sri" and "Lanka"."""
    import pycountry

    names = [
        name
        for country in pycountry.countries
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
    ]
    return frozenset(word for name in names for word in re.findall(r"[^\W\d_a-z][\w'’-]*", name))
