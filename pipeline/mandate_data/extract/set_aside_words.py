"""How many words of a document a safeguard set aside, which nothing repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mandate_data.documents.document import WORD, Document, count_words
from mandate_data.printable import counted


def words_set_aside(document: Document) -> Iterator[tuple[int, int, str]]:
    """The first and the last line of what was set aside, and the number of words there that are in no block of the
    document: "7 words"."""
    if not document.set_aside:
        return
    kept = Counter(
        block.text.line_at(found.start()) for block in document.blocks for found in WORD.finditer(block.text.value)
    )
    for line, end_line in document.set_aside:
        lines = range(line, end_line + 1)
        printed = sum(count_words(document.lines[one - 1]) for one in lines if one <= len(document.lines))
        count = max(printed - sum(kept[one] for one in lines), 1)
        yield line, end_line, counted(count, "word")
