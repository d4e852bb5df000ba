"""What a row is called in words, as the templates of its Table Schema say; the website and changelogs call it alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mandate_data.package.field_mistakes import Mistake
from mandate_data.package.tables import Package, Table
from mandate_data.package.value_words import in_words, source_name

PLACEHOLDER = re.compile(r"\{([A-Za-z_]\w*)(?:\.([A-Za-z_]\w*))?\}")
"""`{column}` or `{table.column}` in a title, `{value}` in a text with queries."""
TITLE, SHORT_TITLE = "x-row-title", "x-row-short-title"
"""Properties of a Table Schema: one or several templates, and one template."""
NAMING = ("title", "name", "label")
"""Columns that title a row where its Table Schema says nothing else, best first."""
OWN_TITLES = {"claims": ("{statement}",), "rules": ("{rule_id}",)}
"""How rows of the tables about the data are titled."""

Row = Mapping[str, str]
RowId = tuple[str, str]
"""A table and a key in it."""


@dataclass(frozen=True, slots=True)
class RowTemplates:
    """How the rows of a table are called: by the first of `titles` no part of which is empty; `short` in a cell."""

    titles: Sequence[str] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class RowTitles:
    """The rows of a package, what refers to them, and the templates of their titles by table."""

    tables: Mapping[str, Table]
    rows: Mapping[RowId, Row]
    referrers: Mapping[RowId, Sequence[RowId]]
    templates: Mapping[str, RowTemplates]

    def target(self, row_id: RowId, column: str) -> RowId | None:
        """The row that a cell refers to, by the foreign key of its column."""
        refers_to = self.tables[row_id[0]].references.get(column)
        if refers_to is None:
            return None
        found = (refers_to[0], self.rows[row_id].get(column, ""))
        return found if found in self.rows else None

    def title(self, row_id: RowId) -> str:
        """What a row is, in words: as its schema says, or its name, or else the titles of the rows that it joins."""
        return self._title(row_id, frozenset())

    def short_title(self, row_id: RowId) -> str:
        """What a row is called in a narrow cell: as its schema says, the short name of a source, or its title."""
        return self._short_title(row_id, frozenset())

    def filled(self, template: str, row_id: RowId) -> str:
        """A template with the values of a row in words; empty if one of them is."""
        return self._filled(template, row_id, frozenset())

    def _short_title(self, row_id: RowId, within: frozenset[RowId]) -> str:
        table, key = row_id
        if table == "sources":
            return source_name(key)
        template = self.templates.get(table, RowTemplates()).short
        return (self._filled(template, row_id, within) if template else "") or self._title(row_id, within)

    def _title(self, row_id: RowId, within: frozenset[RowId]) -> str:
        table, key = row_id
        if row_id in within:  # rows that refer to each other in a circle
            return key
        row, within = self.rows[row_id], within | {row_id}
        if table == "errata":
            return self._erratum_title(row, within)
        for template in self.templates.get(table, RowTemplates()).titles or OWN_TITLES.get(table, ()):
            if filled := self._filled(template, row_id, within):
                return filled
        if named := next((row[column] for column in NAMING if row.get(column)), ""):
            return named
        joined = [self.target(row_id, column) for column in self.tables[table].primary_key]
        return ", ".join(self._title(one, within) for one in joined if one) or key

    def _erratum_title(self, erratum: Row, within: frozenset[RowId]) -> str:
        about = (erratum["table"], erratum["row_key"])
        what = self._title(about, within) if about in self.rows else erratum["row_key"]
        column = self.tables[about[0]].columns.get(erratum["field"]) if about[0] in self.tables else None
        name = column.title if column else erratum["field"].replace("_", " ")
        printed, published = erratum["as_printed"], erratum["published"]
        if printed == published:
            return f"{what}: {name} “{printed}” is in doubt"
        if not published:
            return f"{what}: {name} “{printed}”"
        # What is flagged is not settled by the sources.
        instead = "should be" if erratum.get("status") == "corrected" else "is published as"
        return f"{what}: {name} “{printed}” {instead} “{self._published(erratum, within)}”"

    def published_row(self, erratum: Row) -> RowId | None:
        """The row that the value published in place of an error refers to, by the foreign key of its column."""
        table = self.tables.get(erratum["table"])
        refers_to = table.references.get(erratum["field"]) if table else None
        found = (refers_to[0], erratum["published"]) if refers_to else None
        # What a row itself is called tells its symbol or its code apart from others.
        return found if found in self.rows and found != (erratum["table"], erratum["row_key"]) else None

    def _published(self, erratum: Row, within: frozenset[RowId]) -> str:
        named = self.published_row(erratum)
        return self._short_title(named, within) if named else erratum["published"]

    def _filled(self, template: str, row_id: RowId, within: frozenset[RowId]) -> str:
        """A template with the values of a row; empty if one of them is."""
        values = [self._named(table, column, row_id, within) for table, column in placeholders(template)]
        if not all(values):
            return ""
        given = iter(values)
        return PLACEHOLDER.sub(lambda _: next(given), template)

    def _named(self, table: str, column: str, row_id: RowId, within: frozenset[RowId]) -> str:
        """A value, or the title of the row it refers to; with a table, those of its rows that refer to this."""
        if table:
            rows = [one for one in self.referrers.get(row_id, ()) if one[0] == table]
            return " and ".join(self._named("", column, one, within) for one in rows)
        target = self.target(row_id, column)
        if target:
            return self._short_title(target, within)
        described, value = self.tables[row_id[0]].columns.get(column), self.rows[row_id].get(column, "")
        return in_words(value, described) if described else value


def row_titles(package: Package, templates: Mapping[str, RowTemplates]) -> RowTitles:
    """The titles of all rows of a package."""
    rows = {(name, table.key_of(row)): row for name, table in package.tables.items() for row in table.cells}
    return RowTitles(package.tables, rows, _referrers(package, rows), templates)


def templates_of(contract: Package) -> dict[str, RowTemplates]:
    """What the Table Schemas of a project say on the titles of rows, by table."""
    return {
        name: RowTemplates(_titles(table), str(table.extensions.get(SHORT_TITLE, "")))
        for name, table in contract.tables.items()
    }


def placeholders(text: str) -> list[tuple[str, str]]:
    """(`""`, column) or (table, column) of each placeholder of a text."""
    return [(match[1], match[2]) if match[2] else ("", match[1]) for match in PLACEHOLDER.finditer(text)]


def has_stray_brace(text: str) -> bool:
    """Whether a text has a brace that belongs to no placeholder, such as the first one of `{title`."""
    return not set("{}").isdisjoint(PLACEHOLDER.sub("", text))


def template_mistakes(table: Table, tables: Mapping[str, Table]) -> Iterator[Mistake]:
    """Templates of a Table Schema that have braces without a name, or name a column or a table that there isn't."""
    for key, given in ((TITLE, _titles(table)), (SHORT_TITLE, (table.extensions.get(SHORT_TITLE, ""),))):
        for template in given:
            if has_stray_brace(template):
                yield (key,), f"{template!r} has a brace that is in no {{column}} or {{table.column}}; correct it"
            for other, column in placeholders(template):
                found = tables.get(other or table.name)
                if found is None:
                    yield (key,), f"{template!r}: there is no table {other!r}; name one of package.yaml"
                elif column not in found.columns:
                    yield (
                        (key,),
                        f"{template!r}: {found.name} has no column {column!r}; it has {', '.join(found.columns)}",
                    )
                elif other and table.name not in {key.resource or other for key in found.foreign_keys}:
                    yield (key,), f"{template!r}: no column of {other} refers to {table.name}; name a table that does"


def _titles(table: Table) -> Sequence[str]:
    given = table.extensions.get(TITLE, ())
    return tuple(given) if isinstance(given, list | tuple) else (given,)


def _referrers(package: Package, rows: Mapping[RowId, Row]) -> dict[RowId, list[RowId]]:
    """The rows that refer to a row, by single-column foreign keys."""
    found: dict[RowId, list[RowId]] = defaultdict(list)
    seen: set[tuple[RowId, RowId]] = set()
    for row_id, row in rows.items():
        # What a row of provenance says is shown with the value that it is about.
        references = package.tables[row_id[0]].references if row_id[0] != "provenance" else {}
        for column, (table, _) in references.items():
            target = (table, row[column])
            if target in rows and (target, row_id) not in seen:
                seen.add((target, row_id))
                found[target].append(row_id)
    return found
