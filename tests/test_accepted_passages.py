"""Accepted passages are added to a guide in which all else stays as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from mandate_data.package.tables import Package
from mandate_data.propose_passages import Proposal, accept, problem_of, with_passages

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
    assert accept(guide, proposals, lambda _: "nobody") == 2
    assert guide.read_text(encoding="utf-8").startswith("# ours\n")
    assert yaml.safe_load(guide.read_text(encoding="utf-8"))["passages"] == {
        "events": [{"id": name, "pattern": name, "title": "nobody"} for name in ("a", "b")],
        "people": [{"id": "nobody", "pattern": "Ms\\. Example"}],
    }


def test_words_that_are_no_value_of_the_column_are_refused(contract: Package) -> None:
    holder = Proposal("mandate_holders", {"id": "health", "pattern": "x"}, "person_id", 1, "")
    assert problem_of(holder, "nobody", contract) == ""
    assert problem_of(holder, "He was in office.", contract) == (
        "'He was in office.' is no person_id: it does not match ^([a-z0-9]+(-[a-z0-9]+)*)$"
    )
