"""Proposes the mandate's own reports: a sentence that gives the subject of a report and its symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.citations import Reference, Symbol, parse
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.source_citations import Citation
from mandate_data.propose_passages import NotProposed, Proposal

from .own_mandate import Mandate, Who
from .owners import by_name, by_pronoun
from .patterns import pattern_of
from .rules.documents import MANDATE_BODIES
from .sentences import sentence_around, sentence_at, sentence_cuts

WITHOUT_SUBJECT = "its subject is not read beside its symbol; write a passage for it"
WITHOUT_SYMBOL = "no symbol is printed beside it; write a passage for it"

FURNITURE = re.compile(r" (?:\d+/\d+ )?\d\d-\d{5}\b")
"""Behind a symbol at the foot of a page that is run into the text: the page, and the number of the print job."""
_ON = r"(?:on|concerning|entitled|titled|about|(?:dealing|which deals) with|devoted to|focus\w* on|dedicated to)"
_TELLS = (
    r"(?:deals? with|dealt with|(?:is|was|were) (?:about|devoted to|dedicated to|on)|focus\w* on|addresse[sd]"
    r"|examine[sd]|concern(?:s|ed)|consider(?:s|ed)|explore[sd]|analy[sz]e[sd]|discusse[sd]|cover(?:s|ed)|studie[sd]|review(?:s|ed)"
    r"|outlin(?:es|ed|ing)|look(?:s|ed) at|sets? out|describe[sd]|identifie[sd]|took up|investigate[sd])"
)
_TITLE = r"[“\"']?(?P<title>[^.;()“”\"]{8,200}?)[”\"']?"
_TAIL = (
    r"(?:,? (?:which |that )?(?:was|is|were|has been|had been) (?:\w+ly )?(?:submitted|presented|contained|issued"
    r"|published|circulated|before|available|transmitted|set out|annexed|to be found)\b[^.;()“”\"]{0,100}?"
    r"| (?:also )?(?:argues|calls|concludes|contains|demonstrates|emphasi[sz]es|explains|finds|highlights|illustrates"
    r"|integrates|notes|proposes|provides|recommends|shows|stresses|underlines)\b[^.;()“”\"]{0,150}?)?"
)
"""Behind a subject, and no part of it: "… was submitted to the Council in"."""
_TO_BODY = r"(?: to the [A-Z][A-Za-z ]{3,60}?)?(?:,? at its [\w-]+ session,?)?"
_NO_OFFICE = r"(?<!Commission)(?<!Committee)(?<!Rapporteur)(?<!Expert)(?<!Group)(?<!Representative)"
_WHOSE = r"(?:(?!of\b)[\w’'-]+ ){1,6}(?:reports?|study)\b"
_OPENS = r" ?[(,]?(?:see |document )*$"
SUBJECT = re.compile(
    rf"\b(?:reports?|study)\b[^.;()“”\"]{{0,160}}?(?:{_NO_OFFICE} {_ON}| {_TELLS}) {_TITLE},?{_TAIL}"
    rf"(?: to the [A-Z][A-Za-z ]+)?{_OPENS}"
    rf"|\b(?:devote|dedicate)[ds] {_WHOSE}{_TO_BODY} to {_TITLE.replace('title', 'devoted')},?{_OPENS}"
    rf"|\b(?:theme|subject|topic|focus) of {_WHOSE}{_TO_BODY} (?:was|is) {_TITLE.replace('title', 'theme')},?{_OPENS}"
)
"""What stands before the symbol of a report."""
DEVOTED_TO = re.compile(rf"\) to {_TITLE}(?=[.;(,]|$)")
WAS = re.compile(rf"\) (?:was|is) {_TITLE}(?=[.;(,]|$)")
_DEVOTES = re.compile(rf"\b(?:devote|dedicate)[ds] {_WHOSE}{_TO_BODY} \($")
_THEME = re.compile(rf"\b(?:theme|subject|topic|focus) of {_WHOSE}{_TO_BODY} \($")
_PARTS = re.compile(r",? (?:at )?(?:paras?|chaps?|sects?|pp?)\b\.?")
"""Behind the symbol of a report of which only parts are about what is told."""
_BY_TELLING = re.compile(rf"\bby {_ON} |\b{_TELLS} ")
ANOTHER = re.compile(r"[^()]{0,60}\),? (?:and )?(?:on )?" + _TITLE + r" \($")
"""Between two symbols of "the reports on prisons (A/1/1), schools (A/1/2) and …"."""
_REPORTS_ON = re.compile(rf"\breports [^.;()“”\"]{{0,60}}?{_ON} [^.;()]{{8,200}} \($")
_RIGHT_BEFORE = re.compile(r"\b(?:reports?|study)(?: to the [A-Z][A-Za-z ]{3,60})? \($")
_DOCUMENT = re.compile(r"\b[Ii]n (?:the )?(?:document )?$")
_WHO_TELLS = re.compile(rf", (?P<who>[^,;]{{2,80}}?) (?:also )?{_TELLS} ?$")
BEHIND = re.compile(
    r"\)?,? ?(?:(?:(?:which|that|(?P<who>she|he|I|we|they|it|the [A-Z][a-z]+ [A-Z][a-z]+|the mandate holder)) )?"
    rf"(?:also )?{_TELLS}(?:,? inter alia,)?"
    rf"|{_ON}|(?:is|was) (?:the|her|his|my|our|a) (?:\w+ )?report {_ON}) {_TITLE}(?=[.;(,]|\)|$)"
)
IN_REPORT = re.compile(r"\b[Ii]n (?:[\w’'-]+ ){1,6}(?:report|study)\b")
_NOUN = re.compile(r"\b(?:reports?|study)\b")
_OF = re.compile(
    r" (?:of|by) (?P<name>(?:the |its |his |her )?[A-Z][^.;:,()]{2,80}?)(?= (?:on|to|entitled|dated)\b|[.;:,()]|$)"
)
_GIVES = re.compile(
    r"\b(?:submitted|presented|issued|prepared|published|transmitted|delivered|wrote|devoted|dedicated|presents"
    r"|submits) (?:[\w-]+ ){0,6}$"
)
_OWN_KIND = re.compile(
    r"\b(?:[Tt]hematic|[Aa]nnual|[Pp]revious|[Ee]arlier|[Ff]irst|[Ll]ast|[Ff]inal|[Pp]resent) (?:\w+ )?$"
)
_WITHOUT = re.compile(
    r"\b(?:presented|submitted|issued)(?: to the [A-Z][A-Za-z ]{3,60}?(?:,? at its [\w-]+ session,?)?)?"
    r" (?:his|her|their|my|our|its|an?) (?:(?:(?:first|second|third|fourth|fifth|last|final|annual|thematic|interim"
    r"|initial|main) )+reports?\b|(?:[\w-]+ )?(?:report|study) (?:on|entitled)\b)"
    r"|\b(?:devoted|dedicated) (?:his|her|their|my|our|its) (?:[\w-]+ )?(?:report|study)\b(?= [^.;]{0,80}?\bto\b)"
)
_PREDECESSOR = re.compile(r"\bpredecessor")
Span = tuple[int, int]
Told = tuple[Span, Proposal | NotProposed]


def propose_reports(parsed: ParsedSource, index: int, mandate: Mandate, known: set[str]) -> Iterator[Told]:
    """A passage for each report of the mandate in a block, and the place of its symbol; also for those whose subject,
    or symbol, is not read. `known` are those of the guide, and those that were proposed before."""
    for cited in parsed.citations_in(index):
        symbol = symbol_of_report(cited)
        if symbol is None or symbol.canonical in known:
            continue
        span, place = _title(parsed, cited, mandate), (cited.reference.start, cited.reference.end)
        if span is not None:
            known.add(symbol.canonical)
            yield place, _report(parsed, cited, span)
        elif _is_given(parsed, cited, mandate) and not _is_titled(parsed, cited, mandate):
            known.add(symbol.canonical)
            line = parsed.blocks[index].text.line_at(place[0])
            yield place, NotProposed(f"a report of the mandate, {symbol.canonical}", WITHOUT_SUBJECT, line)
    yield from _without_symbol(parsed, index, mandate)


def symbol_of_report(cited: Citation) -> Symbol | None:
    """The symbol of a report, no addendum, to a body to which mandates report; None for other documents."""
    symbol = parse(str(cited.reference.symbol))
    is_one = symbol.kind == "report" and symbol.body in MANDATE_BODIES and symbol.parent is None
    return symbol if is_one else None


def _without_symbol(parsed: ParsedSource, index: int, mandate: Mandate) -> Iterator[Told]:
    text = parsed.text[index]
    for found in _WITHOUT.finditer(text) if parsed.blocks[index].kind in ("paragraph", "item") else ():
        start, end = sentence_around(text, found.start())
        if not parsed.citations_in(index, start, end) and mandate.who(text, start, found.start()) == "own":
            line = parsed.blocks[index].text.line_at(found.start())
            yield (found.start(), found.start()), NotProposed("a report of the mandate", WITHOUT_SYMBOL, line)


def _is_given(parsed: ParsedSource, cited: Citation, mandate: Mandate) -> bool:
    """Whether a sentence says that the mandate presented the report that it cites."""
    text, place = parsed.text[cited.block], cited.reference.start
    start, _ = sentence_around(text, place)
    nouns = list(_NOUN.finditer(text, start, place))
    gives = _GIVES.search(text[start : nouns[-1].start()]) if nouns else None
    if gives is not None:
        return mandate.who(text, start, start + gives.start()) == "own"
    return _RIGHT_BEFORE.search(text, start, place) is not None and _owner(text, start, nouns[-1], mandate) == "own"


def _is_titled(parsed: ParsedSource, cited: Citation, mandate: Mandate) -> bool:
    """Whether another place gives the subject of the report."""
    symbol = cited.reference.symbol
    return any(one.reference.symbol == symbol and _title(parsed, one, mandate) for one in parsed.citations)


def _title(parsed: ParsedSource, cited: Citation, mandate: Mandate) -> tuple[int, int] | None:
    """Where the subject of a report of the mandate is printed in its sentence, before its symbol or behind it."""
    text, reference = parsed.text[cited.block], cited.reference
    start, end = sentence_around(text, reference.start)
    clause = max(one for one in sentence_cuts(text, clauses=True) if one <= reference.start)
    if _PREDECESSOR.search(text, start, reference.start) or FURNITURE.match(text, reference.end):
        return None
    before = _subject_before(text, clause, reference, mandate) or _one_of_several(parsed, cited, start)
    named = before or _subject_behind(text, start, reference, end)
    if named is None or parsed.citations_in(cited.block, *named):
        return None
    if before is None and (inside := _DOCUMENT.search(text, start, reference.start)):
        who = BEHIND.match(text, reference.end, end)
        return named if who and who["who"] and _acts(text, inside.end(), who, mandate) else None
    nouns = list(_NOUN.finditer(text, start, max(reference.start, named[0])))
    if not nouns or _owner(text, start, nouns[-1], mandate) != "own":
        return None
    return named


def _one_of_several(parsed: ParsedSource, cited: Citation, start: int) -> Span | None:
    """The subject of a report of "the reports on prisons (A/1/1), schools (A/1/2)", but for the first of them."""
    text, place = parsed.text[cited.block], cited.reference.start
    before = parsed.citations_in(cited.block, start, place)
    found = ANOTHER.match(text, before[-1].reference.end, place) if before else None
    several = found is not None and _REPORTS_ON.search(text, start, before[0].reference.start) is not None
    return found.span("title") if found is not None and several else None


def _subject_before(text: str, start: int, reference: Reference, mandate: Mandate) -> Span | None:
    """The subject of a report before its symbol, in the clause that begins at `start`."""
    found = SUBJECT.search(text, start, reference.start)
    if found is None or (_BY_TELLING.search(found[0]) and _PARTS.match(text, reference.end)):
        return None
    span = next(found.span(name) for name in ("title", "devoted", "theme") if found[name])
    told = _WHO_TELLS.search(text, start, span[0])
    return None if told is not None and mandate.named_in(told["who"]) == "other" else span


def _subject_behind(text: str, start: int, reference: Reference, end: int) -> Span | None:
    """The subject of a report behind its symbol, in the sentence from `start` to `end`."""
    before = text[start : reference.start]
    for leads, form in ((_DEVOTES, DEVOTED_TO), (_THEME, WAS)):
        if leads.search(before) and (told := form.match(text, reference.end, end)):
            return told.span("title")
    found = BEHIND.match(text, reference.end, end)
    if found is None:
        return None
    if found["who"] and not (IN_REPORT.search(before) or _DOCUMENT.search(before)):
        return None  # "Building upon his report, he examines …" is about another one
    return found.span("title")


def _acts(text: str, start: int, told: re.Match[str], mandate: Mandate) -> bool:
    """Whether it is the mandate that "examined" something, as is told behind the symbol of a document."""
    return mandate.who(text, start, told.end("who") + 1) == "own"


def _owner(text: str, start: int, noun: re.Match[str], mandate: Mandate) -> Who:
    """Whose report a text speaks of."""
    if of := _OF.match(text, noun.end()):
        return mandate.named_in(of["name"])
    left = text[start : noun.start()]
    owner = by_pronoun(text, start, noun.start(), mandate) or by_name(text, start, noun.start(), mandate)
    if owner is not None:
        return owner
    if gives := _GIVES.search(left):
        return mandate.who(text, start, start + gives.start())
    return "own" if _OWN_KIND.search(left) else "nobody"


def _report(parsed: ParsedSource, cited: Citation, title: tuple[int, int]) -> Proposal:
    text, reference = parsed.text[cited.block], cited.reference
    start, end = min(title[0], reference.start), max(title[1], reference.end)
    entry = {
        "id": str(reference.symbol),
        "pattern": pattern_of(text, {title: f"(?P<title>{exactly(text[slice(*title)])})"}, end, start),
        "mandate_id": parsed.guide.about["mandate_id"],
        "symbol": "here",
    }
    line, sentence = sentence_at(parsed, cited.block, reference.start)
    return Proposal("thematic_reports", entry, "person_id", line, sentence, at=(cited.block, start))
