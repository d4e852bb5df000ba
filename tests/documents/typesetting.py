"""A Markdown text set as a PDF in the manner of UN documents: running heads, page numbers, notes at page ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

import pytest
from mandate_data.documents.document import Block, Mark
from mandate_data.documents.markdown import parse_markdown

STYLE = """
@page { size: A4; margin: 28mm 25mm 25mm 25mm;
  @bottom-right { content: counter(page); font-size: 9pt }
  @footnote { border-top: 0.5pt solid; padding-top: 4pt } }
@page :left { @top-left { content: "%(head)s"; font-size: 9pt } }
@page :right { @top-right { content: "%(head)s"; font-size: 9pt } }
body { font: 10pt/1.35 "DejaVu Serif", serif; text-align: justify }
h1 { font-size: 17pt; line-height: 1.2 } h2 { font-size: 14pt; line-height: 1.2 } h3 { font-size: 12pt }
h4 { font-size: 11.5pt } h5 { font-size: 11pt } h6 { font-size: 10.5pt }
h1, h2, h3, h4, h5, h6 { text-align: left; break-after: avoid }
blockquote { margin: 6pt 15mm } .strong { font-weight: bold }
table { border-collapse: collapse; width: 100%%; margin: 8pt 0 }
td { border: 0.5pt solid; padding: 2pt 3pt; font-size: 9pt; vertical-align: top; text-align: left }
.note { float: footnote; footnote-display: block; font-size: 8pt; font-weight: normal; text-align: left }
.note::footnote-call { content: attr(data-mark) } .note::footnote-marker { content: attr(data-number) " " }
.note::footnote-call, .note::footnote-marker, sup { font-size: 6pt; line-height: 0; vertical-align: super }
"""


def typeset(text: str, head: str = "A/HRC/99/99", style: str = "") -> bytes:
    """The PDF of a Markdown text, in which each block is what it is there; numbers of notes stay as printed."""
    return _printed("\n".join(_html(parse_markdown(text)[0])), head, style)


def typeset_text(text: str, head: str = "A running head") -> bytes:
    """The PDF of a plain text whose paragraphs stand between empty lines."""
    return _printed("".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n") if one.strip()), head, "")


def typeset_html(body: str, style: str) -> bytes:
    """The PDF of what HTML has in its body, in this style."""
    return _printed(body, "A running head", style)


def _printed(body: str, head: str, style: str) -> bytes:
    try:
        from weasyprint import HTML
    except OSError:
        pytest.skip("Pango, which sets the PDFs that are read, is not installed", allow_module_level=True)
    document = HTML(string=f'<html lang="en"><style>{STYLE % {"head": head}}{style}</style><body>{body}</body></html>')
    pdf = document.write_pdf()
    assert isinstance(pdf, bytes)
    return pdf


def _html(blocks: Sequence[Block]) -> Iterator[str]:
    notes: dict[str, list[str]] = {}
    for block in blocks:
        if block.kind == "footnote":
            notes.setdefault(block.number, []).append(escape(block.text.value))
    marked = {mark.number for block in blocks for mark in block.marks}
    for (kind, _), run in groupby(blocks, lambda block: (block.kind, block.group)):
        members = list(run)
        if kind == "footnote":
            for number in dict.fromkeys(block.number for block in members if block.number not in marked):
                yield _note(number, notes, "") if number in notes else ""
        elif kind == "item":
            yield "<ul>" + "".join(f"<li>{_marked(block, notes)}</li>" for block in members) + "</ul>"
        elif kind == "row":
            yield "<table>" + "".join(_row(block, notes) for block in members) + "</table>"
        else:
            for block in members:
                tag = f"h{block.level}" if kind == "heading" else "blockquote" if block.boxed else "p"
                yield f"<{tag}>{_marked(block, notes)}</{tag}>"


def _row(block: Block, notes: dict[str, list[str]]) -> str:
    cells, offset = [], 0
    for cell in block.cells:
        end = offset + len(cell.value)
        marks = [Mark(mark.offset - offset, mark.number) for mark in block.marks if offset <= mark.offset <= end]
        cells.append(f"<td>{_with_marks(cell.value, marks, notes)}</td>")
        offset = end + len(" | ")
    return f"<tr>{''.join(cells)}</tr>"


def _marked(block: Block, notes: dict[str, list[str]]) -> str:
    return _with_marks(block.text.value, block.marks, notes)


def _with_marks(text: str, marks: Sequence[Mark], notes: dict[str, list[str]]) -> str:
    pieces, position = [], 0
    for mark in marks:
        pieces.append(escape(text[position : mark.offset]))
        pieces.append(_note(mark.number, notes, mark.number))
        position = mark.offset
    return "".join([*pieces, escape(text[position:])])


def _note(number: str, notes: dict[str, list[str]], mark: str) -> str:
    """The note where it is first marked; later its mark alone. A note that nothing marks comes before the next one."""
    if number not in notes:
        return f"<sup>{escape(mark)}</sup>"
    text = " ".join(notes.pop(number))
    before = str(int(number) - 1)
    unmarked = _note(before, notes, "") if before in notes else ""
    return f'{unmarked}<span class="note" data-mark="{escape(mark)}" data-number="{escape(number)}">{text}</span>'
