"""Accepts proposed passages: whether the curator's words fit, and what is added to the guide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mandate_data.extract.guide_editing import with_passages
from mandate_data.package.atomic_folders import replace_file
from mandate_data.package.tables import Package
from mandate_data.package.xsd_patterns import matches
from mandate_data.propose_passages import ANSWER, Proposal
from mandate_data.yaml_files import read_yaml


def unknown_id(proposal: Proposal, words: str, contract: Package, known: Mapping[str, set[str]]) -> str:
    """Why no row has the id that the curator's words name, with an example of one that some row has; "" if one has."""
    table, _ = contract.tables[proposal.table].references.get(proposal.asked, ("", ""))
    ids = known.get(table, set())
    if not ids or words in {*ids, *proposal.introduced} or any(other == table for other, _ in proposal.others):
        return ""
    return (
        f"{table} has no {words!r} yet; it has {min(ids)!r}, for example. Answer = to keep it, and "
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
    return f"{words!r} is not a value of {proposal.asked}; a right one looks like {example}"


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


def accept(
    guide: Path,
    proposals: Sequence[Proposal],
    ask: Callable[[Proposal], str],
    known: Mapping[str, set[str]] | None = None,
    contract: Package | None = None,
) -> Accepted:
    """Add the proposals for which `ask` gives the curator's words ("": left out) to a guide, each at once.

    The rest of the guide stays as it is written. Where `ask` raises InputEndedError, what was added is kept. Rows whose
    ids are `known` by table before, or that the guide has, such as a person, are not added once more. With a
    `contract`, what an answer introduces is added to the table that it refers to.
    """
    added, there = 0, {table: frozenset(ids) for table, ids in (known or {}).items()}
    for number, one in enumerate(proposals):
        try:
            words = ask(one).strip()
        except InputEndedError as ended:
            return Accepted(added, len(proposals) - number, ended.interrupted)
        if words:
            _add(guide, one, words, there)
            if contract is not None and words in one.introduced:
                _introduce(guide, contract.tables[one.table].references[one.asked][0], one.introduced[words], there)
            added += 1
    return Accepted(added, 0)


def _add(guide: Path, one: Proposal, words: str, there: Mapping[str, frozenset[str]]) -> None:
    """Add a passage, and those that go with it and are not there yet."""
    text = guide.read_text(encoding="utf-8")
    known = (read_yaml(guide) or {}).get("passages") or {}
    text = with_passages(text, one.table, [{**one.in_guide(one.entry), one.asked: words}])
    for table, entry in one.others:
        filled = one.in_guide({name: words if value == ANSWER else value for name, value in entry.items()})
        if entry["id"] == ANSWER and _is_there(words, table, known, there):
            continue
        if filled not in (known.get(table) or ()):
            text = with_passages(text, table, [filled])
    replace_file(guide, text.encode())


def _introduce(guide: Path, table: str, entry: Mapping[str, str], there: Mapping[str, frozenset[str]]) -> None:
    """Add the entry that an answer introduces, unless a row has its id."""
    text = guide.read_text(encoding="utf-8")
    known = (read_yaml(guide) or {}).get("passages") or {}
    if not _is_there(entry["id"], table, known, there):
        replace_file(guide, with_passages(text, table, [dict(entry)]).encode())


def _is_there(name: str, table: str, known: Mapping[str, Any], there: Mapping[str, frozenset[str]]) -> bool:
    """Whether the guide, or another source, has a row of this id."""
    return name in there.get(table, ()) or name in {other["id"] for other in known.get(table) or ()}
