"""What an `ibid.` stands for after a note whose document names a resolution in its title."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def ibid_after(note: str) -> tuple[str | None, tuple[str, ...]]:
    """Symbol and candidates of an `ibid.` in the note after this one."""
    reference = cite(f"4 {note}\n5 Ibid., para. 6.\n")[-1]
    assert reference.kind == "ibid"
    return reference.symbol, reference.candidates


@pytest.mark.parametrize(
    ("note", "symbol"),
    [
        ("Report of the Secretary-General on Security Council resolution 1325 (2000) (S/2010/498).", "S/2010/498"),
        ("Letter concerning Security Council resolution 687 (1991) (S/22456).", "S/22456"),
        ("Report on General Assembly resolution 66/130, A/68/184, para. 5.", "A/68/184"),
        ("Report pursuant to General Assembly resolutions 63/1 and 63/2 (A/64/99).", "A/64/99"),
        (
            "Report Pursuant to Security Council Resolution 808 (1993), ¶ 34, U.N. Doc. S/25704 (May 3, 1993).",
            "S/25704",
        ),
        ("Report of the Secretary-General (A/64/99), submitted under General Assembly resolution 63/1.", "A/64/99"),
        ("Rapport sur l'application de la résolution 1325 (2000) du Conseil de sécurité (S/2010/498).", "S/2010/498"),
        ("Informe sobre la resolución 16/12 del Consejo de Derechos Humanos (A/HRC/19/63), párr. 5.", "A/HRC/19/63"),
        ("Official Records of the Conference on the Law, vol. XVII, document A/CONF.62/122.", "A/CONF.62/122"),
        ("U.N. Econ. & Soc. Council, Comm'n on Hum. Rts., Report, U.N. Doc. E/CN.4/2006/6 (2005).", "E/CN.4/2006/6"),
        # a resolution that is cited itself
        ("Human Rights Council resolution 5/1 (A/HRC/21), annex.", "A/HRC/RES/5/1"),
        ("See also paragraph 5 of Human Rights Council resolution 5/1 (see A/HRC/21).", "A/HRC/RES/5/1"),
        ("General Assembly resolution 60/147 (A/RES/60/147), principle 5.", "A/RES/60/147"),
    ],
)
def test_the_document_is_meant_and_not_what_its_title_names(note: str, symbol: str) -> None:
    assert ibid_after(note) == (symbol, ())


@pytest.mark.parametrize(
    "note", ["See A/64/99 and General Assembly resolution 63/1.", "Report A/64/99, General Assembly resolution 63/1."]
)
def test_two_documents_stay_two(note: str) -> None:
    assert ibid_after(note) == (None, ("A/64/99", "A/RES/63/1"))


def test_a_note_in_brackets_behind_an_author_is_meant() -> None:
    text = "4 UNCHR, 'Report' UN Doc E/CN.4/2006/6, para 55.\n5 A/60/1.\n6 Alston (n 4) para 60; see supra n 5.\n"
    found = [(one.text, one.symbol, one.pinpoint) for one in cite(text)[2:]]
    assert found == [("n 4", "E/CN.4/2006/6", "60"), ("supra", "A/60/1", None)]
    assert cite("A survey (n 30) of men (n 12).") == []
