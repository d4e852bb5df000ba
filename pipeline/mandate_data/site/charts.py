"""The pictures of the front page: Vega-Lite specifications over rows of the tables, drawn as SVG without a browser.

Each picture comes with its words for those who don't see it, and with the rows that it draws.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import vl_convert

from mandate_data.extract.countries import all_numbers
from mandate_data.site.catalogue import Catalogue, Row

VEGA_LITE = "6.4"
WIDTH = 720
FONT = 13  # to leave room: site.css draws all texts at 11 pixels, in whatever sans-serif there is
BOTH = "more than one source"
# Told apart by colour-blind people, and at least 3:1 against a white and a dark page alike.
COLOURS = ("#3182bd", "#d55e00", "#10906a", "#b3669a", "#a67c00")
EMPTY, LINE = "#80808033", "#808890"
ANTARCTICA = "010"  # nobody visits it, and it takes a fifth of the map
CONFIG = {
    "background": None,
    "aria": False,  # the picture has one text of its own
    "font": "sans-serif",
    "lineBreak": "\n",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "currentColor", "titleColor": "currentColor", "domainColor": LINE, "tickColor": LINE,
        "gridColor": LINE, "gridOpacity": 0.3, "labelFontSize": FONT, "titleFontSize": FONT, "labelLimit": 330,
    },
    "legend": {
        "labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": FONT, "orient": "top",
        "title": None, "columns": 3, "labelLimit": 300, "symbolOpacity": 1,
    },
    "text": {"color": "currentColor"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture: `svg` without words of its own, `text` instead of it, `rows` under the names of `columns`."""

    name: str
    title: str
    text: str
    svg: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[str | int]]


def pictures(catalogue: Catalogue) -> list[Picture]:
    """All pictures, in the order in which they tell the story."""
    return [draw(catalogue) for draw in (visits_by_year, map_of_visits, timeline, reports_by_theme, cited_documents)]


def visits_by_year(catalogue: Catalogue) -> Picture:
    names = _holders(catalogue)
    counted = Counter((int(row["year"]), names[row["holder_id"]]) for row in _rows(catalogue, "country_visits"))
    rows = [(year, holder, count) for (year, holder), count in sorted(counted.items())]
    years = Counter({year: sum(n for y, _, n in rows if y == year) for year, _, _ in rows})
    most = max(years.values())
    spec = {
        "data": _values(("year", "holder", "visits"), rows),
        "mark": {"type": "bar"},
        "encoding": {
            "x": {
                "field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": -45},
                "scale": {"domain": list(range(min(years), max(years) + 1))},
            },
            "y": {"field": "visits", "type": "quantitative", "title": "visits", "axis": {"tickMinStep": 1}},
            "color": _colour("holder", list(names.values())),
        },
        "height": 220,
    }  # fmt: skip
    text = (
        f"Bars: {sum(years.values())} visits from {min(years)} to {max(years)}; most in one year: {most}, in "
        f"{_and([str(year) for year in sorted(years) if years[year] == most])}. Years without a bar have no visit."
    )
    return _drawn("visits", "Visits a year, by mandate holder", text, spec, ("year", "mandate holder", "visits"), rows)


def map_of_visits(catalogue: Catalogue) -> Picture:
    counted = Counter(row["country_code"] for row in _rows(catalogue, "visit_countries"))
    names = {row["country_code"]: row["name"] for row in _rows(catalogue, "countries")}
    numbers = all_numbers()
    rows = sorted((names[code], count) for code, count in counted.items())
    visits = [{"number": numbers[code], "visits": str(count)} for code, count in sorted(counted.items())]
    degrees = sorted({str(count) for count in counted.values()})
    world = json.loads((files("mandate_data.site") / "vendor" / "world.json").read_text(encoding="utf-8"))
    spec = {
        "data": {"values": world, "format": {"type": "topojson", "feature": "countries"}},
        "transform": [
            {
                "lookup": "id",
                "from": {"data": {"values": visits}, "key": "number", "fields": ["visits"]},
                "default": "none",
            },
            {"filter": f"datum.id != '{ANTARCTICA}'"},
        ],
        "projection": {"type": "equalEarth", "precision": 1},
        "mark": {"type": "geoshape", "stroke": LINE, "strokeWidth": 0.4},
        "encoding": {
            "color": {
                "field": "visits",
                "type": "nominal",
                "scale": {"domain": ["none", *degrees], "range": [EMPTY, *COLOURS[: len(degrees)]]},
                "legend": {"title": "visits", "columns": 6},
            }
        },
        "height": 330,
    }
    again = [name for name, count in rows if count > 1]
    text = f"Map: {len(rows)} countries were visited; more than once: {_and(again) or 'none'}."
    return _drawn("map", "Countries visited", text, spec, ("country", "visits"), rows)


