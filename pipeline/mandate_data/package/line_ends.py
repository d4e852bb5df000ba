"""Line ends: where rows end whose dialect says how they do, and the line ends within cells that end no row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from mandate_data.regular_files import open_regular

USUAL = ("\n", "\r\n", "\r")
_FEED, _RETURN = "\ufdd1", "\ufdd2"
"""What stands for line ends that are text, while a line is read: no characters of Unicode."""
PLACEHOLDERS = re.compile(f"[{_FEED}{_RETURN}]")
_CODED = str.maketrans({"\n": _FEED, "\r": _RETURN})
_TEXT_BESIDE = {"\n": {"\r"}, "\r\n": {"\n", "\r"}, "\r": {"\n"}}
"""Line ends that are text where another one is stated; a line feed may have a carriage return before it."""
_CHUNK = 1 << 20
"""Bytes that are looked at together."""


def row_end(terminator: str) -> re.Pattern[str]:
    """What ends a row, and nothing else does. A file that says line feeds may have carriage returns before them."""
    return re.compile(r"\r?\n" if terminator == "\n" else re.escape(terminator))


def coded(line: str) -> str:
    """A line without its end, its own line ends coded, so that csv.reader takes them for text."""
    return line.translate(_CODED) + "\n"


def decoded(cells: Sequence[str], terminator: str) -> list[str]:
    """The cells as they are written: between quotes, a row's end is text, too."""
    return [cell.replace("\n", terminator).replace(_FEED, "\n").replace(_RETURN, "\r") for cell in cells]


def are_mixed(paths: Iterable[Path], terminator: str, quote: str) -> bool:
    """Whether files have rows that end as is said, and other line ends besides, which then are text of cells.

    A file that has other line ends only is read by these, as it would have one row otherwise.
    """
    return any(_is_mixed(path, terminator, quote.encode()) for path in paths if path.is_file())


def _ends_in(path: Path) -> set[str]:
    """The line ends that a file has, between quotes, too: found by counting, in little time."""
    feeds = returns = both = 0
    with open_regular(path) as stream:
        while data := stream.read(_CHUNK):
            if data.endswith(b"\r"):
                data += stream.read(1)
            feeds += data.count(b"\n")
            returns += data.count(b"\r")
            both += data.count(b"\r\n")
    counts = {"\n": feeds - both, "\r": returns - both, "\r\n": both}
    return {end for end, count in counts.items() if count}


def _is_mixed(path: Path, terminator: str, quote: bytes) -> bool:
    there = _ends_in(path)
    if terminator not in there or not there & _TEXT_BESIDE[terminator]:
        return False
    seen: set[str] = set()
    quotes = 0
    with open_regular(path) as stream:
        while line := stream.readline(_CHUNK):
            is_crlf = line.endswith(b"\r\n")
            if line.count(b"\r") > is_crlf:
                text = line.removesuffix(b"\r\n")
                pieces = text.split(quote) if quote else [text]
                if any(b"\r" in piece for piece in pieces[quotes % 2 :: 2]):  # not between quotes
                    seen.add("\r")
            quotes += line.count(quote) if quote else 0
            if line.endswith(b"\n") and quotes % 2 == 0:
                seen.add("\r\n" if is_crlf else "\n")
            if terminator in seen and seen & _TEXT_BESIDE[terminator]:
                return True
    return False
