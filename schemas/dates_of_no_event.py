"""Dates that tell no event: those of publications, documents and notes, deadlines, what is to come or recommended."""

from __future__ import annotations

import re
from datetime import date as calendar_date
from typing import Literal

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import DATE, DAY, DAYS, MONTH, OF_YEAR, PrintedError
from mandate_data.findings.finding import Finding

from .dates_in_text import HAS_YEAR, SPAN_FORM, in_a_year
from .holder_lists import offices_held
from .holder_sentences import tells_a_term
from .recommendations import RULE, Recommendation
from .sentences import sentence_around

Reason = Literal[
    "publication",
    "document",
    "limit",
    "since",
    "period",
    "either",
    "yearly",
    "to-come",
    "recommendation",
    "term",
    "birth",
    "months",
    "year",
    "no-day",
    "form",
    "heading",
    "row",
    "unmade",
    "unsaid",
    "alone",
    "days",
]
"""Why a date is not an event: the variants of the check date-set-aside, which has their texts."""
CHECK = "date-set-aside"

_DATE = rf"(?:{DAYS}(?:{OF_YEAR})?|(?!\d{{4}}(?!-\d\d-)){DATE}|{DAY})"
_BIRTH = re.compile(r"\b[Bb](?:orn|irth)(?: on| in)? $")
_DOCUMENT = (
    r"judge?ment|decision|ruling|order|opinion|verdict|act|law|decree|ordinance|statute|code|constitution|bill"
    r"|regulation|directive|recommendation|resolution|declaration|convention|covenant|protocol|treaty|agreement"
    r"|charter|communiqué|communication|letter|note|memorandum|statement|release|remark|report|study|paper|article"
    r"|book|survey|guideline|appeal|reply|response|submission|complaint|petition|message|circular|document|version"
    r"|edition|draft|census|comment|observation"
)
_HAPPENING = (
    r"mission|visit|conference|meeting|session|workshop|seminar|symposium|consultation|congress|summit|forum|hearing"
    r"|round table|assembly|training|event|election|massacre|attack|earthquake|held|took place|convened"
)
_NOUN = re.compile(rf"\b(?:(?P<document>{_DOCUMENT})|(?:{_HAPPENING}))s?\b", re.IGNORECASE)
_HAPPENS = re.compile(rf"\b(?:{_HAPPENING})s?\b", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?<!\b[Oo]n )(?<!\b[Ii]n )(?<!\b[Ff]rom )\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]h(?:is|at)) $"
)
_DOCUMENT_BEHIND = re.compile(rf" (?:[\w-]+ )?(?:{_DOCUMENT})s?\b(?! took place| was held)", re.IGNORECASE)
_OF_DOCUMENT = re.compile(r"(?:(?:,|\))? of(?: the)? $)")
_DATED = re.compile(r"\bdated(?: from| on)? $")
_CITES = re.compile(
    r"\b(?:[Rr]eports?|[Pp]roceedings|[Cc]ommuniqu\w+|[Ss]tatements?|[Dd]eclaration|[Aa]ddress|[Ii]nterventions?|[Pp]apers?)"
    r" (?:\w+ )?(?:of|from|at|to|for|on)\b|\b(?:See|see)(?: also)?,? "
)
_PUBLISHED = re.compile(
    r"\b(?:re|co-)?(?:[Rr]eissued(?: for technical reasons)?|published|printed|posted|updated|revised)"
    r"(?: online)?(?: \w+)?(?: on| in)? $"
)
_PRINTED = re.compile(r"\b(?:Re)?(?:[Pp]rinted|[Pp]ublished|[Ii]ssued) (?:in|by|at)\b[^.;]{0,100}$")
_MASTHEAD = re.compile(r"\bDistr\.:? ?(?:\w+ )?$")
_MASTHEAD_BEHIND = re.compile(r"[\s|]*(?:Original: |(?:ENGLISH|English) only\b|GE\.\d\d-\d)")
_ISSUED = re.compile(rf"\b(?:{_DOCUMENT})s?\b[^.;]{{0,80}}?\b(?:issued|released)(?: on| in)? $", re.IGNORECASE)
_ACCESSED = re.compile(
    r"\b(?:accessed|retrieved|consulted|downloaded|[Ll]ast (?:visited|viewed|checked|updated|modified))(?: on| in|:)? $"
)
_CITED_BEFORE = re.compile(r"\b(?:vol|[Nn]os?|pp?)\. ?[\w()/–-]+,? ?\(?$")
_CITED_BEHIND = re.compile(
    r"[)\]\"'”’]*[,.;:]? ?(?:\(updated\)|\(United Nations publication|\(?(?:at )?(?:pp?|paras?|chap|sect|vol)\b\.?"
    r"|\(?[Aa]vailable (?:at|from|on)\b|\(?(?:https?:|www\.)|\(?Sales No)"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?$")
_OR = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})?(?:,? \d{{4}})?|\b{MONTH}(?:,? \d{{4}})?),? or (?:(?:on|in|the) )*$"
)
_OR_BEHIND = re.compile(rf",? or (?:on |in )?(?:the )?(?:\d{{1,2}} )?{MONTH}\b")
_SINCE = re.compile(
    r"\b(?:[Ss]ince|[Ee]ffective(?: from)?|with effect from|[Ss]tarting|[Ff]rom)(?: on| in)?"
    r"(?: (?:early|mid|late))?[ -]$"
)
_FROM = re.compile(r"(?<![Ss]tarting )\b[Ff]rom[ -]$")
_LASTS_FROM = re.compile(r"\b(?:days|weeks|months|years?) (?:starting )?from $")
"""Before the first day of what lasts so long: "for twelve months from"."""
_ONWARDS = re.compile(r" (?:onwards?|on(?=[,.;])|to date|to the present)\b")
_SPAN_BEGINS = re.compile(rf"(?:,? (?:to|until|through|and) | ?[-–] ?){_DATE}")
_LEADS = r"\b(?:[Ff]rom|[Bb]etween|[Ss]ince|[Pp]eriod(?: of)?|[Dd]uring)[ -]"
_SPAN_BEFORE = re.compile(rf"{_LEADS}$")
_DAYS_APART = re.compile(
    rf"{_LEADS}(?P<first>{DAY}(?:{OF_YEAR})?)"
    rf",? ?(?:to|until|through|and|[-–]) ?(?P<last>{DAY}(?:{OF_YEAR})?)"
)
_SPAN_ENDS = re.compile(rf"{_LEADS}(?:{_DATE}|\d{{4}}) ?(?:to|until|and|[-–]) ?$")
LONGEST_EVENT = 62
"""Days from the first to the last of what is an event; longer spans are periods."""
_YEARLY = re.compile(r"\b(?:annually|every year|each year|yearly|annual(?:ly)? (?:on|celebrated))\b", re.IGNORECASE)
_IF = re.compile(r"(?:[\W\d]|\b[a-z]{1,3}\))*(?:If|Should|Unless|Provided that)\b")
_LIMIT = re.compile(
    r"(?:\b(?:[Aa]s (?:of|at|from)|[Bb]y|[Bb]efore|[Uu]ntil|[Tt]ill|[Nn]ot? later than|[Pp]rior to|[Uu]p (?:to|until)"
    r"|[Aa]t the latest(?: on| by| in)?|closes? on|(?:[Dd]eadline|(?:[Cc]losing|[Dd]ue|[Cc]ut-off|[Tt]arget) date)"
    r"(?: [^.;,]{1,60}?)?(?: (?:is|was|being|of|on|for|expired on|passed on))?|(?:expire[sd]?|lapse[sd]?)(?: on| in)?"
    r"|ends(?: on| in)|through"
    r"|(?:compared (?:to|with)|up from|down from|(?:increase|decrease|decline|rise|drop|reduction) from)"
    r" (?:[^.;]|\.\d){0,120}?\b(?:in|on|at the end of)"
    r"|(?:midnight|noon|close of business|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)(?: on)?)"
    r"(?: the)?(?: (?:end|beginning|middle) of)?(?: (?:late|early|mid))?"
    r"|\b(?:(?:reporting )?period|covers|covering|(?:data|figures|statistics|estimates)(?: \w+)?)"
    rf"(?: under review)?,?(?: (?:of|from|between|for|in|the|period))*)[ -](?:{_DATE} (?:to|and) )?$"
)
_MANY = r"(?:\d[\d ,.]*|[a-z]+)(?: per cent)?"
_STATE = re.compile(
    r"\b(?:(?:were|was|are|is|being) (?:\w+ )?(?:part(?:y|ies)|members?|signator(?:y|ies)|bound|in force)\b[^.;]{0,60}?"
    rf"|had {_MANY} (?:States )?(?:parties|members|signatories|ratifications)\b[^.;]{{0,60}}?"
    r"|(?:r[oi]se[ns]?|rising|grew|grow[ns]?|f[ae]ll(?:en|s)?|(?:increase|decrease|decline)d?|dropped|went (?:up|down))"
    rf"\b[^.;]{{0,80}}?\b(?:to|by) {_MANY}(?: \w+)?"
    rf"|(?:stood|amounted|numbered|totall?ed)(?: at| to)? {_MANY}(?: \w+)?"
    r") (?:on|in|at the end of|by) $"
)
"""Before the day of a state of things: "77 States were party on"."""
_LEVEL = re.compile(
    r"\b(?:ratio|rate|number|level|share|proportion|percentage|average|total|price)s?\b[^.;]{0,60}?"
    r" (?:in|on|at the end of) $"
)
_LEVEL_BEHIND = re.compile(r" (?:was|were|is|stood|amounted|remained|reached)\b")
"""Behind the day of a figure: "the rate in June 2024 was at"."""
_UNMADE = re.compile(
    r"[,)]{0,2}(?: (?!(?:and|but|that|which|who|when|because|as|the|an?|its|his|her|their)\b)[\w-]+){0,6},?"
    r" (?:did not (?:take place|materiali[sz]e|happen)|never took place"
    r"|could not (?:take place|be (?:made|held|conducted))|(?:was|were|had been) (?:cancell?ed|called off|not held))\b"
)
_DUE = re.compile(r"\bdue (?:in|on|for) (?:the )?(?:early |late )?$")
_PLANNED = (
    r"(?:will|shall|would|should|must)|(?:is|are|was|were|been|be) (?:\w+ )?(?:scheduled|planned|expected|due|planning"
    r"|postponed|delayed|foreseen|envisaged|envisioned|anticipated|proposed|slated|set|to take|to be held|rescheduled"
    r"|deferred|going to)|scheduled"
    r"|foreseen|envisaged|slated|tentatively|planned|plans|intends|intended|expects|hopes|postponed|promised|to be"
    r"|rescheduled|deferred|agreed in principle"
    r"|being \w+ for"
    r"|to take place"
)
_PLANNED_BEFORE = re.compile(rf"\b(?:(?:{_PLANNED})\b[^,;:]{{0,120}}|(?:forthcoming|upcoming)\b[^.;:]{{0,120}})$")
_PLANNED_BEHIND = re.compile(rf",? (?P<between>[^.,;]{{0,80}}?)\b(?:{_PLANNED})\b")
_PLANNED_NEXT = re.compile(rf"\)?,? (?:{_PLANNED})\b")
_HAPPENED = re.compile(
    r"\b(?:\w{3,}ed|was|were|has|have|had|held|met|took|gave|made|began|came|went|spoke|led|sent|said)\b"
)
_MONTHS = re.compile(rf"\b{MONTH}(?: and | to | or | ?[/–-] ?)$")
_SEVERAL = re.compile(rf"{_DATE}(?:,? (?:and|or|to)|[,;])? $")
_INTRODUCED = re.compile(
    r"(?:\b[a-z]+|\b(?:On|In|From|Since|Between|During|Until|After|Following|Throughout|For))[ -]$"
)
_DAY_INTRODUCED = re.compile(r"\b(?:on|from|between|since|until|and|to|in)(?: the)? $", re.IGNORECASE)
_OPENS = re.compile(r"(?:[\W\d]|\b[a-z]{1,3}\))*(?:(?:On|In|From|Since|Between|During)(?: the)? )?")
_YEARLESS = re.compile(rf"{DAYS}|{DAY}")
_NOTE = re.compile(r"(?:(?<=^)|(?<=\s))(\d{1,3}) (?=[A-Z\"'“‘])" + rf"(?!{MONTH}\b)")
_NOTES_END = re.compile(r"(?:[\d)”\"]|\b\w{4,})\. (?=[a-z])|\b(?:\d\d|GE\.\d\d)-\d{5}\b")
"""What stands behind notes that are run into the text: a sentence that goes on, or the number of the print job."""


