"""A PDF becomes blocks: headings, paragraphs, lists, tables and notes, on printed lines whose pages are known.

Running heads and page numbers are set aside, so are captions; a page without text that can be read is reported. A file
that is damaged is refused as a whole, as nobody could tell what of it is missing.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import quantiles

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from mandate_data.documents.document import Block, Mark, with_marks
from mandate_data.documents.pdf.pdf_blocks import blocks_of
from mandate_data.documents.pdf.pdf_fonts import Fonts
from mandate_data.documents.pdf.pdf_lines import MARK, SMALL, Line
from mandate_data.documents.pdf.pdf_notes import first_note, footnotes
from mandate_data.documents.pdf.pdf_pages import PageText, read_page
from mandate_data.documents.pdf.pdf_paragraphs import passages
from mandate_data.documents.pdf.pdf_tables import Row, Table, join_tables
from mandate_data.documents.pdf.running_heads import furniture

CAPTION_GAP = 2.0  # of the size, below a picture
ENOUGH = 50  # lines that tell where the text begins on odd or on even pages
GOOD_PART = 0.25  # of all characters

# What pdfminer and pdfplumber end in on files that are damaged or made up.
FAULTS = (
    PSException, MalformedPDFException, PdfminerException, zlib.error, struct.error, KeyError, IndexError, TypeError,
    AttributeError, ValueError, AssertionError, ArithmeticError, RecursionError, NotImplementedError, OSError,
)  # fmt: skip


class PdfError(ValueError):
    """Why a file can't be read as a PDF."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF: blocks in reading order; printed lines and the page of each; lines set aside; pages without text.

    The lines of captions are there, but empty, as captions may identify a child. `after_picture` holds the first lines
    of what follows a picture; `count` is the number of pages.
    """

    blocks: list[Block]
    lines: list[str]
    pages: list[int]
    captions: list[tuple[int, int]]
    after_picture: frozenset[int]
    unread: list[int]
    count: int


def parse_pdf(data: bytes) -> Pdf:
    """Read a PDF.

    Raises PdfError for a file that is no PDF, is damaged, or needs a password.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if any(isinstance(table, PDFXRefFallback) for table in pdf.doc.xrefs):
                raise PdfError("it is damaged or cut short: its table of contents is missing")
            fonts = Fonts()
            pdf.rsrcmgr = fonts
            pages = [read_page(page, number, fonts) for number, page in enumerate(pdf.pages, 1)]
    except PdfError:
        raise
    except PDFPasswordIncorrect:
        raise PdfError("it is encrypted and needs a password") from None
    except FAULTS as error:
        cause = error.__cause__ or (error.args[0] if error.args else None)  # pdfplumber wraps what it meets
        if isinstance(cause, PDFPasswordIncorrect):
            raise PdfError("it is encrypted and needs a password") from None
        if isinstance(cause, MemoryError):
            raise MemoryError from None
        raise PdfError(" ".join(str(error).split()) or type(error).__name__) from None
    if not pages:
        raise PdfError("it has no page")
    return _assembled(pages)


def _assembled(pages: Sequence[PageText]) -> Pdf:
    pages = _numbered(pages)
    everything = [printed for page in pages for one in page.body for printed in _printed(one)]
    running = [line for page in pages for line in page.body if isinstance(line, Line)]
    heads = {running[index].number for index in furniture(running, [page.height for page in pages])}
    body = _body_size([line for page in pages for line in _lines(page.body) if line.number not in heads])
    pages = [replace(page, body=[one for one in page.body if _number(one) not in heads]) for page in pages]
    pages = _placed(pages, body)
    captions = {line.number for page in pages for line in _captions(page, body)}
    elements: list[Line | Table] = []
    small_print: list[Line] = []
    for page in pages:
        kept = [one for one in page.body if _number(one) not in captions]
        lines = [one for one in kept if isinstance(one, Line)]
        notes = lines[first_note(lines, page.rules, body, bool(small_print)) :]
        numbers = {line.number for line in notes}
        elements += [one for one in kept if _number(one) not in numbers]
        small_print += notes
    blocks = blocks_of(passages(_with_lone_marks(join_tables(elements)), body), footnotes(small_print), body)
    return Pdf(
        blocks=blocks,
        lines=["" if number in captions else text for number, (text, _) in enumerate(everything, 1)],
        pages=[page for _, page in everything],
        captions=[(number, number) for number in sorted(captions)],
        after_picture=frozenset(number for page in pages for number in _after_pictures(page)),
        unread=[page.number for page in pages if not page.readable or (page.pictures and not page.body)],
        count=len(pages),
    )


