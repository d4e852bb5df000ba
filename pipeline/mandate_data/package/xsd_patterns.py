"""XSD patterns: regular expressions of XML Schema, which Table Schema asks for, compiled to match whole values.

They differ from Python's: `.` is not a carriage return, `\\w` is all but punctuation, separators and controls (`_` is
none), `\\s` is four characters, and there are `\\i`, `\\c`, blocks such as `\\p{IsGreek}` and subtracted classes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mandate_data.limits import DEEPEST_GROUPS, LONGEST_MESSAGE, LONGEST_PATTERN, PATTERN_SECONDS

if TYPE_CHECKING:
    import regex

_QUANTIFIER = re.compile(r"\{[0-9]+(?:,[0-9]*)?\}")
_NAME_START = r"_:\p{L}\p{Nl}"
_NAME = r"\-._:\p{L}\p{Nl}\p{N}\p{M}"
_NO_WORD = r"\p{P}\p{Z}\p{C}"
_CLASSES = {
    "\\s": r"[ \t\n\r]",
    "\\S": r"[^ \t\n\r]",
    "\\d": r"\p{Nd}",
    "\\D": r"\P{Nd}",
    "\\w": f"[^{_NO_WORD}]",
    "\\W": f"[{_NO_WORD}]",
    "\\i": f"[{_NAME_START}]",
    "\\I": f"[^{_NAME_START}]",
    "\\c": f"[{_NAME}]",
    "\\C": f"[^{_NAME}]",
}
_CLASS = re.compile(r"\\[wWiIcCsS]")
PLAIN_GROUP, LITERAL_BRACE = "(?:", "{"
HARMLESS = (PLAIN_GROUP, LITERAL_BRACE)
"""What XML Schema does not have, but all take to mean the same: a group like any other, and a brace for itself."""
_FOREIGN = re.compile(r"\(\?.?|[?*+}][?+]|\{(?![0-9]+(?:,[0-9]*)?\})(?:,[0-9]*\})?")
_ESCAPE = re.compile(r"\\(?:[pP]\{[^}]*\}|.)", re.DOTALL)
_FOREIGN_ESCAPES = re.compile(r"\\[bBAZzGQEKRXhHvVaefu0-9xUN]")
_ESCAPED_IN_CLASS = "[&|~"


class SlowPatternError(Exception):
    """A pattern takes too long on a text."""


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern as one that `fullmatch` takes. Raises ValueError for one that is not valid.

    `^` in front of an alternative and `$` at its end are taken for anchors, as the standard's own example has them,
    though XML Schema knows none; elsewhere they are characters.
    """
    import regex  # takes longer to load than most packages to check

    _check_limits(pattern)
    try:
        return regex.compile(f"(?:{_translated(pattern)})", regex.VERSION1)
    except (RecursionError, OverflowError, MemoryError):
        raise ValueError(
            f"the pattern {pattern[:LONGEST_MESSAGE]!r} is nested too deep, or repeats too often"
        ) from None
    except regex.error as error:
        reason = str(error).partition(" at position ")[0]  # which is one of the pattern as it was translated
        raise ValueError(f"the pattern {pattern!r} is not valid: {reason}") from None


def matches(pattern: str, text: str) -> bool:
    """Whether all of a text is what the pattern says. Raises SlowPatternError where that takes too long to say."""
    linear = _linear(pattern) if text.isascii() else None
    if linear is not None:
        return linear.fullmatch(text) is not None
    try:
        return compiled(pattern).fullmatch(text, timeout=PATTERN_SECONDS) is not None
    except TimeoutError:
        raise SlowPatternError(pattern[:LONGEST_MESSAGE]) from None


@lru_cache(maxsize=1024)
def _linear(pattern: str) -> Any:
    """The pattern for RE2, which searches in linear time, where both mean the same for ASCII; else None."""
    has_classes_in_classes = "[" in pattern and _CLASS.search(pattern)
    if "-[" in pattern or has_classes_in_classes or foreign_syntax(pattern.replace(PLAIN_GROUP, "(")):
        return None
    import re2

    _check_limits(pattern)
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(f"(?:{_translated(pattern)})", options)
    except re2.error:
        return None


def _check_limits(pattern: str) -> None:
    if len(pattern) > LONGEST_PATTERN:
        raise ValueError(f"a pattern has {len(pattern):,} characters, more than {LONGEST_PATTERN:,}")
    depth = deepest = 0
    for sign in _ESCAPE.sub("", pattern):
        depth += (sign == "(") - (sign == ")")
        deepest = max(deepest, depth)
    if deepest > DEEPEST_GROUPS:
        raise ValueError(f"a pattern has groups within each other {deepest:,} deep, more than {DEEPEST_GROUPS:,}")


def foreign_syntax(pattern: str) -> str:
    """The first thing in a pattern that XML Schema does not have, such as `(?=` or `\\b`; "" where there is none.

    What is harmless is returned only where there is nothing else.
    """
    escapes = [found[0] for found in _ESCAPE.finditer(pattern) if _FOREIGN_ESCAPES.match(found[0])]
    if escapes:
        return escapes[0]
    without_classes = re.sub(r"\[\^?\]?[^\]]*\]", "x", _ESCAPE.sub("x", pattern))
    found = [item[0] for item in _FOREIGN.finditer(without_classes)]
    return next((sign for sign in found if sign not in HARMLESS), found[0] if found else "")


def _translated(pattern: str) -> str:
    """The pattern as `regex` has it in its version 1, in which classes may hold others."""
    parts: list[str] = []
    depth, at = 0, 0
    while at < len(pattern):
        two = pattern[at : at + 2]
        if two[0] == "\\" and len(two) == 2:
            at += 2
            if two in ("\\p", "\\P") and pattern.startswith("{", at):
                end = pattern.find("}", at) + 1 or len(pattern)
                name = pattern[at + 1 : end - 1]
                parts.append(f"{two}{{{'In' + name[2:] if name.startswith('Is') else name}}}")
                at = end
            else:
                parts.append(_CLASSES.get(two, two))
        elif two == "-[" and depth:
            parts.append("--[")
            depth, at = depth + 1, at + 2
            at = _negated(pattern, at, parts)
        elif depth and two[0] in _ESCAPED_IN_CLASS:
            parts.append("\\" + two[0])
            at += 1
        elif depth and two == "--":
            parts.append("\\-")
            at += 1
        elif two[0] == "[":
            parts.append("[")
            depth, at = 1, _negated(pattern, at + 1, parts)
        else:
            is_literal = not depth and _is_literal(pattern, at, parts)
            depth -= two[0] == "]" and depth > 0
            parts.append("\\" + two[0] if is_literal else r"[^\n\r]" if two[0] == "." and not depth else two[0])
            at += 1
    return "".join(parts)


def _is_literal(pattern: str, at: int, before: list[str]) -> bool:
    """Whether a sign is a character here: a brace of no quantifier, an anchor amid an alternative."""
    if pattern[at] == "{":
        return not _QUANTIFIER.match(pattern, at)
    if pattern[at] == "^":
        return bool(before) and before[-1] not in ("(", "|") and before[-3:] != list(PLAIN_GROUP)
    return pattern[at] == "$" and pattern[at + 1 : at + 2] not in ("", "|", ")")


def _negated(pattern: str, at: int, parts: list[str]) -> int:
    """The place after the `^` of a class, and after a `]` that stands first in it and so is one of its characters."""
    for sign, written in (("^", "^"), ("]", "\\]")):
        if pattern.startswith(sign, at):
            parts.append(written)
            at += 1
    return at
