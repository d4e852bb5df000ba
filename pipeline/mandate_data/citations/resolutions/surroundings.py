"""The surroundings of a list of resolutions: the organs named there, and what ties its numbers to them."""

from __future__ import annotations

import re
from functools import cached_property

from mandate_data.citations.bodies import table
from mandate_data.citations.organs.namesakes import is_right_before
from mandate_data.citations.organs.organ_names import LONGEST_NAME, Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.pinpoints.pinpoints import end_of_announced
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.resolutions.earlier_sentences import is_of_others_named_before
from mandate_data.citations.resolutions.introductions import is_introduced
from mandate_data.citations.resolutions.its_endings import agreeing_heads, is_of_the_subject
from mandate_data.citations.resolutions.number_dates import without_date
from mandate_data.citations.resolutions.surrounding_words import surrounding_words

_CHAINED = 120
"""How far before a list the one begins that it follows with an `and`, at most."""
_TIGHT = " '\"*_[(\ns"
"""What may part the name of an organ from the word of its own resolution, the genitive included."""
_NEAR = 60
"""How far before a list the verb and its subject stand."""
_ARTICLE = re.compile(r"\s(?:\w{1,3}['\s]\s?)?")
"""What stands between a list and the organ whose name follows at once: a space and an article."""
_PARTED = re.compile(r"[,;:.()]")
_ACTOR_REACH = 120
"""How far before a list the name of the body that acted may begin."""
_FAR = 1200
"""How far before a list an organ is named that it may still be of."""
_OUTSIDE, _ADOPTER, _NAMED = "outside", "adopter", "named"
"""What an organ that is named behind a list has to do with it."""


