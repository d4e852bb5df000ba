"""Encoding guess: which encoding a file may be in that is not in the one it should be in."""

from __future__ import annotations

import codecs


def guess(data: bytes, encoding: str) -> str:
    """What to do about bytes that are not in an encoding: a word on the one that they may be in."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return f"; it may be {name}: say so in `encoding`"
    if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
        return ""  # half of a character, which says nothing of another encoding
    if data[:200].count(0) > len(data[:200]) // 4:
        even = data[0:200:2].count(0) > data[1:200:2].count(0)
        return f"; it may be utf-16-{'be' if even else 'le'}: say so in `encoding`"
    for name in ("utf-8", "cp1252", "latin-1"):
        if codecs.lookup(name).name == codecs.lookup(encoding).name:
            continue
        try:
            codecs.getincrementaldecoder(name)().decode(data)
        except UnicodeDecodeError:
            continue
        shown = {"cp1252": "windows-1252", "latin-1": "iso-8859-1"}.get(name, name)
        return f"; it may be {shown}: say so in `encoding`"
    return ""


def encoding_of_mark(start: bytes) -> str:
    """The encoding of a file by the byte order mark that it begins with; "" without one."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), "")


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8"),
)
