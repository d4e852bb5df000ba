"""Pinpoints: which reference they belong to, and how they are given."""

from __future__ import annotations

import pytest
from citation_support import pinpoint
from mandate_data.citations import cite, find


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("A/68/275, pp.25-26", "page", "25-26"),
        ("G.A. Res. 39/46, art. 2, 39 U.N. GAOR Supp. (No. 51)", "article", "2"),
        ("G.A. Res. 61/106, Annex I, U.N. Doc.", "annex", "I"),
        ("A/78/12, para. 4, 18 States said", "paragraph", "4"),
        ("A/78/12, paras. 4, 18 and 20\nStates said", "paragraph", "4, 18 and 20"),
        ("the General Assembly's resolution S-26/2, annex, of 27 June 2001", "annex", None),
        ("Security Council resolution 1373 (2001), in its paragraph 2", "paragraph", "2"),
        ("والفقرة 15 من قرار مجلس الأمن 1970 (2011)", "paragraph", "15"),
        ("والمرفق الثاني للوثيقة A/HRC/33/51", "annex", "الثاني"),
        ("in part two, section B, of A/56/326", "section", "two;B"),
        ("Security Council resolution 1887 (2009), in particular its paragraph 2", "paragraph", "2"),
        ("the ninth preambular paragraph of General Assembly resolution 70/1", "preambular_paragraph", "ninth"),
        ("Security Council resolution 1244 (1999), second operative paragraph", "paragraph", "second"),
        (
            "le neuvième alinéa du préambule de la résolution 70/1 de l'Assemblée générale",
            "preambular_paragraph",
            "neuvième",
        ),
        (
            "el segundo párrafo del preámbulo de la resolución 70/1 de la Asamblea General",
            "preambular_paragraph",
            "segundo",
        ),
        ("tercer párrafo de la parte dispositiva de la resolución 70/1 de la Asamblea General", "paragraph", "tercer"),
        ("A/HRC/22/53 (Feb. 1, 2013), para. 22 (by Juan Méndez)", "paragraph", "22"),
        ("S/RES/1373 (2001) [2001] para 1", "paragraph", "1"),
        ('General Assembly resolution 60/1, "2005 World Summit Outcome", para. 3.', "paragraph", "3"),
        ("General Assembly resolution 60/1 (2005 World Summit Outcome), para. 3.", "paragraph", "3"),
        ("General Assembly resolution 60/1 (3 reports), para. 3.", None, None),
        ("A/HRC/22/53, Part Two, Ch. III, Sect. B, Art. 5.", "article", "Two;III;B;5"),
        ("A/HRC/22/53, section IV B. It is so.", "section", "IV B"),
        ("A/HRC/22/53, chap. IV A", "chapter", "IV A"),
        ("section II A of General Assembly resolution 60/1", "section", "II A"),
        ("A/HRC/22/53, section IV. A new form", "section", "IV"),
        ("A/HRC/22/53, SECTION IV A NEW FORM", "section", "IV"),
        ("安全理事会第1674(2006)号决议执行部分第4段", "paragraph", "4"),
        ("A/65/10, para. 77, p. 54; A/56/10", "paragraph", "77"),
        ("A/HRC/22/53, p. 3 and para. 6.", "page", "3"),
        ("A/65/10, para. 77, p. 54, and para. 80", "paragraph", "77;80"),
        ("Security Council resolution 1325 (2000), OP 8 and PP 3.", "paragraph", "8"),
        ("article 5 and rule 3 of General Assembly resolution 60/1", "article", "5"),
        ("article 5, section 3 of General Assembly resolution 60/1", "section", "5;3"),
        ("A/68/275, the ninth preambular word", None, None),
        ("[A/50/456](#), pp.16, 18, 20.", "page", "16, 18, 20"),
        ("*Ibid.*, p.22.", "page", "22"),
        ("Ibid, p.17", "page", "17"),
        ("A/HRC/7/8 p. 5", "page", "5"),
        ("A/HRC/7/8, p. xviii", "page", "xviii"),
        ("A/HRC/7/8, at p. 1,666", "page", "1,666"),
        ("A/HRC/7/8, paras. 18\u201329; see", "paragraph", "18\u201329"),
        ("A/HRC/7/8, para .15.", "paragraph", "15"),
        ("A/HRC/7/8, \u00b6 2", "paragraph", "2"),
        ("See ibid., para. 29ff.", "paragraph", "29ff"),
        ("A/HRC/7/8, paras. 33 et seq. and", "paragraph", "33 et seq."),
        ("resolution 2003/67, para. 4 (i); 2004/67", "paragraph", "4 (i)"),
        ("A/HRC/7/8, para. 43(b).", "paragraph", "43(b)"),
        ("A/HRC/7/8, para. 38 (a\u2013e).", "paragraph", "38 (a\u2013e)"),
        ("A/HRC/7/8, paras. 49 (d) and 55-56, 59.", "paragraph", "49 (d) and 55-56, 59"),
        ("A/HRC/7/8, paras. 5, 6 and 7 (a)-(c).", "paragraph", "5, 6 and 7 (a)-(c)"),
        ("Ibid., para. 15-16 and para. 47-49.", "paragraph", "15-16;47-49"),
        ("A/CONF.219/3, para. 74.2 (a) and 1 (c), and para. 72.1.", "paragraph", "74.2 (a) and 1 (c);72.1"),
        ("A/36/40, annex XIX; para. 176", "paragraph", "XIX;176"),
        ("A/54/38/Rev.1, part two, para. 312", "paragraph", "two;312"),
        ("A/70/228, annex, para. 6", "paragraph", "6"),
        ("(A/70/228, annex), para. 6", "paragraph", "6"),
        ("A/63/263, annex.", "annex", None),
        ("resolution 54/263, annexes I and II", "annex", "I and II"),
        ("A/62/214 (section III)", "section", "III"),
        ("A/59/40, chap. III, sect. A.1 (b)", "section", "III;A.1 (b)"),
        ("E/CN.4/2005/1, chap. II, sect. B.IV, para. 3", "paragraph", "II;B.IV;3"),
        ("E/CN.4/2004/127, chap. II.A", "chapter", "II.A"),
        ("A/RES/60/147, principle 23", "principle", "23"),
        ("A/RES/217 (III) A, art. 26", "article", "26"),
        ("resolution 56/83 on the law of nations (annex, articles 4 and 8)", "article", "4 and 8"),
        ('General Assembly resolution 60/1, "World Summit Outcome", para. 3.', "paragraph", "3"),
        ("General Assembly resolution 60/1 of 16 September 2005 (World Summit Outcome), para. 3.", "paragraph", "3"),
        ("Observation générale no 12 (2009) du Comité des droits de l'enfant, par. 15.", "paragraph", "15"),
        ("(A/HRC/14/20/Add.4), paras. 92 and 97.", "paragraph", "92 and 97"),
        ("E/CN.4/2003/79, 6 January 2003, para 122.", "paragraph", "122"),
        ("CRC/C/GC/13, 18 April 2011, see in particular para. 89-134.", "paragraph", "89-134"),
        ("CRC/C/15/Add.159 of 12 October 2001, paras. 45 and 14.", "paragraph", "45 and 14"),
        ("general comment No. 22 (2016) para. 32", "paragraph", "32"),
        ("general comment No. 13 (1999) on the right to education, para. 54", "paragraph", "54"),
        ("A/HRC/7/8, para. 5, 23 December 2004", "paragraph", "5"),
        ("A/HRC/7/8, paras. 4, 12 countries agreed", "paragraph", "4"),
        ("A/HRC/7/8, para. 5, 2004", "paragraph", "5"),
    ],
)
def test_after_the_reference(text: str, kind: str | None, value: str | None) -> None:
    assert pinpoint(text) == (kind, value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("See para. 81 of the (last) report of 2013 (UN Doc. A/HRC/25/48).", "paragraph", "81"),
        ("[see paras. 57-58 of general comment No. 14]", "paragraph", "57-58"),
        ("paragraph 4 (i) of resolution 2003/67", "paragraph", "4 (i)"),
        ("chapter III.A of his report to the Assembly (A/61/338).", "chapter", "III.A"),
        ("the second report, paras. 36-46, A/59/422, 2004.", "paragraph", "36-46"),
        ("annex II to General Assembly resolution 64/142", "annex", "II"),
        ("the annex to resolution 64/142", "annex", None),
    ],
)
def test_before_the_reference(text: str, kind: str, value: str | None) -> None:
    assert pinpoint(text) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/7/8. Para. 5 is another matter",
        "A/HRC/7/8 (see para. 2 above)",
        "para. 5 of the Convention (resolution 44/25)",
        "article 29 of CRC and general comment No. 1",
        "art. 2.1, general comment No. 14",
        "A/HRC/7/8, para. 3 of the Convention",
        "A/HRC/7/8; pages were lost",
        "A/HRC/7/8, parallel texts",
        "the report of the Board [A/63/784] (see p. 83). On 30 June the Assembly met.",
    ],
)
def test_what_belongs_to_something_else(text: str) -> None:
    assert pinpoint(text) == (None, None)


