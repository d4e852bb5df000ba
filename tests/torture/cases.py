"""All tries: kills, environments, packages, YAML files, documents, forged releases, servers that misbehave."""

from __future__ import annotations

import contextlib
import functools
import os
import random
import resource
import shutil
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from killed import die_at
from mandate_data.limits import DOCUMENT_SECONDS, WAITING

from torture.hostile_documents import hostile_documents
from torture.hostile_packages import Make, hostile_packages
from torture.trying import Case, Outcome, content, leftovers, run

COMMANDS = {
    "build": ["build", "--quiet"],
    "release": ["release", "--quiet", "--date", "2026-02-01"],
    "dist": ["dist", "--quiet"],
    "site": ["site", "--quiet"],
    "publish": ["publish", "1.0.0", "--to", "public", "--quiet"],
    "init": ["init", "more"],
    "validate": ["validate", "build/package", "--quiet", "--output", "findings.txt"],
}
KILLED = ("build", "release", "dist", "site", "publish", "validate")
WRITTEN = {
    "build": "build/package", "release": "build/releases", "dist": "build/dist/1.0.0", "site": "build/site",
    "publish": "public", "validate": "findings.txt", "init": "more",
}  # fmt: skip


def all_cases(project: Path, seed: int) -> Iterator[Case]:
    """Every try; `project` is a small project that was built and released, to copy."""
    yield from _kills(project, seed)
    yield from _environments(project)
    yield from (Case("packages", name, _package(make)) for name, make in hostile_packages(seed))
    yield from _yaml_files(project)
    yield from (Case("documents", name, _document(name, data)) for name, data in hostile_documents(seed))
    yield from _forgeries(project, seed)
    yield from _servers(project)


def _copied(project: Path, folder: Path) -> Path:
    shutil.copytree(project, folder / "project", symlinks=True)
    return folder / "project"


def _state(folder: Path) -> object:
    return folder.read_bytes() if folder.is_file() else content(folder)


def _prepare(command: str, root: Path) -> None:
    """A change, so that there is something to write, and an old state to keep."""
    if command in ("build", "release"):
        source = next((root / "raw").glob("*/document.md"))
        source.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    if command == "validate":
        (root / "findings.txt").write_text("old", encoding="utf-8")


def _kills(project: Path, seed: int) -> Iterator[Case]:
    """Each command killed at fifty moments; every third time it is run again, and must make what it would have made."""
    chance = random.Random(seed)
    for command in KILLED:
        for number in range(50):
            yield Case("kills", f"{command}-{number}", _kill(project, command, chance.random(), number % 3 == 0))


@functools.cache
def _undisturbed(project: Path, command: str) -> tuple[object, object, int]:
    """The state before a command, that after it, and how many things it does with files."""
    with tempfile.TemporaryDirectory() as name:
        root, counted = _copied(project, Path(name)), Path(name) / "counted"
        _prepare(command, root)
        before = _state(root / WRITTEN[command])
        whole = run(COMMANDS[command], root, before=lambda: _count(counted, 0))
        assert whole.code < 2, whole.printed
        return before, _state(root / WRITTEN[command]), int(counted.read_text(encoding="ascii"))


def _kill(project: Path, command: str, share: float, is_run_again: bool) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        before, after, events = _undisturbed(project, command)
        root = _copied(project, folder)
        place = root / WRITTEN[command]
        _prepare(command, root)
        killed = run(COMMANDS[command], root, before=lambda: _count(folder / "counted", 1 + int(share * events)))
        if killed.fault not in ("", "crash"):
            return killed.fault
        if command != "publish" and _state(place) not in (before, after):
            return "half state"
        again = run(COMMANDS[command] if is_run_again else ["verify", "--no-rebuild"], root)
        if again.fault:
            return again.fault
        if is_run_again and command != "release" and _state(place) != after:
            return "half state"
        left = leftovers(root / "build")
        return f"left {left}" if left else ""

    return attempt


def _count(counted: Path, moment: int) -> None:
    """Count what is done with files, and die at a moment; at 0, write at the end how much it was."""
    done = die_at(moment)
    if moment == 0:
        leave = os._exit

        def write(code: int) -> None:
            with open(counted, "w", encoding="ascii") as stream:  # noqa: PTH123
                stream.write(str(done()))
            leave(code)

        os._exit = write  # type: ignore[assignment]


