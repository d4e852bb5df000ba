"""What is read together on a page: lines, tables, columns of text; what is framed takes its place in a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mandate_data.documents.pdf.pdf_gutters import Span
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_tables import Table

ABOVE = 1.5  # of the size: so far above or below the text of its columns a table or a frame may begin in one of them
WORDS = 3  # of a line of text beside a table
INSET = 4.0  # points by which what stands in a table or a frame may reach out of the text of its column


@dataclass(frozen=True, slots=True)
class Group:
    """Lines and tables that are read together, and where they begin; `doubtful` counts the lines whose order is."""

    top: float
    elements: tuple[Line | Table, ...]
    doubtful: int = 0


def framed_group(inside: Sequence[Group]) -> Group:
    """What stands in one frame: it is read by itself, not among the lines beside it."""
    elements = [one for group in sorted(inside, key=lambda group: group.top) for one in group.elements]
    boxed = tuple(one._replace(boxed=True) if isinstance(one, Line) else one for one in elements)
    return Group(min(one.top for one in boxed), boxed, sum(group.doubtful for group in inside))


def with_framed(groups: Sequence[Group], framed: Sequence[Group]) -> list[Group]:
    """The groups of a page, with ruled tables and what stands in frames: each at its place in a column, or by itself.

    Lines beside a table or a frame at the head of a column are of the column that they stand above.
    """
    found = list(groups)
    for one in sorted(framed, key=lambda one: one.top):
        for group in sorted((group for group in found if _has_columns(group)), key=lambda group: group.top):
            span = _column_of(one, group)
            beside = None if span is None else _beside(one, group, span, found)
            if span is not None and beside is not None:
                found = [other for other in found if other is not group and other not in beside]
                found.append(_with_one(_with_lines(group, beside, span), one, span))
                break
        else:
            found.append(one)
    return found


def lines_beside(tables: Sequence[Table], groups: Sequence[Group]) -> int:
    """How many lines of text are beside tables that are in no column of text, so that they may be one: a table that
    the end of a column cuts goes on there."""
    alone = [group for group in groups if any(group.elements == (table,) for table in tables)]
    beside: set[Line] = set()
    for group in alone:
        inside = [line for element in group.elements for line in _lines(element)]
        left, right = min(line.x0 for line in inside), max(line.x1 for line in inside)
        top, bottom = min(line.top for line in inside), max(line.bottom for line in inside)
        for line in (line for other in groups if other is not group for one in other.elements for line in _lines(one)):
            level = line.top < bottom and line.bottom > top
            if level and (line.x0 >= right or line.x1 <= left) and line.text.count(" ") + 1 >= WORDS:
                beside.add(line)
    return len(beside)


def _has_columns(group: Group) -> bool:
    return len({line.edges for line in group.elements if isinstance(line, Line) and line.edges}) > 1


def _column_of(one: Group, group: Group) -> Span | None:
    """Where the column begins and ends, among those of a group, in which a table or a frame may stand."""
    lines = [line for line in group.elements if isinstance(line, Line) and line.edges]
    if one.top > max(line.bottom for line in lines) + ABOVE * lines[0].size or one is group:
        return None
    inside = [line for element in one.elements for line in _lines(element)]
    left, right = min(line.x0 for line in inside), max(line.x1 for line in inside)
    return next(
        (edges for edges in dict.fromkeys(line.edges for line in lines) if edges and _fits(left, right, edges)), None
    )


def _lines(one: Line | Table) -> list[Line]:
    return [one] if isinstance(one, Line) else [line for row in one.rows for cell in row for line in cell]


def _fits(left: float, right: float, edges: Span) -> bool:
    return edges[0] - INSET <= left and right <= edges[1] + INSET


def _beside(one: Group, group: Group, span: Span, groups: Sequence[Group]) -> list[Group] | None:
    """The lines from the head of a table or a frame down to a group of columns, if all stand in other columns."""
    first = next(line for line in group.elements if isinstance(line, Line))
    lines: list[Group] = []
    for other in groups:
        if other is group or not one.top - first.size / 2 <= other.top < group.top:
            continue
        line = other.elements[0]
        if len(other.elements) > 1 or not isinstance(line, Line) or not _other_column(line, group, span):
            return None
        lines.append(other)
    near = one.top >= group.top - ABOVE * first.size
    return lines if near or lines else None


def _other_column(line: Line, group: Group, span: Span) -> Span | None:
    columns = dict.fromkeys(other.edges for other in group.elements if isinstance(other, Line))
    return next((edges for edges in columns if edges and edges != span and _fits(line.x0, line.x1, edges)), None)


def _with_lines(group: Group, above: Sequence[Group], span: Span) -> Group:
    """The group, with lines above it at the head of their columns."""
    elements = list(group.elements)
    for other in sorted(above, key=lambda other: other.top, reverse=True):
        line = other.elements[0]
        assert isinstance(line, Line)
        edges = _other_column(line, group, span)
        place = next(index for index, one in enumerate(elements) if isinstance(one, Line) and one.edges == edges)
        elements.insert(place, line._replace(edges=edges))
    return replace(group, top=min([group.top, *(other.top for other in above)]), elements=tuple(elements))


def _with_one(group: Group, one: Group, span: Span) -> Group:
    """The group, with a table or what stands in a frame in its column."""
    column = [index for index, line in enumerate(group.elements) if isinstance(line, Line) and line.edges == span]
    place = next((index for index in column if group.elements[index].top > one.top), column[-1] + 1)
    own = [line._replace(edges=span) if isinstance(line, Line) else line for line in one.elements]
    elements = (*group.elements[:place], *own, *group.elements[place:])
    return Group(min(group.top, one.top), elements, group.doubtful + one.doubtful)
