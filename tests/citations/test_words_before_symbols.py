"""No word of any language that stands before a symbol hides it, but for those before the codes of things."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator

import pytest
from mandate_data.citations import cite, languages
from mandate_data.citations.languages.words import Words

PART = re.compile(r"\||\(\?:|\)|\?")
OPTION = re.compile(r"\|(?![^(]*\))")
SIGNS = re.compile(r"[\\\[{]")


def every_language() -> Iterator[Words]:
    for module in pkgutil.iter_modules(languages.__path__):
        found = vars(importlib.import_module(f"{languages.__name__}.{module.name}")).values()
        yield from (value for value in found if isinstance(value, Words))


def plain_words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        parts = (part.replace("\\.", ".").replace("\\s", " ").strip() for part in PART.split(value))
        yield from (part for part in parts if part and not SIGNS.search(part))
    elif isinstance(value, Iterable):
        for one in value:
            yield from plain_words(one)


def listed_words(value: object) -> Iterator[str]:
    """The alternatives of patterns that are words, an `s` that they may end with left out."""
    for pattern in [value] if isinstance(value, str) else value if isinstance(value, Iterable) else ():
        yield from (re.sub("s[?]$", "", word) for word in OPTION.split(str(pattern)))


def words_of(names: Iterable[str]) -> set[str]:
    return {word for one in every_language() for name in names for word in plain_words(getattr(one, name))}


@pytest.mark.parametrize("symbol", ["A/66/6", "E/CN.4/2005/6", "CRC/C/GC/13"])
def test_no_word_before_a_symbol_hides_it_in_a_text_of_the_united_nations(symbol: str) -> None:
    things = words_of(["never_a_document"])
    words = words_of([field.name for field in dataclasses.fields(Words)]) - things
    words = {word for word in words if not {word.lower(), f"{word.lower()}s"} & things}
    assert len(words) > 2500
    hidden = {
        word
        for word in words
        if symbol not in {one.text for one in cite(f"See A/C.3/60/SR.4. He said: {word} {symbol}.")}
    }
    assert not hidden, sorted(hidden)


def test_no_word_that_cites_hides_a_symbol_where_nothing_else_tells_of_the_united_nations() -> None:
    citing = ("numbered_document", "document", "see", "cites_before", "cited_by", "cited", "introduction", "copula")
    for one in every_language():
        words = {word for name in citing for word in listed_words(getattr(one, name)) if word.isalpha()}
        assert len(words) > 10 or one.code == "zh"
        hidden = {
            word
            for word in words
            if "A/66/6" not in {found.text for found in cite(f"abc {word} A/66/6 abc", language=one.code)}
        }
        assert not hidden, sorted(hidden)


@pytest.mark.parametrize(
    "text",
    [
        "Flat A/60/1, Tower B",
        "Plot A/60/1, Block S/12, Sector E/33",
        "Constable A/1234 gave evidence",
        "a painting T/1703",
        "Asset tag E/2019/14; asset tag S/2020/7",
        "Serial numbers: A/10000, S/20000 and E/3000",
        "ticket S/PV1, the licence no. DP/2019/29 of the driver",
        "Land Registry E/2014/223",
        "Circular E/2017/9 of the Department of Education",
        "Section S/1325 of the library, shelf mark A/810",
        "Bookshop codes: CRC/C/12",
        "l'appartement A/60/1 et la facture S/2014/12 sont ici",
        "la factura A/60/1 y el apartamento E/2014/12 son de ella",
        "Она живет по адресу: квартира A/60/1",
        "الشقة A/60/1",
        "他的车牌是京A/10345；车牌A/10345",
        "Licence plate A/70/12 was seen; vehicle S/2014/33 left. Grid reference E/2014/21 marks the well.",
        "Véhicule A/70/12, immatriculé A/60/125, plaque E/2014/33; le dossier médical E/2019/12",
        "El vehículo A/70/12, con placa A/60/125; pasaporte E/2014/332; recibo S/2019/15",
        "Автомобиль А/70/12; Номерной знак A/60/12; паспорт E/2014/33; счет-фактура A/65/10",
        "السيارة رقم A/70/12 وجواز السفر E/2014/33 والفاتورة رقم S/2019/15",
        "车辆A/70/12，护照号E/2014/33，发票号S/2019/15，公寓A/60/1",
        "Tracking number A/65/221; writ petition No. A/65/221; contrat no. S/2013/45",
        "Room      Floor   Tenant\nA/60/1    1       Smith\nA/60/2    1       Jones",
        "| Vehicle | Owner |\n|---|---|\n| A/60/12 | Smith |",
        "Serial numbers: A/60/12 and A/60/13",
        "le numéro de téléphone E/2012/4 est dans la lettre",
        "el número de póliza E/2014/4 es de ella",
        "номер телефона A/60/3",
        "学号A/72/15",
        "Recipe card A/60/9: mix flour and eggs. The coach E/2014/12 was full; hymn E/2014/1 was sung.",
        "le quai E/2014/3 et la valise S/2014/8 du voyageur",
        "la cédula E/2014/3 de ella",
        "The plates: A/60/12",
        "Air tickets: A/10000",
        "My locker is S/2011/250. We tapped heat A/65/8 and rolled out roll A/74/6 in shade E/1991/23.",
        "The flight plan filed was A/2055 and the alternate S/4012.",
        "Part number: E/2004/18. Parts E/2004/18 and E/2004/19 fit the pump.",
        "Le véhicule est A/70/12 et il est dans la rue de la gare.",
        "El pasaporte es E/2014/332 y está en la mesa de la sala.",
        "Заказ S/2020/12 отправлен.",
    ],
)
def test_the_codes_of_things_are_no_symbols(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("See documents A/810, S/12345 and T/1703.", ["A/810", "S/12345", "T/1703"]),
        ("in national policy A/58/427 making processes", ["A/58/427"]),
        ("a new licence\nA/58/427\nfor all", ["A/58/427"]),
        ("ticket A/C.5/59/L.2", ["A/C.5/59/L.2"]),
        ("section A/60/1, item A/60/2, files A/60/3", ["A/60/1", "A/60/2", "A/60/3"]),
        ("the licences, A/60/1", ["A/60/1"]),
        ("tickets (A/60/1)", ["A/60/1"]),
        ("A/PV.183, p. 910; E/800; E/CN.6/SR.7", ["A/PV.183", "E/800", "E/CN.6/SR.7"]),
        ("E/CONF.2/78; E/PC/T/33; E/33", ["E/CONF.2/78", "E/PC/T/33", "E/33"]),
        ("E/600 and E/CN.4/21", ["E/600", "E/CN.4/21"]),
        ("E/600; E/800, p. 4", ["E/600", "E/800"]),
        ("See E/600, para. 13, E/800.", ["E/600", "E/800"]),
        ("documents E/600 and E/800", ["E/600", "E/800"]),
        ("E/600, E/800", []),
        ("the A/320, A/321 and A/340; E/33, F/44 and G/55", []),
        ("A/C.3/SR.91 was read in room E/33", ["A/C.3/SR.91"]),
        ("A/C.3/SR.91. E/33 is a room", ["A/C.3/SR.91"]),
        ("the departments IT/32 and it/32/Rev.50 met", []),
        ("见A/10345号文件", ["A/10345"]),
        ("Code: A/65/221", ["A/65/221"]),
        ("Travel tickets: A/57/285", ["A/57/285"]),
        ("Rules on purchase orders: A/60/100, para. 4", ["A/60/100"]),
        ("The document has the serial No. S/1998/305.", ["S/1998/305"]),
        ("The General Assembly met in room 3; serial No. A/65/221", ["A/65/221"]),
        ("número de documento A/60/12", ["A/60/12"]),
        (
            "The report A/60/12, the letter S/2014/12; document number S/2014/317",
            ["A/60/12", "S/2014/12", "S/2014/317"],
        ),
        ("Distr. GENERAL A/60/87 ORIGINAL: ENGLISH", ["A/60/87"]),
        ("Recipe card A/60/9 of the General Assembly", ["A/60/9"]),
        ("Torture A/66/268\nHousing A/66/270", ["A/66/268", "A/66/270"]),
        ("El informe A/66/268 y el estudio A/68/295 sobre la tortura", ["A/66/268", "A/68/295"]),
        ("The memorandum S/2014/671 and the study A/68/295 were read", ["S/2014/671", "A/68/295"]),
        ("Interim report by Special Rapporteur A/63/175", ["A/63/175"]),
        ("文件号A/72/15", ["A/72/15"]),
        ("Letter No. S/2014/12 and report No. A/60/12", ["S/2014/12", "A/60/12"]),
        ("the report on vehicles (A/60/12); vehicles, A/60/13", ["A/60/12", "A/60/13"]),
        ("Symbol     Title\nA/60/1     Rooms", ["A/60/1"]),
        ("The Council has two parts: parts E/2004/18 and E/2004/19.", ["E/2004/18", "E/2004/19"]),
        ("The document is S/2011/250, and the latest report was A/65/8.", ["S/2011/250", "A/65/8"]),
    ],
)
def test_documents_beside_such_words_are_found(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == symbols


@pytest.mark.parametrize(
    ("thing", "nations"),
    [
        ("The container A/60/12 was opened.", "The Security Council met. "),
        ("La cellule A/60/12 était vide.", "Le Conseil de sécurité s'est réuni. "),
        ("El contrato A/60/12 está aquí.", "El Consejo de Seguridad se reunió. "),
        ("Это дом A/60/12.", "Собрался Совет Безопасности. "),
        ("في الغرفة A/60/12", "اجتمعت الجمعية العامة. "),
        ("房间A/60/12", "安全理事会开会。"),
    ],
)
def test_behind_some_words_it_is_a_code_unless_the_text_is_of_the_united_nations(thing: str, nations: str) -> None:
    assert cite(thing) == []
    assert [one.symbol for one in cite(nations + thing)] == ["A/60/12"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Document No. A/520 was distributed.", "A/520"),
        ("see document No. E/33", "E/33"),
        ("Documents Nos. A/520 and A/521", "A/521"),
        ("UN document No. A/520 is here", "A/520"),
        ("Documento núm. A/520 de la Asamblea", "A/520"),
    ],
)
def test_a_word_for_documents_before_the_word_for_a_number_introduces_a_short_symbol(text: str, symbol: str) -> None:
    assert cite(text)[-1].symbol == symbol
