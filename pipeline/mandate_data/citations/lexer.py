"""One pass over a text that finds every place where a reference may begin.

The pass is one regular expression on a linear-time engine, so that its time depends on the length of the text
alone. It only says where to look and for what; each kind of reference has a finder of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from mandate_data.citations.bodies import codes_before_a_blank, parted_root_pattern, root_pattern
from mandate_data.citations.languages import LANGUAGES, Words, words_of
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import Linear, PreparedText, fragment, plain_text
from mandate_data.citations.resolutions.number_forms import SPECIAL
from mandate_data.citations.resolutions.numbers_of_others import numbers_of_others
from mandate_data.citations.resolutions.numbers_of_own_form import own_forms
from mandate_data.citations.resolutions.organ_lists import before_a_list, listing_organs

Lead = Literal[
    "symbol", "resolution", "general_comment", "communication", "pointer", "organ_list", "own_form", "other_language"
]

_GAP = r"[ \t\r\n\xad]{0,3}"
# A run of whatever symbols are made of, with at least one digit. It takes in more than the symbol: what is no
# symbol at its beginning is none further on, so that a long run of slashes costs no more than other text.
_RUN = r"[A-Z0-9./()\xad-]"


def _symbol() -> str:
    blank = rf"(?:CN|CONF|RES|DEC|CRP|WP|SR|PV|L|{codes_before_a_blank()})[ ]"
    part = rf"(?:[A-Z.()\xad-]|{_GAP}/{_GAP}|[.(][ \n]{{1,2}}|{blank})"
    root = rf"(?:{root_pattern()}|(?-i:{parted_root_pattern()})|(?:UN)?(?:GA|SC|HRC))"
    glued = rf"(?-i:[a-z](?:{root_pattern()}))"  # to the end of a word
    return (
        rf"(?:(?:\b|[_0-9]){root}|{glued})(?:\([A-Z-]{{1,8}}\))?(?:"
        rf"{_GAP}/{_GAP}(?:(?:[A-Z]|{blank}){part}*[0-9]|[0-9](?:{_RUN}|{_GAP}/))"
        rf"|\.CN?[./]{{0,2}}[0-9]{{1,2}}/){_RUN}*"
        r"|\b(?-i:(?:IDB|GC)\.[0-9]{1,3}|TD\([A-Z-]{1,8}\))/[0-9]{1,3}\b"
    )


_OPENING = r"[*_\[(\"]{0,2}"
_OF_A_COUNCIL = r"(?:(?:GC)?SS\.[IVX]{1,6}|GC\.[0-9]{1,2}|(?-i:[A-Z]{2,4})-[0-9]{1,2})"
"""The session in a decision of a governing council or of the parties to a convention: SS.XI/9, GC.22/1, BC-10/3."""


def _resolution(words: Words) -> str:
    sign = fragment(words, words.number_sign)
    special = "|".join(fragment(words, one) for one in words.special_signs or ())
    special = f"(?:{special})[ ]?[0-9]|" if special else ""
    figure = rf"(?:[0-9]|E?S-[0-9]|{special}(?:{_OF_A_COUNCIL}|[IVX]{{1,6}})/[0-9]|(?-i:[A-Z])\s\([1-9][0-9]\))"
    blank = r"(?:\([ ])?" if words.mirrored else ""
    number = rf"(?:(?:{sign})\s{{0,2}})?{_OPENING}{blank}(?:{figure}|{numbers_of_others()})"
    if words.closing:
        word, sign = fragment(words, words.opening), fragment(words, words.resolution)
        opened = rf"(?:{word})[ ]?(?:{sign})?[ ]?[1-9][0-9]{{0,3}}(?:[ ]?(?:[A-Z][A-Z,-]{{0,6}})?[ ]?\(|/[1-9])"
        return rf"(?:{sign})\s{{0,2}}(?:[0-9]|E?S-[0-9]|{_OF_A_COUNCIL}/[0-9])|{opened}"
    organ = rf"(?:{fragment(words, words.of_organ)})\s" if words.of_organ else ""
    fillers = fragment(words, words.filler)
    sentence = rf"|\.\s(?:{fragment(words, words.enumerated)})" if words.enumerated else ""
    subject = r"\s[^0-9.;()]{2,160}"
    titled = rf"\s(?:{fragment(words, words.titled)}){subject}(?:[,:]\s|\s\()"
    among = rf"|\s(?:{fragment(words, words.among)})" if words.among != NEVER else ""
    introduced = rf"{subject}(?:,\s(?:{fillers}){sentence}{among})[\s:,]{{1,3}}(?:(?:{fillers})[\s:,]{{1,3}}){{0,2}}"
    filler = rf"(?:\s\((?-i:[A-Z]{{0,4}}(?:UN|NU)[A-Z]{{0,4}})\))?[\s:,]{{0,3}}(?:(?:{fillers})[\s:,]{{1,3}}){{0,3}}"
    initials = r"(?-i:[A-Z]{2,6}|(?:[A-Z]\.){2,5})"
    adjective = rf"|\s{fragment(words, words.adjective)}[\s:]{{1,3}}" if words.adjective != NEVER else ""
    between = rf"(?:{introduced}|{titled}|{filler}|\s{initials}\s|\s{organ}[^0-9.;()/]{{2,90}}{adjective})"
    return rf"{words.edge}(?:{fragment(words, words.resolution)}|{fragment(words, words.decision)})\.?{between}{number}"


def _closed_alone(words: Words) -> str:
    """A number before its word, without the sign that numbers have: the Council's `1325` resolution, or another
    organization's `WHA58.3`."""
    ends = "|".join(fragment(words, one) for one in words.closing or ())
    sign = fragment(words, words.numbered)
    number = r"(?:E?S-)?[1-9][0-9]{0,3}(?:/[0-9]{1,3}|\((?:[0-9]{4}|[IVXL]{1,7})\))?"
    joined = fragment(words, words.conjunction)
    others = numbers_of_others()
    return (
        rf"\b{number}(?:{sign}?(?:,|{joined}){number}){{0,12}}[ ]?{sign}(?:{ends})"
        rf"|(?:{others})(?:(?:,|{joined})(?:{others})){{0,12}}[ ]?{sign}[ ]?(?:{ends})"
    )


