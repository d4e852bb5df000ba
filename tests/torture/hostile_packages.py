"""Data packages that nobody means well with: names, paths, schemas, constraints, cells and files of every bad kind."""

from __future__ import annotations

import gzip
import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

VERSION_2 = "https://datapackage.org/profiles/2.0/datapackage.json"
TYPES = (
    "string", "number", "integer", "boolean", "date", "datetime", "time", "year", "yearmonth", "duration", "any",
    "object", "array", "list", "geojson", "geopoint",
)  # fmt: skip
CELLS = (
    "", "a", "1", "-1", "NaN", "sNaN", "INF", "-INF", "1e999999999", "9" * 5000, "{}", "[]", "[" * 2000, "true", "P1Y",
    "2020-02-30", "24:00:00", "+99:99", "0000", "\ufeff", "\u202ea", "\x1b[2J", "=1+1", "1,2", "\u0661", "1_000", "--1",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, "", "a", 0, -1, 1e308, True, [], {}, [[]], {"a": 1}, "\ud800", "\x00", "$x", "%(a)s", "{0}", "{a.b}",
    "NaN", "sNaN", 10**400, "a" * 100_000,
)  # fmt: skip
PATTERNS = (
    "(a+)+b",
    "(.*a){20}x",
    "a{4294967296}",
    "(" * 5000 + ")" * 5000,
    "[^a]{1,100000}",
    "a" * 1_000_000,
    "(?i)a",
    "\\p{Xx}",
    "[a-",
    "((a{1,1000}){1,1000}){1,1000}",
    "(a|aa)+$",
    "\\i\\c*",
    "[a-z-[aeiou]]+",
    "(?=a)a",
    "\\1",
    "[[:alpha:]]",
    "\\Q(",
)
PATHS = (
    "../x.csv",
    "/etc/passwd",
    "a/../../x",
    "\t/x",
    "s3://b/x.csv",
    "\ts3:/\t/b/x.csv",
    "s3:\n//b/x",
    " http://x.invalid/a",
    "HTTP://x.invalid/a",
    "http://x.invalid/a.csv",
    "https://x.invalid/a.csv",
    "file:///etc/passwd",
    "ftp://x.invalid/a",
    "gs://b/a",
    "az://b/a",
    "hf://b/a",
    "memory://a",
    "zip://a.zip",
    "data:text/csv,a",
    "sqlite:///a",
    "\\\\host\\share",
    "C:\\x.csv",
    "a\x00b",
    "$HOME/x",
    "%TEMP%",
    "~root/x",
    "a.csv\n",
    "",
    ".",
    "..",
    "a/",
    "a//b",
    "x" * 5000,
    "\ud800.csv",
    "fifo",
    "device",
    "link",
    "folder",
    "sparse",
    "missing.csv",
    "a.csv?x",
    "a.csv#x",
    "dict:x",
    "git+ssh://x.invalid/a",
    "jar:file:x",
    "//x.invalid/a",
)

Make = Callable[[Path], None]


def package(
    column: dict[str, Any], rows: list[str] | None = None, keys: dict[str, Any] | None = None, **resource: Any
) -> Make:
    """A package of one table with one column `a`; `keys` are more of its schema."""

    def make(folder: Path) -> None:
        data = "\n".join(["a", *(rows or ["1", "a"])]) + "\n"
        (folder / "a.csv").write_bytes(data.encode("utf-8", "surrogatepass"))
        described = {"name": "t", "path": "a.csv", "schema": {"fields": [column], **(keys or {})}, **resource}
        write(folder, {"$schema": VERSION_2, "name": "p", "resources": [described]})

    return make


def write(folder: Path, descriptor: Any) -> None:
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


def hostile_packages(seed: int = 0) -> Iterator[tuple[str, Make]]:
    """Names, and functions that write a package into a folder."""
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in CELLS]
    for kind in TYPES:
        yield f"cells-{kind}", package({"name": "a", "type": kind}, quoted)
        yield f"unique-{kind}", package({"name": "a", "type": kind, "constraints": {"unique": True}}, quoted)
        yield f"key-{kind}", package({"name": "a", "type": kind}, quoted, {"primaryKey": ["a"]})
    for name in ("minimum", "maximum", "exclusiveMinimum", "minLength", "maxLength", "enum", "pattern", "jsonSchema"):
        for number, value in enumerate(VALUES):
            kind = {"minimum": "number", "maximum": "date", "jsonSchema": "object"}.get(name, "string")
            field = {"name": "a", "type": kind, "constraints": {name: value}}
            yield f"{name}-{number}", package(field, quoted)
    for number, pattern in enumerate(PATTERNS):
        field = {"name": "a", "type": "string", "constraints": {"pattern": pattern}}
        yield f"pattern-{number}", package(field, ["a" * 40] * 200)
    for number, path in enumerate(PATHS):
        yield f"path-{number}", package({"name": "a"}, path=path)
        yield f"paths-{number}", with_odd_files(package({"name": "a"}, path=["a.csv", path]))
        yield f"schema-at-{number}", with_odd_files(package({"name": "a"}, **{"schema": path}))
        yield f"dialect-at-{number}", with_odd_files(package({"name": "a"}, dialect=path))
    for key in (
        "delimiter",
        "quoteChar",
        "escapeChar",
        "lineTerminator",
        "header",
        "headerRows",
        "commentRows",
        "commentChar",
    ):
        for number, value in enumerate(VALUES[:12]):
            yield f"dialect-{key}-{number}", package({"name": "a"}, dialect={key: value})
    for key in ("name", "type", "format", "missingValues", "trueValues", "categories", "decimalChar", "groupChar"):
        for number, value in enumerate(VALUES[:12]):
            yield f"field-{key}-{number}", package({"name": "a", "type": "number", key: value})
    for key in ("fields", "primaryKey", "uniqueKeys", "foreignKeys", "missingValues", "fieldsMatch"):
        for number, value in enumerate(VALUES[:12]):
            yield f"schema-{key}-{number}", package({"name": "a"}, None, {key: value})
    for key in (
        "name",
        "path",
        "data",
        "schema",
        "encoding",
        "compression",
        "format",
        "mediatype",
        "hash",
        "bytes",
        "dialect",
    ):
        for number, value in enumerate(VALUES):
            yield f"resource-{key}-{number}", package({"name": "a"}, **{key: value})
    yield from expensive()
    chance = random.Random(seed)
    for number in range(30):
        yield f"bytes-{number}", damaged(chance.randrange(1 << 30))