def is_to_come(parsed: ParsedSource, index: int, span: tuple[int, int], date: str) -> bool:
    """Whether what a block says at `span`, of a date, was still to come when the document was written."""
    text = parsed.text[index]
    start, end = sentence_around(text, span[0])
    before = text[start : span[0]]
    return _is_to_come(parsed.published, date, before, text[span[1] : end], _OPENS.fullmatch(before) is not None)


def set_aside(parsed: ParsedSource, index: int, span: tuple[int, int], reason: Reason) -> Finding:
    """Tells that no event is made of a date."""
    return parsed.finding(f"{CHECK}/{reason}", index, span, table="events", value=parsed.text[index][slice(*span)])


def no_event(
    parsed: ParsedSource, index: int, span: tuple[int, int], date: str, recommended: list[Recommendation]
) -> Reason | None:
    """Why the date that is printed at `span` of a block tells no event; None if it may tell one."""
    text = parsed.text[index]
    start, end = sentence_around(text, span[0])
    before, behind = _WEEKDAY.sub("", text[start : span[0]]), text[span[1] : end]
    first = _first_of_several(before)
    opens = _OPENS.fullmatch(before) is not None
    if _IF.match(before):
        return "to-come"
    if not text[: span[0]].strip() and not text[span[1] :].strip():
        printed = text[slice(*span)]
        return "document" if HAS_YEAR.search(printed) and not SPAN_FORM.fullmatch(printed) else "alone"
    if _MASTHEAD.search(text, max(0, span[0] - 30), span[0]) or _MASTHEAD_BEHIND.match(text, span[1]):
        return "document"
    if _BIRTH.search(before):
        return "birth"
    if any(one.block == index and one.start <= span[0] < one.end for one in recommended):
        return "recommendation"
    if tells_a_term(offices_held(parsed, index), span):
        return "term"
    if _is_cited(parsed, index, span, before[:first], behind, opens):
        return "publication"
    if _UNMADE.match(behind) and not opens:
        return "unmade"
    if _OR.search(before) or _OR_BEHIND.match(behind):
        return "either"
    if _LIMIT.search(before[:first]) or _LIMIT.search(before) or _STATE.search(before):
        return "limit"
    if _LEVEL.search(before) and _LEVEL_BEHIND.match(behind):
        return "limit"
    if _is_of_a_document(before[:first]) or (_ARTICLE.search(before) and _DOCUMENT_BEHIND.match(behind)):
        return "document"
    if lasting := _lasts(text[slice(*span)], before, behind):
        return lasting
    if _YEARLY.search(before) or _YEARLY.search(behind[:20]):
        return "yearly"
    if _DUE.search(before) or _is_to_come(parsed.published, date, before[:first], behind, opens):
        return "to-come"
    if text[span[0]].isalpha() and _MONTHS.search(before):
        return "months"
    if _YEARLESS.fullmatch(text[slice(*span)]) and not (opens or _DAY_INTRODUCED.search(before) or before[-1:] == "("):
        return "year"
    if opens or _is_introduced(before[:first]):
        return None
    return "publication" if _CITES.search(before) else "unsaid"


