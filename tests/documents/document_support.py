"""What the tests of documents share: short forms of what was parsed, and a check of every line number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.documents import PDF, Block, Document, Text, parse_binary, parse_text

MARKDOWN, PLAIN = "text/markdown", "text/plain"
TAG = re.compile(r"</?\w+>")
TOKEN = re.compile(r"word\d+|gone\d+")
"""Words of made-up documents: those that are read, and those that are left out and counted."""


def parsed(text: str, media_type: str = MARKDOWN) -> Document:
    """The document that `text` is."""
    return parse_text(text, media_type, source_id="made-up", path="made-up.md", sha256="0" * 64)


def read_pdf(data: bytes | None) -> Document:
    """The document that a PDF is, as `cite` reads it; a typesetter may say that it set none."""
    assert data is not None
    return parse_binary(data, PDF, "text", "a file", "", safeguarded=False)


def blocks(text: str, media_type: str = MARKDOWN) -> tuple[Block, ...]:
    return parsed(text, media_type).blocks


def only(text: str, media_type: str = MARKDOWN) -> Block:
    """The one block that `text` is."""
    found = blocks(text, media_type)
    assert len(found) == 1, found
    return found[0]


def brief(text: str, media_type: str = MARKDOWN) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, block.text.value) for block in blocks(text, media_type)]


def marks(block: Block) -> list[tuple[str, str]]:
    """For each footnote mark its number and the text before it."""
    return [(mark.number, block.text.value[: mark.offset]) for mark in block.marks]


def texts(document: Document) -> Iterator[Text]:
    """Every text of a document, those of single cells included."""
    for block in document.blocks:
        yield block.text
        yield from block.cells


def misplaced(document: Document) -> list[str]:
    """Words of which some character is said to stand on a line that doesn't hold the word."""
    wrong = []
    for text in texts(document):
        for word in re.finditer(r"\w+", text.value):
            for line in {text.line_at(offset) for offset in range(*word.span())}:
                if word.group() not in TAG.sub("", document.lines[line - 1]):
                    wrong.append(f"{word.group()!r} is not on line {line}")
    return wrong


def words_with_lines(document: Document, pattern: str = r"\w+") -> list[tuple[str, int]]:
    """Every word of the blocks in order with the line it is said to stand on."""
    return [
        (word.group(), block.text.line_at(word.start()))
        for block in document.blocks
        for word in re.finditer(pattern, block.text.value)
    ]


def printed_words(text: str, pattern: str) -> list[tuple[str, int]]:
    """Every word of a text in order with the line on which it stands."""
    return [
        (word.group(), number) for number, line in enumerate(text.split("\n"), 1) for word in re.finditer(pattern, line)
    ]


def assert_each_word_is_read_or_counted(text: str) -> None:
    """Each `word1` of a text in Markdown is read once, and each `gone1` is counted as left out."""
    document = parse_text(text, MARKDOWN, "text", "a file", "", safeguarded=False)
    whole = sorted(TOKEN.findall(text))
    said = " ".join(block.text.value for block in document.blocks)
    assert sorted(TOKEN.findall(said)) == [one for one in whole if one.startswith("word")]
    assert sum(one.words for one in document.left_out) == len([one for one in whole if one.startswith("gone")])
