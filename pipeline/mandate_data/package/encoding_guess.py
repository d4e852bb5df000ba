"""Encoding guess: which encoding a file may be in that is not in the one it should be in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator


def guess(data: bytes, encoding: str) -> str:
    """What to do about bytes that are not in an encoding: a word on the one that they may be in."""
    for start, what in _PACKED:
        if data.startswith(start):
            return f"; it begins as {what} does"
    for mark, name in _MARKS:
        if data.startswith(mark):
            return f"; it may be {name}: say so in `encoding`"
    if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
        return ""  # half of a character, which says nothing of another encoding
    for name in (wide_encoding(data), *_eastern(data), "utf-8", "cp1252", "latin-1"):
        if not name or codecs.lookup(name).name == codecs.lookup(encoding).name:
            continue
        if _text(data, name) is not None:
            shown = {"cp1252": "windows-1252", "latin-1": "iso-8859-1"}.get(name, name)
            return f"; it may be {shown}: say so in `encoding`"
    return ""


def wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32, by the NUL bytes of a text that is mostly Latin; "" for a text with few of them."""
    start = data[:200]
    if start.count(0) <= len(start) // 4:
        return ""
    width = 32 if start.count(0) > len(start) * 5 // 8 else 16
    order = "be" if start.startswith(b"\0") else "le"
    return f"utf-{width}-{order}"


def _text(data: bytes, encoding: str) -> str | None:
    """The text, whose last character may be cut; None where it is in another encoding."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return None


def _eastern(data: bytes) -> Iterator[str]:
    """Encodings in which all that is not ASCII is of one script, and most of it in words of several characters.

    In a text of Western Europe, letters with accents are alone among others.
    """
    for name, script, needed in _EASTERN:
        words = _NOT_ASCII.findall(_text(data, name) or "")
        long = [word for word in words if len(word) > 1]
        if len(long) * 2 > len(words) and all(map(script.fullmatch, words)) and needed.search("".join(words)):
            yield name


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_HAN = r"\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e"
_KANA = re.compile(r"[\u3040-\u30ff]")
_ANY, _SMALL_CYRILLIC = re.compile(""), re.compile(r"[\u0430-\u044f]{3}")
_EASTERN = (
    ("shift_jis", re.compile(rf"[\u3040-\u30ff{_HAN}]+"), _ANY),
    ("euc_jp", re.compile(rf"[\u3040-\u30ff{_HAN}]+"), _KANA),
    ("windows-1251", re.compile(r"[\u0401\u0410-\u044f\u0451\u2013\u2014\u2116\xab\xbb]+"), _SMALL_CYRILLIC),
    ("euc_kr", re.compile(r"[\uac00-\ud7a3]+"), _ANY),
    ("gb18030", re.compile(rf"[{_HAN}]+"), _ANY),
    ("big5", re.compile(rf"[{_HAN}]+"), _ANY),
)
"""Encodings, the characters of their scripts, and those of which there has to be one."""


def encoding_of_mark(start: bytes) -> str:
    """The encoding of a file by the byte order mark that it begins with; "" without one."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), "")


_PACKED = ((b"\x1f\x8b", "a file packed by gzip"), (b"PK\x03\x04", "a zip or an Excel file"))
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8"),
)
