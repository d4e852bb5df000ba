"""The ids that rows have before anything is read: those of the package that is built, and those in guides."""

from __future__ import annotations

from mandate_data.extract.source_schemas import schema_of
from mandate_data.package.read import DESCRIPTOR, read_package
from mandate_data.project import Project
from mandate_data.yaml_files import load_yaml, without_lines


def known_ids(project: Project) -> dict[str, set[str]]:
    """The ids that each table has in the package that is built, or in the passages of the guides, by table.

    Raises InputError for a guide with a mistake, and for a package that can't be read.
    """
    known: dict[str, set[str]] = {}
    for path in sorted(project.raw.glob("*/extraction.yaml")):
        content = without_lines(load_yaml(path, schema_of("extraction")))
        for table, entries in content.get("passages", {}).items():
            known.setdefault(table, set()).update(entry["id"] for entry in entries)
    built = project.root / "build" / "package"
    if (built / DESCRIPTOR).is_file():
        for name, table in read_package(built).tables.items():
            if name in project.contract.tables and len(table.primary_key) == 1:
                known.setdefault(name, set()).update(row[table.primary_key[0]] for row in table.cells)
    return known


def ids_of_others(project: Project, source_id: str) -> dict[str, set[str]]:
    """The ids that rows of the package that is built have from other sources than this one, by table."""
    known: dict[str, set[str]] = {}
    built = project.root / "build" / "package"
    if not (built / DESCRIPTOR).is_file():
        return known
    tables = read_package(built).tables
    for row in tables["provenance"].cells if "provenance" in tables else ():
        if row["source_id"] not in (source_id, "") and row["table"] in project.contract.tables:
            known.setdefault(row["table"], set()).add(row["row_key"])
    return known
