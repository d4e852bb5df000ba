"""What the columns of a table are, by the words of its first row, and whether it lists visits, holders or reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from mandate_data.extract.parsed_source import ParsedSource

from .table_cells import cell_spans

Role = Literal["country", "date", "report", "name", "term", "from", "to", "title", "members"]
Listed = Literal["visits", "holders", "reports", ""]
_ROLES: Mapping[Role, str] = {
    "country": r"(?:country|countries|state|territory|destination)(?: visited|/territory| or territory)?s?",
    "date": r"(?:dates?|period|when|year|month)(?: of (?:the )?(?:visit|mission)s?)?|(?:visit|mission) dates?",
    "report": r"(?:report|symbol|document|reference)s?(?: symbol| of the report| on the visit| reference| number)?",
    "name": r"(?:name|(?:mandate[ -])?holder|special rapporteur|rapporteur|independent expert)s?(?: of .*)?",
    "term": r"(?:term|tenure|years|dates?|period|mandate)(?: of (?:office|the mandate)| in office)?s?|in office",
    "from": r"from|start(?: date)?|since|appointed|beginning|start of (?:term|mandate)",
    "to": r"to|until|end(?: date)?|ended|end of (?:term|mandate)",
    "members": (
        r"members?(?: of the (?:delegation|working group))?|delegation|participants?|experts?|(?:visited|conducted) by"
    ),
    "title": r"(?:title|subject|theme|topic|focus)s?(?: of the report)?|thematic focus",
}
MOST_ABOVE = 3  # paragraphs between a heading and its table
_OF_VISITS = re.compile(r"\b(?:visit|mission)(?:s|ed)?\b", re.IGNORECASE)
_OF_HOLDERS = re.compile(r"\b(?:holders?|rapporteurs?|independent experts?|mandate)\b", re.IGNORECASE)
_OF_REPORTS = re.compile(r"\breports?\b", re.IGNORECASE)
_TERM = re.compile(r"\((?:since |from )?[^()]*\d{4}[^()]*\)$")
"""A term in brackets at the end of the cell that has the name."""


def columns_of(parsed: ParsedSource, index: int) -> tuple[Listed, dict[Role, int]]:
    """What the table of a row lists of a mandate ("": nothing), and the number of each column; nothing for the row that
    names the columns."""
    head = head_of(parsed, index)
    if head is None or head == index:
        return "", {}
    names = [parsed.text[head][slice(*span)].lower() for span in cell_spans(parsed, head)]
    roles: dict[Role, list[int]] = {
        role: [at for at, name in enumerate(names) if re.fullmatch(form, name)] for role, form in _ROLES.items()
    }
    said = f"{parsed.text[head]} {parsed.text[index]} {above(parsed, head)}"
    if (
        roles["name"]
        and (roles["term"] or roles["from"] or _has_term(parsed, index, roles))
        and _OF_HOLDERS.search(said)
    ):
        return "holders", _first(roles, "name", "term", "from", "to")
    if roles["country"] and roles["date"] and _OF_VISITS.search(said):
        roles["members"] += roles["name"]
        return "visits", _first(roles, "country", "date", "report", "members")
    if roles["report"] and roles["title"] and _OF_REPORTS.search(said):
        return "reports", _first(roles, "report", "title")
    return "", {}


def _first(roles: Mapping[Role, list[int]], *wanted: Role) -> dict[Role, int]:
    return {role: roles[role][0] for role in wanted if roles[role]}


def _has_term(parsed: ParsedSource, index: int, roles: Mapping[Role, list[int]]) -> bool:
    """Whether the cell of a name has a term behind it."""
    spans = cell_spans(parsed, index)
    at = roles["name"][0]
    return at < len(spans) and _TERM.search(parsed.text[index][slice(*spans[at])]) is not None


def head_of(parsed: ParsedSource, index: int) -> int | None:
    """The first row of the table of a row."""
    group, head = parsed.blocks[index].group, index
    if parsed.blocks[index].kind != "row":
        return None
    while head and parsed.blocks[head - 1].kind == "row" and parsed.blocks[head - 1].group == group:
        head -= 1
    return head


def above(parsed: ParsedSource, head: int) -> str:
    """The last heading above a table, and what is printed between them."""
    return " ".join(parsed.text[index] for index in blocks_above(parsed, head))


def blocks_above(parsed: ParsedSource, head: int) -> list[int]:
    """The blocks from the first row of a table up to the last heading above it, the nearest first."""
    found: list[int] = []
    for index in range(head - 1, -1, -1):
        if parsed.blocks[index].kind == "row":
            continue
        if len(found) == MOST_ABOVE:
            break
        found.append(index)
        if parsed.blocks[index].kind == "heading":
            break
    return found
