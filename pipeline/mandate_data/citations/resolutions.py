"""Finding resolutions and decisions that running text names by their numbers, and the organ that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.numbering import may_be_called, numbers_like, possible, symbol_of
from mandate_data.citations.organs import Mention, Organs
from mandate_data.citations.prepared_text import CLOSING, PreparedText, date, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolution_numbers import Number, numbers_at, with_date
from mandate_data.citations.session_years import security_council_year
from mandate_data.citations.symbols import read

Kind = Literal["RES", "DEC"]

_NOT_BEFORE = "/.-_"
_OPENING = r"[*_\[(\"]{0,2}"
NOT_NAMED = "the organ is not named"
NO_SYMBOL = "the resolutions of this organ have no symbol that follows from their number"
ANOTHER_NEAR = "the sentence names an organ that has no resolutions of this form"
FORGET = 1200
"""How far back the organ behind `its resolution` may be named."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands around the numbers, in one language."""

    lead: re.Pattern[str]
    organ_between: re.Pattern[str]
    after_organ: re.Pattern[str]
    closing: re.Pattern[str] | None
    before: re.Pattern[str]
    after: re.Pattern[str]
    introduced: re.Pattern[str]
    introduction: re.Pattern[str]
    possessive: re.Pattern[str]
    attribute: re.Pattern[str]
    subject: re.Pattern[str]
    opening: re.Pattern[str]
    verb: re.Pattern[str]
    comma_before: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    resolution, decision = fragment(words, words.resolution), fragment(words, words.decision)
    sign, filler = fragment(words, words.number_sign), fragment(words, words.filler)
    of, adopted = fragment(words, words.of_organ), fragment(words, words.adopted)
    dated, the = fragment(words, words.dated), fragment(words, words.article_before)
    nations, before = fragment(words, words.united_nations), fragment(words, words.before_number)
    either = rf"(?:({resolution})|(?:{decision}))\b\.?" if words.edge else rf"(?:({resolution})|(?:{decision}))"
    number = rf"(?:(?:{sign})\s{{0,2}})?{_OPENING}"
    of_date = rf"(?:,?\s{{1,2}}(?:(?:{dated})\s)?\(?{date(words)}\)?)?"
    article = rf"(?:(?:{the})\s?)?"
    ends = None
    if words.closing:
        ends = re.compile(
            rf"[^\n.;]{{0,14}}?(?:({fragment(words, words.closing[0])})|{fragment(words, words.closing[1])})"
        )
        either = f"({resolution})"
    return _Patterns(
        re.compile(rf"{either}(?:[\s:,]{{0,3}}(?:{filler})\b){{0,3}}[\s:,]{{0,3}}{number}", re.IGNORECASE),
        re.compile(rf"{either}\s{{1,2}}(?:(?:{of})\s?)?{article}(?:(?:{nations})\s)?", re.IGNORECASE),
        re.compile(rf"[\s:,]{{0,3}}(?:(?:{filler})[\s:,]{{1,3}}){{0,2}}{number}", re.IGNORECASE),
        ends,
        re.compile(
            rf"(?:'s)?[)\]\s,:*_\"'(\[]{{1,4}}(?:(?:{before})\s{{1,2}}){{0,5}}[*_\[(\"']{{0,2}}"
            if words.edge
            else rf"[\s,]{{0,2}}(?:{before})?\s?(?:{date(words)})?\s?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{CLOSING}{of_date}(?:,?\s{{1,2}}\(?(?:(?:{adopted})\s)?(?:{of})|\s\()\s{{0,2}}{article}"
            rf"(?:(?:{nations})\s(?!General|Security|Economic|Human|Environment|Habitat|Commission))?"
            if words.of_organ
            else rf"{CLOSING}{of_date}\s{{0,2}}\(?(?:(?:{adopted})\s)?",
            re.IGNORECASE,
        ),
        re.compile(rf"{CLOSING}{of_date}(?:,\s{{1,2}}{article}|\s{{1,2}}(?-i:{the})\s)", re.IGNORECASE),
        re.compile(rf"\b(?:{fragment(words, words.introduction)})\s(?:\w{{2,4}}\s)?$", re.IGNORECASE),
        re.compile(rf"\b(?:{fragment(words, words.possessive)})\s{{1,2}}(?:\w{{3,9}}\s)?$", re.IGNORECASE),
        re.compile(rf"(?:'s)?\s{{1,2}}(?:{resolution}|{decision})", re.IGNORECASE),
        re.compile(rf",\s{{1,4}}(?:{fragment(words, words.subject)})"),
        re.compile(rf"(?:{fragment(words, words.capital_article)}|(?:^|\n)[\s\"'_*]{{0,4}})$"),
        re.compile(rf"[\s\d.()a-z]{{0,8}}(?:{fragment(words, words.subject)})"),
        re.compile(rf",\s{{1,2}}{article}$", re.IGNORECASE),
    )


