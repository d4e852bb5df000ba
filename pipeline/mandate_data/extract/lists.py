"""Lists: bullets, headings in a row, enumerations inside a sentence, points made sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mandate_data.extract.extraction_guide import ListRule
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Cell, Extraction, Span
from mandate_data.extract.sequences import surely_rising
from mandate_data.extract.source_citations import Citation
from mandate_data.extract.values import ORDINAL_WORDS, slug, split_enumeration
from mandate_data.findings.finding import Finding

# The number that opens the cue before an item: `The third working method is `, `Thirdly, `.
_CALLED = re.compile(rf"(?i:(?:^|\. )(?:(?:the|a) )?(?P<word>{'|'.join(ORDINAL_WORDS)})(?:ly)?\b)[^.]*$")
_PUNCTUATION = re.compile(r"\s*(?:(?:(?:;|,)(?: and)?| and)|\.)$")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list as a source prints it: its rule and id, the words that introduce it, its items in order.

    `labels` are the items without their punctuation; `groups` the groups that they are in; `cited` is the document
    that the list comes from.
    """

    rule: ListRule
    list_id: str
    intro: Span
    items: tuple[Span, ...]
    labels: tuple[Cell, ...]
    groups: tuple[Cell | None, ...]
    cited: Citation | None


def read_lists(source: ParsedSource, lists: str, items: str) -> tuple[list[PrintedList], Extraction]:
    """The lists of the guide that are found, and findings and spans.

    `lists` and `items` are the tables that lists and their items go to.
    """
    found: list[PrintedList] = []
    result = Extraction()
    for rule in source.guide.lists:
        place = _find(source, rule)
        if place is None:
            result.findings.append(
                source.finding(
                    "list-missing",
                    next(source.within(rule.within)),
                    table=lists,
                    row_key=_list_key(source, rule),
                    list_id=rule.list_id,
                    guide=f"{source.guide.path}:{rule.line}",
                )
            )
            continue
        intro, spans = place
        result.spans += [intro, *spans]
        labels = tuple(_label(source, span) for span in spans)
        cited = _cited(source, rule, intro, spans[-1])
        groups = tuple(_group(source, rule, intro, span) for span in spans)
        printed = PrintedList(rule, _list_key(source, rule), intro, tuple(spans), labels, groups, cited)
        found.append(printed)
        result.findings += _check(source, printed, items)
    return found, result


def _list_key(source: ParsedSource, rule: ListRule) -> str:
    return f"{source.document.source_id}/{rule.list_id}"


def _find(source: ParsedSource, rule: ListRule) -> tuple[Span, list[Span]] | None:
    for index in source.within(rule.within):
        if (source.blocks[index].kind == "footnote") != rule.in_notes:
            continue
        match = rule.start.search(source.text[index])
        if match is None:
            continue
        items = _FORMS[rule.form](source, rule, index, match)
        if items:
            return Span(index, *match.span()), items
    return None


