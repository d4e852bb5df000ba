"""The command line called within this process: to start Python and its libraries takes longer than most commands.

That the program starts, and finds its libraries by itself, is for tests that start one.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from unittest import mock

import click
import pytest
from mandate_data.cli import COMMANDS
from mandate_data.cli.main import main
from mandate_data.cli.options import app


def call(
    *arguments: str, folder: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What the command line gives in a folder, as `subprocess.run` would tell it."""
    done = call_with_bytes(*arguments, folder=folder, environment=environment)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def call_with_bytes(
    *arguments: str, folder: Path, environment: Mapping[str, str] | None = None, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """The same with the bytes of standard input, output and error."""
    standard = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for name in ("out", "err")}
    with (
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, environment or {}),
        mock.patch("sys.argv", ["mandate-data", *arguments]),
        mock.patch("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")),
        mock.patch("sys.stdout", standard["out"]),
        mock.patch("sys.stderr", standard["err"]),
        mock.patch("gc.freeze"),  # which is for a process that ends
        pytest.raises(SystemExit) as ended,
    ):
        main()
    code = ended.value.code
    assert code is None or isinstance(code, int)
    written = [stream.detach().getvalue() for stream in standard.values()]
    return subprocess.CompletedProcess(arguments, code or 0, *written)


def all_commands() -> click.Group:
    """The command line with the modules of all commands loaded."""
    for name in COMMANDS:
        import_module(f"mandate_data.cli.{name.replace('-', '_')}")
    return app