class _Meaning(NamedTuple):
    """What a number stands for: its symbol and organ, or the candidates and the reason why it is open."""

    symbol: str | None
    candidates: tuple[str, ...] = ()
    reason: str | None = None
    organ: str | None = None


def resolutions(text: PreparedText, organs: Organs, start: int, end: int) -> list[Reference]:
    """The resolutions or decisions that the word at `start` introduces by number, each with its symbol if the
    organ is known; `end` is where the lexer saw the first number."""
    if start and text.plain[start - 1] in _NOT_BEFORE:
        return []  # CM/Res.1472, AG/RES.1044: another organization's symbol
    patterns = _patterns(text.words)
    lead = patterns.lead.match(text.plain, start)
    groups = numbers_at(text.plain, lead.end(), text.words) if lead else []
    if lead and groups:
        return _listed(text, organs, lead, groups, None)
    between = _organ_between(text, organs, patterns, start)
    if between is not None:
        return between
    again = patterns.lead.search(text.plain, start + 1, end + 1)
    return resolutions(text, organs, again.start(), end) if again else []


def _organ_between(text: PreparedText, organs: Organs, patterns: _Patterns, start: int) -> list[Reference] | None:
    """`resolutions of the Security Council 1325 (2000) and …`: the organ before the first number."""
    lead = patterns.organ_between.match(text.plain, start)
    named = organs.at(lead.end()) if lead else None
    gap = patterns.after_organ.match(text.plain, named.end) if named else None
    groups = numbers_at(text.plain, gap.end(), text.words) if gap else []
    return _listed(text, organs, lead, groups, named) if lead and groups else None


def _listed(
    text: PreparedText, organs: Organs, lead: re.Match[str], groups: list[list[Number]], named: Mention | None
) -> list[Reference]:
    """The references of a list, group by group."""
    patterns, start = _patterns(text.words), lead.start()
    kind: Kind = "RES" if lead[1] else "DEC"
    end = groups[-1][-1].end
    if patterns.closing is not None:
        closed = patterns.closing.match(text.plain, end)
        if closed is None:
            return []
        kind, end = ("RES" if closed[1] else "DEC"), closed.end()
    before = named or organs.just_before(start, patterns.before)
    found: list[Reference] = []
    for group in groups:
        last_end = end if group is groups[-1] and patterns.closing else group[-1].end
        behind = organs.just_after(last_end, patterns.after)
        references = []
        for number in group:
            after = behind if number is group[-1] else organs.just_after(number.end, patterns.after)
            adjacent = (before, after, behind) if group is groups[0] else (after, behind, before)
            meaning = _Settling(text, organs, kind, start, number, group[-1]).meaning(adjacent)
            if meaning is not None:
                first = start if number is groups[0][0] else number.start
                references.append(_reference(text, kind, first, number, meaning))
        found += _alike(kind, references)
    return found


def _reference(text: PreparedText, kind: Kind, start: int, number: Number, meaning: _Meaning) -> Reference:
    return Reference(
        start,
        number.end,
        text.raw[start : number.end],
        "resolution" if kind == "RES" else "decision",
        meaning.symbol,
        meaning.candidates,
        reason=meaning.reason,
        organ=meaning.organ or _organ_of(meaning.symbol),
    )


