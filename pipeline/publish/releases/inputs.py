"""What a release was made from: sources and schemas, told by one digest, and found again in the tree or in a commit."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.publish.releases.contents import digest_of
from pipeline.publish.releases.ledger import NAME, Entry

INPUTS = ("raw", "schemas")
"""Folders from which a release is made; the program is not data."""


def digest_of_inputs(root: Path) -> str:
    """One digest of all sources, guides and schemas, by path and content."""
    lines = []
    for folder in INPUTS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n")
    return digest_of("".join(lines).encode())


def trees_of(root: Path, entry: Entry, tree: Path) -> Iterator[Path]:
    """Puts the inputs of a release into `tree`, and gives the folder of a program that may read them, one by one."""
    if digest_of_inputs(root) == entry.inputs:
        for folder in INPUTS:
            shutil.copytree(root / folder, tree / folder)
        shutil.copy2(root / "LICENSE-DATA.md", tree)
        yield Path(__file__).parents[3]
    found = _git(root, "log", "--reverse", "--format=%H", f"-S{entry.digest}", "--", f"build/releases/{NAME}")
    for commit in found.decode().split():
        shutil.rmtree(tree, ignore_errors=True)
        with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "--format=tar", commit))) as archive:
            archive.extractall(tree, filter="data")
        if digest_of_inputs(tree) == entry.inputs:
            yield tree


def _git(root: Path, *arguments: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""
