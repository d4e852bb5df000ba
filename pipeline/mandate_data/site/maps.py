"""Maps of the world as Vega-Lite: a shape or a dot for every country and area, disputed areas hatched."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from mandate_data.errors import InputError
from mandate_data.extract.countries import all_countries, all_numbers

OUTLINES = (
    "Outlines come from Natural Earth and imply nothing about the status of any territory; disputed areas are hatched, "
    "small States are dots."
)
HATCHED = "url(#hatched)"
STEPS = ("var(--step-2)", "var(--step-4)", "var(--step-5)")
EMPTY, LINES = "var(--empty)", "var(--coast)"


def shapes() -> Mapping[str, Any]:
    """The outlines as GeoJSON; the `id` of each is an M49 number, or empty where it has none."""
    found: Mapping[str, Any] = json.loads(_file("world.json"))
    return found


def dots() -> Mapping[str, tuple[float, float]]:
    """Longitude and latitude of States and areas that are too small for an outline, by M49 number."""
    return {number: (place[0], place[1]) for number, place in json.loads(_file("small-states.json")).items()}


def map_spec(columns: Sequence[str], rows: Sequence[Sequence[Any]], where: str, height: int) -> Mapping[str, Any]:
    """A map for rows of an ISO 3166-1 alpha-3 code, a number and, if wanted, an address; darker for larger numbers.

    Raises InputError, beginning with `where`, for another number of columns and for an unknown code.
    """
    numbers, names = all_numbers(), all_countries()
    if len(columns) not in (2, 3):
        raise InputError(f"{where}: the query of a map gives a country and a number, not {len(columns)} columns")
    if unknown := [row[0] for row in rows if row[0] not in numbers]:
        raise InputError(f"{where}: {unknown[0]!r} is not an ISO 3166-1 alpha-3 code of a country")
    counted = {
        numbers[row[0]]: {
            "count": str(row[1]),
            "tip": f"{names[row[0]].name}, {columns[1]}: {row[1]}",
            "href": row[2] if len(row) > 2 else "",
        }
        for row in rows
    }
    degrees = [str(one) for one in sorted({row[1] for row in rows})]
    scale = {"domain": degrees, "range": [STEPS[min(place, len(STEPS) - 1)] for place in range(len(degrees))]}
    world = shapes()["features"]
    visited = [one | {"properties": one["properties"] | counted[one["id"]]} for one in world if one["id"] in counted]
    rest = [one for one in world if one["id"] not in counted]
    points = [
        {"longitude": place[0], "latitude": place[1], **counted[number]}
        for number, place in dots().items()
        if number in counted
    ]
    outline = {"type": "geoshape", "stroke": LINES, "strokeWidth": 0.5}
    link = {"href": {"field": "href"}, "description": {"field": "tip"}, "tooltip": {"field": "tip"}}
    legend = {"title": columns[1], "symbolType": "circle", "symbolStrokeWidth": 0}
    return {
        "projection": {"type": "equalEarth"},
        "height": height,
        "layer": [
            {"data": _features(rest, disputed=False), "mark": {**outline, "fill": EMPTY}},
            {"data": _features(rest, disputed=True), "mark": {**outline, "fill": HATCHED}},
            {
                "data": {"values": visited},
                "mark": outline,
                "encoding": {
                    "fill": {"field": "properties.count", "type": "nominal", "scale": scale, "legend": legend},
                    **{channel: {"field": f"properties.{one['field']}"} for channel, one in link.items()},
                },
            },
            {
                "data": {"values": points},
                "mark": {"type": "circle", "size": 45, "opacity": 1, "stroke": "var(--page)", "strokeWidth": 1},
                "encoding": {
                    "longitude": {"field": "longitude", "type": "quantitative"},
                    "latitude": {"field": "latitude", "type": "quantitative"},
                    "fill": {"field": "count", "type": "nominal", "scale": scale, "legend": legend},
                    **link,
                },
            },
        ],
    }


def _features(features: Sequence[Mapping[str, Any]], disputed: bool) -> dict[str, Any]:
    return {"values": [one for one in features if bool(one["properties"].get("disputed")) == disputed]}


def _file(name: str) -> str:
    return (files("mandate_data.site") / "vendor" / name).read_text(encoding="utf-8")
