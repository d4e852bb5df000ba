"""The engine names no table, column or id of this data set, but for the five tables about the data."""

from __future__ import annotations

import ast
import functools
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT
from mandate_data.corpus.parts import corpus_contract
from mandate_data.extract.identifiers import load_identifiers
from mandate_data.extract.reference_lists import REFERENCE_LISTS
from mandate_data.package.tables import Package

ENGINE = sorted((ROOT / "pipeline" / "mandate_data").rglob("*.py"))
ABOUT_THE_DATA = ("sources", "rules", "errata", "claims", "provenance")
OF_THE_STANDARD = {"role"}
"""Properties of Data Package descriptors that are called as columns are."""
WORD_OF_THE_ENGINE = 3
"""Modules in which the engine's code has a word as a name of its own: `date`, `label`."""


@functools.cache
def literals(path: Path) -> tuple[str, ...]:
    """The string literals of a module, its docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    return tuple(node.value for node in constants if isinstance(node.value, str))


def declared() -> set[str]:
    """What the engine's own contracts declare: its JSON Schemas, the tables of a corpus, its lists of reference."""
    names = {name for listed in REFERENCE_LISTS.values() for name in listed.attributes}
    for path in (ROOT / "pipeline" / "mandate_data").rglob("*.schema.json"):
        names |= set(properties(json.loads(path.read_text(encoding="utf-8"))))
    return names.union(*({table.name, *table.columns} for table in corpus_contract().tables.values()))


def properties(schema: object) -> Iterator[str]:
    """The names of all properties in a JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for inner in schema.values():
            yield from properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)


def words_of_code() -> set[str]:
    """Single words that are names of variables, parameters or attributes in several modules of the engine."""
    modules = Counter(name for path in ENGINE for name in names_in(path) if name.isalpha())
    return {name for name, times in modules.items() if times >= WORD_OF_THE_ENGINE}


def names_in(path: Path) -> set[str]:
    """The names in a module's code."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                names.add(name)
    return names


def test_no_table_and_no_column(contract: Package) -> None:
    """A column whose name is a word of the engine's own, as `date`, tells nothing; every table's name does."""
    own = declared().union(OF_THE_STANDARD, *(contract.tables[name].columns for name in ABOUT_THE_DATA), ABOUT_THE_DATA)
    columns = {column for table in contract.tables.values() for column in table.columns} - words_of_code()
    unknown = (set(contract.tables) | columns) - own
    assert set(contract.tables) - unknown == {*ABOUT_THE_DATA, "citations", "documents", "lists"}
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
