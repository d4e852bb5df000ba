"""How long the reading of one source may take: its guide's patterns and the project's readers together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.limits import READING_SECONDS
from mandate_data.time_limits import TookTooLongError, cpu_limit


@contextmanager
def limited_reading(where: Path) -> Iterator[None]:
    """Raises InputError, with `where`, if what is done within takes more CPU time than a source may take."""
    try:
        with cpu_limit(READING_SECONDS):
            yield
    except TookTooLongError:
        why = f"reading the source takes more than {READING_SECONDS:g} seconds of CPU time"
        raise InputError(f"{where}: {why}; simplify its patterns, or the project's readers") from None
