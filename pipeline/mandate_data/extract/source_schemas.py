"""The JSON Schemas of what curators write in `raw/` and of the waivers."""

from __future__ import annotations

import functools
from importlib.resources import files


@functools.cache
def schema_of(kind: str) -> str:
    """The JSON Schema of a kind of file of a project: `source`, `extraction`, `errata`, `identifiers` or `waivers`."""
    return (files("mandate_data.extract") / "json_schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")
