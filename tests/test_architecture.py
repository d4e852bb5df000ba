"""The house rules that a program can check: what may import what, names, sizes, first lines."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from calling import all_commands
from conftest import ROOT
from mandate_data.cli import COMMANDS

ENGINE = ROOT / "pipeline" / "mandate_data"
BASE = (
    "errors",
    "typography",
    "child_names",
    "child_privacy",
    "progress",
    "schema_check",
    "yaml_files",
    "limits",
    "address_space",
    "object_stores",
    "regular_files",
    "archives",
    "child_process",
    "child_worker",
    "printable",
    "write_locks",
    "time_limits",
    "roman_numerals",
    "month_names",
    "note_headings",
    "line_feeds",
    "likely_encodings",
    "read_only",
)
"""Modules that every room may import, and that import none."""
ROOMS = (
    "documents",
    "citations",
    "findings",
    "package",
    "project_files",
    "project",
    "extract",
    "validate",
    "diff",
    "export",
    "build_package",
    "release",
    "site",
    "corpus",
    "traced_values",
    "scaffold",
    "language_tags",
    "source_scaffold",
    "propose_passages",
    "accept_passages",
    "validation",
    "__init__",
    "cli",
    "__main__",
)
"""The rooms and single modules of the engine; each imports only those before it."""
CITING = (
    "references",
    "languages",
    "bodies",
    "reading",
    "symbols",
    "organs",
    "pinpoints",
    "resolutions",
    "printed_symbols",
    "general_comments",
    "notes",
    "works",
    "lexer",
    "other_languages",
    "find",
    "resolve",
    "segments",
    "stream",
    "annotate",
    "__init__",
)
"""The folders and single modules of `citations`; each imports only those before it."""
CODE = sorted(ENGINE.rglob("*.py"))
PROJECT_CODE = sorted([*ROOT.glob("schemas/**/*.py"), *ROOT.glob("raw/*/*.py")])


def name_of(module: Path) -> str:
    return str(module.relative_to(ROOT))


def room_of(module: Path) -> str:
    return module.relative_to(ENGINE).parts[0].removesuffix(".py")


def imports(tree: ast.Module) -> Iterator[str]:
    """The full names of all modules that a module imports, wherever in it, and of what it takes from them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0  # relative imports would escape these tests
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def forbidden(room: str, tree: ast.Module) -> list[str]:
    """The imports that a module of this room must not have."""
    allowed = {room, *BASE, *(() if room in BASE else ROOMS[: ROOMS.index(room)])}
    wrong = []
    for name in imports(tree):
        first, _, rest = name.partition(".")
        target = rest.split(".")[0]
        is_version = first == "mandate_data" and rest == "__version__"
        if first in ("raw", "schemas") or (first == "mandate_data" and target not in allowed and not is_version):
            wrong.append(name)
    return wrong


def test_every_room_has_its_place_in_the_order() -> None:
    assert len(CODE) > 150
    assert {room_of(module) for module in CODE} == {*BASE, *ROOMS}


def test_a_room_imports_only_rooms_before_it_and_never_a_projects_code() -> None:
    wrong = {name_of(module): forbidden(room_of(module), ast.parse(module.read_bytes())) for module in CODE}
    assert {module: names for module, names in wrong.items() if names} == {}


def test_within_citations_a_folder_imports_only_folders_before_it() -> None:
    inside = ENGINE / "citations"
    wrong = []
    for module in sorted(inside.rglob("*.py")):
        part = module.relative_to(inside).parts[0].removesuffix(".py")
        taken = {name.split(".")[2] for name in imports(ast.parse(module.read_bytes())) if is_of_citations(name)}
        wrong += [(part, other) for other in taken if CITING.index(other) > CITING.index(part)]
    assert wrong == []


def is_of_citations(name: str) -> bool:
    return name.startswith("mandate_data.citations.")


def test_an_arrow_that_runs_up_would_be_seen() -> None:
    tree = ast.parse("def f():\n    from mandate_data.corpus import parts\n    import schemas.rules\n    import json")
    assert forbidden("documents", tree) == ["mandate_data.corpus.parts", "schemas.rules"]
    assert forbidden("cli", tree) == ["schemas.rules"]


def test_citations_and_documents_are_libraries_of_their_own() -> None:
    for module in CODE:
        room = room_of(module)
        if room in ("citations", "documents"):
            ours = {
                name.split(".")[1] for name in imports(ast.parse(module.read_bytes())) if name.startswith("mandate_")
            }
            assert ours <= {room, *BASE}, name_of(module)


def test_only_the_project_loads_code_from_files() -> None:
    loaders = ("spec_from_file_location", "SourceFileLoader", "run_path", "exec_module")
    loading = [
        name_of(module) for module in CODE if any(word in module.read_text(encoding="utf-8") for word in loaders)
    ]
    assert loading == ["pipeline/mandate_data/project.py"]


def test_no_module_takes_names_of_months_and_days_from_the_locale() -> None:
    local = re.compile(r"calendar\.(?:month|day)_|from calendar import .*_(?:name|abbr)|import locale\b|from locale\b")
    code = [*CODE, *PROJECT_CODE]
    assert [name_of(module) for module in code if local.search(module.read_text(encoding="utf-8"))] == []


def test_no_two_modules_have_one_name() -> None:
    names = Counter(module.stem for module in CODE if not module.stem.startswith("__"))
    assert [name for name, count in names.items() if count > 1] == []


def test_each_command_has_a_module_of_its_name() -> None:
    commands = all_commands().commands
    assert sorted(commands) == sorted(COMMANDS)
    for name, command in commands.items():
        function = command.callback
        assert function is not None
        assert function.__module__ == f"mandate_data.cli.{name.replace('-', '_')}"
        assert (function.__doc__ or "").splitlines()[0] == COMMANDS[name]


def test_a_module_says_what_it_is_for_and_stays_short() -> None:
    for module in [*CODE, *PROJECT_CODE]:
        text = module.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text)), name_of(module)
        assert text.count("\n") <= 400, name_of(module)


def test_the_map_names_modules_that_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    there = {path.name for folder in ("pipeline", "tests", "schemas", "raw") for path in (ROOT / folder).rglob("*")}
    named = {
        Path(found).name for found in re.findall(r"[\w/.<>-]+\.(?:py|yaml|csv)\b", text) if "<" not in Path(found).name
    }
    assert named - there == set()
    assert [name for name in BASE if f"`{name}`" not in text] == []
