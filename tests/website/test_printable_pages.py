"""Pages hold no control character and no mark of direction that a source, a title or a package has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from calling import call
from mandate_data.site.build_site import make_site

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PLANTED = {
    "raw/first-source/source.yaml": [("title: A first source", 'title: "A \\e[2J first\\x85 \\u202esource"')],
    "raw/first-source/document.md": [("reading room opened", "reading\x9b31m room\u202e \x07opened")],
    "raw/first-source/extraction.yaml": [
        ("statement: Volumes", 'statement: "Volumes \\x9b2J\\u2066"  #'),
        ("unread:\n", "unread:\n  - {pattern: '31m', reason: a sequence for a terminal}\n"),
    ],
    "schemas/package.yaml": [('title: "Rooms"', 'title: "Rooms \\x9bc\\u202e"')],
}


@pytest.mark.slow
def test_no_page_acts_on_what_shows_it(tmp_path: Path) -> None:
    assert call("init", "rooms", folder=tmp_path).returncode == 0
    root = tmp_path / "rooms"
    for name, changes in PLANTED.items():
        text = (root / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1
            text = text.replace(old, new)
        (root / name).write_text(text, encoding="utf-8")
    done = call("release", "--date", "2026-01-31", folder=root)
    assert (done.returncode, ACTING.search(done.stdout + done.stderr)) == (0, None)
    site = root / "build" / "site"
    make_site(root, "1.0.0", site)
    pages = [*site.rglob("*.html"), site / "search-data.js"]
    texts = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in pages}
    assert [name for name, text in texts.items() if ACTING.search(text)] == []
    assert "A \\x1b[2J first\\x85 \\u202esource" in texts["sources/first-source.html"]
    assert "Volumes \\x9b2J\\u2066" in texts["records/facts/reading-room-volumes.html"]
    assert "Volumes \\\\x9b2J\\\\u2066" in texts["search-data.js"]
    assert "Rooms \\x9bc\\u202e" in texts["index.html"]
