"""Tables of mandates: rows of bare numbers under a heading that names the organ."""

from __future__ import annotations

import pytest
from citation_support import brief
from mandate_data.citations import Segment, cite, cite_document, find


def test_rows_under_a_heading() -> None:
    text = (
        "Table 1. Mandates\n"
        "General Assembly resolutions\n"
        "41/213 | Review of the efficiency of the functioning of the United\nNations\n"
        "60/251 | Human Rights Council\n"
        "\n"
        "Security Council resolutions\n"
        "1325 (2000)\tWomen and peace and security\n"
        "1612 (2005)\tChildren and armed conflict\n"
        "Economic and Social Council decisions\n"
        "1995/236 Report\n"
        "Economic Commission for Africa resolutions\n"
        "854 (XL) Work programme\n"
    )
    assert [symbol for _, _, symbol in brief(find(text))] == [
        "A/RES/41/213",
        "A/RES/60/251",
        "S/RES/1325(2000)",
        "S/RES/1612(2005)",
        "E/DEC/1995/236",
        None,
    ]
    assert find(text)[-1].organ == "economic_commission_for_africa"


def test_a_table_ends() -> None:
    text = "General Assembly resolutions\n60/251 Council\none\ntwo\nthree\n12/30 people came\n"
    assert [text for _, text, _ in brief(find(text))] == ["resolutions\n60/251"]


def test_other_lines_are_no_heading_and_other_numbers_no_rows() -> None:
    assert find("The General Assembly adopted many resolutions in the course of its long history\n60/251\n") == []
    text = "General Assembly resolutions\n12/05/2009 in Geneva\n3/4 of the States\n"
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Table. Security Council resolutions on children and armed conflict\nNumber | Year\n{} | 2005\n{} | 2009\n",
        "Table 1.2: Security Council resolutions\n(a) {}, on children\n(b) {}\n",
        "Security Council resolutions\n1. {}\n2. {}\n",
        "Relevant resolutions of the Security Council concerning women and peace and security\n{}\n{}\n",
    ],
)
def test_headings_that_are_counted_or_have_a_subject_and_rows_that_are_counted(text: str) -> None:
    numbers = ("1612 (2005)", "1882 (2009)")
    assert brief(find(text.format(*numbers))) == [
        ("resolution", "1612 (2005)", "S/RES/1612(2005)"),
        ("resolution", "1882 (2009)", "S/RES/1882(2009)"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the many General Assembly resolutions on children in all countries\n60/231 were read\n",
        "General Assembly resolutions\n1. 12 May 2009\n2. 60 States\n",
        "Resolutions: \n",
    ],
)
def test_sentences_are_no_headings_and_counted_lines_no_rows(text: str) -> None:
    assert find(text) == []


def test_in_french() -> None:
    text = "Résolutions de l'Assemblée générale\n60/251 Conseil\n72/233 Programme\n"
    assert [symbol for _, _, symbol in brief(find(text, language="fr"))] == ["A/RES/60/251", "A/RES/72/233"]


def test_a_heading_in_a_table_and_one_of_both_kinds() -> None:
    text = (
        "| General Assembly resolutions | |\n|---|---|\n| 60/1 | Outcome |\n| 61/250 B | Financing |\n\n"
        "| Security Council resolutions | |\n| :--- | ---: |\n| 1645 (2005) | Peacebuilding |\n\n"
        "Economic and Social Council resolutions and decisions\n1982/50 Revitalization\n2004/247 Right to education\n"
    )
    assert [symbol for _, _, symbol in brief(find(text))] == [
        "A/RES/60/1",
        "A/RES/61/250B",
        "S/RES/1645(2005)",
        "E/RES/1982/50",
        "E/DEC/2004/247",
    ]


def test_a_heading_that_names_an_organ_and_its_organization() -> None:
    text = (
        "Governing Council of UN-Habitat resolutions\n20/1\n21/3\n\n"
        "Decisions of the Conference of the Parties to the Convention on Biological Diversity\n10/2\n\n"
        "General Assembly and African Union decisions\n60/401\n60/402\n"
    )
    found = {reference.text: (reference.symbol, reference.organ) for reference in find(text)}
    assert found["21/3"] == (None, "united_nations_human_settlements_programme")
    assert found["10/2"] == (None, "conference_of_the_parties_to_the_convention_on_biological_diversity")
    assert "60/402" not in found


