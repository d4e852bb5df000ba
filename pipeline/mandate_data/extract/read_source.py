"""What is read from every source in the same way: itself, citations, lists, passages, rows of countries, ordinals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from mandate_data.extract.citation_records import read_citations, read_document_dates, read_report_holders
from mandate_data.extract.countries import UnknownCountryError, countries_in, country_code, is_known
from mandate_data.extract.footnotes import check_footnotes
from mandate_data.extract.lists import read_lists
from mandate_data.extract.parsed_source import Reading, unreadable_value
from mandate_data.extract.passages import Span, check_enumerations, read_passages, unread_numbers
from mandate_data.extract.people import read_people
from mandate_data.extract.records import Evidence, Extraction, Record, Scalar
from mandate_data.extract.sequences import longest_rising
from mandate_data.extract.source_descriptors import DRAFT, Source
from mandate_data.extract.table_of_contents import check_contents
from mandate_data.extract.values import PrintedError, edtf_date
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract

ALPHABETICAL = 0.8
"""The share of a list's names that keep the order of the alphabet, if it is meant to be kept."""
_LOOKS_LIKE_A_SYMBOL = re.compile(r"(?<![\w/.:%=-])/?[A-Za-z][A-Za-z0-9.]*(?:/[A-Za-z0-9.-]+){2,}")
_ADDRESS = re.compile(r"www\.|\.(?:org|int|com|net|nl|html?|aspx|pdf)\b")


def read_common(
    reading: Reading,
    source: Source,
    holders: Mapping[str, str],
    special: Extraction,
    contract: PackageContract,
) -> Extraction:
    """Records and findings that need no knowledge of the single source.

    `special` is what the source's own reader has read already: its lines count as read.
    """
    seen = [*_draft(reading), *_set_aside(reading), *_without_text(reading), *_unread_symbols(reading)]
    result = Extraction(findings=[*seen, *check_contents(reading)])
    result.findings += _another_full_text(reading, source)
    result.records.append(_source(reading, source))
    result.extend(read_citations(reading))
    result.extend(read_document_dates(reading))
    result.extend(read_report_holders(reading, holders))
    result.extend(read_people(reading, holders))
    lists, listed = read_lists(reading, holders)
    result.extend(lists)
    passages, passed = read_passages(reading, reading.guide.passages, contract)
    result.extend(passages)
    countries, counted = read_country_lists(reading)
    result.extend(countries)
    spans = listed + passed + counted
    result.extend(check_enumerations(reading, reading.guide.enumerations, passed))
    result.extend(unread_numbers(reading, spans, special))
    result.findings += check_footnotes(reading)
    return result


def _source(reading: Reading, source: Source) -> Record:
    document = reading.document
    place = next(
        (
            reading.evidence(index, *match.span())
            for index, text in enumerate(reading.text)
            if (match := reading.guide.names_itself.search(text))
        ),
        None,
    )
    values: dict[str, Scalar] = {
        "source_id": source.source_id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "edition": source.edition,
        "media_type": source.media_type,
        "sha256": document.sha256,
        "lines": len(document.lines),
        "rights": source.rights,
        "url": source.url,
    }
    return Record("sources", values, place or Evidence(source.source_id, 1, 1, reading.reader))


def _draft(reading: Reading) -> list[Finding]:
    if reading.document.lines[:1] != (DRAFT,):
        return []
    return [
        Finding(
            code="edition-draft",
            severity="error",
            file=reading.document.path,
            line=1,
            end_line=1,
            message="the edition has the words of the source, which are not ours to publish",
            hint="restate its sentences in your own words, or make sure that all may be used, and delete this line",
        )
    ]


def _another_full_text(reading: Reading, source: Source) -> list[Finding]:
    document = reading.document
    if source.edition != "full_text" or source.begun_from in (None, document.sha256):
        return []
    return [
        Finding(
            code="full-text-differs",
            severity="warning",
            file=document.path,
            message=f"the full text has the digest {document.sha256}, the edition was begun from {source.begun_from}",
            hint=f"read the same file, or change the digest in {source.folder / 'source.yaml'}",
        )
    ]


def _without_text(reading: Reading) -> list[Finding]:
    return [
        Finding(
            code="page-without-text",
            severity="warning",
            file=reading.document.path,
            page=page,
            message="not all of the page is text that can be read: there may be more on it than was read",
            hint="run the file through text recognition, or read the page and add what it says to an edition",
        )
        for page in reading.document.unread
    ]


