"""Finding treaties, cases and letters of special procedures: what texts cite beside documents of the United Nations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

from mandate_data.citations.bodies import slug
from mandate_data.citations.languages import Words
from mandate_data.citations.pinpoints import pinpoint_at
from mandate_data.citations.prepared_text import Linear, PreparedText, fragment, is_all_of
from mandate_data.citations.references import Reference, ReferenceKind

_TABLE = Path(__file__).parent / "instruments.yaml"
_LETTER = r"\b(?:(?:AL|UA|JAL|JUA|OL|OTH|AP)\s[A-Z]{3}|OTH)\s[0-9]{1,3}/(?:19|20)[0-9]{2}\b"
_NUMBERED_CASE = (
    r"\b(?:[Aa]pplications?|[Pp]etitions?|[Cc]ases?|[Rr]equêtes?|[Aa]ffaires?|[Cc]asos?)"
    r"\s(?:[Nn]os?\.?|n\xa4|n\xe9|n[uú]m\.)\s{0,2}"
    r"(?:(?:IT|ICTR|SCSL|MICT)-[0-9]{2,4}-[0-9]{1,3}(?:/[0-9])?(?:-[A-Z]{1,2}[0-9]{0,2})?"
    r"|(?:C-)?[0-9]{1,6}[./-][0-9]{2,4}(?:/[0-9]{2,4})?)\b|\bC-[0-9]{1,4}/[0-9]{2}\b"
)
_NAME_WORD = r"(?:[A-Z][A-Za-z\xe9.'-]{0,24}|of|for|the|de|la|al|et|and|others|y|otros|del)"
_NAMED_CASE = (
    rf"\b[A-Z][A-Za-z\xe9.'-]{{0,24}}(?:\s{_NAME_WORD}){{0,6}}\s(?:v|vs|c)\.\s(?:the\s)?"
    r"[A-Z][A-Za-z\xe9'-]{1,24}(?:\s(?:of\s(?:the\s)?)?[A-Z][A-Za-z\xe9'-]{1,24}){0,3}"
)
_CASE_NUMBER = re.compile(
    r"(?:IT|ICTR|SCSL|MICT)-\d{2,4}-\d{1,3}(?:/\d)?(?:-[A-Z]{1,2}\d{0,2})?|(?:C-)?\d{1,6}[./-]\d{2,4}(?:/\d{2,4})?"
)
_PARTIES = re.compile(r"\s(?:v|vs|c)\.?\s")
_SEE = re.compile(r"^(?:See|In|Cf\.?|Also|The|But|And|For|Case|Voir|Véase)\s(?:also\s|the\s)?")


@cache
def _instruments(words: Words) -> list[tuple[str, str, bool]]:
    """Id, pattern and whether it counts only beside an article, of each treaty, longer names first."""
    from mandate_data.yaml_files import read_yaml  # loaded when treaties are asked for

    found: list[tuple[str, str, bool]] = []
    for entry in read_yaml(_TABLE):
        if words.code in entry:
            found.append((entry["id"], fragment(words, entry[words.code]), False))
        if "abbreviation" in entry:
            found.append((entry["id"], entry["abbreviation"], False))
        if "weak" in entry:
            found.append((entry["id"], entry["weak"], True))
    return sorted(found, key=lambda one: (one[2], -len(one[1])))


@cache
def _lexer(words: Words) -> Linear:
    treaties = "|".join(pattern for _, pattern, _ in _instruments(words))
    return Linear(rf"{words.edge}(?:{treaties})|{_LETTER}|{fragment(words, _NUMBERED_CASE)}|{_NAMED_CASE}")


def works(text: PreparedText) -> Iterator[Reference]:
    """The treaties, cases and letters that a text names, in its order, without their pinpoints.

    An abbreviation that stands for a committee, too (`CRC`), counts only beside an article.
    """
    plain = text.plain
    for start, end in _lexer(text.words).spans(text.data, 0, len(plain)):
        if plain[end : end + 1].isalnum():
            continue
        printed = plain[start:end]
        kind, identifier = _named(text, start, end)
        if identifier is None:
            continue
        if kind == "case" and _PARTIES.search(printed) and (lead := _SEE.match(printed)):
            start += lead.end()
            identifier = f"case:{_case(text.raw[start:end])}"
        yield Reference(start, end, text.raw[start:end], kind, identifier=identifier)


def _named(text: PreparedText, start: int, end: int) -> tuple[ReferenceKind, str | None]:
    """The kind and the stable id of what is printed; None if it is none after all."""
    printed = text.plain[start:end]
    if re.fullmatch(_LETTER, printed):
        return "letter", "letter:" + printed.lower().replace(" ", "-").replace("/", "-")
    for identifier, pattern, weak in _instruments(text.words):
        if is_all_of(pattern)(printed):
            beside = not weak or _beside_an_article(text, start, end)
            return "treaty", f"treaty:{identifier}" if beside else None
    return "case", f"case:{_case(text.raw[start:end])}"


def _beside_an_article(text: PreparedText, start: int, end: int) -> bool:
    after = re.compile(r",?\s\(?").match(text.plain, end)
    if after and (pinpoint := pinpoint_at(text.plain, after.end(), text.words)) and pinpoint.kind == "article":
        return True
    before = text.plain[max(0, start - 40) : start]
    label = re.search(r"\b[Aa]rt(?:s?\.|icles?|ículos?)\s[\d\s,()a-z-]{1,24}(?:of the|of|du|de la|del)?\s?$", before)
    return label is not None


def _case(printed: str) -> str:
    """The stable id of a case: its number, or the names of its parties."""
    number = _CASE_NUMBER.search(printed)
    if number and not _PARTIES.search(printed):
        return number[0].replace("/", "-").replace(".", "-").lower()
    bare = "".join(sign for sign in normalize("NFKD", printed) if not combining(sign))
    return slug(_PARTIES.sub(" v ", bare)).replace("_", "-")
