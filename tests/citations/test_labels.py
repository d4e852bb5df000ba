"""The engine against references labelled by hand, in the documents of tests/data/un and in others if they are here."""

from __future__ import annotations

import pytest
from citation_scoring import (
    CHAINS,
    OTHERS,
    ROOT,
    SHIPPED,
    Labelled,
    Score,
    as_table,
    by_body,
    by_kind,
    by_language,
    marked_texts,
    read_labels,
    report,
    score,
    score_marked,
    shipped_texts,
)
from mandate_data.child_privacy import names_child
from mandate_data.citations import LANGUAGES, cite, parse

GOALS = {
    # kind: recall with the right symbol, precision
    "symbol": (0.99, 0.995),
    "resolution": (0.97, 0.99),
    "addendum": (0.95, 0.99),
    "general_comment": (0.97, 0.99),
    "ibid": (0.95, 0.99),
    "supra": (0.95, 0.99),
    "communication": (0.95, 0.99),
}
PINPOINTS = 0.97


@pytest.fixture(scope="module", params=["shipped", "all"])
def scores(request: pytest.FixtureRequest) -> dict[str, Score]:
    if request.param == "shipped":
        return score(SHIPPED)
    if not OTHERS.is_here():
        pytest.skip("the corpus is not at hand")
    return score(SHIPPED, OTHERS)


@pytest.mark.parametrize("collection", [SHIPPED, OTHERS], ids=["shipped", "others"])
def test_the_labels_are_well_formed(collection: Labelled) -> None:
    labels = read_labels(collection.labels)
    assert sum(map(len, labels.values())) >= 150
    for document, found in labels.items():
        ends = [0, *(label.end for label in found)]
        assert all(end <= label.start < label.end for end, label in zip(ends, found, strict=False)), document
        for label in found:
            assert label.kind in GOALS
            assert label.symbol is None or str(parse(label.symbol)) == label.symbol
            assert label.pinpoint is None or label.pinpoint_kind is not None


@pytest.mark.parametrize("kind", GOALS)
def test_references_are_found_and_right(kind: str, scores: dict[str, Score]) -> None:
    recall, precision = GOALS[kind]
    assert scores[kind].recall >= recall, scores[kind].misses
    assert scores[kind].precision >= precision, scores[kind].misses


def test_pinpoints_are_right(scores: dict[str, Score]) -> None:
    found = sum(one.found for one in scores.values())
    right = sum(one.pinpoints for one in scores.values())
    assert right / found >= PINPOINTS, [miss for one in scores.values() for miss in one.misses]


def test_every_shipped_document_is_labelled_and_every_kind_is_in_them() -> None:
    assert sorted(read_labels(SHIPPED.labels)) == sorted(path.stem for path in SHIPPED.folder.glob("*.txt"))
    assert {label.kind for labels in read_labels(SHIPPED.labels).values() for label in labels} == set(GOALS)


def test_the_newer_kinds_are_found_and_right() -> None:
    texts = list(marked_texts())
    assert sum(len(marked.references) for marked in texts) >= 300
    assert {marked.language for marked in texts} == set(LANGUAGES)
    for group, one in score_marked(texts, by_language).items():
        assert one.recall >= 0.95, (group, one.misses)
        assert one.precision >= 0.99, (group, one.misses)
    together = list(score_marked(texts, by_language).values())
    found = sum(one.found for one in together)
    assert sum(one.pinpoints for one in together) / found >= 0.98, [one.misses for one in together]


def test_lists_that_go_on_others_and_places_in_tables_are_found_and_right() -> None:
    texts = list(marked_texts(CHAINS))
    scores = score_marked(texts, by_kind)
    assert (len(texts), sum(one.labelled for one in scores.values())) == (100, 210)
    assert sum(one.false for one in scores.values()) == 0, scores
    missed = [miss for one in scores.values() for miss in one.misses]
    assert missed == ["resolutions 65/7: ?"]
    numbers_in_columns = texts[86:89]
    assert [one.note for text in numbers_in_columns for one in cite(text.text)] == [None] * 8


def test_bodies_are_told_apart() -> None:
    for body, one in score_marked(shipped_texts(), by_body).items():
        assert one.recall >= 0.96, (body, one.misses)
        assert one.precision >= 0.99, (body, one.misses)


def test_the_tables_of_the_documentation_are_what_the_command_prints() -> None:
    page = (ROOT / "docs" / "citations.md").read_text(encoding="utf-8")
    assert as_table(score(SHIPPED)) in page
    assert as_table(score_marked(marked_texts(), by_language)) in page
    assert as_table(score_marked(shipped_texts(), by_body)) in page
    if OTHERS.is_here():
        assert report() in page


def test_a_fault_of_the_engine_would_lower_the_score() -> None:
    from citation_scoring import Label, compare

    label = Label(0, 9, "symbol", "A/HRC/7/8", None, None)
    counted: dict[str, Score] = {"symbol": Score(), "ibid": Score()}
    from mandate_data.citations import Reference

    compare("right", [label], [Reference(0, 9, "A/HRC/7/8", "symbol", "A/HRC/7/8")], counted)
    compare("wrong", [label], [Reference(0, 9, "A/HRC/7/8", "symbol", "A/HRC/7/9")], counted)
    compare("missed", [label], [Reference(20, 25, "ibid.", "ibid")], counted)
    assert (counted["symbol"].labelled, counted["symbol"].found, counted["symbol"].symbols) == (3, 2, 1)
    assert (counted["ibid"].false, counted["ibid"].precision) == (1, 0.0)
    assert counted["symbol"].misses == ["wrong:0 A/HRC/7/9 for A/HRC/7/8", "missed:0 not found"]


def test_no_shipped_document_may_identify_a_child() -> None:
    for path in SHIPPED.folder.iterdir():
        assert not names_child(path.read_text(encoding="utf-8")), path
