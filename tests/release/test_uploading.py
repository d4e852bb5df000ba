"""Publishing to a folder and to an S3-compatible server on the loopback interface; connections that break included."""

from __future__ import annotations

import contextlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest
from conftest import ROOT
from mandate_data.errors import InputError
from mandate_data.object_stores import faults_of_stores, store_at
from mandate_data.release.binary_forms import make_dist
from mandate_data.release.ledger import NAME, Entry, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS, digest_of, sums
from mandate_data.release.release_stores import publish

FIRST = read_ledger(ROOT / "build" / "releases")[0]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the first release of this one, but for its JSON files: publishing takes its time a file."""
    releases = tmp_path / "project" / "build" / "releases"
    folder = releases / FIRST.version
    shutil.copytree(ROOT / "build" / "releases" / FIRST.version, folder, ignore=shutil.ignore_patterns("json"))
    (folder / SUMS).unlink()
    (folder / SUMS).write_bytes(sums(content(folder)))
    (releases / NAME).write_bytes(
        ledger_bytes([replace(FIRST, files=digest_of((folder / SUMS).read_bytes())).sealed()])
    )
    return tmp_path / "project"


def store() -> fsspec.AbstractFileSystem:
    return fsspec.filesystem("s3", use_listings_cache=False, skip_instance_cache=True)


def published(url: str) -> dict[str, bytes]:
    """Every file at an address, by its path from there."""
    files, path = fsspec.core.url_to_fs(url, use_listings_cache=False, skip_instance_cache=True)
    return {name.removeprefix(f"{path}/"): files.cat_file(name) for name in sorted(files.find(path))}


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def releases_of(root: Path) -> Path:
    return root / "build" / "releases"


def latest(root: Path) -> str:
    return read_ledger(root / "build" / "releases")[-1].version


def another(root: Path) -> str:
    """A second release by hand: another file, another ledger entry. Returns its version."""
    releases = root / "build" / "releases"
    entries = read_ledger(releases)
    first, version = entries[-1], f"{int(entries[-1].version[0]) + 1}.0.0"
    shutil.copytree(releases / first.version, releases / version)
    entry = Entry(version, first.date, "major", ("a column is gone",), first.files, first.inputs, first.digest).sealed()
    (releases / NAME).write_bytes(ledger_bytes([*entries, entry]))
    return version


@pytest.mark.parametrize("place", ["folder", "bucket/with/folders"])
def test_a_release_is_published_byte_for_byte_and_only_once(
    place: str, project: Path, bucket: str, tmp_path: Path
) -> None:
    url = str(tmp_path / "public") if place == "folder" else place.replace("bucket", bucket)
    files = content(releases_of(project))
    done = publish(project, latest(project), url)
    assert (done.wrong, done.written, done.there) == ([], len(files) - 1, 0)  # the ledger is not counted
    assert published(url) == files
    again = publish(project, latest(project), url)
    assert (again.wrong, again.written) == ([], 0)
    assert again.there == len(content(releases_of(project) / latest(project)))
    assert published(url) == files


def test_the_next_release_goes_beside_the_first_and_the_ledger_goes_on(project: Path, tmp_path: Path) -> None:
    public = str(tmp_path / "public")
    publish(project, latest(project), public)
    first = published(public)
    version = another(project)
    assert publish(project, version, public).wrong == []
    now = published(public)
    assert now[NAME] == (releases_of(project) / NAME).read_bytes()
    assert {name: now[name] for name in first if name != NAME} == {
        name: data for name, data in first.items() if name != NAME
    }
    assert publish(project, FIRST.version, public).wrong == []
    assert published(public) == now, "an older release does not shorten the ledger"


def test_releases_before_it_are_published_with_it(project: Path, tmp_path: Path) -> None:
    version = another(project)
    assert publish(project, version, str(tmp_path / "public")).wrong == []
    assert published(str(tmp_path / "public")) == content(releases_of(project))


def test_a_published_version_is_never_overwritten(project: Path, bucket: str) -> None:
    version = latest(project)
    publish(project, version, bucket)
    table = f"{version}/data/themes.csv"
    with store().open(f"{bucket}/{table}", "wb") as stream:
        stream.write(b"theme_id\n")
    before = published(bucket)
    file = releases_of(project) / table
    assert publish(project, version, bucket).wrong == [f"{bucket}/{table}: is there, and is another file than {file}"]
    with store().open(f"{bucket}/{version}/{SUMS}", "wb") as stream:
        stream.write(b"")
    assert publish(project, version, bucket).wrong == [
        f"{bucket}/{version}: another release of this version is published there"
    ]
    assert published(bucket) == {**before, f"{version}/{SUMS}": b""}


def test_a_version_with_another_file_is_never_made_complete(project: Path, tmp_path: Path) -> None:
    version, public = latest(project), tmp_path / "public"
    (public / version).mkdir(parents=True)
    (public / version / "README.md").write_text("mine", encoding="utf-8")
    file = releases_of(project) / version / "README.md"
    told = f"{public}/{version}/README.md: is there, and is another file than {file}"
    for _ in range(2):
        assert publish(project, version, str(public)).wrong == [told]
        assert (public / version / "README.md").read_text(encoding="utf-8") == "mine"
        assert not (public / version / SUMS).exists()
        assert not (public / NAME).exists()


def test_what_is_no_part_of_a_release_is_named(project: Path, tmp_path: Path) -> None:
    version, public = latest(project), tmp_path / "public"
    (public / version).mkdir(parents=True)
    (public / version / "notes.txt").write_text("mine", encoding="utf-8")
    assert publish(project, version, str(public)).wrong == [f"{public}/{version}/notes.txt: is not part of the release"]
    assert list(content(public)) == [f"{version}/notes.txt"]


def test_another_history_is_not_continued(project: Path, tmp_path: Path) -> None:
    ledger, public = releases_of(project) / NAME, str(tmp_path / "public")
    (first,) = read_ledger(releases_of(project))
    version = another(project)
    publish(project, version, public)
    shutil.rmtree(releases_of(project) / version)
    ledger.write_bytes(ledger_bytes([replace(first, date="2000-01-01").sealed()]))
    before = published(public)
    assert publish(project, FIRST.version, public).wrong == [f"{public}/{NAME}: tells another history than {ledger}"]
    assert published(public) == before


def test_a_release_that_was_changed_is_not_published(project: Path, tmp_path: Path) -> None:
    version = latest(project)
    file = releases_of(project) / version / "data" / "themes.csv"
    file.write_bytes(file.read_bytes() + b"x")
    assert publish(project, version, str(tmp_path / "public")).wrong == [f"{file}: was changed"]
    assert not (tmp_path / "public").exists()


class Breaking:
    """Passes connections on to a port until so many bytes have gone through, then cuts all of them."""

    def __init__(self, target: int, budget: int) -> None:
        self.target, self.left = target, budget
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listener.getsockname()[1])
        self.open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while self.left > 0:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.target))
            self.open += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        try:
            while data := one.recv(4096):
                self.left -= len(data)
                if self.left <= 0:
                    self.close()
                    return
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def close(self) -> None:
        self.left = 0
        for connection in [self.listener, *self.open]:
            with contextlib.suppress(OSError):  # the other side may have closed it
                connection.shutdown(socket.SHUT_RDWR)  # closing alone doesn't wake who waits for it
            connection.close()


@pytest.mark.parametrize("budget", [1_000, 400_000])
def test_a_broken_connection_goes_on_where_it_was(
    budget: int, project: Path, bucket: str, server: tuple[str, int], connect: Callable[[int], None]
) -> None:
    version, files = latest(project), content(releases_of(project))
    connect(Breaking(server[1], budget).port)
    with pytest.raises(InputError, match=r"^--to s3://\S+: .+; mend that, and the same command goes on where it was$"):
        publish(project, version, bucket)
    connect(server[1])
    half = published(bucket)
    assert NAME not in half
    assert len(half) < len(files)
    assert half.items() <= files.items(), "no file is there in part"
    done = publish(project, version, bucket)
    assert (done.wrong, done.written, done.there) == ([], len(files) - 1 - len(half), len(half))
    assert published(bucket) == files


@pytest.mark.slow
def test_killed_at_any_moment_it_goes_on_where_it_was(project: Path, tmp_path: Path) -> None:
    public, files = tmp_path / "public", content(releases_of(project))
    command = [sys.executable, "-m", "mandate_data", "publish", latest(project)]
    command += ["--root", str(project), "--to", str(public), "--quiet"]
    moments = random.Random(1)
    for _ in range(4):
        with subprocess.Popen(command, cwd=ROOT) as process:
            while process.poll() is None and not public.exists():
                time.sleep(0.001)
            time.sleep(moments.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        there = {name: data for name, data in content(public).items() if not name.endswith(".partial")}
        assert there.items() <= files.items()
        if f"{latest(project)}/{SUMS}" not in there:
            assert NAME not in there
        if NAME in there:
            assert there == files
    assert publish(project, latest(project), str(public)).wrong == []
    assert content(public) == files


@pytest.mark.slow
def test_binary_forms_go_beside_the_releases(project: Path, tmp_path: Path) -> None:
    version, public = latest(project), tmp_path / "public"
    with pytest.raises(InputError, match=r"the binary forms of \S+ are not there; make them first"):
        publish(project, version, str(public), binary=True)
    dist = make_dist(project, version)
    assert publish(project, version, str(public), binary=True).wrong == []
    assert content(public / "dist" / version) == content(dist)
    (archive,) = dist.glob("*.zip")
    archive.write_bytes(b"zap")
    told = publish(project, version, str(public), binary=True).wrong
    assert told == [f"{archive}: was changed"]


@pytest.mark.slow
def test_the_command_says_what_it_did_and_what_stands_in_the_way(project: Path, tmp_path: Path) -> None:
    version, public = latest(project), tmp_path / "public"

    def run() -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-m",
            "mandate_data",
            "publish",
            version,
            "--to",
            str(public),
            "--root",
            str(project),
        ]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    done = run()
    count = len(content(releases_of(project))) - 1
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{version} is at {public}: {count} files uploaded, 0 already present\n"
    (public / version / "README.md").write_text("mine", encoding="utf-8")
    done = run()
    file = releases_of(project) / version / "README.md"
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"{public}/{version}/README.md: is there, and is another file than {file}\n"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("s3://no-such-bucket", "The specified bucket does not exist"),
        ("http://127.0.0.1/data", "name a folder, or a bucket as s3://bucket or s3://bucket/folder"),
        ("nonsense://data", "can't be published to (Protocol not known: nonsense)"),
        ("s3://", "name a folder, or a bucket as s3://bucket or s3://bucket/folder"),
    ],
)
def test_an_address_that_cannot_be_used_is_one_line(
    url: str, message: str, project: Path, server: tuple[str, int], connect: Callable[[int], None]
) -> None:
    connect(server[1])
    with pytest.raises(InputError) as raised:
        publish(project, latest(project), url)
    assert str(raised.value).startswith(f"--to {url}: ")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_unknown_version_is_refused(project: Path) -> None:
    with pytest.raises(InputError, match=r"^9\.9\.9: no such release; known: "):
        publish(project, "9.9.9", "anywhere")


def test_a_store_that_sends_us_elsewhere_is_not_followed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as store_of_ours, socket.create_server(("127.0.0.1", 0)) as elsewhere:
        there = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/"
        answer = f"HTTP/1.1 307 Go\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n".encode()
        threading.Thread(target=answer_all, args=(store_of_ours, answer), daemon=True).start()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{store_of_ours.getsockname()[1]}")
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
        with pytest.raises(InputError):
            publish(project, FIRST.version, "s3://somewhere/releases")
        elsewhere.setblocking(False)
        with pytest.raises(BlockingIOError):  # nobody has knocked
            elsewhere.accept()


def answer_all(server: socket.socket, answer: bytes) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = server.accept()
            connection.recv(65536)
            connection.sendall(answer)
            connection.close()


def test_a_list_of_files_that_has_no_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (
        b"<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>"
        b"<Contents><Key>a/b.txt</Key><Size>1</Size></Contents></ListBucketResult>"
    )
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {len(page)}\r\n\r\n"
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "a")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with socket.create_server(("127.0.0.1", 0)) as store_of_ours:
        threading.Thread(target=answer_all, args=(store_of_ours, head.encode() + page), daemon=True).start()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{store_of_ours.getsockname()[1]}")
        files, path = store_at("s3://somewhere/a")
        with pytest.raises(faults_of_stores("s3://somewhere/a"), match="the list of its files has no end"):
            files.find(path)
