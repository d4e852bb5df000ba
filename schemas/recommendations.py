"""What a document recommends: paragraphs under such a heading, items of a request, and "States should …" anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.passages import matches
from mandate_data.extract.records import Extraction, Record
from mandate_data.findings.finding import Finding

from .sentences import sentence_around, sentence_cuts

ITEMS = "list_items"
SECTION = re.compile(r"recommendation")
"""Of the name of a section."""
CONCLUSIONS = re.compile(r"conclusion|observation|remark")
"""Of the name of a section in which only some paragraphs are recommendations."""
NUMBER = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,4}\)|[a-z]\))\s+")
LETTER = re.compile(r"\(?[a-z]{1,4}\)\s")
ASKED = re.compile(
    r"(?:Member )?States(?: [Pp]arties)? (?:should|must|need to|are (?:urged|encouraged|called upon))\b"
    r"|The (?:Special Rapporteur|Independent Expert|Committee|Working Group) "
    r"(?:recommends|urges|calls (?:up)?on|encourages)\b"
)
ASKING = re.compile(rf"{ASKED.pattern}|\b(?:recommends?|urges?|calls? (?:up)?on|encourages?|invites?)\b")
REQUEST = re.compile(
    r"\b(?:should|must|shall|needs? to|ought to|(?:is|are) (?:urged|encouraged|invited|called|requested|advised)"
    r"|recommend(?:s|ed)?|urg(?:e|es|ed)|calls?(?: up)? ?on|calls? for|encourages?|invites?|requests?|appeals? to)\b"
)
"""Words with which somebody is asked to do something."""
RULE = re.compile(r"\s*_{4,}")
"""A rule that was written as underscores, above the notes that are run into the text."""
LETTERED = re.compile(r"(?:(?<=[;:.,])|(?<= and)|(?<= or))\s+\((?P<letter>[a-z])\)\s+(?=\w)")
"""Before an item of a request, where all of them are in one paragraph."""
BETWEEN = re.compile(r"[;,]?(?: and| or)?\s*$")
BROKEN = re.compile(r"(?<![.;:)”\"’']) \d{1,3} (?:See|Ibid|Cf)\b")
"""A note that is run into the middle of a sentence."""
SHORTEST_LIST = 2
SHORTEST = 20
"""Characters of a recommendation."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Where a recommendation is: its block, its first and last character, its place in the list of the source."""

    block: int
    start: int
    end: int
    ordinal: int


def list_of(parsed: ParsedSource) -> str:
    """The id of the list of a source's recommendations."""
    return f"{parsed.document.source_id}/recommendations"


def find_recommendations(parsed: ParsedSource) -> list[Recommendation]:
    """All recommendations in their order, but for those that a note breaks; none where there is one alone."""
    spans = [span for span in _spans(parsed) if not _is_broken(parsed, span)]
    return [Recommendation(*span, ordinal) for ordinal, span in enumerate(spans, 1) if len(spans) >= SHORTEST_LIST]


def broken_recommendations(parsed: ParsedSource) -> list[tuple[int, int, int]]:
    """Block, first and last character of what recommends something, and has a note in the middle."""
    return [span for span in _spans(parsed) if _is_broken(parsed, span)]


def _is_broken(parsed: ParsedSource, span: tuple[int, int, int]) -> bool:
    return BROKEN.search(parsed.text[span[0]], *span[1:]) is not None


def tell_broken(parsed: ParsedSource, span: tuple[int, int, int]) -> Finding:
    """Tells that a recommendation is left out, as a note is run into it."""
    index, start, end = span
    return parsed.finding(
        "recommendation-set-aside", index, (start, end), table=ITEMS, value=parsed.text[index][start:end]
    )


def named_items(parsed: ParsedSource) -> dict[int, list[tuple[int, int]]]:
    """What the guide reads as items of lists, by block."""
    named: dict[int, list[tuple[int, int]]] = {}
    for passage in parsed.guide.passages:
        if passage.table == ITEMS:
            for index, match in matches(parsed, passage):
                named.setdefault(index, []).append(match.span())
    return named


def is_named(one: Recommendation, named: dict[int, list[tuple[int, int]]]) -> bool:
    """Whether the guide reads a recommendation, or a part of it."""
    return any(start < one.end and one.start < end for start, end in named.get(one.block, []))


def read_recommendations(parsed: ParsedSource) -> Extraction:
    """A list of what States and others are asked to do; its items as printed, but for those that the guide names."""
    result = Extraction()
    found, named = find_recommendations(parsed), named_items(parsed)
    result.findings += [tell_broken(parsed, span) for span in broken_recommendations(parsed)]
    for one in found[:1]:
        span = (one.block, one.start, one.end)
        source = parsed.document.source_id
        given = {"list_id": list_of(parsed), "source_id": source, "kind": "recommendation", "title": "Recommendations"}
        cells = {column: parsed.assigned(value, *span) for column, value in given.items()}
        result.records.append(Record("lists", cells, parsed.place(*span)))
    for one in found:
        if is_named(one, named):
            continue
        span = (one.block, one.start, one.end)
        item = {
            "list_id": parsed.assigned(list_of(parsed), *span),
            "ordinal": parsed.assigned(one.ordinal, *span),
            "label": parsed.printed(*span),
        }
        result.records.append(Record(ITEMS, item, parsed.place(*span)))
    return result


def _spans(parsed: ParsedSource) -> Iterator[tuple[int, int, int]]:
    """Block, first and last character of each recommendation, without the number of its paragraph."""
    below_request = False
    for index, block in enumerate(parsed.blocks):
        if block.kind not in ("paragraph", "item"):
            below_request = below_request and block.kind != "heading"
            continue
        text = RULE.split(parsed.text[index])[0].rstrip()
        section = parsed.sections[index] or ""
        start = found.end() if (found := NUMBER.match(text)) else 0
        is_item = block.kind == "item" or bool(LETTER.match(text))
        if text.endswith(":"):
            below_request = bool(REQUEST.search(text)) or (below_request and is_item)
            continue
        below_request = below_request and is_item
        lettered = list(_lettered(text, start, recommends=SECTION.search(section) is not None))
        if lettered:
            yield from ((index, *item) for item in lettered)
            continue
        whole = below_request or (
            SECTION.search(section) and (not CONCLUSIONS.search(section) or REQUEST.search(text, start))
        )
        if whole:
            if len(text) - start > SHORTEST:
                yield index, start, len(text)
            continue
        for first, last in pairwise(sentence_cuts(text, clauses=True)):
            numbered = NUMBER.match(text, first)
            begin = numbered.end() if numbered else first
            if begin < last and ASKED.match(text, begin):
                yield index, begin, begin + len(text[begin:last].rstrip())


def _lettered(text: str, start: int, *, recommends: bool) -> Iterator[tuple[int, int]]:
    """The items (a), (b) and so on of a request, if a paragraph has them behind its colon; without their letters.

    Where the section recommends nothing, the request must be one to States, or of whoever wrote the report.
    """
    marks: list[re.Match[str]] = []
    for found in LETTERED.finditer(text, start):
        if ord(found["letter"]) == ord("a") + len(marks):
            marks.append(found)
    if len(marks) < SHORTEST_LIST or text[marks[0].start() - 1] != ":":
        return
    asking = max(start, sentence_around(text, marks[0].start() - 1)[0])
    if not (REQUEST if recommends else ASKING).search(text, asking, marks[0].start()):
        return
    for found, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else sentence_around(text, found.end())[1]
        stretch = text[found.end() : end].rstrip()
        yield found.end(), found.end() + len(BETWEEN.sub("", stretch) if following else stretch)
