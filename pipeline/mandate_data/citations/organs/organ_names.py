"""The names of organs and committees: how they are found in a text, and which organ each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from mandate_data.citations.bodies import slug, table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs.headings import (
    TEXTS,
    in_small_letters,
    is_a_line,
    is_below_a_blank_line,
    is_in_capitals,
    stretches,
    within,
)
from mandate_data.citations.organs.namesakes import foreign_word, is_of_others, owner_after, word_after, word_before
from mandate_data.citations.reading.prepared_text import Linear, PreparedText, Printed, fragment, is_all_of

OTHER = "other"
"""The slug of committees and organs that are none of the United Nations and that the table does not name."""
NATIONAL = "a_"
"""How the slugs of organs of a country begin: of a court, a parliament."""
_GOES_ON = re.compile(r"[^\W\d_]|\d{4}|\d{1,3}[^\W\d_]")
"""What makes a name part of a longer word; up to three figures mark a note."""
LONGEST_NAME = 130


class Mention(NamedTuple):
    """An organ named at [start, end), by the `slug` of its body, or of its name if it is none of the table.

    A `weak` mention, such as the acronym of a treaty, counts only next to its number. A `generic` one (`the
    Committee`) has a slug that stands for several organs; `heads` are the words of that sort that a name contains.
    """

    start: int
    end: int
    slug: str
    weak: bool = False
    generic: bool = False
    heads: frozenset[str] = frozenset()
    namesake: bool = False
    """Whether it is called as one of ours, and said to be another's: the Security Council of Ruritania."""

    @property
    def in_full(self) -> bool:
        """Whether it is neither weak nor generic."""
        return not self.weak and not self.generic


class Link(NamedTuple):
    """The latest list of a text, which another one may go on: where it ends, and the organ named beside it; None if a
    number went on another list whose organ cannot have it, so that nothing tells what follows."""

    end: int
    organ: Mention | None
    closely: bool = False
    """Whether a list goes on it with a pinpoint of its own: `and paragraph 4 of` resolution."""

    def moved(self, by: int) -> Link:
        """The same list further on."""
        organ = self.organ
        return Link(self.end + by, organ and organ._replace(start=organ.start + by, end=organ.end + by))


