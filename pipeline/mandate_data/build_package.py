"""The build: documents -> extract -> validate -> package. Puts a good package in its place, a bad one aside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mandate_data.documents import Document
from mandate_data.extract import Extracted, extract, find_sources
from mandate_data.extract.errata import check_explained
from mandate_data.extract.lost_rows import losses
from mandate_data.extract.unknown_ids import without_told
from mandate_data.findings.finding import Finding, has_errors, tidy
from mandate_data.package import may_replace, replace_folder, scratch_folder, write_package
from mandate_data.progress import SILENT, Progress
from mandate_data.project import Project
from mandate_data.validate.finding_addresses import Addresses
from mandate_data.validate.own_package import all_checked, check_package, explain
from mandate_data.validate.privacy_check import discreet
from mandate_data.validate.rules_check import rules_of

STAGES = ("reading the sources", "writing the package", "validating it")


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The result: the folder of the package or of its rejected candidate, the findings, and the rows per table."""

    folder: Path
    accepted: bool
    findings: Sequence[Finding]
    rows: Mapping[str, int]


def build(
    root: Path,
    out: Path,
    *,
    full_texts: Path | None = None,
    chosen: Mapping[str, Path] | None = None,
    steps: Path | None = None,
    progress: Progress = SILENT,
) -> BuildResult:
    """Build the package of the project at `root` into `out`.

    With a finding of severity error, `out` stays as it was and the candidate goes to `<out>.rejected` with its
    report. `steps` is a folder for the results of each stage; `progress` gets each of the `STAGES` as it begins.
    Raises InputError for unusable input.
    """
    project = Project(root)
    for folder in (out, steps):
        if folder is not None:
            project.check_output(folder)
    contract = project.contract
    project.views(contract.name)  # a query that can't be asked is refused before anything is made
    project.files.check_raw()
    progress.stage(STAGES[0])
    extracted = extract(find_sources(project.raw, full_texts, chosen), project)
    if steps is not None:
        _write_steps(extracted, steps)
    with scratch_folder(out) as scratch:
        candidate = scratch / "package"
        candidate.mkdir()
        progress.stage(STAGES[1])
        write_package(extracted.tables, contract, candidate)
        progress.stage(STAGES[2])
        checked = check_package(
            candidate,
            contract,
            rules_of(project),
            extracted.documents,
            normalisations=extracted.normalisations,
            written=extracted.tables,
        )
        in_package = without_told(checked.findings, extracted.findings, contract)
        found = [*explain(extracted.findings, extracted.tables), *in_package]
        if all_checked(checked.findings) and not losses(extracted.findings, extracted.errata, project.checks):
            found += check_explained(extracted.errata, found)
        rejected = out.with_name(out.name + ".rejected")
        accepted = not has_errors(found)
        target = out if accepted else rejected
        tables, documents = extracted.tables, extracted.documents
        addresses = Addresses(candidate, contract, tables, documents, is_built=True, becomes=target)
        findings = tidy(discreet(addresses.resolve(found)))
        if not accepted:
            from mandate_data.findings.reports import as_json, as_text

            (candidate / "findings.json").write_text(as_json(findings), encoding="utf-8")
            (candidate / "findings.txt").write_text(as_text(findings, {target: candidate}), encoding="utf-8")
        replace_folder(candidate, target)
    if accepted and rejected.is_dir() and may_replace(rejected, out):
        with scratch_folder(rejected) as grave, suppress(FileNotFoundError):  # another build was quicker
            rejected.rename(grave / "old")
    return BuildResult(target, accepted, findings, {name: len(rows) for name, rows in extracted.tables.items()})


def _write_steps(extracted: Extracted, steps: Path) -> None:
    """One file per stage and source: the blocks of the document, the records read from it."""
    with scratch_folder(steps) as scratch:
        (scratch / "documents").mkdir()
        (scratch / "records").mkdir()
        for source_id, document in extracted.documents.items():
            _write_lines(scratch / "documents" / f"{source_id}.jsonl", _blocks(document))
            records = [
                {"table": record.table, "values": record.values, "place": record.place._asdict()}
                for record in extracted.records[source_id]
            ]
            _write_lines(scratch / "records" / f"{source_id}.jsonl", records)
        from mandate_data.findings.reports import as_json

        # Marks the folder as one that a build may replace.
        (scratch / "findings.json").write_text(as_json(extracted.findings), encoding="utf-8")
        replace_folder(scratch, steps)


def _blocks(document: Document) -> list[dict[str, object]]:
    return [
        {
            "kind": block.kind,
            "line": block.line,
            "end_line": block.end_line,
            "number": block.number,
            "text": block.text.value,
        }
        for block in document.blocks
    ]


def _write_lines(path: Path, items: Sequence[Mapping[str, object]]) -> None:
    lines = (json.dumps(item, ensure_ascii=False, default=str) for item in items)
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
