"""The registry of checks, `checks.yaml`: what each code means, and a finding made of a code, a place and values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding, Location, Severity
from mandate_data.limits import LONGEST_VALUE
from mandate_data.yaml_files import LINE, load_yaml

NOWHERE = Location()
OF_EACH = ("table", "row_key", "field", "value", "file_name")
"""What a template may name without a value of the call."""


@dataclass(frozen=True, slots=True)
class Template:
    """The texts of a finding, with values in braces as in `str.format`, and its severity."""

    message: str
    hint: str
    severity: Severity

    @property
    def names(self) -> frozenset[str]:
        """The values that a call must give by name."""
        return (_names_in(self.message) | _names_in(self.hint)) - set(OF_EACH)


@dataclass(frozen=True, slots=True)
class Check:
    """One check: the `code` of its findings, which is stable, the `stage` it belongs to, and its usual severity.

    `templates` are its texts by variant; "" is the one that has no name.
    """

    code: str
    stage: str
    severity: Severity
    means: str
    example: str
    templates: Mapping[str, Template] = field(default_factory=dict)


def read_checks(path: Path) -> dict[str, Check]:
    """The checks of a YAML file, by code. Raises InputError, with file and line, for one that is not a list of them."""
    schema = (files("mandate_data.findings") / "json_schemas" / "checks.schema.json").read_text(encoding="utf-8")
    content = load_yaml(path, schema)
    checks = {}
    for code, entry in content.items():
        if code != LINE:
            try:
                checks[code] = _check(code, entry)
            except ValueError as error:
                raise InputError(f"{path}:{entry[LINE]}: {code}: not a text with values in braces ({error})") from None
    return checks


def _check(code: str, entry: Mapping[str, Any]) -> Check:
    usual: Severity = entry["severity"]
    texts: dict[str, Mapping[str, Any]] = {"": entry} if "message" in entry else {}
    texts |= {variant: text for variant, text in entry.get("variants", {}).items() if variant != LINE}
    templates = {
        variant: Template(text["message"], text.get("hint", ""), text.get("severity", usual))
        for variant, text in texts.items()
    }
    for template in templates.values():
        _names_in(template.message + " " + template.hint)
    return Check(code, entry["stage"], usual, entry["means"], entry["example"], templates)


def _names_in(text: str) -> frozenset[str]:
    """The names in braces of a text. Raises ValueError for braces that `str.format` can't read."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


@cache
def checks() -> Mapping[str, Check]:
    """All checks, by code, in the order in which they are listed."""
    return MappingProxyType(read_checks(Path(__file__).with_name("checks.yaml")))


def checks_of(path: Path) -> Mapping[str, Check]:
    """All checks and those of a project, which `path` lists in the form of `checks.yaml`, if it is there.

    Raises InputError for a file that is not in that form, and for a code that is listed already.
    """
    if not path.is_file():
        return checks()
    own = read_checks(path)
    twice = sorted(own.keys() & checks().keys())
    if twice:
        raise InputError(f"{path}: {twice[0]}: the program has a check of this name; give it another")
    return MappingProxyType({**checks(), **own})


def template_of(code: str, known: Mapping[str, Check] | None = None) -> Template:
    """The template of a code, or of `code/variant`, of the program or of the checks `known`.

    Raises KeyError for one that is not registered.
    """
    name, _, variant = code.partition("/")
    check = (checks() if known is None else known).get(name)
    if check is None or variant not in check.templates:
        raise KeyError(f"there is no check {code!r}; list it in checks.yaml")
    return check.templates[variant]


def finding(
    code: str,
    at: Location = NOWHERE,
    *,
    table: str = "",
    row_key: str = "",
    field: str = "",
    value: str = "",
    **values: object,
) -> Finding:
    """A finding with the severity and the texts that `checks.yaml` has for `code`, or for `code/variant`.

    `values` are what the message and the hint name in braces. In these texts, values of more than 1,000 characters are
    cut. Raises KeyError for a code or variant that is not registered, and ValueError where a value is missing or one
    is given that neither text names: both are errors of the program.

    >>> finding("mark-missing", Location("a.md", 3), table="citations", value="47").message
    'nothing in the text is marked with note 47'
    """
    return fill(template_of(code), code, at, table=table, row_key=row_key, field=field, value=value, **values)


def fill(
    template: Template,
    code: str,
    at: Location = NOWHERE,
    *,
    table: str = "",
    row_key: str = "",
    field: str = "",
    value: str = "",
    **values: object,
) -> Finding:
    """A finding with the texts of a template; the arguments are those of `finding`."""
    if template.names != values.keys():
        raise ValueError(f"{code} needs the values {sorted(template.names)}, not {sorted(values)}")
    of_each = {"table": table, "row_key": row_key, "field": field, "value": value, "file_name": Path(at.file).name}
    shown = {name: _cut(given) for name, given in (of_each | values).items()}
    return Finding(
        code=code.partition("/")[0],
        severity=template.severity,
        message=template.message.format_map(shown),
        table=table,
        row_key=row_key,
        field=field,
        value=value[:LONGEST_VALUE],
        hint=template.hint.format_map(shown),
    ).at(at)


def _cut(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"
