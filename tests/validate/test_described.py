"""Packages of somebody else: checked by their own descriptor, and nothing outside their folder is touched."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from calling import call
from conftest import ROOT
from foreign_packages import ALL_SMALL, Described, field, refers
from mandate_data.findings.finding import Finding
from mandate_data.package.table_files import LARGEST_RATIO
from mandate_data.validate import foreign_package as described
from mandate_data.validation import is_ours

from validate.editing import Edited

SCHEMA = {"fields": [field("iso3", required=True), field("year", "integer")], "primaryKey": ["iso3"]}
GOOD = "iso3,year\nFJI,1999\nMDV,2000\n"


def told(findings: list[Finding]) -> list[tuple[str, str, int, str]]:
    return [(finding.code, Path(finding.file).name, finding.line, finding.message) for finding in findings]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return call("validate", *arguments, folder=ROOT)


def test_a_good_package_passes_and_is_said_not_to_be_ours(foreign: Described) -> None:
    foreign.write({"t": (GOOD, SCHEMA)})
    done = run(str(foreign.folder))
    assert done.returncode == 0
    assert done.stdout.startswith(
        f"{foreign.folder}/datapackage.json: note: the package is of another project: 1 of its tables was"
    )


def test_a_bad_one_fails_on_the_line(foreign: Described) -> None:
    foreign.write({"t": (GOOD + "TON,19x9\n", SCHEMA)})
    done = run(str(foreign.folder / "datapackage.json"))
    assert done.returncode == 1
    assert f'{foreign.folder}/t.csv:4: error: Type error in the cell "19x9"' in done.stdout


def test_a_quoted_line_break_shifts_no_line(foreign: Described) -> None:
    foreign.write({"t": ('iso3,year\n"F\nJ",1999\nTON,19x9\n', SCHEMA)})
    assert [finding.line for finding in foreign.check_both()] == [4]


@pytest.mark.parametrize("large", [0, ALL_SMALL])
def test_size_and_digest_are_compared(foreign: Described, large: int) -> None:
    data = GOOD.encode()
    actual, stated = f"sha256:{hashlib.sha256(data).hexdigest()}", f"sha256:{'0' * 64}"
    foreign.write({"t": (GOOD, SCHEMA)}, bytes=len(data), hash=hashlib.md5(data, usedforsecurity=False).hexdigest())
    assert foreign.check(large) == []
    foreign.write({"t": (GOOD, SCHEMA)}, bytes=len(data) - 1, hash=stated)
    assert told(foreign.check(large)) == [
        ("contract-byte-count", "t.csv", 0, f"t.csv has {len(data)} bytes, but the descriptor says {len(data) - 1}"),
        ("contract-hash-count", "t.csv", 0, f"t.csv has the digest {actual}, but the descriptor says {stated}"),
    ]
    foreign.write({"t": (GOOD, SCHEMA)}, hash="crc32:00000000")
    assert [(finding.severity, finding.message) for finding in foreign.check(large)] == [
        ("warning", "the digest of t.csv is of the kind 'crc32', which is not computed here, and was not compared")
    ]


@pytest.mark.parametrize("kind", ["sha224", "sha384", "sha3_256", "sha3-256", "blake2b", "SHA256", "sha-512"])
def test_digests_of_every_kind_are_compared(foreign: Described, kind: str) -> None:
    method = kind.lower().replace("sha-", "sha").replace("sha3-", "sha3_")
    digest = hashlib.new(method, GOOD.encode()).hexdigest()
    foreign.write({"t": (GOOD, SCHEMA)}, hash=f"{kind}:{digest}")
    assert foreign.check(ALL_SMALL) == []
    foreign.write({"t": (GOOD, SCHEMA)}, hash=f"{kind}:{digest[::-1]}")
    assert [finding.code for finding in foreign.check(ALL_SMALL)] == ["contract-hash-count"]


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("fields", "its schema 'fields' can't be read (No such file or directory)"),
        (["fields"], "its schema is not an object"),
        ({"fields": [field(f"f{n}") for n in range(4097)]}, "it has 4097 columns; no table is read that has more than"),
        ({}, "its schema is not valid: its fields are not a list of objects"),
        ({"fields": [field("a", "int")]}, 'its schema is not valid: field type "int" is not supported'),
        ({"fields": [field("a", pattern="(")]}, "its schema is not valid: the pattern '(' is not valid: missing )"),
        ({"fields": [field("a", "integer", pattern="1")]}, 'its schema is not valid: constraint "pattern" is not'),
        ({"fields": [field("a")], "primaryKey": ["b"]}, "its schema is not valid: primary key"),
        (
            {
                "fields": [field("a")],
                "foreignKeys": [refers("a", "b", "a")],
            },
            "a foreign key refers to 'b', which is not a table of the package",
        ),
        (
            {
                "fields": [field("a")],
                "foreignKeys": [refers("a", "", "b")],
            },
            "a foreign key refers to b of t, which has no such column",
        ),
    ],
)
def test_a_schema_that_is_not_valid_is_said_so(foreign: Described, schema: Any, message: str) -> None:
    foreign.write({"t": ("a\nx\n", schema)})
    (found,) = foreign.check_both()
    assert (found.code, Path(found.file).name) == ("descriptor-invalid", "datapackage.json")
    assert found.message.startswith(f"t: {message}")


@pytest.mark.parametrize("rows", [["x"], [None], "x", [1.5]])
@pytest.mark.parametrize("name", ["headerRows", "commentRows"])
def test_rows_of_a_dialect_that_are_no_numbers_are_a_finding(foreign: Described, name: str, rows: Any) -> None:
    foreign.write({"t": ("a\nx\n", {"fields": [field("a")]})}, dialect={name: rows})
    (found,) = foreign.check_both()
    assert found.code == "descriptor-invalid"
    assert found.message == f"t: its dialect is not valid: {name} is not a list of numbers of rows"


@pytest.mark.parametrize(
    ("resource", "message"),
    [
        ("t.csv", "resource 1: it is not an object"),
        ({}, "resource 1: it needs either a path or data"),
        ({"name": "t", "path": ""}, "t: its path is neither the name of a file nor a list of such names"),
        ({"name": "t", "path": []}, "t: its path is neither the name of a file nor a list of such names"),
        ({"name": "t", "path": "t.csv", "data": []}, "t: it has both a path and data, and may have one of the two"),
        ({"name": "t", "data": 5}, "t: its data are neither a list, nor an object, nor a text"),
        ({"name": "t", "path": "t.csv.7z", "compression": "7z"}, "t: its compression '7z' is none of gz, gzip, zip"),
        ({"name": "t", "path": "t.csv", "compression": ["gz"]}, "t: its compression ['gz'] is none of gz, gzip, zip"),
        (
            {"name": "t", "path": "t.csv", "dialect": {"delimiter": ";\n"}},
            "t: its dialect is not valid: delimiter is empty, or has a line end",
        ),
        ({"name": "t", "path": "t.csv", "dialect": "dialect.json"}, "t: its dialect 'dialect.json' can't be read"),
    ],
)
def test_a_resource_that_is_not_read_is_said_so(foreign: Described, resource: Any, message: str) -> None:
    foreign.describe([resource])
    (found,) = [finding for finding in foreign.check(ALL_SMALL) if finding.code != "descriptor-profile"]
    assert (found.code, found.severity) == ("descriptor-invalid", "error")
    assert found.message.startswith(message)


@pytest.mark.parametrize("name", ["größe", "With Spaces", "a/b"])
def test_a_table_may_have_any_name(foreign: Described, name: str) -> None:
    foreign.write({"t": (GOOD + "TON,x\n", SCHEMA)})
    (resource,) = foreign.descriptor()["resources"]
    foreign.describe([resource | {"name": name}])
    assert {(finding.table, finding.line, finding.severity) for finding in foreign.check_both()} == {
        (name, 4, "error"),
        *([(name, 0, "warning")] if name != "a/b" else []),
    }
    foreign.describe([{key: value for key, value in resource.items() if key != "name"}])
    assert [(finding.code, finding.table, finding.line) for finding in foreign.check_both()] == [
        ("descriptor-profile", "resource 1", 0),
        ("contract-type-error", "resource 1", 4),
    ]


def test_columns_may_stand_in_any_order_if_the_schema_says_so(foreign: Described) -> None:
    foreign.write({"t": ("year,iso3\n1999,FJI\nx,TON\n", {**SCHEMA, "fieldsMatch": "equal"})})
    assert [(finding.code, finding.line) for finding in foreign.check_both()] == [("contract-type-error", 3)]


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (
            {"dialect": {"header": "x"}},
            "t: its dialect is not valid: header is neither true nor false",
        ),
        ({"schema": {"fields": [field("a")], "foreignKeys": ["x"]}}, "t: its schema is not valid: "),
        (
            {"schema": {"fields": [field("a", "integer", minimum="low")]}},
            "t: its schema is not valid: minimum of a is not of the type integer",
        ),
        (
            {"schema": {"fields": [field("a")], "foreignKeys": [{**refers("a", "", "a"), "fields": []}]}},
            "t: its schema is not valid: foreign key fields",
        ),
        (
            {"schema": {"fields": ["/etc/field.json"]}},
            "t: its schema is not valid: its fields are not a list of objects",
        ),
        ({"encoding": None}, "t: its encoding None is unknown, or none of texts"),
        ({"encoding": "klingon"}, "t: its encoding 'klingon' is unknown, or none of texts"),
    ],
)
def test_a_part_of_the_wrong_kind_is_said_so(foreign: Described, part: dict[str, Any], message: str) -> None:
    foreign.describe([{"name": "t", "path": "t.csv", "schema": SCHEMA, **part}])
    (found,) = [finding for finding in foreign.check(ALL_SMALL) if finding.code != "file-missing"]
    assert found.code == "descriptor-invalid"
    assert found.message.startswith(message)


@pytest.mark.parametrize("text", ['{"name": "\\ud800", "resources": []}', '{"resources": [], "x": ' + "9" * 5000 + "}"])
def test_a_descriptor_that_python_can_not_hold_is_refused(foreign: Described, text: str) -> None:
    (foreign.folder / "datapackage.json").write_text(text, encoding="utf-8")
    done = run(str(foreign.folder))
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_two_resources_with_one_name_are_said_so(foreign: Described) -> None:
    foreign.write({"t": (GOOD, SCHEMA)})
    foreign.describe(foreign.descriptor()["resources"] * 2)
    assert [finding.message for finding in foreign.check(ALL_SMALL)] == ["t: another resource has this name"]


@pytest.mark.parametrize("part", ["path", "schema", "dialect"])
@pytest.mark.parametrize("path", ["../t.csv", "/etc/passwd", "gopher://example.org/t.csv", "file:///etc/passwd"])
def test_nothing_outside_the_folder_is_read(foreign: Described, part: str, path: str) -> None:
    foreign.describe([{"name": "t", "path": "t.csv", "schema": SCHEMA, part: path}])
    assert told(foreign.check(ALL_SMALL)) == [
        ("file-outside", "datapackage.json", 0, f"the path {path!r} leads out of the package")
    ]


@pytest.mark.parametrize("part", ["t.csv", "schema.json"])
def test_no_link_that_leads_out_is_followed(
    foreign: Described, tmp_path_factory: pytest.TempPathFactory, part: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "file"
    elsewhere.write_text(GOOD if part == "t.csv" else '{"fields": []}', encoding="utf-8")
    foreign.write({"t": (GOOD, SCHEMA)}, schema="schema.json" if part == "schema.json" else SCHEMA)
    (foreign.folder / part).unlink(missing_ok=True)
    (foreign.folder / part).symlink_to(elsewhere)
    (found,) = foreign.check(ALL_SMALL)
    assert found.message in (
        "t.csv is reached by a link that leads out of the package",
        "t: its schema 'schema.json' is not a file of the package",
    )


def test_schema_and_dialect_may_have_files_of_their_own(foreign: Described) -> None:
    (foreign.folder / "schema.json").write_text('{"fields": [{"name": "a", "type": "integer"}]}', encoding="utf-8")
    (foreign.folder / "dialect.json").write_text('{"delimiter": ";"}', encoding="utf-8")
    foreign.write({"t": ("a\n1\nx\n", None)}, schema="schema.json", dialect="dialect.json")
    assert [(finding.code, finding.line) for finding in foreign.check_both()] == [("contract-type-error", 3)]


@pytest.mark.parametrize(
    ("name", "content", "more"),
    [
        ("t.csv", b"iso3;year\nFJI;x\n", {"dialect": {"delimiter": ";"}}),
        ("t.tsv", b"iso3\tyear\nFJI\tx\n", {}),
        ("t.csv", b"iso3,year\nFJI,x\n", {"dialect": {"quoteChar": "'"}}),
        ("t.csv", "iso3,year\nFJ\u00cd,x\n".encode("latin-1"), {"encoding": "latin-1"}),
    ],
)
@pytest.mark.parametrize("large", [0, ALL_SMALL])
def test_other_dialects_and_encodings_are_read(
    foreign: Described, large: int, name: str, content: bytes, more: dict[str, Any]
) -> None:
    (foreign.folder / name).write_bytes(content)
    foreign.describe([{"name": "t", "path": name, "schema": SCHEMA, **more}])
    assert [(finding.code, finding.line) for finding in foreign.check(large)] == [("contract-type-error", 2)]


def test_rows_in_the_descriptor_are_checked(foreign: Described) -> None:
    foreign.describe([{"name": "t", "data": [["iso3", "year"], ["FJI", "x"]], "schema": SCHEMA}])
    assert [(finding.code, Path(finding.file).name, finding.line) for finding in foreign.check(ALL_SMALL)] == [
        ("contract-type-error", "datapackage.json", 0)
    ]


def test_a_table_that_nobody_described_has_the_columns_of_its_header(foreign: Described) -> None:
    foreign.write({"t": ("a,b,a\n1,2,3\n1,2\n", None)})
    found = {(finding.code, finding.line) for finding in foreign.check_both()}
    assert ("contract-missing-cell", 3) in found
    assert ("contract-duplicate-label", 1) in found


def test_other_files_have_size_and_digest_only(foreign: Described) -> None:
    (foreign.folder / "map.png").write_bytes(b"\x89PNG")
    foreign.describe([{"name": "map", "path": "map.png", "bytes": 4}])
    assert foreign.check(ALL_SMALL) == []
    foreign.describe([{"name": "map", "path": "map.png", "bytes": 5}])
    assert [finding.code for finding in foreign.check(ALL_SMALL)] == ["contract-byte-count"]


def test_a_list_of_one_path_and_a_media_type_are_read(foreign: Described) -> None:
    (foreign.folder / "t.txt").write_text(GOOD + "TON,x\n", encoding="utf-8")
    foreign.describe([{"name": "t", "path": ["t.txt"], "mediatype": "text/csv", "schema": SCHEMA}])
    assert [(finding.code, finding.line) for finding in foreign.check_both()] == [("contract-type-error", 4)]


def test_one_resource_that_lies_elsewhere_does_not_hide_the_others(foreign: Described) -> None:
    foreign.write({"t": (GOOD + "TON,x\n", SCHEMA)})
    elsewhere = {"name": "far", "path": "https://example.org/far.csv", "schema": SCHEMA}
    foreign.describe([elsewhere, *foreign.descriptor()["resources"]])
    assert [finding.code for finding in foreign.check_both()] == ["contract-unread", "contract-type-error"]


def test_another_file_that_is_missing_is_said_so(foreign: Described) -> None:
    foreign.describe([{"name": "map", "path": "map.png"}])
    assert told(foreign.check(ALL_SMALL)) == [("file-missing", "map.png", 0, "map.png is missing")]


def test_a_key_to_a_table_that_nobody_described_is_said_so(foreign: Described) -> None:
    schema = {**SCHEMA, "foreignKeys": [refers("iso3", "u", "iso3")]}
    foreign.write({"t": (GOOD, schema), "u": (GOOD, None)})
    assert [finding.message for finding in foreign.check_both()] == [
        "t: a foreign key refers to 'u', which has no schema"
    ]


def test_a_file_that_is_missing_is_said_so(foreign: Described) -> None:
    foreign.describe([{"name": "t", "path": "t.csv", "schema": SCHEMA}])
    assert told(foreign.check(ALL_SMALL)) == [("file-missing", "t.csv", 0, "t.csv is missing")]


def test_a_table_that_refers_to_one_that_can_not_be_read_is_checked_all_the_same(foreign: Described) -> None:
    schema = {**SCHEMA, "foreignKeys": [refers("iso3", "u", "iso3")]}
    foreign.write({"t": (GOOD + "TON,x\n", schema), "u": (GOOD, SCHEMA)})
    (foreign.folder / "u.csv").unlink()
    assert [(finding.code, finding.line) for finding in foreign.check_both()] == [
        ("contract-type-error", 4),
        ("file-missing", 0),
        ("contract-unchecked", 0),
    ]


def test_a_table_may_refer_to_rows_in_the_descriptor(foreign: Described) -> None:
    foreign.write({"t": (GOOD, {**SCHEMA, "foreignKeys": [refers("iso3", "u", "iso3")]})})
    inline = {"name": "u", "data": [["iso3", "year"], ["FJI", "1999"]], "schema": SCHEMA}
    foreign.describe([*foreign.descriptor()["resources"], inline])
    assert [(finding.code, finding.line) for finding in foreign.check_both()] == [("contract-foreign-key", 3)]


@pytest.mark.parametrize(
    "cell",
    [
        '"=HYPERLINK(""http://x"")"',
        "+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "-SUM(A1)",
        "=1+1",
        "=A1&B2",
        "=-1",
        '"\t=2*3"',
        " =x",
        "=+-cmd|x",
    ],
)
def test_a_formula_is_a_warning(foreign: Described, cell: str) -> None:
    foreign.write(
        {
            "t": (
                f"a,b\n- dash,1\n-,-1\n=,+1\n==,1\n=> x,1\n+ 2,1\n{cell},1\n",
                {"fields": [field("a"), field("b", "integer")]},
            )
        }
    )
    (found,) = foreign.check_both()
    assert (found.code, found.severity, found.line, found.field) == ("file-formula", "warning", 8, "a")


@pytest.mark.parametrize("pattern", [r"[=\w]+\(1\)", "x?=SUM.1.", "[=A-Z()1]+"])
def test_a_formula_that_keeps_a_pattern_is_one_all_the_same(foreign: Described, pattern: str) -> None:
    foreign.write({"t": ("a\n=SUM(1)\n", {"fields": [field("a", pattern=pattern)]})})
    assert [finding.code for finding in foreign.check_both()] == ["file-formula"]


def test_a_text_that_may_identify_a_child_is_not_repeated(foreign: Described) -> None:
    foreign.write({"t": ("iso3,year\nFJI,Name (11)\n", SCHEMA)})
    (found,) = foreign.check_both()
    assert (found.line, found.value) == (2, "")
    assert found.message == "the value may identify a child and is not repeated here"
    assert "Name" not in run(str(foreign.folder)).stdout


def test_a_formula_in_our_package_is_a_warning_on_its_row(edited: Edited) -> None:
    line = edited.replace("data/sources.csv", '"Department of Child Law, Leiden University"', "=Leiden(1)")
    edited.sign()
    assert [(finding.line, finding.field) for finding in edited.errors() if finding.code == "file-formula"] == [
        (line, "publisher")
    ]


def test_without_polars_large_tables_are_read_row_by_row_which_is_reported(
    foreign: Described, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign.write({"t": (GOOD + "TON,x\n", SCHEMA)})
    monkeypatch.setattr(described, "find_spec", lambda name: None)
    assert [(finding.code, finding.severity) for finding in foreign.check(0)] == [
        ("contract-type-error", "error"),
        ("file-slow", "note"),
    ]


@pytest.mark.parametrize("reference", ["https://example.org/schema.json", "#/$defs/missing"])
def test_a_json_schema_that_refers_elsewhere_is_not_checked_and_all_else_is(foreign: Described, reference: str) -> None:
    fields = [field("a", "integer"), field("b", "object", jsonSchema={"properties": {"x": {"$ref": reference}}})]
    foreign.write({"t": ('a,b\nq,"{""x"": 1}"\n', {"fields": fields})})
    assert [(item.code, item.severity, item.message) for item in foreign.check_both()] == [
        (
            "contract-type-error",
            "error",
            'Type error in the cell "q" in row "2" and field "a" at position "1": type is "integer/default"',
        ),
        (
            "contract-unchecked",
            "warning",
            f"the jsonSchema of b refers to {reference!r}, which it does not have, and was not checked",
        ),
    ]


def test_a_json_schema_that_refers_to_itself_is_checked(foreign: Described) -> None:
    tree = {"$defs": {"n": {"type": "integer"}}, "properties": {"x": {"$ref": "#/$defs/n"}, "y": {"$ref": "#"}}}
    foreign.write({"t": ('a\n"{""y"": {""x"": ""q""}}"\n', {"fields": [field("a", "object", jsonSchema=tree)]})})
    assert [item.code for item in foreign.check_both()] == ["contract-constraint-error"]


@pytest.mark.parametrize("constraints", [[], None, "x"])
def test_constraints_are_an_object(foreign: Described, constraints: object) -> None:
    foreign.write({"t": ("a\nx\n", {"fields": [{"name": "a", "type": "string", "constraints": constraints}]})})
    assert [item.message for item in foreign.check_both()] == [
        "t: its schema is not valid: constraints of a is not an object"
    ]


def test_lines_that_a_carriage_return_ends_are_lines_in_a_large_file(foreign: Described) -> None:
    rows = "".join(f"{number},{'x' * 90}\r" for number in range(16_000))
    schema = {"fields": [field("a", "integer"), field("b")]}
    foreign.write({"t": (f"a,b\r{rows}y,\r", schema)}, dialect={"lineTerminator": "\r"})
    assert [(item.code, item.line) for item in foreign.check_both()] == [("contract-type-error", 16_002)]


def test_zero_with_and_without_a_sign_is_one_value(foreign: Described) -> None:
    foreign.write({"t": ("a\n0\n-0\n", {"fields": [field("a", "number", unique=True)]})})
    assert [(item.code, item.line) for item in foreign.check_both()] == [("contract-unique-error", 3)]


@pytest.mark.slow
def test_no_archive_is_opened_beyond_its_limit(foreign: Described, tmp_path: Path) -> None:
    # A hundred megabytes of zeros in a hundred kilobytes.
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", b"\0" * 100_000_000)
    done = run(str(bomb))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"mandate-data: {bomb}: is not a folder; unpack it if it is an archive, and name the folder of a data package,"
        " or build one first\n"
    )
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(b"a\n" * 10_000_000))
    foreign.describe([{"name": "t", "path": "t.csv.gz", "schema": {"fields": [field("a")]}}])
    limit = LARGEST_RATIO * (tmp_path / "t.csv.gz").stat().st_size
    assert [(finding.code, finding.message) for finding in foreign.check(ALL_SMALL)] == [
        ("file-compressed", f"unpacked it has more than {limit} bytes, and was not read further")
    ]


def test_a_copy_of_ours_with_another_name_is_still_ours(edited: Edited) -> None:
    edited.write_descriptor(edited.descriptor() | {"name": "somebody-else"})
    assert is_ours(edited.descriptor(), edited.contract)
    few = edited.descriptor()["resources"][:5]
    assert not is_ours({"name": "somebody-else", "resources": few}, edited.contract)
    assert is_ours(edited.descriptor() | {"name": edited.contract.metadata["name"], "resources": few}, edited.contract)
