"""Releases: computed versions, written at once, chained in a ledger, verified to the byte, made again."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from calling import call
from conftest import ROOT, Once, ProjectCopy, copy_project
from killed import die_at
from mandate_data.errors import InputError
from mandate_data.release.create import plan_release, write_release
from mandate_data.release.ledger import Entry, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS, digest_of, sums
from mandate_data.release.verification import verify
from mandate_data.write_locks import remove_leftovers

HANDBOOK = "raw/handbook-2016/document.md"
JAPAN = "| Mission to Japan (19-26 October 2015) (A/HRC/31/58/Add.1) |"
PERU = "| Mission to Peru (1-5 March 2015) (A/HRC/31/58/Add.3) |"
BESIDE_TABLES = {
    "datapackage.json", "README.md", "CHANGELOG.md", "CITATION.cff", "LICENSE.md", "SHA256SUMS",
    "metadata/csv-metadata.json", "metadata/croissant.json", "ro-crate-metadata.json", "metadata/dcat.jsonld",
    "metadata/datacite.json", "metadata/annotations.jsonld", "metadata/prov.jsonld",
    "report/validation.json", "report/changes.json", "report/changes.md",
}  # fmt: skip


@pytest.fixture(scope="session")
def released_once(once: Once) -> Path:
    """A project whose first release was made, to copy and not to change."""

    def make(root: Path) -> None:
        copy_project(root)
        shutil.copy(ROOT / "LICENSE-DATA.md", root)
        plan = plan_release(root, "2026-01-31")
        assert plan.entry is not None
        write_release(root / "build" / "releases", plan.entry, plan.files)

    return once("released", make)


@pytest.fixture
def released(released_once: Path, tmp_path: Path) -> ProjectCopy:
    shutil.copytree(released_once, tmp_path / "project")
    return ProjectCopy(tmp_path / "project")


def run(project: ProjectCopy, *arguments: str) -> subprocess.CompletedProcess[str]:
    return call(*arguments, "--root", str(project.root), folder=ROOT)


def start(project: ProjectCopy, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it."""
    command = [sys.executable, "-m", "mandate_data", *arguments, "--root", str(project.root)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def releases(project: ProjectCopy) -> Path:
    return project.root / "build" / "releases"


def test_the_first_release_is_1_0_0_and_describes_itself(released: ProjectCopy) -> None:
    folder = releases(released) / "1.0.0"
    (entry,) = read_ledger(releases(released))
    assert (entry.version, entry.date, entry.change, entry.reasons, entry.previous) == (
        "1.0.0", "2026-01-31", "initial", (), ""
    )  # fmt: skip
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert (descriptor["version"], descriptor["created"]) == ("1.0.0", "2026-01-31T00:00:00Z")
    tables = [resource["name"] for resource in descriptor["resources"] if resource["path"].startswith("data/")]
    of_tables = {
        form.format(name) for name in tables for form in ("data/{}.csv", "json/{}.json", "json/{}.schema.json")
    }
    assert content(folder).keys() >= BESIDE_TABLES | of_tables
    assert "## 1.0.0 (2026-01-31)\n\nFirst release.\n" in (folder / "CHANGELOG.md").read_text(encoding="utf-8")
    findings = json.loads((folder / "report" / "validation.json").read_text(encoding="utf-8"))["findings"]
    assert {finding["severity"] for finding in findings} == {"note"}
    assert {Path(finding["file"]).parts[0] for finding in findings} == {"raw"}
    done = subprocess.run(["sha256sum", "--check", "--quiet", "--strict", SUMS], cwd=folder, check=False)
    assert done.returncode == 0


def test_a_release_passes_validation(released: ProjectCopy) -> None:
    done = run(released, "validate", str(releases(released) / "1.0.0"))
    assert (done.returncode, "error" in done.stdout) == (0, False)


def test_where_nothing_has_changed_nothing_is_written(released: ProjectCopy) -> None:
    before = content(releases(released))
    done = run(released, "release", "--date", "2026-02-01")
    assert (done.returncode, done.stdout) == (0, "nothing has changed since the last release\n")
    assert content(releases(released)) == before


def test_with_an_error_nothing_is_released(released: ProjectCopy) -> None:
    released.edit(HANDBOOK, "(11-18 April 2016)", "(11-18 April 2006)")
    before = content(releases(released))
    done = run(released, "release", "--date", "2026-02-01")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error: the visit of 2006 is out of order" in done.stderr
    assert content(releases(released)) == before


@pytest.mark.slow
def test_a_row_more_is_a_minor_version_and_the_changelog_names_it(released: ProjectCopy) -> None:
    released.edit(HANDBOOK, JAPAN, f"{JAPAN}\n{PERU}")
    before = content(releases(released))
    dry = run(released, "release", "--date", "2026-02-01", "--dry-run")
    files = len(before) - 1  # but for the ledger, which the first release has as well
    assert dry.stdout.startswith(f"1.1.0 (minor), {files} files\nminor: 1 row added to countries\n")
    assert "\n  + sale-of-children/2015-per\n" in dry.stdout
    assert dry.stdout.endswith("\nnothing was written\n")
    assert content(releases(released)) == before
    done = run(released, "release", "--date", "2026-02-01")
    assert (done.returncode, done.stdout.split("\n")[0]) == (0, f"1.1.0 (minor), {files} files")
    after = content(releases(released))
    assert {path: after[path] for path in before if path != "index.json"} == {
        path: data for path, data in before.items() if path != "index.json"
    }
    changelog = after["1.1.0/CHANGELOG.md"].decode()
    assert "## 1.1.0 (2026-02-01)\n\n- minor: 1 row added to countries\n" in changelog
    assert "**Country visits**: 1 added\n\n- Peru, 1 March 2015 (sale-of-children/2015-per): Mandate: " in changelog
    assert changelog.index("## 1.1.0") < changelog.index("## 1.0.0")
    first, second = read_ledger(releases(released))
    assert (second.previous, second.change) == (first.digest, "minor")
    assert verify(released.root, rebuild=False) == []


@pytest.mark.slow
def test_a_renamed_column_is_a_major_version(released: ProjectCopy) -> None:
    for path in (
        *released.root.glob("raw/*/extraction.yaml"),
        released.root / "schemas" / "tables" / "initiatives.yaml",
    ):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("      role: ", "      part: ").replace("- name: role", "- name: part"), "utf-8")
    files = len(content(releases(released))) - 1  # but for the ledger
    done = run(released, "release", "--date", "2026-02-01")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == [
        f"2.0.0 (major), {files} files",
        "major: column initiatives.role renamed to part",
    ]
    changelog = (releases(released) / "2.0.0" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## 2.0.0 (2026-02-01)\n\nThe tables follow the second edition" in changelog  # the words of the project
    assert "\n- major: column initiatives.role renamed to part\n" in changelog
    assert read_ledger(releases(released))[-1].change == "major"


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("date", "message"),
    [
        ("2026-02-30", "--date '2026-02-30': not a day; write it as 2026-01-31"),
        ("", "--date '': not a day; write it as 2026-01-31"),
        ("20260201", "--date '20260201': not a day; write it as 2026-01-31"),
        ("2025-12-31", "--date 2025-12-31: lies before the last release, 1.0.0 of 2026-01-31"),
    ],
)
def test_a_date_that_can_not_be_is_refused(released: ProjectCopy, date: str, message: str) -> None:
    done = run(released, "release", "--date", date)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {message}\n")


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    ("path", "damage", "message"),
    [
        ("1.0.0/data/events.csv", lambda data: data.replace(b"1990", b"1991", 1), "was changed"),
        ("1.0.0/report/changes.md", lambda data: data + b" ", "was changed"),
        ("1.0.0/README.md", None, "is missing"),
        ("1.0.0/data/more.csv", lambda data: b"a\n", "is not part of 1.0.0"),
        ("1.0.0/SHA256SUMS", lambda data: data[:-1], "is not what the ledger says of 1.0.0"),
        ("1.0.0/SHA256SUMS", None, "is missing"),
        ("2.0.0", lambda data: b"", "in no ledger; delete it, or restore index.json"),
    ],
)
def test_one_byte_of_a_release_is_found_and_named(
    released: ProjectCopy, path: str, damage: Callable[[bytes], bytes] | None, message: str
) -> None:
    file = releases(released) / path
    if damage is not None:
        file.write_bytes(damage(file.read_bytes() if file.exists() else b""))
    else:
        file.unlink()
    assert verify(released.root) == [f"{file}: {message}"]
    done = run(released, "verify")
    assert (done.returncode, done.stdout) == (1, f"{file}: {message}\n")


