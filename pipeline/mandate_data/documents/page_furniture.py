"""Running heads, feet and page numbers of printed pages: what their edges have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mandate_data.documents.plain_marks import Figures
from mandate_data.documents.printed_lines import LABEL, PrintedLine
from mandate_data.documents.text_forms import LONGEST_PRINTED
from mandate_data.note_headings import points_back

EDGE = 3
"""Lines at the top and at the foot of a page that may be a running head or a page number."""
OFTEN = 0.3  # of the pages have a running head: left and right pages may have two
PAGE_NUMBER = re.compile(r"[-–—\[(]?\s*(?:[Pp]age\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—\])]?")
FIGURES = re.compile(r"\d{1,9}")
SENTENCE = re.compile(r"(?:\S+ ){3,}\S*[^\W\d_]\S*[.!?]$|\[?\d{1,3}[\]./]? .*[^\W\d_].*[.;!?]$")
"""So ends running text, and so does a note that begins with its number."""
NOTED = re.compile(r"\[?(\d{1,3})(?:\] ?|/? )\S")
APART = re.compile(r"\s{3,}")


def furniture(pages: Sequence[Sequence[PrintedLine]]) -> frozenset[int]:
    """The numbers of lines at the edges of pages that say the same on several, or are a page number.

    What is a note's text on most of these pages is none, nor is what points back as only notes do.
    """
    if len(pages) < 2:
        return frozenset()
    on: Counter[tuple[str, int]] = Counter()
    in_notes: Counter[tuple[str, int]] = Counter()
    for page in pages:
        on.update({form for line in [*page[:EDGE], *page[-EDGE:]] for form in _forms(line)})
        in_notes.update({form for line in _in_notes(page) for form in _forms(line)})
    enough = max(2, OFTEN * len(pages))
    alike = {form for form, count in on.items() if count >= enough and 2 * in_notes[form] <= count}
    found: set[int] = set()
    for page in pages:
        edge: set[int] = set()
        for inwards in (page[:EDGE], page[: -EDGE - 1 : -1]):
            for line in inwards:
                if not PAGE_NUMBER.fullmatch(line.text) and alike.isdisjoint(_forms(line)):
                    break
                edge.add(line.number)
        # Text that is alike on all pages is not a head: a page without any other has a head and a foot at most.
        found |= edge if len(edge) < len(page) else {page[0].number, page[-1].number}
    return frozenset(found)


def _forms(line: PrintedLine) -> Iterator[tuple[str, int]]:
    """What the line has in common with those of other pages: all of it, or all but a number that counts the pages.

    A sentence has none, nor has what points back.
    """
    text = " ".join(line.text.split())
    if SENTENCE.search(text) or points_back(text):
        return
    yield text, 0
    columns = [" ".join(column.split()) for column in APART.split(line.text)]
    if len(columns) > 1:  # left and right pages print them the other way round
        mirrored = sorted(columns, key=lambda column: (PAGE_NUMBER.fullmatch(column) is not None, column))
        yield from _numbered("   ".join(mirrored), line.page)
    yield from _numbered(text, line.page)


def _numbered(text: str, page: int) -> Iterator[tuple[str, int]]:
    for number in FIGURES.finditer(text) if len(text) <= LONGEST_PRINTED else ():
        yield f"{text[: number.start()]}#{text[number.end() :]}", int(number[0]) - page


def _in_notes(page: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines at the foot of a page that are a note's: its number, which the text above has as a mark, begins the
    line or stands above it; what is set in as far goes on right below."""
    before: PrintedLine | None = None  # the last line of a note
    figures: Figures | None = None
    for place in range(max(1, len(page) - EDGE), len(page)):
        line, above = page[place], page[place - 1]
        number = _number_of_note(line, above)
        goes_on = before is above and not line.after_gap and line.indent == above.indent
        if number and figures is None:
            figures = Figures([one.text for one in page])
        marked = number and figures is not None and any(one.text < place for one in figures.marks(number))
        if goes_on or marked:
            before = line
            yield line


def _number_of_note(line: PrintedLine, above: PrintedLine) -> str:
    if found := NOTED.match(line.text):
        return found[1]
    return above.text if LABEL.fullmatch(above.text) and not line.after_gap and above.indent < line.indent else ""