def _with_lone_marks(elements: Sequence[Line | Table]) -> list[Line | Table]:
    """The same elements, in which a mark that the end of its line cut off stands at the end of that line."""
    kept: list[Line | Table] = []
    for one in elements:
        last = kept[-1] if kept else None
        alone = isinstance(one, Line) and isinstance(last, Line) and one.size < last.size * SMALL
        if isinstance(one, Line) and isinstance(last, Line) and alone and MARK.fullmatch(one.text):
            kept[-1] = replace(last, marks=(*last.marks, Mark(len(last.text), one.text)))
        else:
            kept.append(one)
    return kept


def _lines(body: Sequence[Line | Table]) -> Iterator[Line]:
    for one in body:
        if isinstance(one, Line):
            yield one
        else:
            yield from (line for row in one.rows for cell in row for line in cell)


def _number(one: Line | Table) -> int:
    """The number of a line; 0 for a table, which is set aside by none of them."""
    return one.number if isinstance(one, Line) else 0


def _numbered(pages: Sequence[PageText]) -> list[PageText]:
    """The same pages, in which each line knows its place among the lines of the document, from 1.

    The lines in the cells of a table's row are one: so has every format, and the cells of a row explain one another.
    """
    number = 0
    numbered: list[PageText] = []
    for page in pages:
        body: list[Line | Table] = []
        for one in page.body:
            if isinstance(one, Line):
                number += 1
                body.append(replace(one, number=number))
                continue
            rows: list[Row] = []
            for row in one.rows:
                number += 1
                rows.append(tuple(tuple(replace(line, number=number) for line in cell) for cell in row))
            body.append(replace(one, rows=tuple(rows)))
        numbered.append(replace(page, body=body))
    return numbered


def _printed(one: Line | Table) -> Iterator[tuple[str, int]]:
    """The text and the page of a line, or of each row of a table."""
    if isinstance(one, Line):
        yield with_marks(one.text, one.marks), one.page
        return
    for row in one.rows:
        yield " | ".join(" ".join(with_marks(line.text, line.marks) for line in cell) for cell in row), one.page


def _body_size(lines: Sequence[Line]) -> float:
    """The size of the running text, in points: the largest in which a good part of all is set.

    Notes may have more characters, headings are larger. 10 for a document without text.
    """
    counts = Counter[float]()
    for line in lines:
        counts[line.size] += len(line.text)
    return max((size for size in counts if counts[size] >= GOOD_PART * counts.total()), default=10.0)


def _placed(pages: Sequence[PageText], body: float) -> list[PageText]:
    """The same pages, in which each line knows how far it stays from the edges of the text; odd and even may differ."""
    placed = list(pages)
    for parity in (0, 1):
        chosen = [index for index, page in enumerate(pages) if page.number % 2 == parity]
        usual = _usual([pages[index] for index in chosen], body)
        if len(usual) < ENOUGH:
            usual = _usual(pages, body)
        if not usual:
            continue
        left = float(Counter(round(line.x0) for line in usual).most_common(1)[0][0])
        right = quantiles([line.x1 for line in usual], n=20)[-1] if len(usual) > 1 else usual[0].x1
        for index in chosen:
            placed[index] = replace(
                pages[index],
                body=[_placed_line(one, left, right) if isinstance(one, Line) else one for one in pages[index].body],
            )
    return placed


def _placed_line(line: Line, left: float, right: float) -> Line:
    left, right = line.edges or (left, right)
    return replace(line, indent=line.x0 - left, room=right - line.x1)


def _usual(pages: Sequence[PageText], body: float) -> list[Line]:
    """The lines of running text; all lines where there are none."""
    lines = [one for page in pages for one in page.body if isinstance(one, Line)]
    return [line for line in lines if abs(line.size - body) < 0.5] or lines


def _captions(page: PageText, body: float) -> Iterator[Line]:
    """Lines in small print or in italics that stand just below a picture."""
    lines = [one for one in page.body if isinstance(one, Line)]
    for left, right, foot in page.pictures:
        edge = foot
        for line in lines:
            near = edge - line.size <= line.top <= edge + line.size * CAPTION_GAP
            if near and line.x0 < right and line.x1 > left and (line.size < body * 0.95 or line.italic):
                yield line
                edge = line.bottom


def _after_pictures(page: PageText) -> Iterator[int]:
    """The line that follows each picture."""
    lines = [one for one in page.body if isinstance(one, Line)]
    for _, _, foot in page.pictures:
        below = [line.number for line in lines if line.top >= foot - line.size]
        yield from below[:1]
