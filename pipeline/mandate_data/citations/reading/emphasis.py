"""Finds the marks that Markdown sets around words, for emphasis or for a link: they are not part of what is printed.

Which words are a title in italics or a link to the web is kept: they tell a book or a web page from a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mandate_data.citations.reading.blanks import merged

_RUNS = (b"*", re.compile(rb"\*+")), (b"_", re.compile(rb"_+"))
"""Runs of one sign, which is searched for fast."""
_LONGEST_MARK = 3
_IN_A_WORD = re.compile(rb"[A-Za-z0-9]")
_BLANKS = (b" ", b"\t", b"\r", b"\n", b"\x01")
_LONGEST = 300
"""Characters that marks are set around, at most."""
_DEEPEST = 4
"""Marks within marks."""
_NEW_BLOCK = re.compile(rb"\n[ \t\r]*(?:[\n*+>#|-]|\d{1,3}[.)]\s)|\x01")
"""The end of a paragraph or of an item, in which marks end, too."""
_INSIDE = rb"(?:[^\[\]\r\n\x01]|\r?\n(?![ \t\r]*(?:[\n*+>#|-]|\Z))){1,%d}" % _LONGEST
_TARGET = (
    rb"\(<?(?P<target>[^()\s]{1,600}(?:\([^()\s]{0,100}\)[^()\s]{0,300})?)"
    rb"(?:\s(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?\)"
)
_OF_A_SPAN = rb"\{[#.][^{}\n]{1,200}\}"
"""Attributes, as some programs write them behind words or links."""
_LINK = re.compile(
    rb"(?<!!)(?P<open>\[)(?P<inside>%b)(?P<close>\](?:%b(?:%b)?|%b|\[(?P<label>[^\[\]\n]{0,60})\]))"
    % (_INSIDE, _TARGET, _OF_A_SPAN, _OF_A_SPAN)
)
_OF_A_NOTE = re.compile(rb"\^[^\n]*|\\?\d{1,3}\\?|[a-z*]")
"""What is in the brackets of the mark of a note."""
_BEHIND = re.compile(rb"[A-Za-z0-9\xe9.,;:)]")
"""What such a mark stands right behind."""
_CLOSE, _AFTER_CLOSE = b"]", frozenset(b"([{")
_DEFINED = re.compile(rb"^[ ]{0,3}\[([^\[\]^\n][^\[\]\n]{0,60})\]:[ \t]*\S", re.MULTILINE)
"""Where a link of which the text has but a label leads."""
_WEB = re.compile(rb"(?:https?:)?//|www\.", re.IGNORECASE)


class Emphasis(NamedTuple):
    """The stretches of the marks, and those of titles in italics and of links to the web, in order."""

    cuts: list[tuple[int, int]]
    titles: list[tuple[int, int]]
    links: list[tuple[int, int]]


NO_EMPHASIS = Emphasis([], [], [])


def emphasis(data: bytes) -> Emphasis:
    """The marks of a plain text around bold words, words in italics, and links with their targets.

    >>> emphasis(b"its **resolution 60/1** and *A Book of Rights*")
    Emphasis(cuts=[(4, 6), (21, 23), (28, 29), (45, 46)], titles=[(29, 45)], links=[])
    """
    of_links, links = _of_links(data) if b"[" in data else ([], [])
    of_words, titles = _of_words(data) if b"*" in data or b"_" in data else ([], [])
    return Emphasis(merged(of_links, of_words), titles, links)


def _of_links(data: bytes) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The marks of links, and the links to the web."""
    marks: list[tuple[int, int]] = []
    links: list[tuple[int, int]] = []
    labels: frozenset[bytes] | None = None
    for at in _places(data, _CLOSE):
        if not _AFTER_CLOSE.issuperset(data[at + 1 : at + 2]):
            continue
        link = _LINK.match(data, data.rfind(b"[", max(0, at - _LONGEST - 1), at))
        if link is None or link.start("close") != at:
            continue
        label, target = link["label"], link["target"]
        before = data[max(link.start() - 1, 0) : link.start()]
        if _OF_A_NOTE.fullmatch(link["inside"]) and (_BEHIND.match(before) or (target or b"#").startswith(b"#")):
            continue
        if label is not None:
            labels = _labels(data) if labels is None else labels
            if (label or link["inside"]).lower() not in labels:
                continue
        marks += [link.span("open"), link.span("close")]
        if label is not None or (target is not None and _WEB.match(target)):
            links.append(link.span("inside"))
    return marks, links


def _labels(data: bytes) -> frozenset[bytes]:
    """The labels of which the text says where they lead."""
    return frozenset(one[1].lower() for one in _DEFINED.finditer(data))


def _of_words(data: bytes) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The marks around words, and what is in italics: a mark opens before a word and closes behind one of its
    paragraph."""
    marks: list[tuple[int, int]] = []
    titles: list[tuple[int, int]] = []
    opened: list[tuple[int, int]] = []
    for start, end in _runs(data):
        before, behind = data[max(start - 1, 0) : start], data[end : end + 1]
        if before and before not in _BLANKS and not _IN_A_WORD.match(behind):
            place = _opening(data, opened, start, end)
            if place is not None:
                first, last = opened[place]
                marks += [(first, last), (start, end)]
                titles += [(last, start)] if data[start:end] == b"*" else []
                del opened[place:]
                continue
        if behind and behind not in _BLANKS and not _IN_A_WORD.match(before):
            opened.append((start, end))
    return sorted(marks), sorted(titles)


def _runs(data: bytes) -> list[tuple[int, int]]:
    """The marks that may open or close, in order."""
    found: list[tuple[int, int]] = []
    for sign, run in _RUNS:
        end = 0
        for start in _places(data, sign):
            if start >= end and (whole := run.match(data, start)) is not None:
                end = whole.end()
                if end - start <= _LONGEST_MARK and data[max(start - 1, 0) : start] != b"\\":
                    found.append((start, end))
    return sorted(found)


def _places(data: bytes, sign: bytes) -> Iterator[int]:
    """Where a sign stands; this is fast where it is rare."""
    at = data.find(sign)
    while at >= 0:
        yield at
        at = data.find(sign, at + 1)


def _opening(data: bytes, opened: Sequence[tuple[int, int]], start: int, end: int) -> int | None:
    """Which of the marks that are open the one at `start` closes."""
    for place in range(len(opened) - 1, max(len(opened) - _DEEPEST, 0) - 1, -1):
        first, last = opened[place]
        if start - last > _LONGEST:
            return None
        if data[first:last] == data[start:end]:
            return None if _NEW_BLOCK.search(data, last, start) else place
    return None
