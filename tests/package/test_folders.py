"""A folder is the old one or the new one: nothing half written, nobody else's files lost, whenever it is killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ProjectCopy
from mandate_data.errors import InputError
from mandate_data.package import replace_folder, scratch_folder

ROOT = Path(__file__).parents[2]
MINE = json.dumps({"name": "mine"})


def make(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def package(folder: Path, data: str) -> Path:
    return make(folder, {"datapackage.json": MINE, **{f"data/{number}.csv": data for number in range(5)}})


def test_scratch_folder_is_gone_afterwards(tmp_path: Path) -> None:
    with scratch_folder(tmp_path / "deep" / "out") as scratch:
        assert scratch.parent == tmp_path / "deep", "on the same disk"
        make(scratch, {"a/b": "x"})
    assert list((tmp_path / "deep").iterdir()) == []


def test_scratch_folder_is_gone_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="stop"), scratch_folder(tmp_path / "out"):
        raise ValueError("stop")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_folder_without_a_name_of_its_own_is_refused(name: str) -> None:
    with pytest.raises(InputError) as refused, scratch_folder(Path(name)):
        pass
    expected = "a folder with a name of its own is needed; name one, for example build/package"
    assert str(refused.value) == f"{Path(name)}: {expected}"


def test_place_where_nothing_can_be_written_is_refused(tmp_path: Path) -> None:
    make(tmp_path, {"file": ""})
    with pytest.raises(InputError) as refused, scratch_folder(tmp_path / "file" / "out"):
        pass
    assert str(refused.value) == f"{tmp_path / 'file'}: can't write there (File exists); name another folder"


def test_new_folder_is_put_where_there_is_none(tmp_path: Path) -> None:
    replace_folder(package(tmp_path / "new", "1"), tmp_path / "out")
    assert content(tmp_path / "out")["data/0.csv"] == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_earlier_package_gives_way_and_leaves_nothing_behind(tmp_path: Path) -> None:
    package(tmp_path / "out", "1")
    make(tmp_path / "out", {"data/dropped.csv": ""})
    replace_folder(package(tmp_path / "new", "2"), tmp_path / "out")
    assert set(content(tmp_path / "out").values()) == {b"2", MINE.encode()}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_empty_folder_gives_way(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    replace_folder(package(tmp_path / "new", "1"), tmp_path / "out")
    assert content(tmp_path / "out")["data/0.csv"] == b"1"


def test_folder_of_steps_gives_way_to_a_new_one(tmp_path: Path) -> None:
    make(tmp_path / "out", {"records/a": "1"})
    replace_folder(make(tmp_path / "new", {"records/a": "2", "documents/a": "2"}), tmp_path / "out")
    assert content(tmp_path / "out")["records/a"] == b"2"


@pytest.mark.parametrize(
    "foreign",
    [
        {"thesis.txt": "years of work"},
        {"datapackage.json": '{"name": "somebody-else-s"}', "data/0.csv": "theirs"},
        {"datapackage.json": "{", "data/0.csv": "theirs"},
        {"datapackage.json": "[]"},
        {"findings.json": "{}", "thesis.txt": "years of work"},
        {".hidden": "theirs"},
    ],
    ids=["files", "another package", "broken descriptor", "no descriptor", "a report among files", "hidden file"],
)
@pytest.mark.parametrize("new", [{"datapackage.json": MINE}, {"findings.json": "{}"}], ids=["package", "steps"])
def test_foreign_folder_is_never_replaced(foreign: dict[str, str], new: dict[str, str], tmp_path: Path) -> None:
    out = make(tmp_path / "out", foreign)
    before = content(out)
    with pytest.raises(InputError) as refused:
        replace_folder(make(tmp_path / "new", new), out)
    words = "exists and was not made by this program; name another folder, or delete it"
    assert str(refused.value) == f"{out} {words}"
    assert content(out) == before


def test_foreign_file_is_never_replaced(tmp_path: Path) -> None:
    make(tmp_path, {"out": "years of work"})
    with pytest.raises(InputError):
        replace_folder(package(tmp_path / "new", "1"), tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "years of work"


@pytest.mark.slow
def test_foreign_folder_named_like_a_rejected_one_outlives_a_good_build(project: ProjectCopy) -> None:
    beside = make(project.root / "build" / "package.rejected", {"thesis.txt": "years of work"})
    assert project.build().accepted
    assert content(beside) == {"thesis.txt": b"years of work"}


@pytest.mark.slow
def test_rejected_candidate_of_ours_is_gone_after_a_good_build(project: ProjectCopy) -> None:
    document = project.document("handbook-2016")
    good = document.read_bytes()
    project.edit(document, "(11-18 April 2016)", "(18-11 April 2016)")
    assert not project.build().accepted
    assert (project.root / "build" / "package.rejected" / "findings.txt").is_file()
    document.write_bytes(good)
    assert project.build().accepted
    assert [path.name for path in (project.root / "build").iterdir()] == ["package"]


# Replaces a folder and kills itself at the Nth thing that it does with files, just before doing it.
KILLED = """
import os, signal, sys
from pathlib import Path
from mandate_data.package import replace_folder
new, out, moment = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
done = 0
def count(event, args):
    global done
    if event.split(".")[0] in ("os", "shutil", "tempfile", "open", "ctypes"):
        done += 1
        if done == moment:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
