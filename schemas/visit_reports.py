"""Which report is that of a visit: the symbol behind its country, or the one that is said to be of it further on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mandate_data.extract.countries import is_known

from .normalisations import TO_COME
from .sentences import sentence_around

Span = tuple[int, int]
SYMBOL = r"(?P<symbol>[A-Z]+/[A-Za-z0-9./()-]*[A-Za-z0-9])"
SEE = r"(?:(?:[Ss]ee|also|document|the|report|cf\.) ){0,4}"
TOLD_BEHIND = re.compile(
    r"\)?[^.;()]{0,60}?[;,.]? (?:and )?(?:the|The|her|Her|his|His|its|whose|is|a|see|A|are)? ?"
    r"(?:(?:findings|results)[^.;()]{0,60}|[^.;()]{0,30}\breport\b[^.;()]{0,80}?|is (?:described|contained|reported)"
    rf"|see|described)[^.;()]{{0,40}}? (?:in |\(|as |under )?(?:document )?{SYMBOL}"
)
"""What leads to the symbol of the report on a visit further on."""
COMING = re.compile(rf"\b(?:{TO_COME.pattern})\b", re.IGNORECASE)
MENTION = re.compile(r"(?:[A-Z]+/[A-Za-z0-9./()-]*?)?\bAdd\.\d+")
"""The report on a visit, also as "Add.2" behind the symbol of another one."""
IN_ORDER = re.compile(r"[^.;]{0,20}?\brespectively\b")
ORDERED = re.compile(r"\brespectively\b[^.;]{0,40}$")
NAMED_BEHIND = re.compile(r" \((?:on )?(?P<name>(?:the )?[A-Z][^()]{2,50})\)")


@dataclass(frozen=True, slots=True)
class Country:
    """A country that a text says was visited: where its name is, where its days or year are, and where the symbol of
    its report ends (0: none). `year` is that of the country before it, which days without a year must have. `told`:
    the text says further on that this report is on this country; `unsure`: it names reports, and not which is whose.
    `coming`: where it says that the report is still to come, whatever symbol it will have."""

    name: Span
    known: bool = True
    date: Span | None = None
    bracketed: bool = False
    report: int = 0
    year: str = ""
    told: bool = False
    unsure: bool = False
    coming: Span | None = None

    @property
    def end(self) -> int:
        """Where its name and its date end, whichever is printed last."""
        return max(self.name[1], self.date[1] if self.date else 0)

    def without_report(self, date: Span | None) -> Country:
        """The country with another date, without a report that may be that of another visit."""
        return replace(self, date=date, report=self.report if self.told else 0)


def with_report(text: str, country: Country) -> Country:
    """A country with the symbol of its report that is named further on in the sentence, or in the next one."""
    if country.report:
        return country
    place = country.end
    told = TOLD_BEHIND.match(text, place) or _report_on(text, country, place)
    coming = COMING.search(text, place, told.start("symbol")) if told else None
    if coming is not None:
        return replace(country, coming=coming.span())
    return replace(country, report=told.end()) if told and "Add" in told["symbol"] else country


def with_own_reports(text: str, countries: Sequence[Country]) -> list[Country]:
    """Several countries, each with the report that is named behind all of them in this sentence or the next one, as
    that on this country, or in their order."""
    if len(countries) < 2 or any(one.report for one in countries[:-1]):
        return list(countries)
    place = max(one.end for one in countries)
    named = list(MENTION.finditer(text, place, _next_sentence(text, place)))
    if not named or (len(named) == 1 and countries[-1].report):
        return list(countries)
    about = [_about(text, one, named[at - 1].end() if at else place, countries) for at, one in enumerate(named)]
    if len(named) == len(countries) and not any(about):
        ordered = IN_ORDER.match(text, named[-1].end()) or ORDERED.search(text, place, named[0].start())
        if ordered is not None:
            about = [*range(len(countries))]
    ends = {at: one.end() for at, one in zip(about, named, strict=True) if at is not None}
    if not ends:
        return [replace(one, report=0, unsure=True) for one in countries]
    return [
        replace(one, report=ends[at], told=True) if at in ends else replace(one, report=0)
        for at, one in enumerate(countries)
    ]


def _next_sentence(text: str, place: int) -> int:
    """Where the sentence behind that of a place ends."""
    end = sentence_around(text, place)[1] if place < len(text) else len(text)
    return sentence_around(text, end)[1] if end < len(text) else end


def _about(text: str, named: re.Match[str], place: int, countries: Sequence[Country]) -> int | None:
    """The number of the country that a report is said to be on, between the report before it and itself, or in brackets
    behind it; None where none, or several, are."""
    if (behind := NAMED_BEHIND.match(text, named.end())) and is_known(behind["name"]):
        said = behind["name"]
    else:
        said = text[place : named.start()]
    found = {at for at, one in enumerate(countries) if _names(said, text[slice(*one.name)])}
    return found.pop() if len(found) == 1 else None


def _names(said: str, country: str) -> bool:
    return re.search(rf"\b{re.escape(country.removeprefix('the '))}\b", said) is not None


def _report_on(text: str, country: Country, place: int) -> re.Match[str] | None:
    """Where this sentence or the next one says "the report on Fiji (A/HRC/1/2/Add.1)"."""
    name = re.escape(text[slice(*country.name)].removeprefix("the "))
    form = re.compile(
        r"\)?(?:(?![A-Z]+/)[^()]|\([^()/]*\)){0,300}?\b(?:[Tt]he|[Hh]er|[Hh]is|[Mm]y|[Ii]ts|[Aa]) "
        r"(?:\w+ )?report (?:on|of) "
        rf"(?:(?:the|her|his|that) )?(?:(?:\w+ )?(?:visit|mission) to )?(?:the )?{name}\b[^.;()]{{0,60}}? \(?"
        rf"{SEE}{SYMBOL}"
    )
    return form.match(text, place, _next_sentence(text, place))
