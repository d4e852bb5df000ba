"""What long work reports while it runs, whoever shows it: the one protocol of all progress."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives the progress of a piece of work."""

    def stage(self, name: str) -> None:
        """A stage begins, for example "reading the sources"."""

    def begin(self, total: int | None, unit: str) -> None:
        """Countable work begins: `total` of `unit` ("documents", "bytes"); None if nobody knows how much."""

    def advance(self, amount: int, size: int = 0) -> None:
        """So much more is done, in the unit of `begin`, and so many bytes."""


class Silent:
    """Progress that nobody looks at."""

    def stage(self, name: str) -> None:
        """Ignored."""

    def begin(self, total: int | None, unit: str) -> None:
        """Ignored."""

    def advance(self, amount: int, size: int = 0) -> None:
        """Ignored."""


SILENT = Silent()
