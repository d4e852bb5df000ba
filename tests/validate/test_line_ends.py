"""A line terminator that is stated ends rows, and other line ends are text of cells."""

from __future__ import annotations

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, Described, field

SCHEMA = {"fields": [field("a"), field("n", "integer")]}


def found(foreign: Described, content: str, encoding: str = "utf-8", **dialect: str) -> list[tuple[str, int, str]]:
    """What is found, however large tables are read."""
    (foreign.folder / "t.csv").write_bytes(content.encode(encoding))
    foreign.describe([{"name": "t", "path": "t.csv", "encoding": encoding, "schema": SCHEMA, "dialect": dialect}])
    small, large = ([(one.code, one.line, one.value) for one in foreign.check(way)] for way in (ALL_SMALL, ALL_LARGE))
    assert small == large
    return small


@pytest.mark.parametrize("end", ["~", "|||", "\x1e", "~\n"])
def test_a_row_ends_with_the_sequence_alone(foreign: Described, end: str) -> None:
    good = end.join(["a,n", "x\ny,1", "x\r\ny,2", '"x\r",3', ""])
    assert found(foreign, good, lineTerminator=end) == []
    assert found(foreign, good.removesuffix(end), lineTerminator=end) == []
    assert found(foreign, good + f"z\n,b\n{end}", lineTerminator=end) == [("contract-type-error", 5, "b\n")]


def test_a_sequence_between_quotes_is_text(foreign: Described) -> None:
    schema = {"fields": [field("a", enum=["x~y\n"]), field("n", "integer")]}
    (foreign.folder / "t.csv").write_bytes(b'a,n~"x~y\n",1~"x\ny\n",2~')
    foreign.describe([{"name": "t", "path": "t.csv", "schema": schema, "dialect": {"lineTerminator": "~"}}])
    assert [(one.code, one.value) for one in foreign.check(ALL_SMALL)] == [("contract-constraint-error", "x\ny\n")]


@pytest.mark.parametrize(
    ("end", "other"), [("\n", "\r"), ("\r\n", "\n"), ("\r\n", "\r"), ("\r", "\n")], ids=["LF", "CRLF", "CRLF-CR", "CR"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_another_line_end_ends_no_row(foreign: Described, end: str, other: str, encoding: str) -> None:
    text = f"a,n{end}x{other}y,1{end}é,2{end}z,b{end}"
    assert found(foreign, text, encoding, lineTerminator=end) == [("contract-type-error", 4, "b")]
    assert found(foreign, text, encoding) != found(foreign, text, encoding, lineTerminator=end)


@pytest.mark.parametrize(("end", "other"), [("\r\n", "\r"), ("\r\n", "\n"), ("\n", "\r")])
def test_a_line_end_between_quotes_changes_no_line(foreign: Described, end: str, other: str) -> None:
    for quote in ('"', "'"):
        text = f"a,n{end}x,1{end}{quote}x{other}y{quote},2{end}z,b{end}"
        assert found(foreign, text, lineTerminator=end, quoteChar=quote) == [("contract-type-error", 5, "b")]


@pytest.mark.parametrize("stated", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_with_one_other_line_end_throughout_is_read_by_it(foreign: Described, stated: str, end: str) -> None:
    text = end.join(["a,n", "x,1", '"x\ny",2', "z,b", ""])
    assert [code for code, _, _ in found(foreign, text, lineTerminator=stated)] == ["contract-type-error"]


def test_what_stands_for_line_ends_is_refused_in_files(foreign: Described) -> None:
    (only,) = found(foreign, "a,n~\ufdd1,1~", lineTerminator="~")
    assert only[0] == "file-not-csv"
    assert foreign.check(ALL_SMALL)[0].message == "it has the character U+FDD1"


def test_an_empty_line_terminator_is_refused(foreign: Described) -> None:
    assert found(foreign, "a,n\nx,1\n", lineTerminator="")[0][0] == "descriptor-invalid"
    assert foreign.check(ALL_SMALL)[0].message == "t: its dialect is not valid: lineTerminator is empty"
