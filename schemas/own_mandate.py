"""Whom a text speaks of: the mandate that the source is about, or others."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import MONTH

from .holder_names import GENERIC, NAME, OFFICE, named_holders
from .holder_sentences import TITLE, held_offices
from .sentences import sentence_cuts

Who = Literal["own", "other", "nobody"]
"""Whether words name the mandate or its holder, somebody else, or nobody."""

_FORMER = r"(?i:predecessors?|successors?)"
_NAMED_OFFICE = re.compile(
    rf"\b(?P<office>{OFFICE})\b(?: (?P<topic>(?:on|of|for|to) (?!\d|the \d|{MONTH})[^.,;:()]{{3,160}}))?"
)
_OWN = re.compile(rf"\b(?P<office>{OFFICE}|{GENERIC}|{_FORMER})\b")
_REPORT_OF = re.compile(
    rf"\b[Rr]eports? (?:\w+ )?(?:of|by) the (?P<office>{OFFICE})(?: on (?P<topic>[^.;:()]{{3,160}}))?"
)
_LONG = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    {"right", "rights", "human", "everyone", "situation", "question", "protection", "promotion", "with"}
)
"""Words of the names of many mandates, by which none is told from others."""
_PERSON = (
    rf"{TITLE} (?:{NAME} ?)+|[Tt]he (?:[\w-]+ ){{0,4}}?(?:Ministers?|President|Ambassador|High Commissioner"
    r"|Commissioner|Secretary-General|Governor|Mayor|Director|Chair(?:man|woman|person)?|Prosecutor|Representative"
    r"|Ombuds\w+|Queen|King|Pope|judge|lawyer|author)\b"
)
_BODY = (
    r"[A-Z]{3,}\b|[Tt]he (?:[\w-]+ ){0,4}?(?:Committee|Commission|Council|Government|delegation|State party|Assembly"
    r"|mission|team|Court|Bank|Union|Organization|Fund|Programme|Office|Ministry|Board|Panel|[Ee]xperts)\b"
)
"""Offices and bodies of others, which may do what a mandate does."""
_ACTOR = re.compile(
    rf"(?P<own>(?:[Tt]he |[Hh]is |[Hh]er )?(?:\w+ ){{0,2}}?(?:{OFFICE}|{GENERIC}|{_FORMER})\b"
    r"(?: on [^.,;:()]{3,160})?)"
    rf"|(?P<pronoun>(?:[Ss]?[Hh]e|[Tt]hey|[Ii]t|I|[Ww]e)\b)|(?P<person>{_PERSON})|(?P<body>{_BODY})"
)
_NUMBER = re.compile(r"(?:[\W\d]|\b[a-z]{1,3}\))*")
_INTRO = re.compile(
    r"(?:At|In|On|From|During|Following|After|Upon|Since|Within|As|With|Between|By|For|Pursuant|Before|Under|To"
    r"|While|When|Subsequently|Then|Later|Thereafter|Also|Moreover|Furthermore|Finally)\b"
)
_REACH = 200
"""Characters of a sentence in which the one whom it is about is named."""
_ADVERBS = re.compile(
    r"(?:\b(?:also|then|later|subsequently|recently|first|again|officially|jointly|has|had|have|already|previously"
    r"|thereafter|once|twice|briefly|therefore|thus|himself|herself|who|which|that|been|most recently|further"
    r"|together|both|accordingly|formally),? )+$"
)
_ASIDE = re.compile(r"(?:, (?P<aside>[^;:]{1,160}?), |,? \([^()]{1,80}\),? )$")
_WITH_OWN = re.compile(rf"(?:together with |jointly with |accompanied by |with )?(?:the |then )*{_OWN.pattern}")
_COORDINATED = re.compile(r"(?:^|\W)(?:and|then|before|after|but|or|by|while|when|of|for|from|having|to)(?: \w+ly)? $")
_TOPIC = re.compile(r" (?:on|of|for|to) |,? \([^()]*\)$")
_JOINED = re.compile(r"(?: and|,? (?:together|jointly|along) with|,? as well as|,? accompanied by|, joined by) ")
_DATE_LEFT = re.compile(r"\d{4},? $|^\s*$")
_PRONOUNS = re.compile(
    r"(?:^|[^\w'’])(?P<pronoun>[Ss]?[Hh]e|[Tt]hey|[Ii]t|I|[Ww]e|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur) $"
)
_OURS = ("i", "we", "my", "our")
_OF_PEOPLE = ("he", "she", "his", "her")


@dataclass(frozen=True, slots=True)
class Mandate:
    """The mandate that a source is about, and by what its text is known to speak of it.

    `office` is what its holder is called, such as "special rapporteur" ("" where the source does not say so); `words`
    are those of its id; `subject` is what the title says that it is on; `names` are the family names of its holders.
    """

    office: str
    words: frozenset[str]
    subject: str
    names: frozenset[str]

    @classmethod
    def of(cls, parsed: ParsedSource) -> Mandate:
        """The mandate that the guide names, as the source's title and text speak of it."""
        mandate_id = str(parsed.guide.about.get("mandate_id", ""))
        words = frozenset(_LONG.findall(mandate_id.lower()))
        opening = [text for block, text in zip(parsed.blocks, parsed.text, strict=True) if block.kind == "heading"]
        titles = [found for text in (*parsed.text[:5], *opening) for found in _REPORT_OF.finditer(text)]
        named = [found for text in parsed.text for found in _NAMED_OFFICE.finditer(text)]
        counted = Counter(_singular(found["office"]) for found in named if not found["topic"])
        office = _singular(titles[0]["office"]) if titles else max(counted, key=lambda one: counted[one], default="")
        subjects = [found["topic"] for found in titles if found["topic"]]
        names = {
            text[slice(*held.name)].split()[-1]
            for text in parsed.text
            for held in held_offices(text)
            if held.name is not None
        }
        names |= {one.name.split()[-1] for text in parsed.text for one in named_holders(text)}
        return cls(office, words, _plain(subjects[0]) if subjects else "", frozenset(names))

    def is_own(self, office: str, topic: str) -> bool:
        """Whether an office, with what follows its name, is that of the mandate."""
        office = _singular(office)
        if re.fullmatch(rf"{GENERIC}|{_FORMER}", office):
            return True
        if topic.startswith("on "):
            said = _plain(topic[3:])
            if self.words and _says(said, self.words):
                return True
            return bool(self.subject) and (said.startswith(self.subject[:20]) or self.subject.startswith(said[:20]))
        return not self.office or office == self.office

    def names_no_other(self, words: str) -> bool:
        """Whether words name no office of another mandate alone."""
        named = list(_NAMED_OFFICE.finditer(words))
        return not named or any(self.is_own(found["office"], found["topic"] or "") for found in named)

    def who(self, text: str, start: int, end: int) -> Who:
        """Whom the words from `start` on name that end at `end`, as in "… the Special Rapporteur visited"."""
        left = text[start:end]
        while True:
            before = left
            left = _ADVERBS.sub("", left)
            aside = _ASIDE.search(left)
            if aside is not None and self._in_aside(aside["aside"] or ""):
                return "own"
            left = left[: aside.start()] + " " if aside is not None and aside.start() else left
            if left == before:
                break
        if _DATE_LEFT.search(left) or not left.strip():
            return "nobody"
        if pronoun := _PRONOUNS.search(left):
            return self._meant(text, start + pronoun.start("pronoun"), pronoun["pronoun"].lower())
        if _COORDINATED.search(left):
            return self.subject_of(text, start, end)
        if self._ends(left.rstrip(" ,")):
            return "own"
        return "other"

    def named_in(self, words: str) -> Who:
        """Whom a name such as "the Special Rapporteur" or "UNICEF" is that of."""
        return self.who(f"{words} ", 0, len(words) + 1)

    def subject_of(self, text: str, start: int, end: int) -> Who:
        """Whom the sentence that begins at `start` is about, as far as it says so before `end`."""
        found = self._first_actor(text, start, end)
        if found is None:
            return "nobody"
        if found["pronoun"]:
            return self._meant(text, found.start(), found["pronoun"].lower())
        return "own" if self._acts(found) else "other"

    def _in_aside(self, aside: str) -> bool:
        """Whether an aside says that whoever is named before it holds the mandate, or acted with its holder."""
        found = _WITH_OWN.match(aside)
        return found is not None and self.is_own(found["office"], aside[found.end() :].strip())

    def _ends(self, left: str) -> bool:
        """Whether words end with a name of the mandate or its holder, or with such a name and those who joined it."""
        offices = list(_OWN.finditer(left))
        for office in reversed(offices):
            behind = left[office.end() :]
            joined = _JOINED.search(behind)
            topic = behind[: joined.start()] if joined else behind
            if self.is_own(office["office"], topic.strip()) and (not topic or _TOPIC.match(topic)):
                return True
        last = left.split()[-1] if left.split() else ""
        return last in self.names

    def _first_actor(self, text: str, start: int, end: int) -> re.Match[str] | None:
        place = start
        if number := _NUMBER.match(text, start):
            place = number.end()
        if _INTRO.match(text, place):
            commas = [found.end() for found in re.finditer(r", |\d ", text[place : min(end, place + _REACH)])]
            places = [place + one for one in commas]
        else:
            places = [place]
        return next((found for one in places if (found := _ACTOR.match(text, one)) and found.start() < end), None)

    def _acts(self, actor: re.Match[str]) -> bool:
        if actor["own"]:
            office = _OWN.search(actor["own"])
            return office is not None and self.is_own(office["office"], actor["own"][office.end() :].strip())
        words = (actor["person"] or "").split()
        return bool(words) and words[-1] in self.names

    def _meant(self, text: str, place: int, pronoun: str) -> Who:
        """Whom a pronoun at a place means: whoever the sentence, or those before it, are about."""
        if pronoun in _OURS:
            return "own"
        cuts = [cut for cut in sentence_cuts(text) if cut <= place and cut < len(text)]
        end = place
        for start in reversed(cuts):
            actor = self._first_actor(text, start, end)
            end = start
            if actor is None or actor["pronoun"]:
                continue
            if self._acts(actor):
                return "own"
            if actor["own"] or actor["person"] or (actor["body"] and pronoun not in _OF_PEOPLE):
                return "other"
        return "own"


def _singular(office: str) -> str:
    return office.lower().removesuffix("s")


def _plain(text: str) -> str:
    return " ".join(word for word in re.findall(r"[a-z]+", text.lower()) if word not in _COMMON and len(word) > 3)


def _says(topic: str, words: frozenset[str]) -> bool:
    return bool(words) and words <= set(re.findall(r"[a-z]+", topic.lower()))
