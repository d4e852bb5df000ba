"""Passages that a guide may have: dated events, and visits of the mandate that the source is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.extract.countries import UnknownCountryError, country_code
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import SPAN, edtf_span
from mandate_data.propose_passages import Proposal

from .generic_reader import DATED, sentence_around, taken_places

AROUND = 30
"""Characters before and after a date that a proposed pattern has."""
KINDS = {"follow-up": "follow_up_mission", "joint": "joint_mission"}
VISIT = re.compile(
    r"(?:\b(?P<form>[Ff]ollow-up|[Jj]oint) )?\b(?P<kind>[Mm]ission|[Vv]isit) to "
    r"(?P<country>(?:the )?[A-Z][^\d(),;.]{2,50}?),?"
    rf"(?P<between> (?:from |on |in )?\(?)(?P<span>{SPAN})"
)


def propose(parsed: ParsedSource) -> Iterator[Proposal]:
    """A passage for each visit and each other dated event that the guide does not name."""
    taken = taken_places(parsed)
    for index, block in enumerate(parsed.blocks):
        if block.kind not in ("paragraph", "item"):
            continue
        text = parsed.text[index]
        free = list(taken.get(index, []))
        for found in VISIT.finditer(text) if "mandate_id" in parsed.guide.about else ():
            visit = None if _overlaps(found.span(), free) else _visit(parsed, index, found)
            if visit is not None:
                free.append(found.span())
                yield visit
        for found in DATED.finditer(text):
            if not _overlaps(found.span(), free):
                yield _event(parsed, index, found)


def _overlaps(span: tuple[int, int], places: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def _visit(parsed: ParsedSource, index: int, found: re.Match[str]) -> Proposal | None:
    """A visit and the country that it went to; None where the country or the days can't be read."""
    try:
        code = country_code(found["country"])
        start, _ = edtf_span(found["span"])
    except (UnknownCountryError, ValueError):
        return None
    text, mandate = found[0], parsed.guide.about["mandate_id"]
    visit_id = f"{mandate}/{start[:4]}-{code.lower()}"
    before = text[: found.start("span") - found.start()]
    country = slice(found.start("country") - found.start(), found.end("country") - found.start())
    kind = KINDS.get((found["form"] or "").lower(), found["kind"].lower())
    entry = {
        "id": visit_id,
        "pattern": f"{_exactly(before)}<span>",
        "mandate_id": mandate,
        "kind": kind,
        "report_status": "forthcoming",
    }
    place = {
        "id": visit_id,
        "pattern": f"{_exactly(text[: country.start])}(?P<name_as_printed>{_exactly(text[country])})"
        f"{_exactly(text[country.stop :])}",
        "country_code": code,
    }
    line, sentence = _where(parsed, index, found.start())
    return Proposal("country_visits", entry, "person_id", line, sentence, (("visit_countries", place),))


def _event(parsed: ParsedSource, index: int, found: re.Match[str]) -> Proposal:
    text = parsed.text[index]
    start, end = sentence_around(text, found.start())
    before, after = text[max(start, found.start() - AROUND) : found.start()], text[found.end() : end][:AROUND]
    line, sentence = _where(parsed, index, found.start())
    entry = {
        "id": f"{parsed.document.source_id}-line-{line}-{found.start()}",
        "pattern": f"{_exactly(before)}<date>{_exactly(after)}",
        "kind": "other",
    }
    return Proposal("events", entry, "title", line, sentence)


def _where(parsed: ParsedSource, index: int, place: int) -> tuple[int, str]:
    text = parsed.text[index]
    return parsed.blocks[index].text.line_at(place), text[slice(*sentence_around(text, place))].strip()


def _exactly(text: str) -> str:
    return re.escape(text).replace("\\ ", " ")