def _lasts(date: str, before: str, behind: str) -> Reason | None:
    """Why a date is the beginning or the end of what lasted long: a period, or what has gone on since then."""
    if SPAN_FORM.fullmatch(date):
        return "period" if _days_between(date, date) > LONGEST_EVENT else None
    ends = _SPAN_ENDS.search(before)
    begins = _SPAN_BEGINS.match(behind) if _SPAN_BEFORE.search(before) else None
    if ends or begins:
        whole = f"{before[ends.start() :]}{date}" if ends else f"from {date}{behind}"
        days = _DAYS_APART.match(whole)
        few = days is not None and 0 <= _days_between(days["first"], days["last"]) <= LONGEST_EVENT
        return "days" if few else "period"
    if _LASTS_FROM.search(before):
        return "period"
    if _SINCE.search(before) and (not _FROM.search(before) or _ONWARDS.match(behind)):
        return "since"
    return None


def _days_between(first: str, last: str) -> int:
    """How many days are between the first day of one printed date and the last of another; -1 where a year or the
    calendar has no such day."""
    year = HAS_YEAR.search(last)
    try:
        begin, end = in_a_year(first, year[0] if year else "")[0], in_a_year(last)[1]
    except PrintedError:
        return -1
    return (calendar_date.fromisoformat(end) - calendar_date.fromisoformat(begin)).days


