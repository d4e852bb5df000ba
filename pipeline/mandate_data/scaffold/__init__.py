"""A project begun: the files of a first project, which builds at once."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from string import Template

from mandate_data.errors import InputError
from mandate_data.package.atomic_folders import scratch_folder

NAME = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")
HIDDEN = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "github": ".github"}
"""Files and folders whose names begin with a dot in a project."""


def new_project(folder: Path, name: str = "", title: str = "") -> dict[PurePosixPath, str]:
    """The files of a new project in `folder`, by path; nothing is written.

    `name` is that of the data package, by default the folder's; `title` is for people. Raises InputError for a file, a
    folder that holds anything, and a name or a title that is none.
    """
    name = name or folder.resolve().name.lower().replace(" ", "-")
    if not NAME.fullmatch(name):
        raise InputError(f"{name!r}: not a name for a data package; use small letters, figures and hyphens: --name")
    if os.path.lexists(folder) and not folder.is_dir():
        raise InputError(f"{folder}: is {'a link to nothing' if folder.is_symlink() else 'a file'}; name a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise InputError(f"{folder}: is not empty; name a new folder")
    if not folder.parent.is_dir():
        raise InputError(f"{folder.parent}: no such folder")
    title = title or name.replace("-", " ").capitalize()
    if not title.strip() or not title.isprintable():
        raise InputError(f"{title!r}: not a title; use one line of text: --title")
    values = {"name": name, "title": title, "contributors": f"{title} contributors"}
    return {
        path: text if path.suffix == ".md" and "raw" in path.parts else _filled(text, values, path.suffix == ".yaml")
        for path, text in _texts(files("mandate_data.scaffold"), PurePosixPath())
    }


def write_project(folder: Path, project: Mapping[PurePosixPath, str]) -> None:
    """Write the files of a project in one step."""
    with scratch_folder(folder) as scratch:
        for path, text in project.items():
            target = scratch / folder.name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        if folder.exists():
            folder.rmdir()
        try:
            (scratch / folder.name).rename(folder)
        except OSError as error:
            raise InputError(f"{folder}: another command has begun it meanwhile ({error.strerror})") from None


def _filled(text: str, values: Mapping[str, str], is_yaml: bool) -> str:
    """A text with the values in their places; in YAML each is quoted, so that it is text whatever it holds."""
    quoted = {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
    return Template(text).substitute(quoted if is_yaml else values)


def _texts(folder: Traversable, path: PurePosixPath) -> list[tuple[PurePosixPath, str]]:
    """The texts of the scaffold with their paths in a project, in the order of their names."""
    found: list[tuple[PurePosixPath, str]] = []
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.name.startswith("__") or item.name.endswith(".py"):
            continue
        place = path / HIDDEN.get(item.name, item.name)
        found += _texts(item, place) if item.is_dir() else [(place, item.read_text(encoding="utf-8"))]
    return found
