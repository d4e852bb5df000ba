"""The files of the website: every page, every link, what it weighs, what it says; the same each time."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from changed_together import line_of
from conftest import ROOT, ProjectCopy
from lighthouses import release_lighthouses
from mandate_data.errors import InputError
from mandate_data.release.ledger import read_ledger
from mandate_data.site.build_site import make_site
from mandate_data.site.page_addresses import ROWS_OF_A_PAGE, check_distinct, page_of, slug

LATEST = ROOT / "build" / "releases" / read_ledger(ROOT / "build" / "releases")[-1].version
TABLES = sorted(path.stem for path in (LATEST / "data").iterdir())
LIMIT = 300_000
DATA = re.compile(rb"<tbody>.*?</tbody>|<svg xmlns.*?</svg>|<ol class=\"edition\">.*</ol>|<pre>.*?</pre>", re.DOTALL)


@dataclass
class Parsed(HTMLParser):
    """A page's anchors, and what it refers to."""

    page: str
    ids: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("href", "src", "action"):
            if name in given:
                (self.targets if tag in ("a", "form") else self.loaded).append(given[name])


def parsed_pages(site: Path) -> dict[str, Parsed]:
    pages = {}
    for path in sorted(site.rglob("*.html")):
        page = pages[path.relative_to(site).as_posix()] = Parsed(path.relative_to(site).as_posix())
        page.feed(path.read_text(encoding="utf-8"))
    return pages


@pytest.fixture(scope="session")
def parsed(site: Path) -> dict[str, Parsed]:
    return parsed_pages(site)


def rows(table: str) -> list[dict[str, str]]:
    with (LATEST / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def followed(page: str, target: str) -> tuple[str, str]:
    """(page, anchor) that an address on a page leads to."""
    path, anchor = urldefrag(target.partition("?")[0])
    if re.match(r"(q|sort|hide|f\.\w+)=", anchor):  # a view of a table
        anchor = ""
    if not path:
        return page, unquote(anchor)
    parts = page.split("/")[:-1]
    for part in path.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts), unquote(anchor)


def test_every_row_table_and_source_has_a_page(parsed: dict[str, Parsed]) -> None:
    assert {f"tables/{name}.html" for name in TABLES} <= set(parsed)
    for table, folder in {"countries": "countries", "people": "people", "documents": "documents"}.items():
        key = next(iter(rows(table)[0]))
        assert {f"{folder}/{slug(row[key])}.html" for row in rows(table)} <= set(parsed)
    visits = {f"records/country_visits/{slug(row['visit_id'])}.html" for row in rows("country_visits")}
    assert {name for name in parsed if name.startswith("records/country_visits/")} == visits


def check_links(site: Path, pages: dict[str, Parsed]) -> None:
    dead = []
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), f"{name}: an id stands twice"
        for target in page.loaded:
            assert "//" not in target
            assert (site / followed(name, target)[0]).is_file(), f"{name}: {target}"
        for target in page.targets:
            if target.startswith(("https://", "data:")):
                continue
            path, anchor = followed(name, target)
            if not (site / path).is_file() or (anchor and anchor not in pages[path].ids):
                dead.append(f"{name}: {target}")
    assert dead == []


def test_all_links_and_anchors_resolve_and_nothing_is_loaded_from_elsewhere(
    site: Path, parsed: dict[str, Parsed]
) -> None:
    check_links(site, parsed)


@pytest.mark.slow
def test_all_links_of_a_release_with_provenance_by_cell_resolve(hostile: Path) -> None:
    check_links(hostile, parsed_pages(hostile))


def test_a_page_weighs_little_without_its_data(site: Path, parsed: dict[str, Parsed]) -> None:
    heavy = {}
    for name, page in parsed.items():
        weight = len(DATA.sub(b"", (site / name).read_bytes()))
        for target in page.loaded:
            if target != "search-data.js":
                weight += (site / followed(name, target)[0]).stat().st_size
        if weight > LIMIT:
            heavy[name] = weight
    assert heavy == {}


