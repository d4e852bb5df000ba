"""Printed values that mean nothing, and that an erratum corrects: they are read as printed, and corrected later."""

from __future__ import annotations

from collections.abc import Callable

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Cell


def read_or_corrected(source: ParsedSource, index: int, span: tuple[int, int], read: Callable[[], Cell]) -> Cell:
    """What `read` gives; where it gives nothing, the text of the span, if an erratum corrects that.

    Raises ValueError as `read` does for a text that no erratum is about.
    """
    try:
        return read()
    except ValueError:
        if " ".join(source.text[index][slice(*span)].split()) not in source.misprints:
            raise
    return source.printed(index, *span)
