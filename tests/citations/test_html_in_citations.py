"""Characters that HTML writes by name or number, and tags within a symbol, are read as what is printed."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def found(text: str) -> list[tuple[str | None, str | None]]:
    references = cite(text)
    assert all(text[one.start : one.end] == one.text for one in references)
    return [(one.symbol, one.pinpoint) for one in references]


@pytest.mark.parametrize(
    "text",
    [
        "See A&#47;HRC&sol;15/2, paras. 5-7.",
        "See A/HRC&#x2F;15/2, paras.&nbsp;5-7.",
        "See A&shy;/HRC/15/2,&nbsp;&#160;paras. 5-7.",
        "See A/<b>HRC</b>/15/2, paras. 5-7.",
        "See A/HRC/<wbr>15/2, paras. 5-7.",
        'See <span class="s">A/HRC/15</span><span>/2</span>, paras. 5-7.',
    ],
)
def test_a_symbol_in_html(text: str) -> None:
    assert found(text) == [("A/HRC/15/2", "5-7")]


def test_signs_of_tags_that_are_text() -> None:
    assert found("See &lt;A/HRC/15/2&gt; and &lt;b&gt;A/HRC/15/3.") == [("A/HRC/15/2", None), ("A/HRC/15/3", None)]


def test_a_dash_and_accents() -> None:
    assert found("See A/HRC/15/2, paras. 5&ndash;7.") == [("A/HRC/15/2", "5–7")]
    text = "R&eacute;solution 60/1 de l&rsquo;Assembl&eacute;e g&eacute;n&eacute;rale."
    assert [(one.symbol, one.text) for one in cite(text, language="fr")] == [("A/RES/60/1", "R&eacute;solution 60/1")]


def test_what_is_no_character_stays_as_it_is() -> None:
    assert found("R&D; A/HRC/15/3, para. 4&nosuch;") == [("A/HRC/15/3", "4")]


def test_tags_between_words_part_them() -> None:
    assert found("<td>A/HRC/15/2</td><td>A/HRC/15/3</td>") == [("A/HRC/15/2", None), ("A/HRC/15/3", None)]
