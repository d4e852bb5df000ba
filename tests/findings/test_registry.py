"""Findings are made by code, place and values; their texts and severities are those of the registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mandate_data.errors import InputError
from mandate_data.findings import Finding, Location, finding
from mandate_data.findings.registry import LONGEST_VALUE, checks, checks_of

PLACE = Location("raw/a/document.md", line=3, end_line=4, page=2, start=5, end=9)


def test_a_finding_has_the_texts_and_the_severity_of_its_code() -> None:
    assert finding("unread-number", PLACE, value="188", guide="raw/a/extraction.yaml") == Finding(
        code="unread-number",
        severity="warning",
        message="no passage reads the number 188",
        value="188",
        hint="add a passage for it, or list it as unread with a reason, in raw/a/extraction.yaml",
        file="raw/a/document.md",
        line=3,
        end_line=4,
        page=2,
        start=5,
        end=9,
    )


def test_a_variant_has_the_code_of_its_check() -> None:
    usual = finding("mark-missing", value="12")
    variant = finding("mark-missing/uncited", value="12")
    assert (usual.code, usual.severity) == ("mark-missing", "warning")
    assert (variant.code, variant.severity) == ("mark-missing", "note")
    assert variant.message == usual.message == "nothing in the text is marked with note 12"


def test_a_place_that_is_not_known_is_left_open() -> None:
    found = finding("file-missing", Location("package/data/events.csv"), table="events")
    assert (found.file, found.line, found.end_line, found.page) == ("package/data/events.csv", 0, 0, 0)
    assert found.message == "events.csv is missing"
    assert Location("a.md", 7).end_line == 7


@pytest.mark.parametrize(
    ("values", "given"),
    [({}, r"\[\]"), ({"guide": "g", "line": "1"}, r"\['guide', 'line'\]")],
    ids=["missing", "unused"],
)
def test_a_missing_or_unused_value_is_an_error_of_the_program(values: dict[str, str], given: str) -> None:
    with pytest.raises(ValueError, match=rf"^unread-number needs the values \['guide'\], not {given}$"):
        finding("unread-number", value="188", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["no-such-check", "mark-missing/no-such-variant", "erratum-stale"])
def test_a_code_that_is_not_registered_is_an_error_of_the_program(code: str) -> None:
    with pytest.raises(KeyError):
        finding(code)


def test_a_long_value_is_cut() -> None:
    cell = "x" * (LONGEST_VALUE + 1)
    found = finding("heading-without-contents", value=cell)
    assert found.message == f"the heading '{'x' * LONGEST_VALUE}…' is not in the table of contents"
    assert found.value == cell[:LONGEST_VALUE]


def test_braces_in_a_value_are_no_template() -> None:
    assert finding("file-line-too-long", most="{table}").message == "a line is longer than {table} bytes"


def test_the_erratum_that_explains_a_finding_follows_its_message() -> None:
    explained = Finding(code="percent", severity="note", message="148 percent", erratum="an-erratum", page=3)
    assert explained.sentence == "148 percent (explained by erratum an-erratum) (page 3)"


def test_every_template_can_be_filled() -> None:
    for code, check in checks().items():
        assert check.templates, code
        for variant, template in check.templates.items():
            values = {name: f"<{name}>" for name in template.names}
            found = finding(f"{code}/{variant}" if variant else code, **values)  # type: ignore[arg-type]
            assert (found.code, found.severity) == (code, template.severity)
            assert all(value in found.message + found.hint for value in values.values())


OWN = """\
lamp-colour:
  stage: meaning
  severity: warning
  means: "A lamp has a colour that no lamp has."
  example: "the lamp is purple"
  message: "the lamp is {value}"
"""


def test_a_project_has_checks_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "checks.yaml"
    assert checks_of(path) == checks()
    path.write_text(OWN, encoding="utf-8")
    known = checks_of(path)
    assert known.keys() - checks().keys() == {"lamp-colour"}
    assert known["lamp-colour"].templates[""].message == "the lamp is {value}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            OWN.replace("lamp-colour", "file-missing"),
            " file-missing: the program has a check of this name; give it another",
        ),
        (
            OWN.replace("warning", "grave"),
            "3: lamp-colour/severity: 'grave' is not one of ['error', 'warning', 'note']",
        ),
        (OWN.replace("  stage: meaning\n", ""), "1: lamp-colour: lacks 'stage'; add it: when it is looked for"),
        ("- lamp-colour\n", "1: the file: ['lamp-colour'] is not of type 'object'; write keys with values"),
        (
            OWN.replace("{value}", "{value"),
            "2: lamp-colour: not a text with values in braces (expected '}' before end of string)",
        ),
    ],
    ids=["name", "severity", "stage", "list", "braces"],
)
def test_a_broken_list_of_checks_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "checks.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=f"^{re.escape(f'{path}:{message}')}$"):
        checks_of(path)
