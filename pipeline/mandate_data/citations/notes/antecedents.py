"""What a stretch of text cites, source by source: United Nations documents, and anything else as "other".

`ibid.` may point to either, so that what is not a United Nations document must be noticed, not passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.notes.marked_works import is_found
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import PreparedText, date, fragment, month
from mandate_data.citations.references import Reference


class CitedWork(NamedTuple):
    """One source cited: a document (`symbol`, and `place`, where its reference starts), an open reference
    (`candidates`, `reason`), or another work."""

    symbol: str | None = None
    place: int | None = None
    candidates: tuple[str, ...] = ()
    reason: str | None = None


AUTHOR_ONLY = "stands for the author; the reference after it names the document"
_NEAR = 64
"""Characters before an `ibid.` in which most sources stand."""
_START = attrgetter("start")
OTHER = CitedWork()
"""A book, a web page, a treaty: whatever is not a United Nations document."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What tells of other works, in one language."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    citing: re.Pattern[str]
    head: re.Pattern[str]
    printed: re.Pattern[str]
    same: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    any_day = rf"\d{{1,2}}\s{month(words)}"
    dated = rf"\((?:[^()]{{0,80}},\s(?:{any_day}\s)?)?(?:19|20)\d\d\)"
    publisher = rf"\((?:[^()]{{0,80}}\s)?(?-i:(?!{month(words)}\b)[A-Z])[A-Za-z&]{{1,30}}\s(?:19|20)\d\d\)"
    imprint = rf"{dated}|{publisher}|(?:https?://|www\.)\S|{fragment(words, words.imprint)}"
    page = rf"{words.edge}(?:{fragment(words, words.page_sign)})\s?\d"
    article = rf"{words.edge}(?:{fragment(words, words.article_sign)})\s\d"
    joined = f"{words.edge}(?:{fragment(words, words.conjunction)})"
    other, ended = fragment(words, words.other_work), words.edge
    pages = "|".join(fragment(words, label) for label, kind in words.labels if kind == "page") or NEVER
    return _Patterns(
        re.compile(
            rf"{imprint}|{page}|,\s(?:{pages})\s\d|\s(?:{words.versus})\.\s[A-Z]|(?i:{article})"
            rf"|\b(?i:{fragment(words, words.work_in_prose)})\b"
            rf"|\b(?:{fragment(words, words.periodical)}),\s(?i:{date(words)})"
        ),
        re.compile(
            rf"{imprint}|{page}|{article}|,\s(?:{any_day}\s)?(?:19|20)\d\d\b|\"[^\"]{{3,200}}\"|{other}"
            rf"|{fragment(words, words.op_cit)}|(?<!\w)\*[^*]{{3,200}}\*",
            re.IGNORECASE,
        ),
        re.compile(rf"{imprint}|{page}[\d\s,-]{{0,20}}(?:,|{joined}{ended})", re.IGNORECASE),
        re.compile(
            rf"{joined}\s(?!{fragment(words, words.suffixes)})[^;]{{0,300}}?(?:{imprint}|{page})", re.IGNORECASE
        ),
        re.compile(rf"{words.edge}(?:{fragment(words, words.citing)}){words.edge}", re.IGNORECASE),
        re.compile(rf"(?:[(\[,;:]|{words.edge}(?:{fragment(words, words.cites_before)}))\s{{0,2}}$", re.IGNORECASE),
        re.compile(
            rf"[,)]\s{{1,2}}(?:{fragment(words, words.united_nations)})?\s?(?:{fragment(words, words.document)})"
            rf"(?:\s(?:{fragment(words, words.united_nations)}))?\s{{0,2}}$",
            re.IGNORECASE,
        ),
        re.compile(rf"[\s.;]{{0,4}}(?:{fragment(words, words.same_work)})", re.IGNORECASE),
    )


