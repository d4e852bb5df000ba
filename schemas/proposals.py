"""Passages that a guide may have: dated events, recommendations, and, of the mandate that the source is about, its
holders, its visits and its reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import DATE, slug
from mandate_data.propose_passages import ANSWER, AROUND, NotProposed, Proposal

from .generic_reader import DATED, SPAN_FORM, day_of, taken_places
from .proposed_reports import propose_reports
from .proposed_visits import propose_visits
from .recommendations import ITEMS, find_recommendations, is_named, list_of, named_items
from .sentences import sentence_around, sentence_at

PERSON = (
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Professor)\.? )?"
    r"(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’.-]*|de|van|von|der|da|del|bin|al))+)"
)
SINCE = rf"[^.;]{{0,120}}?\b(?:on|in|since|from|until) (?P<date>{DATE})"
HOLDERS = (
    re.compile(
        rf"{PERSON}(?:,? (?:who )?(?:has )?(?:held|holds) (?:the|this) (?:mandate|post|office)"
        rf"|,? (?:who )?(?:was|were|has been) appointed|,? (?:who )?(?:assumed|took up|took over|began) ){SINCE}"
    ),
    re.compile(rf"\b[Aa]ppoint(?:ed|ing) {PERSON} as {SINCE}"),
)


def propose(parsed: ParsedSource) -> Iterator[Proposal | NotProposed]:
    """A passage for each fact that the guide does not name: whoever held the mandate, visits, reports, other dated
    events, recommendations; and visits whose year can't be told."""
    taken = taken_places(parsed)
    named = "mandate_id" in parsed.guide.about
    for index, block in enumerate(parsed.blocks):
        if block.kind not in ("paragraph", "item"):
            continue
        text = parsed.text[index]
        free = list(taken.get(index, []))
        if named:
            for span, found in (*_holders(parsed, index), *propose_visits(parsed, index)):
                free.append(span)
                yield found
            yield from propose_reports(parsed, index)
        for dated in DATED.finditer(text):
            if not _overlaps(dated.span(), free):
                event = _event(parsed, index, dated)
                if event is not None:
                    yield event
    yield from _recommendations(parsed)


def _overlaps(span: tuple[int, int], places: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def _is_read(parsed: ParsedSource, index: int, span: tuple[int, int]) -> bool:
    """Whether a passage of the guide reads any of these characters."""
    text = parsed.text[index]
    return any(
        _overlaps(span, [match.span()])
        for passage in parsed.guide.passages
        if passage.table != ITEMS
        for pattern in passage.patterns
        for match in pattern.finditer(text)
    )


def _holders(parsed: ParsedSource, index: int) -> Iterator[tuple[tuple[int, int], Proposal]]:
    """Whoever a block says held the mandate, and the characters that say so."""
    for pattern in HOLDERS:
        for found in pattern.finditer(parsed.text[index]):
            proposal = None if _is_read(parsed, index, found.span()) else _holder(parsed, index, found)
            if proposal is not None:
                yield found.span(), proposal


def _holder(parsed: ParsedSource, index: int, found: re.Match[str]) -> Proposal | None:
    """Somebody who held the mandate since a date; None where the date can't be read."""
    try:
        date_at(parsed, index, *found.span("date"))
    except ValueError:
        return None
    before = exactly(found[0][: found.start("date") - found.start()])
    name = exactly(found["name"])
    entry = {"id": parsed.guide.about["mandate_id"], "pattern": f"{before}<term_start>"}
    person = {"id": ANSWER, "pattern": exactly(found[0]).replace(name, f"(?P<name>{name})", 1)}
    line, sentence = sentence_at(parsed, index, found.start())
    suggested = f"person_id, such as {slug(found['name'].split()[-1])}"
    at = (index, found.start())
    return Proposal("mandate_holders", entry, "person_id", line, sentence, (("people", person),), suggested, at)


def _telling(parsed: ParsedSource, before: str, date: str, after: str) -> tuple[str, str] | None:
    """As much of the text before and after a date, if any, as no other place has; None where another has it all."""
    form = DATED.pattern if date else ""
    for length in AROUND:
        left, right = before[-length:], after[:length]
        pattern = re.compile(re.escape(left) + form + re.escape(right))
        if sum(len(pattern.findall(text)) for text in parsed.text) == 1:
            return left, right
    return None


def _event(parsed: ParsedSource, index: int, found: re.Match[str]) -> Proposal | None:
    """An event on a day or the first of several; None where its date can't be read or its place can't be told."""
    try:
        day_of(parsed, index, found)
    except ValueError:
        return None
    group = "span" if SPAN_FORM.fullmatch(found[0]) else "date"
    text = parsed.text[index]
    start, end = sentence_around(text, found.start())
    around = _telling(parsed, text[start : found.start()], found[0], text[found.end() : end])
    around = around or _telling(parsed, text[: found.start()], found[0], text[found.end() :])
    if around is None:
        return None
    before, after = around
    line, sentence = sentence_at(parsed, index, found.start())
    entry = {
        "id": f"{parsed.document.source_id}-line-{line}-{found.start()}",
        "pattern": f"{exactly(before)}<{group}>{exactly(after)}",
        "kind": "other",
    }
    return Proposal("events", entry, "title", line, sentence, at=(index, found.start()))


def _recommendations(parsed: ParsedSource) -> Iterator[Proposal]:
    """Each recommendation that the guide does not say in the curator's words yet."""
    named = named_items(parsed)
    for one in find_recommendations(parsed):
        if not is_named(one, named):
            text = parsed.text[one.block][one.start : one.end]
            _, known_by = _telling(parsed, "", "", text) or ("", text)
            line, _ = sentence_at(parsed, one.block, one.start)
            entry = {"id": list_of(parsed), "pattern": exactly(known_by), "ordinal": str(one.ordinal)}
            yield Proposal(ITEMS, entry, "label", line, text, at=(one.block, one.start))
