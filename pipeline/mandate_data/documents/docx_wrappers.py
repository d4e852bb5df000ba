"""What a Word document wraps text in, for programs to work with, is taken away, so that the text itself is read.

Alternatives become the one that is printed; content controls, tags, and whatever is unknown become what they hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from mandate_data.documents.document import WORD
from mandate_data.documents.docx_characters import BOXES
from mandate_data.documents.docx_elements import (
    MC,
    VML,
    Bookmarks,
    LeftOutAt,
    W,
    remove,
    replace,
    run_of,
    unwrap,
    words_of,
)
from mandate_data.documents.docx_numbering import is_on

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HOLDERS = (f"{W}body", f"{W}tc", f"{W}footnote", f"{W}endnote", f"{W}txbxContent")
"""What holds paragraphs."""
LOOSE = (f"{W}r", f"{W}hyperlink", f"{W}ins", f"{W}moveTo")
"""What only paragraphs hold."""
WRAPPERS = (f"{W}fldSimple", f"{W}dir", f"{W}bdo", f"{W}smartTag", f"{W}customXml")
READ = frozenset(
    [f"{W}{tag}" for tag in (
        "document", "body", "footnotes", "footnote", "endnotes", "endnote", "p", "r", "tbl", "tr", "tc", "hyperlink",
        "ins", "moveTo", "object", "drawing", "pict", "txbxContent",
    )]
    + [f"{VML}{tag}" for tag in ("group", "rect", "roundrect", "shape", "textbox")]
)  # fmt: skip
"""In these, text is read."""
SAID = tuple(f"{W}{tag}" for tag in ("t", "footnoteReference", "endnoteReference", "tab", "br"))


def join_bodies(tree: etree._Element) -> None:
    """Put what later bodies of a document hold, which made-up files have, behind the first."""
    bodies = tree.findall(f"{W}body")
    for later in bodies[1:]:
        bodies[0].extend(later)
        remove(later)


def without_alternatives(tree: etree._Element, bookmarks: Bookmarks) -> Iterator[LeftOutAt]:
    """Put in the place of alternatives the one that Word prints; what only the other says is left out.

    The one for older programs is taken where it says the same: its pictures are known.
    """
    for both in list(tree.iter(f"{MC}AlternateContent"))[::-1]:
        fallback = both.find(f"{MC}Fallback")
        choice = next((one for one in both.iterfind(f"{MC}Choice") if _words(one)), None)
        if choice is None:
            choice = fallback if fallback is not None else both.find(f"{MC}Choice")
        older = _words(fallback) if fallback is not None else Counter[str]()
        if choice is not None and fallback is not None and _words(choice) == older:
            choice = fallback
        elif choice is not None and (rest := (older - _words(choice)).total()):
            yield from bookmarks.at([both], "text that only older programs show, in place of other text", rest)
        replace(both, list(choice) if choice is not None else [])


def _words(branch: etree._Element) -> Counter[str]:
    said = [words_of(paragraph) for paragraph in branch.iter(f"{W}p")] or [words_of(branch)]
    return Counter(WORD.findall(" ".join(said)))


def without_loose_runs(tree: etree._Element) -> None:
    """Put runs, links and insertions that stand between paragraphs, as no program of Word writes them, into paragraphs;
    those behind one another into one."""
    paragraph: etree._Element | None = None
    holders = list(tree.iter(*HOLDERS))
    for loose in [one for holder in holders for one in holder if one.tag in LOOSE and one.find(f".//{W}p") is None]:
        if paragraph is None or loose.getprevious() is not paragraph:
            paragraph = etree.Element(f"{W}p")
            loose.addprevious(paragraph)
        paragraph.append(loose)


def without_wrappers(tree: etree._Element) -> None:
    """Put in the place of content controls, fields, tags and texts of either direction what they hold."""
    for control in list(tree.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        box = control.find(f"{W}sdtPr/{W14}checkbox")
        if content is not None and box is not None and not words_of(content) and content.find(f".//{W}sym") is None:
            ticked = box.find(f"{W14}checked")
            state = ticked is not None and is_on(ticked.get(f"{W14}val", "1"))
            replace(control, [run_of(BOXES[state])])
        else:
            replace(control, list(content) if content is not None else [])
    for wrapper in list(tree.iter(*WRAPPERS)):
        unwrap(wrapper)


def join_drop_caps(tree: etree._Element) -> None:
    """Put large first letters, which have paragraphs of their own, before what they begin."""
    for frame in list(tree.iter(f"{W}framePr")):
        paragraph = next(frame.iterancestors(f"{W}p"), None)
        following = paragraph.getnext() if paragraph is not None else None
        if frame.get(f"{W}dropCap", "none") == "none" or paragraph is None or following is None:
            continue
        if following.tag == f"{W}p":
            begin = 1 if following.find(f"{W}pPr") is not None else 0
            following[begin:begin] = [one for one in paragraph if one.tag != f"{W}pPr"]
            remove(paragraph)


def without_unknown(tree: etree._Element) -> None:
    """Put in the place of each element that is unknown and has text, marks or breaks what it holds."""
    wrappers = {outer for text in tree.iter(*SAID) for outer in text.iterancestors() if outer.tag not in READ}
    for wrapper in [one for one in tree.iter(etree.Element) if one in wrappers and one is not tree]:
        unwrap(wrapper)
