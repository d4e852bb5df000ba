"""A project begun: the files of a first project, which builds at once."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from string import Template

from mandate_data.errors import InputError
from mandate_data.package.atomic_folders import scratch_folder

NAME = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")
HIDDEN = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "github": ".github"}
"""Files and folders whose names begin with a dot in a project."""


def begin_project(folder: Path, name: str = "", title: str = "") -> list[Path]:
    """Write a project into a folder that is empty or not there yet, and return its files.

    `name` is that of the data package, by default the folder's; `title` is for people. Raises InputError for a folder
    that holds anything, and for a name that is none.
    """
    name = name or folder.resolve().name.lower().replace(" ", "-")
    if not NAME.fullmatch(name):
        raise InputError(f"{name!r}: not a name for a data package; use small letters, figures and hyphens: --name")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: is not empty; name a new folder")
    if not folder.parent.is_dir():
        raise InputError(f"{folder.parent}: no such folder")
    values = {"name": name, "title": title or name.replace("-", " ").capitalize()}
    written: list[Path] = []
    with scratch_folder(folder) as scratch:
        project = scratch / folder.name
        for path, source in _files(files("mandate_data.scaffold"), PurePosixPath()):
            target = project / path
            target.parent.mkdir(parents=True, exist_ok=True)
            text = source.read_text(encoding="utf-8")
            target.write_text(text if path.suffix == ".md" and "raw" in path.parts else _filled(text, values), "utf-8")
            written.append(folder / path)
        if folder.exists():
            folder.rmdir()
        project.rename(folder)
    return written


def _filled(text: str, values: dict[str, str]) -> str:
    return Template(text).substitute(values)


def _files(folder: Traversable, path: PurePosixPath) -> list[tuple[PurePosixPath, Traversable]]:
    """The files of the scaffold with their paths in a project, in the order of their names."""
    found: list[tuple[PurePosixPath, Traversable]] = []
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.name.startswith("__") or item.name.endswith(".py"):
            continue
        place = path / HIDDEN.get(item.name, item.name)
        found += _files(item, place) if item.is_dir() else [(place, item)]
    return found
