"""Charts that answer: links without JavaScript, tooltips for pointer and keyboard with it; maps of all countries."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from mandate_data.extract.countries import all_countries, all_numbers
from mandate_data.site.maps import HATCHED, dots, map_spec, shapes
from playwright.sync_api import Browser

from .conftest import Visitor
from .test_pages import rows

WESTERN_SAHARA, FRENCH_GUIANA = "732", "254"
AUSTRALIA = "036"


def test_every_country_and_area_has_a_shape_or_a_dot() -> None:
    drawn = {one["id"] for one in shapes()["features"]} | set(dots())
    missing = [all_countries()[code].name for code, number in all_numbers().items() if number not in drawn]
    assert missing == []


def test_territories_are_not_coloured_as_their_state_and_disputed_areas_are_hatched() -> None:
    spec = map_spec(("code", "visits"), [("FRA", 2), ("MAR", 1), ("MUS", 1)], "here", 400)
    rest, hatched, visited, points = spec["layer"]
    assert {one["id"] for one in visited["data"]["values"]} == {"250", "504"}
    assert FRENCH_GUIANA in {one["id"] for one in rest["data"]["values"]}
    assert WESTERN_SAHARA in {one["id"] for one in hatched["data"]["values"]}
    assert hatched["mark"]["fill"] == HATCHED
    assert [one["tip"] for one in points["data"]["values"]] == ["Mauritius, visits: 1"]
    south = min(
        point[1] for one in visited["data"]["values"] if one["id"] == "504"
        for polygon in one["geometry"]["coordinates"] for point in polygon[0]
    )  # fmt: skip
    assert south >= 27.5  # where Western Sahara begins


def test_a_state_with_a_large_outline_has_no_dot_of_an_island_far_away() -> None:
    assert AUSTRALIA in {one["id"] for one in shapes()["features"]} - set(dots())


def test_without_javascript_every_mark_is_a_link_with_a_name(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    visits = text[text.index('id="picture-visits"') : text.index('id="picture-map"')]
    links = re.findall(r'<a href="(records/[^"]+)" aria-label="([^"]+)">', unescape(visits))
    assert len(links) == 2 * len(rows("country_visits"))  # wide and narrow
    assert all((site / address).is_file() for address, _ in links)
    assert (
        "records/country_visits/sale-of-children_2016-geo.html",
        "Georgia, 2016-04-11\nMaud de Boer-Buquicchio",
    ) in links


@pytest.mark.parametrize("width", [390, 1200])
def test_pointer_and_keyboard_get_the_same_answer(width: int, browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    one = Visitor(context.new_page(), site)
    page = one.go("index.html")
    for name in ("visits", "map", "reports", "citations"):
        chart = page.locator(f"[data-chart={name}]")
        chart.scroll_into_view_if_needed()
        page.wait_for_selector(f"[data-chart={name}][data-drawn]")
        small = chart.locator("svg text").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize)).filter(size => size < 13)"
        )
        assert small == []
        assert chart.evaluate("one => one.querySelector('svg').getBoundingClientRect().width <= one.clientWidth + 1")
    mark = page.locator("[data-chart=visits] [role=link]").first
    mark.hover()
    text = page.inner_text("#tip")
    page.mouse.move(0, 0)
    mark.focus()
    assert page.inner_text("#tip") == text
    assert mark.get_attribute("aria-label") == text
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/country_visits/*.html")
    context.close()
    assert one.complaints == []


def test_a_finger_sees_the_tooltip_before_it_follows_the_link(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    one = Visitor(context.new_page(), site)
    page = one.go("index.html")
    page.locator("[data-chart=visits]").scroll_into_view_if_needed()
    page.wait_for_selector("[data-chart=visits][data-drawn]")
    mark = page.locator("[data-chart=visits] [role=link]").first
    mark.tap()
    assert page.inner_text("#tip") == f"{mark.get_attribute('aria-label')}\nTap again to open."
    page.locator("h1").tap()
    assert not page.locator("#tip").is_visible()
    mark.tap()
    mark.tap()
    page.wait_for_url("**/records/country_visits/*.html")
    context.close()
    assert one.complaints == []
