"""A session, a year or a short title between a reference and its pinpoint; abbreviated and nested places; agendas."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find


def pinpoints(text: str) -> list[tuple[str | None, str | None]]:
    """Kind and value of the pinpoint of each reference."""
    return [(one.pinpoint_kind, one.pinpoint) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("CO Ruritania, A/49/38, 13th Session (1994) para 78", "78"),
        ("See A/49/38, Sess. 13 (1994), para. 78.", "78"),
        ("Voir A/49/38, treizième session (1994), par. 78.", "78"),
        ("Véase A/49/38, 13º período de sesiones (1994), párr. 78.", "78"),
        ("См. A/49/38, тринадцатая сессия (1994 год), пункт 78.", "78"),
        ("见A/49/38,第十三届会议(1994年),第78段。", "78"),
        ("انظر A/49/38، الدورة الثالثة عشرة (1994)، الفقرة 78.", "78"),
        ("general comment No. 23 of the Human Rights Committee (fiftieth session, 1994, para. 7)", "7"),
        ("l'observation générale no 23 du Comité des droits de l'homme (cinquantième session, 1994, par. 7)", "7"),
        ("замечание общего порядка № 23 Комитета по правам человека (пятидесятая сессия, 1994 год, пункт 7)", "7"),
        ("انظر التعليق العام رقم 23 للجنة المعنية بحقوق الإنسان (الدورة الخمسون، 1994، الفقرة 7).", "7"),
        ("It was read in A/60/1, and at the 13th session, paragraph 5 was read.", None),
        ("It was read in A/60/1, the 13th session. Paragraph 5 was read.", None),
        ("The Committee read A/60/1 at its sixtieth session (paras. 3-5).", None),
    ],
)
def test_a_session_may_stand_before_the_pinpoint(text: str, value: str | None) -> None:
    assert pinpoints(text) == [("paragraph" if value else None, value)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("A/59/18 ('2004 Report') at para. 62.", "paragraph", "62"),
        ("A/59/18 (2004) [hereinafter 2004 Report], at 62.", "page", "62"),
        ("Voir A/59/18 (« le rapport »), par. 62.", "paragraph", "62"),
        ("Voir A/59/18 (ci-après le rapport), par. 62.", "paragraph", "62"),
        ('Véase A/59/18 ("el Informe"), párr. 62.', "paragraph", "62"),
        ("См. A/59/18 (далее — «Доклад»), пункт 62.", "paragraph", "62"),
        ("见A/59/18(下称“报告”),第62段。", "paragraph", "62"),
        ('انظر A/59/18 (يشار إليه فيما يلي باسم "التقرير")، الفقرة 62.', "paragraph", "62"),
        ("Doe v. Ruritania, CCPR/C/55/D/563/1993 (Views, 27 Oct. 1995), para. 8.6.", "paragraph", "8.6"),
        ("See A/59/18 (it was long) and para. 62 of the report.", None, None),
    ],
)
def test_a_short_title_may_stand_before_the_pinpoint(text: str, kind: str | None, value: str | None) -> None:
    assert pinpoints(text) == [(kind, value)]


def test_the_pinpoint_of_the_next_one_is_its_own() -> None:
    assert pinpoints('A/59/18 ("the Report"), and para. 5 of A/60/1') == [(None, None), ("paragraph", "5")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("UN Doc. E/CN.4/L.1543, paras. 6, 10, 18 (1980).", "6, 10, 18"),
        ("E/CN.4/L.1543, paras. 6 and 10 (1980).", "6 and 10"),
        ("Voir E/CN.4/L.1543, par. 6, 10, 18 (1980).", "6, 10, 18"),
        ("S/2010/1, paras. 6 and 1325 (2000).", "6"),
        ("S/2010/1, paras. 6, 8 and 1325 (2000).", "6, 8"),
    ],
)
def test_the_year_behind_the_last_number_is_the_document_s(text: str, value: str) -> None:
    assert pinpoints(text)[0] == ("paragraph", value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("CAT/C/3/Rev.6, r 35.", "rule", "35"),
        ("CAT/C/3/Rev.6, rr 35-37.", "rule", "35-37"),
        ("A/47/41, Ann. III.", "annex", "III"),
        ("A/47/41, App. B, para. 3.", "paragraph", "B;3"),
        ("Voir A/47/41, ann. II.", "annex", "II"),
        ("См. A/47/41, прил. II.", "annex", "II"),
        ("A/47/41, Ann. Rep. of the Committee.", None, None),
        ("A/47/41, Ann Smith, para. 3.", None, None),
        ("CAT/C/3/Rev.6, R 35.", None, None),
        ("General Assembly resolution 60/1 of22 June\n2005, paragraph (a).", "paragraph", "(a)"),
    ],
)
def test_abbreviated_places(text: str, kind: str | None, value: str | None) -> None:
    assert pinpoints(text) == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("G.A. Res. 217 (III) A, Universal Declaration of Human Rights, arts. 8, 9 (Dec. 10, 1948)", "8, 9"),
        ("General Assembly resolution 45/110, Standard Minimum Rules for Non-custodial Measures, rule 8", "8"),
        ("General Assembly resolution 44/25, Convention on the Rights of the Child, art. 3", None),
        ("General Assembly resolution 60/1, World Report 2005, para. 3", None),
    ],
)
def test_what_a_resolution_adopts_is_its_title(text: str, value: str | None) -> None:
    assert pinpoints(text)[0][1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("عملا بالفقرة 17 (ج) من المرفق الثاني لقرار الجمعية العامة 60/1.", "الثاني;17 (ج)"),
        ("عملا بالفقرة 17 (ج) من قرار الجمعية العامة 60/1.", "17 (ج)"),
        ("Пункт 3 в) резолюции 60/1 Генеральной Ассамблеи.", "3 в)"),
    ],
)
def test_letters_of_other_scripts_name_a_subparagraph(text: str, value: str) -> None:
    assert pinpoints(text) == [("paragraph", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Пункты 2 и 3 повестки дня Доклад представлен по просьбе в резолюции 27/13 Совета по правам человека.", None),
        (
            "Часть II\nЕжегодный доклад комиссии представлен по просьбе в резолюции 27/13 Совета по правам человека.",
            None,
        ),
        ("Изложение пункта 3\nДоклад представлен по просьбе в резолюции 27/13 Совета по правам человека.", None),
        ("Часть II Общий обзор представлен по просьбе в резолюции 27/13 Совета по правам человека.", None),
        ("Пункт 3 Плана действий, принятого в резолюции 27/13 Совета по правам человека, гласит.", "3"),
        ("В пункте 3 своей\nрезолюции 27/13 Совет по правам человека просил.", "3"),
        ("В пункте 3\nРезолюции 27/13 Совета по правам человека.", "3"),
        ("В пунктах 2 и 3 резолюции 27/13 Совета по правам человека.", "2 и 3"),
        ("الفصل الثاني\nتقرير المفوض مقدم عملا بقرار مجلس حقوق الإنسان 27/13.", None),
        ("وفقا للفقرة 3\nمن قرار مجلس حقوق الإنسان 27/13.", "3"),
        ("الفقرة 3 من جدول الأعمال وقرار مجلس حقوق الإنسان 27/13.", None),
        ("Agenda item 3 and Human Rights Council resolution 27/13.", None),
        ("Paragraph 3 of the provisional agenda of Human Rights Council resolution 27/13.", None),
        ("Paragraph 3 of Human Rights Council resolution 27/13.", "3"),
        ("Point 3 de l'ordre du jour de la résolution 27/13 du Conseil des droits de l'homme.", None),
        ("Paragraphes 2 et 3 de l'ordre du jour de la résolution 27/13 du Conseil des droits de l'homme.", None),
        ("Tema 3 del programa de la resolución 27/13 del Consejo de Derechos Humanos.", None),
        ("Párrafo 3 del programa de la resolución 27/13 del Consejo de Derechos Humanos.", None),
        ("议程项目3,人权理事会第27/13号决议。", None),
    ],
)
def test_an_item_of_an_agenda_and_a_heading_are_no_pinpoints(text: str, value: str | None) -> None:
    assert pinpoints(text) == [("paragraph" if value else None, value)]


@pytest.mark.parametrize(
    ("note", "symbol"),
    [
        ("Doe v. Ruritania, U.N. Doc. CCPR/C/55/D/563/1993, ¶ 8.6 (1995).", "CCPR/C/55/D/563/1993"),
        ("Doe v. Ruritania, U.N. Doc. CCPR/C/55/D/563/1993, ¶ 8.6 (27 Oct. 1995).", "CCPR/C/55/D/563/1993"),
        ("A/HRC/28/68/Add.3, ¶ 8.6 (2015), and J. Roe, Law of Nations (2001).", None),
    ],
)
def test_the_year_behind_a_pinpoint_is_no_other_source(note: str, symbol: str | None) -> None:
    text = f"43. {note}\n44. Ibid., ¶ 10.\n45. Poe, supra note 43, ¶ 12."
    back = [one for one in cite(text) if one.kind in ("ibid", "supra")]
    assert [one.symbol for one in back] == [symbol, symbol]
