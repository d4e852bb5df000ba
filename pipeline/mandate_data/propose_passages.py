"""Proposes passages for the guide of a source: the project's own code finds them, a curator accepts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, cast, get_args

from mandate_data.documents.document import BlockKind
from mandate_data.errors import InputError
from mandate_data.extract.about_ids import require_about
from mandate_data.extract.extraction_guide import exactly, load_guide, passage_of, pinned
from mandate_data.extract.known_ids import known_ids
from mandate_data.extract.merge import LISTED
from mandate_data.extract.parsed_source import ParsedSource, parse_source
from mandate_data.extract.passages import matches, read_passages
from mandate_data.extract.pattern_limits import try_on_document, try_patterns
from mandate_data.extract.project_readers import PROPOSALS, normalisations_of, propose_by_project
from mandate_data.extract.reading_limit import limited_reading
from mandate_data.extract.records import kind_of
from mandate_data.extract.source_descriptors import source_in
from mandate_data.package.tables import Package, Table
from mandate_data.project import Project

AROUND = (30, 60, 120, 240)
"""Characters before and after a fact that a proposed pattern has: the fewest that tell it from others."""
KINDS = tuple(sorted(get_args(BlockKind)))
"""Kinds of blocks in which a passage may be looked for."""
ANSWER = "<answer>"
"""In an entry that goes with a proposal: what the curator answers."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage for a table, with its sentence; the column `asked` of its entry needs the curator's words.

    `others` are entries of further tables that go with it; a value `ANSWER` in them becomes the curator's words, too.
    `question` is what the curator is asked, if more than the column's name. `at` is the block and the offset at which
    the pattern is meant to match.
    """

    table: str
    entry: Mapping[str, str]
    asked: str
    line: int
    sentence: str
    others: tuple[tuple[str, Mapping[str, str]], ...] = ()
    question: str = ""
    at: tuple[int, int] = (0, 0)
    where: tuple[str, ...] = ()
    """The kinds of blocks in which its patterns are looked for, if not in running text."""
    places: tuple[int, ...] = ()
    """The lines at which its pattern reads something, if these are several."""
    alike: bool = True
    """Whether it reads the same at all of them."""
    introduced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By answer: the entry that goes with it into the table that `asked` refers to, as of a person named elsewhere."""
    likely: str = ""
    """The answer that is offered first, as the id of the only person whom the text names."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What is written of it, by table and column, but for the curator's words."""

    def in_guide(self, entry: Mapping[str, str]) -> dict[str, Any]:
        """One of its entries as the guide has it."""
        return {**entry, "where": list(self.where)} if self.where else dict(entry)


@dataclass(frozen=True, slots=True)
class NotProposed:
    """A fact for which there is no proposal: `what` it is and `why`, with its line.

    Where a check says why, `cause` is the check, and `why` its whole message, which says what it is about, too.
    """

    what: str
    why: str
    line: int
    cause: str = ""

    @property
    def sentence(self) -> str:
        """What is not proposed, and why."""
        return self.why if self.cause else f"{self.what}: {self.why}"


def by_cause(facts: Iterable[NotProposed]) -> list[list[NotProposed]]:
    """What is not proposed, together where it is for the same cause, in the order of the first of each."""
    groups: dict[str, list[NotProposed]] = {}
    for one in facts:
        groups.setdefault(one.cause or one.why, []).append(one)
    return list(groups.values())


