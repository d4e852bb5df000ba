"""How long the searches with one pattern of a guide may take: the one that runs away is named with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from operator import itemgetter

from mandate_data.documents import Document
from mandate_data.errors import InputError
from mandate_data.extract.extraction_guide import Guide, Passage
from mandate_data.extract.guide_places import line_in_entry, lines_of_part
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.limits import PATTERN_SECONDS, SEARCHED_IN_A_SECOND
from mandate_data.time_limits import TookTooLongError, cpu_limit
from mandate_data.typography import straighten


def try_on_document(document: Document, guide: Guide) -> None:
    """Search once with each pattern that the document is parsed by.

    Raises InputError, with its line, for one that takes too long, as `try_patterns` does.
    """
    texts = [straighten(block.text.value) for block in document.blocks]
    titles = [
        text
        for text, block in zip(texts, document.blocks, strict=True)
        if block.kind == "heading" or (block.kind == "paragraph" and block.boxed)
    ]
    entry = partial(line_in_entry, guide.path)
    _search(guide.names_itself, texts, guide, lambda: lines_of_part(guide.path, "names_itself", "names_itself")[0])
    for rule in guide.sections:
        _search(rule.pattern, titles, guide, partial(entry, rule.line, "heading"))
    for judged in guide.judged:
        _search(judged.pattern, texts, guide, partial(entry, judged.line, "pattern"))


def try_patterns(parsed: ParsedSource) -> None:
    """Search once with each pattern of the guide, where readers will; what passages find is kept for them.

    Raises InputError, with its line, for a pattern that takes too long.
    """
    guide, texts = parsed.guide, parsed.text
    entry = partial(line_in_entry, guide.path)
    for number, unread in enumerate(guide.unread):
        _search(unread, texts, guide, partial(_line_of_unread, guide, number))
    for passage in guide.passages:
        _try_passage(parsed, passage)
        if passage.above is not None:
            _search(passage.above, texts, guide, partial(entry, passage.line, "above"))
    for rule in guide.lists:
        inside = [texts[index] for index in parsed.within(rule.within)]
        patterns = [("start", rule.start), ("items", rule.items), *(("groups", start) for _, start in rule.groups)]
        for key, pattern in patterns:
            if pattern is not None:
                _search(pattern, inside, guide, partial(entry, rule.line, key))
    others = [(one.pattern, one.line) for one in guide.enumerations] + [(one.pattern, one.line) for one in guide.rows]
    for pattern, line in others:
        _search(pattern, texts, guide, partial(entry, line, "pattern"))


def _try_passage(parsed: ParsedSource, passage: Passage) -> None:
    guide = parsed.guide
    blocks = [index for index in parsed.within_any(passage.within) if parsed.blocks[index].kind in passage.where]
    found: list[tuple[int, int, re.Match[str]]] = []
    for number, pattern in enumerate(passage.patterns):
        where = partial(line_in_entry, guide.path, passage.line, "pattern", "patterns", number=number)
        with _limited(guide, where, sum(len(parsed.text[index]) for index in blocks)):
            found += [(index, number, match) for index in blocks for match in pattern.finditer(parsed.text[index])]
    found.sort(key=itemgetter(0, 1))
    parsed.found[id(passage)] = passage, [(index, match) for index, _, match in found]


def _line_of_unread(guide: Guide, number: int) -> int:
    return lines_of_part(guide.path, "unread", "pattern")[number]


def _search(pattern: re.Pattern[str], texts: Sequence[str], guide: Guide, where: Callable[[], int]) -> None:
    with _limited(guide, where, sum(map(len, texts))):
        for _ in _matches(pattern, texts):
            pass


def _matches(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[re.Match[str]]:
    for text in texts:
        yield from pattern.finditer(text)


@contextmanager
def _limited(guide: Guide, where: Callable[[], int], characters: int) -> Iterator[None]:
    """Raises InputError, with the line in the guide, if searches in so many characters take too long."""
    seconds = PATTERN_SECONDS + characters / SEARCHED_IN_A_SECOND
    try:
        with cpu_limit(float(f"{seconds:.3g}")):
            yield
    except TookTooLongError as error:
        why = str(error).replace("it takes", "searches with this pattern take")
        advice = "simplify it: a group that repeats must not have within it what repeats the same characters"
        raise InputError(f"{guide.path}:{where()}: {why}; {advice}") from error
