"""Judging options: what of a package's findings counts, as options or `mandate-data.toml` say.

[validate]
fail-on = "warning"
ignore = ["file-formula"]
"""

from __future__ import annotations

import json
import os
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import shorten
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings.finding import SEVERITIES, Finding
from mandate_data.limits import LARGEST_DESCRIPTOR, LONGEST_MESSAGE
from mandate_data.package.side_files import InvalidResourceError, read_object
from mandate_data.regular_files import read_regular_text

FILE, SECTION = "mandate-data.toml", "validate"
LIKE = ("standard", "frictionless")
HEADERS = ("exact", "any-case")
COLUMNS = ("error", "warning")


@dataclass(frozen=True, slots=True)
class JudgingOptions:
    """How a package is judged, and which findings count. Each has a default that changes nothing."""

    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    like: str = "standard"
    baseline: str = ""
    allow_unread: bool = False
    headers: str = "exact"
    unknown_columns: str = "error"
    schemas: Mapping[str, str] = field(default_factory=dict)

    def over(self, other: JudgingOptions, given: Iterable[str]) -> JudgingOptions:
        """These options where they are `given`, else those of `other`."""
        return replace(other, **{name: getattr(self, name) for name in given})


def read_options(path: Path) -> JudgingOptions:
    """The table `[validate]` of a file; all defaults without one. Raises InputError for what it can't say."""
    if not os.path.lexists(path):
        return JudgingOptions()
    try:
        content = tomllib.loads(read_regular_text(path, LARGEST_DESCRIPTOR))
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror or error}); correct or remove it") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not TOML ({error}); correct it") from None
    for section in content.keys() - {SECTION}:
        raise InputError(f"{path}: {section!r} is unknown; the file may have [{SECTION}]")
    stated = content.get(SECTION, {})
    if not isinstance(stated, dict):
        raise InputError(f"{path}: validate is not a table; write [validate] and its options below it")
    options = JudgingOptions()
    for key, value in stated.items():
        name = key.replace("-", "_")
        if name not in JudgingOptions.__dataclass_fields__:
            known = ", ".join(sorted(item.replace("_", "-") for item in JudgingOptions.__dataclass_fields__))
            raise InputError(f"{path}: {key!r} is unknown; [validate] may have {known}")
        usual = getattr(options, name)
        if isinstance(usual, tuple):
            value = tuple(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else None
        texts = value.values() if isinstance(value, dict) else ()
        if type(value) is not type(usual) or not all(isinstance(text, str) for text in texts):
            raise InputError(f"{path}: {key} is {stated[key]!r}, which it can't be; see docs/validate.md")
        options = replace(options, **{name: value})
    return checked(options, str(path))


def check_copies(schemas: Mapping[str, str], descriptor: Mapping[str, Any]) -> None:
    """Raises InputError for a copy of a schema that can't be read, or that is of no table and no address."""
    tables = [item for item in descriptor["resources"] if isinstance(item, Mapping)]
    named = [text for item in tables for key in ("name", "schema") if isinstance(text := item.get(key), str)]
    profiles = [item.get(key) for item in (descriptor, *tables) for key in ("$schema", "profile")]
    for name, file in schemas.items():
        if name not in (*named, *profiles):
            what = shorten(", ".join(named) or "none", LONGEST_MESSAGE, placeholder=" …")
            raise InputError(f"--schema {name}={file}: the package names no table or schema {name!r}; it names {what}")
        try:
            read_object(Path(file), f"--schema {name}={file}: the file")
        except InvalidResourceError as error:
            raise InputError(f"{error}; give a schema in JSON") from None


def checked(options: JudgingOptions, where: str = "") -> JudgingOptions:
    """The options. Raises InputError for a value that one can't have."""
    for name, known in (
        ("fail_on", SEVERITIES),
        ("like", LIKE),
        ("headers", HEADERS),
        ("unknown_columns", COLUMNS),
    ):
        value = getattr(options, name)
        if value not in known:
            option = f"--{name.replace('_', '-')}" if not where else f"{where}: {name.replace('_', '-')}"
            raise InputError(f"{option} {value!r}: unknown; it is one of {', '.join(known)}")
    return options


def chosen(findings: Sequence[Finding], options: JudgingOptions, known: Iterable[str]) -> list[Finding]:
    """The findings that are selected, not ignored, and not in the baseline.

    Raises InputError for a code that no check has, and for a baseline that can't be read.
    """
    codes = set(known)
    for option, wanted in (("--select", options.select), ("--ignore", options.ignore)):
        for code in wanted:
            if not any(_has(other, code) for other in codes):
                raise InputError(f"{option} {code!r}: no check has this code; mandate-data checks lists them")
    kept = [item for item in findings if not options.select or any(_has(item.code, code) for code in options.select)]
    kept = [item for item in kept if not any(_has(item.code, code) for code in options.ignore)]
    if not options.baseline:
        return kept
    old = _baseline(Path(options.baseline))
    new = []
    for item in kept:
        if old[_identity(item.as_dict())] > 0:
            old[_identity(item.as_dict())] -= 1
        else:
            new.append(item)
    return new


def _has(code: str, wanted: str) -> bool:
    """Whether a code is the one that is wanted, or begins with it, as `contract` does with all of its kind."""
    return code == wanted or code.startswith(f"{wanted}-")


def _baseline(path: Path) -> Counter[tuple[str, ...]]:
    try:
        content = json.loads(read_regular_text(path, LARGEST_DESCRIPTOR))
        return Counter(_identity(dict(item)) for item in content["findings"])
    except OSError as error:
        raise InputError(f"--baseline {path}: can't be read ({error.strerror}); write it with --format json") from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"--baseline {path}: no findings in JSON ({error!r}); write it with --format json") from None


def _identity(item: Mapping[str, Any]) -> tuple[str, ...]:
    """What makes a finding the same in another run: not its line, which moves as rows come and go."""
    named = [str(item.get(key, "")) for key in ("code", "table", "row_key", "field", "value")]
    return (*named, Path(str(item.get("file", ""))).name)


def fails(findings: Iterable[Finding], fail_on: str) -> bool:
    """Whether there is a finding of this severity or a weightier one."""
    weighty = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(item.severity in weighty for item in findings)
