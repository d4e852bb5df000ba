"""Words that say that somebody was in a country: "a visit to", "visited", "was in", "was visited by"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mandate_data.extract.values import SPAN, WITHOUT_YEAR

from .own_mandate import Mandate, Who
from .owners import by_name, by_pronoun
from .sentences import sentence_around

Span = tuple[int, int]

DONE = r"(?:made|paid|held|conducted|undertaken|carried out|organi[sz]ed|effected|completed|performed)"
TOOK_PLACE = rf"(?:took place|(?:was|were|has been|had been) {DONE})"
PREPOSITION = r"(?:from|on|in|during|between|over) "
DATED = rf"(?:{PREPOSITION}(?:the )?)?(?P<span>{SPAN}|{WITHOUT_YEAR})(?!\d)"
_NOUN = r"(?:(?:(?:[Ff]ollow-up|[Jj]oint) )?(?:[Mm]ission|[Vv]isit)|[Tt]rip)"
_COUNTRIES = (
    r"(?:(?:the )?(?:[\w-]+ ){0,2}?(?:countries|States)(?: (?:during|in|over) [^.;:()]{3,50}?)?(?:,? namely,?|:|,) "
    r"|(?:the )?(?:[a-z-]+ ){1,4}in )?"
)
"""Before the names of countries: "two countries, namely", "refugee camps in"."""
_LETTER = r"(?:(?:\([a-z]{1,3}\)|[-–—•]) )?"
"""Before the first of several countries that are told apart by letters."""
_BY = r"(?: (?P<agent>(?:of|by|from) (?:[Tt]he |an? |its |his |her )?[A-Z][^.;:,()]{2,110}?))?"
_WITH = r"(?:,? (?:(?:together|jointly|along|in company) )?with [^.;:()]{2,80}?,?)?"
_ASIDE = r"(?:, [^.;:,()]{3,80},)?"
_LEADS = (
    r"(?: took (?:him|her|them|me|us) to "
    r"|(?:(?: in \d{4})?,? (?:namely,? )?|: |[^.;:()]{0,60}?(?:, |: ))(?:one|the (?:first|one)) to |: )"
)
"""Between "missions" and the first country: "two missions in 2010, one to"."""
NOUNS = re.compile(
    rf"\b(?P<kind>{_NOUN}(?=s?\b))s?{_BY}{_WITH}{_ASIDE}(?: {TOOK_PLACE})?"
    rf"(?:,? {DATED.replace('<span>', '<between>')},?)?(?: (?P<way>to|in):? {_COUNTRIES}|{_LEADS}| \()"
    rf"{_LETTER}(?=(?:the )?[A-Z])"
)
VERBS = re.compile(
    r"\b(?P<kind>(?:(?<=honour to )|(?<=honor to )|(?<=opportunity to )|(?<=pleasure to )|(?<=able to ))visit"
    r"|[Vv]isit(?:ed|ing)|travell?ed|went|was|been|stayed|spent|toured"
    r"|(?:(?<=was )|(?<=were )|(?<=been ))received)"
    rf"(?:(?<=isited):? {_COUNTRIES}{_LETTER}|(?:(?<=isiting)|(?<=toured)|(?<=to visit)) "
    r"|(?:(?<=elled)|(?<=eled)|(?<=went)|(?<=been))(?:, [^.;:,()]{3,80},)? (?:to|through|across|around|throughout) "
    r"|(?:(?<=was)|(?<=been)|(?<=stayed)|(?<=received)|(?<=elled)|(?<=eled)) in |(?<=spent) (?:\w+ ){1,4}?in )"
    r"(?=(?:the )?[A-Z])"
)
PASSIVE = re.compile(
    r" (?:(?:was|were|has been|had been|have been) (?:\w+ )?(?P<kind>visited) by"
    r"|(?:received|hosted|welcomed) (?:an? |the )?(?:\w+ )?(?P<received>visit) (?:of|by|from)"
    r"|(?P<host>received|hosted|welcomed)(?= (?:[Tt]he |her |him |me |us |them |M[rs]s?\.? )))"
    r" (?P<agent>[^.;:]{2,140}?)"
    rf"(?:,? {DATED}|(?=[.;:]|$))"
)
RELATIVE = re.compile(rf",? (?:which|that) (?P<agent>[^.;:,]{{2,80}}?) (?P<kind>visited),? {DATED}")
_ARTICLE = r"(?:(?:an?|the|one|two|three|four|five|several|some|his|her|their|our|my|its|this|both) )?"
_DOING = re.compile(
    rf"\b(?:conduct(?:ed|ing)|carr(?:ied|ying) out|undert(?:ook|aken|aking)|made|making|paid|paying|went on|gone on"
    r"|(?:was|were|been|being) on|embarked (?:up)?on|complet(?:ed|ing)|conclud(?:ed|ing)|beg[au]n|led|leading"
    r"|sent|dispatched|fielded|joined|took part in|participated in|held|organi[sz]ed|effected|performed"
    rf"|deployed) {_ARTICLE}(?:[\w'’-]+,? ){{0,4}}?$"
)
_OF_OTHERS = re.compile(
    r"\b(?:peace-?keeping|peace|assessment|technical|stabili[sz]ation|monitoring|verification|support|observer|trade"
    r"|economic|diplomatic|military|political|permanent|election|electoral|needs|assistance|evaluation|inspection"
    r"|UN|[A-Z]{3,}|[A-Z]\w+ [A-Z]\w+|Council|Commission|Committee|Union|Nations) $"
)
"""What stands before a mission that no holder of a mandate makes."""
_UNMADE_BEFORE = re.compile(
    r"\b(?:not|never|unable|cancel\w*|postpon\w*|requests?|requested|requesting|declin\w*|refus\w*|den(?:y|ied)"
    r"|asked (?:for|to)|invitations? (?:to|for)|invit(?:ed|es|ing)|agree[ds]? to|proposed|suggested)"
    r"(?: (?!and\b)[\w-]+){0,6} $"
)
_UNMADE_BEHIND = re.compile(
    r"[^.;]{0,60}?\b(?:did not (?:take place|materiali[sz]e)|could not|never took place"
    r"|(?:was|were|be|been) (?:not|never|cancell?ed|postponed|denied|refused|called off|requested|declined"
    r"|asked for))\b"
)
_AGENT_BEHIND = re.compile(
    rf"(?:[^.;()]{{0,60}}?\b{DONE})? by (?P<agent>[^.;:()]{{3,100}}?)(?=[.;,:()]| (?:from|on|in) \d| and the |$)"
)
_PASSIVE_BEFORE = re.compile(r"(?:(?:was|were|been) )+$")
_SUBJECT_BEHIND = re.compile(r", (?P<who>[^,.;:]{1,80})")


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a text begins to speak of a visit: its first character, the word that calls it so, the first country.

    `date` is where its date is, if that is printed before the country; `back`: the countries end at `place`, before the
    word; `agent` the words that say who made it; `noun`: a visit, not "visited".
    """

    start: int
    kind: Span
    place: int
    word: str
    noun: bool = False
    date: Span | None = None
    back: bool = False
    agent: str = ""
    way: str = "to"


