"""Numbers that files state as text, where programs write figures and damaged files anything."""

from __future__ import annotations

import re

FIGURES = re.compile(r"[0-9]{1,8}")


def whole_number(text: str | None) -> int | None:
    """The number that one to eight figures are, blanks around them or not; None for any other text.

    >>> whole_number(" 12"), whole_number("²"), whole_number("-1"), whole_number(None)
    (12, None, None, None)
    """
    found = FIGURES.fullmatch((text or "").strip())
    return int(found[0]) if found else None
