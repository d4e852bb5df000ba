"""Proposes passages for the guide of a source: the project's own code finds them, a curator accepts them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from mandate_data.documents import read_document
from mandate_data.errors import InputError
from mandate_data.extract.extraction_guide import load_guide
from mandate_data.extract.parsed_source import parse_source
from mandate_data.extract.project_readers import normalisations_of
from mandate_data.package.atomic_folders import replace_file
from mandate_data.project import Project
from mandate_data.yaml_files import read_yaml

_SECTION = re.compile(r"^passages:[ \t]*\n(?:(?:[ \t-].*)?\n)*", re.MULTILINE)
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


def accept(guide: Path, proposals: Iterable[Proposal], ask: Callable[[Proposal], str]) -> int:
    """Add the proposals for which `ask` gives the curator's words ("": left out) to a guide; returns how many."""
    accepted = [(one, words) for one in proposals if (words := ask(one).strip())]
    if accepted:
        text = guide.read_text(encoding="utf-8")
        passages = read_yaml(guide).get("passages", {})
        for one, words in accepted:
            passages.setdefault(one.table, []).append({**one.entry, one.asked: words})
            for table, entry in one.others:
                filled = {name: words if value == ANSWER else value for name, value in entry.items()}
                if filled not in passages.setdefault(table, []):
                    passages[table].append(filled)
        rest = _SECTION.sub("", text).rstrip("\n")
        section = yaml.safe_dump({"passages": passages}, allow_unicode=True, sort_keys=False, width=WIDTH)
        replace_file(guide, f"{rest}\n{section}".encode())
    return len(accepted)
