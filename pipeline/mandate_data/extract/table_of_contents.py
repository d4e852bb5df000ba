"""A source's table of contents, held against its headings: whichever of the two is misprinted, it is reported here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.sequences import longest_rising
from mandate_data.findings.finding import Finding
from mandate_data.roman_numerals import from_roman

_WORD = re.compile(r"[^\W_]+")
_LETTERED = re.compile(r"^[A-Z]\.\s")


@dataclass(frozen=True, slots=True)
class _Entry:
    block: int
    title: str
    page: str


def check_contents(source: ParsedSource) -> list[Finding]:
    """Findings on titles that head nothing, lettered headings that are not listed, and pages out of order.

    Titles and headings are compared by their words; one may be shorter than the other. Headings that have no letter
    may be left out of the contents. A guide without `contents` says that the source has none.
    """
    rule = source.guide.contents
    if rule is None:
        return []
    entries = list(_entries(source, rule.section))
    if not entries:
        return [source.finding("contents-missing", 0, section=rule.section, guide=source.guide.path)]
    headings = [index for index, block in enumerate(source.blocks) if block.kind == "heading"]
    listed = _listed(source, entries, headings)
    findings = []
    for number, entry in enumerate(entries):
        if number not in listed and entry.title not in rule.without_heading:
            findings.append(_without_heading(source, entry, [at for at in headings if at not in listed.values()]))
    for index in headings:
        text = source.text[index]
        if _LETTERED.match(text) and index not in listed.values():
            findings.append(source.finding("heading-without-contents", index, value=text))
    return findings + _pages_out_of_order(source, entries)


def _entries(source: ParsedSource, section: str) -> Iterator[_Entry]:
    """The rows of the section that end in a page number."""
    for index in source.within(section):
        block = source.blocks[index]
        if block.kind == "row" and re.fullmatch(r"\d+|[ivxlc]+", block.cells[-1].value.strip()):
            yield _Entry(index, block.cells[0].value.strip(), block.cells[-1].value.strip())


def _listed(source: ParsedSource, entries: Sequence[_Entry], headings: Sequence[int]) -> dict[int, int]:
    """The heading of each entry, in the order of both; entries that have none are left out."""
    listed: dict[int, int] = {}
    after = -1
    for number, entry in enumerate(entries):
        words = _words(entry.title)
        behind = [index for index in headings if index > after]
        same = [index for index in behind if _words(source.text[index]) == words]
        lettered = [index for index in same if _LETTERED.match(source.text[index])]
        alike = [index for index in behind if _one_holds_the_other(words, _words(source.text[index]))]
        for index in [*lettered, *same, *alike][:1]:
            listed[number] = after = index
    return listed


def _words(text: str) -> str:
    """The words of a title, each between spaces, without the letter that numbers it."""
    return " ".join(["", *_WORD.findall(_LETTERED.sub("", text).casefold()), ""])


def _one_holds_the_other(title: str, heading: str) -> bool:
    return title in heading or heading in title


def _without_heading(source: ParsedSource, entry: _Entry, free: Sequence[int]) -> Finding:
    """A title that heads nothing; the finding names the heading that is almost the same, if one of `free` is."""
    by_words = {_words(source.text[index]): index for index in reversed(free)}
    close = get_close_matches(_words(entry.title), list(by_words), n=1, cutoff=0.8)
    if not close:
        return source.finding("contents-without-heading", entry.block, value=entry.title)
    index = by_words[close[0]]
    return source.finding(
        "contents-without-heading/near",
        entry.block,
        value=entry.title,
        near_line=source.blocks[index].line,
        heading=source.text[index],
    )


def _pages_out_of_order(source: ParsedSource, entries: Sequence[_Entry]) -> list[Finding]:
    """Pages never fall; those in Roman figures come first."""
    pages = [_page(entry.page) for entry in entries]
    in_order = longest_rising(pages, slack=0)
    return [
        source.finding("contents-page-order", entry.block, value=entry.page)
        for number, entry in enumerate(entries)
        if number not in in_order
    ]


def _page(text: str) -> int:
    """A page as a number; those in Roman figures, which stand in front, are below zero."""
    if text.isdigit():
        return int(text)
    return (from_roman(text) or 0) - 1000
