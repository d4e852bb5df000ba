"""Folders are written aside and then renamed: a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import InputError


@contextmanager
def scratch_folder(beside: Path) -> Iterator[Path]:
    """A new folder next to `beside`, on the same disk; gone at the end unless it was moved away.

    Raises InputError where nothing can be written there.
    """
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{beside.name}.", dir=beside.parent))
    except OSError as error:
        raise InputError(
            f"{beside.parent}: can't write there ({error.strerror}); name another folder with --out"
        ) from None
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def replace_folder(new: Path, target: Path) -> None:
    """Put `new` in the place of `target`; what stood there is deleted last."""
    new.chmod(0o755)
    if not target.exists():
        new.rename(target)
        return
    if not target.is_dir() or not is_ours(target):
        raise InputError(f"{target}: is there and is no data package of ours; name another folder with --out")
    with scratch_folder(target) as grave:
        target.rename(grave / "old")
        new.rename(target)


def is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: it is empty, or holds a data package or a rejected one's report."""
    return not any(folder.iterdir()) or any((folder / name).is_file() for name in ("datapackage.json", "findings.json"))
