"""Which United Nations body a document symbol belongs to: the table of prefixes.

Sources: the United Nations Library's guide to document symbols and the 2005 harmonisation of treaty-body
symbols.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ROOTS = (
    "A",
    "S",
    "E",
    "T",
    "ST",
    "CCPR",
    "CAT",
    "CRC",
    "CEDAW",
    "CERD",
    "CMW",
    "CRPD",
    "CED",
    "HRI",
    "HR",
    "DP",
    "FCCC",
    "CTOC",
    "CAC",
    "TD",
    "CD",
    "JIU",
    "NPT",
    "CCW",
    "BWC",
    "ICCD",
    "PCNICC",
)
"""The first component of every symbol this library reads."""

SUBSIDIARY = re.compile(r"(CONF|CN|AC|SC|WG|Sub|C)[. ]?(\d{1,3}|[IVX]{1,4})|(HRC|PC|AC)", re.IGNORECASE)
"""One component that names a body below another: `C.3`, `CN.4`, `Sub.2`, `WG.III`, `HRC`; they nest."""

_OFFICIAL = {word.upper(): word for word in ("CONF", "CN", "AC", "SC", "WG", "Sub", "C", "HRC", "PC")}


@dataclass(frozen=True, slots=True)
class Body:
    """A body that issues documents.

    `prefix` is the beginning of its symbols (`#` stands for any number), `slug` and `title` its name, and
    `scheme` the name of the way it numbers them (see `series.SCHEMES`).
    """

    prefix: str
    slug: str
    title: str
    scheme: str


def _body(prefix: str, title: str, scheme: str, slug: str = "") -> Body:
    return Body(prefix, slug or re.sub(r"[^a-z]+", "_", title.lower()).strip("_"), title, scheme)


BODIES: tuple[Body, ...] = (
    _body("A", "General Assembly", "assembly"),
    _body("A/C.1", "First Committee of the General Assembly", "committee"),
    _body("A/C.2", "Second Committee of the General Assembly", "committee"),
    _body("A/C.3", "Third Committee of the General Assembly", "committee"),
    _body("A/C.4", "Fourth Committee of the General Assembly", "committee"),
    _body("A/C.5", "Fifth Committee of the General Assembly", "committee"),
    _body("A/C.6", "Sixth Committee of the General Assembly", "committee"),
    _body("A/C.#", "Committee of the General Assembly", "committee"),
    _body("A/CN.4", "International Law Commission", "committee"),
    _body("A/CN.9", "United Nations Commission on International Trade Law", "committee"),
    _body("A/CN.10", "Disarmament Commission", "committee"),
    _body("A/CN.#", "Commission of the General Assembly", "committee"),
    _body(
        "A/AC.96",
        "Executive Committee of the High Commissioner's Programme",
        "committee",
        "executive_committee_of_the_high_commissioners_programme",
    ),
    _body("A/AC.105", "Committee on the Peaceful Uses of Outer Space", "committee"),
    _body("A/AC.109", "Special Committee on decolonization", "committee"),
    _body("A/AC.#", "Ad hoc body of the General Assembly", "committee"),
    _body("A/CONF.#", "United Nations conference", "conference"),
    _body("A/WG.#", "Working group of the General Assembly", "committee"),
    _body("A/HRC", "Human Rights Council", "council"),
    _body("A/HRC/AC", "Human Rights Council Advisory Committee", "council"),
    _body("A/HRC/WG.6", "Working Group on the Universal Periodic Review", "working_group"),
    _body("A/HRC/WG.#", "Working group of the Human Rights Council", "working_group"),
    _body("S", "Security Council", "security_council"),
    _body("S/AC.#", "Committee of the Security Council", "committee"),
    _body("E", "Economic and Social Council", "ecosoc"),
    _body("E/C.2", "Committee on Non-Governmental Organizations", "committee"),
    _body("E/C.12", "Committee on Economic, Social and Cultural Rights", "treaty_body"),
    _body("E/C.19", "Permanent Forum on Indigenous Issues", "committee"),
    _body("E/C.#", "Committee of the Economic and Social Council", "committee"),
    _body("E/CN.3", "Statistical Commission", "committee"),
    _body("E/CN.4", "Commission on Human Rights", "commission"),
    _body("E/CN.4/Sub.2", "Sub-Commission on the Promotion and Protection of Human Rights", "commission"),
    _body("E/CN.4/AC.#", "Working group of the Commission on Human Rights", "committee"),
    _body(
        "E/CN.4/Sub.2/AC.#",
        "Working group of the Sub-Commission on the Promotion and Protection of Human Rights",
        "committee",
    ),
    _body("E/CN.5", "Commission for Social Development", "committee"),
    _body("E/CN.6", "Commission on the Status of Women", "committee"),
    _body("E/CN.7", "Commission on Narcotic Drugs", "committee"),
    _body("E/CN.9", "Commission on Population and Development", "committee"),
    _body("E/CN.15", "Commission on Crime Prevention and Criminal Justice", "committee"),
    _body("E/CN.17", "Commission on Sustainable Development", "committee"),
    _body("E/CN.#", "Functional commission of the Economic and Social Council", "committee"),
    _body("E/AC.#", "Ad hoc body of the Economic and Social Council", "committee"),
    _body("E/CONF.#", "Conference of the Economic and Social Council", "committee"),
    _body("T", "Trusteeship Council", "trusteeship"),
    _body("ST", "Secretariat", "named_series"),
    _body("CCPR", "Human Rights Committee", "treaty"),
    _body("CAT", "Committee against Torture", "treaty"),
    _body("CRC", "Committee on the Rights of the Child", "treaty"),
    _body("CEDAW", "Committee on the Elimination of Discrimination against Women", "treaty"),
    _body("CERD", "Committee on the Elimination of Racial Discrimination", "treaty"),
    _body("CMW", "Committee on Migrant Workers", "treaty"),
    _body("CRPD", "Committee on the Rights of Persons with Disabilities", "treaty"),
    _body("CED", "Committee on Enforced Disappearances", "treaty"),
    _body("HRI", "International human rights instruments", "instruments"),
    _body("HR", "Office of the High Commissioner for Human Rights", "publications"),
    _body("DP", "United Nations Development Programme", "programme"),
    _body("FCCC", "United Nations Framework Convention on Climate Change", "named_series"),
    _body(
        "CTOC",
        "Conference of the Parties to the Convention against Transnational Organized Crime",
        "named_series",
    ),
    _body("CAC", "Conference of the States Parties to the Convention against Corruption", "named_series"),
    _body("TD", "United Nations Conference on Trade and Development", "named_series"),
    _body("CD", "Conference on Disarmament", "named_series"),
    _body("JIU", "Joint Inspection Unit", "named_series"),
    _body("NPT", "Parties to the Treaty on the Non-Proliferation of Nuclear Weapons", "named_series"),
    _body("CCW", "Parties to the Convention on Certain Conventional Weapons", "named_series"),
    _body("BWC", "States Parties to the Biological Weapons Convention", "named_series"),
    _body("ICCD", "Conference of the Parties to the Convention to Combat Desertification", "named_series"),
    _body("PCNICC", "Preparatory Commission for the International Criminal Court", "named_series"),
)

_BY_PREFIX = {body.prefix: body for body in BODIES}
_ROOT = {root.upper(): root for root in ROOTS}


def split_body(components: list[str]) -> tuple[Body, str, int] | None:
    """The body a split symbol belongs to, its prefix in official writing, and how many components that takes.

    The longest listed prefix names the body; components below it that the table does not list stay in the
    prefix. None where the first component is no root.
    """
    root = _ROOT.get(components[0].upper())
    if root is None:
        return None
    parts, patterns = [root], [root]
    best, prefix, used = _BY_PREFIX[root], root, 1
    for position, component in enumerate(components[1:], 2):
        match = SUBSIDIARY.fullmatch(component)
        if match is None:
            break
        name = _OFFICIAL[(match[1] or match[3]).upper()]
        number = match[2]
        parts.append(f"{name}.{int(number) if number.isdigit() else number.upper()}" if number else name)
        patterns.append(f"{name}.#" if number else name)
        exact = "/".join(parts)
        body = _BY_PREFIX.get(exact) or _BY_PREFIX.get("/".join([*parts[:-1], patterns[-1]]))
        if body is None and best.prefix == root and root not in ("A", "E"):
            break
        best, prefix, used = body or best, exact, position
    return best, prefix, used
