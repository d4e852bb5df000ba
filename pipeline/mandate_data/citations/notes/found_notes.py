"""The notes of a text: their numbers, where they stand, and which of them is at a place or has a number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, overload


class Note(NamedTuple):
    """A footnote: its `number` as printed, and the stretch [start, end) of its text, without the mark."""

    number: str
    start: int
    end: int


class Notes(Sequence[Note]):
    """The notes of a text in the order of the text.

    Where a note ends is found when it is first asked for: most notes cite nothing that is looked up.
    """

    def __init__(self, marks: Sequence[tuple[str, int]] = (), end: Callable[[int], int] = lambda index: 0) -> None:
        """Numbers and starts of the notes, and what finds the end of the one at an index."""
        self._numbers = [number for number, _ in marks]
        self._starts = [start for _, start in marks]
        self._ends: list[int | None] = [None] * len(marks)
        self._end = end

    @classmethod
    def of(cls, notes: Sequence[Note]) -> Notes:
        """Notes whose ends are known."""
        return cls([(note.number, note.start) for note in notes], lambda index: notes[index].end)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Note: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Note]: ...
    def __getitem__(self, index: int | slice) -> Note | Sequence[Note]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        return Note(self._numbers[index], self._starts[index], self._end_of(index))

    def _end_of(self, index: int) -> int:
        end = self._ends[index]
        if end is None:
            end = self._ends[index] = self._end(index)
        return end

    def at(self, position: int) -> int | None:
        """The index of the note that contains `position`."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and position < self._end_of(index) else None

    def number(self, index: int) -> str:
        """The number of the note at an index."""
        return self._numbers[index]

    def between(self, start: int, end: int) -> Sequence[Note]:
        """The notes that reach into [start, end), in order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return [note for note in self[first : bisect_right(self._starts, end)] if note.end > start]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, number in enumerate(self._numbers):
            places.setdefault(number, []).append(index)
        return places

    def numbered(self, number: str, before: int) -> Note | None:
        """The note of this number: the last one before the index `before`, or else the first one after it."""
        places = self._places.get(number, [])
        at = bisect_left(places, before)
        return self[places[max(at - 1, 0)]] if places and places[max(at - 1, 0)] != before else None