def test_a_link_in_the_place_of_a_file_is_a_change(released: ProjectCopy, tmp_path: Path) -> None:
    file = releases(released) / "1.0.0" / "README.md"
    shutil.move(file, tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert verify(released.root, rebuild=False) == [f"{file}: was changed"]


def chain(count: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(count):
        previous = entries[-1].digest if entries else ""
        digest = f"sha256:{number:064x}"
        entry = Entry(f"1.{number}.0", f"2026-01-{number + 1:02d}", "minor", ("why",), digest, digest, previous)
        entries.append(entry.sealed())
    return entries


CHANGED = "1.1.0: the entry was changed: its digest is another"
TAMPERED: list[tuple[Callable[[list[Entry]], list[Entry]], list[str]]] = [
    (lambda e: [e[0], replace(e[1], change="patch"), e[2]], [CHANGED]),
    (lambda e: [e[0], replace(e[1], reasons=("x",)), e[2]], [CHANGED]),
    (lambda e: [e[0], replace(e[1], inputs=e[0].inputs), e[2]], [CHANGED]),
    (lambda e: [e[0], replace(e[1], date="2026-01-03").sealed(), e[2]], ["1.2.0: the entry does not follow on 1.1.0"]),
    (lambda e: [e[0], e[2]], ["1.2.0: the entry does not follow on 1.0.0"]),
    (lambda e: e[1:], ["1.1.0: the entry does not follow on the beginning"]),
    (
        lambda e: [e[1], e[0], e[2]],
        [
            "1.1.0: the entry does not follow on the beginning",
            "1.0.0: the entry does not follow on 1.1.0",
            "1.2.0: the entry does not follow on 1.0.0",
        ],
    ),
    (lambda e: [*e[:2], replace(e[2], version="1.1.0").sealed()], ["1.1.0: the version does not follow on 1.1.0"]),
    (lambda e: [*e[:2], replace(e[2], date="2026-01-01").sealed()], ["1.2.0: dated 2026-01-01, before 1.1.0"]),
]


@pytest.mark.parametrize(("tampered", "expected"), TAMPERED)
def test_what_was_done_to_the_ledger_is_named(
    tmp_path: Path, tampered: Callable[[list[Entry]], list[Entry]], expected: list[str]
) -> None:
    folder = tmp_path / "build" / "releases"
    folder.mkdir(parents=True)
    (folder / "index.json").write_bytes(ledger_bytes(tampered(chain(3))))
    told = [line for line in verify(tmp_path, rebuild=False) if "index.json" in line]
    assert told == [f"{folder / 'index.json'}: {line}" for line in expected]
    (folder / "index.json").write_bytes(ledger_bytes(chain(3)))
    assert [line for line in verify(tmp_path, rebuild=False) if "index.json" in line] == []


def test_a_ledger_written_otherwise_or_no_ledger_at_all(released: ProjectCopy) -> None:
    ledger = releases(released) / "index.json"
    ledger.write_bytes(ledger.read_bytes().replace(b"  ", b" "))
    assert verify(released.root, rebuild=False) == [f"{ledger}: not written as a release writes it"]
    ledger.write_bytes(b"[]")
    with pytest.raises(InputError, match="no ledger of releases"):
        verify(released.root)
    ledger.unlink()
    assert verify(released.root) == [f"{releases(released) / '1.0.0'}: in no ledger; delete it, or restore index.json"]


def test_a_version_that_nobody_released(released: ProjectCopy) -> None:
    done = run(released, "verify", "9.9.9")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "mandate-data: 9.9.9: no such release; known: 1.0.0\n"


def test_with_a_broken_ledger_nothing_is_released(released: ProjectCopy) -> None:
    ledger = releases(released) / "index.json"
    ledger.write_bytes(ledger.read_bytes().replace(b"2026-01-31", b"2026-01-30"))
    done = run(released, "release", "--date", "2026-02-01")
    assert (done.returncode, done.stdout) == (2, "")
    assert "1.0.0: the entry was changed: its digest is another; restore it before anything is released" in done.stderr


@pytest.mark.slow
def test_a_release_is_made_again_from_the_same_sources(released: ProjectCopy) -> None:
    done = start(released, "verify", "1.0.0")
    assert (done.returncode, done.stdout) == (0, "")
    note, verified = done.stderr.splitlines()
    assert "could not be compared with the history of git" in note
    assert verified == "1 release verified (1.0.0): every file is as in the ledger, and built again byte for byte"


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="the program git is not installed")
def test_an_earlier_release_is_made_again_from_its_commit(released: ProjectCopy) -> None:
    released.edit(HANDBOOK, "Mission to Estonia (20-24", "Mission to Estonia (20-23")
    published = releases(released) / "1.0.0"
    nowhere = [f"{published}: neither the working tree nor a commit has the sources and schemas that it was made from"]
    assert verify(released.root) == nowhere
    git(released.root, "init", "-q")
    released.edit(HANDBOOK, "Mission to Estonia (20-23", "Mission to Estonia (20-24")
    shutil.copytree(ROOT / "pipeline", released.root / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (released.root / ".gitignore").write_text("/build/*\n!/build/releases/\n", encoding="utf-8")
    git(released.root, "add", ".")
    git(released.root, "commit", "-q", "-m", "1.0.0")
    released.edit(HANDBOOK, "Mission to Estonia (20-24", "Mission to Estonia (20-23")
    assert verify(released.root) == []


def test_without_git_an_earlier_release_is_looked_for_nowhere(
    released: ProjectCopy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    released.edit(HANDBOOK, "Mission to Estonia (20-24", "Mission to Estonia (20-23")
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run(released, "verify")
    message = "git is not installed, which finds the commits that earlier releases were made from; install it"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {message}\n")


@pytest.mark.slow
def test_a_release_of_other_bytes_is_found_even_if_all_sums_agree(released: ProjectCopy) -> None:
    folder = releases(released)
    plan = plan_release(released.root, "2026-01-31")
    assert plan.entry is None
    (entry,) = read_ledger(folder)
    files = content(folder / "1.0.0")
    files["README.md"] += b"Forged.\n"
    shutil.rmtree(folder)
    files[SUMS] = sums({path: data for path, data in files.items() if path != SUMS})
    write_release(folder, replace(entry, files=digest_of(files[SUMS])).sealed(), files)
    assert verify(released.root, rebuild=False) == []
    assert verify(released.root) == [
        f"{folder}/1.0.0/README.md: made again, it is another file",
        f"{folder}/1.0.0/SHA256SUMS: made again, it is another file",
    ]


def in_a_child(work: Callable[[], None], moment: int) -> tuple[bool, int]:
    """Kill `work` just before the Nth thing it does with files: whether it was killed, and if not, how many it did."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        done = die_at(moment)
        work()
        os.write(writing, str(done()).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        return os.WIFSIGNALED(status), int(told.read() or 0)


@pytest.mark.slow
def test_whenever_it_is_killed_there_are_the_old_releases_or_the_new(released: ProjectCopy) -> None:
    released.edit(HANDBOOK, JAPAN, f"{JAPAN}\n{PERU}")
    plan = plan_release(released.root, "2026-02-01")
    assert plan.entry is not None
    entry, folder = plan.entry, releases(released)
    before = content(folder)
    shutil.copytree(folder, released.root / "before")

    def killed_at(moment: int) -> tuple[bool, int]:
        shutil.rmtree(folder)
        remove_leftovers(folder.parent)
        shutil.copytree(released.root / "before", folder)
        return in_a_child(lambda: write_release(folder, entry, plan.files), moment)

    killed, count = killed_at(0)
    assert not killed
    after, seen = content(folder), []
    # Thirty moments from first to last, and each of the last thirty, among which the folders change places.
    for moment in sorted({*range(1, count, count // 30), *range(count - 29, count + 1)}):
        assert killed_at(moment) == (True, 0), moment
        now = content(folder)
        assert now in (before, after), moment
        seen.append(now == after)
        assert verify(released.root, rebuild=False) == [], moment
    assert seen == sorted(seen), "once new, always new"
    assert {True, False} == set(seen)


@pytest.mark.slow
def test_two_releases_at_once(released: ProjectCopy) -> None:
    released.edit(HANDBOOK, JAPAN, f"{JAPAN}\n{PERU}")
    lock = releases(released).with_name("releases.lock")
    with lock.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        done = run(released, "release", "--date", "2026-02-01")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"mandate-data: {lock}: another release is being made; wait for its end\n"
    plan = plan_release(released.root, "2026-02-01")
    assert plan.entry is not None
    write_release(releases(released), plan.entry, plan.files)
    with pytest.raises(InputError, match="another release has been made meanwhile; run the command again"):
        write_release(releases(released), plan.entry, plan.files)


def test_the_published_releases_are_what_the_ledger_says() -> None:
    assert verify(ROOT, rebuild=False) == []
