"""Strict JSON: what Python reads beyond JSON is refused, and names that an object has more than once are noticed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NoReturn


def no_constant(name: str) -> NoReturn:
    """The `parse_constant` of `json.loads`: raises ValueError for NaN and infinities, which JSON does not have."""
    raise ValueError(f"{name} is not a value of JSON")


@dataclass(frozen=True, slots=True)
class RepeatedKeys:
    """The names that were there more than once; `read` is the `object_pairs_hook` of `json.loads`."""

    found: dict[str, None] = field(default_factory=dict)

    def read(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """An object, of each name its last value."""
        content = dict(pairs)
        if len(content) < len(pairs):
            times = Counter(name for name, _ in pairs)
            self.found.update((name, None) for name, count in times.items() if count > 1)
        return content