def propose(project: Project, source_id: str) -> tuple[list[Proposal], list[NotProposed]]:
    """What a project finds in a source and its guide does not name yet, and what of it can't be proposed.

    A pattern that would read other facts elsewhere is made longer; where that is no help, the proposal says so. Raises
    InputError where there is no such source, or the project has no module that proposes; with file and line, where
    that can't be run, takes too long, or proposes what no guide can have.
    """
    folder, contract = project.raw / source_id, project.contract
    if not (folder / "extraction.yaml").is_file():
        raise InputError(f"{folder}: no such source; begin it with a file first")
    source = source_in(folder)
    document, guide = source.read(), load_guide(folder / "extraction.yaml", contract)
    require_about(guide, known_ids(project), contract)
    proposals: dict[tuple[str, ...], Proposal] = {}
    with limited_reading(guide.path):
        try_on_document(document, guide)
        parsed = parse_source(document, guide, normalisations_of(project), project.checks)
        parsed = replace(parsed, published=source.published)
        try_patterns(parsed)
        found = _checked(*propose_by_project(parsed, project), parsed, contract)
        for one in found:
            if isinstance(one, Proposal):
                told = _with_values(_told_apart(one, parsed, contract), parsed, contract)
                proposals.setdefault((told.table, *chain.from_iterable(sorted(told.entry.items()))), told)
    return list(proposals.values()), [one for one in found if isinstance(one, NotProposed)]


def _checked(
    at: str, found: Sequence[object], parsed: ParsedSource, contract: Package
) -> Sequence[Proposal | NotProposed]:
    """What the function `propose` of a project, defined `at` this file and line, gave.

    Raises InputError for what is neither a Proposal nor a NotProposed, or can't be one of this source and these tables.
    """
    for one in found:
        for mistake in _mistakes(one, parsed, contract):
            raise InputError(f"{at}: propose() gives {mistake}")
    return cast("Sequence[Proposal | NotProposed]", found)


def _mistakes(one: object, parsed: ParsedSource, contract: Package) -> Iterator[str]:
    if not isinstance(one, Proposal | NotProposed):
        yield f"{kind_of(one)}; it must give Proposals and NotProposeds"
        return
    texts = (
        ("table", "asked", "sentence", "question", "likely") if isinstance(one, Proposal) else ("what", "why", "cause")
    )
    for name, kind, called in (*((text, str, "a text") for text in texts), ("line", int, "an int")):
        value = getattr(one, name)
        if not isinstance(value, kind):
            yield f"a {type(one).__name__} whose {name} is {kind_of(value)}; it must be {called}"
    if not isinstance(one, Proposal):
        return
    for pair in [(one.table, one.entry), *(one.others if isinstance(one.others, tuple) else [one.others])]:
        yield from _mistakes_in_entry(pair, contract)
    if one.introduced:
        table, _ = contract.tables[one.table].references.get(one.asked, ("", ""))
        for entry in one.introduced.values():
            yield from _mistakes_in_entry((table, entry), contract)
    if one.asked not in (columns := contract.tables[one.table].columns):
        known = ", ".join(columns)
        yield f"a Proposal that asks for {one.asked!r}, which is not a column of {one.table}; it has {known}"
    if not (isinstance(one.at, tuple) and len(one.at) == 2 and all(type(number) is int for number in one.at)):
        yield f"a Proposal that is at {one.at!r}; it must be at a block and an offset"
    elif not (isinstance(one.where, tuple) and all(kind in KINDS for kind in one.where)):
        yield f"a Proposal with where {one.where!r}; it must be a tuple of {', '.join(KINDS)}"
    elif one.at[0] not in range(len(parsed.blocks)) or one.at[1] not in range(len(parsed.text[one.at[0]])):
        yield f"a Proposal at the block {one.at[0]}, offset {one.at[1]}, where the source has nothing"


