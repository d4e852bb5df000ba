"""Package, Table and Column: the one notion of a data package, with rows or, as a contract, without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from mandate_data.errors import InputError
from mandate_data.limits import LONGEST_VALUE, MOST_ALIGNED
from mandate_data.package.addresses import TABLE, Address, Provenance
from mandate_data.package.cell_values import Read, reader
from mandate_data.package.native_cells import is_missing, readable_text
from mandate_data.printable import counted

if TYPE_CHECKING:
    import pandas as pd

Value = str | int | Decimal | bool | None
Row = dict[str, Value]
Tables = dict[str, list[Row]]
"""Rows by the name of their table."""
DTYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
"""Types of Table Schema and the pandas dtypes that hold them, missing values included; others are `string`."""
BITS = 63
"""Bits of the largest integer of Int64, its sign apart."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns of a table that must stand in another table's columns; `resource` is `""` for the table itself."""

    fields: tuple[str, ...]
    resource: str
    reference_fields: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: `descriptor` is its field of the Table Schema as published.

    `extensions` are the properties `x-…` by which a project's schema tells the engine more; they are not published.
    `missing` are the texts for no value, of the field or of its schema.
    """

    descriptor: Mapping[str, Any]
    extensions: Mapping[str, Any] = field(default_factory=dict)
    missing: frozenset[str] = frozenset({""})

    @property
    def name(self) -> str:
        return str(self.descriptor["name"])

    @property
    def type(self) -> str:
        """The type of Table Schema: `string`, `integer`, `number`, `boolean` or another one."""
        return str(self.descriptor.get("type", "string"))

    @property
    def title(self) -> str:
        return str(self.descriptor.get("title", ""))

    @property
    def description(self) -> str:
        return str(self.descriptor.get("description", ""))

    @property
    def constraints(self) -> Mapping[str, Any]:
        """The constraints of Table Schema, such as `required`, `pattern` and `enum`."""
        constraints: Mapping[str, Any] = self.descriptor.get("constraints", {})
        return constraints

    def value_of(self, text: str) -> Value:
        """A cell as a value of the column's type, as `validate` reads it; None for a text that means no value.

        A type that Python has no plain value for stays text, whatever it says. Raises ValueError for a text that is no
        value of another type.
        """
        if self.is_missing(text):
            return None
        if self.type not in DTYPES:
            return text
        value: int | Decimal | float | bool = self.logical(text)
        return Decimal(value) if isinstance(value, float) else value

    def is_missing(self, text: str) -> bool:
        """Whether a cell has no value."""
        return is_missing(text, self.missing)

    def logical(self, text: str) -> Any:
        """The logical value of a cell that is not missing, of any type. Raises ValueError for a text that is none."""
        return self._read(readable_text(text, self.descriptor, self.descriptor.get("type", "any")))

    @cached_property
    def _read(self) -> Read:
        return reader(self.descriptor)


KEY_SEPARATOR = "|"
"""The sign that joins the values of a primary key to the key of a row; no value of a key may have it."""


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """A table of a data package: what its Table Schema says, and its rows; a contract has none.

    `schema` is the Table Schema as published; `columns` are by name, in their order. `cells` are the rows as CSV has
    them, text by column name, an empty text where there is no value. `resource` are the other properties of the Data
    Resource: licences, sources, the dialect where it is not the usual one.
    """

    name: str
    title: str
    description: str
    schema: Mapping[str, Any]
    columns: Mapping[str, Column]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    extensions: Mapping[str, Any] = field(default_factory=dict)
    resource: Mapping[str, Any] = field(default_factory=dict)
    cells: Sequence[Mapping[str, str]] = ()
    provenance: Provenance | None = None

    def __repr__(self) -> str:
        return f"<Table {self.name!r}: {counted(len(self.columns), 'column')}, {counted(len(self.cells), 'row')}>"

    @cached_property
    def references(self) -> dict[str, tuple[str, str]]:
        """Table and column that a column refers to, by the name of the column, for foreign keys of one column.

        >>> package["visit_countries"].references["country_code"]
        ('countries', 'country_code')
        """
        return {
            key.fields[0]: (key.resource or self.name, key.reference_fields[0])
            for key in self.foreign_keys
            if len(key.fields) == 1
        }

    @cached_property
    def types(self) -> dict[str, str]:
        """The type of each column, by name."""
        return {name: column.type for name, column in self.columns.items()}

    @cached_property
    def rows(self) -> list[Row]:
        """The rows, typed: `int`, `Decimal`, `bool` or `str` by column name, None for a missing value.

        Cells are read as `validate` reads them: by `missingValues` of the field or the schema, `decimalChar`,
        `groupChar`, `bareNumber`, `trueValues` and `falseValues`. Dates, lists and other types stay text. Raises
        InputError for a text that is not an integer, number or boolean in a column of these.

        >>> package["countries"].rows[0]["country_code"], len(package["non_parties"].rows)
        ('ALB', 24)
        """
        return [
            {name: self._value(name, text, number) for name, text in row.items()}
            for number, row in enumerate(self.cells, 1)
        ]

    def _value(self, column: str, text: str, number: int) -> Value:
        try:
            return self.columns[column].value_of(text)
        except ValueError:
            wrong = f"the {column} {text!r} is not of the type {self.types[column]}"
            raise InputError(f"{self.name}: row {number}: {wrong}; validate the package") from None

    def key_of(self, row: Mapping[str, Value]) -> str:
        """The row's primary-key values joined by `|`, as `provenance.row_key` has them.

        >>> visits = package["visit_countries"]
        >>> visits.key_of(visits.rows[0])
        'sale-of-children/1992-aus|AUS'
        """
        values = [row[column] for column in self.primary_key]
        return KEY_SEPARATOR.join([value if isinstance(value, str) else text_of(value) for value in values])

    def row(self, key: str) -> Row:
        """The row with a key, whole or in short as `whole_key` takes it, typed.

        Raises InputError if there is no such row.

        >>> package["country_visits"].row("2016-geo")["year"]
        2016
        """
        return self.rows[self._by_key[self.whole_key(key)]]

    def whole_key(self, key: str) -> str:
        """The key of a row, as `key_of` gives it; the last parts of it will do where one row alone has them.

        Raises InputError for a key that is not text, and where no row has the key, or more than one.

        >>> package["country_visits"].whole_key("2016-geo")
        'sale-of-children/2016-geo'
        """
        if not isinstance(key, str):
            like = next(iter(self._by_key), "")
            raise InputError(
                f"{self.name}: the key of a row is a text{f', such as {like!r}' if like else ''}; "
                f"got one of type {type(key).__name__}; Table.key_of gives the key of a row"
            )
        if key in self._by_key:
            return key
        ends = [known for known in self._by_key if known.endswith((f"/{key}", f"|{key}"))]
        if len(ends) == 1:
            return ends[0]
        near = ends or [known for known in self._by_key if key and key.casefold() in known.casefold()]
        if not near and len(self._by_key) <= MOST_ALIGNED:
            spelt = {known.rpartition("/")[2]: known for known in self._by_key} | {
                known: known for known in self._by_key
            }
            near = list(dict.fromkeys(spelt[form] for form in get_close_matches(key[:LONGEST_VALUE], spelt)))
        if near:
            raise InputError(f"{self.name} has no row {key!r}; did you mean {', '.join(near[:5])}?")
        some = ", ".join(islice(self._by_key, 3))
        hint = f"keys of its rows are, for example, {some}" if some else "the table is empty"
        raise InputError(f"{self.name} has no row {key!r}; {hint}")

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return {self.key_of(row): number for number, row in enumerate(self.cells)}

    def where(self, key: str, column: str | None = None) -> list[Address]:
        """Where the values of a row come from, or the value of one column: an empty cell has no address.

        Releases 1.x give the lines of the row. Raises InputError for a row or a column that the table does not have,
        and where the package has no table `provenance`.

        >>> for address in package["country_visits"].where("2016-geo", "start_date"):
        ...     address.source, address.kind, address.rule, address.text
        ('handbook-2016', 'normalised', 'span-start', '11-18 April 2016')
        """
        key = self.whole_key(key)
        row = self.row(key)
        if column is not None and (not isinstance(column, str) or column not in self.columns):
            raise InputError(f"{self.name} has no column {column!r}; it has {', '.join(self.columns)}")
        if self.provenance is None:
            raise InputError(f"the package of {self.name} has no table {TABLE}, so that nothing can be traced")
        if column is not None and row[column] is None:
            return []
        return self.provenance.of(self.name, key, column)

    def frame(self) -> pd.DataFrame:
        """The rows as a pandas data frame, with one column for each column of the table, in its order.

        The dtypes are those of the Table Schema: Int64 for integers, Float64 for numbers, boolean, and string for all
        else; a column with an integer beyond 64 bits is of dtype object, so that no digit is lost. A missing value
        is `pd.NA`, and so is NaN. Raises InputError as `rows` does.

        >>> frame = package["country_visits"].frame()
        >>> str(frame["year"].dtype), str(frame["report_symbol"].dtype), frame.shape[1]
        ('Int64', 'string', 9)
        """
        import pandas as pd

        columns = {name: [_of_frame(row[name], kind) for row in self.rows] for name, kind in self.types.items()}
        return pd.DataFrame(
            {name: pd.Series(values, dtype=_dtype(self.types[name], values)) for name, values in columns.items()}
        )


def _of_frame(value: Value, kind: str) -> Any:
    """A value as a data frame has it: numbers are floats."""
    import pandas as pd

    return pd.NA if value is None else float(value) if kind == "number" else value


def _dtype(kind: str, values: Sequence[Any]) -> str:
    """The dtype of a column; integers beyond 64 bits are Python's own."""
    if kind == "integer" and any(isinstance(value, Decimal) or _is_beyond(value) for value in values):
        return "object"
    return DTYPES.get(kind, "string")


