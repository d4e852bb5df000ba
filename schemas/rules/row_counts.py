"""Complete lists, numbered citations, codes that exist, claims that agree, lines that are there."""

from __future__ import annotations

import pandas as pd
import pycountry
from mandate_data.extract.countries import all_countries
from mandate_data.validate.rule import Frames, Row, Rule, complete, each, only, with_others


def _numbered(frame: pd.DataFrame, frames: Frames) -> pd.Series[bool]:
    """Citations of a source are numbered 0001, 0002, … without a gap."""
    position = frame.groupby("source_id").cumcount() + 1
    return frame["citation_id"] == frame["source_id"] + ":" + position.map("{:04d}".format)


def _has_items(row: Row, frames: Frames) -> bool:
    return bool((frames["list_items"]["list_id"] == row["list_id"]).sum() >= 2)


def _event_symbol_year(row: Row, frames: Frames) -> bool:
    """A dated decision or report carries the year of its symbol, or the one before its session."""
    document = only(frames, "documents", symbol=row["symbol"]) if row["symbol"] else None
    if document is None or document["year"] is None or row["kind"] not in ("resolution", "publication"):
        return True
    return int(row["year"]) in (int(document["year"]), int(document["year"]) - 1)


def _percent(row: Row) -> bool:
    return row["unit"] != "percent" or 0 <= float(row["value"]) <= 100


def _iso_code(row: Row) -> bool:
    return pycountry.countries.get(alpha_3=row["country_code"]) is not None


def _m49(row: Row) -> bool:
    country = all_countries().get(row["country_code"])
    return country is not None and all(row[name] == getattr(country, name) for name in country.__dataclass_fields__)


def _line_in_source(frame: pd.DataFrame, frames: Frames) -> pd.Series[bool]:
    lines = dict(zip(frames["sources"]["source_id"], frames["sources"]["lines"], strict=True))
    right = [
        source not in lines or end <= lines[source]
        for source, end in zip(frame["source_id"], frame["end_line"], strict=True)
    ]
    return pd.Series(right, index=frame.index, dtype=bool)


def _in_order(row: Row) -> bool:
    """The place begins before it ends; rows without a place are right."""
    if row["line"] is None:
        return True
    return bool((row["line"], row["start"]) <= (row["end_line"], row["end"]))


RULES: tuple[Rule, ...] = (
    Rule(
        "theme-gap",
        "themes",
        "ordinal",
        complete(None, "ordinal"),
    ),
    Rule(
        "list-gap",
        "list_items",
        "ordinal",
        complete("list_id", "ordinal"),
    ),
    Rule(
        "list-too-short",
        "lists",
        "list_id",
        with_others(_has_items),
    ),
    Rule(
        "citation-gap",
        "citations",
        "citation_id",
        _numbered,
    ),
    Rule(
        "citation-note",
        "citations",
        "note",
        each(lambda row: (row["context"] == "footnote") == (row["note"] is not None)),
    ),
    Rule(
        "pinpoint-kind",
        "citations",
        "pinpoint",
        each(
            lambda row: (
                (row["pinpoint"] is None) == (row["pinpoint_kind"] is None)
                or (row["pinpoint_kind"], row["pinpoint"]) == ("annex", None)
            )
        ),
    ),
    Rule(
        "event-year",
        "events",
        "year",
        each(lambda row: str(row["date"])[:4] == str(row["year"])),
    ),
    Rule(
        "event-symbol",
        "events",
        "date",
        with_others(_event_symbol_year),
    ),
    Rule(
        "country-code",
        "countries",
        "country_code",
        each(_iso_code),
    ),
    Rule(
        "country-region",
        "countries",
        "region_code",
        each(_m49),
    ),
    Rule("percent", "statistics", "value", each(_percent)),
    Rule(
        "claim-disagrees",
        "claims",
        "claimed",
        each(lambda row: row["verdict"] == "agrees"),
    ),
    Rule(
        "line-order",
        "provenance",
        "end_line",
        each(_in_order),
    ),
    Rule(
        "line-exists",
        "provenance",
        "end_line",
        _line_in_source,
    ),
)
