"""The text with its references as links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.citations import annotate, cite


def html(text: str) -> str:
    return annotate(text, cite(text), "html")


def markdown(text: str) -> str:
    return annotate(text, cite(text), "markdown")


def test_html_links_to_the_document() -> None:
    assert html("As A/HRC/7/8, para. 5, says.") == (
        'As <a class="citation" href="https://undocs.org/en/A/HRC/7/8" title="A/HRC/7/8, paragraph 5">A/HRC/7/8</a>,'
        " para. 5, says."
    )


def test_html_says_why_a_reference_is_open() -> None:
    assert html("see resolution 1998/38") == (
        'see <span class="citation open" title="the organ is not named">resolution 1998/38</span>'
    )


def test_html_is_escaped() -> None:
    assert html("<script>alert(1)</script> & A/HRC/7/8") == (
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; "
        '<a class="citation" href="https://undocs.org/en/A/HRC/7/8" title="A/HRC/7/8">A/HRC/7/8</a>'
    )


def test_an_address_has_no_sign_that_ends_a_link() -> None:
    assert markdown("Resolution 217 A (III) of the General Assembly.") == (
        "[Resolution 217 A (III)](https://undocs.org/en/A/RES/217%28III%29A) of the General Assembly."
    )


@pytest.mark.parametrize(
    "text",
    [
        "[A/HRC/7/8](https://example.org)",
        "[report A/HRC/7/8][1]",
        "`A/HRC/7/8`",
        "```\nA/HRC/7/8\n```",
        '<a title="see A/HRC/7/8">x</a>',
        "see resolution 1998/38",
    ],
)
def test_markdown_leaves_alone_what_a_link_would_break(text: str) -> None:
    assert markdown(text) == text


def test_markdown_between_other_links() -> None:
    assert markdown("[x](y) A/HRC/7/8 `z` [^1]: A/68/275") == (
        "[x](y) [A/HRC/7/8](https://undocs.org/en/A/HRC/7/8) `z` [^1]: [A/68/275](https://undocs.org/en/A/68/275)"
    )


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("**resolution** 60/1", "[**resolution** 60/1]({})"),
        ("**Resolution 60/1**,", "**[Resolution 60/1]({})**,"),
        ("a *resolution* **60/1**, too", "a [*resolution* **60/1**]({}), too"),
        ("**resolution *60/1* of** it", "**[resolution *60/1*]({}) of** it"),
        ("**see resolution** 60/1", "**see resolution** 60/1"),
        ("<b>resolution</b> 60/1", "<b>resolution</b> 60/1"),
        ("<a href='x'>see\n<b>resolution 60/1</b></a>", "<a href='x'>see\n<b>resolution 60/1</b></a>"),
        ("<a id='x'>resolution 60/1</a>", "<a id='x'>[resolution 60/1]({})</a>"),
        ("[resolution\n60/1](x)", "[resolution\n60/1](x)"),
        ("[see](x) resolution 60/1", "[see](x) [resolution 60/1]({})"),
        ("<b\nclass='x > 5'>resolution 60/1</b>", "<b\nclass='x > 5'>[resolution 60/1]({})</b>"),
    ],
)
def test_links_in_markdown_part_no_marks(text: str, linked: str) -> None:
    behind = " The General Assembly so adopted resolution 60/1."
    made = annotate(text + behind, [one for one in cite(text + behind) if one.start < len(text)], "markdown")
    assert made == linked.format("https://undocs.org/en/A/RES/60/1") + behind


@given(
    st.lists(st.sampled_from(["A/HRC/7/8", "<b>", "&", "ibid.", "[", "](", "`", "\n", " and Corr.1", "é"])).map(
        " ".join
    )
)
def test_html_without_its_tags_is_the_text(text: str) -> None:
    from html import unescape

    assert unescape(re.sub(r"</?(?:a|span)[^>]*>", "", html(text))) == text


def test_a_treaty_is_marked_with_its_id() -> None:
    text = "CRC, art. 34"
    expected = '<span class="citation treaty" title="treaty:crc, article 34">CRC</span>, art. 34'
    assert annotate(text, cite(text, kinds="all"), "html") == expected


def test_another_markup_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^markup is html or markdown, not pdf$"):
        annotate("A/HRC/7/8", cite("A/HRC/7/8"), "pdf")  # type: ignore[arg-type]
