"""Each parser of foreign input, given anything: it reads, or refuses in its own words; nothing else comes out.

`make fuzz` tries many thousand inputs of each; `make test-all` a few hundred. What was found is an `example` here.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mandate_data.citations import cite, parse
from mandate_data.documents import DOCX, PDF, parse_binary, parse_text
from mandate_data.errors import InputError
from mandate_data.package.csv_records import NotCsvError, read_records
from mandate_data.package.resources import read_resources
from mandate_data.release.ledger import entries_of
from mandate_data.yaml_files import read_yaml
from torture.hostile_documents import docx, one_page

TEXT = st.text(st.characters(codec=None), max_size=200)
LEAF = (
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT | st.sampled_from(["a.csv", "string", "sNaN", "$x"])
)
JSON = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8
)
FIELD = st.fixed_dictionaries({}, optional={"name": JSON, "type": JSON, "format": JSON, "constraints": JSON})
SCHEMA = st.fixed_dictionaries(
    {"fields": st.lists(FIELD, max_size=3) | JSON}, optional={"primaryKey": JSON, "uniqueKeys": JSON}
)
RESOURCE = st.fixed_dictionaries(
    {}, optional={"name": JSON, "path": JSON, "data": JSON, "schema": SCHEMA, "dialect": JSON}
)


def damaged(whole: bytes) -> st.SearchStrategy[bytes]:
    """The bytes of a good file, some of them exchanged."""
    changes = st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=20)

    def change(places: list[tuple[int, int]]) -> bytes:
        data = bytearray(whole)
        for place, value in places:
            data[place] = value
        return bytes(data)

    return changes.map(change)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@given(st.lists(RESOURCE | JSON, max_size=2))
@example([{"name": "t", "path": "a.csv", "schema": {"fields": 1}}])
def test_descriptors(folder: Path, resources: list[object]) -> None:
    read_resources(folder, {"resources": resources})


@given(st.binary(max_size=300))
def test_csv(folder: Path, data: bytes) -> None:
    (folder / "a.csv").write_bytes(data)
    with suppress(NotCsvError):
        list(read_records(folder / "a.csv"))


@given(st.binary(max_size=200) | TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"!!int x")
@example(b"a: " + b"9" * 5_000)
def test_yaml(folder: Path, data: bytes) -> None:
    (folder / "a.yaml").write_bytes(data)
    with suppress(InputError):
        read_yaml(folder / "a.yaml")


@given(TEXT)
def test_markdown(text: str) -> None:
    parse_text(text, "text/markdown", "a", "a.md", "")


@given(TEXT)
def test_symbols(text: str) -> None:
    with suppress(ValueError):
        parse(text)


@given(
    TEXT
    | st.lists(st.sampled_from(["A/HRC/", "31", "/", "resolution ", "ibid.", "\u202e", "\n", "para. "])).map("".join)
)
def test_citations(text: str) -> None:
    for reference in cite(text):
        assert text[reference.start : reference.end] == reference.text


@given(damaged(one_page()))
def test_pdfs(data: bytes) -> None:
    with suppress(InputError):
        parse_binary(data, PDF, "a", "a.pdf", "")


@given(damaged(docx("<w:p><w:r><w:t>A/HRC/31/58</w:t></w:r></w:p>")))
def test_word_documents(data: bytes) -> None:
    with suppress(InputError):
        parse_binary(data, DOCX, "a", "a.docx", "")


@given(JSON | st.fixed_dictionaries({"releases": st.lists(JSON, max_size=2)}))
@example({"releases": [{"version": "1" * 5_000 + ".0.0", "reasons": []}]})
def test_ledgers(content: object) -> None:
    with suppress(InputError):
        entries_of(json.dumps(content).encode("utf-8", "surrogatepass"), "index.json")
