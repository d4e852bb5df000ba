"""Resources: what the descriptor of somebody else's package says of its files, checked before any of them is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path, PurePosixPath
from textwrap import shorten
from typing import Any
from urllib.parse import urlsplit

from mandate_data.child_process import ChildProcess, Limits
from mandate_data.documents.text_decoder import text_encoding
from mandate_data.errors import InputError
from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import LONGEST_MESSAGE, MOST_CELLS, MOST_RESOURCES, TYPED_MEGABYTES, TYPED_SECONDS
from mandate_data.package.csv_dialect import Dialect, read_dialect, states_line_ends
from mandate_data.package.csv_records import Record
from mandate_data.package.encoding_guess import encoding_of_mark
from mandate_data.package.file_safety import irregular, is_address
from mandate_data.package.inline_tables import rows_of_items, rows_of_text
from mandate_data.package.line_ends import are_mixed
from mandate_data.package.native_cells import NativeCell
from mandate_data.package.resource_formats import FORMATS, format_of
from mandate_data.package.schema_notes import schema_notes
from mandate_data.package.side_files import InvalidResourceError, read_object, read_part
from mandate_data.package.stated_data import is_table, stated_files
from mandate_data.package.table_columns import TableSchema, compile_columns
from mandate_data.package.table_files import TableFile, table_records
from mandate_data.package.table_room import NoRoomError, Room
from mandate_data.package.typed_tables import can_read, typed_rows
from mandate_data.package.typed_values import NEEDED, WORK, BrokenTableError, UnreadTableError
from mandate_data.regular_files import open_regular

CATEGORIES_RULE = "datapackage.org/standard/table-schema#categories says so"
VERSION_2 = "https://datapackage.org/profiles/2."


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource of a package; `schema` is None where no table is described, or none that is read.

    `file` has its rows, or `rows` do, if they are in the descriptor or of types of their own: the header first;
    `numbers` are their numbers in the file, where they are not all there. `case_sensitive` is None where
    nothing is stated and version 1 lets upper and lower case of labels be alike.
    """

    name: str
    descriptor: Mapping[str, Any]
    paths: tuple[Path, ...] = ()
    schema: TableSchema | None = None
    file: TableFile | None = None
    rows: Sequence[Sequence[str]] | None = field(default=None, repr=False)
    numbers: Sequence[int] = field(default=(), repr=False)
    case_sensitive: bool | None = True
    has_own_schema: bool = True

    @property
    def path(self) -> Path | None:
        """The first of its files."""
        return self.paths[0] if self.paths else None

    @property
    def has_native_cells(self) -> bool:
        """Whether its cells know what they were, as those of JSON, Parquet and Excel do."""
        return bool(self.rows) and any(isinstance(cell, NativeCell) for cell in (self.rows or ((),))[-1])


def is_version_2(descriptor: Mapping[str, Any]) -> bool:
    """Whether a package says that it is of version 2 of the standard."""
    return str(descriptor.get("$schema", "")).startswith(VERSION_2)


def read_resources(
    folder: Path, descriptor: Mapping[str, Any], schemas: Mapping[str, Path] | None = None
) -> tuple[list[Resource], list[Finding]]:
    """The resources of a package, and what is wrong with the way it describes them.

    Expects that no path leads out of the folder. `schemas` are copies of schemas, by the name of the table or the
    address of the schema. A table whose rows can't be read has a finding. Raises InputError for too many resources.
    """
    where = Location(str(folder / "datapackage.json"))
    if (many := len(descriptor["resources"])) > MOST_RESOURCES:
        raise InputError(f"{where.file}: describes {many:,} resources; more than {MOST_RESOURCES:,} are not read")
    version_2 = is_version_2(descriptor)
    resources: list[Resource] = []
    findings: list[Finding] = []
    names: set[str] = set()
    room = Room()
    with closing(ChildProcess(WORK, Limits(TYPED_SECONDS, TYPED_MEGABYTES))) as child:
        for number, item in enumerate(descriptor["resources"], 1):
            name = str(item["name"]) if isinstance(item, Mapping) and item.get("name") else f"resource {number}"
            reading = _Reading(folder, name, where, version_2, schemas or {}, child, room)
            try:
                if name in names:
                    raise InvalidResourceError("another resource has this name")
                resources.append(_resource(item, reading))
                names.add(name)
            except (InvalidResourceError, NoRoomError) as error:
                reading.findings.append(_invalid(where, name, str(error)))
            except (TypeError, AttributeError, KeyError, ArithmeticError, RecursionError) as error:
                # A value of a kind that no property has.
                reading.findings.append(_invalid(where, name, f"it can't be read ({error})"))
            findings += reading.findings
    described = {str(item.get("name", "")) for item in descriptor["resources"] if isinstance(item, Mapping)}
    for at, resource in enumerate(resources):
        resources[at], found = _with_keys_at_hand(resource, resources, described, where)
        findings += found
    findings += [one for item in resources for path in item.paths for one in irregular(path, folder, item.name)]
    return resources, findings


