"""Nothing of an input acts on a terminal or turns a line around: it is written as an escape, in text and in JSON."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from mandate_data.printable import printable, printable_json, printable_line

ACTING = ("Cc", "Cs", "Zl", "Zp")
ANY = st.text(st.characters(codec=None, categories=("C", "Z", "L")))


@given(ANY)
def test_no_text_acts_on_a_terminal(text: str) -> None:
    for sign in printable(text):
        assert sign in "\n\t" or unicodedata.category(sign) not in ACTING
        assert unicodedata.bidirectional(sign) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    assert "\n" not in printable_line(text)


@given(ANY)
def test_json_says_the_same(text: str) -> None:
    written = printable_json(json.dumps({"a": text}, ensure_ascii=False))
    assert json.loads(written) == {"a": text}
    assert written.encode("utf-8").decode("utf-8") == written
    assert "\x9b" not in written
    assert "\u202e" not in written


def test_what_it_looks_like() -> None:
    assert printable("a\x1b]0;x\x07\tb\nc\x9b1m\u202e") == "a\\x1b]0;x\\x07\tb\nc\\x9b1m\\u202e"
    assert printable_line("a\nb") == "a\\nb"
    assert printable_json('"\x7f\u2028"') == '"\\u007f\\u2028"'
