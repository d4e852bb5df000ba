"""How well references are found: labels made by hand against what `cite` finds, kind by kind.

`make accuracy` prints it. The labels hold offsets, kind, symbol and pinpoint of every reference in six documents of
`tests/data/un/`, and in fifteen of a corpus that is not part of the project. Each document was read whole and labelled
without the program's answers at hand.

For the newer kinds there are texts that were written for the purpose, so that they may be shipped, with their
references marked in place: `labels/new-kinds.txt`. A section begins with `## language issuer title`; a reference is
`[[printed|kind|what|pinpoint kind|pinpoint]]`, where `what` is its symbol, the identifier of a treaty, case or letter
without its first word, or `?organ` for what has no symbol (`?` where no organ is named). Every label was read against
its text; what the engine misses is labelled, too. `labels/chains-and-tables.txt` has the same form.
`labels/works.csv` has the treaties, cases and letters of the six documents.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mandate_data.citations import Reference, cite, parse
from mandate_data.citations.bodies import table

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
                row.get("symbol") or row.get("what") or None,
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
    lines = [f"{'':<30}{'labelled':>9}{'recall':>9}{'precision':>11}{'pinpoints':>11}"]
    for kind, one in scores.items():
        lines.append(f"{kind:<30}{one.labelled:>9}{one.recall:>9.3f}{one.precision:>11.3f}{one.pinpoint_rate:>11.3f}")
    return "\n".join(lines) + "\n"


WORKS = ROOT / "tests" / "citations" / "labels" / "works.csv"
MARKED = Path(__file__).parent / "labels" / "new-kinds.txt"
CHAINS = Path(__file__).parent / "labels" / "chains-and-tables.txt"
_MARK = re.compile(r"\[\[([^|\]]*)\|(\w+)\|([^|\]]*)\|(\w*)\|([^\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class MarkedReference:
    """A reference as it is marked: its place in the bare text, and what is to be found."""

    start: int
    end: int
    kind: str
    what: str
    pinpoint_kind: str | None
    pinpoint: str | None


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A section of the file, without its marks."""

    language: str
    issuer: str | None
    text: str
    references: list[MarkedReference]


def marked_texts(path: Path = MARKED) -> Iterator[MarkedText]:
    """The sections of the file."""
    for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = section.partition("\n")
        language, issuer, _ = head.split(" ", 2)
        text, position, references = "", 0, []
        for mark in _MARK.finditer(body):
            text += body[position : mark.start()]
            place = len(text), len(text) + len(mark[1])
            references.append(MarkedReference(*place, mark[2], mark[3], mark[4] or None, mark[5] or None))
            text += mark[1]
            position = mark.end()
        yield MarkedText(language, None if issuer == "-" else issuer, text + body[position:], references)


def what_is_found(reference: Reference) -> str:
    """What a reference was taken for, written as in the file."""
    if reference.identifier:
        return reference.identifier.partition(":")[2]
    return reference.symbol or f"?{reference.organ or ''}"


def shipped_texts() -> Iterator[MarkedText]:
    """The labelled texts that come with the project: those written for the purpose, and the six documents with their
    treaties, cases and letters."""
    yield from marked_texts()
    documents_labelled, works_labelled = read_labels(SHIPPED.labels), read_labels(WORKS)
    for document, labels in documents_labelled.items():
        text = (SHIPPED.folder / f"{document}.txt").read_text(encoding="utf-8")
        references = [
            MarkedReference(one.start, one.end, one.kind, one.symbol or "?", one.pinpoint_kind, one.pinpoint)
            for one in sorted((*labels, *works_labelled[document]), key=lambda one: one.start)
        ]
        yield MarkedText("en", None, text, references)


Grouping = Callable[[str, str, str], str]
"""What a reference is counted under: by its language, its kind and what it stands for."""


def by_language(language: str, kind: str, what: str) -> str:
    """Language and kind."""
    return f"{language} {kind}"


def by_kind(language: str, kind: str, what: str) -> str:
    """The kind alone."""
    return kind


def by_body(language: str, kind: str, what: str) -> str:
    """The body that adopted or issued it, or its kind where that is not a body's."""
    if kind in ("treaty", "case", "letter"):
        return "treaties" if kind == "treaty" else f"{kind}s"
    if what.startswith("?"):
        if kind in ("ibid", "supra", "communication"):
            return "what points elsewhere"
        return "no symbol, " + ("organ named" if len(what) > 1 else "organ not named")
    symbol = parse(what)
    body = table().by_slug[symbol.body]
    if body.comments is not None or body.scheme in ("treaty", "treaty_body"):
        return "treaty bodies"
    root = next((name for prefix, name in _MAIN if f"{what}/".startswith(prefix)), None)
    return root or "other bodies"


_MAIN = (
    ("A/HRC/", "Human Rights Council"),
    ("A/", "General Assembly"),
    ("S/", "Security Council"),
    ("E/CN.4/", "Commission on Human Rights"),
    ("E/CN.", "functional commissions"),
    ("E/", "Economic and Social Council"),
)


def score_marked(texts: Iterable[MarkedText], group: Grouping) -> dict[str, Score]:
    """The scores of labelled texts, by language and kind or by body."""
    scores: dict[str, Score] = defaultdict(Score)
    for marked in texts:
        found = {
            (one.start, one.end): one
            for one in cite(marked.text, issuer=marked.issuer, language=marked.language, kinds="all")
        }
        for label in marked.references:
            score = scores[group(marked.language, label.kind, label.what)]
            score.labelled += 1
            reference = found.pop((label.start, label.end), None)
            if reference is None:
                score.misses.append(marked.text[label.start : label.end])
                continue
            score.found += 1
            same = what_is_found(reference) == label.what or (label.kind in ("ibid", "supra") and label.what == "?")
            right = reference.kind == label.kind and same
            score.symbols += right
            pinpoint = (reference.pinpoint_kind, reference.pinpoint) == (label.pinpoint_kind, label.pinpoint)
            score.pinpoints += pinpoint
            if not right or not pinpoint:
                score.misses.append(f"{marked.text[label.start : label.end]}: {what_is_found(reference)}")
        for reference in found.values():
            score = scores[group(marked.language, reference.kind, what_is_found(reference))]
            score.false += 1
            score.misses.append(f"{reference.text} is false")
    return dict(sorted(scores.items()))


def report() -> str:
    """The scores of the documents at hand."""
    text = f"the six documents of tests/data/un:\n{as_table(score(SHIPPED))}"
    if OTHERS.is_here():
        text += f"\nall twenty-one labelled documents:\n{as_table(score(SHIPPED, OTHERS))}"
    written = as_table(score_marked(marked_texts(), by_language))
    bodies = as_table(score_marked(shipped_texts(), by_body))
    return f"{text}\nthe texts written for the newer kinds:\n{written}\nby body, all texts that are shipped:\n{bodies}"


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
