"""People whom a source names as holders of the mandate: who answers with the id of one needs no passage for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import slug

from .holder_sentences import NOBODY, TITLE, UPPER
from .own_mandate import OFFICE, Mandate

_NAME = rf"[{UPPER}][\w'’-]+"
_NAMES = rf"{_NAME}(?: {_NAME}){{1,3}}"
_HOLDS = r"(?i:mandate[ -]holders?)"
FORMS = (
    re.compile(
        rf"\b(?:{OFFICE}|{_HOLDS})(?: on [^.;:(,]{{3,160}}?)?,? (?:{TITLE} (?P<titled>{_NAME}(?: {_NAME}){{0,3}})"
        rf"|(?<=, ){NOBODY}(?P<named>{_NAMES})(?: \(|,(?= [a-z])(?! (?:and|or|as well)\b)))"
    ),
    re.compile(
        rf"\b{TITLE} (?P<titled>{_NAMES}),? (?:the )?(?:\w+ )?(?:{OFFICE}|{_HOLDS})\b(?: on [^.;:(,]{{3,160}})?"
    ),
)
"""A name beside the office: "the Special Rapporteur, Ms. Ana Example", "Ana Example, Special Rapporteur on health"."""


def named_people(parsed: ParsedSource, mandate: Mandate) -> Mapping[str, Mapping[str, str]]:
    """By suggested id: the entry that reads the name of somebody who is named as holder of the mandate."""
    people: dict[str, Mapping[str, str]] = {}
    for block, text in zip(parsed.blocks, parsed.text, strict=True):
        if block.kind not in ("paragraph", "item"):
            continue
        for found in (one for form in FORMS for one in form.finditer(text)):
            if mandate.names_no_other(found[0]):
                name = next(found[group] for group in ("titled", "named") if found.groupdict().get(group))
                person_id = slug(name.split()[-1])
                people.setdefault(person_id, {"id": person_id, "pattern": rf"(?P<name>{exactly(name)})(?![\w-])"})
    return people
