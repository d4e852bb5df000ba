"""Finds the marks of notes right behind a word or a number: the sentence goes on behind them.

Those at the beginning of a line are left: notes begin so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.typography import RAISED

_TARGET = rb"(?:\(#[^()\s]{1,100}\))?"
_FORMS = (
    (b"[", re.compile(rb"\[\^[\w-]{1,20}\](?!:)|\[\[?\d{1,3}\]\]?" + _TARGET)),
    (b"^[", re.compile(rb"\^{1,2}\[\^?\d{1,3}\]\^?")),
    (b"\\", re.compile(rb"\\\[\d{1,3}\\\]")),
    (b"^", re.compile(rb"\^\d{1,3}\^")),
    (b"<", re.compile(rb"(?i:<sup(?: [^<>\n]{1,200})?>\[?(?:\d{1,3}|[a-z*])\]?</sup>)")),
)
"""The sign that each form begins with, which is searched for fast, and the whole of it."""
_NOT_BEHIND = frozenset(b" \t\r\n\x0c([{<>|!\\^")
"""What a mark does not stand right behind; a link, an image, a cell and a line of notes do."""
_RAISED_RUN = re.compile(f"[{RAISED}]{{1,3}}")
_SIGN = b"\xa4"
"""What raised figures are read as, with many other signs."""
_RARE = 100
"""Where fewer than one character in so many is such a sign, each is looked at."""


def note_marks(raw: str, data: bytes) -> list[tuple[int, int]]:
    """The stretches of these marks in a text that is as long in plain typography, in order.

    >>> note_marks("resolution 60/1[^4] and 60/2", b"resolution 60/1[^4] and 60/2")
    [(15, 19)]
    """
    found = [one for sign, form in _FORMS if sign in data for one in _spans(form, data)]
    if not raw.isascii():
        found += _raised(raw, data)
    return sorted((start, end) for start, end in found if start and _may_follow(data, start))


def _may_follow(data: bytes, start: int) -> bool:
    """Whether a mark may stand here; in [50]-[52] there is none."""
    return data[start - 1] not in _NOT_BEHIND and not data.endswith(b"]-", 0, start)


def _spans(form: re.Pattern[bytes], data: bytes) -> Iterator[tuple[int, int]]:
    return (one.span() for one in form.finditer(data))


def _raised(raw: str, data: bytes) -> Iterator[tuple[int, int]]:
    """The runs of raised figures."""
    if data.count(_SIGN) * _RARE > len(data):
        yield from (run.span() for run in _RAISED_RUN.finditer(raw))
        return
    at = data.find(_SIGN)
    while at >= 0:
        run = _RAISED_RUN.match(raw, at)
        if run is not None:
            yield run.span()
        at = data.find(_SIGN, at + 1 if run is None else run.end())
