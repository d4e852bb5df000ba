"""Finds the notes that a text in Markdown or HTML defines: `[^1]:`, `<sup>1</sup>`, `<li id="fn1">`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.citations.reading.inline_tags import INLINE
from mandate_data.note_headings import note_of_id

_TAG = r"[^<>\n]{0,300}>"
_BLOCK = rf"<(?:p|li|div|aside|d[dt]|t[dh]|section|small)\b(?:{_TAG}|>)"
_INLINE = rf"(?:</?(?:{INLINE}|p|div)\b(?:{_TAG}|>)[ \t]*){{0,6}}"
_ENDS = rf"(?:[ \t]*</(?:{INLINE}|sup)>){{0,5}}"
_MARK = r"\d{1,3}|[a-z]|\*{1,3}"
_DEFINED = re.compile(
    r"^[ \t]{0,3}\[\^(?P<named>[^\]\s]{1,40})\]:[ \t]*"
    rf"|(?:^[ \t]{{0,3}}|{_BLOCK}\s{{0,8}}){_INLINE}<sup\b(?:{_TAG}|>){_INLINE}\[?(?P<raised>{_MARK})\]?{_ENDS}[ \t]*",
    re.MULTILINE | re.IGNORECASE,
)
_BY_ID = re.compile(
    rf"<(?P<tag>p|li|div|aside|d[dt]|t[dh]|section)\b[^<>\n]{{0,200}}?\bid\s?=\s?[\"']?(?P<id>[^\s\"'<>]{{1,60}}){_TAG}"
    rf"\s{{0,8}}{_INLINE}(?:<sup\b(?:{_TAG}|>))?{_INLINE}(?:\[?\^?(?:{_MARK})\]?[.)]?{_ENDS}(?:(?<=>)|(?=\s)))?[ \t]*",
    re.IGNORECASE,
)
_END = re.compile(r"</(?:p|li|div|aside|d[dt]|t[dh]|section|small)>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_SET_IN = re.compile(r"(?:[ \t]*\r?\n)*(?: {4}|\t)[ \t]*\S")

_IDS = (" id=", " ID=")
_SIGNS = ("<sup", "<SUP", *_IDS)

Defined = tuple[str, int, int]
"""The number of a note, and where its text begins and ends."""


def may_define(plain: str) -> bool:
    """Whether a text may define notes; this is fast."""
    return ("[" in plain and "[^" in plain) or ("<" in plain and any(sign in plain for sign in _SIGNS))


def defined_notes(plain: str, raw: str) -> Iterator[Defined]:
    """Notes that a mark at the beginning of a line or of a block of HTML defines, up to the next one, or to the end of
    its paragraph.

    Paragraphs that are set in by four blanks or a tab belong to the note before them. `plain` is as long as `raw`.
    """
    marks = sorted(_marks(plain, raw))
    for place, (start, end, number, tag) in enumerate(marks, 1):
        limit = marks[place][0] if place < len(marks) else len(plain)
        stop = plain.find(f"</{tag}>", end, limit) if tag else -1
        yield number, end, stop if stop >= 0 else _end(plain, start, end, limit)


def _marks(plain: str, raw: str) -> Iterator[tuple[int, int, str, str]]:
    """Where each mark begins and ends, its number, and the tag of which the whole is the note."""
    taken: set[int] = set()
    for found in _BY_ID.finditer(plain) if any(sign in plain for sign in _IDS) else ():
        if of_note := note_of_id(found["id"]):
            taken.update((found.start(), found.end()))
            yield found.start(), found.end(), of_note, found["tag"]
    for found in _DEFINED.finditer(plain):
        if found["raised"] is None:
            yield found.start(), found.end(), raw[found.start("named") : found.end("named")], ""
        elif not taken.intersection(found.span()):
            yield found.start(), found.end(), found["raised"], ""


def _end(plain: str, start: int, begin: int, limit: int) -> int:
    if "<" in plain[start:begin] and (closed := _END.search(plain, begin, limit)):
        limit = closed.start()
    blank = _BLANK_LINE.search(plain, begin, limit)
    while blank and _SET_IN.match(plain, blank.end(), limit):
        blank = _BLANK_LINE.search(plain, blank.end(), limit)
    return blank.start() if blank else limit
