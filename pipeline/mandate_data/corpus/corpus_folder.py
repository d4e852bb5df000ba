"""The folder of a corpus: the names in it, how it is told from others, and whether it can be written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.write_locks import partial_name

DESCRIPTOR = "datapackage.json"
LOCK = ".lock"
MANIFEST = "manifest.sqlite"


def is_corpus(folder: Path) -> bool:
    """Whether `corpus` has written this folder, or begun to; one that can't be entered counts as none."""
    try:
        return (folder / MANIFEST).is_file() and any((folder / name).is_file() for name in (LOCK, DESCRIPTOR))
    except OSError:
        return False


def check_writable(folder: Path) -> None:
    """Raise OSError where no file can be made in a folder."""
    trial = partial_name(folder / "trial")
    trial.touch(exist_ok=False)
    trial.unlink()


def check_all_writable(folders: Iterable[Path]) -> None:
    """Raise InputError where no file can be made in one of the folders that are there."""
    for folder in folders:
        if folder.exists():
            try:
                check_writable(folder)
            except OSError as error:
                raise not_writable(folder, error) from None


def not_writable(folder: Path, error: OSError) -> InputError:
    """The line that says why a folder can't be written."""
    return InputError(f"{folder}: can't write there ({error.strerror}); name another folder")