def test_each_reference_has_its_own() -> None:
    text = "E/CN.4/2000/6, paras. 70-71, E/CN.4/2000/6/Add.2, para. 18; A/HRC/7/8 and para. 3 of CRC/C/GC/5"
    assert [reference.pinpoint for reference in find(text)] == ["70-71", "18", None, "3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/HRC/7/11 and Corr.1, paras. 65-99", ["65-99", "65-99"]),
        ("(A/69/5 (Vol. I) and Corr.1 and 2), para. 3", ["3", None, "3"]),
        ("A/HRC/7/11 and Add.1, paras. 65-99", [None, "65-99"]),
        ("A/HRC/7/11, para. 3, and Corr.1, para. 5", ["3", "5"]),
        ("A/HRC/7/11/Add.1 and Corr.2, para. 5", ["5", "5"]),
    ],
)
def test_the_nearest_member_of_a_chain_has_it_and_the_document_that_it_corrects(
    text: str, expected: list[str | None]
) -> None:
    assert [reference.pinpoint for reference in find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "section VIII of its resolution 53/214 of 18 December 1998, section III of its resolution 59/282 of 13 "
            "April 2005 and section VI, paragraph 2, of General Assembly resolution 60/1",
            [("section", "VIII"), ("section", "III"), ("paragraph", "VI;2")],
        ),
        ("paragraph 4 of section II of General Assembly resolution 61/244", [("paragraph", "II;4")]),
        ("OP 6 of Security Council resolution 1820 (2008)", [("paragraph", "6")]),
        ("resolution 1325 (2000), operative paragraph 5", [("paragraph", "5")]),
        ("preambular paragraph 3 of General Assembly resolution 60/1", [("preambular_paragraph", "3")]),
        ("General Assembly resolution 60/1, part II, para. 3", [("paragraph", "II;3")]),
        ("rule 69 of document E/5715", [("rule", "69")]),
        ("section B, para. 4, of A/HRC/7/8", [("paragraph", "B;4")]),
        ("General Assembly resolution 70/1, entitled “Transforming our world”, paragraph 54", [("paragraph", "54")]),
    ],
)
def test_parts_rules_and_nested_ones(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.pinpoint_kind, one.pinpoint) for one in find(text)] == expected


