"""A project: a folder with sources (`raw/`), a contract (`schemas/`) and the code that belongs to them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dis import opname
from functools import cached_property
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from traceback import walk_tb
from types import ModuleType
from typing import Any

from mandate_data.errors import InputError, MisuseError
from mandate_data.findings.registry import Check, checks_of
from mandate_data.limits import LARGEST_YAML
from mandate_data.package.table_schemas import load_contract
from mandate_data.package.tables import Package
from mandate_data.project_files import ProjectFiles
from mandate_data.regular_files import not_utf8, read_regular
from mandate_data.time_limits import TookTooLongError
from mandate_data.yaml_files import load_yaml


@dataclass(frozen=True)
class Project:
    """The project in the folder `root`. Nothing of it is read, and none of its code runs, before it is asked for."""

    root: Path

    @property
    def raw(self) -> Path:
        """The folder with a folder for each source."""
        return self.root / "raw"

    @property
    def schemas(self) -> Path:
        """The folder with the contract, and with the code that gives it its meaning."""
        return self.root / "schemas"

    def check_exists(self) -> None:
        """Raises InputError where there is no project."""
        if not self.schemas.is_dir():
            raise InputError(f"{self.root}: is not a project (there is no folder {self.schemas}); name one that is")

    def check_output(self, folder: Path) -> None:
        """Raises InputError where writing to a folder would reach sources, the contract, or what is released."""
        place = Path(os.path.realpath(folder))
        for kept in (self.raw, self.schemas, self.root / "build" / "releases"):
            there = Path(os.path.realpath(kept))
            if place.is_relative_to(there) or there.is_relative_to(place):
                raise InputError(f"{folder}: would write over {kept}; name another folder")

    @cached_property
    def contract(self) -> Package:
        """The tables as `schemas/` defines them.

        Raises InputError where that is missing or broken, and for a file there that is not read for its name or kind.
        """
        contract = load_contract(self.schemas)
        self.files.check_schemas(contract.keys())
        return contract

    @cached_property
    def files(self) -> ProjectFiles:
        """What lies in `raw/` and `schemas/`."""
        return ProjectFiles(self.raw, self.schemas)

    @cached_property
    def checks(self) -> Mapping[str, Check]:
        """The checks of the program, and those of `schemas/checks.yaml`. Raises InputError for a broken list."""
        return checks_of(self.schemas / "checks.yaml")

    @cached_property
    def repository(self) -> str:
        """The address of the project's repository, from `schemas/site.yaml`; empty where it has none."""
        path = self.schemas / "site.yaml"
        schema = '{"properties": {"addresses": {"type": "object", "properties": {"repository": {"type": "string"}}}}}'
        settings = load_yaml(path, schema) if path.is_file() else {}
        addresses = settings.get("addresses", {}) if isinstance(settings, Mapping) else {}
        return str(addresses.get("repository", "")).rstrip("/")

    def views(self, package_name: str) -> dict[str, str]:
        """The queries in `schemas/views/`, by name, if the package of that name is the project's; else none.

        Raises InputError, with the file, for a query that the tables of the contract can't answer, and for names of
        tables and views that SQLite can't have together.
        """
        if not (self.schemas / "package.yaml").is_file() or self.contract.metadata["name"] != package_name:
            return {}
        from mandate_data.package.sqlite import check_names, fault_of_view

        views = {}
        for path in sorted((self.schemas / "views").glob("*.sql")):
            try:
                views[path.stem] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                raise InputError(f"{path}{not_utf8(error)}") from None
        try:
            check_names(self.contract, views)
        except InputError as error:
            raise InputError(f"{self.schemas}: {error}") from None
        for name, query in views.items():
            path = self.schemas / "views" / f"{name}.sql"
            fault = fault_of_view(self.contract, name, query)
            if fault:
                raise InputError(f"{path}: SQLite says {fault!r}; correct the query")
        return views

    def code(self, path: Path) -> ModuleType:
        """A module of the project, or a package if `path` is a folder with an `__init__.py`.

        Modules of a project may have any file name, and several may have the same: each is loaded under a name of its
        own. Raises InputError, with file and line, for code that can't be run.
        """
        module: ModuleType = self.run(
            "correct the code", path, _load, path.resolve(), self.root.resolve(), self._prefix
        )
        return module

    def run(
        self,
        advice: str,
        path: Path | str,
        function: Callable[..., Any],
        *arguments: object,
        what: str = "",
        passed_on: type[Exception] = InputError,
    ) -> Any:
        """What a function of the project's code, in the file `path` (or at `path:line`), gives.

        Raises InputError for whatever it raises: one line with the file and the line of the code where that arose, what
        it was (`what` names the function, if that says more), and `advice` ("correct the reader"). An InputError, what
        is `passed_on`, and Ctrl-C are raised as they are.
        """
        try:
            return function(*arguments)
        except (InputError, passed_on):
            raise
        except BaseException as error:
            if _is_interrupt(error):
                raise
            said = f"{what}: {_said(error)}" if what else _said(error)
            raise InputError(f"{self._place(error, path)}: {said}; {advice}") from error

    def _place(self, error: BaseException, path: Path | str) -> str:
        """The file and line of the project's code in which an error arose, `raw/a/reader.py:12`; else `path`."""
        if isinstance(error, SyntaxError) and error.filename and error.lineno:
            return f"{self.as_named(error.filename) or error.filename}:{error.lineno}"
        frames = [(self.as_named(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
        return next((f"{file}:{line}" for file, line in reversed(frames) if file is not None), str(path))

    def as_named(self, file: str) -> Path | None:
        """A file of the project's code as its root is named; None for any other file."""
        place, root = Path(file), self.root.resolve()
        if not any(place.is_relative_to(folder) for folder in (root / "raw", root / "schemas")):
            return None
        return self.root / place.relative_to(root)

    @cached_property
    def _prefix(self) -> str:
        """A name that tells this code from that of other projects, and from what stood here before it was edited."""
        digest = sha256(str(self.root.resolve()).encode())
        for path in sorted(one for one in [*self.raw.glob("*/*.py"), *self.schemas.rglob("*.py")] if one.is_file()):
            digest.update(f"\0{path}\0".encode() + read_regular(path, LARGEST_YAML))
        return f"mandate_data_project_{digest.hexdigest()[:16]}"


def _load(path: Path, root: Path, prefix: str) -> ModuleType:
    """The module at `path`; its folders up to `root` are packages, so that it can import its siblings relatively."""
    relative = path.relative_to(root)
    for depth in range(len(relative.parts)):
        _package(root.joinpath(*relative.parts[:depth]), _name(prefix, relative.parts[:depth]))
    name = _name(prefix, (*relative.parts[:-1], path.stem if path.suffix else path.name))
    if path.is_dir():
        return _package(path, name)
    return _run(name, path, None)


def _name(prefix: str, parts: tuple[str, ...]) -> str:
    return ".".join([prefix, *(part.replace("-", "_").replace(".", "_") for part in parts)])


def _package(folder: Path, name: str) -> ModuleType:
    init = folder / "__init__.py"
    if init.is_file():
        return _run(name, init, folder)
    if name not in sys.modules:
        module = ModuleType(name)
        module.__path__ = [str(folder)]
        sys.modules[name] = module
    return sys.modules[name]


def _run(name: str, path: Path, folder: Path | None) -> ModuleType:
    if name in sys.modules:
        return sys.modules[name]
    locations = None if folder is None else [str(folder)]
    spec = spec_from_file_location(name, path, submodule_search_locations=locations)
    if spec is None or spec.loader is None or not path.is_file():
        raise InputError(f"{path}: no such file")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _is_interrupt(error: BaseException) -> bool:
    """Whether somebody pressed Ctrl-C; code that raises KeyboardInterrupt itself makes a mistake."""
    if type(error) is not KeyboardInterrupt:
        return False
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return True
    operation = traceback.tb_frame.f_code.co_code[traceback.tb_lasti]
    return opname[operation] != "RAISE_VARARGS"


def _said(error: BaseException) -> str:
    """What an error says, with its kind where that adds something."""
    if isinstance(error, MisuseError | TookTooLongError):
        return str(error)
    try:
        what = error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:  # noqa: BLE001  an error of a project may fail to say what it is
        what = ""
    return f"{type(error).__name__}: {what}" if what else type(error).__name__
