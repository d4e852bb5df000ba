"""The charts of the front page: a project's Vega-Lite specifications and maps, drawn as SVG without a browser.

Each chart is drawn wide and narrow, and comes with its words for those who don't see it, with the rows that it draws,
and with its specifications for the browser, which draws them anew at the width that it has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import vl_convert

from mandate_data.errors import InputError
from mandate_data.printable import printable_values
from mandate_data.site.maps import OUTLINES, map_spec
from mandate_data.site.release_queries import NotInReleaseError, Queries
from mandate_data.site.site_settings import Chart
from mandate_data.yaml_files import LINE

VEGA_LITE = "6.4"
WIDTH, NARROW = 1040, 340
FONT = 13
WIDER = 0.035
"""How much of the width is kept free on the left, as the font of a browser may be wider than the one measured here."""
COLOURS = tuple(f"var(--step-{number})" for number in range(1, 6))
"""One scale in five steps, whose values site.css has for light and for dark pages."""
LINES = "var(--rule-strong)"
RELATIVE_TO = "https://vega.github.io/vega-datasets/"
"""What vl-convert takes the address of a page to be relative to."""
CONFIG = {
    "background": None,
    "font": "system-ui, sans-serif",
    "lineBreak": "\n",
    "range": {"category": list(COLOURS)},
    "view": {"stroke": None},
    "mark": {"color": "var(--step-3)"},
    "axis": {
        "labelColor": "currentColor", "titleColor": "currentColor", "domainColor": LINES, "tickColor": LINES,
        "gridColor": LINES, "gridOpacity": 0.5, "labelFontSize": FONT, "titleFontSize": FONT, "labelLimit": 420,
        "titleFontWeight": "normal", "labelPadding": 6,
    },
    "legend": {
        "labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": FONT, "titleFontSize": FONT,
        "orient": "top", "titleFontWeight": "normal", "labelLimit": 300, "symbolOpacity": 1, "columnPadding": 24,
    },
    "text": {"color": "currentColor", "fontSize": FONT},
    "aria": False,  # only linked marks have words of their own
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: `wide` and `narrow` are SVG, `rows` stand under the names of `columns`.

    `specs` is JSON of the same two for the browser.
    """

    name: str
    title: str
    subtitle: str
    text: str
    notes: Sequence[str]
    link: tuple[str, str] | None
    wide: str
    narrow: str
    specs: str
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


def browser_library() -> bytes:
    """Vega, Vega-Lite and vega-embed as one script that sets `window.vegaEmbed`."""
    script: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=VEGA_LITE)
    return script.encode()


def _draw(chart: Chart, queries: Queries) -> Picture:
    columns, rows = queries.rows(chart.rows, chart.where)
    wide, narrow = _specs(chart, queries)
    title, subtitle, text = (_words(part, chart, queries) for part in (chart.title, chart.subtitle, chart.text))
    notes = [note for note in (OUTLINES if chart.map_query else "", chart.note) if note]
    cells = [["" if cell is None else cell for cell in row] for row in rows]
    svgs = _svg(chart, wide), _svg(chart, narrow)  # says what is wrong with a specification
    compiled = {"wide": _compiled(wide), "narrow": _compiled(narrow)}
    specs = json.dumps(printable_values(compiled), ensure_ascii=False, separators=(",", ":"))
    return Picture(
        chart.name, title, subtitle, text, notes, chart.link, *svgs, specs,
        columns, cells,
    )  # fmt: skip


def _words(text: str, chart: Chart, queries: Queries) -> str:
    wanted = {name: query for name, query in chart.values.items() if f"{{{name}}}" in text}
    return queries.filled(text, wanted, chart.where)


def _specs(chart: Chart, queries: Queries) -> tuple[dict[str, Any], dict[str, Any]]:
    """The specification for a wide and for a narrow picture."""
    found = []
    for width, height, more in ((WIDTH, 460, {}), (NARROW, 190, chart.narrow)):
        if chart.map_query:
            spec: Mapping[str, Any] = map_spec(*queries.rows(chart.map_query, chart.where), chart.where, height)
        else:
            merged = replace(chart, spec=_merged(chart.spec, more))
            spec = _with_rows(merged.spec, queries, chart.where)
        found.append({"width": width, "autosize": {"type": "fit-x", "contains": "padding"}, "config": CONFIG, **spec})
    return found[0], found[1]


def _merged(spec: Any, more: Any) -> Any:
    """A specification with some of its parts replaced; of lists, each item with that of the same place."""
    if isinstance(spec, Mapping) and isinstance(more, Mapping):
        return {**spec, **{key: _merged(spec.get(key), value) for key, value in more.items() if key != LINE}}
    if isinstance(spec, list) and isinstance(more, list):
        return [_merged(one, more[place]) if place < len(more) else one for place, one in enumerate(spec)]
    return more


def _on_lines(content: Any) -> Any:
    """The same without the line separators of Unicode, which end a line of a script."""
    if isinstance(content, str):
        return content.replace("\u2028", " ").replace("\u2029", " ")
    if isinstance(content, dict):
        return {name: _on_lines(value) for name, value in content.items()}
    return [_on_lines(item) for item in content] if isinstance(content, list) else content


def _compiled(spec: dict[str, Any]) -> dict[str, Any]:
    """A specification in the language of Vega: what the browser needs no Vega-Lite for."""
    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(_on_lines(spec), vl_version=VEGA_LITE)
    return compiled


def _svg(chart: Chart, spec: dict[str, Any]) -> str:
    padding = {"left": spec["width"] * WIDER, "top": 5, "right": 5, "bottom": 5}
    try:
        svg = vl_convert.vegalite_to_svg(_on_lines({"padding": padding, **spec}), vl_version=VEGA_LITE)
    except ValueError as error:
        raise InputError(f"{chart.where}: the chart {chart.name} can't be drawn: {_first_line(error)}") from None
    return _light(svg)


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


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


def _light(svg: str) -> str:
    """The same to a tenth of a pixel, with a name for each link and no other roles: half as large."""
    svg = re.sub(r'<a xlink:href="([^"]*)">(<(\w+) [^>]*?)/></a>', _named_link, svg)
    svg = re.sub(r' (?:role="graphics-\w+"|aria-(?!label)\w+="[^"]*")', "", svg)
    svg = re.sub(r'(<(?!a )[^>]*?) aria-label="[^"]*"', r"\1", svg)
    svg = re.sub(r' d="[^"]*"', lambda path: re.sub(r"(\.\d)\d+", r"\1", path[0]), svg)
    return re.sub(
        r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"',
        r'<svg xmlns="http://www.w3.org/2000/svg" width="\1" height="\2"',
        svg,
    )


def _named_link(found: re.Match[str]) -> str:
    """A link of an SVG with its name for those who don't see it and, as a tooltip, for those who do."""
    label = re.search(r' aria-label="([^"]*)"', found[2])
    name = label[1] if label else ""
    return (
        f'<a href="{found[1].removeprefix(RELATIVE_TO)}" aria-label="{name}">'
        f"{found[2].replace(label[0], '') if label else found[2]}><title>{name}</title></{found[3]}></a>"
    )
