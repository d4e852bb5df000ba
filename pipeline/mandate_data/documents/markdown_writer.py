"""A document written as Markdown: the first edition of a source, which a curator restates.

What is read from it is what the document has: headings, paragraphs, lists, tables, notes and their marks. Pages and the
lines of the document are not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mandate_data.documents.document import Block, Mark, Text

# What Markdown would take for something else, anywhere or at the beginning of a line.
SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
BEGINNING = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+=]|\d{1,9}[.)](?=\s|$)|:)")
SET_IN = "    "  # a paragraph of the note above it
INNER = "  "  # before the items of an inner list
NUMBER = re.compile(r"\d{1,3}\.")


def with_labels(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, in which what is printed before an item begins its text; one with a number is a paragraph."""
    for block in blocks:
        if not block.label:
            yield block
            continue
        shift = len(block.label) + 1
        _, *starts = block.text.starts
        text = Text(
            f"{block.label} {block.text.value}",
            (block.text.starts[0], *((offset + shift, line) for offset, line in starts)),
        )
        marks = tuple(Mark(mark.offset + shift, mark.number) for mark in block.marks)
        block = replace(block, text=text, marks=marks, label="")
        yield replace(block, kind="paragraph", group=0) if NUMBER.match(text.value) else block


def as_markdown(blocks: Sequence[Block]) -> str:
    """The text of an edition with these blocks, in their order."""
    paragraphs: list[str] = []
    last_note: tuple[str, int] | None = None
    for (kind, _, boxed), run in groupby(blocks, _together):
        members = list(run)
        if kind == "item":
            written = ["\n".join(f"{INNER * block.level}- {_text(block)}" for block in members)]
        elif kind == "row":
            written = ["\n".join(_rows(members))]
        elif kind == "footnote":
            written = []
            for block in members:
                note = (block.number, block.group) if block.group else None
                written.append(f"{SET_IN}{_text(block)}" if note and note == last_note else _paragraph(block))
                last_note = note
        else:
            written = [_paragraph(block) for block in members]
        last_note = last_note if kind == "footnote" else None
        paragraphs += [_quoted(paragraph) if boxed else paragraph for paragraph in written]
    return "\n\n".join(paragraphs) + "\n"


def _together(block: Block) -> tuple[str, int, bool]:
    """What blocks have in common that are written without an empty line between; lists go on behind inner ones."""
    return block.kind, 0 if block.kind == "item" else block.group, block.boxed


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _paragraph(block: Block) -> str:
    text = _text(block)
    if block.kind == "heading":
        return f"{'#' * block.level} {text}"
    return f"[^{block.number or 'without-number'}]: {text}" if block.kind == "footnote" else text


def _text(block: Block) -> str:
    written = _marked(block.text.value, block.marks)
    beginning = BEGINNING.match(written)
    if not beginning:
        return written
    # A number is escaped before its dot, everything else before itself.
    place = beginning.end() - 1 if beginning[0][0].isdigit() else 0
    return f"{written[:place]}\\{written[place:]}"


def _marked(text: str, marks: Sequence[Mark]) -> str:
    pieces, position = [], 0
    for mark in marks:
        pieces += [_escaped(text[position : mark.offset]), f"[^{mark.number}]"]
        position = mark.offset
    return "".join([*pieces, _escaped(text[position:])])


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)


def _rows(rows: Sequence[Block]) -> Iterator[str]:
    width = max(len(row.cells) for row in rows)
    for number, row in enumerate(rows):
        cells, offset = [], 0
        for cell in row.cells:
            end = offset + len(cell.value)
            marks = [Mark(mark.offset - offset, mark.number) for mark in row.marks if offset <= mark.offset <= end]
            cells.append(_marked(cell.value, marks))
            offset = end + len(" | ")
        yield "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"
        if number == 0:
            yield "|" + "---|" * width
