"""The table of bodies, `bodies.yaml`: whose symbols begin how, how each numbers its documents, what texts call it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError

TABLE = Path(__file__).parent / "bodies.yaml"
SESSIONS = ("assembly", "council", "ecosoc", "commission")
"""The bodies whose sessions tell the year."""
_SUBSIDIARY = re.compile(r"(CONF|CN|AC|SC|WG|Sub|C)[. ]?(\d{1,3}|[IVX]{1,4})|(HRC|PC|AC)", re.IGNORECASE)
"""One component that names a body below another: `C.3`, `CN.4`, `Sub.2`, `WG.III`, `HRC`; they nest."""
_OFFICIAL = {word.upper(): word for word in ("CONF", "CN", "AC", "SC", "WG", "Sub", "C", "HRC", "PC")}
_TREATY_BODIES = ("treaty", "treaty_body")
_SHORTEST = 2
_CAPITALS_ONLY = ("open", "records", "judgments", "rules", "industrial", "releases", "regulations")
"""Ways of numbering whose roots are words of other languages, too."""
_WITH_SESSION = ("TD", "UNEP")
"""Roots that a session or a division may follow in brackets: `TD(XIV)`, `UNEP(DTIE)`."""
_ROOT_WITH_SESSION = re.compile(r"([A-Z]+)(\([A-Z0-9-]+\))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comments:
    """A treaty body's general comments: the `stem` of their symbols, years by number (several where adoption and
    issue differ in print), symbols off the rule (None: it has none), and whether it calls them recommendations."""

    stem: str
    years: Mapping[int, tuple[int, ...]]
    symbols: Mapping[int, str | None]
    recommendations: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body that issues documents.

    `prefix` is the beginning of its symbols (`#` stands for any number), `slug` and `title` its name, `scheme` the
    name of the way it numbers them. `since` is its first year, `sessions` whose sessions tell the year of a
    document. `adopts` says that texts cite its resolutions by number and that they have a symbol. `named` holds its
    names in running text by language, `weak` those that count only next to a number. `resolution_form` is how a
    resolution may be called whose symbol does not follow from its number for certain.
    """

    prefix: str
    slug: str
    title: str
    scheme: str
    since: int | None
    sessions: str | None
    adopts: bool
    named: Mapping[str, str]
    weak: tuple[str, ...]
    comments: Comments | None
    resolution_form: str | None
    decisions: tuple[str, ...] = ()
    """The codes in the numbers of its decisions or resolutions: `CP` in 1/CP.21, `PLEN` in 489 (PLEN.19)."""
    blank_after: str | None = None
    """A code that is printed with a blank behind it: `MED` in UNEP/MED IG.25/27."""
    year_before_first: int | None = None
    """Of an organ that numbers by session and meets once a year at most: its session n is n years on or later."""
    working_papers: bool = False
    """Whether WP.330 in its series is a working paper: elsewhere it may be a working party, which is not a document."""
    highest: int | None = None
    """What follows its prefix alone is not a number of a document if it is higher than this; None: any is."""
    drafts_for: str | None = None
    """The organ whose texts a committee prepares: "its resolution" is that organ's."""
    called_reports: bool = False
    """Whether its reports have the word at the end of their symbols: E/ESCWA/26/9/Report."""
    reports: tuple[str, ...] = ()
    """The symbols under which its reports, and its resolutions in them, came out as documents of another organ."""

    adopts_nothing: bool = False
    """Whether it has no resolutions or decisions with numbers."""

    @property
    def root(self) -> str:
        """What comes before the first slash of its symbols."""
        return self.prefix.partition("/")[0]

    def has_one(self, head: str) -> bool:
        """Whether its names in English tell that it is or has a `council`, an `assembly` or another organ so called."""
        return head in f"{self.title} {self.named.get('en', '')}".lower()


