"""Style sheets, scripts and comments of HTML, which nobody sees, have no references."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    "text",
    [
        "See A/60/1.\n\n<!-- A/60/2 -->\n\nAnd A/60/3.",
        "See A/60/1 <!-- or\nA/60/2 --> and A/60/3.",
        '<style>.a { content: "A/60/2" }</style><p>See A/60/1 and A/60/3.</p>',
        '<p>See A/60/1</p><SCRIPT type="x">var x = "A/60/2"</SCRIPT ><p>and A/60/3.</p>',
    ],
)
def test_what_is_not_shown_is_not_cited(text: str) -> None:
    found = cite(text)
    assert [one.symbol for one in found] == ["A/60/1", "A/60/3"]
    assert [text[one.start : one.end] for one in found] == ["A/60/1", "A/60/3"]


@pytest.mark.parametrize("begin", ["<!-- ", "<style>", "<script>", "<! "])
def test_what_has_no_end_is_text(begin: str) -> None:
    assert symbols(f"See A/60/1. {begin}See A/60/2 and A/60/3.") == ["A/60/1", "A/60/2", "A/60/3"]


def test_a_sentence_goes_on_behind_a_comment() -> None:
    (one,) = cite("General Assembly resolution <!-- check -->60/1, <!-- page? -->para. 3.")
    assert (one.symbol, one.pinpoint) == ("A/RES/60/1", "3")
