"""Lists: bullets, headings in a row, enumerations inside a sentence, points made sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mandate_data.extract.extraction_rules import ListRule
from mandate_data.extract.parsed_source import Reading
from mandate_data.extract.passages import Span
from mandate_data.extract.records import Extraction, Record, Scalar
from mandate_data.extract.sequences import surely_rising
from mandate_data.extract.values import ORDINAL_WORDS, slug, split_enumeration
from mandate_data.findings.finding import Finding

# The number that opens the cue before an item: `The third working method is `, `Thirdly, `.
_CALLED = re.compile(rf"(?i:(?:^|\. )(?:(?:the|a) )?(?P<word>{'|'.join(ORDINAL_WORDS)})(?:ly)?\b)[^.]*$")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a list begins, and the spans of its items in order."""

    intro: Span
    items: list[Span]


def read_lists(reading: Reading, holders: Mapping[str, str]) -> tuple[Extraction, list[Span]]:
    """Records of `lists` and `list_items`, and the spans that they read.

    `holders` maps printed names of mandate holders to ids: a list proposed by one names the one mentioned last
    before it.
    """
    result, spans = Extraction(), []
    for rule in reading.guide.lists:
        found = _find(reading, rule)
        if found is None:
            index = next(reading.within(rule.within))
            result.findings.append(
                reading.finding(
                    "list-missing",
                    f"no list matches {rule.list_id!r}",
                    index,
                    table="lists",
                    row_key=_list_key(reading, rule),
                    hint=f"restore the list, or change its rule at {reading.guide.path}:{rule.line}",
                )
            )
            continue
        spans += [found.intro, *found.items]
        result.extend(_records(reading, rule, found, holders))
    return result, spans


def _list_key(reading: Reading, rule: ListRule) -> str:
    return f"{reading.document.source_id}/{rule.list_id}"


def _find(reading: Reading, rule: ListRule) -> _Found | None:
    for index in reading.within(rule.within):
        if reading.blocks[index].kind == "footnote":
            continue
        match = rule.start.search(reading.text[index])
        if match is None:
            continue
        items = _FORMS[rule.form](reading, rule, index, match)
        if items:
            return _Found(Span(index, *match.span()), items)
    return None


def _item_blocks(reading: Reading, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The next list after the introduction, whole."""
    group: int | None = None
    items = []
    for later in range(index, len(reading.blocks)):
        block = reading.blocks[later]
        if block.kind == "item" and group in (None, block.group):
            group = block.group
            items.append(Span(later, 0, len(reading.text[later])))
        elif block.kind == "item":
            break
    return items


def _headings(reading: Reading, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The headings of the section that match `items`, from the introduction on."""
    assert rule.items is not None
    found = []
    for later in reading.within(rule.within):
        if later > index and reading.blocks[later].kind == "heading":
            heading = rule.items.search(reading.text[later])
            if heading:
                group = "label" if "label" in rule.items.groupindex else 0
                found.append(Span(later, heading.start(group), heading.end(group)))
    return found


def _enumeration(reading: Reading, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The pieces of the start pattern's group `list`, cut at the separator."""
    start = match.start("list")
    pieces = split_enumeration(match.group("list"), rule.separator, rule.whole)
    return [Span(index, start + left, start + right) for left, right in pieces]


def _sentences(reading: Reading, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The sentences of the section that open with a cue of `items`; the item is what follows the cue."""
    assert rule.items is not None
    found = []
    for later in reading.within(rule.within):
        if later < index or reading.blocks[later].kind not in ("paragraph", "item"):
            continue
        text = reading.text[later]
        offset = match.start() if later == index else 0
        for left, right in split_enumeration(text[offset:], SENTENCE_END.pattern):
            cue = rule.items.search(text[offset + left : offset + right])
            if cue:
                found.append(Span(later, offset + left + cue.end(), offset + right))
    return found


_FORMS = {"items": _item_blocks, "headings": _headings, "enumeration": _enumeration, "sentences": _sentences}


def _records(reading: Reading, rule: ListRule, found: _Found, holders: Mapping[str, str]) -> Extraction:
    key = _list_key(reading, rule)
    intro, last = found.intro, found.items[-1]
    row: dict[str, str | None] = {
        "list_id": key,
        "source_id": reading.document.source_id,
        "kind": rule.kind,
        "title": rule.title,
        "proposed_by": _last_named(reading, intro, holders) if rule.proposed_by else None,
        "symbol": _symbol(reading, rule, intro, last),
    }
    result = Extraction([Record("lists", row, reading.evidence(intro.block, intro.start, intro.end))])
    for ordinal, item in enumerate(found.items, 1):
        label = _label(reading.blocks[item.block].text.value[item.start : item.end])
        values: dict[str, Scalar] = {"list_id": key, "ordinal": ordinal, "label": label}
        result.records.append(Record("list_items", values, reading.evidence(item.block, item.start, item.end)))
    if rule.form == "sentences":
        result.findings += _ordinals_out_of_order(reading, key, found.items)
    labels = [slug(str(record.values["label"])) for record in result.records[1:]]
    for position, item in enumerate(found.items):
        if labels[position] in labels[:position]:
            result.findings.append(
                reading.finding(
                    "list-item-twice",
                    f"the same item stands twice in {key}",
                    item.block,
                    span=(item.start, item.end),
                    table="list_items",
                    row_key=f"{key}|{position + 1}",
                    field="label",
                    hint="delete one of the two",
                    value=reading.text[item.block][item.start : item.end],
                )
            )
    return result


def _ordinals_out_of_order(reading: Reading, key: str, items: Sequence[Span]) -> Iterator[Finding]:
    """Items that the text calls the first, the second and so on, but not in that order; some may have no number."""
    called: list[tuple[Span, re.Match[str]]] = []
    for item in items:
        found = _CALLED.search(reading.text[item.block][: item.start])
        if found:
            called.append((item, found))
    in_order = surely_rising([ORDINAL_WORDS[found["word"].casefold()] for _, found in called], slack=-1)
    for place, (item, found) in enumerate(called):
        if place not in in_order:
            yield reading.finding(
                "list-ordinal",
                f"the item is called the {found['word'].casefold()}, but those before and behind it say otherwise",
                item.block,
                span=found.span("word"),
                table="list_items",
                row_key=key,
                field="ordinal",
                value=found["word"],
                hint="correct the number, or move the item",
            )


def _label(text: str) -> str:
    """The item without its punctuation; capitals throughout are a matter of layout."""
    label = re.sub(r"(?:;|,)?(?: and)?$|\.$", "", text.strip()).strip()
    return label.capitalize() if label.isupper() else label


def _symbol(reading: Reading, rule: ListRule, intro: Span, last: Span) -> str | None:
    match rule.symbol:
        case "note":
            return next(iter(reading.note_symbols(last.block, last.end)), None)
        case "intro":
            return next(iter(reading.symbols_in(intro.block)), None)
        case "items":
            return next(iter(reading.symbols_in(last.block)), None)
        case _:
            return None


def _last_named(reading: Reading, intro: Span, holders: Mapping[str, str]) -> str | None:
    """The mandate holder named last before the list's introduction ends, in the same section."""
    for index in range(intro.block, -1, -1):
        block = reading.blocks[index]
        if reading.sections[index] != reading.sections[intro.block] or block.kind == "footnote":
            continue
        text = reading.text[index][: intro.end] if index == intro.block else reading.text[index]
        named = [(text.rfind(name), holder) for name, holder in holders.items() if name in text]
        if named:
            return max(named)[1]
    return None
