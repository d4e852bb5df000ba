"""Organs and committees as running text names them, and which of them a citation in prose means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from mandate_data.citations.bodies import slug, table
from mandate_data.citations.languages import Words
from mandate_data.citations.namesakes import foreign_word, is_of_others, owner_after, word_after, word_before
from mandate_data.citations.prepared_text import Linear, PreparedText, Printed, fragment, is_all_of

OTHER = "other"
"""The slug of committees and organs that are none of the United Nations and that the table does not name."""

NATIONS = "nations"
"""The group of a gap before an organ that takes in `United Nations`."""
_LONGEST_NAME = 130
_RIGHT_BEFORE = 300
"""How far before "the Commission" another one than the text's own must be named to be meant."""
_BETWEEN_SENTENCES = ". "
_BLOCK = 4000
"""So many characters, and the rest of the sentence, are searched at once for an organ that is named anywhere."""
_ADJACENT = 160
"""How far from a citation the name of its organ may begin."""


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

    @property
    def in_full(self) -> bool:
        """Whether it is neither weak nor generic."""
        return not self.weak and not self.generic


class _Name(NamedTuple):
    """Names that stand for one organ: a pattern, and what a mention of it is."""

    pattern: str
    slug: str
    generic: bool = False
    national: bool = False
    """An organ of a country: it counts only next to its number."""


_OWNER_GAPS = frozenset((" ", "'s ", "\n"))


class _Names:
    """A table of names: how they are found in a text, and which organ each stands for."""

    def __init__(
        self, words: Words, names: Iterable[_Name], weak: frozenset[str], foreign: frozenset[str] = frozenset()
    ) -> None:
        """`foreign` are the slugs of organs that may have others of the names of ours: an Assembly, a Council."""
        printed = self._printed = words.shares_signs
        self._listed = [(name, name.pattern if printed else fragment(words, name.pattern)) for name in names]
        joined = "|".join(pattern for _, pattern in self._listed)
        self._pattern: Linear | Printed = Printed(joined) if printed else Linear(rf"{words.edge}(?:{joined})")
        self._weak = weak
        self._foreign = foreign
        of, the = fragment(words, words.of_organ), fragment(words, words.article_before)
        self._of_the = re.compile(rf"\s(?:{of})\s?(?:(?:{the})\s?)?") if words.of_organ and foreign else None
        self._words = words
        self._bounded = bool(words.edge) or words.capitals
        self._heads = {head if printed else fragment(words, head): meaning for head, meaning in words.heads.items()}
        self._describe = lru_cache(maxsize=1024)(self._described)

    def at(self, text: PreparedText, position: int) -> Mention | None:
        """The organ named at `position`."""
        end = self._end_at(text, position)
        mention = self._mention(text, position, end) if end is not None else None
        return self._owned(text, mention) if mention is not None else None

    def _end_at(self, text: PreparedText, position: int) -> int | None:
        limit = min(position + _LONGEST_NAME, len(text.data))
        if isinstance(self._pattern, Printed):
            return self._pattern.end_at(text.raw, position, limit)
        return self._pattern.end_at(text.data, position, limit)

    def _spans(self, text: PreparedText, start: int, end: int) -> list[tuple[int, int]]:
        if isinstance(self._pattern, Printed):
            return self._pattern.spans(text.raw, start, end)
        return self._pattern.spans(text.data, start, end)

    def between(self, text: PreparedText, start: int, end: int) -> Iterator[Mention]:
        """The organs named from `start` on whose names begin before `end`."""
        before: Mention | None = None
        for first, last in self._spans(text, start, min(end + _LONGEST_NAME, len(text.data))):
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
            return mention._replace(end=owner.end, slug=name, weak=mention.generic, generic=False)
        organization = self._describe(text.plain[of_the.end() : end])[0]
        owned = organization in self._foreign and not text.plain[end : end + 1].isalnum()
        return mention._replace(end=end, slug=organization, generic=False) if owned else mention

    def _mention(self, text: PreparedText, start: int, end: int) -> Mention | None:
        plain = text.plain
        if self._bounded and plain[end : end + 1].isalnum():
            return None
        name = (text.raw if self._printed else plain)[start:end]
        if (plain[end : end + 1] == "/" or (start and plain[start - 1] == "/")) and " " not in name:
            return None  # part of a symbol
        organ, generic, weak, heads = self._describe(name)
        if self._foreign and not weak and organ not in self._foreign:
            others = is_of_others(text.raw, start, end, generic, self._words)
            if others is None:
                return None
            if others:
                return Mention(start, end, OTHER, weak=generic)
        if generic and not self._words.others and (word := word_before(plain, start, self._words)):
            return Mention(start - len(word), end, slug(word + name), True, heads=heads)
        if weak or not self._foreign or organ in self._foreign:
            return Mention(start, end, organ, weak, generic, heads)
        if word := word_after(plain, end, self._words):
            return Mention(start, end + len(word), slug(name + word))
        if not generic and (word := foreign_word(plain, start, end, self._words)):
            return Mention(start - len(word), end, slug(word + name))
        return Mention(start, end, organ, weak, generic, heads)

    def heads_of(self, title: str) -> frozenset[str]:
        """The heads that the title of a body contains, in English, as the table has it."""
        return frozenset(one for one in self._heads.values() if re.search(rf"(?<![\w-]){one}", title.lower()))

    def _described(self, name: str) -> tuple[str, bool, bool, frozenset[str]]:
        """Slug, whether the name is a generic one, whether it is weak, and the heads it contains."""
        heads = frozenset(meaning for head, meaning in self._heads.items() if re.search(rf"(?<![\w-]){head}", name))
        for one, pattern in self._listed:
            if re.fullmatch(pattern, name) if self._printed else is_all_of(pattern)(name):
                return one.slug, one.generic, one.national or name in self._weak, heads
        return slug(name), False, name in self._weak, heads


