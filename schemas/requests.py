"""Words with which somebody is asked to do something: "States should …", "The Committee recommends that …"."""

from __future__ import annotations

import re

from mandate_data.extract.countries import is_known

from .sentences import sentence_cuts


def _any(words: str) -> str:
    return "|".join(words.split()).replace("_", " ")


_WHO = (
    r"(?:Special Rapporteur|Independent Expert|Special Representative|(?:Sub-?)?Committee|Commission(?:er)?"
    r"|Working Group|Ombuds\w+|Experts?|Mechanism|Panel|Delegation|Mission|Board|[Mm]andate[ -]holder|author)"
)
_HOW = (
    r"(?:(?:also|further|again|therefore|thus|in particular|once more|hereby|(?!only\b|merely\b|rarely\b)[a-z]+ly),? )*"
)
_NO_ADDRESSEE = (
    r"(?!(?:to|for|attention|(?:the |all |any |interested |our )*readers?"
    r"|(?:the |all |any |further |written |your |their |additional )*(?:comments?|questions?|contributions?"
    r"|submissions?|suggestions?|views|reflections?|discussions?|debate|information|proposals?|replies|responses?|inputs?|feedback"
    r"|nominations?|criticism|attention))\b)"
)
KINDS = (
    "academic all bilateral both business central civil_society competent criminal developed developing"
    " development domestic donor educational federal foreign health high-income host human_rights individual"
    " intergovernmental international judicial juvenile law_enforcement least_developed local low-income"
    " member middle-income multilateral municipal national non-governmental other pharmaceutical private"
    " provincial public recipient regional relevant religious research social state such teaching the these"
    " transnational treaty un united_nations"
)
BODIES = (
    "agencies authorities bodies business(?:es)?(?:_enterprises)? civil_society commission compan(?:y|ies)"
    " corporations? countries courts donors? employers? enterprises? entities governments? industry institutions?"
    " international_community judges judiciary lawmakers legislat(?:ors?|ures?) media organi[sz]ations? parliaments?"
    " parties partners police policymakers private_sector professionals prosecutors schools sector special_procedures"
    " stakeholders states?(?:_part(?:y|ies))? trade_unions universities"
)
"""Whom recommendations are addressed to; _ is a blank."""
_NAMED = (
    r"Ministr(?:y|ies)(?: of [A-Z][a-z]+(?:,? (?:and |of |the )*[A-Z][a-z]+)*)?|(?:General )?Assembly"
    r"|(?:Human Rights |Security |Economic and Social )?Council|(?:\w+ )?Committee|Secretary-General|High Commissioner"
    r"|Office of the [A-Z][\w ]{3,60}?|World Bank|United Nations(?: system)?|[A-Z]{3,}(?:-[A-Z]+)?"
)
_BODY = (
    rf"(?:(?i:{_any(KINDS)}),? (?:and )?)*(?:(?i:{_any(BODIES)})|{_NAMED})"
    r"(?: (?:and|or) (?:other )?[\w -]{3,120}?)?"
    r"(?: (?:of|in|at|\w+ing|engaged in|involved in|responsible for|that|which|who)"
    r" (?:(?!that\b)[^.,;:]){2,60}?)?"
)
_TOLD = (
    r"(?:noted|recalled|remembered|stressed|emphasi[sz]ed|underlined|highlighted|understood|borne in mind|kept in mind"
    r"|mentioned|pointed out|acknowledged|recogni[sz]ed|observed|added|admitted|clear|said|proud|afraid|surprised)"
)
_PAST = (
    r"have (?!(?:un(?!der)\w+|limited|qualified|dedicated|trained|speciali[sz]ed|guaranteed|improved|increased|skilled"
    r"|experienced|enhanced|designated|detailed|written|open|even|equal) [a-z])"
    r"(?:been )?\w+(?:ed|en|wn|one|ought|aught|ade|eld|aid|ept|eft|elt|ound|ood)\b"
)
_DO = (
    r"(?:(?:should|must|ought to|may wish to|(?<=tate )needs to|(?<=tates )need to|(?<=ernment )needs to"
    r"|(?<=ernments )need to|(?<=ountries )need to"
    r"|(?<=ompanies )need to|(?<=ompany )needs to|(?<=arty )needs to|(?<=arties )need to)\b"
    rf"(?! (?:not )?(?:also |therefore |never )?(?:be {_TOLD}|{_PAST}|be \w+ing\b|be (?:seen|regarded|viewed) as))"
    r"(?! not be (?:\w+ed|proud|afraid)\b| be:)"
    r"|(?:is|are) (?:\w+ ){0,2}?(?:urged|encouraged|called (?:up)?on|invited|requested|advised|recommended) to\b)"
)
_LEAD = (
    r"(?:(?:In|To|For|As|With|When|Where|Accordingly|Therefore|Moreover|Furthermore|Additionally|Thus|Finally|Similarly"
    r"|At|Within|On|Through|By|Bearing|Alongside|While|Given|Consequently|First|Second|Third|Lastly"
    r"|Nonetheless|However|Likewise|Whenever|Until|Either|Because|Before|After|Under"
    r"|[A-Z][a-z]+ing)\b[^.;:]{0,160}?, )?"
)
_SUBJECT = (
    rf"(?:(?:[Aa]ll|[Ee]very|[Ee]ach|[Oo]ther|[Bb]oth) )?(?:[Tt]he |[Ii]ts |[Tt]heir |[Aa]n? )?(?:Member )?{_BODY}"
)
_ASKS = (
    r"(?:recommends?\b(?! (?:reading|the reader))|urges?\b|calls? (?:up)?on\b|(?<![Ii]t )calls? for\b"
    rf"|encourages? {_NO_ADDRESSEE}|invites? {_NO_ADDRESSEE}|appeals? to\b|advises? (?:that|the|all|[A-Z])"
    rf"|(?:suggests|proposes) that {_SUBJECT}"
    r"|requests? (?:the |all )?(?:Member |State|Government|Secretary|Council|Office|United)"
    r"|reiterates? (?:its|his|her|the|their|our) (?:previous )?(?:recommendation|call|appeal)s?\b)"
)
_ASIDE = r"(?:, [^.;:]{3,120}?,)?"
ASKED = re.compile(
    rf"{_LEAD}{_SUBJECT}{_ASIDE} (?:also |therefore |further )?{_DO}"
    rf"|(?:[^;:]{{0,300}}, )?(?:(?:[Tt]he {_WHO}|It|it|She|she|He|he|They|they|We|we|I) {_HOW}{_ASKS}"
    rf"|[Ii]t is {_HOW}(?:recommended|urged|suggested) that\b)"
    rf"|(?:[^.;:]{{0,60}}[a-z] )?[Tt]he {_WHO} {_HOW}{_ASKS}"
    rf"|[Tt]he {_WHO} [^.;:]{{3,200}}? and {_HOW}(?:urges|encourages|invites|calls (?:up)?on) {_SUBJECT} to\b"
)
_OF_COUNTRY = re.compile(rf"{_LEAD}(?P<name>(?:[Tt]he )?[A-Z][\w'’-]*(?: [\w'’-]+){{0,4}}?){_ASIDE} {_DO}")
_RECOMMENDS = re.compile(r"\b(?:recommends?|urges?|calls? (?:up)?on|encourages?|invites?)\b")
ASKING = re.compile(rf"{ASKED.pattern}|{_RECOMMENDS.pattern}")
_DONE_BY = re.compile(
    rf"\b(?:should|must|ought to|needs? to) (?:\w+ )?be (?!{_TOLD}\b|seen\b|regarded\b|viewed\b)"
    rf"\w+(?: (?!as\b)[\w-]+){{0,4}}? by {_SUBJECT}(?![\w-])(?! (?:and|or|as) )"
)
"""A request that says behind it to whom it is made: "should be adopted by States"."""
_OTHERS_SAY = re.compile(
    r"\b(?:added|argued|claimed|explained|mentioned|reported|said|stated|told|wrote)\b[^.;]* that\b"
)
_PRONOUN_ASKED = re.compile(rf"{_LEAD}(?P<pronoun>[Tt]hey|[Ii]t) (?:also |therefore |further )?{_DO}")
_ACTS = re.compile(
    rf"{_LEAD}(?P<body>{_SUBJECT}){_ASIDE} (?:also |often |therefore |still |already )?"
    r"(?P<verb>has|have|is|are|was|were|do|does|did|can|could|may|must|should|shall|needs?|bears?|continues?|remains?"
    r"|holds?|plays?|lacks?|owes?|\w+ed)\b"
)
"""A sentence that is about a State or another body."""
_CRITERIA = re.compile(
    r"\b(?:criteri(?:a|on)|elements|conditions|requirements|definition|factors|characteristics)\b"
    r"|\bof which (?:must|should|shall)\b"
)
"""Of the introduction of a list that defines something."""
_BARE = re.compile(
    rf"(?:{ASKED.pattern})(?:,? (?:that|to))?(?: {_SUBJECT})?"
    r"(?:,? (?:to|should|that|also|in particular|inter alia))*,?:"
)
"""An introduction that says who is asked, and nothing of what for."""
_ANNOUNCES = re.compile(r"\b(?:following|as follows|below|recommendations?)\b")
_DEMANDS = re.compile(
    r"\b(?:should|must|shall|ought to) (?:not )?"
    r"(?!(?:at|in|as|also|further|therefore|urgently|immediately|inter|to|with|for)\b)[a-z]+ [^:]{3,}:$"
)
REQUEST = re.compile(
    r"\b(?:should|must|shall|needs? to|ought to"
    r"|(?:is|are) (?:\w+ )?(?:urged|encouraged|invited|called|requested|advised)"
    rf"|recommend(?:s|ed)?|urg(?:e|es|ed)|calls?(?: up)? ?on|calls? for|encourages? {_NO_ADDRESSEE}"
    rf"|invites? {_NO_ADDRESSEE}|requests?|appeals? to)\b"
)
_TELLS = re.compile(
    rf"\b(?:must|should|shall|needs to|has to|ought to) (?:also |further |nevertheless |be )*(?:{_TOLD})\b"
    rf"|\b(?:must|should) {_PAST}"
    rf"|\b(?:invites?|encourages?|urges?|requests?) (?={_NO_ADDRESSEE[3:]}"
)
"""Words of requests in what only tells something."""


