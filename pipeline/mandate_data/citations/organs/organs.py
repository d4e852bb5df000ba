"""The organs that a text names around its citations, and which of them a citation in prose means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from mandate_data.citations.bodies import root_pattern, table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs.organ_names import LONGEST_NAME, Link, Mention, Names, committee_names, organ_names
from mandate_data.citations.reading.prepared_text import PreparedText, fragment

NATIONS = "nations"
"""The group of a gap before an organ that takes in `United Nations`."""
_RIGHT_BEFORE = 300
"""How far before "the Commission" another one than the text's own must be named to be meant."""
_BETWEEN_SENTENCES = ". "
_BLOCK = 4000
"""So many characters, and the rest of the sentence, are searched at once for an organ that is named anywhere."""
_DENSE, _AT_ONCE = 60, 400
"""Where citations stand so close, so many characters are searched at once behind what was searched before."""
_JOINED = 100
"""How far from an organ another one begins that an `and` joins with it."""
_ADJACENT = 160
"""How far from a citation the name of its organ may begin."""


class _Nearby:
    """The mentions around the citations of a text, each stretch searched once: callers ask from left to right, and
    look back no further than a few sentences."""

    def __init__(self, text: PreparedText, names: Names) -> None:
        self._text = text
        self._names = names
        self._found: list[Mention] = []
        self._starts: list[int] = []
        self._low = self._high = 0

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in [start, end), in order."""
        low = max(0, start - LONGEST_NAME)  # so that none is cut in two
        if low > self._high:
            self._found, self._starts, self._low, self._high = [], [], low, low
        if low < self._low:
            before = self._search(low, self._low)
            last = before[-1].end if before else low
            self._found, self._low = before + [one for one in self._found if one.start >= last], low
            self._starts = [mention.start for mention in self._found]
        if end > self._high:
            stop = end if end - self._high > _DENSE else self._high + _AT_ONCE
            after = self._search(self._high, stop)
            self._found += after
            self._starts += [mention.start for mention in after]
            self._high = max(stop, after[-1].end) if after else stop
        starts = self._starts
        return self._found[bisect_left(starts, start) : bisect_left(starts, end)]

    def _search(self, start: int, end: int) -> list[Mention]:
        return list(self._names.between(self._text, start, end))


class _Mentions:
    """The organs named in full in a text, found from its beginning as far as they are asked for."""

    def __init__(self, text: PreparedText, names: Names) -> None:
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


@cache
def _of_the_nations(words: Words, in_full: bool = False) -> re.Pattern[str]:
    """Their name, an organ such as "the Council" (unless `in_full`), or how a symbol begins."""
    heads = () if in_full else words.heads
    said = (one if words.shares_signs else fragment(words, one) for one in (words.united_nations, *heads))
    return re.compile(rf"{words.edge}(?:{'|'.join(said)})|(?<![\w/])(?:{root_pattern()})/[A-Z\d./-]{{0,16}}\d")


class Organs:
    """The organs that a text names near its citations, and the question which of them a citation means."""

    def __init__(self, text: PreparedText, names: Names) -> None:
        self.plain = text.plain
        self._text = text
        self._names = names
        self._near = _Nearby(text, names)
        self._all = _Mentions(text, names)
        self._subjects: list[Mention] | None = None
        self._named: dict[str, bool] = {}
        self._others_named: bool | None = None
        self._of_the_nations: bool | None = None
        self._printed: dict[str, bool] = {}
        self.chains: dict[int, int] = {}  # where lists joined by an `and` begin, by where one of them does
        self.unclosed = 0  # where a list of numbers ends that no word for resolutions closes
        self.link: Link | None = None  # the latest list, which the next one may go on
        self.founded: dict[int, bool] = {}  # whether another organ founded what is named at a place
        self.roles: dict[int, str] = {}  # what the organ named at a place has to do with lists far before it
        self._kinds: dict[Mention, str | None] = {}
        self._of_another_kind: dict[Mention, bool] = {}

    @classmethod
    def organs(cls, text: PreparedText) -> Organs:
        """Organs that adopt resolutions."""
        return cls(text, organ_names(text.words))

    @classmethod
    def committees(cls, text: PreparedText) -> Organs:
        """Committees that adopt general comments."""
        return cls(text, committee_names(text.words))

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

    def joined_with(self, named: Mention, joining: re.Pattern[str]) -> list[Mention]:
        """The other organs that a word such as `and` joins with this one: the Council `and` the Assembly."""
        found = []
        for other in self.within(max(0, named.start - _JOINED), named.end + _JOINED):
            first, second = sorted((named, other), key=lambda mention: mention.start)
            if other.start != named.start and joining.fullmatch(self.plain, first.end, second.start):
                found.append(other)
        return found

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

    def is_of_the_nations(self) -> bool:
        """Whether the text has a word of the United Nations: an organ, "the Council", their name, a symbol."""
        if self._of_the_nations is None:
            known = table()
            named = any(mention.slug in known.by_slug for mention in self._all.named())
            self._of_the_nations = named or _of_the_nations(self._text.words).search(self._text.printed) is not None
        return self._of_the_nations

    def names_the_nations(self) -> bool:
        """Whether it has their name, an organ in full, or a symbol."""
        known = table()
        return any(mention.slug in known.by_slug for mention in self._all.named()) or self.says_the_nations()

    def says_the_nations(self) -> bool:
        """Whether it has their name or a symbol."""
        return _of_the_nations(self._text.words, True).search(self._text.printed) is not None

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
        if mention not in self._of_another_kind:
            near = reversed(self._near.within(max(0, mention.start - _RIGHT_BEFORE), mention.start))
            named = next((one for one in near if mention.slug in one.heads and not one.generic), None)
            self._of_another_kind[mention] = named is not None and named.weak
        return self._of_another_kind[mention]

    def of_the_kind(self, mention: Mention) -> str | None:
        """What a generic mention stands for: the issuer of the text if it is of that kind and no other one is named
        right before, the organ of that kind named in full before it, or the first one named after it."""
        if mention not in self._kinds:
            self._kinds[mention] = self._of_the_kind(mention)
        return self._kinds[mention]

    def _of_the_kind(self, mention: Mention) -> str | None:
        head = mention.slug
        issuer = self._text.issuer
        before = self._all.last_of_kind(mention.start, head)
        if issuer is not None and head in self._names.heads_of(issuer.title):
            near = before is not None and mention.start - before.end < _RIGHT_BEFORE
            return before.slug if before is not None and near else issuer.slug
        if before is not None:
            return before.slug
        after = self._all.first_of_kind(mention.end, head)
        if after is None or after.start < self._text.sentences.around(mention.start, mention.end)[1]:
            return None  # Council resolutions, and Trusteeship Council resolutions
        return after.slug
