"""What tells a document from a thing with a code, where a text has no other sign of the United Nations."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find_symbols


@pytest.mark.parametrize(
    "text",
    [
        "They opened cabinet E/2011/8 last week.",
        "Yesterday she left bicycle A/60/12 behind the fence.",
        "The bolts S/2021/0043 and E/2011/8 were lost.",
        "We bought washer A/12345 for the pump.",
        "Ils ont ouvert armoire E/2011/8 hier soir.",
        "Abrieron armario E/2011/8 ayer por la tarde.",
        "В шкафу E/2011/8 лежали бумаги.",
        "Шкаф E/2011/8 был открыт.",
        "وضع الكتاب في خزانة E/2011/8 أمس",
        "柜子E/2011/8里有书。",
        "A/60/2014 is my favourite colour of paint.",
        "The paint was S/2021/0043 or so.",
    ],
)
def test_behind_any_noun_it_is_a_code_in_a_text_that_is_not_of_the_united_nations(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("They opened cabinet E/2011/8 at the General Assembly.", "E/2011/8"),
        ("They cited E/2011/8 last week.", "E/2011/8"),
        ("The judge mentioned A/60/12 and left.", "A/60/12"),
        ("The judge mentioned opinion A/60/12, para. 4, and left.", "A/60/12"),
        ("In that document the passage E/2011/8 is the only one.", "E/2011/8"),
        ("the cabinet (E/2011/8) was opened", "E/2011/8"),
        ("See cabinet\nE/2011/8\nabove", "E/2011/8"),
        ("Il est fait référence à E/2011/8 dans ce texte.", "E/2011/8"),
        ("Se hace referencia a E/2011/8 en el texto.", "E/2011/8"),
        ("В письме упоминается E/2011/8 и другие.", "E/2011/8"),
        ("Он прочитал доклад E/2011/8 вчера.", "E/2011/8"),
        ("كما ورد في التقرير E/2011/8 أمس", "E/2011/8"),
        ("ونظر في E/2011/8 أمس", "E/2011/8"),
        ("他提到E/2011/8。", "E/2011/8"),
        ("请参见E/2011/8。", "E/2011/8"),
        ("A/60/2014 of the General Assembly", "A/60/2014"),
        ("The report A/60/2014 is long.", "A/60/2014"),
        ("the report of the Council (S/2021/0043)", "S/2021/43"),
    ],
)
def test_what_is_cited_or_of_the_united_nations_is_a_document(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]


def test_a_stretch_of_a_text_does_not_tell_what_the_text_is_about() -> None:
    text = f"They opened cabinet E/2011/8 {'and went on ' * 20}at the General Assembly."
    assert [one.symbol for one in cite(text)] == ["E/2011/8"]
    assert [one.symbol for one in find_symbols(text)] == ["E/2011/8"]


ROWS = (("E/2004/18", "Pump", "12.00"), ("A/60/12", "Valve", "13.00"))


@pytest.mark.parametrize(
    "heading", ["Code", "Part number", "Article no.", "Item no.", "SKU", "Ref. no.", "Product code"]
)
@pytest.mark.parametrize("sign", [" | ", "\t", "      "])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)])
def test_a_column_of_codes_has_no_symbols(heading: str, sign: str, order: tuple[int, int, int]) -> None:
    rows = [(heading, "Name", "Price"), *ROWS]
    width = 14 if sign.isspace() and sign != "\t" else 0
    table = "\n".join(sign.join(row[place].ljust(width) for place in order).rstrip() for row in rows)
    assert cite(table) == []
    assert cite("\n".join(f"| {line} |" for line in table.splitlines()) if sign == " | " else table) == []
    titled = "Documents of the General Assembly\n\n" + table.replace(heading, "Code".ljust(len(heading)))
    assert [one.symbol for one in cite(titled)] == ["E/2004/18", "A/60/12"]
    symbols = table.replace(heading, "Symbol".ljust(len(heading)))
    assert [one.symbol for one in cite(symbols)] == ["E/2004/18", "A/60/12"]


@pytest.mark.parametrize(
    "text",
    [
        "| Código | Nombre | Precio |\n|---|---|---|\n| E/2004/18 | Bomba | 12 |",
        "| Nom | Référence article | Prix |\n|---|---|---|\n| Pompe | E/2004/18 | 12 |",
        "| Название | Артикул | Цена |\n|---|---|---|\n| Насос | E/2004/18 | 12 |",
        "| 名称 | 零件号 | 价格 |\n|---|---|---|\n| 泵 | E/2004/18 | 12 |",
        "| الاسم | الرمز | السعر |\n|---|---|---|\n| مضخة | E/2004/18 | 12 |",
        "Parts list\nE/2004/18 pump\nE/2004/19 valve",
        "Spare parts:\n- E/2004/18 pump\n- E/2004/19 valve",
        "Heat number: S/2011/12; roll number: E/2004/11.",
    ],
)
def test_lists_and_tables_of_things_have_no_symbols(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Documents list\nE/2004/18 report\nE/2004/19 note", ["E/2004/18", "E/2004/19"]),
        ("| Code | Title |\n|---|---|\n| A/60/12 | Report |\n| A/C.3/60/L.2 | Draft |", ["A/60/12", "A/C.3/60/L.2"]),
        ("The parts of the report are listed in\nE/2004/18 and elsewhere", ["E/2004/18"]),
    ],
)
def test_lists_and_tables_of_documents_have(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == symbols


@pytest.mark.parametrize(
    "text",
    [
        "Der Vertrag und der Ordner S/2019/12 liegen bei.",
        "Bill of materials\nS/2012/7 screw\nS/2012/8 nail",
        "1 hammer\n- S/2012/7 screw\n- S/2012/8 nail",
        "L'armadio E/2011/8 era aperto.",
    ],
)
def test_a_noun_of_any_language_or_behind_the_code_says_so(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("They read\nS/2012/7 and\nS/2012/8 again", ["S/2012/7", "S/2012/8"]),
        ("Before the Council\n\nS/2012/7 screw\nS/2012/8 nail", ["S/2012/7", "S/2012/8"]),
        ("S/2012/7 report\nS/2012/8 letter", ["S/2012/7", "S/2012/8"]),
    ],
)
def test_what_goes_on_in_other_words_is_a_list_of_documents(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == symbols


@pytest.mark.parametrize(
    "text",
    [
        "Its predecessor A/66/268 was shorter.",
        "Solitary confinement A/66/268 is in all such reports",
        "For drinking water consult A/66/268 first.",
        "Le texte A/66/268 traite de l'isolement.",
        "El texto A/66/268 trata del aislamiento.",
        "Текст A/66/268 посвящен изоляции.",
        "النص A/66/268 يتناول العزل",
        "A/66/268一文讨论了隔离问题。",
    ],
)
def test_a_word_for_documents_in_the_clause_tells_one(text: str) -> None:
    assert [one.symbol for one in cite(text)] == ["A/66/268"]
