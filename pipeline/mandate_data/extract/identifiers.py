"""Stable ids: what sources print, each with the id that stays from release to release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.extract.source_schemas import schema_of
from mandate_data.typography import straighten
from mandate_data.yaml_files import load_yaml, without_lines


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Ids by kind and printed name, quotes made plain."""

    kinds: Mapping[str, Mapping[str, str]]

    def of(self, kind: str) -> Mapping[str, str]:
        """The ids of a kind by printed name. Raises KeyError for a kind that the file does not have."""
        return self.kinds[kind]

    def beginning(self, kind: str, text: str) -> str | None:
        """The id of a kind whose name is what a text begins with, or None for a text that has no id."""
        return next((found for name, found in self.of(kind).items() if text.startswith(name)), None)

    def with_misprints(self, misprints: Mapping[str, str]) -> Identifiers:
        """The same with misprinted names (misprint: right name) known, too."""
        kinds = {}
        for kind, ids in self.kinds.items():
            known = {printed: ids[right] for printed, right in misprints.items() if right in ids}
            kinds[kind] = {**ids, **known}
        return Identifiers(kinds)


def load_identifiers(path: Path) -> Identifiers:
    """Read `raw/identifiers.yaml`, which a project may lack.

    Raises InputError for a broken file, or for a name that is given two ids of one kind.
    """
    if not path.is_file():
        return Identifiers({})
    content = without_lines(load_yaml(path, schema_of("identifiers")))
    kinds: dict[str, dict[str, str]] = {}
    for kind, entries in content.items():
        ids = kinds.setdefault(kind, {})
        for identifier, names in entries.items():
            for name in [names] if isinstance(names, str) else names:
                if straighten(name) in ids:
                    raise InputError(f"{path}: the name {name!r} is given to {ids[straighten(name)]} and {identifier}")
                ids[straighten(name)] = identifier
    return Identifiers(kinds)
