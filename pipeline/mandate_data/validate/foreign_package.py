"""Packages of other projects: checked by their own descriptor. Structure, types, constraints, keys; sizes and digests.

Small tables are read here, large ones by `mandate_data.validate.large`, which finds the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from mandate_data.address_space import has_room_for_polars
from mandate_data.errors import InputError
from mandate_data.findings import Finding, Location, finding, tidy
from mandate_data.limits import LARGEST_HASHED, MOST_FAULTS, MOST_PACKAGE_FAULTS
from mandate_data.package.file_safety import astray
from mandate_data.package.resources import Resource, read_resources
from mandate_data.package.tables import ForeignKey
from mandate_data.package.xsd_patterns import SlowPatternError
from mandate_data.validate.community_profiles import check_profiles
from mandate_data.validate.descriptor_profile import check_profile
from mandate_data.validate.file_digests import check_digests, hashed_bytes
from mandate_data.validate.key_check import Key, as_compared, check_foreign_key, check_own_keys
from mandate_data.validate.privacy_check import discreet
from mandate_data.validate.repeated_names import check_repeated_names
from mandate_data.validate.table_check import CheckedTable, check_table, unfinished

LARGE, SHARE = 1 << 19, 8
"""Bytes: larger tables are for polars, where it is installed, which then takes less time with its loading; of a package
that is larger as a whole, so are tables of one in so many parts of it."""


@dataclass(frozen=True, slots=True)
class Judging:
    """How a package is judged: `like` is `standard` or `frictionless`; `schemas` are copies of schemas that are
    elsewhere, by table or address; with `allow_unread` a table that is not read is a warning."""

    like: str = "standard"
    schemas: Mapping[str, Path] | None = None
    allow_unread: bool = False
    case_sensitive: bool = True
    unknown_columns: bool = False


def check_described(
    folder: Path, descriptor: Mapping[str, Any], large: int = LARGE, judging: Judging | None = None
) -> list[Finding]:
    """All findings on a package that is not ours, tidy: without doubles, errors first.

    `descriptor` is the content of its datapackage.json; tables of more than `large` bytes are for polars.
    """
    judging = judging or Judging()
    where = Location(str(folder / "datapackage.json"))
    unsafe = astray(folder, descriptor, addresses=True)
    outside = {finding.table for finding in unsafe}
    inside = [
        item
        for item in descriptor["resources"]
        if not isinstance(item, Mapping) or str(item.get("name", "")) not in outside
    ]
    resources, findings = read_resources(folder, {**descriptor, "resources": inside}, judging.schemas)
    findings += _limited(unsafe, where.file)
    if judging.like == "standard":
        schemas = {resource.name: resource.schema.descriptor for resource in resources if resource.schema}
        findings += _profile_findings(folder, descriptor, schemas, judging)
    damaged = {finding.table for finding in findings if finding.code in _DAMAGING}
    at_hand, to_hash = [], LARGEST_HASHED
    for resource in resources:
        if resource.name in damaged:
            continue
        findings += check_digests(resource, to_hash)
        to_hash -= hashed_bytes(resource)
        missing = [path for path in resource.paths if not path.is_file()]
        lost = (finding("file-missing", Location(str(path)), table=resource.name) for path in missing)
        findings += _limited(lost, where.file, resource.name)
        if resource.schema is not None and not missing and (resource.file is not None or resource.rows is not None):
            at_hand.append(_as_judged(resource, judging))
    checked = len(at_hand)
    if judging.like == "frictionless":
        from mandate_data.validate.like_frictionless import check_like_frictionless  # takes a quarter of a second

        stated = {**descriptor, "resources": inside}
        judged, found = check_like_frictionless(folder, stated, at_hand, judging.schemas or {})
        findings = [item for item in findings if item.table not in judged or item.code not in _LEFT_TO_FRICTIONLESS]
        findings += found
        checked = len(judged)
    else:
        findings += _check_tables(folder, at_hand, large)
    if checked == 1:
        findings.append(finding("descriptor-foreign/one", where))
    else:
        findings.append(finding("descriptor-foreign", where, count=checked))
    return tidy(discreet(_by_choice(findings, judging)))


def _limited(findings: Iterable[Finding], file: str, table: str = "") -> list[Finding]:
    """The findings up to the most, and that there are more."""
    kept = list(islice(findings, MOST_FAULTS + 1))
    return kept if len(kept) <= MOST_FAULTS else [*kept[:MOST_FAULTS], unfinished(table, file)]


def _as_judged(resource: Resource, judging: Judging) -> Resource:
    """The resource, its header read as is asked for."""
    if not judging.case_sensitive:
        resource = replace(resource, case_sensitive=False)
    if judging.unknown_columns and resource.schema is not None:
        resource = replace(resource, schema=replace(resource.schema, lets_unknown=True))
    return resource


def _profile_findings(
    folder: Path, descriptor: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]], judging: Judging
) -> list[Finding]:
    where = Location(str(folder / "datapackage.json"))
    try:
        return [
            *_limited(check_profile(descriptor, folder, schemas), where.file),
            *check_profiles(descriptor, where, judging.schemas or {}),
            *check_repeated_names(folder, descriptor),
        ]
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001  whatever the descriptor holds, the tables are checked
        return [_uncheckable(error, "", where.file)]


_DAMAGING = ("file-outside", "file-irregular")
_LEFT_TO_FRICTIONLESS = (
    "descriptor-invalid",
    "descriptor-profile",
    "contract-unread",
    "contract-byte-count",
    "contract-hash-count",
)
"""Codes of what Frictionless judges itself, where it is asked for its verdict."""


def _by_choice(findings: Sequence[Finding], judging: Judging) -> Iterator[Finding]:
    for item in findings:
        soft = (judging.allow_unread and item.code == "contract-unread") or (
            judging.unknown_columns and item.code == "contract-extra-label"
        )
        yield replace(item, severity="warning") if soft else item


def _why_not_by_polars() -> str:
    """The variant of `file-slow` that says why large tables are read row by row; "" where they are not."""
    if find_spec("polars") is None:
        return "/not-installed"
    return "" if has_room_for_polars() else "/no-room"


def _check_tables(folder: Path, tables: Sequence[Resource], large: int) -> Iterator[Finding]:
    sizes = {table.name: table.file.size for table in tables if table.file and table.file.is_plain}
    limit = large if sum(sizes.values()) <= large else large // SHARE
    big = [name for name, size in sizes.items() if size > limit]
    why = "" if not big else _why_not_by_polars()
    if why:
        slow = [item for item in tables if item.name in big]
        yield from (finding(f"file-slow{why}", Location(str(item.path)), table=item.name) for item in slow)
        big = []
    quick: dict[str, CheckedTable] = {}
    if big:
        from mandate_data.validate.large import check_large  # needs the extra `large`

        try:
            quick = check_large({table.name: table for table in tables}, big)
        except Exception as error:  # noqa: BLE001  what polars can't do is done slowly
            reason = f"{type(error).__name__}: {error}"
            yield from (finding("file-slow/failed", Location(name), table=name, reason=reason) for name in big)
    read: dict[str, CheckedTable] = {}
    faults = 0
    for table in tables:
        where = str(table.path or folder / "datapackage.json")
        if faults >= MOST_PACKAGE_FAULTS:
            yield finding("contract-unfinished/package", Location(where), table=table.name, most=MOST_PACKAGE_FAULTS)
            return
        if table.name in quick:
            yield from quick[table.name].findings
            faults += len(quick[table.name].findings)
            continue
        try:
            read[table.name] = check_table(table, where, referred_columns(table.name, tables))
        except Exception as error:  # noqa: BLE001  whatever a library makes of this table, the others are checked
            yield _uncheckable(error, table.name, where)
            continue
        yield from read[table.name].findings
        faults += len(read[table.name].findings)
    for table in tables:
        if table.name in read:
            where = str(table.path or folder / "datapackage.json")
            try:
                yield from _check_keys(table, read, tables, where)
            except Exception as error:  # noqa: BLE001  as above
                yield _uncheckable(error, table.name, where)


def _uncheckable(error: Exception, table: str, file: str) -> Finding:
    if isinstance(error, SlowPatternError):
        return finding("contract-uncheckable/pattern", Location(file), table=table, pattern=error)
    return finding("contract-uncheckable", Location(file), table=table, kind=type(error).__name__, reason=error)


def referred_columns(name: str, tables: Sequence[Resource]) -> set[str]:
    """The columns of a table that keys of others refer to."""
    return {
        column
        for table in tables
        for key in (table.schema.foreign_keys if table.schema else ())
        if (key.resource or table.name) == name
        for column in key.reference_fields
    }


def _check_keys(
    table: Resource, read: dict[str, CheckedTable], tables: Sequence[Resource], file: str
) -> Iterator[Finding]:
    checked = read[table.name]
    if not checked.whole or table.schema is None:
        return
    count = len(checked.findings)
    for item in _key_findings(table, read, tables, file):
        if count >= MOST_FAULTS:
            yield unfinished(table.name, file)
            return
        count += 1
        yield item


def _key_findings(
    table: Resource, read: dict[str, CheckedTable], tables: Sequence[Resource], file: str
) -> Iterator[Finding]:
    assert table.schema is not None
    rows = read[table.name].keys
    yield from check_own_keys(rows, table.schema, table.name)
    for key in table.schema.foreign_keys:
        target = key.resource or table.name
        if target not in read:  # one that was checked in the other way, or could not be read
            other = next((item for item in tables if item.name == target), None)
            if other is not None:
                read[target] = check_table(other, str(other.path), referred_columns(target, tables))
        if target not in read or not read[target].whole:
            yield finding("contract-unchecked", Location(file), table=table.name, target=target)
            continue

        other = next(item for item in tables if item.name == target)
        if not _comparable(table, key, other):
            yield from check_foreign_key(rows, key, set, table.name)
            continue
        own = as_compared(rows, table.schema, key.fields, other, key.reference_fields)

        def there(target: str = target, other: Resource = other, key: ForeignKey = key) -> set[Key]:
            assert other.schema is not None
            known = as_compared(read[target].keys, other.schema, key.reference_fields, table, key.fields)
            return {row.key(key.reference_fields) for row in known}

        yield from check_foreign_key(own, key, there, table.name)


def _comparable(table: Resource, key: ForeignKey, other: Resource) -> bool:
    """Whether both sides of a foreign key may be equal: the text 1992 is not the year."""
    if table.schema is None or other.schema is None:
        return False
    pairs = zip(key.fields, key.reference_fields, strict=True)
    kinds = [{table.schema.column(one).kind, other.schema.column(there).kind} for one, there in pairs]
    return all(len(pair) == 1 or "any" in pair or "string" not in pair for pair in kinds)
