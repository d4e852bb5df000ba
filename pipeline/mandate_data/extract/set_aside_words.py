"""How many words of a document a safeguard set aside, which nothing repeats."""

from __future__ import annotations

from mandate_data.documents.document import WORD, Document, count_words


def words_set_aside(document: Document, line: int, end_line: int) -> str:
    """The number of words on these lines that are in no block of a document: "7 words"."""
    printed = sum(map(count_words, document.lines[line - 1 : end_line]))
    kept = sum(
        line <= block.text.line_at(found.start()) <= end_line
        for block in document.blocks
        for found in WORD.finditer(block.text.value)
    )
    count = max(printed - kept, 1)
    return f"{count} word{'' if count == 1 else 's'}"
