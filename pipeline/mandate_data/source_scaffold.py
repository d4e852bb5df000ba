"""Writes the files of a new source: its folder in `raw/` with a reader, and a test.

What the document does not say is left empty in the descriptor, and the build asks for it with file and line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from pathlib import Path

import yaml

from mandate_data.corpus.own_symbols import symbol_of_name, symbol_of_text
from mandate_data.documents import SUFFIXES, Block, Document, read_document
from mandate_data.documents.markdown_writer import as_markdown, with_labels
from mandate_data.documents.read_apart import read_document_apart
from mandate_data.documents.text_recognition import Ocr
from mandate_data.documents.unread_parts import unread_parts
from mandate_data.errors import InputError
from mandate_data.extract.extraction_guide import exactly, load_guide
from mandate_data.extract.identifiers import load_identifiers
from mandate_data.extract.parsed_source import parse_source
from mandate_data.extract.project_readers import normalisations_of, read_by, read_by_project
from mandate_data.extract.reading_limit import limited_reading
from mandate_data.extract.set_aside_words import words_set_aside
from mandate_data.extract.source_descriptors import DRAFT
from mandate_data.extract.values import slug
from mandate_data.language_tags import is_language_tag
from mandate_data.package.atomic_folders import scratch_folder
from mandate_data.project import Project
from mandate_data.typography import straighten

DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
LONGEST_TITLE = 300
NUMBERED = r"^\d{1,3}\. "
APPARATUS = re.compile(r"(?i:(?:end|foot)?notes|references|bibliography|(?:table of )?contents|annex(?:es)?)\W*")
"""Headings of what goes with any document, by which none is called."""
MASTHEAD = re.compile(
    r"(?:United Nations|(?:Advance )?(?:un)?edited version|(?:General|Environment) Assembly|Commission on [^.]+|"
    r"(?:Security|Human Rights|Economic and Social|Trusteeship) Council|Committee on [^.]+|[a-z]+ Committee|"
    r"Original:.*|Distr\.?\s?:.*|Languages?:.*|[a-z-]+(?: [a-z]+)? session|Agenda items?\b.*|Item \d.*|"
    r"\d{1,2} [a-z]+ \d{4}|(?:English|French|Spanish)(?: only)?)\W*",
    re.IGNORECASE,
)
"""A row of the head of a document of the United Nations, which is not a title."""
PART = re.compile(
    r"(?:(?:[IVXLC]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)] "
    r"|(?i:(?:executive )?summary|abstract|introduction|foreword|preface)\W*$)"
)
"""The heading of a part of a document, which is not a title."""
TITLE = re.compile(
    r"(?:.*?(?:\d{4}|\bsession|\bEnglish|\bAssembly|\bCouncil|\bNations|\d) )?"
    r"(?P<title>(?:An? )?(?:[Rr]eport|[Nn]ote|[Ss]tudy|[Hh]andbook|[Ss]tatement|[Oo]verview|[Gg]uide)\b.*[^.:;,])"
    r"|(?P<other>(?!(?:Distr|Original|United Nations$|GE\.|Agenda item)\b)[^\W\d].* .*[^.:;,])"
)
"""A paragraph before the first heading that names the document: "Report of …", or words that are not a masthead."""
FEW = 5  # paragraphs with a number: with so many, paragraphs are numbered
HEAD_BLOCKS = 20
"""Blocks within which the head of a United Nations document ends."""
BELOW_MASTHEAD = re.compile(
    r"(?:^|\s|(?P<bracket>[(\[]))(?P<title>(?:Report|Study) (?:of|by|on|submitted)\b(?! the Secretary-General).+?)"
    r"[\s*]*(?:\sSummary\b.*)?$"
)
"""What such a document is called, in the head or below it; one of the Secretary-General has its title above that."""
SHORTEST_NAME = 3  # characters by which a source names itself; fewer are found elsewhere, too, unless they stand alone
MOST_SECTION = 60  # characters of a section's name
RIGHTS = "To be filled in: what the rights holder allows, and on what terms we publish our edition of the text."

SET_ASIDE = "a caption, an image credit or a child's words ({}) were set aside and not read"

GENERIC_READER = "schemas/generic_reader.py"
"""What a project may have: a reader of what can be found without knowing the document."""
TESTS = "tests/project"
"""Where a project may have a test for each source; it needs the fixture `project`."""
PAGE = "docs/new-source.md"
"""Where a project may say what comes next."""

READER = '''"""Reader of {source_id}: what can be found without knowing the document."""

from ...schemas.generic_reader import read

__all__ = ["read"]
'''

TEST = '''"""{source_id}: what its reader finds, each with its line."""

from __future__ import annotations

from collections import Counter

from conftest import ProjectCopy


def test_what_is_found_stays_found(project: ProjectCopy) -> None:
    records = project.extract().records["{source_id}"]
    counted = Counter(record.table for record in records)
    expected = {counts}
    assert {{table: counted[table] for table in expected}} == expected
    assert all(record.place.source_id == "{source_id}" for record in records)
'''


@dataclass(frozen=True, slots=True)
class SourceDetails:
    """What a curator knows about a source; "" where unknown."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class NewSource:
    """The files written, how many records of each table the reader gives, how many notes of each check it has on what
    it made no record of, what was not read, and what to do next."""

    files: tuple[Path, ...]
    counts: Mapping[str, int]
    noted: Mapping[str, int]
    unread: tuple[str, ...]
    next_step: str


