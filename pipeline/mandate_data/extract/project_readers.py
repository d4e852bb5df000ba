"""What a project's code does for extraction: read its sources, name its rules, derive what follows.

`schemas/every_source.py` has `read(parsed, identifiers)` for what is read of each source; `reader.py` beside a source
has the same for that source alone. `schemas/normalisations.py` has `NORMALISATIONS`, `schemas/derivations.py` has
`DERIVATIONS` (rules and what they do) and `derive(merged, contract)`. All are optional.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.extract.checked_results import checked_extraction, checked_findings
from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.merge import Merged
from mandate_data.extract.normalisations import NORMALISATIONS, Normalisation, by_id
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Extraction
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package
from mandate_data.project import Project, said

Reader = Callable[[ParsedSource, Identifiers], Extraction]


def normalisations_of(project: Project) -> Mapping[str, Normalisation]:
    """The engine's normalisations and the project's, by id. Raises InputError where two have one id."""
    path = project.schemas / "normalisations.py"
    own = _attribute(project, path, "NORMALISATIONS", ())
    try:
        return by_id([*NORMALISATIONS, *own])
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: NORMALISATIONS: {error}") from None


def read_by_project(parsed: ParsedSource, identifiers: Identifiers, folder: Path, project: Project) -> Extraction:
    """What the project's readers read of the source in `folder`: its own first, then what they read of every source.

    Raises InputError, with file and line, for a reader that can't be run, or that raises while it reads.
    """
    result = Extraction()
    for path in (folder / "reader.py", project.schemas / "every_source.py"):
        if path.is_file():
            read = _attribute(project, path, "read", None)
            if read is None:
                raise InputError(f"{path}: has no function read(parsed, identifiers)")
            result.extend(checked_extraction(path, _run(path, read, parsed, identifiers), project.contract))
    return result


def derivations_of(project: Project) -> Mapping[str, str]:
    """What each of the project's rules of derivation does, by id."""
    path = project.schemas / "derivations.py"
    rules = _attribute(project, path, "DERIVATIONS", {})
    if not isinstance(rules, Mapping):
        raise InputError(f"{path}: DERIVATIONS is no mapping; it must say what each rule does, by its id")
    return rules


def derive_by_project(merged: Merged, contract: Package, project: Project) -> list[Finding]:
    """Fill in what follows from the rows read, by the project's rules; `merged` is changed in place."""
    path = project.schemas / "derivations.py"
    derive = _attribute(project, path, "derive", None)
    return [] if derive is None else checked_findings(path, _run(path, derive, merged, contract))


def _attribute(project: Project, path: Path, name: str, default: Any) -> Any:
    return getattr(project.code(path), name, default) if path.is_file() else default


def _run(path: Path, function: Callable[..., Any], *arguments: object) -> Any:
    try:
        return function(*arguments)
    except InputError:
        raise
    except (Exception, SystemExit) as error:
        raise InputError(said(error, path)) from error
