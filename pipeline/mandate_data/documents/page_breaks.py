"""Paragraphs and lists that a page break or a box cut in two become one again.

A paragraph without an end (no full stop) is open. What closes it either starts in lower case, or follows at
once, without a number of its own, with nothing but notes and quotations between. Only a long paragraph goes on
behind a heading: a short line above one is a whole entry. A list whose last item ends with a semicolon
goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from mandate_data.documents.document import Block, Mark, Text
from mandate_data.documents.line_breaks import has_no_blank

REACH = 14  # blocks a box or a page's notes may stand between the two halves
CUT_BY_A_BOX = 100  # characters that a paragraph has at least that goes on behind a heading
ENDED = re.compile(r"[.!?:;”\"»)。！？：；」』）؟؛]$")
LABEL = re.compile(r"[ivxl]{1,7}\s+[A-Z(\"“]")  # a note with a small Roman number
NUMBERED = re.compile(r"\d{1,3}\.\s+[^\W\d_a-z]")  # begins a paragraph with a number
SHORTEST_QUOTATION = 20  # characters of one in capitals
A_LINE = 20  # characters: so much has what goes on, where no capitals tell that another text begins


def concatenate(first: Text, second: Text) -> Text:
    """Two texts with a space between, but in Chinese; every character keeps its line."""
    blank = "" if has_no_blank(first.value, second.value) else " "
    offset = len(first.value) + len(blank)
    return Text(
        f"{first.value}{blank}{second.value}",
        first.starts + tuple((start + offset, line) for start, line in second.starts),
    )


def join_broken(blocks: Sequence[Block], apart: Collection[int] = frozenset()) -> list[Block]:
    """The blocks with cut paragraphs, items and lists made whole; order otherwise unchanged.

    What begins on one of the lines `apart` does not go on with what is right before it.
    """
    joined: list[Block | None] = list(blocks)
    for later in range(len(joined)):
        block = joined[later]
        if block is None or block.kind != "paragraph" or block.boxed or not _begins_low(block.text.value):
            continue
        if _is_set_apart(joined, later, apart):
            continue
        earlier = _open_before(joined, later, in_lower_case=True)
        if earlier is not None:
            _join(joined, earlier, later)
    for later in range(len(joined)):
        block = joined[later]
        if block is None or block.kind != "paragraph" or _is_quotation(block) or _is_numbered(block.text.value):
            continue
        if _is_short_line(block.text.value) or _is_set_apart(joined, later, apart):
            continue
        earlier = _open_before(joined, later, in_lower_case=False)
        if earlier is not None:
            _join(joined, earlier, later)
    return _continue_lists([block for block in joined if block is not None])


def _is_set_apart(blocks: Sequence[Block | None], later: int, apart: Collection[int]) -> bool:
    """Whether a block begins on one of the lines `apart`, right behind a paragraph that no box or quotation is."""
    block = blocks[later]
    if block is None or block.line not in apart:
        return False
    before = next((one for one in reversed(blocks[:later]) if one is not None), None)
    return before is not None and before.kind in ("paragraph", "item") and not _is_quotation(before)


def _begins_low(text: str) -> bool:
    """Whether a text begins in small letters, as the rest of a paragraph does; the number of a note is none."""
    return text[:1].islower() and not _is_numbered(text)


def _is_numbered(text: str) -> bool:
    return NUMBERED.match(text) is not None or LABEL.match(text) is not None


def _open_before(blocks: Sequence[Block | None], later: int, in_lower_case: bool) -> int | None:
    behind_heading = False
    for index in range(later - 1, max(-1, later - REACH), -1):
        block = blocks[index]
        if block is None or block.kind == "footnote":
            continue
        if block.kind == "heading" and not in_lower_case:
            return None
        if block.kind == "heading" or _is_quotation(block):
            behind_heading = behind_heading or (block.kind == "heading" and not block.boxed)
            continue
        if _is_short_line(block.text.value) and not in_lower_case:
            return None
        if not ENDED.search(block.text.value) and _can_go_on(block, in_lower_case, behind_heading):
            return index
        if not in_lower_case:
            return None
    return None


def _is_short_line(text: str) -> bool:
    """Whether a text has no capitals or small letters, and is shorter than a line: a heading, or one of a masthead."""
    return text[-1:].isalpha() and len(text) < A_LINE and text[-1:].lower() == text[-1:].upper()


def _can_go_on(block: Block, in_lower_case: bool, behind_heading: bool) -> bool:
    """Whether an open block can be the first half; an item often has no full stop, so only a small letter shows it."""
    if behind_heading:
        return block.kind == "paragraph" and len(block.text.value) >= CUT_BY_A_BOX
    return block.kind == "paragraph" or (block.kind == "item" and in_lower_case)


def _is_quotation(block: Block) -> bool:
    """A pull quote in capitals or the name under it: set apart, not part of the running text."""
    value = block.text.value
    in_capitals = all(sign.isupper() for sign in value if sign.isalpha())
    return block.boxed or (len(value) >= SHORTEST_QUOTATION and in_capitals)


def _join(blocks: list[Block | None], earlier: int, later: int) -> None:
    first, second = blocks[earlier], blocks[later]
    assert first is not None
    assert second is not None
    text = concatenate(first.text, second.text)
    offset = len(text.value) - len(second.text.value)
    blocks[earlier] = replace(
        first,
        text=text,
        marks=first.marks + tuple(Mark(mark.offset + offset, mark.number) for mark in second.marks),
    )
    blocks[later] = None


def _continue_lists(blocks: Sequence[Block]) -> list[Block]:
    """Items soon after a list that ended with a semicolon get that list's group, unless a new list is introduced, or
    they are those of an inner list or of an outer one that goes on."""
    renamed: dict[int, int] = {}
    known: set[int] = set()
    result: list[Block] = []
    last_item: Block | None = None
    last_position = 0
    for position, block in enumerate(blocks):
        if block.kind == "paragraph" and block.text.value.endswith(":"):
            last_item = None
        if block.kind == "item":
            goes_on = last_item is not None and last_item.text.value.endswith(";")
            near = position - last_position < REACH
            new, inner = block.group not in known, last_item is not None and block.level > last_item.level
            known.add(block.group)
            if last_item is not None and goes_on and near and new and not inner:
                renamed.setdefault(block.group, last_item.group)
            block = replace(block, group=renamed.get(block.group, block.group))
            last_item, last_position = block, position
        result.append(block)
    return result
