"""Zip archives: opened so that the directory, which the unpacker reads at once, has a limit.

The limit is on what the unpacker reads: a guard that looked for the directory itself could be shown another one.
"""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from mandate_data.limits import LARGEST_DIRECTORY, MOST_ENTRIES


class TooManyEntriesError(zipfile.BadZipFile):
    """The directory of an archive is larger than any is read."""


class _Stream:
    """A stream that, while `guarded`, refuses to read more at once than a directory may have."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.guarded = True
        self.seek, self.tell = stream.seek, stream.tell
        self.seekable, self.close = stream.seekable, stream.close

    def read(self, size: int = -1) -> bytes:
        if self.guarded and size > LARGEST_DIRECTORY:
            raise TooManyEntriesError(f"its directory has {size:,} bytes, more than {LARGEST_DIRECTORY:,}")
        return self._stream.read(size)


def open_archive(stream: BinaryIO) -> zipfile.ZipFile:
    """A zip archive for reading; `stream` is to be closed by the caller.

    Raises TooManyEntriesError, and what `zipfile` raises for what is not an archive.
    """
    guarded = _Stream(stream)
    archive = zipfile.ZipFile(guarded)
    if len(archive.filelist) > MOST_ENTRIES:
        raise TooManyEntriesError(f"it has {len(archive.filelist):,} entries, more than {MOST_ENTRIES:,}")
    guarded.guarded = False
    return archive
