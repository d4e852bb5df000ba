"""Finds pinpoints: the page, paragraph or article named after or before a reference."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.pinpoints.asides_behind import behind_asides, cross_reference
from mandate_data.citations.pinpoints.bracketed_paragraphs import bracketed_behind, page_behind
from mandate_data.citations.pinpoints.headings_before import is_heading
from mandate_data.citations.pinpoints.pinpoint_kinds import RANK, SHOWN, is_chapter_seen, is_elsewhere, may_have
from mandate_data.citations.pinpoints.pinpoint_numbers import numbers_at
from mandate_data.citations.pinpoints.pinpoint_words import OF_NEXT, PinpointWords, pinpoint_words
from mandate_data.citations.pinpoints.thereof import in_particular, relative, thereof, treaty
from mandate_data.citations.pinpoints.titles_behind import behind_comment_title, behind_names, behind_title
from mandate_data.citations.pinpoints.wrapped_pinpoints import wrapped_at
from mandate_data.citations.reading.prepared_text import PreparedText, fragment, plain_text, squeeze
from mandate_data.citations.references import PinpointKind, ReferenceKind

_LABEL_START = re.compile(r"[\s(\[\"'*_,;]")

_HEADING = re.compile(r"[)\].]{0,3}[ \t\r]*\n\s*[A-Z][a-z]+(?:[ \t]+[IVXLC\d]{1,5})?\.?[ \t\r]*(?=\n)")
"""A heading on a line of its own after the reference: `Annex I`."""
_LINE_END = re.compile(r"[.:]?[ \t\r]*(?:\n|\Z)")
_OF_AN_ACT = re.compile(r"(?!\b(?:19|20)\d\d\s[A-Z])\b\d")
"""A number of something else than a year before a name: of an act of others, Regulation No. 881."""
_NEW_LINE = re.compile(r"[)\]*]{0,3}[ \t\r]*\n")
_NEW_PARAGRAPH = re.compile(r"[)\].;]{0,3}[ \t\r]*\n[ \t\r]*\n")
_OUTER = ("part", "chapter", "section")
"""What heads paragraphs of its own."""
_GLOSS = re.compile(r"\s\([^()\d/]{2,20}\)\s")
_VOLUME, _LABEL = 60, 3
"""How far before the page of a volume that is named, and before its number where the label of a page ends."""
_COLUMN = "    "
"""So many blanks are left only between the columns of a table."""
_CLOSES_SENTENCE = (".", ";", "")
_TITLED = ("resolution", "decision", "general_comment", "communication")
_NAMED = (*_TITLED, "symbol", "case")
POINTING = ("ibid", "supra")
_RESOLVED = ("resolution", "decision")
_CLOSE = 64
"""How near the next reference is in a run of references."""
_PAGED = ("symbol", "ibid", "supra")
SHORTEST = 5
"""A pinpoint and what ties it to the reference after it has at least so many characters: `p. 1,`."""
REACH = 240
"""How far before or after its reference a pinpoint is looked for."""
BEHIND, AHEAD = 300, 700
"""How far before or after a reference the text is looked at for its pinpoint, sentences and titles included."""


class Pinpoint(NamedTuple):
    """A pinpoint at [start, end): its `kind`, and the `spans` of its numbers (none for a bare `annex`)."""

    start: int
    end: int
    kind: PinpointKind
    spans: tuple[tuple[int, int], ...]

    def moved(self, by: int) -> Pinpoint:
        """The same pinpoint further on."""
        start, end, kind, spans = self
        if len(spans) == 1:
            spans = ((spans[0][0] + by, spans[0][1] + by),)
        else:
            spans = tuple([(first + by, last + by) for first, last in spans])
        return tuple.__new__(Pinpoint, (start + by, end + by, kind, spans))

    def value(self, raw: str) -> str | None:
        """The numbers as printed in `raw`, without their labels, several joined by `;`."""
        if len(self.spans) == 1:
            start, end = self.spans[0]
            printed = raw[start:end].replace("]", "").replace("[", "")
        else:
            printed = ";".join([raw[start:end] for start, end in self.spans])
        return (printed if printed.isalnum() else squeeze(printed)) or None


def pinpoint_at(plain: str, start: int, words: Words, ahead: bool = False) -> Pinpoint | None:
    """The pinpoint whose label begins at `start`, with those that follow: `para. 15-16 and para. 47-49`.

    Of nested ones (`annex, para. 6`) the innermost gives the kind. None if no label stands there, or if it points to a
    place of the citing text itself (`para. 2 above`), or to another document; `ahead` of its reference it does so.
    """
    patterns = pinpoint_words(words)
    if words.wrapped:
        found = wrapped_at(plain, start, words)
        return Pinpoint(start, *found) if found else None
    if (counted := patterns.ordinal.match(plain, start)) is not None:
        return Pinpoint(start, counted.end(), _paragraph(patterns, counted[0]), (counted.span(counted.lastindex or 1),))
    if (counted := patterns.ordinal_part.match(plain, start)) is not None:
        return Pinpoint(start, counted.end(), "part", (counted.span(1),))
    kind: PinpointKind | None = None
    spans: list[tuple[int, int]] = []
    position, end = start, start
    clause: Pinpoint | None = None
    joint: re.Match[str] | None = None
    while (label := patterns.label.match(plain, position)) is not None:
        label_kind = words.labels[(label.lastindex or 1) - 1][1]
        number = numbers_at(plain, label.end(), label_kind, words)
        if number is None and (label_kind != "annex" or label[0].endswith(".")):
            break  # A/60/1, Ann. Rep.
        stop = label.end() if number is None else number[1]
        ends = plain[stop : stop + 1] == "."  # nothing goes on behind a full stop
        if not ends and patterns.elsewhere.match(plain, stop):
            break
        if end > start and patterns.of_another.match(plain, stop):
            nested = kind and label_kind and RANK[label_kind] + ahead > RANK[kind]
            if not ahead:
                if nested or clause:
                    return clause  # section VI, paragraph 2, of another document
                break
            if not nested:
                break
        if label_kind == "paragraph":
            label_kind = _paragraph(patterns, label[0])
        if kind and label_kind and RANK[label_kind] < RANK[kind]:
            break
        end = stop
        if not is_elsewhere(kind, label_kind, joint):
            kind = label_kind or kind
            if number is not None:
                spans.append(number)
        joint = None if ends else patterns.another.match(plain, end)
        if joint is None or (ahead and ";" in joint[0]):
            break
        if kind and ";" in joint[0]:
            clause = Pinpoint(start, end, kind, tuple(spans))
        position = joint.end()
    return Pinpoint(start, end, kind, tuple(spans)) if kind is not None and end > start else None


def _paragraph(patterns: PinpointWords, printed: str) -> PinpointKind:
    """The kind of a paragraph, by what is printed beside its number."""
    return "preambular_paragraph" if patterns.preamble.search(printed) else "paragraph"


def _within_preamble(text: PreparedText, pinpoint: Pinpoint, start: int, end: int) -> Pinpoint:
    """The pinpoint, of the preamble if [start, end) beside it says so: `preamble, para. 3`."""
    if pinpoint.kind != "paragraph":
        return pinpoint
    printed = text.printed
    return pinpoint._replace(kind=_paragraph(pinpoint_words(text.words), printed[start:end]))


@cache
def _clause_begins(words: Words) -> tuple[str, ...]:
    """How a new clause begins: it has no pinpoint before it."""
    return "; ", "\n\n", *(plain_text(word, words) for word in words.new_clause)


def beside(text: PreparedText, start: int, end: int, floor: int, limit: int, kind: ReferenceKind) -> Pinpoint | None:
    """The pinpoint of a reference at [start, end): the one behind it, or else the one before it, as also where no more
    than an annex is named behind: paragraph 5 of resolution 66/288, annex."""
    behind = after(text, end, limit, kind)
    if behind is None and kind in _PAGED:
        behind = _in_brackets(text.plain, (start, end), min(limit, end + REACH), text.words, kind in POINTING)
    if behind is not None and (behind.spans or behind.kind != "annex"):
        return behind
    ahead = before(text, start, floor, kind)
    if ahead is None and behind is None and kind in _RESOLVED:
        return _thereof_after(text, end, min(limit, end + REACH))
    return ahead if ahead is not None and (behind is None or ahead.spans) else behind


def after(text: PreparedText, end: int, limit: int, kind: ReferenceKind) -> Pinpoint | None:
    """The pinpoint after a reference of this kind that ends at `end`, before the next reference at `limit`.

    A date may stand between, and the organ or the title of a resolution or a general comment, or the name of a
    case.
    """
    plain = text.plain
    if plain[end : end + 1] in _CLOSES_SENTENCE:
        return None
    if kind == "general_comment" and (treated := _articles(text.words).match(plain, end, min(end + REACH, limit))):
        return after(text, treated.end(), limit, kind)
    following, limit = limit, min(limit, end + REACH, len(plain))
    if limit - end < SHORTEST - 1 and kind not in POINTING:
        return None
    if kind in POINTING and limit - end <= _CLOSE:
        return close_after(text, end, limit)
    gap = pinpoint_words(text.words).after.match(plain, end, limit)
    if gap is not None and not (kind in _TITLED and is_chapter_seen(plain, *gap.span(), text.words)):
        pinpoint = pinpoint_at(plain, gap.end(), text.words)
        parted = pinpoint is not None and (pinpoint.start > end or not text.words.edge)
        if pinpoint and parted and may_have(kind, pinpoint.kind) and not _is_others(text, end, kind, pinpoint):
            return _own(text, _within_preamble(text, pinpoint, end, gap.end()), limit, following)
    if kind in _NAMED:
        beside = _after_title(text, end, limit, following, kind)
        if beside is not None or kind in _TITLED:
            return beside
    for place in (end, *behind_asides(text, (end,), limit)) if kind in _PAGED else ():
        if (page := pinpoint_words(text.words).at_page.match(plain, place, limit)) is not None:
            return Pinpoint(page.start(1), page.end(1), "page", (page.span(1),))
    return None


def _in_brackets(plain: str, span: tuple[int, int], limit: int, words: Words, pointing: bool) -> Pinpoint | None:
    """The paragraph in square brackets, or the page, behind a reference: `(4 December 1992) 11 [57]`."""
    number = bracketed_behind(plain, *span, limit, words, pointing)
    page = page_behind(plain, *span, limit, words, pointing) if number is None else None
    place = number or page
    return Pinpoint(*place, "page" if page else "paragraph", (place,)) if place else None


def end_of_announced(plain: str, end: int, words: Words) -> int | None:
    """Where the pinpoint right behind a reference ends, with what announces it: `, in particular para. 4 thereof`."""
    gap = pinpoint_words(words).after.match(plain, end, min(end + REACH, len(plain)))
    pinpoint = pinpoint_at(plain, gap.end(), words) if gap else None
    if pinpoint is None or pinpoint.start == end:
        return None
    told = thereof(words).match(plain, pinpoint.end)
    return told.end() if told else pinpoint.end


def _thereof_after(text: PreparedText, end: int, limit: int) -> Pinpoint | None:
    """The paragraph further on in the sentence that is said to be one of the resolution before, behind a clause about
    it or `in particular`: by resolution 60/251, `by which` it created the Council, `paragraphs 1 and 16 thereof`."""
    plain, tells, patterns = text.plain, thereof(text.words), pinpoint_words(text.words)
    if tells.search(plain, end, limit) is None:
        return None
    stop, told = min(limit, text.sentences.end(end, limit - end)), relative(text.words).match(plain, end, limit)
    for start, _ in patterns.near_label.spans(text.data, end, stop):
        pinpoint = pinpoint_at(plain, start, text.words)
        if pinpoint is not None and tells.match(plain, pinpoint.end, limit) is not None:
            between = plain[end:start]
            another = patterns.new_paragraph.search(between) or treaty(text.words).search(between)
            parted = ";" in between or another is not None
            tied = told or in_particular(text.words).search(between)
            return pinpoint if pinpoint.kind == "paragraph" and tied and not parted else None
    return None


def close_after(text: PreparedText, end: int, limit: int) -> Pinpoint | None:
    """The pinpoint after an `ibid.` or `supra` that ends at `end`, where the next reference at `limit` is close."""
    if limit - end > _CLOSE or text.plain[end : end + 1] in _CLOSES_SENTENCE:
        return None
    relative = _after_pointer(text.plain[end : limit + _CLOSE], limit - end, text.words)
    return relative.moved(end) if relative else None


@cache
def _articles(words: Words) -> re.Pattern[str]:
    """The title of a general comment up to the articles that it treats: `on the right to water (arts. 11 and 12)`."""
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind == "article") or NEVER
    return re.compile(
        rf"[^.;()\n]{{0,160}}(?:\([\d.]{{1,6}}\)[^.;()\n]{{0,160}})?\((?:{labels})\s?[^()]{{1,60}}\)", re.IGNORECASE
    )


@cache
def _article(words: Words) -> re.Pattern[str]:
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind == "article") or NEVER
    return re.compile(labels, re.IGNORECASE)


@cache
def _volume(words: Words) -> re.Pattern[str]:
    """A volume, and what is between it and a page of it."""
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind is None)
    return re.compile(rf"(?<!\w)(?:{labels})\s[\dIVXLC][^.;\n]{{0,40}}$" if labels else NEVER, re.IGNORECASE)


def _is_of_a_volume(text: PreparedText, pinpoint: Pinpoint) -> bool:
    """Whether a page is one of the volume that is named before it."""
    last = pinpoint.spans[-1][0] if pinpoint.kind == "page" and pinpoint.spans else 0
    label = last - _LABEL
    return label > 0 and _volume(text.words).search(text.plain, max(0, label - _VOLUME), label) is not None


def _is_others(text: PreparedText, end: int, kind: ReferenceKind, pinpoint: Pinpoint) -> bool:
    """Whether what follows a reference is a heading, the head of a page, or that of a table in a line of its own, or a
    page of the citing text."""
    if _HEADING.match(text.plain, end):
        return True
    if _NEW_LINE.match(text.plain, end):
        of_articles = _article(text.words).match(text.plain, pinpoint.start) is not None
        if pinpoint.kind in SHOWN or (of_articles and _LINE_END.match(text.plain, pinpoint.end)):
            return True  # `Articles 6, 7 and 9` below the symbol of a report
    if pinpoint.kind in _OUTER and _NEW_PARAGRAPH.match(text.plain, end):
        return True
    if pinpoint.kind == "page" and cross_reference(text.words).match(text.plain, end):
        return True
    return kind == "symbol" and pinpoint_words(text.words).page_head.match(text.plain, end) is not None


@lru_cache(maxsize=4096)
def _after_pointer(plain: str, limit: int, words: Words) -> Pinpoint | None:
    """The pinpoint at the beginning of a stretch right after an `ibid.`; documents have the same ones again and
    again."""
    patterns = pinpoint_words(words)
    gap = patterns.after.match(plain, 0, limit)
    pinpoint = pinpoint_at(plain, gap.end(), words) if gap else None
    if pinpoint is not None and pinpoint.start > 0:
        if pinpoint.kind == "paragraph":
            pinpoint = pinpoint._replace(kind=_paragraph(patterns, plain[: pinpoint.start]))
        return None if pinpoint.end > limit or patterns.of_another.match(plain, pinpoint.end) else pinpoint
    page = patterns.at_page.match(plain, 0, limit)
    if page is None:
        return _in_brackets(plain, (0, 0), limit, words, True)
    return Pinpoint(page.start(1), page.end(1), "page", (page.span(1),))


def _after_title(text: PreparedText, end: int, limit: int, following: int, kind: ReferenceKind) -> Pinpoint | None:
    """The pinpoint after the organ, the title or the name of a case that follows a reference."""
    plain, titled = text.plain, kind in _TITLED
    names = tuple(behind_names(text, end, limit, titled))
    for begin in (*names, *behind_asides(text, (end, *names), limit)):
        gap = pinpoint_words(text.words).after.match(plain, begin, limit)
        pinpoint = pinpoint_at(plain, gap.end(), text.words) if gap is not None else None
        if gap is not None and pinpoint is not None and may_have(kind, pinpoint.kind):
            return _own(text, _within_preamble(text, pinpoint, end, gap.end()), limit, following)
    for begin in behind_title(text, end, limit, titled):
        announced = pinpoint_words(text.words).announced.match(plain, begin, limit)
        pinpoint = pinpoint_at(plain, announced.end() if announced else begin, text.words)
        if pinpoint is not None and may_have(kind, pinpoint.kind):
            return _own(text, pinpoint, limit, following)
    behind = behind_comment_title(text, end, limit) if kind == "general_comment" else None
    pinpoint = pinpoint_at(plain, behind, text.words) if behind is not None else None
    if pinpoint is not None and pinpoint.kind == "paragraph":
        return _own(text, pinpoint, limit, following)
    return None


def _own(text: PreparedText, pinpoint: Pinpoint, limit: int, following: int) -> Pinpoint | None:
    """The pinpoint, unless it reaches into the reference that is `following` or belongs to it: `para. 3 of A/70/1`."""
    patterns, plain = pinpoint_words(text.words), text.plain
    if pinpoint.end > limit or patterns.of_another.match(plain, pinpoint.end):
        return None
    if following - pinpoint.end > OF_NEXT or following >= len(plain):
        return pinpoint
    if patterns.of_next.fullmatch(plain, pinpoint.end, following) is None:
        return pinpoint
    stop = plain.rfind(";", pinpoint.start, pinpoint.end)  # article 8; article 3 of the next treaty
    own = pinpoint_at(plain[pinpoint.start : stop], 0, text.words) if stop > 0 else None
    return own.moved(pinpoint.start) if own is not None else None


def before(text: PreparedText, start: int, floor: int, kind: ReferenceKind) -> Pinpoint | None:
    """The pinpoint before a reference at `start`: `para. 81 of the report (UN Doc. …)`; none before `floor`.

    A pinpoint of a treaty or another instrument that stands between is not the reference's. Before a printed
    `symbol` a comma is enough: `the report, para. 36, A/59/422`.
    """
    if start - floor < SHORTEST or text.plain[max(0, start - 8) : start].endswith(_clause_begins(text.words)):
        return None
    patterns, symbol = pinpoint_words(text.words), kind == "symbol"
    low = max(floor, start - REACH)
    if symbol and text.plain[start - 2 : start] == ". ":
        page = patterns.at_page_before.search(text.plain, max(low, start - 30), start)
        if page is not None:
            return Pinpoint(page.start(1), page.end(1), "page", (page.span(1),))
    places = patterns.near_label.spans(text.data, low, start)
    if not places:
        return None
    plain, printed = text.plain, text.printed
    best, reached = None, text.sentences.start(start, start - low)
    for position, _ in places:
        if position < reached or (position and not _LABEL_START.match(plain, position - 1)):
            continue
        pinpoint = pinpoint_at(plain, position, text.words, ahead=True)
        if pinpoint is None or pinpoint.end > start or thereof(text.words).match(plain, pinpoint.end) is not None:
            continue
        reached = pinpoint.end
        gap = plain[pinpoint.end : start]
        parted = ";" in gap or _COLUMN in gap or patterns.new_paragraph.search(gap) is not None
        parted = parted or is_heading(text, pinpoint.start, pinpoint.end, start, pinpoint.kind in _OUTER)
        if within := patterns.of_preamble.match(printed, pinpoint.end, start):
            pinpoint = _within_preamble(text, pinpoint, *within.span())
        of, instrument = (gap.lower(), gap.title()) if gap.isupper() else (gap, gap)
        named = bool(patterns.before.match(of) and not parted and not patterns.instrument.search(instrument))
        if kind in _RESOLVED and patterns.of_a_report.search(gap):
            named = False  # paragraph 26 of the report of the Board (resolution …)
        if not may_have(kind, pinpoint.kind):
            best = None if best and patterns.of_outer.fullmatch(plain, best.end, pinpoint.start) else best
            continue
        if pinpoint.kind == "article" and kind in _RESOLVED and (patterns.treaty.search(gap) or _OF_AN_ACT.search(gap)):
            named = False  # article 3 of Common Position 2004/137 in accordance with resolution …
        if pinpoint.kind in _OUTER and _GLOSS.match(gap):
            named = False  # the second part (closed) of the meeting
        if pinpoint.spans and pinpoint.spans[0][0] == pinpoint.start and pinpoint.kind == "part":
            named = patterns.right_before.fullmatch(gap) is not None  # of the resolution, and not of the session
        if pinpoint.kind in SHOWN and kind == "symbol":
            named = named and patterns.of_a_document.fullmatch(gap) is not None
        elif pinpoint.kind in SHOWN:
            named = patterns.right_before.fullmatch(gap) is not None
        if named and best is not None and patterns.of_outer.fullmatch(plain, best.end, pinpoint.start):
            # paragraph 5 of the annex to resolution 16/21, paragraph 4 of section II of resolution 61/244
            best = Pinpoint(best.start, pinpoint.end, best.kind, pinpoint.spans + best.spans)
            continue
        named = named or (kind == "treaty" and gap.isspace())  # articles 19 and 34 CRC
        beside = symbol and pinpoint.kind in ("page", "paragraph") and patterns.adjacent.fullmatch(gap) is not None
        if beside and _is_of_a_volume(text, pinpoint):
            continue  # Yearbook, vol. II, p. 31, document A/35/10
        if named or beside:
            best = pinpoint
    return best
