"""The whole release in one zip: the same bytes wherever and whenever it is made."""

from __future__ import annotations

import zipfile
from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip can say at the least
FILE, UNIX = 0o100644 << 16, 3


def write_zip(folder: Path, name: str, path: Path) -> None:
    """Write all files of a folder below `name/`, sorted, stored: what deflate gives differs from library to library."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            entry = zipfile.ZipInfo(f"{name}/{file.relative_to(folder).as_posix()}", EARLIEST)
            entry.external_attr, entry.create_system = FILE, UNIX
            archive.writestr(entry, file.read_bytes())
