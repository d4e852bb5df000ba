"""new-source: a source begun from any document, and docs/new-source.md, each step of which runs here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from calling import call, call_with_bytes
from conftest import ROOT, ProjectCopy
from typesetting import typeset

PAGE = (ROOT / "docs" / "new-source.md").read_text(encoding="utf-8")
DOCUMENT = ROOT / "tests" / "data" / "un" / "A_HRC_38_36.txt"
STEPS = re.findall(r"^```(sh)?\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
TEXT = """# A report

## Its mandate

On 28 March 2014 the Council adopted resolution 25/6. See A/HRC/31/58, 30 December 2015, para. 5[^1].

1\\. In May 2016 it went on.

- One thing;
- another.

| Country | Visit |
|---|---|
| Georgia | April 2016 |
| Armenia | May 2015 |

[^1]: Ibid., p. 3.
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a new source needs of a clone of the project, in a folder of its own."""
    root = tmp_path / "clone"
    for name in ("raw", "schemas", "pipeline", "tests/project"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "docs").mkdir()
    for name in ("tests/conftest.py", "pyproject.toml", "docs/new-source.md"):
        shutil.copy(ROOT / name, root / name)
    (root / ".venv").symlink_to(ROOT / ".venv")
    return root


def run(root: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root / "pipeline")}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_every_step_of_the_tutorial(clone: Path) -> None:
    shutil.copy(DOCUMENT, clone)
    last = None
    for language, block in STEPS:
        if language == "sh":
            last = run(clone, block)
            refused = "edition-draft" in last.stderr
            assert (last.returncode == 0) is not refused, last.stderr[-2000:]
        else:
            assert last is not None
            assert block in last.stdout + last.stderr
    assert "1 passed" in (last.stdout if last else "")
    assert not (clone / "build" / "package.rejected").exists()


def begin(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return call("new-source", *arguments, folder=root)


def restated(root: Path, text: str, published: str) -> None:
    """Begin a source with this text, whose words are our own: without the first line, as the tutorial has it."""
    (root / "report.md").write_text(text, encoding="utf-8")
    begin(root, "report-2016", "report.md", "--publisher", "United Nations", "--published", published)
    edition = root / "raw" / "report-2016" / "document.md"
    edition.write_text(edition.read_text(encoding="utf-8").split("\n", 2)[2], encoding="utf-8")


def data_of(root: Path) -> Path:
    """The folder of the tables that a build gives, which has no error."""
    built = call("build", "--quiet", folder=root)
    assert built.returncode == 0, built.stderr
    return root / "build" / "package" / "data"


def test_a_pdf_gives_an_edition_with_all_that_it_has(clone: Path) -> None:
    (clone / "report.pdf").write_bytes(typeset(TEXT, head="Report"))
    done = begin(clone, "report-2016", "report.pdf", "--publisher", "United Nations", "--published", "2016-05-02")
    assert (done.returncode, done.stderr) == (
        0,
        "report.pdf: not read: running heads, feet and page numbers (1 word)\n"
        "rows found: citations (2), documents (1), events (2), list items (2), lists (1)\n"
        "set aside: date-set-aside (2); mandate-data build --format json has each with its line\n"
        "next: restate raw/report-2016/document.md in your own words and delete its first line, fill in what is "
        "empty in source.yaml, say in extraction.yaml where the facts are, then run mandate-data build "
        "(docs/new-source.md)\n",
    )
    folder = clone / "raw" / "report-2016"
    descriptor = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf-8"))
    assert (descriptor["title"], descriptor["language"], descriptor["full_text"]["pages"]) == ("A report", "en", 1)
    assert re.fullmatch(r"[0-9a-f]{64}", descriptor["full_text"]["sha256"])
    edition = (folder / "document.md").read_text(encoding="utf-8").split("\n\n", 1)
    assert edition[0] == "<!-- These are the words of the source. Restate them, then delete this line. -->"
    assert edition[1].removeprefix("> Report\n\n") == TEXT


@pytest.mark.slow
def test_what_is_found_has_its_line(clone: Path) -> None:
    restated(clone, TEXT, "2016-05-02")
    data = data_of(clone)
    table = {name: (data / f"{name}.csv").read_text(encoding="utf-8")
             for name in ("events", "lists", "list_items", "provenance")}  # fmt: skip
    assert re.findall(r"^report-2016-.*", table["events"], flags=re.MULTILINE) == [
        "report-2016-2014-03-28-1,2014-03-28,2014,other,What the source dates 28 March 2014,A/HRC/RES/25/6,,,,,",
        "report-2016-2016-05-1,2016-05,2016,other,What the source dates May 2016,,,,,,",
    ]
    assert re.findall(r"^report-2016.*", table["lists"], flags=re.MULTILINE) == [
        "report-2016/table-1,report-2016,row,Table of Country | Visit,,"
    ]
    assert re.findall(r"^report-2016.*", table["list_items"], flags=re.MULTILINE) == [
        "report-2016/table-1,1,Georgia | April 2016,",
        "report-2016/table-1,2,Armenia | May 2015,",
    ]
    assert re.findall(r"^events,report-2016.*,date,.*", table["provenance"], flags=re.MULTILINE) == [
        "events,report-2016-2014-03-28-1,date,1,1,normalised,date,,report-2016,5,3,5,16,,,,",
        "events,report-2016-2016-05-1,date,1,1,normalised,date,,report-2016,7,7,7,15,,,,",
    ]


@pytest.mark.slow
def test_another_full_text_than_the_edition_was_begun_from_is_told(clone: Path) -> None:
    restated(clone, TEXT, "2016-05-02")
    build = ("build", "--source", "report-2016=report.md")
    assert "full-text-differs" not in call(*build, folder=clone).stderr
    (clone / "report.md").write_text(TEXT + "\nMore.\n", encoding="utf-8")
    assert "report.md: warning: the full text has the digest" in call(*build, folder=clone).stderr


@pytest.mark.parametrize(
    ("name", "text"), [("t.txt", "T\n\nSee A/HRC/31/58.\n"), ("t.md", "# T\n\nSee A/HRC/31/58.\n")]
)
def test_a_heading_of_one_letter_names_a_source(name: str, text: str, clone: Path) -> None:
    (clone / name).write_text(text, encoding="utf-8")
    done = begin(clone, "report", name, "--publisher", "Nobody", "--published", "2016", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    guide = yaml.safe_load((clone / "raw" / "report" / "extraction.yaml").read_text(encoding="utf-8"))
    assert guide["names_itself"] == "^T$"
    (source,) = [one for one in ProjectCopy(clone).extract().records["report"] if one.table == "sources"]
    assert source.place.line == 3


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## Notes\n\nRemarks.\n\n# A report\n\nText.\n", "A report"),
        ("A report\n\n# Notes\n\nRemarks.\n", "A report"),
        ("# Notes\n\nRemarks.\n", "Notes"),
        ("A report\n\n# 2019 in brief\n\nText.\n", "2019 in brief"),
    ],
)
def test_a_source_is_called_by_its_own_heading_or_first_line(text: str, title: str, clone: Path) -> None:
    (clone / "t.md").write_text(text, encoding="utf-8")
    begin(clone, "report", "t.md")
    folder = clone / "raw" / "report"
    assert yaml.safe_load((folder / "source.yaml").read_text(encoding="utf-8"))["title"] == title
    assert yaml.safe_load((folder / "extraction.yaml").read_text(encoding="utf-8"))["names_itself"] == title


@pytest.mark.parametrize(
    "before",
    [
        "A report on water\n\n",
        "United Nations\n\nDistr.: General\n\n2 May 2012\n\nA report on water\n\n",
        "Sixty-seventh session\n\nA report on water\n\n",
    ],
)
@pytest.mark.parametrize("heading", ["I. Visits", "1. Visits", "A. Visits", "Introduction", "Summary"])
def test_a_source_is_not_called_by_the_heading_of_a_part(heading: str, before: str, clone: Path) -> None:
    (clone / "t.md").write_text(f"{before}# {heading}\n\nText.\n", encoding="utf-8")
    begin(clone, "report", "t.md")
    folder = clone / "raw" / "report"
    descriptor = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf-8"))
    assert (descriptor["title"], descriptor["full_text"]["file"]) == ("A report on water", "t.md")


def test_a_source_without_a_title_or_a_symbol_is_called_as_its_file_and_this_is_said(clone: Path) -> None:
    (clone / "visits_of_2018.md").write_text("# I. Visits\n\nText.\n", encoding="utf-8")
    assert begin(clone, "report", "visits_of_2018.md", "--quiet").stderr == (
        "visits_of_2018.md: no title is found in it: source.yaml calls it 'visits_of_2018', as its file; put the title "
        "there\n"
    )
    descriptor = yaml.safe_load((clone / "raw" / "report" / "source.yaml").read_text(encoding="utf-8"))
    assert descriptor["title"] == "visits_of_2018"


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("A_HRC_38_36-EN.txt", "I. Visits\n\nText.\n", "A/HRC/38/36"),
        ("E_CN.4_2002_60.md", "# I. Visits\n\nText.\n", "E/CN.4/2002/60"),
        ("A_HRC_38_36.md", "# A report on water\n\nText.\n", "A report on water"),
    ],
)
def test_a_source_without_a_title_is_called_by_the_symbol_in_the_name_of_its_file(
    name: str, text: str, title: str, clone: Path
) -> None:
    (clone / name).write_text(text, encoding="utf-8")
    assert begin(clone, "report", name, "--quiet").stderr == ""
    assert yaml.safe_load((clone / "raw" / "report" / "source.yaml").read_text(encoding="utf-8"))["title"] == title


def test_what_was_not_told_is_asked_for(clone: Path) -> None:
    (clone / "report.md").write_text(TEXT, encoding="utf-8")
    begin(clone, "report-2016", "report.md")
    built = call("build", "--quiet", folder=clone)
    assert (built.returncode, built.stderr) == (
        2, "mandate-data: raw/report-2016/source.yaml:4: publisher: is empty; fill it in\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Report 2016", "report.md"],
         "'Report 2016': no id; expected small letters, figures and single hyphens, as handbook-2016"),
        (["leiden-2015", "report.md"], "raw/leiden-2015: is there; choose another id, or delete it"),
        (["report", "none.md"], "none.md: no such file; check the path"),
        (["report", "report.html"],
         "report.html: unknown kind of file; expected one that ends in .docx, .md, .pdf, .txt"),
        *((["report", "report.md", "--published", wrong],
           f"--published {wrong!r}: no date; expected a year, month or day, as 2018, 2018-04 or 2018-04-10")
          for wrong in ("2018-13-45", "2018-02-30", "2018-13", "May 2018", "2018-4")),
        *((["report", "report.md", "--language", wrong],
           f"--language {wrong!r}: no language; expected a BCP 47 tag, as en, pt-BR or zh-Hans")
          for wrong in ("xx-bad-tag-foo", "xx", "english", "en_GB", "en-XX", "en-Abcd", "")),
        (["report", "empty.md"], "empty.md: there is no text in it to begin with"),
        (["report", "report.md", "--root", "raw"],
         "raw/raw: no such folder; run this in the project's folder, or name another with --root"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_nothing_is_written(arguments: list[str], said: str, clone: Path) -> None:
    (clone / "report.md").write_text(TEXT, encoding="utf-8")
    (clone / "empty.md").write_text("<!-- nothing -->\n", encoding="utf-8")
    before = sorted(clone.rglob("*"))
    done = begin(clone, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {said}\n")
    assert sorted(clone.rglob("*")) == before


RECOMMENDING = """# A report

