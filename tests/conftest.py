"""Shared fixtures: the package as it is, and a copy of the project's sources that a test may change."""

from __future__ import annotations

import csv
import fcntl
import gc
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from mandate_data.build_package import BuildResult, build
from mandate_data.extract import Extracted, extract, find_sources
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import load_contract
from mandate_data.package.tables import Package
from mandate_data.project import Project

gc.freeze()  # all that is loaded by now stays; looking through it again and again takes a twentieth of the time
gc.set_threshold(50_000, 20, 20)
# How long a test takes is the machine's affair. `make test-all` asks for many examples.
settings.register_profile("few", deadline=None, max_examples=25)
settings.register_profile("many", deadline=None, max_examples=200)
settings.register_profile("fuzz", deadline=None, max_examples=5_000)
settings.load_profile("few")
ROOT = Path(__file__).parents[1]
# The full texts may not be redistributed; where they lie beside the project, tests read them.
FULL_TEXTS = ROOT.parent / "shared" / "sources"
# Where `make` puts packages for Node.js, if there is an npm.
NODE_MODULES = Path(os.environ.get("NODE_MODULES", ROOT / ".venv" / "node" / "node_modules"))


# Who uses one of these drives a browser, a store or a cluster, or needs this project as a website or in binary forms.
DRIVEN = {"browser", "server", "cluster", "site", "dist"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what drives another program or takes long to make, and the cases after the first of `quick`."""
    seen: Counter[str] = Counter()
    for item in items:
        if DRIVEN.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
        if (quick := item.get_closest_marker("quick")) is not None:
            name = item.nodeid.partition("[")[0]
            seen[name] += 1
            if seen[name] > quick.args[0]:
                item.add_marker(pytest.mark.slow)


@dataclass(frozen=True)
class Once:
    """Folders that are made once in a run, by the first worker that needs them, to look at and not to change."""

    folder: Path

    def __call__(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder that `make` fills; it must give the same whoever calls it."""
        made, done = self.folder / name, self.folder / f"{name}.done"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(made, ignore_errors=True)  # half of it, if somebody failed
                made.mkdir()
                make(made)
                done.touch()
        return made


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    folder = tmp_path_factory.getbasetemp()
    return Once(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


def copy_project(root: Path) -> None:
    """Copy the sources and the contract to a folder that is there."""
    for name in ("raw", "schemas"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))


@dataclass(frozen=True)
class ProjectCopy:
    """A copy of `raw/` and `schemas/` in a folder of its own."""

    root: Path

    def document(self, source_id: str) -> Path:
        return self.root / "raw" / source_id / "document.md"

    def edit(self, path: Path | str, old: str, new: str) -> int:
        """Replace the only occurrence of `old` in a file of the copy; returns its line number."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def extract(self) -> Extracted:
        raw, _schemas = self.root / "raw", self.root / "schemas"
        return extract(find_sources(raw), Project(raw.parent))

    def build(self) -> BuildResult:
        return build(self.root, self.root / "build" / "package")

    def table(self, name: str, folder: str = "package") -> list[dict[str, str]]:
        """The rows of a table of the package that was built last."""
        with (self.root / "build" / folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))


@pytest.fixture
def project(tmp_path: Path) -> ProjectCopy:
    """A fresh copy of the sources and the contract."""
    copy_project(tmp_path)
    return ProjectCopy(tmp_path)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project's schemas and no sources; the tests of a module share it."""
    folder = tmp_path_factory.mktemp("root")
    shutil.copytree(ROOT / "schemas", folder / "schemas", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def rooms(once: Once, tmp_path: Path) -> Path:
    """A fresh copy of a project as `init` writes it, built."""
    from reading_rooms import begin

    return Path(shutil.copytree(once("rooms", begin), tmp_path / "rooms"))


@pytest.fixture(scope="session")
def contract() -> Package:
    return load_contract(ROOT / "schemas")


@pytest.fixture(scope="session")
def extracted(contract: Package) -> Extracted:
    """What the editions in `raw/` say."""
    return extract(find_sources(ROOT / "raw"), Project(ROOT))


@pytest.fixture(scope="session")
def package(once: Once) -> Path:
    """The package built from the editions in `raw/`, to look at and not to change."""

    def make(folder: Path) -> None:
        built = build(ROOT, folder / "package")
        assert built.accepted, [finding.message for finding in built.findings if finding.severity == "error"]

    return once("package", make) / "package"


@pytest.fixture(scope="session")
def dist(once: Once) -> Path:
    """The binary forms of release 2.0.0, to look at and not to change."""
    from mandate_data.release.binary_forms import make_dist

    def make(root: Path) -> None:
        shutil.copytree(ROOT / "build" / "releases", root / "build" / "releases")
        copy_project(root)
        make_dist(root, "2.0.0")

    return once("dist", make) / "build" / "dist" / "2.0.0"


@pytest.fixture(scope="session")
def small_release(once: Once) -> Path:
    """A project about something else with one release of a few rows and its binary forms, to copy."""
    from lighthouses import release_lighthouses
    from mandate_data.release.binary_forms import make_dist

    def make(root: Path) -> None:
        release_lighthouses(root)
        make_dist(root)

    return once("small_release", make)


@pytest.fixture(scope="session")
def full_texts() -> Path:
    """The folder with the full texts; tests that need it are skipped where it is absent."""
    if not FULL_TEXTS.is_dir():
        pytest.skip("the full texts are not at hand (they may not be redistributed)")
    return FULL_TEXTS


@pytest.fixture(scope="session")
def from_full_texts(full_texts: Path) -> Extracted:
    """What the full texts say."""
    return extract(find_sources(ROOT / "raw", full_texts), Project(ROOT))


@pytest.fixture
def errors() -> Callable[[BuildResult], list[Finding]]:
    """The findings of severity error of a build."""
    return lambda built: [finding for finding in built.findings if finding.severity == "error"]


@pytest.fixture(scope="session")
def server() -> Iterator[tuple[str, int]]:
    from moto.server import ThreadedMotoServer

    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    yield running.get_host_and_port()
    running.stop()


@pytest.fixture
def connect(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes a port of this machine the store, by the environment, as a user would."""

    def to(port: int) -> None:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    return to


@pytest.fixture
def bucket(server: tuple[str, int], connect: Callable[[int], None], request: pytest.FixtureRequest) -> str:
    """The address of an empty bucket."""
    import s3fs

    connect(server[1])
    name = re.sub(r"[^a-z0-9]+", "-", request.node.name)[-60:].strip("-")
    s3fs.S3FileSystem(skip_instance_cache=True).mkdir(name)
    return f"s3://{name}"
