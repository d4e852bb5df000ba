"""The word that calls what is listed a visit or a mission, where it stands above the list or in its head."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.propose_passages import AROUND

from .own_mandate import Mandate
from .table_cells import cell_spans

WORD = re.compile(r"\b(?:(?:[Ff]ollow-up|[Jj]oint) )?(?:[Mm]ission(?=s?\b)|[Vv]isit(?=(?:s|ed)?\b))(?:ed\b)?")

UNMADE = re.compile(
    r"\b(?:request(?:ed|s)?|pending|postponed|cancell?ed|declined|refused|agreed|accepted|invit(?:ed|ations?)|planned"
    r"|proposed|scheduled|forthcoming|upcoming|future|will|would|shall|plans?|hopes?|intends?|wish(?:es)?"
    r"|not|to be (?:made|confirmed|determined|scheduled))\b",
    re.IGNORECASE,
)
"""Of what is above a list, or of an entry in it, that visits were not made, or not yet."""
_OF = re.compile(r"\b(?:[Vv]isit|[Mm]ission)(?:s|ed)? (?:\w+ ){0,2}?(?:by|of) (?P<who>(?:the |[A-Z])[^.;:|()]{3,100})")
MOST_WORDS = 9
"""Words in which somebody who made visits is named."""


def called_in_row(parsed: ParsedSource, index: int, head: int, columns: Iterable[int]) -> str:
    """The pattern that reads the word in the head of the table of a row, in one of these columns first; "" if none is
    there."""
    spans = cell_spans(parsed, head)
    for at in columns:
        if at < len(spans) and (found := WORD.search(parsed.text[head], *spans[at])):
            return _reaching(parsed, index, head, found)
    return ""


def called_in(parsed: ParsedSource, index: int, above: int, start: int = 0) -> str:
    """The pattern that reads, from the block `index`, the last word of one above it, from `start` on; "" if there is
    none."""
    found = list(WORD.finditer(parsed.text[above], start))
    return _reaching(parsed, index, above, found[-1]) if found else ""


def _reaching(parsed: ParsedSource, index: int, above: int, found: re.Match[str]) -> str:
    """The word with as many characters around it as no block between has; "" where one has them all."""
    text = parsed.text[above]
    for length in (10, *AROUND, len(text)):
        left, right = text[: found.start()][-length:], text[found.end() :][:length]
        if not any(left + found[0] + right in other for other in parsed.text[above + 1 : index]) and (
            text.rfind(left + found[0] + right) == found.start() - len(left)
        ):
            return f"{exactly(left)}(?P<kind>{exactly(found[0])}){exactly(right)}"
    return ""


def of_others(text: str, mandate: Mandate) -> bool:
    """Whether words above a list say whose visits it lists, and it is not the mandate."""
    for found in _OF.finditer(text):
        words = found["who"].split()
        names = (" ".join(words[:count]) for count in range(1, min(len(words), MOST_WORDS) + 1))
        if not mandate.names_no_other(found["who"]) or not any(mandate.named_in(name) == "own" for name in names):
            return True
    return False
