"""What is read of every source of any project: the passages and rows of its guide, and what may be wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import accumulate

from mandate_data.documents import Place
from mandate_data.extract.footnotes import check_footnotes
from mandate_data.extract.judged_citations import check_judged
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.passages import check_enumerations, read_passages, unread_numbers
from mandate_data.extract.records import Cell, Evidence, Extraction, Record, Scalar
from mandate_data.extract.reference_lists import SYMBOLS
from mandate_data.extract.row_lists import read_row_lists
from mandate_data.extract.set_aside_words import words_set_aside
from mandate_data.extract.source_descriptors import DRAFT, Source
from mandate_data.extract.table_of_contents import check_contents
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.tables import Package

_LOOKS_LIKE_A_SYMBOL = re.compile(r"(?<![\w/.:%=-])/?[A-Za-z][A-Za-z0-9.]*(?:/[A-Za-z0-9.-]+){2,}")
_ADDRESS = re.compile(r"www\.|\.(?:org|int|com|net|nl|html?|aspx|pdf)\b")


def read_source(parsed: ParsedSource, source: Source, special: Extraction, contract: Package) -> Extraction:
    """Records and findings that need no knowledge of the project's tables.

    `special` is what the project's readers have read already: their lines count as read.
    """
    result = Extraction(findings=[*_draft(parsed), *_set_aside(parsed), *_without_text(parsed), *_left_out(parsed)])
    result.findings += [*_unread_symbols(parsed, contract), *check_contents(parsed), *check_judged(parsed)]
    result.findings += _another_full_text(parsed, source)
    result.records.append(_source(parsed, source))
    result.extend(read_passages(parsed, parsed.guide.passages, contract))
    passages = list(result.spans)
    result.extend(read_row_lists(parsed, contract))
    result.extend(check_enumerations(parsed, parsed.guide.enumerations, passages))
    result.spans += special.spans
    result.extend(unread_numbers(parsed, result, special))
    result.findings += check_footnotes(parsed)
    return result


def _source(parsed: ParsedSource, source: Source) -> Record:
    document = parsed.document
    place = next(
        (
            parsed.place(index, *match.span())
            for index, text in enumerate(parsed.text)
            if (match := parsed.guide.names_itself.search(text))
        ),
        Place(source.source_id, 1, 0, 1, 0),
    )
    values: dict[str, Scalar] = {
        "source_id": source.source_id,
        "title": source.title,
        "alternative_title": source.alternative_title,
        "publisher": source.publisher,
        "published": source.published,
        "edition": source.edition,
        "media_type": source.media_type,
        "sha256": document.sha256,
        "lines": len(document.lines),
        "rights": source.rights,
        "url": source.url,
    }
    evidence = Evidence("assigned", (place,))
    return Record("sources", {column: Cell(value, evidence) for column, value in values.items()}, place)


def _draft(source: ParsedSource) -> list[Finding]:
    if source.document.lines[:1] != (DRAFT,):
        return []
    return [finding("edition-draft", Location(source.document.path, 1))]


def _another_full_text(parsed: ParsedSource, source: Source) -> list[Finding]:
    document = parsed.document
    if source.edition != "full_text" or source.begun_from in (None, document.sha256):
        return []
    return [
        finding(
            "full-text-differs",
            Location(document.path),
            digest=document.sha256,
            begun_from=source.begun_from,
            descriptor=source.folder / "source.yaml",
        )
    ]


def _without_text(source: ParsedSource) -> list[Finding]:
    return [finding("page-without-text", Location(source.document.path, page=page)) for page in source.document.unread]


def _left_out(source: ParsedSource) -> list[Finding]:
    return [
        finding("left-out", Location(source.document.path, one.line, page=one.page), reason=one.reason)
        for one in source.document.left_out
    ]


def _set_aside(source: ParsedSource) -> list[Finding]:
    return [
        finding(
            "caption-set-aside",
            Location(source.document.path, line, end_line),
            words=words,
        )
        for line, end_line, words in words_set_aside(source.document)
    ]


def _unread_symbols(source: ParsedSource, contract: Package) -> list[Finding]:
    """Whatever has the look of a document symbol and was read as none: letters, digits and two slashes or more."""
    findings: list[Finding] = []
    documents = contract.reference_table(SYMBOLS)
    if documents is None:
        return findings
    read: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for cited in source.citations:
        read[cited.block].add((cited.reference.start, cited.reference.end))
    for index in range(len(source.blocks)):
        spans = sorted(read.get(index, ()))
        reach = list(accumulate((end for _, end in spans), max))
        for match in _LOOKS_LIKE_A_SYMBOL.finditer(source.text[index]):
            text = match[0].rstrip(".-")
            if not re.search(r"\d", text) or not re.search(r"[A-Z]", text) or _ADDRESS.search(text):
                continue
            before = bisect_left(spans, (match.end(), 0))  # of those that begin before it ends, one may reach into it
            if before and reach[before - 1] > match.start():
                continue
            if any(rule.search(text) for rule in source.guide.unread):  # with a reason, in the guide
                continue
            findings.append(
                source.finding(
                    "unread-symbol/draft" if source.guide.draft else "unread-symbol",
                    index,
                    (match.start(), match.start() + len(text)),
                    table=documents.name,
                    field=documents.primary_key[0],
                    value=text,
                    guide=source.guide.path,
                )
            )
    return findings
