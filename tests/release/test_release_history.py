"""What git remembers: a ledger that a merge, a move or another repository hides, and a history that can't be read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from calling import call
from conftest import ROOT
from mandate_data.release.ledger import NAME, ledger_bytes, read_ledger
from mandate_data.release.verification import Verification, verification


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose ledger and first release are in a repository."""
    root = tmp_path / "project"
    releases = root / "build" / "releases"
    shutil.copytree(ROOT / "build" / "releases" / "1.0.0", releases / "1.0.0")
    (releases / NAME).write_bytes(ledger_bytes(read_ledger(ROOT / "build" / "releases")[:1]))
    git(root, "init", "-b", "main")
    commit(root)
    return root


def git(root: Path, *arguments: str) -> str:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *names, "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(root: Path) -> str:
    git(root, "add", "-A")
    git(root, "commit", "--allow-empty", "-m", "a step")
    return git(root, "rev-parse", "--short=12", "HEAD")


def releases_of(root: Path) -> Path:
    return root / "build" / "releases"


def add_the_second(root: Path) -> None:
    shutil.copytree(ROOT / "build" / "releases" / "1.0.1", releases_of(root) / "1.0.1")
    (releases_of(root) / NAME).write_bytes(ledger_bytes(read_ledger(ROOT / "build" / "releases")[:2]))


def gone(root: Path, version: str, of: str) -> str:
    return f"{releases_of(root) / NAME}: {version}: is no longer in the ledger that commit {of} has; restore it"


def without_history(root: Path, why: str) -> Verification:
    return Verification((), (f"{releases_of(root) / NAME}: could not be compared with the history of git{why}",))


def test_with_its_whole_history_there_is_nothing_to_say(project: Path) -> None:
    assert verification(project, rebuild=False) == Verification((), ())


def test_a_merge_hides_no_release(project: Path) -> None:
    git(project, "switch", "-c", "aside")
    add_the_second(project)
    there = commit(project)
    git(project, "switch", "main")
    (project / "notes.txt").write_text("more\n", encoding="utf-8")
    commit(project)
    git(project, "merge", "-s", "ours", "-m", "merged", "aside")
    git(project, "branch", "-D", "aside")
    assert verification(project, rebuild=False) == Verification((gone(project, "1.0.1", there),), ())


def test_a_release_that_only_another_branch_has_is_a_note(project: Path) -> None:
    add_the_second(project)
    there = commit(project)
    git(project, "branch", "later")
    git(project, "reset", "--hard", "HEAD~1")
    line = (
        f"{releases_of(project) / NAME}: 1.0.1: is in the ledger that commit {there} of another branch or tag has;"
        " git branch --all --contains says which"
    )
    assert verification(project, rebuild=False) == Verification((), (line,))


def test_a_project_that_has_moved_is_followed(project: Path) -> None:
    add_the_second(project)
    there = commit(project)
    new = project / "moved"
    new.mkdir()
    git(project, "mv", "build", "moved")
    shutil.rmtree(releases_of(new) / "1.0.1")
    (releases_of(new) / NAME).write_bytes(ledger_bytes(read_ledger(releases_of(new))[:1]))
    commit(project)
    assert verification(new, rebuild=False) == Verification((gone(new, "1.0.1", there),), ())


def test_a_ledger_elsewhere_that_shares_no_release_is_a_note(project: Path) -> None:
    new = project / "moved"
    new.mkdir()
    git(project, "mv", "build", "moved")
    (entry,) = read_ledger(releases_of(new))
    (releases_of(new) / NAME).write_bytes(ledger_bytes([replace(entry, change="major").sealed()]))
    commit(project)
    assert verification(new, rebuild=False).notes == (
        f"{releases_of(new) / NAME}: could not be compared with the history of git at build/releases/{NAME},"
        " where an earlier commit has a ledger that shares no release with it",
    )


def break_the_head(root: Path) -> None:
    (root / ".git" / "HEAD").write_text("nothing\n", encoding="utf-8")


def take_git_away(root: Path) -> None:
    shutil.rmtree(root / ".git")


