"""The commonest forms of resolutions in all six languages: preambles, dates, lists, comments, notes."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "ar": [
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ],
    "zh": [f"{month}月" for month in range(1, 13)],
}
_ASSEMBLY = {
    "en": "The General Assembly,\n\nRecalling its resolutions 60/147 of 16 {m} 2005, 61/177 of 20 {m} "
    "2006 and 62/90 of 3 {m} 2007, and its resolution 63/12 of 5 {m} 2008,\n\nReaffirming also "
    "its resolution 64/14 of 10 {m} 2009 and Economic and Social Council resolution 2006/23 of 27 "
    "{m} 2006,",
    "fr": "L’Assemblée générale,\n\nRappelant ses résolutions 60/147 du 16 {m} 2005, 61/177 du 20 {m} "
    "2006 et 62/90 du 3 {m} 2007, ainsi que sa résolution 63/12 du 5 {m} 2008,\n\nRéaffirmant "
    "également sa résolution 64/14 du 10 {m} 2009 et la résolution 2006/23 du Conseil économique "
    "et social en date du 27 {m} 2006,",
    "es": "La Asamblea General,\n\nRecordando sus resoluciones 60/147, de 16 de {m} de 2005, 61/177, de "
    "20 de {m} de 2006, y 62/90, de 3 de {m} de 2007, así como su resolución 63/12, de 5 de {m} "
    "de 2008,\n\nReafirmando también su resolución 64/14, de 10 de {m} de 2009, y la resolución "
    "2006/23 del Consejo Económico y Social, de 27 de {m} de 2006,",
    "ru": "Генеральная Ассамблея,\n\nссылаясь на свои резолюции 60/147 от 16 {m} 2005 года, 61/177 от "
    "20 {m} 2006 года и 62/90 от 3 {m} 2007 года, а также на свою резолюцию 63/12 от 5 {m} 2008 "
    "года,\n\nподтверждая также свою резолюцию 64/14 от 10 {m} 2009 года и резолюцию 2006/23 "
    "Экономического и Социального Совета от 27 {m} 2006 года,",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قراراتها 60/147 المؤرخ 16 {m} 2005 و 61/177 المؤرخ 20 {m} "
    "2006 و 62/90 المؤرخ 3 {m} 2007، وإلى قرارها 63/12 المؤرخ 5 {m} 2008،\n\nوإذ تعيد تأكيد "
    "قرارها 64/14 المؤرخ 10 {m} 2009 وقرار المجلس الاقتصادي والاجتماعي 2006/23 المؤرخ 27 {m} "
    "2006،",
    "zh": ""
    "大会,\n\n回顾其2005年{m}16日第60/147号、2006年{m}20日第61/177号和2007年{m}3日第62/90号决议,以及其2008年{m}5日第63/12号决议,\n\n又重申其2009年{m}10日第64/14号决议和经济及社会理事会2006年{m}27日第2006/23号决议,",
}
_OF_THE_ASSEMBLY = ["A/RES/60/147", "A/RES/61/177", "A/RES/62/90", "A/RES/63/12", "A/RES/64/14", "E/RES/2006/23"]
_SECURITY = {
    "en": "The Security Council,\n\nRecalling its resolutions 1325 (2000) of 31 {m} 2000 and 1820 "
    "(2008) of 19 {m} 2008, and the statement of its President (S/PRST/2010/22),\n\nRecalling "
    "also its resolution 1888 (2009) of 30 {m} 2009,",
    "fr": "Le Conseil de sécurité,\n\nRappelant ses résolutions 1325 (2000) du 31 {m} 2000 et 1820 "
    "(2008) du 19 {m} 2008, et la déclaration de son président (S/PRST/2010/22),\n\nRappelant "
    "aussi sa résolution 1888 (2009) en date du 30 {m} 2009,",
    "es": "El Consejo de Seguridad,\n\nRecordando sus resoluciones 1325 (2000), de 31 de {m} de 2000, y "
    "1820 (2008), de 19 de {m} de 2008, y la declaración de su Presidencia "
    "(S/PRST/2010/22),\n\nRecordando también su resolución 1888 (2009), de 30 de {m} de 2009,",
    "ru": "Совет Безопасности,\n\nссылаясь на свои резолюции 1325 (2000) от 31 {m} 2000 года и 1820 "
    "(2008) от 19 {m} 2008 года и на заявление своего Председателя (S/PRST/2010/22),\n\nссылаясь "
    "также на свою резолюцию 1888 (2009) от 30 {m} 2009 года,",
    "ar": "إن مجلس الأمن،\n\nإذ يشير إلى قراريه 1325 (2000) المؤرخ 31 {m} 2000 و 1820 (2008) المؤرخ 19 "
    "{m} 2008، وإلى بيان رئيسه (S/PRST/2010/22)،\n\nوإذ يشير أيضا إلى قراره 1888 (2009) المؤرخ 30 "
    "{m} 2009،",
    "zh": ""
    "安全理事会,\n\n回顾其2000年{m}31日第1325(2000)号和2008年{m}19日第1820(2008)号决议以及主席声明(S/PRST/2010/22),\n\n又回顾其2009年{m}30日第1888(2009)号决议,",
}
_OF_SECURITY = ["S/RES/1325(2000)", "S/RES/1820(2008)", "S/PRST/2010/22", "S/RES/1888(2009)"]
_RIGHTS = {
    "en": "The Human Rights Council,\n\nRecalling its resolutions 7/13 of 27 {m} 2008, 10/2 of 27 {m} "
    "2009 and 16/12 of 24 {m} 2011, and Commission on Human Rights resolution 2005/44 of 19 {m} "
    "2005,\n\nRecalling also General Assembly resolution 60/251 of 15 {m} 2006,",
    "fr": "Le Conseil des droits de l’homme,\n\nRappelant ses résolutions 7/13 du 27 {m} 2008, 10/2 du "
    "27 {m} 2009 et 16/12 du 24 {m} 2011, et la résolution 2005/44 de la Commission des droits de "
    "l’homme, en date du 19 {m} 2005,\n\nRappelant également la résolution 60/251 de l’Assemblée "
    "générale, en date du 15 {m} 2006,",
    "es": "El Consejo de Derechos Humanos,\n\nRecordando sus resoluciones 7/13, de 27 de {m} de 2008, "
    "10/2, de 27 de {m} de 2009, y 16/12, de 24 de {m} de 2011, y la resolución 2005/44 de la "
    "Comisión de Derechos Humanos, de 19 de {m} de 2005,\n\nRecordando también la resolución "
    "60/251 de la Asamblea General, de 15 de {m} de 2006,",
    "ru": "Совет по правам человека,\n\nссылаясь на свои резолюции 7/13 от 27 {m} 2008 года, 10/2 от 27 "
    "{m} 2009 года и 16/12 от 24 {m} 2011 года и на резолюцию 2005/44 Комиссии по правам человека "
    "от 19 {m} 2005 года,\n\nссылаясь также на резолюцию 60/251 Генеральной Ассамблеи от 15 {m} "
    "2006 года,",
    "ar": "إن مجلس حقوق الإنسان،\n\nإذ يشير إلى قراراته 7/13 المؤرخ 27 {m} 2008 و10/2 المؤرخ 27 {m} "
    "2009 و16/12 المؤرخ 24 {m} 2011، وإلى قرار لجنة حقوق الإنسان 2005/44 المؤرخ 19 {m} "
    "2005،\n\nوإذ يشير أيضا إلى قرار الجمعية العامة 60/251 المؤرخ 15 {m} 2006،",
    "zh": ""
    "人权理事会,\n\n回顾其2008年{m}27日第7/13号、2009年{m}27日第10/2号和2011年{m}24日第16/12号决议,以及人权委员会2005年{m}19日第2005/44号决议,\n\n又回顾大会2006年{m}15日第60/251号决议,",
}
_OF_RIGHTS = ["A/HRC/RES/7/13", "A/HRC/RES/10/2", "A/HRC/RES/16/12", "E/CN.4/RES/2005/44", "A/RES/60/251"]


@pytest.mark.parametrize("language", list(_MONTHS))
@pytest.mark.parametrize(
    ("preambles", "expected"),
    [(_ASSEMBLY, _OF_THE_ASSEMBLY), (_SECURITY, _OF_SECURITY), (_RIGHTS, _OF_RIGHTS)],
    ids=["assembly", "security", "rights"],
)
def test_preambles_with_dates_of_every_month(preambles: dict[str, str], expected: list[str], language: str) -> None:
    for month in _MONTHS[language]:
        found = cite(preambles[language].replace("{m}", month))
        assert [one.symbol for one in found] == expected, month


_OLD = {
    "en": "The General Assembly,\n\nRecalling its resolutions 217 A (III) of 10 December 1948, 2200 A "
    "(XXI) of 16 December 1966 and 3452 (XXX) of 9 December 1975,",
    "fr": "L’Assemblée générale,\n\nRappelant ses résolutions 217 A (III) du 10 décembre 1948, 2200 A "
    "(XXI) du 16 décembre 1966 et 3452 (XXX) du 9 décembre 1975,",
    "es": "La Asamblea General,\n\nRecordando sus resoluciones 217 A (III), de 10 de diciembre de 1948, "
    "2200 A (XXI), de 16 de diciembre de 1966, y 3452 (XXX), de 9 de diciembre de 1975,",
    "ru": "Генеральная Ассамблея,\n\nссылаясь на свои резолюции 217 A (III) от 10 декабря 1948 года, "
    "2200 A (XXI) от 16 декабря 1966 года и 3452 (XXX) от 9 декабря 1975 года,",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قراراتها 217 ألف (د-3) المؤرخ 10 كانون الأول/ديسمبر 1948، "
    "و 2200 ألف (د-21) المؤرخ 16 كانون الأول/ديسمبر 1966 و 3452 (د-30) المؤرخ 9 كانون "
    "الأول/ديسمبر 1975،",
    "zh": "大会,\n\n回顾其1948年12月10日第217 A(III)号、1966年12月16日第2200 A(XXI)号和1975年12月9日第3452(XXX)号决议,",
}
_BEHIND = {
    "en": "In its resolution 48/141, the General Assembly; in resolution 60/251, the Assembly; Economic "
    "and Social Council resolution 1996/31; Human Rights Council resolution 5/1, annex; Security "
    "Council resolution 1325 (2000), paras. 1-3; General Assembly decision 60/551.",
    "fr": "Dans sa résolution 48/141, l’Assemblée générale; dans la résolution 60/251, l’Assemblée; la "
    "résolution 1996/31 du Conseil économique et social; la résolution 5/1 du Conseil des droits "
    "de l’homme, annexe; la résolution 1325 (2000) du Conseil de sécurité, par. 1 à 3; la "
    "décision 60/551 de l’Assemblée générale.",
    "es": "En su resolución 48/141, la Asamblea General; en la resolución 60/251, la Asamblea; la "
    "resolución 1996/31 del Consejo Económico y Social; la resolución 5/1 del Consejo de Derechos "
    "Humanos, anexo; la resolución 1325 (2000) del Consejo de Seguridad, párrs. 1 a 3; la "
    "decisión 60/551 de la Asamblea General.",
    "ru": "В своей резолюции 48/141 Генеральная Ассамблея; в резолюции 60/251 Ассамблея; резолюция "
    "1996/31 Экономического и Социального Совета; резолюция 5/1 Совета по правам человека, "
    "приложение; резолюция 1325 (2000) Совета Безопасности, пункты 1–3; решение 60/551 "
    "Генеральной Ассамблеи.",
    "ar": "في قرار الجمعية العامة 48/141؛ وفي قرار الجمعية العامة 60/251؛ وقرار المجلس الاقتصادي "
    "والاجتماعي 1996/31؛ وقرار مجلس حقوق الإنسان 5/1، المرفق؛ وقرار مجلس الأمن 1325 (2000)، "
    "الفقرات 1-3؛ ومقرر الجمعية العامة 60/551.",
    "zh": ""
    "大会第48/141号决议;大会第60/251号决议;经济及社会理事会第1996/31号决议;人权理事会第5/1号决议附件;安全理事会第1325(2000)号决议第1至3段;大会第60/551号决定。",
}
_COMMENTS = {
    "en": "The Committee on the Rights of the Child, in its general comments No. 12 (2009) and No. 14 "
    "(2013), the Committee on the Elimination of Discrimination against Women, in its general "
    "recommendation No. 30 (2013), and the Human Rights Committee, in its general comment No. 35 "
    "(2014), para. 3",
    "fr": "Le Comité des droits de l’enfant, dans ses observations générales no 12 (2009) et no 14 "
    "(2013), le Comité pour l’élimination de la discrimination à l’égard des femmes, dans sa "
    "recommandation générale no 30 (2013), et le Comité des droits de l’homme, dans son "
    "observation générale no 35 (2014)",
    "es": "El Comité de los Derechos del Niño, en sus observaciones generales núm. 12 (2009) y núm. 14 "
    "(2013), el Comité para la Eliminación de la Discriminación contra la Mujer, en su "
    "recomendación general núm. 30 (2013), y el Comité de Derechos Humanos, en su observación "
    "general núm. 35 (2014)",
    "ru": "Комитет по правам ребенка в своих замечаниях общего порядка № 12 (2009) и № 14 (2013), "
    "Комитет по ликвидации дискриминации в отношении женщин в своей общей рекомендации № 30 "
    "(2013) и Комитет по правам человека в своем замечании общего порядка № 35 (2014)",
    "ar": "لجنة حقوق الطفل في تعليقيها العامين رقم 12 (2009) ورقم 14 (2013)، واللجنة المعنية بالقضاء "
    "على التمييز ضد المرأة في توصيتها العامة رقم 30 (2013)، واللجنة المعنية بحقوق الإنسان في "
    "تعليقها العام رقم 35 (2014)",
    "zh": "儿童权利委员会第12号(2009年)和第14号(2013年)一般性意见、"
    "消除对妇女歧视委员会第30号一般性建议(2013年)以及人权事务委员会第35号一般性意见(2014年)",
}
_NOTES = {
    "en": "1 A/HRC/37/60, para. 5.\n2 Ibid., para. 6.\n3 Ibid.\n",
    "fr": "1 A/HRC/37/60, par. 5.\n2 Ibid., par. 6.\n3 Ibid.\n",
    "es": "1 A/HRC/37/60, párr. 5.\n2 Ibid., párr. 6.\n3 Ibid.\n",
    "ru": "1 A/HRC/37/60, пункт 5.\n2 Там же, пункт 6.\n3 Там же.\n",
    "ar": "1 A/HRC/37/60، الفقرة 5.\n2 المرجع نفسه، الفقرة 6.\n3 المرجع نفسه.\n",
    "zh": "1 A/HRC/37/60,第5段。\n2 同上,第6段。\n3 同上。\n",
}


@pytest.mark.parametrize("language", list(_MONTHS))
@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (_OLD, ["A/RES/217(III)A", "A/RES/2200(XXI)A", "A/RES/3452(XXX)"]),
        (
            _BEHIND,
            ["A/RES/48/141", "A/RES/60/251", "E/RES/1996/31", "A/HRC/RES/5/1", "S/RES/1325(2000)", "A/DEC/60/551"],
        ),
        (_COMMENTS, ["CRC/C/GC/12", "CRC/C/GC/14", "CEDAW/C/GC/30", "CCPR/C/GC/35"]),
        (_NOTES, ["A/HRC/37/60", "A/HRC/37/60", "A/HRC/37/60"]),
    ],
    ids=["old", "behind", "comments", "notes"],
)
def test_forms_of_every_language(texts: dict[str, str], expected: list[str], language: str) -> None:
    assert [one.symbol for one in cite(texts[language])] == expected
