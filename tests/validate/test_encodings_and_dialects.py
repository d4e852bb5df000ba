"""Tables in other encodings and dialects, in parts and compressed: the same checks, on the same physical lines."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path
from typing import Any

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, NOTES, VERSION_2, Described, field
from mandate_data.validate.foreign_package import check_described

SCHEMA = {"fields": [field("a"), field("n", "integer")]}


def found(foreign: Described, content: bytes, name: str = "t.csv", **more: Any) -> list[tuple[str, int]]:
    (foreign.folder / name).write_bytes(content)
    foreign.describe([{"name": "t", "path": name, "schema": SCHEMA, **more}])
    return [(finding.code, finding.line) for finding in foreign.check(ALL_SMALL)]


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso-8859-1"])
def test_every_check_holds_in_every_encoding(foreign: Described, encoding: str) -> None:
    def told(text: str) -> list[tuple[str, int]]:
        return found(foreign, text.encode(encoding), encoding=encoding)

    assert told('a,n\n"é\né",1\nx,2\n') == []
    assert told('a,n\n"é\né",1\nx,y\n') == [("contract-type-error", 4)]
    assert told("a,n\n=SUM(1),1\n") == [("file-formula", 2)]
    assert told('a,n\nx,1\n"y,2\nz,3\n') == [("file-not-csv", 3)]
    assert told('a,n\n"x"y,1\n') == [("file-not-csv", 2)]
    assert told("a,n\nx\0,1\n") == [("file-nul", 2)]


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ({"commentChar": "#"}, "#c\na,n\n#d\nx,y\n", [("contract-type-error", 4)]),
        ({"quoteChar": "'"}, "a,n\n'x\ny',1\nz,y\n", [("contract-type-error", 4)]),
        ({"quoteChar": "'"}, "a,n\n'x,1\n", [("file-not-csv", 2)]),
        ({"escapeChar": "\\"}, 'a,n\n"x\\"y",1\n', []),
        ({"skipInitialSpace": True}, 'a, n\n"x", 1\n', []),
        ({"nullSequence": "NA"}, "a,n\nx,NA\n", []),
        ({"headerRows": [1, 2], "headerJoin": ""}, "a,n\n,\nx,y\n", [("contract-type-error", 3)]),
        ({"header": False}, "x,1\ny,z\n", [("contract-type-error", 2)]),
        ({"lineTerminator": "|"}, "a,n|x,1|y,z|", [("contract-type-error", 3)]),
        ({"caseSensitiveHeader": False}, "A,N\nx,1\n", []),
        ({"csv": {"delimiter": ";"}}, "a;n\nx;1\n", []),
        ({"decimalChar": ","}, "a,n\nx,1\n", [("contract-unchecked", 0)]),
    ],
)
def test_every_dialect_is_read(
    foreign: Described, dialect: dict[str, Any], text: str, expected: list[tuple[str, int]]
) -> None:
    assert found(foreign, text.encode(), dialect=dialect) == expected


def labels(folder: Path, version: str, large: int, **dialect: Any) -> list[tuple[str, str, str]]:
    """The findings on a table whose labels are ` A` and `n `, of the fields a and n."""
    (folder / "t.csv").write_bytes(b" A,n \nx,1\nx,y\n")
    resource = {"name": "t", "path": "t.csv", "schema": SCHEMA, "dialect": dialect}
    descriptor = {**({"$schema": VERSION_2} if version == "2" else {}), "name": "p", "resources": [resource]}
    found = [item for item in check_described(folder, descriptor, large) if item.code not in NOTES]
    return [(item.severity, item.code, item.message) for item in found if item.code != "contract-type-error"]


@pytest.mark.parametrize("large", [ALL_SMALL, ALL_LARGE])
def test_labels_with_blanks_or_in_another_case_are_reported(tmp_path: Path, large: int) -> None:
    code = "contract-incorrect-label"
    blanks = "the label 'n ' is the name of the field n but for blanks around it, which were left out"
    case = "the label ' A' is the name of the field a but for its case, which version 1 leaves out"
    other = 'Label "A" in field a at position "1" does not match the field name in the schema'
    assert labels(tmp_path, "1", large) == [("warning", code, case), ("warning", code, blanks)]
    assert labels(tmp_path, "1", large, caseSensitiveHeader=False) == [("warning", code, blanks)]
    for version, dialect in (("1", {"caseSensitiveHeader": True}), ("2", {})):
        assert labels(tmp_path, version, large, **dialect) == [("error", code, other), ("warning", code, blanks)]


def test_words_of_version_2_are_heeded_and_reported_in_version_1(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"l,n\na,1\na,-99\n")
    schema = {
        "fields": [
            {"name": "l", "type": "string", "categories": ["a"]},
            {"name": "n", "type": "integer", "groupChar": ",", "constraints": {"exclusiveMinimum": 1}},
        ],
        "fieldsMatch": "subset",
        "missingValues": [{"value": "-99", "label": "refused"}],
        "uniqueKeys": [["l"]],
    }
    resource = {"name": "t", "path": "t.csv", "schema": schema}
    one, two = ({**more, "name": "p", "resources": [resource]} for more in ({}, {"$schema": VERSION_2}))
    reported = [item for item in check_described(tmp_path, one) if item.code == "contract-unchecked"]
    judged = "is of version 2 of the standard; the package is of version 1 and was judged by it all the same"
    assert [item.message for item in reported] == [
        f"categories of l {judged}",
        f"exclusiveMinimum of n {judged}",
        f"fieldsMatch {judged}",
        f"groupChar of n {judged}",
        f"missingValues with labels {judged}",
        f"uniqueKeys {judged}",
    ]
    errors = [
        [(item.code, item.line) for item in check_described(tmp_path, descriptor) if item.severity == "error"]
        for descriptor in (one, two)
    ]
    assert errors == [[("contract-constraint-error", 2), ("contract-unique-error", 3)]] * 2


@pytest.mark.parametrize(
    ("version", "dialect", "right"),
    [
        (1, {}, True),
        (1, {"caseSensitiveHeader": True}, False),
        (2, {}, False),
        (2, {"caseSensitiveHeader": False}, True),
    ],
)
@pytest.mark.parametrize("large", [ALL_SMALL, ALL_LARGE])
def test_the_case_of_a_header_counts_in_version_2_and_where_it_is_asked_for(
    foreign: Described, version: int, dialect: dict[str, Any], right: bool, large: int
) -> None:
    foreign.write({"t": ("A,N\nx,1\n", SCHEMA)}, dialect=dialect)
    descriptor = foreign.descriptor()
    if version == 1:
        del descriptor["$schema"]
    errors = [one.code for one in check_described(foreign.folder, descriptor, large) if one.severity == "error"]
    assert errors == ([] if right else ["contract-incorrect-label"] * 2)


def test_a_bad_byte_has_its_line_and_its_place_in_the_file(foreign: Described) -> None:
    (foreign.folder / "t.csv").write_bytes(b"a,n\n" + b"x,1\n" * 3000 + b"\x9d,1\n")
    foreign.describe([{"name": "t", "path": "t.csv", "schema": SCHEMA, "encoding": "windows-1252"}])
    (finding,) = foreign.check(ALL_SMALL)
    assert (finding.line, finding.message.split(";")[0]) == (3002, "not cp1252 (byte 0x9d at 12004")


def test_compressed_tables_and_parts_are_read(foreign: Described) -> None:
    text = b"a,n\nx,1\ny,z\n"
    assert found(foreign, gzip.compress(text), "t.csv.gz") == [("contract-type-error", 3)]
    assert found(foreign, text, "t.csv.gz", format="csv") == [("file-compressed", 0)]
    with zipfile.ZipFile(foreign.folder / "u.zip", "w") as archive:
        archive.writestr("t.csv", text)
    assert found(foreign, (foreign.folder / "u.zip").read_bytes(), "t.zip", format="csv") == [
        ("contract-type-error", 3)
    ]
    (foreign.folder / "u.csv").write_bytes(b"a,n\nv,w\n")
    foreign.describe([{"name": "t", "path": ["t.csv", "u.csv"], "schema": SCHEMA}])
    (foreign.folder / "t.csv").write_bytes(b"a,n\nx,1\n")
    (finding,) = foreign.check(ALL_SMALL)
    assert (finding.code, finding.file, finding.line) == ("contract-type-error", str(foreign.folder / "u.csv"), 2)


@pytest.mark.parametrize("encoding", ["idna", "punycode", "unicode_escape", "raw_unicode_escape"])
def test_a_codec_of_python_is_no_encoding_of_files(foreign: Described, encoding: str) -> None:
    foreign.write({"t": ("a\nx\n", {"fields": [field("a")]})}, encoding=encoding)
    message = f"t: its encoding {encoding!r} is unknown, or none of texts"
    assert [item.message for item in foreign.check_both()] == [message]