def test_a_heading_after_a_reference_is_none() -> None:
    text = "as decided (A/77/767/Add.10 and General Assembly resolution 77/290 B)\nAnnex I\nDefinitions\n"
    assert [item.pinpoint_kind for item in find(text)] == [None, None]
    assert [item.pinpoint for item in find("resolution 77/290 B,\nannex I, and")] == ["I"]


@pytest.mark.parametrize("words", ["Preamble para. 3", "preamble, para. 3", "PP 3", "preambular paragraph 3"])
def test_a_paragraph_of_the_preamble(words: str) -> None:
    assert pinpoint(f"Human Rights Council resolution 26/9, {words}") == ("preambular_paragraph", "3")
    ibid = cite(f"1 Human Rights Council resolution 26/9.\n2 Ibid., {words}.")[1]
    assert (ibid.pinpoint_kind, ibid.pinpoint) == ("preambular_paragraph", "3")


@pytest.mark.parametrize("words", ["op. para. 3", "operative paragraph 3", "OP 3", "para. 3"])
def test_a_paragraph_of_the_operative_part(words: str) -> None:
    assert pinpoint(f"Human Rights Council resolution 26/9, {words}") == ("paragraph", "3")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("paragraph 5 of the preamble to General Assembly resolution 70/1", "5"),
        ("first and third preambular paragraphs of Security Council resolution 1325 (2000)", "first and third"),
        ("deuxième et troisième alinéas du préambule de la résolution 70/1 de l'Assemblée générale", None),
        ("la résolution 70/1 de l'Assemblée générale, préambule, par. 4", "4"),
        ("Resolución 70/1 de la Asamblea General, preámbulo, párr. 4", "4"),
        ("пункт 3 преамбулы резолюции 70/1 Генеральной Ассамблеи", "3"),
        ("القرار 70/1 للجمعية العامة، الديباجة، الفقرة 4", "4"),
        ("安全理事会第1674(2006)号决议序言部分第4段", "4"),
    ],
)
def test_paragraphs_of_the_preamble_in_six_languages(text: str, value: str | None) -> None:
    assert pinpoint(text) == ("preambular_paragraph", value or "deuxième et troisième")


