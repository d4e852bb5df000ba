"""The encoding that a text may be in, by its bytes."""

from __future__ import annotations

import pytest
from mandate_data.package.encoding_guess import guess, wide_encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id,name\n2,日本語テキスト\n", "shift_jis"),
        ("a,東京\n", "shift_jis"),
        ("id,にほん\n", "euc_jp"),
        ("a,北京大学\n", "gb18030"),
        ("a,臺北市\n", "big5"),
        ("a,한국어 서울\n", "euc_kr"),
        ("a,Москва река\n", "windows-1251"),
        ("2,“é”\n", "windows-1252"),
        ("a,réel créée Zürich Åsa\n", "windows-1252"),
        ("“Führung” – Größe", "windows-1252"),
        ("ÅÄÖ", "windows-1252"),
        ("é", "windows-1252"),
    ],
)
def test_a_text_that_is_not_utf_8_is_in_the_encoding_of_its_script(text: str, encoding: str) -> None:
    assert guess(text.encode(encoding), "utf-8") == f"; it may be {encoding}: say so in `encoding`"


def test_a_character_that_is_cut_does_no_harm() -> None:
    assert "shift_jis" in guess("日本語テキスト".encode("shift_jis")[:-1], "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_have_nul_bytes(encoding: str) -> None:
    assert wide_encoding("id,name\n".encode(encoding)) == encoding
    assert wide_encoding("a,é\n".encode(encoding)) == encoding


def test_a_text_with_few_nul_bytes_is_of_none() -> None:
    assert wide_encoding(b"id,na\0me\n") == ""


@pytest.mark.parametrize(
    ("data", "what"), [(b"\x1f\x8b\x08\0\xff", "a file packed by gzip"), (b"PK\x03\x04\xff", "a zip or an Excel file")]
)
def test_a_packed_file_is_called_so(data: bytes, what: str) -> None:
    assert guess(data, "utf-8") == f"; it begins as {what} does"
