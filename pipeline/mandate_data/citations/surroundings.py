"""The surroundings of a list of resolutions: the words that tie its numbers to an organ, and the organs named there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.words import NEVER
from mandate_data.citations.namesakes import is_right_before
from mandate_data.citations.organ_names import Mention
from mandate_data.citations.organs import Organs
from mandate_data.citations.prepared_text import CLOSING, PreparedText, fragment, month
from mandate_data.citations.resolution_words import resolution_words

_NEAR = 60
"""How far before a list the verb and its subject stand."""
_ARTICLE = re.compile(r"\s(?:\w{1,3}['\s]\s?)?")
"""What stands between a list and the organ whose name follows at once: a space and an article."""
_PARTED = re.compile(r"[,;:.()]")
_BY_YEAR = re.compile(r"\d{3}\s?\(((?:19|20)\d\d)\)")
_ACTOR_REACH = 120
"""How far before a list the name of the body that acted may begin."""
_JOINED = 100
"""How far from an organ one that is joined with it is named."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words that tie a number to its organ, in one language."""

    introduced: re.Pattern[str]
    introduction: re.Pattern[str]
    nations: re.Pattern[str]
    nations_between: re.Pattern[str]
    nations_behind: re.Pattern[str]
    possessive: re.Pattern[str]
    attribute: re.Pattern[str]
    subject: re.Pattern[str]
    opening: re.Pattern[str]
    verb: re.Pattern[str]
    comma_before: re.Pattern[str]
    acronym: re.Pattern[str]
    chained: re.Pattern[str]
    unknown: re.Pattern[str]
    organization: re.Pattern[str]
    actor: re.Pattern[str]
    part_of: re.Pattern[str]
    acts: re.Pattern[str]
    of_actor: re.Pattern[str]
    adopts: re.Pattern[str]
    nobody: re.Pattern[str]
    possessor: re.Pattern[str]
    in_its: re.Pattern[str]
    joined: re.Pattern[str]
    given: re.Pattern[str]
    former: re.Pattern[str]
    leading: re.Pattern[str]
    founds: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    own = resolution_words(words)
    nations, article, of_date = own.nations, own.article, own.of_date
    actor = (
        rf"(?<![\w-])(?i:{fragment(words, words.actor)})(?![\w-])"
        rf"(?:\s(?:(?:{fragment(words, words.name_words)})\b\s?|[A-Z][\w'-]*\s?){{1,8}}(?<!\s))?"
    )
    whose, does = fragment(words, words.possessive), fragment(words, words.adopted)
    of = fragment(words, words.of_organ)
    small, in_ = fragment(words, words.name_words), fragment(words, words.introduction)
    nobody, pronoun = fragment(words, words.not_an_owner), fragment(words, words.pronoun) or "(?!)"
    acts = (
        rf"(?:'s\s|\s(?i:(?:\w{{2,4}}\s)?(?:{does})\s(?:\w{{1,4}}\s){{0,2}})"
        rf"|,?\s(?i:(?:{fragment(words, words.introduction)})\s(?:{whose})\s(?:\w{{3,9}}\s)?"
        rf"|(?:{fragment(words, words.acts_by)})\s))"
    )
    leading = "|".join(
        fragment(words, one)
        for one in (words.before_number, words.adopted, words.conjunction, words.of_organ, words.to, words.introduction)
        if one
    )
    return _Patterns(
        re.compile(rf"{CLOSING}{of_date}(?:,\s{{1,2}}{article}|\s{{1,2}}(?-i:{own.the})\s)", re.IGNORECASE),
        re.compile(rf"\b(?:{fragment(words, words.introduction)})\s(?:\w{{2,4}}\s)?$", re.IGNORECASE),
        re.compile(rf"(?:{nations})$" if words.shares_signs else rf"(?:^|(?<=[\s(]))(?:{nations})\s{{1,2}}$"),
        re.compile(
            rf"(?:{own.resolution}|{own.decision})\s(?:(?:{of})\s?)?{article}(?:{nations})\s{{1,2}}\d", re.IGNORECASE
        ),
        re.compile(rf"{CLOSING}{of_date}\s(?:(?:{of})\s?)?{article}(?:{nations})(?![\w-]|\s[A-Z])"),
        re.compile(rf"\b(?:{fragment(words, words.possessive)})\s{{1,2}}(?:\w{{3,9}}\s)?$", re.IGNORECASE),
        re.compile(
            rf"(?:'s|,?\s(?:{fragment(words, words.introduction)}))?\s{{1,2}}(?:(?:{whose})\s{{1,2}})?"
            rf"(?:{own.resolution}|{own.decision}){words.edge}",
            re.IGNORECASE,
        ),
        re.compile(rf",\s{{1,4}}(?:{fragment(words, words.subject)})"),
        re.compile(rf"(?:{fragment(words, words.capital_article)}|(?:^|\n)[\s\"'_*]{{0,4}})$"),
        re.compile(rf"[\s\d.()a-z]{{0,8}}(?:{fragment(words, words.subject)})"),
        re.compile(rf",\s{{1,2}}{article}$", re.IGNORECASE),
        re.compile(
            rf"(?:^|[\s(])(?!{nations})(?:(?=[A-Za-z-]*[A-Z]-?[A-Z])[A-Z][A-Za-z-]+"
            rf"|[A-Z][a-z-]+ (?!{nations})[A-Z][a-z-]+|(?:{fragment(words, words.organ_word)})) $"
        ),
        re.compile(
            rf"(?:{own.resolution}|{own.decision})\s[^\s,;]{{1,12}}(?:\s\(\w{{1,8}}\))?"
            rf",?\s(?:{fragment(words, words.conjunction)})\s$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{CLOSING}{of_date},?\s{{1,2}}(?:{fragment(words, words.owner)})\s?{article}"
            rf"(?!{nations}|{month(words)})(?=[A-Z]|(?:[a-z-]+\s){{0,2}}(?i:{fragment(words, words.actor)})(?![\w-]))"
            if words.owner
            else rf"{CLOSING}{of_date}\s{{1,2}}(?:(?:{does})\s)?(?={fragment(words, words.organ_word)})"
        ),
        re.compile(fragment(words, words.organization)),
        re.compile(rf"{actor}{acts}$"),
        re.compile(rf"{actor}\s(?i:{fragment(words, words.of_organ)})\s?{article}$"),
        re.compile(acts),
        re.compile(rf"\s(?i:{fragment(words, words.of_organ) or '(?!)'})\s?{article}(?:[A-Z][\w'-]*\s){{0,3}}$"),
        re.compile(rf"\s(?:{does})\s{article}$" if does else "(?!)", re.IGNORECASE),
        re.compile(rf"(?:^|.*\s)(?i:{pronoun})$|.*(?<![\w-])(?:{nobody})\b"),
        re.compile(
            rf"(?<=\s)(?!{nobody})[A-Z][\w-]+(?:\s(?:(?:{small})\s){{0,2}}[A-Z][\w-]+){{0,6}}"
            rf"(?:'s\s|,?\s(?i:(?:{in_})\s(?:{whose})\s))$"
        ),
        re.compile(
            rf"(?:,?\s(?:{pronoun}))?(?:,?\s(?:{in_}))?,?\s(?:{whose})\s(?:\w{{3,9}}\s)?$" if words.pronoun else "(?!)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\s?(?:{fragment(words, words.conjunction)})\s?(?:(?:{fragment(words, words.of_organ)})\s)?{article}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\s{{1,2}}(?:{fragment(words, words.own)})\s{{1,2}}(?:\w{{3,9}}\s)?" if words.own else NEVER,
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<![\w-])(?i:{fragment(words, words.former)})"
            rf"(?:\s\w{{1,3}})?{acts if words.capitals else '[^,.;:]{0,14}'}$"
            if words.former
            else NEVER
        ),
        re.compile(rf"(?:^|[^\w\s]|\b(?:{leading}))\s{{0,2}}$" if words.edge else "", re.IGNORECASE),
        re.compile(
            rf"(?<![\w-])(?:{fragment(words, words.founds)})\s?{article}(?-i:[A-Z][\w-]*\s){{0,4}}$", re.IGNORECASE
        ),
    )


