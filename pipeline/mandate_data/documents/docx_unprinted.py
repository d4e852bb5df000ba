"""What Word does not print of a document is taken out of it and counted: deletions, hidden text, notes without a mark.

Whatever is drawn beside the text, as charts and diagrams, is counted, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set

from lxml import etree

from mandate_data.documents.document import count_words
from mandate_data.documents.docx_elements import VML, A, Bookmarks, LeftOutAt, W, remove, words_of
from mandate_data.documents.docx_numbering import is_on

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
BESIDE = {
    re.compile(r"word/(?:header|footer)\d*\.xml"): "page heads and feet",
    re.compile(r"word/comments\d*\.xml"): "comments of readers",
    re.compile(r"word/charts/chart(?:Ex)?\d*\.xml"): "charts",
    re.compile(r"word/diagrams/data\d*\.xml"): "diagrams",
    re.compile(r"word/glossary/document\.xml"): "building blocks of the template",
}
"""Parts that are not a text of the document, and what they are called."""


def beside_the_text(name: str) -> str | None:
    """What the part of this name is called, if it is not a text of the document."""
    return next((what for form, what in BESIDE.items() if form.fullmatch(name)), None)


def count_part(tree: etree._Element) -> int:
    """How many words a part that is not a text of the document has.

    What fields ask for until they are filled, which a template keeps, is text where a field is not.
    """
    words = [words_of(paragraph) for paragraph in tree.iter(f"{W}p") if not _is_prompt(paragraph)]
    words += [words_of(paragraph, f"{A}t") for paragraph in tree.iter(f"{A}p")]
    named = {value for part in tree.iter(f"{C}tx", f"{C}cat", f"{C}strCache") for value in part.iter(f"{C}v")}
    words += [value.text or "" for value in named]
    words += [value.text or "" for value in tree.iter(f"{CHART_EX}v")]
    words += [one.get("string", "") for one in tree.iter(f"{VML}textpath")]
    return sum(map(count_words, words))


def _is_prompt(paragraph: etree._Element) -> bool:
    block = next(paragraph.iterancestors(f"{W}docPart"), None)
    gallery = block.find(f"{W}docPartPr/{W}category/{W}gallery") if block is not None else None
    return gallery is not None and gallery.get(f"{W}val") == "placeholder"


def take_out(tree: etree._Element, hiding: Set[str], bookmarks: Bookmarks) -> Iterator[LeftOutAt]:
    """Take out what Word does not print, as with all tracked changes accepted, and say how much it was.

    `hiding` are the ids of the styles that hide text.
    """

    styles: dict[etree._Element | None, etree._Element | None] = {None: None}  # of paragraphs

    def style_of(paragraph: etree._Element | None) -> etree._Element | None:
        if paragraph is not None and paragraph not in styles:
            styles[paragraph] = paragraph.find(f"{W}pPr/{W}pStyle")
        return styles[paragraph]

    def is_hidden(run: etree._Element) -> bool:
        own, style = run.find(f"{W}rPr/{W}vanish"), run.find(f"{W}rPr/{W}rStyle")
        if own is not None:
            return is_on(own.get(f"{W}val", "1"))
        if style is None:
            style = style_of(next(run.iterancestors(f"{W}p"), None))
        return style is not None and style.get(f"{W}val") in hiding

    rows = [row for row in tree.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]
    within = {one for row in rows for one in row.iter(f"{W}del", f"{W}tr") if one is not row}
    changes = [one for one in tree.iter(f"{W}del") if _holds_text(one)]
    deleted = [one for one in [*changes, *rows] if one not in within]
    yield from _emptied(bookmarks, "text that a tracked change deletes", deleted, remove)
    moved = [one for one in tree.iter(f"{W}moveFrom") if _holds_text(one)]
    yield from _emptied(bookmarks, "text that a tracked change moves elsewhere", moved, remove)
    hidden = [run for run in tree.iter(f"{W}r") if is_hidden(run)]
    yield from _emptied(bookmarks, "hidden text", hidden, _hide)
    covered = [cell for cell in tree.iter(f"{W}tc") if _is_covered(cell)]
    yield from _emptied(bookmarks, "text behind merged cells", covered, lambda cell: None)  # mammoth leaves it out
    yield from _drawn(tree, bookmarks)


def _drawn(tree: etree._Element, bookmarks: Bookmarks) -> Iterator[LeftOutAt]:
    """Count what is drawn or inserted as a file: letters, text in drawings, pictures and objects; take out letters."""
    letters = [one for one in tree.iter(f"{VML}textpath") if count_words(one.get("string", ""))]
    yield from bookmarks.at(letters, "letters that are drawn", _count(one.get("string", "") for one in letters))
    for one in letters:
        remove(one)
    drawn = [one for one in tree.iter(f"{A}p") if count_words(words_of(one, f"{A}t"))]
    yield from bookmarks.at(drawn, "text in a drawing", _count(words_of(one, f"{A}t") for one in drawn))
    objects = list(tree.iter(f"{OFFICE}OLEObject"))
    yield from bookmarks.at(objects, "an object of another program, such as a table of Excel")
    yield from bookmarks.at(tree.iter(f"{W}subDoc"), "a part of the document that is a file of its own")
    pictures = [
        one for one in tree.iter(f"{PICTURE}pic", f"{VML}imagedata") if not list(one.iterancestors(f"{W}object"))
    ]
    yield from bookmarks.at(pictures, "a picture")
    said = [(one, one.get("descr", "")) for one in tree.iter(f"{PLACED}docPr")]
    said += [(one, one.get("title", "")) for one in tree.iter(f"{PLACED}docPr")]
    said += [(one, one.get("alt", "")) for one in tree.iter(f"{VML}shape")]
    said = [(one, text) for one, text in said if count_words(text)]
    what = "the description of a picture or a drawing"
    yield from bookmarks.at((one for one, _ in said), what, _count(text for _, text in said))
    shown = [one for one in tree.iter(f"{W}hyperlink") if count_words(one.get(f"{W}tooltip", ""))]
    yield from bookmarks.at(shown, "the title of a link", _count(one.get(f"{W}tooltip", "") for one in shown))


def _count(texts: Iterable[str]) -> int:
    return sum(map(count_words, texts))


def unmarked_notes(tree: etree._Element, kind: str, marked: Set[str]) -> Iterator[LeftOutAt]:
    """The notes of a part that no mark of the text points to; `marked` are such as "footnote-2", `kind` "footnote"."""
    unmarked = [
        note
        for note in tree.iter(f"{W}{kind}")
        if note.get(f"{W}type", "normal") == "normal" and f"{kind}-{note.get(f'{W}id', '')}" not in marked
    ]
    if words := _words_in(unmarked):
        yield LeftOutAt("notes that nothing in the text points to", words)


def separators(tree: etree._Element, kind: str) -> Iterator[LeftOutAt]:
    """What is written between the text of a page and its notes, beside the line there; `kind` is "footnote"."""
    if words := _words_in(note for note in tree.iter(f"{W}{kind}") if note.get(f"{W}type", "normal") != "normal"):
        yield LeftOutAt("text in the line above the notes", words)


def _words_in(notes: Iterable[etree._Element]) -> int:
    return _count(words_of(paragraph) for note in notes for paragraph in note.iter(f"{W}p"))


def _emptied(
    bookmarks: Bookmarks, what: str, elements: list[etree._Element], empty: Callable[[etree._Element], None]
) -> Iterator[LeftOutAt]:
    counted = [
        (one, _count(words_of(piece, f"{W}t", f"{W}delText") for piece in list(one.iter(f"{W}p")) or [one]))
        for one in elements
    ]
    yield from bookmarks.at((one for one, words in counted if words), what, sum(words for _, words in counted))
    for one in elements:
        empty(one)


def _holds_text(change: etree._Element) -> bool:
    """Whether a deletion holds what it deletes, and is in no other; others are of a paragraph's mark or of a row."""
    return len(change) > 0 and next(change.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None


def _is_covered(cell: etree._Element) -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _hide(run: etree._Element) -> None:
    """Take the text out of a run; what begins and ends fields stays."""
    for one in [one for one in run if one.tag not in (f"{W}rPr", f"{W}fldChar", f"{W}instrText")]:
        run.remove(one)
