"""Normalisations: named rules by which a text becomes a value, run by readers and run again by the check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mandate_data.citations import SymbolError, cite, parse
from mandate_data.citations.general_comments.general_comment_list import all_comments, symbol_of
from mandate_data.extract.claimed_values import normal
from mandate_data.extract.countries import country_code
from mandate_data.extract.records import Scalar
from mandate_data.extract.values import (
    DATE,
    NUMBER,
    ORDINAL,
    ORDINAL_WORDS,
    PrintedError,
    edtf_date,
    edtf_span,
    number,
    span_year,
)
from mandate_data.typography import straighten


@dataclass(frozen=True, slots=True)
class Normalisation:
    """A rule: what it is called and does, how it reads a text, and which texts have such a value.

    `read` raises ValueError for a text that has no such value. `confirms` says whether a value is a reading of a text;
    without it, the value is the one that `read` gives, or a finer one that agrees with it. `pattern` is a regular
    expression for printed values, where there is one.
    """

    rule_id: str
    description: str
    read: Callable[[str], Scalar]
    confirms: Callable[[str, Scalar], bool] | None = None
    pattern: str = ""

    def is_confirmed(self, text: str, value: Scalar) -> bool:
        """Whether `value` is a reading of `text`."""
        if self.confirms is not None:
            return self.confirms(text, value)
        try:
            read = self.read(text)
        except ValueError:
            return False
        return read == value or (isinstance(value, str) and value.startswith(f"{read}-"))


_NO_JOINT = re.compile(r"[,\s]+")


def _interval(text: str) -> str:
    dates = re.findall(DATE, text)
    if len(dates) != 2:
        raise PrintedError(f"{text!r} is not an interval; expected two dates")
    return f"{edtf_date(dates[0])}/{edtf_date(dates[1])}"


def _ordinal(text: str) -> int:
    figures = re.fullmatch(r"(\d+) ?(?:st|nd|rd|th)", text)
    if figures:
        return int(figures[1])
    if text.casefold() not in ORDINAL_WORDS:
        raise PrintedError(f"{text!r} is not an ordinal; expected third or 3rd")
    return ORDINAL_WORDS[text.casefold()]


def _figures(text: str) -> str:
    found = re.match(r"\d+", text)
    if found is None:
        raise PrintedError(f"{text!r} does not begin with figures")
    return found[0]


def _symbol(text: str) -> str:
    symbols = {reference.symbol for reference in cite(text) if reference.symbol}
    if len(symbols) != 1:
        raise PrintedError(f"{text!r} cites {len(symbols)} documents; expected one")
    return str(symbols.pop())


def _is_symbol_of(text: str, value: Scalar) -> bool:
    """The symbol itself, blanks apart; the number and session of what is named in prose; or what the citation engine
    reads in the text."""
    printed = re.escape(str(value))
    if re.search(rf"(?<!\w){printed}(?!\w)", text):
        return True
    # A chain ("A/HRC/7/11 and Corr.1") is given as the places of the symbol and of what is added to it.
    if any(re.search(rf"{printed}(?!\d)", text.replace(" ", between)) for between in ("", "/")):
        return True
    if _is_general_comment(text, str(value)):
        return True
    try:
        symbol = parse(str(value))
    except SymbolError:
        return False
    named = [part for part in (symbol.number, symbol.session) if part]
    is_prose = not re.match(r"[A-Za-z]+/", text)
    if is_prose and symbol.kind in ("resolution", "decision", "general_comment") and named:
        return all(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in named)
    return any(reference.symbol == value for reference in cite(text))


def _is_general_comment(text: str, symbol: str) -> bool:
    """Whether a text names a general comment by a number under which some committee adopted one with this symbol."""
    comment = re.search(r"(?i)general\s+(?:comment|recommendation)s?", text)
    return comment is not None and any(
        symbol == symbol_of(committee, int(number))
        for number in re.findall(r"\d+", text[comment.end() :])
        for committee in all_comments()
    )


def _is_claim_of(text: str, value: Scalar) -> bool:
    words = re.findall(r"\w+", str(value).casefold())
    return normal(text) == value or set(words) <= set(re.findall(r"\w+", text.casefold()))


def _sentence_case(text: str) -> str:
    return text.capitalize() if text.isupper() else text


NORMALISATIONS: tuple[Normalisation, ...] = (
    Normalisation("date", "A printed date as EDTF, as precise as printed.", edtf_date, pattern=DATE),
    Normalisation("interval", "Two printed dates as an EDTF interval.", _interval),
    Normalisation(
        "span-start",
        "The first day of a printed span of days, or a month without a day.",
        lambda text: edtf_span(text)[0],
    ),
    Normalisation(
        "span-end",
        "The last day of a printed span of days, or a month without a day.",
        lambda text: edtf_span(text)[1],
    ),
    Normalisation(
        "span-year",
        "The year of the first day of a printed span of days, or of a month.",
        span_year,
    ),
    Normalisation("number", "A printed number in figures.", number, pattern=NUMBER),
    Normalisation("ordinal", "A printed ordinal as a number.", _ordinal, pattern=ORDINAL),
    Normalisation("figures", "The figures with which a text begins.", _figures),
    Normalisation("country", "A printed name of a country as its ISO 3166-1 alpha-3 code.", country_code),
    Normalisation("symbol", "The canonical symbol of a cited United Nations document.", _symbol, _is_symbol_of),
    Normalisation("claimed", "A claimed number in figures, anything else as printed.", normal, _is_claim_of, NUMBER),
    Normalisation(
        "row",
        "The cells of a row, with bars between them.",
        lambda text: text,
        lambda text, value: re.findall(r"\w+", text) == re.findall(r"\w+", str(value)),
    ),
    Normalisation(
        "joined",
        "Several texts joined by commas.",
        lambda text: text,
        lambda text, value: _NO_JOINT.sub("", text) == _NO_JOINT.sub("", str(value)),
    ),
    Normalisation(
        "capitals",
        "The same words, differing in capitals only.",
        _sentence_case,
        lambda text, value: straighten(text).casefold() == straighten(str(value)).casefold(),
    ),
)


def by_id(normalisations: Iterable[Normalisation]) -> Mapping[str, Normalisation]:
    """Rules by their names. Raises ValueError where two have one name."""
    rules: dict[str, Normalisation] = {}
    for rule in normalisations:
        if rule.rule_id in rules:
            raise ValueError(f"two normalisations are called {rule.rule_id!r}")
        rules[rule.rule_id] = rule
    return MappingProxyType(rules)
