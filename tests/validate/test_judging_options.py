"""Options of `validate`: what each does to the findings on a package of somebody else, with the exact output."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from calling import call
from foreign_packages import ALL_LARGE, ALL_SMALL, Described, field
from mandate_data.validate.foreign_package import check_described

GOOD, BAD = "id,name\n1,a\n", "id,name\nx,a\n"
SCHEMA = {"fields": [field("id", "integer"), field("name")]}


def validated(folder: Path, *options: str) -> tuple[int, list[str]]:
    """The exit code, and the findings in text without what comes after the first line of each."""
    done = call("validate", ".", "--format", "json", *options, folder=folder)
    if done.returncode == 2:
        return 2, [line.removeprefix("mandate-data: ") for line in done.stderr.splitlines()]
    items = [item for item in json.loads(done.stdout)["findings"] if item["code"] != "descriptor-foreign"]
    return done.returncode, [f"{item['severity']} {item['code']}: {item['message']}" for item in items]


def described(folder: Path, *resources: dict[str, Any], content: str = BAD) -> None:
    (folder / "t.csv").write_text(content, encoding="utf-8")
    listed = list(resources) or [{"name": "t", "path": "t.csv", "schema": SCHEMA}]
    Described(folder).describe(listed)


WRONG = (
    'error contract-type-error: Type error in the cell "x" in row "2" and field "id" at position "1": '
    'type is "integer/default"'
)


def test_without_options_an_error_fails_and_a_warning_does_not(tmp_path: Path) -> None:
    described(tmp_path)
    assert validated(tmp_path) == (1, [WRONG])
    described(tmp_path, content="id,name\n1,=SUM(A1)\n")
    code, found = validated(tmp_path)
    assert (code, [item.split(":")[0] for item in found]) == (0, ["warning file-formula"])
    assert validated(tmp_path, "--fail-on", "warning")[0] == 1
    assert validated(tmp_path, "--fail-on", "error")[0] == 0


def test_fail_on_has_three_values(tmp_path: Path) -> None:
    described(tmp_path, content=GOOD)
    assert validated(tmp_path, "--fail-on", "note")[0] == 1  # that the package is not ours is one
    code, (line,) = validated(tmp_path, "--fail-on", "never")
    assert (code, line) == (2, "--fail-on 'never': unknown; it is one of error, warning, note")


def test_select_and_ignore_take_codes_and_their_beginnings(tmp_path: Path) -> None:
    described(tmp_path, content="id,name\nx,=SUM(A1)\n")
    assert [item.split(":")[0] for item in validated(tmp_path)[1]] == [
        "error contract-type-error",
        "warning file-formula",
    ]
    assert validated(tmp_path, "--select", "contract-type-error") == (1, [WRONG])
    assert validated(tmp_path, "--select", "contract") == (1, [WRONG])
    assert validated(tmp_path, "--ignore", "contract") == (0, validated(tmp_path, "--select", "file")[1])
    assert validated(tmp_path, "--select", "contract", "--ignore", "contract-type-error") == (0, [])
    for option in ("--select", "--ignore"):
        message = f"{option} 'contract-typo': no check has this code; mandate-data checks lists them"
        assert validated(tmp_path, option, "contract-typo") == (2, [message])


def test_a_table_that_is_not_read_is_an_error_or_by_choice_a_warning(tmp_path: Path) -> None:
    (tmp_path / "u.ods").write_bytes(b"PK")
    described(tmp_path, {"name": "u", "path": "u.ods", "schema": SCHEMA})
    message = "contract-unread: u.ods can't be read as a table (ods), so that its rows were not checked"
    assert validated(tmp_path) == (1, [f"error {message}"])
    assert validated(tmp_path, "--allow-unread") == (0, [f"warning {message}"])


def test_a_copy_of_a_schema_is_used_by_table_and_by_address(tmp_path: Path) -> None:
    address = "https://example.org/schemas/t.json"
    described(tmp_path, {"name": "t", "path": "t.csv", "schema": address})
    (tmp_path / "copy.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    message = f"its schema is at {address} and is not fetched: only the structure of the table was checked"
    assert validated(tmp_path) == (0, [f"warning contract-unchecked: {message}"])
    assert validated(tmp_path, "--schema", "t=copy.json") == (1, [WRONG])
    assert validated(tmp_path, "--schema", f"{address}=copy.json") == (1, [WRONG])
    code, lines = validated(tmp_path, "--schema", "copy.json")
    assert code == 2
    assert lines[0].startswith("--schema 'copy.json': ")


def test_a_copy_of_a_schema_beside_the_descriptor_is_used_and_reported(tmp_path: Path) -> None:
    address = "https://example.org/schemas/t-schema.json?raw=1"
    described(tmp_path, {"name": "t", "path": "t.csv", "schema": address})
    (tmp_path / "t-schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    code, lines = validated(tmp_path)
    assert (code, lines[0]) == (1, WRONG)
    found = check_described(tmp_path, Described(tmp_path).descriptor())
    assert [item.message for item in found if item.code == "contract-unchecked"] == [
        f"its schema is at {address}; the file t-schema.json of the package was taken for it, and not compared with it"
    ]


@pytest.mark.parametrize("address", ["https://[/t.json", "https://a.example/.."])
def test_an_address_that_names_no_file_has_no_copy(tmp_path: Path, address: str) -> None:
    described(tmp_path, {"name": "t", "path": "t.csv", "schema": address})
    found = check_described(tmp_path, Described(tmp_path).descriptor())
    assert [item.code for item in found if item.severity != "note"] == ["contract-unchecked"]


def test_a_copy_of_a_profile_is_used_by_its_address(tmp_path: Path) -> None:
    address = "https://example.org/profiles/1.0/profile.json"
    described(tmp_path, content=GOOD)
    descriptor = {**Described(tmp_path).descriptor(), "$schema": address}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    profile = {"allOf": [{"$ref": "https://datapackage.org/profiles/2.0/datapackage.json"}], "required": ["project"]}
    (tmp_path / "profile.json").write_text(json.dumps(profile), encoding="utf-8")
    unchecked = f"the profile at {address} is not fetched: only the rules of the standard itself were checked"
    assert validated(tmp_path) == (0, [f"warning contract-unchecked: {unchecked}"])
    assert validated(tmp_path, "--schema", f"{address}=profile.json") == (
        1,
        ["error descriptor-profile: 'project' is a required property"],
    )
    more = "https://example.org/more.json"
    (tmp_path / "profile.json").write_text(json.dumps({"allOf": [{"$ref": more}]}), encoding="utf-8")
    assert validated(tmp_path, "--schema", f"{address}=profile.json") == (
        0,
        [f"warning contract-unchecked: {unchecked.replace(address, more)}"],
    )
    (tmp_path / "profile.json").write_text("[", encoding="utf-8")
    assert validated(tmp_path, "--schema", f"{address}=profile.json")[0] == 2


def test_unknown_columns_are_errors_or_by_choice_warnings(tmp_path: Path) -> None:
    described(tmp_path, content="id,name,more\n1,a,b\n")
    message = 'contract-extra-label: There is an extra label "more" in header at position "3"'
    assert validated(tmp_path) == (1, [f"error {message}"])
    assert validated(tmp_path, "--unknown-columns", "warning") == (0, [f"warning {message}"])
    assert validated(tmp_path, "--unknown-columns", "no") == (
        2,
        ["--unknown-columns 'no': unknown; it is one of error, warning"],
    )


def test_headers_may_be_in_any_case(tmp_path: Path) -> None:
    described(tmp_path, content="ID,Name\n1,a\n")
    assert validated(tmp_path)[0] == 1
    assert validated(tmp_path, "--headers", "any-case") == (0, [])


def test_a_baseline_leaves_out_what_was_found_before(tmp_path: Path) -> None:
    described(tmp_path)
    assert call("validate", ".", "--format", "json", "--output", "old.json", folder=tmp_path).returncode == 1
    assert validated(tmp_path, "--baseline", "old.json") == (0, [])
    described(tmp_path, content="id,name\n1,b\nx,a\ny,a\n")
    code, (line,) = validated(tmp_path, "--baseline", "old.json")
    assert (code, 'in row "4"' in line) == (1, True)
    code, (line,) = validated(tmp_path, "--baseline", "none.json")
    assert (code, line) == (
        2,
        "--baseline none.json: can't be read (No such file or directory); write it with --format json",
    )


def test_a_file_of_options_is_read_and_the_command_line_goes_before_it(tmp_path: Path) -> None:
    described(tmp_path)
    config = tmp_path / "mandate-data.toml"
    config.write_text('[validate]\nignore = ["contract"]\n', encoding="utf-8")
    assert validated(tmp_path) == (0, [])
    assert validated(tmp_path, "--ignore", "file") == (1, [WRONG])
    config.write_text('[validate]\nallow-unread = true\nfail-on = "note"\n', encoding="utf-8")
    assert validated(tmp_path)[0] == 1
    for content, message in (
        ("[validate", "mandate-data.toml: not TOML ("),
        (
            "[validate.schemas]\nt = 5",
            "mandate-data.toml: schemas is {'t': 5}, which it can't be; see docs/validate.md",
        ),
        ("validate = 1", "mandate-data.toml: validate is not a table; write [validate] and its options below it"),
        ('[validate]\nfail-on = "no"', "mandate-data.toml: fail-on 'no': unknown; it is one of error, warning, note"),
        ("[validate]\nfail-on = 1", "mandate-data.toml: fail-on is 1, which it can't be; see docs/validate.md"),
        ("[validate]\nfail = 1", "mandate-data.toml: 'fail' is unknown; [validate] may have allow-unread, baseline,"),
    ):
        config.write_text(content, encoding="utf-8")
        code, lines = validated(tmp_path)
        assert code == 2
        assert lines[0].startswith(message), lines


def test_a_file_of_options_gives_copies_of_schemas(tmp_path: Path) -> None:
    address = "https://example.org/s.json"
    described(tmp_path, {"name": "t", "path": "t.csv", "schema": address}, content="d\nx\n")
    assert validated(tmp_path)[0] == 0
    (tmp_path / "copy.json").write_text(json.dumps({"fields": [field("d", "date")]}), encoding="utf-8")
    config = f'[validate.schemas]\n"{address}" = "copy.json"\n'
    (tmp_path / "mandate-data.toml").write_text(config, encoding="utf-8")
    assert validated(tmp_path)[0] == 1


def test_like_frictionless_and_the_standard_are_a_choice(tmp_path: Path) -> None:
    described(
        tmp_path, {"name": "t", "path": "t.csv", "schema": {"fields": [field("d", "date")]}}, content="d\n2020-1-1\n"
    )
    assert validated(tmp_path, "--like", "standard")[0] == 1
    assert validated(tmp_path, "--like", "frictionless")[0] == 0
    assert validated(tmp_path, "--like", "me") == (2, ["--like 'me': unknown; it is one of standard, frictionless"])


@pytest.mark.parametrize("large", [ALL_SMALL, ALL_LARGE])
def test_what_is_not_fetched_is_reported_and_hides_no_other(foreign: Described, large: int) -> None:
    broken = {"fields": [field("o", "object", jsonSchema={"$ref": "https://example.org/s.json"})]}
    foreign.write({"t": (BAD, SCHEMA), "u": ('o\n"{""v"": ""x""}"\n', broken)})
    found = [(item.code, item.table, item.severity) for item in foreign.check(large)]
    assert found == [("contract-type-error", "t", "error"), ("contract-unchecked", "u", "warning")]


def test_strict_is_the_standard_whatever_the_file_of_options_says(tmp_path: Path) -> None:
    described(
        tmp_path,
        {"name": "t", "path": "t.csv", "schema": {"fields": [field("day", "date")]}},
        content="day\n2020-1-1\n",
    )
    (tmp_path / "mandate-data.toml").write_text('[validate]\nlike = "frictionless"\n', encoding="utf-8")
    assert validated(tmp_path)[0] == 0
    assert validated(tmp_path, "--strict")[0] == 1
    assert validated(tmp_path, "--strict", "--like", "standard")[0] == 1
    message = "--strict and --like frictionless: one of them; --strict is --like standard"
    assert validated(tmp_path, "--strict", "--like", "frictionless") == (2, [message])


def test_what_is_not_selected_does_not_fail(tmp_path: Path) -> None:
    described(tmp_path, content="id,name\nx,=SUM(A1)\n")
    code, found = validated(tmp_path, "--select", "file-formula")
    assert (code, [item.split(":")[0] for item in found]) == (0, ["warning file-formula"])


def test_a_fault_that_comes_a_second_time_is_new(tmp_path: Path) -> None:
    described(tmp_path)
    call("validate", ".", "--format", "json", "--output", "findings.json", folder=tmp_path)
    assert validated(tmp_path, "--baseline", "findings.json") == (0, [])
    described(tmp_path, content=BAD + "x,b\n")
    code, found = validated(tmp_path, "--baseline", "findings.json")
    assert (code, len(found)) == (1, 1)


@pytest.mark.parametrize("content", ["[" * 100_000, '{"findings": [1, null, {}]}', '{"findings": 5}', "{}"])
def test_a_baseline_that_is_none_is_one_line(content: str, tmp_path: Path) -> None:
    described(tmp_path)
    (tmp_path / "findings.json").write_text(content, encoding="utf-8")
    code, (line,) = validated(tmp_path, "--baseline", "findings.json")
    assert code == 2
    assert line.startswith("--baseline findings.json: no findings in JSON (")


def test_a_file_of_options_that_is_nested_too_deep_is_one_line(tmp_path: Path) -> None:
    described(tmp_path)
    (tmp_path / "mandate-data.toml").write_text("a = " + "[" * 3000 + "]" * 3000, encoding="utf-8")
    code, (line,) = validated(tmp_path)
    assert (code, line.split(" (")[0]) == (2, "mandate-data.toml: not TOML")


def test_a_root_that_is_no_project_is_refused(tmp_path: Path) -> None:
    described(tmp_path, content=GOOD)
    assert validated(tmp_path, "--root", "nowhere") == (
        2,
        ["nowhere: is not a project (there is no folder nowhere/schemas); name one that is"],
    )


def test_an_unknown_column_may_be_anywhere_by_choice(tmp_path: Path) -> None:
    fields = [field("a", "integer"), field("b", "integer")]
    described(tmp_path, {"name": "t", "path": "t.csv", "schema": {"fields": fields}}, content="a,zz,b\n1,q,2\n3,r,x\n")
    code, found = validated(tmp_path, "--unknown-columns", "warning")
    assert (code, [item.split(":")[0] for item in found]) == (
        1,
        ["error contract-type-error", "warning contract-extra-label"],
    )
    described(tmp_path, {"name": "t", "path": "t.csv", "schema": {"fields": fields}}, content="b,zz,a\n1,q,2\n")
    code, found = validated(tmp_path, "--unknown-columns", "warning")
    assert [item.split(":")[0] for item in found].count("error contract-incorrect-label") == 2


def test_a_copy_that_is_of_nothing_or_no_schema_is_refused(tmp_path: Path) -> None:
    described(tmp_path, content=GOOD)
    (tmp_path / "copy.json").write_text("{", encoding="utf-8")
    for option, why in (
        ("u=copy.json", "the package names no table or schema 'u'; it names t"),
        ("t=gone.json", "the file can't be read (No such file or directory); give a schema in JSON"),
        (
            "t=copy.json",
            "the file is not JSON (Expecting property name",
        ),
    ):
        code, (said,) = validated(tmp_path, "--schema", option)
        assert (code, said.startswith(f"--schema {option}: {why}")) == (2, True)


def test_a_section_that_is_unknown_is_refused(tmp_path: Path) -> None:
    described(tmp_path, content=GOOD)
    (tmp_path / "own.toml").write_text("[validat]\nfail-on = 'warning'\n", encoding="utf-8")
    assert validated(tmp_path, "--config", "own.toml") == (
        2,
        ["own.toml: 'validat' is unknown; the file may have [validate]"],
    )


def test_a_file_of_options_that_is_none_is_one_line(tmp_path: Path) -> None:
    described(tmp_path)
    os.mkfifo(tmp_path / "mandate-data.toml")
    line = "mandate-data.toml: can't be read (is not a regular file); correct or remove it"
    assert validated(tmp_path) == (2, [line])
