"""Laws that hold for every symbol and every text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.citations import Segment, Symbol, SymbolError, cite, cite_document, find, parse

NUMBER = st.integers(1, 9999).map(str)
SMALL = st.integers(1, 99).map(str)
YEAR = st.integers(1982, 2006).map(str)
ROMAN = st.sampled_from(["I", "IV", "XV", "XXIII", "XXX"])
LETTER = st.sampled_from(["", "A", "B", "C"])
STATE = st.sampled_from(["LBN", "NRU", "TZA"])
COMMITTEE = st.sampled_from(["CRC", "CCPR", "CAT", "CEDAW", "CERD", "CMW", "CRPD", "CED"])
MODIFIER = st.builds("/{}.{}".format, st.sampled_from(["Add", "Corr", "Rev"]), SMALL)


def written(template: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda values: template.format(*values))


SYMBOLS = st.one_of(
    written("A/{}/{}", st.integers(31, 89).map(str), NUMBER),
    written("A/RES/{}/{}{}", st.integers(31, 89).map(str), st.integers(1, 599).map(str), LETTER),
    written("A/RES/{}{}", st.sampled_from(["50(I)", "300(IV)", "1514(XV)", "2450(XXIII)", "3400(XXX)"]), LETTER),
    written("A/HRC/{}/{}", SMALL, NUMBER),
    written("A/HRC/RES/S-{}/{}", SMALL, SMALL),
    written("A/C.{}/{}/L.{}", st.integers(1, 6).map(str), st.integers(31, 89).map(str), NUMBER),
    written("A/HRC/WG.6/{}/{}/{}", SMALL, STATE, SMALL),
    written("S/RES/{}({})", NUMBER, YEAR),
    written("S/{}/{}", YEAR, NUMBER),
    written("E/{}/{}", YEAR, NUMBER),
    written("E/RES/{}({}){}", NUMBER, ROMAN, LETTER),
    written("E/CN.4/{}/{}", YEAR, NUMBER),
    written("E/CN.4/RES/{}/{}{}", YEAR, SMALL, LETTER),
    written("E/CN.4/DEC/{}/{}", YEAR, NUMBER),
    written("E/CN.4/Sub.2/{}/{}", YEAR, NUMBER),
    written("{}/C/{}/{}", COMMITTEE, SMALL, SMALL),
    written("{}/C/GC/{}", COMMITTEE, SMALL),
    written("{}/C/{}/CO/{}", COMMITTEE, STATE, SMALL),
    written("{}/C/{}/D/{}/{}", COMMITTEE, SMALL, NUMBER, YEAR),
)
MODIFIED = st.tuples(SYMBOLS, st.lists(MODIFIER, max_size=3)).map(lambda parts: parts[0] + "".join(parts[1]))

# fmt: off
PIECES = st.sampled_from([
    "A/HRC/7/8", "E/CN.4/2003/53", "CRC/C/GC/12", "and Corr.1", "and 2", "Ibid.", "ibid., para. 5", "supra note 5",
    "(see footnote 3)", "op. cit.", "resolution 55/2", "resolutions 2003/67, para. 4 (i); 2004/67", "1325 (2000)",
    "8 (XXIII)", "general comment No. 14", "Nos. 3 and 14", "of the Commission on Human Rights", "the Committee",
    "Security Council", "pp. 4-5", "paras. 3, 5 and 7 (a)", "annex", "(", ")", "[", "](", ";", ",", ".", "\n\n", "-",
    "/", "\ue000", "\ue001", "\ue002", "https://a.example.org/A/1/2", "<a", "communication No. 1/2000", "3 ",
    "12 May 2009", "51/77. The child\n\nThe General Assembly,\n\nRecalling", "1325 (2000). Women",
    "\u00ad", "\u0130", "\u2028",
])
REPEATED = [
    "A/", "(", "](", "1", "Ibid., p. 3; ", "3 Ibid. ", "resolution 55/2, ", "55/2, ", "A/HRC/7/8 and Corr.1, 2, ",
    "a.b", "the Committee general comment No. 5 ", "general comment No. 13 on it and No. 14, ", "<a", "http://a.b/",
    " ", "A/1 ", "E/CN.4/", "see footnote 5 ", "3/ A/", "resolution 1 (", "Council ", "[^1]: ", "1. Ibid.\n",
    "resolution 60/1 and 60/2, ", "A/520 ", "A/60/1, p. 3; ", 'resolution 60/1, "On rights", ', '"resolution 60/1 ',
    "(A/60/1 ", "[A/60/1](https://undocs.org/A/60/1) ", "<a href=A/60/1 ", "communication No. 12/2001, ",
    "Smith, op. cit., p. 3.\n", "A. B. C. D. ", "para. 3 of resolution 60/1, ", "word1 Ibid. ",
    "1 See A/60/1.\n2 Ibid.\n", "1. A/50/1.\n2. Ibid.\n", "General Assembly resolutions\n60/147\n", "217 A (III), ",
    "The General Assembly, Recalling its resolution 60/1,\n", "resolutions 1325 (2000), 1820 (2008), ",
    "\uff21\uff0f\uff16\uff10\uff0f\uff11 ", "A\u200b/60/1 ", "\u7b2c60/147\u53f7\u51b3\u8bae,",
    "flat A/60/1, A/61/2, ", "cabinet A/60/1 and A/61/2 and ", "Item\tCode\nbolt\tA/60/1\n", "- A/60/1 steel\n",
    "the Council, the Assembly, resolution 5/1, ", "Ibid., Add.1, ",
    "\u0642\u0631\u0627\u0631 60/147\u060c ", "p\xe1rr. 3 de la resoluci\xf3n 60/147, ",
    "<b>resolution</b> <a href='x'>60/1</a> ", '<b x="', "</b>", 'a<a href="#x">1', "a<a href='#x'>1</a>",
    '<a href="https://x">A Title</a> ibid. ', "*a ", "*a _b **c ", "*A Title* ibid. ",
    "51/77. The child The General Assembly, Recalling ", "51/77. The child, ", "\n1325 (2000) ",
    "A. Resolutions\n5/1. A\n",
    "一", "一(", "第一五一四号和", "第一五一四甲、乙、", "决议一五一四(十五)、", "第一五一四号决议(十五)、",
    "第60/1号决议、", "( 2004 ) 1559 و", "القرارين 1559 و1701 لعامي 2004 و2006 ",
    "[a](b) ", "[a][b]\n[b]: x\n", "<!-- x -->", "n<sup>o</sup> ",
]
# fmt: on
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join),
)


def parts(symbol: Symbol) -> tuple[object, ...]:
    return (symbol.body, symbol.kind, symbol.session, symbol.year, symbol.number, symbol.letter, symbol.modifiers)


@given(MODIFIED)
def test_canonical_symbols_are_stable(text: str) -> None:
    symbol = parse(text)
    assert str(symbol) == text
    assert parse(str(symbol)) == symbol
    assert not symbol.repaired


@given(MODIFIED)
def test_case_and_spaces_do_not_matter(text: str) -> None:
    for printed in (text.lower(), text.upper(), text.replace("/", "/ ", 1)):
        assert str(parse(printed)) == text
        assert parts(parse(printed)) == parts(parse(text))


@given(MODIFIED)
def test_parents_lead_to_the_root(text: str) -> None:
    symbol: Symbol | None = parse(text)
    while symbol is not None:
        parent = symbol.parent
        assert parent is None or str(symbol).startswith(str(parent))
        assert parent is None or len(parent.modifiers) == len(symbol.modifiers) - 1
        symbol = parent


@given(MODIFIED)
def test_a_symbol_is_found_in_a_sentence(text: str) -> None:
    references = find(f"as said in the report ({text}), para. 3")
    assert [(item.text, item.symbol, item.pinpoint) for item in references] == [(text, text, "3")]


@given(st.text(max_size=120))
def test_parse_refuses_or_is_stable(text: str) -> None:
    try:
        symbol = parse(text)
    except SymbolError:
        return
    assert parse(str(symbol)) == symbol


@settings(max_examples=400)
@given(TEXTS)
def test_offsets_are_exact_and_in_order(text: str) -> None:
    end = 0
    for reference in find(text):
        assert end <= reference.start < reference.end <= len(text)
        assert text[reference.start : reference.end] == reference.text
        assert reference.symbol is None or str(parse(reference.symbol)) == reference.symbol
        assert reference.symbol is not None or reference.reason
        assert not (reference.symbol and reference.candidates)
        end = reference.end


@settings(max_examples=200)
@given(st.lists(st.tuples(TEXTS, st.one_of(st.none(), SMALL)), max_size=6))
def test_documents_never_fail_and_offsets_are_of_the_segment(pieces: list[tuple[str, str | None]]) -> None:
    segments = [Segment(text, note) for text, note in pieces]
    for item in cite_document(segments):
        reference = item.reference
        assert segments[item.segment].text[reference.start : reference.end] == reference.text
        assert reference.note == segments[item.segment].note
        assert (reference.antecedent is None) == (item.antecedent_segment is None)
        if item.antecedent_segment is not None:
            assert reference.antecedent is not None
            assert reference.antecedent < len(segments[item.antecedent_segment].text)


def work(text: str) -> int:
    """How many calls of functions, those of the regular-expression engines included, it takes to cite `text`.

    A count, not a clock: it is the same on every machine. The engine that scans whole texts is linear by its nature;
    every other pattern looks at a bounded stretch.
    """
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        cite(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.slow
@pytest.mark.parametrize("unit", REPEATED)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    small, large = (work(unit * (length // len(unit))) for length in (5_000, 40_000))
    assert large <= 8 * 1.2 * small + 500


@pytest.mark.parametrize(
    "page",
    [
        "word.1 See A/60/1. word.2 Ibid. word.3 See A/60/3. word.4 Ibid. word.5 Ibid.\n",
        "One a/ two b/ three.\n\na/ A/60/1.\nb/ Ibid.\n\n",
    ],
)
def test_counts_of_notes_that_begin_again_take_no_more_work_than_their_number(page: str) -> None:
    small, large = work(page * 40), work(page * 320)
    assert large <= 8 * 1.1 * small


def test_counts_of_notes_that_grow_shorter_take_no_more_work_than_their_number() -> None:
    def pages(counts: int) -> str:
        return "\n".join(
            " ".join(f"word.{mark} See A/60/1." for mark in range(1, last)) for last in range(counts, 4, -1)
        )

    small, large = pages(20), pages(60)
    assert work(large) / len(large) <= 1.1 * work(small) / len(small)


@pytest.mark.parametrize(
    ("form", "joint"),
    [
        ("resolution {}/{}", " and "),
        ("decision {}/{}", " and "),
        ("resolution {1}{0} (19{0})", " and "),
        ("r\xe9solution {}/{}", " et "),
        ("\u0440\u0435\u0437\u043e\u043b\u044e\u0446\u0438\u044f {}/{}", " \u0438 "),
        ("Doe v. Roe, case No. {}/{}", " and "),
    ],
)
def test_a_chain_of_ever_other_numbers_takes_no_more_work_than_its_length(form: str, joint: str) -> None:
    def chain(sessions: int) -> str:
        return joint.join(form.format(session, number) for session in range(66, 66 + sessions) for number in range(40))

    cite(chain(24))  # what is remembered between texts is remembered now
    assert work(chain(24)) <= 8 * 1.2 * work(chain(3))


def test_text_that_repeats_is_read_as_the_same_text_alone() -> None:
    unit = "In its resolution 60/147 of 16 December 2005, para. 3, and section II of its resolution 61/1, the General "
    unit += "Assembly cited document A/60/1 (p. 7) and, in annex I, paras. 4-5, of A/59/2, general comment No. 3. "
    once, many = cite(unit), cite(unit * 60)
    assert [one.pinpoint for one in once] == ["3", "II", "7", "I;4-5", None]
    assert len(many) == 60 * len(once)
    for index, found in enumerate(many):
        alone, by = once[index % len(once)], index // len(once) * len(unit)
        assert (found.text, found.symbol, found.pinpoint_kind) == (alone.text, alone.symbol, alone.pinpoint_kind)
        assert (found.start - by, found.end - by) == (alone.start, alone.end)
        assert tuple((start - by, end - by) for start, end in found.pinpoint_spans) == alone.pinpoint_spans


def test_what_repeats_is_printed_as_it_is_at_its_place() -> None:
    unit = "as in General Assembly resolution 60/147, "
    found = cite(unit * 60 + unit.replace("resolution ", "resolution\u00a0") + unit * 60)
    assert [one.text for one in found].index("resolution\u00a060/147") == 60


@settings(max_examples=60)
@given(st.text("AESCRN/0123456789.,;-()[] \nibdpar", min_size=1, max_size=8), st.sampled_from(["", " ", "\n", "é"]))
def test_work_grows_with_any_repetition_and_no_faster(unit: str, separator: str) -> None:
    unit += separator
    small, large = (work(unit * (length // len(unit))) for length in (4_000, 32_000))
    assert large <= 8 * 1.2 * small + 500


@pytest.fixture(scope="module")
def normal() -> float:
    """Calls a character that a real text takes."""
    text = (Path(__file__).parents[2] / "raw" / "handbook-2016" / "document.md").read_text(encoding="utf-8")
    cite(text)  # what is remembered between texts is remembered now
    return work(text) / len(text)


HOSTILE = {
    "slashes": st.sampled_from(["A/", "A/A ", "A/1/", "E/CN.4/", "CRC/C/", "A/RES/", "a/b.", "A / ", "(A/1", "S/1 "]),
    "words that point back": st.sampled_from(["ibid. ", "Ibid.", "supra ", "op. cit. ", "ibid., ibidem; ", "IBID\n"]),
    "digits and slashes": st.text("0123456789/", min_size=1, max_size=9),
    "one endless line": st.just("a  ") | st.text("abcdefg ,()-", min_size=1, max_size=9),
}
BY_REFERENCE = 50
"""Calls that a reference takes which points back."""


@pytest.mark.parametrize("family", HOSTILE)
def test_hostile_text_takes_no_more_than_five_times_the_work_and_that_of_its_references(
    family: str, normal: float
) -> None:
    @settings(max_examples=25)
    @given(HOSTILE[family])
    def check(unit: str) -> None:
        text = unit * (30_000 // len(unit))
        references = len(cite(text))
        assert work(text) <= 5 * normal * len(text) + BY_REFERENCE * references

    check()
