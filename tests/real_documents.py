"""How much of real PDFs and Word documents is read: `python tests/real_documents.py DIR [--markdown]`.

For each file: read, or why not; its words against PDFium's own plain text, or against the text of the Word document's
parts; what was left out and why; CPU seconds; memory. The sums are the table of docs/documents.md.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import resource
import sys
import time
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from mandate_data.documents import DOCX, PDF, SUFFIXES, Document, parse_binary
from mandate_data.errors import InputError

WORD = re.compile(r"\w+")
PARTS = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
ALTERNATIVE = re.compile(r"<mc:Choice.*?</mc:Choice>\s*(<mc:Fallback>.*?</mc:Fallback>)", re.DOTALL)
ENOUGH = 20  # words: files with fewer say little
NO_FILE_OF_THE_KIND = (
    pypdfium2.PdfiumError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip
"""What the other readers raise for a damaged file."""
POOR = 0.9
"""Share of its words below which a file must report what is missing."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A file: why it was not read, or how many of its words were; what was left out; CPU seconds; megabytes."""

    name: str
    kind: str
    failure: str = ""
    words: int = 0
    found: int = 0
    left_out: Sequence[str] = field(default=())
    seconds: float = 0.0

    @property
    def share(self) -> float:
        return self.found / self.words if self.words else 1.0


def words_of(text: str) -> Counter[str]:
    """The words of a text, so that hyphens at line ends and ligatures make no difference."""
    plain = unicodedata.normalize("NFKC", re.sub(r"[-\u2010\u00ad\ufffe\x02]\s*", "", text)).lower()
    return Counter(WORD.findall(plain))


def printed(data: bytes, kind: str) -> str:
    """All text of a file, as another reader has it; "" for what it can't read."""
    try:
        if kind == DOCX:
            return html.unescape(_text_of_parts(data))
        return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    except NO_FILE_OF_THE_KIND:
        return ""


def _text_of_parts(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if PARTS.match(name)]
    parts = [ALTERNATIVE.sub(r"\1", part) for part in parts]
    paragraphs = [piece for part in parts for piece in re.split(r"</w:p>|<w:tab/>|<w:br/>", part)]
    return "\n".join("".join(re.findall(r"<(?:w|m):t(?: [^>]*)?>([^<]*)<", piece)) for piece in paragraphs)


def tried(path: Path) -> Tried:
    """What reading the file gives."""
    kind = SUFFIXES[path.suffix.lower()]
    data = path.read_bytes()
    begun = time.process_time()
    try:
        document = parse_binary(data, kind, "", path.name, "", safeguarded=False)
    except InputError as error:
        reason = str(error).removeprefix(f"{path.name}: ")
        return Tried(path.name, kind, reason, sum(words_of(printed(data, kind)).values()))
    seconds = time.process_time() - begun
    marks = [mark.number for one in document.blocks for mark in one.marks]
    read = words_of("\n".join([*(f"{one.number} {one.text.value}" for one in document.blocks), *marks]))
    expected = words_of(printed(data, kind))
    return Tried(path.name, kind, "", sum(expected.values()), _found(expected, read), reported(document), seconds)


def _found(expected: Counter[str], read: Counter[str]) -> int:
    """How many of the words were read; what is one word for one reader and two for the other counts by its letters."""
    letters = Counter("".join((read - expected).elements()))
    found = sum((expected & read).values())
    for word in sorted((expected - read).elements(), key=lambda word: (-len(word), word)):
        if not (needed := Counter(word)) - letters:
            letters -= needed
            found += 1
    return found


def reported(document: Document) -> list[str]:
    pages = [f"page {page}: not all of it is text" for page in document.unread]
    return [*pages, *(f"page {one.page}: {one.reason}" if one.page else one.reason for one in document.left_out)]


def table(files: Sequence[Tried], megabytes: int) -> str:
    """The sums, as a table in Markdown."""
    lines = ["| | PDF | Word |", "|---|---:|---:|"]
    by_kind = [[one for one in files if one.kind == kind] for kind in (PDF, DOCX)]

    def row(name: str, *values: object) -> None:
        lines.append(f"| {name} | {' | '.join(str(value) for value in values)} |")

    read = [[one for one in kind if not one.failure] for kind in by_kind]
    long = [[one for one in kind if one.words >= ENOUGH] for kind in read]
    row("files", *(len(kind) for kind in by_kind))
    row("read", *(len(kind) for kind in read))
    row("refused, with the reason", *(sum(bool(one.failure) for one in kind) for kind in by_kind))
    row("words of files that were read", *(f"{sum(one.words for one in kind):,}" for kind in read))
    row("of these found", *(_share(sum(one.found for one in kind), sum(one.words for one in kind)) for kind in read))
    row("files below 90 %, reported", *(sum(one.share < POOR and bool(one.left_out) for one in kind) for kind in long))
    row("files below 90 %, unreported", *(sum(one.share < POOR and not one.left_out for one in kind) for kind in long))
    row("CPU seconds", *(f"{sum(one.seconds for one in kind):.1f}" for kind in read))
    lines.append(f"\nMost memory: {megabytes} MB.")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--markdown", action="store_true", help="the table alone")
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.folder.rglob("*") if path.suffix.lower() in (".pdf", ".docx"))
    files = [tried(path) for path in paths]
    for one in files if not arguments.markdown else []:
        state = one.failure or f"{one.found} of {one.words} words, {one.seconds:.2f} s"
        print(f"{one.name}: {state}", *(f"  {reason}" for reason in one.left_out), sep="\n", file=sys.stdout)
    print(table(files, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))


if __name__ == "__main__":
    main()
