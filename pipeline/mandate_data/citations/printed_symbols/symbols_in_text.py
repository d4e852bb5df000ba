"""Finding printed symbols in running text."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.bodies import codes_before_a_blank, parted_root_pattern, root_pattern
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.pinpoints.joints import joint
from mandate_data.citations.pinpoints.pinpoints import before, pinpoint_at
from mandate_data.citations.printed_symbols.addenda import addenda
from mandate_data.citations.printed_symbols.codes import ENDS_NO_WORD, is_among_symbols, numbers_another_thing
from mandate_data.citations.printed_symbols.documents_of_others import is_of_another_organization
from mandate_data.citations.printed_symbols.early_symbols import is_a_cell, is_an_item, is_at_a_page, revised
from mandate_data.citations.printed_symbols.glued_words import (
    before_a_day,
    is_behind_a_word,
    is_behind_figures,
    is_glued_behind,
    is_joined,
    may_be_glued,
    word_behind,
)
from mandate_data.citations.printed_symbols.listed_numbers import further_numbers
from mandate_data.citations.printed_symbols.listed_papers import further_papers
from mandate_data.citations.printed_symbols.meeting_records import further_records
from mandate_data.citations.printed_symbols.resolutions_as_documents import as_resolution
from mandate_data.citations.printed_symbols.sessionless_symbols import sessionless
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.numbering import MOST_OF_THE_ASSEMBLY
from mandate_data.citations.symbols.session_years import assembly_had_reached
from mandate_data.citations.symbols.symbols import LONGEST, Symbol, read

_GAP = "[ \t\r\n\xad]{0,3}"
_WORD = r"[A-Za-z0-9]{1,14}"
_PART = rf"{_WORD}(?:[.-]{_WORD}){{0,4}}"
_SPACED = (
    r"(?:(?:P\.V|S\.R|CRP|WP|SR|PV|L|NGO|INF|Sub|WG|CN|C|AC|CONF|PET|COM)(?:\.[ \n]{1,2}|[ ]\.)"
    r"|(?:\d{0,5}(?:Add|Corr|Rev|Amend)|RES|DEC)(?:\.?[ \n]{1,2}|[ ]\.)|(?:CN|CONF)[ ]"
    r"|(?:L|SR|PV|WP|\d{0,5}(?:Add|Corr|Rev|Amend))[,:]|(?-i:CRP|WP|SR|PV|L)[ ](?=\d{2,4}(?!\w)))\d{1,4}"
)
_SQUARE = r"\[[A-Z](?:-[A-Z])?\]"
"""The letter of a resolution, as a catalogue has it: A/RES/46/36[L]."""
_BRACKET = (
    r"[ \n]?\((?:(?:E?S-)?[IVXLC]{1,8}|[ ]?(?:19|20)\d\d|(?:Vol|Part|Prog)\.?[ \n]?"
    r"(?:[IVX]{1,5}(?:-[A-Z]|/Part[ ]?\d|,[ ]Part[ ](?:One|Two|Three|[IVX]{1,3}|\d))?|\d{1,2}|One|Two|Three)"
    r"|VOL\.?[ ]?[IVX]{1,5}|PART\.?[ ]?[IVX]{1,5}|SUPP|Sect\.?[ \n]?\d{1,2}[A-Z]?|Introduction|Foreword"
    r"|Plan[ \n]outline|Income[ \n]sect\.?[ \n]?\d{1,2}|Resumption(?:[ \n]?\d)?"
    r"|Findings|[A-Z]{2,5}\.\d{1,3}/\d{1,3}|[A-Z0-9.-]{1,8}(?=\)/))\)"
)


@cache
def _token() -> re.Pattern[str]:
    """Whatever may be a symbol; `parse` decides, and a shorter beginning is tried where the whole is none."""
    return re.compile(
        rf"(?:{root_pattern()}|(?-i:{parted_root_pattern()})|(?:UN)?(?:GA|SC|HRC)(?=/RES/|/DEC/))(?:\([A-Z-]{{1,8}}\)(?=/))?"
        rf"(?:(?:{_GAP}/{_GAP}|\.(?=C/|CN/)|(?<=\d)[ \n](?=(?-i:Add|Corr|Rev|Amend)\.?[ ]?\d))"
        rf"(?:(?:{codes_before_a_blank()})[ ]{_PART}|{_SPACED}|{_PART}|\(\d\d(?:\d\d)?\)(?=/))){{1,9}}"
        rf"(?:[ ]?[A-Z](?=[ ]?\())?(?:{_BRACKET}(?:[ ]?[A-Z])?(?:/{_PART}){{0,3}}){{0,3}}"
        rf"(?:[ ]?[A-Z](?![\w.])|{_SQUARE})?",
        re.IGNORECASE,
    )


_LEFT_OVER = re.compile(
    r"[ \n]?\((?:(?:Vol|Part|Sect|Prog)s?|Introduction|INTRODUCTION|Foreword|Plan outline|Income sect|Suppl"
    r"|Resumption)\b"
    r"|\([A-Z0-9.-]{1,8}\)(?:/\w|(?:Add|Corr|Rev)\.)"
    r"|\((?![AES]/)(?=[^()]*[A-Z])(?=[^()]*\d)[A-Z0-9./-]{2,20}\)"
)
"""What is left of a symbol that cannot be read whole: the volume or section of a document is not the document."""
_MORE = re.compile(
    r"[ \n]?\((?:E?S-[IVX]|[IVXLC]{1,8}\)|[ ]?(?:19|20)|(?i:vol|part|supp|sect|prog|intro|resump|find|ses)"
    r"|Foreword|Plan|Income|[A-Z0-9.-]{1,8}\)/|[A-Z]{2,5}\.\d{1,3}/\d)"
    rf"|{_SQUARE}"
    rf"|[ \n](?:Add|Corr|Rev|Amend)\.?[ ]?\d|[ ]?[A-Z](?![\w./])|(?<=[A-Za-z])(?:[. ]?[ \n]|[,;_]|:[ ]?)\d|{_GAP}/"
    r"|[ ]?-[ ]?[A-Z]+/"
)
"""What may go on a symbol after the run of characters that it is printed in."""

_CUT_WORD = re.compile(r"(?<=[A-Za-z]{2})(?:\.[A-Za-z0-9]|[:;_]\s?\d|[,-]\d)")
"""A sign that belongs to what is before it, and ends no sentence: `Rev.3`, `Rev:3`."""
_CUT = re.compile(r"[ \n/.()\[-]")


@cache
def _twin() -> re.Pattern[str]:
    return re.compile(rf"[ ]?-[ ]?(?=(?:{root_pattern()})/)")


def _twin_at(plain: str, position: int) -> re.Match[str] | None:
    """The hyphen at `position` before a second symbol."""
    return _twin().match(plain, position) if plain.startswith(("-", " -"), position) else None


_HYPHENED = re.compile(r"[ ]?-[ ]?(?:[AEST]|[A-Z][A-Z.-]{1,11})/|-(?:Add|Corr|Rev|L|WP|CRP|SR|PV)\.")
_BEFORE = re.compile(r"[\w/=&%#@\\+-]|\bSer\.", re.IGNORECASE)
_FIGURE_APART = re.compile(r" \d{1,2}\)")
_NOTE_MARK = re.compile(r"(?:^|[\s.,;)\]])\d{1,3}$")
_LETTER_MARK = re.compile(r"[a-z]/\s{1,3}(?=[A-Z])")
_OFTEN_AN_ARTICLE = re.compile(r" [a-z]")
LONGEST_TARGET = 400
_ARABIC = re.compile("[\u0621-\u064a\ufe70-\ufefc]")
"""A letter of the one script whose words blanks part, but that no symbol is of."""
_SHORTEST = 6
_LONG = 9
_MAY_FOLLOW = frozenset((" ", ",", ".", ";", ")", "\n", ""))
_BEFORE_CHAIN = (",", " ", "\n", ";", "-", ")", "(", "&", "+")
_ATTRIBUTE = ("](", '="', "='")


@cache
def _label(words: Words) -> re.Pattern[str]:
    """The words before a short symbol that tell that it is a document."""
    document, see = fragment(words, words.document), "|".join(fragment(words, word) for word in words.see)
    announces = fragment(words, words.announces) or NEVER
    sign = fragment(words, words.number_sign)
    return re.compile(
        rf"(?:\bOHCHR/|(?P<numbered>(?:{document})\s(?:{sign})\s{{0,2}}(?:[A-Z]{{1,3}}/\d{{1,4}}\s?{joint(words)}\s)?)"
        rf"|(?:{document})[:]?\s{{0,2}}(?:[A-Z]{{1,3}}/\d{{1,4}}\s?{joint(words)}\s)?|[(\[]|\b(?:{see})\s|{announces})$",
        re.IGNORECASE,
    )


_NEXT_NOTE = re.compile(r"/[ \t]*\r?\n\d{1,3}(?=[ \t][A-Z])")
"""What a symbol that its line leaves incomplete is not gone on with: the mark of the next note."""
_LONG_ROOT, _LONG_ENOUGH = 4, 2
_SHORTEST_LABELLED = 4
_OF_DOCUMENTS = ("page", "paragraph", "article", "rule")
"""Places before a short symbol that say that it is a document's; a section may be of anything."""
_REACH = 32
"""How far before a short symbol the word that introduces it begins."""
_COMMA = re.compile(r",?\s\(?")