@dataclass(frozen=True, slots=True)
class BodyTable:
    """The whole table: `numbering` has (kind, template) pairs by scheme, `without_symbols` name and pattern of other
    organs by language, `numbers_of_others` name and pattern of the numbers that only one organization has,
    `documents_of_others` who is named beside documents that only look like ours and a pattern of these,
    `other_committees` the committees that are not the United Nations'."""

    bodies: tuple[Body, ...]
    by_prefix: Mapping[str, Body]
    by_slug: Mapping[str, Body]
    roots: Mapping[str, str]
    numbering: Mapping[str, tuple[tuple[str, str], ...]]
    without_symbols: Mapping[str, tuple[tuple[str, str], ...]]
    numbers_of_others: tuple[tuple[str, str], ...]
    documents_of_others: tuple[tuple[str, str], ...]
    other_committees: Mapping[str, str]

    def adopts(self, slug: str) -> bool:
        """Whether this is the slug of a body whose resolutions have symbols; False for one that isn't in the table."""
        body = self.by_slug.get(slug)
        return body is not None and body.adopts

    @property
    def by_report(self) -> Mapping[str, Body]:
        """The bodies whose reports came out as documents of another organ, by the symbol of the report."""
        return {symbol: body for body in self.bodies for symbol in body.reports}

    @property
    def by_code(self) -> Mapping[str, Body]:
        """The bodies whose decisions have a code in their numbers, by this code."""
        return {code: body for body in self.bodies for code in body.decisions}


@cache
def table() -> BodyTable:
    """The table, read once, when it is first needed. Raises InputError as `read_table` does."""
    return read_table(TABLE)


def read_table(path: Path) -> BodyTable:
    """The table in a file. Raises InputError, with file and line, for a body that can't be read."""
    from mandate_data.yaml_files import LINE, load_yaml, without_lines  # loaded when there is something to read

    lined = load_yaml(path, "")
    content = without_lines(lined)
    for entry, with_line in zip(content["bodies"], lined["bodies"], strict=True):
        if mistake := _mistake(entry, content["numbering"]):
            raise InputError(f"{path}:{with_line[LINE]}: bodies: {mistake}")
    bodies = tuple(_body(entry) for entry in content["bodies"])
    by_slug: dict[str, Body] = {}
    for body in bodies:
        by_slug.setdefault(body.slug, body)
    return BodyTable(
        bodies,
        {body.prefix.upper(): body for body in bodies},
        by_slug,
        {body.prefix.upper(): body.prefix for body in bodies if "/" not in body.prefix},
        {scheme: _pairs(lines, " ") for scheme, lines in content["numbering"].items()},
        {language: _pairs(lines, "=") for language, lines in content["without_symbols"].items()},
        _pairs(content["numbers_of_others"], "="),
        _pairs(content["documents_of_others"], "="),
        content["other_committees"],
    )


def slug(name: str) -> str:
    """A name in lower case, words joined by `_`."""
    return re.sub(r"[\W_]+", "_", name.lower().replace("'", "")).strip("_")


def root_pattern() -> str:
    """A pattern for the first component of every symbol, longer ones first; words only in capitals."""
    roots = sorted(table().roots.values(), key=len, reverse=True)
    words = [root for root in roots if table().by_prefix[root].scheme in _CAPITALS_ONLY]
    listed = "|".join(re.escape(root) for root in roots if root not in words)
    capitals = "|".join(re.escape(root).replace(r"\#", "[0-9]{1,3}") for root in words)
    return f"(?-i:{capitals})|{listed}"


@cache
def parted_root_pattern() -> str:
    """A pattern for the roots of treaty bodies whose first letter a page parts from the others: `C EDAW/C/BLR/CO/7`."""
    roots = sorted(
        {body.root for body in table().bodies if body.scheme in _TREATY_BODIES and len(body.root) > _SHORTEST}
    )
    return "|".join(rf"{root[0]} {re.escape(root[1:])}" for root in roots)


@cache
def roots_of_organs() -> frozenset[str]:
    """What the symbols of organs whose resolutions have symbols begin with."""
    return frozenset(body.root for body in table().bodies if body.adopts)


@cache
def codes_before_a_blank() -> str:
    """A pattern for the codes that are printed with a blank behind them."""
    return "|".join(sorted(body.blank_after for body in table().bodies if body.blank_after))


def _pairs(lines: str, sign: str) -> tuple[tuple[str, str], ...]:
    halves = (line.partition(sign) for line in lines.splitlines())
    return tuple((first, second) for first, _, second in halves)


