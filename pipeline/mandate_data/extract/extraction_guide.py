"""Extraction guides: where in a source's prose a fact is, and our words for it.

A guide (`raw/<source>/extraction.yaml`) holds patterns and labels, never a value: dates, numbers, symbols and names are
read from the document at the place that a pattern finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.extract.judged_citations import JudgedCitation, judged_citations
from mandate_data.extract.normalisations import NORMALISATIONS
from mandate_data.extract.source_schemas import schema_of
from mandate_data.extract.values import DATE, SPAN, WITHOUT_YEAR
from mandate_data.package.tables import Package, Table
from mandate_data.schema_check import TABLES, meant
from mandate_data.yaml_files import LINE, load_yaml, without_lines

GAP = 300
"""Characters that `...` may stand for in a pattern."""
ENDS = ("_start", "_end")
"""What follows a column's name in the groups for both ends of an interval."""
BODY = ("paragraph", "item")
"""Kinds of blocks in which a passage is looked for, unless it says otherwise."""
CLAIMS = "claims"
NORMALISED_BY = "x-normalisation"
"""The property of a column that names the rule by which a printed text becomes its value."""
INTERVAL = "interval"
_GROUP = re.compile(r"(?<!\?P)<([a-z_]+)>")
_GAP = re.compile(r" ?\.\.\. ?")


@dataclass(frozen=True, slots=True)
class SectionRule:
    """A heading that opens a section: `pattern` on the heading's text; `section` its name (`\\1`: group 1)."""

    pattern: re.Pattern[str]
    section: str
    inside: bool  # inside the last section that is not `inside`
    required: bool
    columns: bool  # its tables are lists set in columns: the left one is read first
    line: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A pattern that finds one row of `table`: `values` are our words, the pattern's groups the source's."""

    table: str
    key: str
    patterns: tuple[re.Pattern[str], ...]
    values: Mapping[str, Any]
    query: str  # of a claim: how it is recomputed
    options: Mapping[str, Any]  # of a claim: what its query is told
    within: tuple[str, ...]
    where: tuple[str, ...]
    symbol: str  # "", "note" or "last_note" (first or last of the next footnote), "here" or "last_here" (in the match)
    line: int
    above: re.Pattern[str] | None = None  # what a heading, a head or the words above a list say of all below it


@dataclass(frozen=True, slots=True)
class ListRule:
    """Where a list stands and how its items are told apart."""

    list_id: str
    kind: str
    title: str
    within: str
    form: str  # items | headings | enumeration | sentences
    start: re.Pattern[str]
    items: re.Pattern[str] | None
    separator: str
    whole: tuple[str, ...]
    groups: tuple[tuple[str, re.Pattern[str]], ...]  # the title of each group of items, and the words that open it
    count: int | None  # how many items the curator read in the source
    in_notes: bool  # in footnotes, and nowhere else
    symbol: str
    proposed_by: bool | str  # whoever is named last before the list; or this person, wherever the section has the name
    line: int


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A row of names in prose whose every item must be read by some passage of `table`."""

    table: str
    pattern: re.Pattern[str]
    separator: str
    within: str
    line: int


@dataclass(frozen=True, slots=True)
class RowList:
    """A row of names in prose (the pattern's group `list`), each of which is a row of `table` and goes to `column`."""

    table: str
    column: str
    pattern: re.Pattern[str]
    values: Mapping[str, Any]
    alphabetical: bool
    line: int


@dataclass(frozen=True, slots=True)
class ContentsRule:
    """The section that is the table of contents, and the titles in it for which the document has no heading."""

    section: str
    without_heading: frozenset[str]


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything that a reader must be told of one source; `names_itself` finds where it says what it is."""

    path: Path
    names_itself: re.Pattern[str]
    about: Mapping[str, Any]  # ids of what the whole source is about, by column, for the project's readers
    about_at: str  # the file and the line that say so
    sections: tuple[SectionRule, ...]
    contents: ContentsRule | None
    lists: tuple[ListRule, ...]
    passages: tuple[Passage, ...]
    enumerations: tuple[Enumeration, ...]
    rows: tuple[RowList, ...]
    unread: tuple[re.Pattern[str], ...]  # numbers left unread on purpose; the guide gives the reasons
    unread_sections: frozenset[str]
    judged: tuple[JudgedCitation, ...] = ()  # citations that a curator settles
    draft: bool = False  # what can't be settled is a warning


def compile_pattern(text: str, where: str, groups: Mapping[str, str]) -> re.Pattern[str]:
    """A guide's pattern as a regular expression, `<column>` in it as `groups` has it.

    Raises InputError with `where` for a broken one.
    """
    body = _GAP.sub(lambda _: f".{{0,{GAP}}}?", text)

    def group(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in groups:
            known = ", ".join(sorted(groups)) or "none here"
            raise InputError(f"{where}: <{name}> is not a known group; known: {known}")
        return f"(?P<{name}>{groups[name]})"

    try:
        return _compiled(_GROUP.sub(group, body))
    except (re.error, OverflowError, RecursionError) as error:
        raise InputError(f"{where}: broken pattern {text!r}: {error}") from None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Kept for who builds again and again: guides have more patterns than `re` keeps."""
    return re.compile(pattern)


