"""Lines of a paragraph that may be the rows of a table: their second words begin at one place, behind a wide gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_paragraphs import Passage
from mandate_data.documents.pdf.pdf_tables import Table

WIDE = 0.6  # of the size: a gap between words of a line that isn't stretched to fill its column
ROOM = 4.0  # of the size: such a line leaves so much
SAME = 1.0  # points
LABEL = re.compile(r"\W?\w{1,3}\W? ")  # the number of a line, which says nothing of columns


def rows_in_text(found: Sequence[Passage | Table]) -> Counter[int]:
    """How many lines of each page may be rows of a table, though they are read as text."""
    counts = Counter[int]()
    for one in found:
        if isinstance(one, Table) or one.kind != "paragraph":
            continue
        pairs = [place for place, (last, line) in enumerate(pairwise(one.lines)) if _are_rows(last, line)]
        rows = {row for place in pairs for row in (place, place + 1)}
        counts.update(one.lines[row].page for row in rows)
    return counts


def _are_rows(last: Line, line: Line) -> bool:
    if last.page != line.page or abs(last.second - line.second) > SAME or abs(last.x0 - line.x0) > SAME:
        return False
    several = " " in last.text and " " in line.text
    short = last.room > last.size * ROOM and line.room > line.size * ROOM
    labels = LABEL.match(last.text) and LABEL.match(line.text)
    return several and short and not labels and max(map(_gap, (last, line))) > line.size * WIDE


def _gap(line: Line) -> float:
    """The gap behind the first word of a line."""
    return line.second - line.x0 - line.first