def with_odd_files(make: Make) -> Make:
    """The same with a pipe, a device, a link, a folder and an endless file beside it."""

    def made(folder: Path) -> None:
        make(folder)
        os.mkfifo(folder / "fifo")
        (folder / "device").symlink_to("/dev/zero")
        (folder / "link").symlink_to("/etc/passwd")
        (folder / "folder").mkdir()
        with (folder / "sparse").open("wb") as stream:
            stream.truncate(8 << 30)

    return made


def expensive() -> Iterator[tuple[str, Make]]:
    """Small packages that ask for much time or memory."""
    many = ["x"] * 2_000
    enum = [str(number) for number in range(500_000)]
    yield "enum-of-half-a-million", package({"name": "a", "constraints": {"enum": enum}}, many)
    yield "enum-of-50-000", package({"name": "a", "constraints": {"enum": enum[:50_000]}}, many)
    pattern = {"name": "a", "constraints": {"pattern": "b" * 1_000_000}}
    yield "pattern-of-a-megabyte", package(pattern, many)
    yield "long-cells", package({"name": "a", "type": "integer"}, ["x" * 1_000_000] * 20)
    for count in (2_000, 8_000):
        resources = [{"name": f"t{n}", "path": "a.csv", "schema": {"fields": [{"name": "a"}]}} for n in range(count)]
        yield f"resources-{count}", described(resources)
        yield f"no-tables-{count}", described([{"name": f"t{n}", "path": "a.bin"} for n in range(count)])
    yield (
        "columns",
        described([{"name": "t", "path": "a.csv", "schema": {"fields": [{"name": str(n)} for n in range(4_000)]}}]),
    )
    yield "hash-of-endless", with_odd_files(package({"name": "a"}, path="sparse", hash="0" * 32))
    yield "nested", lambda folder: (folder / "datapackage.json").write_text('{"resources": ' + "[" * 100_000) and None
    yield (
        "digits",
        lambda folder: (folder / "datapackage.json").write_text('{"resources": [], "a": ' + "9" * 5_000 + "}") and None,
    )
    yield "large-descriptor", lambda folder: (folder / "datapackage.json").write_text(" " * (11 << 20) + "{}") and None
    yield "sparse-descriptor", sparse_descriptor
    yield "gzip-bomb", bomb
    yield "zip-bomb", zip_bomb
    yield "fifo-descriptor", lambda folder: os.mkfifo(folder / "datapackage.json")


def described(resources: list[dict[str, Any]]) -> Make:
    def make(folder: Path) -> None:
        (folder / "a.csv").write_text("a\n1\n", encoding="utf-8")
        (folder / "a.bin").write_bytes(b"\0")
        write(folder, {"name": "p", "resources": resources})

    return make


def sparse_descriptor(folder: Path) -> None:
    with (folder / "datapackage.json").open("wb") as stream:
        stream.truncate(200 << 30)


def bomb(folder: Path) -> None:
    package({"name": "a"}, path="a.csv.gz")(folder)
    with gzip.open(folder / "a.csv.gz", "wb", 9) as stream:
        for _ in range(64):
            stream.write(b"a\n" * (1 << 20))


def zip_bomb(folder: Path) -> None:
    package({"name": "a"}, path="a.zip", format="csv", compression="zip")(folder)
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"a\n" * (64 << 20))


def damaged(seed: int) -> Make:
    def make(folder: Path) -> None:
        package({"name": "a", "type": "integer", "constraints": {"minimum": 1}}, ["1", "2"])(folder)
        chance = random.Random(seed)
        for name in ("a.csv", "datapackage.json"):
            data = bytearray((folder / name).read_bytes())
            for _ in range(3):
                data[chance.randrange(len(data))] = chance.randrange(256)
            (folder / name).write_bytes(data)

    return make
