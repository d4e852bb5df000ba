"""What of a pattern XML Schema does not know."""

from __future__ import annotations

import pytest
from mandate_data.package.xsd_patterns import HARMLESS, foreign_syntax


@pytest.mark.parametrize(
    ("pattern", "sign"),
    [
        ("a{,3}", "{,3}"),
        ("a{,}", "{,}"),
        ("{x}", "{"),
        ("(?:a){,2}", "{,2}"),
        ("(?:{a)", "(?:"),
        ("a{2}b{2,}c{2,3}", ""),
        (r"\{,3}[{,]", ""),
    ],
)
def test_a_brace_that_begins_no_quantifier_is_named(pattern: str, sign: str) -> None:
    assert foreign_syntax(pattern) == sign


def test_only_a_quantifier_without_a_least_number_would_mean_something_else() -> None:
    assert foreign_syntax("{x}") in HARMLESS
    assert foreign_syntax("a{,3}") not in HARMLESS
