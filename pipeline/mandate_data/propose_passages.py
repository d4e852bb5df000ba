"""Proposes passages for the guide of a source: the project's own code finds them, a curator accepts them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from mandate_data.documents import read_document
from mandate_data.errors import InputError
from mandate_data.extract.about_ids import require_about
from mandate_data.extract.extraction_guide import exactly, load_guide, passage_of, pinned
from mandate_data.extract.parsed_source import ParsedSource, parse_source
from mandate_data.extract.passages import matches as matches_of
from mandate_data.extract.passages import read_passages
from mandate_data.extract.project_readers import normalisations_of
from mandate_data.package.atomic_folders import replace_file
from mandate_data.package.tables import Package, Table
from mandate_data.package.xsd_patterns import matches
from mandate_data.project import Project
from mandate_data.yaml_files import read_yaml

WIDTH = 120
AROUND = (30, 60, 120, 240)
"""Characters before and after a fact that a proposed pattern has: the fewest that tell it from others."""
PROPOSALS = "schemas/proposals.py"
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
    places: tuple[int, ...] = ()
    """The lines at which its pattern reads something, if these are several."""
    alike: bool = True
    """Whether it reads the same at all of them."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What is written of it, by table and column, but for the curator's words."""


@dataclass(frozen=True, slots=True)
class NotProposed:
    """A fact for which there is no proposal: `what` it is and `why`, with its line."""

    what: str
    why: str
    line: int


def propose(root: Path, source_id: str) -> tuple[list[Proposal], list[NotProposed]]:
    """What the project at `root` finds in a source and its guide does not name yet, and what of it can't be proposed.

    A pattern that would read other facts elsewhere is made longer; where that is no help, the proposal says so. Raises
    InputError where there is no such source, or the project has no module that proposes.
    """
    folder, proposing = root / "raw" / source_id, root / PROPOSALS
    if not (folder / "extraction.yaml").is_file():
        raise InputError(f"{folder}: no such source; begin it with a file first")
    if not proposing.is_file():
        raise InputError(f"{proposing}: not there; without it nothing can be proposed")
    project = Project(root)
    document = read_document(folder / "document.md", "text/markdown", source_id)
    guide = load_guide(folder / "extraction.yaml", project.contract)
    require_about(guide, known_ids(root, project.contract), project.contract)
    parsed = parse_source(document, guide, normalisations_of(project), project.checks)
    parsed = replace(parsed, published=_published(folder / "source.yaml"))
    of_project = project.code(proposing).propose
    found: list[Proposal | NotProposed] = project.run("correct the code", proposing, lambda: list(of_project(parsed)))
    proposals: dict[tuple[str, ...], Proposal] = {}
    for one in found:
        if isinstance(one, Proposal):
            told = _with_values(_told_apart(one, parsed, project.contract), parsed, project.contract)
            proposals.setdefault((told.table, *chain.from_iterable(sorted(told.entry.items()))), told)
    return list(proposals.values()), [one for one in found if isinstance(one, NotProposed)]


def _published(descriptor: Path) -> str:
    """The date of a source, as far as its descriptor tells it."""
    content = read_yaml(descriptor) if descriptor.is_file() else None
    return str(content.get("published") or "") if isinstance(content, Mapping) else ""


def _told_apart(proposal: Proposal, parsed: ParsedSource, contract: Package) -> Proposal:
    """The same proposal, whose pattern reads one place alone, or the same at all places, if there is such a pattern."""
    table, pattern = contract.tables[proposal.table], proposal.entry["pattern"]
    own = read = _Reading.of(table, proposal.entry, parsed, contract)
    for wider in own.wider(pattern, proposal.at, parsed) if not own.alike else ():
        entry = {**proposal.entry, "pattern": wider}
        read = _Reading.of(table, entry, parsed, contract)
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
    def of(cls, table: Table, entry: Mapping[str, str], parsed: ParsedSource, contract: Package) -> _Reading:
        passage = passage_of(table, entry)
        found = tuple(matches_of(parsed, passage))
        lines = tuple(parsed.blocks[block].text.line_at(match.start()) for block, match in found)
        if len(found) < 2:
            return cls(found, lines, True)
        read = read_passages(parsed, [passage], contract)
        said = {tuple((name, cell.value) for name, cell in sorted(one.cells.items())) for one in read.records}
        return cls(found, lines, len(said) == 1 and not read.findings)

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
        read = read_passages(parsed, [passage_of(table, entry)], contract).records
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


def known_ids(root: Path, contract: Package) -> dict[str, set[str]]:
    """The ids that a table has in the package that is built, or in the guides of the sources, by table."""
    known: dict[str, set[str]] = {}
    for path in sorted((root / "raw").glob("*/extraction.yaml")):
        for table, entries in ((read_yaml(path) or {}).get("passages") or {}).items():
            known.setdefault(table, set()).update(str(entry["id"]) for entry in entries or () if "id" in entry)
    for name, table in contract.tables.items():
        path = root / "build" / "package" / "data" / f"{name}.csv"
        if len(table.primary_key) == 1 and path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                known.setdefault(name, set()).update(
                    row.get(table.primary_key[0]) or "" for row in csv.DictReader(file)
                )
    return known


