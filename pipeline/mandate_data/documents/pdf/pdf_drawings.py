"""What is drawn on a page of a PDF: the horizontal and vertical edges of its lines and boxes, and its pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from mandate_data.documents.pdf.pdf_words import Frame

THICKEST = 3.0  # points: a box no higher is a line
STRAIGHT = 0.5  # points by which a line may stray and be horizontal
MOST_SEGMENTS = 2_000
"""Of a path: more is a map or a chart, no table."""
DEEPEST = 8  # forms within forms

Matrix = tuple[float, float, float, float, float, float]
Edge = tuple[float, float, float]
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawings:
    """Edges: (height, left, right) of horizontal, (place, top, foot) of vertical ones.

    Pictures: left, right, top and foot of each.
    """

    horizontal: list[Edge] = field(default_factory=list)
    vertical: list[Edge] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


def drawings_of(page: Any, frame: Frame) -> Drawings:
    """What is drawn on a page, forms included, in the measures of its words."""
    drawings = Drawings()
    count = pdfium.FPDFPage_CountObjects(page)
    for one in (pdfium.FPDFPage_GetObject(page, index) for index in range(count)):
        _add(one, PLAIN, frame, drawings, 0)
    return drawings


def _add(one: Any, outer: Matrix, frame: Frame, drawings: Drawings, depth: int) -> None:
    kind = pdfium.FPDFPageObj_GetType(one)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        if 2 <= pdfium.FPDFPath_CountSegments(one) <= MOST_SEGMENTS and _is_drawn(one):
            _add_path(one, _within(_matrix(one), outer), frame, drawings)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        matrix = _within(_matrix(one), outer)
        corners = [frame.place(*_point(matrix, x, y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
        xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
        drawings.pictures.append((min(xs), max(xs), min(ys), max(ys)))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        matrix = _within(_matrix(one), outer)
        for index in range(max(0, pdfium.FPDFFormObj_CountObjects(one))):
            _add(pdfium.FPDFFormObj_GetObject(one, index), matrix, frame, drawings, depth + 1)


def _is_drawn(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value or stroke.value)


def _matrix(one: Any) -> Matrix:
    given = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, given)
    return (given.a, given.b, given.c, given.d, given.e, given.f)


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _add_path(path: Any, matrix: Matrix, frame: Frame, drawings: Drawings) -> None:
    for points in _outlines(path, matrix, frame):
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        if height <= THICKEST < width:  # a line, or a box as thin as one
            drawings.horizontal.append(((min(ys) + max(ys)) / 2, min(xs), max(xs)))
        elif width <= THICKEST < height:
            drawings.vertical.append(((min(xs) + max(xs)) / 2, min(ys), max(ys)))
        elif width > THICKEST:
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(y0 - y1) < STRAIGHT:
                    drawings.horizontal.append((y0, min(x0, x1), max(x0, x1)))
                elif abs(x0 - x1) < STRAIGHT:
                    drawings.vertical.append((x0, min(y0, y1), max(y0, y1)))


def _outlines(path: Any, matrix: Matrix, frame: Frame) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path, the first again where it is closed; parts with curves are left out."""
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(frame.place(*_point(matrix, x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
