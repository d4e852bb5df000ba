"""Tells symbols from the codes of other things, such as flats, invoices or cars, by what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from mandate_data.citations.bodies import root_pattern
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.languages.words import every
from mandate_data.citations.pinpoints.pinpoints import pinpoint_at
from mandate_data.citations.reading.columns import heading_above, word_behind
from mandate_data.citations.reading.prepared_text import Linear, PreparedText, Printed, fragment, loose, plain_text
from mandate_data.citations.symbols.symbols import read

_REACH = 36
"""How far before a code the word that says so begins."""
ENDS_NO_WORD = frozenset("0123456789,;)")
"""After these signs no word introduces a symbol: most stand so in lists."""
_LONGEST_CODE = 32
_SYMBOL = re.compile(r"[A-Z]{1,5}/[A-Z0-9][\w./()-]*")
_BESIDE = 64
"""How far before a symbol the one before it begins."""
_COMMA = re.compile(r",?\s")
_MOST = 8
"""At most so many codes of a list are looked at."""
_BLOCK, _FAR_BLOCK = 1000, 12_000
"""The United Nations are what a text is about if its block of so many characters, or the one beside, names them; any
noun says less than a word for things, so that a page further off may name them."""
_MOST_A_YEAR = 1500
"""More documents than any organ has issued in a series in a year or at a session."""
_ENDS_ITS_LINE = re.compile(r"[!-~]*(?<![.;])[ ]*(?:\n|$)")
"""A symbol at the end of a line of a list, with its title before it; a sentence ends with a full stop."""
_SIGNS = re.compile(r"[\u4e00-\u9fff]+$")
_LONGEST_WORD = 8
_SHORTEST_NOUN = 3
_SENTENCE = 80
"""How far before a number a word for documents says that it is one's."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Words before a code, in one language: those that number another thing than a document at times, always, or where
    the text is not about the United Nations."""

    sometimes: re.Pattern[str]
    always: re.Pattern[str]
    elsewhere: re.Pattern[str]
    graded: Linear | None
    """Whatever one of these three finds, and a little more, in a fraction of their time."""
    numbered: re.Pattern[str]
    """Any word and a sign for numbers, in the text as it is printed; `document` is one for documents."""
    document: re.Pattern[str]
    begins: re.Pattern[str]
    """What is before a word that begins its clause."""
    introduces: re.Pattern[str]
    """Words that may stand so before a document."""
    heads: re.Pattern[str]
    """What a column or a list of codes is headed by."""
    cited: Linear | Printed
    """A word for documents, or one that cites them, in the clause before."""
    nations: re.Pattern[str]
    in_a_list: re.Pattern[str]
    """The code before that of a list."""
    parted: re.Pattern[str]
    symbol_ahead: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    sign = fragment(words, words.number_sign)
    printed_sign, documents, document = (
        one.replace(" ", r"\s") for one in (words.number_sign, words.numbered_document, words.document)
    )
    introducing = (
        *(words.cites_before, words.announced, words.conjunction, words.before_number, words.introduction),
        *(words.numbered_document, words.document, words.adopted, words.titled, words.filler, words.not_a_document),
        *(words.number_sign, words.former, words.copula, *words.see, words.cited, words.go_on, words.auxiliary),
        *(words.to, words.of_organ, words.agent, words.pronoun, words.relative, words.possessive, words.dated),
    )
    foreign = map(every, ("cited", "numbered_document", "document", "go_on", "before_number"))
    introduces = "|".join(
        one if words.shares_signs else fragment(words, one) for one in (*introducing, *foreign) if one and one != NEVER
    )
    joined = fragment(words, words.conjunction)
    parts = rf"(?:[;,]\s{{1,2}}(?:(?:{joined})\s)?|\s(?:{joined})\s)"
    own = "|".join(fragment(words, one) for one in (words.article_before, words.possessive) if one)
    grades = words.not_a_document, words.never_a_document, words.elsewhere_a_thing
    any_grade = None
    if words.shares_signs:
        graded = [re.compile(rf"(?:{grade})(?P<sign>[:\uff1a])?\s?$") for grade in grades]
        named = "|".join((words.united_nations, *words.heads))
    else:
        behind = (
            rf"\.?(?: |(?=:))(?P<sign>(?:(?:{sign}):?|:)\s?)?$"  # in a new line, a page may begin with its running head
        )
        is_so = rf"(?: (?:{fragment(words, words.copula)}))?"
        graded = [
            re.compile(rf"\b(?:{fragment(words, grade)}){verb}{behind}", re.IGNORECASE)
            for grade, verb in zip(grades, ("", is_so, is_so), strict=True)
        ]
        any_of = "|".join(fragment(words, grade) for grade in grades)
        any_grade = Linear(loose(rf"(?:{any_of}){is_so}\.? ?(?:(?:(?:{sign}):?|:)\s?)?$"), case_sensitive=False)
        named = "|".join(fragment(words, one) for one in (words.united_nations, *words.heads))
    sometimes, always, elsewhere = graded
    listed = (every("heads_codes"), words.never_a_document, words.elsewhere_a_thing)
    headings, cited = (
        "|".join(
            one.replace(" ", r"\s") if words.shares_signs else fragment(words, one)
            for one in several
            if one and one != NEVER
        )
        for several in (listed, (words.numbered_document, words.document, words.cited_by))
    )
    return _Patterns(
        sometimes,
        always,
        elsewhere,
        any_grade,
        re.compile(rf"(?:(?P<document>\b(?:{documents}))|[^\W\d_]{{2}})\.?[ ](?:{printed_sign})\s?$", re.IGNORECASE),
        re.compile(rf"\b(?:{document})[^.;\n]*$", re.IGNORECASE),
        re.compile(rf"(?:^|[.;,:(\n\"])\s?(?:(?:{own})\s?)?$", re.IGNORECASE),
        re.compile(rf".*(?:{introduces})" if words.shares_signs else introduces, re.IGNORECASE),
        re.compile(
            rf"(?:(?:\w+ )?(?:{headings})\.?(?: (?:{printed_sign}))?|(?:\w+ )?(?:{printed_sign}))[ .:]*", re.IGNORECASE
        ),
        Printed(cited) if words.shares_signs else Linear(rf"{words.edge}(?:{cited}){words.edge}", case_sensitive=False),
        re.compile(rf"{words.edge}(?:{named})|(?<![\w/])(?:{root_pattern()})/[A-Z]{{1,9}}[./]"),
        re.compile(rf"[A-Z]{{1,5}}/[A-Z0-9./-]{{1,12}}(?:,\s?|,?\s(?:{joined})\s)$", re.IGNORECASE),
        re.compile(parts),
        re.compile(rf"{parts}([A-Z]{{1,5}}/[A-Z0-9][\w./()-]*)"),
    )


def numbers_another_thing(text: PreparedText, start: int, tail: str, repaired: bool) -> bool:
    """Whether a word before the symbol at `start`, or before its list, says that it numbers a thing: `Flat A/60/1`.

    `tail` is what follows its first slash. Behind words that number documents at times, such as `item`, only one that
    is short there, as symbols were at first, is none; behind the others one of figures and slashes is none, too, and
    one that is `repaired`.
    """
    figures = tail.strip()
    bare = figures.replace("/", "").isdigit() or repaired
    looks = bare, figures.isdigit() or repaired, _is_improbable(figures)
    for _ in range(_MOST):
        key = (start, *looks)
        if key not in text.codes:
            text.codes[key] = _told(text, start, *looks)
        is_thing, before = text.codes[key]
        if is_thing or before is None:
            return is_thing
        start = before
    return False


def _told(text: PreparedText, start: int, bare: bool, short: bool, improbable: bool) -> tuple[bool, int | None]:
    """What is told of a code at `start`: whether it is a thing's, and where the one before it in a list begins."""
    plain = text.plain
    introduced = plain[max(0, start - 3) : start].rstrip()[-1:] not in ENDS_NO_WORD
    if introduced and _is_labelled(text, start, bare, short):
        return True, None
    if bare and not text.part and _is_among_things(text, start, introduced and improbable):
        return True, None
    listed = _patterns(text.words).in_a_list
    before = listed.search(plain, max(0, start - _LONGEST_CODE), start) if bare else None
    return False, before.start() if before is not None else None


