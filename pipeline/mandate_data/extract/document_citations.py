"""Cites a document made of blocks (PDF, Word), with the line and page of each reference."""

from __future__ import annotations

from typing import NamedTuple

from mandate_data.citations import Kinds, Located, Reference, Segment, cite_document
from mandate_data.citations.resolve import cite_printed
from mandate_data.documents import Block, Document

BETWEEN = "\n\n"  # blocks are parted as paragraphs of a text are


class Cited(NamedTuple):
    """A reference, the line that it begins on, and the page of a document that has pages."""

    reference: Reference
    line: int
    page: int | None = None


def cite_blocks(
    document: Document, *, issuer: str | None = None, language: str | None = None, kinds: Kinds = "documents"
) -> list[Cited]:
    """Every reference of a document, in the order of its text, notes last.

    Offsets count in its blocks, parted by empty lines, notes last. Where the document has notes, they decide which one
    a reference is in and what its `ibid.` means; otherwise notes are recognised in the text, as in a text file.
    The other arguments are those of `cite`.
    """
    blocks = _in_order(document)
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block.text.value) + len(BETWEEN))
    if any(block.kind == "footnote" for block in blocks):
        segments = [segment_of(block) for block in blocks]
        located = cite_document(segments, issuer=issuer, language=language, kinds=kinds)
        found = _by_segment(located, starts)
    else:
        text = text_of(document)
        lines = [start + line for start, block in zip(starts, blocks, strict=False) for line in _lines(block)]
        found = cite_printed(text, lines, issuer=issuer, language=language, kinds=kinds)
    cited: list[Cited] = []
    index = 0
    for reference in found:
        while starts[index + 1] <= reference.start:
            index += 1
        line = blocks[index].text.line_at(reference.start - starts[index])
        cited.append(Cited(reference._replace(line=line), line, document.page_at(line)))
    return cited


def text_of(document: Document) -> str:
    """The text in which the offsets of its references count."""
    return BETWEEN.join(block.text.value for block in _in_order(document))


def _in_order(document: Document) -> list[Block]:
    return sorted(document.blocks, key=lambda block: block.kind == "footnote")


def segment_of(block: Block) -> Segment:
    """A block as a piece of its document in which citations are found."""
    note = block.number or None
    return Segment(block.text.value, note, block.group if note else 0, _lines(block))


def _lines(block: Block) -> tuple[int, ...]:
    """Where the printed lines of a paragraph or an item begin, but the first."""
    return () if block.kind == "row" else tuple(offset for offset, _ in block.text.starts[1:])


def _by_segment(cited: list[Located], starts: list[int]) -> list[Reference]:
    """The references of segments, with offsets in all of them."""
    references = []
    for located in cited:
        segment, reference, antecedent_segment = located.segment, located.reference, located.antecedent_segment
        offset = starts[segment]
        antecedent = reference.antecedent
        if antecedent is not None:
            antecedent += starts[segment if antecedent_segment is None else antecedent_segment]
        spans = tuple((start + offset, end + offset) for start, end in reference.pinpoint_spans)
        moved = reference._replace(
            start=reference.start + offset, end=reference.end + offset, antecedent=antecedent, pinpoint_spans=spans
        )
        references.append(moved)
    return references
