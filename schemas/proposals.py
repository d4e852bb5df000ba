"""Passages that a guide may have: dated events, recommendations, and, of the mandate that the source is about, its
holders, its visits and its reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.propose_passages import AROUND, NotProposed, Proposal

from .asked_people import with_people
from .dates_elsewhere import dates_elsewhere
from .dates_in_text import DATED, SPAN_FORM, day_of, why_unread
from .dates_of_no_event import Reason, no_event, set_aside
from .full_names import FULL_NAME
from .generic_reader import other_forms, taken_places
from .languages import other_language
from .named_people import People, people_of
from .own_mandate import Mandate
from .passages_read import passages_read
from .proposed_holders import Starts, propose_holders
from .proposed_reports import propose_reports
from .proposed_rows import propose_rows
from .proposed_visits import propose_visits
from .recommendations import (
    ITEMS,
    Recommendation,
    find_recommendations,
    is_named,
    list_of,
    named_items,
    set_aside_recommendations,
)
from .sentences import overlaps, sentence_around, sentence_at
from .visit_items import visits_of_item

STATING_OTHERS = (ITEMS, "mandates")
"""Tables whose passages read words that may state other facts, too: a recommendation, or who created the mandate."""


def propose(parsed: ParsedSource) -> Iterator[Proposal | NotProposed]:
    """A passage for each fact that the guide does not name: in reading order, whoever held the mandate, visits,
    reports, other dated events; then recommendations. Visits whose year can't be told and dates of no event are told.
    """
    mandate = Mandate.of(parsed)
    people = people_of(parsed, mandate)
    names: set[str] = set()
    starts: Starts = {}
    for one in _found(parsed, mandate, people, starts):
        if isinstance(one, Proposal) and one.asked == "person_id" and "people" not in dict(one.others):
            yield from with_people(parsed, one, people, starts)
        elif not isinstance(one, NotProposed) or one.what not in names:
            names |= {one.what} if isinstance(one, NotProposed) and one.what.startswith(FULL_NAME) else set()
            yield one


def _found(parsed: ParsedSource, mandate: Mandate, people: People, starts: Starts) -> Iterator[Proposal | NotProposed]:
    """All that is proposed, and what is not; `starts` becomes the first days of terms."""
    if (other := other_language(parsed)) is not None:
        yield NotProposed("the text", other.message, other.line, other.code)
    taken, recommended = taken_places(parsed), find_recommendations(parsed)
    named = "mandate_id" in parsed.guide.about
    read = passages_read(parsed)
    reports = {one.key for one in parsed.guide.passages if one.table == "thematic_reports"}
    visits = {one.key: "" for one in parsed.guide.passages if one.table == "country_visits"}
    for index, block in enumerate(parsed.blocks):
        rows = (
            list(propose_rows(parsed, index, mandate, people, reports, visits)) if named and index not in read else []
        )
        yield from rows
        for date, reason in dates_elsewhere(parsed, index, taken.get(index, [])) if not rows else ():
            if reason is not None:
                yield _not_proposed(parsed, index, date.span(), reason)
        if block.kind not in ("paragraph", "item"):
            continue
        facts = [one for one in read.get(index, ()) if one[0].table not in STATING_OTHERS]
        found: list[tuple[tuple[int, int], Proposal | NotProposed | None]] = []
        found += propose_holders(parsed, index, mandate, people, facts, starts)
        if named:
            found += propose_visits(parsed, index, mandate, facts, visits)
            found += visits_of_item(parsed, index, mandate, facts, visits)
        free = [*taken.get(index, []), *(span for span, _ in found)]
        if named:
            found += propose_reports(parsed, index, mandate, reports)
        for span in (others := other_forms(parsed, index, free)):
            found.append((span, _not_proposed(parsed, index, span, "form")))
        free += others
        for dated in DATED.finditer(parsed.text[index]):
            if not overlaps(dated.span(), free):
                found += ((dated.span(), event) for event in _event(parsed, index, dated, recommended))
        yield from (one for _, one in sorted(found, key=lambda one: one[0]) if one is not None)
    yield from _recommendations(parsed)


def _not_proposed(parsed: ParsedSource, index: int, span: tuple[int, int], reason: Reason) -> NotProposed:
    """Tells that a date is proposed as no event."""
    finding = set_aside(parsed, index, span, reason)
    line = parsed.blocks[index].text.line_at(span[0])
    return NotProposed(repr(finding.value), finding.message, line, f"{finding.code}/{reason}")


def _telling(parsed: ParsedSource, before: str, date: str, after: str) -> tuple[str, str] | None:
    """As much of the text before and after a date, if any, as no other place has; None where another has it all."""
    form = DATED.pattern if date else ""
    for length in AROUND:
        left, right = before[-length:], after[:length]
        pattern = re.compile(re.escape(left) + form + re.escape(right))
        if sum(len(pattern.findall(text)) for text in parsed.text) == 1:
            return left, right
    return None


def _event(
    parsed: ParsedSource, index: int, found: re.Match[str], recommended: list[Recommendation]
) -> Iterator[Proposal | NotProposed]:
    """An event on a day or the first of several, or why its date is none; nothing where the date can't be read."""
    reason: Reason | None
    try:
        reason = no_event(parsed, index, found.span(), str(day_of(parsed, index, found).value), recommended)
    except ValueError as error:
        reason = why_unread(error, found[0])
    line, sentence = sentence_at(parsed, index, found.start())
    text = parsed.text[index]
    start, end = sentence_around(text, found.start())
    around = _telling(parsed, text[start : found.start()], found[0], text[found.end() : end])
    around = around or _telling(parsed, text[: found.start()], found[0], text[found.end() :])
    if reason is not None:
        yield _not_proposed(parsed, index, found.span(), reason)
    elif around is None:
        yield NotProposed(f"an event on {found[0]}", "the same words stand elsewhere, too", line)
    else:
        before, after = around
        group = "span" if SPAN_FORM.fullmatch(found[0]) else "date"
        entry = {
            "id": f"{parsed.document.source_id}-line-{line}-{found.start()}",
            "pattern": f"{exactly(before)}<{group}>{exactly(after)}",
            "kind": "other",
        }
        yield Proposal("events", entry, "title", line, sentence, at=(index, found.start()))


def _recommendations(parsed: ParsedSource) -> Iterator[Proposal | NotProposed]:
    """Each recommendation that the guide does not say in the curator's words yet."""
    for _, finding in set_aside_recommendations(parsed):
        yield NotProposed("a recommendation", finding.message, finding.line)
    named = named_items(parsed)
    for one in find_recommendations(parsed):
        if not is_named(one, named):
            text = parsed.text[one.block][one.start : one.end]
            _, known_by = _telling(parsed, "", "", text) or ("", text)
            line, _ = sentence_at(parsed, one.block, one.start)
            entry = {"id": list_of(parsed), "pattern": exactly(known_by), "ordinal": str(one.ordinal)}
            yield Proposal(ITEMS, entry, "label", line, text, at=(one.block, one.start))