def each_once(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, those of an organ named again left out: a number is the same under it. What a generic name stands
    for depends on its place."""
    seen: set[str] = set()
    once = []
    for mention in mentions:
        if mention.generic or mention.slug not in seen:
            seen.add(mention.slug)
            once.append(mention)
    return once


class _Name(NamedTuple):
    """Names that stand for one organ: a pattern, and what a mention of it is."""

    pattern: str
    slug: str
    generic: bool = False
    national: bool = False
    """An organ of a country: it counts only next to its number."""


_OWNER_GAPS = frozenset((" ", "'s ", "\n"))


class Names:
    """A table of names: how they are found in a text, and which organ each stands for."""

    def __init__(
        self, words: Words, names: Iterable[_Name], weak: frozenset[str], foreign: frozenset[str] = frozenset()
    ) -> None:
        """`foreign` are the slugs of organs that may have others of the names of ours: an Assembly, a Council."""
        printed = self._printed = words.shares_signs
        self._listed = [(name, name.pattern if printed else fragment(words, name.pattern)) for name in names]
        joined = "|".join(pattern for _, pattern in self._listed)
        self._pattern: Linear | Printed = Printed(joined) if printed else Linear(rf"{words.edge}(?:{joined})")
        self._capitals = None if printed or not words.capitals else Linear(rf"{words.edge}(?:{joined})", False)
        self._weak = weak
        self._foreign = foreign
        of, the = fragment(words, words.of_organ), fragment(words, words.article_before)
        self._of_the = (
            re.compile(rf"\s(?:{of}|{of.upper()})\s?(?:(?:{the}|{the.upper()})\s?)?")
            if words.of_organ and foreign
            else None
        )
        self._words = words
        self._bounded = bool(words.edge) or words.capitals
        self._heads = {head if printed else fragment(words, head): meaning for head, meaning in words.heads.items()}
        adopts = f"{fragment(words, words.resolution)}|{fragment(words, words.decision)}"
        self._before_number = re.compile(rf"[,.\d\n]|\s(?:{adopts})(?!\w)", re.IGNORECASE)
        self._below = re.compile(rf"\s{{1,4}}(?:{adopts})\s{{1,3}}\d", re.IGNORECASE)
        self._headed = lru_cache(maxsize=TEXTS)(self._in_headings)
        self._describe = lru_cache(maxsize=1024)(self._described)

    def at(self, text: PreparedText, position: int) -> Mention | None:
        """The organ named at `position`."""
        end = self._end_at(text, position)
        mention = self._mention(text, position, end) if end is not None else None
        return self._owned(text, mention) if mention is not None else None

    def _end_at(self, text: PreparedText, position: int) -> int | None:
        limit = min(position + LONGEST_NAME, len(text.data))
        if isinstance(self._pattern, Printed):
            return self._pattern.end_at(text.raw, position, limit)
        end = self._pattern.end_at(text.data, position, limit)
        if end is None and self._capitals is not None and text.data[position : position + 2].isupper():
            end = self._capitals.end_at(text.data, position, limit)
            return end if end is not None and is_in_capitals(text.plain[position:end]) else None
        return end

    def _spans(self, text: PreparedText, start: int, end: int) -> list[tuple[int, int]]:
        if isinstance(self._pattern, Printed):
            return self._pattern.spans(text.raw, start, end)
        spans = self._pattern.spans(text.data, start, end)
        headed = within(self._headed(text.data, text.plain), start, end) if self._capitals is not None else []
        return sorted([*headed, *(one for one in spans if not _overlap(one, headed))]) if headed else spans

    def _in_headings(self, data: bytes, plain: str) -> list[tuple[int, int]]:
        """Where names stand in the stretches of a text that are all in capitals."""
        assert self._capitals is not None
        found = (span for low, high in stretches(data) for span in self._capitals.spans(data, low, high))
        return [span for span in found if is_in_capitals(plain[slice(*span)])]

    def between(self, text: PreparedText, start: int, end: int) -> Iterator[Mention]:
        """The organs named from `start` on whose names begin before `end`."""
        before: Mention | None = None
        for first, last in self._spans(text, start, min(end + LONGEST_NAME, len(text.data))):
            if first >= end:
                break
            mention = self._mention(text, first, last)
            if mention is None:
                continue
            mention = self._owned(text, mention)
            foreign = before is not None and before.slug in self._foreign and mention.slug not in self._foreign
            if foreign and before is not None and text.plain[before.end : first] in _OWNER_GAPS:
                mention = mention._replace(slug=before.slug, generic=False)  # IMO Assembly
            yield mention
            before = mention

    def _owned(self, text: PreparedText, mention: Mention) -> Mention:
        """The mention, of the organization that it is said to be one of: the General Assembly of the OAS."""
        if self._of_the is None or mention.weak or mention.slug in self._foreign:
            return mention
        of_the = self._of_the.match(text.plain, mention.end)
        if of_the is None and not mention.generic:
            return mention
        end = self._end_at(text, of_the.end()) if of_the else None
        if of_the is None or end is None:
            owner = owner_after(text.plain, mention.start, mention.end, mention.generic, self._words)
            if owner is None:
                return mention
            name = slug(text.plain[mention.start : owner.end])
            return mention._replace(end=owner.end, slug=name, weak=mention.generic, generic=False, namesake=True)
        organization = self._describe(text.plain[of_the.end() : end])[0]
        owned = organization in self._foreign and not text.plain[end : end + 1].isalnum()
        return mention._replace(end=end, slug=organization, generic=False) if owned else mention

    def _mention(self, text: PreparedText, start: int, end: int) -> Mention | None:
        plain = text.plain
        if self._bounded and _GOES_ON.match(plain, end):
            return None
        name = (text.raw if self._printed else plain)[start:end]
        if " " not in name and _is_within_slashes(plain, start, end):
            return None  # part of a symbol or of an address
        organ, generic, weak, heads = self._describe(name)
        if is_in_capitals(name):
            return self._in_heading(text, start, end)
        if self._foreign and not weak and organ not in self._foreign:
            others = is_of_others(text.raw, start, end, generic, self._words)
            if others is None:
                return None
            if others:
                return Mention(start, end, OTHER, weak=generic)
        if generic and not self._words.others and (word := word_before(plain, start, self._words)):
            if word.strip() in self._words.main_committees:
                return None  # the Third Committee of the Assembly, which adopts nothing
            return Mention(start - len(word), end, slug(word + name), True, heads=heads, namesake=True)
        if weak or not self._foreign or organ in self._foreign:
            return Mention(start, end, organ, weak, generic, heads, organ.startswith(NATIONAL) and bool(heads))
        if word := word_after(plain, end, self._words):
            return Mention(start, end + len(word), slug(name + word), namesake=True)
        if not generic and (word := foreign_word(plain, start, end, self._words)):
            return Mention(start - len(word), end, slug(word + name), namesake=True)
        return Mention(start, end, organ, weak, generic, heads)

    def _in_heading(self, text: PreparedText, start: int, end: int) -> Mention | None:
        """The organ that a heading names: of whom it says, the State of Georgia; none where the name is all that the
        line has, as the head of a document may be that of another body, unless a resolution is right below it, and
        nothing right above."""
        plain = text.plain
        organ, generic, weak, heads = self._describe(plain[start:end])
        headed = is_below_a_blank_line(plain, start, self._words) and self._below.match(plain, end)
        if generic or (is_a_line(plain, start, end) and not headed):
            return None
        name = in_small_letters(self._before_number.split(plain[start : end + LONGEST_NAME], 1)[0], self._words)
        owner = owner_after(name, 0, end - start, False, self._words) if self._of_the is not None else None
        of_the = self._of_the.match(plain, end) if self._of_the is not None and owner is not None else None
        if owner is None or (of_the is not None and self._end_at(text, of_the.end()) is not None):
            return Mention(start, end, organ, weak, False, heads)
        return Mention(start, start + owner.end, slug(name[: owner.end]))

    def heads_of(self, title: str) -> frozenset[str]:
        """The heads that the title of a body contains, in English, as the table has it."""
        return frozenset(one for one in self._heads.values() if re.search(rf"(?<![\w-]){one}", title.lower()))

    def _described(self, name: str) -> tuple[str, bool, bool, frozenset[str]]:
        """Slug, whether the name is a generic one, whether it is weak, and the heads it contains."""
        cased = re.IGNORECASE if is_in_capitals(name) else re.NOFLAG
        heads = frozenset(
            meaning for head, meaning in self._heads.items() if re.search(rf"(?<![\w-]){head}", name, cased)
        )
        for one, pattern in self._listed:
            if re.fullmatch(pattern, name, cased) if self._printed or cased else is_all_of(pattern)(name):
                body, weak = table().by_slug.get(one.slug), one.national or name in self._weak
                titled = self.heads_of(body.title) if body is not None and not weak else frozenset()
                return one.slug, one.generic, weak, heads | titled  # ESCAP is a commission
        return slug(name), False, name in self._weak, heads


def _is_within_slashes(plain: str, start: int, end: int) -> bool:
    """Whether a name of one word stands between slashes, as CRC in a symbol; before one only, as in "the Committee/No.
    23", a word with small letters may stand."""
    if start and plain[start - 1] == "/":
        return True
    word = plain[start - 1 : start].isspace() and plain[start].isupper() and plain[start + 1 : end].islower()
    return plain[end : end + 1] == "/" and not word


def _overlap(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


@cache
def organ_names(words: Words) -> Names:
    """Organs that adopt resolutions: bodies of the table whose resolutions have no symbol first, as they are named more
    exactly than the others without (the Governing Council of …), and these before ours, whose names theirs contain."""
    known = table()
    others = [
        _Name(words.name(pattern), slug(name), national=name.islower())
        for name, pattern in known.without_symbols.get(words.code, ())
    ]
    bodies = [body for body in known.bodies if words.code in body.named and not body.comments]
    ours = frozenset(body.slug for body in bodies if body.adopts)
    named = [
        _Name(words.name_in_any_case(body.named[words.code]), body.slug) for body in bodies if body.slug not in ours
    ]
    adopting = [
        _Name(words.name_in_any_case(body.named[words.code]), body.slug) for body in bodies if body.slug in ours
    ]
    generic = [_Name(head, meaning, generic=True) for head, meaning in words.heads.items() if meaning != "committee"]
    weak = frozenset(name for body in known.bodies for name in body.weak)
    foreign = frozenset(name.slug for name in (*named, *others) if not name.national)
    others_begin = tuple(f"{one.pattern} " for one in others)  # Consejo de Administración Fiduciaria
    longer = [one for one in adopting if one.pattern.startswith(others_begin)]
    return Names(words, [*longer, *named, *others, *adopting, *generic], weak, foreign)


@cache
def committee_names(words: Words) -> Names:
    """Committees that adopt general comments."""
    known = table()
    bodies = [body for body in known.bodies if words.code in body.named and body.comments]
    others = (
        [_Name(words.name(known.other_committees[words.code]), OTHER)] if words.code in known.other_committees else []
    )
    named = [_Name(words.name_in_any_case(body.named[words.code]), body.slug) for body in bodies]
    generic = [_Name(head, meaning, generic=True) for head, meaning in words.heads.items() if meaning == "committee"]
    return Names(words, [*others, *named, *generic], frozenset(name for body in bodies for name in body.weak))
