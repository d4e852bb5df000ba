"""Parquet footers: the bytes of all columns, unpacked, as the library that wrote the file counts them."""

from __future__ import annotations

import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.package.parquet_footer import NotParquetError, unpacked_bytes


def parquet(frame: pl.DataFrame, **options: int) -> bytes:
    stream = io.BytesIO()
    frame.write_parquet(stream, compression="zstd", **options)
    return stream.getvalue()


@pytest.mark.parametrize("group", [10, 1_000])
def test_the_size_is_that_of_the_values(group: int) -> None:
    frame = pl.DataFrame({"a": [f"{number:0100}" for number in range(1_000)], "b": range(1_000)})
    size = unpacked_bytes(parquet(frame, row_group_size=group))
    assert 1_000 * 104 <= size < 1_000 * 150


def test_a_text_that_is_there_once_counts_once_but_whole() -> None:
    data = parquet(pl.DataFrame({"a": ["x" * 1_000_000] * 20}))
    assert len(data) < 10_000
    assert 1_000_000 < unpacked_bytes(data) < 1_100_000


@given(st.binary(max_size=200))
def test_what_is_none_is_refused(noise: bytes) -> None:
    for data in (noise, b"PAR1" + noise + len(noise).to_bytes(4, "little") + b"PAR1"):
        try:
            assert unpacked_bytes(data) >= 0
        except NotParquetError as error:
            assert str(error) == "it has no metadata of Parquet"  # noqa: PT017  noise may be metadata of no columns


def test_a_file_that_is_cut_is_refused() -> None:
    with pytest.raises(NotParquetError):
        unpacked_bytes(parquet(pl.DataFrame({"a": [1]}))[:-1])
