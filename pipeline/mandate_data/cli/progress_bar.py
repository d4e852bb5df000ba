"""The progress bar on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mandate_data.printable import printable_line
from mandate_data.progress import Progress, Silent

if TYPE_CHECKING:
    from rich import progress as rich_progress


@contextmanager
def show_progress(quiet: bool) -> Iterator[Progress]:
    """A bar on standard error with the stage, how much is done, the rate and the time left.

    Nothing with `quiet`, or where standard error is not a terminal.
    """
    if quiet or not sys.stderr.isatty():
        yield Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[amount]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Shown(bar)


class _Shown:
    """Progress as a bar; `begin` gives the bar a length, before that it only shows the stage."""

    def __init__(self, bar: rich_progress.Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("starting", total=None, amount="")
        self._unit = ""
        self._size = 0

    def stage(self, name: str) -> None:
        self._bar.update(self._task, description=printable_line(name).replace("[", "\\["))

    def begin(self, total: int | None, unit: str) -> None:
        self._unit, self._size = unit, 0
        self._bar.reset(self._task, total=total, amount="")

    def advance(self, amount: int, size: int = 0) -> None:
        self._size += size
        self._bar.advance(self._task, amount)
        task = self._bar.tasks[0]
        self._bar.update(
            self._task, amount=amount_text(task.completed, task.total, self._unit, self._size, task.elapsed)
        )


def amount_text(done: float, total: float | None, unit: str, size: int, seconds: float | None) -> str:
    """How much is done and how fast: `12/40 documents, 3.0 per second, 1.2 MB/s`, or `1.2/4.0 MB, 0.6 MB/s`."""
    duration = max(seconds or 0.0, 0.001)
    if unit == "bytes":
        whole = f"/{total / 1e6:.1f}" if total else ""
        return f"{done / 1e6:.1f}{whole} MB, {done / duration / 1e6:.1f} MB/s"
    whole = f"/{total:.0f}" if total else ""
    rate = f", {size / duration / 1e6:.1f} MB/s" if size else ""
    return f"{done:.0f}{whole} {unit}, {done / duration:.1f} per second{rate}"
