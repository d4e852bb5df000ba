"""The `cite` command on files of any kind: formats, encodings, hostile bytes, and mistakes told in one line."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pypandoc
import pytest
from calling import call_with_bytes
from conftest import ROOT
from mandate_data.citations import cite
from mandate_data.cli.cite import FORMATS
from mandate_data.corpus.citation_formats import FIELDS
from typesetting import typeset

TEXT = """As resolution 7/13 says, there is a report (A/HRC/19/63 and Add.l, para. 9); see resolution 1998/38.

17 Doe, The Law (Oxford University Press, 2010), p. 4. 18 Ibid., p. 6. 19 E/CN4/2004/9, p. 7. 20 Ibid.
"""


def run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return call_with_bytes("cite", *arguments, folder=folder, given=given)


def write(folder: Path, content: str | bytes, name: str = "report.txt") -> str:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return name


def records(done: subprocess.CompletedProcess[bytes], said: bytes = b"") -> list[dict[str, object]]:
    assert (done.returncode, done.stderr) == (0, said)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_json_lines_hold_every_field(tmp_path: Path) -> None:
    found = records(run(tmp_path, write(tmp_path, TEXT)))
    assert [tuple(record) for record in found] == [("file", *FIELDS)] * 7
    assert all(TEXT[int(str(record["start"])) : int(str(record["end"]))] == record["text"] for record in found)
    assert found[2] == {
        "file": "report.txt",
        "start": TEXT.index("Add.l"),
        "end": TEXT.index("Add.l") + 5,
        "line": 1,
        "text": "Add.l",
        "kind": "addendum",
        "symbol": "A/HRC/19/63/Add.1",
        "candidates": [],
        "repaired": True,
        "pinpoint_kind": "paragraph",
        "pinpoint": "9",
        "note": None,
        "antecedent": TEXT.index("A/HRC/19/63"),
        "reason": None,
        "organ": None,
        "identifier": None,
        "url": "https://undocs.org/en/A/HRC/19/63/Add.1",
    }
    assert [(record["note"], record["text"], record["symbol"], record["antecedent"]) for record in found[4:]] == [
        ("18", "Ibid.", None, None),
        ("19", "E/CN4/2004/9", "E/CN.4/2004/9", None),
        ("20", "Ibid.", "E/CN.4/2004/9", TEXT.index("E/CN4")),
    ]


def test_csv(tmp_path: Path) -> None:
    done = run(tmp_path, write(tmp_path, TEXT), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"))))
    assert (done.returncode, list(rows[0])) == (0, ["file", *FIELDS])
    ambiguous = rows[3]
    assert (ambiguous["symbol"], ambiguous["candidates"]) == ("", "E/RES/1998/38;E/CN.4/RES/1998/38")
    assert (rows[0]["repaired"], rows[2]["repaired"]) == ("false", "true")


def test_text_for_people(tmp_path: Path) -> None:
    done = run(tmp_path, write(tmp_path, TEXT), "--format", "text")
    assert done.stdout.decode("utf-8") == (
        "report.txt:1: resolution 7/13 = A/HRC/RES/7/13\n"
        "report.txt:1: A/HRC/19/63\n"
        "report.txt:1: Add.l = A/HRC/19/63/Add.1, paragraph 9 (repaired)\n"
        "report.txt:1: resolution 1998/38 = ? (E/RES/1998/38 or E/CN.4/RES/1998/38: the organ is not named)\n"
        "report.txt:3, note 18: Ibid. = ?, page 6 (the source before is not a United Nations document)\n"
        "report.txt:3, note 19: E/CN4/2004/9 = E/CN.4/2004/9, page 7 (repaired)\n"
        "report.txt:3, note 20: Ibid. = E/CN.4/2004/9\n"
    )


def test_the_text_with_links(tmp_path: Path) -> None:
    name = write(tmp_path, "<b> A/HRC/7/8")
    page = run(tmp_path, name, "--format", "html").stdout.decode("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>report.txt</title>\n')
    assert '>&lt;b&gt; <a class="citation" href="https://undocs.org/en/A/HRC/7/8"' in page
    marked = run(tmp_path, name, "--format", "markdown").stdout.decode("utf-8")
    assert marked == "<b> [A/HRC/7/8](https://undocs.org/en/A/HRC/7/8)"


def test_the_issuer_is_told_by_option_name_or_head(tmp_path: Path) -> None:
    text = "The Council, recalling its resolution 23/4, decides.\n"
    assert records(run(tmp_path, write(tmp_path, text)))[0]["symbol"] == "A/HRC/RES/23/4"
    assert records(run(tmp_path, write(tmp_path, text), "--issuer", "HSP/GC"))[0]["symbol"] is None
    assert records(run(tmp_path, write(tmp_path, text, "HSP_GC_24_1.txt")))[0]["symbol"] is None
    headed = "HSP/GC/24/1\nDistr.: General\n\n" + text
    assert [one["symbol"] for one in records(run(tmp_path, "-", given=headed.encode()))] == ["HSP/GC/24/1", None]
    links = run(tmp_path, write(tmp_path, headed), "--format", "html").stdout.decode()
    reason = "the resolutions of this organ have no symbol that follows from their number"
    assert f'<span class="citation open" title="{reason}">resolution 23/4</span>' in links


def test_standard_input_and_several_files(tmp_path: Path) -> None:
    done = run(tmp_path, "-", write(tmp_path, "A/68/275", "notes.md"), given=b"A/HRC/7/8")
    assert [(record["file"], record["symbol"]) for record in records(done)] == [
        ("-", "A/HRC/7/8"),
        ("notes.md", "A/68/275"),
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "latin-1"])
def test_other_encodings(encoding: str, tmp_path: Path) -> None:
    text = "Café: A/HRC/7/8"
    found = records(run(tmp_path, write(tmp_path, text.encode(encoding)), "--encoding", encoding))
    assert [(record["start"], record["text"]) for record in found] == [(6, "A/HRC/7/8")]


@pytest.mark.parametrize(
    ("text", "symbol", "repaired"),
    [
        ("A/HRC/\x007/8", "A/HRC/7/8", True),
        ("\x00\x00 A/HRC/7/8", "A/HRC/7/8", False),
        ("\u200fA/HRC/7/8\u200e", "A/HRC/7/8", False),
        ("\u0410/\u041dRC/7/8", "A/HRC/7/8", True),  # Cyrillic letters
        ("\u4e0eA/HRC/7/8\u53f7", "A/HRC/7/8", False),
        ("A\u2215HRC\u22157\u22158", "A/HRC/7/8", False),
        ("\ufeffA/HRC/7/8\r\n", "A/HRC/7/8", False),
    ],
)
def test_signs_that_do_not_show_or_look_the_same(text: str, symbol: str, repaired: bool, tmp_path: Path) -> None:
    told = b"report.txt: line 1: there is binary data in the text; words beside it may be read wrongly\n"
    found = records(run(tmp_path, write(tmp_path, text)), told if "\0" in text else b"")
    assert [(record["symbol"], record["repaired"]) for record in found] == [(symbol, repaired)]
    start, end = int(str(found[0]["start"])), int(str(found[0]["end"]))
    assert text[start:end] == found[0]["text"]


def test_a_line_of_twenty_megabytes(tmp_path: Path) -> None:
    text = "word " * 4_000_000 + "A/HRC/7/8, para. 5 " + "word " * 10
    found = records(run(tmp_path, write(tmp_path, text)))
    assert [(record["start"], record["line"], record["pinpoint"]) for record in found] == [(20_000_000, 1, "5")]


def test_a_file_longer_than_a_window_is_cited_as_a_whole_is(tmp_path: Path) -> None:
    page = "See A/HRC/7/8.\n\n" + "Words and more words. " * 500 + "\n\n"
    text = page * 500
    found = records(run(tmp_path, write(tmp_path, text)))
    assert len(text) > 5_000_000
    assert [(record["start"], record["line"], record["text"]) for record in found] == [
        (item.start, item.line, item.text) for item in cite(text)
    ]


@pytest.mark.parametrize(
    ("name", "content", "arguments", "message"),
    [
        (
            "bad.txt",
            b"caf\xe9 A/HRC/7/8",
            (),
            "bad.txt: not UTF-8 (byte 0xe9 at offset 3); name its encoding, for example --encoding cp1252",
        ),
        (
            "cut.txt",
            "é".encode()[:1],
            (),
            "cut.txt: not UTF-8 (byte 0xc3 at offset 0); name its encoding, for example --encoding cp1252",
        ),
        (
            "far.txt",
            b"x" * 3_000_000 + b"\xff",
            (),
            "far.txt: not UTF-8 (byte 0xff at offset 3000000); name its encoding, for example --encoding cp1252",
        ),
        *(
            (
                "own.txt",
                text.encode(encoding),
                (),
                f"own.txt: not UTF-8 (byte 0x{text.encode(encoding)[0]:02x} at offset 0); name its encoding, for "
                f"example --encoding {encoding}",
            )
            for encoding, text in (
                ("cp1251", "Совет по правам человека, резолюция 43/22"),
                ("koi8-r", "Совет по правам человека, резолюция 43/22"),
                ("cp1256", "مجلس حقوق الإنسان، قرار المجلس 43/22"),
                ("gb18030", "人权理事会第43/22号决议"),
                ("big5", "人權理事會第43/22號決議"),
                ("cp1252", "« Conseil des droits de l’homme, résolution 43/22 »"),
            )
        ),
        (
            "odd.txt",
            b"A/HRC/7/8 \xff\xfe\xfd\xfc\xfb",
            (),
            "odd.txt: not UTF-8 (byte 0xff at offset 10); name its encoding, for example --encoding cp1252 (French, "
            "Spanish), cp1251 (Russian), cp1256 (Arabic) or gb18030 (Chinese)",
        ),
        (
            "wide.txt",
            "Резолюция Совета по правам человека, A/HRC/7/8".encode("utf-16-le"),
            (),
            "wide.txt: not a text file: it looks like UTF-16-LE without a byte order mark; save it as UTF-8, or give "
            "--encoding utf-16-le",
        ),
        (
            "wide.txt",
            "人权理事会第43/22号决议提到儿童权利委员会的一般性意见".encode("utf-16-be"),
            (),
            "wide.txt: not a text file: it looks like UTF-16-BE without a byte order mark; save it as UTF-8, or give "
            "--encoding utf-16-be",
        ),
        (
            "wide.txt",
            "A/HRC/7/8 of it".encode("utf-16-le"),
            (),
            "wide.txt: not a text file: it looks like UTF-16-LE without a byte order mark; save it as UTF-8, or give "
            "--encoding utf-16-le",
        ),
        ("a.txt", bytes(range(256)) * 9, (), "a.txt: not a text file: it holds binary data; give its text"),
        ("a.txt", b"\x7fELF\2\1\1" + bytes(99), (), "a.txt: not a text file: it is a program; give a document"),
        *(
            ("a.txt", empty, (), "a.txt: the file is empty; restore it from version control or download it again")
            for empty in (b"", b" \n\t\n", b"\xef\xbb\xbf\n")
        ),
        ("a.txt", b"%PDF-1.7\n", (), "a.txt: not a text file: it is a PDF; give it the suffix .pdf"),
        ("here.txt", b"Nothing.", ("gone.txt",), "gone.txt: no such file; check the path"),
        ("here.txt", b"Nothing.", (".",), ".: is a folder; name the document in it"),
        (
            "here.txt",
            b"Nothing.",
            ("--format", "xml"),
            f"--format 'xml': unknown; known formats: {', '.join(FORMATS)}",
        ),
        (
            "here.txt",
            b"Nothing.",
            ("--encoding", "klingon"),
            "--encoding 'klingon': unknown; for example utf-8, cp1252 or latin-1",
        ),
        ("here.txt", b"Nothing.", ("here.txt", "--format", "html"), "--format html: annotates one file; 2 were given"),
    ],
)
def test_a_mistake_is_one_line_and_no_output(
    name: str, content: bytes, arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    good = write(tmp_path, "A/HRC/7/8", "good.txt")
    files = (good, write(tmp_path, content, name)) if "--format" not in arguments else (write(tmp_path, content, name),)
    done = run(tmp_path, *files, *arguments)
    assert (done.returncode, done.stdout, done.stderr.decode("utf-8")) == (2, b"", f"mandate-data: {message}\n")


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_byte_order_mark_names_the_encoding(mark: str, tmp_path: Path) -> None:
    found = records(run(tmp_path, write(tmp_path, "\ufeffNaïve: see A/HRC/7/8.".encode(mark))))
    assert [(one["symbol"], one["start"]) for one in found] == [("A/HRC/7/8", 11)]


@pytest.mark.parametrize("form", ["text", "html"])
def test_binary_data_in_a_text_is_reported_and_the_rest_is_read(form: str, tmp_path: Path) -> None:
    done = run(
        tmp_path, write(tmp_path, b"One A/HRC/7/8.\nTwo \0 A/HRC/7/9 and more of it.\n\0", "a.txt"), "--format", form
    )
    said = b"a.txt: line 2: there is binary data in the text; words beside it may be read wrongly\n"
    assert (done.returncode, done.stderr) == (0, said)
    assert b"A/HRC/7/8" in done.stdout
    assert b"A/HRC/7/9" in done.stdout


def test_bad_bytes_on_standard_input(tmp_path: Path) -> None:
    done = run(tmp_path, "-", given=b"A/HRC/7/8 \xe9")
    assert done.returncode == 2
    assert (
        done.stderr
        == b"mandate-data: -: not UTF-8 (byte 0xe9 at offset 10); name its encoding, for example --encoding cp1252\n"
    )


@pytest.mark.slow
def test_a_reader_that_stops_early_is_no_failure(tmp_path: Path) -> None:
    name = write(tmp_path, "A/HRC/7/8 " * 50_000)
    command = f"{sys.executable} -m mandate_data cite {name} | head -n 1"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)


def test_pdf_and_word_documents_are_read_by_their_blocks(tmp_path: Path) -> None:
    text = "The Council took note of A/HRC/31/58.[^1]\n\n[^1]: See E/CN.4/2004/9, p. 7; ibid., p. 9.\n"
    (tmp_path / "a.pdf").write_bytes(typeset(text, head=""))
    pypandoc.convert_text(text, "docx", format="gfm", outputfile=str(tmp_path / "a.docx"))
    said = b"a.pdf: not read: running heads, feet and page numbers (1 word)\n"
    found = records(run(tmp_path, "a.pdf", "a.docx", "--quiet"), said)
    told = [(one["file"], one["symbol"], one["note"], one["pinpoint"], one["line"]) for one in found]
    assert told == [
        (file, symbol, note, pinpoint, line)
        for file in ("a.pdf", "a.docx")
        for symbol, note, pinpoint, line in (
            ("A/HRC/31/58", None, None, 1), ("E/CN.4/2004/9", "1", "7", 2), ("E/CN.4/2004/9", "1", "9", 2),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.pdf"],
         "a.pdf: can't be read as a PDF (it is damaged or cut short); download or save it again"),
        (["a.pdf", "--format", "html"],
         "--format html: writes the text of a file with links, which PDFs and Word documents don't have; take jsonl, "
         "csv, text, annotation, csl or graphml"),
        (["a.txt", "none.pdf"], "none.pdf: no such file; check the path"),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_read_is_told_before_anything(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    write(tmp_path, TEXT, "a.txt")
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"mandate-data: {said}\n")


def test_control_characters_of_a_text_are_escapes_and_its_line_ends_are_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"See A/HRC/1/2\r\nand \x1b[2J\xc2\x85A/HRC/3/4,\xc2\x85para. 5\r\n")
    page = run(tmp_path, "a.txt", "--format", "html").stdout.decode()
    assert ">A/HRC/1/2</a>\nand \\x1b[2J\\x85<a " in page
    marked = run(tmp_path, "a.txt", "--format", "markdown").stdout.decode()
    assert "/A/HRC/1/2)\r\nand \\x1b[2J\\x85[" in marked
    for form in ("csv", "jsonl", "text", "html", "markdown"):
        output = run(tmp_path, "a.txt", "--format", form).stdout.decode()
        assert not set(output) & {"\x1b", "\x85"}, form


def test_marks_of_direction_stay_and_a_byte_order_mark_does_not(tmp_path: Path) -> None:
    write(tmp_path, "\ufeffقرار \u200fمجلس الأمن 1325 (2000)\u200f و\u202e A/HRC/7/8.".encode(), "a.txt")
    for form in ("csv", "html", "markdown"):
        printed = run(tmp_path, "a.txt", "--format", form).stdout.decode("utf-8")
        assert "قرار \u200fمجلس الأمن 1325 (2000)" in printed
        assert not {"\ufeff", "\u202e"} & {*printed}
        assert "ufeff" not in printed


def test_standard_input_without_text_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mandate_data", "cite", "-"], input=b"\n", capture_output=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"-: there is no text in it\n")


@pytest.mark.parametrize("language", ["english", "xx", "e", "fr-", ""])
def test_a_language_that_is_none_is_told_with_its_option(language: str, tmp_path: Path) -> None:
    done = run(tmp_path, "--language", language, write(tmp_path, TEXT))
    assert (done.returncode, done.stdout) == (2, b"")
    expected = (
        f"--language {language!r}: no language in which citations are read; expected one of en, fr, es, ru, ar, zh"
    )
    assert done.stderr.decode("utf-8") == f"mandate-data: {expected}\n"
