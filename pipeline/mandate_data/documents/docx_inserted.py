"""Documents that a Word document inserts as files of their own: their paragraphs are read at their place."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from mandate_data.archives import open_archive
from mandate_data.documents.document import LeftOut
from mandate_data.documents.docx_numbering import W
from mandate_data.documents.html_in_markdown import HtmlBlocks
from mandate_data.limits import LARGEST_INSERTED

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATIONS = "word/_rels/document.xml.rels"
UNREAD = LeftOut("a document that is inserted as a file of its own")
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def inserted(archive: zipfile.ZipFile, chunk: etree._Element) -> list[str] | None:
    """The paragraphs of the file that `chunk` inserts; None where it is not read.

    Read are texts, web pages and Word documents: of these the paragraphs and cells, then the notes.
    """
    name = _target(archive, chunk.get(RELATION, ""))
    if name not in archive.namelist() or archive.getinfo(name).file_size > LARGEST_INSERTED:
        return None
    data = archive.read(name)
    match posixpath.splitext(name)[1].lower():
        case ".txt":
            return _decoded(data).split("\n")
        case ".htm" | ".html" | ".xhtml":
            return [block.text.value for block in HtmlBlocks(_body(_decoded(data)), 1, 0, False).blocks]
        case ".docx":
            return _paragraphs(data)
        case _:
            return None


def _target(archive: zipfile.ZipFile, identity: str) -> str:
    if RELATIONS not in archive.namelist():
        return ""
    for one in _tree(archive.read(RELATIONS)):
        if one.get("Id") == identity and one.get("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/word", one.get("Target", ""))).lstrip("/")
    return ""


def _decoded(data: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _body(page: str) -> str:
    """A web page without its head."""
    return page[page.lower().find("</head>") + len("</head>") :] if "</head>" in page.lower() else page


def _paragraphs(data: bytes) -> list[str] | None:
    try:
        with open_archive(io.BytesIO(data)) as archive:
            parts = [archive.getinfo(name) for name in PARTS if name in archive.namelist()]
            if not parts or sum(part.file_size for part in parts) > LARGEST_INSERTED:
                return None
            return [text for part in parts for text in _texts(_tree(archive.read(part)))]
    except (zipfile.BadZipFile, etree.XMLSyntaxError):
        return None


def _texts(tree: etree._Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{W}p"):
        if text := "".join(one.text or "" for one in paragraph.iter(f"{W}t")).strip():
            yield text


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
