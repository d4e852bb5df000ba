"""The website of a project about lighthouses: whole without `schemas/site.yaml`, and as that file says with it."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from calling import call
from conftest import Once
from lighthouses import SITE, release_lighthouses
from mandate_data.site.build_site import make_site
from mandate_data.site.site_settings import SiteSettings, read_settings

from .test_pages import check_links, parsed_pages

CHECKS = """tall-light:
  stage: meaning
  severity: warning
  means: "A light is taller than any."
  example: "the light has 900 metres"
  message: "the light has {value} metres"
  hint: "correct the height"
"""


@pytest.fixture(scope="session")
def released(once: Once) -> Path:
    """The project with one release; look at it, but change a copy."""
    return once("lighthouses", lambda folder: release_lighthouses(folder / "project")) / "project"


@pytest.fixture
def lights(released: Path, tmp_path: Path) -> Path:
    """A copy of the project that has its `schemas/site.yaml`."""
    shutil.copytree(released, tmp_path / "lights")
    (tmp_path / "lights" / "schemas" / "site.yaml").write_text(SITE, encoding="utf-8")
    return tmp_path / "lights"


@pytest.fixture(scope="session")
def lights_shown(released: Path, once: Once) -> Path:
    """The project with its settings and its website; look at it, and do not change it."""

    def make(folder: Path) -> None:
        shutil.copytree(released, folder / "lights")
        (folder / "lights" / "schemas" / "site.yaml").write_text(SITE, encoding="utf-8")
        shown(folder / "lights")

    return once("lights_shown", make) / "lights"


def page(root: Path, name: str) -> str:
    return (root / "build" / "site" / name).read_text(encoding="utf-8")


def shown(root: Path) -> Path:
    make_site(root, "", root / "build" / "site")
    return root


def test_without_settings_there_are_tables_rows_lines_and_search(lights: Path) -> None:
    (lights / "schemas" / "site.yaml").unlink()
    shown(lights)
    assert "<h1>Lighthouses</h1>" in page(lights, "index.html")
    assert ">Cape Agulhas</a>" in page(lights, "tables/lighthouses.html")
    text = page(lights, "records/keepers/bell.html")
    assert "<h1>Ann Bell</h1>" in text
    assert '<a class="value" href="../../records/lighthouses/cape-agulhas.html">Cape Agulhas</a>' in text
    assert '<li id="L7" value="7"><span class="text">The Cape Agulhas' in page(lights, "sources/first-source.html")
    found = '"Keepers","Cape Agulhas","bell cape-agulhas"'
    assert f'["records/keepers/bell.html","Keepers",1,"Ann Bell",{found}]' in page(lights, "search-data.js")
    assert '<a class="home" href="../../index.html">' in text
    row = '{"lighthouse_id": "cape-agulhas", "name": "Cape Agulhas", "country_code": "ZAF", "height": 27}'
    assert f'"data:application/json;charset=utf-8,{quote(row)}"' in page(
        lights, "records/lighthouses/cape-agulhas.html"
    )
    assert "</svg>lighthouses</a>" in text


def test_checks_of_the_project_are_known_with_and_without_settings(lights: Path) -> None:
    (lights / "schemas" / "checks.yaml").write_text(CHECKS, encoding="utf-8")
    settings = [read_settings(lights, "lights"), read_settings(lights, "lighthouses")]
    (lights / "schemas" / "site.yaml").unlink()
    settings.append(read_settings(lights, "lighthouses"))
    known = [one.checks["tall-light"].means for one in settings if "tall-light" in one.checks]
    assert known == ["A light is taller than any."] * 2


def test_marks_are_the_characters_of_the_provenance(lights: Path, lights_shown: Path) -> None:
    text = page(lights_shown, "lights/cape-agulhas.html")
    assert (
        '<li value="7" class="here"><code>The <mark title="name">Cape Agulhas</mark> light in '
        '<mark title="country_code">South Africa</mark>, <mark title="height">27</mark> metres tall,</code></li>\n'
        '<li value="8" class="here"><code>was first lit in March 1849. Its keeper was Ann Bell.</code></li>'
    ) in text
    assert "Read from lines 7 to 8 of" in text
    # The lines were marked where provenance says, not where a value can be found.
    release = lights / "build" / "releases" / "1.0.0"
    path = release / "data" / "provenance.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        places = list(csv.DictReader(stream))
    assert {row["start"] for row in places if (row["row_key"], row["field"]) == ("bell", "name")} == {"44"}
    moved = path.read_text(encoding="utf-8").replace(",8,44,8,52,", ",8,0,8,3,")
    path.write_text(moved, encoding="utf-8")
    assert '<mark title="name">was</mark> first lit' in page(shown(lights), "records/keepers/bell.html")


def test_each_value_says_how_it_came_about(lights_shown: Path) -> None:
    text = page(lights_shown, "lights/cape-agulhas.html")
    assert (
        '<p class="quiet">read from <a href="../sources/first-source.html#L7">First source, line 7</a>; rule: '
        '<span title="A printed number in figures."><a href="../records/rules/number.html">number</a></span></p>'
    ) in text


def test_all_links_resolve(lights_shown: Path) -> None:
    site = lights_shown / "build" / "site"
    check_links(site, parsed_pages(site))


def test_titles_linked_rows_list_and_map_are_those_of_the_settings(lights_shown: Path) -> None:
    text = page(lights_shown, "lights/cape-agulhas.html")
    assert "<h1>Cape Agulhas, 27 m</h1>" in text
    assert '<td><a href="../records/keepers/bell.html">Ann Bell</a></td>' in text
    assert "<p>Nobody kept it.</p>" in page(lights_shown, "lights/old-head.html")
    text = page(lights_shown, "kept/index.html")
    assert "The tallest has 27 metres." in text
    assert (
        '<h2 id="dark">Dark</h2>\n<ul class="columns"><li id="dark-old-head"><a href="../lights/old-head.html">' in text
    )
    text = page(lights_shown, "index.html")
    assert "Map: 2 lights in all, which are Cape Agulhas and Old Head." in text
    assert text.count("<svg xmlns") == 2
    assert "<p>Cape Agulhas is taller than 25 metres.</p>" in text
    assert "No ship was harmed." in text
    assert '["kept/index.html","Page",3,"Lights with a keeper","","",""]' in page(lights_shown, "search-data.js")


def test_settings_are_for_the_project_s_own_package(lights: Path) -> None:
    assert read_settings(lights, "lighthouses").name == "lights"
    assert read_settings(lights, "bridges") == SiteSettings("bridges")


@pytest.mark.slow
def test_what_an_older_release_does_not_have_is_left_out(lights: Path) -> None:
    """A query that the contract allows is no mistake where a release has no such table yet."""
    settings = lights / "schemas" / "site.yaml"
    text = SITE.replace("SELECT name FROM lighthouses ORDER BY name", "SELECT statement FROM claims")
    settings.write_text(text, encoding="utf-8")
    assert page(shown(lights), "index.html").count("<svg xmlns") == 2
    release = lights / "build" / "releases" / "1.0.0" / "datapackage.json"
    release.write_text(
        release.read_text(encoding="utf-8").replace('"name": "claims"', '"name": "boasts"'), encoding="utf-8"
    )
    assert page(shown(lights), "index.html").count("<svg xmlns") == 0


@pytest.mark.quick(4)
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: lights\n", "name: lights\ncolour: red\n",
         "2: colour: is not known; known are name, "),
        ("table: lighthouses\n", "table: bridges\n", "12: the contract has no table bridges"),
        ("folder: lights\n", 'folder: lights\n    summary: "{name}, {depth} m"\n',
         "8: the table lighthouses has no column depth"),
        ("folder: lights\n", 'folder: lights\n    summary: "{keepers.name}, {claims.note}"\n',
         "8: no column of claims refers to lighthouses"),
        ("linked: Keepers\n", "linked: Owners\n", "12: lighthouses has nothing linked under 'Owners'"),
        ("has {tallest} m", "has {highest} m", "12: the text has {highest}, which `values` doesn't give"),
        ("WHERE height > 25", "WHERE depth > 25",
         "23: no such column: depth in the query SELECT name FROM lighthouses WHERE depth > 25"),
        ("SELECT max(height) FROM", "SELECT max(depth) FROM",
         "12: no such column: depth in the query SELECT max(depth) FROM lighthouses"),
        ("SELECT max(height) FROM", "SELECT height, name FROM",
         "12: the query gives 2 columns, not one: SELECT height, name FROM lighthouses"),
        ("map: SELECT country_code, ", "map: SELECT name, ",
         "27: 'Old Head' is not an ISO 3166-1 alpha-3 code of a country"),
        ("    map: SELECT country_code, count(*) AS lights FROM lighthouses GROUP BY country_code\n",
         "    spec:\n      mark: bar\n      data: {values: {sql_rows: SELECT depth FROM lighthouses}}\n",
         "36: no such column: depth in the query SELECT depth FROM lighthouses"),
        ("    map: SELECT country_code, count(*) AS lights FROM lighthouses GROUP BY country_code\n",
         "    spec: {mark: {type: nonsense}}\n", "27: the chart map can't be drawn: "),
        ("    map: SELECT country_code, count(*) AS lights FROM lighthouses GROUP BY country_code\n", "",
         "27: charts/0: lacks spec or map; add one"),
        ("folder: lights\n", "folder: records\n",
         "8: tables/lighthouses/folder: is 'records', which is taken; choose another than downloads, records, "),
        ("folder: lights\n", 'folder: lights\n    summary: "{name"\n',
         "8: '{name' has a brace that is in no {column} or {table.column}"),
        ("has {tallest} m", "has {tallest m",
         "12: 'The tallest has {tallest metres. Dark' has a brace that is in no {value}"),
        ("pages:\n", "line_links: {table: keepers, text: name, to: name}\npages:\n",
         "11: the column name of keepers refers to no other row"),
        ("pages:\n", "entries: [{title: A, text: B, count: SELECT 1, path: lamps/index.html}]\npages:\n",
         "11: the website has no page 'lamps/index.html'; correct the path"),
        ("charts:\n",
         "    link: {text: See, path: 'lights/old-head.html#x'}\n"
         "  - {text: A, link: {text: B, path: c.html}}\ncharts:\n",
         "27: the website has no page 'c.html'; correct the path"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_settings_is_one_line(lights: Path, old: str, new: str, message: str) -> None:
    assert SITE.count(old) == 1
    path = lights / "schemas" / "site.yaml"
    path.write_text(SITE.replace(old, new), encoding="utf-8")
    done = call("site", folder=lights)
    assert done.returncode == 2
    assert done.stderr.startswith(f"mandate-data: schemas/site.yaml:{message}"), done.stderr
    assert done.stderr.count("\n") == 1
    assert not (lights / "build" / "site").exists()


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        (b"code,status\nIRL,yes,no\n", "schemas/site/members.csv:2: has 3 cells; write a code and a status"),
        (
            b"code,status\n\xe9,yes\n",
            "schemas/site/members.csv:2: not UTF-8 (byte 0xe9 at offset 12); save the file as UTF-8 and try again",
        ),
        (b"code,status\nIRL,no\n", "schemas/site/members.csv has the status 'no', for which there is no heading"),
    ],
)
def test_a_mistake_in_a_list_of_members_is_one_line(lights: Path, listed: bytes, message: str) -> None:
    members = "members: {file: site/members.csv, headings: {'yes': Members, '': Others}}"
    settings = SITE.replace("anchor: dark}", f"anchor: dark, all_of: M49, {members}}}")
    (lights / "schemas" / "site.yaml").write_text(settings, encoding="utf-8")
    (lights / "schemas" / "site").mkdir()
    (lights / "schemas" / "site" / "members.csv").write_bytes(listed)
    done = call("site", folder=lights)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.match(rf"mandate-data: schemas/site\.yaml:\d+: {re.escape(message)}", done.stderr), done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_with_an_address_machines_find_the_pages(lights: Path) -> None:
    site = lights / "build" / "site"
    make_site(lights, "", site, base="https://data.example/lights")
    text = page(lights, "lights/cape-agulhas.html")
    assert '<link rel="canonical" href="https://data.example/lights/lights/cape-agulhas.html">' in text
    assert '<meta name="description" content="' in text
    assert '<meta property="og:url" content="https://data.example/lights/lights/cape-agulhas.html">' in text
    assert "Table lighthouses, row cape-agulhas. https://data.example/lights/lights/cape-agulhas.html" in text
    sitemap = page(lights, "sitemap.xml")
    assert "<loc>https://data.example/lights/index.html</loc>" in sitemap
    assert "404.html" not in sitemap
    assert 'href="https://data.example/lights/site.css"' in page(lights, "404.html")
    assert structured_data(lights)["url"] == "https://data.example/lights/"
    assert structured_data(lights)["temporalCoverage"] == "1849"
    # Without one, the same folder works as it is.
    make_site(lights, "", site)
    assert not (site / "sitemap.xml").exists()
    assert "data.example" not in page(lights, "lights/cape-agulhas.html")
    assert "url" not in structured_data(lights)


def structured_data(root: Path) -> dict[str, object]:
    """What the front page says of the data set in JSON-LD."""
    script = page(root, "index.html").partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    found: dict[str, object] = json.loads(script)
    return found


def test_an_address_that_is_none_is_refused(lights: Path) -> None:
    done = call("site", "--base", "data.example", folder=lights)
    assert done.returncode == 2
    assert done.stderr == "mandate-data: 'data.example' is not a web address; it begins with https://\n"
