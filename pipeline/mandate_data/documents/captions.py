"""Captions, image credits and quotations of children are set aside before anything else sees them.

A caption may name a child or give an age. None of it is data of a source, so the sentence that holds it leaves the
document here; its line numbers stay, so that a build reports what was set aside. Documents that are only searched for
citations keep all of their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from mandate_data.child_names import named_children
from mandate_data.child_privacy import AGED, CAPTION, CREDIT, NUMBERED, SIDES, has_age, names_child
from mandate_data.documents.document import Block, Mark, Text

# Under a picture, the running text gives way to a line about the people in it.
UNDER_PICTURE = re.compile(
    r"^(?:(?:A |Two |Three )?(?:young|teenage|small|little|brothers?|sisters?|boys?|girls?|child|children)\b"
    r"|Special Rapporteur, M(?:r|s|rs)\b)",
    re.IGNORECASE,
)
_YOUNG = r"(?:A )?(?:teenage|young|\d{1,2}-year-old|girl|boy|child)\b[^.;]{0,60}$"
CHILD_SPEAKER = re.compile(rf"^[-–—]? ?{_YOUNG}", re.IGNORECASE)
CHILD_QUOTED = re.compile(rf"^[“\"‘'].*[”\"’'] ?[-–—] ?{_YOUNG}", re.IGNORECASE)  # both in one paragraph
FIGURATIVE = re.compile(
    r"^(?:A|The) (?:picture|image)\b(?! (?:above|below|left|right|shows?|depicts?|was taken|on (?:the|this)"
    r"|of (?:an?|the|two|three) (?:young|girl|boy|child|woman|man|group)\b))",
    re.IGNORECASE,
)
"""What is said of no picture, or of none that can be known: "The picture that emerges"."""
OPENING, CLOSING = ("“", '"', "‘", "'"), ("”", '"', "’", "'")
LONGEST_QUOTATION = 5  # paragraphs
LONGEST_CAPTION = 300  # characters: with a credit, all of so short a paragraph is the caption
LONGEST_NAME = 80  # characters of a speaker's name, age and place
CREDITS_HEADING = re.compile(r"^(?:image|photo|picture|photograph)s? credits?$", re.IGNORECASE)
NAME = re.compile(r"\b[A-Z][\w'’-]+")
PRONOUN = re.compile(r"(?:He|She|His|Her|They|Their|The (?:boys?|girls?|child(?:ren)?|brothers?|sisters?))\b")

SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)[.!?][”\"’)]* +(?=[A-Z“\"‘(©])")

NUMBER_ALONE = re.compile(r"\(?(?:\d{1,4}|[a-z]|[ivx]{1,5})[.)]")
"""The number of a paragraph whose sentences were all set aside."""


def is_caption(block: Block, after_gap: bool | None) -> bool:
    """Whether the block is a caption or names a child; `after_gap`: a picture stands before it; None: not known."""
    text = block.text.value
    if names_child(text) or CREDIT.search(text) or CHILD_QUOTED.match(text):
        return True
    if (after_gap or len(text) <= LONGEST_CAPTION) and SIDES.search(text):
        return True
    if after_gap and NUMBERED.search(text):
        return True
    if block.kind == "heading":  # one may speak of "the picture" and is not a caption
        return False
    if after_gap is not False and CAPTION.search(text) and (after_gap or not FIGURATIVE.search(text)):
        return True
    return block.kind == "paragraph" and after_gap is True and UNDER_PICTURE.match(text) is not None


def _without_captions(block: Block, after_gap: bool | None) -> tuple[Block | None, list[tuple[int, int]]]:
    """The block without the sentences that are captions or name a child, and the lines of these.

    None where nothing is left, or where a whole row or heading is meant.
    """
    text = block.text.value
    credited = CREDIT.search(text) is not None and len(text) <= LONGEST_CAPTION
    if credited or CHILD_QUOTED.match(text) or block.kind in ("heading", "row"):
        return None, [(block.line, block.end_line)]
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    dropped: list[tuple[int, int]] = []
    named: set[str] = set()
    for start, end in pairwise(ends):
        sentence = text[start:end].strip()
        told_on = bool(named) and dropped[-1][1] == start and _goes_on(sentence, named)
        if told_on or is_caption(replace(block, text=Text(sentence, ((0, 1),))), False if start else after_gap):
            dropped.append((start, end))
            named |= _children(sentence)
    if not dropped:  # what was recognised runs over the end of a sentence
        return None, [(block.line, block.end_line)]
    aside = [block.text.lines(start, end) for start, end in dropped]
    for start, end in reversed(dropped):
        block = _cut(block, start, end)
    block = _cut(block, len(block.text.value.rstrip()), len(block.text.value))
    return (block if block.text.value and not NUMBER_ALONE.fullmatch(block.text.value) else None), aside


def _children(sentence: str) -> set[str]:
    """The names of children that a sentence gives."""
    numbered = NUMBERED if has_age(sentence) else AGED
    told = {found.group() for start, end in named_children(sentence) for found in NAME.finditer(sentence, start, end)}
    return told | {
        found.group()
        for found in NAME.finditer(sentence)
        if any(pattern.match(sentence, found.start()) for pattern in (AGED, numbered))
    }


def _goes_on(sentence: str, named: set[str]) -> bool:
    """Whether a sentence behind one that names a child is about this child as well."""
    return PRONOUN.match(sentence) is not None or any(found.group() in named for found in NAME.finditer(sentence))


def _cut(block: Block, start: int, end: int) -> Block:
    """The block without the characters from `start` to `end`; marks that stand in them go with them."""
    value = block.text.value[:start] + block.text.value[end:]

    def moved(offset: int) -> int:
        return offset if offset < start else max(start, offset - (end - start))

    starts = dict[int, int]()
    for offset, line in block.text.starts:
        starts[moved(offset)] = line  # of several the last: the one on which the text goes on
    if start < len(value):
        starts[start] = block.text.line_at(end)
    kept = [(offset, line) for offset, line in sorted(starts.items()) if offset < len(value) or not offset]
    marks = [mark for mark in block.marks if mark.offset <= start or mark.offset > end]
    return replace(
        block,
        text=Text(value, tuple(kept)),
        marks=tuple(Mark(min(moved(mark.offset), len(value)), mark.number) for mark in marks),
    )


def _names_young_speaker(block: Block) -> bool:
    """Whether the block may say that the quotation just before it is a child's."""
    text = block.text.value
    named = len(text) <= LONGEST_NAME and (names_child(text) or NUMBERED.search(text) is not None)
    return block.kind in ("item", "paragraph", "heading") and (named or CHILD_SPEAKER.match(text) is not None)


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


def set_aside(blocks: Iterable[Block], gaps: frozenset[int] | None) -> tuple[list[Block], list[tuple[int, int]]]:
    """Split blocks into what to keep and the line ranges of what is set aside.

    `gaps` holds the first lines of blocks before which a picture may have stood; None where that can't be known.
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
        elif is_caption(block, after_gap := None if gaps is None else block.line in gaps):
            rest, lines = _without_captions(block, after_gap)
            aside += lines
            kept += [rest] if rest else []
        else:
            kept.append(block)
    return kept, sorted(set(aside))
