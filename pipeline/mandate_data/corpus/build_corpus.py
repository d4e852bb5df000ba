"""A corpus made or brought up to date: what is new is read, what is gone leaves, the rest stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from mandate_data.corpus.corpus_package import describe, held, place, sweep, thin
from mandate_data.corpus.find_files import Item, find_items
from mandate_data.corpus.local_engine import Engine
from mandate_data.corpus.manifest import Counted, Manifest
from mandate_data.corpus.open_files import FAULTS, Opener
from mandate_data.corpus.parts import Part, cut, reader_digest
from mandate_data.findings.finding import Finding
from mandate_data.progress import Progress


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run: files read, files that were as before, files that are gone, rows of each table.

    With `findings` the tables don't keep their own contract, and no descriptor was written.
    """

    read: Counted
    kept: Counted
    gone: int
    rows: dict[str, int] = field(default_factory=dict)
    findings: Sequence[Finding] = ()


def make_corpus(paths: Sequence[str], out: Path, engine: Engine, progress: Progress, allowed: str = "") -> Outcome:
    """Make the package in `out`, or bring it up to date. It may be broken off at any moment, and goes on from there.

    `allowed` says what the engine allows a file: what could not be read is tried again with more.
    Raises InputError for paths where there is nothing, and for a folder that is none of ours.
    """
    with held(out):
        manifest = Manifest(out, reader_digest(), allowed)
        try:
            manifest.see(find_items(paths, out))
            with Opener() as opener:
                kept = manifest.keep(lambda item, stamp, sha256: _is_unchanged(item, stamp, sha256, opener))
            wanted = manifest.wanted()
            progress.begin(wanted.files, "documents")
            findings: list[Finding] = []
            # Closed whatever happens, or its processes would be waited for at the end of the program.
            with closing(engine(_parts(manifest, wanted))) as results:
                for result in results:
                    findings += result.findings
                    if not result.findings:
                        manifest.add(result.made.name, result.part.items, result.made.digests, place(out, result.made))
                    progress.advance(len(result.part.items), result.part.size)
            gone = manifest.drop_others()
            if findings:
                return Outcome(wanted, kept, gone, findings=findings)
            thin(out, manifest)
            rows = describe(out, manifest)
            sweep(out)
            return Outcome(wanted, kept, gone, rows)
        finally:
            manifest.close()


def _parts(manifest: Manifest, wanted: Counted) -> Iterator[Part]:
    return cut(manifest.to_read(), wanted.files)


def _is_unchanged(item: Item, stamp: str, sha256: str, opener: Opener) -> bool:
    """Whether a file is what it was; what can't be read now is read anew, so that it is told.

    A store says by its ETag what a content is.
    """
    if item.place.startswith("s3://"):
        return bool(item.stamp) and item.stamp == stamp
    try:
        return opener.digest(item) == sha256
    except FAULTS:
        return False
