"""Leaves out what HTML sets within a line of text: the tags of bold words, links and spans, and what no browser shows.

They are taken out before anything else is looked for, so that all that follows reads the text as it is printed. Tags
that make lines (see `html_lines`) and those of the marks of notes stay, and so does what only looks like a tag:
`a < b`, `<A/60/1>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mandate_data.citations.languages.markup import ATTRIBUTES, blanked, unshown

_NAMES = (
    "abbr|acronym|a|bdi|bdo|big|b|cite|code|data|del|dfn|em|font|img|ins|i|kbd|mark|nobr|q|samp|small|span|strike|"
    r"strong|sub|s|time|tt|u|var|wbr|(?:o|w|st\d):[a-z]{1,20}"
)
_FIRST = r"[^\s\"'<>/=]++\s*+=|(?:data|aria|v|ng|_ng\w{1,20})-|(?:download|hidden|itemscope)\b"
"""How the attributes of a tag begin: `<b and c>` is none."""
_TAG = rf"<(?:(?:{_NAMES})(?:\s++(?:{_FIRST}){ATTRIBUTES}|\s*+/?)|/(?:{_NAMES})\s*+)>"
_RUN = re.compile(rf"(?:{_TAG})++", re.IGNORECASE)
"""Tags with nothing between them."""
_LINK = re.compile(r"<(?:(?P<end>/)a|a\b(?P<attributes>[^<]*))>", re.IGNORECASE)
_NAMES_TARGET = "href"
_TARGET = re.compile(rf"\s{_NAMES_TARGET}\s*=\s*[\"']?\s*([^\"'\s<>]*)", re.IGNORECASE)
_WEB = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_CALL = re.compile(r"(?:\d{1,3}|[a-z*]|\(\d{1,3}\))(?=</)")
"""The mark of a note that is set as a link alone; others are found by `note_marks`."""
_RAISED = re.compile(
    rf"(?:(?<=\b[nN])(<sup(?:\s{ATTRIBUTES})?>)o|(?<=[^\W_])(<sup(?:\s{ATTRIBUTES})?>)[^\W\d_]{{2,4}})(</sup>)",
    re.IGNORECASE,
)
"""Raised letters that are a part of a word, and the mark of no note: `n<sup>o</sup>`, `1<sup>st</sup>`."""
_NOT_BEHIND = frozenset(" \t\r\n\f\xa0/-([{<>|")
"""What the mark of a note does not stand right behind."""


class Untagged(NamedTuple):
    """A text in pieces without such tags; the stretches of the given text that were left out, in order, and the
    stretches of what is left that are links to the web. A line end joins two pieces."""

    pieces: tuple[str, ...]
    cuts: list[tuple[int, int]]
    links: list[tuple[int, int]]


NO_TAGS = Untagged((), [], [])


class _Stretch(NamedTuple):
    """What is left out: tags, or what is not shown."""

    start: int
    end: int
    ends_link: bool = False
    link: str | None = None
    """The target of the link that begins behind it."""


def untagged(pieces: Iterable[str]) -> Untagged:
    """The text without the tags that are set within its lines, and without style sheets, scripts and comments.

    >>> untagged(['its <b>resolution</b> <a href="#x">60/1</a>']).pieces
    ('its resolution 60/1',)
    """
    shown: list[str] = []
    found = Untagged((), [], [])
    given = left = 0
    for piece in pieces:
        shown.append(_without_tags(piece, given, left, found) if "<" in piece else piece)
        given, left = given + len(piece) + 1, left + len(shown[-1]) + 1
    return found._replace(pieces=tuple(shown))


def _without_tags(text: str, given: int, left: int, found: Untagged) -> str:
    """One piece, which begins at `given`, and in what is left at `left`; what is `found` is added."""
    kept: list[str] = []
    done = removed = 0
    linked: int | None = None
    for start, end, ends_link, target in _left_out(text):
        place = left + start - removed
        if ends_link and linked is not None:
            found.links.append((linked, place))
        blank = " " if ends_link and target is not None and _are_words(text, start, end) else ""
        if ends_link or target is not None:
            linked = place + len(blank) if target is not None and _WEB.match(target) else None
        kept += [text[done:start], blank]
        found.cuts.append((given + start, given + end - len(blank)))
        removed += end - start - len(blank)
        done = end
    return "".join([*kept, text[done:]])


def _left_out(text: str) -> Iterator[_Stretch]:
    """What is left out of a text, in order."""
    hidden = unshown(text)
    rest = blanked(text, hidden)
    runs, others = _runs(rest), sorted([*hidden, *_raised(rest)])
    run = next(runs, None)
    for start, end in [*others, (len(text), len(text))]:
        while run is not None and run.start < start:
            yield run
            run = next(runs, None)
        if start < end:
            yield _Stretch(start, end)


def _runs(text: str) -> Iterator[_Stretch]:
    """The tags, and the marks of notes that are no more than a link."""
    done = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start < done:
            continue
        ends, target = _link(run[0])
        if target and "#" in target and (done := _end_of_call(text, start, end)):
            yield _Stretch(start, done, True)
        else:
            yield _Stretch(start, end, ends, target)


def _raised(text: str) -> Iterator[tuple[int, int]]:
    """The tags around raised letters that are a part of a word."""
    for found in _RAISED.finditer(text):
        yield found.span(1 if found[1] else 2)
        yield found.span(3)


def _link(tags: str) -> tuple[bool, str | None]:
    """Whether a link ends with these tags, and the target of the one that begins."""
    ends, target = False, None
    for link in _LINK.finditer(tags):
        named = None if link["end"] else _TARGET.search(link["attributes"])
        ends, target = ends or link["end"] is not None, named[1] if named else None
    return ends, target


def _end_of_call(text: str, start: int, end: int) -> int:
    """Where the mark of a note ends whose link begins with the tags from `start` to `end`; 0 for what is no mark."""
    call = _CALL.match(text, end) if start and text[start - 1] not in _NOT_BEHIND else None
    closing = _RUN.match(text, call.end()) if call else None
    return closing.end() if closing is not None and _link(closing[0])[0] else 0


def _are_words(text: str, start: int, end: int) -> bool:
    """Whether two links meet that are words of their own, as in a list of links."""
    return text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
