"""The table of the documentation of codes that look like symbols is what is read."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from mandate_data.citations import cite

_ROW = re.compile(r"\| `([^`|]+)` \| ((?:`[^`|]+`(?:, )?)+|none) \|")
_HEAD = "| text | symbols |\n|---|---|\n"


def _rows() -> list[tuple[str, list[str]]]:
    table = (ROOT / "docs" / "citations.md").read_text(encoding="utf-8").split(_HEAD)[1].split("\n\n")[0]
    matches = [_ROW.fullmatch(line) for line in table.splitlines()]
    assert all(matches), table
    return [(match[1], re.findall(r"`([^`]+)`", match[2])) for match in matches if match]


@pytest.mark.parametrize(("text", "symbols"), _rows())
def test_each_row_of_the_table_of_codes(text: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in cite(text)] == symbols
