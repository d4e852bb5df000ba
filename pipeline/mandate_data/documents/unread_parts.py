"""What of a document was not read, page by page, as `cite`, `corpus` and `new-source` report it."""

from __future__ import annotations

from mandate_data.documents.document import Document


def unread_parts(document: Document) -> list[tuple[int, str]]:
    """Page (0 for a document without pages) and reason of everything that was not read as text, in order."""
    pages = [(page, "not all of it is text that can be read") for page in document.unread]
    parts = [(one.page, f"not read: {one.reason}") for one in document.left_out]
    recognised = [(one.page, one.reason) for one in document.recognised]
    return sorted(dict.fromkeys([*pages, *parts, *recognised]))
