"""Project files: what lies in a project under a wrong name or is of a wrong kind, so that nothing is passed over."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_YAML
from mandate_data.package.addresses import ABOUT_THE_DATA
from mandate_data.regular_files import read_regular

IN_SCHEMAS = (
    *("package.yaml", "site.yaml", "claims.yaml", "checks.yaml", "waivers.yaml"),
    *("__init__.py", "every_source.py", "normalisations.py", "derivations.py", "proposals.py"),
    *("tables/", "rules/", "views/", "release_notes/"),
)
"""What is read in `schemas/`; names of folders end in a slash."""
IN_RAW = ("identifiers.yaml",)
IN_SOURCE = ("source.yaml", "extraction.yaml", "errata.yaml", "reader.py")
_ALIKE = 0.8
"""How much of a name must be that of another one for it to be a slip."""
_FOR_PEOPLE = re.compile(r"(?i)(?:readme|licen[cs]e|copying|notice|changelog)\b")
_IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+[.\w]+[ \t]+import[ \t]+(?:\([^)]*\)|[^\n]*)|import[ \t]+[^\n]*)", re.M)


class ProjectFiles:
    """The files of a project in `raw` and `schemas`; each is looked at once."""

    def __init__(self, raw: Path, schemas: Path) -> None:
        self._raw, self._schemas = raw, schemas

    def check_schemas(self, tables: Collection[str]) -> None:
        """Raises InputError for what lies in `schemas/` under a name nearly that of a file that is read, or is of
        another kind (a folder, a link to nothing), and for a Table Schema of a table that is not in `tables`; those of
        the tables about the data are looked for anyway."""
        self._check(self._schemas, IN_SCHEMAS)
        for path in _entries(self._schemas / "tables"):
            self._check_suffix(path, ".yaml")
            if path.suffix == ".yaml" and path.stem not in (*tables, *ABOUT_THE_DATA):
                package = self._schemas / "package.yaml"
                raise InputError(
                    f"{path}: {path.stem!r} is not among the tables of {package}; list it there, or delete it"
                )
        for path in _entries(self._schemas / "views"):
            self._check_suffix(path, ".sql")

    def check_raw(self) -> None:
        """Raises InputError for the same in `raw/` and in the folders of its sources, and for a folder of `raw/`
        without `source.yaml`."""
        self._check(self._raw, IN_RAW)
        for folder in _folders(self._raw):
            self._check(folder, IN_SOURCE)
            if not (folder / "source.yaml").exists():
                why = "has no source.yaml, as the folder of a source has"
                raise InputError(f"{folder}: {why}; write it, or move the folder elsewhere")

    def unread(self, documents: Collection[Path]) -> Iterator[Path]:
        """Files that neither the program nor the project's code reads, in the order of their names.

        `documents` are those of the sources. Left out are texts for people (README, LICENSE), hidden files, and what
        the project's code or `site.yaml` names.
        """
        for folder, known in [(self._raw, IN_RAW), *((one, IN_SOURCE) for one in _folders(self._raw))]:
            for path in _entries(folder):
                if path not in documents and not (folder == self._raw and path.is_dir()):
                    yield from self._unread(path, known)
        for path in _entries(self._schemas):
            yield from self._unread(path, IN_SCHEMAS)
        for name, pattern in (("tables", r"\S+\.yaml"), ("views", r".+\.sql"), ("release_notes", r"\d+\.\d+\.\d+\.md")):
            for path in _entries(self._schemas / name):
                if path.is_dir() or not re.fullmatch(pattern, path.name):
                    yield from self._unread(path, ())
        for path in _entries(self._schemas / "rules"):
            yield from self._unread(path, ("__init__.py",))

    def _unread(self, path: Path, known: Collection[str]) -> Iterator[Path]:
        name = f"{path.name}/" if path.is_dir() else path.name
        if name not in known and not self._is_named(path):
            yield path

    def _check(self, folder: Path, known: Sequence[str]) -> None:
        for path in _entries(folder):
            of_file, of_folder = path.name in known, f"{path.name}/" in known
            if of_file and not path.is_file():
                raise InputError(f"{path}: is {_kind(path)}; it must be a file")
            if of_folder and not path.is_dir():
                raise InputError(f"{path}: is {_kind(path)}; it must be a folder")
            if of_file or of_folder or (path.is_dir() and folder == self._raw):
                continue
            like = _like(path, known)
            if like and not self._is_named(path):
                what = f"the folder {folder / like}" if like.endswith("/") else str(folder / like)
                raise InputError(f"{path}: is not read; did you mean {what}? Rename it, or move it elsewhere")

    def _check_suffix(self, path: Path, suffix: str) -> None:
        if path.is_file() and path.suffix != suffix and _plain(path.suffix) == _plain(suffix):
            raise InputError(
                f"{path}: is not read; did you mean {path.with_suffix(suffix)}? Rename it, or move it elsewhere"
            )
        if path.suffix == suffix and not path.is_file():
            raise InputError(f"{path}: is {_kind(path)}; it must be a file")

    def _is_named(self, path: Path) -> bool:
        """Whether the project's code imports a module, or names another file; texts for people need no name."""
        if _FOR_PEOPLE.match(path.name):
            return True
        if path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").is_file()):
            return path.stem in self._imported
        return path.name in self._texts or (path.is_dir() and f"{path.name}/" in self._texts)

    @cached_property
    def _imported(self) -> frozenset[str]:
        """Words of all `import` statements of the project's code."""
        return frozenset(word for found in _IMPORT.finditer(self._texts) for word in re.findall(r"\w+", found[0]))

    @cached_property
    def _texts(self) -> str:
        """The project's code and `site.yaml`, one after the other."""
        paths = [*self._raw.glob("*/*.py"), *self._schemas.rglob("*.py"), self._schemas / "site.yaml"]
        read = (read_regular(path, LARGEST_YAML) for path in sorted(paths) if path.is_file())
        return "\n".join(content.decode("utf-8", "replace") for content in read)


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder, by name, but for hidden files and what Python keeps; nothing where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.name != "__pycache__")


def _folders(raw: Path) -> list[Path]:
    return [path for path in _entries(raw) if path.is_dir()]


def _like(path: Path, known: Sequence[str]) -> str:
    """The name that was meant by another one: the same but for its ending, capitals or hyphens, or nearly so; or ""."""
    names = {
        _plain(Path(name.rstrip("/")).stem): name
        for name in known
        if name != "__init__.py" and _ending(path) in _ENDINGS[Path(name).suffix if name[-1] != "/" else "/"]
    }
    (found, *_) = [*difflib.get_close_matches(_plain(path.stem), names, 1, _ALIKE), ""]
    return names.get(found, "")


_ENDINGS = {
    ".yaml": ("", ".yaml", ".yml", ".json"),
    ".py": ("", "/", ".py", ".pyi"),
    "/": ("", "/", ".py", ".yaml", ".yml", ".sql"),
}
"""The endings of names that may be meant for one with a certain ending."""


def _ending(path: Path) -> str:
    return "/" if path.is_dir() else path.suffix.casefold()


def _plain(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_").replace("yml", "yaml")


def _kind(path: Path) -> str:
    if path.is_dir():
        return "a folder"
    if path.is_symlink() and not path.exists():
        return "a link to nothing"
    return "a file" if path.is_file() else "neither a file nor a folder"