def journeys(text: str) -> Iterator[Journey]:
    """Where a text speaks of visits, in its order."""
    found = []
    for match in NOUNS.finditer(text):
        between = match.span("between") if match["between"] else None
        agent = (match["agent"] or "").partition(" ")[2]
        found.append(
            Journey(
                match.start(),
                match.span("kind"),
                match.end(),
                match["kind"],
                True,
                between,
                agent=agent,
                way=match["way"] or "to",
            )
        )
    found += [Journey(one.start(), one.span("kind"), one.end(), one["kind"]) for one in VERBS.finditer(text)]
    for match in RELATIVE.finditer(text):
        place, date = match.start(), match.span("span")
        found.append(
            Journey(place + 1, match.span("kind"), place, "visited", date=date, back=True, agent=match["agent"])
        )
    for match in PASSIVE.finditer(text):
        group = next(name for name in ("kind", "received", "host") if match[name])
        found.append(
            Journey(
                match.start() + 1, match.span(group), match.start(), match[group],
                date=match.span("span") if match["span"] else None, back=True, agent=match["agent"],
            )
        )  # fmt: skip
    yield from sorted(found, key=lambda one: (one.kind, not one.back))


def made_by(text: str, one: Journey, end: int, mandate: Mandate) -> Who:
    """Who made a visit, of which a text speaks up to `end`: "nobody" where it does not say so."""
    start, _ = sentence_around(text, one.start)
    if one.agent:
        return mandate.named_in(one.agent)
    if not one.noun:
        before = _PASSIVE_BEFORE.search(text, start, one.kind[0]) if one.word == "received" else None
        who = mandate.who(text, start, before.start() if before else one.kind[0])
        unsaid = who == "nobody" or (who == "other" and one.word.lower() == "visiting")
        return _in_sentence(text, one, mandate) if unsaid else who
    behind = _AGENT_BEHIND.match(text, end)
    if behind:
        return mandate.named_in(behind["agent"])
    left = text[start : one.kind[0]]
    if (owner := by_pronoun(text, start, one.kind[0], mandate)) is not None:
        return owner
    if (doing := _DOING.search(left)) is not None:
        who = mandate.who(text, start, start + doing.start())
        return "other" if who == "nobody" and _OF_OTHERS.search(left) else who
    if (owner := by_name(text, start, one.kind[0], mandate)) is not None:
        return owner
    return "other" if _OF_OTHERS.search(left) or one.way == "in" else "nobody"


def _in_sentence(text: str, one: Journey, mandate: Mandate) -> Who:
    """Whom the sentence names behind "After visiting …,"."""
    _, end = sentence_around(text, one.start)
    found = _SUBJECT_BEHIND.search(text, one.place, end)
    if found is None:
        return "other"
    words = found["who"].split()
    return "own" if any(mandate.named_in(" ".join(words[:count])) == "own" for count in range(1, 5)) else "other"


def was_not_made(text: str, one: Journey, end: int) -> bool:
    """Whether a text says that a visit did not take place, or was only asked for."""
    start, last = sentence_around(text, one.start)
    return bool(_UNMADE_BEFORE.search(text[start : one.kind[0]]) or _UNMADE_BEHIND.match(text[end:last]))
