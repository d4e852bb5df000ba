"""Builds or updates a corpus: reads new and changed files, drops files that are gone, keeps the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mandate_data.corpus.corpus_package import (
    delete_leftovers,
    describe,
    drop_gone_files,
    forget_damaged_parts,
    lock_folder,
    merge_small_parts,
    store_part,
)
from mandate_data.corpus.find_files import Item, find_items
from mandate_data.corpus.local_engine import Engine
from mandate_data.corpus.manifest import FileCount, Manifest
from mandate_data.corpus.open_files import FAULTS, Opener
from mandate_data.corpus.parts import Part, batch, reader_digest
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.progress import Progress

LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a run: files opened, files unchanged, files gone, rows per table.

    Of those opened `unread` could not be read. `damaged` parts were not as they had been written, and are made anew.
    If there are `findings`, the tables break their own contract, and no descriptor was written.
    """

    read: FileCount
    kept: FileCount
    gone: int
    unread: int = 0
    damaged: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    findings: Sequence[Finding] = ()


def make_corpus(
    paths: Sequence[str], out: Path, engine: Engine, progress: Progress, allowed: str = "", choices: str = ""
) -> Outcome:
    """Make the package in `out`, or update it. An interrupted run is continued by the next one.

    `allowed` names the limits per file: files that could not be read are tried again when it changes.
    `choices` names what files are read with, such as what recognises text: with others, everything is read anew.
    Raises InputError for paths that match nothing, and for a folder that is not a corpus.
    """
    items = find_items(paths, out)
    with lock_folder(out), _in_one_line(out):
        manifest = Manifest(out, f"{reader_digest()} {choices}".rstrip(), allowed)
        try:
            progress.stage("looking for files")
            manifest.see(items)
            damaged = forget_damaged_parts(out, manifest)
            progress.stage("comparing files")
            with Opener() as opener:
                kept = manifest.keep(lambda item, stamp, sha256: _is_unchanged(item, stamp, sha256, opener))
            wanted = manifest.wanted()
            progress.stage("reading files")
            progress.begin(wanted.files, "documents")
            findings: list[Finding] = []
            read = 0

            def report_file(item: Item) -> None:
                progress.stage(_end_of(item.name))
                progress.advance(1, item.size)

            # Always closed: otherwise the program would wait for its processes at the end.
            with closing(engine(_parts(manifest, wanted), report_file)) as results:
                for result in results:
                    findings += result.findings
                    read += result.made.rows["documents"]
                    if not result.findings:
                        manifest.add(
                            result.made.name, result.part.items, result.made.digests, store_part(out, result.made)
                        )
            progress.stage("writing the package")
            gone, unread = manifest.drop_others(), wanted.files - read
            if findings:
                return Outcome(wanted, kept, gone, unread, damaged, findings=findings)
            drop_gone_files(out, manifest)
            merge_small_parts(out, manifest)
            rows = describe(out, manifest)
            delete_leftovers(out)
            return Outcome(wanted, kept, gone, unread, damaged, rows)
        finally:
            manifest.close()


@contextmanager
def _in_one_line(out: Path) -> Iterator[None]:
    """A database that can't be written, on a full disk or in a folder that vanished."""
    try:
        yield
    except sqlite3.Error as error:
        raise InputError(f"{out}: can't be written ({error}); mend that, and the next run goes on from here") from None


def _end_of(name: str) -> str:
    """The name of a file as it fits beside a bar of progress."""
    return name if len(name) <= LONGEST_LABEL else f"…{name[1 - LONGEST_LABEL :]}"


def _parts(manifest: Manifest, wanted: FileCount) -> Iterator[Part]:
    return batch(manifest.to_read(), wanted.files)


def _is_unchanged(item: Item, stamp: str, sha256: str, opener: Opener) -> bool:
    """Whether a file is unchanged. A file that can't be read now counts as changed, so that it is reported.

    Objects in a store are compared by ETag.
    """
    if item.place.startswith("s3://"):
        return bool(item.stamp) and item.stamp == stamp
    try:
        return opener.digest(item) == sha256
    except FAULTS:
        return False
