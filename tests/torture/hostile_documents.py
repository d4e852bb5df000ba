"""Documents that nobody means well with: small files that ask for endless work or memory, and damaged ones."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

CONTENT = b"BT /F 10 Tf 72 700 Td (A/HRC/31/58 is cited.) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>"


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def packed(data: bytes) -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + entries + trailer


def one_page(
    content: bytes = b"", font: bytes = FONT, page: bytes = PAGE % b"", more: Sequence[bytes] = (), pages: bytes = b""
) -> bytes:
    """A PDF of one page with a content stream and a font, objects 4 and 5; `more` are objects from 6 on."""
    tree = pages or b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, content or stream(CONTENT), font, *more])


def mapped(rules: bytes) -> bytes:
    """A page whose font says by a map which characters its bytes are."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> "
        b"endcodespacerange\n" + rules + b"\nendcmap end end"
    )
    font = FONT[:-2] + b"/ToUnicode 6 0 R>>"
    return one_page(font=font, more=[stream(cmap)])


def hostile_pdfs(seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of PDFs."""
    yield "contents-is-itself", one_page(content=b"4 0 R")
    yield "contents-array-of-itself", one_page(content=b"[4 0 R 4 0 R]")
    yield "pages-are-their-own-kids", one_page(pages=b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    yield "pages-count-billions", one_page(pages=b"<</Type/Pages/Kids[3 0 R]/Count 4000000000>>")
    yield "parent-is-itself", one_page(page=b"<</Type/Page/Parent 3 0 R/Contents 4 0 R>>")
    yield "range-of-billions", mapped(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")
    yield "range-of-a-million-names", mapped(b"1 beginbfrange <0000> <FFFF> [" + b"<0041>" * 100_000 + b"] endbfrange")
    yield "map-of-itself", mapped(b"/F usecmap")
    wide = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/W %s>>"
    compound = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    yield "widths-of-billions", one_page(font=compound, more=[wide % b"[0 4000000000 500]"])
    yield "widths-nested", one_page(font=compound, more=[wide % (b"[" * 50_000 + b"]" * 50_000)])
    yield "descendant-is-itself", one_page(font=compound.replace(b"6 0 R", b"5 0 R"))
    for depth, fan in ((7, 10), (3, 200), (40, 2)):
        forms = [
            stream(
                b"/X Do " * fan,
                b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (7 + n),
            )
            for n in range(depth)
        ]
        end = stream(CONTENT, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>")
        page = PAGE % b"/XObject<</X 6 0 R>>"
        yield f"forms-in-forms-{depth}-{fan}", one_page(stream(b"/X Do"), page=page, more=[*forms, end])
    own = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    yield "form-of-itself", one_page(stream(b"/X Do"), page=PAGE % b"/XObject<</X 6 0 R>>", more=[own])
    yield "spaces", one_page(packed(b"BT /F 10 Tf " + b" " * (256 << 20) + b" ET"))
    yield (
        "packed-twice",
        one_page(
            stream(
                zlib.compress(zlib.compress(b"q Q " * (32 << 20), 9), 9),
                b"/Filter[/FlateDecode/FlateDecode]",
            )
        ),
    )
    yield "filters", one_page(stream(CONTENT, b"/Filter[" + b"/ASCIIHexDecode" * 20_000 + b"]"))
    yield "saved-states", one_page(packed(b"q " * 2_000_000))
    yield "operands", one_page(packed(b"1 " * 4_000_000 + b"Td"))
    yield "strings", one_page(packed(b"BT /F 10 Tf " + b"(a) Tj " * 1_000_000 + b"ET"))
    yield "brackets", one_page(stream(b"[" * 200_000))
    yield "dictionaries", one_page(stream(b"<<" * 200_000))
    yield "lines", one_page(packed(b"".join(b"0 %d m 600 %d l S\n" % (y % 800, y % 800) for y in range(100_000))))
    yield "boxes", one_page(packed(b"".join(b"%d 0 1 800 re f\n" % (x % 600) for x in range(100_000))))
    yield "size-of-nothing", one_page(page=PAGE % b"" + b"/MediaBox[0 0 0 0]")
    yield "size-of-all", one_page(page=(PAGE % b"").replace(b"600 800", b"1e38 1e38"))
    yield "font-size", one_page(stream(b"BT /F 1e38 Tf 1e38 1e38 Td (A/RES/1/1) Tj ET"))
    yield "matrix", one_page(stream(b"1e30 1e30 1e30 1e30 1e30 1e30 cm " * 100 + CONTENT))
    yield "length-of-itself", one_page(b"<</Length 4 0 R>>stream\nq Q\nendstream")
    yield "length-negative", one_page(b"<</Length -1>>stream\nq Q\nendstream")
    yield "encrypted", one_page().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 9/R 9/O(a)/U(a)>>")
    yield "table-before-itself", one_page().replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 0/XRefStm 9")
    yield (
        "script",
        one_page(more=[b"<</S/JavaScript/JS(app.alert(1))>>"]).replace(b"/Catalog", b"/Catalog/OpenAction 6 0 R"),
    )
    yield (
        "address",
        one_page(more=[b"<</S/URI/URI(http://127.0.0.1:9/x)>>"]).replace(b"/Catalog", b"/Catalog/OpenAction 6 0 R"),
    )
    yield "file-elsewhere", one_page(b"<</Length 0/F(/etc/passwd)>>stream\n\nendstream")
    yield "escape-in-text", one_page(stream(b"BT /F 10 Tf 72 700 Td (A/HRC/31/58 \033]0;x\007) Tj ET"))
    yield (
        "many-pages",
        pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[" + b"3 0 R " * 20_000 + b"]/Count 20000>>",
                PAGE % b"",
                stream(CONTENT),
                FONT,
            ]
        ),
    )
    chance, whole = random.Random(seed), one_page()
    yield "empty-object", whole.replace(CONTENT, b"")
    for part in (0.1, 0.5, 0.9):
        yield f"cut-at-{part}", whole[: int(len(whole) * part)]
    for number in range(6):
        data = bytearray(whole)
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        yield f"damaged-{number}", bytes(data)


def docx(body: str, parts: Mapping[str, bytes | str] = {}, head: str = "") -> bytes:
    """A Word document whose body is this XML; `parts` are further files of the archive."""
    text = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kinds}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": text,
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def hostile_words(seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of Word documents."""
    said = "<w:p><w:r><w:t>A/HRC/31/58 is cited.</w:t></w:r></w:p>"
    yield "paragraphs", docx("<w:p/>" * 2_500_000)
    yield "runs", docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 400_000 + "</w:p>")
    yield "long-text", docx("<w:p><w:r><w:t>" + "a" * 100_000_000 + "</w:t></w:r></w:p>")
    yield "nested-tables", docx("<w:tbl><w:tr><w:tc>" * 5_000 + said + "</w:tc></w:tr></w:tbl>" * 5_000)
    yield "cells", docx("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 300_000 + "</w:tr></w:tbl>")
    span = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    yield "span-of-billions", docx(span + said)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield "laughs", docx("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", head=f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>')
    outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield "file-entity", docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head=outside)
    remote = '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">'
    yield "remote-entity", docx(said, head=remote)
    yield (
        "notes-of-themselves",
        docx(
            '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
            {
                "word/footnotes.xml": f'<w:footnotes xmlns:w="{WORDS}"><w:footnote w:id="1"><w:p><w:r>'
                '<w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>'
            },
        ),
    )
    yield "bomb", docx(said, {"word/media/image1.png": bytes(400_000_000)})
    yield "no-document", docx(said, {"word/document.xml": ""})
    yield "no-xml", docx(said, {"word/document.xml": b"\0\1\2"})
    yield "in-itself", docx(said, {"word/document.docx": docx(said)})
    yield "outside", docx(said, {"../../evil.txt": "a"})
    yield "latin-1", docx(said, {"word/document.xml": b'<?xml version="1.0" encoding="latin-1"?><\xe9/>'})
    yield "no-archive", b"PK\x03\x04" + bytes(100)
    chance, whole = random.Random(seed), docx(said)
    for part in (0.3, 0.7):
        yield f"cut-at-{part}", whole[: int(len(whole) * part)]
    for number in range(6):
        data = bytearray(whole)
        for _ in range(10):
            data[chance.randrange(len(data))] = chance.randrange(256)
        yield f"damaged-{number}", bytes(data)


def hostile_texts() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of Markdown."""
    yield "quotes", b"> " * 100_000 + b"a\n"
    yield "brackets", b"[" * 200_000 + b"\n"
    yield "images", b"![" * 100_000 + b"\n"
    yield "stars", b"*a **b " * 50_000 + b"\n"
    yield "ticks", b"".join(b"`" * n + b" " for n in range(1, 1_000)) + b"\n"
    yield "lists", b"".join(b" " * (2 * n) + b"- a\n" for n in range(2_000))
    yield "tags", b"<a " * 100_000 + b"\n"
    yield "table", b"|a" * 20_000 + b"|\n" + b"|-" * 20_000 + b"|\n" + b"|b" * 20_000 + b"|\n"
    yield "notes", b"".join(b"[^%d]: [^%d]\n" % (n, n + 1) for n in range(20_000))
    yield "entities", b"&amp;" * 200_000 + b"\n"
    yield "one-line", b"A/HRC/31/58 " * 500_000
    yield "nul", b"A/HRC/31/58\0\n"
    yield "latin-1", b"caf\xe9\n"
    yield "escapes", b"A/HRC/31/58 \x1b]0;x\x07 \xc2\x9b31m \xe2\x80\xae\n"


def hostile_documents(seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """All of them, as file names and bytes."""
    yield from ((f"{name}.pdf", data) for name, data in hostile_pdfs(seed))
    yield from ((f"{name}.docx", data) for name, data in hostile_words(seed))
    yield from ((f"{name}.md", data) for name, data in hostile_texts())
