"""UN document symbols: parse them, find references in any text, resolve ibid. and supra over a document."""

from pipeline.citations.find import find
from pipeline.citations.references import Reference
from pipeline.citations.resolve import Located, Segment, cite_document
from pipeline.citations.symbols import Symbol, SymbolError, parse

__all__ = ["Located", "Reference", "Segment", "Symbol", "SymbolError", "cite_document", "find", "parse"]
