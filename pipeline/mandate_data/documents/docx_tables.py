"""Tables of a Word document: rows that begin or end later than others get empty cells, so that columns stay columns."""

from __future__ import annotations

from lxml import etree

from mandate_data.documents.docx_elements import W, remove
from mandate_data.documents.whole_numbers import whole_number

MOST = 63  # columns of a table in Word
CELLS = (f"{W}tc", f"{W}sdt", f"{W}customXml", f"{W}ins", f"{W}moveTo")


def fill_rows(tree: etree._Element) -> None:
    """Write a cell for the columns that a row leaves out at its beginning or its end; each width is a number."""
    for span in [one for one in tree.iter(f"{W}gridSpan") if whole_number(one.get(f"{W}val")) is None]:
        remove(span)
    for row in tree.iter(f"{W}tr"):
        before, after = (_skipped(row, tag) for tag in ("gridBefore", "gridAfter"))
        if before:
            first = next((one for one in row if one.tag in CELLS), None)
            row.insert(row.index(first) if first is not None else len(row), _cell(before))
        if after:
            row.append(_cell(after))


def _skipped(row: etree._Element, tag: str) -> int:
    found = row.find(f"{W}trPr/{W}{tag}")
    return min(whole_number(found.get(f"{W}val")) or 0, MOST) if found is not None else 0


def _cell(columns: int) -> etree._Element:
    cell = etree.Element(f"{W}tc")
    properties = etree.SubElement(cell, f"{W}tcPr")
    etree.SubElement(properties, f"{W}gridSpan", {f"{W}val": str(columns)})
    etree.SubElement(cell, f"{W}p")
    return cell
