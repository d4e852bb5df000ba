"""What may identify a child, in any text: no stage repeats it."""

from __future__ import annotations

import re

# A name with an age, or an age said in words.
IDENTIFYING = re.compile(
    r"\b[A-Z][\w'’-]+,? \((?:aged? )?\d{1,2}(?: years?(?: old)?)?\)"
    r"|\b[A-Z][\w'’-]+, aged? \d{1,2}\b"
    r"|\b\d{1,2}[- ]years?[- ]old\b"
    r"|\bfrom age \d{1,2} to \d{1,2}\b"
)
_CREDIT = (
    r"^(?:Cover )?(?:photo|picture|image|photograph)s?(?: credits?)?\s*(?::|by\b|©)"
    r"|(?-i:\b[A-Z][\w'’-]+) \((?:left|right|centre|center|middle)\)"
    r"|\bphoto credit\b|©"
)
CREDIT = re.compile(_CREDIT, re.IGNORECASE)
CAPTION = re.compile(rf"^(?:A|The) (?:photograph|photo|picture|image)\b|{_CREDIT}", re.IGNORECASE)


def may_identify(text: str) -> bool:
    """Whether the text holds a child's name or age, or is the caption or the credit of an image."""
    return IDENTIFYING.search(text) is not None or CAPTION.search(text) is not None
