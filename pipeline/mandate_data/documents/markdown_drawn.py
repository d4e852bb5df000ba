"""Tables that are drawn with signs in Markdown, which Markdown itself doesn't know, become tokens of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from mandate_data.documents.drawn_lines import Cell, uncontained
from mandate_data.documents.drawn_tables import drawn_tables
from mandate_data.documents.framed_tables import Table
from mandate_data.documents.printed_words import PrintedWords

PIPED = re.compile(r"\|(?=[:| ]*-)[-:| ]+")
"""The rule of a table as Markdown has it."""
DRAWN = "drawn"


class DrawnTables:
    """A rule for the parser that reads the drawn tables of a text; `doubtful` are those whose cells may be others."""

    def __init__(self, text: str) -> None:
        # What stands before a line is blank here, so that columns stay where they are.
        self._lines = [uncontained(line) for line in text.split("\n")]
        tables = (table for table in drawn_tables(self._lines) if not self._is_usual(table))
        self._tables = {table.first: table for table in tables}
        self._words = PrintedWords(self._lines)
        self.doubtful: list[Table] = []

    def add_to(self, parser: MarkdownIt) -> None:
        """Let the parser read the tables."""
        if self._tables:
            ending: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
            parser.block.ruler.before("code", "drawn_table", self._read, ending)

    def _is_usual(self, table: Table) -> bool:
        return PIPED.fullmatch(self._lines[min(table.first + 1, table.last - 1)].strip()) is not None

    def _read(self, state: StateBlock, first: int, last: int, silent: bool) -> bool:
        table = self._tables.get(first)
        if table is None or table.last > last:
            return False
        if not silent:
            state.tokens += self._tokens(table, state.level)
            self.doubtful += [] if table.sure else [table]
            state.line = table.last
        return True

    def _tokens(self, table: Table, level: int) -> Iterator[Token]:
        yield Token("table_open", "table", 1, map=[table.first, table.last], level=level, block=True)
        for row in table.rows:
            lines = [piece.line for cell in row for piece in cell]
            if not lines:
                continue
            yield Token("tr_open", "tr", 1, map=[min(lines), max(lines) + 1], level=level + 1, block=True)
            for cell in row:
                yield Token("td_open", "td", 1, level=level + 2, block=True)
                yield self._inline(cell, min(lines), level + 3)
                yield Token("td_close", "td", -1, level=level + 2, block=True)
            yield Token("tr_close", "tr", -1, level=level + 1, block=True)
        yield Token("table_close", "table", -1, level=level, block=True)

    def _inline(self, cell: Cell, line: int, level: int) -> Token:
        first = cell[0].line if cell else line
        texts = [""] * (cell[-1].line - first + 1 if cell else 1)
        for piece in cell:
            texts[piece.line - first] = self._lines[piece.line][piece.start : piece.end]
        content, place = "\n".join(texts), [first, first + len(texts)]
        token = Token("inline", "", 0, map=place, level=level, content=content, children=[], block=True)
        token.meta = {DRAWN: self._words}
        return token


def words_of_drawn(token: Token) -> PrintedWords | None:
    """The printed words of the text, if the token is a cell of a drawn table, whose lines may end within words."""
    words = token.meta.get(DRAWN)
    return words if isinstance(words, PrintedWords) else None
