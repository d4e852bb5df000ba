"""What a tag of HTML says beside text: that its text is not shown, and texts in its attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import NamedTuple

Attributes = Mapping[str, str | None]
UNSHOWN = {
    "script": "a script",
    "style": "a style sheet",
    "template": "a template in HTML, which browsers do not show",
    "title": "a title in HTML, which browsers do not show in the text",
    "desc": "the description of a drawing in HTML",
    "metadata": "what a drawing in HTML says to programs",
    "annotation": "a formula in HTML as programs write it",
    "annotation-xml": "a formula in HTML as programs write it",
    "datalist": "what a field of a form proposes",
}
"""Tags whose text browsers do not show, and what it is called."""
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0+(?:\.0+)?(?![.\d])",
    re.IGNORECASE,
)
HIDDEN = "hidden text in HTML"
INSTRUCTION = "an instruction to programs in HTML"
COMMENT = "an HTML comment"
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
"""Tags that hold nothing."""
IN_ATTRIBUTES = {
    "alt": "the description of an image",
    "aria-label": "a label for programs that read aloud",
    "label": "a label in a form",
    "srcdoc": "a page within the page",
    "placeholder": "what a field of a form asks for",
    "summary": "the summary of a table",
    "title": "a text that is shown when pointed at",
}
SILENT = ("checkbox", "radio", "color", "range", "file", "image")  # fields whose value nobody sees


class Tag(NamedTuple):
    """A tag: its name, whether it ends what the tag of this name began, and its attributes."""

    name: str
    ends: bool
    attributes: Attributes


def not_shown(name: str, attributes: Attributes) -> str | None:
    """What the text in a tag is called, if browsers do not show it."""
    if name in UNSHOWN:
        return UNSHOWN[name]
    return HIDDEN if "hidden" in attributes or HIDING.search(attributes.get("style") or "") else None


def said_in(name: str, attributes: Attributes) -> Iterator[tuple[str, str]]:
    """The texts in the attributes of a tag, each after what it is called."""
    for attribute, what in IN_ATTRIBUTES.items():
        if attributes.get(attribute):
            yield what, attributes[attribute] or ""
    kind = (attributes.get("type") or "text").lower()
    if name == "meta" and attributes.get("content"):
        yield "what a page in HTML says of itself", attributes["content"] or ""
    if name == "input" and kind not in SILENT and attributes.get("value"):
        yield HIDDEN if kind == "hidden" else "what a field of a form holds", attributes["value"] or ""


def read_tag(html: str) -> Tag | None:
    """The tag that a piece of HTML is; None for a comment and the like."""
    reader = _TagReader()
    reader.feed(html)
    return reader.tag


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tag: Tag | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = Tag(tag, False, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tag = self.tag or Tag(tag, True, {})
