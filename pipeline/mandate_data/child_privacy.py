"""What may identify a child, in any text: no stage repeats it."""

from __future__ import annotations

import functools
import re

from mandate_data.child_names import named_children

# An age in words, with or without a name.
AGED = re.compile(
    r"\b[A-Z][\w'’-]+,? \((?:aged? \d{1,2}(?: years?(?: old)?)?|\d{1,2} years?(?: old)?)\)"
    r"|\b[A-Z][\w'’-]+, aged? \d{1,2}\b"
    r"|\b\d{1,2}[- ]years?[- ]old\b"
    r"|\bfrom age \d{1,2} to \d{1,2}\b"
)
# A name with a number, which may be an age: "Xx (0)".
NUMBERED = re.compile(r"\b([A-Z][\w'’-]+),? \(\d{1,2}\)")
_FIGURE = re.compile(r"\d")
SPEAKS = re.compile(
    r",? (?:who|from|says?|said|told|tells?|explain(?:s|ed)|asks?|asked|lives?|lived|recalls?|adds?|wants?)\b"
)
"""What follows the age of a person, also of one who is called as a country is."""
_TOLD = re.compile(rf"\b([A-Z][\w'’-]+), \d{{1,2}}(?={SPEAKS.pattern.replace(',?', ',', 1)})")
"""A name and an age between commas: "Xx, 0, said"."""
COUNTED = frozenset(
    {
        *("Africa", "America", "Americas", "Asia", "Caribbean", "Europe", "Oceania", "Pacific", "Region", "Regions"),
        *("Assembly", "Commission", "Committee", "Convention", "Council", "Nations", "Protocol", "Union"),
        *("Countries", "Country", "Government", "Governments", "Group", "Groups", "Members", "Organizations"),
        *("Parties", "Party", "State", "States"),
        *("Annex", "Appendix", "Article", "Articles", "Box", "Chapter", "Figure", "Note", "Paragraph", "Paragraphs"),
        *("Part", "Rule", "Section", "Sections", "Table", "Volume"),
        *("Cases", "Communications", "Decision", "Flight", "Goal", "Goals", "Level", "Number", "Phase", "Question"),
        *("Recommendations", "Reports", "Resolution", "Resolutions", "Session", "Sessions", "Step", "Target"),
        *("Targets", "Visits"),
    }
)
"""Words that are counted or numbered, and no names of people."""
_CREDIT = (
    r"^(?:Cover )?(?:photo|picture|image|photograph)s?(?: credits?)?\s*(?::|by\b|©)"
    r"|\bphoto credit\b|©"
)
CREDIT = re.compile(_CREDIT, re.IGNORECASE)
SIDES = re.compile(r"\b[A-Z][\w'’-]+ \((?:left|right|centre|center|middle)\)")
"""Who is where in a picture."""
CAPTION = re.compile(rf"^(?:A|The) (?:photograph|photo|picture|image)\b|{_CREDIT}", re.IGNORECASE)


def names_child(text: str) -> bool:
    """Whether the text has an age, a name with a number that may be one, or a name beside a word for a child, an age
    under 18 or a date of birth."""
    return has_age(text) or next(named_children(text), None) is not None


def has_age(text: str) -> bool:
    """Whether the text has an age in figures, or a name with a number that may be an age.

    Countries and what is counted or numbered are not names: "Brazil (3)", "African States (13)", "SCR (3)".
    """
    if _FIGURE.search(text) is None:  # as most texts: such an age has one
        return False
    if any(match[1] not in COUNTED and not match[1].isupper() for match in _TOLD.finditer(text)):
        return True
    return AGED.search(text) is not None or any(
        SPEAKS.match(text, match.end()) is not None or not _is_counted(match[1]) for match in NUMBERED.finditer(text)
    )


def may_identify(text: str) -> bool:
    """Whether the text holds a child's name or age, or is the caption or the credit of an image."""
    return names_child(text) or CAPTION.search(text) is not None or SIDES.search(text) is not None


def _is_counted(name: str) -> bool:
    return (len(name) > 1 and name.isupper()) or name in COUNTED or name in _last_words_of_countries()


@functools.cache
def _last_words_of_countries() -> frozenset[str]:
    """The last word of each country's names: "Brazil", "Lanka" of "Sri Lanka"."""
    import pycountry

    names = [
        name
        for country in pycountry.countries
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
    ]
    return frozenset(piece.split()[-1] for name in names for piece in re.split(r"[,(]", name) if piece.split())
