"""What the first bytes of a file say of it: the encoding of its text, or what it is if it is none."""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks of the encodings that always begin with one."""
ZIP = b"PK"
"""How every zip archive begins, such as a Word document."""
OLE = b"\xd0\xcf\x11\xe0"
OPEN_DOCUMENT = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.", re.DOTALL)
"""How a document of LibreOffice begins."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What a file of that kind has in it if it is another one with a password."""
LOCKED = "encrypted and needs a password; open it with the password and save it without one"
KINDS = (
    (OPEN_DOCUMENT, "an OpenDocument file; save it as .docx"),
    (b"%PDF-", "a PDF; give it the suffix .pdf"),
    (ZIP + b"\x03\x04", "a zip archive, as Word documents are; give a Word document the suffix .docx"),
    (OLE, "a document of an old office program; save it as .docx"),
    (b"{\\rtf", "a document in RTF; save it as .docx"),
    (b"\x1f\x8b", "a packed file; unpack it"),
    (b"\x89PNG", "a picture; give its text"),
    (b"\xff\xd8\xff", "a picture; give its text"),
    (b"GIF8", "a picture; give its text"),
    (b"\x7fELF", "a program; give a document"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file; unpack it"),
    (b"\xfd7zXZ\x00", "a packed file; unpack it"),
)
START = 4096  # bytes that are looked at
OFTEN = 0.25  # of the bytes of a text in UTF-16 are NUL bytes, at least, if most of it is in the Latin script
UNMARKED = "it looks like {name} without a byte order mark; save it as UTF-8"
LETTERS = re.compile(
    r"[\u00a0-\u024f\u0370-\u06ff\u2010-\u2044\u2116\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]"
)
SOME, MOST = 0.01, 0.95  # of the characters of a text in UTF-16
CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 0x7F])
"""Bytes that no text has, whatever its encoding, if that begins with no mark."""
FEW_CONTROLS = 8
MOST_CONTROLS = 0.05  # of the bytes of a text that has some by mistake


def marked_encoding(start: bytes) -> str | None:
    """The encoding of a file that begins with these bytes by its byte order mark, unless it is UTF-8 or none."""
    return next((name for mark, name in MARKS if start.startswith(mark)), None)


def no_text(start: bytes) -> str | None:
    """What a file that begins with these bytes is, and what to do; None if it may be text."""
    for begin, kind in KINDS:
        if begin.match(start) if isinstance(begin, re.Pattern) else start.startswith(begin):
            return f"it is {LOCKED if begin == OLE and ENCRYPTED in start else kind}"
    looked_at = start[:START]
    if marked_encoding(start) is None and looked_at.count(0) >= max(2, OFTEN * len(looked_at)):
        even, odd = looked_at[::2].count(0), looked_at[1::2].count(0)
        if not even or not odd:
            return UNMARKED.format(name="UTF-16-BE" if even else "UTF-16-LE")
    controls = sum(looked_at.count(code) for code in CONTROLS)
    if marked_encoding(start) is None and controls >= max(FEW_CONTROLS, MOST_CONTROLS * len(looked_at)):
        name = next(filter(None, map(_wide, (looked_at,) * 2, ("UTF-16-LE", "UTF-16-BE"))), "")
        return UNMARKED.format(name=name) if name else "it holds binary data; give its text"
    return None


def _wide(start: bytes, name: str) -> str:
    """The name of the encoding, if these bytes are text in it: nearly all of it in letters of some script, and some
    blanks and figures."""
    text = start[: len(start) // 2 * 2].decode(name, "replace")
    plain = sum(sign.isascii() and (sign.isprintable() or sign.isspace()) for sign in text)
    others = len(LETTERS.findall(text))
    return name if plain >= SOME * len(text) and plain + others >= MOST * len(text) else ""
