"""A corpus: the citations that `cite` finds, which document cites which; made once, then brought up to date."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pypandoc
import pytest
from conftest import ROOT
from corpus_support import Watched, assert_same, inline, make, report, table, tables, write_reports
from mandate_data.corpus import build_corpus as running
from mandate_data.corpus.build_corpus import Outcome, make_corpus
from mandate_data.corpus.citation_formats import FIELDS
from mandate_data.corpus.cite_file import report as cite_files
from mandate_data.corpus.corpus_package import lock_folder
from mandate_data.corpus.find_files import Item, find_items
from mandate_data.corpus.open_files import Opener
from mandate_data.corpus.part_check import check_part
from mandate_data.corpus.parts import PartBuilder, batch
from mandate_data.corpus.read_file import read_item
from mandate_data.errors import InputError
from mandate_data.validation import inspect
from typesetting import typeset, typeset_text

UN = ROOT / "tests" / "data" / "un"
NOTED = """# Report of the mandate

The Council took note of A/HRC/31/58[^1] and A/HRC/31/58/Add.1[^2].

It did so again by resolution 25/6 of the Human Rights Council.[^3]

[^1]: See A/HRC/28/56, para. 5.
[^2]: Ibid., para. 9.
[^3]: Report E/CN.4/2004/9, p. 7.
"""


def cited(path: Path) -> list[dict[str, object]]:
    """What the command `cite` reports."""
    lines = "".join(cite_files([str(path)], "jsonl")).splitlines()
    return [json.loads(line) for line in lines]


def test_citations_are_those_that_cite_reports(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 3)
    out = tmp_path / "out"
    assert make(folder, out=out).rows["documents"] == 3
    for path in folder.iterdir():
        rows = table(out, "citations").filter(file=f"reports/{path.name}").to_dicts()
        found = cited(path)
        assert [row["number"] for row in rows] == list(range(1, len(found) + 1))
        for row, reference in zip(rows, found, strict=True):
            stored = [field for field in FIELDS if field in row and field != "candidates"]
            assert {field: row[field] for field in stored} == {field: reference[field] for field in stored}
            assert row["candidates"] == (";".join(reference["candidates"]) or None)  # type: ignore[arg-type]


def test_documents_say_what_they_are(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (folder / "notes.md").write_text("A/HRC/40/2\n\nSee A/HRC/1/7 and A/HRC/40/2, para. 3.\n", encoding="utf-8")
    make(folder, out=tmp_path / "out")
    rows = table(tmp_path / "out", "documents").select("file", "symbol", "symbol_from", "media_type", "lines", "pages")
    assert rows.rows() == [
        ("reports/A_HRC_1_7.txt", "A/HRC/1/7", "file_name", "text/plain", 39, None),
        ("reports/notes.md", "A/HRC/40/2", "text", "text/markdown", 3, None),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_at_the_beginning_and_line_ends_of_any_kind(mark: str, line_end: str, tmp_path: Path) -> None:
    lines = ["United Nations   A/HRC/16/57", "", "See A/HRC/7/2,", "para. 5.", "See A/64/1.", ""]
    text = mark + line_end.join(lines)
    (tmp_path / "one.txt").write_bytes(text.encode())
    make(tmp_path / "one.txt", out=tmp_path / "out")
    row = table(tmp_path / "out", "documents").select("symbol", "symbol_from", "lines").row(0)
    assert row == ("A/HRC/16/57", "text", 5)
    cited = table(tmp_path / "out", "citations").select("symbol", "line", "pinpoint").rows()
    assert cited == [("A/HRC/16/57", 1, None), ("A/HRC/7/2", 3, "5"), ("A/64/1", 5, None)]
    starts = [row[0] for row in table(tmp_path / "out", "citations").select("start").rows()]
    assert starts == [text.index(symbol) for symbol, _, _ in cited]


def test_columns_of_text_are_reported_with_their_page(tmp_path: Path) -> None:
    line = "what stands on the left of this one    and what stands on the right of it\n"
    (tmp_path / "one.txt").write_text(f"See A/HRC/9/1.\n\f{line * 9}", encoding="utf-8")
    make(tmp_path / "one.txt", out=tmp_path / "out")
    assert table(tmp_path / "out", "unread").rows() == [
        ("one.txt", 2, "from line 2 on, text stands in two columns, whose lines are read across"),
    ]
    assert table(tmp_path / "out", "citations").height == 1


def test_the_graph_counts_and_leaves_out_what_cites_itself(tmp_path: Path) -> None:
    text = (
        "A/HRC/40/2\n\nSee A/HRC/9/1, A/HRC/40/2 and A/HRC/9/1, para. 3; resolution 7/13 of the Human Rights Council.\n"
    )
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    make(tmp_path / "one.txt", out=tmp_path / "out")
    assert table(tmp_path / "out", "edges").rows() == [
        ("one.txt", "A/HRC/9/1", "A/HRC/40/2", 2, 2),
        ("one.txt", "A/HRC/RES/7/13", "A/HRC/40/2", 1, 5),
    ]


def test_pdf_and_word_give_the_same_citations_in_the_same_notes(tmp_path: Path) -> None:
    folder = tmp_path / "formats"
    folder.mkdir()
    (folder / "b.pdf").write_bytes(typeset(NOTED, head="Report"))
    pypandoc.convert_text(NOTED, "docx", format="gfm", outputfile=str(folder / "a.docx"))
    make(folder, out=tmp_path / "out")
    columns = ["text", "kind", "symbol", "note", "pinpoint_kind", "pinpoint"]
    citations = table(tmp_path / "out", "citations")
    word = citations.filter(file="formats/a.docx").select(columns).rows()
    assert word == citations.filter(file="formats/b.pdf").select(columns).rows()
    assert [(row[2], row[3]) for row in word] == [
        ("A/HRC/31/58", None), ("A/HRC/31/58/Add.1", None), ("A/HRC/RES/25/6", None),
        ("A/HRC/28/56", "1"), ("A/HRC/28/56", "2"), ("E/CN.4/2004/9", "3"),
    ]  # fmt: skip
    pages = citations.filter(file="formats/b.pdf")["page"].unique().to_list()
    assert pages == [1]


@pytest.mark.slow
def test_real_documents_give_the_same_citations_as_text_and_as_pdf(tmp_path: Path) -> None:
    texts, pdfs = tmp_path / "texts", tmp_path / "pdfs"
    texts.mkdir()
    pdfs.mkdir()
    for name in ("A_58_427", "A_HRC_17_43"):
        shutil.copy(UN / f"{name}.txt", texts)
        (pdfs / f"{name}.pdf").write_bytes(typeset_text((UN / f"{name}.txt").read_text(encoding="utf-8")))
    make(texts, out=tmp_path / "one")
    make(pdfs, out=tmp_path / "two")
    columns = ["text", "kind", "symbol", "candidates", "repaired", "pinpoint_kind", "pinpoint", "reason"]
    one, two = (table(tmp_path / name, "citations").select(columns).rows() for name in ("one", "two"))
    assert len(one) == 46
    assert one == two


def published(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in [*out.rglob("*.parquet"), out / "datapackage.json"]}


def test_run_again_it_reads_nothing(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 12)
    out = tmp_path / "out"
    first = make(folder, out=out)
    before = {path: path.read_bytes() for path in out.rglob("*.parquet")} | {
        out: (out / "datapackage.json").read_bytes()
    }
    again = make(folder, out=out)
    assert (first.read.files, again.read.files, again.kept.files) == (12, 0, 12)
    assert first.rows == again.rows
    after = {path: path.read_bytes() for path in out.rglob("*.parquet")} | {
        out: (out / "datapackage.json").read_bytes()
    }
    assert before == after


def test_what_is_new_or_changed_is_read_and_what_is_gone_leaves(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 20)
    out = tmp_path / "out"
    make(folder, out=out)
    (folder / "A_HRC_3_7.txt").write_text(report(300), encoding="utf-8")
    # Of the same size and time: the content counts.
    changed = folder / "A_HRC_5_7.txt"
    status = changed.stat()
    changed.write_text(changed.read_text(encoding="utf-8").replace("was welcomed", "was relcomed"), encoding="utf-8")
    os.utime(changed, ns=(status.st_atime_ns, status.st_mtime_ns))
    (folder / "A_HRC_7_7.txt").unlink()
    (folder / "A_HRC_99_7.txt").write_text(report(99), encoding="utf-8")
    os.utime(folder / "A_HRC_9_7.txt")  # touched, but the same
    outcome = make(folder, out=out)
    assert (outcome.read.files, outcome.kept.files, outcome.gone) == (3, 17, 1)
    make(folder, out=tmp_path / "fresh")
    assert_same(out, tmp_path / "fresh")
    assert inspect(out, tmp_path).findings == []


def test_progress_names_each_file(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "a-folder-with-a-rather-long-name", 3)
    watched = Watched()
    make_corpus([str(folder)], tmp_path / "out", inline, watched)
    assert watched.stages == [
        *("looking for files", "comparing files", "reading files"),
        *(f"…r-with-a-rather-long-name/A_HRC_{number}_7.txt" for number in (1, 2, 3)),
        "writing the package",
    ]


def test_another_version_of_the_program_reads_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    make(folder, out=tmp_path / "out")
    monkeypatch.setattr(running, "reader_digest", lambda: "another")
    assert make(folder, out=tmp_path / "out").read.files == 2


def test_broken_off_it_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 30)
    out = tmp_path / "out"

    class BrokenError(Exception):
        pass

    def breaks(parts, on_file):  # type: ignore[no-untyped-def]
        for number, result in enumerate(inline(parts, on_file)):
            if number == 2:
                raise BrokenError
            yield result

    with pytest.raises(BrokenError):
        running.make_corpus([str(folder)], out, breaks, Watched())
    assert not (out / "datapackage.json").exists()
    # A part that was put in its place and not taken down counts for nothing.
    (out / "data" / "citations" / "part-0123456789abcdef.parquet").write_bytes(b"half")
    outcome = make(folder, out=out)
    assert (outcome.read.files, outcome.kept.files) == (14, 16)
    make(folder, out=tmp_path / "fresh")
    assert_same(out, tmp_path / "fresh")
    assert not list(out.rglob("part-0123456789abcdef.parquet"))


def test_the_descriptor_names_every_part_with_its_digest(tmp_path: Path) -> None:
    make(write_reports(tmp_path / "reports", 20), out=tmp_path / "out")
    content = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in content["resources"]] == ["documents", "citations", "edges", "unread"]
    for resource in content["resources"]:
        assert resource["path"] == [part["path"] for part in resource["parts"]]
        assert len(resource["path"]) == 3
        assert resource["rows"] == table(tmp_path / "out", resource["name"]).height
    files = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out" / "data").rglob("*.*")}
    assert files == {path for resource in content["resources"] for path in resource["path"]}


@pytest.mark.slow
def test_parts_of_many_small_runs_are_merged(tmp_path: Path) -> None:
    folder, out = tmp_path / "reports", tmp_path / "out"
    for count in range(1, 20):
        write_reports(folder, count)
        make(folder, out=out)
    # One run makes 3 parts of them; none is now less than half full, but the last.
    assert len(list((out / "data" / "citations").iterdir())) == 5
    make(folder, out=tmp_path / "fresh")
    assert_same(out, tmp_path / "fresh")
    # What was merged is not read again.
    assert make(folder, out=out).read.files == 0


def test_parts_do_not_depend_on_where_the_files_lie(tmp_path: Path) -> None:
    one = write_reports(tmp_path / "here" / "reports", 9)
    other = write_reports(tmp_path / "there" / "below" / "reports", 9)
    make(one, out=tmp_path / "one")
    make(other, out=tmp_path / "two")
    for path in (tmp_path / "one" / "data").rglob("*.parquet"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def refused(*paths: Path | str, out: Path) -> str:
    with pytest.raises(InputError) as raised:
        make(*paths, out=out)
    return str(raised.value)


def test_a_folder_that_is_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("Years of work.", encoding="utf-8")
    assert refused(folder, out=tmp_path / "mine") == (
        f"{tmp_path / 'mine'}: is there and is not a corpus of ours; name another folder"
    )
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 1)
    with lock_folder(tmp_path / "out"):
        assert refused(folder, out=tmp_path / "out") == (
            f"{tmp_path / 'out'}: another run is writing there; wait for its end"
        )


def test_nothing_to_cite_is_an_empty_package(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "data.csv").write_text("a,b\n", encoding="utf-8")
    outcome: Outcome = make(tmp_path / "notes", out=tmp_path / "out")
    assert outcome.rows["citations"] == 0
    assert inspect(tmp_path / "out", tmp_path).findings == []


def test_rows_of_all_tables_keep_the_contract(tmp_path: Path) -> None:
    make(write_reports(tmp_path / "reports", 3), out=tmp_path / "out")
    assert inspect(tmp_path / "out", tmp_path).findings == []
    assert {name: frame.height > 0 for name, frame in tables(tmp_path / "out").items()} == {
        "documents": True, "citations": True, "edges": True, "unread": False,
    }  # fmt: skip


def test_parts_are_small_enough_to_be_lost(tmp_path: Path) -> None:
    def sizes(suffix: str, size: int, count: int) -> list[int]:
        items = [Item(f"{number:06}{suffix}", "", size=size) for number in range(count)]
        return [len(part.items) for part in batch(items, count)]

    assert sizes(".txt", 70_000, 23) == [8, 8, 7]
    assert sizes(".txt", 70_000, 6_400) == [100] * 64
    assert set(sizes(".txt", 70_000, 51_200)) == {512}
    assert set(sizes(".pdf", 200_000, 1_200)) == {6}  # a PDF takes seconds
    assert sizes(".txt", 500_000_000, 3) == [1, 1, 1]


ODD = "See ICC-ASP/3/25, A/78/6 (Plan outline)/Rev.1, A/78/6 (Income sect. 2), MP.WAT/2003/2, IDB.26/11, TD(XIV)/1.\n"


def test_symbols_of_any_form_are_in_the_package(tmp_path: Path) -> None:
    (tmp_path / "icc.txt").write_text(f"ICC-ASP/3/24\n\n{ODD}", encoding="utf-8")
    assert make(tmp_path / "icc.txt", out=tmp_path / "out").findings == ()
    assert inspect(tmp_path / "out", tmp_path).findings == []
    assert table(tmp_path / "out", "documents")["symbol"].to_list() == ["ICC-ASP/3/24"]
    assert set(table(tmp_path / "out", "edges")["cited"]) == {
        *("ICC-ASP/3/25", "A/78/6(Plan outline)/Rev.1", "A/78/6(Income sect.2)", "MP.WAT/2003/2", "IDB.26/11"),
        "TD(XIV)/1",
    }


def test_what_breaks_the_contract_is_reported_with_its_file_and_line(tmp_path: Path) -> None:
    builder = PartBuilder()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("\n\nSee A/HRC/31/58.\n", encoding="utf-8")
        (item,) = find_items([str(tmp_path / name)], tmp_path / "out")
        with Opener() as opener:
            read = read_item(item, opener)
        if name == "b.txt":
            for wrong, column in (("citations", "symbol"), ("edges", "cited"), ("documents", "symbol")):
                read.rows[wrong][0][column] = "no symbol"
        builder.add(name, read)
    findings = check_part(builder.build())
    places = sorted({(one.code, one.table, one.field, one.file, one.line) for one in findings})
    assert places == [
        ("contract-constraint-error", "citations", "symbol", "b.txt", 3),
        ("contract-constraint-error", "documents", "symbol", "b.txt", 0),
        ("contract-constraint-error", "edges", "cited", "b.txt", 3),
    ]
