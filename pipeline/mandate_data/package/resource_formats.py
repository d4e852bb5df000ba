"""Resource formats: the format and compression of a resource, by its descriptor, its media type or its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mandate_data.package.side_files import InvalidResourceError

MEDIA_TYPES = {"text/csv": "csv", "text/tab-separated-values": "tsv"}
FORMATS = {"csv": ",", "tsv": "\t"}
"""Formats of tables that are read, and their usual delimiters."""
COMPRESSIONS = {"gz": "gz", "gzip": "gz", "zip": "zip"}


def format_of(item: Mapping[str, Any], path: str) -> tuple[str, str]:
    """The format and the compression as the descriptor, the media type or the name of the file gives them."""
    suffixes = [suffix[1:].lower() for suffix in Path(path).suffixes]
    stated = item.get("compression")
    if stated and (not isinstance(stated, str) or (stated not in COMPRESSIONS and stated != "no")):
        raise InvalidResourceError(f"its compression {stated!r} is none of {', '.join(COMPRESSIONS)}")
    compression = COMPRESSIONS.get(str(stated), "") if stated else ""
    if suffixes and suffixes[-1] in COMPRESSIONS and stated != "no":
        last = COMPRESSIONS[suffixes.pop()]
        compression = compression or last
    suffix = suffixes[-1] if suffixes else ""
    format = str(item.get("format") or MEDIA_TYPES.get(str(item.get("mediatype")), suffix)).lower()
    if format in COMPRESSIONS or (not format and compression == "zip"):
        format = suffix or "csv"
    parts = format.split(".")  # csv.gz
    if parts[-1] in COMPRESSIONS:
        compression, format = compression or COMPRESSIONS[parts[-1]], parts[0]
    return format, compression
