"""What of a document was not read, page by page, as `cite`, `corpus` and `new-source` report it."""

from __future__ import annotations

from mandate_data.documents import DOCX
from mandate_data.documents.document import Document

PARTLY = "not all of it is text that can be read"
PICTURE = "it is a picture, as of a scan, and not read: --ocr auto reads its text where Tesseract is installed"


def unread_parts(document: Document) -> list[tuple[int, str]]:
    """Page (0 for a document without pages) and reason of everything that was not read as text, in order.

    A line of a document without pages is named in the reason: in Word, it is a paragraph.
    """
    name = "paragraph" if document.media_type == DOCX else "line"
    pages = [(page, 0, PICTURE if _is_picture(document, page) else PARTLY) for page in document.unread]
    parts = [
        (one.page, one.line, f"{f'{name} {one.line}: ' if one.line and not one.page else ''}not read: {one.reason}")
        for one in document.left_out
    ]
    recognised = [(one.page, 0, one.reason) for one in document.recognised]
    return [(page, reason) for page, _, reason in sorted(dict.fromkeys([*pages, *parts, *recognised]))]


def _is_picture(document: Document, page: int) -> bool:
    """Whether nothing is known of a page but that it has a picture: no line of text, and nothing that was left out."""
    return page not in document.pages and not any(one.page == page for one in document.left_out)
