"""The library on documents that nobody wrote for it; those not shipped where they are at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from citation_scoring import documents
from mandate_data.citations import Located, Segment, cite_document, find, parse

SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.fixture(scope="module")
def handbook() -> list[Located]:
    """The references of the handbook, its footnotes as notes and every other line as running text."""
    path = SHARED / "sources" / "handbook-2016.md"
    if not path.is_file():
        pytest.skip("the full texts are not at hand")
    lines = path.read_text(encoding="utf-8").split("\n")
    notes = [re.match(r"<sup>(\d+)</sup>", line) for line in lines]
    return cite_document(Segment(line, note[1] if note else None) for line, note in zip(lines, notes, strict=True))


def test_the_notes_of_the_handbook(handbook: list[Located]) -> None:
    ibid = {item.reference.note: item.reference for item in handbook if item.reference.kind == "ibid"}
    assert {note: (item.symbol, item.pinpoint) for note, item in ibid.items()} == {
        "18": ("E/CN.4/2004/9", "22"),
        "20": ("A/68/275", "6"),
        "35": ("A/HRC/22/54", "17"),
        "36": ("A/HRC/22/54", "17"),
        "41": ("A/HRC/19/63", "19"),
        "42": ("A/HRC/19/63", "20-22"),
        "56": ("CRC/C/66/2", None),
        "60": ("A/70/222", "9-10"),
    }


def test_what_the_handbook_printed_wrongly(handbook: list[Located]) -> None:
    repaired = [(item.reference.text, item.reference.symbol) for item in handbook if item.reference.repaired]
    assert repaired == [("E/CN4/RES/1990/68", "E/CN.4/RES/1990/68")]
    incomplete = [item.reference.text for item in handbook if item.reference.symbol and item.reference.reason]
    assert incomplete == ["A/HRC/4/Add.2"]


def test_every_symbol_of_the_handbook_is_settled(handbook: list[Located]) -> None:
    assert [item.reference.text for item in handbook if item.reference.symbol is None] == []


@pytest.mark.parametrize("path", documents("[A-Z]*_*.txt").values(), ids=lambda path: path.stem)
def test_a_report(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    references = find(text)
    assert all(text[item.start : item.end] == item.text for item in references)
    assert all(str(parse(item.symbol)) == item.symbol for item in references if item.symbol)
    resolutions = [item for item in references if item.kind == "resolution"]
    assert [item.text for item in resolutions if item.symbol is None] == []
    # whatever has the look of a symbol is found, web addresses and other organizations' aside
    found = {item.start for item in references}
    look = re.compile(r"(?<![\w/.=])(?:A|E/CN\.\d+|E/C\.12|CRC/C|CCPR/C|CEDAW/C|CERD/C)/[A-Z\d][\w./-]*\d")
    missed = [match[0] for match in look.finditer(text) if match.start() not in found]
    assert [item for item in missed if item != "A/9095"] == []