def _limit(kind: int, most: int) -> Callable[[], None]:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(kind, (most, most))

    return limit


def _environments(project: Path) -> Iterator[Case]:
    """A disk that is full, few files, streams that are closed or full, folders that are none or gone."""
    for command in COMMANDS:
        for most in (0, 1_000, 20_000):
            yield Case(
                "environments", f"full-{most}-{command}", _in(project, command, _limit(resource.RLIMIT_FSIZE, most))
            )
        yield Case("environments", f"few-files-{command}", _in(project, command, _limit(resource.RLIMIT_NOFILE, 12)))
        for number in (0, 1, 2):
            yield Case("environments", f"closed-{number}-{command}", _in(project, command, lambda n=number: _closed(n)))
        yield Case("environments", f"full-output-{command}", _in(project, command, _full_output))
        yield Case("environments", f"file-in-the-way-{command}", _in(project, command, lambda: None, in_the_way=True))
        yield Case("environments", f"folder-gone-{command}", _in(project, command, _gone))
    for name, value in (
        ("GITHUB_STEP_SUMMARY", "/nonexistent/x"),
        ("TMPDIR", "/nonexistent"),
        ("LC_ALL", "xx_XX"),
        ("COLUMNS", "x"),
    ):
        yield Case(
            "environments", name, _with(project, ["validate", "build/package", "--format", "github"], {name: value})
        )
    endpoint = {"AWS_ENDPOINT_URL": "127.0.0.1:9", "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
    yield Case("environments", "endpoint", _with(project, ["publish", "1.0.0", "--to", "s3://a/b"], endpoint))


def _in(project: Path, command: str, before: Callable[[], None], in_the_way: bool = False) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        root = _copied(project, folder)
        _prepare(command, root)
        place = root / WRITTEN[command]
        if in_the_way:
            shutil.rmtree(place, ignore_errors=True)
            place.unlink(missing_ok=True)
            place.parent.mkdir(exist_ok=True)
            place.write_text("mine", encoding="utf-8")
        old = _state(place)
        outcome = run(COMMANDS[command], root, before=before)
        if outcome.fault:
            return outcome.fault
        if outcome.code == 2 and root.exists() and command != "publish" and _state(place) != old:
            return "half state"
        return f"left {leftovers(root)}" if root.exists() and leftovers(root) else ""

    return attempt


def _closed(number: int) -> None:
    os.close(number)
    setattr(sys, ("stdin", "stdout", "stderr")[number], None)


def _full_output() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        os.dup2(full.fileno(), 1)


def _gone() -> None:
    shutil.rmtree(Path.cwd())


def _with(project: Path, arguments: list[str], environment: dict[str, str]) -> Callable[[Path], str]:
    return lambda folder: run(arguments, _copied(project, folder), environment=environment).fault


def _package(make: Make) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        make(folder)
        outcome = run(["validate", "."], folder)
        if not outcome.fault and "is not a project" in outcome.printed:
            return "not tried"
        if not outcome.fault and outcome.megabytes > 600:
            return "memory"
        return outcome.fault

    return attempt


BAD_YAML = (
    "[" * 100_000,
    "{a: " * 3_000,
    "a: &a [*a]",
    "a: *b",
    "!!int x",
    "!!float x",
    "!!bool x",
    "!!timestamp x",
    "a: " + "9" * 5_000,
    "!!python/object/apply:os.system [id]",
    "a: !!binary x",
    "a: 1\na: 2",
    "? [a]\n: b",
    "<<: {a: 1}",
    "\t- a",
    "a: \x00",
    "a: '\\ud800'",
    "--- a\n--- b",
    "&a [" + "*a," * 10,
    "a" * 5_000_000,
    "a: [1, 2",
    "- " * 10_000,
    "\ufeffa: 1",
    "a: 0x" + "f" * 5_000,
    "x: &x [a,a,a,a,a,a,a,a,a]\n"
    + "".join(f"x{n}: &x{n} [{','.join([f'*x{n - 1}' if n else '*x'] * 9)}]\n" for n in range(9)),
    "\n".join(f"k{n}: 1" for n in range(100_000)),
)


def _yaml_files(project: Path) -> Iterator[Case]:
    for name in ("source.yaml", "extraction.yaml", "errata.yaml"):
        for number, text in enumerate(BAD_YAML):
            yield Case("YAML", f"{name}-{number}", _yaml(project, name, text))


def _yaml(project: Path, name: str, text: str) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        root = _copied(project, folder)
        path = next((root / "raw").glob("*/source.yaml")).with_name(name)
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        return run(["build", "--quiet"], root).fault

    return attempt


def _document(name: str, data: bytes) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        (folder / name).write_bytes(data)
        return run(["cite", name, "--ocr", "off"], folder, seconds=DOCUMENT_SECONDS * (WAITING + 1)).fault

    return attempt


def _forgeries(project: Path, seed: int) -> Iterator[Case]:
    """Each file of a release and its ledger, changed in one way or another: `verify` must say so."""
    releases = project / "build" / "releases"
    chance = random.Random(seed)
    ways: dict[str, Callable[[Path], object]] = {
        "flipped": lambda path: path.write_bytes(_flipped(path.read_bytes())),
        "longer": lambda path: path.write_bytes(path.read_bytes() + b"\n"),
        "shorter": lambda path: path.write_bytes(path.read_bytes()[:-1]),
        "gone": lambda path: path.unlink(),
        "pipe": lambda path: (path.unlink(), os.mkfifo(path)),
        "link": lambda path: (path.rename(path.with_name(".kept")), path.symlink_to(".kept")),
        "folder": lambda path: (path.unlink(), path.mkdir()),
        "beside": lambda path: path.with_name("more.txt").write_text("more", encoding="utf-8"),
    }
    files = sorted(path.relative_to(releases) for path in releases.rglob("*") if path.is_file())
    chosen = [(file, way) for file in files for way in ways]
    chance.shuffle(chosen)
    for file, way in chosen[:200]:
        yield Case("forgeries", f"{way}-{file}", _forged(project, file, ways[way]))


def _flipped(data: bytes) -> bytes:
    return data[:-2] + bytes([data[-2] ^ 1]) + data[-1:] if len(data) > 1 else b"x"


def _forged(project: Path, file: Path, way: Callable[[Path], object]) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        root = _copied(project, folder)
        way(root / "build" / "releases" / file)
        outcome = run(["verify", "--no-rebuild"], root)
        return outcome.fault or ("undetected" if outcome.code == 0 else "")

    return attempt


ANSWERS: dict[str, bytes] = {
    "nothing": b"",
    "garbage": b"\0\1\2" * 1_000,
    "403": b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
    "404": b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
    "500": b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n",
    "503": b"HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n",
    "200-empty": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "200-text": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    "short": b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello",
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "elsewhere": b"HTTP/1.1 307 Go\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n",
    "endless": b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/xml\r\n\r\n"
    b"<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>"
    b"<Contents><Key>b</Key><Size>1</Size></Contents></ListBucketResult>",
    "headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
}


def _servers(project: Path) -> Iterator[Case]:
    for name, answer in ANSWERS.items():
        yield Case("servers", f"publish-{name}", _served(project, ["publish", "1.0.0", "--to", "s3://a/b"], answer))
        yield Case("servers", f"corpus-{name}", _served(project, ["corpus", "s3://a/b", "--out", "corpus"], answer))


def _served(project: Path, arguments: list[str], answer: bytes) -> Callable[[Path], str]:
    def attempt(folder: Path) -> str:
        root = _copied(project, folder)
        with socket.create_server(("127.0.0.1", 0)) as server:
            threading.Thread(target=_answer, args=(server, answer), daemon=True).start()
            environment = {
                "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.getsockname()[1]}", "AWS_ACCESS_KEY_ID": "a",
                "AWS_SECRET_ACCESS_KEY": "b", "AWS_MAX_ATTEMPTS": "1", "AWS_REGION": "eu-west-1",
            }  # fmt: skip
            outcome: Outcome = run(arguments, root, environment=environment)
        if not outcome.fault and outcome.code == 0 and "were not read" not in outcome.printed:
            return "believed"
        return outcome.fault

    return attempt


def _answer(server: socket.socket, answer: bytes) -> None:
    with contextlib.suppress(OSError):
        while True:
            stream, _ = server.accept()
            with contextlib.suppress(OSError), stream:
                stream.settimeout(2)
                stream.recv(65_536)
                stream.sendall(answer)