def begin_source(root: Path, source_id: str, file: Path, details: SourceDetails, ocr: Ocr = "off") -> NewSource:
    """Write the folder of a source in the project at `root`; a reader and a test, too, where the project has such.

    Raises InputError for an id that is invalid or exists, an invalid date or language, and for a file that can't be
    read. Nothing is overwritten.
    """
    folder, test = _places(root, source_id)
    _check_date(details.published)
    _check_language(details.language)
    media_type = SUFFIXES.get(file.suffix.lower())
    if media_type is None:
        raise InputError(f"{file}: unknown kind of file; expected one that ends in {', '.join(sorted(SUFFIXES))}")
    document = read_document_apart(file, media_type, source_id, ocr=ocr)
    if not document.blocks:
        raise InputError(f"{file}: there is no text in it to begin with")
    document = replace(document, blocks=tuple(with_labels(document.blocks)))
    with scratch_folder(folder) as scratch:
        draft = scratch / folder.name
        draft.mkdir()
        descriptor = _descriptor(document, source_id, file.name, details)
        _write_yaml(draft / "source.yaml", f"# What {source_id} is; fill in what is empty.", descriptor)
        edition = f"{DRAFT}\n\n{_recognised(document)}{as_markdown(document.blocks)}"
        (draft / "document.md").write_text(edition, encoding="utf-8")
        _write_yaml(draft / "extraction.yaml", f"# How {source_id} is read; patterns only, no value.", _guide(document))
        (draft / "errata.yaml").write_text("# Known errors of the source, with reasons.\n[]\n", encoding="utf-8")
        with limited_reading(file):
            counts, noted = _counts(draft, Project(root), source_id, details.published)
        if (root / GENERIC_READER).is_file():
            (draft / "reader.py").write_text(READER.format(source_id=source_id), encoding="utf-8")
        try:
            draft.rename(folder)
        except OSError as error:
            raise InputError(f"{folder}: another command has begun it meanwhile ({error.strerror})") from None
        if test is not None:
            text = TEST.format(source_id=source_id, counts=repr(dict(counts)).replace("'", '"'))
            test.write_text(text, encoding="utf-8")
    names = ("source.yaml", "document.md", "extraction.yaml", "errata.yaml", "reader.py")
    written = [*(folder / name for name in names if (folder / name).is_file()), *([test] if test else [])]
    told = tuple(_unread(document, file.name, details))
    return NewSource(tuple(written), counts, noted, told, _next_step(root, folder))


