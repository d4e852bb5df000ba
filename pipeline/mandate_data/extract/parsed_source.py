"""A document opened for reading: its sections, its notes, and the UN documents cited in each block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mandate_data.citations import Reference, Segment, cite_document
from mandate_data.documents import Block, Document
from mandate_data.errors import InputError
from mandate_data.extract.extraction_rules import Guide, SectionRule
from mandate_data.extract.records import Evidence
from mandate_data.extract.values import PrintedError
from mandate_data.findings.finding import Finding, Severity
from mandate_data.typography import straighten


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference, and the index of the block in which it stands."""

    block: int
    context: str  # body | footnote | table
    note: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with what every reader needs to know of it.

    `blocks` are the document's, tables set in columns unfolded; `sections[i]` names the section of `blocks[i]`;
    `text[i]` is its text with plain quotes, offset for offset; `citations` come body first, then notes, then tables.
    """

    document: Document
    guide: Guide
    reader: str
    blocks: tuple[Block, ...]
    sections: tuple[str, ...]
    text: tuple[str, ...]
    citations: tuple[Citation, ...]

    def within(self, section: str) -> Iterator[int]:
        """Indices of the blocks of a section, its subsections included."""
        for index, name in enumerate(self.sections):
            if name == section or name.startswith(section + "/"):
                yield index

    def evidence(self, index: int, start: int = 0, end: int | None = None) -> Evidence:
        first, last = self.blocks[index].text.lines(start, end)
        return Evidence(self.document.source_id, first, last, self.reader)

    def finding(
        self,
        code: str,
        message: str,
        index: int,
        *,
        value: str = "",
        hint: str = "",
        table: str = "",
        row_key: str = "",
        field: str = "",
        severity: Severity = "error",
        span: tuple[int, int] | None = None,
    ) -> Finding:
        """A finding on the lines of a block, or of `span` (offsets) in it."""
        start, end = span or (0, None)
        line, end_line = self.blocks[index].text.lines(start, end)
        return Finding(
            code=code,
            severity=severity,
            message=message,
            table=table,
            row_key=row_key,
            field=field,
            value=value,
            hint=hint,
            file=self.document.path,
            line=line,
            end_line=end_line,
        )

    def note_symbols(self, index: int, offset: int) -> list[str]:
        """The UN documents that the first footnote marked at or after `offset` of a block cites, in order."""
        number = next((mark.number for mark in self.blocks[index].marks if mark.offset >= offset), None)
        return [
            cited.reference.symbol
            for cited in self.citations
            if number and cited.context == "footnote" and cited.note == number and cited.reference.symbol
        ]

    def symbols_in(self, index: int, start: int = 0, end: int | None = None) -> list[str]:
        """The UN documents cited in a block's characters from `start` to `end`, in order."""
        stop = len(self.text[index]) if end is None else end
        return [
            cited.reference.symbol
            for cited in self.citations
            if cited.block == index and start <= cited.reference.start < stop and cited.reference.symbol
        ]


def unreadable_value(
    reading: Reading, error: PrintedError, block: int, span: tuple[int, int], table: str, row_key: str
) -> Finding:
    """A value that was found at `span` of a block and means nothing."""
    return reading.finding(
        "unreadable-value",
        str(error),
        block,
        span=span,
        table=table,
        row_key=row_key,
        value=reading.text[block][slice(*span)],
        hint="correct the value in the source, or the pattern in the reading guide",
    )


def open_reading(document: Document, guide: Guide, reader: str) -> Reading:
    """Find sections and citations.

    Raises InputError when a section that the guide requires is missing: then this is not the document that the
    reader knows.
    """
    sections = _sections(document, guide.sections)
    blocks, names = _unfold_columns(document.blocks, sections, guide.sections)
    names = _sections_of_notes(blocks, names)
    _require_sections(document, guide, names)
    return Reading(
        document=document,
        guide=guide,
        reader=reader,
        blocks=blocks,
        sections=names,
        text=tuple(straighten(block.text.value) for block in blocks),
        citations=_citations(blocks),
    )


def _sections(document: Document, rules: Sequence[SectionRule]) -> tuple[str, ...]:
    names: list[str] = []
    outer = current = ""
    met: set[SectionRule] = set()
    for block in document.blocks:
        if block.kind == "heading" or (block.kind == "paragraph" and block.boxed):
            for rule in rules:
                found = rule.pattern.search(straighten(block.text.value))
                if found:
                    met.add(rule)
                    name = found.expand(rule.section)
                    if rule.inside:
                        current = f"{outer}/{name}" if outer else name
                    else:
                        outer = current = name
                    break
        names.append(current)
    for rule in rules:
        if rule.required and rule not in met:
            raise InputError(
                f"{document.path}: no heading that matches {rule.pattern.pattern!r} (section {rule.section!r}); "
                f"this is not the document that the source {document.source_id} describes, or its heading has changed"
            )
    return tuple(names)


def _require_sections(document: Document, guide: Guide, names: Sequence[str]) -> None:
    """Every section in which the guide looks for something must be there."""
    wanted = [rule.within for rule in guide.lists] + [rule.within for rule in guide.enumerations]
    wanted += [section for passage in guide.passages for section in passage.within]
    known = set(names)
    for section in wanted:
        if not any(name == section or name.startswith(section + "/") for name in known):
            raise InputError(
                f"{document.path}: no section {section!r}; the heading that opens it is missing or has changed: "
                f"restore it, or change the sections in {guide.path}"
            )


def _unfold_columns(
    blocks: Sequence[Block], sections: Sequence[str], rules: Sequence[SectionRule]
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """A list that was set in columns, one cell a block, left column first."""
    in_columns = {rule.section for rule in rules if rule.columns}
    unfolded: list[Block] = []
    names: list[str] = []
    paired = list(zip(blocks, sections, strict=True))
    for (in_column, name), run in groupby(
        paired, lambda pair: (pair[0].kind == "row" and pair[1] in in_columns, pair[1])
    ):
        rows = [block for block, _ in run]
        if in_column:
            width = max(len(row.cells) for row in rows)
            cells = [row.cells[column] for column in range(width) for row in rows if column < len(row.cells)]
            rows = [replace(rows[0], text=cell, cells=(cell,)) for cell in cells]
        unfolded += rows
        names += [name] * len(rows)
    return tuple(unfolded), tuple(names)


def _sections_of_notes(blocks: Sequence[Block], sections: Sequence[str]) -> tuple[str, ...]:
    """A note belongs to the section in which its mark first stands, not to the page end where it is printed.

    A note without a mark belongs to none.
    """
    marked: dict[str, str] = {}
    for block, name in zip(blocks, sections, strict=True):
        for mark in block.marks:
            marked.setdefault(mark.number, name)
    return tuple(
        marked.get(block.number, "") if block.kind == "footnote" else name
        for block, name in zip(blocks, sections, strict=True)
    )


def _citations(blocks: Sequence[Block]) -> tuple[Citation, ...]:
    order = sorted(range(len(blocks)), key=lambda index: _CONTEXTS.index(_context(blocks[index])))
    segments = [Segment(blocks[index].text.value, blocks[index].number or None) for index in order]
    return tuple(
        Citation(
            block=order[located.segment],
            context=_context(blocks[order[located.segment]]),
            note=blocks[order[located.segment]].number,
            reference=located.reference,
        )
        for located in cite_document(segments)
    )


_CONTEXTS = ("body", "footnote", "table")


def _context(block: Block) -> str:
    return {"footnote": "footnote", "row": "table"}.get(block.kind, "body")
