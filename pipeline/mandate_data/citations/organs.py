"""Organs and committees as running text names them, and which of them a citation in prose means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from mandate_data.citations.prepared_text import PreparedText, linear

OTHER = "other"
"""The slug of bodies without United Nations symbols: a resolution of theirs is no reference."""

# Names are regular expressions, a line each or parted by bars; a longer name stands before one it contains.
_OTHER_BODIES = """
    Parliamentary Assembly|World Health Assembly|Health Assembly|Legislative Assembly|National Assembly
    Constituent Assembly|Environment Assembly|World Humanitarian Assembly
    Council of Europe|Council of the European Union|European Council|Council of Ministers|European Commission
    European Parliament|European Union|EU|Committee of Ministers|African Commission|African Union|AU
    Inter-American Commission(?: on Human Rights)?|Inter-American Court|Organization of American States|OAS
    Organi[sz]ation of African Unity|OAU|Organi[sz]ation of (?:the )?Islamic Co(?:nference|operation)|OIC
    League of Arab States|OSCE|NATO|Permanent Council|Ministerial Council|Council of the League
    Conferences? of the (?:States )?Parties|Preparatory Committee|Governing Council|Governing Body
    Executive Boards?|Executive Council|Executive Committee|Inter-Parliamentary (?:Union|Council)
    International Labour Conference|Conference of Ministers|General Conference|World Conference
    FAO(?: Conference)?|WHO|ILO|IAEA|UNESCO|OPCW|UNEA|UNEP|INTERPOL|ICPO|ICAO|IMO
    Supreme Court|Constitutional Court|High Court|National Council|Federal Council|Privy Council|Legislative Council
    [Mm]unicipal [Cc]ouncil|National Commission|International Law Commission|International Commission of Jurists
    Congress of the Philippines|Framework Decision|Presidential|Cabinet|[Mm]inisterial|[Mm]ayor
    Commission on the Status of Women|Commission on Narcotic Drugs|Commission for Social Development
    Commission on Crime Prevention and Criminal Justice|Commission on Population and Development
    Commission on Sustainable Development|Statistical Commission
