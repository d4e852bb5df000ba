"""How a text goes on after the end of a printed line: with a space, or as one word whose hyphen goes or stays."""

from __future__ import annotations

import re

from mandate_data.documents.printed_words import WORD, PrintedWords
from mandate_data.typography import UNSPACED

LONGEST_WORD = 80  # characters
HYPHENATED = re.compile(r"(\w+)([-‐])$")  # the second is set by programs that break words
BROKEN_UNSPACED = re.compile(r"(?:\w[-–]|/)$")  # broken after a hyphen or a slash, where no space was printed
BROKEN_SYMBOL = re.compile(r"/[A-Z][A-Za-z]{0,4}\.$")  # before a number: E/CN. and 4/1990/68
ADDRESS = re.compile(r"(?:https?://|www(?=\.))[^\s<>]*(?:(?P<stop>\.)|[_=&?%])$")  # broken where programs break them
LONGEST_ADDRESS = 300  # characters
GOES_ON = re.compile(r"[a-z][\w-]*[./]")  # so does an address after a full stop
ABBREVIATED = re.compile(r"\b(?:paras?|arts?|nos?|pp?|vols?|chap|sect|sess|corr|add|rev|cf|ch)\.\s*$", re.IGNORECASE)
"""Before a number, which then begins no paragraph."""
WITHOUT_BLANKS = re.compile(rf"[{UNSPACED}]")
SOFT_HYPHEN = "\u00ad"


def is_unspaced(before: str, behind: str) -> bool:
    """Whether a line end between these two characters stands for no blank, as in Chinese.

    >>> is_unspaced("决", "议"), is_unspaced("决", "A"), is_unspaced("e", "议")
    (True, False, False)
    """
    return WITHOUT_BLANKS.match(before) is not None and WITHOUT_BLANKS.match(behind) is not None


def before_next_line(value: str, following: str, words: PrintedWords) -> str:
    """The text so far, as it goes on with the `following` line: with a space, or without its hyphen.

    `words` are those that are printed within the lines of the document.

    before_next_line("an effi-", "cient one", PrintedWords(["be efficient"])) == "an effi"
    """
    if not value or value.endswith(SOFT_HYPHEN):
        return value.removesuffix(SOFT_HYPHEN)
    broken, rest = HYPHENATED.search(value[-LONGEST_WORD:]) if value[-1] in "-‐" else None, WORD.match(following)
    if broken and rest and (rest[0][0].islower() or broken[1].isupper()):
        match words.joint(value[-LONGEST_WORD:-1], broken[1], rest[0], broken[2] == "‐"):
            case "none":
                return value[:-1]
            case "hyphen and space":
                return f"{value[:-1]}- "
            case "hyphen":
                value = f"{value[:-1]}-"
    if is_unspaced(value[-1], following[:1]):
        return value
    unspaced = BROKEN_UNSPACED.search(value[-9:]) or (following[:1].isdigit() and BROKEN_SYMBOL.search(value[-9:]))
    return value if unspaced or _is_broken_address(value, following) else f"{value} "


def _is_broken_address(value: str, following: str) -> bool:
    """Whether the text ends within a web address that the next line goes on with."""
    broken = ADDRESS.search(value[-LONGEST_ADDRESS:]) if value[-1] in "._=&?%" else None
    if broken is None:
        return False
    return GOES_ON.match(following) is not None if broken["stop"] else following[:1].isalnum()
