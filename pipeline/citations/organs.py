"""Organs and committees as running text names them, and which of them a citation in prose means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

OTHER = "other"
"""The slug of bodies without United Nations symbols: a resolution of theirs is no reference."""

_ORGANS: tuple[tuple[str, str], ...] = (
    # Bodies whose names contain an organ's name come first.
    (
        OTHER,
        r"Parliamentary Assembly|World Health Assembly|Health Assembly|Legislative Assembly|National Assembly"
        r"|Constituent Assembly|Environment Assembly|World Humanitarian Assembly",
    ),
    (
        OTHER,
        r"Council of Europe|Council of the European Union|European Council|Council of Ministers|European"
        r" Commission"
        r"|European Parliament|European Union|Committee of Ministers|African Commission|African Union"
        r"|Inter-American Commission|Inter-American Court|Organization of American States|OAS|Permanent"
        r" Council"
        r"|Organi[sz]ation of African Unity|League of Arab States|Conference of the Parties|Governing Council"
        r"|Governing Body|Executive Board|Executive Council|Inter-Parliamentary Union|International Labour"
        r" Conference"
        r"|Conference of Ministers|General Conference|World Conference|Supreme Court|Constitutional Court"
        r"|National Council|Federal Council|Privy Council|Legislative Council|National Commission"
        r"|International Law Commission|International Commission of Jurists|Congress of the Philippines"
        r"|Framework Decision",
    ),
    (
        OTHER,
        r"Commission on the Status of Women|Commission on Narcotic Drugs|Commission for Social Development"
        r"|Commission on Crime Prevention and Criminal Justice|Commission on Population and Development"
        r"|Commission on Sustainable Development|Statistical Commission",
    ),
    ("human_rights_council", r"Human Rights Council|UNHRC|HRC"),
    ("security_council", r"Security Council|UNSC|S\.C\.|SC(?= [Rr]es)"),
    ("economic_and_social_council", r"Economic and Social Council|ECOSOC"),
    ("trusteeship_council", r"Trusteeship Council"),
    ("sub_commission", r"Sub-?Commission(?: on [A-Z][\w ]{0,80}(?:Minorities|Human Rights))?"),
    ("commission_on_human_rights", r"Commission on Human Rights|Human Rights Commission|UNCHR|CHR"),
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
_BARE = frozenset(("CRC", "CESCR", "CCPR", "HRC", "CEDAW", "CERD", "CAT", "CMW", "CRPD", "CED"))


@dataclass(frozen=True, slots=True)
class Mention:
    """An organ named at [start, end).

    A `weak` mention, such as the acronym of a treaty, counts only next to its number. A generic one (`the
    Committee`) has a slug that stands for several organs.
    """

    start: int
    end: int
    slug: str
    weak: bool = False


def _compile(names: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    spaced = ("(" + pattern.replace(" ", r"\s{1,3}") + ")" for _, pattern in names)
    return re.compile(r"\b(?:" + "|".join(spaced) + r")(?!\w)")


_ORGAN = _compile(_ORGANS)
_COMMITTEE = _compile(_COMMITTEES)
_CAPITAL_WORD = re.compile(r"([A-Z][\w'-]*)\s{1,2}$")


def _mentions(plain: str, pattern: re.Pattern[str], names: tuple[tuple[str, str], ...]) -> list[Mention]:
    found = []
    for match in pattern.finditer(plain):
        slug = names[(match.lastindex or 1) - 1][0]
        if slug in ("council", "commission", "committee") or match[0] == "Assembly":
            # `the Council` stands for an organ named before; `National Council` for none of ours
            word = _CAPITAL_WORD.search(plain, max(0, match.start() - 30), match.start())
            if word and word[1] not in ("The", "This", "That", "In", "By", "Its", "See"):
                continue
        found.append(Mention(match.start(), match.end(), slug, match[0] in _BARE))
    return found


class Organs:
    """The organs that a text names, in order, and the question which of them a citation means."""

    def __init__(self, plain: str, mentions: list[Mention]) -> None:
        self.plain = plain
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._named: dict[frozenset[str], list[Mention]] = {}

    @classmethod
    def organs(cls, plain: str) -> Organs:
        """Organs that adopt resolutions."""
        return cls(plain, _mentions(plain, _ORGAN, _ORGANS))

    @classmethod
    def committees(cls, plain: str) -> Organs:
        """Committees that adopt general comments."""
        return cls(plain, _mentions(plain, _COMMITTEE, _COMMITTEES))

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions in [start, end), in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def just_before(self, start: int, gap: re.Pattern[str]) -> Mention | None:
        """The mention that ends right before `start` but for a `gap`."""
        for mention in reversed(self.within(max(0, start - 160), start)):
            if gap.fullmatch(self.plain, mention.end, start):
                return mention
            if not mention.weak:
                break
        return None

    def just_after(self, end: int, gap: re.Pattern[str]) -> Mention | None:
        """The mention that begins right after `end` but for a `gap`."""
        for mention in self.within(end, end + 160):
            if gap.fullmatch(self.plain, end, mention.start):
                return mention
            if not mention.weak:
                break
        return None

    def last_named(self, start: int, slugs: frozenset[str]) -> Mention | None:
        """The last mention before `start` of one of these organs."""
        if slugs not in self._named:
            self._named[slugs] = [item for item in self.mentions if item.slug in slugs and not item.weak]
        named = self._named[slugs]
        index = bisect_left(named, start, key=lambda item: item.start)
        return named[index - 1] if index else None