def resource_records(resource: Resource) -> Iterator[Record]:
    """All records of a table, the header first, if there is one. Raises NotCsvError."""
    if resource.file is not None:
        return table_records(resource.file)
    rows = resource.rows or ()
    return (Record(number, 0, list(cells)) for number, cells in zip(resource.numbers or count(1), rows, strict=False))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known while one resource is read."""

    folder: Path
    name: str
    where: Location
    version_2: bool
    schemas: Mapping[str, Path]
    child: ChildProcess
    room: Room
    findings: list[Finding] = field(default_factory=list)

    def tell(self, code: str, **values: Any) -> None:
        self.findings.append(finding(code, self.where, table=self.name, **values))


def _invalid(where: Location, name: str, problem: str) -> Finding:
    return finding("descriptor-invalid", where, table=name, problem=shorten(problem, LONGEST_MESSAGE, placeholder=" …"))


def _resource(item: Any, reading: _Reading) -> Resource:
    if not isinstance(item, Mapping):
        raise InvalidResourceError("it is not an object")
    names = stated_files(item)
    schema = _schema(item, reading)
    if not names:
        return _inline(item, schema, reading)
    paths = tuple(reading.folder / name for name in names)
    addresses = [name for name in names if is_address(name)]
    if addresses:
        reading.tell("contract-unread/address", path=addresses[0])
        return Resource(reading.name, item)
    kind, compression = format_of(item, names[0])
    if kind not in FORMATS:
        if schema is None and not is_table(item):
            if kind in NEEDED:
                reading.tell("contract-no-schema/no-table")
            return Resource(reading.name, item, paths)
        return _typed(item, paths, kind, compression, schema, reading)
    dialect = _dialect(item, kind, reading)
    file = _file(item, paths, dialect, reading)
    schema = _described(schema, reading)
    return Resource(
        reading.name,
        item,
        paths,
        schema,
        file,
        case_sensitive=dialect.case_sensitive_header,
        has_own_schema=bool(schema.columns),
    )


def _described(schema: TableSchema | None, reading: _Reading) -> TableSchema:
    """The schema of a table; one without columns, and a note, where it has none."""
    if schema is None:
        reading.tell("contract-no-schema")
    return schema or TableSchema(())


def _file(item: Mapping[str, Any], paths: tuple[Path, ...], dialect: Dialect, reading: _Reading) -> TableFile:
    compressions = tuple(format_of(item, path.name)[1] for path in paths)
    encoding = _encoding(item, paths, reading)
    file = TableFile(paths, dialect, encoding, compressions, str(item.get("innerpath", "")))
    safe = [path for path in paths if not any(irregular(path, reading.folder, ""))]
    exact = _states_line_ends(item, file, reading) and are_mixed(safe, dialect.line_terminator, dialect.quote)
    return replace(file, has_exact_lines=exact)


def _states_line_ends(item: Mapping[str, Any], file: TableFile, reading: _Reading) -> bool:
    """Whether a dialect states a usual line end, of a file in which bytes show where lines end."""
    content = item.get("dialect", {})
    if file.compression or file.encoding.startswith(("utf-16", "utf-32")) or not file.dialect.has_usual_lines:
        return False
    is_at_hand = not (isinstance(content, str) and is_address(content))
    return is_at_hand and states_line_ends(read_part(reading.folder, content, "dialect"))


def _typed(
    item: Mapping[str, Any],
    paths: tuple[Path, ...],
    kind: str,
    compression: str,
    schema: TableSchema | None,
    reading: _Reading,
) -> Resource:
    """A table in a format that has types of its own, or what is reported where it is not read."""
    where = Location(str(paths[0]))
    reason = f"{len(paths)} files" if len(paths) > 1 else compression if compression else kind or "no format"
    is_one = len(paths) == 1 and (not compression or kind == "json")
    if is_one and can_read(kind) and not any(irregular(paths[0], reading.folder, "")):
        if not paths[0].is_file():
            return Resource(reading.name, item, paths, schema)  # reported as missing
        stated = read_part(reading.folder, item.get("dialect", {}), "dialect")
        try:
            dialect = _dialect({**item, "dialect": stated}, "csv", reading)
            file = _file(item, paths, dialect, reading)
            typed = typed_rows(reading.child, reading.room, file, kind, stated, schema or TableSchema(()))
            for one in typed.unchecked:
                code = f"contract-unchecked/{one.variant}"
                reading.findings.append(finding(code, where, table=reading.name, **one.fields))
            known = _described(schema, reading)
            own = bool(known.columns)
            return Resource(
                reading.name, item, paths, known, rows=typed.rows, numbers=typed.numbers, has_own_schema=own
            )
        except BrokenTableError as error:
            reason = shorten(str(error), LONGEST_MESSAGE, placeholder=" …")
            found = finding("contract-source-error/not-as-stated", where, table=reading.name, kind=kind, reason=reason)
            reading.findings.append(found)
            return Resource(reading.name, item, paths)
        except (UnreadTableError, NoRoomError) as error:
            reason = shorten(f"{kind}: {error}", LONGEST_MESSAGE, placeholder=" …")
    reading.findings.append(finding("contract-unread", where, table=reading.name, kind=reason))
    return Resource(reading.name, item, paths)


def _inline(item: Mapping[str, Any], schema: TableSchema | None, reading: _Reading) -> Resource:
    """A table in the descriptor, or what is reported where it is none that is read."""
    data, kind = item["data"], format_of(item, "")[0]
    is_rows = isinstance(data, list) and all(isinstance(row, Mapping | list) for row in data)
    is_text = isinstance(data, str) and kind in FORMATS
    if schema is None and not is_table(item) and not is_text:
        if is_rows:
            reading.tell("contract-no-schema/no-table")
        return Resource(reading.name, item)
    if not is_rows and not is_text:
        words = "an object" if isinstance(data, Mapping) else "a text" if isinstance(data, str) else "a list"
        is_broken = isinstance(data, list) or (isinstance(data, Mapping) and is_table(item))
        reading.tell("contract-source-error/data" if is_broken else "contract-unread/data", kind=words)
        return Resource(reading.name, item)
    schema = _described(schema, reading)
    try:
        rows = (
            rows_of_text(data, _dialect(item, kind, reading), schema, reading.room)
            if is_text
            else rows_of_items(data, _dialect(item, "csv", reading), schema, reading.room)
        )
    except NoRoomError:
        raise
    except ValueError as error:
        raise InvalidResourceError(f"its data are not CSV ({error})" if is_text else str(error)) from None
    reading.room.take(rows)
    return Resource(reading.name, item, (), schema, rows=rows, has_own_schema=bool(schema.columns))


def _dialect(item: Mapping[str, Any], kind: str, reading: _Reading) -> Dialect:
    content = item.get("dialect", {})
    if isinstance(content, str) and is_address(content):
        reading.tell("contract-unchecked/dialect", path=content)
        content = {}
    try:
        dialect = read_dialect(read_part(reading.folder, content, "dialect"), FORMATS[kind], reading.version_2)
    except ValueError as error:
        raise InvalidResourceError(f"its dialect is not valid: {error}") from None
    for name in dialect.unknown:
        reading.tell("contract-unchecked/property", name=name)
    return dialect


def _schema(item: Mapping[str, Any], reading: _Reading) -> TableSchema | None:
    content = item.get("schema")
    if content is None:
        return None
    copy = reading.schemas.get(reading.name) or (reading.schemas.get(content) if isinstance(content, str) else None)
    if copy is not None:
        content = read_object(copy, f"the schema {str(copy)!r}")
    elif isinstance(content, str) and is_address(content):
        beside = _beside(content, reading.folder)
        if not beside:
            reading.tell("contract-unchecked/schema", path=content)
            return TableSchema(())
        reading.tell("contract-unchecked/copy", path=content, copy=beside)
        content = beside
    content = read_part(reading.folder, content, "schema")
    fields = content.get("fields")
    if isinstance(fields, list) and len(fields) > MOST_CELLS:
        raise InvalidResourceError(f"it has {len(fields)} columns; no table is read that has more than {MOST_CELLS}")
    version_2 = reading.version_2 or str(content.get("$schema", "")).startswith(VERSION_2)
    try:
        schema = compile_columns(_without_category_tables(content, reading), version_2)
    except (ValueError, TypeError, KeyError) as error:
        raise InvalidResourceError(f"its schema is not valid: {error}") from None
    for code, values in schema_notes(schema, reading.name, version_2):
        reading.tell(code, **values)
    return schema


def _beside(address: str, folder: Path) -> str:
    """The file of the package that has the name of one at an address; "" if there is none."""
    try:
        name = PurePosixPath(urlsplit(address).path).name
        path = folder / name
        is_there = name not in ("", "datapackage.json") and path.is_file()
    except ValueError:  # no address, or no name of a file
        return ""
    return name if is_there and not any(irregular(path, folder, "")) else ""


def _without_category_tables(content: dict[str, Any], reading: _Reading) -> dict[str, Any]:
    """The schema without categories that are not a list: recipes let them name a table, which the standard does not."""
    fields = content.get("fields")
    if not isinstance(fields, list):
        return content
    kept: list[Any] = []
    for item in fields:
        if not isinstance(item, Mapping) or not isinstance(item.get("categories"), Mapping):
            kept.append(item)
            continue
        kept.append({key: value for key, value in item.items() if key != "categories"})
        if reading.version_2:
            problem = f"categories of {item.get('name')} is not a list"
            reading.tell("descriptor-profile", where=f"{reading.name}: ", problem=problem, rule=CATEGORIES_RULE)
        else:
            reading.tell("contract-unchecked/categories", column=item.get("name"))
    return {**content, "fields": kept}


def _encoding(item: Mapping[str, Any], paths: Sequence[Path], reading: _Reading) -> str:
    """The name of the encoding as Python has it; where nothing is said, that of a byte order mark (version 2)."""
    name = item.get("encoding", _marked(paths[0], reading) if reading.version_2 else "utf-8")
    try:
        found = text_encoding(name)
    except (LookupError, TypeError, ValueError):
        raise InvalidResourceError(f"its encoding {name!r} is unknown, or none of texts") from None
    return "utf-8" if found == "utf-8-sig" else found


def _marked(path: Path, reading: _Reading) -> str:
    if any(irregular(path, reading.folder, "")) or not path.is_file():
        return "utf-8"
    with open_regular(path) as stream:
        return encoding_of_mark(stream.read(4)) or "utf-8"


def _with_keys_at_hand(
    resource: Resource, resources: Sequence[Resource], described: set[str], where: Location
) -> tuple[Resource, list[Finding]]:
    """The resource without foreign keys that can't be checked, and what is said of these."""
    if resource.schema is None or not resource.schema.foreign_keys:
        return resource, []
    findings, kept = [], []
    known = {other.name: other for other in resources}
    for key in resource.schema.foreign_keys:
        target = key.resource or resource.name
        there = known.get(target)
        problem = next(_strays(key.reference_fields, target, there, described), "")
        if problem:
            findings.append(_invalid(where, resource.name, problem))
        elif there is None or there.schema is None or not there.has_own_schema:
            findings.append(finding("contract-unchecked", where, table=resource.name, target=target))
        else:
            kept.append(key)
    return replace(resource, schema=replace(resource.schema, foreign_keys=tuple(kept))), findings


def _strays(columns: Sequence[str], target: str, there: Resource | None, described: set[str]) -> Iterator[str]:
    if not columns:
        yield "a foreign key has no columns"
    elif target not in described and there is None:
        yield f"a foreign key refers to {target!r}, which is not a table of the package"
    elif there is not None and there.schema is not None and there.has_own_schema:
        if not set(columns) <= set(there.schema.names):
            yield f"a foreign key refers to {', '.join(columns)} of {target}, which has no such column"
    elif there is not None and there.descriptor.get("schema") is None:
        yield f"a foreign key refers to {target!r}, which has no schema"
