"""How citations are written: as lines, as Web Annotations, as CSL-JSON, as a graph."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from mandate_data.citations import Reference, parse
from mandate_data.corpus.issue_years import year_of, year_printed
from mandate_data.printable import printable, printable_json, printable_line, printable_passage

FIELDS = (
    "start",
    "end",
    "line",
    "text",
    "kind",
    "symbol",
    "candidates",
    "repaired",
    "pinpoint_kind",
    "pinpoint",
    "note",
    "antecedent",
    "reason",
    "organ",
    "identifier",
    "url",
)
"""What is reported of a reference, in this order, after the `file` it stands in."""

AROUND = 64
"""Characters before and after a reference that formats with NEIGHBOURS are given, where there are so many."""
_QUOTED = 32
"""Characters before and after a reference by which a program finds it again in a text that has changed."""


class Printed(NamedTuple):
    """A reference, the file that it stands in, and the text right before and after it, where it is needed."""

    file: str
    reference: Reference
    before: str = ""
    after: str = ""


def as_jsonl(references: Iterable[Printed]) -> Iterator[str]:
    """One JSON object per line."""
    for file, reference, _, _ in references:
        record = {"file": file, **{field: getattr(reference, field) for field in FIELDS}}
        yield printable_json(json.dumps(record, ensure_ascii=False)) + "\n"


def as_csv(references: Iterable[Printed]) -> Iterator[str]:
    """A header and one row per reference; candidates are joined by `;`, and control characters are escapes."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(("file", *FIELDS))
    for file, reference, _, _ in references:
        writer.writerow((printable_line(file), *(_cell(getattr(reference, field)) for field in FIELDS)))
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = ";".join(value) if isinstance(value, tuple) else value
    return printable_passage(text) if isinstance(text, str) else text


def as_text(references: Iterable[Printed]) -> Iterator[str]:
    """A line for people: where, what is printed, and what it is."""
    for file, reference, _, _ in references:
        note = f", note {reference.note}" if reference.note else ""
        printed = " ".join(reference.text.split())
        yield printable_line(f"{file}:{reference.line}{note}: {printed}{_meaning(reference, printed)}") + "\n"


def _meaning(reference: Reference, printed: str) -> str:
    pinpoint = f", {_place(reference)}" if reference.pinpoint_kind else ""
    if reference.symbol:
        repaired = " (repaired)" if reference.repaired else ""
        same = reference.symbol == printed
        return f"{pinpoint}{repaired}" if same else f" = {reference.symbol}{pinpoint}{repaired}"
    if reference.identifier:
        return f" = {reference.identifier}{pinpoint}"
    candidates = f"{' or '.join(reference.candidates)}: " if reference.candidates else ""
    return f" = ?{pinpoint} ({candidates}{reference.reason})"


def _place(reference: Reference) -> str:
    """A pinpoint as people read it: `preambular paragraph 3`."""
    return f"{reference.pinpoint_kind} {reference.pinpoint or ''}".replace("_", " ").rstrip()


def as_annotations(references: Iterable[Printed]) -> Iterator[str]:
    """A W3C Web Annotation per reference that is settled, as a page of annotations in JSON-LD."""
    settled = (one for one in references if one.reference.symbol or one.reference.identifier)
    items = [
        {
            "type": "Annotation",
            "id": f"#{number}",
            "motivation": "linking",
            "body": _body(one.reference),
            "target": {
                "source": quote(one.file),
                "selector": [
                    {"type": "TextPositionSelector", "start": one.reference.start, "end": one.reference.end},
                    _quote(one),
                ],
            },
        }
        for number, one in enumerate(settled, 1)
    ]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    yield printable_json(json.dumps(page, ensure_ascii=False, indent=1)) + "\n"


