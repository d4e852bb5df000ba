"""Deviations: where the standard and Frictionless judge otherwise, as data and as the table of `docs/validate.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mandate_data.yaml_files import read_yaml

STANDARD = "https://datapackage.org/standard/"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One kind of table: what the standard says of it (`ours`), and what Frictionless says.

    `since` and `until` are the versions of the standard that say so; `written` is the encoding of the file.
    """

    what: str
    package: Mapping[str, Any]
    csv: str
    ours: str
    frictionless: str
    rule: str
    place: str
    since: int = 1
    until: int = 2
    written: str = "utf-8"

    @property
    def descriptor(self) -> dict[str, Any]:
        """The descriptor of a package with the table, in the file `t.csv`."""
        return dict(self.package)


def deviations() -> list[Deviation]:
    """All of them, in the order of the list."""
    content = read_yaml(Path(__file__).with_name("deviations.yaml"))
    return [_deviation(entry) for entry in content]


def _deviation(entry: Mapping[str, Any]) -> Deviation:
    schema = {"fields": entry["fields"], **entry.get("keys", {})}
    resource = {"name": "t", "path": "t.csv", "schema": schema, **entry.get("resource", {})}
    until = entry.get("until", 2)
    package = {
        **({"$schema": "https://datapackage.org/profiles/2.0/datapackage.json"} if until == 2 else {}),
        "name": "example",
        **entry.get("package", {}),
        "resources": [resource],
    }
    texts = {key: entry[key] for key in ("what", "csv", "ours", "frictionless", "rule", "place")}
    return Deviation(
        package=package, since=entry.get("since", 1), until=until, written=entry.get("written", "utf-8"), **texts
    )


def as_markdown() -> str:
    """The table of `docs/validate.md`, one row per deviation."""
    lines = ["| table | by the standard | Frictionless 5 | the rule |", "|---|---|---|---|"]
    for item in deviations():
        address = f"{STANDARD}{item.place.replace('#', '/#')}"
        only = f", in version {item.since}" if item.since == item.until else ""
        what = item.what.replace("|", "\\|") + only
        lines.append(f"| {what} | {item.ours} | {item.frictionless} | [{item.rule}]({address}) |")
    return "\n".join(lines) + "\n"
