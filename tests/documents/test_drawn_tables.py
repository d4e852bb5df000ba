"""Tables that are drawn with signs are read cell by cell, in text and in Markdown, by `build` and by `cite`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from document_support import MARKDOWN, PLAIN, misplaced, parsed
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.corpus.cite_file import report
from mandate_data.documents import Document
from mandate_data.documents.drawn_tables import drawn_tables

DRAWN = "the cells of a table or box that is drawn with signs"
GRID = """+------------+------------------+
| Symbol     | Title            |
+============+==================+
| S/         | Report of the    |
| 1998/346   | Secretary-       |
|            | General          |
+------------+------------------+
| A/HRC/     | Other            |
| 26/31      |                  |
+------------+------------------+
"""
READ = [["Symbol", "Title"], ["S/1998/346", "Report of the Secretary-General"], ["A/HRC/26/31", "Other"]]
MULTILINE = """--------------------------------
 Symbol     Title
             (short)
---------- ---------------------
 S/         Report of the
 1998/346   Secretary-General

 A/HRC/     Other
 26/31
--------------------------------
"""
RST = """==========  ===================
Symbol      Title
==========  ===================
A/HRC/26/31  Other
A/1         First
            and second
==========  ===================
"""


def rows(document: Document) -> list[list[str]]:
    return [[cell.value for cell in block.cells] for block in document.blocks if block.kind == "row"]


def told(document: Document) -> list[str]:
    return [f"{one.line}: {one.reason}" for one in document.left_out]


@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (GRID, READ),
        (
            "+---+-----+\n| n | a   |\n+---+-----+\n| 1 | A/1 |\n| 2 | -   |\n| 3 |     |\n| 4 | A/4 |\n+---+-----+\n",
            [["n", "a"], ["1", "A/1"], ["2", "-"], ["3", ""], ["4", "A/4"]],
        ),
        (" n | a\n---+------\n 1 | A/1\n 2 |\n", [["n", "a"], ["1", "A/1"], ["2", ""]]),
        (
            "┌──────┬──────┐\n│ Name │ 决议 │\n├──────┼──────┤\n│ S/   │ 决议 │\n│ 99/1 │ foo  │\n└──────┴──────┘\n",
            [["Name", "决议"], ["S/99/1", "决议 foo"]],
        ),
        (" Symbol ║ Title\n════════╬══════\n A/1    ║ One\n A/2    ║ Two\n", None),
        (MULTILINE, [["Symbol", "Title (short)"], ["S/1998/346", "Report of the Secretary-General"], READ[2]]),
        ("Symbol  Title\n------  -----\nA/1     One\nA/2     Two\n", [READ[0], ["A/1", "One"], ["A/2", "Two"]]),
        ("------  -----\nA/1     One\nA/2     Two\n------  -----\n", [["A/1", "One"], ["A/2", "Two"]]),
        ("=====  =====\nHead   Two\n=====  =====\nA/1    first\n       more\nA/2\n=====  =====\n", None),
        ("| a  | b   |\n|----+-----|\n| S/ | One |\n| 1/2 | x   |\n", [["a", "b"], ["S/1/2", "One x"]]),
        (
            "+----------+\n| a  |  b  |\n+----+-----+\n| c  | d   |\n|    +-----+\n|    | e   |\n+----+-----+\n",
            [["a", "b"], ["c", "d"], ["", "e"]],
        ),
        ("+-------+\n| Adopt |\n| A/1   |\n+-------+\n", [["Adopt A/1"]]),
    ],
    ids=[
        "grid", "MySQL", "psql", "box", "double", "multiline", "simple", "headless", "RST", "org", "spans", "frame",
    ],
)  # fmt: skip
def test_cells_are_read(table: str, expected: list[list[str]] | None, media_type: str) -> None:
    document = parsed(f"Text.\n\n{table}\nText behind.\n", media_type)
    if expected is None:
        words = table.translate(str.maketrans("═╬║=", "    ")).split()
        assert " ".join(cell for row in rows(document) for cell in row if cell).split() == words
    else:
        assert rows(document) == expected
    assert document.left_out == ()
    assert misplaced(document) == []
    assert [block.text.value for block in document.blocks if block.kind != "row"] == ["Text.", "Text behind."]


def test_tables_in_quotations_lists_and_code_are_read() -> None:
    quoted = "> " + GRID.replace("\n", "\n> ")
    listed = "- Item\n\n  " + GRID.replace("\n", "\n  ")
    for text in (quoted, listed, f"```\n{GRID}```\n"):
        assert rows(parsed(text)) == READ


def test_cells_of_a_drawn_table_in_markdown_have_notes_and_emphasis() -> None:
    table = (
        "+-----------+-------+\n| **A/1**   | b[^1] |\n| <!-- x --> |       |\n+-----------+-------+\n\n[^1]: Note.\n"
    )
    document = parsed(table)
    assert rows(document)[0] == ["A/1", "b"]
    assert [mark.number for block in document.blocks for mark in block.marks] == ["1"]


@pytest.mark.parametrize(
    "table",
    [
        "+-----+  +-----+\n| A   |->| B   |\n+-----+  +-----+\n",
        "+---+---+\n| a | b |\n+---+---+\n| a | b | c |\n+---+---+\n",
        "+---+------+\n| a | b    |\n+---+------+\n| c | d    |\n|   | e    |\n| f | g    |\n+---+------+\n",
    ],
    ids=["drawing", "another cell", "some lines go on"],
)
def test_what_is_not_certain_is_told(table: str) -> None:
    assert told(parsed(f"Text.\n\n{table}", PLAIN)) == [f"3: {DRAWN}, up to line {table.count(chr(10)) + 2}"]


@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
@pytest.mark.parametrize(
    "text",
    ["| a | b |\n  +---+---+\n  | c | d |\n", "a | b\n\n---+---\nc | d\n", "a | b\n---+---\nc | d\n"],
    ids=["rule set in", "empty line above the rule", "bars elsewhere"],
)
def test_what_only_looks_like_the_head_of_a_table_is_text(text: str, media_type: str) -> None:
    document = parsed(f"Text.\n\n{text}", media_type)
    said = " ".join(block.text.value for block in document.blocks)
    assert [word for word in said.split() if word.isalpha()] == ["a", "b", "c", "d"]
    assert ["a | b", ""] not in rows(document)


@pytest.mark.parametrize("line", ["| five +---+", "+---+ five |", "+ five +", "+ five | +"])
def test_text_beside_the_bars_of_a_line_is_kept_and_told(line: str) -> None:
    document = parsed(f"Text.\n\n+---+---+\n| a | b |\n+---+---+\n{line}\n| c | d |\n+---+---+\n", PLAIN)
    assert "five" in " ".join(block.text.value for block in document.blocks)
    assert told(document) == [f"3: {DRAWN}, up to line 8"]


def test_a_grid_whose_second_line_is_blank_is_read_in_markdown() -> None:
    assert rows(parsed("Text.\n\n+-----+---+\n|     |   |\n| A/1 | B |\n+-----+---+\n")) == [["A/1", "B"]]


def test_a_box_without_text_is_no_table() -> None:
    assert drawn_tables(["+---+---+", "|   |   |", "|   +---+", "|   |   |", "+---+---+"]) == []


@pytest.mark.parametrize("text", ["+-" * 900 + "+\n" + "|a|\n" * 900, "-- " * 900 + "\n" + "a\n" * 900 + "-- " * 900])
def test_lines_with_fewer_characters_than_columns_are_no_table(text: str) -> None:
    lines = text.split("\n")
    assert sum(len(row) for table in drawn_tables(lines) for row in table.rows) <= len(text)


WORD = st.from_regex(r"[a-z]{1,9}", fullmatch=True)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.lists(WORD, min_size=1, max_size=3), min_size=width, max_size=width), min_size=3, max_size=5
    )
)


@given(table=TABLES, media_type=st.sampled_from([PLAIN, MARKDOWN]), boxed=st.booleans())
def test_any_grid_has_the_cells_that_were_drawn(table: list[list[list[str]]], media_type: str, boxed: bool) -> None:
    """Each cell has a word on each of its lines, and each row a rule below it."""
    widths = [max(len(word) for row in table for word in row[column]) for column in range(len(table[0]))]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    for row in table:
        for number in range(max(map(len, row))):
            words = [cell[number] if number < len(cell) else "" for cell in row]
            lines.append("| " + " | ".join(word.ljust(width) for word, width in zip(words, widths, strict=True)) + " |")
        lines.append(rule)
    text = "\n".join(lines)
    if boxed:
        text = text.translate(str.maketrans("+-|", "┼─│"))
    document = parsed(f"Text.\n\n{text}\n", media_type)
    assert rows(document) == [[" ".join(cell) for cell in row] for row in table]
    assert document.left_out == ()
    assert misplaced(document) == []


def cited(tmp_path: Path, text: str, name: str = "a.txt") -> tuple[list[tuple[str, int]], list[str]]:
    """Symbols and lines as `cite` gives them, and its messages."""
    path = tmp_path / name
    path.write_bytes(text.encode())
    said: list[str] = []
    found = [json.loads(line) for line in "".join(report([str(path)], "jsonl", warn=said.append)).splitlines()]
    for one in found:
        assert text[one["start"] : one["end"]] == one["text"]
        assert one["line"] == text.count("\n", 0, one["start"]) + 1
    return [(one["symbol"], one["line"]) for one in found], [one.removeprefix(f"{path}: ") for one in said]


def test_cite_reads_symbols_that_the_lines_of_a_cell_break(tmp_path: Path) -> None:
    expected = [("S/1998/346", 6), ("A/HRC/26/31", 10), ("A/78/185", 14)]
    for text in (GRID, "> " + GRID.replace("\n", "\n> ")[:-2], GRID.replace("\n", "\r\n")):
        assert cited(tmp_path, f"Text.\n\n{text}\nSee A/78/185.\n") == (expected, [])


def test_cite_tells_of_a_table_whose_cells_are_not_certain(tmp_path: Path) -> None:
    table = "| a | b |\n|---+---|\n| c | d |\n|   | A/1 |\n| e | f |\n"
    assert cited(tmp_path, f"Text.\n\n{table}")[1] == [f"line 3: not read: {DRAWN}, up to line 7"]


COLUMNS = """Symbol        Title                          Date
S/            Report of the Secretary-       3 May 1998
1998/346      General A/HRC/26/31
A/HRC/14/25   Other report                   4 May 2010
E/CN.         Third report                   5 May 2010
4/2005/51
A/78/185      Fourth                         6 May 2024
"""


def test_a_symbol_that_a_printed_column_breaks_is_read(tmp_path: Path) -> None:
    symbols = [("S/1998/346", 4), ("A/HRC/26/31", 5), ("A/HRC/14/25", 6), ("E/CN.4/2005/51", 7), ("A/78/185", 9)]
    assert cited(tmp_path, f"Text.\n\n{COLUMNS}") == (symbols, [])
    document = parsed(f"Text.\n\n{COLUMNS}", PLAIN)
    assert rows(document)[1:] == [
        ["S/1998/346", "Report of the Secretary-General A/HRC/26/31", "3 May 1998"],
        ["A/HRC/14/25", "Other report", "4 May 2010"],
        ["E/CN.4/2005/51", "Third report", "5 May 2010"],
        ["A/78/185", "Fourth", "6 May 2024"],
    ]
    assert len({block.group for block in document.blocks if block.kind == "row"}) == 1
    assert misplaced(document) == []


def test_a_symbol_that_a_column_of_text_breaks_is_read(tmp_path: Path) -> None:
    text = """The Special Rapporteur in her       The Government replied that the
report noted the letter S/          resolution was not binding and
1998/346 of the Government and      recalled A/HRC/26/31, paras. 3-
asked for a reply until the         5, which it had not
"""
    assert cited(tmp_path, text)[0] == [("S/1998/346", 2), ("A/HRC/26/31", 3)]


@pytest.mark.parametrize("text", ["see and/      or\n12 times     more\n", "A/     B/\nno     other\n"])
def test_other_slashes_at_the_ends_of_columns_are_left(tmp_path: Path, text: str) -> None:
    assert cited(tmp_path, text) == ([], [])
