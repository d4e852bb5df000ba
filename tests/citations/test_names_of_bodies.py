"""Every name of every body of the table whose resolutions have no symbol, in every language: no number beside it gets
that of another organ."""

from __future__ import annotations

import re

import pytest
from mandate_data.citations import LANGUAGES, cite
from mandate_data.citations.bodies import Body, table

SENTENCES = {
    "en": (
        "Recalling {} resolution {},",
        "Recalling resolution {1} of the {0},",
        "The {} adopted resolution {}.",
        "{}, resolution {}",
    ),
    "fr": (
        "Rappelant la résolution {1} de la {0},",
        "la résolution {1} du {0}",
        "La {} a adopté la résolution {}.",
        "{}, résolution {}",
    ),
    "es": (
        "Recordando la resolución {1} de la {0},",
        "la resolución {1} del {0}",
        "La {} aprobó la resolución {}.",
        "{}, resolución {}",
    ),
    "ru": (
        "в резолюции {1} {0}",
        "резолюция {1}, принятая {0}",
        "{} приняла резолюцию {}.",
        "{}, резолюция {}",
        "{} в своей резолюции {}",
    ),
    "ar": ("قرار {} {}", "القرار {1} الصادر عن {0}", "اعتمدت {} القرار {}.", "{}، القرار {}"),
    "zh": ("回顾{}第{}号决议", "{}通过了第{}号决议。", "{}在其第{}号决议中"),
}
NUMBERS = ("67/9", "20/3", "2010/14")
_OPEN = re.compile(r"\][*+]")
"""What stands for any word."""
_TOKEN = re.compile(r"\(\?:|\)|\||\[([^\]]+)\]|\\b|\\?(.)")


def spelled(pattern: str, turn: int) -> list[str]:
    """The names that a pattern of the table stands for, one per alternative outside groups: of the alternatives in a
    group the one whose turn it is, what is optional in every other turn."""
    return list(dict.fromkeys(" ".join(one.split()) for one in _alternatives(_TOKEN.finditer(pattern), turn, pattern)))


def _alternatives(tokens: object, turn: int, pattern: str) -> list[str]:
    found = [""]
    for token in tokens:  # type: ignore[attr-defined]
        if token[0] == ")":
            break
        if token[0] == "|":
            found.append("")
            continue
        if token[0] == "?":
            continue
        piece = token[2] or ""
        end = token.end()
        if token[0] == "(?:":
            inside = _alternatives(tokens, turn, pattern)
            piece, end = inside[turn % len(inside)], _closing(pattern, token.start())
        elif token[1]:
            piece = token[1][turn % len(token[1])]
        if pattern[end : end + 1] == "?" and turn % 2:
            piece = ""
        found[-1] += piece
    return found


def _closing(pattern: str, start: int) -> int:
    depth = 0
    for place in range(start, len(pattern)):
        depth += (pattern[place] == "(") - (pattern[place] == ")")
        if depth == 0:
            return place + 1
    raise AssertionError(pattern)


def without_symbols() -> list[Body]:
    return [body for body in table().bodies if body.named and not body.adopts and not body.comments]


@pytest.mark.parametrize("body", without_symbols(), ids=lambda body: body.slug)
def test_a_number_beside_a_name_is_that_bodys(body: Body) -> None:
    for language, pattern in body.named.items():
        for name in dict.fromkeys(name for turn in range(6) for name in spelled(pattern, turn)):
            assert re.fullmatch(pattern, name), (pattern, name)
            for sentence in SENTENCES[language]:
                for number in NUMBERS:
                    text = sentence.format(name, number)
                    found = cite(text, language=language)
                    assert [(one.symbol, one.organ) for one in found] == [(None, body.slug)], text


