"""Where the cells of a table's row are in its text."""

from __future__ import annotations

from mandate_data.extract.parsed_source import ParsedSource

_BETWEEN = len(" | ")


def cell_spans(parsed: ParsedSource, index: int) -> list[tuple[int, int]]:
    """The first and last character of each cell of a row, without blanks around it."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for cell in parsed.blocks[index].cells:
        left = begin + len(cell.value) - len(cell.value.lstrip())
        spans.append((left, left + len(cell.value.strip())))
        begin += len(cell.value) + _BETWEEN
    return spans
