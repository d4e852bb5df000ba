"""Which organ adopted a resolution: the one named beside its number, the one whose text it is, or none for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandate_data.citations.bodies import table
from mandate_data.citations.organs.organ_names import NATIONAL, Mention, each_once
from mandate_data.citations.resolutions.authorities import is_acted_under, is_of_an_authority
from mandate_data.citations.resolutions.called_as_ours import is_of_a_namesake
from mandate_data.citations.resolutions.meanings import (
    ANOTHER_NEAR,
    DRAFT,
    NO_SYMBOL,
    NOT_NAMED,
    OF_ANOTHER,
    Meaning,
)
from mandate_data.citations.resolutions.number_dates import with_date
from mandate_data.citations.resolutions.numbering import (
    BY_NUMBER,
    EMERGENCY,
    MOST_NUMBERED_ON,
    SUB_COMMISSION,
    fits_apart,
    is_of_its_year,
    is_of_no_other,
    is_rivalled,
    symbol_of,
)
from mandate_data.citations.resolutions.numbers_alone import UNLESS_ANOTHERS, UNLESS_BOTH
from mandate_data.citations.resolutions.numbers_without_session import FORGET, NumberWithoutSession
from mandate_data.citations.resolutions.possible_organs import adopted_by
from mandate_data.citations.resolutions.printed_number import OF_A_YEAR
from mandate_data.citations.resolutions.printed_years import years_printed
from mandate_data.citations.resolutions.resolution_numbers import year_behind
from mandate_data.citations.resolutions.societies import is_of_a_society
from mandate_data.citations.resolutions.subjects import (
    acting,
    is_in_brackets_behind,
    is_subject,
    subject_of_sentence_before,
)
from mandate_data.citations.symbols.session_years import LOOK_OF_A_YEAR, is_a_year, is_of_an_early_session
from mandate_data.citations.symbols.symbols import read


@dataclass(frozen=True, slots=True)
class AdoptingOrgan(NumberWithoutSession):
    """One number of a list, and the question which organ adopted it."""

    inherited: bool = False
    """Whether it is that of the list which this one goes on."""

    def meaning(self, adjacent: tuple[Mention | None, ...]) -> Meaning | None:
        """What the number stands for, given the organs named beside it; None if it is not a reference."""
        if self.number.code is not None:
            return self._of_a_conference(adjacent)
        if self.number.bare and is_a_year(
            self.number.number, years_printed(self.text.plain, self.around.lead, self.number.start)
        ):
            return None
        if self.number.bare and self.number.number in LOOK_OF_A_YEAR and _COUNT.match(self.text.plain, self.number.end):
            return None  # Resolutions 2015 (64)
        if self.number.is_small and not any(one and one.in_full and one.slug == BY_NUMBER for one in adjacent):
            return None
        if self.is_of_a_year_in_words and not self.organs.is_of_the_nations():
            return None
        if self.is_of_another_behind_its_year:
            return Meaning(None, self.candidates(self.number), OF_ANOTHER)
        if self.around.is_a_draft and not self.number.bare:
            return Meaning(None, (), DRAFT)
        contested = None if self.inherited else self._contested(adjacent)
        if contested is not None:
            return contested
        barred = None
        for mention in self._told(adjacent):
            if mention is None or self.is_beyond(mention):
                continue
            if (mention.generic or self._only_acts(mention)) and self.around.has_an_unknown_owner:
                return Meaning(None, self.candidates(self.number), self._not_named)
            found = self.under(mention)
            if found is not None and found.symbol is None and self.is_of_another_than(mention):
                continue
            if found is not None and self._is_elsewhere(found):
                only_introduces = mention is self.around.introduced and is_acted_under(self.around)
                if not only_introduces or not is_of_its_year(self.number):
                    return None
                continue
            if found is not None:
                return found
            if self.kind == "DEC" and mention.slug == _COUNCIL_BY_YEAR:
                return Meaning(None, (), ANOTHER_NEAR, mention.slug)
            barred = barred or (mention if mention.generic else None)
        if not self.number.bare and (is_of_an_authority(self.around, self.number.end) or is_of_a_namesake(self.around)):
            return Meaning(None, self.candidates(self.number), OF_ANOTHER)
        if barred is not None and not self.number.bare and self.around.owner in (None, barred):
            return self._of_those_joined(barred)
        if (self.around.is_of_the_former or self.around.is_refused) and not self.number.bare:
            return Meaning(None, self.candidates(self.number), NOT_NAMED)
        acted = self.around.is_of_another_actor and (self.around.is_possessed or not self.around.is_introduced)
        if acted and not self.number.bare:
            return Meaning(None, self.candidates(self.number), self._not_named)
        if self.number.bare:
            issued = self._issued()
            if issued is not None and issued.symbol:
                return issued
            dated = with_date(self.text.plain, self.number, self.text.words)
            if not dated.adopted:
                return self.without_session(adjacent)
            if is_of_an_authority(self.around, self.number.end):
                return None
            if self.is_of_its_date(dated.adopted[0]):
                return self.of(BY_NUMBER)
            if not any(adjacent) and (early := self.of_the_assembly_by_date()):
                return early
        alien = self._subject_without_it() if self.around.is_possessed else None
        if alien is not None:
            return self._of_those_joined(alien)
        owned = self._owner() if self.around.is_possessed else None
        if owned is not None and not self._is_of_another_date(owned):
            return owned
        return self._near([one.slug for one in adjacent if one and one.in_full and table().adopts(one.slug)])

    def _told(self, adjacent: tuple[Mention | None, ...]) -> Iterator[Mention | None]:
        """The organs named beside the number, and the one that it introduces, looked for if none of them tells."""
        yield from adjacent
        yield self.around.introduced

    @property
    def _not_named(self) -> str:
        """Why a number stays open that another body than the organs of the table adopted."""
        return OF_ANOTHER if is_of_a_society(self.around) else NOT_NAMED

    def _only_acts(self, mention: Mention) -> bool:
        """Whether an organ before the list does something to it: endorsed resolution 5/1 of the Advisory Committee."""
        return mention.end <= self.around.lead and not self.around.is_beside(mention)

    def _contested(self, adjacent: tuple[Mention | None, ...]) -> Meaning | None:
        """What the number is where the sentence names several organs before it that can have it, and none right beside
        it: that of the one which acts, or open; None where there are no several."""
        around = self.around
        if self.number.session is None or self.number.code is not None:
            return None
        bracketed = self.text.plain[around.lead - 1 : around.lead] == "("
        if not bracketed and any(one is not None and around.is_beside(one) for one in adjacent):
            return None
        if around.introduced is not None or around.is_refused:
            return None
        named = [one for one in around.before(around.clause[0]) if not one.weak]
        if len({one.slug for one in named}) < 2:
            return None
        aside = is_in_brackets_behind(around, named)
        if not aside and any(one is not None and around.is_beside(one) for one in (*adjacent, named[-1])):
            return None
        candidates = self.candidates(self.number)
        sure = is_of_no_other(self.kind, self.number, candidates) and not (around.is_possessed and self.number.roman)
        rivals: list[tuple[Mention, Meaning]] = []
        for mention in named:
            found = self.under(mention)
            if found and found.symbol and (found.symbol in candidates or mention.slug == SUB_COMMISSION):
                rivals.append((mention, found))
            elif found and not found.symbol and not sure and (not mention.generic or self._is_of_the_issuer(mention)):
                rivals.append((mention, found))  # if it acts, the number is its own, and has no symbol
        symbols = dict.fromkeys(found.symbol for _, found in rivals)
        if len(symbols) < 2:
            return None
        actor = None if aside else acting(around, [mention for mention, _ in rivals])
        own = next((found for mention, found in rivals if mention is actor), None)
        if own is None or self._is_of_another_date(own):
            return self._of_the_date(tuple(symbol for symbol in symbols if symbol))
        return own

    def _is_of_the_issuer(self, mention: Mention) -> bool:
        """Whether a word for a kind of organ means the issuer of the text, and that adopts without symbols."""
        issuer = self.text.issuer
        return issuer is not None and not issuer.adopts and self.organs.of_the_kind(mention) == issuer.slug

    def _of_the_date(self, candidates: tuple[str, ...]) -> Meaning:
        """One of the candidates if no other one fits the date behind the number; open otherwise."""
        dated = with_date(self.text.plain, self.number, self.text.words)
        fits = set(self.candidates(dated)) & set(candidates) if dated.adopted is not None else ()
        return Meaning(next(iter(fits))) if len(fits) == 1 else Meaning(None, candidates, NOT_NAMED)

    def _is_of_another_date(self, found: Meaning) -> bool:
        """Whether the organ was not in session on the date that is printed behind the number, and another one was."""
        dated = with_date(self.text.plain, self.number, self.text.words)
        fits = self.candidates(dated) if dated.adopted is not None else ()
        apart = found.symbol in self.candidates(self.number) and found.symbol not in fits
        return bool(fits) and apart and not is_of_an_early_session(found.symbol or "", self.number.number)

    def _of_those_joined(self, barred: Mention) -> Meaning:
        """A number beside a generic name of an organ that has none such: it is of one named with it, as in `60/251 of
        the Council and of the Assembly`, or stays open."""
        for mention in self.organs.joined_with(barred, self.around.patterns.joined):
            found = self.under(mention)
            if found is not None and found.symbol:
                return found
        near = self._near([])
        named = near.organ if near is not None and near.symbol is None else None
        ours = self.organs.of_the_kind(barred)
        if near and near.symbol and self.number.roman and (ours == BY_NUMBER or self._only_one_named_has(near)):
            return near  # the Security Council never numbered by session
        organ = (None if self.adopts_nothing(ours) else ours) or named or self.foreign_issuer()
        organ = None if self.adopts_nothing(organ) else organ
        return (
            Meaning(None, (), ANOTHER_NEAR, organ) if organ else Meaning(None, self.candidates(self.number), NOT_NAMED)
        )

    def _only_one_named_has(self, found: Meaning) -> bool:
        """Whether only the organ of this meaning can have the number, and the sentence names it before: the Economic
        and Social Council established the Commission by resolution 1818 (LV)."""
        sure = is_of_no_other(self.kind, self.number, self.candidates(self.number))
        named = (self.under(one) for one in self.around.named[0] if one.in_full)
        return sure and any(one is not None and one.symbol == found.symbol for one in named)

    def _of_a_conference(self, adjacent: tuple[Mention | None, ...]) -> Meaning | None:
        """A decision of a conference: the code in its number tells which, or an organ named beside it. One with a
        letter, such as A (65), is that of an organ named last whose numbers have no symbols, or no reference."""
        body = table().by_code.get(self.number.code or "")
        before, _ = self.around.named
        named = (*adjacent, self.around.introduced, *before)
        beside = [mention.slug for mention in named if mention is not None and not mention.generic]
        if self.number.session == OF_A_YEAR:
            theirs = (one.slug for one in adjacent if one is not None and one.in_full and not table().adopts(one.slug))
            organ = next(theirs, None)
            return Meaning(None, (), NO_SYMBOL, organ) if organ else None
        if self.number.lettered:
            last = self.around.latest
            beside = [slug for slug in (*beside, *([last.slug] if last else ())) if not table().adopts(slug)]
            return Meaning(None, (), NO_SYMBOL, beside[0]) if beside else None
        return Meaning(None, (), NO_SYMBOL, body.slug if body else next(iter(beside), self.foreign_issuer()))

    def _is_elsewhere(self, found: Meaning) -> bool:
        """Whether it is a number that only the text's own country or organization knows: of a court, a cabinet."""
        return found.symbol is None and (self.number.bare or (found.organ or "").startswith(NATIONAL))

    def _subject_without_it(self) -> Mention | None:
        """The organ whose "its resolution" it is, named by a word for its kind alone, if none of that kind has such a
        number, nor any other that the sentence names before: the Commission urged States, in its resolution 26/4."""
        before = self.around.named[0]
        subject = next((one for one in before if is_subject(self.around, one)), None)
        if subject is None or not subject.generic or self.under(subject) is not None:
            return None
        found = map(self.under, before)
        return None if any(one is not None and one.symbol is not None for one in found) else subject

    def _owner(self) -> Meaning | None:
        """The organ whose "its resolution" it is: the subject of the sentence or of the preamble, or the issuer."""
        if self.around.is_its_own:
            return self._of_the_subject()
        owner = self.around.owner
        owned = self.under(owner) if owner is not None else None
        if owned is not None and self._may_be(owned):
            return owned
        lead, (clause, preamble) = self.around.lead, self.around.clause
        before = reversed(self.around.before(clause))
        named = each_once([one for one in before if not one.weak and not self.around.is_of_a_part(one)])
        inside = [one for one in named if fits_apart(one.slug, self.kind, self.number)]
        found = [meaning for mention in inside if (meaning := self._not_beside(mention))]
        # the organ behind, where the sentence begins so or names none before
        behind = self.around.subject_after if self.around.is_introduced or not inside else None
        after = self.under(behind) if behind else None
        if behind is not None and after is not None and (after.symbol or behind.generic):
            return after
        own = next((meaning for meaning in found if meaning.symbol), None)
        if own is not None and not preamble:
            return own
        issued = self._issued()
        subject = self.around.subject
        ours = self.under(subject) if subject else None
        for meaning in (ours, issued, own):
            if meaning is not None and meaning.symbol:
                return meaning
        if found:
            return found[0]
        if subject is not None and ours is not None and self.may_have(subject.slug):
            return ours
        if after is not None and self.around.is_introduced:
            return after  # in its resolution 4/6 on plastics, the Environment Assembly
        acted = subject_of_sentence_before(self.around, clause)
        earlier = reversed(self.organs.within(max(0, lead - FORGET), clause))
        for mention in (*([acted] if acted else ()), *earlier):
            if not mention.weak and (meaning := self._not_beside(mention)) and self._may_be(meaning):
                return meaning
        return issued

    def _may_be(self, meaning: Meaning) -> bool:
        """Whether the number may be that of an organ named further off: what only another one can have is not its."""
        candidates = self.candidates(with_date(self.text.plain, self.number, self.text.words))
        if meaning.symbol:
            return meaning.symbol in candidates
        return not is_of_no_other(self.kind, self.number, candidates)

    def _not_beside(self, mention: Mention) -> Meaning | None:
        """What the number is under an organ that is not beside it; one without symbols says nothing of a number of the
        Security Council in its year: the Council, on what the IAEA reported, and its resolution 1696 (2006)."""
        found = self.under(mention)
        return found if found is None or found.symbol or not is_of_its_year(self.number) else None

    def _of_the_subject(self) -> Meaning | None:
        """What "its own resolution" is: that of the subject of the sentence or of the preamble, or the issuer's."""
        clause, preamble = self.around.clause
        named = [one for one in self.around.before(clause) if not one.weak]
        named = [one for one in named if not self.around.has_a_word_of_its_own(one)]  # recalls Assembly resolution
        first = next(iter(named), None) or subject_of_sentence_before(self.around, clause)
        subject = self.around.subject if preamble else first
        ours = self.under(subject) if subject is not None else self._issued()
        return ours or Meaning(None, (), NOT_NAMED)

    def _issued(self) -> Meaning | None:
        """What the number is under the issuer of the text."""
        issuer = self.text.issuer
        return self.of(issuer.slug) if issuer is not None else None

    def _near(self, beside: list[str]) -> Meaning | None:
        """What the rest of the sentence, the issuer or the number itself says; `beside` are the organs named beside it,
        none of which has such a number."""
        before, behind = self.around.named
        dated = with_date(self.text.plain, self.number, self.text.words)
        candidates = self._of_the_year_behind(adopted_by(self.candidates(dated), self.text.issued))
        others: list[tuple[Mention, Meaning]] = []
        around = self.around
        nameless = self.text.issuer is None and around.has_a_nameless_owner and not self.organs.is_of_the_nations()
        unknown = around.is_of_no_known_body or nameless
        sure = is_of_no_other(self.kind, self.number, candidates)
        if not sure and self.text.issuer is None and self._subject_without_it() is not None:
            return Meaning(None, candidates, NOT_NAMED)  # the Commission, recalling resolution 71/1
        behind = [] if is_of_a_society(around) else behind  # the Synod adopted resolution 12/3 and thanked the Council
        subject = self._subject(candidates) if behind or self.number.roman else []
        for mention in each_once((*before, *subject, *behind)):
            found = self.under(mention)
            if found and found.symbol is None and self.may_have(found.organ or mention.slug):
                others.append((mention, found))
            if around.has_an_unknown_owner and self._only_acts(mention):
                continue
            if mention.generic and found and found.symbol and (unknown or not self.is_sure(found.symbol)):
                continue
            fits = self.number.bare or mention.slug == _TRUSTEESHIP or (found and found.symbol in candidates)
            fits = fits or (mention.slug == SUB_COMMISSION and around.is_adopted)
            if found and found.symbol and fits:
                return found
        if self.number.bare:
            return None
        last = around.latest
        if around.is_adopted and last is not None and last.end <= around.sentence[0] and not unknown:
            earlier = self.under(last)  # the Council met. At its special session, it adopted …
            if earlier is not None and earlier.symbol in candidates:
                return earlier
        issuer = self.text.issuer
        issued = symbol_of(self.kind, issuer.slug, self.number) if issuer is not None else None
        if issued is not None and issued in candidates and not beside and not around.names_an_unknown_one:
            return Meaning(issued)
        numbers_on = self.number.roman and self.number.number <= MOST_NUMBERED_ON
        if (others or self.rival_issuer()) and (numbers_on or not is_of_no_other(self.kind, self.number, candidates)):
            named = others[0][1].organ if others and others[0][0] in before else None
            return Meaning(None, candidates, ANOTHER_NEAR, named or self.foreign_issuer())
        if beside and not is_of_no_other(self.kind, self.number, candidates):
            return Meaning(None, candidates, ANOTHER_NEAR, beside[0])
        alone = (self.number.session or EMERGENCY).startswith(EMERGENCY)
        apart = around.is_done_by_it or self.text.plain[around.lead - 1 : around.lead] == "("
        alone = alone or (apart and self.organs.is_of_the_nations())  # whoever is named is not whose it is
        if unknown and not (alone and is_of_no_other(self.kind, self.number, candidates)):
            return Meaning(None, candidates, self._not_named)
        latest = around.latest
        undated = latest if not dated.adopted else None
        if undated is not None and is_rivalled(undated.slug, self.kind, self.number, candidates, self.text.issued):
            return Meaning(None, candidates, NOT_NAMED)
        candidates = self.of_the_named(candidates)
        if len(candidates) == 1 and (dated.adopted or self.is_sure(candidates[0])):
            return Meaning(candidates[0], (), UNLESS_ANOTHERS)
        alone = len(candidates) == _TWO and not around.is_refused and not around.is_possessed
        told = any(not one.weak for one in self.organs.within(*around.sentence))
        alone = alone and not told and self.text.issuer is None
        return Meaning(None, candidates, UNLESS_BOTH if alone else NOT_NAMED)

    def _of_the_year_behind(self, candidates: tuple[str, ...]) -> tuple[str, ...]:
        """Those of several candidates whose session was held in the year right behind the number, if one is."""
        year = year_behind(self.text.plain, self.number.end, self.text.words) if self.number.session else None
        if year is None:
            return candidates
        held = {symbol: found.year for symbol in candidates if (found := read(symbol))}
        return tuple(symbol for symbol in candidates if year - (held.get(symbol) or year) in (0, 1))

    def _subject(self, candidates: Sequence[str]) -> list[Mention]:
        """The organ of the preamble, if it can have the number: one named behind may be that of another list."""
        subject = self.around.subject
        found = self.under(subject) if subject is not None and not self.number.bare else None
        return [subject] if subject is not None and found is not None and found.symbol in candidates else []


_TWO = 2
_COUNT = re.compile(r"\s\(\d{1,3}\)")
"""How many resolutions a year has, behind it."""
_COUNCIL_BY_YEAR = "economic_and_social_council"
_TRUSTEESHIP = "trusteeship_council"
"""Its numbers are those of the Economic and Social Council, too: they are never its own without its name."""