def _quote(one: Printed) -> dict[str, str]:
    """The reference as printed, with what is before and after it, for one that is in a text more than once."""
    quote = {"type": "TextQuoteSelector", "exact": one.reference.text}
    if one.before:
        quote["prefix"] = one.before[-_QUOTED:]
    if one.after:
        quote["suffix"] = one.after[:_QUOTED]
    return quote


def _body(reference: Reference) -> dict[str, str] | list[dict[str, str]]:
    """What an annotation links to, and the pinpoint within it, as a text."""
    linked = {"type": "SpecificResource", "source": reference.url or f"urn:{reference.identifier}"}
    if not reference.pinpoint_kind:
        return linked
    return [
        linked | {"purpose": "linking"},
        {"type": "TextualBody", "value": _place(reference), "format": "text/plain", "purpose": "describing"},
    ]


def as_csl(references: Iterable[Printed]) -> Iterator[str]:
    """An item of CSL-JSON per document or work that is cited, sorted, as Zotero imports it."""
    items: dict[str, dict[str, Any]] = {}
    printed: dict[str, set[int]] = {}
    for _, reference, _, after in references:
        key = reference.symbol or reference.identifier
        if key is None:
            continue
        if key not in items:
            items[key] = _item(key, reference)
        if year := year_printed(reference, after):
            printed.setdefault(key, set()).add(year)
    for key, years in printed.items():
        if len(years) == 1:
            items[key].setdefault("issued", _issued(*years))
    yield printable_json(json.dumps([items[key] for key in sorted(items)], ensure_ascii=False, indent=1)) + "\n"


def _issued(year: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [[year]]}


def _item(key: str, reference: Reference) -> dict[str, Any]:
    if reference.symbol is None:
        usual = {"treaty": "treaty", "case": "legal_case", "letter": "personal_communication"}
        return {"id": key, "type": usual.get(reference.kind, "document"), "title": reference.text}
    symbol = parse(reference.symbol)
    item: dict[str, Any] = {
        "id": key,
        "type": "legislation" if symbol.kind in ("resolution", "decision") else "report",
        "title": key,
        "number": key,
        "authority": symbol.body_title,
        "publisher": "United Nations",
        "URL": symbol.url,
    }
    if year := year_of(symbol):
        item["issued"] = _issued(year)
    return item


def as_graphml(references: Iterable[Printed]) -> Iterator[str]:
    """The citing files and the cited documents as nodes, and an edge per pair with the number of citations."""
    edges: Counter[tuple[str, str]] = Counter()
    files: dict[str, None] = {}
    for file, reference, _, _ in references:
        files.setdefault(file)
        if cited := reference.symbol or reference.identifier:
            edges[file, cited] += 1
    yield from graphml(files, edges)


def graphml(files: Iterable[str], edges: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """The same from the files and, by file and cited document, the number of citations."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        '<key id="sort" for="node" attr.name="sort" attr.type="string"/>\n'
        '<key id="citations" for="edge" attr.name="citations" attr.type="int"/>\n'
        '<graph edgedefault="directed">\n'
    )
    cited_documents = sorted({cited for _, cited in edges})
    for sort, names in (("file", list(files)), ("document", cited_documents)):
        for name in names:
            yield f'<node id={quoteattr(printable(f"{sort}:{name}"))}><data key="sort">{sort}</data></node>\n'
    for (file, cited), count in sorted(edges.items()):
        source, target = (quoteattr(printable(name)) for name in (f"file:{file}", f"document:{cited}"))
        yield f'<edge source={source} target={target}><data key="citations">{count}</data></edge>\n'
    yield "</graph>\n</graphml>\n"


FORMATS = {
    "jsonl": as_jsonl,
    "csv": as_csv,
    "text": as_text,
    "annotation": as_annotations,
    "csl": as_csl,
    "graphml": as_graphml,
}
"""How references are written; `html` and `markdown` write the text itself, with links."""
SETTLED = ("annotation", "csl", "graphml")
"""The formats without the references that are open."""
NEIGHBOURS = ("annotation", "csl")
"""The formats that make use of the text around a reference."""