1\\. In 2015, the Special Rapporteur began. On 26 August, he met experts. See A/HRC/31/58.

2\\. The mission to Georgia (11-18 April 2014) was his first. Ms. Nobody of Ghana held the mandate from May 2010.

3\\. It was noted that much remains. States should report on it every year. The word XY/2015/12/A is not a symbol.

## Recommendations

4\\. Governments give children a hearing in all proceedings.
"""

PASSAGES = """passages:
  country_visits:
    - id: health/2014-geo
      pattern: '(?P<kind>mission) to Georgia \\(<span>\\)'
      mandate_id: health
      person_id: nobody
  visit_countries:
    - id: health/2014-geo
      pattern: 'mission to (?P<name_as_printed>Georgia)'
      country_code: GEO
  people:
    - id: nobody
      pattern: 'Ms\\. (?P<name>Nobody) of (?P<country_code>Ghana)'
  mandate_holders:
    - id: health
      pattern: 'held the mandate from <term_start>'
      person_id: nobody
  events:
    - id: experts-met
      pattern: 'On <date>, he met experts'
      kind: other
      title: The Special Rapporteur meets experts
"""


@pytest.mark.slow
def test_days_without_a_year_and_recommendations_are_found(clone: Path) -> None:
    restated(clone, RECOMMENDING, "2024-05-02")
    built = call("build", "--quiet", folder=clone)
    assert built.returncode == 0, built.stderr
    assert "warning: XY/2015/12/A looks like a document symbol, but is not one [unread-symbol]" in built.stderr
    data = clone / "build" / "package" / "data"
    events = (data / "events.csv").read_text(encoding="utf-8")
    assert "report-2016-2015-08-26-1,2015-08-26,2015,other,What the source dates 26 August,," in events
    items = (data / "list_items.csv").read_text(encoding="utf-8")
    assert re.findall(r"^report-2016.*", items, flags=re.MULTILINE) == [
        "report-2016/recommendations,1,States should report on it every year.,",
        "report-2016/recommendations,2,Governments give children a hearing in all proceedings.,",
    ]
    provenance = (data / "provenance.csv").read_text(encoding="utf-8")
    assert len(re.findall(r"^events,report-2016-2015-08-26-1,date,.*,normalised,date,", provenance, re.MULTILINE)) == 2


def test_a_guide_fills_visits_holders_and_events(clone: Path) -> None:
    restated(clone, RECOMMENDING, "2014-05-02")
    guide = clone / "raw" / "report-2016" / "extraction.yaml"
    guide.write_text(guide.read_text(encoding="utf-8") + PASSAGES, encoding="utf-8")
    records = ProjectCopy(clone).extract().records["report-2016"]
    found = {
        table: {column: cell.value for one in records if one.table == table for column, cell in one.cells.items()}
        for table in ("country_visits", "visit_countries", "people", "mandate_holders")
    }
    assert found["country_visits"] == {
        "visit_id": "health/2014-geo", "mandate_id": "health", "start_date": "2014-04-11", "end_date": "2014-04-18",
        "kind": "mission", "person_id": "nobody",
    }  # fmt: skip
    place = {"visit_id": "health/2014-geo", "country_code": "GEO", "name_as_printed": "Georgia"}
    assert found["visit_countries"] == place
    assert found["people"] == {"person_id": "nobody", "name": "Nobody", "country_code": "GHA"}
    assert found["mandate_holders"] == {"mandate_id": "health", "person_id": "nobody", "term_start": "2010-05"}
    (event,) = [one for one in records if one.table == "events"]
    assert event.cells["date"].value == "2015-08-26"
    assert event.cells["title"].value == "The Special Rapporteur meets experts"


def test_proposals_are_accepted_one_by_one(clone: Path) -> None:
    (clone / "report.md").write_text(TEXT, encoding="utf-8")
    begin(clone, "report-2016", "report.md", "--publisher", "United Nations", "--published", "2016-05-02")
    given = b"The Council extends the mandate\n\n\n\n"
    done = call_with_bytes("new-source", "report-2016", "--propose", folder=clone, given=given)
    assert (done.returncode, done.stderr) == (
        0,
        b"raw/report-2016/document.md:16: not proposed: 'April 2016' is in a row of a table: no event is made of it\n"
        b"raw/report-2016/document.md:17: likewise: 'May 2015'\n"
        b"2 facts not proposed\n1 passage added to raw/report-2016/extraction.yaml\n",
    )
    records = ProjectCopy(clone).extract().records["report-2016"]
    titles = [one.cells["title"].value for one in records if one.table == "events"]
    assert sorted(titles) == ["The Council extends the mandate", "What the source dates May 2016"]


@pytest.mark.slow
def test_visits_are_proposed_with_their_country_once_the_guide_names_the_mandate(clone: Path) -> None:
    (clone / "report.md").write_text(RECOMMENDING, encoding="utf-8")
    begin(clone, "report-2016", "report.md", "--publisher", "United Nations", "--published", "2016-05-02")
    guide = clone / "raw" / "report-2016" / "extraction.yaml"
    named = (
        "about: {mandate_id: health}\n"
        "passages: {mandates: [{id: health, where: [heading], pattern: '(?P<title>A report)'}]}\n"
    )
    guide.write_text(guide.read_text(encoding="utf-8") + named, encoding="utf-8")
    done = call_with_bytes("new-source", "report-2016", "--propose", folder=clone, given=b"\nnobody\nnobody\n\n\n\n")
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "raw/report-2016/document.md:7: not proposed: the full name of Nobody: no other place of the text has it, and "
        "people.name is the family name alone; correct it in the guide",
        "1 fact not proposed",
        "1 passage added to raw/report-2016/extraction.yaml",
    ]
    assert b"people has no 'nobody' yet; it has " in done.stdout
    assert b"The mission to Georgia (11-18 April 2014) was his first." in done.stdout
    records = ProjectCopy(clone).extract().records["report-2016"]
    found = {
        table: {column: cell.value for one in records if one.table == table for column, cell in one.cells.items()}
        for table in ("country_visits", "visit_countries")
    }
    assert found["country_visits"] == {
        "visit_id": "health/2014-geo", "mandate_id": "health", "start_date": "2014-04-11", "end_date": "2014-04-18",
        "kind": "mission", "person_id": "nobody",
    }  # fmt: skip
    place = {"visit_id": "health/2014-geo", "country_code": "GEO", "name_as_printed": "Georgia"}
    assert found["visit_countries"] == place


LATER = """# Report of the Special Rapporteur