def _first_of_several(before: str) -> int:
    """Where the first of several dates in a row begins, of which the last follows `before`."""
    place = len(before)
    while found := _SEVERAL.search(before, max(0, place - 60), place):
        place = found.start()
    return place


def _is_cited(parsed: ParsedSource, index: int, span: tuple[int, int], before: str, behind: str, opens: bool) -> bool:
    """Whether a date stands in a title, beside the parts of a citation, or in a note that is run into the text."""
    if _PUBLISHED.search(before) or _PRINTED.search(before) or _ISSUED.search(before) or _ACCESSED.search(before):
        return True
    if _CITED_BEFORE.search(before) or _CITED_BEHIND.match(parsed.text[index], span[1]):
        return True
    return _is_quoted(parsed.blocks[index].text.value, before, behind, span) or (
        not opens and _is_in_notes(parsed.text[index], span[0])
    )


def _is_quoted(text: str, before: str, behind: str, span: tuple[int, int]) -> bool:
    """Whether a place is between two quotation marks."""
    if "“" in text:
        return text.rfind("“", 0, span[0]) > text.rfind("”", 0, span[0]) and "”" in text[span[1] :]
    return before.count('"') % 2 == 1 and '"' in behind


def _is_in_notes(text: str, place: int) -> bool:
    """Whether a place is in notes that are run into the text: below a rule, or behind two numbers one after another."""
    rule = max((found.end() for found in RULE.finditer(text, 0, place)), default=0)
    numbers = [(int(found[1]), found.start()) for found in _NOTE.finditer(text)]
    begins = [at for number, at in numbers if number + 1 in {one for one, other in numbers if other > at}]
    begins += [at for number, at in numbers if number - 1 in {one for one, other in numbers if other < at}]
    begin = max([rule, *(at for at in begins if at < place)], default=0)
    return begin > 0 and not _NOTES_END.search(text, begin, place)


