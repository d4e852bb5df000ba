"""Bytes become text piece by piece, and a bad byte is reported with its offset in the whole file."""

from __future__ import annotations

import codecs


class BadByteError(ValueError):
    """A byte that the encoding does not allow: `byte`, at `offset` from the beginning of the file."""

    def __init__(self, byte: int, offset: int) -> None:
        super().__init__(f"byte 0x{byte:02x} at offset {offset}")
        self.byte = byte
        self.offset = offset


_OF_PYTHON = ("idna", "punycode", "raw-unicode-escape", "unicode-escape", "mbcs", "oem", "palmos", "undefined")
"""Codecs that are no encodings of files: no other program would read one as Python does."""


def text_encoding(name: str) -> str:
    """The name of an encoding as Python has it. Raises LookupError for one that is unknown, or none of texts."""
    found = codecs.lookup(name).name
    if found in _OF_PYTHON:
        raise LookupError(f"{name} is no encoding of files")
    try:
        is_of_texts = isinstance(codecs.getincrementaldecoder(name)().decode(b"", True), str)
    except (TypeError, ValueError):
        is_of_texts = False
    if not is_of_texts:
        raise LookupError(f"{name} is no encoding of texts")
    return found


class TextDecoder:
    """Decodes the pieces of one file in their order.

    >>> decoder = TextDecoder("utf-8")
    >>> decoder.decode(b"Caf\\xc3") + decoder.decode(b"\\xa9", final=True)
    'Café'
    """

    def __init__(self, encoding: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._read = 0

    def decode(self, piece: bytes, final: bool = False) -> str:
        """The text of the next piece. Raises BadByteError; `final` also for a character cut off at the end."""
        pending = self._decoder.getstate()[0]
        try:
            text = self._decoder.decode(piece, final=final)
        except UnicodeDecodeError as error:
            whole = pending + piece
            raise BadByteError(whole[error.start], self._read - len(pending) + error.start) from None
        self._read += len(piece)
        return text
