"""Plants faults, one at a time, in copies of the editions and of the package, and counts what validation catches.

`make mutants` prints the report that docs/mutants.md shows. Faults are drawn with a seed: the same seed plants the same
faults. A fault is caught if an error or a warning is reported, and stands on the right line if one of these covers the
line that was changed (for a row dropped, that line or the one before).
"""

from __future__ import annotations

import csv
import gc
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mandate_data.build_package import build
from mandate_data.cli.main import NEW_OBJECTS
from mandate_data.errors import InputError
from mandate_data.extract import Extracted, extract, find_sources
from mandate_data.extract.values import ORDINAL_WORDS
from mandate_data.findings.finding import Finding
from mandate_data.month_names import MONTHS
from mandate_data.package.table_schemas import load_contract
from mandate_data.package.tables import Column, Package, Value, text_of
from mandate_data.package.write import in_order, write_package
from mandate_data.project import Project
from mandate_data.validate.own_package import validate_package
from mandate_data.validate.rule import Rule
from mandate_data.validate.rules_check import rules_of

ROOT = Path(__file__).parents[1]
SEED = 2026
PER_KIND = 30
PACKAGE_FAULTS = 300
SOURCES = ("handbook-2016", "leiden-2015")

SYMBOL = r"(?:A|E|S|CRC|CEDAW|CCPR)/[A-Z0-9][A-Za-z0-9./-]*\d"
YEAR = r"(?<![\d/.])(?:19|20)\d\d(?![\d/])"
_MONTH = r"(?:" + "|".join(MONTHS) + r")"
PINPOINT = r"(?<=para\. )\d+|(?<=paras\. )\d+|(?<=[ p]p\.)\d+|(?<=p\. )\d+"
DAY = rf"(?<![\d/.,-])\d{{1,2}}(?=(?:-\d{{1,2}})? {_MONTH})"
# A number that is not markup, nor a day, a pinpoint or a part of a symbol, a year or an address.
COUNT = (
    rf"(?<![\d/.,#-])(?<!para\. )(?<!p\.)(?<!p\. )\d{{1,3}}(?:[.,]\d+)?(?![\d/.,-])(?! {_MONTH})(?!(?:st|nd|rd|th)\b)"
)
SESSION = r"\d{1,2}(?=(?:st|nd|rd|th) (?:GA|HRC|CHR) [Ss]ession)"
MARK = r"\[\^\d+\](?!:)"


@dataclass(frozen=True)
class Fault:
    """One change of one line of an edition: its kind, the source, the line (from 1), the text before and after."""

    kind: str
    source: str
    line: int
    before: str
    after: str | None  # None: the line is gone; two lines: it is doubled


Change = Callable[[str, random.Random], str | None]


def spot(pattern: str, change: Callable[[str, random.Random], str]) -> Change:
    """A change of one place of a line that matches."""

    def apply(line: str, chance: random.Random) -> str | None:
        found = list(re.finditer(pattern, line))
        if not found:
            return None
        match = chance.choice(found)
        return line[: match.start()] + change(match[0], chance) + line[match.end() :]

    return apply


def another_digit(text: str, chance: random.Random) -> str:
    at = chance.choice([index for index, character in enumerate(text) if character.isdigit()])
    return text[:at] + chance.choice([digit for digit in "0123456789" if digit != text[at]]) + text[at + 1 :]


def last_digits(text: str, chance: random.Random) -> str:
    """Another digit among the last two of a year."""
    return text[:2] + another_digit(text[2:], chance)


