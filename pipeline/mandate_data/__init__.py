"""mandate-data: United Nations human-rights documents become data with an address in the source.

    import mandate_data as md

    package = md.load("build/package", raw="raw")
    package["country_visits"].frame()                         # pandas, with the dtypes of the Table Schema
    package["country_visits"].where("2016-geo", "start_date") # source, line, characters, text
    md.validate("build/package")                              # findings

One way through: documents -> extract -> validate -> publish. A room imports only from rooms above it; `citations` is
a library that knows nothing of our sources. Nothing heavy is loaded before it is used.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mandate_data.build_package import BuildResult
    from mandate_data.citations import Reference, Symbol, SymbolError
    from mandate_data.diff.version_bump import Comparison
    from mandate_data.errors import InputError
    from mandate_data.findings import Finding
    from mandate_data.package.addresses import Address
    from mandate_data.package.tables import Column, Package, Table

__version__ = "0.1.0"
__all__ = [
    "Address",
    "Column",
    "Finding",
    "InputError",
    "Package",
    "SymbolError",
    "Table",
    "__version__",
    "build",
    "cite",
    "diff",
    "load",
    "parse",
    "validate",
]
_CLASSES = {
    "Address": "mandate_data.package.addresses",
    "Column": "mandate_data.package.tables",
    "Finding": "mandate_data.findings",
    "InputError": "mandate_data.errors",
    "Package": "mandate_data.package.tables",
    "SymbolError": "mandate_data.citations",
    "Table": "mandate_data.package.tables",
}

for _room in ("diff", "validate"):  # rooms with the names of functions: loaded first, they don't replace them later
    import_module(f"{__name__}.{_room}")


def __getattr__(name: str) -> Any:
    if name not in _CLASSES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_CLASSES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def load(path: str | Path, *, raw: str | Path | None = None) -> Package:
    """Read a data package, of this project or any other: its folder, its `datapackage.json`, a zip of it, or a release.

    `raw` is a project's folder of sources, with a folder for each: with it, addresses have the text that is printed
    there, for each source whose text is the one that the package was made from. Tables may be CSV of any
    dialect, in parts or compressed, JSON, Parquet or Excel, as `validate` reads them.

    Raises InputError for a package that can't be read, with a line that says what is wrong and where. It does not
    check whether the package is valid: `validate` does.

    >>> package = load("build/package")
    >>> package["countries"].row("GEO")["name"]
    'Georgia'
    """
    from mandate_data.errors import InputError
    from mandate_data.package.file_safety import is_address
    from mandate_data.package.read import read_package, with_documents

    if isinstance(path, str) and is_address(path):
        raise InputError(f"{path}: nothing is fetched; download the package, and name its folder or zip")
    package = read_package(Path(path))
    if raw is None:
        return package
    from mandate_data.extract.source_descriptors import sources_at_hand

    if not Path(raw).is_dir():
        raise InputError(f"{raw}: no such folder; name the folder of the sources, for example raw")
    sources = package["sources"].cells if "sources" in package else []
    digests = {row["source_id"]: row["sha256"] for row in sources if row.get("sha256")}
    return with_documents(package, sources_at_hand(Path(raw), digests))


def validate(folder: str | Path, *, root: str | Path = ".") -> list[Finding]:
    """Check the package in a folder, and return what was found: an empty list means that nothing is wrong.

    A package of the project at `root` is read again from its sources, which runs the project's code; any other package
    is checked by its own descriptor. A finding has `code`, `severity` (`error`, `warning` or `note`), `message`,
    `hint`, `file` and `line` (from 1; 0 if it is of no line).

    Raises InputError where there is no package, and where another `root` than the current folder is not a project.

    >>> [finding for finding in validate("build/package") if finding.severity == "error"]
    []
    """
    from mandate_data.project import Project
    from mandate_data.validation import inspect

    if Path(root) != Path():
        Project(Path(root)).check_exists()
    return list(inspect(Path(folder), Path(root)).findings)


def build(root: str | Path = ".", out: str | Path | None = None) -> BuildResult:
    """Build the package of the project at `root` into the folder `out`, by default `build/package` of the project.

    The result has `accepted`, `folder`, `findings`, and `rows`: the number of rows by table. With a finding of severity
    error, `out` stays as it was, `accepted` is False, and `folder` is `<out>.rejected` with the rejected package.
    Runs the project's code. Raises InputError for sources or schemas that can't be used.

    >>> built = build(".", "build/again")
    >>> built.accepted, built.rows["countries"] == len(load(built.folder)["countries"].rows)
    (True, True)
    """
    from mandate_data.build_package import build as run

    return run(Path(root), Path(root) / "build" / "package" if out is None else Path(out))


def diff(old: str | Path | Package, new: str | Path | Package) -> Comparison:
    """Compare two packages: `schema` and `rows` are the changes, `reasons` say how much each weighs.

    `empty` is True if there are none. Cells are compared as values of their types: `true` and `1` may be the same.
    `bump` is what follows for the version by the Data Package recipe: `major`, `minor`, `patch`, or `""` where nothing
    has changed. Packages are given as `load` takes them, or as it gives them. Raises InputError as `load` does.

    >>> diff("build/package", "build/package").bump
    ''
    """
    from mandate_data.diff.version_bump import compared
    from mandate_data.package.tables import Package

    before, after = (item if isinstance(item, Package) else load(item) for item in (old, new))
    return compared(before, after)


def cite(text: str) -> list[Reference]:
    """The references to United Nations documents in a text, in its order; `ibid.` and `supra` are settled.

    A reference has `start` and `end` (characters from 0, end exclusive), `line` (from 1), `text`, `kind`, `symbol`
    (None where the text does not settle it, with the `reason`), `pinpoint` and `note`. Anything but a text
    is a TypeError.

    >>> [(reference.text, reference.symbol) for reference in cite("See resolution 7/13 of the Human Rights Council.")]
    [('resolution 7/13', 'A/HRC/RES/7/13')]
    """
    from mandate_data.citations import cite as run

    _require_text(text)
    return run(text)


def parse(symbol: str) -> Symbol:
    """Read a United Nations document symbol; `str` gives it in its official form.

    The symbol has `body`, `year`, `session`, `url`, and `repaired`, which is True where it was written with a slip.
    Raises SymbolError, a ValueError, for a text that is not a symbol, and TypeError for anything but a text.

    >>> str(parse("E/CN4/RES/1990/68"))
    'E/CN.4/RES/1990/68'
    """
    from mandate_data.citations import parse as run

    _require_text(symbol)
    return run(symbol)


def _require_text(given: object) -> None:
    if not isinstance(given, str):
        raise TypeError(f"expected a text (str), not {type(given).__name__}")
