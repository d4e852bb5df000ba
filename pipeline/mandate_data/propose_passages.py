"""Proposes passages for the guide of a source: the project's own code finds them, a curator accepts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mandate_data.documents import read_document
from mandate_data.errors import InputError
from mandate_data.extract.extraction_guide import load_guide
from mandate_data.extract.parsed_source import parse_source
from mandate_data.extract.project_readers import normalisations_of
from mandate_data.package.atomic_folders import replace_file
from mandate_data.package.tables import Package
from mandate_data.package.xsd_patterns import matches
from mandate_data.project import Project
from mandate_data.yaml_files import read_yaml

WIDTH = 120
PROPOSALS = "schemas/proposals.py"
ANSWER = "<answer>"
"""In an entry that goes with a proposal: what the curator answers."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage for a table, with its sentence; the column `asked` of its entry needs the curator's words.

    `others` are entries of further tables that go with it; a value `ANSWER` in them becomes the curator's words, too.
    `question` is what the curator is asked, if more than the column's name.
    """

    table: str
    entry: Mapping[str, str]
    asked: str
    line: int
    sentence: str
    others: tuple[tuple[str, Mapping[str, str]], ...] = ()
    question: str = ""


def propose(root: Path, source_id: str) -> list[Proposal]:
    """What the project at `root` finds in a source and its guide does not name yet.

    Raises InputError where there is no such source, or the project has no module that proposes.
    """
    folder, proposing = root / "raw" / source_id, root / PROPOSALS
    if not (folder / "extraction.yaml").is_file():
        raise InputError(f"{folder}: no such source; begin it with a file first")
    if not proposing.is_file():
        raise InputError(f"{proposing}: not there; without it nothing can be proposed")
    project = Project(root)
    document = read_document(folder / "document.md", "text/markdown", source_id)
    guide = load_guide(folder / "extraction.yaml", project.contract)
    parsed = parse_source(document, guide, normalisations_of(project), project.checks)
    of_project = project.code(proposing).propose
    found: list[Proposal] = project.run("correct the code", proposing, lambda: list(of_project(parsed)))
    return found


def problem_of(proposal: Proposal, words: str, contract: Package) -> str:
    """Why the curator's words can't be a value of the column that asks for them; "" if they can."""
    pattern = contract.tables[proposal.table].columns[proposal.asked].constraints.get("pattern")
    if pattern is None or matches(str(pattern), words):
        return ""
    return f"{words!r} is no {proposal.asked}: it does not match {pattern}"


def accept(guide: Path, proposals: Iterable[Proposal], ask: Callable[[Proposal], str]) -> int:
    """Add the proposals for which `ask` gives the curator's words ("": left out) to a guide; returns how many.

    The rest of the guide stays as it is written.
    """
    accepted = [(one, words) for one in proposals if (words := ask(one).strip())]
    if accepted:
        text = guide.read_text(encoding="utf-8")
        known = (read_yaml(guide) or {}).get("passages") or {}
        new: dict[str, list[dict[str, str]]] = {}
        for one, words in accepted:
            new.setdefault(one.table, []).append({**one.entry, one.asked: words})
            for table, entry in one.others:
                filled = {name: words if value == ANSWER else value for name, value in entry.items()}
                if filled not in (*known.get(table, ()), *new.get(table, ())):
                    new.setdefault(table, []).append(filled)
        for table, entries in new.items():
            text = with_passages(text, table, entries)
        replace_file(guide, text.encode())
    return len(accepted)


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
