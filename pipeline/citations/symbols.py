"""A United Nations document symbol: read, checked, put right and written canonically."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from pipeline.citations.bodies import ROOTS, Body, split_body
from pipeline.citations.calendar import (
    assembly_year,
    commission_year,
    council_month,
    council_year,
    ecosoc_year,
    roman,
    security_council_year,
)
from pipeline.citations.series import (
    KIND_OF_TYPE,
    MODIFIER,
    OFFICIAL_TYPE,
    TEMPLATES,
    Template,
    digits,
    modifier_name,
    written_modifier,
)

LONGEST = 100
"""No symbol is longer; what is longer is refused unread."""

TYPOGRAPHY = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2212": "-",
        "\u2044": "/",
        "\u2215": "/",
        "\uff0f": "/",
    }
)
"""Typographic variants of space, hyphen and slash, one character for one, so that offsets stay."""

_TWIN = re.compile(rf"[-/](?=(?:{'|'.join(ROOTS)})/)")
_SERIES_ADDENDUM = re.compile(r"(?:[A-Z]+/C|E/C\.12)/\d+/Add\.\d+")
_YEARS: dict[str, Callable[[str], int | None]] = {
    "A": assembly_year,
    "A/HRC": council_year,
    "E": ecosoc_year,
    "E/CN.4": commission_year,
    **{f"A/C.{number}": assembly_year for number in range(1, 7)},
}
"""Where a session tells the year; working groups and treaty bodies count sessions of their own."""


class SymbolError(ValueError):
    """The text is not a United Nations document symbol; the message says why."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol in its parts; `str()` gives the canonical form.

    `session` is as printed (`31`, `S-26`, `XXIII`); `year` is printed or follows from the session; `letter`
    tells apart the parts of a resolution; `state` is the code of the State reported on; `modifiers` are the
    suffixes in order (`Add.1`, `Corr.1`, `Vol.I`); `twin` the second symbol of a document issued under two.
    `printed` is the text that was read; `repaired` says that more than its typography had to be put right.
    """

    canonical: str
    body: str
    body_title: str
    kind: str
    session: str | None = None
    year: int | None = None
    number: str | None = None
    letter: str | None = None
    state: str | None = None
    modifiers: tuple[str, ...] = ()
    twin: str | None = None
    printed: str = field(default="", compare=False)
    repaired: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return self.canonical

    @property
    def modifier(self) -> str | None:
        """The modifiers joined by `/`, or None."""
        return "/".join(self.modifiers) or None

    @property
    def incomplete(self) -> bool:
        """Whether the document number is missing: `A/HRC/4/Add.2` names an addendum to nothing."""
        return self.number is None and self.state is None

    @property
    def parent(self) -> Symbol | None:
        """The document this one modifies: the symbol without its last modifier.

        None without modifier, for an incomplete symbol, and for a treaty body's numbered series, where the
        addenda stand alone (`CRC/C/15/Add.159`).
        """
        if not self.modifiers or self.incomplete or self.twin:
            return None
        if _SERIES_ADDENDUM.fullmatch(self.canonical):
            return None
        return parse(self.canonical.removesuffix(written_modifier(self.modifiers[-1])))

    @property
    def url(self) -> str:
        """The address of the document in the Official Document System."""
        return "https://undocs.org/en/" + quote(self.canonical, safe="/")

    @property
    def session_month(self) -> int | None:
        """The month of a regular Human Rights Council session (3, 6 or 9 from the fourth on), else None."""
        return council_month(self.session) if self.session and self.body == "human_rights_council" else None


def parse(text: str) -> Symbol:
    """Read `text` as one document symbol.

    Slips of the press are put right and reported in `repaired`: a lost dot (`E/CN4`), letters read for
    digits (`Add.l`), a space after a line break, wrong case, a dot for a slash, a language suffix (`.E`).
    The usual spaces (`A/RES/3452 (XXX)`, `A/RES/51/153 B`, `A/59/40 (Vol. I)`) and the asterisk of a reissue
    are no slips. Raises SymbolError if the text is anything else, look-alikes included.
    """
    if len(text) > LONGEST:
        raise SymbolError(f"a symbol has at most {LONGEST} characters, this text has {len(text)}")
    tidy = _tidy(text)
    tight = _mend(tidy)
    if re.search(r"[^A-Za-z0-9/.()-]", tight) or "/" not in tight:
        raise SymbolError(f"{text!r} is no document symbol: it has no slash, or signs that no symbol has")
    first, twin = _parse_one(tight, text), None
    if first is None:
        split = _TWIN.search(tight)
        if split is None:
            raise SymbolError(f"{text!r} is no document symbol: {_complaint(tight)}")
        first, twin = _parse_one(tight[: split.start()], text), _parse_one(tight[split.end() :], text)
        if first is None or twin is None or first.incomplete or twin.incomplete:
            raise SymbolError(f"{text!r} is no document symbol: one of its two halves is none")
    canonical = f"{first}-{twin}" if twin else str(first)
    return Symbol(
        canonical,
        first.body,
        first.body_title,
        first.kind,
        first.session,
        first.year,
        first.number,
        first.letter,
        first.state,
        first.modifiers,
        str(twin) if twin else None,
        text,
        tidy != canonical,
    )


def _tidy(text: str) -> str:
    """The text in plain typography and without the spaces that print allows."""
    tidy = text.translate(TYPOGRAPHY).strip().rstrip("*")
    tidy = re.sub(r" ?\(([^)]*)\)", lambda match: "(" + match[1].replace(" ", "") + ")", tidy)
    tidy = re.sub(r" ?- ?(?=[A-Z]+/)", "-", tidy)
    tidy = re.sub(r"(?<=[\d)]) (?=[A-Z](?:-[A-Z])?(?:$|\())", "", tidy)
    return re.sub(r"(RES/\d+)([A-Z])(\([^)]*\))$", r"\1\3\2", tidy)  # 217 A (III) is written 217(III)A


def _mend(text: str) -> str:
    """The text with the slips of the press put right that no template can tell."""
    text = re.sub("[\\s\u00ad\u200b\u200c\u200d\ufeff]", "", text)
    text = re.sub(r"(?i)^([AES])\.(CN|C)/?\.?(\d)", r"\1/\2.\3", text)  # E.C/12 for E/C.12
    text = re.sub(r"(?i)^(?:UN)?(?:(GA)|(SC)|HRC)/(?=RES/|DEC/)", _organ_root, text)
    text = re.sub(r"(?i)[./](RES|DEC|CO|GC|PRST)\.?/?(?=\d|S-|ES-)", r"/\1/", text)  # RES.1990, CO4
    text = re.sub(r"(?i)\.(Add|Corr|Rev)\.", r"/\1.", text)
    return re.sub(r"(?i)(?<=[\d)])\.(?:En?|Fr?|Sp?)$", "", text)


def _organ_root(match: re.Match[str]) -> str:
    """The root of a symbol printed with the organ's initials: `GA/RES/55/2`."""
    return "A/" if match[1] else "S/" if match[2] else "A/HRC/"