def _unread(document: Document, name: str, details: SourceDetails) -> Iterator[str]:
    """What the draft has not of the document, each with its page or line; and that it has no title."""
    if not (details.title or _printed_title(document) or symbol_of_name(name)):
        yield f"no title is found in it: source.yaml calls it {Path(name).stem!r}, as its file; put the title there"
    for page, reason in unread_parts(document):
        yield f"{f'page {page}: ' if page else ''}{reason}"
    for line, last, words in words_set_aside(document):
        on, lines = document.page_at(line), f"line {line}" if line == last else f"lines {line}-{last}"
        yield f"{f'page {on}, ' if on else ''}{lines}: {SET_ASIDE.format(words)}"


def _next_step(root: Path, folder: Path) -> str:
    page = f" ({PAGE})" if (root / PAGE).is_file() else ""
    return (
        f"restate {folder / 'document.md'} in your own words and delete its first line, fill in what is empty in "
        f"source.yaml, say in extraction.yaml where the facts are, then run mandate-data build{page}"
    )


def _recognised(document: Document) -> str:
    """A comment for each page whose text was recognised: whoever restates it compares it with the page."""
    return "".join(f"<!-- Page {one.page}: {one.reason} -->\n\n" for one in document.recognised)


def _check_date(published: str) -> None:
    """Raise InputError for what is not a year, month or day of the calendar; "" is left for the curator to fill."""
    if not published:
        return
    try:
        if not DATE.fullmatch(published):
            raise ValueError
        date.fromisoformat(f"{published}-01-01"[:10])
    except ValueError:
        raise InputError(
            f"--published {published!r}: no date; expected a year, month or day, as 2018, 2018-04 or 2018-04-10"
        ) from None


def _check_language(tag: str) -> None:
    if not is_language_tag(tag):
        raise InputError(f"--language {tag!r}: no language; expected a BCP 47 tag, as en, pt-BR or zh-Hans")


def _places(root: Path, source_id: str) -> tuple[Path, Path | None]:
    """The paths of the source's folder and of its test, neither of which may exist; no test where there are none."""
    if not ID.fullmatch(source_id):
        raise InputError(f"{source_id!r}: no id; expected small letters, figures and single hyphens, as handbook-2016")
    module = source_id.replace("-", "_")
    folder = root / "raw" / source_id
    test = root / TESTS / f"test_{module}.py"
    if not folder.parent.is_dir():
        raise InputError(
            f"{folder.parent}: no such folder; run this in the project's folder, or name another with --root"
        )
    for path in (folder, test):
        if path.exists():
            raise InputError(f"{path}: is there; choose another id, or delete it")
    return folder, test if test.parent.is_dir() and (root / GENERIC_READER).is_file() else None


def _descriptor(document: Document, source_id: str, name: str, details: SourceDetails) -> dict[str, object]:
    title = details.title or _printed_title(document) or symbol_of_name(name) or Path(name).stem
    full_text: dict[str, object] = {
        "media_type": document.media_type,
        "file": name if FILE_NAME.fullmatch(name) else f"{source_id}{Path(name).suffix.lower()}",
        "sha256": document.sha256,
    }
    if document.pages:
        full_text["pages"] = max(document.pages)
    return {
        "source_id": source_id,
        "title": title[:LONGEST_TITLE],
        "publisher": details.publisher,
        "published": details.published,
        "media_type": "text/markdown",
        "document": "document.md",
        "language": details.language,
        "rights": RIGHTS,
        "full_text": full_text,
    }


def _printed_title(document: Document) -> str:
    """The title that a document with headings prints; "" if it has only the headings of its parts."""
    if title := _below_masthead(document):
        return title
    called = _name(document)
    return called if _headings(document) and not PART.match(called.strip()) else ""


def _headings(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "heading"]


def _is_beside_title(text: str) -> bool:
    """Whether a heading is of what goes with any document, or a row of a masthead."""
    said = APPARATUS.fullmatch(text) or MASTHEAD.fullmatch(text)
    return said is not None or symbol_of_text([text]) is not None