def another_letter(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice([letter for letter in "aeinorst" if letter != text[at].lower()]) + text[at + 1 :]


def swapped(text: str, chance: random.Random) -> str:
    places = [index for index in range(len(text) - 1) if text[index] != text[index + 1]]
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def another_of(options: list[str]) -> Callable[[str, random.Random], str]:
    return lambda text, chance: chance.choice([option for option in options if option != text])


def another_part(text: str, chance: random.Random) -> str:
    parts = text.split("/")
    at = chance.randrange(1, len(parts))
    others = ["HRC", "RES", "CN.4", "Add.9", "99", "1987", "L.3"]
    parts[at] = chance.choice([other for other in others if other != parts[at]])
    return "/".join(parts)


def another_number(text: str, chance: random.Random) -> str:
    """Another digit, but no other way of writing the same number."""
    after = another_digit(text, chance)
    return after if not after.startswith("0") else another_number(text, chance)


@cache
def countries() -> list[str]:
    with (ROOT / "pipeline" / "mandate_data/extract/reference/m49.csv").open(encoding="utf-8", newline="") as stream:
        return [row["name"] for row in csv.DictReader(stream) if len(row["name"]) < 15]


def country_pattern(before: str = r"\b", behind: str = r"\b") -> str:
    text = "".join((ROOT / "raw" / source / "document.md").read_text(encoding="utf-8") for source in SOURCES)
    return f"{before}(?:" + "|".join(re.escape(name) for name in countries() if name in text) + f"){behind}"


def on_lines(pattern: str, change: Change) -> Change:
    """The change, on lines that match only."""
    return lambda line, chance: change(line, chance) if re.search(pattern, line) else None


def off_lines(pattern: str, change: Change) -> Change:
    """The change, on all other lines."""
    return lambda line, chance: None if re.search(pattern, line) else change(line, chance)


def another_country(text: str, chance: random.Random) -> str:
    return another_of(countries())(text, chance)


def ordinal(behind: str) -> Change:
    words = "|".join(ORDINAL_WORDS)
    return spot(rf"\b(?:{words})\b{behind}", another_of(list(ORDINAL_WORDS)))


def moved_mark(line: str, chance: random.Random) -> str | None:
    """A footnote mark with another number."""
    return spot(MARK, lambda text, chance: f"[^{int(text[2:-1]) + chance.choice([-1, 1])}]")(line, chance)


IN_BRACKETS = r"(?:(?<=\()|(?<=\(of )|(?<=\(the )|(?<=\(of the ))"
NOT_PARTY = r"(?:still need to|have yet to) ratify"
ROW = r"^\| |^## M"
VISIT = r"^\| [A-Z][A-Za-z -]+ to .*\(.*\d{4}\)"
HOLDER = r"(?:Muntarbhorn|Santos|Petit|M['’]jid|Buquicchio) \("
COUNTED = r"(?= (?:important )?(?:Special Rapporteur|working method))"

KINDS: dict[str, Change] = {
    "digit of a symbol": spot(SYMBOL, another_digit),
    "part of a symbol": spot(SYMBOL, another_part),
    "neighbours swapped in a symbol": spot(SYMBOL, swapped),
    "year of a visit, report or holder": on_lines(ROW, spot(YEAR, last_digits)),
    "year in prose": off_lines(ROW, spot(YEAR, last_digits)),
    "session": spot(SESSION, another_number),
    "month": spot(rf"\b{_MONTH}\b", another_of(list(MONTHS))),
    "day": spot(DAY, another_number),
    "country of a mandate holder": spot(country_pattern(IN_BRACKETS, r"(?=\))"), another_country),
    "country in a list of States": on_lines(NOT_PARTY, spot(country_pattern(), another_country)),
    "country of a visit": on_lines(VISIT, spot(country_pattern(), another_country)),
    "country in other prose": off_lines(rf"{NOT_PARTY}|{VISIT}|{HOLDER}", spot(country_pattern(), another_country)),
    "ordinal of a holder or a method": ordinal(COUNTED),
    "ordinal in other prose": ordinal(rf"(?!{COUNTED[3:]}"),
    "count in prose": spot(COUNT, another_number),
    "pinpoint": spot(PINPOINT, another_number),
    "letter of a word": spot(r"(?<=[A-Z])[a-z]{3,}", another_letter),
    "row dropped": lambda line, chance: (
        "" if re.match(r"\s*(?:\||[-*] |\d+[.)] )", line) and "---" not in line else None
    ),
    "row doubled": lambda line, chance: (
        f"{line}\n{line}" if re.match(r"\s*(?:\||[-*] |\d+[.)] )", line) and "---" not in line else None
    ),
    "note mark moved": moved_mark,
}


def faults(seed: int = SEED, per_kind: int = PER_KIND) -> list[Fault]:
    """The faults of each kind, no two alike, on lines drawn from both editions: each line once, if there are enough."""
    chance = random.Random(seed)
    lines = [
        (source, number, line)
        for source in SOURCES
        for number, line in enumerate((ROOT / "raw" / source / "document.md").read_text("utf-8").split("\n"), 1)
    ]
    planted = []
    for kind, change in KINDS.items():
        usable = [place for place in lines if change(place[2], random.Random(0)) is not None]
        drawn: dict[Fault, None] = {}
        while len(drawn) < per_kind:
            for source, number, line in chance.sample(usable, min(per_kind - len(drawn), len(usable))):
                after = change(line, chance)
                drawn[Fault(kind, source, number, line, None if after == "" else after)] = None
        planted += drawn
    return planted


@cache
def _copy() -> tuple[Path, tempfile.TemporaryDirectory[str]]:
    """A copy of the project, which all faults of a process share, so that its code is loaded once."""
    folder = tempfile.TemporaryDirectory()
    for name in ("raw", "schemas"):
        shutil.copytree(ROOT / name, Path(folder.name) / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Path(folder.name), folder


def found_in_source(fault: Fault) -> tuple[bool, bool]:
    """Whether a fault is caught, and whether on the right line."""
    root, _ = _copy()
    file = root / "raw" / fault.source / "document.md"
    edition = file.read_text(encoding="utf-8")
    lines = edition.split("\n")
    lines[fault.line - 1 : fault.line] = [] if fault.after is None else [fault.after]
    file.write_text("\n".join(lines), encoding="utf-8")
    try:
        findings = [one for one in build(root, root / "out").findings if one.severity != "note"]
    except InputError:  # a heading that is gone: nothing is read, and no line is to blame
        return True, False
    finally:
        file.write_text(edition, encoding="utf-8")
    return bool(findings), any(covers(finding, fault) for finding in findings)


def covers(finding: Finding, fault: Fault) -> bool:
    before, behind = (1, 0) if fault.after is None else (0, 1 if "\n" in fault.after else 0)
    if not finding.file.endswith(f"{fault.source}/document.md"):
        return False
    return finding.line <= fault.line + behind and fault.line - before <= max(finding.line, finding.end_line)


def report(title: str, rows: Iterator[tuple[str, bool, bool]]) -> None:
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for kind, found, right in rows:
        planted[kind] += 1
        caught[kind] += found
        placed[kind] += right
    print(f"\n{title}\n{'kind':<34}{'planted':>9}{'caught':>9}{'right line':>12}")
    for kind in planted:
        print(f"{kind:<34}{planted[kind]:>9}{caught[kind]:>9}{placed[kind]:>12}")
    print(f"{'all':<34}{planted.total():>9}{caught.total():>9}{placed.total():>12}")


@dataclass(frozen=True)
class Cell:
    """A cell of the package, and what it is changed to."""

    table: str
    row: int
    column: str
    after: str


@cache
def _project() -> tuple[Package, Extracted]:
    contract = load_contract(ROOT / "schemas")
    return contract, extract(find_sources(ROOT / "raw"), Project(ROOT))


def cells(seed: int = SEED, count: int = PACKAGE_FAULTS) -> list[Cell]:
    """Cells drawn from all tables, each with a plausible other value: another of its column, or one digit changed."""
    chance = random.Random(seed)
    contract, extracted = _project()
    drawn: list[Cell] = []
    while len(drawn) < count:
        table = chance.choice(list(contract.tables))
        rows = extracted.tables[table]
        row, column = chance.randrange(len(rows)), chance.choice(list(contract.tables[table].columns))
        before = text_of(rows[row][column])
        others = sorted({text_of(other[column]) for other in rows} - {before})
        if any(character.isdigit() for character in before) and chance.random() < 0.5:
            after = another_digit(before, chance)
        elif others:
            after = chance.choice(others)
        else:
            after = f"{before}x"
        drawn.append(Cell(table, row, column, after))
    return drawn


def found_in_package(cell: Cell) -> tuple[str, bool, bool]:
    """Whether a changed cell is caught when CSV, JSON and all checksums agree, and on the right row or line."""
    contract, extracted = _project()
    table = contract.tables[cell.table]
    rows = [dict(row) for row in extracted.tables[cell.table]]
    changed = rows[cell.row]
    before = table.key_of(changed)
    changed[cell.column] = _value(cell.after, table.columns[cell.column])
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder)
        write_package({**extracted.tables, cell.table: rows}, contract, package)
        found = validate_package(
            package,
            contract,
            _rules(),
            dict(extracted.documents),
            reread=extracted.tables,
            normalisations=extracted.normalisations,
        )
    wrong = [one for one in found if one.severity != "note"]
    line = next(number for number, row in enumerate(in_order(rows, table), 2) if row is changed)
    here = [
        one
        for one in wrong
        if one.table == cell.table and (one.row_key in (before, table.key_of(changed)) or one.line == line)
    ]
    return cell.table, bool(wrong), bool(here)


@cache
def _rules() -> tuple[Rule, ...]:
    return rules_of(Project(ROOT))


def _value(text: str, column: Column) -> Value:
    """A cell as a value of its type, or as it is where it is none."""
    try:
        return column.value_of(text)
    except ValueError:
        return text


def main() -> None:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SEED
    planted = faults(seed)
    # Python looks for circles of references as seldom as when it builds from the command line.
    with ProcessPoolExecutor(initializer=gc.set_threshold, initargs=(NEW_OBJECTS,)) as pool:
        results = list(pool.map(found_in_source, planted, chunksize=4))
        rows = [(fault.kind, *result) for fault, result in zip(planted, results, strict=True)]
        report(f"faults in the editions (seed {seed})", iter(rows))
        report(f"faults in the package (seed {seed})", iter(pool.map(found_in_package, cells(seed), chunksize=8)))
    print("\nnot caught in the editions:")
    for fault, (caught, _) in zip(planted, results, strict=True):
        if not caught:
            print(f"  {fault.kind}: {fault.source}:{fault.line}: {fault.before[:70]!r} -> {(fault.after or '')[:70]!r}")


if __name__ == "__main__":
    main()
