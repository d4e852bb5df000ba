"""The numbers that Word prints for footnotes and endnotes, in the form and from the number that a document sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import count

from lxml import etree

from mandate_data.documents.docx_elements import Bookmarks, LeftOutAt, W, run_of
from mandate_data.documents.docx_numbering import as_printed, is_on
from mandate_data.documents.whole_numbers import whole_number

MARKED = (f"{W}footnoteReference", f"{W}endnoteReference")
SYMBOLS = "*†‡§"
MOST = 100_000  # notes of a document


def note_numbers(tree: etree._Element, settings: etree._Element | None) -> dict[str, str]:
    """The number that Word prints for each note, by kind and id, such as "footnote-2".

    A note with a mark of its own takes no number. Where a document has both kinds, endnotes have Roman figures unless
    it says otherwise. `settings` is the part of that name; sections may have other settings. Notes that begin anew on
    each page are numbered throughout, as pages are not known.
    """
    both = all(next(tree.iter(mark), None) is not None for mark in MARKED)
    numbers: dict[str, str] = {}
    for mark in MARKED:
        kind = mark.removeprefix(W).removesuffix("Reference")
        usual = {"numFmt": "lowerRoman" if both and kind == "endnote" else "decimal", "numStart": "1"}
        usual |= _settings(settings, kind)
        counter = count(_start(usual))
        for place, (references, own) in enumerate(_sections(tree, mark, kind)):
            chosen = usual | own
            if "numStart" in own or (place and chosen.get("numRestart") == "eachSect"):
                counter = count(_start(chosen))
            for reference in references:
                identity = f"{kind}-{reference.get(f'{W}id', '')}"
                if is_on(reference.get(f"{W}customMarkFollows", "0")):
                    own_mark = "".join(one.text or "" for one in marks_after(reference)).strip()
                    numbers.setdefault(identity, own_mark or "*")
                elif identity not in numbers:
                    numbers[identity] = _number(next(counter), chosen["numFmt"])
    return numbers


def _sections(tree: etree._Element, mark: str, kind: str) -> Iterator[tuple[list[etree._Element], dict[str, str]]]:
    """The marks of each section, and how it numbers its notes, which the last paragraph of a section says."""
    references: list[etree._Element] = []
    last: etree._Element | None = None
    for one in tree.iter(mark, f"{W}sectPr"):
        if last is not None and (one.tag != mark or last not in list(one.iterancestors(f"{W}p"))):
            yield references, _settings(last.find(f"{W}pPr/{W}sectPr"), kind)
            references, last = [], None
        if one.tag == mark:
            references.append(one)
        else:
            last = next(one.iterancestors(f"{W}p"), None)
            if last is None:  # the last section, at the end of the text
                yield references, _settings(one, kind)
                references = []
    yield references, _settings(last.find(f"{W}pPr/{W}sectPr"), kind) if last is not None else {}


def _settings(element: etree._Element | None, kind: str) -> dict[str, str]:
    properties = element.find(f"{W}{kind}Pr") if element is not None else None
    return {
        str(one.tag).removeprefix(W): one.get(f"{W}val", "")
        for one in (properties if properties is not None else ())
        if one.tag in (f"{W}numFmt", f"{W}numStart", f"{W}numRestart")
    }


def _start(chosen: dict[str, str]) -> int:
    start = whole_number(chosen["numStart"])
    return start if start is not None and start < MOST else 1


def _number(number: int, form: str) -> str:
    if form == "chicago":
        return SYMBOLS[(number - 1) % len(SYMBOLS)] * ((number - 1) // len(SYMBOLS) + 1)
    return as_printed(number, form)


def marks_after(reference: etree._Element) -> Iterator[etree._Element]:
    """The text in the run of a reference with a mark of its own, or raised after it: the mark."""
    run = reference.getparent()
    if run is None:
        return
    inside = [one for one in run.iter(f"{W}t") if run.index(reference) < run.index(one)]
    following = run.getnext()
    yield from inside
    if not inside and following is not None and following.find(f"{W}rPr/{W}vertAlign") is not None:
        yield from following.iter(f"{W}t")


def own_marks(tree: etree._Element, numbers: Mapping[str, str]) -> dict[str, str]:
    """The mark of each note that has one of its own, by kind and id."""
    own: dict[str, str] = {}
    for reference in tree.iter(*MARKED):
        if is_on(reference.get(f"{W}customMarkFollows", "0")):
            identity = _identity(reference)
            own[identity] = numbers[identity]
    return own


def without_repeated(tree: etree._Element, kind: str, own: Mapping[str, str]) -> None:
    """Take the mark of its own from the beginning of each note that repeats it, as Word does with a number."""
    for note in tree.iter(f"{W}{kind}"):
        left = own.get(f"{kind}-{note.get(f'{W}id', '')}", "")
        changed: list[tuple[etree._Element, str]] = []
        for text in note.iter(f"{W}t"):
            said = (text.text or "").lstrip()
            if not left:
                changed.append((text, said))  # what follows the mark
                break
            if left.startswith(said):
                changed.append((text, ""))
                left = left[len(said) :]
            elif said.startswith(left) and not (left[-1].isalnum() and said[len(left) : len(left) + 1].isalnum()):
                changed.append((text, said[len(left) :].lstrip()))
                left = ""
                break
            else:
                break
        for text, said in changed if not left else ():
            text.text = said


def without_lost(
    tree: etree._Element, there: Set[str], numbers: Mapping[str, str], bookmarks: Bookmarks
) -> Iterator[LeftOutAt]:
    """Make a raised number of each mark whose note is not in the file, as damaged files have them, and count these.

    So is the second mark of one note, which is read once. `there` are the notes that are, such as "footnote-2".
    """
    lost: list[etree._Element] = []
    seen: set[str] = set()
    for reference in list(tree.iter(*MARKED)):
        identity = _identity(reference)
        run = reference.getparent()
        if run is None or (identity in there and identity not in seen):
            seen.add(identity)
            continue
        if is_on(reference.get(f"{W}customMarkFollows", "0")):
            run.remove(reference)  # its mark is text
        else:
            raised, properties = run_of(numbers[identity]), etree.Element(f"{W}rPr")
            etree.SubElement(properties, f"{W}vertAlign", {f"{W}val": "superscript"})
            raised.insert(0, properties)
            run.addnext(raised)
            run.remove(reference)
        lost += [] if identity in there else [run]
    yield from bookmarks.at(lost, "a note that is not in the file")


def _identity(reference: etree._Element) -> str:
    """The kind and id of the note that a mark points to, such as "footnote-2"."""
    return f"{str(reference.tag).removeprefix(W).removesuffix('Reference')}-{reference.get(f'{W}id', '')}"
