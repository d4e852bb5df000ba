"""Source descriptors: which document a source folder holds, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mandate_data.documents import DOCX, PDF, SUFFIXES, Document, read_document
from mandate_data.documents.read_apart import read_document_apart
from mandate_data.errors import InputError
from mandate_data.extract.source_schemas import schema_of
from mandate_data.yaml_files import load_yaml, without_lines

DRAFT = "<!-- These are the words of the source. Restate them, then delete this line. -->"
"""The first line of an edition that is no edition yet."""


@dataclass(frozen=True, slots=True)
class Source:
    """A folder of `raw/`: the descriptor, and the document chosen for this build.

    `files` are those of the folder that may be read: the edition, and the full text. `edition` is `abridged` for the
    edition in `raw/`, `full_text` for a copy that the user holds. `begun_from` is the digest of the full text from
    which the edition was begun, where the descriptor has it.
    """

    source_id: str
    folder: Path
    title: str
    alternative_title: str | None
    publisher: str
    published: str
    rights: str
    url: str | None
    document: Path
    media_type: str
    edition: str
    begun_from: str | None = None
    files: tuple[Path, ...] = ()

    def read(self) -> Document:
        """Its text; what is not in the project's folder is read in a child process, within limits."""
        if self.edition == "abridged" and self.media_type not in (DOCX, PDF):
            return read_document(self.document, self.media_type, self.source_id)
        return read_document_apart(self.document, self.media_type, self.source_id)


def find_sources(raw: Path, full_texts: Path | None = None, chosen: Mapping[str, Path] | None = None) -> list[Source]:
    """The sources of `raw`, in order of their ids.

    `full_texts` is a folder with full texts under the names that the descriptors give; `chosen` names a file
    for single sources. Raises InputError for a broken descriptor, a missing file or an unknown source id.
    """
    if not raw.is_dir():
        raise InputError(f"{raw}: no such folder; run this in the project's folder, or name another with --root")
    folders = sorted(path.parent for path in raw.glob("*/source.yaml"))
    if not folders:
        raise InputError(f"{raw}: holds no source; a source is a folder with a source.yaml")
    known = {folder.name for folder in folders}
    for source_id in sorted(set(chosen or {}) - known):
        raise InputError(f"unknown source {source_id!r}; known sources: {', '.join(sorted(known))}")
    return [source_in(folder, full_texts, (chosen or {}).get(folder.name)) for folder in folders]


def sources_at_hand(raw: Path, digests: Mapping[str, str]) -> dict[str, Document]:
    """The documents of `raw` whose text has the digest that is asked for, by source id; others are left out."""
    found: dict[str, Document] = {}
    for source in find_sources(raw) if any(raw.glob("*/source.yaml")) else []:
        document = source.read() if source.source_id in digests else None
        if document is not None and document.sha256 == digests[source.source_id]:
            found[source.source_id] = document
    return found


def source_in(folder: Path, full_texts: Path | None = None, chosen: Path | None = None) -> Source:
    """The source in one folder of `raw`. Raises InputError for a broken descriptor and a missing file."""
    path = folder / "source.yaml"
    content = without_lines(load_yaml(path, schema_of("source")))
    if content["source_id"] != folder.name:
        raise InputError(
            f"{path}: source_id is {content['source_id']!r}, but the folder is {folder.name!r}; make them equal"
        )
    document, media_type, edition = folder / content["document"], content["media_type"], "abridged"
    if chosen is not None:
        if chosen.resolve() != document.resolve():
            document, media_type, edition = chosen, _media_type_of(chosen), "full_text"
    elif full_texts is not None:
        document, media_type, edition = (
            full_texts / content["full_text"]["file"],
            content["full_text"]["media_type"],
            "full_text",
        )
    if not document.is_file():
        raise InputError(f"{document}: no such file for source {folder.name}; check the path")
    return Source(
        source_id=content["source_id"],
        folder=folder,
        title=content["title"],
        alternative_title=content.get("alternative_title"),
        publisher=content["publisher"],
        published=content["published"],
        rights=content["rights"],
        url=content.get("url"),
        document=document,
        media_type=media_type,
        edition=edition,
        begun_from=content["full_text"].get("sha256"),
        files=(folder / content["document"], folder / content["full_text"]["file"]),
    )


def _media_type_of(path: Path) -> str:
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: unknown kind of file; expected one that ends in {', '.join(sorted(SUFFIXES))}")
    return SUFFIXES[path.suffix.lower()]
