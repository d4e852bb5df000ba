"""A corpus package held against its contract: what is damaged, missing, doubled or of another kind is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from corpus_support import make, write_reports
from mandate_data.validation import inspect


@pytest.fixture
def package(tmp_path: Path) -> Path:
    make(write_reports(tmp_path / "reports", 16, paragraphs=3), out=tmp_path / "out")
    return tmp_path / "out"


def found(package: Path) -> list[tuple[str, str, str]]:
    return [(one.code, one.table, one.message) for one in inspect(package, package.parent).findings]


def first(package: Path, table: str) -> Path:
    content = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = [one for one in content["resources"] if one["name"] == table]
    return package / str(resource["path"][0])


def rewrite(package: Path, table: str, change: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    """Change a part, and its digest in the descriptor with it."""
    path = first(package, table)
    change(pl.read_parquet(path)).write_parquet(path)
    describe(package, table, lambda part: part.update(bytes=path.stat().st_size, hash=digest(path)))


def digest(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def describe(package: Path, table: str, change: Callable[[dict[str, Any]], object]) -> None:
    content = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in content["resources"]:
        if resource["name"] == table:
            change(resource["parts"][0])
    (package / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")


def test_a_good_package_has_no_findings(package: Path) -> None:
    assert found(package) == []


def test_a_changed_byte(package: Path) -> None:
    path = first(package, "edges")
    data = bytearray(path.read_bytes())
    said = digest(path)
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    message = f"{path.name} has the digest {digest(path)}, but the descriptor says {said}"
    assert ("contract-hash-count", "edges", message) in found(package)


def test_a_part_cut_short_or_gone(package: Path) -> None:
    path = first(package, "citations")
    size = path.stat().st_size
    path.write_bytes(path.read_bytes()[:-10])
    message = f"{path.name} has {size - 10} bytes, but the descriptor says {size}"
    assert ("contract-byte-count", "citations", message) in found(package)
    path.unlink()
    assert found(package) == [("file-missing", "citations", f"{path.name} is missing")]


def lit(**values: object) -> Callable[[pl.DataFrame], pl.DataFrame]:
    """Changes the first row, and leaves no other."""
    return lambda frame: frame.head(1).with_columns(
        **{name: pl.lit(value, dtype=frame.schema[name]) for name, value in values.items()}
    )


@pytest.mark.parametrize(
    ("table", "change", "code", "message"),
    [
        ("citations", lit(kind="footnote"), "contract-constraint-error", 'constraint "enum"'),
        ("citations", lit(line=0), "contract-constraint-error", 'constraint "minimum" is "1"'),
        ("citations", lit(text=""), "contract-constraint-error", 'constraint "required"'),
        ("edges", lit(cited="a report"), "contract-constraint-error", 'constraint "pattern"'),
        ("edges", lambda frame: pl.concat([frame, frame.head(1)]), "contract-primary-key", "occurs more than once"),
        ("edges", lit(file="x.txt"), "contract-foreign-key", "'x.txt' is in no row of documents"),
        ("edges", lambda frame: frame.drop("first"), "contract-source-error", "the columns are"),
    ],
    ids=["kind", "line", "text", "symbol", "double", "stray", "column"],
)
def test_rows_that_break_the_contract(
    table: str, change: Callable[[pl.DataFrame], pl.DataFrame], code: str, message: str, package: Path
) -> None:
    rewrite(package, table, change)
    findings = found(package)
    assert findings
    assert {(one, name) for one, name, _ in findings} == {(code, table)}
    assert message in findings[0][2]


def test_a_file_in_two_parts(package: Path) -> None:
    content = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in content["resources"]:
        resource["parts"].append(resource["parts"][0])
        resource["path"].append(resource["path"][0])
    (package / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")
    findings = found(package)
    assert len(findings) == 8
    assert findings[0] == (
        "contract-primary-key", "documents", "the file 'reports/A_HRC_10_7.txt' is in more than one part"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "code"),
    [("../x.parquet", "file-outside"), ("/etc/passwd", "file-outside"), ("https://host/x", "file-outside")],
)
def test_paths_that_lead_out(path: str, code: str, package: Path) -> None:
    content = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    content["resources"][0]["path"][0] = content["resources"][0]["parts"][0]["path"] = path
    (package / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")
    assert [one[0] for one in found(package)] == [code]


def test_a_descriptor_without_its_parts(package: Path) -> None:
    content = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    del content["resources"][1]["parts"]
    (package / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")
    assert found(package) == [
        ("descriptor-differs", "citations", "the descriptor has no table 'citations' with its parts")
    ]
