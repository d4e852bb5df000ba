"""What a project's code does for extraction: read its sources, name its rules, derive what follows.

`schemas/every_source.py` has `read(parsed, identifiers)` for what is read of each source; `reader.py` beside a source
has the same for that source alone. `schemas/normalisations.py` has `NORMALISATIONS`, `schemas/derivations.py` has
`DERIVATIONS` (rules and what they do) and `derive(merged, contract)`; `schemas/proposals.py` has `propose(parsed)` for
the passages that a guide may have. All are optional.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.extract.checked_results import checked_extraction, checked_findings
from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.merge import Merged
from mandate_data.extract.normalisations import NORMALISATIONS, Normalisation, by_id
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Extraction, Scalar, mistake_in_value
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package
from mandate_data.project import Project

PROPOSALS = "schemas/proposals.py"


def normalisations_of(project: Project) -> Mapping[str, Normalisation]:
    """The engine's normalisations and the project's, by id.

    Raises InputError where two have one id. Those of the project raise InputError, with file and line, for mistakes in
    their code; a ValueError still says that a text has no value.
    """
    path = project.schemas / "normalisations.py"
    own = _attribute(project, path, "NORMALISATIONS", ())
    if not isinstance(own, list | tuple) or not all(isinstance(rule, Normalisation) for rule in own):
        raise InputError(
            f"{path}: NORMALISATIONS must be a tuple of rules (mandate_data.extract.normalisations.Normalisation)"
        )
    try:
        return by_id([*NORMALISATIONS, *(_watched(rule, path, project) for rule in own)])
    except ValueError as error:
        raise InputError(f"{path}: NORMALISATIONS: {error}") from None


def _watched(rule: Normalisation, path: Path, project: Project) -> Normalisation:
    """A normalisation of the project whose mistakes are one line with file and line."""

    run = partial(project.run, "correct the normalisation", path, passed_on=ValueError)

    def read(text: str) -> Scalar:
        value: Scalar = run(rule.read, text)
        if mistake := mistake_in_value(value):
            raise InputError(f"{_defined(rule.read, path, project)}: {rule.rule_id} gives {mistake}")
        return value

    confirms = rule.confirms
    return replace(
        rule, read=read, confirms=None if confirms is None else lambda text, value: bool(run(confirms, text, value))
    )


def read_by_project(parsed: ParsedSource, identifiers: Identifiers, folder: Path, project: Project) -> Extraction:
    """What the project's readers read of the source in `folder`: its own first, then what they read of every source.

    Raises InputError, with file and line, for a reader that can't be run, or that raises while it reads.
    """
    result = Extraction()
    for path in (folder / "reader.py", project.schemas / "every_source.py"):
        if path.is_file():
            result.extend(read_by(path, parsed, identifiers, project))
    return result


def read_by(path: Path, parsed: ParsedSource, identifiers: Identifiers, project: Project) -> Extraction:
    """What the reader in one file reads of a source. Raises InputError as `read_by_project` does."""
    read = _attribute(project, path, "read", None)
    if read is None:
        raise InputError(f"{path}: has no function read(parsed, identifiers); write it, or delete the file")
    found = project.run("correct the reader", path, read, parsed, identifiers)
    return checked_extraction(_defined(read, path, project), found, parsed, project.contract)


def propose_by_project(parsed: ParsedSource, project: Project) -> tuple[str, list[object]]:
    """Where the project's code that proposes passages is defined, and what it gives for a source, unchecked.

    Raises InputError, with file and line, where there is none, and for code that can't be run, or that raises.
    """
    path = project.root / PROPOSALS
    if not path.is_file():
        raise InputError(f"{path}: not there; without it nothing can be proposed")
    propose = _attribute(project, path, "propose", None)
    if propose is None:
        raise InputError(f"{path}: has no function propose(parsed); write it, or delete the file")
    found: list[object] = project.run("correct the code", path, lambda: list(propose(parsed)))
    return _defined(propose, path, project), found


def derivations_of(project: Project) -> Mapping[str, str]:
    """What each of the project's rules of derivation does, by id."""
    path = project.schemas / "derivations.py"
    rules = _attribute(project, path, "DERIVATIONS", {})
    if not isinstance(rules, Mapping):
        raise InputError(f"{path}: DERIVATIONS is not a mapping; it must say what each rule does, by its id")
    for rule_id, text in rules.items():
        if not isinstance(rule_id, str) or not isinstance(text, str) or mistake_in_value(rule_id + text):
            raise InputError(f"{path}: DERIVATIONS: {rule_id!r}: {text!r}; both must be texts, an id and what it does")
    return rules


def derive_by_project(merged: Merged, contract: Package, project: Project) -> list[Finding]:
    """Fill in what follows from the rows read, by the project's rules; `merged` is changed in place.

    Raises InputError, with file and line, for code that can't be run, that raises, or that gives what can't be.
    """
    path = project.schemas / "derivations.py"
    derive = _attribute(project, path, "derive", None)
    if derive is None:
        return []
    found = project.run("correct the derivation", path, derive, merged, deepcopy(contract))
    return checked_findings(_defined(derive, path, project), found)


def _attribute(project: Project, path: Path, name: str, default: Any) -> Any:
    return getattr(project.code(path), name, default) if path.is_file() else default


def _defined(function: Callable[..., Any], path: Path, project: Project) -> str:
    """The file and line in which a function of a project begins; its file alone for what is not a plain function."""
    code = getattr(function, "__code__", None)
    file = project.as_named(code.co_filename) if code is not None else None
    return f"{file}:{code.co_firstlineno}" if file is not None and code is not None else str(path)
