"""Documents: a source file becomes a `Document`, whose blocks know their lines. Knows nothing of the data model.

document = read_document(Path("raw/handbook-2016/document.md"), "text/markdown", source_id="handbook-2016")
for block in document.blocks:
    print(block.line, block.kind, block.text.value)
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.documents.files import decode, read_bytes
from pipeline.documents.joining import join_broken
from pipeline.documents.markdown import parse_markdown, picture_gaps
from pipeline.documents.model import Block, BlockKind, Document, Mark, Text
from pipeline.documents.plain import parse_plain
from pipeline.documents.safeguard import set_aside
from pipeline.errors import InputError

__all__ = ["Block", "BlockKind", "Document", "Mark", "Text", "parse_text", "read_document"]

MEDIA_TYPES = ("text/markdown", "text/plain")


def read_document(path: Path, media_type: str, source_id: str) -> Document:
    """Read a source file.

    Raises InputError, with path and line, for a file that is missing, empty, binary, not UTF-8, or of a media
    type that no parser reads.
    """
    data = read_bytes(path)
    text = decode(data, path)
    return parse_text(text, media_type, source_id, str(path), hashlib.sha256(data).hexdigest())


def parse_text(text: str, media_type: str, source_id: str, path: str, sha256: str) -> Document:
    """Parse text that is already in memory; `path` is what messages call it."""
    if media_type == "text/markdown":
        raw, gaps = parse_markdown(text), picture_gaps(text)
    elif media_type == "text/plain":
        raw, gaps = parse_plain(text), frozenset[int]()
    else:
        raise InputError(f"{path}: no parser for {media_type}; known types: {', '.join(MEDIA_TYPES)}")
    kept, aside = set_aside(raw, gaps)
    blocks = join_broken(kept) if media_type == "text/markdown" else kept
    return Document(
        source_id=source_id,
        path=path,
        media_type=media_type,
        sha256=sha256,
        lines=tuple(text.removesuffix("\n").split("\n")),
        blocks=tuple(blocks),
        set_aside=tuple(aside),
    )
