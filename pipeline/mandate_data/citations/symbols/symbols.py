"""A United Nations document symbol: read, checked, put right and written canonically."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import NamedTuple

from mandate_data.citations.bodies import Body, codes_before_a_blank, root_pattern, split_body
from mandate_data.citations.reading.prepared_text import plain_text
from mandate_data.citations.references import address
from mandate_data.citations.symbols.parted_numbers import joined, parted
from mandate_data.citations.symbols.series import (
    KIND_OF_TYPE,
    MODIFIER,
    OFFICIAL_TYPE,
    Template,
    digits,
    modifier_name,
    templates,
    written_modifier,
)
from mandate_data.citations.symbols.session_years import (
    assembly_year,
    commission_year,
    council_month,
    council_year,
    ecosoc_year,
    roman,
    security_council_year,
)
from mandate_data.citations.symbols.slips import mended
from mandate_data.citations.symbols.written_symbols import is_written

LONGEST = 100
"""No symbol is longer; what is longer is refused unread."""

_ELSEWHERE = re.compile(r"(?<=\d) ?- ?(?:EUPCR|EUCHP|EUR|CCNR)[A-Za-z0-9./-]*\d$")
"""The number of a document that another organization issued, too: WHO in Europe, the Rhine commission."""
_SUBSIDIARY_TYPES = frozenset(
    ["AC", "SC", "GE", "WG", "C", "COP", "EA", "HA", "GC", "CONF", "ADD", "CORR", "REV", "AMEND"]
)
"""What stands before the number of a body, and not of its documents."""
_CALLED = "/Report"
"""What a report of some bodies is called at the end of its symbol."""
_OPEN_YEAR = re.compile(r"(?:^|/)((?:19[4-9]|20\d)\d)/")
_SERIES_ADDENDUM = re.compile(r"(?:[A-Z]+/C|E/C\.12)/\d+/Add\.\d+")
_YEARS: dict[str, Callable[[str], int | None]] = {
    "assembly": assembly_year,
    "council": council_year,
    "ecosoc": ecosoc_year,
    "commission": commission_year,
}
"""Where a session tells the year; working groups and treaty bodies count sessions of their own."""


@cache
def _twin() -> re.Pattern[str]:
    """Where a second symbol begins."""
    return re.compile(rf"[-/](?=(?:{root_pattern()})/)")


_NO_SYMBOL = re.compile(r"[^A-Za-z0-9/.()-]")
_OTHER_SCRIPT = re.compile(r"[^\W\x00-\x7f]")
_BRACKETED = re.compile(r" ?\(([^)]*)\)")
_PART_OF = re.compile(r"(?<=[IVX\d]), ?(?=Part )", re.IGNORECASE)
"""Between a volume and its part: (Vol. II, Part One) is written (Vol.II/Partone)."""
_SPACED_HYPHEN = re.compile(r" ?- ?(?=[A-Z]+/)")
_SQUARE = re.compile(r" ?\[([A-Z](?:-[A-Z])?)\]$")
_FIGURE_APART = re.compile(r"\d\s+[IOl]$")
"""A letter that is not a figure, as a blank is before it."""
_SPACE_BEFORE_LETTER = re.compile(r"(?<=[\d)]) (?=[A-Z](?:-[A-Z])?(?:$|\())")
_INNER_LETTER = re.compile(r"(RES/\d+)([A-Z])(\([^)]*\))$")  # 217 A (III) is written 217(III)A


class SymbolError(ValueError):
    """The text is not a United Nations document symbol; the message says why."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol in its parts; `str()` gives the canonical form.

    `session` is as printed (`31`, `S-26`, `XXIII`); `year` is printed or follows from the session; `letter`
    tells apart the parts of a resolution; `state` is the code of the State reported on; `modifiers` are the
    suffixes in order (`Add.1`, `Corr.1`, `Vol.I`); `twin` the second symbol of a document issued under two;
    `reissued` says that an asterisk marked a reissue for technical reasons. `printed` is the text that was read;
    `repaired` says that more than its typography had to be put right.
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
    reissued: bool = field(default=False, compare=False)
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
        """The address of the document in the Official Document System, under the first symbol if it has two."""
        return address(self.canonical)

    @property
    def session_month(self) -> int | None:
        """The month of a regular Human Rights Council session (3, 6 or 9 from the fourth on), else None."""
        return council_month(self.session) if self.session and self.body == "human_rights_council" else None