def _is_labelled(text: PreparedText, start: int, bare: bool, short: bool) -> bool:
    """Whether the word before a code says so; one of a session or a year (not `short`) is a document behind a title
    that ends in such a word and a colon: `Travel tickets: A/57/285`, `Code: A/65/221`. Where the text does not name the
    United Nations, any noun says so that no document has: `the coach E/2014/12`, `tracking no. A/65/221`."""
    printed, patterns = text.printed, _patterns(text.words)
    low = max(0, start - _REACH)
    graded = patterns.graded is None or patterns.graded.search_at(text.data[low:start]) is not None
    label = patterns.sometimes.search(printed, low, start) if graded else None
    if label is not None and (short or (label["sign"] and not (bare and _is_a_colon(label["sign"])))):
        return True
    if not bare:
        return False
    always = patterns.always.search(printed, low, start) if graded else None
    if always is not None and (short or not _ends_a_title(printed, always, patterns)):
        return True
    elsewhere = patterns.elsewhere.search(printed, low, start) if graded else None
    if elsewhere is not None and (short or not _ends_a_title(printed, elsewhere, patterns)):
        return not _is_of_the_nations(text, start)
    if not text.part and _is_behind_a_noun(text, printed, start):
        return True
    numbered = patterns.numbered.search(text.raw, low, start)  # as printed: all signs are read as one letter
    if numbered is None or numbered["document"]:
        return False
    if patterns.document.search(text.raw, max(0, start - _SENTENCE), numbered.start()):
        return False
    return not _is_of_the_nations(text, start)


