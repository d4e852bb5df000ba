"""The charts of the front page: a project's Vega-Lite specifications and maps, drawn as SVG without a browser.

Each chart comes with its words for those who don't see it, and with the rows that it draws.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import vl_convert

from mandate_data.errors import InputError
from mandate_data.extract.countries import all_numbers
from mandate_data.site.release_queries import NotInReleaseError, Queries
from mandate_data.site.site_settings import Chart
from mandate_data.yaml_files import LINE

VEGA_LITE = "6.4"
WIDTH = 720
FONT = 13  # to leave room: site.css draws all texts at 11 pixels, in whatever sans-serif there is
# Told apart by colour-blind people, and at least 3:1 against a white and a dark page alike.
COLOURS = ("#3182bd", "#d55e00", "#10906a", "#b3669a", "#a67c00")
EMPTY, LINES = "#80808033", "#808890"
ANTARCTICA = "010"  # it takes a fifth of the map
OUTLINES = "The outlines come from Natural Earth and say nothing about the status of any territory."
CONFIG = {
    "background": None,
    "aria": False,  # the chart has one text of its own
    "font": "sans-serif",
    "lineBreak": "\n",
    "range": {"category": list(COLOURS)},
    "view": {"stroke": None},
    "axis": {
        "labelColor": "currentColor", "titleColor": "currentColor", "domainColor": LINES, "tickColor": LINES,
        "gridColor": LINES, "gridOpacity": 0.3, "labelFontSize": FONT, "titleFontSize": FONT, "labelLimit": 330,
    },
    "legend": {
        "labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": FONT, "orient": "top",
        "title": None, "columns": 3, "labelLimit": 300, "symbolOpacity": 1,
    },
    "text": {"color": "currentColor"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: `svg` without words of its own, `text` instead of it, `rows` under the names of `columns`."""

    name: str
    title: str
    text: str
    notes: Sequence[str]
    link: tuple[str, str] | None
    svg: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]


def pictures(charts: Sequence[Chart], queries: Queries) -> list[Picture]:
    """The charts in their order, but for those that ask for what the release doesn't have.

    Raises InputError, with file and line, for a query or a specification that is wrong.
    """
    drawn = []
    for chart in charts:
        try:
            drawn.append(_draw(chart, queries))
        except NotInReleaseError:
            continue
    return drawn


def _draw(chart: Chart, queries: Queries) -> Picture:
    text = queries.filled(chart.text, chart.values, chart.where)
    columns, rows = queries.rows(chart.rows, chart.where)
    spec = _map_spec(chart, queries) if chart.map_query else _with_rows(chart.spec, queries, chart.where)
    whole = {"width": WIDTH, "autosize": {"type": "fit-x", "contains": "padding"}, "config": CONFIG, **spec}
    try:
        svg = vl_convert.vegalite_to_svg(whole, vl_version=VEGA_LITE)
    except ValueError as error:
        raise InputError(f"{chart.where}: the chart {chart.name} can't be drawn: {_first_line(error)}") from None
    notes = [note for note in (OUTLINES if chart.map_query else "", chart.note) if note]
    cells = [["" if cell is None else cell for cell in row] for row in rows]
    return Picture(chart.name, chart.title, text, notes, chart.link, _light(svg), columns, cells)


def _with_rows(content: Any, queries: Queries, where: str) -> Any:
    """A specification in which the results of its queries stand."""
    if isinstance(content, list):
        return [_with_rows(item, queries, where) for item in content]
    if not isinstance(content, dict):
        return content
    where = f"{where.rpartition(':')[0]}:{content[LINE]}" if LINE in content else where
    given = {key: value for key, value in content.items() if key != LINE}
    if set(given) == {"sql_rows"}:
        columns, rows = queries.rows(given["sql_rows"], where)
        return [dict(zip(columns, row, strict=True)) for row in rows]
    if set(given) == {"sql_list"}:
        return queries.column(given["sql_list"], where)
    if set(given) == {"sql_value"}:
        return next(iter(queries.column(given["sql_value"], where)), None)
    return {key: _with_rows(value, queries, where) for key, value in given.items()}


def _map_spec(chart: Chart, queries: Queries) -> Mapping[str, Any]:
    """A map of the world; a colour for each number of the second column, the name of which heads the legend."""
    columns, rows = queries.rows(chart.map_query, chart.where)
    numbers = all_numbers()
    if len(columns) != 2:
        raise InputError(f"{chart.where}: the query of a map gives a country and a number, not {len(columns)} columns")
    if unknown := [row[0] for row in rows if row[0] not in numbers]:
        raise InputError(f"{chart.where}: {unknown[0]!r} is no ISO 3166-1 alpha-3 code of a country")
    degrees = sorted({count for _, count in rows})
    world = json.loads((files("mandate_data.site") / "vendor" / "world.json").read_text(encoding="utf-8"))
    counted = [{"number": numbers[code], "count": str(count)} for code, count in rows]
    palette = [COLOURS[number % len(COLOURS)] for number in range(len(degrees))]
    return {
        "data": {"values": world, "format": {"type": "topojson", "feature": next(iter(world["objects"]))}},
        "transform": [
            {
                "lookup": "id",
                "from": {"data": {"values": counted}, "key": "number", "fields": ["count"]},
                "default": "none",
            },
            {"filter": f"datum.id != '{ANTARCTICA}'"},
        ],
        "projection": {"type": "equalEarth", "precision": 1},
        "mark": {"type": "geoshape", "stroke": LINES, "strokeWidth": 0.4},
        "encoding": {
            "color": {
                "field": "count",
                "type": "nominal",
                "scale": {"domain": ["none", *map(str, degrees)], "range": [EMPTY, *palette]},
                "legend": {"title": columns[1], "columns": 6},
            }
        },
        "height": 330,
    }


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


def _light(svg: str) -> str:
    """The same without roles (the chart has one text), and to a tenth of a pixel: half as large."""
    svg = re.sub(r' (?:role="graphics-\w+"|aria-\w+="[^"]*")', "", svg)
    svg = re.sub(r' d="[^"]*"', lambda path: re.sub(r"(\.\d)\d+", r"\1", path[0]), svg)
    return re.sub(
        r'<svg [^>]*?width="(\d+)" height="(\d+)"',
        r'<svg xmlns="http://www.w3.org/2000/svg" width="\1" height="\2"',
        svg,
    )
