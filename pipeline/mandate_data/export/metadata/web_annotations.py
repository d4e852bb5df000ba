"""W3C Web Annotations: each printed or normalised cell, and the characters of the edition that say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from mandate_data.export.metadata.cell_provenance import Edition, TracedCell, address_of, traced_cells
from mandate_data.export.metadata.release_description import ReleaseDescription
from mandate_data.package.addresses import Address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LINES_OF_TEXT = "http://tools.ietf.org/rfc/rfc5147"
CELLS_OF_CSV = "http://tools.ietf.org/rfc/rfc7111"
KINDS = ("printed", "normalised")
TO_THE_PROJECT = "../../../../"
"""From the folder of a release's metadata to the project, whose path the editions have."""
AROUND = 24
"""Characters that a quote gives before and behind the text itself, so that it is found once."""


def web_annotations(release: ReleaseDescription, editions: Mapping[str, Edition]) -> dict[str, Any]:
    """A page with one annotation for each statement of a cell that is printed, or is a reading of what is printed.

    A target is a place in an edition, told in three ways: characters of the whole text, counted in code points from 0
    with one for each line end; the words with those around them; lines, from 0 as RFC 5147 counts, and characters in
    them. Its body is the cell, by RFC 7111, and its value.
    """
    starts = {source: _line_starts(edition) for source, edition in editions.items()}
    items = [
        _annotation(cell, number, parts, editions, starts)
        for cell in traced_cells(release.tables)
        for number, parts in _statements(cell, editions)
    ]
    return {
        "@context": CONTEXT,
        "id": "annotations.jsonld",
        "type": "AnnotationPage",
        "partOf": {
            "id": "#all",
            "type": "AnnotationCollection",
            "label": f"{release.title}, version {release.version}: where its values are printed",
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }


def _line_starts(edition: Edition) -> list[int]:
    """The number of characters before each line."""
    return list(accumulate((len(line) + 1 for line in edition.lines), initial=0))


def _statements(cell: TracedCell, editions: Mapping[str, Edition]) -> Iterator[tuple[int, Sequence[Address]]]:
    """The statements of a cell that stand in an edition, by number, each with its places."""
    for number, addresses in cell.statements.items():
        parts = [one for one in addresses if one.kind in KINDS and one.source in editions and one.line]
        if parts:
            yield number, parts


def _annotation(
    cell: TracedCell,
    number: int,
    parts: Sequence[Address],
    editions: Mapping[str, Edition],
    starts: Mapping[str, Sequence[int]],
) -> dict[str, Any]:
    targets = [_target(part, editions[part.source], starts[part.source]) for part in parts]
    return {
        "id": address_of(*cell.key, str(number)),
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {
                "type": "SpecificResource",
                "source": f"../data/{cell.table}.csv",
                "selector": {
                    "type": "FragmentSelector",
                    "conformsTo": CELLS_OF_CSV,
                    "value": f"cell={cell.row},{cell.column}",
                },
            },
            {"type": "TextualBody", "value": cell.value, "purpose": "describing"},
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(part: Address, edition: Edition, starts: Sequence[int]) -> dict[str, Any]:
    assert part.line is not None  # as _statements leaves out what has no place
    assert part.end_line is not None
    first, last = part.line - 1, part.end_line - 1
    start = starts[first] + (part.start or 0)
    end = starts[last] + (len(edition.lines[last]) if part.end is None else part.end)
    text = "\n".join(edition.lines[max(0, first - 1) : last + 2])
    shift = starts[max(0, first - 1)]
    exact = text[start - shift : end - shift]
    return {
        "source": f"{TO_THE_PROJECT}{edition.path}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": exact,
                "prefix": text[max(0, start - shift - AROUND) : start - shift],
                "suffix": text[end - shift : end - shift + AROUND],
            },
            {
                "type": "FragmentSelector",
                "conformsTo": LINES_OF_TEXT,
                "value": f"line={first},{last + 1}",
                "refinedBy": {
                    "type": "TextPositionSelector",
                    "start": start - starts[first],
                    "end": end - starts[first],
                },
            },
        ],
    }
