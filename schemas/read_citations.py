"""What a source cites: United Nations documents, treaties and other works, one record per place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mandate_data.documents import Place
from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.passages import matches
from mandate_data.extract.records import Cell, Evidence, Extraction, Record
from mandate_data.extract.source_citations import Citation
from mandate_data.extract.values import slug
from mandate_data.findings.finding import Finding

from .normalisations import pinpoint

WORKS = "works"
INSTRUMENTS = "legal_instruments"
NAMES_OF_WORK = ("title", "publisher", "year", "url")
"""The groups of a passage on a work that are the citation, if they are in its pattern."""
CONTEXTS = {"footnote": "footnote", "row": "table"}
"""The context of a citation in each kind of block; any other block is in the body."""
DEFINITION = re.compile(r"\s*\((?:hereinafter\s*)?[\"']?")
"""What is between a treaty and the abbreviation that it defines."""
PAGE = re.compile(r", pp?\.\s?(\d+(?:-\d+)?)")
"""The page of a work, after its title, publisher and year."""
HEREINAFTER = re.compile(r"\(hereinafter:?\s*[\"']?$", re.IGNORECASE)
"""What is before the name under which a document will be cited."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: where it is printed (offsets in a block), and the cells that say what is cited.

    `page` is where the page of a work is printed.
    """

    block: int
    start: int
    end: int
    target: Mapping[str, Cell]
    form: str = "explicit"
    reference: Citation | None = None
    is_address: bool = False
    page: tuple[int, int] | None = None

    @property
    def value(self) -> str:
        """What is cited: a symbol, or the id of a work or an instrument; "" if that is not settled."""
        return next((str(cell.value) for cell in self.target.values() if cell.value is not None), "")


def read_citations(parsed: ParsedSource, identifiers: Identifiers) -> Extraction:
    """A `citations` record for each place, numbered by note or section and by what is cited."""
    result = Extraction()
    works = list(_works(parsed))
    treaties = identifiers.kinds.get("treaties", {})
    references = list(_references(parsed, treaties, works, result))
    instruments = _instruments_in_notes(parsed, [*works, *references])
    met: Counter[str] = Counter()
    for cited in sorted([*works, *references, *instruments], key=lambda one: (one.block, one.start)):
        base = f"{parsed.document.source_id}/{_where(parsed, cited.block)}/{slug(cited.value or _text(parsed, cited))}"
        met[base] += 1
        citation_id = base if met[base] == 1 else f"{base}.{met[base]}"
        if cited.value or not parsed.guide.draft:
            result.records.append(_record(parsed, cited, citation_id))
        if not cited.value:
            result.findings.append(_unresolved(parsed, cited, citation_id))
    return result


def _text(parsed: ParsedSource, cited: Cited) -> str:
    return parsed.text[cited.block][cited.start : cited.end]


def _where(parsed: ParsedSource, block: int) -> str:
    """The note, or the section, in which a block is."""
    if parsed.blocks[block].kind == "footnote":
        number = parsed.blocks[block].number
        return f"n{number}" if number.isdecimal() else f"n-{slug(number) or 'mark'}"
    return slug(parsed.sections[block]) or "text"


def _works(parsed: ParsedSource) -> Iterator[Cited]:
    """Where the passages of the guide find works."""
    for passage in parsed.guide.passages:
        if passage.table == WORKS:
            for index, match in matches(parsed, passage):
                spans = [match.span(name) for name in NAMES_OF_WORK if match.groupdict().get(name) is not None]
                spans = spans or [match.span()]  # another form of its title
                start, end = min(start for start, _ in spans), max(end for _, end in spans)
                target = {"work_id": parsed.assigned(passage.key, index, start, end)}
                page = PAGE.match(match.string, match.end())
                yield Cited(
                    index,
                    start,
                    end,
                    target,
                    is_address=match.groupdict().get("url") == match.string[start:end],
                    page=page.span(1) if page else None,
                )


def _instruments_in_notes(parsed: ParsedSource, known: Sequence[Cited]) -> Iterator[Cited]:
    """Where the passages of the guide find instruments in notes that are not cited there already.

    An instrument that the text outside of the notes names in passing is not cited.
    """
    for passage in parsed.guide.passages:
        if passage.table != INSTRUMENTS:
            continue
        for index, match in matches(parsed, passage):
            start, end = match.span("title") if match.groupdict().get("title") is not None else match.span()
            again = any(one.block == index and one.start < end and start < one.end for one in known)
            if parsed.blocks[index].kind == "footnote" and not again:
                yield Cited(index, start, end, {"instrument_id": parsed.assigned(passage.key, index, start, end)})


def _references(
    parsed: ParsedSource, treaties: Mapping[str, str], works: list[Cited], result: Extraction
) -> Iterator[Cited]:
    """What the engine finds: documents and treaties, and what points back to them or to a work."""
    before: Citation | None = None
    for found in parsed.citations:
        reference, block = found.reference, found.block
        span = (block, reference.start, reference.end)
        if HEREINAFTER.search(parsed.text[block], 0, reference.start):
            continue  # what it will be called is not a citation
        if reference.kind == "supra":
            yield from _pointed_to(parsed, found)
        elif reference.kind == "treaty" or (reference.kind == "ibid" and reference.identifier):
            if any(work.block == block and work.start < span[2] and span[1] < work.end for work in works):
                continue  # the treaty is part of a work's title
            if found.context == "table" and parsed.citations_in(block):
                continue  # the treaty is part of the title of the document that the row lists
            if before is not None and _defines(parsed, before, found):
                continue
            before = found
            if found.context != "footnote" and reference.pinpoint is None:
                continue  # a treaty that is mentioned in passing is not cited
            instrument = treaties.get(str(reference.identifier))
            if instrument is None:
                value = reference.text
                result.findings.append(
                    parsed.finding("treaty-unlisted", block, span[1:], table="citations", value=value)
                )
                continue
            yield Cited(*span, {"instrument_id": parsed.assigned(instrument, *span)}, _form(found), found)
        elif reference.kind == "ibid" and reference.symbol is None and (work := _work_before(parsed, found, works)):
            here = Evidence("assigned", (*_places(parsed, work), *parsed.places(*span)))
            yield Cited(*span, {"work_id": Cell(work.value, here)}, "ibid", found)
        elif reference.kind not in ("case", "letter"):
            target = {"symbol": parsed.symbol(found)} if reference.symbol else {}
            yield Cited(*span, target, _form(found), found)


def _form(found: Citation) -> str:
    return "ibid" if found.reference.kind == "ibid" else "explicit"


def _places(parsed: ParsedSource, cited: Cited) -> tuple[Place, ...]:
    return parsed.places(cited.block, cited.start, cited.end)


def _defines(parsed: ParsedSource, before: Citation, found: Citation) -> bool:
    """Whether an abbreviation in brackets is that of the treaty named just before."""
    same = before.block == found.block and before.reference.identifier == found.reference.identifier
    between = parsed.text[found.block][before.reference.end : found.reference.start]
    return same and DEFINITION.fullmatch(between) is not None


def _pointed_to(parsed: ParsedSource, found: Citation) -> Iterator[Cited]:
    """One citation for each document of the note to which a `supra` points."""
    reference, block = found.reference, found.block
    span = (block, reference.start, reference.end)
    if found.judged:
        yield Cited(*span, {"symbol": parsed.symbol(found)}, "supra", found)
        return
    targets = [
        other
        for other in parsed.citations
        if other.context == "footnote" and other.note == reference.points_to and other.reference.symbol
    ]
    for other in targets:
        there = parsed.places(other.block, other.reference.start, other.reference.end)
        cell = Cell(other.reference.symbol, Evidence("normalised", (*there, *parsed.places(*span)), "symbol"))
        yield Cited(*span, {"symbol": cell}, "supra", found)
    if not targets:
        yield Cited(*span, {}, "supra", found)


def _work_before(parsed: ParsedSource, found: Citation, works: list[Cited]) -> Cited | None:
    """The work that the note before this one, or this note before its `ibid.`, cites last."""
    number = parsed.blocks[found.block].number
    here = (found.block, found.reference.start)
    cited = [(other.block, other.reference.start) for other in parsed.citations if other is not found]
    earlier = [work for work in works if (work.block, work.start) < here]
    if not earlier:
        return None
    last = max(earlier, key=lambda work: (work.block, work.start))
    near = parsed.blocks[last.block].number in (number, str(int(number) - 1) if number.isdecimal() else number)
    between = any((last.block, last.start) < place < here for place in cited)
    return last if near and not between else None


def _record(parsed: ParsedSource, cited: Cited, citation_id: str) -> Record:
    span = (cited.block, cited.start, cited.end)
    reference = cited.reference.reference if cited.reference else None
    given = {
        "citation_id": citation_id,
        "source_id": parsed.document.source_id,
        "context": CONTEXTS.get(parsed.blocks[cited.block].kind, "body"),
        "form": cited.form,
        "pinpoint_kind": "page" if cited.page else reference.pinpoint_kind if reference else None,
    }
    cells = {column: parsed.assigned(value, *span) for column, value in given.items() if value is not None}
    cells |= cited.target
    cells["as_printed"] = parsed.normalised("web-address", *span) if cited.is_address else parsed.printed(*span)
    if (note := parsed.note_number(cited.block)) is not None:
        cells["note"] = note
    place = parsed.pinpoint(cited.reference) if cited.reference else None
    if cited.page:
        place = parsed.printed(cited.block, *cited.page)
    if place is not None:
        cells["pinpoint"] = _separated(place)
    return Record("citations", cells, parsed.place(*span))


def _separated(printed: Cell) -> Cell:
    """A pinpoint with commas between its parts; as it is where it has one part, or commas already."""
    value = pinpoint(str(printed.value))
    if value == printed.value:
        return printed
    return Cell(value, Evidence("normalised", printed.evidence.places, "pinpoint"))


def _unresolved(parsed: ParsedSource, cited: Cited, citation_id: str) -> Finding:
    reference = cited.reference.reference if cited.reference else None
    return parsed.finding(
        "citation-unresolved/draft" if parsed.guide.draft else "citation-unresolved",
        cited.block,
        (cited.start, cited.end),
        table="citations",
        row_key=citation_id,
        field="symbol",
        value=_text(parsed, cited),
        reason=reference.reason if reference else "",
    )
