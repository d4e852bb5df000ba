"""Treaties are named in the six official languages, and known by the same ids."""

from __future__ import annotations

import pytest
from conftest import ROOT
from mandate_data.citations import cite
from mandate_data.yaml_files import read_yaml


def treaties(text: str) -> list[tuple[str | None, str | None]]:
    """Id and pinpoint of each treaty that a text names."""
    found = cite(text, kinds="all")
    return [(one.identifier, one.pinpoint) for one in found if one.kind == "treaty"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "статья 34 Конвенции о правах ребёнка и статьи 6 и 7 Международного пакта о гражданских и политических"
            " правах",
            [("treaty:crc", "34"), ("treaty:iccpr", "6 и 7")],
        ),
        (
            "Факультативный протокол к Конвенции о правах ребенка, касающийся торговли детьми, детской проституции и"
            " детской порнографии (статья 3)",
            [("treaty:opsc", "3")],
        ),
        ("в соответствии со статьей 22 Конвенции против пыток", [("treaty:cat", "22")]),
        ("Конвенции Совета Европы о киберпреступности", [("treaty:budapest", None)]),
        (
            "根据《儿童权利公约》第34条和《公民及政治权利国际公约》第6条",
            [("treaty:crc", "34"), ("treaty:iccpr", "6")],
        ),
        (
            "《〈儿童权利公约〉关于买卖儿童、儿童卖淫和儿童色情制品问题的任择议定书》第3条",
            [("treaty:opsc", "3")],
        ),
        ("《禁止酷刑公约》和《禁止酷刑公约》任择议定书", [("treaty:cat", None), ("treaty:opcat", None)]),
        (
            "المادة 34 من اتفاقية حقوق الطفل والعهد الدولي الخاص بالحقوق المدنية والسياسية",
            [("treaty:crc", "34"), ("treaty:iccpr", None)],
        ),
        (
            "البروتوكول الاختياري لاتفاقية حقوق الطفل بشأن بيع الأطفال واستغلال الأطفال في البغاء وفي المواد الإباحية",
            [("treaty:opsc", None)],
        ),
        ("Convention (no 182) sur les pires formes de travail des enfants", [("treaty:ilo-182", None)]),
        ("según lo dispuesto en el Cuarto Convenio de Ginebra, artículo 3", [("treaty:geneva-convention-4", "3")]),
        ("Protocole facultatif à la Convention contre la torture", [("treaty:opcat", None)]),
        (
            "Convention on Biological Diversity, art. 8 (j); Kyoto Protocol, art. 12; NPT, art. IV; Convention No. 111",
            [("treaty:cbd", "8 (j)"), ("treaty:kyoto-protocol", "12"), ("treaty:npt", "IV"), ("treaty:ilo-111", None)],
        ),
        (
            "Protocole de Montréal; Traité sur la non-prolifération des armes nucléaires, article VI",
            [("treaty:montreal-protocol", None), ("treaty:npt", "VI")],
        ),
        (
            "la Convención sobre Municiones en Racimo y la Convención de Viena sobre relaciones diplomáticas, art. 1",
            [("treaty:cluster-munitions", None), ("treaty:vienna-diplomatic", "1")],
        ),
        (
            "Конвенция о биологическом разнообразии, статья 8; статья VI Договора о нераспространении ядерного оружия",
            [("treaty:cbd", "8"), ("treaty:npt", "VI")],
        ),
        (
            "اتفاقية التنوع البيولوجي، المادة 8؛ بروتوكول كيوتو؛ اتفاقية فيينا للعلاقات الدبلوماسية، المادة 22",
            [("treaty:cbd", "8"), ("treaty:kyoto-protocol", None), ("treaty:vienna-diplomatic", "22")],
        ),
        (
            "《生物多样性公约》第八条; 《不扩散核武器条约》第六条; 《联合国土著人民权利宣言》",
            [("treaty:cbd", "八"), ("treaty:npt", "六"), ("treaty:undrip", None)],
        ),
    ],
)
def test_each_is_named(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert treaties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La Convención sobre la eliminación de todas las formas de discriminación contra la mujer, art. 5",
            [("treaty:cedaw", "5")],
        ),
        ("States signed the Convention on the rights of the child", [("treaty:crc", None)]),
        ("Optional Protocol on the sale of children, art. 2(a)", [("treaty:opsc", "2(a)")]),
    ],
)
def test_in_any_capitals(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert treaties(text) == expected


def test_cases_of_the_international_criminal_court() -> None:
    assert [one.identifier for one in cite("Prosecutor, ICC-01/04-01/06", kinds="all")] == ["case:icc-01-04-01-06"]


def test_a_case_without_a_full_stop() -> None:
    assert [one.identifier for one in cite("See Doe v Ruritania, para. 3.", kinds="all")] == ["case:doe-v-ruritania"]
    assert cite("They compared plan v budget.", kinds="all") == []


def test_symbols_that_begin_with_the_letters_of_a_treaty() -> None:
    found = cite("NPT/CONF.2010/50 (Vol. I), para. 3; TPNW/MSP/2022/6", kinds="all")
    assert [one.kind for one in found] == ["symbol", "symbol"]


def test_every_treaty_has_a_name_in_each_language() -> None:
    table = read_yaml(ROOT / "pipeline/mandate_data/citations/instruments.yaml")
    assert [entry["id"] for entry in table if not {"en", "fr", "es", "ru", "ar", "zh"} <= set(entry)] == []
    assert len({entry["id"] for entry in table}) == len(table)
