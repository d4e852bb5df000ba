"""Finds the marks that Markdown sets around words, for emphasis or for a link: they are no part of what is printed.

A title in italics and a link on words are left as they are: they tell a book or a web page from a document.
"""

from __future__ import annotations

import re

from mandate_data.citations.blanks import merged

_PAIR = re.compile(
    rb"(?<![A-Za-z0-9*_\\])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<inside>[^*_\r\n]{1,200})(?<=\S)(?P=mark)(?![A-Za-z0-9*_])"
)
_RUNS = (b"*", re.compile(rb"\*+")), (b"_", re.compile(rb"_+"))
"""Runs of one sign: none but the first of a run opens a pair."""
_DIGIT = re.compile(rb"\d")
_TARGET = re.compile(rb"\]\(")
_LINK = re.compile(
    rb"(?<!!)(?P<open>\[)(?P<inside>[^\[\]\r\n]{1,100})"
    rb"(?P<target>\]\([^()\s]{1,400}(?:\([^()\s]{0,100}\)[^()\s]{0,300})?(?:[ ]\"[^\"\r\n]{0,200}\")?\))"
)
_TAGS = re.compile(
    rb"(?<=[A-Za-z0-9/\xe9])"
    rb"(?:</?(?:abbr|b|big|em|font|i|ins|mark|nobr|small|span|strong|u|wbr)(?:[ ][^<>\r\n]{0,200})?/?>){1,6}"
    rb"(?=[A-Za-z0-9/\xe9])",
    re.IGNORECASE,
)
"""Tags within a word."""
_LONGEST_LINK = 101
"""From the bracket that opens a link to the one that closes its text."""
_NUMBERED = re.compile(rb"\d/\d|[A-Z]/\S*\d|(?:Add|Corr|Rev)\.? ?\d")
"""A symbol, the number of a resolution, an addendum."""


def emphasis(data: bytes) -> list[tuple[int, int]]:
    """The stretches of marks around bold words, around a word or a number in italics, and of a link around a symbol or
    a number, with its target, in a plain text, in order.

    >>> emphasis(b"its **resolution 60/1** and *A Book of Rights*")
    [(4, 6), (21, 23)]
    """
    marks: list[tuple[int, int]] = []
    for target in _TARGET.finditer(data) if b"[" in data else ():
        at = target.start()
        link = _LINK.match(data, data.rfind(b"[", max(0, at - _LONGEST_LINK), at))
        if link is not None and _NUMBERED.search(link["inside"]):
            marks += [link.span("open"), link.span("target")]
    tags = [one.span() for one in _TAGS.finditer(data)] if b"<" in data else []
    return merged(marks, tags, _around_words(data) if b"*" in data or b"_" in data else [])


def _around_words(data: bytes) -> list[tuple[int, int]]:
    """Those around words, in order: the pairs of one sign are found before those of the other."""
    marks: list[tuple[int, int]] = []
    for sign, run in _RUNS:
        at = data.find(sign)
        while at >= 0:
            pair = _PAIR.match(data, at)
            if pair is not None:
                inside = pair["inside"]
                if len(pair["mark"]) > 1 or b" " not in inside or _DIGIT.search(inside):
                    marks += [pair.span("mark"), (pair.end("inside"), pair.end())]
            past = pair or run.match(data, at)
            assert past is not None
            at = data.find(sign, past.end())
    marks.sort()
    return marks
