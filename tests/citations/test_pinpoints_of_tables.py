"""Pinpoints to tables, figures, boxes and graphs, in the six languages."""

from __future__ import annotations

import pytest
from citation_support import pinpoint
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("See A/70/222, table 2.", "table", "2"),
        ("See A/70/222, tables 2 and 3.", "table", "2 and 3"),
        ("E/2014/33 (table III.2)", "table", "III.2"),
        ("A/HRC/22/53, annex II, table A.1", "table", "II;A.1"),
        ("A/70/222, chap. II, figure IV", "figure", "II;IV"),
        ("A/70/222, fig. 3; A/70/223", "figure", "3"),
        ("A/70/222, figs. 3-5", "figure", "3-5"),
        ("A/70/222, box 1.", "box", "1"),
        ("A/70/222, boxes 1 to 3", "box", "1 to 3"),
        ("A/70/222, graph 4", "graph", "4"),
        ("A/70/222, chart 4", "graph", "4"),
        ("A/70/222, diagram I", "graph", "I"),
        ("A/70/222, para. 15 and table 2.", "paragraph", "15"),
        ("A/70/222, table 2, p. 14", "table", "2"),
        ("General Assembly resolution 70/249 A, table 2", "table", "2"),
        ("table 2 of document A/70/222", "table", "2"),
        ("As table 3 in the report of the Secretary-General (A/70/222) shows, it is so.", "table", "3"),
        ("A/70/222,\ntable 2, says so.", "table", "2"),
        ("Voir le rapport A/70/222, tableau 3.", "table", "3"),
        ("Voir A/70/222, tableaux 3 et 4.", "table", "3 et 4"),
        ("Voir A/70/222, encadré 3.", "box", "3"),
        ("Voir A/70/222, figure II.", "figure", "II"),
        ("Voir le rapport A/70/222, graphique 2.", "graph", "2"),
        ("Véase A/70/222, cuadro 4.", "table", "4"),
        ("Véase A/70/222, cuadros 4 y 5.", "table", "4 y 5"),
        ("Véase A/70/222, recuadro 2.", "box", "2"),
        ("Véase A/70/222, gráfico III.", "graph", "III"),
        ("Véase A/70/222, figura 1.", "figure", "1"),
        ("См. A/70/222, таблица 2.", "table", "2"),
        ("См. A/70/222, таблицы 2 и 3.", "table", "2 и 3"),
        ("См. A/70/222, рисунок 5.", "figure", "5"),
        ("См. A/70/222, рис. 5.", "figure", "5"),
        ("См. A/70/222, диаграмма 5.", "graph", "5"),
        ("См. A/70/222, вставка 1.", "box", "1"),
        ("انظر A/70/222، الجدول 2.", "table", "2"),
        ("انظر A/70/222، الجدولان 2 و 3.", "table", "2 و 3"),
        ("انظر A/70/222، الشكل الثاني.", "figure", "الثاني"),
        ("انظر A/70/222، الإطار 4.", "box", "4"),
        ("انظر A/70/222، الرسم البياني 4.", "graph", "4"),
        ("见A/70/222，表2。", "table", "2"),
        ("见A/70/222号文件表2和表3。", "table", "2"),
        ("见A/70/222，附件二，表3。", "table", "二;3"),
        ("见A/70/222，图5。", "figure", "5"),
        ("见A/70/222，图表5。", "graph", "5"),
        ("见A/70/222，插文1。", "box", "1"),
    ],
)
def test_a_table_is_a_place_in_a_document(text: str, kind: str, value: str) -> None:
    assert pinpoint(text) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "A/70/222, table 2 below",
        "As table 2 above shows, A/70/222 was late.",
        "A/70/222\n\nTable 2. Number of States\n",
        "A/70/222\nTable 2: Number of States by region, as reported",
        "A/70/222\nTable 2\n",
        "Table 2 of the present report lists what A/70/222 has.",
        "Figure 3 in the chapter on schools shows what followed upon A/70/222.",
        "A/70/222, tabled 2 days later",
        "A/70/222, table manners",
        "A/70/222, figures show",
        "Voir le tableau 3 ci-dessus et A/70/222.",
        "见A/70/222，代表2人。",
    ],
)
def test_a_table_of_the_text_itself_is_none(text: str) -> None:
    assert pinpoint(text) == (None, None)


def test_an_ibid_may_point_to_another_table() -> None:
    text = "Some text.1 More text.2\n\nNotes\n\n1. A/70/222, table 2.\n2. Ibid., figure 3.\n"
    assert [(one.symbol, one.pinpoint_kind, one.pinpoint) for one in cite(text)] == [
        ("A/70/222", "table", "2"),
        ("A/70/222", "figure", "3"),
    ]
