"""Typography that means nothing: the same text with plain quotes and spaces."""

from __future__ import annotations

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised figures 0 to 9, in order."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def straighten(text: str) -> str:
    """Curly quotes and fixed spaces made plain, character by character: offsets stay valid."""
    return text if text.isascii() else text.translate(_STRAIGHT)