_ADOPTED = ("resolution", "decision")
"""What no code of a thing has the look of."""
_NEVER_LAST = frozenset(" \n./-(")


def symbols(text: PreparedText, start: int, end: int) -> list[Reference]:
    """The printed symbol at the beginning of the run [start, end), with the addenda chained to it (`… and
    Corr.1 and 2`); none if the run has the look of a symbol, but is none."""
    plain = text.plain
    if not plain[start].isalpha():
        start += 1  # a note mark, or emphasis in Markdown
    mark = _LETTER_MARK.match(plain, start) if plain[start].islower() else None
    start = mark.end() if mark else start
    if plain[start].islower() and plain[start + 1].isupper() and plain[start - 1 : start].isalpha():
        start += 1  # the end of a word that is glued to it
    if not _may_begin(text, start):
        return []
    found = _glued(text, start, end) or _symbols_at(text, start, end)
    if found and plain[start - 1 : start].isalpha() and is_behind_a_word(text, start):
        found = found if may_be_glued(text, start, found[0]) else []
    while found and (to := _twin_at(plain, found[-1].end - text.offset)) is not None:
        last = _symbols_at(text, to.end(), min(end, to.end() + LONGEST))  # of a range
        if not last:
            break
        found += last
    return found


@cache
def _second() -> re.Pattern[str]:
    """Where a second symbol begins that a text, as is printed in two columns or brackets, sets right behind one."""
    return re.compile(rf"(?<=\d)\(?(?=(?:{root_pattern()})/[A-Z\d])")


