"""Where a value comes from: lines with the value marked, rules, and the cells from which it follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import call
from changed_together import line_of
from conftest import ROOT, ProjectCopy


def traced(package: Path, *arguments: str) -> str:
    done = call("trace", *arguments, "--package", str(package), folder=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_date_is_marked_where_it_is_printed(package: Path) -> None:
    line = line_of(ProjectCopy(ROOT), "raw/handbook-2016/document.md", "Mission to Georgia (11-18")
    assert traced(package, "country_visits", "2016-geo", "start_date") == (
        "country_visits sale-of-children/2016-geo\n"
        "\n"
        "start_date: 2016-04-11\n"
        "  normalised by the rule span-start: The first day of a printed span of days, or a month without a day\n"
        f"    raw/handbook-2016/document.md:{line}:23\n"
        "      | Mission to Georgia (11-18 April 2016) (Yet to be published) |\n"
        "                            ^^^^^^^^^^^^^^^^\n"
    )


def test_what_follows_from_other_cells_names_them_with_their_values(package: Path) -> None:
    assert traced(package, "country_visits", "2016-geo", "person_id") == (
        "country_visits sale-of-children/2016-geo\n"
        "\n"
        "person_id: de-boer-buquicchio\n"
        "  derived by the rule in-office: Who alone held the mandate then, as far as the dates say\n"
        "    from country_visits sale-of-children/2016-geo mandate_id: sale-of-children\n"
        "    from country_visits sale-of-children/2016-geo start_date: 2016-04-11\n"
        "    from country_visits sale-of-children/2016-geo end_date: 2016-04-18\n"
        "    from mandate_holders sale-of-children|de-boer-buquicchio term_start: 2014-05-08\n"
    )


def test_a_term_that_both_sources_state_has_a_statement_of_each(package: Path) -> None:
    text = traced(package, "mandate_holders", "maalla-mjid", "term_start")
    assert "raw/handbook-2016/document.md" in text
    assert "raw/leiden-2015/document.md" in text


def test_the_whole_row_tells_of_every_column(package: Path) -> None:
    text = traced(package, "country_visits", "2016-geo")
    columns = [line.partition(":")[0] for line in text.splitlines() if line and not line.startswith(" ")][1:]
    assert columns == [
        *("visit_id", "mandate_id", "year", "kind", "start_date", "end_date", "person_id", "report_symbol"),
        "report_status",
    ]
    assert "\nreport_symbol: empty\n" in text


def test_a_release_of_the_first_contract_has_lines_without_characters() -> None:
    done = call("trace", "country_visits", "2016-geo", "start_date", "--package", "build/releases/1.1.0", folder=ROOT)
    assert done.returncode == 0
    assert done.stdout.startswith("country_visits 2016-geo\n\nstart_date: 2016-04-11\n    ")
    assert "^" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["country_visits", "2016-ge"], "country_visits has no row '2016-ge'; did you mean sale-of-children/2016-geo?"),
        (
            ["country_visits", "2016-gro"],
            "country_visits has no row '2016-gro'; did you mean sale-of-children/2016-geo, sale-of-children/2016-nga, "
            "sale-of-children/2015-arm?",
        ),
        (
            ["country_visits", "1066"],
            "country_visits has no row '1066'; keys of its rows are, for example, sale-of-children/1992-aus, "
            "sale-of-children/1992-bra, sale-of-children/1993-npl",
        ),
        (
            ["country_visits", "2016-geo", "when"],
            "country_visits has no column 'when'; it has visit_id, mandate_id, year, kind, start_date, end_date,"
            " person_id, report_symbol, report_status",
        ),
    ],
)
def test_what_is_not_there_is_one_line(arguments: list[str], message: str, package: Path) -> None:
    done = call("trace", *arguments, "--package", str(package), folder=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {message}\n")


def test_a_source_that_has_changed_gives_no_lines(package: Path, tmp_path: Path) -> None:
    done = call(
        "trace", "country_visits", "2016-geo", "start_date", "--package", str(package), "--root", str(tmp_path),
        folder=ROOT,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        f"{source}: not at hand in the text that the package was made from; no lines are shown"
        for source in ("handbook-2016", "leiden-2015")
    ]
    line = line_of(ProjectCopy(ROOT), "raw/handbook-2016/document.md", "Mission to Georgia (11-18")
    assert f"    handbook-2016, line {line}\n" in done.stdout


def test_what_states_a_coarser_date_does_not_seem_to_state_the_whole(rooms: Path) -> None:
    source = rooms / "raw/first-source"
    text = (source / "document.md").read_text(encoding="utf-8")
    changed = text.replace("In June 2022 it", "On 3 June 2022 it") + "\nIn 2022 it kept 1,250 volumes, as was said.\n"
    (source / "document.md").write_text(changed, encoding="utf-8")
    guide = (source / "extraction.yaml").read_text(encoding="utf-8")
    (source / "extraction.yaml").write_text(guide.replace("'In <date> it", "'(?:In|On) <date> it"), encoding="utf-8")
    assert call("build", "--quiet", folder=rooms).returncode == 0
    assert call("trace", "facts", "reading-room-volumes", "date", folder=rooms).stdout == (
        "facts reading-room-volumes\n"
        "\n"
        "date: 2022-06-03\n"
        "  normalised by the rule date: A printed date as EDTF, as precise as printed\n"
        "    raw/first-source/document.md:5:43\n"
        "      The reading room opened on 3 May 2021. On 3 June 2022 it kept 1,250 volumes.\n"
        "                                                ^^^^^^^^^^^\n"
        "  normalised by the rule date: A printed date as EDTF, as precise as printed; here it gives 2022, which "
        "agrees and is less precise\n"
        "    raw/first-source/document.md:7:4\n"
        "      In 2022 it kept 1,250 volumes, as was said.\n"
        "         ^^^^\n"
    )


def test_a_source_that_has_changed_since_the_build_is_said_to_have(rooms: Path) -> None:
    document = rooms / "raw/first-source/document.md"
    document.write_text(document.read_text(encoding="utf-8") + "\nIt is closed.\n", encoding="utf-8")
    done = call("trace", "facts", "reading-room-volumes", "date", folder=rooms)
    assert (done.returncode, done.stderr) == (
        0,
        "first-source: raw/first-source/document.md has changed since the package was made from it; no lines are "
        "shown: run mandate-data build and trace anew\n",
    )
    assert done.stdout.endswith("    first-source, line 5\n")
    assert call("build", "--quiet", folder=rooms).returncode == 0
    assert call("trace", "facts", "reading-room-volumes", "date", folder=rooms).stderr == ""
    full_text = rooms.parent / "first-source.md"
    full_text.write_text("# A first source\n\n## Opening\n\nIn June 2022 it kept 1,250 volumes.\n", encoding="utf-8")
    done = call("build", "--quiet", "--source", f"first-source={full_text}", folder=rooms)
    assert done.returncode == 0, done.stderr
    assert call("trace", "facts", "reading-room-volumes", "date", folder=rooms).stderr == (
        "first-source: the package was made from the full text, not from raw/first-source/document.md; no lines are "
        "shown\n"
    )


def test_a_table_without_rows_says_so(rooms: Path) -> None:
    done = call("trace", "errata", "nope", folder=rooms)
    assert (done.returncode, done.stderr) == (2, "mandate-data: errata has no row 'nope'; the table is empty\n")
