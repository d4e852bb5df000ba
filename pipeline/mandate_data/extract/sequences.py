"""Sequences of numbers that ought to rise, and which of them are out of order."""

from __future__ import annotations

from collections.abc import Sequence


def longest_rising(numbers: Sequence[int], slack: int) -> list[int]:
    """The places of the longest run in which no number falls by more than `slack` below the one before it."""
    lengths: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        fitting = [earlier for earlier in range(place) if number >= numbers[earlier] - slack]
        best = max(fitting, key=lengths.__getitem__, default=None)
        before.append(best)
        lengths.append(1 if best is None else lengths[best] + 1)
    place_now = max(range(len(numbers)), key=lengths.__getitem__, default=None)
    run = []
    while place_now is not None:
        run.append(place_now)
        place_now = before[place_now]
    return run[::-1]


def surely_rising(numbers: Sequence[int], slack: int) -> list[int]:
    """The places that are in all of the longest runs: of two that stand in each other's way, neither is."""
    before = _run_lengths(numbers, slack)
    behind = _run_lengths([-number for number in reversed(numbers)], slack)[::-1]
    longest = max(before, default=0)
    on_a_run = [place for place in range(len(numbers)) if before[place] + behind[place] == longest + 1]
    return [place for place in on_a_run if [before[other] for other in on_a_run].count(before[place]) == 1]


def _run_lengths(numbers: Sequence[int], slack: int) -> list[int]:
    """For each place the length of the longest run that ends there."""
    lengths: list[int] = []
    for place, number in enumerate(numbers):
        fitting = [lengths[earlier] for earlier in range(place) if number >= numbers[earlier] - slack]
        lengths.append(max(fitting, default=0) + 1)
    return lengths