def _body(entry: Mapping[str, Any]) -> Body:
    name: str = entry["name"]
    return Body(
        entry["prefix"],
        entry.get("slug") or re.sub(r"[^a-z]+", "_", name.lower()).strip("_"),
        name,
        entry["numbering"],
        entry.get("since"),
        entry.get("sessions"),
        entry.get("resolutions", False),
        entry.get("named", {}),
        tuple(entry["weak"].split("|")) if "weak" in entry else (),
        _comments(entry["comments"]) if "comments" in entry else None,
        entry.get("resolution form"),
        tuple(entry["decisions"].split("|")) if "decisions" in entry else (),
        entry.get("blank after"),
        entry.get("year before first session"),
        entry.get("working papers", False),
        entry.get("highest"),
        entry.get("drafts for"),
        entry.get("called reports", False),
        tuple(entry.get("reports", "").split()),
        entry.get("adopts nothing", False),
    )


def _mistake(entry: Mapping[str, Any], schemes: Mapping[str, str]) -> str:
    """What is wrong with the entry of a body; empty if nothing."""
    for key in ("name", "prefix", "numbering"):
        if not isinstance(entry.get(key), str):
            return f"{entry.get('name', 'a body')} has no {key}; write it as a text"
    for key, known in (("numbering", schemes), ("sessions", SESSIONS)):
        if key in entry and entry[key] not in known:
            return f"{entry['name']}: {key}: there is no {entry[key]!r}; it is one of {', '.join(known)}"
    try:
        _body(entry)
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        return f"{entry['name']}: can't be read ({type(error).__name__}: {error}); write it as the others"
    return ""


def _comments(entry: Mapping[str, Any]) -> Comments:
    years = (pair.split(":") for pair in entry["years"].split())
    symbols: dict[int, str | None] = {}
    if "without" in entry:
        first, last = entry["without"].split("-")
        symbols |= dict.fromkeys(range(int(first), int(last) + 1))
    for pair in entry.get("symbols", "").split():
        number, symbol = pair.split(":")
        symbols[int(number)] = symbol
    return Comments(
        entry["stem"],
        {int(number): tuple(int(year) for year in listed.split(",")) for number, listed in years},
        symbols,
        entry.get("recommendations", False),
    )


def split_body(components: list[str]) -> tuple[Body, str, int] | None:
    """The body a split symbol belongs to, its prefix in official writing, and how many components that takes.

    The longest listed prefix names the body; components below it that the table does not list stay in the
    prefix. None where the first component is not a root.
    """
    known = table()
    found = _root(components[0], known)
    if found is None:
        return None
    root, best = found
    parts, prefix, used = [root], root, 1
    for position, component in enumerate(components[1:], 2):
        match = _SUBSIDIARY.fullmatch(component)
        if match is None:
            body = _listed([*parts, component], known)
            if body is None:
                break
            last = body.prefix.rpartition("/")[2]
            parts.append(last.replace("#", re.sub(r"\D", "", component)) if "#" in last else last)
        else:
            name = _OFFICIAL[(match[1] or match[3]).upper()]
            number = match[2]
            parts.append(f"{name}.{int(number) if number.isdigit() else number.upper()}" if number else name)
            body = _listed(parts, known)
            if body is None and (best.scheme == "open" or (best.prefix == root and root not in ("A", "E", "T"))):
                break
        best, prefix, used = body or best, "/".join(parts), position
    return best, prefix, used


def _root(component: str, known: BodyTable) -> tuple[str, Body] | None:
    """The root in official writing and its body: `A`, `IDB.26`, `TD(XIV)`."""
    upper = component.upper()
    if upper in known.roots:
        return upper, known.by_prefix[upper]
    if (numbered := re.sub(r"\d+$", "#", upper)) in known.roots:
        return upper, known.by_prefix[numbered]
    session = _ROOT_WITH_SESSION.fullmatch(component)
    if session and session[1].upper() in _WITH_SESSION:
        return upper, known.by_prefix[session[1].upper()]
    return None


_LAST_NUMBER = re.compile(r"(?:\d+|(?<=\.)[IVX]+)$")
_ENDS_A_NUMBER = frozenset("0123456789IVX")


def _listed(parts: list[str], known: BodyTable) -> Body | None:
    """The body that is listed with this prefix, its last number being any."""
    exact = "/".join(parts).upper()
    found = known.by_prefix.get(exact)
    return found or (known.by_prefix.get(_LAST_NUMBER.sub("#", exact)) if exact[-1:] in _ENDS_A_NUMBER else None)