@cache
def _organ_names(words: Words) -> _Names:
    """Organs that adopt resolutions: bodies of the table whose resolutions have no symbol first, as they are named more
    exactly than the others without (the Governing Council of …), and these before ours, whose names theirs contain."""
    known = table()
    others = [
        _Name(pattern, slug(name), national=name.islower())
        for name, pattern in known.without_symbols.get(words.code, ())
    ]
    bodies = [body for body in known.bodies if words.code in body.named and not body.comments]
    ours = frozenset(body.slug for body in bodies if body.adopts)
    named = [_Name(body.named[words.code], body.slug) for body in bodies if body.slug not in ours]
    adopting = [_Name(body.named[words.code], body.slug) for body in bodies if body.slug in ours]
    generic = [_Name(head, meaning, generic=True) for head, meaning in words.heads.items() if meaning != "committee"]
    weak = frozenset(name for body in known.bodies for name in body.weak)
    foreign = frozenset(name.slug for name in (*named, *others) if not name.national)
    return _Names(words, [*named, *others, *adopting, *generic], weak, foreign)


@cache
def _committee_names(words: Words) -> _Names:
    """Committees that adopt general comments."""
    known = table()
    bodies = [body for body in known.bodies if words.code in body.named and body.comments]
    others = [_Name(known.other_committees[words.code], OTHER)] if words.code in known.other_committees else []
    named = [_Name(body.named[words.code], body.slug) for body in bodies]
    generic = [_Name(head, meaning, generic=True) for head, meaning in words.heads.items() if meaning == "committee"]
    return _Names(words, [*others, *named, *generic], frozenset(name for body in bodies for name in body.weak))


