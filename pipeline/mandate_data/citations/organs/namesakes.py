"""Tells organs of others that are called as organs of the United Nations are: Interpol General Assembly."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import Others
from mandate_data.citations.reading.prepared_text import fragment, month

_CAPITAL_WORD = re.compile(r"([A-Z][\w'-]*)\s{1,2}$")
_BESIDE = re.compile(r"(?:^|(?P<before>[^\s]+) )(?P<word>[A-Z][\w'-]*|[a-z][\w-]+'s) $")
_REACH = 60
_PRINTED_REACH = 40
_LETTERS = re.compile(r"[^\W\d_]\Z")


class Owner(NamedTuple):
    """Those whose an organ is: their name, and where it ends."""

    name: str
    end: int


@cache
def _owner(words: Words, generic: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What names an owner, what stands there but is none, what plainly is one, and what says that `of` tells
    something else."""
    between = f"{words.owner}|{words.purpose}" if generic and words.purpose else words.owner
    of, the, small = (fragment(words, one) for one in (between, words.article_before, words.name_words))
    nations, no_owner = fragment(words, words.united_nations), fragment(words, words.not_an_owner)
    others = "|".join(fragment(words, one) for one in (words.resolution, words.decision))
    return (
        re.compile(
            rf"\s(?:{of})\s?(?P<the>(?:{the})\s?)?(?!{nations})"
            rf"(?P<name>[A-Z][\w'-]*(?:\s(?:(?:{small})\s?){{0,3}}[A-Z][\w'-]*){{0,6}})"
        ),
        re.compile(rf"(?:{no_owner})\b|{month(words)}\b|(?i:{others})\b|.*(?:{fragment(words, words.instrument)})"),
        re.compile(fragment(words, words.organization)),
        re.compile(rf"\b(?:{fragment(words, words.agent)})$", re.IGNORECASE),
    )


def owner_after(plain: str, start: int, end: int, generic: bool, words: Words) -> Owner | None:
    """The owner of an organ named at [start, end): `of the Philippines`, but not `of the Convention`.

    After a `generic` name it is what the organ is for, too: `Commission on Crime Prevention`.
    """
    if not words.owner:
        return None
    owner, none, plainly, agent = _owner(words, generic)
    found = owner.match(plain, end)
    if found is None:
        society = _society(words).match(plain, end)
        return Owner(society["name"], society.end()) if society is not None else None
    sure = plainly.search(found["name"]) is not None
    told = found["the"] is not None and agent.search(plain, max(0, start - 12), start)
    if not sure and (none.match(found["name"]) or told):
        return None  # adopted by the Assembly of the Report; but: by the Security Council of Ruritania
    return Owner(found["name"], found.end())


def word_before(plain: str, start: int, words: Words) -> str | None:
    """What stands before a head that is part of a name: `the Council` stands for an organ named before, `National
    Council` for none of ours, but `Recalling Council resolution` for it again."""
    word = _CAPITAL_WORD.search(plain, max(0, start - 30), start)
    return None if word is None or _is_no_name(word[1], word.start(1), plain, words) else word[0]


@cache
def _society(words: Words) -> re.Pattern[str]:
    """A body of a kind that is none of the United Nations, as the owner: the General Assembly `of the cooperative`."""
    of, the = fragment(words, words.owner), fragment(words, words.article_before)
    return re.compile(rf"\s(?:{of})\s?(?:(?:{the})\s?)?(?P<name>{fragment(words, words.society)})(?![\w-])")


@cache
def _after(words: Words) -> re.Pattern[str]:
    cased = re.IGNORECASE if words.free_capitals else re.NOFLAG
    return re.compile(rf"\s(?:{fragment(words, words.of_another_kind)})\b", cased)


def word_after(plain: str, end: int, words: Words) -> str | None:
    """The word after a head that makes it another organ: `Conseil municipal`."""
    found = _after(words).match(plain, end)
    return found[0] if found else None


@cache
def _nations(words: Words) -> re.Pattern[str]:
    """The name of the United Nations, in capitals, too."""
    return re.compile(rf"\b(?:{fragment(words, words.united_nations)})\s$", re.IGNORECASE)


def foreign_word(plain: str, start: int, end: int, words: Words) -> str | None:
    """The name of another organization before that of one of our organs: `the Interpol General Assembly`.

    A capital at the beginning of a sentence says nothing, but an acronym does.
    """
    if not words.participle or plain[max(0, start - 1) : start] != " " or plain[start:end].isupper():
        return None
    word = plain[max(0, start - _REACH) : start - 1].rpartition(" ")[2]
    if not (word[:1].isupper() or word.endswith("'s")):
        return None
    if _nations(words).search(plain, max(0, start - _REACH), start):
        return None  # UNITED NATIONS General Assembly
    beside = _BESIDE.search(plain, max(0, start - _REACH), start)
    if beside is None or _is_no_name(beside["word"], beside.start("word"), plain, words):
        return None
    before = beside["before"] or ""
    if beside["word"][0].islower() or beside["word"].endswith("'s"):
        return beside["word"] + " "  # the club's General Assembly, Ruritania's Security Council
    acronym = beside["word"].isupper() and len(beside["word"]) > 2
    within = before[-1:].isalpha() and not before.isupper()
    return beside["word"] + " " if acronym or within else None


@cache
def _others(words: Words) -> dict[str, re.Pattern[str]]:
    """What tells organs of others beside their names, in the text as it is printed."""
    others = words.others or Others()
    patterns = {
        "before": rf"(?:{others.before})\Z",
        "behind": others.behind,
        "before_head": rf"(?:{others.before}|{others.before_head})\Z",
        "behind_head": f"{others.behind}|{others.behind_head}",
        "before_number": rf"(?:{others.before})(?:{others.between})\Z",
        "free": rf"(?:{others.free})\Z" if others.free else "",
        "acts": others.acts,
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


def is_of_others(raw: str, start: int, end: int, generic: bool, words: Words) -> bool | None:
    """Whether the printed text says beside a name that it is that of another's organ: `Ассамблея ИКАО`; None if it
    names no organ there."""
    if words.others is None:
        return False
    patterns, kind = _others(words), "_head" if generic else ""
    low = max(0, start - _PRINTED_REACH)
    if patterns[f"behind{kind}"].match(raw, end) or patterns[f"before{kind}"].search(raw[low:start]):
        return True
    if patterns["free"].search(raw[low:start]) or not _LETTERS.search(raw[low:start]):
        return False
    return True if patterns["acts"].match(raw, end) else None


def is_right_before(raw: str, start: int, words: Words) -> bool:
    """Whether the printed text names a body of others right before a number, where no space parts words."""
    if words.others is None or not words.others.free:
        return False
    return _others(words)["before_number"].search(raw[max(0, start - _PRINTED_REACH) : start]) is not None


@cache
def _subject(words: Words) -> re.Pattern[str]:
    return re.compile(fragment(words, words.subject))


def _is_no_name(word: str, start: int, plain: str, words: Words) -> bool:
    """Whether a capital is a sentence's and no name's: `Recalling Council`, not `the Broadcasting Council`."""
    if word.removesuffix("'s") in words.not_a_name or word.partition("-")[0] in words.tens:
        return True
    opens = not plain[max(0, start - 2) : start].strip(" ").isalnum()
    verb = word.endswith((*words.participle, *words.operative)) and _subject(words).fullmatch(word) is not None
    return opens and verb
