"""A project as `init` writes it: how it is changed by a test, and how its build is refused."""

from __future__ import annotations

from pathlib import Path

from calling import call
from mandate_data.scaffold import new_project, write_project


def begin(root: Path) -> None:
    """Begin the project in a folder, and build it."""
    write_project(root, new_project(root, "rooms"))
    done = call("build", "--quiet", folder=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def write(root: Path, path: str, text: str = "") -> None:
    """A file with a text; a path that ends in a slash is a folder."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.endswith("/"):
        target.mkdir()
    else:
        target.write_text(text, encoding="utf-8")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(root: Path) -> str:
    """The line with which a build is refused, the package untouched."""
    package = root / "build" / "package"
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    done = call("build", "--quiet", folder=root)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before
    (line,) = done.stderr.splitlines()
    return line.removeprefix("mandate-data: ")
