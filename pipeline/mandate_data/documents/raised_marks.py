"""What is raised behind a text: the marks of notes, or a part of it, as in "km²", "10⁶", "46th" and "XXIe siècle"."""

from __future__ import annotations

import re

from mandate_data.roman_numerals import from_roman
from mandate_data.typography import LIFTED

FIGURES = re.compile(r"\d{1,3}(?:\s*,\s*\d{1,3})*,?")
BRACKETED = re.compile(r"\[(\d{1,3}|[a-z]|[*†‡§]{1,3})\](?=[\[,;\s]|$)")
STARS = re.compile(r"[*†‡§]{1,3}")
LETTERS = re.compile(r"[a-zа-г](?:\s*,\s*[a-zа-г])*,?")
LOWER_ROMAN = re.compile(r"[ivxl]+")  # as word processors number the notes at the end
UNIT = re.compile(r"(?:^|[\d /·.(\[-])[kcdmnµμ]?m$|\w/s$")  # a raised figure behind it is not a mark: km²
POWER = re.compile(
    r"(?:[×·*]|(?<=[\d ])x) ?\d+$|(?:^|(?P<word>[^\s\d]+)[ (]|[(\[=<>≤≥~≈€£$])10$"
)  # nor behind these: 10⁶, 2 × 10³
NUMBERED = re.compile(
    r"(?:[Pp]ara(?:graph)?s?|[Aa]rt(?:icle|ículo)?s?|[Nn][os]s?|N[o°º]|[Pp]p?|[Pp]ages?|[Cc]hap(?:ter|itre|ítulo)?s?"
    r"|[Ss]ect?(?:ion|ions)?|[Rr]ules?|[Pp]rinciples?|[Gg]oals?|[Tt]argets?|[Aa]nnex(?:es)?|[Tt]ables?|[Ff]ig(?:ure)?s?"
    r"|[Ii]tems?|[Nn]otes?|[Pp]arts?|[Rr]ecommendations?|[Pp]árrafos?|[Pp]araphes?|[Pp]aragraphes?|[Cc]omments?|and|or|to"
    r"|und|et|ou|y|o|и|age|aged|пункт\w*|п|ст|стать\w*)[.,]?"
)  # behind such a word, ten is a number to which a note may belong
VARIABLE = re.compile(r"(?<![^\W_])(?<![.'’-])(?:[b-z]|R|[α-ω])$")  # x², R², χ²
CALCULATED = re.compile(r"(?:^|[=+−–×÷·*/<>≤≥(\[:] ?)[aA]$")  # a², where a formula begins or goes on
OPERATOR = re.compile(r"[=+−×÷·<>≤≥]")  # and behind it
EXPONENT = re.compile(r"[-−–+]?\d+")
SIGNS = str.maketrans("-−–+", "⁻⁻⁻⁺")
FORMULA = re.compile(r"(?<![^\W_])(?:CO|CH|NH|SO|NO|PO)$")  # CO², where it is raised by mistake
ROMAN = re.compile(r"(?<![^\W_])[IVXLC]{2,}$")
ORDINAL = re.compile(r"[aeo]")  # raised behind a Roman number or a figure, it is a part of it
WORD = re.compile(r"(?:[^\W\d_]{2}|[.,;:)\]”\"’'%…–—-])$")
SYMBOL = re.compile(r"(?<![^\W_])[A-Z]$")  # a letter that stands alone: A^b, but Dr, Me, No and St
FIGURE = re.compile(r"(?:\d{3}|\d[.,]\d{1,2}|\d [\d ]*\d)$")
FIRST = "abcdefghijабвг"  # a note has no higher letter where that may be something else
SHORT_FIGURE = re.compile(r"\d$|(?<![\d.,])\d{1,2}\.$")
NEAR = 60  # characters before what is raised that tell what it is


def raised_marks(before: str, raised: str, behind: str = "") -> list[str]:
    """The marks that a raised text behind another is; none if it is a part of that. `behind` is what follows, if known.

    >>> raised_marks("It was said.", "3, 4"), raised_marks("Mali", "a"), raised_marks("the 46", "th")
    (['3', '4'], ['a'], [])
    >>> raised_marks("some 10", "6"), raised_marks("see para. 10", "6")
    ([], ['6'])
    """
    before, raised = before.rstrip()[-NEAR:], BRACKETED.sub(r"\1", raised.strip().replace("][", "],["))
    if FIGURES.fullmatch(raised):
        are_marks = not _is_exponent(before, raised, behind)
    elif STARS.fullmatch(raised):
        are_marks = True
    elif len(raised) > 1 and LOWER_ROMAN.fullmatch(raised):
        are_marks = (not before or WORD.search(before) is not None) and from_roman(raised) is not None
    else:
        are_marks = LETTERS.fullmatch(raised) is not None and _is_lettered(before, raised[0])
    return [one.strip() for one in raised.strip(",").split(",")] if are_marks else []


def kept_raised(before: str, raised: str) -> str:
    """What stays in the text of what is raised and no mark: an exponent behind a figure is made of raised figures.

    >>> kept_raised("some 10", "6"), kept_raised("some 10", "−6"), kept_raised("9 km", "2"), kept_raised("the 1", "st ")
    ('⁶', '⁻⁶', '2', 'st ')
    """
    is_exponent = before[-1:].isdecimal() and EXPONENT.fullmatch(raised.strip()) is not None
    return raised.lstrip().translate(LIFTED | SIGNS) if is_exponent else raised


def _is_exponent(before: str, raised: str, behind: str) -> bool:
    """Whether figures that are raised behind a text belong to a unit, a number or a sign there."""
    if UNIT.search(before):
        return True
    if (power := POWER.search(before)) is not None:
        return not (power["word"] and NUMBERED.fullmatch(power["word"]))
    if raised not in ("2", "3", "4"):
        return False
    calculated = CALCULATED.search(before) or (before[-2:].strip() in ("a", "A") and OPERATOR.match(behind))
    return bool(calculated or VARIABLE.search(before) or FORMULA.search(before))


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
