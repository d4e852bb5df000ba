"""Five errands of five people, each with at most three clicks or entries: what they came for is on the page."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from changed_together import line_of
from conftest import ROOT, ProjectCopy
from playwright.sync_api import Browser

from .conftest import Visitor
from .test_pages import LATEST, rows

HANDBOOK = "raw/handbook-2016/document.md"


def test_a_journalist_on_a_phone_asks_whether_thailand_was_visited(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    page.fill("#look", "Thailand")
    page.press("#look", "Enter")
    page.locator("#found a").first.click()
    text = page.inner_text("main")
    context.close()
    assert text.startswith("Countries")
    assert "No visit reported up to April 2016" in text


def test_a_researcher_cites_one_number_with_its_lines(visitor: Visitor) -> None:
    page = visitor.go("index.html")
    page.fill("#look", "48.28")
    page.press("#look", "Enter")
    page.locator("#found a").first.click()
    cited = page.inner_text(".cite")
    assert "Value 48.28; Unit percent" in cited
    line = line_of(ProjectCopy(ROOT), HANDBOOK, "48.28%")
    assert f"Read from lines {line - 1} to {line} of" in cited
    assert f"Version {LATEST.name}." in cited
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV", exact=True).click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert next(csv.DictReader(io.StringIO(text)))["value"] == "48.28"


def test_a_curator_asks_why_the_report_on_fiji_is_marked(visitor: Visitor) -> None:
    page = visitor.go("tables/country_visits.html")
    page.fill("#filter", "fiji")
    page.locator("#rows tr:not([hidden]) a.tag").first.click()
    page.wait_for_url("**/records/country_visits/sale-of-children_1999-fji.html#errata")
    problem = page.locator("#errata + .erratum").inner_text()
    line = line_of(ProjectCopy(ROOT), HANDBOOK, "Mission to Fiji (October 1999)")
    assert problem.startswith(f"Report: printed as “E/CN.4/2000/73/Add.3” (Handbook 2016, line {line}")
    assert "One document reports on one visit" in problem


def test_a_developer_runs_the_three_lines_of_the_front_page(
    visitor: Visitor, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = visitor.go("index.html")
    code = page.locator(".take pre").first.inner_text()
    monkeypatch.chdir(site)
    exec(code, {})
    assert len(code.splitlines()) == 3
    assert rows("country_visits")[0]["visit_id"] in capsys.readouterr().out


def test_an_ngo_saves_all_visits_of_one_mandate_holder(visitor: Visitor) -> None:
    page = visitor.go("tables/country_visits.html")
    page.select_option("[data-filter=person_id]", "petit")
    option = page.locator("[data-filter=person_id] option[value=petit]").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("button", name="These rows as CSV").click()
    found = list(csv.DictReader(io.StringIO(Path(saved.value.path()).read_text(encoding="utf-8"))))
    wanted = [row["visit_id"] for row in rows("country_visits") if row["person_id"] == "petit"]
    assert option == f"Juan Miguel Petit ({len(wanted)})"
    assert [row["visit_id"] for row in found] == wanted
    assert {row["person_id (name)"] for row in found} == {"Juan Miguel Petit"}
    assert {row["Country"] for row in found} >= {"Romania", "South Africa"}