def timeline(catalogue: Catalogue) -> Picture:
    kinds = sorted({row["kind"] for row in _rows(catalogue, "events")})
    years = [row["year"] for row in _rows(catalogue, "events")]
    start, end = min(years), max(years)
    last = max(row["published"][:4] for row in _rows(catalogue, "sources"))  # of a term that had not ended then
    holders = sorted(_rows(catalogue, "mandate_holders"), key=lambda row: int(row["ordinal"]))
    terms = [
        {"what": row["name"], "from": _moment(row["term_start"]), "to": _moment(row["term_end"] or f"{last}-12")}
        for row in holders
    ]
    events = [{"what": _words(row["kind"]), "day": _moment(row["date"])} for row in _rows(catalogue, "events")]
    order = [*(row["name"] for row in holders), *map(_words, kinds)]
    y = {"field": "what", "type": "nominal", "sort": order, "title": None}
    axis = {"title": None, "axis": {"format": "d"}, "scale": {"zero": False, "nice": True}}
    spec = {
        "layer": [
            {
                "data": {"values": terms},
                "mark": {"type": "bar", "color": COLOURS[0], "height": 10},
                "encoding": {"x": {"field": "from", "type": "quantitative", **axis}, "x2": {"field": "to"}, "y": y},
            },
            {
                "data": {"values": events},
                "mark": {"type": "tick", "color": COLOURS[1], "thickness": 2},
                "encoding": {"x": {"field": "day", "type": "quantitative", **axis}, "y": y},
            },
        ],
        "height": {"step": 22},
    }
    rows = [(row["name"], f"{row['term_start']} to {row['term_end'] or 'in office'}") for row in holders]
    rows += [(row["title"], row["date"]) for row in sorted(_rows(catalogue, "events"), key=lambda row: row["date"])]
    text = (
        f"Timeline: {len(holders)} mandate holders since {min(row['term_start'] for row in holders)[:4]}, and "
        f"{len(events)} events that the sources date in their prose, by kind, from {start} to {end}: what mandate "
        "holders did before their terms is among them, most visits are not."
    )
    return _drawn("timeline", "Mandate holders and events", text, spec, ("what", "when"), rows)


def reports_by_theme(catalogue: Catalogue) -> Picture:
    titles = {row["theme_id"]: row["title"] for row in _rows(catalogue, "themes")}
    order = sorted(_rows(catalogue, "themes"), key=lambda row: int(row["ordinal"]))
    themes = defaultdict(list)
    for row in _rows(catalogue, "theme_reports"):
        themes[row["symbol"]].append(titles[row["theme_id"]])
    none = "in no theme"
    rows = [
        (int(row["year"]), theme, row["symbol"], row["title"])
        for row in sorted(_rows(catalogue, "thematic_reports"), key=lambda row: (row["year"], row["symbol"]))
        for theme in themes.get(row["symbol"], [none])
    ]
    counted = Counter((year, theme) for year, theme, _, _ in rows)
    spec = {
        "data": _values(
            ("year", "theme", "reports"),
            [(year, _folded(theme), count) for (year, theme), count in sorted(counted.items())],
        ),
        "mark": {"type": "circle", "color": COLOURS[2], "opacity": 1},
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": -45}},
            "y": {
                "field": "theme", "type": "nominal", "title": None,
                "sort": [*(_folded(row["title"]) for row in order), none], "axis": {"grid": True},
            },
            "size": {
                "field": "reports", "type": "quantitative", "title": "reports",
                "scale": {"range": [60, 260], "domain": [1, max(counted.values())]}, "legend": None,
            },
        },
        "height": {"step": 48},
    }  # fmt: skip
    text = (
        f"Circles: {len(_rows(catalogue, 'thematic_reports'))} thematic reports by year and theme; the larger, the "
        f"more in a year. {len(themes)} reports belong to one or more of {len(titles)} themes."
    )
    columns = ("year", "theme", "report", "title")
    return _drawn("reports", "Thematic reports, by theme and year", text, spec, columns, rows)


