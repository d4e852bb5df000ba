"""Every symbol that is read fits what contracts say a symbol looks like: there is one notion of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.citations import SymbolError, parse
from mandate_data.citations.bodies import table
from mandate_data.citations.symbols.written_symbols import WRITTEN, is_written

ODD = (
    *("ICC-ASP/3/25", "ICC-ASP/8/Res.3", "A/78/6 (Plan outline)/Rev.1", "A/78/6 (Income sect. 2)", "MP.WAT/2003/2"),
    *("IDB.26/11", "TD(XIV)/1", "UNEP/MED IG.25/27", "UNEP(DEPI)/MED IG.20/8", "DP-FPA/2018/1", "EB.AIR/2003/2"),
    *("A/78/6 (Sect. 29A)", "A/CONF.224/PC(III)/3", "S/PV.3514 (Resumption 1)", "A/59/40 (Vol. I)", "GC.5/3"),
)
LIKE_SYMBOLS = re.compile(r"[A-Z][A-Za-z0-9.()-]*(?:/[A-Za-z0-9.()* -]+)+")
CONTRACTS = sorted(
    [*ROOT.glob("schemas/tables/*.yaml"), *ROOT.glob("pipeline/mandate_data/corpus/contract/tables/*.yaml")]
)
OF_SYMBOLS = ("symbol", "cited", "citing", "report_symbol", "document", "parent")


def texts() -> Iterator[str]:
    """All that looks like a symbol in the tests and in the sources."""
    for path in sorted([*ROOT.glob("tests/**/*.py"), *ROOT.glob("tests/citations/labels/*"), *ROOT.glob("raw/*/*.md")]):
        if path.is_file():
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                for found in LIKE_SYMBOLS.finditer(line):
                    yield found[0]
                    yield from found[0].split(" ")[:1]


def of_every_body() -> list[str]:
    """Beginnings of symbols, one for each prefix of the table of bodies."""
    return sorted({body.prefix.replace("#", "7") for body in table().bodies if body.prefix})


def read(text: str) -> str | None:
    try:
        return str(parse(text))
    except SymbolError:
        return None


def columns_of_symbols() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in CONTRACTS:
        for field in yaml.safe_load(path.read_text(encoding="utf-8"))["fields"]:
            pattern = field.get("constraints", {}).get("pattern", "")
            if "/" in pattern and pattern.startswith(("^([A-Z]", "^(?:[A-Z]")):
                yield path, field


def test_the_columns_of_symbols_have_the_pattern_of_symbols() -> None:
    columns = list(columns_of_symbols())
    assert len(columns) == 15
    for path, field in columns:
        assert field["constraints"]["pattern"] == f"^({WRITTEN})$", (path, field["name"])


@pytest.mark.parametrize("text", ODD)
def test_odd_forms_fit(text: str) -> None:
    symbol = read(text)
    assert symbol is not None
    assert is_written(symbol)


def test_all_symbols_of_the_tests_and_sources_fit() -> None:
    symbols = {symbol for text in texts() if (symbol := read(text))}
    assert len(symbols) > 1500
    assert [symbol for symbol in sorted(symbols) if not is_written(symbol)] == []


TAILS = st.sampled_from(
    ["1", "2003/2", "26/11", "S-10/AC.1/3", "RES/25/2", "Res.3", "L.5", "SR.7", "2003/MISC.1", "C/15/Add.159", "WG.5/3"]
)
SUFFIXES = st.sampled_from(
    ["", "/Add.1", "/Corr.2", "/Rev.1/Add.3", " (Plan outline)", " (Income sect. 2)", " (Part II)", "(Vol. I)", "*"]
)


@given(st.sampled_from(of_every_body()), TAILS, SUFFIXES)
def test_what_is_read_of_any_body_fits(prefix: str, tail: str, suffix: str) -> None:
    symbol = read(f"{prefix}/{tail}{suffix}")
    assert symbol is None or is_written(symbol)


@given(st.text(st.sampled_from("AEHRC/.-() 1278٣８ſKadlI*"), max_size=24))
def test_what_is_read_of_any_signs_fits(text: str) -> None:
    symbol = read(f"A/{text}")
    assert symbol is None or is_written(symbol)


@pytest.mark.parametrize("text", ["", "A", "A/", "A/HRC/ 31", "A/HRC/31 ", "A//31", "a/1", "A/1\n"])
def test_what_is_no_symbol_does_not_fit(text: str) -> None:
    assert not is_written(text)
