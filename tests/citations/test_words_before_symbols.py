"""No word of any language that stands before a symbol hides it."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator

import pytest
from mandate_data import cite
from mandate_data.citations import languages
from mandate_data.citations.languages.words import Words

PART = re.compile(r"\||\(\?:|\)|\?")
SIGNS = re.compile(r"[\\\[{]")


def every_language() -> Iterator[Words]:
    for module in pkgutil.iter_modules(languages.__path__):
        found = vars(importlib.import_module(f"{languages.__name__}.{module.name}")).values()
        yield from (value for value in found if isinstance(value, Words))


def plain_words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        parts = (part.replace("\\.", ".").replace("\\s", " ").strip() for part in PART.split(value))
        yield from (part for part in parts if part and not SIGNS.search(part))
    elif isinstance(value, Iterable):
        for one in value:
            yield from plain_words(one)


@pytest.mark.parametrize("symbol", ["A/66/6", "E/CN.4/2005/6", "CRC/C/GC/13"])
def test_no_word_before_a_symbol_hides_it(symbol: str) -> None:
    fields = dataclasses.fields(Words)
    words = {word for one in every_language() for field in fields for word in plain_words(getattr(one, field.name))}
    assert len(words) > 500
    assert [
        word for word in sorted(words) if symbol not in {one.symbol for one in cite(f"He said: {word} {symbol}.")}
    ] == []