def _is_beyond(value: Any) -> bool:
    return isinstance(value, int) and value.bit_length() > BITS


@dataclass(frozen=True, eq=False, repr=False)
class Package(Mapping[str, Table]):
    """A data package: a mapping of its tables by name, in their published order, with its own properties.

    `metadata` are the properties of `datapackage.json`, but for the tables: title, version, licenses, sources and so
    on. `files` are its resources that are not tables, by name, with their digests. Raises KeyError for a table that the
    package does not have.

    >>> package.metadata["licenses"][0]["name"], "country_visits" in package
    ('CC-BY-4.0', True)
    """

    metadata: Mapping[str, Any]
    tables: Mapping[str, Table]
    files: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __repr__(self) -> str:
        version = f" {self.metadata['version']}" if self.metadata.get("version") else ""
        return f"<Package {self.name!r}{version}: {counted(len(self.tables), 'table')}>"

    @property
    def name(self) -> str:
        return str(self.metadata.get("name", ""))

    def __getitem__(self, table: str) -> Table:
        if table not in self.tables:
            raise KeyError(f"{self.name} has no table {table!r}; it has {', '.join(self.tables)}")
        return self.tables[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def reference_table(self, reference: str) -> Table | None:
        """The table whose rows are entries of a reference list (its property `x-reference`), if there is one."""
        return next((table for table in self.tables.values() if table.extensions.get("x-reference") == reference), None)

    def references_to(self, table: str) -> list[tuple[str, str]]:
        """(table, column) of every single-column foreign key to a table, its own included."""
        return [
            (other.name, key.fields[0])
            for other in self.tables.values()
            for key in other.foreign_keys
            if (key.resource or other.name) == table and len(key.fields) == 1
        ]


def table_of(
    content: Mapping[str, Any], cells: Sequence[Mapping[str, str]] = (), provenance: Provenance | None = None
) -> Table:
    """A table from what says it: its name, title and description, and the properties of its Table Schema."""
    # Some readers refuse an empty list of foreign keys.
    schema = {key: content[key] for key in SCHEMA if content.get(key)}
    schema["fields"] = [_published(item) for item in content["fields"]]
    usual = content.get("missingValues", [""])
    return Table(
        name=str(content["name"]),
        title=str(content.get("title") or ""),
        description=str(content.get("description") or ""),
        schema=schema,
        columns={
            item["name"]: Column(published, _extensions(item), missing_texts(item.get("missingValues", usual)))
            for item, published in zip(content["fields"], schema["fields"], strict=True)
        },
        primary_key=_names(content.get("primaryKey", ())),
        foreign_keys=tuple(_foreign_key(key) for key in content.get("foreignKeys", [])),
        extensions=_extensions(content),
        cells=cells,
        provenance=provenance,
    )


SCHEMA = ("fields", "primaryKey", "foreignKeys", "missingValues", "uniqueKeys", "fieldsMatch")


def _names(columns: str | Sequence[str]) -> tuple[str, ...]:
    return (columns,) if isinstance(columns, str) else tuple(columns)


def _foreign_key(key: Mapping[str, Any]) -> ForeignKey:
    reference = key["reference"]
    return ForeignKey(_names(key["fields"]), reference.get("resource", ""), _names(reference["fields"]))


def _extensions(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a schema tells the engine beyond the standard: its properties `x-…`, which are not published."""
    return {key: value for key, value in content.items() if key.startswith("x-")}


def _published(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if not key.startswith("x-")}


def missing_texts(values: Sequence[Any]) -> frozenset[str]:
    """The texts that mean that there is no value; version 2 of the standard may give them labels."""
    return frozenset(str(value["value"] if isinstance(value, Mapping) else value) for value in values)


def text_of(value: Value) -> str:
    """A value as CSV has it: empty for missing, `true`/`false`, numbers without separators."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)