def _organ_of(symbol: str | None) -> str | None:
    found = read(symbol) if symbol else None
    return found.body if found else None


def _alike(kind: Kind, references: list[Reference]) -> list[Reference]:
    """The references of a list, the open ones among them settled by the others: a list is of one organ."""
    if all(reference.symbol for reference in references) or len(references) < 2:
        return references
    organs = {reference.symbol.partition(f"/{kind}/")[0] for reference in references if reference.symbol}
    if len(organs) != 1:
        return references
    prefix = f"{organs.pop()}/{kind}/"
    done = []
    for reference in references:
        fitting = [symbol for symbol in reference.candidates if symbol.startswith(prefix)]
        if fitting:
            reference = reference._replace(symbol=fitting[0], candidates=(), reason=None, organ=_organ_of(fitting[0]))
        done.append(reference)
    return done


@dataclass(frozen=True, slots=True)
class _Settling:
    """One number of a list, and the question which organ adopted it."""

    text: PreparedText
    organs: Organs
    kind: Kind
    lead: int
    number: Number
    last: Number

    def meaning(self, adjacent: tuple[Mention | None, ...]) -> _Meaning | None:
        """What the number stands for, given the organs named beside it; None if it is no reference."""
        patterns, plain = _patterns(self.text.words), self.text.plain
        beside = [mention for mention in adjacent if mention]
        if patterns.introduction.search(plain, max(0, self.lead - 20), self.lead):
            introduced = self.organs.just_after(self.last.end, patterns.introduced)
            beside += [introduced] if introduced else []
        for mention in beside:
            found = self._under(mention)
            if found is not None:
                return None if self._is_elsewhere(found) else found
        if self.number.bare and not with_date(plain, self.number, self.text.words).adopted:
            return None
        possessive = patterns.possessive.search(plain, max(0, self.lead - 30), self.lead) is not None
        if possessive and (owner := self._owner(patterns)):
            return owner
        return self._near(patterns, possessive)

    def _is_elsewhere(self, found: _Meaning) -> bool:
        """Whether it is a number that only the text's own country or organization knows: of a court, a cabinet."""
        return found.symbol is None and (self.number.bare or (found.organ or "").startswith(_NATIONAL))

    def _owner(self, patterns: _Patterns) -> _Meaning | None:
        """The organ whose "its resolution" it is: the subject of the sentence or of the preamble, or the issuer."""
        first = self.text.sentence_start(self.lead)
        clause, preamble = self._clause(patterns, first)
        inside = [one for one in reversed(self.organs.within(clause, self.lead)) if not one.weak]
        found = [meaning for mention in inside if (meaning := self._under(mention))]
        if inside and found and found[0].symbol is None and self.lead - inside[0].end < _RIGHT_BEFORE:
            return found[0]
        after = self._subject_after(patterns, bool(inside))
        if after is not None and after.symbol:
            return after
        own = next((meaning for meaning in found if meaning.symbol), None)
        if own is not None and not preamble:
            return own
        issued = self._issued()
        for meaning in (self._preamble(patterns), issued, own):
            if meaning is not None and meaning.symbol:
                return meaning
        if found:
            return found[0]
        for mention in reversed(self.organs.within(max(0, self.lead - FORGET), clause)):
            if not mention.weak and (meaning := self._under(mention)):
                return meaning
        return issued

    def _clause(self, patterns: _Patterns, low: int) -> tuple[int, bool]:
        """Where the paragraph of a preamble begins that the number is in, and whether it is in one."""
        starts = [match.end() for match in patterns.subject.finditer(self.text.plain, low, self.lead)]
        if starts:
            return starts[-1], True
        return low, patterns.verb.match(self.text.plain, low) is not None

    def _preamble(self, patterns: _Patterns) -> _Meaning | None:
        """What the number is under the organ whose preamble it stands in."""
        mention = self.organs.subject_before(self.lead, patterns.opening, patterns.subject)
        return self._under(mention) if mention else None

    def _issued(self) -> _Meaning | None:
        """What the number is under the issuer of the text."""
        issuer = self.text.issuer
        return self._of(issuer.slug) if issuer is not None else None

    def _subject_after(self, patterns: _Patterns, named: bool) -> _Meaning | None:
        """`In its resolution 2016/25, and again …, the Council`: the organ that follows a comma of the sentence, where
        the sentence begins so or has `named` none before."""
        if named and not patterns.introduction.search(self.text.plain, max(0, self.lead - 20), self.lead):
            return None
        end = self.text.sentence_end(self.last.end)
        for mention in self.organs.within(self.last.end, end):
            if not mention.weak and patterns.comma_before.search(
                self.text.plain, max(0, mention.start - 8), mention.start
            ):
                return self._under(mention)
        return None

    def _near(self, patterns: _Patterns, possessive: bool) -> _Meaning | None:
        """What the rest of the sentence, the issuer or the number itself says."""
        first, end = self.text.sentence(self.lead, self.last.end)
        near = [mention for mention in reversed(self.organs.within(first, self.lead)) if not mention.weak]
        semicolon = self.text.plain.find(";", self.last.end, end)
        near += [
            mention
            for mention in self.organs.within(self.last.end, end if semicolon < 0 else semicolon)
            if not mention.weak and not patterns.attribute.match(self.text.plain, mention.end)
        ]
        dated = with_date(self.text.plain, self.number, self.text.words)
        candidates, another = possible(self.kind, dated), False
        for mention in near:
            found = self._under(mention)
            another = another or (found is not None and found.symbol is None)
            if found and found.symbol and (self.number.bare or found.symbol in candidates):
                return found
        if self.number.bare:
            return None
        issuer = self.text.issuer
        issued = symbol_of(self.kind, issuer.slug, self.number) if issuer is not None else None
        if issued is not None and issued in candidates:
            return _Meaning(issued)
        if another or (issuer is not None and not issuer.adopts and _own_resolutions(issuer.slug)):
            exact = self.number.session is None and self.number.year == security_council_year(self.number.number)
            large = self.number.session is not None and candidates and self.number.number > _MOST_ELSEWHERE
            if not exact and not (large and len(candidates) == 1):
                return _Meaning(None, candidates, ANOTHER_NEAR)
        if len(candidates) == 1:
            return _Meaning(candidates[0])
        return _Meaning(None, candidates, NOT_NAMED)

    def _under(self, mention: Mention) -> _Meaning | None:
        """What the number is under the organ mentioned; None if that organ has none of this form."""
        if not mention.generic:
            return self._of(mention.slug)
        organ = self.organs.of_the_kind(mention)
        if organ is not None:
            found = self._of(organ)
            if found is not None:
                return found
        for usual in _by_form(mention.slug):
            if symbol := symbol_of(self.kind, usual, self.number):
                return _Meaning(symbol) if organ is None or mention.slug == "council" else None
        return None

    def _of(self, organ: str) -> _Meaning | None:
        body = table().by_slug.get(organ)
        if body is not None and body.adopts:
            symbol = symbol_of(self.kind, organ, self.number)
            return _Meaning(symbol) if symbol else None
        if body is not None and not numbers_like(body, self.kind, self.number):
            return None
        guess = may_be_called(organ, self.number) if self.kind == "RES" else None
        return _Meaning(None, (guess,) if guess else (), NO_SYMBOL, organ)


_NATIONAL = ("a_", "un_")
"""Slugs of organs of a country: a court, a parliament."""
_RIGHT_BEFORE = 12
_MOST_ELSEWHERE = 60
"""Organs whose resolutions have no symbol adopt fewer at a session."""


def _own_resolutions(organ: str) -> bool:
    """Whether an organ adopts resolutions of its own, so that a number without organ may be its."""
    body = table().by_slug.get(organ)
    return body is not None and bool(body.named) and body.comments is None


def _by_form(head: str) -> Iterator[str]:
    """The organs of a kind whose resolutions have symbols: the form of the number decides between them."""
    for body in table().bodies:
        if body.adopts and head in body.title.lower() and not body.title.startswith("Sub"):
            yield body.slug