def pinned(text: str, found: re.Match[str]) -> str:
    """A guide's pattern in which each `<column>` stands for what it matched in `found` alone."""
    return _GROUP.sub(lambda group: f"(?P<{group[1]}>{exactly(found[group[1]] or '')})", text)


def exactly(text: str) -> str:
    """A pattern of a guide for these words alone; a blank is a blank."""
    return re.escape(text).replace("\\ ", " ").replace("<", "[<]")


_PART = re.compile(r"(.+)_[2-9]")
SPAN_GROUP = "span"
"""The group of a pattern that stands for days such as "11-18 April 2016"."""
SPAN_RULES = ("span-start", "span-end", "span-year")


def column_of(group: str, table: Table) -> str | None:
    """The column that a group of a pattern is about: its name, or, of a further part of the value, what is before `_2`
    to `_9`; None if there is no such column."""
    if group in table.columns:
        return group
    part = _PART.fullmatch(group)
    return part[1] if part and part[1] in table.columns else None


def parts_of(column: str, pattern: re.Pattern[str]) -> list[str]:
    """The groups of a pattern that are further parts of a column's value, in their order."""
    return [part for number in range(2, 10) if (part := f"{column}_{number}") in pattern.groupindex]


def _wrong_groups(pattern: re.Pattern[str], table: Table) -> Iterator[str]:
    """What is wrong with the groups of a passage's pattern."""
    for group in pattern.groupindex:
        column = column_of(group, table)
        if column is None and group != SPAN_GROUP and not group.endswith(ENDS):
            yield f"{table.name} has no column {group!r}, which the pattern has a group for"
        elif column is not None and column != group:
            if column not in pattern.groupindex:
                yield f"{group} is a further part of {column}, for which the pattern has no group"
            elif table.columns[column].extensions.get(NORMALISED_BY) in ("date", INTERVAL):
                yield f"{group}: a date has no parts; use <{column}_start> and <{column}_end>, or <{SPAN_GROUP}>"


def groups_of(table: Table) -> dict[str, str]:
    """The patterns of a table's columns whose values are printed in one form: of an interval, of both ends."""
    patterns = {rule.rule_id: rule.pattern for rule in NORMALISATIONS if rule.pattern}
    groups: dict[str, str] = {}
    for column in table.columns:
        rule = table.columns[column].extensions.get(NORMALISED_BY)
        if rule == "date":
            groups[column] = rf"(?:{DATE}|{WITHOUT_YEAR})"
        elif rule in patterns:
            groups[column] = patterns[rule]
        elif rule == INTERVAL:
            groups |= {column: DATE} | {f"{column}{end}": DATE for end in ENDS}
    if span_columns(table):
        groups[SPAN_GROUP] = rf"(?:{SPAN}|{WITHOUT_YEAR})"
    return groups


def span_columns(table: Table) -> dict[str, str]:
    """The columns of a table that a printed span of days fills, and the rule of each: its first day, its last day, its
    year; the first day alone where the table has a single date."""
    rules = {name: str(column.extensions.get(NORMALISED_BY, "")) for name, column in table.columns.items()}
    dates = [name for name, rule in rules.items() if rule == "date"]
    spans = {name: rule for name, rule in rules.items() if rule in SPAN_RULES}
    return spans or ({dates[0]: SPAN_RULES[0]} if len(dates) == 1 else {})


def load_guide(path: Path, contract: Package) -> Guide:
    """Read a guide. Raises InputError with path and line for a mistake in it, such as a table that is not there."""
    content = load_yaml(path, schema_of("extraction"))

    def table_of(item: Mapping[str, Any], name: str) -> Table:
        if name not in contract.tables:
            like = meant(name, contract.tables, TABLES)
            raise InputError(f"{path}:{item[LINE]}: there is no table {name!r}{f'; {like}' if like else ''}")
        return contract.tables[name]

    def compiled(item: Mapping[str, Any], text: str, *needed: str, table: Table | None = None) -> re.Pattern[str]:
        where = f"{path}:{item[LINE]}"
        pattern = compile_pattern(text, where, groups_of(table) if table else {})
        for group in needed:
            if group not in pattern.groupindex:
                raise InputError(f"{where}: the pattern {text!r} has no group {group!r}, which this rule needs")
        return pattern

    def separator(item: Mapping[str, Any]) -> str:
        text = str(item.get("separator", ""))
        try:
            re.compile(text)
        except (re.error, OverflowError, RecursionError) as error:
            raise InputError(f"{path}:{item[LINE]}: broken separator {text!r}: {error}") from None
        return text

    return Guide(
        path=path,
        names_itself=compiled(content, content["names_itself"]),
        about=_about(content, contract, path),
        about_at=f"{path}:{content.get('about', content)[LINE]}",
        sections=tuple(
            _section_rule(item, compiled(item, item["heading"]), f"{path}:{item[LINE]}") for item in content["sections"]
        ),
        contents=_contents_rule(content["contents"]) if "contents" in content else None,
        lists=tuple(_list_rule(item, compiled, separator(item)) for item in content.get("lists", [])),
        passages=tuple(
            _passage(table_of(item, table), item, compiled, f"{path}:{item[LINE]}")
            for table, items in content.get("passages", {}).items()
            if table != LINE
            for item in items
        ),
        enumerations=tuple(
            Enumeration(
                table=table_of(item, item["table"]).name,
                pattern=compiled(item, item["pattern"], "list"),
                separator=separator(item),
                within=item["within"],
                line=item[LINE],
            )
            for item in content.get("enumerations", [])
        ),
        rows=tuple(_row_list(table_of(item, item["table"]), item, compiled, path) for item in content.get("rows", [])),
        unread=tuple(compiled(item, item["pattern"]) for item in content.get("unread", []) if "pattern" in item),
        unread_sections=frozenset(item["section"] for item in content.get("unread", []) if "section" in item),
        judged=judged_citations(content.get("citations", ()), compiled, path),
        draft=content.get("draft", False),
    )