_YEAR_BEHIND = re.compile(r"\s?\((?:19|20)\d\d\)")
_CAPITAL_AFTER = re.compile(r"\.?\s{1,3}(?=[A-Z])")
_ASIDE = re.compile(r"\([^()]{0,200}$")


def cited(text: PreparedText, references: Sequence[Reference], start: int, end: int, note: bool) -> list[CitedWork]:
    """The sources cited in `text` from `start` to `end`, in order.

    `references` are those of this stretch, settled as far as they can be. In running text (`note` false) only
    what plainly is an imprint counts as another work; in a note so do a quoted title, a year or a page.
    """
    return [
        source
        for low, high in _clauses(text, references, start, end)
        for source in _clause_sources(text, _inside(references, low, high), low, high, note)
    ]


def last_cited(
    text: PreparedText, references: Sequence[Reference], start: int, end: int, note: bool
) -> CitedWork | None:
    """The last of these sources, or None; it is looked for in the last clauses first."""
    for low in (max(start, end - _NEAR), start):
        clauses = _clauses(text, references, low, end)
        for clause in reversed(clauses if low == start else clauses[1:]):
            works = list(_clause_sources(text, _inside(references, *clause), *clause, note))
            if works:
                return works[-1]
        if low == start:
            break
    return None


def _inside(references: Sequence[Reference], low: int, high: int) -> list[Reference]:
    """The references within [low, high)."""
    first = bisect_left(references, low, key=_START)
    last = bisect_left(references, high, key=_START)
    return [reference for reference in references[first:last] if reference.end <= high]


