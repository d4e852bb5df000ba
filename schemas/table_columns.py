"""What the columns of a table are, by the words of its first row, and whether it lists visits, holders or reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from mandate_data.extract.parsed_source import ParsedSource

from .table_cells import cell_spans

Role = Literal["country", "date", "report", "name", "term", "from", "to", "title"]
Listed = Literal["visits", "holders", "reports", ""]
_ROLES: Mapping[Role, str] = {
    "country": r"(?:country|countries|state|territory|destination)(?: visited|/territory| or territory)?s?",
    "date": r"(?:dates?|period|when|year|month)(?: of (?:the )?(?:visit|mission)s?)?|(?:visit|mission) dates?",
    "report": r"(?:report|symbol|document|reference)s?(?: symbol| of the report| on the visit| reference| number)?",
    "name": r"(?:name|(?:mandate[ -])?holder|special rapporteur|rapporteur|independent expert)s?(?: of .*)?",
    "term": r"(?:term|tenure|years|dates?|period|mandate)(?: of (?:office|the mandate)| in office)?s?|in office",
    "from": r"from|start(?: date)?|since|appointed|beginning|start of (?:term|mandate)",
    "to": r"to|until|end(?: date)?|ended|end of (?:term|mandate)",
    "title": r"(?:title|subject|theme|topic|focus)s?(?: of the report)?|thematic focus",
}
MOST_ABOVE = 3  # paragraphs between a heading and its table
_OF_VISITS = re.compile(r"\b(?:visit|mission)(?:s|ed)?\b", re.IGNORECASE)
_OF_HOLDERS = re.compile(r"\b(?:holders?|rapporteurs?|independent experts?|mandate)\b", re.IGNORECASE)
_OF_REPORTS = re.compile(r"\breports?\b", re.IGNORECASE)


def columns_of(parsed: ParsedSource, index: int) -> tuple[Listed, dict[Role, int]]:
    """What the table of a row lists of a mandate ("": nothing), and the number of each column; nothing for the row that
    names the columns."""
    head = _head(parsed, index)
    if head is None or head == index:
        return "", {}
    names = [parsed.text[head][slice(*span)].lower() for span in cell_spans(parsed, head)]
    roles: dict[Role, list[int]] = {
        role: [at for at, name in enumerate(names) if re.fullmatch(form, name)] for role, form in _ROLES.items()
    }
    said = f"{parsed.text[head]} {parsed.text[index]} {_above(parsed, head)}"
    if roles["name"] and (roles["term"] or roles["from"]) and _OF_HOLDERS.search(said):
        return "holders", _first(roles, "name", "term", "from", "to")
    if roles["country"] and roles["date"] and not roles["name"] and _OF_VISITS.search(said):
        return "visits", _first(roles, "country", "date", "report")
    if roles["report"] and roles["title"] and _OF_REPORTS.search(said):
        return "reports", _first(roles, "report", "title")
    return "", {}


def _first(roles: Mapping[Role, list[int]], *wanted: Role) -> dict[Role, int]:
    return {role: roles[role][0] for role in wanted if roles[role]}


def _head(parsed: ParsedSource, index: int) -> int | None:
    """The first row of the table of a row."""
    group, head = parsed.blocks[index].group, index
    if parsed.blocks[index].kind != "row":
        return None
    while head and parsed.blocks[head - 1].kind == "row" and parsed.blocks[head - 1].group == group:
        head -= 1
    return head


def _above(parsed: ParsedSource, head: int) -> str:
    """The last heading above a table, and what is printed between them."""
    texts: list[str] = []
    for index in range(head - 1, -1, -1):
        if parsed.blocks[index].kind == "row":
            continue
        if len(texts) == MOST_ABOVE:
            break
        texts.append(parsed.text[index])
        if parsed.blocks[index].kind == "heading":
            break
    return " ".join(texts)
