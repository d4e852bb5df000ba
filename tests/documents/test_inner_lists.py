"""Items of inner lists keep their level in every format, and in the edition that is written of them."""

from __future__ import annotations

import io

import pypandoc
import pytest
from document_support import MARKDOWN, PLAIN, parsed
from mandate_data.documents import DOCX, PDF, Block, parse_binary
from mandate_data.documents.markdown_writer import as_markdown
from weasyprint import HTML

TEXT = """1\\. The States should do this:

- Adopt laws;
  - on the sale of children;
  - on their work:
    - in mines;
    - at sea;
- Train judges.
"""
LEVELS = [(0, 1), (1, 2), (1, 2), (2, 3), (2, 3), (0, 1)]


def levels(blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    """The level of each item, and which list it is of."""
    items = [block for block in blocks if block.kind == "item"]
    lists = list(dict.fromkeys(block.group for block in items))
    return [(block.level, lists.index(block.group) + 1) for block in items]


@pytest.mark.parametrize("kind", ["text", "bullets", "markdown", "pdf", "word"])
def test_items_of_inner_lists_keep_their_level(kind: str) -> None:
    if kind == "word":
        word = pypandoc.convert_text(TEXT, "docx", format="markdown-smart", outputfile="-")
        assert levels(parse_binary(word, DOCX, "text", "a file", "").blocks) == LEVELS
    elif kind == "pdf":
        body = pypandoc.convert_text(TEXT, "html", format="markdown-smart")
        pdf = HTML(file_obj=io.StringIO(f"<html><body>{body}</body></html>")).write_pdf()
        assert isinstance(pdf, bytes)
        assert levels(parse_binary(pdf, PDF, "text", "a file", "").blocks) == LEVELS
    elif kind == "markdown":
        assert levels(parsed(TEXT, MARKDOWN).blocks) == LEVELS
    else:
        text = TEXT.replace("\\", "").replace("- ", "• " if kind == "bullets" else "- ")
        assert levels(parsed(f"{text}\n\f", PLAIN).blocks) == LEVELS


def test_an_edition_keeps_inner_lists() -> None:
    written = as_markdown(parsed(TEXT).blocks)
    assert written == TEXT
    assert levels(parsed(written).blocks) == LEVELS


def test_a_list_that_goes_on_behind_a_paragraph_is_no_inner_one() -> None:
    document = parsed("- One;\n\nA box.\n\n- Two;\n- Three.\n")
    assert levels(document.blocks) == [(0, 1)] * 3
