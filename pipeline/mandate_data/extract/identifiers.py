"""Stable ids for people and themes: what sources print, each with the id that stays from release to release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.extract.yaml_files import load_yaml, schema_of, without_lines
from mandate_data.typography import straighten


@dataclass(frozen=True, slots=True)
class Identifiers:
    """`holders`: ids of mandate holders by printed name, quotes made plain; `themes`: ids by beginning of title."""

    holders: Mapping[str, str]
    themes: Mapping[str, str]

    def theme_id(self, title: str) -> str | None:
        """The id of the theme with this title, or None for a title nobody gave an id."""
        return next((theme for start, theme in self.themes.items() if title.startswith(start)), None)

    def with_misprints(self, misprints: Mapping[str, str]) -> Identifiers:
        """The same with misprinted names of people (misprint: right name) known, too."""
        known = {printed: self.holders[right] for printed, right in misprints.items() if right in self.holders}
        return replace(self, holders={**self.holders, **known})


def load_identifiers(path: Path) -> Identifiers:
    """Read `raw/identifiers.yaml`. Raises InputError for a broken file, or a name given to two people."""
    content = without_lines(load_yaml(path, schema_of("identifiers")))
    holders: dict[str, str] = {}
    for holder_id, names in content["mandate_holders"].items():
        for name in names:
            if straighten(name) in holders:
                raise InputError(f"{path}: the name {name!r} is given to {holders[straighten(name)]} and {holder_id}")
            holders[straighten(name)] = holder_id
    return Identifiers(holders, {start: theme_id for theme_id, start in content["themes"].items()})
