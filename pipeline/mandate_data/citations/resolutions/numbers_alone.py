"""Numbers beside no organ, as in `Resolution 1373 requires`: settled by what the text says of the same number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandate_data.citations.bodies import table
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.meanings import NO_SYMBOL, NOT_NAMED, OF_ANOTHER
from mandate_data.citations.resolutions.numbering import MOST_ELSEWHERE, had_reached
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.symbols import read

ONLY_IF_REPEATED = "is a reference only if the text cites a resolution of its number in full"
"""Marks, in place of a reason, what `settled_numbers` settles or leaves out: no caller of the library sees it."""

UNLESS_ANOTHERS = "is of this organ if the text does not give the number to another one"
"""The same, of a symbol that only the form of a number beside no organ tells."""
UNLESS_BOTH = "is of the one of its two organs that the text cites resolutions of"
"""The same, of a number that two organs can have, in a sentence that names none."""
_NUMBER = re.compile(r"/RES/(\d{3,4})(?=\()")
_PRINTED = re.compile(r"\d{3,4}$")
_BY_FIGURES = re.compile(r"A/RES/\d|A/HRC/|E/RES/|E/CN\.4/")
"""A resolution of the Assembly since it numbers by session in figures, or of the Economic and Social Council; whatever
is of the Human Rights Council or the Commission."""
_FAR, _SESSIONS_APART = 400, 5
"""How far before a number another one stands that may be of the same body, and their sessions, if both are."""
_JOINED = 6
"""No more is between two numbers of a list: `and`."""
_ADOPTED = ("resolution", "decision")
_BY_SESSION = re.compile(r"(?<![\w-])\d{1,2}/\d{1,3}$")


def settled_numbers(references: Sequence[Reference]) -> list[Reference]:
    """The references, those to a number alone settled where all resolutions of that number in the text are the same;
    what only might have repeated one is left out. A number beside no organ is open if the text says elsewhere that it
    is that of an organ whose resolutions have no symbols."""
    full: dict[str, set[str]] = {}
    others: dict[tuple[str, str], str] = {}
    for reference in references:
        if reference.symbol is None and reference.organ is not None:
            others.setdefault((reference.kind, _by_session(reference)), reference.organ)
        number = _NUMBER.search(reference.symbol) if reference.symbol else None
        if number is not None and reference.symbol is not None:
            full.setdefault(number[1], set()).add(reference.symbol)
    behind: Reference | None = None
    done, cited, symbols = [], _cited(references), {reference.symbol for reference in references}
    for reference in references:
        if reference.reason == UNLESS_BOTH:
            named = not symbols.isdisjoint(reference.candidates)  # a full mention settles it
            reference = reference._replace(reason=NOT_NAMED) if named else _of_the_cited(reference, cited)
        if reference.reason == UNLESS_ANOTHERS:
            organ = others.get((reference.kind, _by_session(reference) or "-"))
            if organ is None and behind is not None and _goes_on(behind, reference):
                reference = _opened(reference, behind.organ)
            else:
                reference = reference._replace(reason=None) if organ is None else _opened(reference, organ)
        if reference.symbol is None and reference.kind == "resolution":
            printed = _PRINTED.search(reference.text)
            same = full.get(printed[0], set()) if printed else set()
            if len(same) == 1 and _may_be(reference, next(iter(same))):
                reference = _settled(reference, next(iter(same)))
            if reference.reason == ONLY_IF_REPEATED:
                continue
        if behind is not None and behind.reason == OF_ANOTHER and 0 < reference.start - behind.end <= _JOINED:
            reference = _joined(behind, reference)
        behind = reference if reference.kind in _ADOPTED else behind
        done.append(reference)
    return done


def _may_be(reference: Reference, symbol: str) -> bool:
    """Whether a number alone may be the resolution of its figures that the text cites: if no organ is named beside it,
    or the same one."""
    found = read(symbol)
    return not reference.candidates and reference.organ in (None, found.body if found else None)


def _joined(before: Reference, reference: Reference) -> Reference:
    """A number that an `and` joins to one which another body adopted, open as that is."""
    if reference.kind != before.kind or reference.symbol is None or not _by_session(reference):
        return reference
    return reference._replace(symbol=None, candidates=(reference.symbol,), reason=OF_ANOTHER, organ=before.organ)


def _goes_on(before: Reference, reference: Reference) -> bool:
    """Whether a number beside no organ is of a session near that of the open one before it, which another body adopted:
    `the Synod adopted resolution 12/9. Resolution 12/16`."""
    if before.symbol is not None or len(before.candidates) > 1 or reference.start - before.end > _FAR:
        return False
    first, second = _by_session(before), _by_session(reference)
    if not first or not second:
        return False
    session, number = map(int, second.split("/"))
    body = table().by_slug.get(before.organ or "")
    if body is not None and not had_reached(body, Number(0, 0, str(session), number, "", None), None):
        return False
    return number <= MOST_ELSEWHERE["RES"] and abs(session - int(first.partition("/")[0])) <= _SESSIONS_APART


def _cited(references: Sequence[Reference]) -> tuple[frozenset[str], frozenset[str]]:
    """The bodies whose resolutions the text cites, and those whose resolutions or documents it does."""
    symbols = [read(one) for reference in references if (one := reference.symbol) and _BY_FIGURES.match(one)]
    named = [reference.organ for reference in references if reference.organ]
    adopting = (one.body for one in symbols if one and one.kind in _ADOPTED)
    return frozenset((*adopting, *named)), frozenset((*(one.body for one in symbols if one), *named))


def _of_the_cited(reference: Reference, cited: tuple[frozenset[str], frozenset[str]]) -> Reference:
    """A number that two organs can have: that of the one whose resolutions the text cites, if it cites nothing of the
    other one; else open."""
    bodies = {one: found.body for one in reference.candidates if (found := read(one)) is not None}
    fitting = [one for one, body in bodies.items() if body in cited[0]]
    if len(fitting) == 1 and not any(body in cited[1] for one, body in bodies.items() if one != fitting[0]):
        return _settled(reference._replace(candidates=()), fitting[0])
    return reference._replace(reason=NOT_NAMED)


def _by_session(reference: Reference) -> str:
    printed = _BY_SESSION.search(reference.text)
    return printed[0] if printed else ""


def _opened(reference: Reference, organ: str | None) -> Reference:
    candidates = (reference.symbol,) if reference.symbol else ()
    reason = NO_SYMBOL if organ else NOT_NAMED
    return reference._replace(symbol=None, candidates=candidates, reason=reason, organ=organ)


def _settled(reference: Reference, symbol: str) -> Reference:
    found = read(symbol)
    return reference._replace(symbol=symbol, reason=None, organ=found.body if found else None)
