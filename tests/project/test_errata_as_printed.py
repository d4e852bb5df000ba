"""Errata name a value as it is printed: dates, numbers, names of countries and keys are corrected like any text."""

from __future__ import annotations

from pathlib import Path

import mandate_data as md
import pytest
from calling import call
from mandate_data.scaffold import new_project, write_project

TEXT = """# A first source

## Opening

The Lodon room opened on 3 May 1921. In 12-14 June 2022 it kept 1,250,000 volumes from Iceland.
"""
GUIDE = """names_itself: 'A first source'
sections:
  - {heading: '^Opening$', section: opening}
passages:
  rooms:
    - id: main-room
      pattern: The (?P<place>[A-Z][a-z]+) room opened on <opened>\\. In (?P<counted>[-0-9]+ June 2022) it kept <volumes>
        volumes from (?P<country>[A-Z][a-z]+)
      room_id: main-room
      within: opening
"""
ROOMS = """name: rooms
title: Rooms
description: Reading rooms.
fields:
  - {name: place, type: string, title: Place, description: Where it is., constraints: {required: true}}
  - {name: room_id, type: string, title: Room, description: Its name in short., constraints: {required: true}}
  - {name: opened, type: string, title: Opened, description: When it opened., x-normalisation: date}
  - {name: counted, type: string, title: Counted, description: When it was counted., x-normalisation: span-start}
  - {name: volumes, type: integer, title: Volumes, description: How many it kept., x-normalisation: number}
  - {name: country, type: string, title: Country, description: Where they are from., x-normalisation: country}
primaryKey: [place, room_id]
missingValues: ['']
"""
ERRATUM = """- erratum_id: the-erratum
  kind: error
  table: rooms
  row_key: {row_key}
  field: {field}
  as_printed: {as_printed}
  published: {published}
  status: corrected
  reason: The annual report says so.
  line_contains: {as_printed}
"""
KEY = "Lodon|main-room"


@pytest.fixture
def rooms(tmp_path: Path) -> Path:
    root = tmp_path / "rooms"
    write_project(root, new_project(root, "rooms"))
    (root / "raw/first-source/document.md").write_text(TEXT, encoding="utf-8")
    (root / "raw/first-source/extraction.yaml").write_text(GUIDE, encoding="utf-8")
    (root / "schemas/tables/facts.yaml").unlink()
    (root / "schemas/tables/rooms.yaml").write_text(ROOMS, encoding="utf-8")
    package = root / "schemas/package.yaml"
    package.write_text(package.read_text(encoding="utf-8").replace("  - facts\n", "  - rooms\n"), encoding="utf-8")
    return root


def correct(root: Path, **of_erratum: str) -> None:
    text = ERRATUM.format(**of_erratum)
    (root / "raw/first-source/errata.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("field", "as_printed", "published", "value"),
    [
        ("opened", "3 May 1921", "'1922-05-03'", "1922-05-03"),
        ("counted", "12-14 June 2022", "'2021-06-12'", "2021-06-12"),
        ("volumes", "'1,250,000'", "'125000'", 125000),
        ("country", "Iceland", "IRL", "IRL"),
    ],
)
def test_a_value_is_corrected_as_it_is_printed(
    field: str, as_printed: str, published: str, value: str | int, rooms: Path
) -> None:
    correct(rooms, row_key=KEY, field=field, as_printed=as_printed, published=published)
    done = call("build", "--quiet", folder=rooms)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert call("validate", "build/package", "--quiet", folder=rooms).returncode == 0
    package = md.load(rooms / "build/package", raw=rooms / "raw")
    assert package["rooms"].row(KEY)[field] == value
    (address,) = package["rooms"].where(KEY, field)
    assert (address.kind, address.erratum, address.text) == ("corrected", "the-erratum", as_printed.strip("'"))


@pytest.mark.parametrize("row_key", ["London|main-room", "Lodon|main-room"], ids=["as published", "as printed"])
def test_a_key_is_corrected_as_it_is_printed(row_key: str, rooms: Path) -> None:
    correct(rooms, row_key=row_key, field="place", as_printed="Lodon", published="London")
    done = call("build", "--quiet", folder=rooms)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert call("validate", "build/package", "--quiet", folder=rooms).returncode == 0
    package = md.load(rooms / "build/package", raw=rooms / "raw")
    assert [row["place"] for row in package["rooms"].rows] == ["London"]
    assert package["errata"].row("the-erratum")["row_key"] == "London|main-room"
    (address,) = package["rooms"].where("London|main-room", "place")
    assert (address.kind, address.erratum, address.text) == ("corrected", "the-erratum", "Lodon")


@pytest.mark.parametrize(
    ("field", "as_printed", "published", "message"),
    [
        ("opened", "3 May 1921", "'1921-05-03'", "nothing is corrected, as '3 May 1921' is both printed and published"),
        ("volumes", "'1,250,000'", "'1250000'", "nothing is corrected, as '1,250,000' is both printed and published"),
        ("opened", "May 1921", "'1922-05'", "rooms Lodon|main-room: opened is '1921-05-03', not '1922-05'"),
    ],
)
def test_an_erratum_that_corrects_nothing_is_stale(
    field: str, as_printed: str, published: str, message: str, rooms: Path
) -> None:
    correct(rooms, row_key=KEY, field=field, as_printed=as_printed, published=published)
    done = call("build", "--quiet", folder=rooms)
    assert done.returncode == 1
    assert f"raw/first-source/errata.yaml:1: error: erratum the-erratum: {message} [erratum-stale]" in done.stderr


def test_a_correction_is_written_as_the_value_that_is_published(rooms: Path) -> None:
    correct(rooms, row_key=KEY, field="volumes", as_printed="'1,250,000'", published="'125,000'")
    done = call("build", "--quiet", folder=rooms)
    assert (done.returncode, done.stderr) == (
        2,
        "mandate-data: raw/first-source/errata.yaml:1: published: '125,000' is not of the type integer, "
        "as rooms.volumes is\n",
    )


def test_a_passage_without_a_part_of_its_key_is_one_line(rooms: Path) -> None:
    guide = rooms / "raw/first-source/extraction.yaml"
    guide.write_text(GUIDE.replace("      room_id: main-room\n", ""), encoding="utf-8")
    done = call("build", "--quiet", folder=rooms)
    assert (done.returncode, done.stderr) == (
        2,
        "mandate-data: raw/first-source/extraction.yaml: what is read on line 5 of raw/first-source/document.md lacks "
        "room_id, part of the key of rooms; give it a group, or a value of ours\n",
    )
