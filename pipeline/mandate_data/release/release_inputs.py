"""What a release was made from: sources and schemas, named by one digest, and found again in the tree or a commit."""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DESCRIPTOR
from mandate_data.regular_files import open_regular, read_regular_text
from mandate_data.release.git_repository import git
from mandate_data.release.ledger import NAME, Entry
from mandate_data.release.release_files import digest_of

INPUTS = ("raw", "schemas")
"""Folders from which a release is made; the program is not data."""
NO_INPUT = ("schemas/site.yaml", "schemas/site/", "schemas/views/")
"""What says how a release is shown, not what it holds."""


def digest_of_inputs(root: Path) -> str:
    """One digest of all sources, guides and schemas, by path and content."""
    lines = []
    for folder in INPUTS:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_file() and not name.startswith(NO_INPUT) and "__pycache__" not in path.parts:
                with open_regular(path) as stream:
                    lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {name}\n")
    return digest_of("".join(lines).encode())


@dataclass(frozen=True, slots=True)
class Program:
    """A program that makes releases: the module to run, and the folder from which Python imports it."""

    module: str
    folder: Path


_THIS = Program(__name__.partition(".")[0], Path(__file__).parents[2])


def checkouts(root: Path, entry: Entry, tree: Path) -> Iterator[Program]:
    """Check out the inputs of a release into `tree`, and yield a program that may read them, one after the other.

    First this program, if the working tree still has the inputs; then that of each commit that wrote the release.
    Raises InputError where only a commit could have them and git is not installed.
    """
    here = digest_of_inputs(root) == entry.inputs
    if here:
        for folder in INPUTS:
            shutil.copytree(root / folder, tree / folder)
        shutil.copy2(root / "LICENSE-DATA.md", tree)
        yield _THIS
    if shutil.which("git") is None:
        if here:
            return
        needed = "which finds the commits that earlier releases were made from"
        raise InputError(f"git is not installed, {needed}; install it")
    found = git(
        root, "log", "--full-history", "--reverse", "--format=%H", f"-S{entry.digest}", "--", f"build/releases/{NAME}"
    )
    for commit in found.decode().split():
        shutil.rmtree(tree, ignore_errors=True)
        with tarfile.open(fileobj=io.BytesIO(git(root, "archive", "--format=tar", commit))) as archive:
            archive.extractall(tree, filter="data")
        if digest_of_inputs(tree) == entry.inputs:
            yield _program_of(tree)


def _program_of(tree: Path) -> Program:
    """The program in a commit's tree, by what its `pyproject.toml` says that the command runs; else this one."""
    path = tree / "pyproject.toml"
    content = tomllib.loads(read_regular_text(path, LARGEST_DESCRIPTOR)) if path.is_file() else {}
    command = content.get("project", {}).get("scripts", {}).get("mandate-data")
    if command is None:
        return _THIS
    folder = content.get("tool", {}).get("setuptools", {}).get("package-dir", {}).get("", ".")
    return Program(command.partition(":")[0].partition(".")[0], tree / folder)
