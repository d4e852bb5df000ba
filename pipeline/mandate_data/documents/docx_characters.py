"""Characters, breaks and boxes of forms for which Word has elements become text; those without a text are counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree
from mammoth.docx.dingbats import dingbats

from mandate_data.documents.docx_elements import Bookmarks, LeftOutAt, W, remove, replace, run_of, text_of
from mandate_data.documents.docx_numbering import is_on
from mandate_data.documents.line_breaks import SOFT_HYPHEN
from mandate_data.documents.whole_numbers import whole_number
from mandate_data.typography import without_unseen

BOXES = {True: "☒", False: "☐"}
CODE = re.compile(r"[0-9A-Fa-f]{1,6}")
OWN = range(0xE000, 0xF900)  # characters that each font has its own of
OWN_OF_WORD = range(0xF000, 0xF100)  # so Word writes the 256 signs of a font of signs
FILLED_IN = tuple(
    f"{W}{tag}"
    for tag in ("pgNum", "dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort")
)  # fmt: skip


def write_characters(tree: etree._Element, bookmarks: Bookmarks) -> Iterator[LeftOutAt]:
    """Write as text what has elements of its own; breaks of any kind part words."""
    for hyphen in list(tree.iter(f"{W}noBreakHyphen")):
        replace(hyphen, [text_of("-")])
    for soft in list(tree.iter(f"{W}softHyphen")):
        remove(soft)
    for one in list(tree.iter(f"{W}br", f"{W}cr")):
        replace(one, [etree.Element(f"{W}br")])
    for one in list(tree.iter(f"{W}ptab")):
        replace(one, [etree.Element(f"{W}tab")])
    for choices in tree.iter(f"{W}ddList"):
        _write_before_field(choices, _chosen(choices))
    for box in tree.iter(f"{W}checkBox"):
        state = next(
            (one for one in (box.find(f"{W}{tag}") for tag in ("checked", "default")) if one is not None), None
        )
        _write_before_field(box, BOXES[state is not None and is_on(state.get(f"{W}val", "1"))])
    filled = list(tree.iter(*FILLED_IN))
    yield from bookmarks.at(filled, "a page number or a date that Word fills in")
    for one in filled:
        remove(one)
    yield from _write_signs(tree, bookmarks)


def _chosen(choices: etree._Element) -> str:
    """What was chosen of the choices of a form."""
    entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
    chosen = [choices.find(f"{W}{tag}") for tag in ("result", "default")]
    place = next((one.get(f"{W}val", "") for one in chosen if one is not None), "0")
    number = whole_number(place)
    return entries[number] if number is not None and number < len(entries) else ""


def _write_before_field(part: etree._Element, text: str) -> None:
    """Write before the field that has this part what it shows."""
    run = next(part.iterancestors(f"{W}r"), None)
    if run is not None and text:
        run.addprevious(run_of(text))


def _write_signs(tree: etree._Element, bookmarks: Bookmarks) -> Iterator[LeftOutAt]:
    """Write the signs of fonts of signs as the characters that they look like."""
    unknown = defaultdict[str, list[etree._Element]](list)
    for sign in list(tree.iter(f"{W}sym")):
        font, code = sign.get(f"{W}font", ""), sign.get(f"{W}char", "")
        text = text_of(_sign(int(code, 16), font) if CODE.fullmatch(code) else "")
        replace(sign, [text])
        if not text.text:
            unknown[font].append(text)
    for text in tree.iter(f"{W}t"):
        said = without_unseen(text.text or "").replace(SOFT_HYPHEN, "")
        if any(ord(one) in OWN for one in said):
            font = _font(text)
            unknown[font] += [text for one in said if ord(one) in OWN and not _sign(ord(one), font)]
            said = "".join(_sign(ord(one), font) if ord(one) in OWN else one for one in said)
        text.text = said
    for font, lost in sorted(unknown.items()):
        shown = f"a sign that only its font shows ({font})" if font else "a sign of a font that has no name"
        yield from bookmarks.at(lost, shown)


def _sign(code: int, font: str) -> str:
    """The character that a sign of a font is; "" where only the font shows it."""
    known = dingbats.get((font, code)) or (dingbats.get((font, code & 0xFF)) if code in OWN_OF_WORD else None)
    if known is not None:
        return chr(known)
    return "" if code in OWN or code > 0x10FFFF or 0xD800 <= code < 0xE000 or code < 0x20 else chr(code)


def _font(text: etree._Element) -> str:
    run = next(text.iterancestors(f"{W}r"), None)
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    return fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", "")) if fonts is not None else ""
