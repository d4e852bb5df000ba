"""The engine names no table, column or id of this data set, but for the five tables about the data."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

from conftest import ROOT
from mandate_data.extract.identifiers import load_identifiers
from mandate_data.package.tables import Package

ENGINE = sorted((ROOT / "pipeline" / "mandate_data").rglob("*.py"))
ABOUT_THE_DATA = ("sources", "rules", "errata", "claims", "provenance")
# Tables and columns whose names are also words of English, of rooms of the engine, or of the guide to extraction.
ENGLISH = {
    *(
        "body",
        "citations",
        "country_code",
        "created",
        "date",
        "documents",
        "form",
        "label",
        "lists",
        "modifier",
        "name",
        "number",
        "ordinal",
    ),
    *("pinpoint", "pinpoint_kind", "proposed_by", "region", "scope", "session", "symbol", "unit", "value", "year"),
}


@functools.cache
def literals(path: Path) -> tuple[str, ...]:
    """The string literals of a module, its docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    return tuple(node.value for node in constants if isinstance(node.value, str))


def test_no_table_and_no_column(contract: Package) -> None:
    known = {column for name in ABOUT_THE_DATA for column in contract.tables[name].columns} | ENGLISH
    names = {name for table in contract.tables.values() for name in (table.name, *table.columns)}
    unknown = names - known - set(ABOUT_THE_DATA)
    assert len(unknown) > 40
    assert {(path.name, text) for path in ENGINE for text in literals(path) if text in unknown} == set()


def test_no_person_and_no_theme() -> None:
    identifiers = load_identifiers(ROOT / "raw" / "identifiers.yaml")
    ids = {found for kind in identifiers.kinds.values() for name, found in kind.items()} - {
        "care",
        "demand",
        "prevention",
    }
    names = {name for kind in identifiers.kinds.values() for name in kind}
    texts = [(path.name, text) for path in ENGINE for text in literals(path)]
    assert [(path, text) for path, text in texts if text in ids or any(name in text for name in names)] == []