def _mistakes_in_entry(pair: object, contract: Package) -> Iterator[str]:
    """What is wrong with a table and its entry, as a Proposal has them."""
    if not (isinstance(pair, tuple) and len(pair) == 2):
        yield f"a Proposal with {kind_of(pair)} among its others; each must be a table and an entry"
        return
    table, entry = pair
    if table not in contract.tables:
        yield f"a Proposal for {table!r}, which is not a table; tables are {', '.join(contract.tables)}"
        return
    if not isinstance(entry, Mapping) or not all(isinstance(text, str) for text in chain(*entry.items())):
        yield f"a Proposal for {table} whose entry is {entry!r}; it must have a text for each name"
        return
    for name in ("id", "pattern"):
        if not entry.get(name):
            yield f"a Proposal for {table} without {name}"
            return
    for name in sorted({"patterns", "where"} & set(entry)):
        yield f"a Proposal for {table} with {name}, which is a list in a guide; leave it out"
    try:
        passage_of(contract.tables[table], entry, f"a Proposal for {table}")
    except InputError as error:
        yield str(error)


def _told_apart(proposal: Proposal, parsed: ParsedSource, contract: Package) -> Proposal:
    """The same proposal, whose pattern reads one place alone, or the same at all places, if there is such a pattern.

    Of a table whose rows a source states once, it reads one place alone.
    """
    table, pattern = contract.tables[proposal.table], proposal.entry["pattern"]
    own = read = _Reading.of(table, proposal.in_guide(proposal.entry), parsed, contract)
    for wider in own.wider(pattern, proposal.at, parsed) if not own.alike else ():
        entry = {**proposal.entry, "pattern": wider}
        read = _Reading.of(table, proposal.in_guide(entry), parsed, contract)
        if read.alike:
            proposal = replace(proposal, entry=entry)
            break
    else:
        read = own
    return replace(proposal, places=read.lines, alike=read.alike) if len(read.lines) > 1 else proposal


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the pattern of an entry reads: its matches by block, their lines, and whether they say the same."""

    matches: tuple[tuple[int, re.Match[str]], ...]
    lines: tuple[int, ...]
    alike: bool

    @classmethod
    def of(cls, table: Table, entry: Mapping[str, Any], parsed: ParsedSource, contract: Package) -> _Reading:
        passage = passage_of(table, entry, PROPOSALS)
        found = tuple(matches(parsed, passage))
        lines = tuple(parsed.blocks[block].text.line_at(match.start()) for block, match in found)
        if len(found) < 2:
            return cls(found, lines, True)
        read = read_passages(parsed, [passage], contract)
        said = {tuple((name, cell.value) for name, cell in sorted(one.cells.items())) for one in read.records}
        once = table.extensions.get(LISTED, False) is False
        return cls(found, lines, once and len(said) == 1 and not read.findings)

    def wider(self, pattern: str, at: tuple[int, int], parsed: ParsedSource) -> Iterator[str]:
        """Patterns that match fewer places beside that `at` an offset of a block: with more text around it, or with the
        dates that are printed there."""
        block, offset = at
        match = next((one for index, one in self.matches if index == block and one.start() <= offset < one.end()), None)
        if match is None:
            return
        text = parsed.text[block]
        for length in AROUND:
            before, after = text[: match.start()][-length:], text[match.end() :][:length]
            yield f"{exactly(before)}{pattern}{exactly(after)}"
        yield pinned(pattern, match)


def _with_values(proposal: Proposal, parsed: ParsedSource, contract: Package) -> Proposal:
    """The same proposal with what its passages read where it stands, and what they have beside the pattern."""
    values: dict[str, dict[str, str]] = {}
    block, offset = proposal.at
    for name, entry in ((proposal.table, proposal.entry), *proposal.others):
        table = contract.tables[name]
        read = read_passages(parsed, [passage_of(table, proposal.in_guide(entry), PROPOSALS)], contract).records
        at = parsed.place(block, offset, offset + 1)
        near = [one for one in read if (one.place.line, one.place.start) >= (at.line, at.start)] or read
        cells = {column: str(cell.value) for column, cell in (near[0].cells if near else {}).items()}
        said = {column: entry[column] for column in table.columns if column in entry} | cells
        values[name] = {
            column: said[column]
            for column in table.columns
            if column in said and column != proposal.asked and ANSWER not in said[column]
        }
    return replace(proposal, values=values)
