"""HTML between the paragraphs of a Markdown text becomes blocks: tables are rows, everything else paragraphs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from mandate_data.documents.document import Block, BlockKind, LeftOut, Text, count_words

APART = re.compile(
    r"address|article|aside|blockquote|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]|"
    r"header|li|main|nav|[ou]l|p|pre|section|summary|table|tbody|tfoot|thead|tr"
)
UNREAD = frozenset({"script", "style"})


class HtmlBlocks(HTMLParser):
    """The blocks of a piece of HTML that begins on `line`; rows of its tables have groups after `group`.

    Comments, scripts and styles are no text: they are in `left_out`, counted.
    """

    def __init__(self, html: str, line: int, group: int, boxed: bool) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []
        self.group = group
        self._first, self._boxed = line, boxed
        self._value = ""
        self._starts: list[tuple[int, int]] = []
        self._rows: list[list[Text]] = []
        self._level, self._unread = 0, 0
        self.feed(html)
        self.close()
        self._end_row()
        self._end_paragraph()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self._unread += 1
        elif tag == "table":
            self._end_row()
            self._end_paragraph()
            self.group += 1
        elif tag == "tr":
            self._end_row()
            self._end_paragraph()
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._value = self._value if self._value.strip() else ""
        elif tag == "br" or (APART.fullmatch(tag) and self._rows):
            self._add(" ")
        elif APART.fullmatch(tag):
            self._end_paragraph()
            self._level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(self._taken())
        elif tag in ("tr", "table"):
            self._end_row()
        elif APART.fullmatch(tag) and not self._rows:
            self._end_paragraph()
            self._level = 0

    def handle_data(self, data: str) -> None:
        if self._unread:
            self._leave_out("a script or a style sheet in HTML", data)
            return
        line = self._line()
        for piece in re.split(r"(\n)", data):
            if piece == "\n":
                self._add(" ")
                line += 1
            elif piece:
                self._add(piece, line)

    def handle_comment(self, data: str) -> None:
        self._leave_out("an HTML comment", data)

    def _leave_out(self, what: str, data: str) -> None:
        if words := count_words(data):
            self.left_out.append(LeftOut(what, words, line=self._line()))

    def _line(self) -> int:
        return self._first + self.getpos()[0] - 1

    def _add(self, text: str, line: int = 0) -> None:
        if not self._value.strip():
            self._value, self._starts = "", []
            text = text.lstrip()
        if text and (not self._starts or (line and self._starts[-1][1] != line)):
            self._starts.append((len(self._value), line or self._line()))
        self._value += text

    def _taken(self) -> Text:
        text = Text(self._value.rstrip(), tuple(self._starts) if self._value.strip() else ((0, self._line()),))
        self._value, self._starts = "", []
        return text

    def _end_paragraph(self) -> None:
        if self._value.strip():
            kind: BlockKind = "heading" if self._level else "paragraph"
            self.blocks.append(Block(kind, self._taken(), level=self._level, boxed=self._boxed))

    def _end_row(self) -> None:
        if not self._rows:
            return
        if self._value.strip():  # a cell that nothing ended
            self._rows[-1].append(self._taken())
        value, starts = "", list[tuple[int, int]]()
        cells = self._rows.pop()
        for place, cell in enumerate(cells):
            value += " | " if place else ""
            starts += [(len(value) + offset, line) for offset, line in cell.starts]
            value += cell.value
        if value.strip(" |"):
            self.blocks.append(
                Block("row", Text(value, tuple(starts)), cells=tuple(cells), group=self.group, boxed=self._boxed)
            )
