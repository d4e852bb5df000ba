"""What a killed run has left is deleted by the next run of any command; what a running one holds stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from calling import call
from mandate_data.errors import InputError
from mandate_data.package import scratch_folder
from mandate_data.package.atomic_folders import replace_file, replace_folder
from mandate_data.write_locks import remove_leftovers, taking_turns

KILLED = """
import os, signal, sys
from pathlib import Path
from mandate_data.package import scratch_folder
with scratch_folder(Path(sys.argv[1])) as scratch:
    (scratch / "half").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def leave(target: Path) -> Path:
    """What a killed run leaves beside `target`."""
    subprocess.run([sys.executable, "-c", KILLED, target], check=False)
    (left,) = (path for path in target.parent.iterdir() if path.name.startswith("."))
    return left


def test_the_next_run_of_any_command_deletes_what_a_killed_one_left(tmp_path: Path) -> None:
    left = leave(tmp_path / "build" / "package")
    assert (left / "half").exists()
    call("verify", folder=tmp_path)
    assert not left.exists()


def test_so_does_whoever_writes_beside_it(tmp_path: Path) -> None:
    left = leave(tmp_path / "out")
    replace_file(tmp_path / "file", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["file"], left


def test_what_is_being_written_stays(tmp_path: Path) -> None:
    with scratch_folder(tmp_path / "out") as scratch:
        remove_leftovers(tmp_path)
        assert scratch.is_dir()


def test_what_is_nobodys_leftover_stays(tmp_path: Path) -> None:
    for name in (".package.mine", "package.0123abcd.partial", ".a.0123abcd.partial.txt", ".0123abcd.partial"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    (tmp_path / ".link.0123abcd.partial").symlink_to(tmp_path / ".package.mine")
    before = sorted(tmp_path.iterdir())
    remove_leftovers(tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_is_the_old_one_where_the_new_one_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        replace_file(tmp_path / "folder", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_one_waits_for_the_other_and_then_gives_up(tmp_path: Path) -> None:
    with taking_turns(tmp_path), pytest.raises(InputError) as raised, taking_turns(tmp_path, seconds=0.1):
        pass
    assert str(raised.value) == f"{tmp_path}: another command is writing there; wait for its end and run this again"
    with taking_turns(tmp_path, seconds=0.1):
        pass


PLACE = """
import sys
from pathlib import Path
from mandate_data.package.atomic_folders import replace_folder, scratch_folder
out = Path(sys.argv[1])
for number in range(20):
    with scratch_folder(out) as scratch:
        new = scratch / "new"
        new.mkdir()
        (new / "a").write_text(sys.argv[2])
        (new / "b").write_text(sys.argv[2])
        replace_folder(new, out)
"""


def test_two_that_make_one_folder_at_once_both_succeed(tmp_path: Path) -> None:
    both = [subprocess.Popen([sys.executable, "-c", PLACE, tmp_path / "out", word]) for word in ("one", "two")]
    assert [process.wait() for process in both] == [0, 0]
    out = tmp_path / "out"
    assert (out / "a").read_text(encoding="utf-8") == (out / "b").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    replace_folder(Path(tmp_path / "out"), tmp_path / "moved")
