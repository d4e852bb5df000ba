"""The symbol of a document itself, from the name of its file or from the head of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from pathlib import PurePosixPath

from mandate_data.citations import SymbolError, parse
from mandate_data.typography import without_unseen

LANGUAGE = re.compile(r"[-_. ](?:EN|FR|ES|AR|RU|ZH|[EFSARC])$")
COPY = re.compile(r" ?\(\d{1,2}\)$")
"""The mark of a second copy, (2), and no year."""
# Before a number these are followed by a dot, which names of files seldom have.
DOTTED = re.compile(r"(?:AC|Add|Amend|C|CN|CONF|Corr|CRP|GC|INF|L|NGO|PC|Rev|SC|SR|Sub|WG|WP)")
BEFORE_BRACKET = re.compile(r"[_-](?=\()")
UNDOTTED = re.compile(rf"^({DOTTED.pattern})(\d.*)$")
"""The same with its number, `CN15`: without the dot, as names of files often are."""
MOST_DOTTED = 5
HEAD = 4_000
"""Characters at the beginning of a text in which its own symbol is searched for."""
HEAD_LINES = 40
RULED = re.compile(r"[ |:-]+")
"""The line of dashes below the head of a table in Markdown."""
EMPHASIS = " *_#"
_NAME = r"United\s+Nations|Nations\s+Unies|Naciones\s+Unidas|الأمم\s+المتحدة|联合国|Организация\s+Объединенных\s+Наций"
_DISTRIBUTION = r"Distr\.?\s?:?\s?(?:General|Limited|Restricted|Générale|Limitée|Restreinte|Limitada|Reservada)\.?"
_BESIDE = rf"(?:{_NAME}|{_DISTRIBUTION})"
BESIDE = re.compile(_BESIDE, re.IGNORECASE)
MASTHEAD = re.compile(rf"(?:{_BESIDE}\s+)*(\S{{3,60}})(?:\s+{_BESIDE})*", re.IGNORECASE)


def issuer_of(file: str, first: Iterable[str]) -> str | None:
    """The body that issued a document, as a symbol of it: what its file's name gives, or else its `first` lines.

    A name that may mean two symbols of one body gives it.
    """
    named = _symbols_of_name(file)
    return min(named) if len({parse(symbol).body for symbol in named}) == 1 else symbol_of_text(first)


def symbol_of_name(file: str) -> str | None:
    """The canonical symbol that a file's name gives: `A_HRC_38_36-EN.pdf`, `E_CN.4_2002_60.txt`; None if it gives none.

    A name that may mean two symbols gives none.
    """
    found = _symbols_of_name(file)
    return found.pop() if len(found) == 1 else None


def _symbols_of_name(file: str) -> set[str]:
    stem = LANGUAGE.sub("", COPY.sub("", PurePosixPath(file).stem))
    tokens = [UNDOTTED.sub(r"\1.\2", token) for token in re.split(r"[_-]", BEFORE_BRACKET.sub("", stem))]
    dotted = [
        index for index, token in enumerate(tokens[:-1]) if DOTTED.fullmatch(token) and tokens[index + 1][:1].isdigit()
    ]
    if len(tokens) < 3 or len(dotted) > MOST_DOTTED:
        return set()
    found = set()
    for joints in product("/.", repeat=len(dotted)):
        chosen = dict(zip(dotted, joints, strict=True))
        text = "".join(token + chosen.get(index, "/") for index, token in enumerate(tokens))[:-1]
        if symbol := _canonical(text):
            found.add(symbol)
    return found


def symbol_of_text(lines: Iterable[str]) -> str | None:
    """The canonical symbol that stands on a line of its own among the first lines, or beside "United Nations" or
    "Distr.: General", on either side; None where a list of symbols or a table has it.

    The masthead may be a table, whose cells are parted by "|", also in Markdown.
    """
    introduced = False
    for _, line in zip(range(HEAD_LINES), lines, strict=False):
        shown = without_unseen(line).strip()
        if RULED.fullmatch(shown):
            continue
        cells = [cell.strip(EMPHASIS) for cell in shown.split("|" if shown.startswith("|") else " | ")]
        cells = [cell for cell in cells if cell]
        alone = (len(cells) == 1 and not shown.startswith("|")) or any(BESIDE.match(cell) for cell in cells)
        for cell in cells if alone and not introduced else ():
            found = MASTHEAD.fullmatch(cell)
            if found and (symbol := _canonical(found[1])):
                return symbol
        if cells:
            introduced = cells[-1].endswith(":") or (introduced and _canonical(cells[-1]) is not None)
    return None


def _canonical(text: str) -> str | None:
    try:
        symbol = parse(text)
    except SymbolError:
        return None
    return None if symbol.repaired else str(symbol)
