"""A package of more resources than are read is refused in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mandate_data.errors import InputError
from mandate_data.limits import MOST_RESOURCES
from mandate_data.package.read import read_package


def test_more_resources_than_are_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a\nx\n", encoding="utf-8")
    resource = {"path": "t.csv", "schema": {"fields": [{"name": "a", "type": "string"}]}}
    resources = [{"name": f"t{number}", **resource} for number in range(MOST_RESOURCES + 1)]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
    with pytest.raises(InputError, match=r"describes 10,001 resources; more than 10,000 are not read$"):
        read_package(tmp_path)
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources[:1]}), encoding="utf-8")
    assert list(read_package(tmp_path)) == ["t0"]
