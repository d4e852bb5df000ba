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
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
CUT_NUMBER = re.compile(rf"(?:[{_HAN}] ?|[A-Z]/)[\d/]{{0,9}}\d$")
"""The end of a line within which a number or a symbol may be cut: it is if this follows."""
REST_OF_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4})?(?:[(（]\d{4}[)）])? ?[号號年月日段届屆条條页頁章节節项項款]")
CUT_AT = 12  # characters from the end of a line that tell so


def is_unspaced(before: str, behind: str) -> bool:
    """Whether a line end between these two characters stands for no blank, as in Chinese.

    >>> is_unspaced("决", "议"), is_unspaced("决", "A"), is_unspaced("e", "议")
    (True, False, False)
    """
    return WITHOUT_BLANKS.match(before) is not None and WITHOUT_BLANKS.match(behind) is not None


def has_no_blank(value: str, following: str) -> bool:
    """Whether the end of a line behind `value` stands for no blank: within Chinese, or within a number there.

    >>> has_no_blank("第43/22号决", "议"), has_no_blank("第7/1", "3号决议"), has_no_blank("第7", "3 同上")
    (True, True, False)
    """
    if is_unspaced(value[-1:], following[:1]):
        return True
    cut = value[-1:].isdigit() and following[:1].isdigit() and REST_OF_NUMBER.match(following)
    return bool(cut) and CUT_NUMBER.search(value[-CUT_AT:]) is not None


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
    if has_no_blank(value, following):
        return value
    unspaced = BROKEN_UNSPACED.search(value[-9:]) or (following[:1].isdigit() and BROKEN_SYMBOL.search(value[-9:]))
    return value if unspaced or _is_broken_address(value, following) else f"{value} "


def _is_broken_address(value: str, following: str) -> bool:
    """Whether the text ends within a web address that the next line goes on with."""
    broken = ADDRESS.search(value[-LONGEST_ADDRESS:]) if value[-1] in "._=&?%" else None
    if broken is None:
        return False
    return GOES_ON.match(following) is not None if broken["stop"] else following[:1].isalnum()