def _glued(text: PreparedText, start: int, end: int) -> list[Reference]:
    """Symbols with no blank between them, all read whole: `E/2020/22E/C.12/2019/3`, `A/40/1(A/C.3/40/SR.5)`."""
    stop = start + len(text.plain[start:end].rstrip("./()-\xad"))
    between = _second().search(text.plain, start + _SHORTEST, stop) if stop - start <= 2 * LONGEST else None
    if between is None:
        return []
    stop, symbol = between.start(), read(text.raw[start : between.start()])
    behind = _symbols_at(text, between.end(), end) if symbol is not None else []
    if (
        symbol is None
        or not behind
        or min(text.plain.count("/", start, stop), behind[0].text.count("/")) < _LONG_ENOUGH
    ):
        return []
    place, last, printed = start + text.offset, stop + text.offset, text.raw[start:stop]
    first = Reference(place, last, printed, "symbol", symbol.canonical, repaired=symbol.repaired, line=text.line)
    return [first, *behind]


def _symbols_at(text: PreparedText, start: int, end: int) -> list[Reference]:
    """The symbol printed right here and those chained to it."""
    plain, found = text.plain, _printed(text, start, end)
    if found is None:
        without = sessionless(text, start)
        return [without] if without else []
    symbol, stop = as_resolution(text, start, found[0]), found[1]
    reason = "the document number is missing" if symbol.incomplete else None
    place, line = start + text.offset, text.line
    printed, end = text.raw[start:stop], stop + text.offset
    reference = Reference(
        place, end, printed, "symbol", symbol.canonical, (), symbol.repaired, reason=reason, line=line
    )
    if plain[stop : stop + 1] not in _BEFORE_CHAIN and text.words.edge:
        return [reference]
    chained = addenda(text, symbol, place, stop)
    behind = chained[-1].end - text.offset if chained else stop
    papers = further_papers(text, symbol, behind, place)
    if chained or papers:
        return [reference, *chained, *papers]
    if records := further_records(text, symbol, stop, place):
        last, behind = read(records[-1].symbol or ""), records[-1].end - text.offset
        return [reference, *records, *(addenda(text, last, records[-1].start, behind) if last else ())]
    return [reference, *further_numbers(text, symbol, stop, place)]


