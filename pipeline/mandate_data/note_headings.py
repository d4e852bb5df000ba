"""How notes are told in documents that are read and in texts that are searched: the heading or rule above, the id, and
how one begins that points back."""

from __future__ import annotations

import re

HEADINGS = {
    "en": r"(?:foot|end)?notes?(?: and references)?|references",
    "fr": r"notes(?: (?:de fin|de bas de pages?|en bas de pages?|finales|et références))?|références",
    "es": r"notas?(?: (?:finales|al final|al pie(?: de (?:la )?página)?|a pie de página|y referencias))?|referencias",
    "ru": r"примечани[ея]|сноск[аи]",
    "ar": r"(?:ال)?حواشي|(?:ال)?هوامش",
    "zh": r"注释|註釋|注釋|脚注|腳註|尾注|尾註|附注|附註",
}
"""What a heading says under which notes stand, by language."""
HEADING = rf"(?:\#{{1,6}} |\*\*)?(?:{'|'.join(HEADINGS.values())})[^\w\n]*"
"""A pattern for a line that is such a heading, in Markdown as well."""
_ID = re.compile(
    r"(?:[\w:.-]*[\W_])?(?:fn|ftn|edn|(?:(?:sd)?(?:foot|end)|cite_?)?-?note)s?[:_.-]*(\d{1,3})(?:sym)?", re.IGNORECASE
)
_HEADING = re.compile(HEADING, re.IGNORECASE)
RULE = r"[_\-–—*=─━][_\-–—*=─━ \t]{2,}"
"""A pattern for a rule drawn with signs."""
_RULE = re.compile(RULE)

_BACK = {
    "en": r"ibid(?:em)?|idem|id\.|supra|op\. ?cit|loc\. ?cit",
    "es": r"ibíd",
    "ru": r"там же|указ\. ?соч",
    "ar": r"المرجع نفسه|المصدر نفسه",
    "zh": r"同上|同前",
}
"""How a note begins that points back to a source before, by language; French prints the Latin words."""
_POINTS_BACK = re.compile(rf"(?:[\[(]?\d{{1,3}}[\])]?[./]? ?)?(?:{'|'.join(_BACK.values())})", re.IGNORECASE)


def is_notes_heading(line: str) -> bool:
    """Whether a line is a heading for notes.

    >>> is_notes_heading("Endnotes:"), is_notes_heading("注释"), is_notes_heading("Notes of the meeting")
    (True, True, False)
    """
    return _HEADING.fullmatch(line.strip()) is not None


def points_back(line: str) -> bool:
    """Whether a line begins as a note does that points back to a source before, with its number or without.

    >>> points_back("Ibid."), points_back("12. Там же"), points_back("A/HRC/31/58")
    (True, True, False)
    """
    return _POINTS_BACK.match(line.strip()) is not None


def note_of_id(identity: str) -> str:
    """The number of the note that an id of HTML names, "" for none; that of its mark says `ref`.

    >>> note_of_id("fn1"), note_of_id("_ftn12"), note_of_id("sdfootnote2sym"), note_of_id("fnref1")
    ('1', '12', '2', '')
    """
    found = _ID.fullmatch(identity)
    return found[1] if found else ""


def is_rule(line: str) -> bool:
    """Whether a line is no more than a rule, drawn with signs.

    >>> is_rule("______"), is_rule("* * *"), is_rule("")
    (True, True, False)
    """
    return _RULE.fullmatch(line.strip()) is not None