def test_the_others_have_no_symbol_either() -> None:
    for language, named in table().without_symbols.items():
        for pattern in (pattern for _, pattern in named if not _OPEN.search(pattern)):
            for name in dict.fromkeys(name for turn in range(3) for name in spelled(pattern, turn)):
                for sentence in SENTENCES[language]:
                    text = sentence.format(name, "20/3")
                    assert [one.symbol for one in cite(text, language=language) if one.symbol] == [], text


EVERYWHERE = """
Economic and Social Commission for Asia and the Pacific, Economic Commission for Europe, Economic Commission
for Africa, Economic Commission for Latin America and the Caribbean, Economic and Social Commission for
Western Asia, United Nations Environment Programme, United Nations Environment Assembly, United Nations Human
Settlements Programme, Commission on Human Settlements, Statistical Commission, Commission for Social
Development, Commission on the Status of Women, Commission on Narcotic Drugs, Commission on Population and
Development, Commission on Crime Prevention and Criminal Justice, Commission on Science and Technology for
Development, Commission on Sustainable Development, United Nations Forum on Forests, United Nations Conference
on Trade and Development, Industrial Development Board, General Conference of UNIDO, United Nations Children's
Fund, United Nations Development Programme, International Seabed Authority, Peacebuilding Commission,
International Law Commission, Disarmament Commission, Conference on Disarmament, United Nations Commission on
International Trade Law, United Nations Framework Convention on Climate Change, Conference of the Parties to
the Convention on Biological Diversity, Conference of the Parties to the Convention to Combat Desertification,
Conference of the States Parties to the Convention against Corruption, Conference of the Parties to the
Convention against Transnational Organized Crime"""


def test_bodies_are_known_by_name_in_all_languages() -> None:
    titles = [" ".join(title.split()) for title in EVERYWHERE.split(",")]
    named = {body.title: body.named for body in table().bodies if body.named}
    assert [title for title in titles if set(named.get(title, ())) != set(LANGUAGES)] == []


@pytest.mark.parametrize(
    ("text", "language", "organ"),
    [
        ("UNEP decision GC.22/1", "en", "united_nations_environment_programme"),
        ("la décision GC.22/1 du Conseil d'administration du PNUE", "fr", "united_nations_environment_programme"),
        ("решение GC.22/1 Совета управляющих ЮНЕП", "ru", "united_nations_environment_programme"),
        ("环境署理事会第GC.22/1号决定", "zh", "united_nations_environment_programme"),
        ("Governing Council decision GCSS.X/3", "en", "governing_council"),
        ("UN-Habitat Governing Council resolution 25/4", "en", "united_nations_human_settlements_programme"),
        ("resolution 25/4 of the Governing Council of UN-Habitat", "en", "united_nations_human_settlements_programme"),
        (
            "The Executive Board of the United Nations Development Programme adopted decision 2013/11.",
            "en",
            "united_nations_development_programme",
        ),
        ("UNDP Executive Board decision 2013/11", "en", "united_nations_development_programme"),
        ("the UNESCO General Conference adopted resolution 20/3", "en", "unesco"),
    ],
)
def test_the_organ_is_named_exactly(text: str, language: str, organ: str) -> None:
    (reference,) = cite(text, language=language)
    assert (reference.symbol, reference.organ) == (None, organ)


def test_decisions_of_unido_keep_their_symbols() -> None:
    found = cite("UNIDO decisions GC.13/Dec.5 and IDB.39/Dec.7")
    assert [one.symbol for one in found] == ["GC.13/Dec.5", "IDB.39/Dec.7"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("增进和保护人权小组委员会第2000/3号决议", "zh"),
        ("防止歧视及保护少数小组委员会第2000/3号决议", "zh"),
        ("قرار اللجنة الفرعية لتعزيز وحماية حقوق الإنسان 2000/3", "ar"),
    ],
)
def test_the_sub_commission_is_known_by_its_full_name(text: str, language: str) -> None:
    assert [one.symbol for one in cite(text, language=language)] == ["E/CN.4/Sub.2/RES/2000/3"]
