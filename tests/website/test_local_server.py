"""The website on this computer: pages as they are, and loaded again when the website was built anew."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import call
from mandate_data.errors import InputError
from mandate_data.site.local_server import local_server
from playwright.sync_api import Browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>first</p>", encoding="utf-8")
    (tmp_path / "site" / "data.csv").write_text("a\n1\n", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    server = local_server(folder, 0)
    assert server.server_address[0] == "127.0.0.1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_files_are_as_they_are(address: str) -> None:
    with urllib.request.urlopen(f"{address}data.csv") as answer:
        assert answer.read() == b"a\n1\n"
    with urllib.request.urlopen(address) as answer:
        assert answer.read().startswith(b"<p>first</p>")
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_is_loaded_again_when_the_website_is_another(address: str, folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address)
    assert page.inner_text("p") == "first"
    folder.rename(folder.with_name("old"))
    folder.mkdir()
    (folder / "index.html").write_text("<p>second</p>", encoding="utf-8")
    page.wait_for_function("document.querySelector('p').textContent === 'second'", timeout=3000)
    page.close()


def test_without_a_website_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no index\.html; build the website with: mandate-data site"):
        local_server(tmp_path, 0)
    done = call("serve", "nowhere", folder=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "mandate-data: nowhere has no index.html; build the website with: mandate-data site\n",
    )


@pytest.mark.parametrize("path", ["%00", "out/secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt"])
def test_nothing_outside_the_folder_is_shown(path: str, address: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    for place in (tmp_path / "secrets", folder.parent):
        (place / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "out").symlink_to(tmp_path / "secrets")
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(f"{address}{path}")
    raised.value.close()
    assert raised.value.code == 404
