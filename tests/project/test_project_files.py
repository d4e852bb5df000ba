"""A file of a project under a wrong name or of a wrong kind is refused or reported, never passed over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import call
from reading_rooms import write

UNREAD = "warning: the file is not read: neither the program nor the code of the project names it [unread-file]"
ELSEWHERE = "Rename it, or move it elsewhere"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("raw/second/", "has no source.yaml, as the folder of a source has; write it, or move the folder elsewhere"),
        ("raw/first-source/reader.py/", "is a folder; it must be a file"),
        ("schemas/claims.yaml/", "is a folder; it must be a file"),
        ("schemas/rules", "is a file; it must be a folder"),
        ("schemas/views/visits.sql/", "is a folder; it must be a file"),
        *(
            (path, f"is not read; did you mean {meant}? {ELSEWHERE}")
            for path, meant in (
                ("raw/identifiers.yml", "raw/identifiers.yaml"),
                ("raw/first-source/readers.py", "raw/first-source/reader.py"),
                ("raw/first-source/reader/", "raw/first-source/reader.py"),
                ("raw/first-source/Errata.yaml", "raw/first-source/errata.yaml"),
                ("schemas/rules.py", "the folder schemas/rules"),
                ("schemas/views.sql", "the folder schemas/views"),
                ("schemas/table/", "the folder schemas/tables"),
                ("schemas/claims.yml", "schemas/claims.yaml"),
                ("schemas/waiver.yaml", "schemas/waivers.yaml"),
                ("schemas/every-source.py", "schemas/every_source.py"),
                ("schemas/tables/facts.yml", "schemas/tables/facts.yaml"),
                ("schemas/views/visits.SQL", "schemas/views/visits.sql"),
            )
        ),
        (
            "schemas/tables/visits.yaml",
            "'visits' is not among the tables of schemas/package.yaml; list it there, or delete it",
        ),
    ],
)
def test_a_wrong_name_or_kind_is_refused(path: str, message: str, rooms: Path) -> None:
    write(rooms, path)
    before = (rooms / "build" / "package" / "datapackage.json").read_bytes()
    done = call("build", "--quiet", folder=rooms)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"mandate-data: {path.rstrip('/')}: {message}\n"
    assert (rooms / "build" / "package" / "datapackage.json").read_bytes() == before


@pytest.mark.parametrize("name", ["source", "extraction", "errata"])
def test_a_file_of_a_source_with_another_ending_is_refused(name: str, rooms: Path) -> None:
    right = rooms / "raw" / "first-source" / f"{name}.yaml"
    right.rename(right.with_suffix(".yml"))
    assert call("build", "--quiet", folder=rooms).stderr == (
        f"mandate-data: raw/first-source/{name}.yml: is not read; did you mean raw/first-source/{name}.yaml? "
        f"{ELSEWHERE}\n"
    )


def test_a_link_to_nothing_is_refused(rooms: Path) -> None:
    (rooms / "schemas" / "waivers.yaml").symlink_to("nowhere")
    done = call("build", "--quiet", folder=rooms)
    assert (done.returncode, done.stderr) == (
        2, "mandate-data: schemas/waivers.yaml: is a link to nothing; it must be a file\n"
    )  # fmt: skip


def test_rules_under_a_wrong_name_are_not_passed_over_by_validate(rooms: Path) -> None:
    write(rooms, "schemas/rules.py", "RULES = ()\n")
    done = call("validate", "build/package", folder=rooms)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"mandate-data: schemas/rules.py: is not read; did you mean the folder schemas/rules? {ELSEWHERE}\n"
    )


@pytest.mark.parametrize(
    "path",
    [
        "raw/notes.txt",
        "raw/first-source/notes.txt",
        "raw/first-source/pictures/",
        "raw/first-source/source.md",
        "schemas/colours.yaml",
        "schemas/people.py",
        "schemas/tables/notes.txt",
        "schemas/views/notes.txt",
        "schemas/release_notes/next.md",
        "schemas/release_notes/1.0.0.txt",
    ],
)
def test_a_file_that_nothing_reads_is_a_warning(path: str, rooms: Path) -> None:
    write(rooms, path)
    done = call("build", "--quiet", folder=rooms)
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == f"{path.rstrip('/')}: {UNREAD}"


def files_of_people(root: Path) -> None:
    for path in ("raw/README.md", "raw/first-source/LICENSE", "schemas/tables/readme.txt", "schemas/.hidden"):
        write(root, path)


def the_full_text(root: Path) -> None:
    descriptor = (root / "raw" / "first-source" / "source.yaml").read_text(encoding="utf-8")
    name = next(line.split(":")[1].strip() for line in descriptor.splitlines() if line.startswith("  file:"))
    write(root, f"raw/first-source/{name}", "A text.\n")


def code_of_the_project(root: Path) -> None:
    write(root, "schemas/people.py", "NAMES = ()\n")
    write(root, "schemas/parts/__init__.py")
    write(root, "schemas/parts/words.csv")
    write(root, "schemas/colours.yaml", "[]\n")
    write(root, "raw/first-source/rooms.py", "ROOMS = ()\n")
    code = (
        "from .people import NAMES\nfrom . import (\n    parts,\n)\n\nCOLOURS = 'colours.yaml'\nNORMALISATIONS = NAMES"
    )
    write(root, "schemas/normalisations.py", code)
    reader = (
        "from mandate_data.extract.records import Extraction\n\nfrom .rooms import ROOMS\n\n\n"
        "def read(parsed, identifiers):\n    return Extraction(records=list(ROOMS))\n"
    )
    write(root, "raw/first-source/reader.py", reader)


@pytest.mark.parametrize("files", [files_of_people, the_full_text, code_of_the_project])
def test_what_has_a_reason_to_be_there_is_not_reported(files: Callable[[Path], None], rooms: Path) -> None:
    files(rooms)
    done = call("build", "--format", "json", folder=rooms)
    assert (done.returncode, json.loads(done.stdout)["findings"]) == (0, [])
