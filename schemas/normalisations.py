"""The normalisations of this data set: how its sources print kinds of visits, reports to come, letters of sections."""

from __future__ import annotations

from mandate_data.citations import SymbolError, parse
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.records import Scalar
from mandate_data.extract.values import PrintedError

VISIT_KINDS = {
    "Mission": "mission",
    "Visit": "visit",
    "Joint mission": "joint_mission",
    "Follow-up mission": "follow_up_mission",
}
FORTHCOMING = "Yet to be published"


def visit_kind(text: str) -> str:
    """A printed kind of visit as its category. Raises PrintedError for any other word."""
    if text not in VISIT_KINDS:
        raise PrintedError(f"unknown kind of visit {text!r}")
    return VISIT_KINDS[text]


def report_status(text: str) -> str:
    """`forthcoming` where the list says so, `published` where it gives a symbol."""
    return "forthcoming" if text == FORTHCOMING else "published"


def is_report_status(text: str, value: Scalar) -> bool:
    """Whether a printed text says so: the words for a report to come, or a symbol for one that is published."""
    if text == FORTHCOMING:
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


def web_address(text: str) -> str:
    """A web address without the backslashes of Markdown before underscores, and without the blanks of a line's end."""
    return "".join(text.replace("\\_", "_").split())


NORMALISATIONS = (
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
    Normalisation("letter", "A capital letter as its number in the alphabet.", letter),
)
