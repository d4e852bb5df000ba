"""How each body numbers its documents: templates of what follows the body's prefix in a symbol.

A template, of `bodies.yaml`, is literal text with fields in braces. The fields are the same everywhere (see
`FIELDS`), so that a new series is one line. It is compiled when a symbol of its body is first read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from mandate_data.citations.bodies import TABLE, table
from mandate_data.errors import InputError

_TYPES = {
    "L": "limited",
    "PV": "verbatim_record",
    "SR": "summary_record",
    "WP": "working_paper",
    "CRP": "conference_room_paper",
    "NGO": "ngo_statement",
    "INF": "information",
    "PET": "petition",
    "R": "restricted",
    "Misc": "miscellaneous",
    "G": "government_submission",
    "NI": "national_institution_submission",
    "CO": "concluding_observations",
    "Q": "list_of_issues",
    "QPR": "list_of_issues",
    "RQ": "replies_to_list_of_issues",
    "FCO": "follow_up",
    "PRST": "presidential_statement",
    "Min": "miscellaneous",
    "Conf": "restricted",
    "BUR": "general_committee",
    "NOTE": "note",
    "COMM": "communication",
    "OC": "letter",
    "W": "working_paper",
    "S": "report",
    "FAI": "follow_up",
    "OAI": "additional_information",
    "AI": "additional_information",
    "RES": "resolution",
    "DEC": "decision",
    "Concl": "concluding_observations",
}
"""Type components and the kind of document they mark, in their official writing."""

OFFICIAL_TYPE = {name.upper(): name for name in _TYPES}
KIND_OF_TYPE = {name.upper(): kind for name, kind in _TYPES.items()}

_DOTTED = "L|PV|SR|WP|CRP|NGO|INF|PET|R|Misc|Min|Conf|NOTE|COMM|OC|W|S|BUR|Concl"
_COMPONENT = (
    r"(?:(?!(?:Add|Corr|Rev|Amend)\.)[A-Z][A-Z0-9]{0,10}(?:[.-][A-Z0-9]{1,8}){0,3}(?:\([A-Z0-9.-]{1,8}\))?"
    r"|\d[A-Z0-9]{0,3}(?:\.\d)?(?:\(\d{1,2}\))?)"
)
"""One component of a series that is not listed in detail: `TRANS`, `WP.15`, `COP(10)`, `2018`, `1P`, `65(2)`."""
_PLAIN = "NGO|INF|WP|CRP|PET|G|NI|PRST"

FIELDS = {
    # the Assembly numbers by session from the 31st on
    "assembly": r"(?P<session>E?S-\d{1,2}|3[1-9]|[4-8]\d)",
    "council": r"(?P<session>S-\d{1,2}|[1-9]\d?)",
    "special": r"(?P<session>S-\d{1,2})",
    "treaty": r"(?P<session>[1-9]\d{0,2})",
    "roman": r"(?P<session>(?:E?S-)?[IVXLC]+|S-[12])",
    "year": r"(?P<year>19[4-9]\d|20\d\d)",
    "number": r"(?P<number>[1-9]\d{0,5})",
    "early": r"(?P<number>[1-9]\d{0,3})",  # numbered on from session to session, before years came in
    "read": r"(?P<number>[\dlIO]{1,6})",  # l, I and O misread for 1 and 0
    "range": r"(?P<number>[1-9]\d*(?:-[1-9]\d*)?)",
    "issue_year": r"(?P<part>\d{2,4})",
    "printed": r"(?P<number>\d+)",
    "letter": r"(?P<letter>(?:[A-Z](?:-[A-Z])?)?)",
    "state": r"(?P<state>UK|[A-Z]{3}(?:-[A-Z]{3})?)",
    "dotted": rf"(?P<type>{_DOTTED})",
    "plain": rf"(?P<type>{_PLAIN})",
    "issue": r"(?P<type>CO|QPR|Q|RQ|FCO|FAI|OAI|AI)",
    "meeting": r"(?P<part>MC|ICM|TBWG)",
    "visit": r"(?P<part>VR|INQ|IR|ROCR|ROSPT)",
    "part": r"(?P<part>[1-9]\d{0,2})",
    "protocol": r"(?P<part>OPSC|OPAC|OP|RESP)",
    "mechanism": r"(?P<part>(?!(?:ADD|CORR|REV|AMEND|RES|DEC|PRST|NGO|CRP|INF|PET|NI)\b)[A-Z]{2,6})",
    "round_of": r"(?P<part>\d\d(?:\d\d)?)",  # of reports: (02), or under a resolution: (1455)
    "cases": r"(?P<number>[1-9]\d*/(?:19|20)\d\d-[1-9]\d*/(?:19|20)\d\d)",
    "joint": r"(?P<part>JC?)",
    "round": r"(?P<number>I{1,3})",  # of the sessions of a year
    "register": r"(?P<letter>[DR])",
    "country": r"(?P<number>[A-Z]{4,20})",
    "named": r"(?P<number>GUI|ORIGIN)",
    "edition": r"(?P<letter>Eng|Fre|Spa)",
    "open": rf"(?P<part>(?:{_COMPONENT}/){{0,6}}{_COMPONENT})",
    "step": r"(?P<session>\d{1,4}|[IVXL]{1,6})",
    "any": r"(?P<type>(?!(?:Add|Corr|Rev|Amend)\.)[A-Z]{1,8})",
    "figures": r"(?P<number>\d+)",
    "conference": r"(?P<part>[A-Z]{2,5}\.\d{1,3}/\d{1,3})",  # whose session it was made for: (MDP.2/4)
    "sold": r"(?P<number>\d+-P)",  # the edition that is sold
    "release": r"(?P<number>(?!(?:19|20)\d\d$)[1-9]\d{1,4})",  # of a press release
    "organ": r"(?P<part>SM|A|T|SHC|DIS|SPD|EF|AB|L|COL|PAL)",  # or subject, of a press release
    "item": r"(?P<number>\d{1,2}-[A-Z])",  # of the agenda: 2014/5-B
}


@dataclass(frozen=True)
class Template:
    """A template: `kind`, the `pattern` to match the whole tail with, `text` to write it again from."""

    kind: str
    text: str
    expression: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first tried: a text cites documents of few series."""
        return re.compile(self.expression, re.IGNORECASE)


