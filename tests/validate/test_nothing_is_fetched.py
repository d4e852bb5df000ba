"""Nothing is fetched: whatever a path in a descriptor looks like, validation opens no connection."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import polars
import pytest
from foreign_packages import VERSION_2
from mandate_data.findings.finding import Finding
from mandate_data.validate.foreign_package import Judging, check_described

NATIVE = (
    "S3", "s3a", "az", "adl", "abfs", "abfss", "azure", "gs", "gcs", "hf", "http", "https", "file", "sqlite", "ftps",
)  # fmt: skip
"""Kinds of addresses that libraries know which are not written in Python."""
SCHEMES = sorted({*fsspec.available_protocols(), *NATIVE})
TABLE = {"name": "table", "path": "table.csv", "format": "csv", "schema": {"fields": [{"name": "a", "type": "string"}]}}
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
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], list[object]]]:
    """What was connected to so far: sockets of Python, which fail, and a proxy, which other libraries would ask."""
    tried: list[object] = []

    def refuse(self: socket.socket, address: object) -> None:
        tried.append(address)
        raise ConnectionRefusedError(address)

    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.setblocking(False)
        proxy_url = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "AWS_ENDPOINT_URL"):
            monkeypatch.setenv(name, proxy_url)
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AZURE_STORAGE_ACCOUNT_NAME", "AWS_REGION"):
            monkeypatch.setenv(name, "none")
        monkeypatch.setattr(socket.socket, "connect", refuse)
        monkeypatch.setattr(socket.socket, "connect_ex", refuse)

        def seen() -> list[object]:
            with contextlib.suppress(BlockingIOError):
                connection, address = proxy.accept()
                connection.close()
                tried.append(address)
            return tried

        yield seen


@pytest.mark.slow
def test_the_guard_sees_what_a_native_library_connects_to(connections: Callable[[], list[object]]) -> None:
    options = {"aws_allow_http": "true", "timeout": "500ms", "max_retries": 0}
    with pytest.raises(OSError, match=r"table\.csv"):
        polars.scan_csv("s3://bucket/table.csv", storage_options=options).collect()
    assert len(connections()) == 1


def _errors(folder: Path, descriptor: dict[str, Any]) -> list[Finding]:
    return [finding for finding in check_described(folder, descriptor) if finding.severity == "error"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_spelling_of_an_address_is_followed(
    scheme: str, tmp_path: Path, connections: Callable[[], list[object]]
) -> None:
    for number, spelling in enumerate(SPELLINGS):
        folder, path = tmp_path / str(number), spelling.format(scheme=scheme)
        decoy = folder / path
        decoy.parent.mkdir(parents=True, exist_ok=True)
        decoy.write_text("a\n1\n", encoding="utf-8")
        resource = {**TABLE, "path": path}
        descriptor = {"name": "package", "resources": [resource]}
        (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
        is_address = scheme in ("http", "https", "ftp", "ftps") and spelling == SPELLINGS[0]
        found = [one.code for one in _errors(folder, descriptor)]
        assert found == ["contract-unread" if is_address else "file-outside"], path
    assert connections() == []


@pytest.mark.quick(5)
@pytest.mark.parametrize("kind", ["parquet", "xlsx", "json", "geojson", "zip"])
@pytest.mark.parametrize("place", ["path", "schema", "dialect", "profile", "$schema"])
def test_no_other_file_of_a_resource_is_fetched(
    kind: str, place: str, tmp_path: Path, connections: Callable[[], list[object]]
) -> None:
    for scheme in SCHEMES:
        resource = {**TABLE, "format": kind, place: f"{scheme}://bucket/file.{kind}"}
        (tmp_path / "table.csv").write_text("a\n1\n", encoding="utf-8")
        _errors(tmp_path, {"name": "package", "resources": [resource]})
    assert connections() == []


@pytest.mark.parametrize("version", [VERSION_2, "https://data.example/profile.json"])
@pytest.mark.parametrize(
    "place",
    ["path", "extrapaths", "data", "schema", "dialect", "profile", "$schema", "scheme", "basepath", "checklist", "url"],
)
def test_frictionless_fetches_nothing_either(
    place: str, version: str, tmp_path: Path, connections: Callable[[], list[object]]
) -> None:
    (tmp_path / "table.csv").write_text("a\n1\n", encoding="utf-8")
    for scheme in ("http", "https", "s3", "ftp", "file"):
        for value in (f"{scheme}://bucket/file.csv", [f"{scheme}://bucket/file.csv"], {"path": f"{scheme}://b/f.csv"}):
            resource = {**TABLE, place: value}
            for item in (resource, {key: text for key, text in resource.items() if key != "path" or place == "path"}):
                descriptor = {"$schema": version, "name": "package", "resources": [item], place: value}
                check_described(tmp_path, {**descriptor, "path": None}, judging=Judging(like="frictionless"))
    assert connections() == []


def test_a_path_with_a_control_character_is_told_as_written(tmp_path: Path) -> None:
    descriptor = {"name": "package", "resources": [{"name": "table", "path": "\ts3:/\t/private/secret.csv"}]}
    assert [finding.message for finding in _errors(tmp_path, descriptor)] == [
        "the path '\\ts3:/\\t/private/secret.csv' has a control character"
    ]


def test_a_path_with_a_blank_inside_is_read(tmp_path: Path, connections: Callable[[], list[object]]) -> None:
    (tmp_path / "a table.csv").write_text("a\n1\n", encoding="utf-8")
    resource = {"name": "table", "path": "a table.csv", "schema": {"fields": [{"name": "a", "type": "integer"}]}}
    assert _errors(tmp_path, {"name": "package", "resources": [resource]}) == []
    assert connections() == []
