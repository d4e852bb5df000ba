"""What was forged is found: signatures taken away, binary forms of another release, a ledger that forgets."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from calling import call
from conftest import ROOT
from mandate_data.errors import InputError
from mandate_data.release import git_repository
from mandate_data.release.binary_forms import make_dist
from mandate_data.release.create import plan_release, write_release
from mandate_data.release.git_repository import why_no_history
from mandate_data.release.ledger import NAME, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS, sums
from mandate_data.release.release_stores import Store, publish
from mandate_data.release.verification import verify

VERSIONS = tuple(entry.version for entry in read_ledger(ROOT / "build" / "releases"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the releases of this one."""
    shutil.copytree(ROOT / "build" / "releases", tmp_path / "project" / "build" / "releases")
    return tmp_path / "project"


@pytest.fixture
def key(tmp_path: Path, lights: Path) -> Path:
    """A key of OpenSSH whose signatures the small project trusts."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not installed")
    made = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", made], check=True)
    public = made.with_suffix(".pub").read_text(encoding="utf-8")
    (lights / "SIGNERS").write_text(f"data@example.org {public}", encoding="utf-8")
    return made


@pytest.fixture
def lights(small_release: Path, tmp_path: Path) -> Path:
    """A small project with one release and its binary forms."""
    return Path(shutil.copytree(small_release, tmp_path / "lights"))


@pytest.fixture
def folder(lights: Path) -> Path:
    """The binary forms of the only release."""
    return lights / "build" / "dist" / "1.0.0"


def write_sums(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files.pop(SUMS, None)
    (folder / SUMS).write_bytes(sums({name: data for name, data in files.items() if not name.startswith(SUMS)}))


def test_a_zip_that_is_not_of_its_release_is_found_even_if_its_sums_agree(lights: Path, folder: Path) -> None:
    assert verify(lights, rebuild=False) == []
    (path,) = folder.glob("*.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("lighthouses-1.0.0/data/more.csv", "a\n")
    write_sums(folder)
    assert verify(lights, rebuild=False) == [f"{path}: lighthouses-1.0.0/data/more.csv: is not a file of the release"]


def test_binary_forms_without_sums_are_found(lights: Path, folder: Path) -> None:
    (folder / SUMS).unlink()
    assert verify(lights, rebuild=False) == [
        f"{folder / SUMS}: is missing; make the binary forms again (mandate-data dist)"
    ]


def test_where_somebody_is_trusted_what_is_not_signed_is_found(lights: Path, folder: Path, key: Path) -> None:
    how = "is not signed, though SIGNERS says whose signature is trusted; sign it with --sign KEY"
    assert verify(lights, rebuild=False) == [
        f"{lights / 'build' / 'releases' / NAME}: {how}",
        f"{folder / SUMS}: {how}",
    ]


@pytest.mark.slow
def test_a_database_that_is_not_of_its_release_is_found_by_whoever_makes_it_again(project: Path) -> None:
    import sqlite3

    shutil.copytree(ROOT / "schemas", project / "schemas")
    folder = make_dist(project, "1.0.0")
    assert [line for line in verify(project, ["1.0.0"]) if "dist" in line] == []
    (path,) = folder.glob("*.sqlite")
    connection = sqlite3.connect(path)
    assert connection.execute("UPDATE themes SET title = 'Elsewhere'").rowcount
    connection.commit()
    connection.close()
    write_sums(folder)
    assert [line for line in verify(project, ["1.0.0"]) if "dist" in line] == [
        f"{path}: is not what the release gives; make it again (mandate-data dist)"
    ]


def git(root: Path, *arguments: str) -> None:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, "-C", root, *arguments], check=True, capture_output=True)


def forget_the_latest(root: Path) -> None:
    releases = root / "build" / "releases"
    entries = read_ledger(releases)
    shutil.rmtree(releases / entries[-1].version)
    (releases / NAME).write_bytes(ledger_bytes(entries[:-1]))


def forget_all(root: Path) -> None:
    shutil.rmtree(root / "build" / "releases")


def rewrite_all(root: Path) -> None:
    releases = root / "build" / "releases"
    entries, previous = [], ""
    for entry in read_ledger(releases):
        entries.append(replace(entry, reasons=("patch: nothing",), previous=previous).sealed())
        previous = entries[-1].digest
    (releases / NAME).write_bytes(ledger_bytes(entries))


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("forge", "what"),
    [
        (forget_the_latest, [f"{VERSIONS[-1]}: is no longer in the ledger"]),
        (forget_all, [f"{version}: is no longer in the ledger" for version in VERSIONS]),
        (rewrite_all, [f"{version}: was another in the ledger" for version in VERSIONS]),
    ],
)
def test_a_ledger_that_forgets_is_found_where_git_remembers(
    forge: Callable[[Path], None], what: list[str], project: Path
) -> None:
    git(project, "init")
    git(project, "add", "-A")
    git(project, "commit", "-m", "first")
    assert verify(project, rebuild=False) == []
    forge(project)
    found = verify(project, rebuild=False)
    assert len(found) == len(what)
    for line, expected in zip(sorted(found), sorted(what), strict=True):
        assert f": {expected}" in line
        assert line.endswith("that commit " + line.split("commit ")[1].split(" ")[0] + " has; restore it")


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    "entry",
    [
        {"version": "1" * 5000 + ".0.0"},
        {"reasons": ["\ud800"]},
        {"reasons": [[["a"]]]},
        {"change": 1},
        {"date": "２０２６-01-31"},
        {"previous": None},
    ],
)
def test_a_ledger_that_is_none_is_one_line(entry: dict[str, object], project: Path) -> None:
    path = project / "build" / "releases" / NAME
    content = json.loads(path.read_bytes())
    content["releases"][0] |= entry
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match="no ledger of releases"):
        verify(project, rebuild=False)


@pytest.mark.parametrize("name", ["1.0.0/data/themes.csv", "1.0.0/SHA256SUMS", "index.json"])
def test_what_is_no_file_never_makes_anybody_wait(name: str, project: Path) -> None:
    path = project / "build" / "releases" / name
    path.unlink()
    os.mkfifo(path)
    done = call("verify", "--no-rebuild", folder=project)
    assert done.returncode in (1, 2)
    assert str(path).removeprefix(f"{project}/") in done.stdout + done.stderr


def test_sums_that_are_none_and_folders_that_are_empty_are_found(lights: Path, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert verify(lights, rebuild=False) == [f"{folder}/empty: is not part of the binary forms of 1.0.0"]
    (folder / "empty").rmdir()
    (folder / SUMS).write_text("no sums\n", encoding="utf-8")
    assert verify(lights, rebuild=False) == [f"{folder / SUMS}: is not a list of sums"]


def test_a_source_that_is_saved_while_a_release_is_made_refuses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("init", "project", folder=tmp_path)
    root = tmp_path / "project"
    source = next((root / "raw").glob("*/document.md"))
    from mandate_data.release import create

    built = create.build

    def build_and_save(*arguments: object, **more: object) -> object:
        result = built(*arguments, **more)  # type: ignore[arg-type]
        source.write_text(source.read_text(encoding="utf-8") + "\nA line more.\n", encoding="utf-8")
        return result

    monkeypatch.setattr(create, "build", build_and_save)
    with pytest.raises(InputError) as raised:
        plan_release(root, "2026-01-31")
    assert (
        str(raised.value) == f"{root}: a source or a schema was saved while the release was being made; run this again"
    )


def test_a_signed_ledger_is_signed_again_with_each_release(tmp_path: Path, key: Path, lights: Path) -> None:
    call("init", "own", folder=tmp_path)
    root = tmp_path / "own"
    shutil.copy(lights / "SIGNERS", root)
    plan = plan_release(root, "2026-01-31")
    assert plan.entry is not None
    write_release(root / "build" / "releases", plan.entry, plan.files, key)
    assert verify(root, rebuild=False) == []
    ledger = root / "build" / "releases" / NAME
    ledger.write_bytes(ledger.read_bytes().replace(b"2026-01-31", b"2026-02-01"))
    assert f"{ledger}.sig: is not a signature of {NAME} as it is" in verify(root, rebuild=False)


@pytest.mark.quick(6)
@pytest.mark.parametrize(
    "target",
    [
        "build/releases/1.0.0",
        "build/releases",
        "public/../x",
        "public?a",
        "public#a",
        "pub\tlic",
        " public",
        "",
        ".",
        "build",
        "build/dist/x",
        "raw/x",
        "schemas",
        ".git",
        "link",
        "link/raw",
        "file://public",
        "FILE:/x",
        "file:x",
        "S3://bucket",
        "s3:///bucket",
        "simplecache::file:///x",
    ],
)
def test_an_odd_place_is_not_published_to(target: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "link").symlink_to(project)
    before = sorted(project.rglob("*"))
    with pytest.raises(InputError, match="--to"):
        publish(project, "1.0.0", target)
    assert sorted(project.rglob("*")) == before


@pytest.mark.quick(2)
@pytest.mark.parametrize("name", [NAME, f"1.0.0/{SUMS}", "1.0.0/datapackage.json"])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_where_one_is_published_is_one_line(
    make: Callable[[Path], None], name: str, project: Path, tmp_path: Path
) -> None:
    place = tmp_path / "public" / name
    place.parent.mkdir(parents=True)
    make(place)
    with pytest.raises(InputError, match="--to") as raised:
        publish(project, "1.0.0", str(tmp_path / "public"))
    assert str(place) in str(raised.value)
    assert list((tmp_path / "public").rglob("*.partial")) == []
    assert not place.is_dir() or list(place.iterdir()) == []


def test_a_place_that_is_a_link_to_itself_is_one_line(project: Path, tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to("public")
    with pytest.raises(InputError, match="--to"):
        publish(project, "1.0.0", str(tmp_path / "public"))


def test_the_slower_of_two_publishers_does_not_shorten_the_ledger(project: Path, tmp_path: Path) -> None:
    public = str(tmp_path / "public")
    original = Store.create

    def slow(self: Store, data: bytes) -> None:
        time.sleep(0.002)
        original(self, data)

    threads = [
        threading.Thread(target=publish, args=(project, version, public)) for version in (VERSIONS[0], *VERSIONS[:0:-1])
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "create", slow)
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert (tmp_path / "public" / NAME).read_bytes() == (project / "build" / "releases" / NAME).read_bytes()


def test_what_a_broken_run_had_begun_is_gone_after_the_next(project: Path, tmp_path: Path) -> None:
    public = tmp_path / "public"
    (public / "1.0.0").mkdir(parents=True)
    (public / "1.0.0" / f"{SUMS}.0123abcd.partial").write_bytes(b"half")
    assert publish(project, "1.0.0", str(public)).wrong == []
    assert list(public.rglob("*.partial")) == []


def test_a_store_refuses_a_ledger_that_another_publisher_has_written(project: Path, bucket: str) -> None:
    publish(project, "1.0.0", bucket)
    releases = project / "build" / "releases"
    until = read_ledger(releases)
    original, calls = Store.replace, []

    def late(self: Store, data: bytes, tag: str = "") -> None:
        if not calls:
            calls.append(tag)
            original(self, ledger_bytes(until))  # the other one
        original(self, data, tag)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "replace", late)
        assert publish(project, "1.0.1", bucket).wrong == []
    done = publish(project, "1.1.0", bucket)
    assert done.wrong == []
    import fsspec

    files, path = fsspec.core.url_to_fs(bucket, use_listings_cache=False, skip_instance_cache=True)
    assert files.cat_file(f"{path}/{NAME}") == (releases / NAME).read_bytes()
    assert calls != [""]


def test_a_repository_that_makes_git_wait_is_a_note(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", project], check=True)
    (project / ".git" / "HEAD").unlink()
    os.mkfifo(project / ".git" / "HEAD")
    monkeypatch.setattr(git_repository, "GIT_SECONDS", 0.5)
    assert why_no_history(project) == "git took more than 0.5 seconds"


def test_the_settings_of_a_repository_run_no_program(lights: Path) -> None:
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    (lights / ".gitattributes").write_text("* filter=a=b.c\n", encoding="utf-8")
    (lights / "SIGNERS").write_text("# nobody\n", encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "-A"], [*author, "commit", "-qm", "1"]):
        subprocess.run(["git", "-C", lights, *arguments], check=True)
    commit = subprocess.run(["git", "-C", lights, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    for kind in ("clean", "smudge", "process"):
        program = f"touch {lights / 'run'}; cat"
        subprocess.run(["git", "-C", lights, "config", f"filter.a=b.c.{kind}", program], check=True)
    os.utime(lights / "SIGNERS", (0, 0))
    assert git_repository.git(lights, "status", "--porcelain", "--", "SIGNERS") == b""
    assert b"# nobody" in git_repository.git(lights, "archive", "--format=tar", commit.stdout.strip())
    assert not (lights / "run").exists()
    subprocess.run(["git", "-C", lights, "status", "--porcelain"], capture_output=True, check=True)
    assert (lights / "run").exists()
