"""Sets tags of HTML and marks of Markdown around words, numbers and names of a text, and maps the places back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from mandate_data.citations import Reference

TOKEN = re.compile(r"[^\W_](?:[^\s*_<>\[\]\\]*[^\W_])?°?")
"""A word, a number or a symbol."""
AROUND = (
    *(("<b>", "</b>"), ("<i>", "</i>"), ("<em class='x'>", "</em>"), ("<STRONG>", "</STRONG>"), ("<u>", "</u>")),
    *(('<span class="nobr">', "</span>"), ("<font color=red>", "</font>"), ("<a name='p5'></a>", ""), ("<wbr>", "")),
    ('<a href="https://example.org/A/61/2" title="General Assembly resolution 60/1 > 5">', "</a>"),
    ('<a\n href="/x.html">', "</a>"),
    ("<span data-v-1f2e>", "</span>"),
    ("<b><a href='#p'>", "</a></b>"),
    ("", "<wbr/>"),
    ("<!-- see A/61/3 -->", ""),
)
"""Tags before words and behind them."""
EMPHASIS = (
    *(("*", "*"), ("**", "**"), ("_", "_"), ("***", "***")),
    *(("[", "](https://example.org/A/61/2)"), ("[", '](x "Resolution 60/1")')),
)


@dataclass
class MarkedUp:
    """A text with marks, and of each of its characters the place in the plain text; -1 for those of marks."""

    text: str = ""
    places: list[int] = field(default_factory=list)

    def add(self, printed: str, place: int = -1) -> None:
        self.text += printed
        self.places += [place + index if place >= 0 else -1 for index in range(len(printed))]

    def plain(self, reference: Reference) -> tuple[object, ...]:
        """What a reference of the text says, with its places in the plain one."""
        assert self.text[reference.start : reference.end] == reference.text
        spans = [(reference.start, reference.end), *reference.pinpoint_spans]
        return (*said(reference), [(self.places[start], self.places[end - 1] + 1) for start, end in spans])


def said(reference: Reference) -> tuple[object, ...]:
    """What a reference says, without its places."""
    kind, found = reference.kind, (reference.symbol, reference.identifier, reference.organ, reference.candidates)
    return kind, *found, reference.pinpoint_kind, reference.pinpoint, reference.note


def plain(reference: Reference) -> tuple[object, ...]:
    """The same with its places."""
    return *said(reference), [(reference.start, reference.end), *reference.pinpoint_spans]


def marked_up(text: str, chance: Random, marks: Iterable[tuple[str, str]], often: float = 0.3) -> MarkedUp:
    """The text with marks around some of its words, one or several in a line."""
    choices, made, done = list(marks), MarkedUp(), 0
    tokens = list(TOKEN.finditer(text))
    index = 0
    while index < len(tokens):
        first = index
        index += 1
        if chance.random() >= often:
            continue
        last = min(first + chance.choice((0, 0, 0, 1, 2)), len(tokens) - 1)
        while last > first and re.search(r"[\n.;()\[\]\"“”]", text[tokens[first].start() : tokens[last].end()]):
            last -= 1
        index = last + 1
        start, end = tokens[first].start(), tokens[last].end()
        opening, closing = chance.choice(choices)
        made.add(text[done:start], done)
        made.add(opening)
        made.add(text[start:end], start)
        made.add(closing)
        done = end
    made.add(text[done:], done)
    return made
