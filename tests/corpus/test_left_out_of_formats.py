"""What a format of `cite` leaves out is counted and told, file by file."""

from __future__ import annotations

from pathlib import Path

import pytest
from mandate_data.corpus.cite_file import report
from mandate_data.corpus.reading import Reading
from mandate_data.errors import InputError

OPEN = "See resolution 1998/38, A/HRC/31/19 and article 34 CRC.\n"
SETTLED = "See A/HRC/31/19 and A/68/275.\n"
LISTED = "--format jsonl lists them"


def told(form: str, *files: Path) -> list[str]:
    lines: list[str] = []
    assert "A/HRC/31/19" in "".join(
        report([str(file) for file in files], form, reading=Reading(kinds="all"), warn=lines.append)
    )
    return lines


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(OPEN, encoding="utf-8")
    second.write_text(SETTLED, encoding="utf-8")
    return first, second


@pytest.mark.parametrize("form", ["annotation", "csl", "graphml"])
def test_open_references_that_a_format_leaves_out_are_counted(form: str, files: tuple[Path, Path]) -> None:
    first, second = files
    assert told(form, second, first) == [f"{first}: left out as open: 1 of 3 references; {LISTED}"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "text"])
def test_formats_of_all_references_leave_out_none(form: str, files: tuple[Path, Path]) -> None:
    assert told(form, *files) == []


def test_references_without_a_link_in_markdown_are_counted(files: tuple[Path, Path]) -> None:
    first, second = files
    second.write_text(f"{SETTLED}`A/68/276` and [A/68/277](x)\n", encoding="utf-8")
    for file, count in ((first, "2 of 3"), (second, "2 of 4")):
        assert told("markdown", file) == [
            f"{file}: without a link: {count} references (open, without a symbol, or in code, links or tags); {LISTED}"
        ]


def test_html_marks_every_reference(files: tuple[Path, Path]) -> None:
    assert told("html", files[0]) == []


def test_markdown_with_a_link_for_each_says_nothing(files: tuple[Path, Path]) -> None:
    assert told("markdown", files[1]) == []


def test_standard_input_can_be_read_once() -> None:
    with pytest.raises(InputError, match=r"^-: standard input can be read once; it was named 2 times$"):
        next(report(["-", "-"], "jsonl"))
