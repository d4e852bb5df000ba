"""The website of the latest release, built once, and a browser that tells what it complains of and whom it asks."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import ROOT, Once, copy_project
from mandate_data.release.create import plan_release, write_release
from mandate_data.site.build_site import make_site
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Visitor:
    """A page of the browser: goes to pages of a folder, and remembers complaints and requests to anywhere else."""

    page: Page
    folder: Path
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._complain(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"{self.page.url}: {dialog.message}"))
        self.page.on("request", lambda request: self._asked(request.url))

    def _complain(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.folder.as_uri(), "data:")):
            self.complaints.append(f"{self.page.url}: asked for {url}")

    def go(self, address: str) -> Page:
        # Only another page is loaded anew; another anchor is not.
        self.page.goto("about:blank")
        self.page.goto(f"{self.folder.as_uri()}/{address}")
        return self.page


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    return once("site", lambda folder: make_site(ROOT, "", folder / "site")) / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None or not Path(CHROMIUM).exists():
        pytest.skip("Chromium is not installed (or name it in the environment as CHROMIUM)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture
def visitor(browser: Browser, site: Path) -> Iterator[Visitor]:
    """A visitor at a desk. At the end nothing may have been complained of."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.set_default_timeout(5_000)
    one = Visitor(context.new_page(), site)
    yield one
    context.close()
    assert one.complaints == []


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> =HYPERLINK(1)"


@pytest.fixture(scope="session")
def hostile(once: Once) -> Path:
    """The website of a release whose source has markup and a formula in a name."""
    return once("hostile", _make_hostile) / "site"


def _make_hostile(root: Path) -> None:
    copy_project(root)
    shutil.copy(ROOT / "LICENSE-DATA.md", root)
    source = root / "raw" / "handbook-2016" / "source.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(re.sub(r"^publisher: .*(?:\n +.*)*", f"publisher: '{HOSTILE}'", text, flags=re.M), "utf-8")
    document = root / "raw" / "handbook-2016" / "document.md"
    document.write_text(document.read_text(encoding="utf-8") + f"\n{HOSTILE}\n", encoding="utf-8")
    plan = plan_release(root, "2026-01-31")
    assert plan.entry is not None, plan.built.findings
    write_release(root / "build" / "releases", plan.entry, plan.files)
    make_site(root, "", root / "site")
