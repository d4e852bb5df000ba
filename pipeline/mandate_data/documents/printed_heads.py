"""Running heads, feet and page numbers of a text that comes in chunks become blanks: they are printed on each page, but
said once at most. Offsets and lines stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from mandate_data.documents.document import LeftOut, count_words
from mandate_data.documents.page_furniture import furniture
from mandate_data.documents.printed_lines import printed_lines
from mandate_data.documents.text_columns import PAGE_END

SHOWN = re.compile(r"[^\s]")
BATCH = 1 << 22
"""Characters of pages that are compared with each other."""
HEADS = "running heads, feet and page numbers"


class WithoutHeads:
    """The chunks of a text without its running heads; `begins` is the first one as it was, `words` counts those."""

    def __init__(self, chunks: Iterable[str]) -> None:
        self.begins = ""
        self.words = 0
        self._chunks = chunks

    def __iter__(self) -> Iterator[str]:
        held = ""
        for chunk in self._chunks:
            self.begins = self.begins or chunk
            held += chunk
            if PAGE_END not in held:
                yield held
                held = ""
            elif len(held) >= BATCH:
                end = held.rindex(PAGE_END) or len(held)
                yield self._blanked(held[:end])
                held = held[end:]
        if held:
            yield self._blanked(held)

    @property
    def left_out(self) -> list[LeftOut]:
        """What became blanks, once all chunks were read."""
        return [LeftOut(HEADS, self.words)] if self.words else []

    def _blanked(self, text: str) -> str:
        lines = text.split("\n")
        printed = printed_lines(lines)
        heads = furniture([list(page) for _, page in groupby(printed, key=lambda line: line.page)])
        self.words += sum(count_words(line.text) for line in printed if line.number in heads)
        for number in heads:
            lines[number - 1] = SHOWN.sub(" ", lines[number - 1])
        return "\n".join(lines)
