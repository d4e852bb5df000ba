"""The table of bodies is read as a whole: a body that can't be read is one line with file, line and advice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mandate_data.citations.bodies import SESSIONS, TABLE, read_table, table
from mandate_data.citations.symbols.series import FIELDS, templates
from mandate_data.errors import InputError

ONE = """numbering:
  plain: |
    report {number}
bodies:
  - prefix: X
    name: Body of examples
    numbering: plain
without_symbols: {}
numbers_of_others: ""
documents_of_others: ""
other_committees: {}
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("numbering: plain", "numbering: nope", "Body of examples: numbering: there is no 'nope'; it is one of plain"),
        ("    numbering: plain\n", "", "Body of examples has no numbering; write it as a text"),
        ("    name: Body of examples\n", "", "a body has no name; write it as a text"),
        ("prefix: X", "prefix: 5", "Body of examples has no prefix; write it as a text"),
        (
            "numbering: plain",
            "numbering: plain\n    sessions: none",
            "Body of examples: sessions: there is no 'none'; it is one of " + ", ".join(SESSIONS),
        ),
        (
            "numbering: plain",
            "numbering: plain\n    comments: {years: '1:1990'}",
            "Body of examples: can't be read (KeyError: 'stem'); write it as the others",
        ),
        (
            "numbering: plain",
            "numbering: plain\n    weak: [a]",
            "Body of examples: can't be read (AttributeError: 'list' object has no attribute 'split'); "
            "write it as the others",
        ),
    ],
)
def test_a_body_that_can_not_be_read_is_one_line(old: str, new: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "bodies.yaml"
    path.write_text(ONE, encoding="utf-8")
    assert [body.slug for body in read_table(path).bodies] == ["body_of_examples"]
    path.write_text(ONE.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=f"^{re.escape(f'{path}:5: bodies: {message}')}$"):
        read_table(path)


def test_every_template_of_the_table_has_known_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(templates(scheme) for scheme in table().numbering)
    monkeypatch.delitem(FIELDS, "mechanism")
    templates.cache_clear()
    message = f"{TABLE}: numbering: {{mechanism}}/{{treaty}}/{{number}}: there is no field {{mechanism}}; "
    with pytest.raises(InputError, match=f"^{re.escape(message)}series.py has them$"):
        templates("council")
