"""The normalisations of this data set: how its sources print kinds of visits, reports to come, letters of sections."""

from __future__ import annotations

import re

from mandate_data.citations import SymbolError, parse
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.records import Scalar
from mandate_data.extract.values import PrintedError

VISIT_KINDS = {
    "mission": "mission",
    "visit": "visit",
    "visited": "visit",
    "joint mission": "joint_mission",
    "joint visit": "joint_mission",
    "follow-up mission": "follow_up_mission",
    "follow-up visit": "follow_up_mission",
}
"""The words by which lists call visits, and their kinds."""
IN_SENTENCES = {
    "visiting": "visit",
    "travelled": "visit",
    "traveled": "visit",
    "went": "visit",
    "was": "visit",
    "stayed": "visit",
    "spent": "visit",
    "toured": "visit",
    "been": "visit",
    "received": "visit",
    "hosted": "visit",
    "welcomed": "visit",
    "trip": "visit",
    "trips": "visit",
    **{f"{word}s": kind for word, kind in VISIT_KINDS.items() if word != "visited"},
}
"""Further words for them in running text."""
REPORT_BODIES = {
    "GA": "general_assembly",
    "HRC": "human_rights_council",
    "CHR": "commission_on_human_rights",
}
FORTHCOMING = "Yet to be published"
TO_COME = re.compile(
    r"(?:(?:yet|still|due|expected|scheduled) to be|(?:will|shall|is to|are to) be) "
    r"(?:published|issued|presented|submitted|considered|made public|released)|forthcoming|in preparation",
    re.IGNORECASE,
)
"""How a source says that a report is still to come."""


def visit_kind(text: str) -> str:
    """A printed kind of visit as its category. Raises PrintedError for any other word."""
    kind = VISIT_KINDS.get(text.lower()) or IN_SENTENCES.get(text.lower())
    if kind is None:
        raise PrintedError(f"unknown kind of visit {text!r}")
    return kind


def report_body(text: str) -> str:
    """The letters of a body as its name in `documents`. Raises PrintedError for any other letters."""
    if text not in REPORT_BODIES:
        raise PrintedError(f"unknown body {text!r}")
    return REPORT_BODIES[text]


def report_status(text: str) -> str:
    """`forthcoming` where the source says so, `published` where it gives a symbol."""
    return "forthcoming" if TO_COME.fullmatch(text) else "published"


def is_report_status(text: str, value: Scalar) -> bool:
    """Whether a printed text says so: the words for a report to come, or a symbol for one that is published."""
    if TO_COME.fullmatch(text):
        return value == "forthcoming"
    try:
        parse(text)
    except SymbolError:
        return False
    return value == "published"


def letter(text: str) -> int:
    """A capital letter as its number in the alphabet. Raises PrintedError for anything else."""
    if len(text) != 1 or not "A" <= text <= "Z":
        raise PrintedError(f"{text!r} is not a capital letter")
    return ord(text) - ord("A") + 1


def first_capital(text: str) -> str:
    """The same words, beginning with a capital."""
    return text[:1].upper() + text[1:]


def is_first_capital(text: str, value: Scalar) -> bool:
    """Whether a value has the words of a text; a sign before them may be markup and does not count."""
    printed, published = (re.sub(r"^\W+", "", said) for said in (text, str(value)))
    return first_capital(printed) == first_capital(published)


def web_address(text: str) -> str:
    """A web address without the backslashes of Markdown before underscores, and without the blanks of a line's end."""
    return "".join(text.replace("\\_", "_").split())


PINPOINT_SEPARATORS = re.compile(r"\s*(?:;|,|&|\band\b)\s*")


def pinpoint(text: str) -> str:
    """The parts of a pinpoint separated by commas, whatever separates them in print: `19, 25 & 34` is `19, 25, 34`."""
    return ", ".join(PINPOINT_SEPARATORS.split(text))


def is_pinpoint(text: str, value: Scalar) -> bool:
    """Whether a value has the numbers and ranges of a text, in their order."""
    printed, published = (re.findall(r"\d[\w-]*", said) for said in (text, str(value)))
    return printed == published


NORMALISATIONS = (
    Normalisation(
        "pinpoint", "The numbers and ranges of a pinpoint, in their order, separated by commas.", pinpoint, is_pinpoint
    ),
    Normalisation("visit-kind", "The words for a kind of visit as its category.", visit_kind),
    Normalisation(
        "report-status",
        "Whether the list gives a symbol or says that the report is to come.",
        report_status,
        is_report_status,
    ),
    Normalisation(
        "web-address", "A web address, without backslashes of Markdown and blanks of a line's end.", web_address
    ),
    Normalisation(
        "first-capital",
        "The same words, also from several places of a sentence, beginning with a capital.",
        first_capital,
        is_first_capital,
    ),
    Normalisation("report-body", "The letters of a body, such as GA, as its name.", report_body),
    Normalisation("letter", "A capital letter as its number in the alphabet.", letter),
)