@pytest.mark.parametrize(
    "text",
    [
        "| Security Council resolution | Title |\n|---|---|\n| {} | Children |\n| {} | Children |\n",
        "Security Council resolution | Title\n{} | Children\n{} | Children\n",
        "| No. | Title | Security Council resolutions |\n|---|---|---|\n| 1 | Children | {} |\n| 2 | Other | {} |\n",
        "| Security Council resolution | General Assembly resolution |\n|---|---|\n| {} | |\n| {} | |\n",
    ],
)
def test_a_cell_of_the_head_of_a_table_is_a_heading_of_its_column(text: str) -> None:
    found = brief(find(text.format("1612 (2005)", "1882 (2009)")))
    assert [symbol for _, _, symbol in found] == ["S/RES/1612(2005)", "S/RES/1882(2009)"]


def test_two_columns_of_two_organs() -> None:
    text = (
        "| Human Rights Council resolutions | Report | General Assembly resolutions |\n|---|---|---|\n"
        "| 7/13 | A/71/261 | 65/197 |\n| | | 66/141 |\n| 16/12 | 12/30 | 67/152, para. 5 |\n\nThe end.\n"
    )
    assert [symbol for _, _, symbol in brief(find(text))] == [
        "A/HRC/RES/7/13",
        "A/71/261",
        "A/RES/65/197",
        "A/RES/66/141",
        "A/HRC/RES/16/12",
        "A/RES/67/152",
    ]


def test_a_cell_of_a_sentence_is_no_heading() -> None:
    text = "| Year | What the General Assembly resolution said of it in part |\n|---|---|\n| 65/197 | 66/141 |\n"
    assert find(text) == []


PIECES = (
    "The mandate rests on these.",
    "General Assembly resolutions",
    "61/146 Rights of the child",
    "62/141 Rights of the child",
    "Security Council resolutions",
    "Number | Title",
    "1261 (1999) | Children",
)
MANDATES = ["A/RES/61/146", "A/RES/62/141", "S/RES/1261(1999)"]


def test_rows_in_the_pieces_of_a_document() -> None:
    found = cite_document(Segment(piece) for piece in PIECES)
    assert [one.reference.symbol for one in found] == MANDATES
    assert [(one.segment, one.reference.text) for one in found][1:] == [(3, "62/141"), (6, "1261 (1999)")]


@pytest.mark.parametrize("place", range(len(PIECES) + 1))
def test_a_note_is_no_row_and_ends_no_table(place: int) -> None:
    segments = [Segment(piece) for piece in PIECES]
    segments.insert(place, Segment("12/30 of A/76/1 and others\n12/31", "1"))
    found = cite_document(segments)
    assert sorted(str(one.reference.symbol) for one in found) == sorted([*MANDATES, "A/76/1"])
    assert [one.reference.note for one in found if one.segment == place] == ["1"]


def test_a_heading_and_its_rows_in_one_piece() -> None:
    found = cite_document([Segment("See A/76/1.", "1"), Segment("\n".join(PIECES))])
    assert [one.reference.symbol for one in found] == ["A/76/1", *MANDATES]
    assert [one.reference.line for one in found][1:] == [2, 4, 7]


def test_rows_that_are_printed_lines_of_one_piece() -> None:
    text = "61/146 Rights of the child 62/141 Rights of the child"
    for note in ([], [Segment("See A/76/1.", "1")]):
        found = cite_document(
            [Segment("General Assembly resolutions"), Segment(text, lines=(text.index("62/141"),)), *note]
        )
        assert [one.reference.text for one in found if not one.reference.note][-1] == "62/141"
    assert len(cite_document([Segment("General Assembly resolutions"), Segment(text)])) == 1