def _printed(text: PreparedText, start: int, end: int) -> tuple[Symbol, int] | None:
    """The symbol printed at `start`, and where it ends: the run itself as a rule, or else what can be read."""
    plain = text.plain
    stop, refused = start + len(plain[start:end].rstrip("./()-\xad")), None
    if plain[stop : stop + 1].isspace() and (day := before_a_day(text, start, stop)) is not None:
        symbol = read(text.raw[start:day]) if day > start else None
        return (symbol, day) if symbol is not None else None
    if stop - start <= LONGEST and _MORE.match(plain, stop) is None:
        symbol = read(text.raw[start:stop])
        if symbol is not None and _plausible(text, start, stop, symbol):
            return symbol, stop
        if stop - start < _SHORTEST:
            return None
        refused = stop
    match = _token().match(plain, start)
    return _longest(text, match, refused=refused) if match else None


def _may_begin(text: PreparedText, start: int) -> bool:
    """Whether a symbol may begin here, and not in the middle of a longer word, path or number."""
    if start == 0:
        return True
    plain = text.plain
    previous = plain[start - 1]
    if previous.isspace():
        return not plain.endswith("SER.", 0, start - 1)  # A/CN.4/SER. A/2001
    if previous == "(":
        return plain[start - 2 : start] != "]("
    if previous == "_" and not plain[max(0, start - 2)].isalnum():
        return True  # emphasis in Markdown
    if previous == "-" and plain[max(0, start - 2)] == "*":
        return True  # the second symbol of a document, behind the mark of a note to the first
    if not _BEFORE.match(previous):
        before = plain[max(0, start - 4) : start]
        if before.lower().endswith("ser.") or before.endswith(_ATTRIBUTE):
            return False
        return previous not in "\"'" or not _in_link_target(plain, start)
    if previous.isalpha():
        return is_behind_a_word(text, start) or (not previous.isascii() and is_joined(text, start))
    if is_behind_figures(text, start):
        return True
    before = plain[max(0, start - 8) : start]
    return before.endswith("OHCHR/") or (_NOTE_MARK.search(before) is not None and plain[start].isupper())


def _in_link_target(plain: str, start: int) -> bool:
    """Whether a link's target is open at `start`: a title in quotes may stand in it."""
    low = max(0, start - LONGEST_TARGET)
    return plain.rfind("](", low, start) > plain.rfind(")", low, start)


def _longest(
    text: PreparedText, match: re.Match[str], twins: bool = True, refused: int | None = None
) -> tuple[Symbol, int] | None:
    """The longest beginning of a token that is a symbol, its second half among it (`twins`), and where it ends, but
    for the one that was `refused` before."""
    plain = text.plain
    start, end = match.start(), min(match.end(), match.start() + LONGEST)
    ends = [end, *(start + cut.start() for cut in reversed(list(_CUT.finditer(plain[start:end]))))]
    if (word := word_behind(text, start + _SHORTEST, end)) is not None:
        ends = [word, *(one for one in ends if one < word)]
    for candidate in ends:
        symbol = (
            None if candidate == refused or plain[candidate - 1] in _NEVER_LAST else read(text.raw[start:candidate])
        )
        if symbol is None or _CUT_WORD.match(plain, candidate) or not _plausible(text, start, candidate, symbol):
            continue
        if _LEFT_OVER.match(plain, candidate):
            return None
        twin = _twin_at(plain, candidate) if twins and symbol.twin is None else None
        if twin is not None:
            second = _token().match(plain, twin.end())
            other = _longest(text, second, twins=False) if second else None
            if other and other[0].body != symbol.body:
                joint = read(text.raw[start : other[1]])
                return (joint, other[1]) if joint else (symbol, candidate)
        return symbol, candidate
    return None


