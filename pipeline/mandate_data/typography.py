"""Typography: what means nothing, as curly quotes and fixed spaces; signs that mean the same wherever they stand."""

from __future__ import annotations

import re

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised figures 0 to 9, in order."""
RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
RAISED_MARK = f"(?:[{RAISED}]{{1,3}}|[{RAISED_LETTERS}]{{1,4}})"
"""A pattern for a raised number, or for raised letters."""
LOWERED = str.maketrans(RAISED + RAISED_LETTERS, "0123456789abcdefghijklmnoprstuvwxyz")
"""Makes raised figures and letters plain ones."""
LIFTED = str.maketrans("0123456789", RAISED)
"""Makes plain figures raised ones."""
UNSEEN = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Signs that do not show, in a set of a pattern: soft hyphens, marks of direction, breaks without a blank."""
UNSPACED = r"\u3001-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff5e"
"""Letters and signs between which no blank is printed, Chinese and Japanese ones, in a set of a pattern."""
BULLETS = "•●▪■◦○‣⁃·➢✓"
"""Signs before the items of lists, in a set of a pattern."""
_HIDDEN = re.compile(rf"[{UNSEEN}](?<!\u00ad)|\u00ad(?!\s*(?:\n|\Z))")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def without_unseen(text: str) -> str:
    """The text without signs that do not show, but for soft hyphens at the ends of lines: words go on behind them.

    >>> without_unseen("\u202ba\u00adb\u202c")
    'ab'
    """
    return text if text.isascii() else _HIDDEN.sub("", text)


def straighten(text: str) -> str:
    """Curly quotes and fixed spaces made plain, character by character: offsets stay valid."""
    return text if text.isascii() else text.translate(_STRAIGHT)
