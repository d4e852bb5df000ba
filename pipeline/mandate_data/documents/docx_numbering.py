"""The numbers that Word counts for paragraphs, as it prints them: "12.", "(a)", "IV.".

A paragraph is numbered by itself or by its style; the lists of one definition count on together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from mandate_data.documents.docx_elements import W
from mandate_data.documents.whole_numbers import whole_number
from mandate_data.roman_numerals import to_roman

OFF = ("0", "false", "off")
PLACE = re.compile(r"%([1-9])")
UNCOUNTED = ("bullet", "none", "")
MOST = 1000  # larger numbers are printed in figures


def is_on(value: str) -> bool:
    """Whether a property of Word that is on or off has this value when it is on."""
    return value not in OFF


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list counts: its form, its first number, what is printed, as "%1.", and whether it restarts."""

    form: str
    start: int
    pattern: str
    restarts: bool
    style: str


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list of a document: its definition, which other lists may share, its levels, and where it begins anew."""

    definition: str
    levels: Mapping[int, Level]
    restarts_at: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document by id; the list and level of each style that numbers its paragraphs."""

    lists: Mapping[str, NumberedList]
    styles: Mapping[str, tuple[str, int]]

    def of(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list that a paragraph belongs to, and its level there from 0; None where it has no number or bullet."""
        style = _value(paragraph, f"{W}pPr/{W}pStyle")
        inherited = self.styles.get(style, ("", 0))
        identity = _value(paragraph, f"{W}pPr/{W}numPr/{W}numId") or inherited[0]
        level = _value(paragraph, f"{W}pPr/{W}numPr/{W}ilvl")
        found = self.lists.get(identity)
        if found is None:
            return None
        return identity, _number(level, inherited[1] if identity == inherited[0] else 0)

    def counts(self, place: tuple[str, int] | None) -> bool:
        """Whether paragraphs at this place of a list have numbers, and not bullets."""
        level = self.lists[place[0]].levels.get(place[1]) if place else None
        return level is not None and level.form not in UNCOUNTED


class Counter:
    """Counts the paragraphs of a document, in its order."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def next(self, place: tuple[str, int]) -> str:
        """What Word prints before the next paragraph at a place; "" for what has no number."""
        identity, depth = place
        found = self.numbering.lists[identity]
        level = found.levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(found.definition, {})
        if depth in found.restarts_at and place not in self.begun:
            counts[depth] = found.restarts_at[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self.begun.add(place)
        for deeper in [one for one in counts if one > depth and _restarts(found, one)]:
            del counts[deeper]
        if level.form in UNCOUNTED:
            return ""
        return PLACE.sub(lambda match: _printed(found, counts, int(match[1]) - 1), level.pattern)


def _restarts(found: NumberedList, depth: int) -> bool:
    return depth not in found.levels or found.levels[depth].restarts


def _printed(found: NumberedList, counts: Mapping[int, int], depth: int) -> str:
    level = found.levels.get(depth)
    return as_printed(counts.get(depth, level.start), level.form) if level else ""


def as_printed(number: int, form: str) -> str:
    """A number in one of Word's forms; forms of other scripts are written in figures."""
    match form if 0 < number < MOST else "decimal":
        case "lowerRoman" | "upperRoman":
            text = to_roman(number).lower()
        case "lowerLetter" | "upperLetter":
            text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        case "decimalZero":
            text = f"{number:02}"
        case _:
            text = str(number)
    return text.upper() if form.startswith("upper") else text


def numbering_of(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The lists of a document, from its parts `numbering.xml` and `styles.xml`, as far as it has them."""
    if numbering is None:
        return Numbering({}, {})
    lists = _lists(numbering, styles)
    return Numbering(lists, _styles(styles, lists) if styles is not None else {})


def _lists(numbering: etree._Element, styles: etree._Element | None) -> dict[str, NumberedList]:
    definitions = {one.get(f"{W}abstractNumId", ""): one for one in numbering.iter(f"{W}abstractNum")}
    used = {one.get(f"{W}numId", ""): _value(one, f"{W}abstractNumId") for one in numbering.iter(f"{W}num")}
    linked = {} if styles is None else {
        style.get(f"{W}styleId", ""): _value(style, f"{W}pPr/{W}numPr/{W}numId") for style in styles.iter(f"{W}style")
    }  # fmt: skip
    lists: dict[str, NumberedList] = {}
    for one in numbering.iter(f"{W}num"):
        identity = one.get(f"{W}numId", "")
        definition = used[identity]
        seen: set[str] = set()
        while definition in definitions and definition not in seen:
            seen.add(definition)
            link = _value(definitions[definition], f"{W}numStyleLink")
            definition = used.get(linked.get(link, ""), definition) if link else definition
        if definition not in definitions:
            continue
        levels = dict(map(_level, definitions[definition].iter(f"{W}lvl")))
        restarts: dict[int, int] = {}
        for override in one.iter(f"{W}lvlOverride"):
            depth = _number(override.get(f"{W}ilvl", ""), 0)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[depth] = _level(own)[1]
            if start := _value(override, f"{W}startOverride"):
                restarts[depth] = _number(start, 1)
        lists[identity] = NumberedList(definition, levels, restarts)
    return lists


def _level(level: etree._Element) -> tuple[int, Level]:
    return _number(level.get(f"{W}ilvl", ""), 0), Level(
        form=_value(level, f"{W}numFmt") or "decimal",
        start=_number(_value(level, f"{W}start"), 1),
        pattern=_value(level, f"{W}lvlText"),
        restarts=_value(level, f"{W}lvlRestart") != "0",
        style=_value(level, f"{W}pStyle"),
    )


def _styles(styles: etree._Element, lists: Mapping[str, NumberedList]) -> dict[str, tuple[str, int]]:
    """The list and level of each style that has one, of its own or from what it is based on."""
    all_styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    found: dict[str, tuple[str, int]] = {}
    for identity, style in all_styles.items():
        at: etree._Element | None = style
        name, seen = identity, set[str]()
        while at is not None and name not in seen:
            seen.add(name)
            if number := _value(at, f"{W}pPr/{W}numPr/{W}numId"):
                levels = lists[number].levels if number in lists else {}
                tied = next((depth for depth, one in levels.items() if one.style == name), 0)
                if levels:
                    found[identity] = number, _number(_value(at, f"{W}pPr/{W}numPr/{W}ilvl"), tied)
                break
            name = _value(at, f"{W}basedOn")
            at = all_styles.get(name)
    return found


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return found.get(f"{W}val", "") if found is not None else ""


def _number(value: str, otherwise: int) -> int:
    number = whole_number(value)
    return otherwise if number is None else number
