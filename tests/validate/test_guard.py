"""The guard: nothing outside a package's folder is opened, and nothing is begun that can't end."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from mandate_data.limits import LARGEST_DESCRIPTOR, LONGEST_LINE
from mandate_data.package.file_safety import check_files

from validate.editing import Edited

CLAIMS = "data/claims.csv"


def found(edited: Edited) -> list[tuple[str, int, str]]:
    return [(Path(finding.file).name, finding.line, finding.message) for finding in edited.breaches()]


def test_a_package_as_it_was_built_passes(edited: Edited) -> None:
    assert check_files(edited.folder, edited.descriptor(), edited.contract) == []
    assert edited.breaches() == []


@pytest.mark.parametrize(
    "path", ["../claims.csv", "data/../../claims.csv", "/etc/hostname", "https://example.org/claims.csv", "\\\\host\\x"]
)
def test_a_path_that_leads_out_of_the_package_is_not_followed(edited: Edited, path: str) -> None:
    descriptor = edited.descriptor()
    descriptor["resources"][0]["path"] = path
    edited.write_descriptor(descriptor)
    assert [finding.code for finding in edited.breaches()] == ["file-outside"]
    assert found(edited) == [("datapackage.json", 0, f"the path {path!r} leads out of the package")]


def test_one_of_several_paths_that_leads_out_is_enough(edited: Edited) -> None:
    descriptor = edited.descriptor()
    descriptor["resources"][0]["path"] = [descriptor["resources"][0]["path"], "../more.csv"]
    edited.write_descriptor(descriptor)
    assert found(edited) == [("datapackage.json", 0, "the path '../more.csv' leads out of the package")]


def test_a_link_to_a_file_elsewhere_is_not_read(edited: Edited, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.csv"
    shutil.move(edited.folder / CLAIMS, elsewhere)
    (edited.folder / CLAIMS).symlink_to(elsewhere)
    assert [finding.code for finding in edited.breaches()] == ["file-outside"]
    assert found(edited) == [("claims.csv", 0, "claims.csv is reached by a link that leads out of the package")]


def test_a_folder_linked_from_elsewhere_is_reported_for_every_table(edited: Edited, tmp_path: Path) -> None:
    shutil.move(edited.folder / "data", tmp_path / "elsewhere")
    (edited.folder / "data").symlink_to(tmp_path / "elsewhere")
    assert {finding.code for finding in edited.breaches()} == {"file-outside"}
    assert len(edited.breaches()) == len(edited.contract.tables)


def test_a_link_inside_the_package_is_read(edited: Edited) -> None:
    shutil.move(edited.folder / CLAIMS, edited.folder / "claims-of-2016.csv")
    (edited.folder / CLAIMS).symlink_to("../claims-of-2016.csv")
    assert edited.breaches() == []


def test_a_link_to_itself_ends(edited: Edited) -> None:
    (edited.folder / CLAIMS).unlink()
    (edited.folder / CLAIMS).symlink_to("claims.csv")
    assert [finding.code for finding in edited.breaches()] == ["file-irregular"]


def test_a_pipe_is_not_waited_for(edited: Edited) -> None:
    (edited.folder / CLAIMS).unlink()
    os.mkfifo(edited.folder / CLAIMS)
    assert [finding.code for finding in edited.breaches()] == ["file-irregular"]
    assert found(edited) == [("claims.csv", 0, "claims.csv is not a file")]


def test_a_nul_byte_is_reported_on_its_line(edited: Edited) -> None:
    line = edited.replace(CLAIMS, "handbook-2016", "handbook\0-2016")
    assert [finding.code for finding in edited.breaches()] == ["file-nul"]
    assert found(edited) == [("claims.csv", line, "the file contains a NUL byte")]


@pytest.mark.parametrize("length", [LONGEST_LINE + 1, 3 * LONGEST_LINE])
def test_a_line_longer_than_any_tables_is_reported_and_not_parsed(edited: Edited, length: int) -> None:
    path = edited.folder / CLAIMS
    lines = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + b"x" * length + b"\nmore\n")
    assert [finding.code for finding in edited.breaches()] == ["file-line-too-long"]
    assert found(edited) == [("claims.csv", lines + 1, f"a line is longer than {LONGEST_LINE} bytes")]


@pytest.mark.slow
def test_many_short_lines_are_no_long_line(edited: Edited) -> None:
    path = edited.folder / CLAIMS
    path.write_bytes(path.read_bytes() + b"x\n" * LONGEST_LINE)
    assert check_files(edited.folder, edited.descriptor(), edited.contract) == []


def test_a_descriptor_too_large_to_be_one_is_not_read(edited: Edited) -> None:
    (edited.folder / "datapackage.json").write_bytes(b"[" * (LARGEST_DESCRIPTOR + 1))
    size = LARGEST_DESCRIPTOR + 1
    assert [finding.code for finding in edited.breaches()] == ["file-too-large"]
    assert found(edited) == [("datapackage.json", 0, f"datapackage.json has {size} bytes; no descriptor has so many")]


def test_a_path_that_may_name_a_child_is_not_repeated(edited: Edited) -> None:
    descriptor = edited.descriptor()
    descriptor["resources"][0]["path"] = "../Photo: Xx (0) in Nowhere.csv"
    edited.write_descriptor(descriptor)
    (found,) = edited.breaches()
    assert found.code == "file-outside"
    assert "Xx" not in repr(found)
