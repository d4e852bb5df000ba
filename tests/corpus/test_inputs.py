"""What paths name: files, folders, patterns, archives; each file under one name, and nothing passed over in silence."""

from __future__ import annotations

import json
import os
import struct
import zipfile
from pathlib import Path

import pytest
from corpus_support import Watched, inline, make, reasons, report, table, write_reports
from mandate_data.corpus.build_corpus import make_corpus
from mandate_data.corpus.cite_file import report as cite_files
from mandate_data.corpus.corpus_folder import is_corpus
from mandate_data.corpus.unread_reasons import why_no_archive, why_unlisted, why_unread
from mandate_data.errors import InputError


def files(out: Path) -> list[str]:
    return [str(file) for file in table(out, "documents")["file"]]


def test_folders_give_their_name_and_single_files_their_own(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports" / "2018", 1).parent
    single = write_reports(tmp_path, 1) / "A_HRC_1_7.txt"
    make(folder, single, out=tmp_path / "out")
    assert files(tmp_path / "out") == ["A_HRC_1_7.txt", "reports/2018/A_HRC_1_7.txt"]


def test_a_pattern_gives_names_below_what_stands_before_it(tmp_path: Path) -> None:
    write_reports(tmp_path / "reports" / "2018", 2)
    write_reports(tmp_path / "reports" / "2019", 1)
    make(f"{tmp_path}/reports/**/*_1_7.txt", out=tmp_path / "out")
    assert files(tmp_path / "out") == ["2018/A_HRC_1_7.txt", "2019/A_HRC_1_7.txt"]


def test_hidden_files_and_the_package_itself_are_left_out(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / ".hidden.txt").write_text("A/HRC/1/1", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("A/HRC/1/1", encoding="utf-8")
    for _ in range(2):
        make(folder, out=folder / "out")
    assert files(folder / "out") == ["reports/A_HRC_1_7.txt"]
    assert reasons(folder / "out") == {}


def test_packages_of_other_runs_are_passed_over_and_told(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    make(folder, out=folder / "2024" / "first")
    make(folder, out=folder / "second")
    said = "it is a package that corpus wrote: its files are not documents"
    read = ["reports/A_HRC_1_7.txt", "reports/A_HRC_2_7.txt"]
    assert (files(folder / "second"), reasons(folder / "second")) == (read, {"reports/2024/first": said})
    make(folder, out=tmp_path / "third")
    assert files(tmp_path / "third") == read
    assert reasons(tmp_path / "third") == {"reports/2024/first": said, "reports/second": said}
    for _ in range(2):
        make(f"{folder}/**/*", out=folder / "fourth")
        assert files(folder / "fourth") == ["A_HRC_1_7.txt", "A_HRC_2_7.txt"]
        assert reasons(folder / "fourth") == {"2024/first": said, "second": said}


def test_a_folder_that_can_not_be_looked_into_is_no_corpus(tmp_path: Path) -> None:
    assert not is_corpus(tmp_path / ("x" * 300))


def test_a_file_that_can_not_be_looked_at_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    real = Path.stat

    def refused(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "A_HRC_2_7.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refused)
    said = "it can't be read (Permission denied): check its permissions"
    for path, top in ((folder, "reports/"), (f"{folder}/*", "")):
        make(path, out=tmp_path / "out")
        assert files(tmp_path / "out") == [f"{top}A_HRC_1_7.txt"]
        assert reasons(tmp_path / "out") == {f"{top}A_HRC_2_7.txt": said}


@pytest.mark.parametrize("path", ["first", "first/", "first/*", "first/**/*.parquet"])
def test_a_package_of_another_run_is_no_input(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(write_reports(tmp_path / "reports", 1), out=tmp_path / "first")
    monkeypatch.chdir(tmp_path)
    for out in ("other", "first"):
        with pytest.raises(InputError) as raised:
            make(path, out=Path(out))
        assert str(raised.value) == "first: is a package that corpus wrote; name the folder of its documents"
    assert not (tmp_path / "other").exists()


def test_links_in_a_circle_and_files_that_may_not_be_read_are_told_in_words(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    make(folder, out=tmp_path / "out")
    assert reasons(tmp_path / "out") == {"reports/circle.txt": "it is a link that leads back to itself: name a file"}
    denied = PermissionError(13, "Permission denied", "reports/a.txt")
    assert why_unread(denied) == "it can't be read (Permission denied): check its permissions"
    assert why_unlisted(denied) == "it can't be listed (Permission denied): check its permissions"
    assert why_no_archive(denied) == why_unread(denied)


def test_a_name_that_cannot_be_printed_is_escaped(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a\nb.txt").write_text("A/HRC/1/1", encoding="utf-8")
    (folder / "a\\nb.txt").write_text("A/HRC/1/1", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("A/HRC/1/2", encoding="utf-8")
    make(folder, out=tmp_path / "out")
    assert files(tmp_path / "out") == ["reports/a\\\\nb.txt", "reports/a\\nb.txt", "reports/caf\\udce9.txt"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nothing.txt", "nothing.txt: no such file or folder; check the path"),
        ("*.rtf", "*.rtf: matches no file; check the pattern"),
        ("ftp://host/x", "ftp://host/x: unknown kind of store; expected file:// or s3://"),
    ],
)
def test_a_path_where_nothing_is_stops_the_run(path: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        make(path, out=tmp_path / "new" / "out")
    assert str(raised.value) == said
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("made", [True, False])
def test_where_one_of_several_paths_is_wrong_nothing_is_written(made: bool, tmp_path: Path) -> None:
    reports, out = write_reports(tmp_path / "reports", 2), tmp_path / "out"
    (tmp_path / "empty").mkdir()
    if made:
        out.mkdir()
    for wrong in (tmp_path / "nothing", tmp_path / "empty", tmp_path / "*.rtf"):
        with pytest.raises(InputError):
            make(reports, wrong, out=out)
        assert out.exists() == made
        assert not made or list(out.iterdir()) == []


def test_a_folder_without_a_file_does_not_empty_the_corpus(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports", 2)
    make(reports, out=tmp_path / "out")
    before = files(tmp_path / "out")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as raised:
        make(tmp_path / "empty", out=tmp_path / "out")
    assert str(raised.value) == f"{tmp_path / 'empty'}: there is no file in it; check the path"
    assert files(tmp_path / "out") == before != []


def test_two_files_of_one_name_stop_the_run(tmp_path: Path) -> None:
    one, two = (write_reports(tmp_path / name / "reports", 1) for name in ("a", "b"))
    with pytest.raises(InputError) as raised:
        make(one, two, out=tmp_path / "out")
    assert str(raised.value) == (
        f"{two}/A_HRC_1_7.txt: has the name reports/A_HRC_1_7.txt, as {one}/A_HRC_1_7.txt; "
        "name the folder that holds both"
    )
    assert not (tmp_path / "out").exists()


def test_the_same_file_named_twice_is_one(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    make(folder, folder, out=tmp_path / "out")
    assert len(files(tmp_path / "out")) == 2


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as stream:
        for name, data in members.items():
            stream.writestr(name, data)
    return path


def test_members_of_an_archive_are_files(tmp_path: Path) -> None:
    path = archive(tmp_path / "old.zip", **{"1999/a.txt": report(1).encode(), "b.md": b"See A/HRC/1/1."})
    make(path, out=tmp_path / "out")
    assert files(tmp_path / "out") == ["old.zip/1999/a.txt", "old.zip/b.md"]
    (tmp_path / "reports").mkdir()
    path.rename(tmp_path / "reports" / "old.zip")
    make(tmp_path / "reports", out=tmp_path / "other")
    assert files(tmp_path / "other") == ["reports/old.zip/1999/a.txt", "reports/old.zip/b.md"]


def test_what_of_an_archive_is_not_read_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    inner = archive(tmp_path / "inner.zip", **{"a.txt": b"A/HRC/1/1"}).read_bytes()
    names = {
        "../up.txt": b"A/HRC/1/1", "/root.txt": b"A/HRC/1/1", "C:/disk.txt": b"A/HRC/1/1",
        "in\\..\\up.txt": b"A/HRC/1/1", "inner.zip": inner, "picture.jpg": b"", "good.txt": b"See A/HRC/1/1.",
    }  # fmt: skip
    archive(path, **names)
    with zipfile.ZipFile(path, "a") as stream, pytest.warns(UserWarning, match="Duplicate name"):
        stream.writestr("good.txt", b"See A/HRC/2/2.")
    make(path, out=tmp_path / "out")
    assert files(tmp_path / "out") == ["odd.zip/good.txt"]
    assert reasons(tmp_path / "out") == {
        "odd.zip/../up.txt": "its name points outside the archive",
        "odd.zip//root.txt": "its name points outside the archive",
        "odd.zip/C:/disk.txt": "its name points outside the archive",
        "odd.zip/in\\\\..\\\\up.txt": "its name points outside the archive",
        "odd.zip/inner.zip": "an archive within an archive is not read",
        "odd.zip/picture.jpg": "files that end in .jpg are not read",
        "odd.zip/good.txt (7)": "its name stands twice in the archive",
    }


def test_an_encrypted_member_is_listed(tmp_path: Path) -> None:
    path = archive(tmp_path / "secret.zip", **{"a.txt": b"A/HRC/1/1"})
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    make(path, out=tmp_path / "out")
    assert reasons(tmp_path / "out") == {"secret.zip/a.txt": "it is encrypted"}


def test_an_archive_with_a_million_entries_is_not_opened(tmp_path: Path) -> None:
    entry = b"PK\x01\x02" + bytes(42)
    directory = entry * 1_000_000
    end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1_000_000, 1_000_000, len(directory), 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(directory), 1)
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    (tmp_path / "many.zip").write_bytes(directory + end + locator + last)
    make(tmp_path / "many.zip", out=tmp_path / "out")
    assert reasons(tmp_path / "out") == {
        "many.zip": "the archive is not read: its directory has 46,000,000 bytes, more than 16,777,216"
    }


def test_an_end_record_that_holds_another_one_is_read_as_the_unpacker_reads_it(tmp_path: Path) -> None:
    directory = (b"PK\x01\x02" + bytes(42)) * 400_000
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0x4B50, 0x0605, 9, 9, len(directory), 0, 0)  # its disks spell PK56
    (tmp_path / "many.zip").write_bytes(directory + last)
    make(tmp_path / "many.zip", out=tmp_path / "out")
    assert reasons(tmp_path / "out") == {
        "many.zip": "the archive is not read: its directory has 18,400,000 bytes, more than 16,777,216"
    }


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", b"no archive", "it is not a zip archive that can be read (File is not a zip file)"),
        ("a.txt", "A/HRC/1/1".encode("utf-16-be"),
         "it is not a text file: it looks like UTF-16-BE without a byte order mark; save it as UTF-8"),
        ("a.md", b"%PDF-1.7", "it is not a text file: it is a PDF; give it the suffix .pdf"),
        ("a.txt", "\ufeffA/HRC/1/1".encode("utf-16-be")[:-1], "it is not UTF-16 (byte 0x00 at offset 18)"),
        ("a.txt", "Café A/HRC/1/1".encode("cp1252"), "it is not UTF-8 (byte 0xe9 at offset 3)"),
        ("a.txt", "A/HRC/1/1 é".encode()[:-1], "it is not UTF-8 (byte 0xc3 at offset 10)"),
        ("a.pdf", b"%PDF-1.7",
         "can't be read as a PDF (it is damaged or cut short); download or save it again"),
        ("a.docx", b"PK", "can't be read as a Word document (File is not a zip file); save it anew as .docx"),
        ("a.rtf", b"A/HRC/1/1", "files that end in .rtf are not read"),
        ("README", b"A/HRC/1/1", "its kind is not known"),
        ("a.pdf", b"", "it is empty"),
        ("a.txt", b"", "it is empty"),
        ("a.md", b"\xef\xbb\xbf \n", "it is empty"),
        ("a.txt", bytes(range(256)) * 9, "it is not a text file: it holds binary data; give its text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_listed_with_the_reason(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / name).write_bytes(data)
    outcome = make(folder, out=tmp_path / "out")
    assert reasons(tmp_path / "out") == {f"reports/{name}": reason}
    assert outcome.rows["documents"] == 1
    assert make(folder, out=tmp_path / "out").read.files == 0


def test_what_is_no_file_is_listed(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    (folder / "loop").symlink_to(folder)
    make(folder, out=tmp_path / "out")
    assert reasons(tmp_path / "out") == {
        "reports/pipe.txt": "it is not a regular file",
        "reports/gone.txt": "it can't be read (No such file or directory)",
        "reports/loop": "it is a link to a folder: name that folder",
    }


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "other.txt").write_text("A/HRC/9/9", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "outside" / "other.txt")
    (folder / "within.txt").symlink_to(folder / "A_HRC_1_7.txt")
    (folder / "linked").symlink_to(tmp_path / "outside")
    said = "it is a link to a file outside of the folder: name that file"
    make(folder, out=tmp_path / "out")
    assert files(tmp_path / "out") == ["reports/A_HRC_1_7.txt", "reports/within.txt"]
    assert reasons(tmp_path / "out")["reports/link.txt"] == said
    make(f"{folder}/**/*.txt", out=tmp_path / "pattern")
    assert files(tmp_path / "pattern") == ["A_HRC_1_7.txt", "within.txt"]
    assert set(reasons(tmp_path / "pattern").values()) == {said}
    make(folder / "link.txt", out=tmp_path / "named")
    assert files(tmp_path / "named") == ["link.txt"]


def test_a_folder_that_is_reached_by_a_link_is_read(tmp_path: Path) -> None:
    write_reports(tmp_path / "real", 1)
    (tmp_path / "reports").symlink_to(tmp_path / "real")
    make(tmp_path / "reports", out=tmp_path / "out")
    assert files(tmp_path / "out") == ["reports/A_HRC_1_7.txt"]


def test_hidden_folders_of_an_archive_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as stream:
        for name in (".hidden/a.txt", "b/.git/c.txt", "b/.d.txt", "./e.txt", "f.txt", "../g.txt"):
            stream.writestr(name, "A/HRC/1/1")
    make(path, out=tmp_path / "out")
    assert files(tmp_path / "out") == ["a.zip/./e.txt", "a.zip/f.txt"]
    assert list(reasons(tmp_path / "out")) == ["a.zip/../g.txt"]


def test_html_and_text_with_binary_data_are_read_as_cite_reads_them(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.html").write_text("<p>See A/HRC/7/8,<br>para. 3, and\n<i>A/HRC/7/9</i></p>", encoding="utf-8")
    (folder / "b.htm").write_text("<td>A/HRC/7/10</td>", encoding="utf-8")
    (folder / "c.txt").write_bytes(b"One A/HRC/7/8.\nTwo \0 A/HRC/7/9.\n")
    make(folder, out=tmp_path / "out")
    told: list[str] = []
    paths = [str(path) for path in sorted(folder.iterdir())]
    of_cite = [json.loads(line) for line in "".join(cite_files(paths, "jsonl", warn=told.append)).splitlines()]
    of_corpus = table(tmp_path / "out", "citations").select("start", "end", "line", "symbol", "pinpoint").rows()
    assert of_corpus == [(one["start"], one["end"], one["line"], one["symbol"], one["pinpoint"]) for one in of_cite]
    assert len(of_corpus) == 5
    assert dict(table(tmp_path / "out", "documents").select("file", "media_type").iter_rows()) == {
        "reports/a.html": "text/html",
        "reports/b.htm": "text/html",
        "reports/c.txt": "text/plain",
    }
    said = "line 2: there is binary data in the text; words beside it may be read wrongly"
    assert reasons(tmp_path / "out") == {"reports/c.txt": said}
    assert told == [f"{folder}/c.txt: {said}"]


def test_what_could_not_be_read_is_tried_again_with_more(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / "b.txt").write_bytes(b"A/HRC/1/1 \xe9")
    paths, out = [str(folder)], tmp_path / "out"
    read = [make_corpus(paths, out, inline, Watched(), allowed).read.files for allowed in ("1 s", "1 s", "2 s", "2 s")]
    assert read == [2, 0, 1, 0]


def test_damage_in_an_archive_is_listed_and_told_again(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as stream:
        stream.writestr("a.txt", report(1) * 20)
    make(path, out=tmp_path / "out")
    data = bytearray(path.read_bytes())
    data[60:80] = bytes(20)
    path.write_bytes(data)
    make(path, out=tmp_path / "out")
    assert list(reasons(tmp_path / "out")) == ["a.zip/a.txt"]
    assert files(tmp_path / "out") == []


def test_a_file_that_became_readable_is_read(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / "b.txt").write_bytes("Café A/HRC/1/1".encode("cp1252"))
    make(folder, out=tmp_path / "out")
    (folder / "b.txt").write_bytes(b"Cafe A/HRC/1/1")
    os.utime(folder / "b.txt", ns=(0, 0))
    assert make(folder, out=tmp_path / "out").read.files == 1
    assert reasons(tmp_path / "out") == {}
