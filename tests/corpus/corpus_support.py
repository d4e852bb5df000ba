"""What the tests of corpora share: texts with citations, an engine without processes, packages as sorted rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

import polars as pl
from mandate_data.corpus.build_corpus import Outcome, make_corpus
from mandate_data.corpus.find_files import Item
from mandate_data.corpus.local_engine import Result
from mandate_data.corpus.parts import Part, corpus_contract
from mandate_data.corpus.read_part import read_part


def report(seed: int, paragraphs: int = 20) -> str:
    """A text that cites, another one for each seed."""
    chosen = random.Random(seed)
    lines = []
    for number in range(1, paragraphs + 1):
        year, session = chosen.randint(1994, 2005), chosen.randint(5, 50)
        lines.append(
            f"{number}. The report E/CN.4/{year}/{chosen.randint(1, 90)}, para. {number}, was welcomed in "
            f"resolution {session}/{chosen.randint(1, 30)} of the Human Rights Council, and again in "
            f"A/HRC/{session}/{chosen.randint(1, 60)}/Add.{chosen.randint(1, 4)}."
        )
    return "\n\n".join(lines) + "\n"


def write_reports(folder: Path, count: int, paragraphs: int = 20) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"A_HRC_{number + 1}_7.txt").write_text(report(number, paragraphs), encoding="utf-8")
    return folder


def inline(parts: Iterable[Part], on_file: Callable[[Item], object]) -> Generator[Result, None, None]:
    """An engine that reads in this process: what is read is the same."""
    for part in parts:
        result = Result(part, *read_part(part))
        for item in part.items:
            on_file(item)
        yield result


class Watched:
    """A progress that remembers what was reported."""

    def __init__(self) -> None:
        self.total: int | None = None
        self.files = 0
        self.stages: list[str] = []

    def stage(self, name: str) -> None:
        self.stages.append(name)

    def begin(self, total: int | None, unit: str) -> None:
        assert unit == "documents"
        self.total = total

    def advance(self, amount: int, size: int = 0) -> None:
        assert size >= 0
        self.files += amount


def make(*paths: Path | str, out: Path) -> Outcome:
    return make_corpus([str(path) for path in paths], out, inline, Watched())


def table(out: Path, name: str) -> pl.DataFrame:
    """A table of a package, sorted by its key."""
    return pl.read_parquet(out / "data" / name / "*.parquet").sort(corpus_contract().tables[name].primary_key)


def tables(out: Path) -> dict[str, pl.DataFrame]:
    return {name: table(out, name) for name in corpus_contract().tables}


def assert_same(one: Path, other: Path) -> None:
    """Two packages hold the same rows, to the byte once they are sorted."""
    for name, frame in tables(one).items():
        assert frame.write_csv() == table(other, name).write_csv(), name


def reasons(out: Path) -> dict[str, str]:
    return {row["file"]: row["reason"] for row in table(out, "unread").iter_rows(named=True)}
