"""Typography: what means nothing, as curly quotes and fixed spaces; signs that mean the same wherever they stand."""

from __future__ import annotations

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised figures 0 to 9, in order."""
LOWERED = str.maketrans(RAISED, "0123456789")
"""Makes raised figures plain ones."""
LIFTED = str.maketrans("0123456789", RAISED)
"""Makes plain figures raised ones."""
BULLETS = "•●▪■◦○‣⁃·➢✓"
"""Signs before the items of lists, in a set of a pattern."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def straighten(text: str) -> str:
    """Curly quotes and fixed spaces made plain, character by character: offsets stay valid."""
    return text if text.isascii() else text.translate(_STRAIGHT)
