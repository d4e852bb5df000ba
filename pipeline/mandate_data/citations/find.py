"""Finding every reference to a United Nations document in running text, with exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import get_args

from mandate_data.citations.bodies import Body, table
from mandate_data.citations.general_comments.general_comment_finder import comments, comments_within
from mandate_data.citations.languages import LANGUAGES, detected_language, language_of, words_of
from mandate_data.citations.lexer import leads
from mandate_data.citations.notes.back_references import (
    case_numbers,
    closed_communications,
    communications,
    communications_within,
    pointers,
)
from mandate_data.citations.organs.organ_names import Link
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.other_languages import passages
from mandate_data.citations.pinpoints import pinpoints
from mandate_data.citations.pinpoints.pinpoints import Pinpoint
from mandate_data.citations.pinpoints.shared_pinpoints import names_its_case, sharing
from mandate_data.citations.printed_symbols.papers_alone import papers_alone
from mandate_data.citations.printed_symbols.symbols_in_text import symbols
from mandate_data.citations.reading.layout import PLAIN, Layout
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.reading.repetition import Repetition
from mandate_data.citations.references import Kinds, Reference, moved, placed, printed_at
from mandate_data.citations.resolutions.chains import within_reach
from mandate_data.citations.resolutions.headed_resolutions import headed_resolutions
from mandate_data.citations.resolutions.mandate_tables import table_rows
from mandate_data.citations.resolutions.meanings import OF_ANOTHER
from mandate_data.citations.resolutions.numbers_alone import settled_numbers
from mandate_data.citations.resolutions.numbers_of_others import of_others
from mandate_data.citations.resolutions.numbers_of_own_form import numbered_so
from mandate_data.citations.resolutions.organ_lists import listed_by_organ
from mandate_data.citations.resolutions.resolutions import resolutions
from mandate_data.citations.symbols.symbols import read
from mandate_data.citations.works import works
from mandate_data.line_feeds import with_line_feeds

_BEHIND, _AHEAD = 1300, 1000
"""How far the finders look for an organ, a sentence or a list."""
_DENSE = 100
"""A text with more than one reference in so many characters may repeat itself."""
_JOINT = re.compile(r"(\d+)-(\d+)/(\d{4})")
"""Joint communications in a symbol."""
_LATEST = 1
"""So many years after the one in its symbol a document may come out: sessions of the Assembly go on into the next."""
SAMPLED = 200_000
"""Characters of a document in pieces that its language is detected from."""


def prepare(
    *pieces: str, issuer: str | None = None, language: str | None = None, mixed: bool | None = None
) -> PreparedText:
    """A text ready for the finders, in its language, with its issuer: a symbol, or the slug or prefix of a body.

    It may be `mixed`, with passages in other languages, where its language is not given. Raises ValueError for an
    unknown issuer or language.
    """
    mixed = language is None if mixed is None else mixed
    if language is None:
        language = detected_language(pieces[0] if len(pieces) == 1 else " ".join(pieces)[:SAMPLED])
    code = language_of(language)
    if code is None:
        raise ValueError(f"unknown language {language!r}; known are {', '.join(LANGUAGES)}")
    organ, issued = _issuer(issuer) if issuer is not None else (None, None)
    return PreparedText(*pieces, words=words_of(code), issuer=organ, issued=issued, stretched=True, mixed=mixed)


def _issuer(issuer: str) -> tuple[Body, int | None]:
    """The body that a symbol, a slug or a prefix is of, and the last year in which the document came out."""
    known = table()
    body = known.by_slug.get(issuer) or known.by_prefix.get(issuer)
    issued = None
    if body is None and (symbol := read(issuer) or read(f"{issuer}/1")):
        body = known.by_slug.get(symbol.body)
        issued = symbol.year and symbol.year + _LATEST
    if body is None:
        raise ValueError(
            f"unknown issuer {issuer!r}: give the symbol of a document, as A/HRC/7/1, what symbols of the body begin"
            " with, as A/HRC, or its slug, as human_rights_council"
        )
    return known.by_slug.get(body.drafts_for or "", body), issued


def find(
    text: str, *, issuer: str | None = None, language: str | None = None, kinds: Kinds = "documents"
) -> list[Reference]:
    """Every reference in `text`, in text order.

    Text inside web addresses, link targets and tags, and what browsers do not show, is passed over. A resolution whose
    organ the text names nowhere stays open with its candidates; `ibid.` and `supra` stay open until the whole document
    is seen (`cite`, which has the same arguments). Never raises, whatever the text.
    """
    prepared = prepare(text, issuer=issuer, language=language)
    return as_given(prepared, find_prepared(prepared, kinds))


def as_given(text: PreparedText, references: list[Reference]) -> list[Reference]:
    """The references with the offsets and the wording of the text as it was given."""
    if text.raw is text.given:
        return references
    cuts, printed, line, counted = text.cuts, with_line_feeds(text.given), 1, 0
    done = []
    for reference in references:
        start, end = cuts.span(reference.start, reference.end)
        line += printed.count("\n", counted, start)
        counted = start
        antecedent = None if reference.antecedent is None else cuts.given(reference.antecedent)
        spans = tuple([cuts.span(first, last) for first, last in reference.pinpoint_spans])
        done.append(
            reference._replace(
                start=start,
                end=end,
                text=text.given[start:end],
                line=line,
                antecedent=antecedent,
                pinpoint_spans=spans,
            )
        )
    return done


def find_prepared(text: PreparedText, kinds: Kinds = "documents", layout: Layout = PLAIN) -> list[Reference]:
    """Like `find`, for a prepared text, such as the segments of a document, whose `layout` may be known; offsets are
    those of its `raw`.
    """
    if kinds not in get_args(Kinds):
        raise ValueError(f"unknown kinds {kinds!r}; known are {', '.join(get_args(Kinds))}")
    references, others = _in_one_language(text, kinds, layout)
    line, counted = 0, 0
    for passage in passages(text, others) if text.mixed else ():
        inside, _ = _in_one_language(passage.text, kinds, layout.within(passage.start, passage.end))
        inside = as_given(passage.text, inside)
        low, high = (bisect_left(references, place, key=_start) for place in (passage.start, passage.end))
        line, counted = line + text.raw.count("\n", counted, passage.start), passage.start
        references[low:high] = [moved(one, passage.start, line) for one in inside]
    return settle(references)


def _in_one_language(text: PreparedText, kinds: Kinds, layout: Layout) -> tuple[list[Reference], list[int]]:
    """Every reference in a text, with the words of its language, and where it has one of another language."""
    references, others = _bare(text)
    references = _merged(references, table_rows(text, Organs.organs(text), layout, references))
    references = _merged(references, headed_resolutions(text, references))
    references = _merged(references, papers_alone(text, references))
    if kinds == "all":
        references = _merged(references, works(text))
    return _with_context(text, references), others


def _start(reference: Reference) -> int:
    return reference.start


def _merged(references: list[Reference], others: Iterable[Reference]) -> list[Reference]:
    """Both in text order; of two that overlap, the first, unless only the other has a symbol."""
    taken = iter([*references, None])
    current = next(taken)
    merged: list[Reference] = []
    for other in others:
        while current is not None and current.start < other.end:
            merged.append(current)
            current = next(taken)
        if merged and merged[-1].end > other.start:
            if merged[-1].symbol is None and other.symbol is not None:
                merged[-1] = other
            continue
        merged.append(other)
    if current is not None:
        merged += [current, *(one for one in taken if one is not None)]
    return merged


def _bare(text: PreparedText) -> tuple[list[Reference], list[int]]:
    """The references without their pinpoints and lines, of two that overlap the earlier one; and the places of words
    of other languages."""
    organs, committees = Organs.organs(text), Organs.committees(text)
    references: list[Reference] = []
    others: list[int] = []
    repetition = Repetition[tuple[list[Reference], Link | None]](text, _BEHIND, _AHEAD)
    floor = 0
    found: list[Reference] = []
    for lead, start, end in leads(text):
        if start < floor:
            if lead == "symbol":  # a document between the numbers of a list is another reference
                references += _between(symbols(text, start, end), found)
            continue
        if lead == "symbol":
            found = symbols(text, start, end)
        elif lead == "pointer":
            found = pointers(text, start, end)
        elif lead == "other_language":
            others.append(start)
            continue
        elif lead == "communication":
            found = communications(text, start)
        elif lead == "organ_list":
            found = listed_by_organ(text, organs, start)
        elif lead == "own_form":
            found = numbered_so(text, organs, start, references)
        else:
            before = None if organs.link is None else within_reach(organs.link, start)
            known = repetition.found(start, end, before)
            if known is None:
                found = _in_prose(text, organs, committees, lead, start, end)
                if not found or found[-1].end < end + _AHEAD // 2:  # nothing reaches out of what is compared
                    repetition.remember(start, end, (found, organs.link), before)
            else:
                by, (again, link) = known
                found = [_moved(one, by, text.raw) for one in again]
                organs.link = link and link.moved(by)
        if not found and lead == "resolution" and text.plain[end - 1].isdigit():
            found = numbered_so(text, organs, end - 1, references)  # the number that the word is too far from
        if found:
            references += found
            floor = found[-1].end
    references.sort(key=_start)
    return settled_numbers(references), others


def _between(documents: list[Reference], listed: list[Reference]) -> list[Reference]:
    """The documents that stand between the numbers of a list, and overlap none of them."""
    kept = []
    for one in documents:
        place = bisect_left(listed, one.end, key=_start)
        if not place or listed[place - 1].end <= one.start:
            kept.append(one)
    return kept


def _moved(reference: Reference, by: int, raw: str) -> Reference:
    """The same reference further on, as it is printed there."""
    start, end = reference.start + by, reference.end + by
    return printed_at(start, end, raw[start:end], reference)


def _in_prose(
    text: PreparedText, organs: Organs, committees: Organs, lead: str, start: int, end: int
) -> list[Reference]:
    """What prose names by number: resolutions, or general comments, whose word follows the number in some languages."""
    found = (of_others(text, start, end) or resolutions(text, organs, start, end)) if lead == "resolution" else []
    if not found and lead == "resolution":
        found = communications_within(text, start, end) or closed_communications(text, start)
        found = found or comments_within(text, committees, start, end)
    return found or (comments(text, committees, start) if lead != "resolution" or text.words.closing else [])


def _with_context(text: PreparedText, references: Sequence[Reference]) -> list[Reference]:
    """Add to each reference its line and its pinpoint: the one after it, or else the one before it."""
    done: list[Reference] = []
    floor = counted = 0
    line = 1
    repetition = Repetition[Pinpoint | None](text, pinpoints.BEHIND, pinpoints.AHEAD)
    dense = len(references) * _DENSE > len(text.plain)
    starts = [reference.start for reference in references]
    for place, (reference, limit) in enumerate(zip(references, [*starts[1:], len(text.plain)], strict=False)):
        start, end, kind = reference.start, reference.end, reference.kind
        if names_its_case(text.plain, references, place):
            limit = starts[place + 2] if place + 2 < len(starts) else len(text.plain)
        line += text.raw.count("\n", counted, start)
        counted = start
        beside = pinpoints.close_after(text, end, limit) if kind in pinpoints.POINTING else None
        if beside is None and dense and max(start - floor, limit - end) >= pinpoints.SHORTEST:
            given = (kind, min(start - floor, pinpoints.BEHIND), min(limit - end, pinpoints.AHEAD))
            known = repetition.found(start, end, given)
            if known is not None:
                beside = known[1] and known[1].moved(known[0])
            else:
                beside = pinpoints.beside(text, start, end, floor, limit, kind)
                repetition.remember(start, end, beside, given)
        elif beside is None:
            beside = pinpoints.beside(text, start, end, floor, limit, kind)
        floor = max(end, beside.end) if beside else end
        if beside is None:
            done.append(placed(reference, line))
            continue
        other = sharing(text.plain, done, reference) if beside.start >= end else None
        if other is not None:
            done[other] = _with_pinpoint(text, done[other], done[other].line, beside)
        done.append(_with_pinpoint(text, reference, line, beside))
    return done


def _with_pinpoint(text: PreparedText, reference: Reference, line: int, beside: Pinpoint) -> Reference:
    return placed(reference, line, beside.kind, beside.value(text.raw), beside.spans)


def settle(references: Sequence[Reference]) -> list[Reference]:
    """References left open for want of an organ, settled by a full mention of the same number in the text.

    An earlier mention settles before a later one (notes are often printed after the text they belong to); two
    different ones settle nothing, nor does any where another body is named as having adopted it.
    """
    full: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.symbol:
            for key in _keys(reference):
                full.setdefault(key, []).append(reference)
    done = []
    for reference in references:
        is_open = reference.symbol is None and reference.reason != OF_ANOTHER
        if is_open and (reference.candidates or reference.kind == "communication"):
            reference = _settled(reference, full)
        done.append(reference)
    return done


def _keys(reference: Reference) -> tuple[str, ...]:
    """What an open reference would be looked up by: the symbol, or a communication's number, of joint ones
    (1321-1322/2004) that of each at the ends, too."""
    symbol = reference.symbol or ""
    number = symbol.partition("/D/")[2]
    joint = _JOINT.fullmatch(number)
    if joint is None:
        return (number or symbol,)
    return number, f"{joint[1]}/{joint[3]}", f"{joint[2]}/{joint[3]}"


def _settled(reference: Reference, full: dict[str, list[Reference]]) -> Reference:
    """The reference with the symbol of the full mention that settles it, or as it was."""
    keys = case_numbers(reference.text) if reference.kind == "communication" else reference.candidates
    mentions = {key: found for key in keys if (found := _of_the_same(reference, key, full))}
    earlier = [key for key, found in mentions.items() if found[0].start < reference.start]
    fitting = earlier or list(mentions)
    if len(fitting) != 1 or len({other.symbol for other in mentions[fitting[0]]}) > 1:
        return reference
    found = mentions[fitting[0]]
    nearest = found[max(bisect_left(found, reference.start, key=lambda other: other.start) - 1, 0)]
    organ = nearest.organ or _body_of(nearest.symbol) if reference.kind in ("resolution", "decision") else None
    return reference._replace(symbol=nearest.symbol, candidates=(), reason=None, antecedent=nearest.start, organ=organ)


def _of_the_same(reference: Reference, key: str, full: dict[str, list[Reference]]) -> list[Reference]:
    """The full mentions under a key: of a general comment that came out in a report only those of the comment, as the
    report holds much else."""
    found = full.get(key, [])
    if reference.kind != "general_comment" or table().by_slug[_body_of(key) or ""].comments is not None:
        return found
    return [one for one in found if one.kind == "general_comment"]


def _body_of(symbol: str | None) -> str | None:
    found = read(symbol) if symbol else None
    return found.body if found else None
