"""How well references are found: labels made by hand against what `cite` finds, kind by kind.

`make accuracy` prints it. The labels hold offsets, kind, symbol and pinpoint of every reference in six documents of
`tests/data/un/`, and in fifteen of a corpus that is not part of the project. Each document was read whole and labelled
without the program's answers at hand.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from mandate_data.citations import Reference, cite

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labels, and the folder with the documents they are of."""

    labels: Path
    folder: Path

    def is_here(self) -> bool:
        return self.folder.is_dir()


SHIPPED = Labelled(ROOT / "tests" / "citations" / "labels" / "un.csv", ROOT / "tests" / "data" / "un")
OTHERS = Labelled(ROOT / "tests" / "citations" / "labels" / "corpus.csv", CORPUS)


def documents(pattern: str = "*.txt") -> dict[str, Path]:
    """The real documents at hand, by name: those shipped, and those of the corpus if it is there."""
    found = [*CORPUS.glob(pattern), *SHIPPED.folder.glob(pattern)]
    return {path.stem: path for path in sorted(found) if path.stem != "README"}


@dataclass(slots=True)
class Score:
    """Counts of one kind: labelled, found at the very place, false ones, and what is right among those found."""

    labelled: int = 0
    found: int = 0
    false: int = 0
    symbols: int = 0
    pinpoints: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Labelled references that were found with the right kind and symbol, of all labelled."""
        return self.symbols / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        """References that are labelled, of all that were found."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def pinpoint_rate(self) -> float:
        """Right pinpoints, a missing one that should be missing included, of the references found."""
        return self.pinpoints / self.found if self.found else 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader wrote down of one reference."""

    start: int
    end: int
    kind: str
    symbol: str | None
    pinpoint_kind: str | None
    pinpoint: str | None


def read_labels(path: Path) -> dict[str, list[Label]]:
    """The labels by document."""
    labels: dict[str, list[Label]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            label = Label(
                int(row["start"]),
                int(row["end"]),
                row["kind"],
                row["symbol"] or None,
                row["pinpoint_kind"] or None,
                row["pinpoint"] or None,
            )
            labels[row["document"]].append(label)
    return labels


def score(*collections: Labelled) -> dict[str, Score]:
    """The scores by kind, over all documents of the collections."""
    scores: dict[str, Score] = defaultdict(Score)
    for one in collections:
        for document, labels in read_labels(one.labels).items():
            references = cite((one.folder / f"{document}.txt").read_text(encoding="utf-8"))
            compare(document, labels, references, scores)
    return dict(sorted(scores.items()))


def as_table(scores: dict[str, Score]) -> str:
    """The scores as docs/citations.md shows them."""
    lines = [f"{'kind':<18}{'labelled':>9}{'recall':>9}{'precision':>11}{'pinpoints':>11}"]
    for kind, one in scores.items():
        lines.append(f"{kind:<18}{one.labelled:>9}{one.recall:>9.3f}{one.precision:>11.3f}{one.pinpoint_rate:>11.3f}")
    return "\n".join(lines) + "\n"


def report() -> str:
    """The scores of the documents at hand."""
    text = f"the six documents of tests/data/un:\n{as_table(score(SHIPPED))}"
    if OTHERS.is_here():
        text += f"\nall twenty-one labelled documents:\n{as_table(score(SHIPPED, OTHERS))}"
    return text


def compare(document: str, labels: list[Label], references: list[Reference], scores: dict[str, Score]) -> None:
    """Count one document's references into `scores`."""
    found = {(reference.start, reference.end): reference for reference in references}
    for label in labels:
        kind = scores[label.kind]
        kind.labelled += 1
        reference = found.pop((label.start, label.end), None)
        if reference is None:
            kind.misses.append(f"{document}:{label.start} not found")
            continue
        kind.found += 1
        if (reference.kind, reference.symbol) == (label.kind, label.symbol):
            kind.symbols += 1
        else:
            kind.misses.append(f"{document}:{label.start} {reference.symbol} for {label.symbol}")
        if (reference.pinpoint_kind, reference.pinpoint) == (label.pinpoint_kind, label.pinpoint):
            kind.pinpoints += 1
        else:
            printed = (reference.pinpoint_kind, reference.pinpoint)
            kind.misses.append(f"{document}:{label.start} {printed} for {(label.pinpoint_kind, label.pinpoint)}")
    for (start, _), reference in found.items():
        scores[reference.kind].false += 1
        scores[reference.kind].misses.append(f"{document}:{start} false")


if __name__ == "__main__":
    print(report(), end="")
