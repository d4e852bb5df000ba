"""Mistakes in a project's code that proposes passages are one line with the file, and nothing is proposed."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import call_with_bytes
from reading_rooms import write

PROPOSALS = "schemas/proposals.py"
BEGIN = """from mandate_data.propose_passages import NotProposed, Proposal

def proposal(table="facts", asked="statement", **entry):
    return Proposal(table, {"id": "more", "pattern": "opened on <date>"} | entry, asked, 5, "It opened.")

def propose(parsed):
    RESULT
"""
GUIDE = "raw/first-source/extraction.yaml"
TABLES = "tables are sources, facts, claims, errata, rules, provenance"


def proposing(root: Path, text: str) -> str:
    """The line with which proposing by this code is refused, the guide untouched."""
    write(root, PROPOSALS, text)
    before = (root / GUIDE).read_bytes()
    done = call_with_bytes("new-source", "first-source", "--propose", folder=root, given=b"words\nwords\n")
    assert (done.returncode, done.stdout) == (2, b""), done.stderr.decode()
    assert (root / GUIDE).read_bytes() == before
    (line,) = done.stderr.decode().splitlines()
    return line.removeprefix("mandate-data: ")


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("yield 'nonsense'", "a str; it must give Proposals and NotProposeds"),
        ("return [None]", "nothing; it must give Proposals and NotProposeds"),
        ("yield NotProposed('a fact', None, 5)", "a NotProposed whose why is nothing; it must be a text"),
        ("yield NotProposed('a fact', 'no', '5')", "a NotProposed whose line is a str; it must be an int"),
        ("yield proposal(5)", "a Proposal whose table is an int; it must be a text"),
        ("yield proposal('nosuch')", f"a Proposal for 'nosuch', which is not a table; {TABLES}"),
        ("yield proposal(asked='colour')",
         "a Proposal that asks for 'colour', which is not a column of facts; it has fact_id, statement, value, date"),
        ("yield Proposal('facts', {'id': 'more'}, 'statement', 5, '')", "a Proposal for facts without pattern"),
        ("yield Proposal('facts', {'pattern': 'x'}, 'statement', 5, '')", "a Proposal for facts without id"),
        ("yield Proposal('facts', ['x'], 'statement', 5, '')",
         "a Proposal for facts whose entry is ['x']; it must have a text for each name"),
        ("yield proposal(value=5)", "a Proposal for facts whose entry is {'id': 'more', 'pattern': 'opened on <date>', "
         "'value': 5}; it must have a text for each name"),
        ("yield proposal(where='item')", "a Proposal for facts with where, which is a list in a guide; leave it out"),
        ("yield proposal(pattern='(')", "a Proposal for facts: broken pattern '(': missing ), unterminated subpattern "
         "at position 0"),
        ("yield proposal(colour='red')",
         "a Proposal for facts: facts has no column 'colour'; it has fact_id, statement, value, date"),
        ("yield proposal(pattern='(?P<colour>red)')",
         "a Proposal for facts: facts has no column 'colour', which the pattern has a group for"),
        ("yield Proposal('facts', proposal().entry, 'statement', 5, '', others=('facts',))",
         "a Proposal with a str among its others; each must be a table and an entry"),
        ("yield Proposal('facts', proposal().entry, 'statement', 5, '', others=(('nosuch', {}),))",
         f"a Proposal for 'nosuch', which is not a table; {TABLES}"),
        ("yield Proposal('facts', proposal().entry, 'statement', 5, '', at=(9, 0))",
         "a Proposal at the block 9, offset 0, where the source has nothing"),
        ("yield Proposal('facts', proposal().entry, 'statement', 5, '', at=5)",
         "a Proposal that is at 5; it must be at a block and an offset"),
        *((f"yield Proposal('facts', proposal().entry, 'statement', 5, '', where={where!r})",
           f"a Proposal with where {where!r}; it must be a tuple of footnote, heading, item, paragraph, row")
          for where in ("row", ["row"], ("table",), (["row"],))),
    ],
)  # fmt: skip
def test_what_a_project_proposes_is_checked(result: str, message: str, rooms: Path) -> None:
    assert proposing(rooms, BEGIN.replace("RESULT", result)) == f"{PROPOSALS}:6: propose() gives {message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("VALUE = 1\n", ": has no function propose(parsed); write it, or delete the file"),
        ("propose = 5\n", ": TypeError: 'int' object is not callable; correct the code"),
        ("def propose(parsed):\n    return 1\n", ": TypeError: 'int' object is not iterable; correct the code"),
        ("def propose(parsed):\n    raise SystemExit(3)\n", ":2: SystemExit: 3; correct the code"),
        ("def propose(parsed):\n    yield parsed.colour\n",
         ":2: AttributeError: 'ParsedSource' object has no attribute 'colour'; correct the code"),
        ("import nosuch\n", ":1: ModuleNotFoundError: No module named 'nosuch'; correct the code"),
    ],
)  # fmt: skip
def test_code_that_proposes_is_run_as_any_other(text: str, message: str, rooms: Path) -> None:
    assert proposing(rooms, text) == f"{PROPOSALS}{message}"


def test_code_that_proposes_without_end_is_given_up(rooms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandate_data.extract.reading_limit.READING_SECONDS", 0.2)
    assert proposing(rooms, BEGIN.replace("RESULT", "while True: pass")) == (
        f"{PROPOSALS}:7: it takes more than 0.2 seconds of CPU time; correct the code"
    )


def test_a_proposed_pattern_that_searches_without_end_is_given_up(rooms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandate_data.extract.reading_limit.READING_SECONDS", 0.2)
    document = rooms / "raw/first-source/document.md"
    document.write_text(document.read_text(encoding="utf-8") + f"\n{'a' * 60}b\n", encoding="utf-8")
    assert proposing(rooms, BEGIN.replace("RESULT", "yield proposal(pattern='^(a+)+$')")) == (
        f"{GUIDE}: reading the source takes more than 0.2 seconds of CPU time; simplify its patterns, or the project's "
        "readers"
    )


def test_without_code_nothing_can_be_proposed(rooms: Path) -> None:
    done = call_with_bytes("new-source", "first-source", "--propose", folder=rooms)
    assert (done.returncode, done.stderr.decode()) == (
        2, f"mandate-data: {PROPOSALS}: not there; without it nothing can be proposed\n"
    )  # fmt: skip


def test_what_is_proposed_rightly_is_accepted(rooms: Path) -> None:
    write(rooms, PROPOSALS, BEGIN.replace("RESULT", "yield proposal(); yield NotProposed('a fact', 'why', 5)"))
    done = call_with_bytes("new-source", "first-source", "--propose", folder=rooms, given=b"It opened\n")
    assert (done.returncode, done.stderr.decode()) == (
        0,
        f"raw/first-source/document.md:5: not proposed: a fact: why\n1 fact not proposed\n1 passage added to {GUIDE}\n",
    )
    assert "statement: It opened" in (rooms / GUIDE).read_text(encoding="utf-8")
