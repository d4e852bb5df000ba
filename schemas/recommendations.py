"""What a document recommends: paragraphs under such a heading, items of a request, and "States should …" anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Extraction, Record
from mandate_data.findings.finding import Finding

from .items_in_text import SIGN, continued_items, items_in, without_and
from .passages_read import passages_read
from .recommending_sections import Kind, is_imperative, only_tells, recommending
from .requests import (
    asks_for,
    asks_the_same,
    defines,
    demands,
    introduces,
    is_about_a_body,
    is_request,
    only_remarks,
)
from .sentences import overlaps, sentence_around, sentence_cuts

ITEMS = "list_items"
NUMBER = re.compile(rf"(?:\d{{1,3}}\.(?:\d{{1,3}}\.?)*|\([a-z]{{1,4}}\)|[a-z]\))\s+|{SIGN}\s*")
LETTER = re.compile(rf"\(?[a-z]{{1,4}}\)\s|\d{{1,3}}(?:\.\d{{1,3}}\.?|(?:\.\d{{1,3}}){{2,}}\.?)\s|{SIGN}\s*")
"""The number of an item, not of a paragraph: (a), 138.1 or 1.2.1; or its sign."""
LISTS = re.compile(r"\brecommendations\b")
"""Of a sentence above a list of recommendations."""
GOES_ON = re.compile(r"[;,](?: and| or)?$")
WORDS = re.compile(r"\w+\W+\w+")
RULE = re.compile(r"\s*_{4,}")
"""A rule that was written as underscores, above the notes that are run into the text."""
_NOTES = re.compile(rf"{RULE.pattern}.*?\b\d\d-\d{{5}}\b(?: \d{{1,2}}/\d{{1,2}})?(?= \S)", re.DOTALL)
"""The notes at the foot of a page that is run into the text, up to the number of the print job."""
ENDED = re.compile(r"[.?!][\"”’)]*\d{0,3}$")
BROKEN = re.compile(r"(?<![.;:)”\"’']) \d{1,3} (?:See|Ibid|Cf)\b")
"""A note that is run into the middle of a sentence."""
INLINE = re.compile(r":\s+\([ai1]\)\s")
"""The beginning of a list within a paragraph."""
Found = tuple[int, int, int, str]
"""Block, first and last character of what may be recommended, and why it is not a recommendation: "" if it is one, or a
variant of the check `recommendation-set-aside`."""


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
    """All recommendations in their order, but for those that a note breaks."""
    spans = [one[:3] for one in _spans(parsed) if not one[3] and not _is_broken(parsed, one[:3])]
    return [Recommendation(*span, ordinal) for ordinal, span in enumerate(spans, 1)]


def set_aside_recommendations(parsed: ParsedSource) -> Iterator[tuple[int, Finding]]:
    """Block and finding of what recommends something and has a note in the middle, of what stands under a heading of
    recommendations, or begins a list of them, and is none, and of a request without items."""
    for index, start, end, why in _spans(parsed):
        span = (index, start, end)
        if why or _is_broken(parsed, span):
            variant = why or "broken"
            value = parsed.text[index][start:end]
            code = f"recommendation-set-aside/{variant}"
            yield index, parsed.finding(code, index, (start, end), table=ITEMS, value=value)


def _is_broken(parsed: ParsedSource, span: tuple[int, int, int]) -> bool:
    text = parsed.text[span[0]]
    return any(form.search(text, *span[1:]) is not None for form in (BROKEN, RULE))


def named_items(parsed: ParsedSource) -> dict[int, list[tuple[int, int]]]:
    """What the guide reads as items of lists, by block."""
    return {
        index: [span for passage, span in read if passage.table == ITEMS]
        for index, read in passages_read(parsed).items()
    }


def is_named(one: Recommendation, named: dict[int, list[tuple[int, int]]]) -> bool:
    """Whether the guide reads a recommendation, or a part of it."""
    return overlaps((one.start, one.end), named.get(one.block, []))


def read_recommendations(parsed: ParsedSource) -> Extraction:
    """A list of what States and others are asked to do; its items as printed, but for those that the guide names."""
    result = Extraction()
    found, named = find_recommendations(parsed), named_items(parsed)
    result.findings += [finding for _, finding in set_aside_recommendations(parsed)]
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


def _spans(parsed: ParsedSource) -> Iterator[Found]:
    """What `_read` finds; of a sentence that ends before notes are run into the text, what stands before them."""
    for index, start, end, why in _read(parsed):
        text = parsed.text[index]
        notes = RULE.search(text, start, end)
        ended = notes is not None and ENDED.search(text, start, notes.start()) is not None
        yield index, start, notes.start() if notes is not None and ended else end, why


def _read(parsed: ParsedSource) -> Iterator[Found]:
    """Block, first and last character of each recommendation, without the number of its paragraph; and why it is none
    where it only stands where one is looked for, or is a request without items."""
    below_request = goes_on = defined = False
    request: Found | None = None
    for index, (block, kind) in enumerate(zip(parsed.blocks, recommending(parsed), strict=True)):
        if block.kind not in ("paragraph", "item"):
            below_request = below_request and block.kind != "heading"
            defined = False
            if request is not None and not below_request:
                yield request
                request = None
            continue
        text = _without_notes(parsed.text[index])
        start = found.end() if (found := NUMBER.match(text)) else 0
        is_item = (
            block.kind == "item"
            or bool(LETTER.match(text))
            or goes_on
            or (below_request and (GOES_ON.search(text) is not None or is_imperative(text, start)))
        )
        if request is not None and not (below_request and is_item):
            yield request
        request = None
        defined = defined and is_item
        if text.endswith(":"):
            below_request = below_request and is_item
            intro = max(start, sentence_cuts(text)[-2])
            yield from _requests(index, text, start, intro)
            asks = not defined and (introduces(text, start, recommends=kind != "") or (kind and LISTS.search(text)))
            if (asks or below_request) and demands(text[intro:], below=below_request):
                yield index, intro, len(text), ""
            elif asks or below_request:
                request = (index, start, len(text), "empty")
            below_request = bool(asks) or below_request
            defined = not below_request and (defined or defines(text))
            goes_on = False
            continue
        below_request = below_request and is_item
        goes_on = below_request and GOES_ON.search(text) is not None
        if defined:
            yield from _of_definition(index, text, start, kind)
        else:
            yield from _in_block(index, text, start, kind, is_item=is_item, below=below_request)
    if request is not None:
        yield request


def _without_notes(text: str) -> str:
    """A text with blanks where the notes of a page are run into it, up to notes behind which nothing follows."""
    blank = _NOTES.sub(lambda found: " " * len(found[0]), text)
    return RULE.split(blank)[0].rstrip()


def _of_definition(index: int, text: str, start: int, kind: Kind) -> Iterator[Found]:
    """What an item of a list of criteria recommends: sentences that ask somebody."""
    asked = list(_requests(index, text, start, len(text)))
    yield from asked
    if kind and not asked:
        yield index, start, len(text), "other" if kind == "pure" else "mixed"


def _requests(index: int, text: str, start: int, end: int) -> Iterator[Found]:
    """The sentences of a part of a block that ask somebody to do something."""
    about_a_body = False
    for first, last in pairwise(sentence_cuts(text, clauses=True)):
        numbered = NUMBER.match(text, first)
        begin = max(start, numbered.end() if numbered else first)
        if not begin < last <= end:
            continue
        said = text[begin:last]
        asks_again = about_a_body and asks_the_same(said)
        if asks_again or is_request(said):
            yield index, begin, begin + len(said.rstrip()), ""
        about_a_body = asks_again or is_about_a_body(said)


def _in_block(index: int, text: str, start: int, kind: Kind, *, is_item: bool, below: bool) -> Iterator[Found]:
    """What a paragraph or an item recommends: each item of a list in it, the whole of it, or sentences."""
    if below and (parts := continued_items(text, start)):
        for begin, end in parts:
            yield from _in_block(index, without_and(text[:end]), begin, kind, is_item=True, below=True)
        return
    lettered = list(items_in(text, start, recommends=below or kind != "", below=below or is_item))
    if lettered:
        yield from _requests(index, text, start, sentence_around(text, lettered[0][0])[0])
        yield from ((index, *item, "") for item in lettered)
        yield from _requests(index, text, lettered[-1][1], len(text))
        return
    if (list_begins := INLINE.search(text, start)) and defines(text[start : list_begins.start() + 1]):
        yield from _of_definition(index, text, start, kind)
        return
    asks = asks_for(text, start)
    if asks or is_imperative(text, start):
        whole = below or (kind != "" and (asks or is_item or kind == "pure"))
    else:
        whole = below or kind == "pure"
    if whole and (asks or not (only_tells(text, start) or only_remarks(text, start))) and WORDS.search(text, start):
        yield index, start, len(text), ""
        return
    asked = list(_requests(index, text, start, len(text)))
    yield from asked
    if not asked and (below or kind):
        yield index, start, len(text), "other" if below or kind == "pure" or is_item else "mixed"