def _parse_one(tight: str, text: str) -> Symbol | None:
    """One symbol without spaces, or None."""
    components = tight.split("/")
    found = split_body(components)
    if found is None:
        return None
    body, prefix, used = found
    tail = "/".join(components[used:])
    for template in TEMPLATES[body.scheme]:
        match = template.pattern.match(tail)
        if match is None:
            continue
        modifiers = _modifiers(tail[match.end() :])
        if modifiers is None or not _allowed(template, match, modifiers, body):
            continue
        return _build(body, prefix, template, match, modifiers, text)
    return None


def _modifiers(rest: str) -> tuple[str, ...] | None:
    """The names of the suffixes in `rest`, or None if it holds anything else."""
    names, position = [], 0
    while position < len(rest):
        match = MODIFIER.match(rest, position)
        if match is None or (match["word"] and not match["number"] and match["word"].lower() in ("add", "corr")):
            return None
        names.append(modifier_name(match))
        position = match.end()
    return tuple(names)


def _allowed(template: Template, match: re.Match[str], modifiers: tuple[str, ...], body: Body) -> bool:
    """What a template cannot say: a session alone needs its addendum, a year is not a number."""
    groups = match.groupdict()
    if template.kind == "incomplete":
        return bool(modifiers)
    if template.kind == "series":
        return bool(modifiers) or body.scheme == "treaty"
    if body.scheme == "commission" and template.text == "{number}":
        return not 1982 <= int(groups["number"]) <= 2006
    if "({session})" in template.text:
        return roman(groups["session"].upper().removeprefix("S-")) is not None
    return True


def _build(
    body: Body, prefix: str, template: Template, match: re.Match[str], modifiers: tuple[str, ...], text: str
) -> Symbol:
    values = {name: value.upper() for name, value in match.groupdict().items() if value}
    kind = template.kind or KIND_OF_TYPE[values["type"]]
    if "type" in values:
        values["type"] = OFFICIAL_TYPE[values["type"]]
    number = values.get("number")
    if number and "{type}." in template.text:
        number = values["number"] = digits(number)
    session = values.get("session")
    year = int(values["year"]) if "year" in values else None
    if session and prefix in _YEARS:
        year = _YEARS[prefix](session)
    written = template.text
    if written == "RES/{number}" and body.prefix == "S":
        year = security_council_year(int(values["number"]))
        if year:
            values["year"], written = str(year), "RES/{number}({year})"
    tail = written.format_map({"letter": "", **values})
    canonical = f"{prefix}/{tail}" + "".join(map(written_modifier, modifiers))
    plain = kind in ("incomplete", "series")
    return Symbol(
        canonical,
        body.slug,
        body.title,
        "report" if plain else kind,
        session,
        year,
        number,
        values.get("letter"),
        values.get("state"),
        modifiers,
        None,
        text,
    )


def _complaint(tight: str) -> str:
    """Why a text that has the look of a symbol is none."""
    components = tight.split("/")
    found = split_body(components)
    if found is None:
        return f"no United Nations body has symbols that begin with {components[0]!r}"
    rest = "/".join(components[found[2] :])
    return f"{found[0].title} has no documents numbered {rest!r}" if rest else "it has no document number"
