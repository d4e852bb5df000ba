"""The engine of the website names no table and no column of this data set."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from mandate_data.package.tables import Package

SITE = ROOT / "pipeline" / "mandate_data" / "site"
ABOUT_THE_DATA = {"sources", "rules", "errata", "claims", "provenance"}
# Columns of this data set whose names are also words of English, of HTML or of JSON-LD.
HTML = {"body", "form", "label", "role", "scope", "title", "value"}
ENGLISH = {"context", "country", "date", "group", "name", "number", "region", "unit", "year"} | HTML
PATTERNS = ("*.py", "templates/*", "json_schemas/*", "static/*.js")
FILES = sorted(path for pattern in PATTERNS for path in SITE.glob(pattern))


def words_of(path: Path, text: str) -> Iterator[str]:
    """The words in the string literals of a module, its docstrings aside; all words of another file."""
    if path.suffix != ".py":
        yield from re.findall(r"\w+", text)
        return
    tree = ast.parse(text)
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield from re.findall(r"\w+", node.value)


def names_of(contract: Package) -> set[str]:
    """Tables and columns of the data set that the engine may not know."""
    known = {column for name in ABOUT_THE_DATA for column in contract.tables[name].columns} | ABOUT_THE_DATA | ENGLISH
    return {name for table in contract.tables.values() for name in (table.name, *table.columns)} - known


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_table_and_no_column_is_named(path: Path, contract: Package) -> None:
    assert names_of(contract).intersection(words_of(path, path.read_text(encoding="utf-8"))) == set()


def test_a_name_would_be_seen(contract: Package) -> None:
    text = '"""About country_visits."""\nROWS = f"SELECT {1} FROM mandate_holders"\n'
    assert names_of(contract).intersection(words_of(Path("charts.py"), text)) == {"mandate_holders"}
    assert "person_id" in set(words_of(Path("list.html"), "{{ row.person_id }}"))