def _is_of_a_document(before: str) -> bool:
    """Whether the words before a date say which document it is of."""
    if _DATED.search(before):
        return True
    of = _OF_DOCUMENT.search(before)
    if of is None:
        return False
    nouns = list(_NOUN.finditer(before, max(0, of.start() - 120), of.start()))
    return bool(nouns) and nouns[-1]["document"] is not None and ";" not in before[nouns[-1].end() :]


def _is_to_come(published: str, date: str, before: str, behind: str, opens: bool) -> bool:
    """Whether a date is after the document's own, or the words around it speak of the future or of a plan."""
    same = min(len(published), len(date))
    if published and date[:same] > published[:same]:
        return True
    if opens:
        planned = _PLANNED_BEHIND.match(behind)
        return planned is not None and not _HAPPENED.search(planned["between"])
    return _PLANNED_BEFORE.search(before) is not None or _PLANNED_NEXT.match(behind) is not None


def _is_introduced(before: str) -> bool:
    """Whether a word leads to a date, or what happened stands before it: "a conference (Oslo, 3 May 2012)"."""
    if _INTRODUCED.search(before):
        return True
    found = list(_HAPPENS.finditer(before))
    if not found or re.search("[.;]", before[found[-1].end() :]):
        return False
    cites = [one.end() for one in _CITES.finditer(before)]
    return not cites or _HAPPENED.search(before, cites[-1]) is not None