def _general_comment(words: Words) -> str:
    comment, recommendation = fragment(words, words.general_comment), fragment(words, words.general_recommendation)
    joint = fragment(words, words.joint) or "-"
    signs = fragment(words, "|".join((words.number_sign, words.resolution) if words.closing else (words.number_sign,)))
    return (
        rf"{words.edge}(?:(?:{comment}|{recommendation})s?(?:\s(?:{joint}))?(?:\s?/\s?[^0-9.;/]{{0,30}})?|G[CR])[\s*_\[(]{{0,4}}"
        rf"(?:(?:{signs}|#)\s{{0,3}})?[0-9IVX]"
    )


def _communication(words: Words) -> str:
    return (
        rf"{words.edge}(?:{fragment(words, words.communication)})\s{{1,2}}"
        rf"(?:(?:{fragment(words, words.number_sign)})\s{{0,2}})?(?:[1-9]|R\.[0-9])"
    )


def _pointer(words: Words) -> str:
    ibid, supra, note = (fragment(words, pattern) for pattern in (words.ibid, words.supra, words.note))
    noted = rf"|(?:{fragment(words, words.note_above)})\s?[0-9]{{1,3}}" if words.note_above != NEVER else ""
    above, sign = fragment(words, words.above), fragment(words, words.note_sign)
    edge, end = (r"(?:\b|[0-9])", r"(?:\b|\s)") if words.edge else ("", "")
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind in ("page", "paragraph"))
    pinpoint = rf"(?:(?:{labels})\s{{0,2}}[0-9]{{1,5}}[\s.,;]{{1,3}})?" if labels else ""
    return (
        rf"(?:{edge}(?:(?:{ibid}|{supra}|{fragment(words, words.op_cit)}|(?:{note})\s{{1,2}}[0-9]{{1,3}}){end}"
        rf"|(?:{note})\s{{1,2}}[a-z]/(?:[\s.,;:)]|$))[\s.,;]{{0,3}}{pinpoint})+"
        rf"|{words.edge}(?:{note})\s(?:{above})|{words.edge}(?:{above})\s(?:{sign})\s[0-9]{{1,3}}"
        rf"{noted}|\((?:{sign})\s[0-9]{{1,3}}\)|{words.edge}(?:{sign})\s[0-9]{{1,3}}\s(?:{above})"
    )