class _Nearby:
    """The mentions around the citations of a text, each stretch searched once: callers ask from left to right, and
    look back no further than a few sentences."""

    def __init__(self, text: PreparedText, names: _Names) -> None:
        self._text = text
        self._names = names
        self._found: list[Mention] = []
        self._starts: list[int] = []
        self._low = self._high = 0

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in [start, end), in order."""
        low = max(0, start - _LONGEST_NAME)  # so that none is cut in two
        if low > self._high:
            self._found, self._starts, self._low, self._high = [], [], low, low
        if low < self._low:
            before = self._search(low, self._low)
            last = before[-1].end if before else low
            self._found, self._low = before + [one for one in self._found if one.start >= last], low
            self._starts = [mention.start for mention in self._found]
        if end > self._high:
            after = self._search(self._high, end)
            self._found += after
            self._starts += [mention.start for mention in after]
            self._high = max(end, after[-1].end) if after else end
        starts = self._starts
        return self._found[bisect_left(starts, start) : bisect_left(starts, end)]

    def _search(self, start: int, end: int) -> list[Mention]:
        return list(self._names.between(self._text, start, end))


class _Mentions:
    """The organs named in full in a text, found from its beginning as far as they are asked for."""

    def __init__(self, text: PreparedText, names: _Names) -> None:
        self._text = text
        self._names = names
        self._named: list[Mention] = []
        self._by_head: dict[str, list[Mention]] = {}
        self._searched = 0

    def named(self) -> Iterator[Mention]:
        """The organs named in full, in order; the text is searched block by block, no further than it is asked for."""
        index = 0
        while index < len(self._named) or self._searched < len(self._text.plain):
            if index == len(self._named):
                self._search(self._searched, self._block_end())
                continue
            yield self._named[index]
            index += 1

    def _block_end(self) -> int:
        """Where the next block ends: between two sentences, as no name goes on there."""
        stop = self._text.plain.find(_BETWEEN_SENTENCES, self._searched + _BLOCK)
        return len(self._text.plain) if stop < 0 else stop + 1

    def last_named(self, start: int) -> Mention | None:
        """The last mention before `start` that is neither generic nor weak."""
        if start > self._searched:
            self._search(self._searched, start)
        index = bisect_left(self._named, start, key=lambda mention: mention.start)
        return self._named[index - 1] if index else None

    def last_of_kind(self, start: int, head: str) -> Mention | None:
        """The last organ named in full before `start` whose name contains this head."""
        self.last_named(start)
        named = self._by_head.get(head, [])
        index = bisect_left(named, start, key=lambda mention: mention.start)
        return named[index - 1] if index else None

    def first_of_kind(self, start: int, head: str) -> Mention | None:
        """The first organ named in full after `start` whose name contains this head."""
        named = self._by_head.setdefault(head, [])
        while True:
            index = bisect_left(named, start, key=lambda mention: mention.start)
            if index < len(named):
                return named[index]
            if self._searched >= len(self._text.plain):
                return None
            self._search(self._searched, self._block_end())

    def _search(self, start: int, end: int) -> None:
        for mention in self._names.between(self._text, start, end):
            if mention.in_full:
                self._named.append(mention)
                for head in mention.heads:
                    self._by_head.setdefault(head, []).append(mention)
            end = max(end, mention.end)
        self._searched = end


class Organs:
    """The organs that a text names near its citations, and the question which of them a citation means."""

    def __init__(self, text: PreparedText, names: _Names) -> None:
        self.plain = text.plain
        self._text = text
        self._names = names
        self._near = _Nearby(text, names)
        self._all = _Mentions(text, names)
        self._subjects: list[Mention] | None = None
        self._named: dict[str, bool] = {}
        self._others_named: bool | None = None
        self._printed: dict[str, bool] = {}

    @classmethod
    def organs(cls, text: PreparedText) -> Organs:
        """Organs that adopt resolutions."""
        return cls(text, _organ_names(text.words))

    @classmethod
    def committees(cls, text: PreparedText) -> Organs:
        """Committees that adopt general comments."""
        return cls(text, _committee_names(text.words))

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions in [start, end), in order."""
        return self._near.within(start, end)

    def just_before(self, start: int, gap: re.Pattern[str]) -> Mention | None:
        """The mention that ends right before `start` but for a `gap`."""
        for mention in reversed(self._near.within(max(0, start - _ADJACENT), start)):
            if gap.fullmatch(self.plain, mention.end, start):
                return mention
            if not mention.weak:
                break
        return None

    def at(self, position: int) -> Mention | None:
        """The mention that begins at `position`."""
        return self._names.at(self._text, position)

    def just_after(self, end: int, gap: re.Pattern[str]) -> Mention | None:
        """The mention that begins right after `end` but for a `gap`; `NATIONS` in it may be part of the name."""
        between = gap.match(self.plain, end)
        if between is None:
            return None
        whole = between.start(NATIONS) if between.lastgroup == NATIONS else between.end()
        found = self._names.at(self._text, whole)
        return found if found or whole == between.end() else self._names.at(self._text, between.end())

    def last_named(self, start: int) -> Mention | None:
        """The last organ named in full before `start`, however far back."""
        return self._all.last_named(start)

    def names(self, organ: str) -> bool:
        """Whether the text names this organ anywhere."""
        if organ not in self._named:
            self._named[organ] = any(mention.slug == organ for mention in self._all.named())
        return self._named[organ]

    def prints(self, symbol: str) -> bool:
        """Whether the beginning of a symbol is printed anywhere in the text."""
        if symbol not in self._printed:
            self._printed[symbol] = symbol in self.plain
        return self._printed[symbol]

    def names_others(self) -> bool:
        """Whether the text names an organ whose resolutions have no symbol that follows from their number."""
        if self._others_named is None:
            known = table()
            self._others_named = any(not known.adopts(mention.slug) for mention in self._all.named())
        return self._others_named

    def subject_before(self, start: int, opening: re.Pattern[str], subject: re.Pattern[str]) -> Mention | None:
        """The organ whose preamble the text at `start` is in: the last one that is followed by its verb."""
        if self._subjects is None:
            self._subjects = [
                one
                for one in self._all.named()
                if subject.match(self.plain, one.end) and opening.search(self.plain, max(0, one.start - 6), one.start)
            ]
        index = bisect_left(self._subjects, start, key=lambda mention: mention.start)
        return self._subjects[index - 1] if index else None

    def is_of_another_kind(self, mention: Mention) -> bool:
        """Whether the last organ named right before a generic mention that has its word is of a country: the National
        Assembly adopted …; the Assembly …"""
        for one in reversed(self._near.within(max(0, mention.start - _RIGHT_BEFORE), mention.start)):
            if mention.slug in one.heads and not one.generic:
                return one.weak
        return False

    def of_the_kind(self, mention: Mention) -> str | None:
        """What a generic mention stands for: the issuer of the text if it is of that kind and no other one is named
        right before, the organ of that kind named in full before it, or the first one named after it."""
        head = mention.slug
        issuer = self._text.issuer
        before = self._all.last_of_kind(mention.start, head)
        if issuer is not None and head in self._names.heads_of(issuer.title):
            near = before is not None and mention.start - before.end < _RIGHT_BEFORE
            return before.slug if before is not None and near else issuer.slug
        if before is not None:
            return before.slug
        after = self._all.first_of_kind(mention.end, head)
        return after.slug if after else None
