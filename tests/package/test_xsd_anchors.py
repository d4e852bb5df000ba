"""Where `^` and `$` are anchors of a pattern, and where they are characters."""

from __future__ import annotations

import pytest
from foreign_packages import Described, field
from mandate_data.package.xsd_patterns import compiled, matches

ANCHORS = [
    ("^a$|^b$", "b", "^b"),
    ("(^a$)", "a", "^a$"),
    ("(?:^a$|c)", "a", "a$"),
    ("a$b", "a$b", "ab"),
    ("$[0-9]+", "$5", "5"),
    ("x*^a", "^a", "a"),
    ("^^a", "^a", "a"),
    ("a$$", "a$", "a"),
    (r"\(^a", "(^a", "(a"),
    ("[$^]", "$", "x"),
    ("a$?", "a$", "b"),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), ANCHORS)
def test_an_anchor_is_at_the_edge_of_an_alternative(pattern: str, good: str, bad: str) -> None:
    for text, right in ((good, True), (bad, False)):
        assert matches(pattern, text) is right
        assert (compiled(pattern).fullmatch(text) is not None) is right


@pytest.mark.parametrize(("pattern", "good", "bad"), ANCHORS)
def test_large_tables_are_judged_alike(
    tmp_path_factory: pytest.TempPathFactory, pattern: str, good: str, bad: str
) -> None:
    foreign = Described(tmp_path_factory.mktemp("package"))
    foreign.write({"t": (f"a,b\n{good},x\n{bad},x\n", {"fields": [field("a", pattern=pattern), field("b")]})})
    errors = [(one.code, one.line) for one in foreign.check_both() if one.severity == "error"]
    assert errors == [("contract-constraint-error", 3)]