"""
_ORGANS: tuple[tuple[str, str], ...] = (
    (OTHER, _OTHER_BODIES),
    ("human_rights_council", r"Human Rights Council|UNHRC|H\.R\.C\.|HRC"),
    ("security_council", r"Security Council|UNSC|S\.C\.|SC"),
    ("economic_and_social_council", r"Economic and Social Council|ECOSOC|E\.S\.C\."),
    ("trusteeship_council", r"Trusteeship Council"),
    ("sub_commission", r"Sub-?Comm(?:'n|ission)(?: on [A-Z][\w\s]{0,80}(?:Minorities|Human Rights))?"),
    ("commission_on_human_rights", r"Commission on Human Rights|Human Rights Commission|UNCHR|C\.H\.R\.|CHR"),
    ("general_assembly", r"General Assembly|UNGA|G\.A\.|GA"),
    ("council", r"Council"),
    ("commission", r"Commission"),
    ("general_assembly", r"Assembly"),
)
_COMMITTEES: tuple[tuple[str, str], ...] = (
    (
        OTHER,
        r"African Committee of Experts|ACERWC|African Commission|African Court|European Committee"
        r"|Inter-American Commission",
    ),
    (
        "committee_on_the_rights_of_the_child",
        r"Committee on the Rights of the Child|CRC Committee|CRC"
        r"|Child Rights Committee",
    ),
    (
        "committee_on_economic_social_and_cultural_rights",
        r"Committee on Economic,? Social,? and Cultural Rights"
        r"|CESCR(?: Committee)?|ESCR Committee",
    ),
    ("human_rights_committee", r"Human Rights Committee|CCPR(?: Committee)?|HRC"),
    (
        "committee_on_the_elimination_of_discrimination_against_women",
        r"Committee on the Elimination of (?:All Forms of )?Discrimination [Aa]gainst Women|CEDAW(?:"
        r" Committee)?",
    ),
    (
        "committee_on_the_elimination_of_racial_discrimination",
        r"Committee on the Elimination of (?:All Forms of )?Racial Discrimination|CERD(?: Committee)?",
    ),
    ("committee_against_torture", r"Committee [Aa]gainst Torture|CAT(?: Committee)?"),
    (
        "committee_on_migrant_workers",
        r"Committee on the Protection of the Rights of All Migrant Workers"
        r"|Committee on Migrant Workers|CMW(?: Committee)?",
    ),
    (
        "committee_on_the_rights_of_persons_with_disabilities",
        r"Committee on the Rights of Persons [Ww]ith Disabilities|CRPD(?: Committee)?",
    ),
    ("committee_on_enforced_disappearances", r"Committee on Enforced Disappearances|CED(?: Committee)?"),
    ("committee", r"Committee"),
)
_BARE = frozenset(("CRC", "CESCR", "CCPR", "HRC", "CEDAW", "CERD", "CAT", "CMW", "CRPD", "CED", "SC"))
_GENERIC = frozenset(("Council", "Commission", "Committee", "Assembly"))
_LONGEST_NAME = 130
_AHEAD = 400
REACH = 1300
"""How far before a citation organs are looked for."""
_ADJACENT = 160
"""How far from a citation the name of its organ may begin."""


class Mention(NamedTuple):
    """An organ named at [start, end).

    A `weak` mention, such as the acronym of a treaty, counts only next to its number. A generic one (`the
    Committee`) has a slug that stands for several organs.
    """

    start: int
    end: int
    slug: str
    weak: bool = False


_CAPITAL_WORD = re.compile(r"([A-Z][\w'-]*)\s{1,2}$")
_NOT_PART_OF_A_NAME = ("The", "This", "That", "In", "By", "Its", "See")


def _one_pattern(names: str) -> str:
    return "|".join(line.strip().replace(" ", r"\s{1,3}") for line in names.strip().splitlines())


class _Names:
    """A table of names: how they are found in a text, and which slug each stands for."""

    def __init__(self, table: Iterable[tuple[str, str]]) -> None:
        spaced = [(slug, _one_pattern(names)) for slug, names in table]
        self._slugs = [slug for slug, _ in spaced]
        self._which = re.compile("|".join(f"({pattern})" for _, pattern in spaced))
        self._pattern = linear(rf"\b(?:{'|'.join(pattern for _, pattern in spaced)})")
        self._slug_of = lru_cache(maxsize=1024)(self._find_slug)

    def at(self, text: PreparedText, position: int) -> Mention | None:
        """The organ named at `position`."""
        match = self._pattern.match(text.data, position, position + _LONGEST_NAME)
        return self._mention(text.plain, *match.span()) if match else None

    def between(self, text: PreparedText, start: int, end: int) -> Iterator[Mention]:
        """The organs named from `start` on whose names begin before `end`."""
        for match in self._pattern.finditer(text.data, start, end + _LONGEST_NAME):
            first, last = match.span()
            if first >= end:
                break
            mention = self._mention(text.plain, first, last)
            if mention is not None:
                yield mention

    def _mention(self, plain: str, start: int, end: int) -> Mention | None:
        name = plain[start:end]
        if plain[end : end + 1].isalnum() or (name in _GENERIC and _part_of_a_name(plain, start)):
            return None
        return Mention(start, end, self._slug_of(name), name in _BARE)

    def _find_slug(self, name: str) -> str:
        match = self._which.fullmatch(name)
        return self._slugs[(match.lastindex if match and match.lastindex else 1) - 1]


def _part_of_a_name(plain: str, start: int) -> bool:
    """`the Council` stands for an organ named before; `National Council` for none of ours."""
    word = _CAPITAL_WORD.search(plain, max(0, start - 30), start)
    return word is not None and word[1] not in _NOT_PART_OF_A_NAME


_ORGAN_NAMES = _Names(_ORGANS)
_COMMITTEE_NAMES = _Names(_COMMITTEES)


class _Mentions:
    """The mentions of a text, found stretch by stretch, each once: callers ask from left to right, and look
    back no further than `REACH`."""

    def __init__(self, text: PreparedText, names: _Names) -> None:
        self._text = text
        self._names = names
        self._found: list[Mention] = []
        self._starts: list[int] = []
        self._named: list[Mention] = []
        self._searched = 0

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in [start, end), in order."""
        if end > self._searched:
            self._search(max(start - REACH, self._searched), end + _AHEAD)
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_named(self, start: int) -> Mention | None:
        """The last mention before `start` that is neither generic nor weak."""
        if start > self._searched:
            self._search(self._searched, start)
        index = bisect_left(self._named, start, key=lambda mention: mention.start)
        return self._named[index - 1] if index else None

    def _search(self, start: int, end: int) -> None:
        for mention in self._names.between(self._text, start, end):
            self._found.append(mention)
            self._starts.append(mention.start)
            if not mention.weak and self._text.plain[mention.start : mention.end] not in _GENERIC:
                self._named.append(mention)
            end = max(end, mention.end)
        self._searched = end


class Organs:
    """The organs that a text names near its citations, and the question which of them a citation means."""

    def __init__(self, text: PreparedText, names: _Names) -> None:
        self.plain = text.plain
        self._text = text
        self._names = names
        self._near = _Mentions(text, names)
        self._all = _Mentions(text, names)

    @classmethod
    def organs(cls, text: PreparedText) -> Organs:
        """Organs that adopt resolutions."""
        return cls(text, _ORGAN_NAMES)

    @classmethod
    def committees(cls, text: PreparedText) -> Organs:
        """Committees that adopt general comments."""
        return cls(text, _COMMITTEE_NAMES)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions in [start, end), in order."""
        return self._near.within(start, end)

    def just_before(self, start: int, gap: re.Pattern[str]) -> Mention | None:
        """The mention that ends right before `start` but for a `gap`."""
        for mention in reversed(list(self._names.between(self._text, max(0, start - _ADJACENT), start))):
            if gap.fullmatch(self.plain, mention.end, start):
                return mention
            if not mention.weak:
                break
        return None

    def just_after(self, end: int, gap: re.Pattern[str]) -> Mention | None:
        """The mention that begins right after `end` but for a `gap`."""
        between = gap.match(self.plain, end)
        return self._names.at(self._text, between.end()) if between else None

    def last_near(self, start: int, slugs: frozenset[str]) -> Mention | None:
        """The last mention of one of these organs near before `start`."""
        near = self._near.within(max(0, start - REACH), start)
        return next((mention for mention in reversed(near) if mention.slug in slugs and not mention.weak), None)

    def last_named(self, start: int) -> Mention | None:
        """The last organ named in full before `start`, however far back."""
        return self._all.last_named(start)
