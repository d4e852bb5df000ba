"""The house rules that a program can check."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from conftest import ROOT

MODULES = sorted([*ROOT.glob("mandate_data/**/*.py"), *ROOT.glob("schemas/**/*.py")])
STAGES = ("documents", "citations", "extract", "validate", "publish", "website")


def imported(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return names | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is_for_and_stays_short(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= 400


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_stage_imports_only_from_stages_to_its_left(module: Path) -> None:
    place = module.relative_to(ROOT).parts
    if place[0] != "mandate_data" or place[1] not in STAGES:
        return
    later = STAGES[STAGES.index(place[1]) + 1 :]
    assert not {name for name in imported(module) if name.startswith(tuple(f"mandate_data.{stage}" for stage in later))}


def test_citations_and_documents_know_nothing_of_the_data_model() -> None:
    for module in MODULES:
        if module.parent.name in ("citations", "documents"):
            allowed = (
                "mandate_data.citations",
                "mandate_data.documents",
                "mandate_data.errors",
                "mandate_data.child_privacy",
            )
            ours = {name for name in imported(module) if name.startswith(("mandate_data", "schemas"))}
            assert all(name.startswith(allowed) for name in ours), module
