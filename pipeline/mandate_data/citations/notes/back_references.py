"""Finding words that point back (`ibid.`, `supra`, `note 5 above`), and communications by number."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.notes.marked_works import ends_a_title
from mandate_data.citations.pinpoints.pinpoints import end_of_announced
from mandate_data.citations.reading.prepared_text import PreparedText, fragment, plain_text
from mandate_data.citations.references import Reference, printed_at

OPEN_IBID = "points back; settled over the notes of the whole document"
OPEN_NOTE = "points to a note; settled over the notes of the whole document"
OPEN_SUPRA = "does not say which note it points to"
OPEN_ADDENDUM = "an addendum to what is cited before; settled over the notes of the whole document"
OPEN_COMMUNICATION = "the committee and its session are not printed"

_NUMBERS = r"(?P<{}>\d{{1,3}}|[a-z](?=/(?!\w)))/?(?:\s?(?:,|-|{})\s?\d{{1,3}}){{0,3}}"


@cache
def _pointer(words: Words) -> re.Pattern[str]:
    """Words that point back, in one language."""
    ibid, supra, note = (fragment(words, one) for one in (words.ibid, words.supra, words.note))
    above, joined, at, sign = (
        fragment(words, one) for one in (words.above, words.conjunction, words.at_page, words.note_sign)
    )
    joined += f"|{fragment(words, words.to)}|&"
    edge = r"\b" if words.edge else ""
    sights = [rf"(?<={edge}{plain_text(word, words).replace(' ', _BLANK)}{_BLANK})" for word in words.see]
    sights += [rf"(?<={edge}{plain_text(word, words)},{_BLANK})" for word in words.above.split("|")]  # above, note 1
    seen = f"(?:{'|'.join(sights)})" if sights else NEVER
    told = "|".join(rf"(?<={edge}{plain_text(word, words)} )" for word in words.above.split("|"))  # above n 1
    told = f"(?:{told})"
    before = rf"(?:{edge}|(?<=\d))"
    letter = r"(?=[^\W\d_])" if words.edge else ""  # at other signs, none of what follows need be tried
    return re.compile(
        rf"{letter}(?:{before}(?P<ibid>{ibid}){edge}\.?"
        rf"|{seen}(?:{note})\s{{1,2}}{_NUMBERS.format('seen', joined)}"
        rf"(?:\s?,?\s?\b(?:{above}))?\b"
        rf"|{edge}(?:{note}|{sign})\s{{1,2}}{_NUMBERS.format('above', joined)}\s?,?\s?{edge}(?:{above}){edge}"
        rf"|(?:{fragment(words, words.note_above)})\s?{_NUMBERS.format('noted', joined)}"
        rf"|{told}(?:{sign})\s{_NUMBERS.format('signed', joined)}\b"
        rf"|{edge}(?:{note})\s(?:{above}){edge}"
        rf"|{edge}(?:{supra}){edge}(?=(?:,?\s(?:(?:{at})\s)?(?:(?:{note})|{sign})\s?(?P<supra>\d{{1,3}}))?)"
        rf"|(?<=\()(?:{sign}|{note})\s(?P<bracketed>\d{{1,3}})(?=\))"
        rf"|{edge}(?:{fragment(words, words.op_cit)}){edge}\.?)",
        re.IGNORECASE,
    )


@cache
def _communication(words: Words) -> re.Pattern[str]:
    named, sign = fragment(words, words.communication), fragment(words, words.number_sign)
    return re.compile(rf"(?:{named})\s{{1,2}}(?:(?:{sign})\s{{0,2}})?", re.IGNORECASE)


_BLANK = r"[ \n]"
_NUMBERED = ("seen", "above", "noted", "signed", "supra", "bracketed")
_ID = "Id"
_SMALL_ID = " id"
"""In law reviews, behind the word that introduces it: `see id. at 7`."""
_AFTER_ID = frozenset(",;")
_SUFFIX = re.compile(r"(?:,|(?<=\.))\s{1,2}((?:Add|Corr|Rev)\.\s?\d{1,3})\b")
"""`Ibid., Add.1`: an addendum to the document cited before."""
_WORK_BEFORE = re.compile(r"(?:[A-Z][\w'-]+|[\"'*_])\s\($")
"""The author or the title before a note in brackets: `Alston (n 4)`."""
_AFTER_LEAD = 30
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST_PINPOINT = 40
"""What the lexer sees behind a word that points back is no longer, if no other one follows."""
_AN_IBID = Reference(0, 0, "", "ibid", reason=OPEN_IBID)
_CLOSED_NUMBER = r"[1-9]\d{0,4}(?:-\d{1,5})?/(?:19|20)\d\d"
_CASE_NUMBER = re.compile(r"[1-9]\d{0,4}(?:(?:-|\s(?:to|à|al?)\s)\d{1,5})?\s?/\s?(?:19|20)\d\d|R\.\d{1,2}/\d{1,4}")


@cache
def _separator(words: Words) -> re.Pattern[str]:
    """What parts the numbers of communications, the name of the first case included."""
    joined, to, sign = (fragment(words, one) for one in (words.conjunction, words.to, words.number_sign))
    outcome = fragment(words, words.outcome) or NEVER
    case = rf"(?-i:[A-Z])[^;()\d]{{1,80}}?\s(?:{words.versus})\.\s"
    named = rf",\s{case}[^;(),\d]{{2,60}}?(?=,?\s(?:{joined})\s)"
    another = rf"(?:(?:{joined})\s)?(?:(?:{sign})\s?\d|(?-i:{_CASE_NUMBER.pattern})(?:,\s|\s\(){case})"
    again = fragment(words, words.communication)
    goes_on = rf"\n\s*\n|\s(?:{again})|,\s(?:{joined})\s(?!{sign}|\d)|,?\s(?:{fragment(words, words.relative)})\s"
    decided = (
        rf"(?:\s\([^()]{{3,80}}\))?(?:[,:]\s(?:{case}|(?:\w{{3,15}}\s)?(?:{outcome}){words.edge})|\s\({case})"
        rf"(?:(?!{goes_on})[^;]){{2,200}}?(?=[;,]\s{another})"
    )
    return re.compile(
        rf"(?:{decided}|\s\([^()]{{3,80}}\)|{named})?"
        rf"(?:\s{{0,2}}(?:,|;|\b(?:{joined})\b|&|\b(?:{to})\b|-)\s{{0,2}}(?:(?:{joined})\s{{1,2}})?"
        rf"|\s{{1,2}}(?:{fragment(words, words.joined_conjunction)}))(?:(?:{sign})\s?)?",
        re.IGNORECASE,
    )


def _is_work_before(text: PreparedText, at: int) -> bool:
    """Whether an author or a title is before a note in brackets."""
    before = _WORK_BEFORE.search(text.plain, max(0, at - _AFTER_LEAD), at)
    return before is not None or (text.plain.endswith(" (", 0, at) and ends_a_title(text, at - len(" (")))


def pointers(text: PreparedText, start: int, end: int) -> list[Reference]:
    """The words that point back in [start, end). Their symbols are left open: only the whole document can
    settle them."""
    found: list[Reference] = []
    words, position = text.words, start
    pattern = _pointer(words)
    while position < end and (match := pattern.search(text.plain, position, end + _AFTER_LEAD)) is not None:
        first, position = match.span()
        if first >= end:
            break
        printed = text.raw[first:position]
        if ibid := match["ibid"]:
            if not printed[-2:].isascii() and not printed[-1].isalpha():  # the full stop abbreviates no other script
                position -= 1
                printed = printed[:-1]
            if printed == _ID and text.plain[position : position + 1] not in _AFTER_ID:
                continue  # Id al-Fitr
            if ibid.endswith(_SMALL_ID):
                if not printed.endswith("."):
                    continue
                first = match.end("ibid") - len(_SMALL_ID) + 1
                printed = text.raw[first:position]
            found.append(printed_at(first, position, printed, _AN_IBID))
            if (suffix := _SUFFIX.match(text.plain, position)) is not None:
                first, position = suffix.span(1)
                printed = text.raw[first:position]
                found.append(Reference(first, position, printed, "addendum", reason=OPEN_ADDENDUM))
        elif match["bracketed"] and not _is_work_before(text, first):
            continue  # a survey (n 30)
        else:
            number = next(filter(None, map(match.group, _NUMBERED)), None)
            reason = OPEN_NOTE if number else OPEN_SUPRA
            found.append(Reference(first, position, printed, "supra", reason=reason, points_to=number))
        if words.edge and end - position < _LONGEST_PINPOINT and not _WORD.search(text.plain, position, end):
            break
    return found


def communications_within(text: PreparedText, start: int, end: int) -> list[Reference]:
    """The communications whose word stands in [start, end), behind that for a decision on them."""
    lead = _communication(text.words).search(text.plain, start, end)
    return communications(text, lead.start()) if lead else []


@cache
def _closed(words: Words) -> re.Pattern[str]:
    """Communications whose word follows their numbers, as printed: 第1274/2004号和第1039/2001号来文."""
    one = rf"(?:{words.resolution})?\s?(?:{_CLOSED_NUMBER})\s?(?:{words.numbered})?"
    return re.compile(rf"{one}(?:\s?(?:[,，、]|{words.conjunction})\s?{one}){{0,9}}\s?(?:{words.communication})")


def case_numbers(printed: str) -> tuple[str, ...]:
    """The numbers of communications in what is printed of one.

    >>> case_numbers("communication No. 1274/2004")
    ('1274/2004',)
    """
    return tuple(_CASE_NUMBER.findall(printed))


def closed_communications(text: PreparedText, start: int) -> list[Reference]:
    """The individual communications whose numbers, which their word follows in some languages, begin at `start`."""
    listed = _closed(text.words).match(text.raw, start) if text.words.closing else None
    if listed is None:
        return []
    numbers = [number.span() for number in re.finditer(_CLOSED_NUMBER, listed[0])]
    places = [(start + (first if index else 0), start + last) for index, (first, last) in enumerate(numbers)]
    places[-1] = (places[-1][0], listed.end())
    return [
        Reference(first, last, text.raw[first:last], "communication", reason=OPEN_COMMUNICATION)
        for first, last in places
    ]


def communications(text: PreparedText, start: int) -> list[Reference]:
    """The individual communications that the word at `start` introduces: `communication No. 2054/2011`."""
    plain = text.plain
    lead = _communication(text.words).match(plain, start)
    case = _CASE_NUMBER.match(plain, lead.end()) if lead else None
    found = []
    while case is not None and not plain[case.end() : case.end() + 1].isdigit():
        found.append(
            Reference(start, case.end(), text.raw[start : case.end()], "communication", reason=OPEN_COMMUNICATION)
        )
        case = _next_case(text, case.end())
        start = case.start() if case is not None else start
    return found


def _next_case(text: PreparedText, position: int) -> re.Match[str] | None:
    """The next number of a list of communications, behind a pinpoint, too: 1873/2009, para. 9.6, and `2217/2012`."""
    for place in (position, end_of_announced(text.plain, position, text.words)):
        separator = _separator(text.words).match(text.plain, place) if place is not None else None
        case = _CASE_NUMBER.match(text.plain, separator.end()) if separator is not None else None
        if case is not None:
            return case
    return None