@pytest.mark.parametrize("harm", [break_the_head, take_git_away])
def test_a_history_that_can_not_be_read_is_a_note(harm: Callable[[Path], None], project: Path) -> None:
    harm(project)
    why = ": fatal: not a git repository (or any of the parent directories): .git"
    assert verification(project, rebuild=False) == without_history(project, why)
    done = call("verify", "--no-rebuild", folder=project)
    assert done.returncode == 0
    assert f"note: build/releases/{NAME}: could not be compared with the history of git{why}\n" in done.stderr


def test_a_repository_of_somebody_else_is_a_note(project: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a repository away")
    os.chown(project / ".git", 12345, 12345)
    os.chown(project, 12345, 12345)
    (line,) = verification(project, rebuild=False).notes
    assert "could not be compared with the history of git: fatal: detected dubious ownership" in line


def test_without_git_that_is_a_note(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert verification(project, rebuild=False) == without_history(project, ": git is not installed")


def test_a_shallow_clone_is_a_note(project: Path, tmp_path: Path) -> None:
    add_the_second(project)
    commit(project)
    git(tmp_path, "clone", "--depth", "1", f"file://{project}", "clone")
    why = " but for the latest commits: the clone is shallow; git fetch --unshallow"
    assert verification(tmp_path / "clone", rebuild=False) == without_history(tmp_path / "clone", why)


def test_a_ledger_that_no_commit_has_is_a_note(tmp_path: Path, project: Path) -> None:
    git(project, "rm", "-r", "--cached", "-q", "build")
    (project / "more.txt").write_text("more\n", encoding="utf-8")
    shutil.rmtree(project / ".git")
    git(project, "init")
    git(project, "add", "more.txt")
    git(project, "commit", "-m", "without")
    assert verification(project, rebuild=False) == without_history(project, ": no commit has it")


def test_neither_replaced_commits_nor_grafts_nor_another_repository_hide_anything(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_the_second(project)
    there = commit(project)
    shutil.rmtree(releases_of(project) / "1.0.1")
    (releases_of(project) / NAME).write_bytes(ledger_bytes(read_ledger(releases_of(project))[:1]))
    commit(project)
    first = git(project, "rev-list", "--max-parents=0", "HEAD")
    git(project, "replace", there, first)
    (project / ".git" / "info").mkdir(exist_ok=True)
    (project / ".git" / "info" / "grafts").write_text(git(project, "rev-parse", "HEAD") + "\n", encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init")
    commit(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert verification(project, rebuild=False) == Verification((gone(project, "1.0.1", there),), ())


def test_signers_that_a_commit_had_are_missed(project: Path) -> None:
    (project / "SIGNERS").write_text("x ssh-ed25519 AAAA\n", encoding="utf-8")
    there = commit(project)
    git(project, "rm", "-q", "SIGNERS")
    commit(project)
    assert verification(project, rebuild=False) == Verification(
        (f"{project / 'SIGNERS'}: is no longer there, and commit {there} has it; restore it",), ()
    )


def test_another_key_than_the_latest_commit_trusts_is_a_note(project: Path) -> None:
    signers = project / "SIGNERS"
    signers.write_text("x ssh-ed25519 AAAA\n", encoding="utf-8")
    there = commit(project)
    assert verification(project, rebuild=False).notes == ()
    signers.write_text("x ssh-ed25519 BBBB\n", encoding="utf-8")
    note = f"{signers}: differs from commit {there}; no commit has the keys that it trusts now"
    assert verification(project, rebuild=False).notes == (note,)
    commit(project)
    assert verification(project, rebuild=False).notes == ()


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_signers_that_are_no_file_are_a_fault(kind: str, project: Path) -> None:
    path = project / "SIGNERS"
    if kind == "link":
        path.symlink_to("nowhere")
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    ledger = releases_of(project) / NAME
    assert verification(project, rebuild=False).wrong == (
        f"{path}: is not a regular file, and says whose signature is trusted; restore it",
        f"{ledger}: is not signed, though SIGNERS says whose signature is trusted; sign it with --sign KEY",
    )
