"""Only regular files are opened, and none is read beyond its limit: nothing waits for a pipe or a device."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from mandate_data.corpus.cite_file import report
from mandate_data.errors import InputError
from mandate_data.regular_files import NotRegularError, TooLargeError, open_regular, read_regular


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_regular(tmp_path / "a", 3) == b"abc"


def test_a_pipe_a_device_and_a_socket_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
        for path in (tmp_path / "pipe", tmp_path / "link", tmp_path / "socket", Path("/dev/zero"), Path("/dev/tty")):
            with pytest.raises(NotRegularError, match="is not a regular file"):
                open_regular(path)


def test_a_folder_and_a_name_that_no_file_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)
    with pytest.raises(OSError, match="no file can have this name"):
        open_regular("a\0b")


def test_a_file_of_any_size_costs_no_more_than_its_limit(tmp_path: Path) -> None:
    with (tmp_path / "sparse").open("wb") as stream:
        stream.truncate(8 << 40)
    with pytest.raises(TooLargeError, match="has more than 10 bytes, which is the limit"):
        read_regular(tmp_path / "sparse", 10)


def test_a_file_is_read_whole_though_it_does_not_know_its_size() -> None:
    kernel = Path("/proc/self/status")
    if not kernel.is_file():
        pytest.skip("needs /proc, as Linux has it")
    assert kernel.stat().st_size == 0
    assert read_regular(kernel, 1 << 20).startswith(b"Name:")
    with pytest.raises(TooLargeError):
        read_regular(kernel, 10)


def test_what_fails_while_it_is_read_says_which_file_it_was() -> None:
    if not Path("/proc/self/mem").is_file():
        pytest.skip("needs /proc, as Linux has it")
    with pytest.raises(OSError, match="'/proc/self/mem'"):
        read_regular("/proc/self/mem", 10)
    with pytest.raises(
        InputError, match=r"^/proc/self/mem: can't be read \(Input/output error\); mend that, or name another file$"
    ):
        list(report(["/proc/self/mem"], "jsonl"))
