"""Progress: what a bar on the terminal says, and that nothing is shown where nobody looks."""

from __future__ import annotations

import io

import pytest
from mandate_data.cli.progress_bar import amount_text, show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("done", "total", "unit", "size", "seconds", "text"),
    [
        (12, 40, "documents", 6_000_000, 4.0, "12/40 documents, 3.0 per second, 1.5 MB/s"),
        (3, None, "files", 0, 2.0, "3 files, 1.5 per second"),
        (1_200_000, 4_000_000, "bytes", 0, 2.0, "1.2/4.0 MB, 0.6 MB/s"),
        (1_200_000, None, "bytes", 0, 2.0, "1.2 MB, 0.6 MB/s"),
    ],
)
def test_a_bar_says_how_much_and_how_fast(
    done: float, total: float | None, unit: str, size: int, seconds: float, text: str
) -> None:
    assert amount_text(done, total, unit, size, seconds) == text


@pytest.mark.parametrize(
    ("quiet", "terminal", "shows"), [(False, True, True), (True, True, False), (False, False, False)]
)
def test_a_bar_is_for_a_terminal_whose_user_did_not_ask_for_quiet(
    quiet: bool, terminal: bool, shows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    with show_progress(quiet) as progress:
        progress.stage("reading the sources")
        progress.begin(4, "documents")
        progress.advance(3, 1_000)
    assert ("3/4 documents" in stream.getvalue()) == shows
