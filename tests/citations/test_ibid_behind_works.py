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
        ("fr", "Voir Dupont c. Ruritanie (A/56/10), par. 7.4."),
        ("es", "Véase Pérez c. Ruritania (A/56/10), párr. 7.4."),
        ("es", "Doc. ofic. de la Asam. Gral., 56º per. ses., supl. núm. 10, A/56/10 (2001)."),
    ],
)
def test_short_words_end_no_note(language: str, note: str) -> None:
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


@pytest.mark.parametrize(
    ("note", "behind"),
    [
        (
            "《大会正式记录,第七十三届会议,补编第17号》(A/73/17),第252段。",
            "同上,《第七十一届会议,补编第17号》(A/71/17)",
        ),
        ("《大会正式记录,第七十三届会议,补编第17号》(A/73/17),第252段。", "同上,《补编第18号》(A/73/18)"),
        ("Official Records, Supplement for June 1948 (S/902).", "Ibid., Suppl. for July 1948, pp. 76 and 77."),
    ],
)
def test_another_volume_of_the_series_is_not_the_one_before(note: str, behind: str) -> None:
    (reference,) = [one for one in cite(f"1 {note}\n2 {behind}") if one.kind == "ibid"]
    assert reference.symbol is None
    assert reference.reason == "stands for the author; the reference after it names the document"


@pytest.mark.parametrize(
    "note",
    [
        "See Report of the Commission, UN Doc. A/73/10. This report is available online at http://legal.un.org/ilc.",
        "See A/73/10. These documents are accessible at http://legal.un.org/ilc.",
        "Voir A/73/10. Ce rapport est disponible à l'adresse http://legal.un.org/ilc.",
        "Véase A/73/10. El informe está disponible en http://legal.un.org/ilc.",
        "Véase A/73/10. El informe puede consultarse en http://legal.un.org/ilc.",
        "See A/73/10. The report can be found at http://legal.un.org/ilc.",
    ],
)
def test_where_a_document_is_to_be_had_is_no_other_work(note: str) -> None:
    assert meant(note) == ("A/73/10", ())


def test_where_a_document_is_to_be_consulted_in_french() -> None:
    note = "Voir A/73/10. Le rapport peut être consulté à l'adresse http://legal.un.org/ilc."
    assert meant(note, "fr") == ("A/73/10", ())


def test_another_work_in_a_sentence_of_its_own_is_one() -> None:
    assert meant("See A/73/10. The Law of Treaties is available at http://books.example.")[0] is None


@pytest.mark.parametrize(
    "note",
    [
        "See A/73/10. It was quoted in Amnesty International, Torture (2014), available at http://a.example.",
        "See A/73/10. All figures are from UNICEF, Progress for Children (2014), available at http://a.example.",
        "See A/73/10. The texts of the two national laws are available at http://a.example.",
    ],
)
def test_another_work_that_is_available_is_one(note: str) -> None:
    assert meant(note)[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "The draft (A/C.1/698) failed. For the statement, see GA (VI), First Committee, page 182. France spoke "
        "(ibid., pages 185 and 186).",
        "See A/AC.53/L.10. For the debate, see Official Records, Ad Hoc Political Committee, pages 39 ff.\n\n"
        "It agreed. (ibid., page 53)",
        "The report of the Secretary-General is in the records of the 1st Sess., at 14 (A/3289). It was followed by "
        "resolution 1000 (ES-I). Id. 1st Emergency Spec. Sess., Annexes, at 10.",
    ],
)
def test_a_source_without_a_symbol_stands_between_in_running_text(text: str) -> None:
    (reference,) = [one for one in cite(text) if one.kind == "ibid"]
    assert reference.symbol is None


def test_a_note_named_by_its_first_letter() -> None:
    text = "1. A/50/1, para. 3.\n2. See n. 1 above, para. 5."
    assert [(one.text, one.symbol) for one in cite(text)] == [("A/50/1", "A/50/1"), ("n. 1 above", "A/50/1")]


def test_a_work_cited_above_with_its_note() -> None:
    text = "17 Report on its Fifth Session (A/2456).\n18 Report, cited above, note 17, par. 5.\n19 Ibid., par. 15."
    assert [(one.kind, one.symbol) for one in cite(text)] == [
        *(("symbol", "A/2456"), ("supra", "A/2456"), ("ibid", "A/2456"))
    ]


def test_more_of_the_document_before_is_no_other_volume() -> None:
    for more in ("para. 14 and Annexes I and II.", "pp. 3-4 and Suppl. 2."):
        references = cite(f"1 A/50/1, para. 3.\n2 Ibid., {more}\n3 Ibid., para. 9.")
        assert [one.symbol for one in references] == ["A/50/1"] * 3


NAMED = "The Council acted by resolution 5/1 of the Human Rights Council."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{NAMED}\n\nThe State said so in another paragraph (ibid., para. 45).", None),
        (f"{NAMED} The annex says so (ibid., para. 45).", "A/HRC/RES/5/1"),
        ("It acted (Human Rights Council resolution 5/1).\n\nThe annex says so (ibid., para. 45).", "A/HRC/RES/5/1"),
        ("It acted by A/HRC/RES/5/1.\n\nThe annex says so (ibid., para. 45).", "A/HRC/RES/5/1"),
    ],
)
def test_a_resolution_that_another_paragraph_only_names_is_not_meant(text: str, expected: str | None) -> None:
    found = cite(text)[-1]
    assert (found.kind, found.symbol) == ("ibid", expected)
    assert (found.candidates, found.reason) == (
        ((), None)
        if expected
        else (("A/HRC/RES/5/1",), "what stands before it is a resolution that another paragraph names")
    )


@pytest.mark.parametrize("year", ["", " (1995)"])
def test_the_year_behind_a_pinpoint_is_that_of_the_document(year: str) -> None:
    assert meant(f"Doe v. Ruritania, U.N. Doc. CCPR/C/55/D/563/1993, ¶ 8.6{year}.") == ("CCPR/C/55/D/563/1993", ())
    assert meant(f"CCPR/C/55/D/563/1993, ¶ 8.6{year}, and J Smith, The Law (OUP 2005) 5.")[0] is None


@pytest.mark.parametrize("mark", ["^^[{}]", "[{}]", "[^{}]"])
def test_a_mark_right_behind_a_sentence_begins_another_source(mark: str) -> None:
    first, second = mark.format(3), mark.format(4)
    text = f"Véase A/HRC/28/68, párr. 83(d).{first} Corte IDH, Pérez v. Ruritania, párr. 165.{second} Ibíd."
    assert [one.symbol for one in cite(text, language="es")] == ["A/HRC/28/68", None]