replace_folder(new, out)
"""


def kill_at(moment: int, tmp_path: Path) -> bool:
    """Whether the process was killed before it was done."""
    ran = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "new", tmp_path / "out", str(moment)], cwd=ROOT)
    assert ran.returncode in (0, -signal.SIGKILL)
    return ran.returncode != 0


@pytest.mark.slow
def test_killed_at_any_moment_leaves_the_old_folder_or_the_new_one(tmp_path: Path) -> None:
    seen: list[bytes] = []
    for moment in range(1, 200):
        here = tmp_path / str(moment)
        package(here / "out", "old")
        package(here / "new", "new")
        killed = kill_at(moment, here)
        left = content(here / "out")
        assert set(left) == {"datapackage.json", *(f"data/{number}.csv" for number in range(5))}, moment
        data = {text for name, text in left.items() if name != "datapackage.json"}
        assert data in ({b"old"}, {b"new"}), moment
        seen += data
        if not killed:
            break
    assert seen == [b"old"] * seen.count(b"old") + [b"new"] * seen.count(b"new"), "once new, always new"
    assert seen.count(b"old") > 5
    assert seen.count(b"new") > 5


# Builds a package and kills itself when it does something for the Nth time with what lies in the folder `build`.
KILLED_BUILD = """
import os, signal, sys
from pathlib import Path
from mandate_data.build_package import build
root, what, moment = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
done = 0
def count(event, args):
    global done
    if event == what and any(str(root / "build") in str(arg) or arg == "renameat2" for arg in args):
        done += 1
        if done == moment:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
build(root, root / "build" / "package")
"""


@pytest.fixture
def changed(project: ProjectCopy, package: Path) -> ProjectCopy:
    """A project whose package was built, and one figure of whose source has changed since."""
    make(project.root / "build" / "package", {name: data.decode("utf-8") for name, data in content(package).items()})
    project.edit("raw/leiden-2015/source.yaml", "published: '2015'", "published: '2015-10'")
    return project


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "moment", "left"),
    [
        pytest.param("open", 30, "old", id="while files are written"),
        pytest.param("ctypes.dlsym", 1, "old", id="before the folders change places"),
        pytest.param("shutil.rmtree", 1, "new", id="before the old folder is deleted"),
    ],
)
def test_killed_build_leaves_the_old_package_or_the_new_one(
    what: str, moment: int, left: str, changed: ProjectCopy, package: Path
) -> None:
    ran = subprocess.run([sys.executable, "-c", KILLED_BUILD, changed.root, what, str(moment)], cwd=ROOT)
    assert ran.returncode == -signal.SIGKILL
    old, found = content(package), content(changed.root / "build" / "package")
    if left == "old":
        assert found == old
    else:
        assert found.keys() == old.keys()
        assert "2015-10" in {row["published"] for row in changed.table("sources")}
        assert changed.build().accepted, "what a killed build leaves beside the package is in nobody's way"
