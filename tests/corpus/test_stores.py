"""Files of an S3-compatible store: prefixes, patterns, archives; what is unchanged is not fetched again."""

from __future__ import annotations

from pathlib import Path

import pytest
import s3fs
from botocore.exceptions import NoCredentialsError
from corpus_support import make, reasons, report, table
from mandate_data.corpus import find_files as inputs
from mandate_data.errors import InputError
from mandate_data.object_stores import advice_on
from test_inputs import archive


def put(bucket: str, **files: bytes) -> None:
    store = s3fs.S3FileSystem(skip_instance_cache=True)
    for name, data in files.items():
        store.pipe_file(f"{bucket}/{name}", data)


def test_prefixes_patterns_and_archives(bucket: str, tmp_path: Path) -> None:
    packed = archive(tmp_path / "a.zip", **{"b.txt": report(2).encode()}).read_bytes()
    put(
        bucket, **{"un/A_HRC_1_7.txt": report(1).encode(), "un/a.zip": packed, "un/x.jpg": b"", "other/c.txt": b"A/1/1"}
    )
    outcome = make(f"{bucket}/un", out=tmp_path / "out")
    assert outcome.read.files == 3
    assert table(tmp_path / "out", "documents").select("file", "symbol", "citations").rows() == [
        ("un/A_HRC_1_7.txt", "A/HRC/1/7", 60),
        ("un/a.zip/b.txt", None, 60),
    ]
    assert reasons(tmp_path / "out") == {"un/x.jpg": "files that end in .jpg are not read"}
    make(f"{bucket}/un/*.txt", out=tmp_path / "pattern")
    assert table(tmp_path / "pattern", "documents")["file"].to_list() == ["A_HRC_1_7.txt"]


def test_what_is_unchanged_is_not_fetched(bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(bucket, **{"un/a.txt": report(1).encode(), "un/b.txt": report(2).encode()})
    make(f"{bucket}/un", out=tmp_path / "out")
    put(bucket, **{"un/b.txt": report(3).encode()})
    fetched: list[str] = []
    real = inputs.open_place
    monkeypatch.setattr(
        "mandate_data.corpus.open_files.open_place", lambda place: (fetched.append(place), real(place))[1]
    )
    outcome = make(f"{bucket}/un", out=tmp_path / "out")
    assert (outcome.read.files, outcome.kept.files) == (1, 1)
    assert {place.rsplit("/")[-1] for place in fetched} == {"b.txt"}


def test_what_a_store_asks_for_is_named() -> None:
    keys = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to keys that it knows"
    assert advice_on(NoCredentialsError()) == advice_on(PermissionError("Access Denied")) == keys
    assert advice_on(FileNotFoundError("no such bucket")) is None


def test_a_bucket_that_is_not_there_is_one_line(bucket: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        make(f"{bucket}-none/un", out=tmp_path / "out")
    assert str(raised.value).startswith(f"{bucket}-none/un: ")
    assert str(raised.value).endswith("; check the address and the network")
