"""The graph of a corpus as GraphML: its files, the documents that they cite, and how often."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from mandate_data.corpus.citation_formats import graphml
from mandate_data.corpus.corpus_folder import DESCRIPTOR, check_writable
from mandate_data.errors import InputError
from mandate_data.package.atomic_folders import replace_file

_HEAD = re.compile(rb"\s*<\?xml [^<>]*>\s*<graphml\s")


def check_graph_file(file: Path) -> None:
    """Raise InputError for a file that can't hold the graph, or that holds anything but a graph."""
    if file.is_dir():
        raise InputError(f"{file}: is a folder; name another file for --graphml")
    try:
        if not file.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if not file.is_file():
            ours = not os.path.lexists(file)
        else:
            with file.open("rb") as stream:
                head = stream.read(1000)
            ours = not head or _HEAD.match(head) is not None
        if ours:
            check_writable(file.parent)
    except OSError as error:
        raise _not_written(file, error) from None
    if not ours:
        raise InputError(f"{file}: is there and is not GraphML; name another file for --graphml")


def write_graph(package: Path, file: Path) -> None:
    """Write the graph of the package to a file, whole or not at all. Raises InputError where that can't be done."""
    try:
        replace_file(file, "".join(_graph(package)).encode())
    except OSError as error:
        raise _not_written(file, error) from None


def _graph(package: Path) -> Iterator[str]:
    content = json.loads((package / DESCRIPTOR).read_text(encoding="utf-8"))
    paths = {one["name"]: [package / path for path in one["path"]] for one in content["resources"]}
    if not paths["citations"]:  # nothing was read
        return graphml([], {})
    files = pl.scan_parquet(paths["documents"]).select("file").collect()["file"].sort()
    cited = pl.coalesce("symbol", "identifier").alias("cited")
    counts = (
        pl.scan_parquet(paths["citations"])
        .group_by("file", cited)
        .len()
        .filter(pl.col("cited").is_not_null())
        .collect()
    )
    return graphml(files, {(row[0], row[1]): row[2] for row in counts.iter_rows()})


def _not_written(file: Path, error: OSError) -> InputError:
    return InputError(f"{file}: can't be written ({error.strerror}); name another file for --graphml")
