"""Files of a collection, opened one after the other; the archive that the last one lay in stays open for the next."""

from __future__ import annotations

import hashlib
import lzma
import zipfile
import zlib
from contextlib import closing
from types import TracebackType
from typing import IO, BinaryIO

from mandate_data.archives import open_archive
from mandate_data.corpus.find_files import Item, open_place

CHUNK = 1 << 20
FAULTS = (
    OSError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, KeyError,
    ValueError,
)  # fmt: skip
"""What opening or reading a file may end in: it is gone, damaged, or packed in a way that is not read."""


class Opener:
    """Opens files; holds at most one archive open."""

    def __init__(self) -> None:
        self._place = ""
        self._stream: BinaryIO | None = None
        self._archive: zipfile.ZipFile | None = None

    def open(self, item: Item) -> IO[bytes]:
        """The bytes of a file, to be closed by the caller. Raises one of FAULTS."""
        if not item.member:
            return open_place(item.place)
        if self._archive is None or self._place != item.place:
            self.close()
            self._stream = open_place(item.place)
            self._archive, self._place = open_archive(self._stream), item.place
        return self._archive.open(item.member)

    def digest(self, item: Item) -> str:
        """The SHA-256 of a file, in hexadecimal figures. Raises one of FAULTS."""
        with closing(self.open(item)) as stream:
            digest = hashlib.sha256()
            while data := stream.read(CHUNK):
                digest.update(data)
        return digest.hexdigest()

    def close(self) -> None:
        if self._archive is not None:
            self._archive.close()
        if self._stream is not None:
            self._stream.close()
        self._archive = self._stream = None

    def __enter__(self) -> Opener:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
