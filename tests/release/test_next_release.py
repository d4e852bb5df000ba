"""What stands in the way of the next release: pipes where files should be, and a signature that would be lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from calling import call
from conftest import Once
from lighthouses import DOCUMENT, release_lighthouses
from mandate_data.errors import InputError
from mandate_data.release.binary_forms import make_dist
from mandate_data.release.ledger import NAME
from mandate_data.release.release_files import SUMS

PIPE = "is not a regular file; mend that and run the command again"


@pytest.fixture
def lights(once: Once, tmp_path: Path) -> Path:
    """A small project with one release, and a source that has changed since."""
    shutil.copytree(once("without_binary_forms", release_lighthouses), tmp_path / "lights")
    source = tmp_path / "lights" / "raw" / "first-source" / "document.md"
    source.write_text(DOCUMENT.replace("22 metres", "23 metres"), encoding="utf-8")
    return tmp_path / "lights"


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def test_a_changelog_that_is_a_pipe_makes_no_release_wait(lights: Path) -> None:
    path = lights / "build" / "releases" / "1.0.0" / "CHANGELOG.md"
    pipe(path)
    done = call("release", "--date", "2026-02-01", "--quiet", folder=lights)
    assert (done.returncode, done.stderr) == (2, f"mandate-data: {path.relative_to(lights)}: {PIPE}\n")


def test_a_lock_that_is_a_pipe_makes_no_release_wait(lights: Path) -> None:
    pipe(lights / "build" / "releases.lock")
    done = call("release", "--date", "2026-02-01", "--quiet", folder=lights)
    assert (done.returncode, done.stderr) == (
        2, "mandate-data: build/releases.lock: is not a regular file; delete it\n",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["report/changes.md", SUMS])
def test_a_release_with_a_pipe_makes_no_website_wait(name: str, lights: Path) -> None:
    path = lights / "build" / "releases" / "1.0.0" / name
    pipe(path)
    (lights / "raw" / "first-source" / "document.md").write_text(DOCUMENT, encoding="utf-8")
    done = call("site", "--quiet", folder=lights)
    assert (done.returncode, done.stderr) == (2, f"mandate-data: {path.relative_to(lights)}: {PIPE}\n")


def test_a_package_whose_descriptor_is_a_pipe_makes_no_build_wait(lights: Path) -> None:
    pipe(lights / "build" / "package" / "datapackage.json")
    done = call("build", "--quiet", folder=lights)
    assert (done.returncode, done.stderr) == (
        2,
        "mandate-data: build/package exists and was not made by this program; name another folder, or delete it\n",
    )


@pytest.fixture
def key(tmp_path: Path) -> Path:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not installed")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)
    return tmp_path / "key"


def test_after_a_signed_release_the_next_asks_for_the_key(lights: Path, key: Path) -> None:
    assert call("release", "--date", "2026-02-01", "--sign", str(key), folder=lights).returncode == 0
    source = lights / "raw" / "first-source" / "document.md"
    source.write_text(DOCUMENT, encoding="utf-8")
    done = call("release", "--date", "2026-02-02", "--quiet", folder=lights)
    assert (done.returncode, done.stderr) == (
        2,
        f"mandate-data: build/releases/{NAME}: the ledger is signed; sign this release, too: --sign KEY\n",
    )
    assert call("release", "--date", "2026-02-02", "--sign", str(key), folder=lights).returncode == 0


def test_after_signed_binary_forms_the_next_ask_for_the_key(lights: Path, key: Path) -> None:
    folder = make_dist(lights, "1.0.0", key)
    with pytest.raises(InputError) as raised:
        make_dist(lights, "1.0.0")
    assert str(raised.value) == f"{folder / SUMS}: the binary forms so far are signed; sign these, too: --sign KEY"


@pytest.mark.parametrize("name", ["datapackage.json", "data/lighthouses.csv"])
def test_findings_are_not_written_over_what_they_are_about(name: str, lights: Path) -> None:
    path = lights / "build" / "package" / name
    before = path.read_bytes()
    link = lights / "link"
    link.symlink_to(path)
    for output in (f"build/package/{name}", str(path), "link"):
        done = call("validate", "build/package", "--quiet", "--output", output, folder=lights)
        assert (done.returncode, done.stderr) == (
            2,
            f"mandate-data: --output {output}: is a file that the findings come from; name another file\n",
        )
    assert path.read_bytes() == before
    call("validate", "build/package", "--quiet", "--output", "build/findings.txt", folder=lights)
    assert (lights / "build" / "findings.txt").is_file()


@pytest.mark.parametrize("output", ["old.json", "own.toml", "schemas/package.yaml", "raw/a-new-file"])
def test_findings_are_not_written_over_what_the_command_reads(output: str, lights: Path) -> None:
    (lights / "old.json").write_text("[]", encoding="utf-8")
    (lights / "own.toml").write_text("", encoding="utf-8")
    before = sorted((path, path.read_bytes()) for path in lights.rglob("*") if path.is_file())
    options = ("--baseline", "old.json", "--config", "own.toml", "--output", output)
    done = call("validate", "build/package", "--quiet", *options, folder=lights)
    assert (done.returncode, done.stderr) == (
        2,
        f"mandate-data: --output {output}: is a file that the findings come from; name another file\n",
    )
    assert sorted((path, path.read_bytes()) for path in lights.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize(
    ("arguments", "over"),
    [
        (("build", "--out", "build/releases/1.0.0"), "build/releases"),
        (("build", "--out", "raw/first-source"), "raw"),
        (("build", "--out", "build"), "build/releases"),
        (("build", "--steps", "schemas/steps"), "schemas"),
        (("site", "--out", "build/releases/1.0.0"), "build/releases"),
    ],
)
def test_nothing_is_written_over_sources_the_contract_or_a_release(
    arguments: tuple[str, ...], over: str, lights: Path
) -> None:
    before = sorted((path, path.read_bytes()) for path in lights.rglob("*") if path.is_file())
    done = call(*arguments, "--quiet", folder=lights)
    assert (done.returncode, done.stderr) == (
        2,
        f"mandate-data: {arguments[-1]}: would write over {over}; name another folder\n",
    )
    assert sorted((path, path.read_bytes()) for path in lights.rglob("*") if path.is_file()) == before


def test_a_release_of_another_place_is_not_replaced(lights: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "copy"
    shutil.copytree(lights / "build" / "releases" / "1.0.0", elsewhere)
    done = call("build", "--quiet", "--out", str(elsewhere), folder=lights)
    why = "exists and was not made by this program; name another folder, or delete it"
    assert (done.returncode, done.stderr) == (2, f"mandate-data: {elsewhere} {why}\n")
    assert (elsewhere / "SHA256SUMS").is_file()


def test_a_dry_run_writes_nothing(lights: Path) -> None:
    before = sorted((path, path.read_bytes()) for path in lights.rglob("*") if path.is_file())
    done = call("release", "--date", "2026-02-01", "--dry-run", folder=lights)
    assert (done.returncode, done.stdout.endswith("\nnothing was written\n")) == (0, True)
    assert sorted((path, path.read_bytes()) for path in lights.rglob("*") if path.is_file()) == before


def test_a_release_is_the_same_from_wherever_it_is_made_and_verifies(lights: Path, tmp_path: Path) -> None:
    source = lights / "raw" / "first-source" / "document.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nThere were 777 visitors.\n", encoding="utf-8")
    shutil.copytree(lights, tmp_path / "there")
    assert call("release", "--date", "2026-02-01", "--quiet", folder=lights).returncode == 0
    elsewhere = ("release", "--date", "2026-02-01", "--quiet", "--root", str(tmp_path / "there"))
    assert call(*elsewhere, folder=tmp_path).returncode == 0
    one, other = (root / "build" / "releases" / "1.0.1" for root in (lights, tmp_path / "there"))
    assert "extraction.yaml" in (one / "report" / "validation.json").read_text(encoding="utf-8")
    names = [path.relative_to(one) for path in sorted(one.rglob("*")) if path.is_file()]
    assert [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()] == []
    assert call("verify", "1.0.1", "--quiet", folder=lights).stdout == ""
