"""A page of a PDF: lines and tables in reading order, rules and pictures, and whether all of it could be read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from pdfminer.psparser import LIT
from pdfplumber.page import Page

from mandate_data.documents.pdf.pdf_columns import Group, arranged
from mandate_data.documents.pdf.pdf_fonts import Fonts
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_tables import Table, tables_of

SPACE = 0.15  # of the size: a wider gap parts two words
GLYPH = re.compile(r"\(cid:\d+\)")  # a character that the file gives no meaning
UNREADABLE = 0.2  # of a page's characters: with more of these it has no text
SHORTEST_RULE = 40.0  # points
SLANT = 0.1  # rise against run
SMALL_PICTURE = 0.02  # of the page: a logo or an ornament
FREE_TEXT = LIT("FreeText")


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page, in reading order; `readable` says that all of it is text that was read."""

    number: int
    height: float
    body: list[Line | Table]
    rules: list[float]
    pictures: list[tuple[float, float, float]]
    """Left and right edge and foot of each."""
    readable: bool


def read_page(page: Page, number: int, fonts: Fonts) -> PageText:
    """Read a page; `fonts` are those of its document, which tell whether the text of one is lost."""
    fonts.lost = False
    slanted = any(_is_slanted(character) for character in page.chars)
    level = page.filter(lambda one: not _is_slanted(one)) if slanted else page
    words = level.extract_words(x_tolerance_ratio=SPACE, extra_attrs=["fontname", "size"])
    text = "".join(word["text"] for word in words)
    if not _is_readable(text) or _is_turned(page):
        words = []
    # The letters of turned text would be read in any order.
    straight = [word for word in words if word["upright"]]
    lost = slanted or fonts.lost or len(straight) < len(words) or _has_notes_of_readers(page)
    rules = _rules(page)
    tables, boxed, rest = tables_of(page, straight, number)
    groups = arranged(rest, number, rules)
    groups += [Group(line.top, (line,)) for line in boxed]
    groups += [Group(table.top, (table,)) for table in tables]
    height, width = float(page.height), float(page.width)
    pictures = [
        (picture["x0"], picture["x1"], picture["bottom"])
        for picture in page.images
        if (picture["x1"] - picture["x0"]) * (picture["bottom"] - picture["top"]) > SMALL_PICTURE * height * width
    ]
    body = [one for group in sorted(groups, key=_height) for one in group.elements]
    page.close()
    blank = not text and not pictures and not lost
    return PageText(number, height, body, rules, pictures, blank or (bool(words) and not lost))


def _is_readable(text: str) -> bool:
    """Whether the characters have a meaning, and stand in the order in which they are read."""
    backwards = sum(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
    return sum(map(len, GLYPH.findall(text))) + backwards <= UNREADABLE * len(text)


def _is_slanted(one: dict[str, Any]) -> bool:
    """Whether an object is a character that stands neither upright nor along an edge, as those of watermarks."""
    return bool(
        one["object_type"] == "char" and abs(one["matrix"][1]) > SLANT * abs(one["matrix"][0]) and one["upright"]
    )


def _is_turned(page: Page) -> bool:
    """Whether most of the text stands on its head."""
    matrices = [character["matrix"] for character in page.chars]
    return bool(2 * sum(matrix[0] < 0 and matrix[3] < 0 for matrix in matrices) > len(matrices))


def _has_notes_of_readers(page: Page) -> bool:
    """Whether there is text that was put on the page later, as a note or in a form: it is no text of the page."""
    subtypes = [note["data"].get("Subtype") for note in page.annots if note.get("contents")]
    return FREE_TEXT in subtypes


def _height(group: Group) -> float:
    one = group.elements[0]
    return float(round(one.bottom)) if isinstance(one, Line) and one.edges is None else group.top


def _rules(page: Page) -> list[float]:
    """The heights of horizontal rules, be they drawn as lines or as edges of boxes."""
    edges = [edge for edge in page.edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] >= SHORTEST_RULE]
    return sorted({round(float(edge["top"]), 1) for edge in edges})