def is_request(sentence: str) -> bool:
    """Whether a sentence asks a State, or a body, to do something."""
    if ASKED.match(sentence):
        return True
    country = _OF_COUNTRY.match(sentence)
    if country is not None and is_known(country["name"]):
        return True
    done = _DONE_BY.search(sentence)
    return done is not None and _OTHERS_SAY.search(sentence, 0, done.start()) is None


def is_about_a_body(sentence: str) -> bool:
    """Whether a sentence is about a State or another body, which "they" of the next one may mean."""
    return _ACTS.match(sentence) is not None


def asks_the_same(sentence: str) -> bool:
    """Whether a sentence asks those for something whom the one before it was about: "They should …"."""
    return _PRONOUN_ASKED.match(sentence) is not None


def only_remarks(text: str, start: int) -> bool:
    """Whether a text from here on says that something is to be noted, or invites comments or readers."""
    return _TELLS.search(text, start) is not None


def asks_for(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a text asks somebody for something, and does not only say that something is to be noted."""
    told = [found.span() for found in _TELLS.finditer(text)]
    last = len(text) if end is None else end
    return any(
        not any(first <= one.start() < behind for first, behind in told) for one in REQUEST.finditer(text, start, last)
    )


def introduces(text: str, start: int, *, recommends: bool) -> bool:
    """Whether a text ends with the introduction of a list of what somebody is asked to do, and defines nothing."""
    said = text[start:].rstrip()
    if not said.endswith(":"):
        return False
    said = said[max(cut for cut in sentence_cuts(said) if cut < len(said)) :]
    if only_remarks(said, 0) and not asks_for(said):
        return False
    if is_request(said) or _RECOMMENDS.search(said):
        return True
    if defines(said):
        return False
    return ASKING.search(said) is not None or _DONE_BY.search(said) is not None or (recommends and asks_for(said))


def defines(text: str) -> bool:
    """Whether a text introduces a list of criteria, or of other parts of a definition."""
    return text.rstrip().endswith(":") and _CRITERIA.search(text) is not None


def demands(text: str, *, below: bool) -> bool:
    """Whether an introduction says itself what is asked for, as "Set up bodies, which should:" `below` a request."""
    if _BARE.fullmatch(text):
        return False
    return below or (_DEMANDS.search(text) is not None and _ANNOUNCES.search(text) is None)
