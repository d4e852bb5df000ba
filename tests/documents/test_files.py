"""A source file becomes a document, or one clear line says what is wrong with the file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from document_support import words_with_lines
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.documents import DOCX, parse_text, read_document
from mandate_data.documents.file_kinds import marked_encoding
from mandate_data.documents.source_files import decode, unreadable
from mandate_data.errors import InputError


def refusal(path: Path, media_type: str = "text/markdown") -> str:
    """What reading the file is refused with."""
    with pytest.raises(InputError) as refused:
        read_document(path, media_type, "made-up")
    message = str(refused.value)
    assert "\n" not in message
    return message


def written(folder: Path, content: bytes) -> Path:
    path = folder / "document.md"
    path.write_bytes(content)
    return path


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    content = b"# One\n\nTwo.\n"
    path = written(tmp_path, content)
    document = read_document(path, "text/markdown", "made-up")
    assert document.path == str(path)
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.lines == ("# One", "", "Two.")
    assert [block.text.value for block in document.blocks] == ["One", "Two."]


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "absent.md"
    assert refusal(path) == f"{path}: no such file; check the path"


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: is a folder; name the document in it"


def test_a_link_in_a_circle(tmp_path: Path) -> None:
    path = tmp_path / "circle.md"
    path.symlink_to(path)
    assert refusal(path) == f"{path}: is a link that leads back to itself; name the file that is meant"


def test_permissions_are_named_where_they_are_the_cause(tmp_path: Path) -> None:
    said = str(unreadable(tmp_path, PermissionError(13, "Permission denied")))
    assert said == f"{tmp_path}: can't be read (Permission denied); check its permissions"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, b"Text.\n") / "document.md"
    assert refusal(path) == f"{path}: can't be read (Not a directory); check the path"


@pytest.mark.parametrize("content", [b"", b"\n", b" \t\r\n \n"])
def test_an_empty_file(content: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, content)
    assert refusal(path) == f"{path}: the file is empty; restore it from version control or download it again"


@pytest.mark.parametrize(("content", "line"), [(b"\0", 1), (b"%!PS-Adobe\nstream\n\0\1\2\n\0", 3)])
def test_a_binary_file(content: bytes, line: int, tmp_path: Path) -> None:
    path = written(tmp_path, content)
    assert refusal(path) == (f"{path}:{line}: not a text file: it holds binary data in line {line}; give its text")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n\0", "it is a PDF; give it the suffix .pdf"),
        (b"PK\x03\x04\0\0", "it is a zip archive, as Word documents are; give a Word document the suffix .docx"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK",
            "it is an OpenDocument file; save it as .docx",
        ),
        (b"\xd0\xcf\x11\xe0", "it is a document of an old office program; save it as .docx"),
        (b"{\\rtf1 Text.}", "it is a document in RTF; save it as .docx"),
        (b"\x1f\x8b\x08", "it is a packed file; unpack it"),
        (b"\x89PNG\r\n\x1a\n\0", "it is a picture; give its text"),
        (b"\xff\xd8\xff\xe0", "it is a picture; give its text"),
        (b"GIF89a", "it is a picture; give its text"),
        ("Text, é.\n".encode("utf-16-le"), "it looks like UTF-16-LE without a byte order mark; save it as UTF-8"),
        ("Text, é.\n".encode("utf-16-be"), "it looks like UTF-16-BE without a byte order mark; save it as UTF-8"),
    ],
)
def test_a_file_of_another_kind(content: bytes, kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, content)
    assert refusal(path) == f"{path}:1: not a text file: {kind}"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
def test_a_file_with_a_byte_order_mark(encoding: str, media_type: str, tmp_path: Path) -> None:
    document = read_document(
        written(tmp_path, "\ufeffA naïve\r\nline 東京.\r\n".encode(encoding)), media_type, "made-up"
    )
    assert document.lines == ("A naïve", "line 東京.")
    assert [block.text.value for block in document.blocks] == ["A naïve line 東京."]


@pytest.mark.parametrize(
    ("content", "line", "encoding", "byte", "offset"),
    [
        ("naïve".encode("cp1252"), 1, "UTF-8", "0xef", 2),
        (b"One\nTwo\nThr\xe9e\n", 3, "UTF-8", "0xe9", 11),
        ("\ufeffTen\r\nE".encode("utf-16-le")[:-1], 2, "UTF-16", "0x45", 12),
    ],
)
def test_another_encoding(content: bytes, line: int, encoding: str, byte: str, offset: int, tmp_path: Path) -> None:
    path = written(tmp_path, content)
    assert refusal(path) == (
        f"{path}:{line}: not {encoding} (byte {byte} at offset {offset}); save the file as UTF-8 and try again"
    )


def test_an_unknown_media_type(tmp_path: Path) -> None:
    path = written(tmp_path, b"Text.\n")
    assert refusal(path, "text/html") == (
        f"{path}: no parser for text/html; known types: text/markdown, text/plain, {DOCX}, application/pdf"
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(
    media_type: str, start: str, ends: str, tmp_path: Path
) -> None:
    text = "Some words, set\n\non two lines.\n"
    document = read_document(written(tmp_path, (start + text.replace("\n", ends)).encode()), media_type, "made-up")
    expected = parse_text(text, media_type, "made-up", document.path, document.sha256)
    assert document == expected


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_line_end_adds_no_line(end: str, tmp_path: Path) -> None:
    assert len(read_document(written(tmp_path, f"One\ntwo{end}".encode()), "text/plain", "made-up").lines) == 2


@settings(deadline=None)  # the first example waits for imports
@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused_with_their_line(data: bytes) -> None:
    try:
        text = decode(data, Path("some.md"))
    except InputError as refused:
        place, line, _ = str(refused).split(":", 2)
        assert place == "some.md"
        assert 1 <= int(line) <= data.count(b"\n") + 1
    else:
        assert "\r" not in text
        read = data.decode(marked_encoding(data) or "utf-8").removeprefix("\ufeff")
        assert text == read.replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None)  # the first example waits for imports
@given(st.text(), st.sampled_from(["text/markdown", "text/plain"]))
def test_any_text_can_be_parsed_and_every_line_number_exists(text: str, media_type: str) -> None:
    document = parse_text(
        decode(text.replace("\0", "").encode(errors="replace"), Path("any")), media_type, "a", "b", ""
    )
    assert all(1 <= line <= len(document.lines) for _, line in words_with_lines(document, "."))
    assert all(1 <= first <= last <= len(document.lines) for first, last in document.set_aside)