def _other_language(words: Words) -> str:
    """Words that only a passage in another language has."""
    own = " ".join(plain_text(part, words) for part in words.distinctive)
    others = (fragment(words, part) for code in LANGUAGES if code != words.code for part in words_of(code).distinctive)
    return "|".join(dict.fromkeys(part for part in others if part not in own))


@cache
def _lexer(words: Words) -> Linear:
    patterns = (
        *(_symbol(), _resolution(words), _general_comment(words), _communication(words), _pointer(words)),
        rf"{words.edge}(?:{listing_organs(words)}){before_a_list(words)}[1-9]\d{{0,3}}\s?[/(A-Z]",
        *([own_forms()] if words.edge else [_closed_alone(words)] if words.closing else ()),
        _other_language(words),
    )
    return Linear("|".join(patterns), case_sensitive=False)


_OWN_FORM = re.compile(r"[1-9]\d{0,3}(?:/[A-Z]{2,3}\.|[ ]?[A-H]?[ \n]?\()")
_GLUED = re.compile(r"[a-z][A-Z][A-Z.#\d-]*(?:\([A-Z-]+\))?\s{0,3}[/.]")
"""The last letter of a word, and a root that is glued to it."""
_LEADS: dict[str, Lead] = {
    "resolution": "resolution",
    "general_comment": "general_comment",
    "communication": "communication",
    "organ_list": "organ_list",
    "other_language": "other_language",
}


@cache
def _kinds(words: Words) -> re.Pattern[str]:
    """What each kind of reference begins with: a group per kind, `note` for words for notes."""
    begins = {
        "resolution": f"{words.resolution}|{words.decision}",
        "general_comment": f"{words.general_comment}|{words.general_recommendation}|G[CR](?=[ *_(])",
        "communication": words.communication,
        "pointer": words.ibid,
        "note": words.note,
    }
    patterns = {lead: fragment(words, pattern) for lead, pattern in begins.items()}
    if words.closing:
        patterns["resolution"] += f"|{numbers_of_others()}|{fragment(words, words.opening)}"
    patterns["organ_list"] = f"(?:{listing_organs(words)}){before_a_list(words)}"
    patterns["other_language"] = _other_language(words)
    return re.compile("|".join(f"(?P<{lead}>{pattern})" for lead, pattern in patterns.items()), re.IGNORECASE)


def leads(text: PreparedText) -> Iterator[tuple[Lead, int, int]]:
    """Where a reference, or a passage in another language, may begin: its kind, and the stretch [start, end) that shows
    it, in text order."""
    plain, kinds, own = text.plain, _kinds(text.words).match, _OWN_FORM
    closed = text.words.closing is not None
    for start, end in _lexer(text.words).spans(text.data, 0, len(plain)):
        if closed and plain.startswith(SPECIAL, start):
            yield "resolution", start, end
            continue
        if plain[start].isdigit() and (closed or own.match(plain, start, end) is not None):
            yield "resolution" if closed else "own_form", start, end
            continue
        place = start + plain[start].isdigit()  # the mark of a note
        if plain[place + 1] == "/" and plain[place].isupper():
            yield "symbol", start, end  # the root of most symbols is one letter
            continue
        if plain[place].islower() and plain[place + 1].isupper() and _GLUED.match(plain, place) is not None:
            yield "symbol", start, end
            continue
        begins = kinds(plain, place)
        kind = _LEADS.get(begins.lastgroup or "") if begins else None
        if kind is not None:
            yield kind, place, end
        elif begins is None and plain.find("/", start, end) >= 0:
            yield "symbol", start, end
        else:
            yield "pointer", place, end
