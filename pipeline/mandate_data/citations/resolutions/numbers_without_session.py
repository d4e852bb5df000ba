"""What a number without a session or a year stands for: `Resolution 1373 requires`, `resolution 194 of 1948`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mandate_data.citations.bodies import table
from mandate_data.citations.organs.organ_names import Mention
from mandate_data.citations.resolutions.meanings import NOT_NAMED, Meaning
from mandate_data.citations.resolutions.number_dates import with_date
from mandate_data.citations.resolutions.number_in_text import ASSEMBLY, YEAR, NumberInText
from mandate_data.citations.resolutions.numbering import BY_NUMBER, symbol_of
from mandate_data.citations.resolutions.numbers_alone import ONLY_IF_REPEATED
from mandate_data.citations.resolutions.printed_years import years_printed
from mandate_data.citations.resolutions.resolution_numbers import year_behind
from mandate_data.citations.symbols.session_years import SECURITY_COUNCIL_LAST, security_council_year

_HUNDREDS = 100
FORGET = 1200
"""How far back the organ behind `its resolution` may be named."""
_YEAR_BEFORE, _YEAR_AFTER = 30, 60
"""How far from a number alone the year may stand that tells its session."""
_YEAR_BEHIND = 25
"""Characters behind a number alone within which its year may stand: resolution 1540, adopted in 2004."""

_LATE = 200
_FOUR_FIGURES = re.compile(r"(?<!\d)[1-9]\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class NumberWithoutSession(NumberInText):
    """A number of a list, and what it is if no session and no year is printed with it."""

    def is_of_its_date(self, year: int) -> bool:
        """Whether a number alone is the Security Council's by the date behind it, in a text on the United Nations."""
        if self.kind != "RES" or security_council_year(self.number.number) != year:
            return False
        lead = self.around.lead
        near = (one.slug == BY_NUMBER for one in self.organs.within(max(0, lead - FORGET), lead))  # SC Res. 713
        named = self.organs.names(BY_NUMBER) or any(near) or self.organs.is_of_the_nations()
        return named and not self.around.is_of_no_known_body

    def of_the_assembly_by_date(self) -> Meaning | None:
        """What a number alone is by the date behind it, in a text about the United Nations: resolution 1514 of 14
        December 1960, when the Security Council had not come to it."""
        dated = with_date(self.text.plain, self.number, self.text.words)
        around = self.around
        if self.kind != "RES" or around.is_of_no_known_body or not self.organs.is_of_the_nations():
            return None
        named = (one.slug for one in self.organs.within(around.sentence[0], around.lead))
        if around.may_be_of_anybody and ASSEMBLY not in named:
            return None  # the ministry, by resolution 1514 of 14 December 1960
        symbol = symbol_of(self.kind, ASSEMBLY, dated)
        return Meaning(symbol) if symbol else None

    def without_session(self, adjacent: tuple[Mention | None, ...]) -> Meaning | None:
        """A number alone, beside an organ that numbers by session or year or beside the United Nations: it stays open,
        if no year beside it tells the session. Beside none of them it is not a reference."""
        known = table()
        for mention in adjacent:
            if mention is not None and mention.in_full and mention.slug in known.by_slug:
                if not known.adopts(mention.slug):
                    return None
                return self._of_its_year(mention.slug) or self.of_any_session(mention.slug)
        return self._of_the_nations() if self.around.is_of_the_nations else self._alone()

    def _of_the_nations(self) -> Meaning:
        """A number alone of a resolution of the United Nations, UN Resolution 1701: the Security Council's if the text
        names that and not the Assembly, or the year is the number's; the Assembly's by its year; open otherwise, and
        where the number is one of the first, which are called so of both: UN resolution 194."""
        if self.kind != "RES":
            return Meaning(None, (), NOT_NAMED)
        symbol = symbol_of(self.kind, BY_NUMBER, self.number)
        theirs = self._of_its_year(ASSEMBLY)
        told = security_council_year(self.number.number) in self._years_beside()
        late = self.number.number >= _LATE and self.organs.names(BY_NUMBER) and not self.organs.names(ASSEMBLY)
        ours = told or late
        if symbol is not None and theirs is None and ours:
            return Meaning(symbol)
        if theirs is not None and not told:
            return theirs
        earlier = self.of_any_session(ASSEMBLY)
        found = (symbol, *((earlier.symbol, *earlier.candidates) if earlier else ()))
        return Meaning(None, tuple(filter(None, found)), NOT_NAMED)

    def _is_of_the_council_and_its_year(self, year: str) -> bool:
        """Whether "the Council" is the Security Council, which the text names, and the sentence before has the year of
        the number: on 23 September 1998 the Council adopted resolution 1199."""
        first, lead = self.around.sentence[0], self.around.lead
        if year not in self.text.plain[first:lead] or not self.organs.names(BY_NUMBER):
            return False
        named = [one for one in self.organs.within(first, lead) if one.generic]
        return bool(named) and self.organs.of_the_kind(named[-1]) == BY_NUMBER

    def _follows_its_year(self, year: int | None) -> bool:
        """Whether the year of the number is printed before it: in 1999, with resolution 1269, the Security Council."""
        return str(year) in self.text.plain[self.around.sentence[0] : self.around.lead]

    def _is_of_a_list_of_the_council(self) -> bool:
        """Whether several numbers of four figures rise in a list, all of them the Security Council's, in a text that
        names it: the Committee pursuant to resolutions 1267, 1989 and 2253."""
        around = self.around
        numbers = [int(one) for one in _FOUR_FIGURES.findall(self.text.plain, around.lead, around.end)]
        rise = len(numbers) > 1 and numbers == sorted(set(numbers))
        known = rise and all(security_council_year(number) is not None for number in numbers)
        return known and not around.may_be_of_anybody and self.organs.names(BY_NUMBER)

    def _of_its_year(self, organ: str) -> Meaning | None:
        """What the number is under an organ by the year that is printed near it."""
        found = (symbol_of(self.kind, organ, self.number, year) for year in self._years_beside())
        symbol = next(filter(None, found), None)
        return Meaning(symbol) if symbol else None

    def _years_beside(self) -> list[int]:
        """The years printed near the number in its sentence: General Assembly resolution 194 of 1948."""
        first, last = self.around.sentence
        start, end = max(first, self.around.lead - _YEAR_BEFORE), min(last, self.number.end + _YEAR_AFTER)
        return [int(year[0]) for year in YEAR.finditer(self.text.plain, start, end)]

    def _alone(self) -> Meaning | None:
        """A number alone, beside no organ: the Security Council's if that is said to have adopted it, the sentence
        names no other organ or the year is the number's; open where another one is named, or perhaps repeated."""
        around = self.around
        if self.kind != "RES" or around.is_of_no_known_body or around.is_of_the_former:
            return None
        before, behind = ([one.slug for one in named if one.in_full] for named in around.named)
        symbol = symbol_of(self.kind, BY_NUMBER, self.number)
        if symbol is None and self.organs.names(ASSEMBLY) and self.number.number > SECURITY_COUNCIL_LAST:
            return self._of_its_year(ASSEMBLY) or Meaning(None, (), ONLY_IF_REPEATED)  # no other organ came so far
        year, end = security_council_year(self.number.number), self.number.end
        if symbol is not None and not before and self._is_of_the_council_and_its_year(str(year)):
            return Meaning(symbol)
        if symbol is not None and any(one.slug == BY_NUMBER and around.has_adopted(one) for one in around.named[1]):
            return Meaning(symbol)  # resolution 1325 was adopted by the Security Council
        if before[:1] == [ASSEMBLY] and around.is_adopted and self.number.number >= _HUNDREDS:
            return self._of_its_year(ASSEMBLY) or self.of_any_session(ASSEMBLY)
        if symbol is not None and not before + behind and self._is_of_a_list_of_the_council():
            return Meaning(symbol)
        if symbol is not None and not before and behind[:1] == [BY_NUMBER] and self._follows_its_year(year):
            return Meaning(symbol)
        if symbol is None or BY_NUMBER not in before[:1]:
            return Meaning(None, (), ONLY_IF_REPEATED)
        if year_behind(self.text.plain, end, self.text.words) not in (None, year):
            return None
        cited = years_printed(self.text.plain, around.sentence[0], around.lead)
        dated = year in cited or str(year) in self.text.plain[around.sentence[0] : end + _YEAR_BEHIND]
        if around.is_possessed or around.is_adopted or dated or {BY_NUMBER}.issuperset(before + behind):
            return Meaning(symbol)
        return Meaning(None, (symbol,), NOT_NAMED)