def unknown_id(proposal: Proposal, words: str, contract: Package, known: Mapping[str, set[str]]) -> str:
    """Why no row has the id that the curator's words name, with an example of one that some row has; "" if one has."""
    table, _ = contract.tables[proposal.table].references.get(proposal.asked, ("", ""))
    ids = known.get(table, set())
    if not ids or words in ids or any(other == table for other, _ in proposal.others):
        return ""
    return (
        f"{table} has no {words!r} yet; it has {min(ids)!r}, for example. Give the same answer again to keep it, and "
        f"add a passage for it under {table}"
    )


def example_of(proposal: Proposal, contract: Package, known: Mapping[str, set[str]]) -> str:
    """A right answer to what a proposal asks."""
    table, _ = contract.tables[proposal.table].references.get(proposal.asked, ("", ""))
    return min(known.get(table, ()), default="maria-example") if table else "The Council extends the mandate"


def problem_of(proposal: Proposal, words: str, contract: Package, known: Mapping[str, set[str]]) -> str:
    """Why the curator's words can't be a value of the column that asks for them; "" if they can."""
    pattern = contract.tables[proposal.table].columns[proposal.asked].constraints.get("pattern")
    if pattern is None or matches(str(pattern), words):
        return ""
    example = example_of(proposal, contract, known)
    return f"{words!r} is no {proposal.asked}; a right one looks like {example}"


class InputEndedError(Exception):
    """No more answers will come: the input ended, or the curator interrupted."""

    def __init__(self, interrupted: bool = False) -> None:
        super().__init__()
        self.interrupted = interrupted


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many passages were added to a guide, how many proposals were not asked before the answers ended, and whether
    they were interrupted."""

    added: int
    unasked: int
    interrupted: bool = False


def accept(guide: Path, proposals: Sequence[Proposal], ask: Callable[[Proposal], str]) -> Accepted:
    """Add the proposals for which `ask` gives the curator's words ("": left out) to a guide, each at once.

    The rest of the guide stays as it is written. Where `ask` raises InputEndedError, what was added is kept.
    """
    added = 0
    for number, one in enumerate(proposals):
        try:
            words = ask(one).strip()
        except InputEndedError as ended:
            return Accepted(added, len(proposals) - number, ended.interrupted)
        if words:
            _add(guide, one, words)
            added += 1
    return Accepted(added, 0)


def _add(guide: Path, one: Proposal, words: str) -> None:
    """Add a passage, and those that go with it and are not there yet."""
    text = guide.read_text(encoding="utf-8")
    known = (read_yaml(guide) or {}).get("passages") or {}
    text = with_passages(text, one.table, [{**one.entry, one.asked: words}])
    for table, entry in one.others:
        filled = {name: words if value == ANSWER else value for name, value in entry.items()}
        if filled not in (known.get(table) or ()):
            text = with_passages(text, table, [filled])
    replace_file(guide, text.encode())


def with_passages(guide: str, table: str, entries: list[dict[str, str]]) -> str:
    """The text of a guide in which a table has these passages, too; what it has already stays as it is written.

    >>> print(with_passages("draft: true  # still", "events", [{"id": "a"}]), end="")
    draft: true  # still
    passages:
      events:
      - id: a
    """
    lines = guide.rstrip("\n").split("\n")
    key, section = _entry(yaml.compose(guide, yaml.SafeLoader), "passages")
    if section is None:
        return _inserted(lines, len(lines), ["passages:", *_written({table: entries}, 2)])
    if not _is_block(section):
        tables = yaml.safe_load(guide)["passages"] or {}
        tables[table] = [*(tables.get(table) or ()), *entries]
        return _inserted(
            [*lines[: key.start_mark.line], *lines[_end(section) :]],
            key.start_mark.line,
            _written({"passages": tables}, 0),
        )
    key, listed = _entry(section, table)
    if listed is None:
        return _inserted(lines, _end(section), _written({table: entries}, section.start_mark.column))
    if _is_block(listed):
        return _inserted(lines, _end(listed), _written(entries, listed.start_mark.column))
    first = key.start_mark.line
    whole = [*(yaml.safe_load(guide)["passages"][table] or ()), *entries]
    return _inserted([*lines[:first], *lines[_end(listed) :]], first, _written({table: whole}, key.start_mark.column))


def _entry(mapping: Any, key: str) -> tuple[Any, Any]:
    """The nodes of a key and its value; None for both where there is no such key."""
    pairs = mapping.value if isinstance(mapping, yaml.MappingNode) else ()
    return next(((name, value) for name, value in pairs if name.value == key), (None, None))


def _is_block(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _end(node: Any) -> int:
    """The number of lines up to the end of what a node says."""
    while _is_block(node):
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.line + (node.end_mark.column > 0))


def _written(content: Any, column: int) -> list[str]:
    plain = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=WIDTH)
    return [f"{' ' * column}{line}" for line in plain.splitlines()]


def _inserted(lines: Sequence[str], at: int, new: Sequence[str]) -> str:
    return "\n".join([*lines[:at], *new, *lines[at:]]) + "\n"
