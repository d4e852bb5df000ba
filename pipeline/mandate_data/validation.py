"""Validates any package: the project's own against its sources, a corpus against the contract of corpora, any other
package, and a release of an older contract, by its own descriptor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError, how_to_add
from mandate_data.findings.finding import Finding, tidy
from mandate_data.package.addresses import ABOUT_THE_DATA
from mandate_data.package.file_safety import check_descriptor_file, read_descriptor
from mandate_data.package.tables import Package
from mandate_data.project import Project
from mandate_data.validate.judging_options import JudgingOptions

_OF_ITS_TIME = ("descriptor-foreign", "descriptor-profile")
"""What is not reported of a release: that it is another package, and syntax that later versions do not write."""
CORPUS = "mandate-data-corpus"
"""The name of packages made by the command `corpus`; their tables consist of many Parquet files."""


NOT_OURS = "meaning and sources, as the rules and sources of this package are not in the project"
OLDER = "meaning and sources, as the release is of an older contract (verify compares it with the ledger)"
BROKEN = "meaning, safeguarding and sources, as the tables break their contract; correct that first"


@dataclass(frozen=True, slots=True)
class Inspection:
    """The findings on a package, and which checks could not be run and why; `not_run` is empty where all were."""

    findings: Sequence[Finding]
    not_run: str = ""


def inspect(
    folder: Path,
    root: Path,
    full_texts: Path | None = None,
    chosen: Mapping[str, Path] | None = None,
    thorough: bool = False,
    options: JudgingOptions | None = None,
) -> Inspection:
    """All findings on the package in `folder`: if `root` has its sources, every cell is compared with them.

    `full_texts` and `chosen` name other texts of the sources, as in a build. Where `root` has no schemas of its own,
    the package is judged by its own descriptor, as others' packages are. `thorough` has Frictionless and Pandera read
    all tables of a package of ours, and not only those that a quicker check doubts; `options` say how others' packages
    are judged. Raises InputError if there is no package.
    """
    if not folder.is_dir():
        what = "is not a folder; unpack it if it is an archive, and" if folder.is_file() else "no such folder;"
        raise InputError(f"{folder}: {what} name the folder of a data package, or build one first")
    unsafe = check_descriptor_file(folder)
    if unsafe:
        return Inspection(tidy(unsafe), BROKEN)
    project = Project(root)
    descriptor = read_descriptor(folder)
    if descriptor.get("name") == CORPUS:
        try:
            from mandate_data.corpus.corpus_check import check_corpus
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; {how_to_add('corpus')}") from None
        return Inspection(check_corpus(folder, descriptor))
    # Each of the two takes half a second to import, so only the one needed is imported.
    if not project.schemas.is_dir() or not is_ours(descriptor, project.contract):
        from mandate_data.validate.foreign_package import Judging, check_described

        asked = options or JudgingOptions()
        copies = {name: Path(file) for name, file in asked.schemas.items()}
        judging = Judging(
            like=asked.like,
            schemas=copies,
            allow_unread=asked.allow_unread,
            case_sensitive=asked.headers == "exact",
            unknown_columns=asked.unknown_columns == "warning",
        )
        return Inspection(check_described(folder, descriptor, judging=judging), NOT_OURS)
    from mandate_data.release.older_contract import check_older_contract

    older = check_older_contract(folder, descriptor, project.contract, root / "build" / "releases")
    if older is not None:
        from mandate_data.validate.foreign_package import check_described

        own = [item for item in check_described(folder, descriptor) if item.code not in _OF_ITS_TIME]
        return Inspection(tidy([*older, *own]), OLDER)
    from mandate_data.extract import extract, find_sources
    from mandate_data.validate.own_package import validate_package
    from mandate_data.validate.rules_check import rules_of

    if not (full_texts or chosen or project.raw.is_dir()):
        found = validate_package(folder, project.contract, rules_of(project), thorough=thorough)
        return Inspection(found, _not_run(found, project))
    reread = extract(find_sources(project.raw, full_texts, chosen), project)
    found = validate_package(
        folder,
        project.contract,
        rules_of(project),
        reread.documents,
        reread=reread.tables,
        normalisations=reread.normalisations,
        thorough=thorough,
    )
    return Inspection(found, _not_run(found))


def _not_run(findings: Sequence[Finding], without_sources: Project | None = None) -> str:
    """Which checks of a package of ours did not run, and why."""
    from mandate_data.validate.own_package import all_checked

    if not all_checked(findings):
        return BROKEN
    if without_sources is not None:
        codes = [check.code for check in without_sources.checks.values() if check.stage == "sources"]
        return f"sources ({', '.join(codes)}), as {without_sources.raw} does not exist; name the project with --root"
    return ""


def is_ours(descriptor: Mapping[str, Any], contract: Package) -> bool:
    """Whether a package is ours or a copy of it: by its name, or, if that was changed, by most of its tables.

    Tables about the data, which every project has, count for nothing, and one table alone is not a copy.
    """
    names = {str(item.get("name")) for item in descriptor["resources"] if isinstance(item, Mapping)}
    own = set(contract.tables) - set(ABOUT_THE_DATA)
    is_copy = len(own & names) > max(1, len(own) // 2)
    return descriptor.get("name") == contract.metadata["name"] or is_copy