1\\. Ms. Maria Example has held the mandate since 1 May 2020.

2\\. She visited Mauritius from 20 to 30 June 2022 (A/HRC/52/31/Add.1), and \
made a visit to Uruguay from 2 to 11 October 2023.

3\\. On 9 March 2023, she presented her thematic report on reparation for child victims (A/HRC/52/31). \
On 18 and 19 October, \
she spoke in Oslo. On 5 January, she spoke again.

4\\. On 2 May 2023, she met a minister.

5\\. On 3 June 2023, she met a minister.

## Conclusions and recommendations

6\\. Children are not protected everywhere.

7\\. The Special Rapporteur recommends that States:

(a) Adopt laws against the sale of children;

(b) Train police officers.
"""
"""A report of the mandate of the other sources, of years after them."""


def test_all_that_is_proposed_of_a_later_report_gives_a_package(clone: Path) -> None:
    restated(clone, LATER, "2023-12-20")
    guide = clone / "raw" / "report-2016" / "extraction.yaml"
    guide.write_text(guide.read_text(encoding="utf-8") + "about: {mandate_id: sale-of-children}\n", encoding="utf-8")
    answers = ["example", "example", "example", "She reports", "example", "She speaks in Oslo"]
    answers += ["She meets a minister", "She meets another", "Laws", "Training"]
    given = "".join(f"{answer}\n" for answer in answers).encode()
    done = call_with_bytes("new-source", "report-2016", "--propose", folder=clone, given=given)
    assert (done.returncode, done.stderr.decode().splitlines()) == (
        0,
        [
            "raw/report-2016/document.md:7: not proposed: '5 January' is a day without a year, "
            "and the text before it doesn't settle the year: "
            "no event is made of it",
            "raw/report-2016/document.md:15: not proposed: a recommendation: this is among conclusions and "
            "recommendations, and asks nobody for anything: it is not an item of the list",
            "2 facts not proposed",
            "10 passages added to raw/report-2016/extraction.yaml",
        ],
    )
    built = call("build", "--quiet", folder=clone)
    assert built.returncode == 0, built.stderr
    data = clone / "build" / "package" / "data"

    def rows(table: str, of: str) -> list[str]:
        return re.findall(rf"^.*{of}.*$", (data / f"{table}.csv").read_text(encoding="utf-8"), re.MULTILINE)

    assert rows("people", "example,") == ["example,Maria Example,"]
    assert rows("mandate_holders", "example,") == ["sale-of-children,example,6,2020-05-01,"]
    assert rows("country_visits", ",example,") == [
        "sale-of-children/2022-mus,sale-of-children,2022,visit,2022-06-20,2022-06-30,example,"
        "A/HRC/52/31/Add.1,published",
        "sale-of-children/2023-ury,sale-of-children,2023,visit,2023-10-02,2023-10-11,example,,forthcoming",
    ]
    assert rows("thematic_reports", "example") == [
        "A/HRC/52/31,sale-of-children,2023,human_rights_council,52,reparation for child victims,example,named,"
    ]
    # The year may have turned before 5 January.
    assert sorted(row.split(",")[1] for row in rows("events", "report-2016")) == [
        "2023-03-09",
        "2023-05-02",
        "2023-06-03",
        "2023-10-18",
    ]
    assert rows("list_items", "report-2016") == [
        "report-2016/recommendations,1,Laws,",
        "report-2016/recommendations,2,Training,",
    ]
    again = call_with_bytes("new-source", "report-2016", "--propose", folder=clone, given=b"")
    assert again.stdout == b""
    assert again.stderr.endswith(b"2 facts not proposed\n0 passages added to raw/report-2016/extraction.yaml\n")


def test_the_report_on_a_visit_says_nothing_of_symbols_in_another_source(clone: Path) -> None:
    holder = "1\\. Ms. Maria Example has held the mandate since 1 May 2020."
    visit = "2\\. She visited Mauritius from 20 to 30 June 2022 (A/HRC/54/31/Add.1). See also her report (A/HRC/54/31)."
    restated(clone, f"# A report\n\n{holder}\n\n{visit}\n", "2023-12-20")
    assert "A/HRC/4/31," in (data_of(clone) / "thematic_reports.csv").read_text(encoding="utf-8")
    guide = clone / "raw" / "report-2016" / "extraction.yaml"
    guide.write_text(guide.read_text(encoding="utf-8") + "about: {mandate_id: sale-of-children}\n", encoding="utf-8")
    done = call_with_bytes("new-source", "report-2016", "--propose", folder=clone, given=b"example\n" * 4)
    assert "added to raw/report-2016/extraction.yaml" in done.stderr.decode()
    built = call("build", "--quiet", folder=clone)
    assert built.returncode == 0, built.stderr
    assert "A/HRC/54/31/Add.1" in (data_of(clone) / "country_visits.csv").read_text(encoding="utf-8")


MASTHEAD = """A/HRC/54/31
United Nations

