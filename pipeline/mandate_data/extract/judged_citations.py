"""Citations that the text does not settle and a curator does: which document an `Ibid.` means, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mandate_data.citations import SymbolError, parse
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.yaml_files import LINE

if TYPE_CHECKING:
    from mandate_data.extract.parsed_source import ParsedSource
    from mandate_data.extract.source_citations import Citation

CITED = "cited"
"""The group of a pattern that is the citation; without it, the whole pattern is."""


@dataclass(frozen=True, slots=True)
class JudgedCitation:
    """An entry of a guide's `citations`: the place of a citation, the document that it means, why, and its line."""

    pattern: re.Pattern[str]
    symbol: str
    reason: str
    line: int

    def matches(self, texts: Sequence[str]) -> Iterator[tuple[int, tuple[int, int]]]:
        """The blocks and the characters at which the citation stands."""
        for index, text in enumerate(texts):
            for found in self.pattern.finditer(text):
                yield index, found.span(CITED if CITED in self.pattern.groupindex else 0)


def judged_citations(
    items: Sequence[Mapping[str, Any]], compiled: Callable[..., re.Pattern[str]], path: object
) -> tuple[JudgedCitation, ...]:
    """The entries of a guide. Raises InputError with file and line for a broken pattern, and what is not a symbol."""
    judged = []
    for item in items:
        try:
            canonical = parse(item["symbol"]).canonical
        except SymbolError as error:
            raise InputError(f"{path}:{item[LINE]}: {error}") from None
        if canonical != item["symbol"]:
            raise InputError(f"{path}:{item[LINE]}: write the symbol {item['symbol']!r} as {canonical}")
        pattern = compiled(item, item["pattern"])
        judged.append(JudgedCitation(pattern, item["symbol"], item["reason"], item[LINE]))
    return tuple(judged)


def with_judged(
    citations: Sequence[Citation], judged: Sequence[JudgedCitation], texts: Sequence[str]
) -> tuple[Citation, ...]:
    """The citations, with the documents that a curator gives for those that the text does not settle."""
    given = [(place, one.symbol) for one in judged for place in one.matches(texts)]
    if not given:
        return tuple(citations)
    return tuple(_settled(cited, given) for cited in citations)


def _settled(cited: Citation, given: Sequence[tuple[tuple[int, tuple[int, int]], str]]) -> Citation:
    reference = cited.reference
    if reference.symbol is not None or reference.identifier is not None:
        return cited
    for (block, (start, end)), symbol in given:
        if block == cited.block and start < reference.end and reference.start < end:
            return replace(cited, reference=reference._replace(symbol=symbol, reason=None), judged=True)
    return cited


def check_judged(parsed: ParsedSource) -> Iterator[Finding]:
    """What a curator's entries did: each citation that they settle; an entry without a place, or for what the text
    settles, is a mistake."""
    for one in parsed.guide.judged:
        guide, places = f"{parsed.guide.path}:{one.line}", list(one.matches(parsed.text))
        if not places:
            yield parsed.finding("citation-judged/missing", 0, field="symbol", value=one.symbol, guide=guide)
        for block, (start, end) in places:
            of_entry = [
                cited
                for cited in parsed.citations
                if cited.block == block and start < cited.reference.end and cited.reference.start < end
            ]
            code = "citation-judged" if any(cited.judged for cited in of_entry) else "citation-judged/settled"
            printed = parsed.text[block][start:end]
            yield parsed.finding(
                code,
                block,
                (start, end),
                field="symbol",
                value=printed,
                symbol=one.symbol,
                reason=one.reason,
                guide=guide,
            )
