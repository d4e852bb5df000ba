"""Child processes that read parts, each watched: a file that takes too long or crashes its reader is given up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mandate_data.child_process import ChildProcess, GivenUpError, Limits, StoppedError
from mandate_data.corpus.find_files import Item
from mandate_data.corpus.parts import BuiltPart, Part
from mandate_data.corpus.reading import USUAL, Reading
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.limits import START_SECONDS, TABLES_SECONDS, WAITING

__all__ = ["Child", "Limits", "StoppedError"]
_WORK = "mandate_data.corpus.read_part:answer"


class Child:
    """A process that reads parts, started when first needed and again after each file that crashes it."""

    def __init__(self, limits: Limits, reading: Reading = USUAL) -> None:
        self.limits, self.reading = limits, reading
        self._process = ChildProcess(_WORK, limits)

    def read(
        self, part: Part, on_file: Callable[[Item], object] = lambda item: None
    ) -> tuple[BuiltPart, Sequence[Finding]]:
        """The tables of a part, and the findings of its validation; `on_file` gets each file once it is read.

        Raises InputError if no child can be started, and StoppedError after `stop`.
        """
        given_up: dict[int, str] = {}
        anew = False
        done = 0
        while True:
            current, seconds = -1, START_SECONDS
            try:
                self._process.send((part, given_up, self.reading))
                while isinstance(message := self._process.receive(seconds), int):
                    current = message
                    seconds = self.limits.seconds * WAITING if current < len(part.items) else TABLES_SECONDS
                    for item in part.items[done:current]:
                        on_file(item)
                    done = max(done, current)
                made, findings = message
                return made, findings
            except GivenUpError as error:
                reason = str(error)
            self.close()
            if current < 0 and not anew:  # it was killed while it waited: no file is to blame
                anew = True
                continue
            if not 0 <= current < len(part.items) or current in given_up:
                raise InputError(f"the part of {part.items[0].name} and others can't be made ({reason}); run again")
            given_up[current] = reason

    def stop(self) -> None:
        """End the process, whatever it is doing, and start no other; may be called while another thread reads."""
        self._process.stop()

    def close(self) -> None:
        """End the process; the next part starts another."""
        self._process.close()
