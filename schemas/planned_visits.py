"""What says of a visit that it was planned, wished for or put off, and not yet made when the text was written."""

from __future__ import annotations

import re

from mandate_data.extract.values import MONTH

from .sentences import sentence_around
from .visit_words import TOOK_PLACE, Journey

_BETWEEN = (
    r"(?:,? (?:also|then|next|now|soon|shortly|therefore|in principle|at the invitation of the [^.;,]{3,60}?"
    r"|subsequently|later|this|year|like|her|his|its|their|our|my|to|be|been|being|be able|undertak(?:e|ing)"
    r"|conduct(?:ing)?|mak(?:e|ing)|pay(?:ing)?|carry(?:ing)? out|go(?:ing)?|embark(?:ing)?|lead(?:ing)?|have|having"
    r"|organi[sz](?:e|ing)|begin(?:ning)?|start(?:ing)?|complet(?:e|ing)|on|upon|an?|the|another|one|two|three|four"
    r"|several|some|any|more|further|additional|first|second|third|next|official|formal|country|joint|follow-up"
    rf"|fact-finding|working|field|academic|return|new|possible|in|from|by|until|early|mid|late|{MONTH}|\d{{4}}"
    r"|\d{1,2}))*,?"
)
"""What may stand between the words of a plan and a visit."""
_DOING = r"to (?:undertake|conduct|make|pay|carry out|go on|embark on|lead|organi[sz]e)"
_PLAN = (
    r"will|shall|would|should|must|(?:is|are|was|were|am|be|been|being)(?: \w+){0,2}? (?:to|due|scheduled|expected"
    r"|expecting|planned|planning|preparing|set|about|going|hoping|intending|considering|envisaged|foreseen|confirmed"
    r"|looking forward|asked|invited)|(?:has|have|had)(?: \w+)? (?:planned|scheduled|postponed|cancell?ed|agreed"
    r"|accepted|decided|proposed|offered|confirmed|deferred|invited)"
    r"|(?:plan|hope|intend|expect|wish|propose|aim|prepare|need|agree|decide|want|offer)(?:s|ed|d|ing)?"
    r"|look(?:s|ed|ing)? forward|(?:plans?|preparations?|arrangements?|dates?|schedules?|proposals?|agreement|consent"
    r"|readiness|willingness|intention|wish|hope) (?:for|to|of)|awaiting|pending|postpone[ds]?|cancell?ed"
    r"|defer(?:s|red)?|reschedul\w+|accept(?:s|ed)?|confirm(?:s|ed)?"
)
_AHEAD = re.compile(rf"\b(?:{_PLAN}){_BETWEEN} $")
_ASKED = re.compile(
    rf"\b(?:invit\w+|request\w*|ask(?:s|ed)?|urge[sd]?|encourage[sd]?)\b[^.;]{{0,120}}? {_DOING}{_BETWEEN} $"
)
_CALLED = re.compile(
    r"\b(?:planned|forthcoming|upcoming|proposed|scheduled|future|envisaged|postponed|cancell?ed|rescheduled|tentative"
    r"|intended|prospective|pending|requested)(?: (?:official|country|joint|follow-up|academic|fact-finding))* $",
    re.IGNORECASE,
)
_STATE = (
    r"(?:scheduled|planned|expected|due|foreseen|envisaged|anticipated|proposed|confirmed|postponed|deferred|delayed"
    r"|rescheduled|cancell?ed|called off|agreed|accepted|approved|pending"
    r"|under (?:discussion|consideration|preparation)|in preparation"
    r"|to (?:take place|be (?:held|made|undertaken|conducted|confirmed|determined|scheduled|rescheduled)))"
)
_BEHIND = re.compile(
    rf"[^.;,()]{{0,60}}?(?:,? (?:which|that))? (?:(?:will|shall|would|should|may)(?: \w+){{0,2}}? (?:take place|follow"
    rf"|begin|start|be (?:made|held|conducted|undertaken|carried out|rescheduled|organi[sz]ed))"
    rf"|(?:is|are|was|were|has been|have been|had been|being)(?: \w+){{0,2}}? {_STATE})\b"
)
_ADDED = re.compile(
    rf"[^.;,()]{{0,30}}?(?:,? |,? ?\()(?:(?:to be |provisionally |tentatively |now |still )?{_STATE}|tentative(?:ly)?"
    r"|tbc|forthcoming|upcoming|future|requested|invitation)\b",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:on|of|from|during|after|before|since|following|about|for|at|by|in|with|regarding|concerning|under|upon"
    r"|throughout)(?: (?:an?|the|his|her|its|their|my|our|this|that|those|these|official|country|joint|follow-up|first"
    r"|second|third|last|recent|two|three|four|\w+['’]s?))* $",
    re.IGNORECASE,
)
"""Before a visit that the sentence only names: of the report on it something else may be planned."""


_MADE_AFTER_ALL = re.compile(rf"[,)]?(?: ?\()?[^.;()]{{0,80}}? {TOOK_PLACE}\b")
"""Behind a visit that was put off, or planned for another time."""


def is_planned(text: str, one: Journey, end: int) -> bool:
    """Whether a text that speaks of a visit up to `end` says that it was still to come, or put off."""
    start, last = sentence_around(text, one.start)
    before, behind = text[start : one.kind[0]], text[end:last]
    if _MADE_AFTER_ALL.match(behind):
        return False
    if _AHEAD.search(before) or _ASKED.search(before) or _CALLED.search(before):
        return True
    return _ADDED.match(behind) is not None or (_GOVERNED.search(before) is None and _BEHIND.match(behind) is not None)
