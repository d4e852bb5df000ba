"""United Nations document symbols: read one, find references in any text, settle `ibid.` over a document.

symbol = parse("E/CN4/RES/1990/68")          # SymbolError if it is none
str(symbol), symbol.body, symbol.year        # 'E/CN.4/RES/1990/68', 'commission_on_human_rights', 1990
symbol.repaired, symbol.url                  # True: a dot was missing; the document's address

for reference in find("See resolution 7/13 of the Human Rights Council, para. 2."):
    reference.text, reference.symbol, reference.pinpoint  # 'resolution 7/13', 'A/HRC/RES/7/13', '2'

text = "17 E/CN.4/2004/9, p. 7. 18 Ibid., p. 22."
[(reference.note, reference.symbol) for reference in cite(text)]  # the same document twice, in notes 17 and 18

A library of its own: it imports nothing else of the project.
"""

from mandate_data.citations.annotate import annotate
from mandate_data.citations.find import find
from mandate_data.citations.languages import LANGUAGES
from mandate_data.citations.printed_symbols.fast_symbols import find_symbols
from mandate_data.citations.references import Kinds, PinpointKind, Reference, ReferenceKind
from mandate_data.citations.resolve import cite
from mandate_data.citations.segments import Located, Segment, cite_document
from mandate_data.citations.stream import cite_stream
from mandate_data.citations.symbols.symbols import Symbol, SymbolError, parse

__all__ = [
    "LANGUAGES",
    "Kinds",
    "Located",
    "PinpointKind",
    "Reference",
    "ReferenceKind",
    "Segment",
    "Symbol",
    "SymbolError",
    "annotate",
    "cite",
    "cite_document",
    "cite_stream",
    "find",
    "find_symbols",
    "parse",
]
