"""The bytes of a file become text, piece by piece: its encoding is recognised, and what is not text is refused."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator

from mandate_data.documents.file_kinds import marked_encoding, no_text
from mandate_data.likely_encodings import likely_encoding


class NoTextError(ValueError):
    """Why a file is not read as text, in words that follow its name; `line` is where, from 1."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


class WrongEncodingError(NoTextError):
    """A file that is not in the encoding in which it is read; `likely` is the one that its bytes fit, "" for none."""

    def __init__(self, reason: str, line: int, likely: str = "") -> None:
        super().__init__(reason, line)
        self.likely = likely


_OF_PYTHON = ("idna", "punycode", "raw-unicode-escape", "unicode-escape", "mbcs", "oem", "palmos", "undefined")
"""Codecs that are not encodings of files: no other program would read one as Python does."""


def text_encoding(name: str) -> str:
    """The name of an encoding as Python has it. Raises LookupError for one that is unknown, or none of texts."""
    found = codecs.lookup(name).name
    if found in _OF_PYTHON:
        raise LookupError(f"{name} is not an encoding of files")
    try:
        is_of_texts = isinstance(codecs.getincrementaldecoder(name)().decode(b"", True), str)
    except (TypeError, ValueError):
        is_of_texts = False
    if not is_of_texts:
        raise LookupError(f"{name} is not an encoding of texts")
    return found


def decoded(chunks: Iterable[bytes], encoding: str = "utf-8", binary: bool = False) -> Iterator[str]:
    """The text of a file whose bytes come in chunks, with its line ends and byte order mark.

    What is to be in UTF-8 is in UTF-16 or UTF-32 if it begins with the byte order mark of one. Raises NoTextError for
    what is not text, binary data in a text included unless `binary` data is read, and WrongEncodingError.

    >>> list(decoded([b"Caf\\xc3", b"\\xa9"]))
    ['Caf', 'é']
    """
    decoder: codecs.IncrementalDecoder | None = None
    read = breaks = 0  # bytes and line ends before the piece
    for piece, final in _with_end(chunks):
        if decoder is None:
            if text_encoding(encoding) == "utf-8":
                if kind := no_text(piece):
                    raise NoTextError(f"not a text file: {kind}", 1)
                encoding = marked_encoding(piece) or encoding
            decoder = codecs.getincrementaldecoder(encoding)()
        whole = decoder.getstate()[0] + piece
        try:
            text = decoder.decode(piece, final=final)
        except UnicodeDecodeError as error:
            bad = f"byte 0x{whole[error.start]:02x} at offset {read + len(piece) - len(whole) + error.start}"
            line = breaks + whole.count(b"\n", 0, error.start) + 1
            raise WrongEncodingError(f"not {encoding.upper()} ({bad})", line, _likely(whole, error.start)) from None
        except UnicodeError as error:
            raise WrongEncodingError(f"not {encoding.upper()} ({error})", 1) from None
        if not binary and "\0" in text:
            line = breaks + text.count("\n", 0, text.index("\0")) + 1
            raise NoTextError(f"not a text file: it holds binary data in line {line}; give its text", line)
        read += len(piece)
        breaks += text.count("\n")
        if text:
            yield text


def _likely(data: bytes, bad: int) -> str:
    """The encoding that the bytes from the first bad one on fit, with those right before that are not ASCII."""
    before = data[max(0, bad - _BEFORE) : bad]
    return likely_encoding(data[bad - len(before) + len(before.rstrip(_NOT_ASCII)) :])


_NOT_ASCII = bytes(range(0x80, 0x100))
_BEFORE = 1000


def _with_end(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each chunk, and whether nothing follows it: an empty one ends the file."""
    yield from ((chunk, False) for chunk in chunks)
    yield b"", True