class _Print(NamedTuple):
    """A symbol as printed: the `text`, and `tidy`, without the spaces that print allows and a reissue's asterisk."""

    text: str
    tidy: str
    reissued: bool

    def differs_from(self, canonical: str) -> bool:
        """Whether more than typography had to be put right, letters of another script included."""
        if self.tidy != canonical.replace(" ", ""):
            return True
        return not self.text.isascii() and _OTHER_SCRIPT.search(self.text) is not None


def parse(text: str) -> Symbol:
    """Read `text` as one document symbol.

    Slips of the press are put right and reported in `repaired`: a lost dot (`E/CN4`, `E/CN/4`), letters read for
    digits (`Add.l`), a space after a line break, wrong case, a dot for a slash, a language suffix (`.E`), letters
    of another script that look the same. The usual spaces (`A/RES/3452 (XXX)`, `A/RES/51/153 B`,
    `A/59/40 (Vol. I)`) and the asterisk of a reissue are no slips. Raises SymbolError if the text is anything
    else, look-alikes included.
    """
    symbol = read(text)
    if symbol is None:
        raise SymbolError(_complaint(text))
    return symbol


@lru_cache(maxsize=8192)
def read(text: str) -> Symbol | None:
    """The same, but None for what is not a symbol. Documents print the same symbols again and again: the latest
    ones are remembered."""
    if len(text) > LONGEST:
        return None
    bare = plain_text(text).strip()
    printed = _Print(text, _tidy(bare.rstrip("*")), bare.endswith("*"))
    symbol = _parse_one(printed.tidy, printed)
    if symbol is None or symbol.repaired:
        symbol = _read_mended(printed)
    if symbol is None or (symbol.letter is None and _FIGURE_APART.search(bare)):
        return None
    return symbol if is_written(symbol.canonical) else None


def _read_mended(printed: _Print) -> Symbol | None:
    """A symbol with its slips put right, and its second half where it is a double one."""
    tight = mended(printed.tidy)
    joint = _ELSEWHERE.search(printed.tidy)
    if joint is not None:
        first = _parse_one(printed.tidy[: joint.start()], printed)
        canonical = f"{first}{joint[0].replace(' ', '')}"
        return first and replace(
            first, canonical=canonical, twin=joint[0][1:], repaired=printed.differs_from(canonical)
        )
    if _NO_SYMBOL.search(tight) or "/" not in tight:
        return None
    blank = parted(printed.tidy, tight)
    if blank is not None:
        name = joined(printed.tidy, blank)
        return _parse_one(name, printed) if name else None
    first = _parse_one(tight, printed)
    split = _twin().search(tight) if first is None else None
    if split is None:
        return first
    first, twin = _parse_one(tight[: split.start()], printed), _parse_one(tight[split.end() :], printed)
    if first is None or twin is None or first.incomplete or twin.incomplete or first.body == twin.body:
        return None
    canonical = f"{first}-{twin}"
    return replace(first, canonical=canonical, twin=twin.canonical, repaired=printed.differs_from(canonical))


@cache
def _coded() -> re.Pattern[str]:
    """The blank behind a code that is printed with one."""
    return re.compile(rf"(?<=/)({codes_before_a_blank()}) (?=[A-Z]+\.)")


def _tidy(plain: str) -> str:
    """The text without the spaces that print allows."""
    if "(" in plain:
        plain = _BRACKETED.sub(lambda match: "(" + _PART_OF.sub("/", match[1]).replace(" ", "") + ")", plain)
    if plain.endswith("]"):
        plain = _SQUARE.sub(r"\1", plain)
    if " " in plain:
        plain = _coded().sub(r"\1", _SPACED_HYPHEN.sub("-", plain))
        plain = _SPACE_BEFORE_LETTER.sub("", plain)
    return _INNER_LETTER.sub(r"\1\3\2", plain) if plain.endswith(")") else plain


