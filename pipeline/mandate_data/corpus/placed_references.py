"""References of a text that was read in the order of its tables' cells, at their places in the text as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mandate_data.citations import Reference
from mandate_data.documents.reading_order import ReadingOrder


def placed(references: Iterable[Reference], order: ReadingOrder) -> Iterator[Reference]:
    """The references of a text, at their places in the text as it was.

    One that a cell's lines break reaches from its first character to its last one there.
    """
    for reference in references:
        yield _placed(reference, order) if order.is_changed else reference


def _placed(reference: Reference, order: ReadingOrder) -> Reference:
    start, end = _span(order, reference.start, reference.end)
    text = reference.text
    if end - start != reference.end - reference.start:
        text = order.text(start, end, text)
    return reference._replace(
        start=start,
        end=end,
        text=text,
        line=order.line(reference.start, reference.line),
        antecedent=None if reference.antecedent is None else order.place(reference.antecedent),
        pinpoint_spans=tuple(_span(order, *span) for span in reference.pinpoint_spans),
    )


def _span(order: ReadingOrder, start: int, end: int) -> tuple[int, int]:
    places = order.place(start), order.place(max(end - 1, start))
    return min(places), max(places) + 1
