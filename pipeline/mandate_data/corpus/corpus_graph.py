"""The graph of a corpus as GraphML: its files, the documents that they cite, and how often."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl

from mandate_data.corpus.citation_formats import graphml
from mandate_data.corpus.corpus_package import DESCRIPTOR
from mandate_data.errors import InputError


def write_graph(package: Path, file: Path) -> None:
    """Write the graph of the package to a file, whole or not at all. Raises InputError where that can't be done."""
    content = json.loads((package / DESCRIPTOR).read_text(encoding="utf-8"))
    paths = {one["name"]: [package / path for path in one["path"]] for one in content["resources"]}
    partial = file.with_name(f"{file.name}.partial")
    try:
        with partial.open("w", encoding="utf-8") as stream:
            if not paths["citations"]:  # nothing was read
                stream.writelines(graphml([], {}))
            else:
                files = pl.scan_parquet(paths["documents"]).select("file").collect()["file"].sort()
                cited = pl.coalesce("symbol", "identifier").alias("cited")
                counts = (
                    pl.scan_parquet(paths["citations"])
                    .group_by("file", cited)
                    .len()
                    .filter(pl.col("cited").is_not_null())
                    .collect()
                )
                stream.writelines(graphml(files, {(row[0], row[1]): row[2] for row in counts.iter_rows()}))
        partial.replace(file)
    except OSError as error:
        raise InputError(f"{file}: can't be written ({error.strerror}); name another file for --graphml") from None
