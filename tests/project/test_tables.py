"""Holds schemas/ to the data model: the columns, keys and value lists that users of a release rely on.

What is published is written out here once more by hand, so that a schema cannot drift without a test saying so. A table
that is new is held to what is true of every table; its columns are added here when it is published.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from frictionless import Resource, Schema
from mandate_data.citations import parse

SCHEMAS = Path(__file__).parents[2] / "schemas"

# Column names in order; * is part of the primary key, ? may be empty.
CONTRACT: dict[str, str] = {
    "sources": "source_id* title alternative_title? publisher published edition media_type sha256 lines rights url?",
    "countries": "country_code* name region_code region subregion_code subregion",
    "mandates": "mandate_id* title created created_by? appointing_body scope?",
    "people": "person_id* name country_code?",
    "mandate_holders": "mandate_id* person_id* ordinal term_start term_end?",
    "organisations": "organisation_id* name kind country_code? url?",
    "positions": "position_id* person_id kind title organisation_id? start? end? country_code?",
    "documents": "symbol* body kind session? year? date? number? modifier? parent_symbol? title? url",
    "country_visits": "visit_id* mandate_id year kind start_date end_date person_id report_symbol? report_status",
    "visit_countries": "visit_id* country_code* name_as_printed",
    "visit_partners": "visit_id* partner*",
    "thematic_reports": "symbol* mandate_id year body session title person_id? attribution? partner?",
    "themes": "theme_id* mandate_id ordinal title",
    "theme_reports": "theme_id* mandate_id symbol* person_id? year?",
    "works": "work_id* kind title publisher? year? url? accessed?",
    "citations": "citation_id* source_id context note? form symbol? work_id? instrument_id? pinpoint_kind?"
    " pinpoint? as_printed",
    "legal_instruments": "instrument_id* title short_title? kind scope organisation? date? symbol?",
    "non_parties": "instrument_id* country_code* as_of",
    "statistics": "statistic_id* source_id topic measure value value_to? unit qualifier? period? since_event?"
    " symbol? work_id? attributed_to?",
    "lists": "list_id* source_id kind title proposed_by? symbol?",
    "list_items": "list_id* ordinal* label group?",
    "events": "event_id* date year kind title symbol? instrument_id? person_id? country_code? visit_id? work_id?",
    "initiatives": "initiative_id* name kind organisation_id? role",
    "claims": "claim_id* source_id statement claimed query computed comparison verdict note? erratum_id?",
    "errata": "erratum_id* source_id kind table row_key field as_printed published? status reason",
    "rules": "rule_id* kind description",
    "provenance": "table* row_key* field* n* statement kind rule_id? erratum_id? source_id? line? start? end_line? end?"
    " page? from_table? from_row_key? from_field?",
}
TABLES: list[str] = yaml.safe_load((SCHEMAS / "package.yaml").read_text(encoding="utf-8"))["tables"]

# column>table.column for each foreign key; no table before the dot is the table itself.
FOREIGN_KEYS: dict[str, str] = {
    "mandates": "created_by>documents.symbol",
    "people": "country_code>countries.country_code",
    "mandate_holders": "mandate_id>mandates.mandate_id person_id>people.person_id",
    "organisations": "country_code>countries.country_code",
    "positions": "person_id>people.person_id organisation_id>organisations.organisation_id"
    " country_code>countries.country_code",
    "documents": "parent_symbol>.symbol",
    "country_visits": "mandate_id>mandates.mandate_id person_id>people.person_id report_symbol>documents.symbol",
    "visit_countries": "visit_id>country_visits.visit_id country_code>countries.country_code",
    "visit_partners": "visit_id>country_visits.visit_id partner>organisations.organisation_id",
    "thematic_reports": "symbol>documents.symbol mandate_id>mandates.mandate_id person_id>people.person_id"
    " partner>organisations.organisation_id",
    "theme_reports": "theme_id>themes.theme_id symbol>documents.symbol mandate_id>mandates.mandate_id"
    " person_id>people.person_id",
    "themes": "mandate_id>mandates.mandate_id",
    "citations": "source_id>sources.source_id symbol>documents.symbol work_id>works.work_id"
    " instrument_id>legal_instruments.instrument_id",
    "legal_instruments": "symbol>documents.symbol",
    "non_parties": "instrument_id>legal_instruments.instrument_id country_code>countries.country_code",
    "statistics": "source_id>sources.source_id since_event>events.event_id symbol>documents.symbol"
    " work_id>works.work_id",
    "lists": "source_id>sources.source_id proposed_by>people.person_id symbol>documents.symbol",
    "list_items": "list_id>lists.list_id",
    "events": "symbol>documents.symbol instrument_id>legal_instruments.instrument_id person_id>people.person_id"
    " country_code>countries.country_code visit_id>country_visits.visit_id work_id>works.work_id",
    "initiatives": "organisation_id>organisations.organisation_id",
    "claims": "source_id>sources.source_id erratum_id>errata.erratum_id",
    "errata": "source_id>sources.source_id",
    "provenance": "source_id>sources.source_id rule_id>rules.rule_id erratum_id>errata.erratum_id",
}

ENUMS: dict[str, str] = {
    "sources.edition": "abridged full_text",
    "country_visits.kind": "mission visit joint_mission follow_up_mission",
    "country_visits.report_status": "published forthcoming",
    "thematic_reports.body": "general_assembly human_rights_council commission_on_human_rights",
    "thematic_reports.attribution": "named in_office",
    "sources.media_type": "text/markdown text/plain application/pdf"
    " application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "documents.kind": "report resolution decision general_comment limited communication summary_record"
    " working_paper conference_room_paper ngo_statement information petition concluding_observations list_of_issues"
    " follow_up state_report presidential_statement verbatim_record restricted government_submission"
    " national_institution_submission general_committee publication miscellaneous agenda compilation core_document"
    " inquiry other",
    "citations.context": "body footnote table",
    "citations.form": "explicit ibid supra",
    "citations.pinpoint_kind": "page paragraph article annex chapter section principle",
    "legal_instruments.kind": "convention protocol charter declaration political_commitment agenda study"
    " guidelines resolution other",
    "legal_instruments.scope": "universal regional",
    "statistics.topic": "communications ratification visits exploitation refugees trafficking legislation"
    " mandate travel_and_tourism migration working_methods abduction sustainable_development",
    "statistics.qualifier": "about estimated more_than less_than",
    "lists.kind": "task method criterion aim violation recommendation component actor commitment goal achievement"
    " challenge observation row",
    "events.kind": "resolution adoption entry_into_force conference appointment publication visit"
    " press_release report statement award end_of_term crisis other",
    "initiatives.kind": "initiative code programme campaign task_force model_law",
    "organisations.kind": "un_body mechanism intergovernmental ngo network government university company initiative",
    "positions.kind": "post membership studies profession award founding contribution",
    "works.kind": "report study book web_page press_release database",
    "errata.kind": "error contradiction ambiguity",
    "claims.comparison": "equal within_range same_set subset",
    "claims.verdict": "agrees disagrees",
    "errata.status": "corrected flagged",
    "rules.kind": "normalisation derivation reference",
    "provenance.kind": "printed normalised derived referenced assigned corrected",
}

INTEGERS = [
    "sources.lines", "mandate_holders.ordinal", "documents.year", "country_visits.year",
    "thematic_reports.year", "themes.ordinal", "theme_reports.year", "citations.note", "list_items.ordinal",
    "works.year", "events.year", "provenance.line", "provenance.end_line", "provenance.page",
    "provenance.n", "provenance.statement", "provenance.start", "provenance.end",
]  # fmt: skip
NUMBERS = dict.fromkeys(INTEGERS, "integer") | {"statistics.value": "number", "statistics.value_to": "number"}

DATES = ["2016", "2003-11", "2010-10-12"]
NOT_DATES = ["", "16", "2016-", "2016-13", "2016-2-3", "2016-00", "2010-10-32", "2016-05-02T00:00", "2016?"]
SLUGS = ["crc", "de-boer-buquicchio", "ilo-c182"]
NOT_SLUGS = ["", "CRC", "a--b", "-a", "a-", "a_b", "maalla m", "pétit"]
SYMBOLS = [
    "A/HRC/31/58/Add.1", "E/CN.4/RES/1990/68", "E/CN.4/RES/8(XXIII)", "S/RES/1325(2000)", "E/RES/663(XXIV)C",
    "A/59/40(Vol.I)", "A/65/820-S/2011/250", "CCPR/C/113/D/2054/2011", "A/HRC/RES/S-15/1", "A/69/L.85",
]  # fmt: skip
NOT_SYMBOLS = ["", "A", "a/hrc/31/58", "A/HRC/ 31/58", "A/HRC/31/58 ", "/31/58", "A//58", "A/HRC/31/"]

# Column -> values that its pattern must take and must refuse.
PATTERN_CASES: dict[str, tuple[list[str], list[str]]] = {
    "sources.published": (DATES, NOT_DATES),
    "statistics.period": ([*DATES, "2001/2008", "1990/2016-04"], [*NOT_DATES, "2001/", "/2008", "2001-2008"]),
    "sources.sha256": (["0" * 64, "ab" * 32], ["0" * 63, "0" * 65, "AB" * 32]),
    "sources.url": (["https://undocs.org/en/A/69/262"], ["undocs.org", "https://undocs.org/a b"]),
    "documents.session": (["31", "XXIII", "S-26", "ES-10", "S-VI"], ["31st", "xxiii", "S-"]),
    "documents.modifier": (["Add.1", "Corr.1", "Add.1/Corr.1"], ["Add. 1", "/Add.1", "Add.1/"]),
    "country_visits.visit_id": (["sale-of-children/2016-geo", "a/1998-bel-nld"], ["2016-geo", "a/2016", "a/2016-GEO"]),
    "citations.citation_id": (
        ["handbook-2016/n17/e-cn-4-2004-9", "handbook-2016/part-1-a/crc.2"],
        ["handbook-2016", "handbook-2016/n17", "handbook-2016:0042", "a/b/c.", "a/b/c/d"],
    ),
    "positions.position_id": (["petit/children-institute"], ["petit", "a/b/c", "petit/"]),
    "lists.list_id": (["handbook-2016/care-programme"], ["care-programme", "a/b/c", "a/"]),
    "list_items.list_id": (["handbook-2016/care-programme"], ["care-programme"]),
} | {  # the same rule wherever a column of that name stands
    f"{table}.{column}": cases
    for table, columns in CONTRACT.items()
    for column in re.sub(r"[*?]", "", columns).split()
    for names, cases in (
        (
            ("term_start", "term_end", "start_date", "end_date", "date", "as_of", "created", "accessed"),
            (DATES, NOT_DATES),
        ),
        (("country_code",), (["NLD", "STP"], ["nl", "NL", "nld", "NLDX"])),
        (("region_code", "subregion_code"), (["002", "419"], ["2", "02", "4190"])),
        (("symbol", "report_symbol", "parent_symbol", "created_by"), (SYMBOLS, NOT_SYMBOLS)),
        (("source_id", "proposed_by", "theme_id", "instrument_id"), (SLUGS, NOT_SLUGS)),
        (("statistic_id", "event_id", "initiative_id", "claim_id"), (SLUGS, NOT_SLUGS)),
        (("erratum_id", "rule_id", "mandate_id", "person_id", "organisation_id", "work_id"), (SLUGS, NOT_SLUGS)),
    )
    if column in names
}


def descriptor(table: str) -> dict[str, Any]:
    """The schema of a table as it is written."""
    loaded: dict[str, Any] = yaml.safe_load((SCHEMAS / f"tables/{table}.yaml").read_text(encoding="utf-8"))
    return loaded


def fields(table: str) -> dict[str, dict[str, Any]]:
    """The fields of a table by name, in order."""
    return {field["name"]: field for field in descriptor(table)["fields"]}


def column(path: str) -> dict[str, Any]:
    """The field named `table.column`."""
    table, name = path.split(".")
    return fields(table)[name]


def package() -> dict[str, Any]:
    """The metadata of the package."""
    loaded: dict[str, Any] = yaml.safe_load((SCHEMAS / "package.yaml").read_text(encoding="utf-8"))
    return loaded


def test_package_lists_the_tables_in_the_order_of_the_data_model() -> None:
    assert [name for name in TABLES if name in CONTRACT] == list(CONTRACT)
    assert sorted(path.stem for path in (SCHEMAS / "tables").iterdir()) == sorted(TABLES)


def test_package_metadata() -> None:
    meta = package()
    assert " ".join(meta) == "name title description version keywords licenses contributors tables"
    assert meta["name"] == "mandate-data-special-rapporteur-sale-of-children"
    assert meta["version"] == "0.1.0"
    assert [(item["name"], item["path"]) for item in meta["licenses"]] == [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
    ]
    assert meta["contributors"] == [{"title": "mandate-data contributors"}]


@pytest.mark.quick(6)
@pytest.mark.parametrize("table", TABLES)
def test_frictionless_accepts_the_schema(table: str) -> None:
    schema = Schema.from_descriptor(str(SCHEMAS / f"tables/{table}.yaml"))
    assert schema.name == table
    assert schema.missing_values == [""]


@pytest.mark.parametrize("table", TABLES)
def test_schema_has_exactly_the_agreed_keys(table: str) -> None:
    schema = descriptor(table)
    assert [key for key in schema if not key.startswith("x-")] == [
        "name", "title", "description", "fields", "primaryKey", "foreignKeys", "missingValues",
    ]  # fmt: skip
    for field in schema["fields"]:
        keys = [key for key in field if not key.startswith("x-")]
        assert keys == ["name", "type", "title", "description", "constraints"], field["name"]


EXTENSIONS = {
    "x-normalisation", "x-attribute", "x-assigned", "x-in-any-capitals", "x-general", "x-reference", "x-listed",
    "x-tables", "x-row-title", "x-row-short-title",
}  # fmt: skip


def test_what_a_schema_tells_the_engine_is_known_to_it() -> None:
    found = {key for table in TABLES for part in (descriptor(table), *fields(table).values()) for key in part}
    assert {key for key in found if key.startswith("x-")} == EXTENSIONS


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_keys_and_required_are_those_of_the_data_model(table: str) -> None:
    schema = descriptor(table)
    marked = CONTRACT[table].split()
    found = [
        field["name"]
        + ("*" if field["name"] in schema["primaryKey"] else "")
        + ("" if field["constraints"]["required"] else "?")
        for field in schema["fields"]
    ]
    assert found == marked
    assert schema["primaryKey"] == [name.rstrip("*") for name in marked if name.endswith("*")]


@pytest.mark.parametrize("table", TABLES)
def test_a_single_column_key_is_unique_and_nothing_else_is(table: str) -> None:
    schema = descriptor(table)
    unique = [field["name"] for field in schema["fields"] if field["constraints"].get("unique")]
    assert unique == (schema["primaryKey"] if len(schema["primaryKey"]) == 1 else [])


@pytest.mark.parametrize("table", TABLES)
def test_every_description_is_one_sentence(table: str) -> None:
    schema = descriptor(table)
    for item in [schema, *schema["fields"]]:
        assert item["title"].strip() == item["title"] != ""
        text = item["description"]
        assert len(text) >= 20, item["name"]
        assert text.endswith("."), (item["name"], text)
        assert not re.search(r"\. [A-Z]", text), (item["name"], text)


@pytest.mark.parametrize("table", TABLES)
def test_foreign_keys_point_to_the_whole_key_of_a_table(table: str) -> None:
    found = []
    for key in descriptor(table)["foreignKeys"]:
        (name,), (target,), resource = key["fields"], key["reference"]["fields"], key["reference"]["resource"]
        found.append(f"{name}>{resource}.{target}")
        assert descriptor(resource or table)["primaryKey"] == [target]
        here, there = fields(table)[name], fields(resource or table)[target]
        assert here["type"] == there["type"]
        assert here["constraints"]["pattern"] == there["constraints"]["pattern"]
    if table in CONTRACT:
        assert found == FOREIGN_KEYS.get(table, "").split()


@pytest.mark.parametrize("table", TABLES)
def test_patterns_compile_and_are_anchored_as_one_group(table: str) -> None:
    for name, field in fields(table).items():
        pattern = field["constraints"].get("pattern")
        if pattern is not None:
            assert pattern.startswith("^("), name
            assert pattern.endswith(")$"), name
            re.compile(pattern)
            re.compile(pattern[2:-2])  # balanced on its own: the group spans the whole pattern


@pytest.mark.parametrize("path", PATTERN_CASES)
def test_patterns_take_the_right_values_only(path: str) -> None:
    good, bad = PATTERN_CASES[path]
    pattern = re.compile(column(path)["constraints"]["pattern"])
    assert [value for value in good if not pattern.search(value)] == []
    assert [value for value in bad if pattern.search(value)] == []


@pytest.mark.parametrize("path", ENUMS)
def test_value_lists(path: str) -> None:
    assert column(path)["constraints"]["enum"] == ENUMS[path].split()


@pytest.mark.parametrize(
    ("symbol", "body", "kind"),
    [
        ("A/CONF.157/23", "united_nations_conference", "report"),
        ("E/C.12/GBR/CO/5", "committee_on_economic_social_and_cultural_rights", "concluding_observations"),
        ("CCPR/C/FRA/4", "human_rights_committee", "state_report"),
        ("HRI/CORE/1", "international_human_rights_instruments", "core_document"),
    ],
)
def test_documents_of_any_body_and_kind_keep_the_contract(symbol: str, body: str, kind: str) -> None:
    parsed = parse(symbol)
    assert (parsed.body, parsed.kind) == (body, kind)
    assert parsed.kind in column("documents.kind")["constraints"]["enum"]
    assert re.fullmatch(column("documents.body")["constraints"]["pattern"], parsed.body)


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_text_unless_they_count(table: str) -> None:
    for name, field in fields(table).items():
        if table in CONTRACT:
            assert field["type"] == NUMBERS.get(f"{table}.{name}", "string"), name
        if field["type"] != "string":
            assert "minimum" in field["constraints"], name


@pytest.mark.parametrize(
    ("row", "error"),
    [
        (["crc", "SOM", "2016-05-02"], None),
        (["crc", "Somalia", "2016-05-02"], "constraint-error"),
        (["crc", "SOM", "2 May 2016"], "constraint-error"),
        (["crc", "SOM", ""], "constraint-error"),
    ],
)
def test_frictionless_enforces_the_schema(row: list[str], error: str | None) -> None:
    data = [list(fields("non_parties")), row]
    schema = descriptor("non_parties") | {"foreignKeys": []}  # one table on its own
    report = Resource(data=data, schema=Schema.from_descriptor(schema)).validate()
    assert report.flatten(["type"]) == ([] if error is None else [[error]])