General Assembly
Distr.: General
17 July 2023
Original: English

Human Rights Council
Fifty-fourth session
Agenda item 3
Promotion and protection of all human rights, civil,
political, economic, social and cultural rights
"""


@pytest.mark.parametrize("between", ["\n", ""])
@pytest.mark.parametrize("below", ["\n## Summary\n\nA summary.\n", "Summary\nIn the present report, she says so.\n"])
def test_a_masthead_is_no_title(between: str, below: str, clone: Path) -> None:
    title = "Report of the Special Rapporteur on the rights of seafarers, Maria Example"
    text = f"{MASTHEAD}{between}{title}\n{below}\n## I. Introduction\n\n1. See A/HRC/31/58.\n"
    (clone / "report.md").write_text(text, encoding="utf-8")
    done = begin(clone, "report", "report.md", "--publisher", "Nobody", "--published", "2023", "--quiet")
    assert done.returncode == 0, done.stderr
    (source,) = [one for one in ProjectCopy(clone).extract().records["report"] if one.table == "sources"]
    assert source.cells["title"].value == title


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("(Report of the Special Rapporteur on water)", "Report of the Special Rapporteur on water"),
        ("Mission to Fiji (Report of the Special Rapporteur)", "Mission to Fiji (Report of the Special Rapporteur)"),
        ("Right to water (report of the Special Rapporteur)", "Right to water (report of the Special Rapporteur)"),
        ("Sale (and exploitation) of seafarers", "Sale (and exploitation) of seafarers"),
    ],
)
def test_a_title_may_have_brackets_below_a_masthead_of_headings(heading: str, title: str, clone: Path) -> None:
    head = (
        "# A/HRC/54/31\n\n## General Assembly\n\n## Original: English\n\n## Fifty-fourth session\n\n## 17 July 2023\n\n"
    )
    text = f"{head}## {heading}\n\n## I. Introduction\n\n1. See A/HRC/31/58.\n"
    (clone / "report.md").write_text(text, encoding="utf-8")
    done = begin(clone, "report", "report.md", "--publisher", "Nobody", "--published", "2023", "--quiet")
    assert done.returncode == 0, done.stderr
    (source,) = [one for one in ProjectCopy(clone).extract().records["report"] if one.table == "sources"]
    assert source.cells["title"].value == title


def test_a_heading_may_have_signs_that_a_pattern_gives_a_meaning(clone: Path) -> None:
    heading = "A. Use of <country> names"
    (clone / "report.txt").write_text(
        f"Report\n\n{heading}\n\nSee A/HRC/31/58, which is long enough.\n", encoding="utf-8"
    )
    done = begin(clone, "report", "report.txt", "--publisher", "Nobody", "--published", "2016", "--quiet")
    assert done.returncode == 0, done.stderr
    records = ProjectCopy(clone).extract().records["report"]
    assert [one.cells["symbol"].value for one in records if one.table == "citations"] == ["A/HRC/31/58"]


def test_the_mark_of_a_note_behind_a_year_is_no_part_of_the_year(clone: Path) -> None:
    text = "# A report\n\nPeople spoke up from 7 October 2015.53 The Council met on 9 October 2015.\n"
    restated(clone, text, "2016-05-02")
    events = (data_of(clone) / "events.csv").read_text(encoding="utf-8")
    assert re.findall(r"^report-2016-([\d-]+)-1,", events, re.MULTILINE) == ["2015-10-07", "2015-10-09"]


def test_a_special_session_does_not_change_what_another_source_claims(clone: Path) -> None:
    text = "# A report\n\nOn the crisis, see A/HRC/RES/S-10/1 of 23 February 2009.\n"
    restated(clone, text, "2011")
    documents = (data_of(clone) / "documents.csv").read_text(encoding="utf-8")
    assert "A/HRC/RES/S-10/1,human_rights_council,resolution,S-10,2009," in documents


def test_each_line_that_is_set_aside_is_told(clone: Path) -> None:
    """As nothing of it is in the draft, nothing else would say so."""
    text = "A report\n\nThe hall was full.\n\nPhoto: nobody.\n\nIt was long. Xx, 0, said that\nit was so.\n"
    (clone / "report.txt").write_text(text, encoding="utf-8")
    done = begin(clone, "report-2016", "report.txt", "--quiet")
    assert (done.returncode, done.stderr) == (
        0,
        "report.txt: line 5: a caption, an image credit or a child's words (2 words) were set aside and not read\n"
        "report.txt: lines 7-8: a caption, an image credit or a child's words (7 words) were set aside and not read\n",
    )
    assert "nobody" not in (clone / "raw" / "report-2016" / "document.md").read_text(encoding="utf-8")


def test_dates_that_are_set_aside_are_counted(clone: Path) -> None:
    text = "# A report\n\nIt was published in May 2014. By June 2014, all was well. On 3 July 2014, he met experts.\n"
    (clone / "report.md").write_text(text, encoding="utf-8")
    assert begin(clone, "report-2016", "report.md").stderr.splitlines()[:2] == [
        "rows found: events (1)",
        "set aside: date-set-aside (2); mandate-data build --format json has each with its line",
    ]


def test_marks_of_notes_need_not_be_numbers(clone: Path) -> None:
    text = (
        "# A report\n\nOne[^i] and two[^*] and three.[^1]\n\n[^i]: A/HRC/20/1.\n\n[^*]: Ibid., p. 3.\n\n[^1]: Ibid.\n"
    )
    (clone / "report.md").write_text(text, encoding="utf-8")
    done = begin(clone, "report-2016", "report.md", "--publisher", "United Nations", "--published", "2016")
    assert (done.returncode, done.stderr.split("\n")[0]) == (0, "rows found: citations (3)")
    built = call("build", "--quiet", folder=clone)
    assert "note" not in {line.split(":")[0] for line in built.stderr.split("\n")}
    assert "ValueError" not in built.stderr


NUMBERED = "# A report\n\n17. First of them.\n\n18. Second of them.\n"


def test_printed_numbers_of_paragraphs_stay_in_the_draft(clone: Path) -> None:
    (clone / "report.md").write_text(NUMBERED, encoding="utf-8")
    begin(clone, "report-2016", "report.md")
    edition = (clone / "raw" / "report-2016" / "document.md").read_text(encoding="utf-8")
    assert edition.split("\n\n", 1)[1] == NUMBERED.replace("17.", "17\\.").replace("18.", "18\\.")


@pytest.mark.parametrize(
    ("rows", "title", "items"),
    [
        (["Country | Report", "Georgia | A/HRC/31/58", "Armenia | A/HRC/31/59"], "Table of Country | Report", 2),
        (["Fiji | A/HRC/31/57", "Georgia | A/HRC/31/58"], "Table 1", 2),
        (["Fiji | 3 May 2016", "Georgia | 4 May 2016", "Armenia | none"], "Table 1", 3),
        (["Fiji | 12", "Georgia | 1,300", "Armenia | 4"], "Table 1", 3),
        (["Country | 2015", "Georgia | 1,300", "Armenia | 4"], "Table of Country | 2015", 2),
    ],
    ids=["head", "symbols", "dates", "numbers", "year"],
)
def test_a_table_without_a_head_keeps_its_first_row(rows: list[str], title: str, items: int, clone: Path) -> None:
    first, *others = (f"| {row} |" for row in rows)
    (clone / "t.md").write_text("\n".join(["# T", "", first, "|---|---|", *others, ""]), encoding="utf-8")
    begin(clone, "report", "t.md", "--publisher", "Nobody", "--published", "2016")
    records = ProjectCopy(clone).extract().records["report"]
    assert [one.values["title"] for one in records if one.table == "lists"] == [title]
    assert [one.values["label"] for one in records if one.table == "list_items"] == rows[-items:]
