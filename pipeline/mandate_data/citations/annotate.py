"""A text with its references as links, in HTML or Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Literal, get_args

from mandate_data.citations.languages.markup import ATTRIBUTES
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.symbols import parse

Markup = Literal["html", "markdown"]

_TARGET = "href"
# Where a Markdown link would break what is there: in code, in links and in tags.
_MARKED_UP = re.compile(
    rf"```.*?(?:```|\Z)|`[^`\n]*`|!?\[[^\]]{{0,400}}\](?:\([^)\n]{{0,1000}}\)|\[[^\]\n]*\])"
    rf"|(?i:<a\s(?=[^<>]*\b{_TARGET}\b){ATTRIBUTES}>.{{0,500}}?</a>)|<[^<>\n]*>|</?[A-Za-z]{ATTRIBUTES}>"
    r"|^\[\^?[^\]\n]*\]:[^\n]*?(?=\s)",
    re.DOTALL | re.MULTILINE,
)

_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|_{1,3})(?=([^\W_])?)")
"""A mark of emphasis; the group is there if it may open."""


def annotate(text: str, references: Iterable[Reference], markup: Markup) -> str:
    """`text` with a link to the document behind each reference that has a symbol.

    `references` are those of the text, in order, as `cite` gives them. In HTML everything else is escaped, the
    symbol and the pinpoint are the link's title, a reference without symbol is marked with the reason, and a treaty, a
    case or a letter with its id. In Markdown the text stays as it is; nothing is added inside code, links and tags, and
    both marks of an emphasis are in a link, or none.
    """
    if markup not in get_args(Markup):
        raise ValueError(f"markup is html or markdown, not {markup}")
    if markup == "html":
        return _woven(text, references, escape, _html)
    return _woven(text, linkable(text, references), str, _markdown)


def linkable(text: str, references: Iterable[Reference]) -> list[Reference]:
    """Those of the references that a Markdown text gets a link for, with the marks of emphasis around them."""
    taken = [match.span() for match in _MARKED_UP.finditer(text)]
    whole: list[Reference] = []
    for reference in _outside((one for one in references if one.symbol is not None), taken):
        one = _with_emphasis(text, reference)
        if one is not None and (not whole or whole[-1].end <= one.start):
            whole.append(one)
    return whole


def _woven(
    text: str, references: Iterable[Reference], plain: Callable[[str], str], linked: Callable[[Reference], str]
) -> str:
    pieces, position = [], 0
    for reference in references:
        pieces += [plain(text[position : reference.start]), linked(reference)]
        position = reference.end
    return "".join([*pieces, plain(text[position:])])


def _outside(references: Iterable[Reference], taken: list[tuple[int, int]]) -> list[Reference]:
    """The references that overlap none of these stretches."""
    kept, index = [], 0
    for reference in references:
        while index < len(taken) and taken[index][1] <= reference.start:
            index += 1
        if index == len(taken) or reference.end <= taken[index][0]:
            kept.append(reference)
    return kept


def _with_emphasis(text: str, reference: Reference) -> Reference | None:
    """The reference with the marks right around it whose other one is in it; None if one is further away."""
    opened: list[str] = []
    closed: list[str] = []
    for mark in _EMPHASIS.finditer(reference.text):
        if mark[1]:
            opened.append(mark[0])
        elif opened and opened[-1] == mark[0]:
            opened.pop()
        else:
            closed.append(mark[0])
    if not opened and not closed:
        return reference
    start, end = reference.start - len("".join(closed)), reference.end + len("".join(opened))
    around = text[max(start, 0) : reference.start], text[reference.end : end]
    if around != ("".join(closed[::-1]), "".join(opened[::-1])) or (
        around[0] and text[start - 1 : start] == around[0][0]
    ):
        return None
    return reference._replace(start=start, end=end, text=text[start:end])


def _html(reference: Reference) -> str:
    printed = escape(reference.text)
    pinpoint = f", {reference.pinpoint_kind} {reference.pinpoint or ''}".rstrip() if reference.pinpoint_kind else ""
    if reference.identifier is not None:
        title = escape(reference.identifier + pinpoint)
        return f'<span class="citation {reference.kind}" title="{title}">{printed}</span>'
    if reference.symbol is None:
        return f'<span class="citation open" title="{escape(reference.reason or "")}">{printed}</span>'
    title = escape(reference.symbol + pinpoint)
    return f'<a class="citation" href="{escape(parse(reference.symbol).url)}" title="{title}">{printed}</a>'


def _markdown(reference: Reference) -> str:
    printed = reference.text.replace("[", "\\[").replace("]", "\\]")
    return f"[{printed}]({reference.url})"
