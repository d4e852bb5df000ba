"""United Nations document symbols: read one, find references in any text, settle `ibid.` over a document.

symbol = parse("E/CN4/RES/1990/68")          # SymbolError if it is none
str(symbol), symbol.body, symbol.year        # 'E/CN.4/RES/1990/68', 'commission_on_human_rights', 1990
symbol.repaired, symbol.url                  # True: a dot was missing; the document's address

for reference in find("See resolution 7/13 of the Human Rights Council, para. 2."):
    reference.text, reference.symbol, reference.pinpoint  # 'resolution 7/13', 'A/HRC/RES/7/13', '2'

notes = [Segment("E/CN.4/2004/9, p. 7.", note="17"), Segment("Ibid., p. 22.", note="18")]
[located.reference.symbol for located in cite_document(notes)]  # the same document twice

A library of its own: it needs the standard library alone and imports nothing else of the project.
"""

from pipeline.citations.find import find
from pipeline.citations.references import PinpointKind, Reference, ReferenceKind
from pipeline.citations.resolve import Located, Segment, cite_document, resolve
from pipeline.citations.symbols import Symbol, SymbolError, parse

__all__ = [
    "Located",
    "PinpointKind",
    "Reference",
    "ReferenceKind",
    "Segment",
    "Symbol",
    "SymbolError",
    "cite_document",
    "find",
    "parse",
    "resolve",
]
