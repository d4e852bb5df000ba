"""Accepted passages are added to a guide in which all else stays as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from mandate_data.accept_passages import Accepted, InputEndedError, accept, problem_of, unknown_id
from mandate_data.extract.guide_editing import with_passages
from mandate_data.package.tables import Package
from mandate_data.propose_passages import Proposal

NEW = [{"id": "b", "pattern": "on <date>"}]
GUIDES = {
    "no passages": "draft: true  # still\n",
    "nothing in them": "# A guide.\npassages:  # none yet\ndraft: true\n",
    "in one line": "passages: {events: [{id: a, pattern: x}]}\ndraft: true\n",
    "another table": "passages:\n  people:\n    # who\n    - id: nobody\n      pattern: x\n\n# rest\ndraft: true\n",
    "the table": "passages:\n  events:\n    - id: a  # ours\n      pattern: |-\n        x\n  people: []\n# end\n",
    "the table, empty": "passages:\n  events: []\n  people:\n  - id: nobody\n    pattern: x\n",
}


@pytest.mark.parametrize("name", GUIDES)
def test_what_a_guide_says_stays(name: str) -> None:
    guide = GUIDES[name]
    made = with_passages(guide, "events", NEW)
    before, after = yaml.safe_load(guide), yaml.safe_load(made)
    passages = before.get("passages") or {}
    assert after == {**before, "passages": {**passages, "events": [*(passages.get("events") or ()), *NEW]}}
    comments = [line for line in guide.splitlines() if "#" in line and not line.startswith("passages:")]
    assert [line for line in comments if line not in made.splitlines()] == []


def test_a_passage_that_goes_with_two_proposals_is_added_once(tmp_path: Path) -> None:
    guide = tmp_path / "extraction.yaml"
    guide.write_text("# ours\n", encoding="utf-8")
    person = ("people", {"id": "<answer>", "pattern": "Ms\\. Example"})
    proposals = [Proposal("events", {"id": name, "pattern": name}, "title", 1, "", (person,)) for name in ("a", "b")]
    assert accept(guide, proposals, lambda _: "nobody") == Accepted(2, 0)
    assert guide.read_text(encoding="utf-8").startswith("# ours\n")
    assert yaml.safe_load(guide.read_text(encoding="utf-8"))["passages"] == {
        "events": [{"id": name, "pattern": name, "title": "nobody"} for name in ("a", "b")],
        "people": [{"id": "nobody", "pattern": "Ms\\. Example"}],
    }


def test_a_person_who_is_there_is_not_added_once_more(tmp_path: Path) -> None:
    guide = tmp_path / "extraction.yaml"
    guide.write_text("draft: true\n", encoding="utf-8")
    proposals = [
        Proposal(
            "events", {"id": one, "pattern": one}, "title", 1, "", (("people", {"id": "<answer>", "pattern": one}),)
        )
        for one in ("Maria Example", "Example", "Petit")
    ]
    answers = iter(("example", "example", "petit"))
    assert accept(guide, proposals, lambda _: next(answers), {"people": {"petit"}}) == Accepted(3, 0)
    assert yaml.safe_load(guide.read_text(encoding="utf-8"))["passages"]["people"] == [
        {"id": "example", "pattern": "Maria Example"}
    ]


def test_a_person_whom_the_text_names_is_added_with_the_first_answer_that_is_their_id(
    tmp_path: Path, contract: Package
) -> None:
    guide = tmp_path / "extraction.yaml"
    guide.write_text("draft: true\n", encoding="utf-8")
    people = {name: {"id": name, "pattern": f"Ms\\. {name}"} for name in ("example", "petit", "other")}
    visits = [
        Proposal("country_visits", {"id": str(number), "pattern": "x"}, "person_id", 1, "", introduced=people)
        for number in range(4)
    ]
    answers = iter(("example", "nobody", "example", "petit"))
    assert accept(guide, visits, lambda _: next(answers), {"people": {"petit"}}, contract) == Accepted(4, 0)
    assert yaml.safe_load(guide.read_text(encoding="utf-8"))["passages"]["people"] == [people["example"]]
    assert unknown_id(visits[0], "other", contract, {"people": {"petit"}}) == ""
    assert unknown_id(visits[0], "nobody", contract, {"people": {"petit"}}) != ""


def test_what_was_accepted_until_the_input_ends_is_kept(tmp_path: Path) -> None:
    guide = tmp_path / "extraction.yaml"
    guide.write_text("# ours\n", encoding="utf-8")
    proposals = [Proposal("events", {"id": name, "pattern": name}, "title", 1, "") for name in ("a", "b", "c", "d")]
    kept: list[object] = []

    def ask(proposal: Proposal) -> str:
        kept.append((yaml.safe_load(guide.read_text(encoding="utf-8")) or {}).get("passages", {}).get("events", []))
        if proposal.entry["id"] == "c":
            raise InputEndedError
        return "It happens"

    assert accept(guide, proposals, ask) == Accepted(added=2, unasked=2)
    entries = [{"id": name, "pattern": name, "title": "It happens"} for name in ("a", "b")]
    assert kept == [[], entries[:1], entries]  # each is written before the next is asked
    assert [path.name for path in tmp_path.iterdir()] == ["extraction.yaml"]


def test_words_that_are_no_value_of_the_column_are_refused_with_a_right_one(contract: Package) -> None:
    holder = Proposal("mandate_holders", {"id": "health", "pattern": "x"}, "person_id", 1, "")
    known = {"people": {"petit", "calcetas-santos"}}
    assert problem_of(holder, "nobody", contract, known) == ""
    assert problem_of(holder, "He was in office.", contract, known) == (
        "'He was in office.' is not a value of person_id; a right one looks like calcetas-santos"
    )
    assert (
        problem_of(holder, "He", contract, {})
        == "'He' is not a value of person_id; a right one looks like maria-example"
    )


def test_an_id_that_no_row_has_is_told(contract: Package) -> None:
    holder = Proposal("country_visits", {"id": "health/2013-per", "pattern": "x"}, "person_id", 1, "")
    known = {"people": {"petit"}}
    assert unknown_id(holder, "petit", contract, known) == ""
    assert unknown_id(holder, "pettit", contract, {}) == ""
    assert unknown_id(holder, "pettit", contract, known) == (
        "people has no 'pettit' yet; it has 'petit', for example. Answer = to keep it, and add a passage for it "
        "under people"
    )