def cited_documents(catalogue: Catalogue) -> Picture:
    """Which source cites which document: a line from each source to each document, by its body and year."""
    documents = {row["symbol"]: row for row in _rows(catalogue, "documents")}
    sources = {row["source_id"]: row for row in _rows(catalogue, "sources")}
    times = Counter((row["source_id"], row["symbol"]) for row in _rows(catalogue, "citations") if row["symbol"])
    edges = [
        {
            "source": source, "cited": _body(documents[symbol]), "year": int(documents[symbol]["year"]),
            "citing": source, "published": int(sources[source]["published"][:4]), "times": count,
        }
        for (source, symbol), count in sorted(times.items())
        if documents[symbol]["year"]
    ]  # fmt: skip
    nodes = [{"source": one, "year": int(row["published"][:4])} for one, row in sorted(sources.items())]
    citing = {symbol: sorted(one for one in sources if (one, symbol) in times) for symbol in documents}
    cited = [
        {
            "source": one[0] if len(one) == 1 else BOTH, "cited": _body(documents[symbol]),
            "year": int(documents[symbol]["year"]), "times": sum(times[source, symbol] for source in one),
        }
        for symbol, one in citing.items()
        if one and documents[symbol]["year"]
    ]  # fmt: skip
    order = [*sorted(sources), *sorted({str(edge["cited"]) for edge in edges})]
    y = {"type": "nominal", "scale": {"domain": order}, "title": None}
    years = [int(str(item["year"])) for item in [*edges, *nodes]]
    x = {
        "type": "quantitative", "title": None, "axis": {"format": "d", "grid": False},
        "scale": {"domain": [min(years), max(years)], "nice": True},
    }  # fmt: skip
    colour = _colour("source", [*sorted(sources), BOTH])
    spec = {
        "layer": [
            {
                "data": {"values": edges},
                "mark": {"type": "rule", "opacity": 0.3},
                "encoding": {
                    "x": {"field": "published", **x}, "x2": {"field": "year"},
                    "y": {"field": "citing", **y}, "y2": {"field": "cited"}, "color": colour,
                },
            },
            {
                "data": {"values": cited},
                "mark": {"type": "circle", "opacity": 1},
                "encoding": {
                    "x": {"field": "year", **x}, "y": {"field": "cited", **y}, "color": colour,
                    "size": {"field": "times", "type": "quantitative", "scale": {"range": [25, 200]}, "legend": None},
                },
            },
            {
                "data": {"values": nodes},
                "mark": {"type": "square", "opacity": 1, "size": 160},
                "encoding": {"x": {"field": "year", **x}, "y": {"field": "source", **y}, "color": colour},
            },
        ],
        "height": {"step": 40},
    }  # fmt: skip
    rows = [(source, symbol, count) for (source, symbol), count in sorted(times.items())]
    both = len([1 for one in citing.values() if len(one) > 1])
    counts = [f"{source} cites {len([1 for one, _ in times if one == source])}" for source in sorted(sources)]
    text = f"Lines from each source to the documents that it cites: {_and(counts)}; {both} are cited by {BOTH}."
    return _drawn("citations", "Which source cites which document", text, spec, ("source", "cites", "times"), rows)


def _drawn(
    name: str, title: str, text: str, spec: Mapping[str, Any], columns: tuple[str, ...], rows: Sequence[Any]
) -> Picture:
    whole = {"width": WIDTH, "autosize": {"type": "fit-x", "contains": "padding"}, "config": CONFIG, **spec}
    return Picture(name, title, text, _light(vl_convert.vegalite_to_svg(whole, vl_version=VEGA_LITE)), columns, rows)


def _light(svg: str) -> str:
    """The same without roles (the picture has one text), and to a tenth of a pixel: half as large."""
    svg = re.sub(r' (?:role="graphics-\w+"|aria-\w+="[^"]*")', "", svg)
    svg = re.sub(r' d="[^"]*"', lambda path: re.sub(r"(\.\d)\d+", r"\1", path[0]), svg)
    return re.sub(
        r'<svg [^>]*?width="(\d+)" height="(\d+)"',
        r'<svg xmlns="http://www.w3.org/2000/svg" width="\1" height="\2"',
        svg,
    )


def _rows(catalogue: Catalogue, table: str) -> Sequence[Row]:
    return catalogue.package.tables[table].cells


def _holders(catalogue: Catalogue) -> dict[str, str]:
    """Names of mandate holders by id, in the order of their terms."""
    rows = sorted(_rows(catalogue, "mandate_holders"), key=lambda row: int(row["ordinal"]))
    return {row["holder_id"]: row["name"] for row in rows}


def _values(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    return {"values": [dict(zip(columns, row, strict=True)) for row in rows]}


def _colour(field: str, domain: Sequence[str]) -> dict[str, Any]:
    palette = [COLOURS[number % len(COLOURS)] for number in range(len(domain))]
    return {"field": field, "type": "nominal", "scale": {"domain": list(domain), "range": palette}}


def _moment(date: str) -> float:
    """Where a date, however precise, begins on an axis of years; so no time zone has a say in it."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return round(year + (month - 1) / 12 + (day - 1) / 366, 3)


def _folded(title: str) -> str:
    return textwrap.fill(title, 44)


def _words(code: str) -> str:
    return code.replace("_", " ")


def _body(document: Row) -> str:
    return _words(document["body"])


def _and(items: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)