def _item_blocks(source: ParsedSource, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The next list after the introduction, whole, without the items of inner lists."""
    group: int | None = None
    level = 0
    items = []
    for later in range(index, len(source.blocks)):
        block = source.blocks[later]
        if block.kind == "item" and group in (None, block.group):
            group, level = block.group, block.level
            items.append(Span(later, 0, len(source.text[later])))
        elif block.kind == "item" and block.level <= level:
            break
    return items


def _headings(source: ParsedSource, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The headings of the section that match `items`, from the introduction on."""
    assert rule.items is not None
    found = []
    for later in source.within(rule.within):
        if later > index and source.blocks[later].kind == "heading":
            heading = rule.items.search(source.text[later])
            if heading:
                group = "label" if "label" in rule.items.groupindex else 0
                found.append(Span(later, heading.start(group), heading.end(group)))
    return found


def _enumeration(source: ParsedSource, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The pieces of the start pattern's group `list`, cut at the separator."""
    start = match.start("list")
    pieces = split_enumeration(match.group("list"), rule.separator, rule.whole)
    return [Span(index, start + left, start + right) for left, right in pieces]


def _sentences(source: ParsedSource, rule: ListRule, index: int, match: re.Match[str]) -> list[Span]:
    """The sentences of the section that open with a cue of `items`; what follows it is an item, or several.

    Several it is where the rule has a separator that stands in it.
    """
    assert rule.items is not None
    found = []
    kinds = ("footnote",) if rule.in_notes else ("paragraph", "item")
    for later in source.within(rule.within):
        if later < index or source.blocks[later].kind not in kinds:
            continue
        text = source.text[later]
        offset = match.start() if later == index else 0
        for left, right in split_enumeration(text[offset:], SENTENCE_END.pattern):
            cue = rule.items.search(text[offset + left : offset + right])
            if cue:
                start, end = offset + left + cue.end(), offset + right
                cuts = split_enumeration(text[start:end], rule.separator) if rule.separator else [(0, end - start)]
                found += [Span(later, start + first, start + last) for first, last in cuts]
    return found


_FORMS = {"items": _item_blocks, "headings": _headings, "enumeration": _enumeration, "sentences": _sentences}


def _group(source: ParsedSource, rule: ListRule, intro: Span, item: Span) -> Cell | None:
    """The group of an item: that whose opening words come last before it, from the introduction on."""
    opened = [
        (block, match.start(), match.end(), title)
        for title, start in rule.groups
        for block in range(intro.block, item.block + 1)
        for match in start.finditer(source.text[block], intro.start if block == intro.block else 0)
        if (block, match.start()) <= (item.block, item.start)
    ]
    if not opened:
        return None
    block, start, end, title = max(opened)
    return source.assigned(title, block, start, end)


def _check(source: ParsedSource, found: PrintedList, table: str) -> Iterator[Finding]:
    """Items more or fewer than counted, groups that no item is in, items twice, and numbers that are out of order."""
    if found.rule.count not in (None, len(found.items)):
        yield _miscounted(source, found, table)
    read = {group.value for group in found.groups if group is not None}
    for title in [title for title, _ in found.rule.groups if title not in read]:
        yield source.finding(
            "list-group-missing",
            found.intro.block,
            (found.intro.start, found.intro.end),
            table=table,
            row_key=found.list_id,
            field="group",
            title=title,
            list_id=found.rule.list_id,
            guide=f"{source.guide.path}:{found.rule.line}",
        )
    if found.rule.form == "sentences":
        yield from _ordinals_out_of_order(source, found.list_id, found.items, table)
    labels = [slug(str(label.value)) for label in found.labels]
    for position, item in enumerate(found.items):
        if labels[position] in labels[:position]:
            yield source.finding(
                "list-item-twice",
                item.block,
                (item.start, item.end),
                table=table,
                row_key=f"{found.list_id}|{position + 1}",
                field="label",
                value=source.text[item.block][item.start : item.end],
                list_id=found.list_id,
            )


def _miscounted(source: ParsedSource, found: PrintedList, table: str) -> Finding:
    """On the list as a whole, from its introduction to its last item: which one is missing, nobody knows."""
    first, last = (source.place(span.block, span.start, span.end) for span in (found.intro, found.items[-1]))
    return source.finding(
        "list-item-count",
        first._replace(end_line=last.end_line, end=last.end) if last.end_line > first.end_line else first,
        table=table,
        row_key=found.list_id,
        value=str(len(found.items)),
        list_id=found.rule.list_id,
        found=len(found.items),
        count=found.rule.count,
        first=first.line,
        last=last.end_line,
        guide=f"{source.guide.path}:{found.rule.line}",
    )


def _ordinals_out_of_order(source: ParsedSource, key: str, items: Sequence[Span], table: str) -> Iterator[Finding]:
    """Items that the text calls the first, the second and so on, but not in that order; some may have no number."""
    called: list[tuple[Span, re.Match[str]]] = []
    for item in items:
        found = _CALLED.search(source.text[item.block][: item.start])
        if found:
            called.append((item, found))
    in_order = surely_rising([ORDINAL_WORDS[found["word"].casefold()] for _, found in called], slack=-1)
    for place, (item, found) in enumerate(called):
        if place not in in_order:
            yield source.finding(
                "list-ordinal",
                item.block,
                found.span("word"),
                table=table,
                row_key=key,
                field="ordinal",
                value=found["word"],
                ordinal=found["word"].casefold(),
            )


def _label(source: ParsedSource, item: Span) -> Cell:
    """The item without its punctuation and the reference behind it, with a capital; other capitals may be layout."""
    text = source.text[item.block][item.start : item.end]
    start = len(text) - len(text.lstrip())
    end = _PUNCTUATION.search(text.rstrip())
    stop = item.start + (end.start() if end else len(text.rstrip()))
    span = (item.start + start, _before_reference(source, item, stop))
    printed = source.as_set(item.block, *span)
    label = str(printed.value)
    if label.isupper():
        return source.normalised("capitals", item.block, *span)
    if label[:1].islower():
        return Cell(label[0].upper() + label[1:], printed.evidence._replace(kind="normalised", rule="capitals"))
    return printed


def _before_reference(source: ParsedSource, item: Span, stop: int) -> int:
    """Where an item ends without the reference in brackets behind it: `stop` if there is none."""
    text = source.text[item.block]
    for cited in source.citations_in(item.block, item.start, stop):
        opened = text.rfind("(", item.start, cited.reference.start)
        if opened > item.start and text[opened + 1 : cited.reference.start].strip() == "" and text[stop - 1] == ")":
            return len(text[:opened].rstrip())
    return stop


def _cited(source: ParsedSource, rule: ListRule, intro: Span, last: Span) -> Citation | None:
    match rule.symbol:
        case "note":
            return next(iter(source.note_citations(last.block, last.end)), None)
        case "first_note":
            starts = [(intro.block, intro.start), *((block, 0) for block in range(intro.block + 1, last.block + 1))]
            return next((cited for start in starts for cited in source.note_citations(*start)), None)
        case "intro":
            return next(iter(source.citations_in(intro.block)), None)
        case "items":
            return next(iter(source.citations_in(last.block)), None)
        case _:
            return None


def last_named(source: ParsedSource, span: Span, names: Mapping[str, str]) -> Cell | None:
    """The id of whoever is named last before a span ends, in the same section; `names` are ids by printed name."""
    for index in range(span.block, -1, -1):
        block = source.blocks[index]
        if source.sections[index] != source.sections[span.block] or block.kind == "footnote":
            continue
        text = source.text[index][: span.end] if index == span.block else source.text[index]
        named = [(text.rfind(name), name) for name in names if name in text]
        if named:
            start, name = max(named)
            return source.assigned(names[name], index, start, start + len(name))
    return None


def next_named(source: ParsedSource, span: Span, names: Mapping[str, str], *, in_notes: bool = False) -> Cell | None:
    """The id of whoever is named first after a span, in the same section, or in its notes.

    `names` are ids by printed name.
    """
    for index in range(span.block, len(source.blocks)):
        of_notes = source.blocks[index].kind == "footnote"
        if source.sections[index] != source.sections[span.block] or of_notes != in_notes:
            continue
        text, begin = source.text[index], span.end if index == span.block else 0
        named = [(text.find(name, begin), name) for name in names if name in text[begin:]]
        if named:
            start, name = min(named)
            return source.assigned(names[name], index, start, start + len(name))
    return None
