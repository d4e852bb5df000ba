"""PDFs written object by object, for what no typesetter writes."""

from __future__ import annotations

import zlib

from document_support import read_pdf
from mandate_data.documents import Document

Printed = tuple[int, int, str]
"""A text and its place, in points from the lower left corner."""


def made(
    content: bytes, extra: bytes = b"", page: bytes = b"", catalog: bytes = b"", more: tuple[bytes, ...] = ()
) -> bytes:
    """A PDF of one page with this content stream, compressed, and these entries of its objects; `more` begin at 7."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 6 0 R" + page + b">>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Font<</F 5 0 R>>" + extra + b">>",
        *more,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))


def printed(*lines: tuple[int, int, str], size: int = 10) -> bytes:
    """A content stream that prints each text at its place, in points from the lower left corner."""
    return b"".join(f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n".encode("latin-1") for x, y, text in lines)


def column(lines: tuple[str, ...], x: int, leading: int = 12, top: int = 700) -> list[Printed]:
    """Lines below each other, the first at a height of `top`."""
    return [(x, top - leading * number, text) for number, text in enumerate(lines)]


def read(lines: list[Printed]) -> Document:
    """The document that these lines make, printed in their order."""
    return read_pdf(made(printed(*lines)))
