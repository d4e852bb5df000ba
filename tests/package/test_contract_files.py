"""The contract of a project: each mistake in its files is one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mandate_data.errors import InputError
from mandate_data.package.table_schemas import load_contract

PACKAGE = "name: lights\ntables:\n  - lamps\n  - rooms\n"
LAMPS = """\
name: lamps
fields:
  - name: lamp_id
  - name: room
    type: string
primaryKey: lamp_id
foreignKeys:
  - fields: room
    reference: {resource: rooms, fields: room}
"""
ROOMS = "name: rooms\nfields: [{name: room}]\nprimaryKey: [room]\n"


def project(folder: Path, package: str = PACKAGE, lamps: str = LAMPS) -> Path:
    (folder / "tables").mkdir()
    (folder / "package.yaml").write_text(package, encoding="utf-8")
    (folder / "tables" / "lamps.yaml").write_text(lamps, encoding="utf-8")
    (folder / "tables" / "rooms.yaml").write_text(ROOMS, encoding="utf-8")
    return folder


def test_a_contract_is_read(tmp_path: Path) -> None:
    contract = load_contract(project(tmp_path))
    assert (contract.metadata, list(contract)) == ({"name": "lights"}, ["lamps", "rooms"])
    assert contract["lamps"].types == {"lamp_id": "string", "room": "string"}


@pytest.mark.parametrize(
    ("package", "message"),
    [
        ("", "1: the file: None is not of type 'object'"),
        ("name: lights\n", "1: the file: 'tables' is a required property"),
        ("name: lights\ntables: [../lamps]\n", "2: tables/0: '../lamps' does not match '^[a-z0-9_][a-z0-9._-]*$'"),
        ("name: lights\ntables: [lamps, lamps]\n", "2: tables: ['lamps', 'lamps'] has non-unique elements"),
        ("name: lights\nname: rooms\n", "2: not YAML: the key 'name' stands twice"),
    ],
)
def test_a_mistake_in_the_description_of_the_package(package: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"^{re.escape(f'{tmp_path}/package.yaml:{message}')}$"):
        load_contract(project(tmp_path, package))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("fields:\n  - name: lamp_id\n", "fields:\n  - title: Lamp\n", "3: fields/0: 'name' is a required property"),
        ("type: string", "type: string\n    type: integer", "6: not YAML: the key 'type' stands twice"),
        ("name: lamps", "name: lights", " the table is called 'lights'; call it as the file, 'lamps'"),
        ("name: room\n", "name: lamp_id\n", " the column 'lamp_id' is there twice"),
        ("Key: lamp_id", "Key: lamp", " primaryKey: lamps has no column 'lamp'; it has lamp_id, room"),
        ("- fields: room", "- fields: hall", " foreignKeys: lamps has no column 'hall'; it has lamp_id, room"),
        ("rooms, fields: room", "rooms, fields: hall", " foreignKeys: rooms has no column 'hall'; it has room"),
        ("resource: rooms", "resource: halls", " foreignKeys: there is no table 'halls'; name one of package.yaml"),
        ("- fields: room", "- fields: [lamp_id, room]", " foreignKeys: lamp_id, room are not as many as room"),
        ("  - fields: room\n", "  - {}\n  - fields: room\n", "8: foreignKeys/0: 'fields' is a required property"),
    ],
)
def test_a_mistake_in_a_table(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"^{re.escape(f'{tmp_path}/tables/lamps.yaml:{message}')}$"):
        load_contract(project(tmp_path, lamps=LAMPS.replace(old, new)))


def test_a_table_without_a_file(tmp_path: Path) -> None:
    (project(tmp_path) / "tables" / "rooms.yaml").unlink()
    with pytest.raises(InputError, match=f"^{re.escape(f'{tmp_path}/tables/rooms.yaml: no such file')}; "):
        load_contract(tmp_path)
