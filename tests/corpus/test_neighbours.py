"""The text around a reference: of files of any kind, where the formats need it."""

from __future__ import annotations

import json
from pathlib import Path

import pypandoc
import pytest
from mandate_data.corpus.cite_file import report
from mandate_data.corpus.recent_text import RecentText
from mandate_data.errors import InputError
from typesetting import typeset

TEXT = (
    "The Council met. It recalled its resolution 7/13 of the Human Rights Council, and\n"
    "thanked for A/HRC/19/63, para. 9, and for A/HRC/19/63 again."
)


def quotes(path: Path) -> list[dict[str, str]]:
    page = json.loads("".join(report([str(path)], "annotation")))
    return [item["target"]["selector"][1] for item in page["items"]]


def test_a_quote_has_what_is_before_and_after_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    first, second, third = quotes(path)
    assert first == {
        "type": "TextQuoteSelector",
        "exact": "resolution 7/13",
        "prefix": "he Council met. It recalled its ",
        "suffix": " of the Human Rights Council, an",
    }
    assert (second["prefix"], second["suffix"]) == (
        "Rights Council, and\nthanked for ",
        ", para. 9, and for A/HRC/19/63 a",
    )
    assert third["suffix"] == " again."


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_every_quote_is_where_its_position_is(form: str, tmp_path: Path) -> None:
    table = "+-----------+------+\n| See A/HRC/ | one |\n| 19/63 and  | two |\n+-----------+------+\n"
    text = f"{TEXT}\r\n\r\n{table}\n" + "Also A/HRC/20/7. " * 40
    path = tmp_path / f"a.{form}"
    path.write_bytes(text.encode())
    page = json.loads("".join(report([str(path)], "annotation")))
    assert len(page["items"]) > 40
    for item in page["items"]:
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert quote.get("prefix", "") == text[max(start - 32, 0) : start]
        assert quote["exact"] == text[start:end]
        assert quote.get("suffix", "") == text[end : end + 32]


def test_a_word_document_and_a_pdf_have_quotes_of_their_blocks(tmp_path: Path) -> None:
    noted = "The Council met on *Monday* to read A/HRC/31/58[^1] at last.\n\n[^1]: See A/HRC/28/56 of 5 May 2015.\n"
    (tmp_path / "b.pdf").write_bytes(typeset(noted, head="Report"))
    pypandoc.convert_text(noted, "docx", format="gfm", outputfile=str(tmp_path / "a.docx"))
    for name in ("a.docx", "b.pdf"):
        first, second = quotes(tmp_path / name)
        assert (first["exact"], first["prefix"]) == ("A/HRC/31/58", "e Council met on Monday to read ")
        assert (second["exact"], second["suffix"]) == ("A/HRC/28/56", " of 5 May 2015.")
        assert second["prefix"].endswith("\n\nSee ")
        items = json.loads("".join(report([str(tmp_path / name)], "csl")))
        assert [item.get("issued") for item in items] == [{"date-parts": [[2015]]}, None]


def test_ids_count_what_is_settled(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ibid., para. 3. See A/HRC/19/63. Op. cit., note 77. See A/HRC/20/7.", encoding="utf-8")
    page = json.loads("".join(report([str(path)], "annotation")))
    assert [item["id"] for item in page["items"]] == ["#1", "#2"]


def test_the_year_behind_a_number_is_found_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("General Assembly resolution 60/251 of\n15 March 2006.", encoding="utf-8")
    (item,) = json.loads("".join(report([str(path)], "csl")))
    assert item["issued"] == {"date-parts": [[2006]]}


@pytest.mark.parametrize("kept", [0, 3, 5, 100])
def test_the_latest_text_is_kept(kept: int) -> None:
    chunks = ["abc", "", "de", "f", "ghij"]
    text = RecentText(chunks, kept)
    assert "".join(text) == "abcdefghij"
    assert text.between(6, 9) == "ghi"
    assert text.between(8, 30) == "ij"
    assert text.between(2, 8).endswith("gh")
    assert (text.between(0, 10) == "abcdefghij") == (kept == 100)


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_the_formats_that_take_any_file_are_named(form: str) -> None:
    with pytest.raises(InputError) as raised:
        list(report(["a.docx"], form))
    assert str(raised.value) == (
        f"--format {form}: writes the text of a file with links, which PDFs and Word documents don't have; "
        "take jsonl, csv, text, annotation, csl or graphml"
    )
