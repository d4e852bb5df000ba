"""Git keeps the bytes of releases and editions: a clone that would end lines in another way verifies all the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.resources import read_resources
from mandate_data.validate.file_digests import check_digests

if shutil.which("git") is None:
    pytest.skip("the program git is not installed", allow_module_level=True)
SCAFFOLD = ROOT / "pipeline" / "mandate_data" / "scaffold" / "gitattributes"
PLACES = ("build/releases/1.0.0", "raw/edition")


def git(*arguments: str | Path, folder: Path) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def cloned(package: Path, attributes: Path | None, folder: Path) -> Path:
    """A clone with `core.autocrlf=true` of a repository with the package in it, as a release and as an edition."""
    repository, clone = folder / "repository", folder / "clone"
    for place in PLACES:
        shutil.copytree(package, repository / place)
    if attributes is not None:
        shutil.copy(attributes, repository / ".gitattributes")
    git("init", folder=repository)
    git("add", "--force", ".", folder=repository)
    git("commit", "--message", "a release", folder=repository)
    git("-c", "core.autocrlf=true", "clone", repository, clone, folder=folder)
    return clone


def differing(package: Path, copy: Path) -> list[str]:
    files = [path.relative_to(package) for path in sorted(package.rglob("*")) if path.is_file()]
    return [str(path) for path in files if (copy / path).read_bytes() != (package / path).read_bytes()]


@pytest.mark.quick(1)
@pytest.mark.parametrize("attributes", [ROOT / ".gitattributes", SCAFFOLD])
def test_a_clone_with_autocrlf_has_the_same_bytes(package: Path, tmp_path: Path, attributes: Path) -> None:
    clone = cloned(package, attributes, tmp_path)
    for place in PLACES:
        assert differing(package, clone / place) == []
        resources, _ = read_resources(clone / place, read_descriptor(clone / place))
        assert [item for resource in resources for item in check_digests(resource)] == []


def test_without_attributes_it_would_not(package: Path, tmp_path: Path) -> None:
    clone = cloned(package, None, tmp_path)
    assert "datapackage.json" in differing(package, clone / PLACES[0])