def _parse_one(tight: str, printed: _Print) -> Symbol | None:
    """One symbol without spaces, or None."""
    components = tight.split("/")
    found = split_body(components)
    if found is None:
        return None
    body, prefix, used = found
    tail = "/".join(components[used:])
    for template in templates(body.scheme):
        match = template.pattern.match(tail)
        if match is None:
            continue
        modifiers = _modifiers(tail[match.end() :])
        if modifiers is None or not _allowed(template, match, modifiers, body):
            continue
        return _build(body, prefix, template, match, modifiers, printed)
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
    """What a template cannot say: a session alone needs its addendum, a year is not a number, a working party is no
    document, but what has an addendum or is of a conference is a working paper."""
    if body.highest is not None and template.text == "{number}":
        return int(match["number"].partition("-")[0]) <= body.highest
    if body.highest == 0 and match[0][0].isdigit():
        return False  # ST/12/3: all of its documents are of a series
    if match.groupdict().get("type", "").upper() == "S" and match[0][match.end("type") - match.start()].isdigit():
        return False  # S/S331 is S/5331, not S/S.331
    if template.text.endswith(_CALLED) and not body.called_reports:
        return False
    if body.scheme == "open" and not template.kind:
        numbered = any(sign.isdigit() for sign in match.groupdict().get("part") or "")
        paper = numbered or body.working_papers or bool(modifiers) or "CONF." in f"{body.prefix}/{match[0].upper()}"
        return match["type"].upper() not in _SUBSIDIARY_TYPES and (paper or match["type"].upper() != "WP")
    if template.kind == "incomplete":
        return bool(modifiers)
    if template.kind == "series":
        return bool(modifiers) or body.scheme == "treaty"
    if body.scheme == "commission" and template.text == "{number}":
        return not 1982 <= int(match["number"]) <= 2006
    if "({session})" in template.text:
        special, _, session = match["session"].upper().rpartition("-")
        return (roman(session) is not None or session.isdigit()) and (special != "ES" or body.sessions == "assembly")
    return True


def _build(
    body: Body, prefix: str, template: Template, match: re.Match[str], modifiers: tuple[str, ...], printed: _Print
) -> Symbol:
    values = {name: value.upper() for name, value in match.groupdict().items() if value}
    if body.scheme == "open":
        return _build_open(body, prefix, template, match, modifiers, printed)
    kind = template.kind or KIND_OF_TYPE[values["type"]]
    if "type" in values:
        values["type"] = OFFICIAL_TYPE[values["type"]]
    number = values.get("number")
    if number and "{type}." in template.text:
        number = values["number"] = digits(match["number"])
    session = values.get("session")
    year = int(values["year"]) if "year" in values else None
    if session and body.sessions and prefix == body.prefix and not template.text.startswith("{part}/"):
        year = _YEARS[body.sessions](session)
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
        printed.reissued,
        printed.text,
        printed.differs_from(canonical),
    )


def _build_open(
    body: Body, prefix: str, template: Template, match: re.Match[str], modifiers: tuple[str, ...], printed: _Print
) -> Symbol:
    """A symbol of a series that is written as its body prints it: `FCCC/SBSTA/2003/MISC.1`."""
    parts = match.groupdict()
    tail = match[0].upper() if match[0].islower() else match[0]
    kind = template.kind or KIND_OF_TYPE.get(match["type"].upper(), "report")
    year = _OPEN_YEAR.search(tail)
    if template.text.endswith(_CALLED):
        tail = tail[: -len(_CALLED)] + _CALLED
    if body.blank_after and tail.startswith(body.blank_after):
        code = len(body.blank_after)
        tail = f"{tail[:code]} {tail[code:]}" if tail[code : code + 1].isalpha() else tail
    canonical = f"{prefix}/{tail}" + "".join(map(written_modifier, modifiers))
    return Symbol(
        canonical,
        body.slug,
        body.title,
        kind,
        parts.get("session"),
        int(year[1]) if year else None,
        parts.get("number"),
        state=parts.get("state"),
        modifiers=modifiers,
        reissued=printed.reissued,
        printed=printed.text,
        repaired=printed.differs_from(canonical),
    )


def _complaint(text: str) -> str:
    """Why a text is not a symbol."""
    if len(text) > LONGEST:
        return f"a symbol has at most {LONGEST} characters, this text has {len(text)}"
    tight = mended(_tidy(plain_text(text).strip().rstrip("*")))
    if _NO_SYMBOL.search(tight) or "/" not in tight:
        return f"{text!r} is not a document symbol: it has no slash, or signs that no symbol has"
    if parted(_tidy(plain_text(text).strip()), tight):
        return f"{text!r} is not a document symbol: a blank is before its number, and how its body numbers is not known"
    if _twin().search(tight):
        return f"{text!r} is not a document symbol: one of its two halves is none, or both are of one body"
    components = tight.split("/")
    found = split_body(components)
    if found is None:
        return (
            f"{text!r} is not a document symbol: no United Nations body has symbols that begin with {components[0]!r}"
        )
    rest = "/".join(components[found[2] :])
    why = f"{found[0].title} has no documents numbered {rest!r}" if rest else "it has no document number"
    return f"{text!r} is not a document symbol: {why}"
