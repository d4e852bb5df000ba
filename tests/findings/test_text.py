"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path

from mandate_data.findings.finding import Finding
from mandate_data.findings.reports import as_json, as_text, summary

WRONG = Finding(code="wrong", severity="error", message="it is wrong", value="2015", hint="mend it", line=2, end_line=2)


def test_the_caret_stands_under_the_value(tmp_path: Path) -> None:
    file = tmp_path / "document.md"
    file.write_text("first\nin 2015 it was\n", encoding="utf-8")
    finding = Finding(**{**WRONG.as_dict(), "file": str(file)})
    assert as_text([finding]) == (
        f"{file}:2: error: it is wrong [wrong]\n    2 | in 2015 it was\n           ^^^^\n    = help: mend it\n1 error\n"
    )


def test_a_caption_is_never_repeated(tmp_path: Path) -> None:
    file = tmp_path / "document.md"
    file.write_text("Photo: artificial\n", encoding="utf-8")
    finding = Finding(
        code="caption-set-aside", severity="note", message="set aside", file=str(file), line=1, end_line=1
    )
    assert "artificial" not in as_text([finding])


def test_json_counts_and_lists_every_field() -> None:
    content = json.loads(as_json([WRONG]))
    assert content == {"counts": {"error": 1, "warning": 0, "note": 0}, "findings": [WRONG.as_dict()]}


def test_the_summary_counts_by_severity() -> None:
    assert summary([]) == "no findings"
    assert summary([WRONG, WRONG]) == "2 errors"