def _is_behind_a_noun(text: PreparedText, printed: str, start: int) -> bool:
    """Whether a noun that no document has stands right before the code, within its line, in a text that is not about
    the United Nations: `They opened cabinet`. Where capitals are told, one in the middle of a name says that it is
    none: `Special Rapporteur`."""
    noun = _last_word(text, printed, start)
    noun = text.raw[start - 1 - len(noun) : start - 1].lower() if noun and not text.words.shares_signs else noun
    if noun is None or _introduces(text.words, noun) or _is_of_the_nations(text, start, _FAR_BLOCK):
        return False
    return _ENDS_ITS_LINE.match(text.plain, start) is None and not _is_cited(text, printed, start)


def is_glued_to_a_thing(text: PreparedText, start: int) -> bool:
    """Whether the word that is glued to a code is one for things, or any that no document has, in a text that is not
    about the United Nations: `cabinetE/2011/8`."""
    patterns, low = _patterns(text.words), max(0, start - _REACH)
    before = f"{text.printed[low:start]} "
    if patterns.always.search(before) is not None:
        return True
    cites = (
        patterns.cited.spans(before, 0, len(before))
        if isinstance(patterns.cited, Printed)
        else patterns.cited.spans(text.data[low:start] + b" ", 0, len(before))
    )
    if cites or patterns.nations.search(before) is not None:
        return False
    return patterns.elsewhere.search(before) is not None or not _is_of_the_nations(text, start, _FAR_BLOCK)


def _last_word(text: PreparedText, printed: str, start: int) -> str | None:
    """The word right before a code, if it may be a common noun."""
    if text.words.shares_signs:
        found = _SIGNS.search(printed, max(0, start - _LONGEST_WORD), start)
        return found[0] if found else None
    if start == 0 or printed[start - 1] != " ":
        return None
    low = max(0, start - _REACH)
    first = max(printed.rfind(" ", low, start - 1), printed.rfind("\n", low, start - 1), low - 1) + 1
    word = printed[first : start - 1].rpartition("'")[2]
    if len(word) < _SHORTEST_NOUN or not word.isalpha() or not word[1:].islower():
        return None
    before = printed[first - 2 : first - 1] if first > 1 else ""
    return word if word[0].islower() or not before or before.islower() or before in ".;," else None


@lru_cache(maxsize=4096)
def _introduces(words: Words, noun: str) -> bool:
    """Whether a word may stand right before a document."""
    return _patterns(words).introduces.fullmatch(noun if words.shares_signs else plain_text(noun, words)) is not None


def _is_cited(text: PreparedText, printed: str, start: int) -> bool:
    """Whether a word for documents, or one that cites them, stands in the clause, or a pinpoint behind."""
    low, high, cited = max(0, start - _SENTENCE), start + _SENTENCE, _patterns(text.words).cited
    low = max(low, *(printed.rfind(stop, low, start) for stop in ".;\n"))
    high = min(high, len(printed), *(end for stop in ".;\n" if (end := printed.find(stop, start, high)) >= 0))
    if cited.spans(printed, low, high) if isinstance(cited, Printed) else cited.spans(text.data, low, high):
        return True
    symbol = _SYMBOL.match(text.plain, start)
    return symbol is not None and _pinpoint_end(text, start, symbol[0]) is not None


