"""An `ibid.` behind a note in which a publication and a document of the United Nations stand side by side."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def meant(note: str, language: str | None = None) -> tuple[str | None, tuple[str, ...]]:
    """What an `ibid.` in the next note is taken for, and what it may be."""
    text = f"Some words of the text.\n\n25 {note}\n26 Ibid., para. 70.\n"
    (reference,) = [one for one in cite(text, language=language) if one.kind == "ibid"]
    return reference.symbol, reference.candidates


@pytest.mark.parametrize(
    "note",
    [
        "UNCHR ‘Report of the Special Rapporteur’ (2005) UN Doc E/CN.4/2005/103, para 64.",
        "UN Human Rights Commission, Report of the Special Rapporteur (2005), UN Doc. E/CN.4/2005/103.",
    ],
)
def test_a_year_before_the_symbol_of_a_document_is_its_own(note: str) -> None:
    assert meant(note) == ("E/CN.4/2005/103", ())


@pytest.mark.parametrize(
    "note",
    [
        "Smith, ‘The Law’ (OUP 2005) 5, citing E/CN.4/2005/103.",
        "Smith, The Law of Nations, quoted in E/CN.4/2005/103.",
    ],
)
def test_a_document_that_a_work_cites_is_not_meant(note: str) -> None:
    assert meant(note) == (None, ())


def test_a_work_with_its_publisher_is_a_source_beside_a_document() -> None:
    assert meant("J Smith, The Law of Nations (2nd edn, OUP 2005) 5; UN Doc A/60/1.") == (None, ("A/60/1",))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("fr", "Doc. off. AG NU, 56e sess., supp. no 10, Doc. NU A/56/10 (2001)."),
        ("es", "Doc. ofic. de la Asam. Gral., 56º per. ses., supl. núm. 10, A/56/10 (2001)."),
    ],
)
def test_short_words_of_the_official_records_end_no_note(language: str, note: str) -> None:
    assert meant(note, language) == ("A/56/10", ())


def test_a_part_of_a_list_of_notes_is_one() -> None:
    text = (
        "[101] S/RES/1970 (2011), para. 4.\n[102] Ibid., para. 8.\n"
        "[103] Interview with a lawyer, April 2012.\n[104] Ibid.\n"
    )
    references = cite(text)
    assert [(one.note, one.symbol) for one in references] == [
        ("101", "S/RES/1970(2011)"),
        ("102", "S/RES/1970(2011)"),
        ("104", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "See A/HRC/34/48. The Example Post, 3 May 2019, reported it. Ibid.",
        "See A/HRC/34/48, para. 3. The Minister's book (ibid., p. 8) says so too.",
        "El informe es A/HRC/34/48. El Ejemplo, 3 de mayo de 2019, lo publicó. Ibíd.",
        "Le rapport est A/HRC/34/48. Le Journal, 3 mai 2019, l'a publié. Ibid.",
    ],
)
def test_a_newspaper_or_a_book_in_running_text_is_a_source(text: str) -> None:
    assert [one.symbol for one in cite(text)] == ["A/HRC/34/48", None]


def test_a_place_and_a_date_are_none() -> None:
    text = "The report is A/HRC/34/48. The Council met in New York, 3 May 2019 (ibid., para. 4)."
    assert [one.symbol for one in cite(text)] == ["A/HRC/34/48"] * 2