class Surroundings:
    """What stands around a list of numbers, looked at when a number needs it: `lead` is where the word before the
    list begins, `end` where its last number ends."""

    def __init__(self, text: PreparedText, organs: Organs, lead: int, end: int) -> None:
        self.text = text
        self.organs = organs
        self.lead = lead
        self.end = end
        self.patterns = surrounding_words(text.words)

    @cached_property
    def is_introduced(self) -> bool:
        """Whether the list is introduced as in `in resolution 7/13, the Council`, or `in paragraph 3 of its`."""
        return is_introduced(self.text, self.patterns.introduction, self.lead, self.sentence[0], self.is_possessed)

    @cached_property
    def introduced(self) -> Mention | None:
        """The organ that follows where the list is introduced so, at once or behind a comma of the sentence."""
        if not self.is_introduced:
            return None
        end = end_of_announced(self.text.plain, self.end, self.text.words)  # in 7/13, para. 2, the Council
        after = self.organs.just_after(end or self.end, self.patterns.introduced)
        if after is None and not self.is_possessed:
            other = self.subject_after
            return other if other is not None and (other.generic or table().adopts(other.slug)) else None
        return None if after is None or self._has_its_own(after) or self.owner is not None else after

    @cached_property
    def may_be_of_anybody(self) -> bool:
        """Whether they are `its`, or `adopted by` somebody, or somebody else acts by them: `the bishop, by decision
        4/101`; or they are behind a word that no citation has: `spatial`."""
        plain, lead, end = self.text.plain, self.lead, self.end
        if self.is_possessed or self.patterns.adopted_behind.search(plain, end, min(self.sentence[1], end + _NEAR)):
            return True
        if self.patterns.leading.search(plain, max(0, lead - 20), lead) is None:
            return True
        if self.is_introduced and self.patterns.somebody_behind.match(plain, end):
            return True
        return self.patterns.somebody.search(plain, max(0, lead - _NEAR), lead) is not None

    def _right_before(self, pattern: re.Pattern[str], reach: int = _NEAR) -> re.Match[str] | None:
        """Where a pattern is found in the words right before the list, `reach` characters at most."""
        return pattern.search(self.text.plain, max(0, self.lead - reach), self.lead)

    @cached_property
    def is_possessed(self) -> bool:
        """Whether they are `its` resolutions."""
        return self._right_before(self.patterns.possessive, 30) is not None or self.is_of_the_subject

    @cached_property
    def is_of_the_subject(self) -> bool:
        """Whether the ending of their word says that they are those of the subject."""
        agreeing = agreeing_heads(self.text, self.lead)
        return bool(agreeing) and is_of_the_subject(agreeing, self.organs.link, self.subject)

    @cached_property
    def is_a_draft(self) -> bool:
        """Whether the words right before say that it is a draft: draft resolution 12/3."""
        return self._right_before(self.patterns.draft, 20) is not None

    @cached_property
    def is_its_own(self) -> bool:
        """Whether they are `its own` resolutions, those of the subject of the sentence."""
        return self._right_before(self.patterns.its_own, 30) is not None

    @cached_property
    def has_a_nameless_owner(self) -> bool:
        """Whether they are `its` resolutions, and the sentence begins with whose they are, which is not a name: `the
        senate recorded its`."""
        return self.patterns.nameless_owner.fullmatch(self.text.plain, self.sentence[0], self.lead) is not None

    @cached_property
    def is_of_the_nations(self) -> bool:
        """Whether they are resolutions of the United Nations, and no organ stands between."""
        plain, patterns = self.text.plain, self.patterns
        if patterns.nations.search(plain, max(0, self.lead - 30), self.lead) is not None:
            return True
        between = patterns.nations_between.match(plain, self.lead)
        return between is not None or patterns.nations_behind.match(plain, self.end) is not None

    @cached_property
    def is_adopted(self) -> bool:
        """Whether the words right before say that they are adopted."""
        return self._adoption(max(0, self.lead - _NEAR), self.lead) is not None

    def _adoption(self, low: int, end: int) -> re.Match[str] | None:
        """The words right before that say that somebody adopted them, and not that something was adopted by them."""
        if self.patterns.by_it.match(self.text.plain, self.lead) is not None:
            return None
        return self.patterns.adopts.search(self.text.plain, low, end)

    @cached_property
    def is_done_by_it(self) -> bool:
        """Whether the words right before say that something was done by them: the statute `was amended by`."""
        return self._right_before(self.patterns.done_by_it) is not None

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

    @cached_property
    def is_supported(self) -> bool:
        """Whether the words right before say that somebody is in favour of them, whoever adopted them: `endorsed`."""
        return self._right_before(self.patterns.supports) is not None

    @cached_property
    def is_refused(self) -> bool:
        """Whether the words right before say that somebody did not adopt them."""
        return self._right_before(self.patterns.refuses) is not None

    def before(self, start: int) -> list[Mention]:
        """The organs named from `start` on before the list, in order, but for what one of them established or asked,
        one that is given the list, and one of a clause about a body that the table does not have."""
        mentions = [one for one in self.organs.within(start, self.lead) if not self.is_founded(one.start)]
        if self.is_adopted:
            mentions = [one for one in mentions if not self._is_in_a_clause(one)]
        return mentions[:-1] if mentions and self.is_given_to(mentions[-1]) else mentions

    def _is_in_a_clause(self, mention: Mention) -> bool:
        """Whether an organ only acts in a clause about a body of others: FIFA, `which the Council had addressed,`
        adopted …"""
        plain = self.text.plain
        aside = self.patterns.aside.search(plain, max(0, mention.start - _NEAR), mention.start)
        if aside is None or "," not in plain[mention.end : self.lead]:
            return False
        before = self.organs.within(max(0, aside.start() - LONGEST_NAME), aside.start())
        return not any(one.end == aside.start() and (one.generic or table().adopts(one.slug)) for one in before)

    def is_given_to(self, mention: Mention) -> bool:
        """Whether an organ right before the list is only told of it: it transmits to the Council its resolution 5/1."""
        return self.patterns.given.fullmatch(self.text.plain, mention.end, self.lead) is not None

    @cached_property
    def latest(self) -> Mention | None:
        """The organ named in full last before the list, in its sentence or in one not far before."""
        last = self.organs.last_named(self.lead)
        return last if last is not None and self.lead - last.end < _FAR else None

    @cached_property
    def is_of_the_former(self) -> bool:
        """Whether they are said to be those of the former or the latter, so that nothing tells whose they are."""
        return self._right_before(self.patterns.former) is not None

    @cached_property
    def named(self) -> tuple[list[Mention], list[Mention]]:
        """The organs that the sentence names before the list, the nearest first, and those behind it."""
        first, end = self.sentence
        before = [one for one in reversed(self.before(first)) if not one.weak]
        semicolon = self.text.plain.find(";", self.end, end)
        mentions = self.organs.within(self.end, end if semicolon < 0 else semicolon)
        behind = [one for one in mentions if not one.weak and self._role_behind(one) != _OUTSIDE]
        adopter = next((one for one in behind if self.has_adopted(one)), None)
        return before, [adopter] if adopter is not None else behind

    def has_adopted(self, mention: Mention) -> bool:
        """Whether an organ behind the list is said to have adopted it: `adopted by the Council`, `which it adopted`."""
        role = self._role_behind(mention)
        return role == _ADOPTER or (role == _NAMED and self._precedes(self.patterns.aside, mention))

    def _role_behind(self, mention: Mention) -> str:
        """What an organ behind the list has to do with it: it stands outside, has adopted the list, or only is named.
        What is said of one further off is the same for all lists before it."""
        known, near = self.organs.roles, mention.start - self.end < _NEAR
        if not near and mention.start in known:
            return known[mention.start]
        role = _NAMED
        if self._has_its_own(mention) or self._is_aside(mention) or self._precedes(self.patterns.refused_by, mention):
            role = _OUTSIDE
        elif self._precedes(self.patterns.adopted_by, mention):
            role = _ADOPTER
        if not near:
            known[mention.start] = role
        return role

    def _is_aside(self, mention: Mention) -> bool:
        """Whether an organ behind the list only stands in a clause about it: `which the Council never considered`, or
        did something to it that is not its adoption: `ignored by the Council`."""
        if self._precedes(self.patterns.aside, mention):
            return self.patterns.adopting.match(self.text.plain, mention.end) is None
        return self._precedes(self.patterns.agent, mention) and not self._precedes(self.patterns.adopted_by, mention)

    def _precedes(self, pattern: re.Pattern[str], mention: Mention) -> bool:
        return pattern.search(self.text.plain, max(self.end, mention.start - _NEAR), mention.start) is not None

    def has_a_word_of_its_own(self, mention: Mention) -> bool:
        """Whether a word for another resolution follows an organ at once: the Council `decision`."""
        return self.patterns.own_word.match(self.text.plain, mention.end) is not None

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
            if mention.weak or self._has_its_own(mention):
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
        if self.patterns.of_a_society.search(plain, max(0, lead - _NEAR), lead) is not None:
            return True
        if is_right_before(self.text.raw, lead, self.text.words):
            return True
        if plain[lead - 1 : lead] not in (" ", "\n") or plain[lead : lead + 2].isupper():
            return False
        return self.patterns.acronym.search(plain, max(0, lead - 30), lead) is not None

    @property
    def is_of_no_known_body(self) -> bool:
        """Whether a body that the table does not have is named as the one whose they are."""
        return self.names_an_unknown_one or self.is_of_another_actor or self.is_of_an_unknown_body

    @cached_property
    def chain(self) -> int:
        """Where the list begins that this one follows with an `and`: decision 35/101 `and` decision 12/101."""
        if self.is_of_the_subject:
            return self.lead
        known, passed, first = self.organs.chains, [], self.lead
        while first not in known:
            passed.append(first)
            before = self.patterns.chained.search(self.text.plain, max(0, first - _CHAINED), first)
            if before is None:
                known[first] = first
            else:
                first = before.start()
        known.update(dict.fromkeys(passed, known[first]))
        return known[first]

    @cached_property
    def has_an_unknown_owner(self) -> bool:
        """Whether an organization that the table does not have is named behind: `12/3 of the City of Melbourne`."""
        if self.patterns.printed_owner.match(self.text.raw, self.end):
            return self.organs.at(self.end + 1) is None
        beside = self.patterns.unknown.match(self.text.plain, self.end)
        return beside is not None and self.organs.at(beside.end()) is None

    @cached_property
    def owner(self) -> Mention | None:
        """The body whose they plainly are, as no comma parts it from `its`: the Commission had acted `in its`."""
        if self.is_attached:
            return self.before(self.clause[0])[-1]
        mentions = self.before(self.clause[0])
        its = self._right_before(self.patterns.in_its)
        if not mentions or its is None:
            return None
        between = self.text.plain[mentions[-1].end : its.start()]
        return mentions[-1] if len(between) < _NEAR and not _PARTED.search(between) else None

    @cached_property
    def is_attached(self) -> bool:
        """Whether they are said to be those of the organ right before: of the Council, `in particular its` resolution,
        or `expressed in its`."""
        mentions, plain = self.before(self.clause[0]), self.text.plain
        its = self.patterns.in_its.search(plain, max(0, self.lead - _NEAR), self.lead)
        if not mentions or its is None:
            return False
        return self.patterns.attached.fullmatch(plain, mentions[-1].end, its.start()) is not None

    @cached_property
    def is_of_an_unknown_body(self) -> bool:
        """Whether whoever adopted the list is named, and is none that the table has: `the Synod adopted`, `the Regional
        Council of Tuscany, in its`."""
        plain, low, lead = self.text.plain, self.clause[0], self.chain
        mentions = self.organs.within(low, lead)
        known = max((one.end for one in mentions if one.generic or one.slug in table().by_slug), default=low)
        if any(one.weak and one.end > known and not self.is_founded(one.start) for one in mentions):
            return True
        if self.is_adopted and any(self._is_in_a_clause(one) for one in mentions):
            return True
        if not self.clause[1] and is_of_others_named_before(self.text, self.organs, low, lead):
            return True
        adopts = self._adoption(max(known, lead - _NEAR), lead)
        if adopts is not None and known == low:
            return self._is_somebody(plain[max(low, adopts.start() - _NEAR) : adopts.start()].strip())
        return self.patterns.possessor.search(plain, max(known, lead - _ACTOR_REACH), lead) is not None

    def _is_somebody(self, subject: str) -> bool:
        """Whether what stands before `adopted` names another body: `the Synod has`, `the Synod met, and has`."""
        patterns = self.patterns
        subject = patterns.auxiliary.sub("", subject)
        if patterns.nations.search(f" {subject} ") is not None:
            return False
        first = patterns.joined_behind.sub("", subject)
        if first == subject:
            return bool(subject) and patterns.nobody.match(subject) is None
        return bool(first) and patterns.somebody_before.search(patterns.auxiliaries.sub("", first)) is None

    @cached_property
    def is_of_another_actor(self) -> bool:
        """Whether a body that the table does not have adopted the list, its name right before: `the Steering
        Committee, in its decision 7/101`."""
        low = max(0, self.lead - _ACTOR_REACH)
        opens = self.is_possessed and not self.named[0]
        if opens and self.patterns.actor_opens.match(self.text.plain, self.sentence[0]):
            return True
        if not self.named[0] and self.patterns.society_acts.search(self.text.plain, low, self.lead):
            return True
        found = self.patterns.actor.search(self.text.plain, low, self.lead)
        if found is None:
            return False
        if self.named[0] and (found[0][0].islower() or self.is_founded(found.start())):
            return False  # the Council established a panel, or the Panel, by its resolution …
        advises = self.patterns.of_actor.search(self.text.plain, low, found.start()) is not None
        return not (advises and self.named[0])  # the Council, on the advice of the Advisory Committee, in its …

    def is_founded(self, start: int) -> bool:
        """Whether the body named at `start` is what another one established or asked, and so did not adopt the list."""
        known = self.organs.founded
        if start not in known:
            known[start] = self.patterns.founds.search(self.text.plain, max(0, start - _NEAR), start) is not None
        return known[start]

    def is_beside(self, mention: Mention) -> bool:
        """Whether an organ is named right before the list, or the one that it goes on, or behind it; where no space
        parts words, a date may stand between."""
        gap = self.text.plain[mention.end : self.chain]
        if not self.text.words.edge:
            gap = without_date(gap, self.text.words)
        return mention.end > self.lead or not gap.strip(_TIGHT)

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
