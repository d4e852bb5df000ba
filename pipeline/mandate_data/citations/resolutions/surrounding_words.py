"""The words that tie the number of a resolution to its organ, as patterns, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.reading.prepared_text import CLOSING, date, fragment, month

_INITIALS_OF_OURS = r"UN(?:GA|SC|HRC|CHR|ECOSOC)R?s?(?![\w-])"
"""What the organs of the United Nations are called, with their initials right before."""


@dataclass(frozen=True, slots=True)
class SurroundingWords:
    """Each field is what its name says of the list or of an organ beside it; `Surroundings` says how it is used."""

    introduced: re.Pattern[str]
    introduction: re.Pattern[str]
    nations: re.Pattern[str]
    nations_between: re.Pattern[str]
    nations_behind: re.Pattern[str]
    possessive: re.Pattern[str]
    draft: re.Pattern[str]
    its_own: re.Pattern[str]
    attribute: re.Pattern[str]
    own_word: re.Pattern[str]
    subject: re.Pattern[str]
    opening: re.Pattern[str]
    verb: re.Pattern[str]
    comma_before: re.Pattern[str]
    acronym: re.Pattern[str]
    chained: re.Pattern[str]
    unknown: re.Pattern[str]
    organization: re.Pattern[str]
    actor: re.Pattern[str]
    actor_opens: re.Pattern[str]
    society_acts: re.Pattern[str]
    supports: re.Pattern[str]
    part_of: re.Pattern[str]
    acts: re.Pattern[str]
    of_actor: re.Pattern[str]
    adopts: re.Pattern[str]
    by_it: re.Pattern[str]
    done_by_it: re.Pattern[str]
    of_a_society: re.Pattern[str]
    nobody: re.Pattern[str]
    possessor: re.Pattern[str]
    in_its: re.Pattern[str]
    joined: re.Pattern[str]
    given: re.Pattern[str]
    former: re.Pattern[str]
    leading: re.Pattern[str]
    founds: re.Pattern[str]
    attached: re.Pattern[str]
    aside: re.Pattern[str]
    adopting: re.Pattern[str]
    adopted_by: re.Pattern[str]
    adopted_behind: re.Pattern[str]
    printed_owner: re.Pattern[str]
    agent: re.Pattern[str]
    refuses: re.Pattern[str]
    refused_by: re.Pattern[str]
    auxiliary: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    joined_behind: re.Pattern[str]
    somebody_before: re.Pattern[str]
    somebody: re.Pattern[str]
    somebody_behind: re.Pattern[str]
    nameless_owner: re.Pattern[str]


@cache
def surrounding_words(words: Words) -> SurroundingWords:
    """The patterns of a language."""
    own = resolution_words(words)
    nations, article, of_date = own.nations, own.article, own.of_date
    actor = (
        rf"(?<![\w-])(?i:{fragment(words, words.actor)})(?![\w-])"
        rf"(?:\s(?:(?:{fragment(words, words.name_words)})\b\s?|[A-Z][\w'-]*\s?){{1,8}}(?<!\s))?"
    )
    whose, does = fragment(words, words.possessive), fragment(words, words.adopted)
    of = fragment(words, words.of_organ)
    small, in_ = fragment(words, words.name_words), fragment(words, words.introduction)
    nobody, pronoun = fragment(words, words.not_an_owner), fragment(words, words.pronoun) or NEVER
    acts = (
        rf"(?:'s\s|\s(?i:(?:\w{{2,4}}\s)?(?:{does})\s(?:\w{{1,4}}\s){{0,2}})"
        rf"|,?\s(?i:(?:{fragment(words, words.introduction)})\s(?:{whose})\s(?:\w{{3,9}}\s)?"
        rf"|(?:{fragment(words, words.acts_by)})\s))"
    )
    by = f"(?:{fragment(words, words.agent)})" if words.agent != NEVER else ""
    agent, society = fragment(words, words.agent), f"(?i:{fragment(words, words.society)})"
    nobody_of_ours = rf"(?:[a-z-]+\s){{0,2}}(?:(?i:{fragment(words, words.actor)})|{society})(?![\w-])"
    leading = "|".join(
        fragment(words, one)
        for one in (words.before_number, words.adopted, words.conjunction, words.of_organ, words.to, words.introduction)
        if one
    )
    numbered = r"\s\d{1,4}(?:/\d|\s?\()"
    if not words.edge:
        numbered += rf"|\s?(?:{date(words)})?\s?(?:{own.resolution}|{own.decision})\s?\d"
    said = rf"(?:,\s(?:{fragment(words, words.adopted)})\s[^,.;:()]{{2,80}})?"  # adopted unanimously
    opens = r"(?:\w+\s)?" if words.acts_first != NEVER else ""
    return SurroundingWords(
        introduced=re.compile(
            rf"{CLOSING}{of_date}{said}(?:,\s{{1,2}}{article}|\s{{1,2}}(?-i:{own.the})\s)", re.IGNORECASE
        ),
        introduction=re.compile(rf"\b(?:{fragment(words, words.introduction)})\s(?:\w{{2,4}}\s)?$", re.IGNORECASE),
        nations=re.compile(rf"(?:{nations})$" if words.shares_signs else rf"(?:^|(?<=[\s(]))(?:{nations})\s{{1,2}}$"),
        nations_between=re.compile(
            rf"(?:{own.resolution}|{own.decision})\s(?:(?:{of})\s?)?{article}(?:{nations})"
            rf"\s{{1,2}}(?:(?:{fragment(words, words.number_sign)})\s{{0,2}})?\(?\d",
            re.IGNORECASE,
        ),
        nations_behind=re.compile(rf"{CLOSING}{of_date}\s(?:(?:{of})\s?)?{article}(?:{nations})(?![\w-]|\s[A-Z])"),
        possessive=re.compile(rf"\b(?:{fragment(words, words.possessive)})\s{{1,2}}(?:\w{{3,9}}\s)?$", re.IGNORECASE),
        draft=re.compile(rf"(?<![\w-])(?:{fragment(words, words.draft)})\s{{0,2}}$", re.IGNORECASE),
        its_own=re.compile(
            rf"\b(?:{fragment(words, words.possessive)})\s{{1,2}}(?:{fragment(words, words.its_own)})\s{{1,2}}$",
            re.IGNORECASE,
        ),
        attribute=re.compile(
            rf"(?:'s|,?\s(?:{fragment(words, words.introduction)}))?\s{{1,2}}(?:(?:{whose})\s{{1,2}})?"
            rf"(?:{own.resolution}|{own.decision}){words.edge}|{numbered}",
            re.IGNORECASE,
        ),
        own_word=re.compile(rf"\s{{1,2}}(?:{own.resolution}|{own.decision})\s\d", re.IGNORECASE),
        subject=re.compile(rf",\s{{1,4}}(?:{fragment(words, words.subject)})"),
        opening=re.compile(rf"(?:{fragment(words, words.capital_article)}|(?:^|\n)[\s\"'_*]{{0,4}})$"),
        verb=re.compile(rf"[\s\d.()a-z]{{0,8}}(?:{fragment(words, words.subject)})"),
        comma_before=re.compile(rf",\s{{1,2}}{article}$", re.IGNORECASE),
        acronym=re.compile(
            rf"(?:^|[\s(])(?!(?:{nations})(?![\w-])|{_INITIALS_OF_OURS})(?:(?=[A-Za-z-]*[A-Z]-?[A-Z])[A-Z][A-Za-z-]+"
            rf"|[A-Z][a-z-]+ (?!{nations})[A-Z][a-z-]+|(?:{fragment(words, words.organ_word)}))[ \n]$"
        ),
        chained=re.compile(
            rf"(?:{own.resolution}|{own.decision})\s[^\s,;]{{1,12}}(?:\s\(\w{{1,8}}\))?"
            rf"(?:\s(?:{fragment(words, words.titled)})\s[^.;:()\d]{{1,60}})?"
            rf",?\s(?:{fragment(words, words.conjunction)})\s?{article}$",
            re.IGNORECASE,
        ),
        unknown=re.compile(
            rf"{CLOSING}{of_date},?\s{{1,2}}(?:{fragment(words, words.owner)})\s?{article}"
            rf"(?!{nations}|{month(words)}|(?:[A-Z]\w+\s)?(?i:{fragment(words, words.treaty)})(?!\w))"
            rf"(?=[A-Z]|{nobody_of_ours})"
            rf"|{CLOSING}{of_date},?\s(?:(?:{fragment(words, words.passive)})\s)?(?:[a-z]{{4,14}}\s)?(?:{does})"
            rf"{own.when}\s(?:{agent})(?={nobody_of_ours})"
            if words.owner
            else rf"{CLOSING}{of_date}\s{{1,2}}(?:(?:{does})\s)?(?={fragment(words, words.organ_word)}|{society})"
        ),
        organization=re.compile(fragment(words, words.organization)),
        actor=re.compile(rf"{actor}{acts}$"),
        actor_opens=re.compile(
            rf"[\s\d.()\"'*_]{{0,8}}{opens}{article}(?:[\w'-]+\s){{0,3}}?(?i:{fragment(words, words.actor)})(?![\w-])",
        ),
        society_acts=re.compile(
            rf"(?<!\w)(?:{fragment(words, words.acts_first)})\s{actor}\s$"
            if words.acts_first != NEVER
            else rf"(?<!\w)(?:{fragment(words, words.society)})\w*(?:\s\w+)?\s(?:{does}|{in_})\s$"
            if not words.article_before and not words.shares_signs and words.society != NEVER
            else NEVER,
            re.IGNORECASE,
        ),
        supports=re.compile(rf"(?<![\w-])(?:{fragment(words, words.supported)})\s{article}$", re.IGNORECASE),
        part_of=re.compile(rf"{actor}\s(?i:{fragment(words, words.of_organ)})\s?{article}$"),
        acts=re.compile(acts),
        of_actor=re.compile(
            rf"\s(?i:{fragment(words, words.of_organ) or NEVER})\s?{article}(?:[A-Z][\w'-]*\s){{0,3}}$"
        ),
        adopts=re.compile(
            rf"\s(?:{does})(?:{own.when}|,\s(?:\w{{1,3}}\s)?{date(words)},)\s{article}$" if does else NEVER,
            re.IGNORECASE,
        ),
        of_a_society=re.compile(rf"(?<![\w-])(?:{society})'s\s$" if words.edge else NEVER),
        done_by_it=re.compile(
            rf"(?<![\w-])(?:{fragment(words, words.passive)})\s(?:[\w-]+\s){{1,3}}?(?:{agent})$"
            if words.edge
            else NEVER,
            re.IGNORECASE,
        ),
        by_it=re.compile(fragment(words, words.by_it), re.IGNORECASE),
        nobody=re.compile(rf"(?:^|.*\s)(?i:{pronoun})$|.*(?<![\w-])(?:{nobody})\b"),
        possessor=re.compile(
            rf"(?<=\s)(?!{nobody})[A-Z][\w-]+(?:\s(?:(?:{small})\s){{0,2}}[A-Z][\w-]+){{0,6}}"
            rf"(?:'s\s|,?\s(?i:(?:{in_})\s(?:{whose})\s))$"
        ),
        in_its=re.compile(
            rf"(?:,?\s(?:{pronoun}))?(?:,?\s(?:{in_}))?,?\s(?:{whose})\s(?:\w{{3,9}}\s)?$" if words.pronoun else NEVER,
            re.IGNORECASE,
        ),
        joined=re.compile(
            rf"\s?(?:{fragment(words, words.conjunction)})\s?(?:(?:{fragment(words, words.of_organ)})\s)?{article}",
            re.IGNORECASE,
        ),
        given=re.compile(
            rf"\s{{1,2}}(?:{fragment(words, words.own)})\s{{1,2}}(?:\w{{3,9}}\s)?" if words.own else NEVER,
            re.IGNORECASE,
        ),
        former=re.compile(
            rf"(?<![\w-])(?i:{fragment(words, words.former)})"
            rf"(?:\s\w{{1,3}})?{acts if words.capitals else '[^,.;:]{0,14}'}$"
            if words.former
            else NEVER
        ),
        leading=re.compile(rf"(?:^|[^\w\s]|\b(?:{leading}))\s{{0,2}}$" if words.edge else "", re.IGNORECASE),
        founds=re.compile(
            rf"(?<![\w-])(?:{fragment(words, words.founds)})\s?(?:{article}|(?:{fragment(words, words.indefinite)})\s)"
            r"(?-i:[A-Z][\w-]*\s){0,4}$",
            re.IGNORECASE,
        ),
        attached=re.compile(
            rf",\s{{1,2}}(?:{fragment(words, words.filler)}|{fragment(words, words.expressed)})", re.IGNORECASE
        ),
        aside=re.compile(rf",\s(?:{fragment(words, words.relative)})\s?{article}$", re.IGNORECASE),
        adopting=re.compile(rf"\s(?:\w{{1,8}}\s){{0,2}}(?:{does})(?![\w-])" if does else NEVER, re.IGNORECASE),
        adopted_by=re.compile(
            rf"(?<![\w-])(?:{does}){own.when}\s?{by}(?:(?:{nations})\s)?$" if does else NEVER, re.IGNORECASE
        ),
        printed_owner=re.compile(words.printed_owner),
        adopted_behind=re.compile(rf"(?<![\w-])(?:{does}){own.when}\s?(?:{agent})" if does else NEVER, re.IGNORECASE),
        agent=re.compile(rf"(?<![\w-])(?:{agent})$", re.IGNORECASE),
        refuses=re.compile(rf"(?<![\w-])(?:{fragment(words, words.refused)})\s?{article}$", re.IGNORECASE),
        refused_by=re.compile(
            rf"(?<![\w-])(?:{fragment(words, words.refused)})\s?(?:{agent}|{article})$", re.IGNORECASE
        ),
        auxiliary=re.compile(rf"(?:(?:^|\s)(?:{fragment(words, words.auxiliary)}))+$", re.IGNORECASE),
        auxiliaries=re.compile(rf"(?<![\w-])(?:{fragment(words, words.auxiliary)})(?![\w-])", re.IGNORECASE),
        joined_behind=re.compile(rf",?\s(?:{fragment(words, words.conjunction)})$", re.IGNORECASE),
        somebody_before=re.compile(rf"(?<![\w-])(?:{pronoun})(?![\w-])", re.IGNORECASE),
        somebody=re.compile(rf"(?<![\w-])(?i:{own.the})\s?[a-z][\w-]+,\s(?:(?i:{in_})\s)?$" if own.the else NEVER),
        somebody_behind=re.compile(
            rf"{CLOSING},?\s(?i:{own.the})\s?[A-Za-z][\w-]+"
            rf"\s(?!(?i:{fragment(words, words.auxiliary)}|{of})\b)(?=[a-z])"
            if own.the
            else NEVER
        ),
        nameless_owner=re.compile(
            rf"\s*(?i:{own.the})\s?(?:[a-z\xe0-\xff][\w'-]*,?\s){{1,10}}(?:{whose})\s(?:\w{{3,9}}\s)?"
            if own.the
            else NEVER
        ),
    )
