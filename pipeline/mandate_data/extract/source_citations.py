"""What a source cites, block by block: body first, then notes, then tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mandate_data.citations import Reference, cite_document
from mandate_data.citations.segments import Located
from mandate_data.documents import Block
from mandate_data.extract.document_citations import segment_of

_CONTEXTS = ("body", "footnote", "table")


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference and the index of its block; for one that points back, block and offset of what it points to."""

    block: int
    context: str  # body | footnote | table
    note: str
    reference: Reference
    antecedent: tuple[int, int] | None = None
    judged: bool = False  # which document it means is what a curator says


def citations_of(blocks: Sequence[Block]) -> tuple[Citation, ...]:
    """Every reference of the blocks, those of treaties, cases and letters among them."""
    order = sorted(range(len(blocks)), key=lambda index: _CONTEXTS.index(_context(blocks[index])))
    segments = [
        replace(segment_of(blocks[index]), apart=not _follows(blocks, before, index))
        for before, index in zip([-1, *order], order, strict=False)
    ]
    return tuple(
        Citation(
            block=order[located.segment],
            context=_context(blocks[order[located.segment]]),
            note=blocks[order[located.segment]].number,
            reference=located.reference,
            antecedent=_antecedent(located, order),
        )
        for located in cite_document(segments, kinds="all")
    )


def _follows(blocks: Sequence[Block], before: int, index: int) -> bool:
    """Whether a block follows another one, but for notes."""
    return index > before and all(block.kind == "footnote" for block in blocks[before + 1 : index])


def _antecedent(located: Located, order: Sequence[int]) -> tuple[int, int] | None:
    segment, start = located.antecedent_segment, located.reference.antecedent
    return None if segment is None or start is None else (order[segment], start)


def _context(block: Block) -> str:
    return {"footnote": "footnote", "row": "table"}.get(block.kind, "body")
