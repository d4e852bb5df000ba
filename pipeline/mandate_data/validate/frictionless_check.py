"""Frictionless run over the tables of a package of ours; what it has against them are findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Any

from frictionless import Package

from mandate_data.findings import Finding
from mandate_data.limits import MOST_FAULTS
from mandate_data.package.csv_records import NotCsvError, read_records
from mandate_data.validate.foreign_key_cache import reading_once
from mandate_data.validate.frictionless_errors import findings_of_task


def check_by_frictionless(folder: Path, resources: Iterable[Mapping[str, Any]], names: Set[str]) -> list[Finding]:
    """What Frictionless has against the tables `names` below `folder`, on lines of their files.

    `resources` describe them, and the tables that they refer to.
    """
    descriptor = {"resources": [{"scheme": "file", **resource} for resource in resources]}
    package = reading_once(Package.from_descriptor(descriptor, basepath=str(folder)))
    findings: list[Finding] = []
    for resource in package.resources:
        if resource.name in names:
            path = folder / str(resource.path)
            for task in resource.validate(limit_errors=MOST_FAULTS).tasks:
                findings += findings_of_task(task, str(path), _lines(path))
    return findings


def _lines(path: Path) -> list[int]:
    """The lines on which records begin; none where the file is missing or no CSV, which others report."""
    try:
        return [record.line for record in read_records(path)]
    except (FileNotFoundError, NotCsvError):
        return []
