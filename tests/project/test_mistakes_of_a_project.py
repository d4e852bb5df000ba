"""Mistakes in a project's schemas and guides are one line that names the file; the last good package stays."""

from __future__ import annotations

import re
from pathlib import Path

import mandate_data as md
import pytest
from calling import call
from mandate_data.scaffold import new_project, write_project
from reading_rooms import refused, write

ROW = "reading-room-volumes"
PARTS = "(?P<statement_2>it kept) <value> (?P<statement>volumes)"


def test_a_package_of_another_project_is_not_held_against_this_one(rooms: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_project(other, new_project(other, "other"))
    assert call("build", "--quiet", folder=other).returncode == 0
    done = call("validate", str(other / "build/package"), folder=rooms)
    assert done.returncode == 0
    assert "[descriptor-foreign]" in done.stdout
    assert "row-not-in-sources" not in done.stdout


def test_a_pattern_that_cuts_a_number_is_an_error_on_its_line(rooms: Path) -> None:
    path = rooms / "raw/first-source/extraction.yaml"
    text = path.read_text(encoding="utf-8").replace("kept <value> volumes", "kept 1,<value> volumes")
    path.write_text(text, encoding="utf-8")
    done = call("build", folder=rooms)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "document.md:5: error: the group value has '250', which begins or ends within a word or a number: " in said
    assert "help: let the group have the whole of it, at raw/first-source/extraction.yaml:9\n" in said


@pytest.mark.parametrize("pattern", ["kept a{4294967296}<value> volumes", "(" * 3000 + "<value>" + ")" * 3000])
def test_a_pattern_that_python_cannot_compile_is_told(pattern: str, rooms: Path) -> None:
    path = rooms / "raw/first-source/extraction.yaml"
    text = path.read_text(encoding="utf-8").replace("In <date> it kept <value> volumes", pattern)
    path.write_text(text, encoding="utf-8")
    assert refused(rooms).startswith("raw/first-source/extraction.yaml:9: broken pattern ")


def test_a_pattern_that_searches_without_end_is_given_up(rooms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandate_data.extract.reading_limit.READING_SECONDS", 0.2)
    document = rooms / "raw/first-source/document.md"
    document.write_text(document.read_text(encoding="utf-8") + f"\n{'a' * 60}b\n", encoding="utf-8")
    path = rooms / "raw/first-source/extraction.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("'opened on 3 May 2021'", "'^(a+)+$'"), encoding="utf-8")
    assert refused(rooms) == (
        "raw/first-source/extraction.yaml:15: searches with this pattern take more than 0.2 seconds of CPU time; "
        "simplify it: a group that repeats must not have within it what repeats the same characters"
    )


def test_a_number_of_thousands_of_digits_is_a_finding(rooms: Path) -> None:
    document = rooms / "raw/first-source/document.md"
    text = re.sub(r"it kept [\d,]+ volumes", f"it kept {'9' * 6000} volumes", document.read_text(encoding="utf-8"))
    document.write_text(text, encoding="utf-8")
    done = call("build", folder=rooms)
    assert done.returncode == 1
    assert "a number of more than 4,000 digits" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("it kept", "it (?P<verb>kept)", "facts has no column 'verb', which the pattern has a group for"),
        ("statement:", "statment:", "facts has no column 'statment'; it has fact_id, statement, value, date"),
        (
            "it kept",
            "it (?P<statement_2>kept)",
            "statement_2 is a further part of statement, for which the pattern has no group",
        ),
        (
            "it kept",
            "it (?P<date_2>kept)",
            "date_2: a date has no parts; use <date_start> and <date_end>, or <span>",
        ),
    ],
)
def test_what_a_passage_fills_is_there(old: str, new: str, message: str, rooms: Path) -> None:
    path = rooms / "raw/first-source/extraction.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert refused(rooms) == f"raw/first-source/extraction.yaml:9: {message}"


def test_a_value_may_be_printed_in_parts(rooms: Path) -> None:
    path = rooms / "raw/first-source/extraction.yaml"
    text = path.read_text(encoding="utf-8").replace("it kept <value> volumes", PARTS)
    path.write_text(re.sub(r"\n +statement: .*", "", text), encoding="utf-8")
    assert call("build", "--quiet", folder=rooms).returncode == 0
    (address, other) = md.load(rooms / "build/package", raw=rooms / "raw")["facts"].where(ROW, "statement")
    assert (address.kind, address.text, other.kind, other.text) == ("printed", "volumes", "printed", "it kept")
    assert md.load(rooms / "build/package")["facts"].row(ROW)["statement"] == "volumes it kept"
    path.write_text(
        path.read_text(encoding="utf-8").replace("(?P<statement>volumes)", "(?P<statement>volume)s"), "utf-8"
    )
    assert call("build", "--quiet", folder=rooms).returncode == 1  # a part that cuts a word


def test_a_part_that_is_not_printed_is_left_out(rooms: Path) -> None:
    path = rooms / "raw/first-source/extraction.yaml"
    text = path.read_text(encoding="utf-8").replace("it kept <value> volumes", f"{PARTS}(?P<statement_3> of maps)?")
    path.write_text(re.sub(r"\n +statement: .*", "", text), encoding="utf-8")
    assert call("build", "--quiet", folder=rooms).returncode == 0
    assert md.load(rooms / "build/package")["facts"].row(ROW)["statement"] == "volumes it kept"


@pytest.mark.parametrize(
    ("published", "message"),
    [
        ("2022", "7: 0/published: 2022 is not of type 'string', 'null'; write it in quotes"),
        (
            "someday",
            "1: published: 'someday' does not match '^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$'; "
            "expected: the day, month or year that the figure is for, as precisely as the source gives it (EDTF level "
            "0), as facts.date asks",
        ),
    ],
)
def test_what_an_erratum_publishes_is_a_value_of_its_column(published: str, message: str, rooms: Path) -> None:
    erratum = {
        "erratum_id": "e1", "kind": "error", "table": "facts", "row_key": ROW, "field": "date",
        "as_printed": "June 2022", "published": published, "status": "corrected",
        "reason": "The annual report of the library has it.", "line_contains": "June 2022",
    }  # fmt: skip
    lines = [f"{'- ' if number == 0 else '  '}{key}: {value}" for number, (key, value) in enumerate(erratum.items())]
    write(rooms, "raw/first-source/errata.yaml", "\n".join(lines))
    assert refused(rooms) == f"raw/first-source/errata.yaml:{message}"
