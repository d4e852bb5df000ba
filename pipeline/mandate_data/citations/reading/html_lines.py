"""Reads the paragraphs, items, rows and cells of HTML as lines of text, in the form that Markdown gives them.

The text stays as long as it was: what a run of tags says stands at its end, and the rest of it is blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mandate_data.citations.languages.markup import ATTRIBUTES
from mandate_data.typography import RAISED

_OF_PARAGRAPHS = (
    r"address|article|aside|blockquote|body|caption|center|details|dialog|div|dl|fieldset|figcaption|figure|footer|form|"
    r"h[1-6r]|head|header|hgroup|html|legend|main|menu|nav|[ou]l|p|pre|search|section|summary|table|title"
)
_PARAGRAPHS = re.compile(_OF_PARAGRAPHS)
_LINES = frozenset(("br", "dd", "dt", "li", "option", "tr", "thead", "tbody", "tfoot"))
_ROWS = frozenset(("tr", "thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ol", "ul", "menu"))
_BREAKING = re.compile(rf"{_OF_PARAGRAPHS}|{'|'.join(sorted(_LINES | _CELLS))}")
_RAISED_TAG = "sup"
"""Marks of notes are told by it."""
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9]{{0,10}})(?=[\s/>])({ATTRIBUTES})>")
_MAY_BREAK = re.compile(rf"</?(?:{_BREAKING.pattern})(?=[\s/>])", re.IGNORECASE)
_COUNTS, _KIND = "start|value", "type"
_START = re.compile(rf"(?:^|\s)(?:{_COUNTS})\s*=\s*[\"']?\s*(\d{{1,3}})\b", re.IGNORECASE)
_OTHER_SIGNS = re.compile(rf"(?:^|\s){_KIND}\s*=\s*[\"']?[AaIi]\b")
_OWN_MARK = re.compile(rf"\[\d{{1,3}}\]|[{RAISED}]|\(?\d{{1,3}}[.)]\s")
"""What an item may begin with that counts it."""
_RULE = "\n\n---\n\n"


class HtmlLines(NamedTuple):
    """A text whose tags became lines, and the stretches of it that are left blank, in order."""

    text: str
    blank: list[tuple[int, int]]


class _Tag(NamedTuple):
    name: str
    ends: bool
    attributes: str
    start: int
    end: int


def html_lines(text: str) -> HtmlLines | None:
    r"""The text with lines in the place of tags; None for one that has no such tags.

    >>> html_lines("<p>One</p><ol><li>Two</li></ol>").text
    ' \n\nOne       \n\n1. Two        \n\n'
    """
    if "<" not in text or not _MAY_BREAK.search(text):
        return None
    pieces: list[str] = []
    blank: list[tuple[int, int]] = []
    lists = _Lists()
    done = 0
    for run in _runs(text):
        start, end = _widened(text, run[0].start, run[-1].end, done)
        said = _fitting(_said(run, text, end, lists), end - start)
        stop = end - len(said)
        pieces += [text[done:start], " " * (stop - start), said]
        if stop > start:
            blank.append((start, stop))
        done = end
    return HtmlLines("".join([*pieces, text[done:]]), blank)


def _runs(text: str) -> Iterator[list[_Tag]]:
    """The tags that follow each other with nothing but blanks between, if one of them breaks the line."""
    run: list[_Tag] = []
    breaks = False
    for found in _TAG.finditer(text):
        tag = _Tag(found[2].lower(), bool(found[1]), found[3], *found.span())
        follows = run and text[run[-1].end : tag.start].strip() == ""
        if not follows or tag.name == _RAISED_TAG:
            if breaks:
                yield run
            run, breaks = [], False
        if tag.name != _RAISED_TAG:
            run.append(tag)
            breaks = breaks or _BREAKING.fullmatch(tag.name) is not None
    if breaks:
        yield run


def _widened(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """A run with the blanks around it."""
    while start > floor and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end


class _Lists:
    """The lists that are open, each with the number of its last item; None for one whose items have no numbers."""

    def __init__(self) -> None:
        self._open: list[int | None] = []

    def sign(self, tag: _Tag) -> str | None:
        """What an item begins with; None for a tag that begins none."""
        if tag.name in _LISTS:
            if not tag.ends:
                numbered = tag.name == "ol" and not _OTHER_SIGNS.search(tag.attributes)
                start = _START.search(tag.attributes) if numbered else None
                self._open.append((int(start[1]) - 1 if start else 0) if numbered else None)
            elif self._open:
                self._open.pop()
        if tag.name != "li" or tag.ends:
            return None
        last = self._open[-1] if self._open else None
        if last is None:
            return "- "
        value = _START.search(tag.attributes)
        self._open[-1] = last = int(value[1]) if value else last + 1
        return f"{last}. "


def _said(run: list[_Tag], text: str, end: int, lists: _Lists) -> str:
    """What a run of tags says, as lines of text."""
    sign = ""
    for tag in run:
        begun = lists.sign(tag)
        sign = sign if begun is None else begun
    names = {tag.name for tag in run}
    has_mark = _OWN_MARK.match(text, end) is not None
    if any(tag.name in _CELLS and not tag.ends for tag in run):
        if not names & _ROWS and "table" not in names:
            return "| "
        return ("\n\n" if "table" in names else "\n") + ("" if has_mark else "| ")
    if names & _CELLS:
        return "\n\n" if "table" in names else "\n" if names & _ROWS else " "
    lines = _RULE if "hr" in names else "\n\n" if any(map(_PARAGRAPHS.fullmatch, names)) else "\n"
    return lines + ("" if has_mark else sign)


def _fitting(said: str, length: int) -> str:
    """What has room in a run of tags: no number of an item without a blank behind it."""
    return next(one for one in (said, said.rstrip(" .0123456789"), "\n\n", "\n") if len(one) <= length)