@pytest.mark.parametrize(
    "text",
    [
        "by the present resolution in OP1 to lift the arms embargo established pursuant to resolution 2127 (2013)",
        "as decided in the annex to the resolution, to provide a forum,\nRecalling also its resolution 60/1",
        "the measures in paragraph 5 to be taken under resolution 60/1",
    ],
)
def test_a_place_of_another_text_is_none(text: str) -> None:
    assert pinpoint(text) == (None, None)


def test_the_number_of_an_article_in_brackets_marks_no_note() -> None:
    text = "As said.39 See A/60/1.\n\n39 A/60/1.\n\nThe term (art. 40 (2) of CRC), as article 14 of ICCPR.\n"
    assert [one.note for one in cite(text, kinds="all") if one.kind == "treaty"] == [None, None]


def test_the_organ_in_commas_leaves_a_resolution_its_paragraph() -> None:
    (reference,) = find("Under resolution 2231 (2015), paragraph 7, of the Security Council, sanctions ended.")
    assert (reference.symbol, reference.pinpoint) == ("S/RES/2231(2015)", "7")
    found = find("General Assembly resolution 60/1, paragraph 2, of Assembly resolution 48/218")
    assert found[0].pinpoint is None


def test_records_of_meetings_go_on_behind_their_paragraphs() -> None:
    found = find("See A/C.6/63/SR.16, para. 23; SR.17, para. 4; and SR.18, para. 61.")
    assert [(one.symbol, one.pinpoint) for one in found] == [
        ("A/C.6/63/SR.16", "23"),
        ("A/C.6/63/SR.17", "4"),
        ("A/C.6/63/SR.18", "61"),
    ]
    assert len(find("See A/C.6/63/SR.16, para. 23, and 17, para. 4.")) == 1


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (
            "El séptimo párrafo preambular de la resolución 48/134 de la Asamblea General",
            "preambular_paragraph",
            "séptimo",
        ),
        ("Resolución 48/134 de la Asamblea General, séptimo párrafo preambular", "preambular_paragraph", "séptimo"),
        ("el párrafo séptimo del preámbulo de la resolución 48/134", "preambular_paragraph", "séptimo"),
        ("el tercer párrafo dispositivo de la resolución 48/134", "paragraph", "tercer"),
        ("La deuxième partie de la résolution 53/214", "part", "deuxième"),
        ("résolution 53/214 de l'Assemblée générale, deuxième partie", "part", "deuxième"),
        ("La segunda parte de la resolución 53/214", "part", "segunda"),
        ("the second part of General Assembly resolution 53/214", "part", "second"),
        ("As para. 5 of CRC general comment No. 13 says", "paragraph", "5"),
        ("article 5 of the draft convention in resolution 44/25", "article", "5"),
        ("article 2 of the convention (A/AC.265/2003/4)", "article", "2"),
    ],
)
def test_parts_and_paragraphs_by_their_place(text: str, kind: str, value: str) -> None:
    assert pinpoint(text) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "In the first part of its session, in resolution 53/214, the General Assembly",
        "the first part of the report of the Board (A/60/1)",
        "General Assembly resolution 53/214, first part of the session",
        "under article 43 of a treaty adopted by the General Assembly (resolution 44/25)",
        "l'article 43 d'un traité (résolution 44/25 de l'Assemblée générale)",
        "el artículo 43 de un tratado (resolución 44/25 de la Asamblea General)",
        "article 6 of ICCPR, general comment No. 36",
    ],
)
def test_a_part_of_a_session_and_an_article_of_a_treaty_are_none(text: str) -> None:
    assert pinpoint(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("See para. 9 bis of A/C.3/70/L.22/Rev.1.", "paragraph", "9 bis"),
        ("paragraphs 5 (a) and 6 of General Assembly resolution 66/288, annex", "paragraph", "5 (a) and 6"),
        ("See General Assembly resolution 66/288, annex.", "annex", None),
        ("الفقرات من 3 إلى 5 من قرار الجمعية العامة 60/1", "paragraph", "3 إلى 5"),
        ("Le Conseil l'a adoptée. Voir A/HRC/12/3, par. 20, al. a).", "paragraph", "20;a)"),
        ("Il a cité l'alinéa e) du paragraphe 5 de la résolution 60/1 de l'Assemblée générale", "paragraph", "5;e)"),
        ("La Asamblea citó el apartado e) del párrafo 5 de la resolución 60/1", "paragraph", "5;e)"),
    ],
)
def test_places_that_have_letters_or_an_annex_behind(text: str, kind: str, value: str | None) -> None:
    assert pinpoint(text) == (kind, value)
