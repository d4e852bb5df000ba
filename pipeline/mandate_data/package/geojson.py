"""GeoJSON and TopoJSON: whether an object has the structure that RFC 7946 and the TopoJSON specification give it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_Is = Callable[[Any], bool]
FEWEST_POSITIONS_OF_A_LINE, FEWEST_OF_A_RING = 2, 4


def is_geojson(value: Any) -> bool:
    """Whether a value is a geometry, a feature or a collection of features."""
    if not isinstance(value, Mapping) or not _is_box(value.get("bbox")):
        return False
    if value.get("type") == "FeatureCollection":
        features = value.get("features")
        return isinstance(features, list) and all(map(_is_feature, features))
    return _is_feature(value) or _is_geometry(value)


def is_topojson(value: Any) -> bool:
    """Whether a value is a topology: objects by name, and the arcs that they share."""
    if not isinstance(value, Mapping) or value.get("type") != "Topology" or not _is_box(value.get("bbox")):
        return False
    objects, arcs = value.get("objects"), value.get("arcs")
    if not isinstance(objects, Mapping) or not all(map(_is_topology_object, objects.values())):
        return False
    return isinstance(arcs, list) and all(_is_list_of(arc, _is_position, FEWEST_POSITIONS_OF_A_LINE) for arc in arcs)


def _is_feature(value: Any) -> bool:
    if not isinstance(value, Mapping) or value.get("type") != "Feature" or not {"geometry", "properties"} <= set(value):
        return False
    geometry, properties, identifier = value["geometry"], value["properties"], value.get("id", "")
    return (
        (geometry is None or _is_geometry(geometry))
        and (properties is None or isinstance(properties, Mapping))
        and (isinstance(identifier, str) or _is_number(identifier))
        and _is_box(value.get("bbox"))
    )


def _is_geometry(value: Any) -> bool:
    if not isinstance(value, Mapping) or not _is_box(value.get("bbox")):
        return False
    if value.get("type") == "GeometryCollection":
        geometries = value.get("geometries")
        return isinstance(geometries, list) and all(map(_is_geometry, geometries))
    test = _COORDINATES.get(str(value.get("type")))
    return test is not None and test(value.get("coordinates"))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_position(value: Any) -> bool:
    return _is_list_of(value, _is_number, 2)


def _is_list_of(value: Any, test: _Is, fewest: int = 0) -> bool:
    return isinstance(value, list) and len(value) >= fewest and all(map(test, value))


def _is_line(value: Any) -> bool:
    return _is_list_of(value, _is_position, FEWEST_POSITIONS_OF_A_LINE)


def _is_polygon(value: Any) -> bool:
    return _is_list_of(value, lambda ring: _is_list_of(ring, _is_position, FEWEST_OF_A_RING) and ring[0] == ring[-1])


def _is_box(value: Any) -> bool:
    return value is None or (_is_list_of(value, _is_number, 4) and len(value) % 2 == 0)


_COORDINATES: Mapping[str, _Is] = {
    "Point": lambda value: value == [] or _is_position(value),
    "MultiPoint": lambda value: _is_list_of(value, _is_position),
    "LineString": lambda value: value == [] or _is_line(value),
    "MultiLineString": lambda value: _is_list_of(value, _is_line),
    "Polygon": _is_polygon,
    "MultiPolygon": lambda value: _is_list_of(value, _is_polygon),
}
_ARCS: Mapping[str, str] = {
    "Point": "coordinates",
    "MultiPoint": "coordinates",
    "LineString": "arcs",
    "MultiLineString": "arcs",
    "Polygon": "arcs",
    "MultiPolygon": "arcs",
}


def _is_topology_object(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    kind = value.get("type")
    if kind is None:
        return True
    if kind == "GeometryCollection":
        return _is_list_of(value.get("geometries"), _is_topology_object)
    return kind in _ARCS and isinstance(value.get(_ARCS[str(kind)]), list)
