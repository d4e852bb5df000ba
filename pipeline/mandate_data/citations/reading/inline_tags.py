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

INLINE = (
    "abbr|acronym|a|bdi|bdo|big|b|cite|code|data|del|dfn|em|font|img|ins|i|kbd|mark|nobr|q|samp|small|span|strike|"
    r"strong|sub|s|time|tt|u|var|wbr|(?:o|w|st\d):[a-z]{1,20}"
)
_FIRST = r"[^\s\"'<>/=]++\s*+=|(?:data|aria|v|ng|_ng\w{1,20})-|(?:download|hidden|itemscope)\b"
"""How the attributes of a tag begin: `<b and c>` is none."""
_CONDITIONS = r"(?:!\[(?:if|endif)\b|\?xml\b)[^<>]*"
"""For which programs something is, as one of them writes it; no browser shows them."""
_END_TAG = rf"</(?:{INLINE})\s*+>"
_TAG = rf"<(?:{_CONDITIONS}|(?:{INLINE})(?:\s++(?={_FIRST}){ATTRIBUTES}|\s*+/?))>|{_END_TAG}"
_RUN = re.compile(rf"(?:{_TAG})++", re.IGNORECASE)
"""Tags with nothing between them."""
_CLOSING = re.compile(rf"(?:{_END_TAG}|<{_CONDITIONS}>)++", re.IGNORECASE)
_LINK = re.compile(r"<(?:(?P<end>/)a|a\b(?P<attributes>[^<]*))>", re.IGNORECASE)
_HREF = "href"
_TARGET = re.compile(rf"\s{_HREF}\s*=\s*[\"']?\s*([^\"'\s<>]*)", re.IGNORECASE)
_WEB = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_CALL = re.compile(r"(\d{1,3})(?=</)|(?:[a-z]|\(\d{1,3}\))(?=</)")
"""The mark of a note that is set as a link alone; others are found by `note_marks`. A number is in the group."""
_RAISED = re.compile(rf"(<sup(?:\s{ATTRIBUTES})?>)([^\W\d_]{{1,4}})(</sup>)", re.IGNORECASE)
_NUMBER_SIGN = "no"
"""The letter in it is raised, and is the mark of no note."""
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
    sign: str = ""
    """What stands in the place of its last sign."""


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
    for start, end, ends_link, target, sign in _left_out(text):
        place = left + start - removed
        if ends_link and linked is not None:
            found.links.append((linked, place))
        if ends_link or target is not None:
            linked = place + len(sign) if target is not None and _WEB.match(target) else None
        kept += [text[done:start], sign]
        found.cuts.append((given + start, given + end - len(sign)))
        removed += end - start - len(sign)
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
    """The tags. The mark of a note that is no more than a link is read as `[1]`, or left out; a blank parts two links
    that meet and are words of their own, as in a list of links."""
    done = 0
    for start, end in _tags(text):
        start = max(start, done)
        if start >= end:
            continue
        ends, target = _link(text[start:end])
        call = _call(text, start, end, done) if target and "#" in target else None
        if call is None:
            parts = ends and target is not None and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
            yield _Stretch(start, end, ends, target, " " if parts else "")
            continue
        last, done, is_number = call
        if is_number:
            yield _Stretch(start, end, ends, sign="[")
            yield _Stretch(last, done, sign="]")
        else:
            yield _Stretch(start, done, ends)


def _tags(text: str) -> Iterator[tuple[int, int]]:
    """The runs of tags with nothing between them; signs that begin none are passed fast."""
    at = text.find("<")
    while at >= 0:
        run = _RUN.match(text, at)
        if run is not None:
            yield run.span()
        at = text.find("<", at + 1 if run is None else run.end())


def _raised(text: str) -> Iterator[tuple[int, int]]:
    """The tags around raised letters that are a part of a word, and no mark: `n<sup>o</sup>`, `1<sup>st</sup>`."""
    for found in _RAISED.finditer(text) if "</sup" in text or "</SUP" in text else ():
        before, letters = text[max(found.start() - 2, 0) : found.start()], found[2]
        sign = (before[-1:] + letters).lower() == _NUMBER_SIGN and not before[:-1].isalnum()
        if sign or (len(letters) > 1 and before[-1:].isalnum()):
            yield found.span(1)
            yield found.span(3)


def _link(tags: str) -> tuple[bool, str | None]:
    """Whether a link ends with these tags, and the target of the one that begins."""
    ends, target = False, None
    for link in _LINK.finditer(tags):
        named = None if link["end"] else _TARGET.search(link["attributes"])
        ends, target = ends or link["end"] is not None, named[1] if named else None
    return ends, target


def _call(text: str, start: int, end: int, done: int) -> tuple[int, int, bool] | None:
    """Where the mark of a note ends whose link begins with the tags from `start` to `end`, where the tags end that
    close it, and whether it is a number; None for what is not a mark. Another may be right before it, up to `done`."""
    is_behind = start > 0 and (start == done or text[start - 1] not in _NOT_BEHIND)
    mark = _CALL.match(text, end) if is_behind else None
    closing = _CLOSING.match(text, mark.end()) if mark else None
    if mark is None or closing is None or not _link(closing[0])[0]:
        return None
    return mark.end(), closing.end(), mark[1] is not None
