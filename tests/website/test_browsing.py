"""The website in a browser, from a folder: from each table to the source, search, filters, keyboard, small screens."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from changed_together import line_of
from conftest import NODE_MODULES, ROOT, ProjectCopy
from mandate_data.site.page_addresses import slug
from playwright.sync_api import Browser

from .conftest import Visitor
from .test_pages import LATEST, rows

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
KEYS = {
    table["name"]: table["schema"]["primaryKey"]
    for table in json.loads((LATEST / "datapackage.json").read_text(encoding="utf-8"))["resources"]
}
KINDS = [
    "index.html", "tables/index.html", "tables/country_visits.html",
    "records/country_visits/sale-of-children_1999-fji.html",
    "countries/index.html", "countries/USA.html", "people/petit.html", "documents/A_HRC_25_48.html",
    "sources/leiden-2015.html", "errata.html", "releases.html", "use.html", "search.html?q=Georgia",
]  # fmt: skip


def test_every_page_loads_without_a_complaint_and_asks_nobody_else(visitor: Visitor, tmp_path: Path) -> None:
    """All pages in frames of one page, a few at a time: what a frame does is told like what a page does."""
    addresses = [path.as_uri() for path in sorted(visitor.folder.rglob("*.html"))]
    (tmp_path / "frames.html").write_text("<body></body>", encoding="utf-8")  # pages of the site may not have frames
    visitor.page.goto((tmp_path / "frames.html").as_uri())
    visitor.complaints.clear()  # that page is none of the site
    loaded = visitor.page.evaluate(
        """async (addresses) => {
            let loaded = 0;
            const next = () => new Promise((done) => {
                const frame = document.createElement("iframe");
                frame.hidden = true;
                frame.onload = () => { loaded += 1; frame.remove(); done(); };
                frame.src = addresses.pop();
                document.body.append(frame);
            });
            const walk = async () => { while (addresses.length) await next(); };
            await Promise.all([1, 2, 3, 4].map(walk));
            return loaded;
        }""",
        addresses,
    )
    assert loaded == len(addresses) > 800


def test_what_a_page_in_a_frame_does_is_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<script>console.error('oops'); throw Error('broken')</script><img src='http://127.0.0.1:9/spy.png'>", "utf-8"
    )
    (tmp_path / "index.html").write_text("<iframe src='bad.html'></iframe>", encoding="utf-8")
    context = browser.new_context()
    one = Visitor(context.new_page(), tmp_path)
    one.go("index.html")
    context.close()
    told = "\n".join(one.complaints)
    assert "oops" in told
    assert "broken" in told
    assert "asked for http://127.0.0.1:9/spy.png" in told


PLACES = [row for row in rows("provenance") if row["source_id"]]
PRINTED_TABLES = sorted({row["table"] for row in PLACES if row["kind"] in ("printed", "normalised")})


def printed_cell(table: str, site: Path) -> tuple[int, int, str]:
    """(row, column, value) of the first cell whose value is on its line as published."""
    places = {(row["row_key"], row["field"]): row for row in reversed(PLACES) if row["table"] == table}
    texts = {
        source: re.findall(r'<span class="text">(.*?)</span>', (site / "sources" / f"{source}.html").read_text("utf-8"))
        for source in {row["source_id"] for row in PLACES}
    }
    for number, row in enumerate(rows(table)):
        key = "|".join(row[column] for column in KEYS[table])
        for column, (name, value) in enumerate(row.items()):
            place = places.get((key, name))
            if place is not None and place["kind"] in ("printed", "normalised") and len(value) > 1:
                line = re.sub("<.*?>", "", unescape(texts[place["source_id"]][int(place["line"]) - 1]))
                if value.casefold() in line.casefold():
                    return number, column, value
    raise AssertionError(f"{table}: no value is on its line as published")


@pytest.mark.parametrize("table", PRINTED_TABLES)
def test_from_a_cell_to_the_line_that_carries_its_value(table: str, visitor: Visitor) -> None:
    row, column, value = printed_cell(table, visitor.folder)
    page = visitor.go(f"tables/{table}.html")
    name = list(rows(table)[0])[column]
    place = page.locator("#rows thead th").evaluate_all(f"all => all.findIndex(one => one.dataset.name === '{name}')")
    key = "|".join(rows(table)[row][column] for column in KEYS[table])
    shown = page.locator(f"[id='row-{slug(key)}']")
    cell = shown.locator("th, td").nth(place)
    if not cell.is_visible():  # the first column shows the same
        cell = shown.locator("th")
        assert cell.inner_text() == value
    cell.locator("a").first.click()
    page.wait_for_selector(".facts-box > div:target")
    assert page.locator(".facts-box > div:target").get_attribute("id") == f"value-{name}"
    page.locator(".evidence details").evaluate_all("all => all.forEach(one => { one.open = true })")
    here = page.locator(".lines .here").all_inner_texts()
    assert any(value.casefold() in line.casefold() for line in here)
    page.locator(".facts-box > div:target a[href*='sources/']").first.click()
    page.wait_for_selector(".edition li:target")
    assert value.casefold() in page.locator(".edition li:target .text").inner_text().casefold()


def test_what_touches_a_value_and_who_else_says_so(visitor: Visitor) -> None:
    page = visitor.go("records/country_visits/sale-of-children_1999-fji.html")
    assert page.locator(".erratum").count() >= 1
    assert "One document reports on one visit" in page.locator(".erratum").first.inner_text()
    page = visitor.go("people/petit.html")
    assert page.locator(".evidence").count() >= 2
    assert "sources say so" not in page.inner_text("main")  # a release by row can't tell


def test_search_finds_rows_and_lines(visitor: Visitor) -> None:
    page = visitor.go("index.html")
    page.fill("#look", "georgia")
    page.press("#look", "Enter")
    page.wait_for_selector("#found li")
    assert page.locator("#found a").first.inner_text() == "Georgia"  # the country before what mentions it
    line = line_of(ProjectCopy(ROOT), "raw/handbook-2016/document.md", "Mission to Georgia (11-18")
    page.locator("#found a", has_text=f"Handbook 2016, line {line}").click()
    assert "Mission to Georgia" in page.locator(".edition li:target .text").inner_text()
    page = visitor.go("search.html?q=qqqzzz")
    assert page.inner_text("#count") == "0 found"
    assert "Try fewer words" in page.inner_text("#hint")


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("48.28", "records/statistics/communications-response-rate.html"),
        ("A/HRC/25/48", "documents/A_HRC_25_48.html"),
        ("Germany", "countries/index.html#not-visited-DEU"),
        ("Thailand", "countries/THA.html"),
        ("holland", "countries/NLD.html"),
        ("Allemagne", "countries/index.html#not-visited-DEU"),
        ("États-Unis", "countries/USA.html"),
        ("North Korea", "countries/PRK.html"),
        ("Turkey", "countries/index.html#not-visited-TUR"),
        ("A HRC 25 48", "documents/A_HRC_25_48.html"),
        ("A/HRC/28/56, para. 12", "documents/A_HRC_28_56.html"),
        ("Mr. Petit", "people/petit.html"),
        ("erratum", "errata.html"),
        ("download excel", "use.html"),
        ("which countries were visited", "countries/index.html"),
        ("petit", "people/petit.html"),
        ("visit to Fiji", "records/country_visits/sale-of-children_1999-fji.html"),
    ],
)
def test_search_finds_what_people_type_first(asked: str, address: str, visitor: Visitor) -> None:
    page = visitor.go(f"search.html?q={quote(asked)}")
    page.wait_for_selector("#found li")
    assert page.locator("#found a").first.get_attribute("href") == address


def test_words_between_quotation_marks_are_found_as_they_are(visitor: Visitor) -> None:
    page = visitor.go(f"search.html?q={quote('child participation')}")
    page.wait_for_selector("#found li")
    apart = page.locator("#found li").count()
    page = visitor.go(f"search.html?q={quote('“child participation”')}")
    page.wait_for_selector("#found li")
    texts = page.locator("#found li").all_inner_texts()
    assert 0 < len(texts) < apart
    page = visitor.go(f"search.html?q={quote('“participation child”')}")
    assert page.inner_text("#count") == "0 found"


def test_an_empty_search_shows_what_to_try(visitor: Visitor) -> None:
    page = visitor.go("search.html")
    page.locator("#try a", has_text="48.28").click()
    page.wait_for_selector("#found li")
    assert not page.locator("#try").is_visible()


def test_each_visit_of_a_country_is_side_by_side_and_is_counted(visitor: Visitor) -> None:
    page = visitor.go("countries/index.html")
    assert page.locator("#rows thead th").first.get_attribute("data-name") == "Name"
    count = "cells => cells.map(cell => cell.querySelectorAll('p').length)"
    assert page.locator("#row-GTM td").evaluate_all(count) == [0, 0, 2, 2, 2, 2]
    assert page.locator("[data-filter=Kind] option").all_inner_texts()[:2] == ["any", "follow-up mission (1)"]
    page.select_option("[data-filter=Kind]", "follow-up mission")
    assert page.locator("#rows tbody tr:not([hidden]) th").all_inner_texts() == ["Honduras"]


def test_rows_are_in_the_order_that_the_settings_name(visitor: Visitor) -> None:
    visitor.go("tables/events.html")
    dates = shown(visitor, 1)
    assert dates == sorted(dates)
    assert len(dates) == len(rows("events"))


def test_search_says_when_no_result_has_all_words(visitor: Visitor) -> None:
    page = visitor.go("search.html?q=mongolia%20qqqzzz")
    assert page.inner_text("#count") == "None has all of these words; 1 with some of them"
    assert page.locator("#found a").first.inner_text() == "Mongolia"


def test_a_column_with_one_value_is_shown_on_request(visitor: Visitor) -> None:
    page = visitor.go("tables/country_visits.html")
    assert "Not shown, as it is the same in every row: Mandate (Special Rapporteur on the sale of" in page.inner_text(
        "main"
    )
    assert not page.locator("th[data-name=mandate_id]").is_visible()
    page.get_by_text("Choose columns", exact=True).click()
    page.check("input[value=mandate_id]")
    assert page.locator("th[data-name=mandate_id]").is_visible()
    assert page.url.endswith("#show=mandate_id")


def shown(visitor: Visitor, column: int) -> list[str]:
    return visitor.page.eval_on_selector_all(
        "#rows tbody tr:not([hidden])",
        f"rows => rows.map(row => row.cells[{column}].dataset.value ?? row.cells[{column}].textContent.trim())",
    )


def test_a_table_is_searched_filtered_sorted_and_its_view_has_an_address(visitor: Visitor) -> None:
    visits = rows("country_visits")
    page = visitor.go("tables/country_visits.html")
    page.fill("#filter", "PETIT kyrgyzstan")
    assert shown(visitor, 0) == []
    page.fill("#filter", "fiji")
    assert shown(visitor, 0) == ["sale-of-children/1999-fji"]
    page.fill("#filter", "erratum")
    assert "sale-of-children/1999-fji" in shown(visitor, 0)
    assert len(shown(visitor, 0)) < len(visits)
    page.fill("#filter", "PETIT add.2")
    wanted = [row["visit_id"] for row in visits if row["person_id"] == "petit" and "Add.2" in row["report_symbol"]]
    assert shown(visitor, 0) == wanted
    page.get_by_role("button", name="Reset").click()
    assert len(shown(visitor, 0)) == len(visits)
    page.select_option("[data-filter=kind]", "follow_up_mission")
    follow_ups = sorted(row["year"] for row in visits if row["kind"] == "follow_up_mission")
    page.locator("th[data-name=year] button").click()
    assert shown(visitor, 3) == follow_ups
    page.locator("th[data-name=year] button").click()
    assert shown(visitor, 3) == follow_ups[::-1]
    assert page.locator("th[data-name=year]").get_attribute("aria-sort") == "descending"
    page.get_by_text("Choose columns", exact=True).click()
    page.uncheck("input[value=report_status]")
    assert not page.locator("th[data-name=report_status]").is_visible()
    assert page.get_by_role("status").inner_text() == f"{len(follow_ups)} of {len(visits)} rows"
    address = page.url
    assert address.endswith("#f.kind=follow_up_mission&sort=-year&hide=report_status")
    page.goto("about:blank")
    page.goto(address)
    assert shown(visitor, 3) == follow_ups[::-1]
    assert not page.locator("th[data-name=report_status]").is_visible()


@pytest.mark.parametrize("address", ["#%E0%A4%A", "#q=100%", "#sort=nothing&hide=nothing", "#f.kind=<script>&q=(*["])
def test_an_address_that_means_nothing_does_no_harm(address: str, visitor: Visitor) -> None:
    page = visitor.go(f"tables/country_visits.html{address}")
    assert re.fullmatch(r"\d+ of 40 rows", page.get_by_role("status").inner_text())
    page.get_by_role("button", name="Reset").click()
    assert page.get_by_role("status").inner_text() == "40 of 40 rows"


def test_a_long_question_is_cut(visitor: Visitor) -> None:
    page = visitor.go(f"search.html?q={'a' * 50_000}")
    assert page.inner_text("#count") == "0 found"


def test_numbers_in_texts_are_sorted_as_numbers(visitor: Visitor) -> None:
    visitor.go("tables/documents.html#sort=number")
    numbers = [int(one) for one in shown(visitor, 6) if one.isdigit()]
    assert numbers == sorted(numbers)


def test_a_row_has_an_address(visitor: Visitor) -> None:
    page = visitor.go("tables/country_visits.html#row-sale-of-children_2016-geo")
    assert page.locator("tr:target th").first.get_attribute("data-value") == "sale-of-children/2016-geo"
    assert page.locator("tr:target").evaluate("row => row.getBoundingClientRect().top < innerHeight")


def test_a_table_by_keyboard(visitor: Visitor) -> None:
    page = visitor.go("tables/country_visits.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.locator("#rows tbody th a").first.focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    place = page.evaluate(
        "[document.activeElement.closest('tr').rowIndex, document.activeElement.closest('td').cellIndex]"
    )
    assert place == [2, 3]  # a column that has one value in all rows is not shown
    page.keyboard.press("Enter")
    page.wait_for_selector(".facts-box > div:target")
    assert page.locator(".facts-box > div:target").get_attribute("id") == "value-year"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(scheme: str, browser: Browser, site: Path) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (it needs npm)")
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for address in KINDS if scheme == "light" else KINDS[:4]:
        page.goto(f"{site.as_uri()}/{address}")
        page.add_script_tag(path=AXE)
        # Dark pages differ in their colours alone.
        options = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
        violations = page.evaluate("options => axe.run(options).then(result => result.violations)", options)
        found += [
            f"{address}: {one['id']}: {one['nodes'][0]['html']}"
            for one in violations
            if one["impact"] in ("serious", "critical")
        ]
    context.close()
    assert found == []


def test_reading_needs_no_script(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/tables/country_visits.html")
    page.locator("tr", has_text="Georgia 2016").locator("td a").nth(4).click()
    page.wait_for_url("**/records/country_visits/sale-of-children_2016-geo.html#value-start_date")
    assert "Mission to Georgia" in page.locator(".lines .here").inner_text()
    page.goto(f"{site.as_uri()}/search.html")
    assert "needs JavaScript" in page.inner_text("main")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_the_screen(width: int, browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for address in KINDS:
        page.goto(f"{site.as_uri()}/{address}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    context.close()
    assert wide == []


def test_dark_mode_and_print(browser: Browser, site: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site.as_uri()}/tables/country_visits.html")
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(17, 22, 31)"
    page.emulate_media(media="print")
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    assert not page.locator("nav").is_visible()
    assert page.locator("#rows tbody tr").last.is_visible()
    context.close()


def test_hostile_text_does_nothing(browser: Browser, hostile: Path) -> None:
    context = browser.new_context()
    one = Visitor(context.new_page(), hostile)
    for address in ("index.html", "sources/handbook-2016.html", "tables/sources.html", "search.html?q=hyperlink"):
        one.go(address)
    assert one.page.locator("#found li").count() >= 1
    assert one.page.locator("main script, main img:not([src^='data:'])").count() == 0
    context.close()
    assert one.complaints == []
