"""Elements of a Word document's XML: how they are read, made and put in place of others, and where something was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PARTING = (f"{W}br", f"{W}cr", f"{W}tab", f"{W}ptab")
BOOKMARK = "left-out-"
"""How the names of bookmarks begin that are set where something is left out."""
STRICT = b"http://purl.oclc.org/ooxml/"
TRANSITIONAL = (
    (STRICT + b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (STRICT + b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""The names that Word gives things in files of the strict kind, and the usual ones."""


@dataclass(frozen=True, slots=True)
class LeftOutAt:
    """What is left out: what it is, how many words it has (0: unknown), and the bookmark where it first was (0: none).

    `times` says at how many places it was.
    """

    what: str
    words: int = 0
    place: int = 0
    times: int = 1


class Bookmarks:
    """Sets the bookmarks of what is left out of a document."""

    def __init__(self) -> None:
        self._ids = count(1)

    def at(self, elements: Iterable[etree._Element], what: str, words: int = 0) -> Iterator[LeftOutAt]:
        """What is said of these elements, which are left out and still in their places; nothing if there are none."""
        found = list(elements)
        if found:
            yield LeftOutAt(what, words, self._bookmark(found[0]), len(found))

    def _bookmark(self, element: etree._Element) -> int:
        if element.tag == f"{W}p":
            return self._set(element, 1 if element.find(f"{W}pPr") is not None else 0)
        inside = element
        for outer in element.iterancestors():
            if outer.tag in (f"{W}p", f"{W}body", f"{W}tc"):
                return self._set(outer, outer.index(inside))
            inside = outer
        return 0

    def _set(self, outer: etree._Element, index: int) -> int:
        place = next(self._ids)
        outer.insert(
            index, etree.Element(f"{W}bookmarkStart", {f"{W}id": str(place), f"{W}name": f"{BOOKMARK}{place}"})
        )
        return place


def read_tree(data: bytes) -> etree._Element:
    """A part as XML, in the usual names also where it is of the strict kind. Nothing outside it is opened."""
    if STRICT in data:
        for strict, usual in TRANSITIONAL:
            data = data.replace(strict, usual)
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def replace(element: etree._Element, by: Iterable[etree._Element]) -> None:
    """Put these elements in the place of another."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent.remove(element)
        for offset, one in enumerate(by):
            parent.insert(place + offset, one)


def remove(element: etree._Element) -> None:
    """Take an element out of its part."""
    replace(element, ())


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place, but for its properties."""
    replace(element, [child for child in element if not str(child.tag).endswith("Pr")])


def run_of(text: str) -> etree._Element:
    """A run of this text."""
    run = etree.Element(f"{W}r")
    run.append(text_of(text))
    return run


def text_of(text: str) -> etree._Element:
    """The text of a run."""
    element = etree.Element(f"{W}t", {SPACE: "preserve"})
    element.text = text
    return element


def words_of(element: etree._Element, *tags: str) -> str:
    """What the texts in an element say, by default all of them."""
    chosen = tags or (f"{W}t",)
    return "".join((one.text or "") if one.tag in chosen else " " for one in element.iter(*chosen, *PARTING))
