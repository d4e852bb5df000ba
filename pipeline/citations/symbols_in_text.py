"""Finding printed symbols in running text, and the chains of addenda that follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.citations.bodies import ROOTS
from pipeline.citations.references import Reference
from pipeline.citations.series import digits
from pipeline.citations.symbols import LONGEST, Symbol, SymbolError, parse
from pipeline.citations.text import Prepared

_GAP = "[ \t\r\n\u00ad\u200b]{0,3}"
_WORD = r"[A-Za-z0-9]{1,14}"
_PART = rf"{_WORD}(?:[.-]{_WORD}){{0,4}}"
_SPACED = r"(?:Add|Corr|Rev|Amend|CRP|WP|SR|PV|L|NGO|INF|Sub|WG|CN|C)\.[ \n]{1,2}\d{1,4}"
_BRACKET = (
    r"[ \n]?\((?:(?:S-)?[IVXLC]{1,8}|(?:19|20)\d\d|(?:Vol|Part)\.?[ \n]?(?:[IVX]{1,5}|\d|One|Two|Three)"
    r"|VOL\.?[ ]?[IVX]{1,5}|PART\.?[ ]?[IVX]{1,5}|SUPP)\)"
)
_TOKEN = re.compile(
    rf"(?:{'|'.join(sorted(ROOTS, key=len, reverse=True))}|(?:UN)?(?:GA|SC|HRC)(?=/RES/|/DEC/))"
    rf"(?:(?:{_GAP}/{_GAP}|\.(?=C/|CN/))(?:{_SPACED}|{_PART})){{1,9}}"
    rf"(?:[ ]?[A-Z](?=[ ]?\())?(?:{_BRACKET}(?:[ ]?[A-Z])?(?:/{_PART}){{0,3}}){{0,2}}(?:[ ]?[A-Z](?![\w.]))?",
    re.IGNORECASE,
)
"""Whatever may be a symbol; `parse` decides, and a shorter beginning is tried where the whole is none."""

_CUT = re.compile(r"[ \n/.()-]")
_TWIN = re.compile(rf"[ ]?-[ ]?(?=(?:{'|'.join(ROOTS)})/)")
_BEFORE = re.compile(r"[\w/=&%#@\\+-]|\bSer\.", re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?:^|[\s.,;)\]])\d{1,3}$")
_LABEL = re.compile(r"(?:\bOHCHR/|\bDoc(?:ument)?s?[.:]?\s{0,2}|[(\[]|\bsee\s|\bdocument\s)$", re.IGNORECASE)
_OFTEN_AN_ARTICLE = re.compile(r" [a-z]")

_CHAIN = re.compile(
    r"(?:\s{0,2}[(\[]?\s?(?:,|;|-|\band\b|\bor\b|\bto\b|&|\+)\s{0,2}){1,2}"
    r"(?:(?P<word>Add|Corr|Rev|Amend)\.?\s?(?P<number>[\dlI]{1,3})|(?P<alone>\d{1,3}))(?!\w|/|\.\d)",
    re.IGNORECASE,
)
_NOT_IN_CHAIN = re.compile(
    r"\s{1,2}(?!(?:and|or|to|of|in|on|at|as|by|for|with|which|see|para|paras|page|pp|annex|sect|chap)\b)\w"
    r"|\s?\(|%|-\d"
)


def symbols(text: Prepared) -> Iterator[Reference]:
    """Every printed symbol in text order, each followed by the addenda chained to it (`… and Corr.1 and
    2`)."""
    plain, position = text.plain, 0
    while (match := _TOKEN.search(plain, position)) is not None:
        found = _longest(plain, match) if _may_begin(plain, match.start()) else None
        if found is None:
            position = _next_try(plain, match)
            continue
        symbol, end = found
        yield Reference(
            match.start(),
            end,
            text.raw[match.start() : end],
            "symbol",
            str(symbol),
            repaired=symbol.repaired,
            reason="the document number is missing" if symbol.incomplete else None,
        )
        position = end
        for addendum in _chain(text, symbol, match.start(), end):
            yield addendum
            position = addendum.end


def _next_try(plain: str, match: re.Match[str]) -> int:
    """Where to search on after a token that is no symbol: the next component may begin one."""
    slash = plain.find("/", match.start(), match.end())
    return slash + 1 if slash >= 0 else match.start() + 1


def _may_begin(plain: str, start: int) -> bool:
    """Whether a symbol may begin here, and not in the middle of a longer word, path or number."""
    if start and plain[start - 1] == "_" and not plain[max(0, start - 2)].isalnum():
        return True  # emphasis in Markdown
    if start == 0 or not _BEFORE.match(plain[start - 1]):
        return not plain[max(0, start - 4) : start].lower().endswith("ser.")
    before = plain[max(0, start - 8) : start]
    return before.endswith("OHCHR/") or (_NOTE_MARK.search(before) is not None and plain[start : start + 1].isupper())


def _longest(plain: str, match: re.Match[str]) -> tuple[Symbol, int] | None:
    """The longest beginning of a token that is a symbol, and where it ends."""
    start, end = match.start(), min(match.end(), match.start() + LONGEST)
    ends = [end, *(start + cut.start() for cut in reversed(list(_CUT.finditer(plain[start:end]))))]
    for candidate in ends:
        symbol = _read(plain, start, candidate)
        if symbol is None or not _plausible(plain, start, candidate, symbol):
            continue
        twin = _TWIN.match(plain, candidate)
        if twin is not None and symbol.twin is None:
            second = _TOKEN.match(plain, twin.end())
            other = _longest(plain, second) if second else None
            if other and other[0].body != symbol.body:
                joint = _read(plain, start, other[1])
                return (joint, other[1]) if joint else (symbol, candidate)
        return symbol, candidate
    return None


def _read(plain: str, start: int, end: int) -> Symbol | None:
    if plain[end - 1 : end] in " \n./-(":
        return None
    try:
        return parse(plain[start:end])
    except SymbolError:
        return None


def _plausible(plain: str, start: int, end: int, symbol: Symbol) -> bool:
    """What tells a symbol from a look-alike: what follows it, its case, and how little there is of it."""
    following = plain[end : end + 1]
    if following.isalnum() or (following and following in "/&=@"):
        return False
    printed = plain[start:end]
    if following == "-" and plain[end + 1 : end + 2].isalpha() and not _TWIN.match(plain, end):
        return False
    if printed[-2] == " " and (printed[-1].islower() or (printed[-1] in "AI" and _OFTEN_AN_ARTICLE.match(plain, end))):
        return False
    root, _, tail = printed.partition("/")
    if root != root.upper() and not any(letter.isalpha() for letter in tail):
        return False
    short = tail.isdigit() and len(tail) < 4  # A/810 is a document, A/320 an aeroplane
    return not short or (len(tail) == 3 and _LABEL.search(plain, max(0, start - 14), start) is not None)


def _chain(text: Prepared, symbol: Symbol, antecedent: int, position: int) -> Iterator[Reference]:
    """The addenda and corrigenda that a text lists after a symbol by their suffix alone.

    They hang on the printed symbol; one of the same sort as its last suffix takes that suffix's place. A bare
    number goes on with the sort before it.
    """
    if symbol.twin:
        return
    base = str(symbol)
    word = ""
    if symbol.modifiers and symbol.modifiers[-1].startswith(("Add.", "Corr.", "Rev.", "Amend.")):
        base, _, word = base.rpartition("/")
        word = word.partition(".")[0]
    while (match := _CHAIN.match(text.plain, position)) is not None:
        new = (match["word"] or word).capitalize()
        number = match["number"] or match["alone"]
        if not new or (match["alone"] and _NOT_IN_CHAIN.match(text.plain, match.end())):
            return
        if word == "Add" and new == "Corr":
            base, word = f"{base}/{symbol.modifiers[-1]}" if symbol.modifiers else base, new
        start = match.start("word") if match["word"] else match.start("alone")
        try:
            found = parse(f"{base}/{new}.{digits(number)}")
        except SymbolError:
            return
        yield Reference(
            start,
            match.end(),
            text.raw[start : match.end()],
            "addendum",
            str(found),
            repaired=not number.isdigit() or found.incomplete,
            antecedent=antecedent,
        )
        word, position = new, match.end()
