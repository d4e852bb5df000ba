"""What the engine has to know of a language: its words, as patterns that its finders are built of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from mandate_data.citations.languages.folding import in_any_spelling
from mandate_data.citations.languages.groups_of_words import NEVER, Others, Written
from mandate_data.citations.references import PinpointKind

LANGUAGES = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "ru": "russian",
    "ar": "arabic",
    "zh": "chinese",
}
"""The official languages of the United Nations, and the module of each."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language. What is a pattern is matched without regard to case, a space in it matching any space.

    `letters` says what other letters are read as (one sign each): patterns are read in the same way. `edge` is what
    stands before a word in a pattern of the linear engine.
    """

    code: str
    letters: Mapping[str, str]
    capitals: bool
    """Whether its sentences begin with a capital."""
    edge: str
    resolution: str
    decision: str
    number_sign: str
    filler: str
    """What may stand between "resolutions" and the first number."""
    closing: tuple[str, str] | None
    """Where the number comes first: what ends a resolution, a decision."""
    conjunction: str
    to: str
    of_organ: str
    """Between a number and its organ."""
    before_number: str
    """Words that may stand between an organ and its resolution."""
    adopted: str
    pronoun: str
    """Words for whoever was named before, as the subject of a sentence."""
    dated: str
    months: tuple[str, ...]
    date: str
    """A date: `{day}`, `{month}`, `{year}` stand for their patterns."""
    day_month: str
    separator: str | None
    """Between the numbers of a list, where that is more than a comma or a conjunction."""
    titled: str
    possessive: str
    introduction: str
    heads: Mapping[str, str]
    """Words that stand for an organ named before ("Council"), and the word for it in English."""
    subject: str
    """How a preamble begins its paragraphs."""
    united_nations: str
    article_before: str
    """An article before an organ's name."""
    owner: str
    """Between an organ and those whose it is, where that is not the United Nations."""
    purpose: str
    """Between `Commission` and what it is for, which makes another organ of it: `on` Crime Prevention."""
    agent: str
    """Before an organ that does something: `adopted by the`, after which `of` says what is done."""
    not_an_owner: str
    """How capitalized words begin that follow `of`, but are not an owner."""
    organization: str
    """Words in the names of organizations, which mostly are none of the United Nations."""
    organ_word: str
    """Words that end the name of an organ which the table of bodies may not have."""
    actor: str
    """Words for bodies that adopt decisions of their own: a steering committee, a board."""
    acts_by: str
    """Between an organ and the resolution by which it acts: the Council, `in` resolution 5/1."""
    not_a_document: str
    """Words before what has the look of a short symbol, but numbers another thing: a room, a flight."""
    never_a_document: str
    """Words before the codes of things that are not documents: a flat, an invoice, a car."""
    elsewhere_a_thing: str
    """The same, but documents of the United Nations may follow them: only hidden in texts that are not about them."""
    numbered_document: str
    """Words for documents, which a word for numbers and a symbol may follow: `Letter No.` S/2014/12."""
    prices: frozenset[str]
    """Roots of symbols that are signs of a currency, too: `S/ 250`."""
    not_a_name: frozenset[str]
    """Capitalized words that may stand before an organ without being part of its name."""
    participle: tuple[str, ...]
    """How other such words end."""
    of_another_kind: str
    """Words after a head that make it another organ: `Conseil municipal`."""
    capital_article: str
    """The article at the beginning of a sentence."""
    general_comment: str
    general_recommendation: str
    before_comment: str
    """Words that may stand between a committee and its general comment."""
    within_year: str
    """Between a general comment and its year: general comment No. 14 `in` 2000."""
    short_labels: str
    """Words with a full stop within the title of a general comment: art."""
    communication: str
    labels: tuple[tuple[str, PinpointKind | None], ...]
    wrapped: Mapping[str, PinpointKind | None]
    """Pinpoint words that follow their number."""
    numerals: str
    """Numbers in words after a label: part `two`."""
    ordinal: str
    """A paragraph by its place, the number in a group: `(ninth)` preambular paragraph; empty: not read."""
    preamble: str
    """What tells that a paragraph is one of the preamble: `preamb`."""
    elsewhere: str
    of_another: str
    announced: str
    """Words before a pinpoint: see, in particular, at."""
    pinpoint_of: str
    """Between a pinpoint and the reference after it."""
    of_outer: str
    """Between a pinpoint and the outer one after it: paragraph 4 `of the` annex."""
    name_words: str
    """Small words within an organ's name."""
    instrument: str
    go_on: str
    """Words that may follow a number without making it a count of things."""
    ibid: str
    supra: str
    note: str
    above: str
    see: tuple[str, ...]
    """Words that introduce a note: each of one length."""
    op_cit: str
    series: str
    """Words of the series in an `Ibid., Fifty-second Session, Supplement No. 44`."""
    document: str
    page_sign: str
    """The short word for pages in the citation of a book."""
    article_sign: str
    imprint: str
    """Words that only the citation of a publication has: a volume, an editor."""
    other_work: str
    """Words in a note that tell of another work: where it is available, the parties of a case."""
    citing: str
    """Words between a work and the document that it cites."""
    suffixes: str
    """What may follow `and` after a symbol without being another work: paragraphs, addenda."""
    cites_before: str
    """Words right before a symbol that is cited, and no running head."""
    announces: str
    """Words between the mark of a note and an `ibid.`: see also."""
    at_page: str
    """Before a page in the style of law reviews: `at` 14."""
    note_sign: str
    """The short word for notes: `n.` 5."""
    versus: str
    """Between the parties of a case, without its full stop."""
    outcome: str
    """What may follow the name of a case: its views."""
    page_head: str
    """The word for a page that a scan leaves at the head of one."""
    case_word: str
    """Words for cases before their number: application."""
    case_sign: str
    """Between such a word and the number."""
    party_word: str
    """Small words within the names of parties."""
    party_joint: str
    """Between the names of two parties of one side."""
    party_office: str
    """Between a party and its office: the Secretary of State `for the` Home Department."""
    before_case: str
    """Words with a capital before the name of a case: See."""
    of_the: str
    """Between an article and its treaty."""
    new_clause: tuple[str, ...]
    """Words that begin a clause: no pinpoint before them is of the reference behind."""
    abbreviations: frozenset[str]
    no_mark_after: frozenset[str]
    note_begins: str
    frequent: frozenset[str]
    """Frequent words, by which the language is detected."""
    distinctive: tuple[str, ...] = ()
    """Parts of the words for resolutions and the like, and of the names of organs, that texts in other languages have
    only in passages in this one."""
    others: Others | None = None
    volumes: str = NEVER
    """Series whose volume stands before them, so that it marks no note: 44 U.N. GAOR."""
    work_in_prose: str = NEVER
    """How running text speaks of a work of others: the Minister's book."""
    several: str = NEVER
    """How a word for several resolutions ends: resolution`s`."""
    periodical: str = NEVER
    """The name of a newspaper or a journal, before its date: The Example Post."""
    decided: str = NEVER
    """What a court gave in a case, before its date: the judgment."""
    its_endings: Mapping[str, str] = field(default_factory=dict)
    """How the word for "its resolution" ends, by the head of the owner's name, where "its" is not a word of its own."""
    its_own: str = NEVER
    """Between "its" and a resolution, that it is the subject's: its own resolution."""
    draft: str = NEVER
    """Before a resolution, that it is a draft."""
    joint: str = ""
    """Beside the word for general comments, that they are of two committees."""
    copula: str = NEVER
    """Between a thing and its code: my locker `is` S/2011/250."""
    enumerated: str = ""
    """How the sentence behind "resolutions" begins in which they are listed: These are, in particular."""
    taken_up: str = NEVER
    """What a later resolution did to the one before, with what stands before its number: extended `by` 2277 (2016)."""
    society: str = NEVER
    """Words for bodies of others that are not names, and may stand in small letters: a trade union, shareholders."""
    adjective: str = NEVER
    """An adjective between the word for a resolution and its number, where it stands behind: `résolution annuelle`."""
    done_by: str = NEVER
    """A participle before the organ that did it, where its case says so: `принятые` Генеральной Ассамблеей."""
    printed_owner: str = NEVER
    """A body of others behind its resolution, as printed, where its case says whose it is: 12/3 `Ученого совета`."""
    operative: tuple[str, ...] = ()
    """How a verb ends that begins an operative paragraph: `Recalls` Council resolution 5/1."""
    elliptic: str = NEVER
    """The article before the number of a resolution, the word left out: `la` 1325 (2000)."""
    thousands: str = NEVER
    """The sign that parts thousands in the number of a resolution: 1`.`514."""
    agreed: str = NEVER
    """How a resolution was adopted, right behind the verb: adopted `unanimously`."""
    note_above: str = NEVER
    """What a note further up is called, right before its number, in a script without spaces: 上文注12."""
    case_behind: str = NEVER
    """The word for a case, where it follows the number: 第12345/02号`申诉`."""
    hereafter: str = NEVER
    """Before the short title that a note gives its source: `hereinafter`."""
    year_sign: str = NEVER
    """The word for a year, behind one: 1325 (2000 `г.`)."""
    units: str = NEVER
    """What is measured by a resolution of another kind, behind its number: spatial resolution 1/24 `degree`."""
    same_work: str = NEVER
    """How a sentence begins that only says where the work cited before is to be had: `This report is available`."""
    indefinite: str = NEVER
    """The indefinite article: it established `a` Commission."""
    supported: str = NEVER
    """What others do to a resolution of an organ, among the words for its adoption: they `endorsed` it."""
    contents: str = NEVER
    """What tables of contents and volumes are headed by."""
    passive: str = NEVER
    """Before a word for its adoption: a resolution `was` adopted by an organ."""
    main_committee: str = NEVER
    """A main committee of the Assembly."""
    main_committees: frozenset[str] = frozenset()
    """What the main committees of the Assembly are called by, where their word is that for commissions, too."""
    tens: frozenset[str] = frozenset()
    """How an ordinal of two words begins that may stand before an organ: the `Sixty`-first General Assembly."""
    authority: str = NEVER
    """Words for authorities of a country, which adopt resolutions of their own: a city council, a ministry."""
    own: str = ""
    """What makes a resolution that of the subject, the organ right before it being given it: `the Council its`."""
    former: str = ""
    """Words for one of two organs named before: `the latter` adopted …"""
    counted: Mapping[str, PinpointKind] = field(default_factory=dict)
    """Pinpoint words that stand before their number, where those of others follow it: `表`2."""
    numbered: str = ""
    """Between a number and the word behind it: 1325`号`决议."""
    at_its_meeting: str = NEVER
    """How the text of a decision begins: `At its 1st plenary meeting`, on 3 May 2005, the Council decided."""
    annex: str = ""
    """The word for an annex, where other words of pinpoints follow their number."""
    lettered: tuple[str, ...] = ()
    """The words for the letters A, B, C … of a resolution, where the alphabet has others."""
    clause: str = NEVER
    """How a clause about a resolution begins behind it, after which a list goes on: `by which` it was decided."""
    relative: str = NEVER
    """What begins a clause about the organ right before it: the Council, `which`, in its resolution."""
    expressed: str = NEVER
    """Between an organ and its resolution: the views of the Council, `expressed` in its resolution."""
    acts_first: str = NEVER
    """Where the verb comes first: what whoever is named behind it did: `adopted` the union resolution 5/1."""
    auxiliary: str = NEVER
    """Words between a subject and what it adopted: the Synod `has also` adopted."""
    adopts_first: bool = False
    """Whether a sentence may begin with what somebody did, without a pronoun."""
    ordinal_part: str = NEVER
    """A part by its place, the number in the group: `(second)` part."""
    thereof: str = NEVER
    """Behind a pinpoint, that it is one of what is cited before it: paragraph 4 `thereof`."""
    treaty: str = NEVER
    """Words for a treaty, whose articles are none of the resolution behind: article 43 of a `treaty`."""
    refused: str = NEVER
    """What an organ did to a resolution that it did not adopt: never endorsed."""
    founds: str = NEVER
    """Verbs, and what stands behind them adopts nothing: the Council `established` the Commission of Inquiry by its
    resolution; or, where the verb comes first, `did not adopt` the Council resolution 5/1."""
    session_sign: str = ""
    """Before the number of a session that others print in Roman numerals."""
    special_signs: tuple[str, str] | None = None
    """The same of a special session, and of an emergency special session."""
    ligature: tuple[str, str] | None = None
    """Two letters as they are read, and the one sign that stands for both where they are printed as one."""
    organ_begins: str = ""
    """How the names of organs begin in a list, where capitals are not told from small letters."""
    joined_before: str = ""
    """Letters that stand for a word and are joined to the one behind them, a symbol as well: `and`A/60/1."""
    published: str = NEVER
    """What ends the title of a publication of its own, such as `report` in Human Rights Report."""
    kind_of_report: str = NEVER
    """What tells one report on a matter from the next, and is not a title: `interim`, `second`."""
    of_a_parliament: str = NEVER
    """A word for a resolution with what makes it one of a parliament before it: S. Res."""
    by_it: str = NEVER
    """The word for a resolution where its case says that something was adopted by it: принята `резолюцией`."""
    amended: str = NEVER
    """Behind a number and its date, that it is not as it was adopted: 1995 (XIX), `as amended`."""
    among: str = NEVER
    """Before the first of several, behind what all are on: resolutions on children, `including` 501 (1982)."""
    cited: str = NEVER
    """Words that may stand right before a document, and are not a thing: verbs that cite one, prepositions."""
    cited_by: str = NEVER
    """Those of them that cite: a document `mentioned in` a sentence is one, whatever its number."""
    heads_codes: str = NEVER
    """What a column or a list of codes is headed by, beside the words for things: article, SKU, parts list."""
    joined_conjunction: str = NEVER
    """The conjunction that is joined to the number behind it: 10 `and`11."""
    variants: Mapping[int, int] = field(default_factory=dict)
    """Characters of an older or another way of writing, and those that they are read as."""
    broken: str = NEVER
    """Where no space parts words: a line end within a sentence, which stands for no blank; for the printed text."""
    opening: str = NEVER
    """Where the number comes first: the word for a resolution that older texts print before it."""
    written: Written | None = None
    of_session: str = NEVER
    """The session that is named beside an organ, its number as `{number}`: `第60届`联大."""
    session: str = NEVER
    """The word for a session, which may stand between a document and its pinpoint: A/49/38, 13th `session`, para. 7."""
    short_title: str = NEVER
    """What gives a document a short title in brackets: `hereinafter` the Report."""
    adopted_text: str = NEVER
    """What is adopted by a resolution and heads its text, and is not a treaty: a declaration, rules."""
    of_years: str = NEVER
    """Between several numbers and the years of each: resolutions 1559 and 1701 `of the years` 2004 and 2006."""
    counting_signs: str = ""
    """The signs behind a number that counts things, or is one of a date, where no blank is between."""
    mirrored: bool = False
    """Whether it is written from right to left, and numbers may be printed as they are seen."""
    free_capitals: bool = False
    """Whether the words within the name of an organ have capitals or small letters, as the writer likes, and accents
    may be lost: Conseil de Sécurité."""
    shares_signs: bool = False
    """Whether several of its letters are read as one sign, so that names are looked up as they are printed."""

    def name(self, pattern: str) -> str:
        """A pattern for the names of organs, as texts in this language spell them."""
        return in_any_spelling(pattern) if self.free_capitals else pattern

    def name_in_any_case(self, pattern: str) -> str:
        """The same, in which any longer word but the first may have a capital or not, as the press writes them: Conseil
        de Sécurité, Security council."""
        if self.free_capitals or not self.capitals:
            return self.name(pattern)
        return _LATER_WORD.sub(lambda letter: f"[{letter[0].lower()}{letter[0].upper()}]", pattern)


_LATER_WORD = re.compile(r"(?<=[ '])[a-zA-Z\xc0-\xff](?=[a-zA-Z\xc0-\xff]{3})")
_TAG = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]{1,8}){0,4}", re.IGNORECASE)


def language_of(tag: str) -> str | None:
    """The language of `LANGUAGES` that a tag names, whatever its case and region (`FR`, `fr-CA`); None for another."""
    match = _TAG.fullmatch(tag)
    language = match[1].lower() if match else None
    return language if language in LANGUAGES else None


@cache
def every(field: str) -> str:
    """The words of all languages that a field of `Words` has, as one pattern: notes cite works in any language."""
    found: list[str] = [getattr(words_of(language), field) for language in LANGUAGES]
    return "|".join(dict.fromkeys(filter(None, found)))


def listed(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


@cache
def words_of(language: str) -> Words:
    """The words of a language of `LANGUAGES`; KeyError for another."""
    module = import_module(f"mandate_data.citations.languages.{LANGUAGES[language]}")
    found: Words = module.WORDS
    return found
