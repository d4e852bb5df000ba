"""Finding the addenda, corrigenda and revisions that a text names by their suffix alone behind their document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.pinpoints.joints import counts_things, ends_a_range, joint, next_item
from mandate_data.citations.reading.days import begins_a_date
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.series import digits, written_modifier
from mandate_data.citations.symbols.symbols import LONGEST, Symbol, read

_SUFFIX_NEAR = re.compile(r"(?:Corr|Add|Rev|Amend)s?\b")
_BEFORE = 12
"""How far before a document in brackets the one begins that it is named beside."""
_FIGURES = 2
"""A number alone of more figures than this is not that of a suffix, where the one before has no more."""
_CHAINED = ("Add.", "Corr.", "Rev.", "Amend.")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The next suffix, which may have one of its `own` (Add.1/Corr.1), and what tells that a number is a count."""

    suffix: re.Pattern[str]
    counted: re.Pattern[str]
    aside: re.Pattern[str]
    """Another document, in brackets behind the one whose addenda follow: A/CN.4/175 `(see A/CN.4/182)` + Add.1."""
    within_aside: re.Pattern[str]
    """The same, with the last figure of the other one."""


@cache
def _patterns(words: Words) -> _Patterns:
    whose = fragment(words, words.possessive)
    its = rf"(?:(?:{whose})\s)?(?:(?:{fragment(words, words.suffixes)})\w{{2,9}}\s\()?"
    see = "|".join(fragment(words, word) for word in words.see) or NEVER
    number = r"(?P<number>[\dlI]{1,3})(?:/(?P<own>Corr|Rev|Add)\.?\s?(?P<own_number>[\dlI]{1,3}))?"
    inside_word = rf"(?!(?:{fragment(words, words.joined_conjunction)})[A-Z])\w"
    return _Patterns(
        re.compile(
            rf"(?:\s{{0,2}}[(\[]?\s?(?:{joint(words)}|\+)\s{{0,2}}){{1,2}}"
            rf"({its}(?P<word>Add|Corr|Rev|Amend)s?\s?\.?\s?{number}|(?P<alone>\d{{1,3}}))(?!{inside_word}|/|\.\d(?!\d{{0,2}}(?:/\s|\s?\n)))",
            re.IGNORECASE,
        ),
        re.compile(rf"{counts_things(words).pattern}|\s?\(|-\d{{3}}", re.IGNORECASE),
        re.compile(rf"\s\((?:{see})\s[A-Z]{{1,9}}/[^()\s]{{3,40}}\)(?=\s?\+)", re.IGNORECASE),
        re.compile(rf"\d\s\((?i:{see})\s[A-Z]{{1,9}}/[^()\s]{{3,40}}\)$"),
    )


def addenda(text: PreparedText, symbol: Symbol, antecedent: int, position: int) -> list[Reference]:
    """The addenda and corrigenda that a text lists after a symbol by their suffix alone, a pinpoint between.

    A bare number goes on with the sort before it.
    """
    if (aside := _patterns(text.words).aside.match(text.plain, position)) is not None:
        position = aside.end()
    elif _patterns(text.words).within_aside.search(
        text.plain, max(0, antecedent - text.offset - _BEFORE), position + 1
    ):
        return []
    match = _next_in_chain(text, position)
    if match is None:
        return []
    roots, printed, kept = _roots(symbol)
    last = printed
    word = last[-1].partition(".")[0] if last and last[-1].startswith(_CHAINED) else ""
    chained: list[Reference] = []
    counted = _patterns(text.words).counted
    while match is not None:
        number = match["number"] or match["alone"]
        word = (match["word"] or word).capitalize()
        counts = match["alone"] and "\n" in match[0] and text.plain.startswith(".", match.end())  # the next paragraph
        counts = counts or (
            match["alone"] and not ends_a_range(match, text.words) and counted.match(text.plain, match.end())
        )
        above = match["alone"] and last and len(digits(number)) > _FIGURES >= len(last[-1].rpartition(".")[2])
        if counts or not word or above:
            break  # 574/Add.1, 591
        last = (*_hanging_on(printed, last, word), f"{word}.{digits(number)}")
        own = () if match["own"] is None else (f"{match['own'].capitalize()}.{digits(match['own_number'])}",)
        found = read(kept + "-".join(root + "".join(map(written_modifier, (*last, *own))) for root in roots))
        if found is None:
            break
        start, position = match.start("word" if match["word"] else "alone"), match.end()
        chained.append(
            Reference(
                start + text.offset,
                position + text.offset,
                text.raw[start:position],
                "addendum",
                found.canonical,
                repaired=not number.isdigit() or found.incomplete,
                antecedent=antecedent,
                line=text.line,
            )
        )
        match = _next_in_chain(text, position)
    return chained


def _next_in_chain(text: PreparedText, position: int) -> re.Match[str] | None:
    """The next suffix, behind a pinpoint too: `(paras. 2-4) and Corr.1`; there a bare number is none."""
    plain, suffix = text.plain, _patterns(text.words).suffix
    match = suffix.match(plain, position)
    if match is not None and match["alone"] and begins_a_date(text.raw, match.start("alone")):
        match = None
    if match is not None or not _SUFFIX_NEAR.search(plain, position, position + LONGEST):
        return match
    return next_item(text, suffix, position)


def with_suffix(symbol: str, suffix: str) -> tuple[str, str] | None:
    """A document and the addendum to it that `Ibid., Add.1` means after `symbol`; None if there is none."""
    whole = read(symbol)
    if whole is None:
        return None
    word, _, number = suffix.replace(" ", "").partition(".")
    roots, printed, kept = _roots(whole)
    hanging = "".join(map(written_modifier, _hanging_on(printed, printed, word) if printed else ()))
    document = kept + "-".join(root + hanging for root in roots)
    found = read(kept + "-".join(f"{root}{hanging}/{word}.{number}" for root in roots))
    return (document, found.canonical) if found else None


def _roots(symbol: Symbol) -> tuple[list[str], tuple[str, ...], str]:
    """A symbol, or both of a twin, without suffixes; the suffixes; the half that has none where only the other has."""
    if not symbol.twin:
        return [_bare(symbol)], symbol.modifiers, ""
    first, second = symbol.canonical.split("-", 1)
    other = read(second)
    if other is not None and other.modifiers and not symbol.modifiers:
        return [_bare(other)], other.modifiers, f"{first}-"
    suffix = "".join(map(written_modifier, symbol.modifiers))
    return [first.removesuffix(suffix), second.removesuffix(suffix)], symbol.modifiers, ""


def _bare(symbol: Symbol) -> str:
    return symbol.canonical.removesuffix("".join(map(written_modifier, symbol.modifiers)))


def _hanging_on(printed: tuple[str, ...], last: tuple[str, ...], word: str) -> tuple[str, ...]:
    """The suffixes on which one of the sort `word` hangs, after a symbol printed with some and the `last` one.

    It takes the place of one of its sort; a corrigendum is one to the document printed, but to the last addendum
    where that is printed whole.
    """
    words = [name.partition(".")[0] for name in last]
    if word in words:
        return last[: words.index(word)]
    if word != "Add" and last != printed and not any(name.startswith("Add") for name in printed):
        return printed
    return last[:-1] if words[-1:] == ["Corr"] else last
