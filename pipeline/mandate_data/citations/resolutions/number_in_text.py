"""What the number of a resolution stands for under one organ, named in full or by a word for its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import roots_of_organs, table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.resolutions.meanings import (
    ANOTHER_NEAR,
    NO_SESSION,
    NO_SYMBOL,
    NOT_NAMED,
    OF_ANOTHER,
    Meaning,
    ResolutionKind,
)
from mandate_data.citations.resolutions.numbering import (
    BY_NUMBER,
    MOST_OF_A_COMMISSION,
    fits_apart,
    fits_beside,
    had_reached,
    is_of_its_year,
    is_of_no_other,
    may_be_called,
    of_the_kind,
    symbol_of,
)
from mandate_data.citations.resolutions.possible_organs import possible
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.resolutions.resolution_numbers import year_behind
from mandate_data.citations.resolutions.surroundings import Surroundings
from mandate_data.citations.symbols.session_years import assembly_sessions, assembly_year
from mandate_data.citations.symbols.symbols import read

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEHIND = 25
"""How far behind a number the organ begins that follows its year."""
_NEAR = 200
"""How far before a sentence others are named that it may go on about."""
_FAR = 1200
"""How far before a list a commission is named that it may be of."""
_WITHOUT_SYMBOLS = ("conference", "board")
_NAMESAKES = ("_general_assembly", "_security_council", "_human_rights_council")
"""How the slugs of organs of others end that are called as ours are."""
_NUMBER_LIKE_OTHERS = ("human_rights_council", "economic_and_social_council", "commission_on_human_rights")
_ONLY_OF_THE_ASSEMBLY = 2200
"""No other organ that numbers on through sessions has come so far; the Economic and Social Council ended before."""
ASSEMBLY = "general_assembly"
_HEIR_OF_A_COMMISSION = "human_rights_council"
_COMMISSION_BEFORE_IT = "commission_on_human_rights"


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number of a list, with what stands around the list."""

    around: Surroundings
    kind: ResolutionKind
    number: Number

    @property
    def text(self) -> PreparedText:
        """The text that the number stands in."""
        return self.around.text

    @property
    def organs(self) -> Organs:
        """The organs that it names."""
        return self.around.organs

    def candidates(self, number: Number) -> tuple[str, ...]:
        """The symbols that a number may have in this text where no organ is named."""
        return possible(self.kind, number, self.around.text.issued)

    def rival_issuer(self) -> str | None:
        """The foreign issuer, if it may have adopted a resolution of this number by then."""
        issuer = self.foreign_issuer()
        return issuer if issuer and self.may_have(issuer) else None

    def may_have(self, organ: str) -> bool:
        """Whether an organ that is not named beside the number may have adopted it."""
        return fits_apart(organ, self.kind, self.number, self.text.issued)

    def foreign_issuer(self) -> str | None:
        """The issuer of the text, if its resolutions have no symbol that follows from their number."""
        issuer = self.text.issuer
        return issuer.slug if issuer is not None and not issuer.adopts and issuer.comments is None else None

    def _issuer_with_one(self, head: str) -> str | None:
        """The foreign issuer, if its names in the table tell that it has a council, an assembly or whatever is asked
        for: those of ISBA do, those of UNDT don't."""
        issuer = self.foreign_issuer()
        return issuer if issuer and table().by_slug[issuer].has_one(head) else None

    def is_beyond(self, mention: Mention) -> bool:
        """Whether no conference or board, named by this word alone, comes to such a number: 66/288."""
        kindred = mention.generic and mention.slug in _WITHOUT_SYMBOLS and not self.number.roman
        return kindred and is_of_no_other(self.kind, self.number, self.candidates(self.number))

    def adopts_nothing(self, organ: str | None) -> bool:
        """Whether an organ has no resolutions with numbers, so that none is its unless the text says so in full."""
        body = table().by_slug.get(organ or "")
        return body is not None and body.adopts_nothing

    def under(self, mention: Mention) -> Meaning | None:
        """What the number is under the organ mentioned; None if that organ has none of this form."""
        if not mention.generic:
            another = mention.in_full and self._repeats_a_namesake(mention)
            return Meaning(None, self.candidates(self.number), OF_ANOTHER) if another else self.of(mention.slug)
        if self.organs.is_of_another_kind(mention):
            return Meaning(None, self.candidates(self.number), NOT_NAMED)
        organ = self.organs.of_the_kind(mention)
        if self.adopts_nothing(organ):
            return None
        foreign = organ is not None and not table().adopts(organ)
        body = table().by_slug.get(organ or "")
        if body is not None and foreign and not had_reached(body, self.number, self.text.issued):
            return None  # the Assembly's resolution 76/296 is not the Environment Assembly's
        if foreign and mention.slug == "council" and is_of_its_year(self.number):
            return self.of(BY_NUMBER)
        if organ is not None:
            found = self.of(organ)
            if found is not None:
                return found
        for usual in of_the_kind(mention.slug):
            symbol = symbol_of(self.kind, usual, self.number)
            if symbol and self.number.roman and symbol not in self.candidates(self.number):
                continue  # its sessions never reached such a number
            if symbol:
                apart = self._is_of_an_apart_issuer() and not is_of_no_other(self.kind, self.number, (symbol,))
                if apart and not self.organs.names(usual):
                    own = self._issuer_with_one(mention.slug)
                    return Meaning(None, (), NO_SYMBOL, own) if own else Meaning(None, (symbol,), NOT_NAMED)
                if organ is None and (self._is_of_another_commission(mention) or self._has_others(usual, mention.slug)):
                    return Meaning(None, (symbol,), NOT_NAMED)
                if organ is None and self._follows_a_local_one(mention):
                    return Meaning(None, (symbol,), NOT_NAMED)
                if self._is_not_told_of(usual, organ, symbol):
                    return Meaning(None, (symbol,), NOT_NAMED)
                return Meaning(symbol) if organ is None or mention.slug == "council" else None
        if mention.slug in _WITHOUT_SYMBOLS:
            return Meaning(None, (), ANOTHER_NEAR, self._issuer_with_one(mention.slug))
        return None

    def _repeats_a_namesake(self, mention: Mention) -> bool:
        """Whether the text names a body of others that is called as this organ before, and nothing tells of the United
        Nations: the General Assembly of the University met, and the General Assembly adopted resolution 61/5."""
        plain, before = self.text.plain, self.organs.within(max(0, mention.start - _FAR), mention.start)
        name = plain[mention.start : mention.end]
        again = any(one.namesake and plain.startswith(name, one.start) for one in before)
        return again and self.text.issuer is None and not self.organs.says_the_nations()

    def _follows_a_local_one(self, mention: Mention) -> bool:
        """Whether the text speaks of a body of this kind in small letters before, and nothing tells of the United
        Nations: the town council met, and the Council adopted resolution 12/3."""
        small = _small_heads(self.text.words, mention.slug)
        local = small.search(self.text.plain, max(0, mention.start - _FAR), mention.start)
        return local is not None and self.text.issuer is None and not self.organs.names_the_nations()

    def _is_of_an_apart_issuer(self) -> bool:
        """Whether the text is of a body that may have a council or an assembly of its own, as UNEP has, and so names
        those of the United Nations in full."""
        issuer = self.text.issuer
        return issuer is not None and issuer.comments is None and issuer.root not in roots_of_organs()

    def _is_not_told_of(self, usual: str, organ: str | None, symbol: str) -> bool:
        """Whether "the Council" may be another one than that of Human Rights, of which the text tells nothing: where it
        names only the Economic and Social Council, or one of its commissions, which number by session."""
        if usual != _HEIR_OF_A_COMMISSION or is_of_no_other(self.kind, self.number, (symbol,)):
            return False
        issuer = self.text.issuer
        of_human_rights = issuer is not None and issuer.slug == usual
        of_human_rights = of_human_rights or any(map(self.organs.names, (usual, _COMMISSION_BEFORE_IT)))
        if of_human_rights or self.organs.prints(f"{table().by_slug[usual].prefix}/"):
            return False
        if organ is not None:
            return not self._is_of_an_apart_issuer()
        if issuer is not None and issuer.year_before_first is not None:
            return True
        near = self.organs.within(max(0, self.around.lead - _FAR), self.around.end)
        bodies = (table().by_slug.get(one.slug) for one in near if one.in_full)
        return any(body is not None and body.year_before_first is not None and not body.adopts for body in bodies)

    def _is_of_another_commission(self, mention: Mention) -> bool:
        """Whether a commission that the text names nowhere may be a functional one, which adopt few resolutions a
        session."""
        few = self.number.number <= MOST_OF_A_COMMISSION and "/S-" not in (self.number.session or "")
        of_an_heir = self.text.issuer is not None and self.text.issuer.slug == _HEIR_OF_A_COMMISSION
        return mention.slug == "commission" and few and self.kind == "RES" and not of_an_heir

    def _has_others(self, organ: str, head: str) -> bool:
        """Whether the sentence or the one before names organs of this kind, or organizations, whose resolutions have no
        symbol, and the text nowhere this one. A commission is not meant by "the Assembly"."""
        if not self.organs.names_others() or self.organs.names(organ):
            return False
        known = table()
        return any(
            one.in_full and not known.adopts(one.slug) and (not one.heads or head in one.heads)
            for one in self.organs.within(max(0, self.around.sentence[0] - _NEAR), self.around.sentence[1])
        )

    @property
    def is_of_a_year_in_words(self) -> bool:
        """Whether the year follows the number as the laws of States have it, too: Resolución 1325 de 2000."""
        year = self.number.year
        return year is not None and year_behind(self.text.plain, self.number.end, self.text.words) == year

    @property
    def is_of_another_behind_its_year(self) -> bool:
        """Whether an organ of others is behind a year in words: 1373 de 2001 del Consejo de Seguridad Nacional."""
        behind = self.organs.within(self.number.end, self.number.end + _BEHIND)[:1]
        return self.is_of_a_year_in_words and any(not one.generic and not table().adopts(one.slug) for one in behind)

    def is_of_another_than(self, mention: Mention) -> bool:
        """Whether an organ without such numbers, named beside it, has not adopted it: the Senate endorsed resolution
        2098 (2013); no other organ had come so far: the Special Committee that resolution 3499 (XXX) established; or it
        stands in brackets behind one, and only another one can have it: the recommendations of the Board of Auditors
        (resolution 57/278 B); but: the Illinois General Assembly (resolution 45/177)."""
        if self.around.is_supported and mention.end <= self.around.lead:
            return True
        if self.number.roman and self.number.number > _ONLY_OF_THE_ASSEMBLY:
            return is_of_no_other(self.kind, self.number, self.candidates(self.number))
        if mention.slug.endswith(_NAMESAKES) and mention.slug not in table().by_slug:
            return False
        bracketed = self.text.plain[self.around.lead - 1 : self.around.lead] == "("
        return bracketed and is_of_no_other(self.kind, self.number, self.candidates(self.number))

    def is_sure(self, symbol: str) -> bool:
        """Whether the only symbol that a number may have is its: others number as the Human Rights Council and the
        Economic and Social Council do, so that a text that names any of them must name these, too."""
        found = read(symbol)
        figures = self.number.session is not None and self.number.session.isdigit()
        if not figures or found is None or found.body not in _NUMBER_LIKE_OTHERS:
            return True
        if self.text.issuer is None and self.around.may_be_of_anybody and not self.organs.is_of_the_nations():
            return False
        certain = self.kind == "RES" or found.body != "commission_on_human_rights"
        certain = certain and not self.around.names_an_organization
        if certain and not self.rival_issuer() and not self.organs.names_others():
            return True
        prefix = table().by_slug[found.body].prefix
        if self.kind == "DEC" and self.organs.prints(f"{prefix}/") and not self.organs.prints(f"{prefix}/Sub."):
            return True
        return self.organs.prints(f"{prefix}/RES") or self.organs.names(found.body)

    def of_the_named(self, candidates: tuple[str, ...]) -> tuple[str, ...]:
        """Of the candidates of a special session, which several organs number alike, the one of the only organ that the
        text names; all of them where it names several."""
        if not (self.number.session or "").startswith("S-"):
            return candidates
        named = [one for one in candidates if (found := read(one)) is not None and self.organs.names(found.body)]
        return tuple(named) if len(named) == 1 else candidates

    def of_any_session(self, organ: str) -> Meaning:
        """What a number alone stands for under an organ that numbered on from session to session, where only one had
        come to it; else open, with those that had."""
        if organ != ASSEMBLY or self.kind != "RES":
            return Meaning(None, (), NO_SESSION, organ)
        sessions = assembly_sessions(self.number.number)
        years = [int(year[0]) for year in YEAR.finditer(self.text.plain, *self.around.sentence)]
        if years and not any(_is_near(session, year) for session in sessions for year in years):
            return Meaning(None, (), NO_SESSION, organ)  # at its 60th session, in 2006, it adopted resolution 251
        several = (symbol_of(self.kind, organ, self.number._replace(session=session)) for session in sessions)
        found = tuple(symbol for symbol in several if symbol)
        return Meaning(found[0]) if len(found) == 1 else Meaning(None, found, NO_SESSION, organ)

    def of(self, organ: str) -> Meaning | None:
        """What it is under the organ with this slug; None if that has none of this form."""
        body = table().by_slug.get(organ)
        if body is not None and body.adopts:
            symbol = symbol_of(self.kind, organ, self.number)
            return Meaning(symbol) if symbol else None
        if body is not None and not fits_beside(body, self.kind, self.number):
            return None
        guess = may_be_called(organ, self.number) if self.kind == "RES" else None
        return Meaning(None, (guess,) if guess else (), NO_SYMBOL, organ)


@cache
def _small_heads(words: Words, head: str) -> re.Pattern[str]:
    """The words for a kind of organ as they name any such body: town `council`."""
    small = (one[:1].lower() + one[1:] for one, meaning in words.heads.items() if meaning == head and words.capitals)
    return re.compile(rf"\b(?:{'|'.join(fragment(words, one) for one in small) or NEVER})\b")


def _is_near(session: str, year: int) -> bool:
    """Whether the Assembly was in a session in a year."""
    return year - (assembly_year(session) or 0) in (0, 1)