def _clauses(text: PreparedText, references: Sequence[Reference], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between semicolons and full stops; the stop in a reference ("E/CN. 4/2001/78") is none."""
    plain = text.plain
    cuts = text.sentences.beginnings(start, end)
    at = plain.find(";", start, end)
    while at >= 0:
        cuts.add(at + 1)
        at = plain.find(";", at + 1, end)
    for one in references[bisect_left(references, start, key=_START) :]:
        if one.kind == "ibid" and (capital := _CAPITAL_AFTER.match(plain, one.end, end)):
            cuts.add(capital.end())
    if cuts:

        def is_inside(cut: int) -> bool:
            before = bisect_left(references, cut, key=_START) - 1
            return before >= 0 and cut < references[before].end

        cuts = {cut for cut in cuts if not is_inside(cut)}
    return list(pairwise(sorted({start, end} | cuts)))


def _clause_sources(
    text: PreparedText, inside: list[Reference], low: int, high: int, note: bool
) -> Iterator[CitedWork]:
    plain, patterns = text.plain, _patterns(text.words)
    inside = [one for one in inside if one.kind != "ibid" or one.reason != AUTHOR_ONLY]
    if not inside:
        if not patterns.same.match(plain, low, high) and is_found(
            patterns.weak if note else patterns.strong, text, inside, low, high, note
        ):
            yield OTHER
        return
    ahead = plain[low : inside[0].start]
    another = bool(patterns.before.search(ahead)) and not patterns.printed.search(ahead)  # vol. XVII, document A/1/2
    citing = patterns.citing.search(ahead)
    if another or (citing and _WORD.search(ahead, 0, citing.start())):
        yield OTHER
        if citing:
            return
    base = {item.antecedent for item in inside if item.kind == "addendum"}
    inside = [item for item in inside if item.kind != "ibid" or item.start not in base]
    inside = _without_those_in_titles(text, _without_names_of_cases(text, inside), low)
    inside = _without_documents_of(text, inside)
    outside = [item for item in inside if not _aside(plain, low, item.start)] if note else inside
    for reference in outside or inside:
        if reference.identifier is not None:
            yield OTHER
            continue
        if reference.kind == "supra" and reference.symbol is None:
            yield OTHER
        elif reference.symbol is None:
            yield CitedWork(None, reference.start, reference.candidates, reference.reason)
        else:
            yield CitedWork(_without_corrigendum(reference.symbol), reference.start)
    if is_found(patterns.after, text, inside, _end_with_year(plain, inside[-1]), high, note):
        yield OTHER


def _end_with_year(plain: str, reference: Reference) -> int:
    """Where a reference ends, with its pinpoint and the year of the document in brackets: `¶ 8.6 (1995)`."""
    end = max([reference.end, *(end for _, end in reference.pinpoint_spans)])
    year = _YEAR_BEHIND.match(plain, end)
    return year.end() if year else reference.end


def _without_names_of_cases(text: PreparedText, inside: list[Reference]) -> list[Reference]:
    """The references of a clause without the names of cases whose communication stands right beside them: they are one
    source, `Doe v. Ruritania, communication No. 2054/2011`."""
    named = {
        one
        for pair in pairwise(inside)
        for one, other in (pair, pair[::-1])
        if one.kind == "case" and _is_communication(other)
        if _titles(text.words).beside.fullmatch(text.plain, pair[0].end, pair[1].start)
    }
    return [one for one in inside if one not in named] if named else inside


def _without_documents_of(text: PreparedText, inside: list[Reference]) -> list[Reference]:
    """The references of a clause, each with the document that prints it right behind as one: what names nothing for
    certain or only the whole of a resolution is given up for its symbol, `General Recommendation No. 23, U.N. Doc.
    A/52/18`; another document for the resolution, `G.A. Res. 217A (III), U.N. Doc. A/810`."""
    kept: list[Reference] = []
    for one in inside:
        before = kept[-1] if kept and one.kind == "symbol" and kept[-1].kind in _ADOPTED_OR_COMMENT else None
        between = text.plain[before.end : one.start] if before is not None else ""
        parted = not _patterns(text.words).printed.search(between) or _titles(text.words).joins(between)
        if before is not None and not parted and (one.symbol or "").startswith(before.symbol or ""):
            kept[-1] = one
        elif before is None or parted or _SHORT.search(between) is None:
            kept.append(one)
    return kept


def _is_communication(reference: Reference) -> bool:
    return reference.kind == "communication" or (reference.kind == "symbol" and "/D/" in (reference.symbol or ""))


def _without_those_in_titles(text: PreparedText, inside: list[Reference], low: int) -> list[Reference]:
    """The references of a clause without the resolutions that only the title of a document names, whose symbol stands
    right behind: `Report on the implementation of resolution 1325 (2000) (S/2010/498)`."""
    kept: list[Reference] = []
    run: list[Reference] = []
    """The resolutions right before."""
    for reference in inside:
        if reference.kind in _ADOPTED:
            if not kept or run or not _is_source_of(text, kept[-1], reference, low):
                run.append(reference)
            continue
        if not (run and _is_named_by(text, run, reference, low)):
            kept += run
        kept.append(reference)
        run = []
    return kept + run


def _is_named_by(text: PreparedText, run: list[Reference], document: Reference, low: int) -> bool:
    """Whether resolutions stand in the title of the document behind them."""
    if document.kind != "symbol" or document.symbol == run[-1].symbol:
        return False
    own = _titles(text.words).symbol.fullmatch(text.plain, run[-1].end, document.start)
    return own is not None and _is_in_a_title(text, run[0], low)


def _is_source_of(text: PreparedText, document: Reference, resolution: Reference, low: int) -> bool:
    """Whether a document whose title and symbol stand before the resolution is said to follow from it: the report
    (A/64/99) submitted pursuant to resolution 63/1."""
    if document.kind != "symbol" or not _aside(text.plain, low, document.start):
        return False
    return _titles(text.words).follows.fullmatch(text.plain, document.end, resolution.start) is not None


def _is_in_a_title(text: PreparedText, resolution: Reference, low: int) -> bool:
    """Whether there are words before a resolution and its organ that are none of a citation's."""
    first = min([resolution.start, *(start for start, _ in resolution.pinpoint_spans)])
    named = Organs.organs(text).within(low, first)
    if named and first - named[-1].end <= _APART:
        first = named[-1].start
    said = _titles(text.words).citing.sub("", text.plain[low:first])
    return _WORD.search(said) is not None


_ADOPTED = ("resolution", "decision")
_SHORT = re.compile(r"\b[Dd]oc\.?\s{1,2}$")
"""How law reviews call a document that prints what they cite."""
_ADOPTED_OR_COMMENT = (*_ADOPTED, "general_comment")
_APART = 4
"""What stands between an organ and its resolution has at most so many characters: `'s `."""
_WORD = re.compile(r"[^\W\d_]{4}")


@dataclass(frozen=True, slots=True)
class _Titles:
    """What tells the title of a document from the document, in one language."""

    symbol: re.Pattern[str]
    follows: re.Pattern[str]
    citing: re.Pattern[str]
    beside: re.Pattern[str]
    """What stands between the name of a case and its communication."""
    joined: re.Pattern[str]

    def joins(self, between: str) -> bool:
        """Whether what stands between two references makes them two sources."""
        return self.joined.search(between) is not None


@cache
def _titles(words: Words) -> _Titles:
    document, joined = fragment(words, words.document), fragment(words, words.conjunction)
    labels = "|".join(fragment(words, label) for label, _ in words.labels) or NEVER
    see = "|".join(fragment(words, one) for one in (words.announces, *words.see) if one)
    return _Titles(
        re.compile(
            rf"[^;()]{{0,60}}?(?:,\s\(?|\s\()(?:(?:{labels})\s?[\d ()a-z-]{{1,12}},\s)?(?:{document})?\s{{0,2}}",
            re.IGNORECASE,
        ),
        re.compile(rf"\)?,?\s(?!(?:{joined})\b)[a-z\xe0-\xff][^;()\d]{{5,80}}"),
        re.compile(rf"{words.edge}(?:{see}|{labels}){words.edge}\.?", re.IGNORECASE),
        re.compile(
            rf"(?:,\s|\)?,?\s\()(?:(?:{fragment(words, words.outcome) or NEVER})(?:\s\w+){{0,2}},?\s)?"
            rf"(?:(?:{document})\s)?",
            re.IGNORECASE,
        ),
        re.compile(rf"{words.edge}(?:{joined}|{see}){words.edge}", re.IGNORECASE),
    )


def _aside(plain: str, low: int, start: int) -> bool:
    """Whether a reference is in a parenthesis of its clause."""
    opening = _ASIDE.search(plain, max(low, start - 200), start)
    return opening is not None


def _without_corrigendum(symbol: str) -> str:
    """The symbol without its corrigendum: citing a document and its corrigendum is citing one document."""
    return re.sub(r"/Corr\.\d+$", "", symbol)


_JOB_NUMBER = re.compile(r"\s{1,3}(?:\d{1,3}/\d{1,3}\s{1,2})?(?:\d{2}-\d{5}|GE\.\d\d-\d{5}|\d{1,3}/\d{1,3}\b)")
_OFTEN = 3


def running_heads(text: PreparedText, references: Sequence[Reference]) -> set[int]:
    """Starts of references that are running heads: the document's own symbol, left in the text by a PDF extraction.

    A running head stands bare, without punctuation or a pinpoint; it comes again on other pages, or has the
    number of the page beside it.
    """
    bare: list[tuple[str, int, bool]] = []
    for reference in references:
        if reference.kind != "symbol" or reference.symbol is None or reference.pinpoint_kind:
            continue
        after = text.plain[reference.end : reference.end + 1]
        if after and not after.isspace():
            continue
        if not _patterns(text.words).head.search(text.plain, max(0, reference.start - 12), reference.start):
            beside = _JOB_NUMBER.match(text.plain, reference.end) is not None
            bare.append((reference.symbol, reference.start, beside))
    often = {symbol for symbol, count in Counter(symbol for symbol, _, _ in bare).items() if count >= _OFTEN}
    return {place for symbol, place, beside in bare if beside or symbol in often}
