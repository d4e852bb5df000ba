"""What options and arguments may be: numbers and paths, refused in plain words."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import click


class Number(click.ParamType[float]):
    """A number from `least` to `most`, a whole one unless `whole` is off; neither `nan` nor `inf`."""

    name = "number"

    def __init__(self, least: float, most: float | None = None, whole: bool = True) -> None:
        self._least, self._most, self._whole = least, most, whole

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number. Raises BadParameter for what is none, or is out of range."""
        try:
            number = int(value) if self._whole else float(value)
        except ValueError:
            number = math.nan
        if math.isfinite(number) and self._least <= number <= (math.inf if self._most is None else self._most):
            return number
        self.fail(f"{str(value)!r} is not {self._expected()}", param, ctx)

    def _expected(self) -> str:
        kind = "a whole number" if self._whole else "a number"
        if self._most is None:
            return f"{kind} of at least {self._least:,}"
        return f"{kind} from {self._least:,} to {self._most:,}"


class NamedPath(click.Path):
    """A path that is not empty: an empty one would mean the folder in which the command runs."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Raises BadParameter for an empty one."""
        if value == "":
            self.fail("it is empty; name a file or a folder", param, ctx)
        return super().convert(value, param, ctx)


class NamedPlace(click.ParamType[str]):
    """A file, a folder, a pattern or an address, as it was given, that is not empty."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The place. Raises BadParameter for an empty one."""
        if not value:
            self.fail("it is empty; name a file or a folder", param, ctx)
        return str(value)


PATH = NamedPath(path_type=Path)
PLACE = NamedPlace()
