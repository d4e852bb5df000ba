"""An `ibid.` of notes that run on in one line is of the note before, whatever that is."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "symbol", "reason"),
    [
        ("14. A/RES/60/1. 15. The Times, 3 May. 16. Ibid.", None, "the note before cites nothing"),
        ("14. A/RES/60/1. 15. UNICEF, A report. 16. Ibid., p. 3.", None, "the note before cites nothing"),
        ("14. A/RES/60/1. 15. See A/HRC/37/51. 16. Ibid.", "A/HRC/37/51", None),
        ("14. A/RES/60/1. 15. A/HRC/37/51; A/61/2. 16. Ibid.", None, "the note before cites several sources"),
        ("[1] A/RES/60/1. [2] The Times, 3 May. [3] Ibid.", None, "the note before cites nothing"),
        ("1) A/RES/60/1. 2) de Waal, A book. 3) Ibid.", None, "the note before cites nothing"),
        ("14. A/RES/60/1. 15. 20 Minutes, 3 May. 16. Ibid.", None, "the note before cites nothing"),
        ("14. See A/RES/60/1, para. 15. 16. Ibid.", "A/RES/60/1", None),
        ("See A/RES/60/1, para. 15. The text is clear (16. Ibid.)", "A/RES/60/1", None),
    ],
)
def test_the_note_before_is_asked(text: str, symbol: str | None, reason: str | None) -> None:
    (ibid,) = (one for one in cite(text) if one.kind == "ibid")
    assert (ibid.symbol, ibid.reason) == (symbol, reason)


_COURT = "el Relator (A/HRC/28/68/Add.3, párr. 83).{3} Corte IDH, Caso Díaz y otros, párr. 165.{4} Ibíd., párr. 167."
_LATER = "A/HRC/28/68/Add.3, para. 83.{3} A/60/1, para. 4.{4} See also ibid., para. 6."


@pytest.mark.parametrize("marks", [("^^[3]", "^^[4]"), ("[3]", "[4]"), ("[^3]", "[^4]"), ("³", "⁴"), (" (3)", " (4)")])
def test_marks_within_a_line_part_notes(marks: tuple[str, str]) -> None:
    for sentence, symbol in ((_COURT, None), (_LATER, "A/60/1")):
        text = sentence.replace("{3}", marks[0]).replace("{4}", marks[1])
        (ibid,) = (one for one in cite(text) if one.kind == "ibid")
        assert (ibid.symbol, text[ibid.start : ibid.end].lower()) == (symbol, ibid.text.lower())


def test_where_the_mark_before_is_not_printed_it_is_open() -> None:
    (ibid,) = (one for one in cite("The Rapporteur (A/60/1, para. 3).[4] Ibid., para. 4.") if one.kind == "ibid")
    assert (ibid.symbol, ibid.reason) == (None, "it is not clear where the note before ends")


def test_one_in_brackets_behind_a_mark_is_of_the_sentence() -> None:
    (ibid,) = (
        one for one in cite("So it was.[^4] It says so (A/60/1, para. 3; ibid., para. 4).") if one.kind == "ibid"
    )
    assert ibid.symbol == "A/60/1"
