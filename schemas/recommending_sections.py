"""Which blocks stand under a heading of recommendations, and which of what stands there recommends something."""

from __future__ import annotations

import re
from typing import Literal

from mandate_data.extract.parsed_source import ParsedSource

Kind = Literal["", "mixed", "pure"]
"""What a heading says of the text under it: nothing, that some of it recommends something, that all of it does."""

NAME = re.compile(r"recommendation|\bkey asks?\b|\bcalls? to action\b", re.IGNORECASE)
OTHER = re.compile(
    r"general recommendations? (?:no\b|\d)|follow[ -]up|implementation of|status of|previous|earlier|responses? to",
    re.IGNORECASE,
)
"""Names of sections on recommendations that were made elsewhere."""
CONCLUSIONS = re.compile(r"conclusion|observation|remark|concern", re.IGNORECASE)
ADDRESSED = re.compile(r"(?:[\dIVX.]+[.)]? |[A-Z]\. )?(?:To|For) ")
"""A heading that says whom the recommendations below it are for, at whatever level it is."""
CAPTION = re.compile(r"(?:Figure|Table|Box|Chart|Map|Source|Photo|Note)s?(?: \d+| ?:)")
DATED = re.compile(r"(?:On|In|Since|During|Between) (?:the )?(?:\d|[A-Z][a-z]+ \d)")
THANKS = re.compile(
    r"\b(?:thanks?|(?:is|are) grateful|expresse[sd]? (?:\w+ )?(?:gratitude|appreciation|thanks)|commends?|welcomes?)\b"
)
VERBS = (
    "abolish abstain accede accelerate accept achieve act adapt address adhere adjust adopt advance align"
    " allocate allow amend apply appoint assess assist assure avoid ban bring broaden build carry cease"
    " clarify close collaborate collect combat commit comply conduct consider consolidate consult continue"
    " cooperate coordinate create criminalise criminalize decriminalise decriminalize deepen define"
    " deliver design designate develop devote disaggregate discontinue disseminate do draft draw eliminate"
    " enact encourage end enforce engage enhance ensure equip eradicate establish evaluate examine"
    " exchange expand expedite explore extend facilitate finalise finalize find formulate foster fulfil"
    " fully fund further give grant guarantee halt hold identify implement improve include incorporate"
    " increase inform initiate institute integrate intensify introduce invest investigate invite issue"
    " join keep launch lift limit listen mainstream maintain make map mobilize monitor move open oppose"
    " organize participate pass pay prevent prioritise prioritize proceed prohibit promote promulgate"
    " prosecute protect provide publish punish pursue put raise ratify recognise recognize redouble reduce"
    " reform refrain regulate reinforce release remove repeal replace report request require resource"
    " respect respond restore review revise safeguard scale secure seek set share sign spend stop"
    " strengthen submit supply support sustain tackle take train translate undertake update uphold urge"
    " use visit withdraw work"
)
IMPERATIVE = re.compile(
    rf"(?:(?:Fully|Immediately|Urgently|Promptly|Swiftly|Effectively|Also|Please|Do not|Not|Never) )?"
    rf"(?:{'|'.join(VERBS.split())})\b",
    re.IGNORECASE,
)
"""A text that tells somebody what to do, from its first word on."""


def recommending(parsed: ParsedSource) -> tuple[Kind, ...]:
    """What the headings above each block, or the guide's name of its section, say of it."""
    kinds: list[Kind] = []
    above: list[tuple[int, Kind]] = []
    for block, text, section in zip(parsed.blocks, parsed.text, parsed.sections, strict=True):
        if block.kind == "heading":
            own, addressed = _kind(text), ADDRESSED.match(text) is not None
            level = (
                block.level + 1 if addressed and any(at == block.level and kind for at, kind in above) else block.level
            )
            above = [one for one in above if one[0] < level]
            above.append((level, own or next((kind for _, kind in reversed(above) if kind), "")))
        kinds.append((above[-1][1] if above else "") or _of_section(section))
    return tuple(kinds)


def _kind(heading: str) -> Kind:
    if not NAME.search(heading) or OTHER.search(heading):
        return ""
    return "mixed" if CONCLUSIONS.search(heading) else "pure"


def _of_section(section: str | None) -> Kind:
    found = [kind for part in (section or "").split("/") if (kind := _kind(part.replace("-", " ")))]
    return "mixed" if "mixed" in found else found[-1] if found else ""


def is_imperative(text: str, start: int) -> bool:
    """Whether a text tells somebody from here on what to do."""
    return IMPERATIVE.match(text, start) is not None


def only_tells(text: str, start: int) -> bool:
    """Whether a text from here on is a caption, tells what happened on a day, or thanks somebody."""
    return any(form.match(text, start) for form in (CAPTION, DATED)) or THANKS.search(text, start) is not None
