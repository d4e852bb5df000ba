"""What a project says about its website in `schemas/site.yaml`; without that file, every table has the same pages."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings.registry import Check, checks
from mandate_data.limits import LARGEST_DESCRIPTOR
from mandate_data.package.row_titles import RowTemplates, has_stray_brace, placeholders, templates_of
from mandate_data.package.tables import Package
from mandate_data.project import Project
from mandate_data.regular_files import not_utf8, read_regular_text
from mandate_data.yaml_files import LINE, load_yaml


@dataclass(frozen=True, slots=True)
class LinkedRows:
    """Rows of `table` on the page of a row: those that refer to it, or that a row of `through` joins with it."""

    heading: str
    anchor: str
    table: str
    through: str
    order_by: str
    columns: tuple[str, ...]
    none: str
    values: Mapping[str, str]
    where: str


@dataclass(frozen=True, slots=True)
class TableSettings:
    """How the rows of a table are shown; empty texts where the engine's own way is good enough."""

    folder: str = ""
    linked: tuple[LinkedRows, ...] = ()
    summaries: tuple[str, ...] = ()
    entity: bool = False
    also_found_by: Mapping[str, str] = field(default_factory=dict)
    also: tuple[tuple[str, str], ...] = ()
    """Title and template of each further column."""
    order_by: str = ""


@dataclass(frozen=True, slots=True)
class LineLinks:
    """Each row of `table` links the text in column `text`, on the line it was read from, to the row that `to` names."""

    table: str
    text: str
    to: str


