"""The files of a release, as bytes by path: the package, what describes it, what changed, and the sums of them all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mandate_data.export.metadata import ANNOTATIONS, CRATE, PROV, Edition, metadata_files
from mandate_data.export.metadata.release_description import describe_release, tables_of
from mandate_data.extract import find_sources
from mandate_data.findings.finding import Finding
from mandate_data.findings.reports import as_json as findings_as_json
from mandate_data.findings.reports.report_places import relative
from mandate_data.limits import LARGEST_DESCRIPTOR, LARGEST_HASHED
from mandate_data.package.addresses import ABOUT_THE_DATA
from mandate_data.regular_files import read_regular
from mandate_data.release.changes_report import NOTHING, ChangesReport

SUMS = "SHA256SUMS"
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Release:
    """What a release is made of, but for its files.

    `changes` is None for the first one; `earlier` is the changelog of the one before; `notes` are the words of the
    project on what changed and why, in Markdown.
    """

    version: str
    date: str
    change: str
    reasons: tuple[str, ...]
    changes: ChangesReport | None
    earlier: str
    notes: str = ""


def release_files(package: Path, root: Path, release: Release, findings: Sequence[Finding]) -> Files:
    """All files of a release. `package` is the folder of the package, `root` that of the project; same in, same out."""
    files: Files = {
        path.relative_to(package).as_posix(): read_regular(path, LARGEST_HASHED)
        for folder in ("data", "json")
        for path in sorted((package / folder).iterdir())
    }
    descriptor = _descriptor(json.loads(read_regular(package / "datapackage.json", LARGEST_DESCRIPTOR)), release)
    files["datapackage.json"] = _json(descriptor)
    files["LICENSE.md"] = read_regular(root / "LICENSE-DATA.md", LARGEST_DESCRIPTOR)
    files["CHANGELOG.md"] = _changelog(release).encode()
    described = describe_release(descriptor, tables_of(descriptor, files))
    files["README.md"] = _readme(descriptor, release, described.citation).encode()
    files["report/validation.json"] = _validation(findings, package, root).encode()
    files["report/changes.json"] = (release.changes or NOTHING).as_json(release.reasons).encode()
    files["report/changes.md"] = (_notes(release) + _what_changed(release)).encode()
    files |= metadata_files(descriptor, files, _editions(root))
    return {**files, SUMS: sums(files)}


def _editions(root: Path) -> dict[str, Edition]:
    """The texts of the project's sources, from which a release is made."""
    sources = find_sources(root / "raw")
    return {
        source.source_id: Edition(source.document.relative_to(root).as_posix(), source.read().lines)
        for source in sources
    }


def sums(files: Mapping[str, bytes]) -> bytes:
    """What `sha256sum --check` reads: one line per file, by path."""
    lines = [f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return "".join(lines).encode()


def digest_of(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _descriptor(package: Mapping[str, Any], release: Release) -> dict[str, Any]:
    """The package's own, with the version and the date of the release, before what may be long."""
    content: dict[str, Any] = {}
    for name, value in package.items():
        if name == "version":
            content |= {"version": release.version, "created": f"{release.date}T00:00:00Z"}
        else:
            content[name] = value
    return content


def _changelog(release: Release) -> str:
    why = "".join(f"- {reason}\n" for reason in release.reasons)
    entry = f"## {release.version} ({release.date})\n\n{_notes(release)}{why}" + ("\n" if why else "")
    entry += _what_changed(release)
    earlier = release.earlier.removeprefix(_CHANGELOG)
    return _CHANGELOG + entry + (f"\n{earlier}" if earlier else "")


def _notes(release: Release) -> str:
    return f"{release.notes.strip()}\n\n" if release.notes.strip() else ""


def _what_changed(release: Release) -> str:
    return "First release.\n" if release.changes is None else release.changes.as_markdown()


"""Tables that are about the data; the example of use is one of the others."""

_CHANGELOG = """# Changelog of the data

The version follows the Data Package standard's recipe for data versions: major for what breaks programs, minor for what
was added, patch for what was corrected.

"""


def _readme(descriptor: Mapping[str, Any], release: Release, citation: str) -> str:
    tables = "\n".join(
        f"| [{resource['name']}]({resource['path']}) | {resource['description']} |"
        for resource in descriptor["resources"]
    )
    example = next(item["name"] for item in descriptor["resources"] if item["name"] not in ABOUT_THE_DATA)
    return f"""# {descriptor["title"]}

Version {release.version}, {release.date}.

{descriptor["description"]}

| table | what it holds |
|---|---|
{tables}

`data/` has the tables as CSV (UTF-8, an empty cell where there is no value), `json/` as JSON with a JSON Schema each.
`datapackage.json` describes every column. `metadata/` says the same to catalogues: CSVW, Croissant, DCAT and
schema.org, DataCite; `{CRATE}` is the RO-Crate. `{ANNOTATIONS}` (W3C Web Annotation) has the
characters at which each value is printed, `{PROV}` (PROV-O) what each value follows from.
`report/` has the findings of validation and what changed since the version before: rows that are listed, and, of
`provenance` and of tables that are new, gone or have another primary key, how many.
`{SUMS}` has the digest of every file: `sha256sum --check {SUMS}`.

```python
import pandas as pd

{example} = pd.read_csv("data/{example}.csv")
```

`provenance` says how each value came about and where it is printed; `errata` what is wrong in the sources, and what was
published instead.

Cite as: {citation}
"""


def _validation(findings: Sequence[Finding], package: Path, root: Path) -> str:
    """The findings with paths in the project and in the release, wherever they lie here."""
    relocated = [
        replace(
            finding,
            file=relative(finding.file, package if _is_in(finding.file, package) else root),
            message=_in_the_project(finding.message, root),
            hint=_in_the_project(finding.hint, root),
        )
        for finding in findings
    ]
    return findings_as_json(relocated)


def _in_the_project(text: str, root: Path) -> str:
    """A text in which files of the project are named from its folder, and not from where the command was called."""
    return text if root == Path() else text.replace(f"{root}{os.sep}", "")


def _is_in(file: str, folder: Path) -> bool:
    return Path(file).resolve().is_relative_to(folder.resolve())