def _compile(kind: str, template: str) -> Template:
    pieces, writing = [], []
    for piece in re.split(r"(\{\w+\})", template):
        if piece.startswith("{"):
            if piece[1:-1] not in FIELDS:
                raise InputError(f"{TABLE}: numbering: {template}: there is no field {piece}; series.py has them")
            field = FIELDS[piece[1:-1]]
            pieces.append(field)
            writing.append("{" + field[4 : field.index(">")] + "}")
        else:
            pieces.append(re.escape(piece).replace(r"\.", r"\.?"))  # a dot is often lost: L85, WG6
            writing.append(piece)
    return Template(kind, "".join(writing), "".join(pieces))


@cache
def templates(scheme: str) -> tuple[Template, ...]:
    """The templates of a scheme, in the order in which they are tried."""
    return tuple(_compile("" if kind == "-" else kind, text) for kind, text in table().numbering[scheme])


MODIFIER = re.compile(
    r"/(?P<word>Add|Corr|Rev|Amend|Summary|Suppl|Supp)(?:[.,]?(?P<number>[\dlIO]{1,4}(?:-P)?))?"
    r"|\((?P<volume>Vol|Part|Sect|Prog|Resumption|Findings|Introduction|Foreword|Plan ?outline"
    r"|Income ?sect|SUPP|SES|MDP|MDM|CRM)\.?"
    r"(?P<which>[IVX]+(?:-[A-Z]|/Part ?(?:ONE|TWO|THREE|[IVX]{1,3}|\d))?"
    r"|\d+[A-Z]?(?:/\d+)?|ONE|TWO|THREE)?\)",
    re.IGNORECASE,
)
"""One suffix; they stack: `/Add.1`, `/Corr.2`, `(Vol.I)`."""

_MEETINGS = ("SES", "MDP", "MDM", "CRM")
"""The meetings that the commission for Latin America adds to a symbol: `LC/G.2586(SES.34/3)`."""
_OFFICIAL_MODIFIER = {
    word.upper(): word
    for word in (
        "Add",
        "Corr",
        "Rev",
        "Amend",
        "Summary",
        "Suppl",
        "Supp",
        "Vol",
        "Introduction",
        "Part",
        "Sect",
        "Prog",
        *_MEETINGS,
        "Resumption",
        "Findings",
        "Foreword",
    )
} | {"PLANOUTLINE": "Plan outline", "INCOMESECT": "Income sect"}
_IN_CAPITALS = ("SUPP",)
_NUMERAL_WORD = re.compile("ONE|TWO|THREE")
_BRACKETED = (
    *("Vol", "Part", "Sect", "Prog", *_MEETINGS, "Resumption", "Findings", "Introduction", "Foreword", "Plan outline"),
    *("Income sect", *_IN_CAPITALS),
)
_WITH_DOT = ("Vol", "Sect", "Prog", *_MEETINGS, "Income sect")


def digits(text: str) -> str:
    """`text` with letters misread for digits put right, and without leading zeros."""
    return text.translate(str.maketrans("lIiO", "1110")).lstrip("0") or "0"


def modifier_name(match: re.Match[str]) -> str:
    """The official writing of a modifier: `Add.1`, `Vol.I`, `PartI`, `Partone`, `Summary`, `SUPP`."""
    if match["word"]:
        word = _OFFICIAL_MODIFIER[match["word"].upper()]
        return f"{word}.{digits(match['number'])}" if match["number"] else word
    if match["volume"].upper() in _IN_CAPITALS:
        return match["volume"].upper()
    word = _OFFICIAL_MODIFIER[match["volume"].replace(" ", "").upper()]
    which = (match["which"] or "").upper().replace(" ", "").replace("PART", "Part")
    which = _NUMERAL_WORD.sub(lambda numeral: numeral[0].lower(), which)
    return f"{word}.{which}" if which and word in _WITH_DOT else f"{word}{which}"


def written_modifier(name: str) -> str:
    """How a modifier stands in a symbol: `/Add.1`, but `(Vol.I)`, and `(Plan outline)` in two words."""
    return f"({name})" if name.startswith(_BRACKETED) else f"/{name}"
