"""People whom a source names: who answers with the id of one needs no passage for the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import slug

from .holder_names import named_holders
from .holder_sentences import PART, TITLE, UPPER
from .own_mandate import Mandate

_FIRST = rf"(?:(?:[{UPPER}]\.)+|[{UPPER}][\w'’-]*)"
TITLED = re.compile(rf"\b(?P<title>{TITLE}) (?P<name>{_FIRST}(?: {PART})*)")
"""Somebody with a form of address: "Ms. Ana Example", "Mr. Example"."""
WOMEN, MEN = frozenset({"Ms", "Mrs", "Miss", "Dame"}), frozenset({"Mr", "Sir"})
"""Forms of address, by which two people of one family name are told apart."""
NO_FULL_NAME = "no other place of the text has it, and people.name is the family name alone; correct it in the guide"
SEVERAL = "several people of the text have this family name: {}; correct the passage under people"


@dataclass(frozen=True, slots=True)
class People:
    """Whom a source names: `holders` are those whom it names beside the office, by the id that is suggested for each;
    `names` the full names that it prints, each with its forms of address."""

    holders: Mapping[str, str]
    names: Mapping[str, frozenset[str]]

    def full_names(self, name: str, title: str = "") -> list[str]:
        """The longer names that end with a name, of people who may have this form of address."""
        found = (full for full, titles in self.names.items() if full.endswith(f" {name}") and _may_be(title, titles))
        return sorted(found)

    def of_id(self, person_id: str) -> list[str]:
        """The full names for which this id would be suggested."""
        return sorted(full for full in self.names if suggested_id(full) == person_id)

    @property
    def introduced(self) -> Mapping[str, Mapping[str, str]]:
        """By suggested id: the entry of a guide that reads the name, of each person who alone has it."""
        found = {suggested_id(full): full for full in self.names} | dict(self.holders)
        return {key: name_entry(key, name) for key, name in sorted(found.items()) if len(self.of_id(key)) < 2}


def people_of(parsed: ParsedSource, mandate: Mandate) -> People:
    """Whom the running text of a source names."""
    holders: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    for block, text in zip(parsed.blocks, parsed.text, strict=True):
        if block.kind not in ("paragraph", "item"):
            continue
        for one in named_holders(text):
            if one.surely and mandate.names_no_other(one.words):
                name = _name(one.name)
                holders.setdefault(suggested_id(name), name)
                names.setdefault(name, set())
        for found in TITLED.finditer(text):
            names.setdefault(_name(found["name"]), set()).add(found["title"].rstrip("."))
    full = {name: frozenset(titles) for name, titles in names.items() if is_full(name)}
    own = People({}, full)
    longer = {key: own.full_names(name) if not is_full(name) else [] for key, name in holders.items()}
    return People({key: longer[key][0] if len(longer[key]) == 1 else name for key, name in holders.items()}, full)


def suggested_id(name: str) -> str:
    """The id that is suggested for a person: the family name in small letters."""
    return slug(name.split()[-1])


def name_entry(person_id: str, name: str) -> Mapping[str, str]:
    """The entry of a guide that reads a name wherever the text has it."""
    return {"id": person_id, "pattern": rf"(?P<name>{exactly(name)})(?![\w-])"}


def is_full(name: str) -> bool:
    """Whether a name has more than a family name: "Ana Example", not "de la Example"."""
    return sum(word[0].isupper() for word in name.split()) > 1


def title_before(text: str, start: int) -> str:
    """The form of address before a name that begins at `start`; "" where there is none."""
    words = text[:start].split()
    last = words[-1].strip("(,").rstrip(".") if words else ""
    return last if re.fullmatch(TITLE, last) else ""


def _name(printed: str) -> str:
    return re.sub(r"['’]s?$", "", printed)


def _may_be(title: str, titles: Iterable[str]) -> bool:
    known = set(titles)
    return not ((title in WOMEN and known & MEN) or (title in MEN and known & WOMEN))
