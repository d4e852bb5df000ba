"""Contract: a package without rows, as the Table Schemas in `schemas/tables/` define it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from mandate_data.errors import InputError
from mandate_data.package.tables import Package, table_of


def load_contract(schemas: Path) -> Package:
    """Read `package.yaml` and the Table Schemas it names. Raises InputError for a missing or broken file."""
    package = _yaml(schemas / "package.yaml")
    names: Sequence[str] = package["tables"]
    metadata = {key: value for key, value in package.items() if key != "tables"}
    return Package(metadata, {name: table_of(_yaml(schemas / "tables" / f"{name}.yaml")) for name in names})


def _yaml(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; run this in the project's folder") from None
    except yaml.YAMLError as error:
        raise InputError(f"{path}: not YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(content, dict):
        raise InputError(f"{path}: expected a mapping")
    return content
