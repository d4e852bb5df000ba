"""General comments that two committees adopted jointly, each under a number of its own."""

from __future__ import annotations

import pytest
from citation_support import symbols

CHILD = "the Committee on the Rights of the Child"


@pytest.mark.parametrize(
    ("text", "issuer", "expected"),
    [
        (f"joint general comment No. 4 of the Committee/No. 23 of {CHILD} (2017)", "CMW/C/GC/5",
         ["CMW/C/GC/4", "CRC/C/GC/23"]),
        (f"joint general comment No. 4 of the Committee/No. 23 of {CHILD} (2017)", None, [None, "CRC/C/GC/23"]),
        (f"joint general comment No. 4 of the Committee / No. 23 of {CHILD}", None, [None, "CRC/C/GC/23"]),
        (f"general comments No. 3 and No. 4 (2017) of the Committee/No. 22 and No. 23 of {CHILD}", "CMW/C",
         ["CMW/C/GC/3", "CMW/C/GC/4", "CRC/C/GC/22", "CRC/C/GC/23"]),
        (f"joint general comment No. 4 (2017) of the Committee on Migrant Workers/No. 23 (2017) of {CHILD}", None,
         ["CMW/C/GC/4", "CRC/C/GC/23"]),
    ],
)  # fmt: skip
def test_each_is_of_its_own_committee(text: str, issuer: str | None, expected: list[str | None]) -> None:
    assert symbols(text, issuer) == expected


def test_one_alone_is_of_the_committee_that_is_named_behind() -> None:
    assert symbols(f"general comment No. 14 of the Committee. {CHILD[0].upper()}{CHILD[1:]} met.") == ["CRC/C/GC/14"]
