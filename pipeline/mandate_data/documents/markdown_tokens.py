"""Markdown is taken apart into tokens: CommonMark with pipe tables and footnotes, where nothing that is text gets lost.

Front matter and the addresses of links are not text; a line such as "[1]: A/HRC/25/48" is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.paragraph import paragraph
from markdown_it.rules_block.reference import reference
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from mandate_data.documents.document import LeftOut, count_words
from mandate_data.documents.markdown_drawn import DrawnTables
from mandate_data.documents.text_tables import doubtful_cells

QUOTED = re.compile(r"^(?:[ >]*>|\s*(?:[-+*]|\d{1,9}[.)])\s+(?=\|))")
ADDRESS = re.compile(r"\[(?![\^\d])[^\]]+\]:\s*<?(?:https?://|mailto:|www\.|\#|\.{0,2}/)")
"""The address of a link that is written apart from it; with a number, it is a note."""
NUMBERED_ADDRESS = re.compile(r"\[(\d{1,4})\]:\s*<?(?:https?://|mailto:|www\.|\#|\.{0,2}/)")
LINKED = r"\[[^\[\]\n]{{0,200}}[^\W\d_][^\[\]\n]{{0,200}}\]\[{}\]"
"""A link on words whose address is written apart from it, under a number."""
FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n)((?:(?:[\w.-]+:(?:[ \t].*)?|[ \t]+\S.*|- .*|\#.*|[ \t]*)\n)+?)(?:---|\.\.\.)[ \t]*(?:\n|$)"
)

DEEPEST = 60  # quotations and lists in one another; a list and its item are two


def markdown_tokens(text: str) -> tuple[list[Token], list[LeftOut]]:
    """The tokens of a Markdown text, and what of it is not text."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False).use(deflist_plugin)
    # The plugin moves notes to the end; here they stay on their own lines.
    parser.core.ruler.disable("footnote_tail")
    parser.block.ruler.at("reference", _address)
    rules, parser.block = parser.block.ruler, _Blocks()
    parser.block.ruler = rules
    parser.options.maxNesting = DEEPEST + 1
    left_out: list[LeftOut] = []
    if found := FRONT_MATTER.match(text):
        left_out.append(LeftOut("front matter, which is for programs", count_words(found[1]), line=1))
        text = "\n" * found[0].count("\n") + text[found.end() :]
    drawn = DrawnTables(text)
    drawn.add_to(parser)
    env: dict[str, Any] = {}
    tokens = list(_with_surplus_cells(parser.parse(text, env), text.split("\n"), parser, env))
    return tokens, [*left_out, *_unused(tokens, env), *doubtful_cells(drawn.doubtful)]


class _Blocks(ParserBlock):
    """Takes blocks apart; what is nested too deep is a paragraph with its signs, where the library would drop it."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level < DEEPEST:
            super().tokenize(state, startLine, endLine)
            return
        line = state.skipEmptyLines(startLine)
        while line < endLine and state.sCount[line] >= state.blkIndent:
            paragraph(state, line, endLine, False)
            line = state.skipEmptyLines(state.line)
        state.line = line


def _address(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read the address of a link that is written apart from it, and nothing else of this form."""
    line = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]]
    numbered = NUMBERED_ADDRESS.match(line)
    if numbered is not None and f"][{numbered[1]}]" not in state.src:
        return False
    if numbered is not None and not re.search(LINKED.format(numbered[1]), state.src):
        return False
    return (numbered or ADDRESS.match(line)) is not None and reference(state, first, last, silent)


def _unused(tokens: Sequence[Token], env: dict[str, Any]) -> Iterator[LeftOut]:
    """The addresses that no link uses, and those that are given a second time."""
    used = {
        str(child.attrGet("href") or child.attrGet("src"))
        for token in tokens
        for child in token.children or []
        if child.type in ("link_open", "image")
    }
    for label, one in env.get("references", {}).items():
        if one["href"] not in used:
            yield _unread(label, one)
    for one in env.get("duplicate_refs", []):
        yield _unread(one["label"], one)


def _unread(label: str, one: dict[str, Any]) -> LeftOut:
    words = count_words(f"{label} {one['href']} {one['title']}")
    return LeftOut("the address of a link that is nowhere", words, line=one["map"][0] + 1)


def _with_surplus_cells(tokens: Sequence[Token], lines: Sequence[str], parser: MarkdownIt, env: Any) -> Iterator[Token]:
    """The same tokens, with the cells of a row that are more than its table's head has, which Markdown drops."""
    columns = cells = 0
    line: list[int] | None = None
    for token in tokens:
        match token.type:
            case "tr_open":
                cells, line = 0, token.map
            case "th_close":
                columns = cells = cells + 1
            case "tr_close" if line is not None and columns:
                surplus = _cells(lines[line[0]])[columns:]
                while surplus and not surplus[-1]:
                    surplus.pop()
                for content in surplus:
                    children: list[Token] = []
                    parser.inline.parse(content, parser, env, children)
                    yield Token("td_open", "td", 1)
                    yield Token("inline", "", 0, map=line, content=content, children=children)
                    yield Token("td_close", "td", -1)
            case "table_close":
                columns = 0
        yield token


def _cells(line: str) -> list[str]:
    """The cells of a table's row, which may stand in a quotation or a list."""
    cells = escapedSplit(QUOTED.sub("", line).strip())
    first, last = int(not cells[0].strip()), -1 if not cells[-1].strip() else None
    return [cell.strip() for cell in cells[first:last]]
