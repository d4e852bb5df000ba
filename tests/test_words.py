"""Words that the texts for people do not use: CONTRIBUTING says which instead."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

TEXTS = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "raw/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "pipeline" / "mandate_data" / "findings" / "checks.yaml",
    ROOT / "schemas" / "checks.yaml",
    *sorted((ROOT / "schemas" / "tables").glob("*.yaml")),
]
SLIPS = re.compile(
    r"\b(?:somebody|whoever|was not had|put down to|stands? (?:in|on|at|twice|where)"
    r"|(?:is|are|was|were)(?: not)? told(?! apart| from)"
    r"|(?:one|a) (?:row|line|cell|file|page|table) an? (?:row|line|cell|file|page|table|source|record))\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_texts_for_people_have_none_of_our_slips(path: object) -> None:
    text = (ROOT / str(path)).read_text(encoding="utf-8")
    assert [found[0] for found in SLIPS.finditer(text)] == []


def test_nothing_is_installed_by_name_from_an_index_where_the_name_may_be_a_strangers() -> None:
    texts = [path for path in TEXTS if path.name != "CHANGELOG.md"]
    paths = [*texts, *sorted((ROOT / "pipeline" / "mandate_data").rglob("*.py"))]
    named = re.compile(r"pip install '?mandate[-_]data")
    assert [path.name for path in paths if named.search(path.read_text(encoding="utf-8"))] == []
    assert named.search("pip install 'mandate-data[dist]'")


def test_a_slip_is_found() -> None:
    for text in (
        "one row a table",
        "it stands on line 3",
        "Each is told with its line",
        "its year is not told",
        "Somebody changed it",
    ):
        assert SLIPS.search(text), text
    for text in ("one row per table", "a line and a file", "what `ibid.` stands for", "it is on line 3"):
        assert SLIPS.search(text) is None, text
