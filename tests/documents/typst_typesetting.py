"""A Markdown text set as a PDF by Typst: a second typesetter, whose marks of notes are glyphs that are drawn raised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import pytest
from mandate_data.documents.document import Block, Mark
from mandate_data.documents.markdown import parse_markdown

STYLE = """#set page(paper: "a4", margin: 2.5cm, numbering: "1", header: [#h(1fr) A running head])
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: true)
#set par(justify: true)
#set heading(numbering: none)
"""
SPECIAL = re.compile(r"""([\\#$*_`<>@~\[\]=\-/"'+])""")


def set_by_typst(text: str, style: str = "") -> bytes:
    """The PDF of a Markdown text, in which each block is what it is there; numbers of notes stay as printed."""
    typst = pytest.importorskip("typst", reason="Typst, the second typesetter, is not installed")
    pdf = typst.compile(f"{STYLE}{style}\n{''.join(_source(parse_markdown(text)[0]))}".encode())
    assert isinstance(pdf, bytes)
    return pdf


def _source(blocks: Sequence[Block]) -> Iterator[str]:
    notes: dict[str, str] = {}
    for block in blocks:
        if block.kind == "footnote":
            notes[block.number] = f"{notes.get(block.number, '')} {block.text.value}".strip()
    for (kind, _), run in groupby(blocks, lambda block: (block.kind, block.group)):
        members = list(run)
        if kind == "row":
            width = max(len(block.cells) for block in members)
            cells = [cell for block in members for cell in [*_cells(block, notes), *[""] * width][:width]]
            yield f"#table(columns: {width}, {', '.join(f'[{cell}]' for cell in cells)})\n\n"
            continue
        for block in members if kind != "footnote" else ():
            begin = {"heading": f"{'=' * block.level} ", "item": "- "}.get(kind, "")
            yield f"{begin}{_marked(block.text.value, block.marks, notes)}\n\n"


def _cells(block: Block, notes: dict[str, str]) -> Iterator[str]:
    offset = 0
    for cell in block.cells:
        end = offset + len(cell.value)
        marks = [Mark(mark.offset - offset, mark.number) for mark in block.marks if offset <= mark.offset <= end]
        yield _marked(cell.value, marks, notes)
        offset = end + len(" | ")


def _marked(text: str, marks: Sequence[Mark], notes: dict[str, str]) -> str:
    pieces, position = [], 0
    for mark in marks:
        pieces.append(_plain(text[position : mark.offset]))
        if (note := notes.pop(mark.number, None)) is None:
            pieces.append(f"#super[{mark.number}]")
        else:
            pieces.append(f'#footnote(numbering: _ => "{mark.number}")[{_plain(note)}]')
        position = mark.offset
    return "".join([*pieces, _plain(text[position:])])


def _plain(text: str) -> str:
    return re.sub(r"^(\d+)\.", r"\1\\.", SPECIAL.sub(r"\\\1", text))
