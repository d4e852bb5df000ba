"""Binary forms whose sums were made anew: what was added, taken away or hidden in a container is found."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from mandate_data.release.release_files import SUMS, sums
from mandate_data.release.verification import Verification, verification

STEM = "lighthouses-1.0.0"


@pytest.fixture
def lights(small_release: Path, tmp_path: Path) -> Path:
    """A small project with one release and its binary forms."""
    return Path(shutil.copytree(small_release, tmp_path / "lights"))


def forms(root: Path) -> Path:
    return root / "build" / "dist" / "1.0.0"


def write_sums(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    (folder / SUMS).write_bytes(sums({name: path.read_bytes() for name, path in files.items() if name != SUMS}))


def verified(root: Path, rebuild: bool = False) -> Verification:
    """What is found, but for the history of git, which the project has none of."""
    found = verification(root, rebuild=rebuild)
    return Verification(found.wrong, tuple(note for note in found.notes if "history of git" not in note))


def append(path: Path, data: bytes = b"more") -> None:
    path.write_bytes(path.read_bytes() + data)


def pack(path: Path, *more: tuple[zipfile.ZipInfo, bytes], comment: bytes = b"") -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in more:
            archive.writestr(entry, data)
        archive.comment = comment


def named(name: str, mode: int = 0o100644, extra: bytes = b"") -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr, entry.extra = mode << 16, extra
    return entry


def of_zip(root: Path) -> Path:
    return forms(root) / f"{STEM}.zip"


def of_xlsx(root: Path) -> Path:
    return forms(root) / f"{STEM}.xlsx"


def of_sqlite(root: Path) -> Path:
    return forms(root) / f"{STEM}.sqlite"


def of_parquet(root: Path) -> Path:
    return forms(root) / "parquet" / "lighthouses.parquet"


@pytest.mark.slow
def test_forms_as_they_were_made_are_in_order(lights: Path) -> None:
    assert verified(lights, rebuild=True) == Verification((), ())


@pytest.mark.parametrize("name", ["evil.exe", "parquet/evil.parquet", "evil.sqlite", "data.csv"])
def test_a_file_more_is_found(name: str, lights: Path) -> None:
    (forms(lights) / name).write_bytes(b"PAR1PAR1")
    write_sums(forms(lights))
    how = "is not a binary form of 1.0.0; delete it, or make the binary forms again (mandate-data dist)"
    assert f"{forms(lights) / name}: {how}" in verified(lights).wrong


@pytest.mark.parametrize("name", [f"{STEM}.xlsx", f"{STEM}.zip", f"{STEM}.sqlite", "parquet/keepers.parquet"])
def test_a_file_less_is_found(name: str, lights: Path) -> None:
    (forms(lights) / name).unlink()
    write_sums(forms(lights))
    how = "is missing; make the binary forms again (mandate-data dist)"
    assert verified(lights).wrong == (f"{forms(lights) / name}: {how}",)


@pytest.mark.parametrize(
    ("form", "forge", "why"),
    [
        (of_zip, append, "it has a comment, or bytes that belong to no entry"),
        (of_xlsx, append, "it has a comment, or bytes that belong to no entry"),
        (of_sqlite, append, "it has bytes that belong to no page"),
        (of_parquet, append, "it doesn't begin and end as Parquet does"),
        (of_zip, lambda path: path.write_bytes(b"#!/bin/sh\n" + path.read_bytes()), "bytes before"),
        (of_zip, lambda path: pack(path, comment=b"hidden"), "it has a comment, or bytes that belong to no entry"),
        (of_zip, lambda path: pack(path, (named("link", 0o120777), b"/etc/passwd")), "link is not a regular file"),
        (of_zip, lambda path: pack(path, (named("folder/", 0o40755), b"")), "folder/ is not a regular file"),
        (
            of_zip,
            lambda path: pack(path, (named("x", extra=struct.pack("<HH14s", 0x7075, 14, b"../../evil.csv")), b"x")),
            "x has more than a name and content",
        ),
        (
            of_xlsx,
            lambda path: pack(path, (named("xl/worksheets/sheet1.xml"), b"<x/>")),
            "xl/worksheets/sheet1.xml is there 2 times",
        ),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_a_container_hides_is_found(
    form: Callable[[Path], Path], forge: Callable[[Path], object], why: str, lights: Path
) -> None:
    path = form(lights)
    forge(path)
    write_sums(forms(lights))
    (line,) = verified(lights).wrong
    assert line.startswith(f"{path}: is not as this program writes it ({why}")


def set_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()


def set_application(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 7")
    connection.close()


def change_parquet(path: Path) -> None:
    import polars as pl

    pl.read_parquet(path).with_columns(height=pl.lit(99, dtype=pl.Int64)).write_parquet(path)


def forge_parquet(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-8] + b"\0\0\0\0PAR1")


def zeros(path: Path) -> None:
    """A workbook with one entry that would take 1.5 GB of memory."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/zeros.xml", "w") as entry:
        for _ in range(150):
            entry.write(bytes(10_000_000))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "forge"),
    [
        (of_sqlite, set_version),
        (of_sqlite, set_application),
        (of_parquet, change_parquet),
        (of_parquet, forge_parquet),
        (of_xlsx, lambda path: pack(path, (named("xl/more.xml"), b"<x/>"))),
        (of_xlsx, zeros),
    ],
)
def test_what_a_form_holds_otherwise_is_found_when_it_is_made_again(
    form: Callable[[Path], Path], forge: Callable[[Path], None], lights: Path
) -> None:
    forge(form(lights))
    write_sums(forms(lights))
    assert verified(lights, rebuild=True).wrong == (
        f"{form(lights)}: is not what the release gives; make it again (mandate-data dist)",
    )


@pytest.mark.slow
def test_the_same_in_other_bytes_is_a_note(lights: Path) -> None:
    path = of_xlsx(lights)
    with zipfile.ZipFile(path) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    path.unlink()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for entry, data in entries:
            archive.writestr(named(entry.filename), data, compress_type=zipfile.ZIP_DEFLATED, compresslevel=1)
    write_sums(forms(lights))
    assert verified(lights, rebuild=True) == Verification(
        (), (f"{path}: holds what the release gives in other bytes, as another library writes it",)
    )


def test_forms_of_no_release_and_forms_elsewhere_are_found(lights: Path, tmp_path: Path) -> None:
    dist = forms(lights).parent
    shutil.copytree(dist / "1.0.0", dist / "9.9.9")
    assert verified(lights).wrong == (f"{dist / '9.9.9'}: is of no release; delete it",)
    dist.rename(tmp_path / "elsewhere")
    dist.symlink_to(tmp_path / "elsewhere")
    assert verified(lights).wrong == (f"{dist}: is not a folder of its own; delete it",)
