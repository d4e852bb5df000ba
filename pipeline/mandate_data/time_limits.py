"""Time limits: work of this process that is given up after so much CPU time, such as a search that never ends."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SOONEST = 0.001
"""Seconds until a limit that has been reached meanwhile is noticed: a timer of none would never run out."""


class TookTooLongError(Exception):
    """The work took more CPU time than it was allowed."""


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Give up what is done within after so many seconds of CPU time. Raises TookTooLongError.

    Searches with a pattern of `re` are given up, too. Signals reach the main thread alone: in any other thread there
    is no limit. Where another such limit holds already, the one that is reached first counts.
    """
    outer = signal.getitimer(signal.ITIMER_VIRTUAL)[0]
    if threading.current_thread() is not threading.main_thread() or 0 < outer <= seconds:
        yield
        return

    def give_up(number: int, frame: FrameType | None) -> None:
        raise TookTooLongError(f"it takes more than {seconds:g} seconds of CPU time")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        left, _ = signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if outer:
            signal.setitimer(signal.ITIMER_VIRTUAL, max(outer - (seconds - left), SOONEST))
