"""What Word does not print of a document is taken out of it and counted: deletions, hidden text, notes without a mark.

Whatever is drawn beside the text, as charts and diagrams, is counted, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set

from lxml import etree

from mandate_data.documents.document import LeftOut, count_words
from mandate_data.documents.docx_numbering import W, is_on

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VML = "{urn:schemas-microsoft-com:vml}"
BESIDE = {
    re.compile(r"word/(?:header|footer)\d*\.xml"): "page heads and feet",
    re.compile(r"word/comments\d*\.xml"): "comments of readers",
    re.compile(r"word/charts/chart\d*\.xml"): "charts",
    re.compile(r"word/diagrams/data\d*\.xml"): "diagrams",
    re.compile(r"word/glossary/document\.xml"): "building blocks of the template",
}
"""Parts that are no text of the document, and what they are called."""


def beside_the_text(name: str) -> str | None:
    """What the part of this name is called, if it is no text of the document."""
    return next((what for form, what in BESIDE.items() if form.fullmatch(name)), None)


def count_part(tree: etree._Element) -> int:
    """How many words a part that is no text of the document has.

    What fields ask for until they are filled, which a template keeps, is text where a field is not.
    """
    words = [_text(paragraph, f"{W}t") for paragraph in tree.iter(f"{W}p") if not _is_prompt(paragraph)]
    words += [_text(paragraph, f"{A}t") for paragraph in tree.iter(f"{A}p")]
    words += [_text(value, f"{C}v") for cache in tree.iter(f"{C}strCache") for value in cache.iter(f"{C}v")]
    return sum(map(count_words, words))


def _is_prompt(paragraph: etree._Element) -> bool:
    block = next(paragraph.iterancestors(f"{W}docPart"), None)
    gallery = block.find(f"{W}docPartPr/{W}category/{W}gallery") if block is not None else None
    return gallery is not None and gallery.get(f"{W}val") == "placeholder"


def take_out(tree: etree._Element, hidden_styles: Set[str]) -> Iterator[LeftOut]:
    """Take out what Word does not print, as with all tracked changes accepted, and say how much it was.

    `hidden_styles` are the ids of the styles of characters that hide text.
    """

    def is_hidden(run: etree._Element) -> bool:
        own, style = run.find(f"{W}rPr/{W}vanish"), run.find(f"{W}rPr/{W}rStyle")
        if own is not None:
            return is_on(own.get(f"{W}val", "1"))
        return style is not None and style.get(f"{W}val") in hidden_styles

    rows = [row for row in tree.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]
    changes = [one for one in tree.iter(f"{W}del") if _holds_text(one)]
    moved = [one for one in tree.iter(f"{W}moveFrom") if _holds_text(one)]
    hidden = [run for run in tree.iter(f"{W}r") if is_hidden(run)]
    covered = [cell for cell in tree.iter(f"{W}tc") if _is_covered(cell)]
    yield from _emptied("text that a tracked change deletes", [*changes, *rows], _remove)
    yield from _emptied(
        "text that a tracked change moves elsewhere",
        moved,
        _remove,
    )
    yield from _emptied("hidden text", hidden, _hide)
    yield from _emptied("text behind merged cells", covered, lambda cell: None)  # mammoth leaves it out
    drawn = list(tree.iter(f"{VML}textpath"))
    if words := sum(count_words(one.get("string", "")) for one in drawn):
        yield LeftOut("letters that are drawn", words)
    for one in drawn:
        _remove(one)
    if pictures := sum(1 for _ in tree.iter(f"{PICTURE}pic", f"{VML}imagedata")):
        yield LeftOut("a picture" if pictures == 1 else f"{pictures} pictures")


def unmarked_notes(tree: etree._Element, kind: str, marked: Set[str]) -> Iterator[LeftOut]:
    """The notes of a part that no mark of the text points to; `marked` are such as "footnote-2", `kind` "footnote"."""
    words = 0
    for note in tree.iter(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") == "normal" and f"{kind}-{note.get(f'{W}id', '')}" not in marked:
            words += sum(count_words(_text(paragraph, f"{W}t")) for paragraph in note.iter(f"{W}p"))
    if words:
        yield LeftOut("notes that nothing in the text points to", words)


def _emptied(what: str, elements: list[etree._Element], empty: Callable[[etree._Element], None]) -> Iterator[LeftOut]:
    words = 0
    for element in elements:
        pieces = list(element.iter(f"{W}p")) or [element]
        words += sum(count_words(_text(piece, f"{W}t", f"{W}delText")) for piece in pieces)
        empty(element)
    if words:
        yield LeftOut(what, words)


def _text(element: etree._Element, *tags: str) -> str:
    return "".join(one.text or "" for one in element.iter(*tags))


def _holds_text(change: etree._Element) -> bool:
    """Whether a deletion holds what it deletes, and is in no other; others are of a paragraph's mark or of a row."""
    return len(change) > 0 and next(change.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None


def _is_covered(cell: etree._Element) -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _hide(run: etree._Element) -> None:
    """Take the text out of a run; what begins and ends fields stays."""
    for one in list(run.iter(f"{W}t", f"{W}tab", f"{W}sym", f"{W}footnoteReference", f"{W}endnoteReference")):
        _remove(one)