class Surroundings:
    """What stands around a list of numbers, looked at when a number needs it: `lead` is where the word before the
    list begins, `end` where its last number ends."""

    def __init__(self, text: PreparedText, organs: Organs, lead: int, end: int) -> None:
        self.text = text
        self.organs = organs
        self.lead = lead
        self.end = end
        self.patterns = _patterns(text.words)

    @cached_property
    def is_introduced(self) -> bool:
        """Whether the list is introduced as in `in resolution 7/13, the Council`."""
        return self.patterns.introduction.search(self.text.plain, max(0, self.lead - 20), self.lead) is not None

    @cached_property
    def introduced(self) -> Mention | None:
        """The organ that follows where the list is introduced so."""
        after = self.organs.just_after(self.end, self.patterns.introduced) if self.is_introduced else None
        return None if after is None or self._has_its_own(after) or self.owner is not None else after

    @cached_property
    def may_be_of_anybody(self) -> bool:
        """Whether they are `its`, or a word is before them that no citation has: a `spatial` resolution."""
        lead = self.lead
        if self.is_possessed:
            return True
        return self.patterns.leading.search(self.text.plain, max(0, lead - 20), lead) is None

    @cached_property
    def is_possessed(self) -> bool:
        """Whether they are `its` resolutions."""
        return self.patterns.possessive.search(self.text.plain, max(0, self.lead - 30), self.lead) is not None

    @cached_property
    def is_of_the_nations(self) -> bool:
        """Whether they are resolutions of the United Nations, and no organ stands between."""
        plain, patterns = self.text.plain, self.patterns
        if patterns.nations.search(plain, max(0, self.lead - 30), self.lead) is not None:
            return True
        between = patterns.nations_between.match(plain, self.lead)
        return between is not None or patterns.nations_behind.match(plain, self.end) is not None

    def years_before(self, position: int) -> frozenset[int]:
        """The years that the list prints before this place: `1973 (2011)`."""
        return self._years(self.lead, position)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of the Security Council's resolutions that the sentence cites before the list."""
        return self._years(self.sentence[0], self.lead)

    def _years(self, start: int, end: int) -> frozenset[int]:
        return frozenset(int(year[1]) for year in _BY_YEAR.finditer(self.text.plain, start, end))

    @cached_property
    def is_adopted(self) -> bool:
        """Whether the words right before say that they are adopted."""
        return self.patterns.adopts.search(self.text.plain, max(0, self.lead - _NEAR), self.lead) is not None

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The bounds of the sentence."""
        return self.text.sentences.around(self.lead, self.end)

    @cached_property
    def clause(self) -> tuple[int, bool]:
        """Where the paragraph of a preamble begins that the list is in, and whether it is in one."""
        low = self.sentence[0]
        starts = [match.end() for match in self.patterns.subject.finditer(self.text.plain, low, self.lead)]
        if starts:
            return starts[-1], True
        return low, self.patterns.verb.match(self.text.plain, low) is not None

    def before(self, start: int) -> list[Mention]:
        """The organs named from `start` on before the list, in order, but for what one of them established or asked,
        and one that is given the list."""
        mentions = [one for one in self.organs.within(start, self.lead) if not self.is_founded(one.start)]
        return mentions[:-1] if mentions and self.is_given_to(mentions[-1]) else mentions

    def is_given_to(self, mention: Mention) -> bool:
        """Whether an organ right before the list is only told of it: it transmits to the Council its resolution 5/1."""
        return self.patterns.given.fullmatch(self.text.plain, mention.end, self.lead) is not None

    @cached_property
    def is_of_the_former(self) -> bool:
        """Whether they are said to be those of the former or the latter, so that nothing tells whose they are."""
        return self.patterns.former.search(self.text.plain, max(0, self.lead - _NEAR), self.lead) is not None

    @cached_property
    def named(self) -> tuple[list[Mention], list[Mention]]:
        """The organs that the sentence names before the list, the nearest first, and those behind it."""
        first, end = self.sentence
        before = [one for one in reversed(self.before(first)) if not one.weak]
        semicolon = self.text.plain.find(";", self.end, end)
        behind = [
            mention
            for mention in self.organs.within(self.end, end if semicolon < 0 else semicolon)
            if not mention.weak and not self._has_its_own(mention)
        ]
        return before, behind

    def joined_with(self, named: Mention) -> list[Mention]:
        """The organs that an `and` joins with this one: the Council `and` the Assembly."""
        plain, joined = self.text.plain, self.patterns.joined
        found = []
        for other in self.organs.within(max(0, named.start - _JOINED), named.end + _JOINED):
            between = plain[other.end : named.start] if other.end <= named.start else plain[named.end : other.start]
            if other.start != named.start and joined.fullmatch(between):
                found.append(other)
        return found

    def _has_its_own(self, mention: Mention) -> bool:
        """Whether another resolution is said to be that of this organ: the Assembly `in resolution 61/225`."""
        return self.patterns.attribute.match(self.text.plain, mention.end) is not None

    @cached_property
    def subject(self) -> Mention | None:
        """The organ whose preamble the list stands in."""
        return self.organs.subject_before(self.lead, self.patterns.opening, self.patterns.subject)

    @cached_property
    def subject_after(self) -> Mention | None:
        """`In its resolution 2016/25, and again …, the Council`: the organ that follows a comma of the sentence, or the
        list itself where the sentence begins with it: `In its resolution 34/16 the Council`."""
        plain, comma = self.text.plain, self.patterns.comma_before
        for mention in self.organs.within(self.end, self.sentence[1]):
            if mention.weak:
                continue
            begins_so = self.is_introduced and _ARTICLE.fullmatch(plain, self.end, mention.start)
            if begins_so or comma.search(plain, max(0, mention.start - 8), mention.start):
                return mention
        return None

    @cached_property
    def names_an_unknown_one(self) -> bool:
        """Whether an organization that the table does not have is named beside the list: `OPEC resolution 60/344`,
        `resolution 12/3 of the Texas Legislature`."""
        if self.has_an_unknown_owner:
            return True
        plain, lead = self.text.plain, self.chain
        if is_right_before(self.text.raw, lead, self.text.words):
            return True
        if plain[lead - 1 : lead] != " " or plain[lead : lead + 2].isupper():
            return False
        return self.patterns.acronym.search(plain, max(0, lead - 30), lead) is not None

    @cached_property
    def chain(self) -> int:
        """Where the list begins that this one follows with an `and`: decision 35/101 `and` decision 12/101."""
        known, passed, first = self.organs.chains, [], self.lead
        while first not in known:
            passed.append(first)
            before = self.patterns.chained.search(self.text.plain, max(0, first - _NEAR), first)
            if before is None:
                known[first] = first
            else:
                first = before.start()
        known.update(dict.fromkeys(passed, known[first]))
        return known[first]

    @cached_property
    def has_an_unknown_owner(self) -> bool:
        """Whether an organization that the table does not have is named behind: `12/3 of the City of Melbourne`."""
        beside = self.patterns.unknown.match(self.text.plain, self.end)
        return beside is not None and self.organs.at(beside.end()) is None

    @cached_property
    def owner(self) -> Mention | None:
        """The body whose they plainly are, as no comma parts it from `its`: the Commission had acted `in its`."""
        mentions = self.before(self.clause[0])
        its = self.patterns.in_its.search(self.text.plain, max(0, self.lead - _NEAR), self.lead)
        if not mentions or its is None:
            return None
        between = self.text.plain[mentions[-1].end : its.start()]
        return mentions[-1] if len(between) < _NEAR and not _PARTED.search(between) else None

    @cached_property
    def its_place(self) -> int:
        """Where `, in its` before the list begins; else where the list does."""
        its = self.patterns.in_its.search(self.text.plain, max(0, self.lead - _NEAR), self.lead)
        return its.start() if its is not None else self.lead

    @cached_property
    def is_of_an_unknown_body(self) -> bool:
        """Whether whoever adopted the list is named, and is none that the table has: `the Synod adopted`, `the Regional
        Council of Tuscany, in its`."""
        plain, low = self.text.plain, self.clause[0]
        mentions = self.organs.within(low, self.lead)
        known = max((one.end for one in mentions if one.generic or one.slug in table().by_slug), default=low)
        if any(one.weak and one.end > known and not self.is_founded(one.start) for one in mentions):
            return True
        adopts = self.patterns.adopts.search(plain, max(known, self.lead - _NEAR), self.lead)
        if adopts is not None and known == low:
            subject = plain[max(low, adopts.start() - _NEAR) : adopts.start()].strip()
            return bool(subject) and self.patterns.nobody.match(subject) is None
        return self.patterns.possessor.search(plain, max(known, self.lead - _ACTOR_REACH), self.lead) is not None

    @cached_property
    def is_of_another_actor(self) -> bool:
        """Whether a body that the table does not have adopted the list, its name right before: `the Steering
        Committee, in its decision 7/101`."""
        low = max(0, self.lead - _ACTOR_REACH)
        found = self.patterns.actor.search(self.text.plain, low, self.lead)
        if found is None:
            return False
        if self.named[0] and (found[0][0].islower() or self.is_founded(found.start())):
            return False  # the Council established a panel, or the Panel, by its resolution …
        advises = self.patterns.of_actor.search(self.text.plain, low, found.start()) is not None
        return not (advises and self.named[0])  # the Council, on the advice of the Advisory Committee, in its …

    def is_founded(self, start: int) -> bool:
        """Whether the body named at `start` is what another one established or asked, and so did not adopt the list."""
        return self.patterns.founds.search(self.text.plain, max(0, start - _NEAR), start) is not None

    def is_of_a_part(self, named: Mention) -> bool:
        """Whether the organ named right before is only that of the body which acted: `the Executive Committee of the
        Council, in its resolution 5/1`."""
        if self.patterns.acts.fullmatch(self.text.plain, named.end, self.lead) is None:
            return False
        low = max(0, named.start - _ACTOR_REACH)
        return self.patterns.part_of.search(self.text.plain, low, named.start) is not None

    @cached_property
    def names_an_organization(self) -> bool:
        """Whether the sentence has a word for organizations that number as the United Nations do."""
        return self.patterns.organization.search(self.text.plain, *self.sentence) is not None
