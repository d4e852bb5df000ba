"""The history of a ledger in git: what a commit says was released must be in the ledger still, as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.release.git_repository import git, is_shallow, why_no_history
from mandate_data.release.ledger import NAME, Entry, entries_of
from mandate_data.release.signing import MINISIGN_SIGNERS, SSH_SIGNERS

_PLACE = f"build/releases/{NAME}"
_LOG = ("log", "--full-history", "--format=%H")
"""All commits, those too that a merge left aside without a trace."""


@dataclass(frozen=True, slots=True)
class History:
    """What is `wrong` by the history of the project, and `notes` on what could not be compared: a line each."""

    wrong: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def compare_history(root: Path, entries: Sequence[Entry]) -> History:
    """What commits have released or trusted, and what is no longer there or no longer the same.

    What only another branch or tag has may be later or a trial: that is a note. So is what could not be compared: git
    is not installed, the project is in no repository or in one that git does not trust, or older commits are absent.
    """
    what = f"{root / _PLACE}: could not be compared with the history of git"
    obstacle = why_no_history(root)
    if obstacle:
        return History(notes=(f"{what}: {obstacle}",))
    notes = [f"{what} but for the latest commits: the clone is shallow; git fetch --unshallow"] * is_shallow(root)
    commits = _commits(root, "HEAD", _PLACE)
    if not commits:
        notes.append(f"{what}: no commit has it")
    wrong, unread = _compared(root, entries, [(commit, f"./{_PLACE}") for commit in commits])
    notes += [f"{what} as commit {commit[:12]} has it: that can't be read" for commit in unread]
    known = {entry.digest for entry in entries}
    for place in _earlier_places(root):
        moved = [(commit, place) for commit in _commits(root, "HEAD", f":(top,literal){place}")]
        if any(entry.digest in known for commit in moved for entry in _ledger_of(root, *commit) or ()):
            wrong |= _compared(root, entries, moved)[0]
        else:
            notes.append(f"{what} at {place}, where an earlier commit has a ledger that shares no release with it")
    return History(
        (*wrong.values(), *_signers_gone(root)), (*notes, *_signers_changed(root), *_elsewhere(root, entries))
    )


def _compared(
    root: Path, entries: Sequence[Entry], commits: Sequence[tuple[str, str]]
) -> tuple[dict[str, str], list[str]]:
    """What is wrong with a version, by its number, and the commits whose ledger is not at hand."""
    now = {entry.version: entry.digest for entry in entries}
    wrong: dict[str, str] = {}
    unread = []
    for commit, place in commits:
        ledger = _ledger_of(root, commit, place)
        if ledger is None:
            unread.append(commit)
        for entry in ledger or ():
            if now.get(entry.version) != entry.digest and entry.version not in wrong:
                what = "is no longer in the ledger" if entry.version not in now else "was another in the ledger"
                wrong[entry.version] = (
                    f"{root / _PLACE}: {entry.version}: {what} that commit {commit[:12]} has; restore it"
                )
    return wrong, unread


def _commits(root: Path, of: str, place: str) -> list[str]:
    """The commits of a branch, or of `--all`, that changed a file, the latest first."""
    return git(root, *_LOG, of, "--", place).decode().split()


def _ledger_of(root: Path, commit: str, place: str) -> Sequence[Entry] | None:
    """The entries of a commit's ledger; None where the commit has one that is not at hand."""
    data = git(root, "show", f"{commit}:{place}")
    if not data:
        whole = () if place.startswith("./") else ("--full-tree",)
        return None if git(root, "ls-tree", *whole, commit, "--", place.removeprefix("./")) else ()
    try:
        return entries_of(data, place)
    except InputError:  # a commit may have a broken one; what is wrong now is reported by others
        return ()


def _earlier_places(root: Path) -> list[str]:
    """Ledgers that earlier commits have elsewhere in the repository and the latest has not: the project has moved."""
    pattern = f":(top,glob)**/{_PLACE}"
    names = git(root, "log", "--full-history", "-m", "--format=", "--name-only", "-z", "HEAD", "--", pattern)
    now = git(root, "ls-tree", "-r", "--name-only", "--full-tree", "-z", "HEAD")
    here = git(root, "rev-parse", "--show-prefix").decode().strip() + _PLACE
    return sorted({name.strip() for name in names.decode().split("\0")} - {"", here, *now.decode().split("\0")})


def _elsewhere(root: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """Releases that only another branch or tag has, or has as another."""
    now = {entry.version: entry.digest for entry in entries}
    reported: set[str] = set()
    here = set(_commits(root, "HEAD", _PLACE))
    for commit in _commits(root, "--all", _PLACE):
        for entry in (() if commit in here else _ledger_of(root, commit, f"./{_PLACE}")) or ():
            if now.get(entry.version) != entry.digest and entry.version not in reported:
                reported.add(entry.version)
                what = "is in the ledger" if entry.version not in now else "is another in the ledger"
                yield (
                    f"{root / _PLACE}: {entry.version}: {what} that commit {commit[:12]} of another branch or tag has;"
                    " git branch --all --contains says which"
                )


def _signers_gone(root: Path) -> Iterator[str]:
    """Files that said whose signature is trusted, in a commit, and are gone."""
    for name in (SSH_SIGNERS, MINISIGN_SIGNERS):
        had = [commit for commit in _commits(root, "HEAD", name) if git(root, "ls-tree", commit, "--", name)]
        if had and not (root / name).exists():
            yield f"{root / name}: is no longer there, and commit {had[0][:12]} has it; restore it"


def _signers_changed(root: Path) -> Iterator[str]:
    """Files that say whose signature is trusted, otherwise than the latest commit."""
    for name in (SSH_SIGNERS, MINISIGN_SIGNERS):
        last = _commits(root, "HEAD", name)
        if last and (root / name).is_file() and git(root, "status", "--porcelain", "--", name):
            yield f"{root / name}: differs from commit {last[0][:12]}; no commit has the keys that it trusts now"
