"""The language of HTML: that which it names, or that of its words, which style sheets and scripts are none of."""

from __future__ import annotations

import pytest
from mandate_data.citations import LANGUAGES, cite
from mandate_data.citations.languages import detected_language

STYLE = "<style>\n" + "p { margin: 0 auto; } /* the style of the page and of all that is in it */\n" * 40 + "</style>\n"
SCRIPT = "<SCRIPT type='text/javascript'>" + "// this is for the page, and that is not in it\n" * 40 + "</SCRIPT>\n"
FRENCH = "<p>L’Assemblée générale, dans ses résolutions 74/133 et 76/147, a prié le Rapporteur de poursuivre.</p>"
RUSSIAN = "<p>Генеральная Ассамблея в своих резолюциях 74/133 и 76/147 просила Докладчика продолжать работу.</p>"


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN])
@pytest.mark.parametrize("head", [STYLE, SCRIPT, STYLE + SCRIPT, f"<!-- {'the words of the comment ' * 60} -->"])
def test_style_sheets_scripts_and_comments_have_no_language(text: str, head: str) -> None:
    page = f"<!DOCTYPE html>\n<html><head>{head}</head><body>{text}</body></html>"
    assert [one.symbol for one in cite(page)] == ["A/RES/74/133", "A/RES/76/147"]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ('<html lang="fr">', "fr"),
        ("<html lang=es-419>", "es"),
        ("<!DOCTYPE html>\n<HTML\n dir='rtl' LANG='AR'>", "ar"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ru">', "ru"),
        ('\ufeff<html class="js" data-lang="en" lang="zh-Hans">', "zh"),
    ],
)
def test_the_language_that_a_page_names(tag: str, language: str) -> None:
    assert language in LANGUAGES
    assert detected_language(f"{tag}<body><p>A/HRC/1/2, the and of</p></body></html>") == language


@pytest.mark.parametrize(
    "tag", ['<html lang="" xml:lang="">', "<html lang=de>", '<html data-lang="ar">', '<p lang="ar">', "<htmlx lang=ar>"]
)
def test_without_one_that_is_read_the_words_tell_it(tag: str) -> None:
    assert detected_language(f"{tag}{STYLE}{FRENCH}") == "fr"


def test_a_language_that_is_given_wins() -> None:
    page = f'<html lang="en">{FRENCH}</html>'
    assert len(cite(page)) == 2
    assert cite(page, language="en") == []


def test_a_style_sheet_that_has_no_end() -> None:
    assert detected_language(f"<style>{FRENCH}") == "fr"
