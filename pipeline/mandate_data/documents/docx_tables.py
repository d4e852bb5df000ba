"""Tables of a Word document: rows that begin or end later than others get empty cells, so that columns stay columns."""

from __future__ import annotations

from lxml import etree

from mandate_data.documents.docx_elements import W

MOST = 63  # columns of a table in Word
CELLS = (f"{W}tc", f"{W}sdt", f"{W}customXml", f"{W}ins", f"{W}moveTo")


def fill_rows(tree: etree._Element) -> None:
    """Write a cell for the columns that a row leaves out at its beginning or its end."""
    for row in tree.iter(f"{W}tr"):
        before, after = (_skipped(row, tag) for tag in ("gridBefore", "gridAfter"))
        if before:
            first = next((one for one in row if one.tag in CELLS), None)
            row.insert(row.index(first) if first is not None else len(row), _cell(before))
        if after:
            row.append(_cell(after))


def _skipped(row: etree._Element, tag: str) -> int:
    found = row.find(f"{W}trPr/{W}{tag}")
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), MOST) if value.isascii() and value.isdigit() and len(value) < 9 else 0


def _cell(columns: int) -> etree._Element:
    cell = etree.Element(f"{W}tc")
    properties = etree.SubElement(cell, f"{W}tcPr")
    etree.SubElement(properties, f"{W}gridSpan", {f"{W}val": str(columns)})
    etree.SubElement(cell, f"{W}p")
    return cell
