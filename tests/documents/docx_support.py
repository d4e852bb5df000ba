"""Word documents written as XML, for the tests of what is read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from mandate_data.documents import DOCX, Document, parse_binary

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    f'"{DOCX}.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMES = (
    f'xmlns:w="{W}" xmlns:m="{M}" xmlns:r="{KIND}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x="urn:example:unknown" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = f'<Relationship Id="{{name}}" Type="{KIND}/part" Target="{{name}}"/>'


def word(body: str, files: Mapping[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word document with this in its body, these other parts, and these other files, each related by its name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr(
            "word/document.xml",
            f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        )
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{part}</w:{name}>")
        relations = "".join(RELATION.format(name=name) for name in files or {})
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
        )
        for name, content in (files or {}).items():
            archive.writestr(f"word/{name}", content)
    return data.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what is not XML is a run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(data: bytes, media_type: str = DOCX, safeguarded: bool = False) -> Document:
    return parse_binary(data, media_type, "text", "a file", "", safeguarded)


def texts(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks]