def _is_likely(text: PreparedText, start: int) -> bool:
    """Whether a code is cited, in brackets, or in a text about the United Nations."""
    printed = text.printed
    if text.plain[max(0, start - 1) : start] in ("(", "["):
        return True
    return _is_cited(text, printed, start) or _is_of_the_nations(text, start, _FAR_BLOCK)


def _is_improbable(figures: str) -> bool:
    """Whether no organ has issued so many documents in a year or at a session, or prints the number so: 2021/0043."""
    session, _, number = figures.rpartition("/")
    return bool(session) and number.isdigit() and (number[0] == "0" or int(number) > _MOST_A_YEAR)


def _is_a_colon(sign: str) -> bool:
    return sign.strip() in (":", "\uff1a")


def _ends_a_title(printed: str, label: re.Match[str], patterns: _Patterns) -> bool:
    """Whether a colon follows the word, and others before it are of the same clause: `Rules on purchase orders:`."""
    if not _is_a_colon(label["sign"] or ""):
        return False
    low = max(0, label.start() - _REACH)
    before = printed[low : label.start()]
    return patterns.begins.search(before if low == 0 else f"-{before}") is None


def _is_among_things(text: PreparedText, start: int, improbable: bool) -> bool:
    """Whether its column says that a code is a thing's, or its number does where nothing makes it a document's."""
    if _is_in_a_column_of_things(text, start) or (improbable and not _is_likely(text, start)):
        return True
    printed = text.printed
    behind = word_behind(printed, start)
    if behind is None or _introduces(text.words, behind):
        return False
    return not _is_of_the_nations(text, start, _FAR_BLOCK)


def _is_in_a_column_of_things(text: PreparedText, start: int) -> bool:
    """Whether the code stands in a column, or in a list, that is headed by a word for things or codes: `Invoice no.`"""
    heading = heading_above(text.shown, text.shown_cuts.given(start))
    if heading is None:
        return False
    patterns = _patterns(text.words)
    cell = f"{heading if text.words.shares_signs else plain_text(heading, text.words)} "
    if patterns.always.match(cell) is not None:
        return True
    return patterns.heads.fullmatch(cell) is not None and not _is_of_the_nations(text, start)


def _is_of_the_nations(text: PreparedText, start: int, block: int = _BLOCK) -> bool:
    """Whether the text around names the United Nations, an organ, or a symbol that cannot be a code."""
    if text.part:
        return True  # the rest of the text is not at hand
    return text.names_near(_patterns(text.words).nations, start, block)


def is_among_symbols(text: PreparedText, start: int, end: int) -> bool:
    """Whether a list has a longer symbol, or one with a pinpoint, right before or behind [start, end): `A/PV.183, p.
    910; E/800; E/CN.6/SR.7`."""
    plain, patterns = text.plain, _patterns(text.words)
    ahead = patterns.symbol_ahead.match(plain, end)
    if ahead is not None and (_is_longer(ahead[1]) or _pinpoint_end(text, ahead.start(1), ahead[1]) is not None):
        return True
    behind = list(_SYMBOL.finditer(plain, max(0, start - _BESIDE), start))
    if not behind:
        return False
    before = behind[-1]
    pinned = _pinpoint_end(text, before.start(), before[0])
    if pinned is None and not _is_longer(before[0]):
        return False
    stop = before.start() + len(before[0].rstrip("."))
    return patterns.parted.fullmatch(plain, stop if pinned is None else pinned, start) is not None


def _pinpoint_end(text: PreparedText, start: int, printed: str) -> int | None:
    """Where the pinpoint ends that follows what has the look of a symbol; None if none does."""
    tight = printed.rstrip(".)")
    comma = _COMMA.match(text.plain, start + len(tight)) if read(tight) is not None else None
    pinpoint = pinpoint_at(text.plain, comma.end(), text.words) if comma else None
    return pinpoint.end if pinpoint else None


def _is_longer(printed: str) -> bool:
    """Whether this is a symbol with more than figures behind its first slash."""
    tight = printed.rstrip(".)")
    return not tight.partition("/")[2].isdigit() and read(tight) is not None