def test_a_piece_that_stands_elsewhere_has_no_rows_of_the_one_before() -> None:
    pieces = [Segment("General Assembly resolutions"), Segment("61/146 Children", apart=True)]
    assert cite_document(pieces) == []
    assert len(cite_document([*pieces, Segment("62/141 Children")])) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会决议\n\n60/1\n61/2\n", ["A/RES/60/1", "A/RES/61/2"]),
        ("人权理事会的决定\n\n12/101\n12/102\n", ["A/HRC/DEC/12/101", "A/HRC/DEC/12/102"]),
        ("| 大会决议 | 标题 |\n|---|---|\n| 60/1 | 报告 |\n", ["A/RES/60/1"]),
    ],
)
def test_tables_in_chinese(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


def test_a_cell_before_the_numbers_names_their_organ() -> None:
    text = (
        "| Organ | Resolutions | Decisions |\n|---|---|---|\n| The General Assembly | 60/1 | 60/401 |\n"
        "| Human Rights Council | 12/3, 12/4 | 12/101 |\n"
    )
    expected = ["A/RES/60/1", "A/DEC/60/401", "A/HRC/RES/12/3", "A/HRC/RES/12/4", "A/HRC/DEC/12/101"]
    assert [one.symbol for one in cite(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "| No. | Resolutions | Title |\n|---|---|---|\n| 1 | 12/3 | Human Rights Council |\n",
        "| Item | Resolutions |\n|---|---|\n| Follow-up to the special session of the General Assembly | 12/3 |\n",
    ],
)
def test_a_title_names_no_organ(text: str) -> None:
    assert cite(text) == []
    assert [one.symbol for one in cite(text, issuer="A/HRC")] == ["A/HRC/RES/12/3"]


@pytest.mark.parametrize(
    "heading",
    [
        "Resolutions of Parliament",
        "Parliament resolutions",
        "Resolutions of the Bundestag",
        "Resolutions of the City of Melbourne",
        "Resolutions of Melbourne",
        "Résolutions du Parlement",
        "Résolutions de la ville de Lyon",
    ],
)
def test_what_others_adopted_is_not_the_issuers(heading: str) -> None:
    language = "fr" if "é" in heading else "en"
    for text in (f"{heading}\n12/3 Water\n13/4 Fire\n", f"| Date | {heading} |\n|---|---|\n| May | 12/3 |\n"):
        assert [one.symbol for one in cite(text, issuer="A/HRC", language=language) if one.symbol] == []


def test_the_head_of_a_column_says_more_than_a_title() -> None:
    text = "| General Assembly resolutions | Title |\n|---|---|\n| 60/1 | Human Rights Council |\n"
    assert [one.symbol for one in cite(text)] == ["A/RES/60/1"]


def test_titles_with_the_beginning_of_a_word_for_decisions_end_no_table() -> None:
    text = (
        "Resolutions of the General Assembly\n34/180. Convention on A\n44/25. Convention on B\n"
        "55/2. Millennium Declaration\n60/1. Outcome\n60/2. Follow-up to decisions\n60/3. Declaration of a decade\n"
    )
    assert [one.symbol for one in find(text)] == [
        f"A/RES/{number}" for number in ("34/180", "44/25", "55/2", "60/1", "60/2", "60/3")
    ]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Resoluciones de la Comisión de Derechos Humanos.", "1997/1. Cuestión\n\n1997/2. Los derechos humanos"),
        ("Resolutions of the Commission on Human Rights.", "1997/1. Question\n\n1997/2. Human rights"),
        ("Report of the Commission on Human Rights\nPage\nII. A. Resolutions", "1997/1. Question\n\n1997/2. Rights"),
        ("The Commission on Human Rights met.\n\nA. Resolutions (continued)", "1997/1. Question\n\n1997/2. Rights"),
    ],
)
def test_a_heading_with_a_full_stop_or_below_its_organ(head: str, rows: str) -> None:
    assert [one.symbol for one in find(f"{head}\n\n{rows}\n")] == ["E/CN.4/RES/1997/1", "E/CN.4/RES/1997/2"]