@dataclass(frozen=True, slots=True)
class Members:
    """The status of each listed code, and the heading of each status in order; "" is for codes not listed."""

    status: Mapping[str, str]
    headings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One half of a list page; `members` tells apart what a part of the whole world lists."""

    heading: str
    anchor: str
    text: str
    whole_world: bool
    members: Members | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page that lists the rows of a table: those with linked rows, and those without."""

    path: str
    title: str
    menu: str
    search: str
    text: str
    values: Mapping[str, str]
    table: str
    linked: LinkedRows
    columns: tuple[str, ...]
    having: Part
    lacking: Part | None
    where: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """A sentence of the front page on what the data show, and the queries for its values and its large number."""

    text: str
    values: Mapping[str, str]
    number: str
    link: tuple[str, str] | None
    where: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A way into the data: its page, and a query for the number of things behind it."""

    title: str
    text: str
    count: str
    path: str
    where: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the website, the repository and the people of a project are found; empty where it doesn't say."""

    site: str = ""
    repository: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the front page: `map_query` or `spec`, with queries in it. `where` is its file and line."""

    name: str
    title: str
    subtitle: str
    text: str
    values: Mapping[str, str]
    rows: str
    map_query: str
    spec: Mapping[str, Any]
    narrow: Mapping[str, Any]
    note: str
    link: tuple[str, str] | None
    where: str


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The whole file. `contract` is what its queries are meant for, None where there is no such file.

    `checks` are those whose findings the pages explain.
    """

    name: str
    texts: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, TableSettings] = field(default_factory=dict)
    line_links: LineLinks | None = None
    pages: tuple[ListPage, ...] = ()
    addresses: Addresses = field(default_factory=Addresses)
    entries: tuple[Entry, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    charts: tuple[Chart, ...] = ()
    time_covered: str = ""
    row_templates: Mapping[str, RowTemplates] = field(default_factory=dict)
    contract: Package | None = None
    checks: Mapping[str, Check] = field(default_factory=checks)

    def of(self, table: str) -> TableSettings:
        return self.tables.get(table, TableSettings())


def read_settings(root: Path, package_name: str) -> SiteSettings:
    """The settings for a package, from the project in `root` if the package is the project's.

    Raises InputError, with file and line, for a file that breaks its JSON Schema or names a table or column that the
    project's contract doesn't have.
    """
    path = root / "schemas" / "site.yaml"
    project = Project(root)
    if not (root / "schemas" / "package.yaml").is_file() or project.contract.metadata.get("name") != package_name:
        return SiteSettings(package_name)
    if not path.is_file():
        return SiteSettings(package_name, checks=project.checks, row_templates=templates_of(project.contract))
    schema = files("mandate_data.site") / "json_schemas" / "site.schema.json"
    content = load_yaml(path, schema.read_text(encoding="utf-8"))
    settings = _Reader(path, project.contract).settings(content, package_name)
    return replace(settings, checks=project.checks, row_templates=templates_of(project.contract))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the content of the file into settings, and refuses names that the contract doesn't have."""

    path: Path
    contract: Package

    def settings(self, content: Mapping[str, Any], package_name: str) -> SiteSettings:
        tables = {
            name: self.table(name, one) for name, one in content.get("tables", {}).items() if name != LINE
        }  # fmt: skip
        return SiteSettings(
            name=content.get("name", package_name),
            texts={key: text for key, text in content.get("texts", {}).items() if key != LINE},
            tables=tables,
            line_links=self.line_links(content["line_links"]) if "line_links" in content else None,
            pages=tuple(self.page(one, tables) for one in content.get("pages", ())),
            addresses=Addresses(**_without_line(content.get("addresses", {}))),
            entries=tuple(
                Entry(**_without_line(one), where=f"{self.path}:{one[LINE]}") for one in content.get("entries", ())
            ),
            highlights=tuple(
                Highlight(one["text"], self.values(one), one.get("number", ""), _link(one), f"{self.path}:{one[LINE]}")
                for one in content.get("highlights", ())
            ),
            charts=tuple(self.chart(one) for one in content.get("charts", ())),
            time_covered=content.get("time_covered", ""),
            contract=self.contract,
        )

    def table(self, name: str, content: Mapping[str, Any]) -> TableSettings:
        self.check(content, name, *filter(None, [content.get("order_by")]))
        summaries = _listed(content.get("summary", ()))
        also = tuple((one["title"], one["value"]) for one in content.get("also", ()))
        for template in [*summaries, *(value for _, value in also)]:
            if has_stray_brace(template):
                raise self.mistake(content, f"{template!r} has a brace that is in no {{column}} or {{table.column}}")
            for table, column in placeholders(template):
                self.check(content, table or name, column)
                if table and name not in self.referred(table):
                    raise self.mistake(content, f"no column of {table} refers to {name}")
        linked = tuple(self.linked(name, one) for one in content.get("linked", ()))
        found_by = _without_line(content.get("also_found_by", {}))
        entity = content.get("entity", False)
        return TableSettings(
            content.get("folder", ""), linked, summaries, entity, found_by, also, content.get("order_by", "")
        )

    def linked(self, name: str, content: Mapping[str, Any]) -> LinkedRows:
        table, through = content["table"], content.get("through", "")
        self.check(content, table, *content["columns"], *filter(None, [content.get("order_by")]))
        if through:
            self.check(content, through)
        for wanted in (name, table) if through else (name,):
            if wanted not in self.referred(through or table):
                raise self.mistake(content, f"no column of {through or table} refers to {wanted}")
        columns = tuple(content["columns"])
        heading, anchor = content["heading"], content.get("anchor", "")
        order_by, none = content.get("order_by", ""), content.get("none", "")
        values = self.values(content, none)
        return LinkedRows(
            heading, anchor, table, through, order_by, columns, none, values, f"{self.path}:{content[LINE]}"
        )

    def line_links(self, content: Mapping[str, Any]) -> LineLinks:
        self.check(content, content["table"], content["text"], content["to"])
        if content["to"] not in self.contract.tables[content["table"]].references:
            raise self.mistake(content, f"the column {content['to']} of {content['table']} refers to no other row")
        return LineLinks(content["table"], content["text"], content["to"])

    def page(self, content: Mapping[str, Any], tables: Mapping[str, TableSettings]) -> ListPage:
        self.check(content, content["table"])
        settings = tables.get(content["table"], TableSettings())
        linked = next((one for one in settings.linked if one.heading == content["linked"]), None)
        if linked is None:
            raise self.mistake(content, f"{content['table']} has nothing linked under {content['linked']!r}")
        without = content.get("without")
        texts = " ".join(part.get(key, "") for part in (content, without or {}) for key in ("heading", "text"))
        text, values = content.get("text", ""), self.values(content, texts)
        columns = content.get("columns", ())
        self.check(content, linked.table, *content.get("linked_columns", ()))
        self.check(content, content["table"], *columns)
        return ListPage(
            path=content["path"],
            title=content["title"],
            menu=content["menu"],
            search=content.get("search", ""),
            text=text,
            values=values,
            table=content["table"],
            linked=replace(linked, columns=tuple(content.get("linked_columns", linked.columns))),
            columns=tuple(columns),
            having=self.part(content["with"]),
            lacking=self.part(without) if without else None,
            where=f"{self.path}:{content[LINE]}",
        )

    def part(self, content: Mapping[str, Any]) -> Part:
        members = self.members(content["members"]) if "members" in content else None
        return Part(content["heading"], content["anchor"], content.get("text", ""), "all_of" in content, members)

    def members(self, content: Mapping[str, Any]) -> Members:
        path = self.path.parent / content["file"]
        if not path.is_file():
            raise self.mistake(content, f"there is no {path}")
        try:
            rows = list(csv.reader(read_regular_text(path, LARGEST_DESCRIPTOR).splitlines()))[1:]
        except UnicodeDecodeError as error:
            raise self.mistake(content, f"{path}{not_utf8(error)}") from None
        except csv.Error as error:
            raise self.mistake(content, f"{path} is not CSV ({error})") from None
        for number, row in enumerate(rows, 2):
            if len(row) != 2:
                raise self.mistake(content, f"{path}:{number}: has {len(row)} cells; write a code and a status")
        listed = dict(rows)
        headings = _without_line(content["headings"])
        if unknown := sorted(set(listed.values()) - set(headings)):
            raise self.mistake(content, f"{path} has the status {unknown[0]!r}, for which there is no heading")
        return Members(listed, headings)

    def chart(self, content: Mapping[str, Any]) -> Chart:
        texts = " ".join(content.get(key, "") for key in ("title", "subtitle", "text"))
        return Chart(
            name=content["name"],
            title=content["title"],
            subtitle=content.get("subtitle", ""),
            text=content["text"],
            values=self.values(content, texts),
            rows=content["rows"],
            map_query=content.get("map", ""),
            spec=content.get("spec", {}),
            narrow=content.get("narrow", {}),
            note=content.get("note", ""),
            link=_link(content),
            where=f"{self.path}:{content[LINE]}",
        )

    def values(self, content: Mapping[str, Any], text: str | None = None) -> dict[str, str]:
        values = _without_line(content.get("values", {}))
        text = content.get("text", "") if text is None else text
        if has_stray_brace(text):
            raise self.mistake(content, f"{' '.join(text.split())!r} has a brace that is in no {{value}}")
        for table, name in placeholders(text):
            if table or name not in values:
                raise self.mistake(content, f"the text has {{{name}}}, which `values` doesn't give")
        return values

    def referred(self, table: str) -> set[str]:
        return {key.resource or table for key in self.contract.tables[table].foreign_keys if len(key.fields) == 1}

    def check(self, content: Mapping[str, Any], table: str, *columns: str) -> None:
        if table not in self.contract.tables:
            raise self.mistake(content, f"the contract has no table {table}")
        for column in columns:
            if column not in self.contract.tables[table].columns:
                raise self.mistake(content, f"the table {table} has no column {column}")

    def mistake(self, content: Mapping[str, Any], what: str) -> InputError:
        return InputError(f"{self.path}:{content[LINE]}: {what}")


def _link(content: Mapping[str, Any]) -> tuple[str, str] | None:
    return (content["link"]["text"], content["link"]["path"]) if "link" in content else None


def _listed(given: str | Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _without_line(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != LINE}


def sentence(values: Sequence[str]) -> str:
    """Values as a sentence lists them: `a, b and c`; `none` for none."""
    return " and ".join(part for part in (", ".join(values[:-1]), *values[-1:]) if part) or "none"
