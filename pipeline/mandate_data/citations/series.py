"""How each body numbers its documents: templates of what follows the body's prefix in a symbol.

A template is literal text with fields in braces. The fields are the same everywhere (see `FIELDS`), so that
a new series is one line. A template is compiled without look-around, so that any regular-expression engine
runs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    "FCO": "follow_up",
    "PRST": "presidential_statement",
    "Min": "miscellaneous",
    "Conf": "restricted",
    "BUR": "general_committee",
}
"""Type components and the kind of document they mark, in their official writing."""

OFFICIAL_TYPE = {name.upper(): name for name in _TYPES}
KIND_OF_TYPE = {name.upper(): kind for name, kind in _TYPES.items()}

_DOTTED = "L|PV|SR|WP|CRP|NGO|INF|PET|R|Misc|Min|Conf"
_PLAIN = "NGO|INF|WP|CRP|PET|G|NI|PRST"

FIELDS = {
    # the Assembly numbers by session from the 31st on
    "assembly": r"(?P<session>E?S-\d{1,2}|3[1-9]|[4-9]\d)",
    "council": r"(?P<session>S-\d{1,2}|[1-9]\d?)",
    "special": r"(?P<session>S-\d{1,2})",
    "treaty": r"(?P<session>[1-9]\d{0,2})",
    "roman": r"(?P<session>(?:S-)?[IVXLC]+)",
    "year": r"(?P<year>19[4-9]\d|20\d\d)",
    "number": r"(?P<number>[1-9]\d{0,5})",
    "early": r"(?P<number>[1-9]\d{0,3})",  # numbered on from session to session, before years came in
    "read": r"(?P<number>[\dlIO]{1,6})",  # l, I and O misread for 1 and 0
    "range": r"(?P<number>[1-9]\d*(?:-[1-9]\d*)?)",
    "issue_year": r"(?P<part>\d{2,4})",
    "printed": r"(?P<number>\d+)",
    "letter": r"(?P<letter>(?:[A-Z](?:-[A-Z])?)?)",
    "state": r"(?P<state>[A-Z]{3})",
    "dotted": rf"(?P<type>{_DOTTED})",
    "plain": rf"(?P<type>{_PLAIN})",
    "issue": r"(?P<type>CO|QPR|Q|FCO)",
    "meeting": r"(?P<part>MC|ICM|TBWG)",
    "visit": r"(?P<part>VR|INQ|ROCR)",
    "part": r"(?P<part>[1-9]\d{0,2})",
    "protocol": r"(?P<part>OPSC|OPAC|OP|RESP)",
    "mechanism": r"(?P<part>EMRIP|FMI|WGAD|WGEID|WGIHR|FBHR|SF|EM)",
    "agency": r"(?P<part>ICEF|ESCAP|ECE|ECA|ECLAC|ESCWA|INCB)",
    "path": r"(?P<part>[A-Z][A-Z]{0,9}(?:\.[A-Z0-9]{1,4})?(?:/[A-Z][A-Z]{0,9}(?:\.[A-Z0-9]{1,4})?){0,3})",
}

_RECORDS = (("", "{dotted}.{read}"), ("", "{plain}/{number}"))

_TREATY = (
    ("general_comment", "GC/{number}"),
    ("", "{state}/{issue}/{range}"),
    ("list_of_issues", "Q/{state}/{range}"),
    ("report", "{state}/{visit}/{range}"),
    ("inquiry", "OP.8/{state}/{number}"),
    ("state_report", "{state}/{range}"),
    ("", "{protocol}/{state}/{issue}/{range}"),
    ("state_report", "{protocol}/{state}/{range}"),
    ("communication", "{treaty}/D/{range}/{year}"),
    ("report", "{year}/{number}"),
    ("", "{year}/{dotted}.{read}"),
    ("working_paper", "{year}/WP.{read}/R"),
    ("report", "{treaty}/{number}"),
    ("", "{treaty}/{dotted}.{read}"),
    ("series", "{number}"),
    ("", "{dotted}.{read}"),
)

SCHEMES: dict[str, tuple[tuple[str, str], ...]] = {
    "assembly": (
        ("resolution", "RES/{assembly}/{number}{letter}"),
        ("resolution", "RES/{early}({roman}){letter}"),
        ("decision", "DEC/{assembly}/{number}{letter}"),
        ("report", "{assembly}/{number}"),
        ("", "{assembly}/{dotted}.{read}"),
        ("", "{assembly}/{plain}/{number}"),
        ("information", "INF/{assembly}/{number}"),
        ("general_committee", "BUR/{assembly}/{number}"),
        ("", "{dotted}.{read}"),
        ("report", "{number}"),
    ),
    "committee": (
        ("report", "{assembly}/{number}"),
        ("", "{assembly}/{dotted}.{read}"),
        ("", "{assembly}/{plain}/{number}"),
        ("report", "{year}/{number}"),
        ("", "{year}/{dotted}.{read}"),
        ("", "{year}/{plain}/{number}"),
        ("report", "{treaty}/{number}"),
        *_RECORDS,
        ("report", "{number}"),
    ),
    "conference": (
        ("report", "{number}"),
        *_RECORDS,
        ("report", "{path}/{year}/{number}"),
        ("", "{path}/{year}/{dotted}.{read}"),
        ("", "{path}/{dotted}.{read}"),
        ("report", "{path}/{number}"),
    ),
    "council": (
        ("resolution", "RES/{council}/{number}{letter}"),
        ("decision", "DEC/{council}/{number}{letter}"),
        ("presidential_statement", "PRST/{council}/{number}"),
        ("report", "{council}/{number}"),
        ("", "{council}/{dotted}.{read}"),
        ("", "{council}/{plain}/{number}"),
        ("", "OM/{dotted}.{read}"),
        ("report", "{mechanism}/{treaty}/{number}"),
        ("report", "{mechanism}/{year}/{number}"),
        ("", "{mechanism}/{year}/{dotted}.{read}"),
        ("incomplete", "{council}"),
    ),
    "working_group": (
        ("report", "{council}/{state}/{number}"),
        ("report", "{council}/{number}"),
        ("", "{council}/{dotted}.{read}"),
        ("", "{council}/{plain}/{number}"),
    ),
    "security_council": (
        ("resolution", "RES/{early}({year})"),
        ("resolution", "RES/{early}"),
        ("presidential_statement", "PRST/{year}/{number}"),
        ("report", "{year}/{number}"),
        ("", "{dotted}.{read}"),
        ("information", "INF/{number}"),
        ("agenda", "Agenda/{number}"),
        ("report", "{number}"),
    ),
    "ecosoc": (
        ("resolution", "RES/{year}/{number}{letter}"),
        ("resolution", "RES/{early}({roman}){letter}"),
        ("decision", "DEC/{year}/{number}{letter}"),
        ("decision", "DEC/{early}({roman})"),
        ("report", "{year}/{number}"),
        ("", "{year}/{dotted}.{read}"),
        ("", "{year}/{plain}/{number}"),
        ("", "{dotted}.{read}"),
        ("report", "{agency}/{year}/{number}"),
        ("", "{agency}/{year}/{dotted}.{read}"),
        ("limited", "{agency}/{year}/P/L.{read}"),
        ("report", "{agency}/{treaty}/{number}"),
        ("report", "{agency}/{number}"),
        ("report", "{number}"),
    ),
    "commission": (
        ("resolution", "RES/{year}/{number}{letter}"),
        ("resolution", "RES/{special}/{number}{letter}"),
        ("resolution", "RES/{early}({roman}){letter}"),
        ("decision", "DEC/{year}/{number}{letter}"),
        ("decision", "DEC/{special}/{number}"),
        ("decision", "DEC/{early}({roman})"),
        ("report", "{year}/{number}"),
        ("", "{year}/{dotted}.{read}"),
        ("", "{year}/{plain}/{number}"),
        ("report", "{year}/WG.{part}/{number}"),
        ("", "{year}/WG.{part}/{dotted}.{read}"),
        ("report", "{special}/{number}"),
        ("", "{special}/{dotted}.{read}"),
        ("report", "{year}/{special}/{number}"),
        ("", "{year}/{special}/{dotted}.{read}"),
        ("incomplete", "{year}"),
        *_RECORDS,
        ("report", "{early}"),
    ),
    "trusteeship": (
        ("resolution", "RES/{early}({roman}){letter}"),
        ("", "{dotted}.{read}"),
        ("report", "{number}"),
    ),
    "treaty_body": _TREATY,
    "treaty": (
        *((kind, f"C/{template}") for kind, template in _TREATY),
        ("general_comment", "GC/{year}/{number}"),
        ("concluding_observations", "CO/{part}/{state}"),
        ("report", "SP/{number}"),
        ("", "SP/{dotted}.{read}"),
        ("report", "OP/{treaty}/{number}"),
        ("report", "OP/{state}/{number}"),
        ("concluding_observations", "C/CR/{part}/{number}"),
    ),
    "instruments": (
        ("compilation", "GEN/{number}"),
        ("report", "{meeting}/{year}/{number}"),
        ("", "{meeting}/{year}/{dotted}.{read}"),
        ("core_document", "CORE/{state}/{year}"),
        ("core_document", "CORE/{number}"),
    ),
    "publications": (
        ("publication", "PUB/{issue_year}/{printed}"),
        ("publication", "PUB/{printed}"),
        ("publication", "P/PT/{printed}"),
    ),
    "programme": (
        ("report", "{year}/{number}"),
        ("", "{year}/{dotted}.{read}"),
        ("report", "FPA/{year}/{number}"),
    ),
    "named_series": (
        ("report", "{year}/{number}"),
        ("", "{year}/{dotted}.{read}"),
        ("report", "{path}/{year}/{number}"),
        ("", "{path}/{year}/{dotted}.{read}"),
        ("report", "{path}/{number}"),
        ("", "{path}/{dotted}.{read}"),
        ("report", "{number}"),
    ),
}
"""Templates by scheme, in the order in which they are tried. An empty kind is told by the type component;
`series` is a treaty body's numbered series; `incomplete` is a session without a document number."""


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template: `kind`, the `pattern` to match the whole tail with, `text` to write it again
    from."""

    kind: str
    text: str
    pattern: re.Pattern[str]


def _compile(kind: str, template: str) -> Template:
    pieces, writing = [], []
    for piece in re.split(r"(\{\w+\})", template):
        if piece.startswith("{"):
            field = FIELDS[piece[1:-1]]
            pieces.append(field)
            writing.append("{" + field[4 : field.index(">")] + "}")
        else:
            pieces.append(re.escape(piece).replace(r"\.", r"\.?"))  # a dot is often lost: L85, WG6
            writing.append(piece)
    return Template(kind, "".join(writing), re.compile("".join(pieces), re.IGNORECASE))


TEMPLATES: dict[str, tuple[Template, ...]] = {
    scheme: tuple(_compile(*entry) for entry in entries) for scheme, entries in SCHEMES.items()
}

MODIFIER = re.compile(
    r"/(?P<word>Add|Corr|Rev|Amend|Summary|Suppl|Supp)(?:[.,]?(?P<number>[\dlIO]{1,4}))?"
    r"|\((?P<volume>Vol|Part|Sect|Resumption|Findings|SUPP)\.?(?P<which>[IVX]+|\d+|ONE|TWO|THREE)?\)",
    re.IGNORECASE,
)
"""One suffix; they stack: `/Add.1`, `/Corr.2`, `(Vol.I)`."""

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
        "Part",
        "Sect",
        "Resumption",
        "Findings",
    )
}
_BRACKETED = ("Vol", "Part", "Sect", "Resumption", "Findings", "SUPP")
_WITH_DOT = ("Vol", "Sect")


def digits(text: str) -> str:
    """`text` with letters misread for digits put right, and without leading zeros."""
    return text.translate(str.maketrans("lIiO", "1110")).lstrip("0") or "0"


def modifier_name(match: re.Match[str]) -> str:
    """The official writing of a modifier: `Add.1`, `Vol.I`, `PartI`, `Summary`, `SUPP`."""
    if match["word"]:
        word = _OFFICIAL_MODIFIER[match["word"].upper()]
        return f"{word}.{digits(match['number'])}" if match["number"] else word
    if match["volume"].upper() == "SUPP":
        return "SUPP"
    word, which = _OFFICIAL_MODIFIER[match["volume"].upper()], (match["which"] or "").upper()
    return f"{word}.{which}" if which and word in _WITH_DOT else f"{word}{which}"


def written_modifier(name: str) -> str:
    """How a modifier stands in a symbol: `/Add.1`, but `(Vol.I)`."""
    return f"({name})" if name.startswith(_BRACKETED) else f"/{name}"