def _plausible(text: PreparedText, start: int, end: int, symbol: Symbol) -> bool:
    """What tells a symbol from a look-alike: what follows it, its case, and how little there is of it."""
    plain = text.plain
    if _is_of_another_assembly(symbol):
        return False
    slash = plain.rfind("/", start, end)
    if plain[slash + 1].isspace() and _NEXT_NOTE.match(plain, slash, end + 2):
        return False  # A/C.3/, and in the next line the note 2
    following = plain[end : end + 1]
    if following == " " and plain[start - 1 : start] == "(" and _FIGURE_APART.match(plain, end):
        return False  # (S/511 1): what is left of it is another document
    arabic = not following.isascii() and _ARABIC.match(text.raw, end) is not None
    follows = following in _MAY_FOLLOW or arabic or _may_follow(plain, end, following)
    if not follows and not (following.isalpha() and end - start >= _SHORTEST and is_glued_behind(text, end)):
        return False
    if plain[end - 2] == " " and not _ends_in_a_letter(plain, end):
        return False
    root, _, tail = plain[start:end].partition("/")
    long = end - start > _LONG and plain[start : start + 2].isupper()
    if long and not tail.replace("/", "").isdigit():
        return True
    if symbol.kind not in _ADOPTED and numbers_another_thing(text, start, tail, symbol.repaired):
        return False
    if long:
        return True
    if not root[1:] and is_of_another_organization(text, start, end, symbol.canonical):
        return False
    introduced = plain[max(0, start - 3) : start].rstrip()[-1:] not in ENDS_NO_WORD
    if root != root.upper() and not any(letter.isalpha() for letter in tail):
        return False
    figures = tail.strip()  # A/810 is a document, A/320 an aeroplane
    if not figures.isdigit():
        return True
    if following == "-" and plain[end + 1 : end + 2].isdigit():
        return False  # A/2003-15
    short = (len(figures) < 4 and len(root) < _LONG_ROOT) or root in text.words.prices or tail[0] == " "
    if short and tail[0] == " ":
        return (
            root not in text.words.prices
            and _label(text.words).search(plain, max(0, start - _REACH), start) is not None
        )
    return not short or (tail[0].isdigit() and _is_labelled(text, start, end, introduced))


def _is_of_another_assembly(symbol: Symbol) -> bool:
    """Whether it is a resolution of a session at which the Assembly was far from its number, as the World Tourism
    Organization prints its own, A/RES/406(XIII), or one with a note glued to it: A/RES/60/1472."""
    session = symbol.session if symbol.kind == "resolution" and symbol.body == "general_assembly" else None
    if session is None or "S-" in session:
        return False
    number = int(symbol.number or 0)
    return number > MOST_OF_THE_ASSEMBLY if session.isdigit() else not assembly_had_reached(session, number)


def _is_labelled(text: PreparedText, start: int, end: int, introduced: bool) -> bool:
    """Whether a short symbol, if a word may introduce it, is introduced as a document, or has a pinpoint."""
    if text.plain[start:end] in revised(text.plain):
        return True
    label = _label(text.words).search(text.plain, max(0, start - _REACH), start) if introduced else None
    comma = _COMMA.match(text.plain, end)
    pinpoint = pinpoint_at(text.plain, comma.end(), text.words) if comma else None
    if label is None:
        if (
            _suffixed(text.words).match(text.plain, end)
            or pinpoint is not None
            or is_among_symbols(text, start, end)
            or is_an_item(text, start, end)
            or is_at_a_page(text, start, end)
            or is_a_cell(text, start, end)
        ):
            return True
        ahead = before(text, start, max(0, start - _REACH), "resolution")  # rule 3 of E/33
        return ahead is not None and ahead.kind in _OF_DOCUMENTS and bool(ahead.spans)
    told = label["numbered"] is not None or label[0].strip().isalpha()
    return told or end - start > _SHORTEST_LABELLED or pinpoint is not None


@cache
def _suffixed(words: Words) -> re.Pattern[str]:
    """What follows a document alone: T/185 `and Add.1`, `+ Corr.1`."""
    return re.compile(rf"\s{{0,2}}(?:{joint(words)}|\+)\s{{0,2}}(?:Add|Corr|Rev)\.?\s?\d", re.IGNORECASE)


def _may_follow(plain: str, end: int, following: str) -> bool:
    """Whether a symbol can end before this sign."""
    if following.isalnum() or following in "/=@":
        return False
    if following == "&":
        return plain.startswith(("&nbsp;", "&#"), end)
    return following != "-" or not plain[end + 1 : end + 2].isalpha() or _HYPHENED.match(plain, end) is not None


def _ends_in_a_letter(plain: str, end: int) -> bool:
    """Whether the capital after a space is part of the symbol, and not the next word."""
    letter = plain[end - 1]
    return not letter.islower() and not (letter in "AI" and _OFTEN_AN_ARTICLE.match(plain, end))
