"""XSD patterns: regular expressions of XML Schema, which Table Schema asks for, compiled to match whole values."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

_QUANTIFIER = re.compile(r"\{[0-9]+(?:,[0-9]*)?\}")
_NAME_START = r"[_:\p{L}\p{Nl}]"
_NAME = r"[-._:\p{L}\p{Nl}\p{N}\p{M}]"


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern as one that `fullmatch` takes. `^` in front and `$` at the end are taken for anchors, as people
    write them, though XML Schema knows none. Raises ValueError for one that is not valid."""
    text, is_subtracted = _translated(pattern)
    try:
        return regex.compile(f"(?:{text})", regex.VERSION1 if is_subtracted else regex.VERSION0)
    except regex.error as error:
        raise ValueError(f"the pattern {pattern!r} is not valid: {error}") from None


def matches(pattern: str, text: str) -> bool:
    """Whether all of a text is what the pattern says."""
    return compiled(pattern).fullmatch(text) is not None


def _translated(pattern: str) -> tuple[str, bool]:
    """With XML Schema's own escapes and subtracted classes as `regex` writes them; whether there are such classes."""
    parts: list[str] = []
    depth, at, is_subtracted = 0, 0, False
    while at < len(pattern):
        two = pattern[at : at + 2]
        if two[0] == "\\" and len(two) == 2:
            parts.append({"\\i": _NAME_START, "\\c": _NAME}.get(two, two) if depth == 0 else two)
            at += 2
            if two in ("\\p", "\\P") and pattern.startswith("{", at):
                end = pattern.find("}", at) + 1 or len(pattern)
                parts.append(pattern[at:end])
                at = end
        elif two == "-[" and depth:
            parts.append("--[")
            depth, at, is_subtracted = depth + 1, at + 2, True
        elif two[0] == "{" and not depth and not _QUANTIFIER.match(pattern, at):
            parts.append("\\{")  # `regex` would take some of these for its own
            at += 1
        else:
            depth += (two[0] == "[" and depth == 0) - (two[0] == "]" and depth > 0)
            parts.append(two[0])
            at += 1
    return "".join(parts), is_subtracted
