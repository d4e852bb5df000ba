"""Fields of a Word document: what Word prints of one is its result; its instruction is none, even where it has text.

A field without a result, which Word fills in each time it prints, is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from mandate_data.documents.document import count_words
from mandate_data.documents.docx_elements import Bookmarks, LeftOutAt, W, remove, words_of

UNPRINTED = frozenset(
    [
        *("ADVANCE", "ASK", "BOOKMARK", "FILLIN", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE"),
        *("FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK"),
    ]
)
"""Fields that print nothing, or whose text is read otherwise."""


@dataclass(slots=True)
class _Field:
    begin: etree._Element
    instruction: str = ""
    asked: list[etree._Element] = field(default_factory=list)
    has_result: bool = False


def without_instructions(tree: etree._Element, bookmarks: Bookmarks) -> Iterator[LeftOutAt]:
    """Take out the text in instructions of fields, which is for Word; tell of fields without a result.

    A field that nothing ends is text, as in files that other programs write.
    """
    ended, instructed = list[_Field](), list[etree._Element]()
    open_fields: list[_Field] = []
    for one in tree.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}footnote", f"{W}endnote"):
        match str(one.tag).removeprefix(W), one.get(f"{W}fldCharType", ""):
            case "footnote" | "endnote", _:
                open_fields = []
            case _, "begin":
                open_fields.append(_Field(one))
            case _, "separate" if open_fields:
                open_fields[-1].has_result = True
            case _, "end" if open_fields:
                ended.append(open_fields.pop())
            case "instrText", _ if open_fields and not open_fields[-1].has_result:
                open_fields[-1].instruction += one.text or ""
            case "t", _:
                asking = next((outer for outer in open_fields if not outer.has_result), None)
                if asking is not None:
                    asking.asked.append(one)
    for done in ended:
        instructed += done.asked
    words = sum(count_words(words_of(one)) for one in instructed)
    if words:
        yield from bookmarks.at(instructed[:1], "text in the instruction of a field, which Word does not print", words)
    for one in instructed:
        remove(one)
    unfilled = defaultdict[str, list[etree._Element]](list)
    for done in ended:
        name = (done.instruction.split() or [""])[0].upper()
        if name and not done.has_result and name not in UNPRINTED:
            unfilled[name].append(done.begin)
    for name, begins in sorted(unfilled.items()):
        yield from bookmarks.at(begins, f"what Word prints for a field ({name}), as the file has no result of it")
