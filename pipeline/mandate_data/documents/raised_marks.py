"""What is raised behind a text: the marks of notes, or a part of it, as in "km²", "46th" and "XXIe siècle"."""

from __future__ import annotations

import re

from mandate_data.roman_numerals import from_roman

FIGURES = re.compile(r"\d{1,3}(?:\s*,\s*\d{1,3})*,?")
BRACKETED = re.compile(r"\[(\d{1,3}|[a-z]|[*†‡§]{1,3})\](?=[\[,;\s]|$)")
STARS = re.compile(r"[*†‡§]{1,3}")
LETTERS = re.compile(r"[a-zа-г](?:\s*,\s*[a-zа-г])*,?")
LOWER_ROMAN = re.compile(r"[ivxl]+")  # as word processors number the notes at the end
UNIT = re.compile(r"(?:^|[\d ])[kcm]?m$")  # a raised figure behind it is no mark: km²
ROMAN = re.compile(r"(?<![^\W_])[IVXLC]{2,}$")
ORDINAL = re.compile(r"[aeo]")  # raised behind a Roman number or a figure, it is a part of it
WORD = re.compile(r"(?:[^\W\d_]{2}|[.,;:)\]”\"’'%…–—-])$")
SYMBOL = re.compile(r"(?<![^\W_])[A-Z]$")  # a letter that stands alone: A^b, but Dr, Me, No and St
FIGURE = re.compile(r"(?:\d{3}|\d[.,]\d{1,2}|\d [\d ]*\d)$")
FIRST = "abcdefghijабвг"  # a note has no higher letter where that may be something else
SHORT_FIGURE = re.compile(r"\d$")
NEAR = 60  # characters before what is raised that tell what it is


def raised_marks(before: str, raised: str) -> list[str]:
    """The marks that a raised text behind another is; none if it is a part of that.

    >>> raised_marks("It was said.", "3, 4"), raised_marks("Mali", "a"), raised_marks("the 46", "th")
    (['3', '4'], ['a'], [])
    """
    before, raised = before.rstrip()[-NEAR:], BRACKETED.sub(r"\1", raised.strip().replace("][", "],["))
    if FIGURES.fullmatch(raised):
        are_marks = UNIT.search(before) is None
    elif STARS.fullmatch(raised):
        are_marks = True
    elif len(raised) > 1 and LOWER_ROMAN.fullmatch(raised):
        are_marks = (not before or WORD.search(before) is not None) and from_roman(raised) is not None
    else:
        are_marks = LETTERS.fullmatch(raised) is not None and _is_lettered(before, raised[0])
    return [one.strip() for one in raised.strip(",").split(",")] if are_marks else []


def _is_lettered(before: str, letter: str) -> bool:
    """Whether a letter that is raised behind a text is the mark of a note."""
    if not before:
        return letter in FIRST
    if letter == "o" or (ROMAN.search(before) and ORDINAL.match(letter)):
        return False
    if FIGURE.search(before):
        return letter != "e"
    if SHORT_FIGURE.search(before):
        return letter in FIRST and letter not in "ade"
    return bool(WORD.search(before)) or (SYMBOL.search(before) is not None and letter in FIRST and letter != "e")
