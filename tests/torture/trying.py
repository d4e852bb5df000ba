"""One try: the program runs in a process of its own with limits, and what became of it is one word."""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

SECONDS = 60.0
MEGABYTES = 4096


@dataclass(frozen=True)
class Outcome:
    """What became of a run: its exit code, what it printed, whether it was still running at its end of time, whether
    it tried to connect to anything but the loopback interface, and the most memory that it had, in megabytes."""

    code: int
    printed: str
    hung: bool = False
    connected: bool = False
    megabytes: int = 0

    @property
    def fault(self) -> str:
        """`hang`, `traceback`, `connection` or `crash`; "" for a run that ended as it should."""
        if self.hung:
            return "hang"
        if self.connected:
            return "connection"
        if "Traceback (most recent call last)" in self.printed:
            return "traceback"
        return "" if self.code in (0, 1, 2) else "crash"


@dataclass(frozen=True)
class Case:
    """A try by name: `attempt` gets an empty folder and gives what went wrong, or ""."""

    kind: str
    name: str
    attempt: Callable[[Path], str]


def run(
    arguments: Sequence[str],
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    before: Callable[[], None] = lambda: None,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> Outcome:
    """Run the command line in a fork of this process; `before` is called in it first."""
    printed, connections = folder / ".printed", folder / ".connected"
    child = os.fork()
    if child == 0:
        _be_the_program(arguments, folder, printed, connections, environment or {}, before, megabytes)
    end = time.monotonic() + seconds
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done or time.monotonic() > end:
            break
        time.sleep(0.005)
    hung = not done
    if hung:
        os.kill(child, signal.SIGKILL)
        _, status, used = os.wait4(child, 0)
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    text = printed.read_text(encoding="utf-8", errors="replace") if printed.is_file() else ""
    connected = connections.exists()
    printed.unlink(missing_ok=True)
    connections.unlink(missing_ok=True)
    return Outcome(code, text, hung, connected, used.ru_maxrss >> 10)


def _be_the_program(
    arguments: Sequence[str],
    folder: Path,
    printed: Path,
    connections: Path,
    environment: Mapping[str, str],
    before: Callable[[], None],
    megabytes: int,
) -> None:
    code = 70
    try:
        handle = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for number in (1, 2):
            os.dup2(handle, number)
        with open(os.devnull, encoding="utf-8") as nothing:  # noqa: PTH123
            os.dup2(nothing.fileno(), 0)
        sys.stdin = os.fdopen(0, closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        os.chdir(folder)
        sys.addaudithook(lambda event, given: _note(event, given, connections))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        from mandate_data.cli.main import main

        before()
        with mock.patch.dict(os.environ, environment), mock.patch("sys.argv", ["mandate-data", *arguments]):
            main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    except BaseException:  # noqa: BLE001  whatever it is, it is what the try is after
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


def _note(event: str, given: tuple[object, ...], connections: Path) -> None:
    """A connection to anything but this machine is noted and refused."""
    if event == "socket.connect":
        stream, address = given
        is_net = isinstance(stream, socket.socket) and stream.family in (socket.AF_INET, socket.AF_INET6)
        if is_net and not str(address[0]).startswith(("127.", "::1")):  # type: ignore[index]
            connections.touch()
            raise ConnectionRefusedError(str(address))
    elif event == "socket.getaddrinfo" and str(given[0]) not in ("127.0.0.1", "localhost", "::1", "None"):
        connections.touch()
        raise ConnectionRefusedError(str(given[0]))


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it, what begins with a dot and locks left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def leftovers(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*.partial")]
