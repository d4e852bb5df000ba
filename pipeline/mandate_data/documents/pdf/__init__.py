"""A PDF becomes blocks: headings, paragraphs, lists, tables and notes, on printed lines whose pages are known.

Running heads and page numbers are set aside, so are captions; a page without text that can be read is reported. A file
that is damaged is refused as a whole, as nobody could tell what of it is missing.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import quantiles

import pypdfium2  # noqa: F401  it starts PDFium
import pypdfium2.raw as pdfium

from mandate_data.documents.document import Block, LeftOut, Recognised, count_words, with_marks
from mandate_data.documents.pdf.pdf_blocks import blocks_of
from mandate_data.documents.pdf.pdf_characters import Fonts
from mandate_data.documents.pdf.pdf_cut_marks import with_cut_marks
from mandate_data.documents.pdf.pdf_damage import damaged_parts
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_note_lists import note_lines
from mandate_data.documents.pdf.pdf_notes import footnotes
from mandate_data.documents.pdf.pdf_pages import MAY_BE_TABLE, PageText, columns_of, read_page, table_at_end
from mandate_data.documents.pdf.pdf_paragraphs import Passage, passages
from mandate_data.documents.pdf.pdf_rows_in_text import rows_in_text
from mandate_data.documents.pdf.pdf_tables import Row, Table, join_tables
from mandate_data.documents.pdf.running_heads import furniture
from mandate_data.documents.text_recognition import Ocr, Recogniser, needed_recogniser

CAPTION_GAP = 2.0  # of the size, below a picture
ENOUGH = 50  # lines that tell where the text begins on odd or on even pages
GOOD_PART = 0.25  # of all characters

MENDED = LeftOut("what a damaged part of the file may hold: it was mended")
HEAD = b"%PDF-"
OBJECT = re.compile(rb"(?<!\S)\d+\s+\d+\s+obj\b")
STARTXREF = re.compile(rb"startxref\s+(\d{1,12})")
TABLE = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")
LOCK = threading.Lock()
"""PDFium reads one file at a time."""


class PdfError(ValueError):
    """Why a file can't be read as a PDF, and what can be done about it."""

    def __init__(self, reason: str, remedy: str = "download or save it again") -> None:
        super().__init__(reason)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF: blocks in reading order; printed lines and the page of each; lines set aside; pages without text.

    The lines of captions are there, but empty, as captions may identify a child. `after_picture` holds the first lines
    of what follows a picture, `apart` those of what does not go on with what is right above; `count` is the number of
    pages.
    """

    blocks: list[Block]
    lines: list[str]
    pages: list[int]
    captions: list[tuple[int, int]]
    after_picture: frozenset[int]
    apart: frozenset[int]
    unread: list[int]
    left_out: list[LeftOut]
    recognised: list[Recognised]
    count: int


def parse_pdf(data: bytes, safeguarded: bool = True, ocr: Ocr = "off") -> Pdf:
    """Read a PDF, its captions only if it is not `safeguarded`; `ocr` says which pages are recognised.

    Raises PdfError for a file that is not a PDF, is damaged, or needs a password.
    """
    with LOCK:
        pages = _pages(_with_head(data), needed_recogniser(ocr), ocr == "force")
    if not pages:
        raise PdfError("it has no page")
    read = _assembled(pages, safeguarded)
    read = replace(read, left_out=[*read.left_out, *damaged_parts(data)])
    return read if _is_whole(data) else replace(read, left_out=[MENDED, *read.left_out])


def _with_head(data: bytes) -> bytes:
    """The file with the first line of a PDF, which PDFium needs; others read files that lost it by their objects."""
    if HEAD in data[:1024] or data.lstrip().startswith(HEAD):
        return data
    if OBJECT.search(data[:1024]) is None:
        raise PdfError("it does not begin as a PDF does")
    return HEAD + b"1.4\n" + data


def _is_whole(data: bytes) -> bool:
    """Whether the end of the file says where its table of contents is, and it is there; PDFium mends other files."""
    found = STARTXREF.findall(data[-2048:])
    place = int(found[-1]) if found else len(data)
    begin = max(0, data[:1024].find(HEAD))  # places count from there
    return any(TABLE.match(data, at) is not None for at in (place, place + begin))


def _pages(data: bytes, recogniser: Recogniser | None, force: bool) -> list[PageText]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        reason = pdfium.FPDF_GetLastError()
        if reason in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise PdfError("it is encrypted and needs a password", "open it with the password and save it without one")
        raise PdfError("it is damaged or cut short")
    fonts: Fonts = {}
    settings = pdfium.FPDF_FORMFILLINFO(version=2)
    has_form = pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_NONE
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, settings) if has_form else None
    pages: list[PageText] = []
    columns: list[float] = []
    margins: tuple[float, ...] = ()
    try:
        for index in range(pdfium.FPDF_GetPageCount(document)):
            page = pdfium.FPDF_LoadPage(document, index)
            if not page:
                damaged = LeftOut("a page that is damaged", page=index + 1)
                pages.append(PageText(index + 1, 0.0, [], [], [], False, [damaged]))
                continue
            try:
                before = table_at_end(pages[-1]) if pages else None
                pages.append(read_page(page, index + 1, fonts, recogniser, force, form, columns, margins, before))
                margins = pages[-1].margins or margins
                columns = columns_of(pages[-1]) or columns
            finally:
                pdfium.FPDF_ClosePage(page)
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)
        pdfium.FPDF_CloseDocument(document)
    return pages


def _assembled(pages: Sequence[PageText], safeguarded: bool) -> Pdf:
    pages = _numbered(pages)
    everything = [printed for page in pages for one in page.body for printed in _printed(one)]
    running = [line for page in pages for line in page.body if isinstance(line, Line)]
    heads = {running[index].number for index in furniture(running, [page.height for page in pages])}
    left_out = [one for page in pages for one in page.left_out]
    if words := sum(count_words(line.text) for line in running if line.number in heads):
        left_out.append(LeftOut("running heads, feet and page numbers", words))
    body = _body_size([line for page in pages for line in _lines(page.body) if line.number not in heads])
    pages = [replace(page, body=[one for one in page.body if _number(one) not in heads]) for page in pages]
    pages = _placed(pages, body)
    captions = {line.number for page in pages for line in _captions(page, body)} if safeguarded else set[int]()
    kept = [[one for one in page.body if _number(one) not in captions] for page in pages]
    notes = note_lines([(one, page.rules) for one, page in zip(kept, pages, strict=True)], body)
    numbers = {line.number for line in notes.lines}
    elements = [one for page in kept for one in page if _number(one) not in numbers]
    left_out += [
        LeftOut("whether the numbered lines at the foot are notes or a list", page=page) for page in notes.doubtful
    ]
    joined, unsure = join_tables(elements)
    left_out += [LeftOut("whether a row of a table goes on from the page before", page=page) for page in unsure]
    if words := _words_of_tables(elements) - _words_of_tables(joined):
        left_out.append(LeftOut("heads of tables that are printed again", words))
    found = passages(with_cut_marks(joined), body)
    told = {one.page for one in left_out if one.what.endswith(MAY_BE_TABLE)}
    rows = sorted((page, count) for page, count in rows_in_text(found).items() if page not in told)
    left_out += [LeftOut(f"the columns of {count} lines {MAY_BE_TABLE}", page=page) for page, count in rows]
    blocks = blocks_of(found, footnotes(notes.lines), body)
    below_pictures = frozenset(number for page in pages for number in _after_pictures(page))
    apart = (one.lines[0].number for one in found if isinstance(one, Passage) and one.apart)
    return Pdf(
        blocks=blocks,
        lines=["" if number in captions else text for number, (text, _) in enumerate(everything, 1)],
        pages=[page for _, page in everything],
        captions=[(number, number) for number in sorted(captions)],
        after_picture=below_pictures,
        apart=frozenset(apart) - below_pictures,
        unread=[page.number for page in pages if not page.readable or (page.pictures and not page.body)],
        left_out=left_out,
        recognised=[page.recognised for page in pages if page.recognised is not None],
        count=len(pages),
    )


def _lines(body: Sequence[Line | Table]) -> Iterator[Line]:
    for one in body:
        if isinstance(one, Line):
            yield one
        else:
            yield from (line for row in one.rows for cell in row for line in cell)


def _words_of_tables(elements: Sequence[Line | Table]) -> int:
    tables = [one for one in elements if isinstance(one, Table)]
    return sum(count_words(line.text) for line in _lines(tables))


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
                body.append(one._replace(number=number))
                continue
            rows: list[Row] = []
            for row in one.rows:
                number += 1
                rows.append(tuple(tuple(line._replace(number=number) for line in cell) for cell in row))
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
    return line._replace(indent=line.x0 - left, room=right - line.x1)


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
