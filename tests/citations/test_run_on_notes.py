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
