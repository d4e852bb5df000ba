"""Captions, image credits and quotations of children are set aside before anything else sees them.

A caption may name a child or give an age. None of it is data, so such blocks leave the document here; only
their line numbers stay, so that a build can say what was set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mandate_data.child_privacy import CAPTION, CREDIT, IDENTIFYING
from mandate_data.documents.document import Block

# Under a picture, the running text gives way to a line about the people in it.
UNDER_PICTURE = re.compile(
    r"^(?:(?:A |Two |Three )?(?:young|teenage|small|little|brothers?|sisters?|boys?|girls?|child|children)\b"
    r"|Special Rapporteur, M(?:r|s|rs)\b)",
    re.IGNORECASE,
)
_YOUNG = r"(?:A )?(?:teenage|young|\d{1,2}-year-old|girl|boy|child)\b[^.;]{0,60}$"
CHILD_SPEAKER = re.compile(rf"^[-–—]? ?{_YOUNG}", re.IGNORECASE)
CHILD_QUOTED = re.compile(rf"^[“\"‘'].*[”\"’'] ?[-–—] ?{_YOUNG}", re.IGNORECASE)  # both in one paragraph
OPENING, CLOSING = ("“", '"', "‘", "'"), ("”", '"', "’", "'")
LONGEST_QUOTATION = 5  # paragraphs
LONGEST_NAME = 80  # characters of a speaker's name, age and place
CREDITS_HEADING = re.compile(r"^(?:image|photo|picture|photograph)s? credits?$", re.IGNORECASE)


def is_caption(block: Block, after_gap: bool) -> bool:
    """Whether the block is a caption or names a child; `after_gap`: a picture's gap stands before it."""
    text = block.text.value
    if IDENTIFYING.search(text) or CREDIT.search(text) or CHILD_QUOTED.match(text):
        return True
    if block.kind == "heading":  # one may speak of "the picture" and is no caption
        return False
    if CAPTION.search(text):
        return True
    return block.kind == "paragraph" and after_gap and UNDER_PICTURE.match(text) is not None


def _names_young_speaker(block: Block) -> bool:
    """Whether the block may say that the quotation just before it is a child's."""
    text = block.text.value
    return block.kind in ("item", "paragraph", "heading") and (
        CHILD_SPEAKER.match(text) is not None or (len(text) <= LONGEST_NAME and IDENTIFYING.search(text) is not None)
    )


def _quotation_before(kept: list[Block], speaker: Block) -> int:
    """Index in `kept` at which the quotation that ends it begins; the length of `kept` where none ends it."""
    begin = len(kept)
    closed = bool(kept) and kept[-1].text.value.endswith(CLOSING)
    if speaker.kind == "heading" and not closed:  # a heading such as "Child participation"
        return begin
    for index in range(len(kept) - 1, max(-1, len(kept) - 1 - LONGEST_QUOTATION), -1):
        if kept[index].text.value.startswith(OPENING):
            begin = index
        elif begin < len(kept) or not closed:
            break
    return begin


def set_aside(blocks: Iterable[Block], gaps: frozenset[int]) -> tuple[list[Block], list[tuple[int, int]]]:
    """Split blocks into those to keep and the line ranges of those set aside.

    `gaps` holds the first lines of blocks before which a picture may have stood.
    """
    kept: list[Block] = []
    aside: list[tuple[int, int]] = []
    credits_level = 0
    for block in blocks:
        if block.kind == "heading":
            if credits_level and block.level <= credits_level:
                credits_level = 0
            if CREDITS_HEADING.match(block.text.value):
                credits_level = block.level
                kept.append(block)
                continue
        if credits_level:
            # The edition says in a sentence that credits are left out; a source lists them.
            aside.append((block.line, block.end_line))
        elif _names_young_speaker(block) and (begin := _quotation_before(kept, block)) < len(kept):
            aside += [(said.line, said.end_line) for said in [*kept[begin:], block]]
            del kept[begin:]
        elif is_caption(block, block.line in gaps):
            aside.append((block.line, block.end_line))
        else:
            kept.append(block)
    return kept, sorted(aside)
