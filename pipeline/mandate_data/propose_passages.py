"""Proposes passages for the guide of a source: the project's generic reader finds them, a curator accepts them."""

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
from mandate_data.new_source import GENERIC_READER
from mandate_data.project import Project

_SECTION = re.compile(r"^passages:[ \t]*\n(?:(?:[ \t-].*)?\n)*", re.MULTILINE)
WIDTH = 120


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage for a table, with its sentence; the column `asked` of its entry needs the curator's words."""

    table: str
    entry: Mapping[str, str]
    asked: str
    line: int
    sentence: str


def propose(root: Path, source_id: str) -> list[Proposal]:
    """What the generic reader of the project at `root` finds in a source and its guide does not name yet.

    Raises InputError where there is no such source, or no generic reader.
    """
    folder, generic = root / "raw" / source_id, root / GENERIC_READER
    if not (folder / "extraction.yaml").is_file():
        raise InputError(f"{folder}: no such source; begin it with a file first")
    if not generic.is_file():
        raise InputError(f"{generic}: not there; without it nothing can be proposed")
    project = Project(root)
    document = read_document(folder / "document.md", "text/markdown", source_id)
    guide = load_guide(folder / "extraction.yaml", project.contract)
    parsed = parse_source(document, guide, normalisations_of(project), project.checks)
    return [Proposal(*one) for one in project.code(generic).propose(parsed)]


def accept(guide: Path, proposals: Iterable[Proposal], ask: Callable[[Proposal], str]) -> int:
    """Add the proposals for which `ask` gives the curator's words ("": left out) to a guide; returns how many."""
    accepted = [(one, words) for one in proposals if (words := ask(one).strip())]
    if accepted:
        text = guide.read_text(encoding="utf-8")
        passages = (yaml.safe_load(text) or {}).get("passages", {})
        for one, words in accepted:
            passages.setdefault(one.table, []).append({**one.entry, one.asked: words})
        rest = _SECTION.sub("", text).rstrip("\n")
        section = yaml.safe_dump({"passages": passages}, allow_unicode=True, sort_keys=False, width=WIDTH)
        guide.write_text(f"{rest}\n{section}", encoding="utf-8")
    return len(accepted)
