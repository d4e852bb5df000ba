"""The grammar of document symbols: their parts, series, sessions and years."""
