"""A document opened for reading: its sections, its notes, and the UN documents cited in each block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, groupby

from mandate_data.documents import Block, Document, Place
from mandate_data.documents.positions import Positions, text_at
from mandate_data.errors import InputError, MisuseError
from mandate_data.extract.extraction_guide import Guide, Passage, SectionRule
from mandate_data.extract.guide_places import line_in_entry
from mandate_data.extract.judged_citations import with_judged
from mandate_data.extract.normalisations import NORMALISATIONS, Normalisation, by_id
from mandate_data.extract.records import Cell, Evidence, Scalar
from mandate_data.extract.source_citations import Citation, citations_of
from mandate_data.findings.finding import Finding, Location
from mandate_data.findings.registry import Check, checks, fill, template_of
from mandate_data.typography import straighten


@dataclass(frozen=True)
class ParsedSource:
    """A document with what every reader needs to know of it.

    `blocks` are the document's, tables set in columns unfolded; `sections[i]` names the section of `blocks[i]`;
    `text[i]` is its text with plain quotes, offset for offset; `citations`, those of treaties,
    cases and letters among them, come body first, then notes, then tables.
    `normalisations` are the rules by which texts become values, by their ids; `checks` those whose findings a reader
    can report, the project's among them; `published` is the document's own date, "" where nobody has told it;
    `misprints` are printed values that errata correct. `found` is where passages of the guide were found, by their
    identity, once that was tried.
    """

    document: Document
    guide: Guide
    blocks: tuple[Block, ...]
    sections: tuple[str, ...]
    text: tuple[str, ...]
    citations: tuple[Citation, ...]
    normalisations: Mapping[str, Normalisation]
    positions: Positions
    checks: Mapping[str, Check] = field(default_factory=checks)
    published: str = ""
    misprints: frozenset[str] = frozenset()
    found: dict[int, tuple[Passage, Sequence[tuple[int, re.Match[str]]]]] = field(default_factory=dict)

    def within(self, section: str) -> Iterator[int]:
        """Indices of the blocks of a section, its subsections included."""
        yield from self.within_any((section,))

    def within_any(self, sections: Sequence[str]) -> list[int]:
        """Indices of the blocks of several sections, their subsections included; of all blocks if none is named.

        Raises InputError for a section that neither the document has nor the guide knows.
        """
        if not sections:
            return list(range(len(self.blocks)))
        for section in sections:
            if not self._is_known(section):
                raise InputError(
                    f"{self.document.path}: there is no section {section!r}, nor does {self.guide.path} know one; "
                    "correct its name in the reader, or restore its heading"
                )
        inside = (
            indices
            for name, indices in self._by_section.items()
            if any(name == section or name.startswith(section + "/") for section in sections)
        )
        return sorted(chain.from_iterable(inside))

    def _is_known(self, section: str) -> bool:
        """Whether blocks are in a section, or the guide has a heading for it, which may be missing."""
        if any(name == section or name.startswith(section + "/") for name in self._by_section):
            return True
        names = {rule.section for rule in self.guide.sections}
        return section in names or names.issuperset(section.split("/"))

    @cached_property
    def _by_section(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for index, name in enumerate(self.sections):
            found.setdefault(name, []).append(index)
        return found

    def last_matches(self, pattern: re.Pattern[str]) -> Sequence[tuple[int, re.Match[str]]]:
        """The last match of a pattern in each block that has one, with the block's index; looked for once."""
        if pattern not in self._last_matches:
            found = ((index, list(pattern.finditer(text))) for index, text in enumerate(self.text))
            self._last_matches[pattern] = [(index, matches[-1]) for index, matches in found if matches]
        return self._last_matches[pattern]

    @cached_property
    def _last_matches(self) -> dict[re.Pattern[str], list[tuple[int, re.Match[str]]]]:
        return {}

    def places(self, index: int, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
        """Where characters `start` to `end` of a block are; several places where something else is between them."""
        return self.positions.places(self.blocks[index].text, start, end)

    def place(self, index: int, start: int = 0, end: int | None = None) -> Place:
        """The passage from the first to the last of the characters `start` to `end` of a block."""
        places = self.places(index, start, end)
        first, last = places[0], max(places, key=lambda place: (place.end_line, place.end))
        return Place(first.source_id, first.line, first.start, last.end_line, last.end)

    def printed(self, index: int, start: int = 0, end: int | None = None) -> Cell:
        """The text from `start` to `end` of a block, as printed but for plain quotes and single blanks."""
        return self.in_parts(None, index, [(start, end)])

    def as_set(self, index: int, start: int = 0, end: int | None = None) -> Cell:
        """The text from `start` to `end` of a block, its quotes as they are printed."""
        text = self.blocks[index].text.value[start:end]
        return Cell(text, Evidence("printed", self.places(index, start, end)))

    def normalised(self, rule: str, index: int, start: int = 0, end: int | None = None) -> Cell:
        """What the rule reads in the text from `start` to `end` of a block.

        Raises ValueError, in most cases a PrintedError, for a text that has no such value.
        """
        return self.in_parts(rule, index, [(start, end)])

    def in_parts(self, rule: str | None, index: int, spans: Sequence[tuple[int, int | None]]) -> Cell:
        """A value that is printed in parts of a block, in the order of `spans`: joined by blanks, as printed or as the
        rule reads it. Raises as `normalised` does, and MisuseError for a rule that is not there."""
        text = " ".join(" ".join(self.text[index][slice(*span)].split()) for span in spans)
        places = tuple(place for span in spans for place in self.places(index, *span))
        if rule is None:
            return Cell(text, Evidence("printed", places))
        if rule not in self.normalisations:
            raise MisuseError(f"there is no normalisation {rule!r}; there are {', '.join(self.normalisations)}")
        return Cell(self.normalisations[rule].read(text), Evidence("normalised", places, rule))

    def assigned(self, value: Scalar, index: int, start: int = 0, end: int | None = None) -> Cell:
        """A value of ours (an id, a category, a label) that describes the text from `start` to `end` of a block."""
        return Cell(value, Evidence("assigned", self.places(index, start, end)))

    def about(self, column: str, index: int, start: int = 0, end: int | None = None) -> Cell:
        """The id, in `column`, of what the whole source is about, for a row that rests on these characters.

        Raises InputError for a source whose guide does not say it.
        """
        if column not in self.guide.about:
            raise InputError(
                f"{self.guide.path}: about has no {column}, which rows on {self.document.path}, line "
                f"{self.place(index, start, end).line} need: say there what the source is about"
            )
        return self.assigned(self.guide.about[column], index, start, end)

    def symbol(self, cited: Citation) -> Cell:
        """The symbol of the document that is cited; None where it is not settled.

        What points back has the place of what it points to, too.
        """
        reference = cited.reference
        here = self.places(cited.block, reference.start, reference.end)
        if cited.judged:
            return self.assigned(reference.symbol, cited.block, reference.start, reference.end)
        there = self._antecedent(cited)
        if not there and reference.symbol == " ".join(self.text[cited.block][reference.start : reference.end].split()):
            return Cell(reference.symbol, Evidence("printed", here))
        # Of a list ("general comments Nos. 14 and 15") only the paragraph as a whole says what the number is of.
        for places in ((*there, *here), self.places(cited.block)):
            printed = " ".join(text_at(self.document, place) for place in places)
            if reference.symbol is None or self.normalisations[SYMBOL].is_confirmed(printed, reference.symbol):
                return Cell(reference.symbol, Evidence("normalised", places, SYMBOL))
        return self.assigned(reference.symbol, cited.block, reference.start, reference.end)

    def pinpoint(self, cited: Citation) -> Cell | None:
        """The pinpoint beside a reference, as printed, or its parts joined by commas; None where there is none."""
        reference = cited.reference
        if not reference.pinpoint:
            return None
        places = [place for span in reference.pinpoint_spans for place in self.places(cited.block, *span)]
        if len(reference.pinpoint_spans) == 1:
            return Cell(reference.pinpoint, Evidence("printed", tuple(places)))
        return Cell(reference.pinpoint.replace(";", ", "), Evidence("normalised", tuple(places), "joined"))

    def note_number(self, index: int) -> Cell | None:
        """The number of a footnote, at the place where it opens the note; None for any other mark, such as `*`."""
        number = self.blocks[index].number
        if not number.isdecimal():
            return None
        first = self.places(index, 0, 1)[0]
        lines = self.document.lines
        whole = re.compile(rf"(?<!\w){re.escape(number)}(?!\w)")
        apart = not lines[first.line - 1][: first.start].strip()  # a raised figure in its line is not a number
        for line, end in ((first.line, first.start), (first.line - 1 if apart else 0, None)):
            if match := whole.search(lines[line - 1][:end]) if line else None:
                place = Place(first.source_id, line, match.start(), line, match.end())
                return Cell(int(number), Evidence("normalised", (place,), "number"))
        return self.assigned(int(number), index)

    def _antecedent(self, cited: Citation) -> tuple[Place, ...]:
        """The places of the reference to which one points back, through others that point back themselves."""
        seen: set[tuple[int, int]] = set()
        while cited.antecedent is not None and cited.antecedent not in seen:
            seen.add(cited.antecedent)
            block, start = cited.antecedent
            earlier = next(
                (other for other in self.citations if (other.block, other.reference.start) == (block, start)), None
            )
            if earlier is None:
                return ()
            if earlier.antecedent is None:
                return self.places(block, start, earlier.reference.end)
            cited = earlier
        return ()

    def location(self, at: int | Place, span: tuple[int, int] | None = None) -> Location:
        """The lines of a block, the characters of `span` (offsets) in it, or a place, in the document's file."""
        if isinstance(at, int) and span is None:
            line, end_line = self.blocks[at].text.lines(0, None)
            return Location(self.document.path, line, end_line)
        place = self.place(at, *(span or (0, None))) if isinstance(at, int) else at
        return Location(self.document.path, place.line, place.end_line, start=place.start, end=place.end)

    def finding(
        self,
        code: str,
        at: int | Place,
        span: tuple[int, int] | None = None,
        *,
        table: str = "",
        row_key: str = "",
        field: str = "",
        value: str = "",
        **values: object,
    ) -> Finding:
        """A finding on the lines of a block (its index), on `span` (offsets) in it, or on a place.

        Its texts are those of the check `code`, or `code/variant`; `values` are what they name. Raises KeyError for a
        code that is not a check of the program or the project, and ValueError for values that its texts do not name.
        """
        template = template_of(code, self.checks)
        where = self.location(at, span)
        return fill(template, code, where, table=table, row_key=row_key, field=field, value=value, **values)

    def note_citations(self, index: int, offset: int) -> list[Citation]:
        """What the first footnote marked at or after `offset` of a block cites and is settled, in order."""
        number = next((mark.number for mark in self.blocks[index].marks if mark.offset >= offset), None)
        return [
            cited
            for cited in self.citations
            if number and cited.context == "footnote" and cited.note == number and cited.reference.symbol
        ]

    def citations_in(self, index: int, start: int = 0, end: int | None = None) -> list[Citation]:
        """The settled citations in a block's characters from `start` to `end`, in order."""
        stop = len(self.text[index]) if end is None else end
        return [
            cited
            for cited in self.citations
            if cited.block == index and start <= cited.reference.start < stop and cited.reference.symbol
        ]


def unreadable_value(
    source: ParsedSource, error: ValueError, block: int, span: tuple[int, int], table: str, row_key: str
) -> Finding:
    """A value that was found at `span` of a block and means nothing."""
    return source.finding(
        "unreadable-value",
        block,
        span,
        table=table,
        row_key=row_key,
        value=source.text[block][slice(*span)],
        problem=error,
    )


def parse_source(
    document: Document,
    guide: Guide,
    normalisations: Mapping[str, Normalisation] = by_id(NORMALISATIONS),
    known_checks: Mapping[str, Check] | None = None,
) -> ParsedSource:
    """Find sections and citations. `known_checks` are those of the program unless they are given.

    Raises InputError where a section that the guide requires is missing: then it is another document.
    """
    sections = _sections(document, guide)
    blocks, names = _unfold_columns(document.blocks, sections, guide.sections)
    names = _sections_of_notes(blocks, names)
    _require_sections(document, guide, names)
    text = tuple(straighten(block.text.value) for block in blocks)
    return ParsedSource(
        document=document,
        guide=guide,
        blocks=blocks,
        sections=names,
        text=text,
        citations=with_judged(citations_of(blocks), guide.judged, text),
        normalisations=normalisations,
        positions=Positions(document),
        checks=checks() if known_checks is None else known_checks,
    )


def _sections(document: Document, guide: Guide) -> tuple[str, ...]:
    rules = guide.sections
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
                f"this is not the document that the source {document.source_id} describes, or its heading has changed: "
                f"correct the heading at {guide.path}:{line_in_entry(guide.path, rule.line, 'heading')}"
            )
    return tuple(names)


def _require_sections(document: Document, guide: Guide, names: Sequence[str]) -> None:
    """Every section in which the guide looks for something must be there."""
    wanted = [(rule.within, rule.line) for rule in guide.lists]
    wanted += [(enumeration.within, enumeration.line) for enumeration in guide.enumerations]
    wanted += [(section, passage.line) for passage in guide.passages for section in passage.within]
    known = set(names)
    for section, line in wanted:
        if not any(name == section or name.startswith(section + "/") for name in known):
            raise InputError(
                f"{document.path}: no section {section!r}; the heading that opens it is missing or has changed: "
                f"restore it, or change the section at {guide.path}:{line_in_entry(guide.path, line, 'within')}"
            )


def _unfold_columns(
    blocks: Sequence[Block], sections: Sequence[str], rules: Sequence[SectionRule]
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """A list that was set in columns, one cell per block, left column first."""
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


SYMBOL = "symbol"
"""The rule by which the symbol of what is cited is read."""