def _about(content: Mapping[str, Any], contract: Package, path: Path) -> Mapping[str, Any]:
    """What a guide says the source is about. Raises InputError for a column that no table has."""
    about: Mapping[str, Any] = without_lines(content.get("about", {}))
    for column in about:
        if not any(column in table.columns for table in contract.tables.values()):
            raise InputError(f"{path}:{content['about'][LINE]}: about: no table has a column {column!r}")
    return about


def _section_rule(item: Mapping[str, Any], pattern: re.Pattern[str], where: str) -> SectionRule:
    section = str(item["section"])
    try:
        pattern.sub(section, "")
    except (re.error, IndexError) as error:
        raise InputError(f"{where}: broken section {section!r}: {error}") from None
    return SectionRule(
        pattern=pattern,
        section=section,
        inside=item.get("inside", False),
        required=item.get("required", True),
        columns=item.get("columns", False),
        line=item[LINE],
    )


def _contents_rule(item: Mapping[str, Any]) -> ContentsRule:
    return ContentsRule(item["section"], frozenset(item.get("without_heading", ())))


def _list_rule(item: Mapping[str, Any], compiled: Any, separator: str) -> ListRule:
    return ListRule(
        list_id=item["id"],
        kind=item["kind"],
        title=item["title"],
        within=item["within"],
        form=item["form"],
        start=compiled(item, item["start"], *(["list"] if item["form"] == "enumeration" else [])),
        items=compiled(item, item["items"]) if "items" in item else None,
        separator=separator,
        whole=tuple(item.get("whole", ())),
        groups=tuple((group["title"], compiled(group, group["start"])) for group in item.get("groups", ())),
        count=item.get("count"),
        in_notes=item.get("in_notes", False),
        symbol=item.get("symbol", ""),
        proposed_by=item.get("proposed_by", False),
        line=item[LINE],
    )


def _row_list(table: Table, item: Mapping[str, Any], compiled: Any, path: Path) -> RowList:
    values = without_lines(item.get("values", {}))
    for column in sorted({item["column"], *values} - set(table.columns)):
        raise InputError(f"{path}:{item[LINE]}: {table.name} has no column {column!r}")
    return RowList(
        table=table.name,
        column=item["column"],
        pattern=compiled(item, item["pattern"], "list", table=table),
        values=values,
        alphabetical=item.get("alphabetical", False),
        line=item[LINE],
    )


RESERVED = {"id", "pattern", "patterns", "above", "within", "where", "symbol", LINE}


def passage_of(table: Table, entry: Mapping[str, Any], where: str) -> Passage:
    """The passage that an entry of a guide is, before it is in the guide. Raises InputError with `where`."""

    def compiled(item: Mapping[str, Any], text: str, *, table: Table) -> re.Pattern[str]:
        return compile_pattern(text, where, groups_of(table))

    return _passage(table, {**entry, LINE: 0}, compiled, where)


def _passage(table: Table, item: Mapping[str, Any], compiled: Any, where: str) -> Passage:
    texts = item.get("patterns") or [item["pattern"]]
    within = item.get("within", [])
    values = without_lines({key: value for key, value in item.items() if key not in RESERVED})
    query = values.pop("query", "") if table.name == CLAIMS else ""
    unknown = sorted(set(values) - set(table.columns))
    if unknown and not query:
        known = ", ".join(table.columns)
        raise InputError(f"{where}: {table.name} has no column {unknown[0]!r}; it has {known}")
    options = {key: values.pop(key) for key in unknown}
    patterns = tuple(compiled(item, text, table=table) for text in texts)
    above = compiled(item, item["above"], table=table) if "above" in item else None
    for pattern in (*patterns, *([above] if above else [])):
        for mistake in _wrong_groups(pattern, table):
            raise InputError(f"{where}: {mistake}")
    return Passage(
        table=table.name,
        key=item["id"],
        patterns=patterns,
        values=values,
        query=query,
        options=options,
        within=tuple([within] if isinstance(within, str) else within),
        where=tuple(item.get("where", BODY)),
        symbol=item.get("symbol", ""),
        line=item[LINE],
        above=above,
    )
