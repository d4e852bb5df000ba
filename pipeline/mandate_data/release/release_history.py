"""The history of a ledger in git: what a commit says was released must be in the ledger still, as it was."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.release.ledger import NAME, Entry, entries_of

_SAFE = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "diff.external=")
"""Settings of a repository must not run another program."""


def git(root: Path, *arguments: str) -> bytes:
    """What git prints; nothing where it fails."""
    done = subprocess.run(["git", "-C", str(root), *_SAFE, *arguments], capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""


def wrong_by_history(root: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """Releases that a commit before `HEAD` has in the ledger, and that are no longer there or no longer the same.

    Nothing where git is not installed, or the project is in no repository.
    """
    if shutil.which("git") is None:
        return
    place = f"build/releases/{NAME}"
    now = {entry.version: entry.digest for entry in entries}
    reported: set[str] = set()
    for commit in git(root, "log", "--format=%H", "--", place).decode().split():
        for entry in _ledger_of(root, commit, place):
            if now.get(entry.version) != entry.digest and entry.version not in reported:
                reported.add(entry.version)
                what = "is no longer in the ledger" if entry.version not in now else "was another in the ledger"
                yield f"{root / place}: {entry.version}: {what} that commit {commit[:12]} has; restore it"


def _ledger_of(root: Path, commit: str, place: str) -> Sequence[Entry]:
    data = git(root, "show", f"{commit}:./{place}")
    try:
        return entries_of(data, place) if data else ()
    except InputError:  # a commit may have a broken one; what is wrong now is reported by others
        return ()