def test_tables_hold_every_row_and_lead_each_value_to_its_place(site: Path) -> None:
    for table in TABLES:
        text = (site / "tables" / f"{table}.html").read_text(encoding="utf-8")
        body = text[text.index('<table id="rows"') : text.index("</table>")]
        assert body.count("<tr id=") == min(len(rows(table)), ROWS_OF_A_PAGE)
        values = sum(bool(value) for row in rows(table)[:ROWS_OF_A_PAGE] for value in row.values())
        if table == "provenance":  # a place leads to its row alone
            values = ROWS_OF_A_PAGE
        values += len(rows(table)) if table == "country_visits" else 0  # the names of the countries
        assert len(re.findall(r"<t(?:d|h scope=\"row\")[^>]*><a href=", body)) == values


def test_a_long_table_has_several_pages(site: Path) -> None:
    pages = sorted((site / "tables").glob("provenance*.html"))
    assert len(pages) == -(-len(rows("provenance")) // ROWS_OF_A_PAGE) > 1
    assert sum(path.read_text(encoding="utf-8").count('<tr id="row-') for path in pages) == len(rows("provenance"))
    assert max(path.stat().st_size for path in pages) < 320_000


def test_downloads_are_the_files_of_the_release(site: Path) -> None:
    downloads = site / "downloads"
    for path in LATEST.rglob("*"):
        if path.is_file():
            assert (downloads / path.relative_to(LATEST)).read_bytes() == path.read_bytes()
    assert sorted(path.stem for path in (downloads / "parquet").iterdir()) == TABLES


def test_pictures_have_words_and_the_rows_of_the_tables(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    words = re.findall(r'role="group" aria-label="([^"]{40,})"', text)
    assert len(words) == 4
    assert text.count("<svg xmlns") == 2 * 4  # wide and narrow
    shown = re.search(r'id="picture-map".*?<tbody>(.*?)</tbody>', text, flags=re.DOTALL)
    assert shown
    names = {row["country_code"]: row["name"] for row in rows("countries")}
    counted: dict[str, int] = {}
    for row in rows("visit_countries"):
        counted[names[row["country_code"]]] = counted.get(names[row["country_code"]], 0) + 1
    drawn = re.findall(r'<td>([^<]+)</td><td class="number">(\d+)</td>', unescape(shown[1]))
    assert {(name, int(count)) for name, count in drawn} == set(counted.items())


def test_countries_are_visited_or_not_visited_up_to_the_end_of_the_sources(site: Path) -> None:
    text = (site / "countries" / "index.html").read_text(encoding="utf-8")
    begin = '<h2 id="not-visited">Not visited up to April 2016</h2>'
    visited, lacking = text[: text.index(begin)], text[text.index(begin) :]
    assert ">Georgia</a>" in visited
    assert ">Georgia" not in lacking
    assert "Switzerland" in lacking
    assert "Switzerland" not in visited
    assert "Never" not in text
    assert "<h3>Member States of the United Nations: 158 of 193</h3>" in lacking
    assert "<h3>Observer States: 2 of 2</h3>" in lacking
    territories = lacking[lacking.index("<h3>Territories and areas that are not Member States") :]
    assert "French Guiana" in territories
    assert "Switzerland" not in territories
    text = (site / "countries" / "THA.html").read_text(encoding="utf-8")
    assert "No visit reported up to April 2016" in text
    assert f"Visited ({len({row['country_code'] for row in rows('visit_countries')})})" in visited


def test_errors_are_listed_once_with_their_reasons(site: Path) -> None:
    text = (site / "errata.html").read_text(encoding="utf-8")
    others = [row for row in rows("errata") if row["table"] != "claims"]
    disagreeing = [row for row in rows("claims") if row["verdict"] == "disagrees"]
    assert text.count('<article class="erratum"') == len(others) + len(disagreeing)
    assert "says <strong>34</strong>; recomputed: <strong>35</strong>" in text


def test_a_number_can_be_cited_with_its_line(site: Path) -> None:
    text = (site / "records" / "country_visits" / "sale-of-children_2016-geo.html").read_text(encoding="utf-8")
    assert "First day 11 April 2016; Last day 18 April 2016" in text
    line = line_of(ProjectCopy(ROOT), "raw/handbook-2016/document.md", "Mission to Georgia (11-18")
    assert f"Read from line {line} of our abridged edition of Handbook 2016." in text
    assert f"Version {LATEST.name}." in text
    page = "records/country_visits/sale-of-children_2016-geo.html"
    assert f"Table country_visits, row sale-of-children/2016-geo. Page {page}</p>" in text
    text = (site / "records" / "statistics" / "communications-response-rate.html").read_text(encoding="utf-8")
    assert "Value 48.28" in text
    line = line_of(ProjectCopy(ROOT), "raw/handbook-2016/document.md", "48.28%")
    assert f"Read from lines {line - 1} to {line} of" in text
    assert "title     = {{Mandate data" in (site / "citation.bib").read_text(encoding="utf-8")


CITED = re.compile(r'<p class="cite">(.*?)</p>', re.DOTALL)


def test_no_citation_ends_a_sentence_twice_and_each_source_is_named_once(site: Path) -> None:
    cited = {path: unescape(CITED.findall(path.read_text("utf-8"))[0]) for path in (site / "records").rglob("*.html")}
    assert [path for path, text in cited.items() if ".." in text] == []
    text = cited[site / "records" / "citations" / "leiden-2015_n18_a-hrc-25-48.html"]
    lines = [
        line_of(ProjectCopy(ROOT), "raw/leiden-2015/document.md", f"[^{note}]:") for note in (17, 18)
    ]  # fmt: skip
    assert f"As printed Ibid. Read from lines {lines[0]} and {lines[1]} of our abridged edition of Leiden 2015." in text


def test_an_error_that_the_sources_do_not_settle_is_not_said_to_be_corrected(site: Path) -> None:
    text = unescape((site / "errata.html").read_text(encoding="utf-8"))
    flagged = text[text.index('id="flagged"') : text.index('id="agreeing"')]
    corrected = text[text.index('id="corrected"') : text.index('id="flagged"')]
    assert "“Cologne/Geneva” is published as “Switzerland”" in flagged
    assert "should be" not in flagged
    assert "“Njat Maalla M'jid” should be “Najat Maalla M'jid”" in corrected


def test_an_erratum_names_its_table_its_column_and_its_row(site: Path) -> None:
    text = (site / "tables" / "errata.html").read_text(encoding="utf-8")
    assert 'data-value="organisations"' in text
    assert ">Organisations</a>" in text
    assert 'data-value="terre-des-hommes"' in text
    assert ">Terre des Hommes International Federation</a>" in text
    text = (site / "records" / "errata" / "handbook-protection-convention-title.html").read_text(encoding="utf-8")
    assert 'href="../../records/legal_instruments/lanzarote-convention.html"' in text


@pytest.mark.parametrize(
    ("page", "described"),
    [
        ("countries/THA.html", "Thailand. No visit reported up to April 2016, when the later of the two sources ends"),
        ("countries/FRA.html", "France. Visits: 2"),
        ("documents/A_HRC_25_48_Add.1.html", "A/HRC/25/48/Add.1. Report, Human Rights Council, session 25"),
        ("records/visit_countries/sale-of-children_1999-fji_FJI.html", "Fiji (visit Fiji 1999). Visit Fiji 1999; "),
    ],
)
def test_a_page_says_of_itself_what_it_holds(page: str, described: str, site: Path) -> None:
    text = unescape((site / page).read_text(encoding="utf-8"))
    assert f'<meta name="description" content="{described}' in text


def test_what_a_value_comes_from_is_said_in_plain_words(site: Path) -> None:
    text = (site / "records" / "country_visits" / "sale-of-children_2016-geo.html").read_text(encoding="utf-8")
    for words in ("read from <a", "set by us for <a", "follows from <a", "Highlighted: words taken from the line."):
        assert words in text
    assert 'title="The first day of a printed span of days' in text
    assert "looked up by <a" in (site / "countries" / "FRA.html").read_text(encoding="utf-8")
    text = (site / "records" / "lists" / "handbook-2016_achievements.html").read_text(encoding="utf-8")
    assert "no words were taken from them" in text


def test_visits_of_one_name_are_told_apart(site: Path) -> None:
    text = (site / "countries" / "FRA.html").read_text(encoding="utf-8")
    related = text[text.index('id="related"') :]
    assert "<h3>Events <small>2</small></h3>" in related
    assert ">Mission: France, November 2002</a>" in related
    assert ">Country of Mission: France, November 2002</a>" in text


def test_entities_of_an_edition_are_characters(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".js"):
            text = path.read_text(encoding="utf-8")
            assert "&amp;#" not in text, path
            assert "&#32;" not in text, path


@pytest.mark.slow
def test_the_same_release_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mandate_data", "site", "--out", str(tmp_path / "site")]
    # The program of this checkout, wherever the environment has installed it from.
    environment = {"PYTHONPATH": str(ROOT / "pipeline"), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    index = tmp_path / "site" / "index.html"
    assert done.stderr.endswith(f"pages of release {LATEST.name}; open {index}, or run: mandate-data serve\n")
    names = [path.relative_to(site) for path in sorted(site.rglob("*"))]
    assert names == [path.relative_to(tmp_path / "site") for path in sorted((tmp_path / "site").rglob("*"))]
    assert all(
        (site / name).read_bytes() == (tmp_path / "site" / name).read_bytes() for name in names if "." in name.name
    )


def test_what_is_not_ours_is_not_replaced_and_what_was_not_released_is_not_shown(tmp_path: Path) -> None:
    release_lighthouses(tmp_path / "lights")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(InputError, match="exists and was not made by this program"):
        make_site(tmp_path / "lights", "", tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    with pytest.raises(InputError, match=r"^9\.9\.9: no such release; known: 1\.0\.0"):
        make_site(ROOT, "9.9.9", tmp_path / "site")
    with pytest.raises(InputError, match="nothing was released; make a release first"):
        make_site(tmp_path, "", tmp_path / "site")


@pytest.mark.slow
def test_markup_of_a_source_is_text_on_every_page(hostile: Path) -> None:
    for path in hostile.rglob("*"):
        if path.suffix in (".html", ".js"):
            text = path.read_text(encoding="utf-8")
            assert "<script>alert" not in text, path
            assert path.name == "vega.js" or "<img" not in text, path
    assert "&lt;script&gt;alert(1)" in (hostile / "sources" / "handbook-2016.html").read_text(encoding="utf-8")


def test_two_rows_never_share_a_page() -> None:
    keys = ["a|1", "a/1"]
    with pytest.raises(InputError, match=r"records/lists/a_1\.html: records/lists/a_1\.html would be the same file"):
        check_distinct(page_of(("lists", key)) for key in keys)


@pytest.mark.slow
def test_releases_of_rows_and_lines_are_shown_without_marks(tmp_path: Path) -> None:
    make_site(ROOT, "1.1.0", tmp_path / "site")
    text = (tmp_path / "site" / "records" / "country_visits" / "2016-geo.html").read_text(encoding="utf-8")
    assert "This release records the lines of each row" in text
    assert '<li value="867" class="here">' in text
    assert "<mark" not in text


def test_files_of_others_are_unchanged() -> None:
    packages = ROOT / ".venv" / "node" / "node_modules"
    if not packages.is_dir():
        pytest.skip("the packages of tests/node are not installed")
    ours = ROOT / "pipeline" / "mandate_data" / "site" / "vendor" / "minisearch.js"
    assert ours.read_bytes() == (packages / "minisearch" / "dist" / "umd" / "index.js").read_bytes()