def _set_aside(reading: Reading) -> list[Finding]:
    return [
        Finding(
            code="caption-set-aside",
            severity="note",
            file=reading.document.path,
            line=line,
            end_line=end_line,
            message="a caption, an image credit or a child's words were set aside and not read",
            hint="nothing to do; take it out of an edition that is to be published",
        )
        for line, end_line in reading.document.set_aside
    ]


def read_country_lists(reading: Reading) -> tuple[Extraction, list[Span]]:
    """States that a source lists as not party to an instrument, one row each."""
    result, spans = Extraction(), []
    for rule in reading.guide.country_lists:
        found = False
        for index in range(len(reading.blocks)):
            for match in rule.pattern.finditer(reading.text[index]):
                found = True
                spans.append(Span(index, *match.span()))
                try:
                    as_of = edtf_date(match["as_of"])
                except PrintedError as error:
                    where = match.span("as_of")
                    result.findings.append(
                        unreadable_value(reading, error, index, where, "non_parties", rule.instrument_id)
                    )
                    continue
                offset = match.start("list")
                names = countries_in(match["list"])
                result.findings += _out_of_alphabet(reading, index, offset, names)
                for name, start, end in names:
                    span = (offset + start, offset + end)
                    try:
                        code = country_code(name)
                    except UnknownCountryError:
                        result.findings.append(
                            reading.finding(
                                "unreadable-row",
                                f"unknown country {name!r}",
                                index,
                                span=span,
                                table="non_parties",
                                field="country_code",
                                value=name,
                                hint="correct the name, or add it to mandate_data/extract/reference/country_names.csv",
                            )
                        )
                        continue
                    values = {
                        "instrument_id": rule.instrument_id,
                        "country_code": code,
                        "as_of": as_of,
                    }
                    result.records.append(Record("non_parties", values, reading.evidence(index, *span)))
        if not found:
            result.findings.append(
                reading.finding(
                    "passage-missing",
                    f"no list of States matches the rule for {rule.instrument_id}",
                    0,
                    table="non_parties",
                    hint=f"restore the list, or change its pattern at {reading.guide.path}:{rule.line}",
                )
            )
    return result, spans


def _out_of_alphabet(
    reading: Reading, block: int, offset: int, names: Sequence[tuple[str, int, int]]
) -> Iterator[Finding]:
    """Names out of the alphabetical order of their list: there is one, if nearly all keep it."""
    names = [place for place in names if is_known(place[0])]  # the others have a finding of their own
    keys = [_sort_key(name) for name, _, _ in names]
    ranks = {key: rank for rank, key in enumerate(sorted(keys))}
    in_order = longest_rising([ranks[key] for key in keys], slack=0)
    if len(in_order) < ALPHABETICAL * len(names):
        return
    for place, (name, start, end) in enumerate(names):
        if place not in in_order:
            yield reading.finding(
                "country-out-of-order",
                f"{name} stands out of the alphabetical order of the list",
                block,
                span=(offset + start, offset + end),
                table="non_parties",
                field="country_code",
                value=name,
                severity="warning",
                hint="correct the name, or move it",
            )


def _sort_key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.casefold().removeprefix("the ")


def _unread_symbols(reading: Reading) -> list[Finding]:
    """Whatever has the look of a document symbol and was read as none: letters, digits and two slashes or more."""
    findings = []
    read = {(cited.block, cited.reference.start, cited.reference.end) for cited in reading.citations}
    for index in range(len(reading.blocks)):
        spans = [(start, end) for block, start, end in read if block == index]
        for match in _LOOKS_LIKE_A_SYMBOL.finditer(reading.text[index]):
            text = match[0].rstrip(".-")
            if not re.search(r"\d", text) or not re.search(r"[A-Z]", text) or _ADDRESS.search(text):
                continue
            if any(start < match.end() and match.start() < end for start, end in spans):
                continue
            if any(rule.search(text) for rule in reading.guide.unread):  # with a reason, in the guide
                continue
            findings.append(
                reading.finding(
                    "unread-symbol",
                    f"{text} has the look of a document symbol, but is none",
                    index,
                    span=(match.start(), match.start() + len(text)),
                    table="documents",
                    field="symbol",
                    value=text,
                    hint=f"correct the symbol, or list it as unread with a reason, in {reading.guide.path}",
                )
            )
    return findings