def _below_masthead(document: Document) -> str:
    """The title in or below the head of a United Nations document, which has its organ, session and date; "" if there
    is no such head or no such title."""
    if symbol_of_text(line.lstrip("# ") for line in document.lines) is None:
        return ""
    before = takewhile(lambda block: not PART.match(block.text.value.strip()), document.blocks[:HEAD_BLOCKS])
    for block in before:
        text = " ".join(block.text.value.split())
        if found := BELOW_MASTHEAD.search(text):
            title = found["title"]
            if found["bracket"]:  # behind what the report is on, if anything
                title = text if block.kind == "heading" and found.start() else title.rstrip(")]")
            return title if len(title) <= LONGEST_TITLE else ""
    return ""


def _name(document: Document) -> str:
    """What names a document: the title below its masthead, its first heading, but for those of notes and the like, or
    else its first block.

    Where that heading is of a part of the document, as "I. Visits", it is the title that is printed before it.
    """
    if title := _below_masthead(document):
        return title
    headings = [block for block in _headings(document) if not _is_beside_title(block.text.value.strip())]
    if not headings:
        return document.blocks[0].text.value
    first = headings[0].text.value
    if not PART.match(first.strip()):
        return first
    before = document.blocks[: document.blocks.index(headings[0])]
    paragraphs = [" ".join(block.text.value.split()) for block in before if block.kind == "paragraph"]
    titles = [
        found["title"] or found["other"]
        for text in paragraphs
        if (found := TITLE.fullmatch(text)) and len(text) <= LONGEST_TITLE
    ]
    return (titles or [first])[0]


def _guide(document: Document) -> dict[str, object]:
    first = straighten(_name(document))
    guide: dict[str, object] = {
        "draft": True,
        "names_itself": exactly(first[:MOST_SECTION]) if len(first) >= SHORTEST_NAME else f"^{exactly(first)}$",
        "sections": list(_sections(document)),
    }
    numbered = [block for block in document.blocks if re.match(NUMBERED, block.text.value)]
    if len(numbered) >= FEW:
        guide["unread"] = [{"pattern": NUMBERED, "reason": "numbers of the paragraphs"}]
    return guide


def _sections(document: Document) -> Iterator[dict[str, object]]:
    """A rule for each heading that occurs once; those below the highest level are inside the one before."""
    headings = _headings(document)
    texts = [straighten(block.text.value) for block in headings]
    highest = min((block.level for block in headings), default=1)
    names: set[str] = set()
    for block, text in zip(headings, texts, strict=True):
        name = slug(text)[:MOST_SECTION].strip("-")
        if name and name not in names and texts.count(text) == 1:
            names.add(name)
            rule: dict[str, object] = {"heading": f"^{exactly(text)}$", "section": name}
            yield rule | ({"inside": True} if block.level > highest else {})


def _counts(folder: Path, project: Project, source_id: str, published: str) -> tuple[dict[str, int], dict[str, int]]:
    """How many records of each table the project's readers give for the new edition, and how many notes by check."""
    document = read_document(folder / "document.md", "text/markdown", source_id)
    guide = load_guide(folder / "extraction.yaml", project.contract)
    parsed = parse_source(document, guide, normalisations_of(project), project.checks)
    parsed = replace(parsed, published=published)
    identifiers = load_identifiers(project.raw / "identifiers.yaml")
    extraction = read_by_project(parsed, identifiers, folder, project)
    generic = project.root / GENERIC_READER
    if generic.is_file():
        extraction.extend(read_by(generic, parsed, identifiers, project))
    noted = Counter(one.code for one in extraction.findings if one.severity == "note")
    return dict(sorted(Counter(record.table for record in extraction.records).items())), dict(sorted(noted.items()))


def _write_yaml(path: Path, comment: str, content: Mapping[str, object]) -> None:
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(f"{comment}\n{text}", encoding="utf-8")
