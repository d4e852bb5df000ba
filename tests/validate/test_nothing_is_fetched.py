"""Nothing is fetched: whatever a path in a descriptor looks like, validation opens no connection."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from mandate_data.findings.finding import Finding
from mandate_data.validate.foreign_package import check_described

SCHEMES = (
    "s3",
    "http",
    "https",
    "ftp",
    "gs",
    "gcs",
    "az",
    "file",
    "memory",
    "zip",
    "data",
    "sqlite",
    "git",
    "hf",
    "S3",
)
SPELLINGS = (
    "{scheme}://bucket/table.csv",
    "\t{scheme}:/\t/bucket/table.csv",
    " {scheme}://bucket/table.csv",
    "\x01{scheme}://bucket/table.csv",
    "{scheme}:\n//bucket/table.csv",
    "{scheme}\r://bucket/table.csv",
    "\u00a0{scheme}://bucket/table.csv",
)


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each attempt to connect, which fails."""
    tried: list[object] = []

    def refuse(self: socket.socket, address: object) -> None:
        tried.append(address)
        raise ConnectionRefusedError(address)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    for name, value in (("AWS_ACCESS_KEY_ID", "none"), ("AWS_SECRET_ACCESS_KEY", "none"), ("AWS_REGION", "eu-west-1")):
        monkeypatch.setenv(name, value)
    return tried


def _errors(folder: Path, descriptor: dict[str, Any]) -> list[Finding]:
    return [finding for finding in check_described(folder, descriptor) if finding.severity == "error"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_an_address_is_followed(
    scheme: str, spelling: str, tmp_path: Path, connections: list[object]
) -> None:
    path = spelling.format(scheme=scheme)
    decoy = tmp_path / path
    if "\x00" not in path:
        decoy.parent.mkdir(parents=True, exist_ok=True)
        decoy.write_text("a\n1\n", encoding="utf-8")
    resource = {"name": "table", "path": path, "format": "csv", "schema": {"fields": [{"name": "a", "type": "string"}]}}
    descriptor = {"name": "package", "resources": [resource]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    is_address = scheme in ("http", "https", "ftp") and spelling == SPELLINGS[0]
    assert [found.code for found in _errors(tmp_path, descriptor)] == [
        "contract-unread" if is_address else "file-outside"
    ]
    assert connections == []


def test_a_path_with_a_control_character_is_told_as_written(tmp_path: Path) -> None:
    descriptor = {"name": "package", "resources": [{"name": "table", "path": "\ts3:/\t/private/secret.csv"}]}
    assert [finding.message for finding in _errors(tmp_path, descriptor)] == [
        "the path '\\ts3:/\\t/private/secret.csv' has a control character"
    ]


def test_a_path_with_a_blank_inside_is_read(tmp_path: Path, connections: list[object]) -> None:
    (tmp_path / "a table.csv").write_text("a\n1\n", encoding="utf-8")
    resource = {"name": "table", "path": "a table.csv", "schema": {"fields": [{"name": "a", "type": "integer"}]}}
    assert _errors(tmp_path, {"name": "package", "resources": [resource]}) == []
    assert connections == []
