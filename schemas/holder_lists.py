"""Lists of those who held the mandate: items below words that say so."""

from __future__ import annotations

from mandate_data.extract.parsed_source import ParsedSource

from .holder_sentences import LISTS_HOLDERS, NAMES_HOLDERS, HeldOffice, held_offices, listed_offices
from .recommendations import LETTER

LONGEST_TITLE = 80
"""Characters of words above a list that are not a sentence."""


def offices_held(parsed: ParsedSource, index: int) -> tuple[HeldOffice, ...]:
    """What a block says of who held an office, also as an item of a list of holders."""
    text = parsed.text[index]
    return held_offices(text) or (listed_offices(text) if in_list_of_holders(parsed, index) else ())


def in_list_of_holders(parsed: ParsedSource, index: int) -> bool:
    """Whether a block is an item below words, or a heading, that say that holders of the mandate follow."""
    above = block_above(parsed, index) if is_item(parsed, index) else None
    if above is None:
        return False
    text = parsed.text[above].rstrip()
    if parsed.blocks[above].kind == "heading" or len(text) < LONGEST_TITLE:
        return NAMES_HOLDERS.search(text) is not None or LISTS_HOLDERS.search(text) is not None
    return text.endswith((":", ";")) and LISTS_HOLDERS.search(text) is not None


def block_above(parsed: ParsedSource, index: int) -> int | None:
    """The last block above an item that is not an item itself."""
    return next((one for one in range(index - 1, -1, -1) if not is_item(parsed, one)), None)


def is_item(parsed: ParsedSource, index: int) -> bool:
    """Whether a block is an item of a list, as such or by its letter."""
    block, text = parsed.blocks[index], parsed.text[index]
    return block.kind == "item" or (block.kind == "paragraph" and LETTER.match(text) is not None)