@pytest.mark.parametrize(
    ("head", "heading", "rows", "symbols"),
    [
        (
            "Economic and Social Council\nCOMMISSION ON HUMAN RIGHTS",
            "A. Resolutions",
            "1997/1. Question\n1997/2. Rights",
            ["E/CN.4/RES/1997/1", "E/CN.4/RES/1997/2"],
        ),
        (
            "HUMAN RIGHTS COUNCIL\nSixth session",
            "Resolutions adopted by the Council at its sixth session ........... 7",
            "6/1.\n\nProtection of rights\n\nand\n\nproperty\n\n........\n\n7\n\n6/2.\n\nMandate ....\n\n8",
            ["A/HRC/RES/6/1", "A/HRC/RES/6/2"],
        ),
        (
            "GE.08-14662 (E) A/HRC/7/78 page 2",
            "Part One: Resolutions adopted by the Council at its seventh session ...... 7",
            "7/1. Violations ...... 7\n7/2. Composition ...... 8",
            ["A/HRC/RES/7/1", "A/HRC/RES/7/2"],
        ),
        (
            "A/HRC/7/78\npágina 2",
            "RESOLUCIONES APROBADAS POR EL CONSEJO EN SU SÉPTIMO PERÍODO DE SESIONES ........ 8",
            "7/1. Violaciones de los derechos ........ 8\n7/2. Composición del personal ........ 8",
            ["A/HRC/RES/7/1", "A/HRC/RES/7/2"],
        ),
        (
            "CONSEIL DES DROITS DE L'HOMME\nSixième session",
            "Résolutions adoptées par le Conseil ........ 5",
            "6/1. Droits ........ 5",
            ["A/HRC/RES/6/1"],
        ),
        ("СОВЕТ ПО ПРАВАМ ЧЕЛОВЕКА", "Резолюции ........ 5", "6/1. Права ........ 5", ["A/HRC/RES/6/1"]),
        ("UNITED NATIONS\nGENERAL ASSEMBLY\nSIXTIETH SESSION", "Resolutions .... 5", "60/1. X .... 5", ["A/RES/60/1"]),
        ("HUMAN RIGHTS COUNCIL\n\nCONTENTS", "Resolutions", "7/1. X\n7/2. Y", ["A/HRC/RES/7/1", "A/HRC/RES/7/2"]),
        (
            "CONTENTS",
            "RESOLUTIONS ADOPTED BY THE ECONOMIC AND SOCIAL COUNCIL AT ITS SUBSTANTIVE SESSION",
            "1996/1. Coordination ... 12\n1996/31. Relationship ... 53",
            ["E/RES/1996/1", "E/RES/1996/31"],
        ),
        (
            "TABLE DES MATIÈRES",
            "Résolutions adoptées sur les rapports de la Sixième Commission",
            "49/50. Décennie ... 331\n49/51. Rapport ... 335",
            ["A/RES/49/50", "A/RES/49/51"],
        ),
        ("Church of Scotland\n\nGENERAL ASSEMBLY", "Resolutions ..... 5", "60/1. Manse\n60/2. Bells", []),
        ("134TH OHIO\nGENERAL ASSEMBLY", "Resolutions ..... 5", "60/1. Roads\n60/2. Bells", []),
        ("ORGANIZATION OF AMERICAN STATES\nGENERAL ASSEMBLY", "Resolutions .... 5", "60/1. X .... 5", []),
        ("GENERAL ASSEMBLY\nOF THE PRESBYTERIAN CHURCH", "Resolutions .... 5", "60/1. X .... 5", []),
        ("UNIVERSITY COUNCIL", "Resolutions of the Council ........ 7", "6/1. Fees ....... 7", []),
        ("HUMAN RIGHTS COUNCIL", "Resolutions of the Assembly ........ 7", "6/1. Fees ....... 7", []),
    ],
)
def test_the_organ_is_that_of_the_head_of_the_document(head: str, heading: str, rows: str, symbols: list[str]) -> None:
    found = find(f"{head}\n\n{heading}\n\n{rows}\n")
    assert [one.symbol for one in found if one.kind == "resolution"] == symbols


@pytest.mark.parametrize(
    "text",
    [
        "They follow the many\nresolutions of the Human Rights Council.\n5/6 of the States did.\n",
        "The Commission on Human Rights and the General Assembly met.\n\nResolutions\n\n1997/1. Question\n",
        "Report of the Commission on Human Rights\n\nA. Resolutions\n\n1997/1. of the cases\n",
        "Economic and Social Council\nReport of the Commission\n\nA. Resolutions\n\n1997/1. Question\n",
    ],
)
def test_ends_of_sentences_are_no_headings_and_several_organs_above_tell_nothing(text: str) -> None:
    assert "1997/1" not in [one.text for one in find(text)]
    assert "5/6" not in [one.text for one in find(text)]


def test_resolutions_with_a_year_are_no_decisions_below_a_heading_of_both() -> None:
    text = "Resolutions and decisions of the Security Council\nNotes\n1325 (2000) | Women\n"
    assert [one.symbol for one in find(text)] == ["S/RES/1325(2000)"]


def test_a_heading_that_names_no_organ_is_of_the_one_above() -> None:
    text = "Resolutions of the General Assembly\n\n60/1. X\n60/2. Y\n\nDecisions\n\n60/401. Z\n60/402. W\n"
    found = [one.symbol for one in find(text)]
    assert found == ["A/RES/60/1", "A/RES/60/2", "A/DEC/60/401", "A/DEC/60/402"]
