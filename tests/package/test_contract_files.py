"""The contract of a project: each mistake in its files is one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mandate_data.errors import InputError
from mandate_data.package.table_schemas import load_contract

PACKAGE = """\
name: lights
title: Lights
description: Lamps of a house.
version: 0.1.0
keywords: [lamps]
licenses: [{name: CC0-1.0, title: No rights reserved, path: https://creativecommons.org/publicdomain/zero/1.0/}]
contributors: [{title: The house}]
tables:
  - lamps
  - rooms
"""
LAMPS = """\
name: lamps
title: Lamps
description: One row per lamp.
fields:
  - name: lamp_id
    type: string
    title: Lamp
    description: Its number.
  - name: room
    type: string
    title: Room
    description: Where it hangs.
primaryKey: lamp_id
foreignKeys:
  - fields: room
    reference: {resource: rooms, fields: room}
"""
ROOMS = """\
name: rooms
title: Rooms
description: One row per room.
fields: [{name: room, type: string, title: Room, description: Its name.}]
primaryKey: [room]
"""


def project(folder: Path, package: str = PACKAGE, lamps: str = LAMPS) -> Path:
    (folder / "tables").mkdir()
    (folder / "package.yaml").write_text(package, encoding="utf-8")
    (folder / "tables" / "lamps.yaml").write_text(lamps, encoding="utf-8")
    (folder / "tables" / "rooms.yaml").write_text(ROOMS, encoding="utf-8")
    return folder


def test_a_contract_is_read(tmp_path: Path) -> None:
    contract = load_contract(project(tmp_path))
    assert (contract.name, contract.metadata["title"], list(contract)) == ("lights", "Lights", ["lamps", "rooms"])
    assert contract["lamps"].types == {"lamp_id": "string", "room": "string"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (PACKAGE, "", "1: the file: is empty; fill it in"),
        (
            "tables:\n  - lamps\n  - rooms\n",
            "",
            "1: the file: lacks 'tables'; add it: names of the tables, each of which has a file in schemas/tables, in "
            "the order in which they are published",
        ),
        ("- lamps", "- ../lamps", "9: tables/0: '../lamps' does not match '^[a-z0-9_][a-z0-9._-]*$'"),
        ("- rooms", "- lamps", "8: tables: ['lamps', 'lamps'] has non-unique elements"),
        ("name: lights", "name: lights\nname: rooms", "2: not YAML: the key 'name' stands twice"),
    ],
)
def test_a_mistake_in_the_description_of_the_package(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"^{re.escape(f'{tmp_path}/package.yaml:{message}')}$"):
        load_contract(project(tmp_path, PACKAGE.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  - name: lamp_id\n    type",
            "  - type",
            "5: fields/0: lacks 'name'; add it: the name of the column, without control "
            "characters, and without spaces around it",
        ),
        ("type: string", "type: string\n    type: integer", "7: not YAML: the key 'type' stands twice"),
        ("name: lamps", "name: lights", "1: name: the table is called 'lights'; call it as the file, 'lamps'"),
        (
            "name: room\n",
            "name: lamp_id\n",
            "9: fields/1/name: the column 'lamp_id' is there twice; rename or delete one of them",
        ),
        (
            "name: room\n",
            "name: Lamp_ID\n",
            "9: fields/1/name: 'Lamp_ID' and 'lamp_id' differ in capitals only, which SQL takes for one; rename one "
            "of them",
        ),
        ("Key: lamp_id", "Key: lamp", "13: primaryKey: lamps has no column 'lamp'; it has lamp_id, room"),
        (
            "- fields: room",
            "- fields: hall",
            "15: foreignKeys/0/fields: lamps has no column 'hall'; it has lamp_id, room",
        ),
        (
            "rooms, fields: room",
            "rooms, fields: hall",
            "16: foreignKeys/0/reference/fields: rooms has no column 'hall'; it has room",
        ),
        (
            "resource: rooms",
            "resource: halls",
            "16: foreignKeys/0/reference/resource: there is no table 'halls'; name one of package.yaml",
        ),
        (
            "- fields: room",
            "- fields: [lamp_id, room]",
            "15: foreignKeys/0: lamp_id, room are not as many as room; name as many",
        ),
        ("  - fields: room\n", "  - {}\n  - fields: room\n", "15: foreignKeys/0: lacks 'fields'; add it"),
    ],
)
def test_a_mistake_in_a_table(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"^{re.escape(f'{tmp_path}/tables/lamps.yaml:{message}')}$"):
        load_contract(project(tmp_path, lamps=LAMPS.replace(old, new, 1)))


def test_a_table_without_a_file(tmp_path: Path) -> None:
    (project(tmp_path) / "tables" / "rooms.yaml").unlink()
    with pytest.raises(InputError, match=f"^{re.escape(f'{tmp_path}/tables/rooms.yaml: no such file')}; "):
        load_contract(tmp_path)
