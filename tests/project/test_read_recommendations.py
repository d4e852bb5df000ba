"""What a report recommends is read item by item, wherever the items stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ProjectCopy
from proposing import begin_report, proposed

LETTERED = """7. The Special Rapporteur urges States to: (a) Adopt laws on schools; (b) Train teachers, and \\
(c) Give children a hearing. She met some of them."""


def test_items_of_a_request_in_one_paragraph_are_told_apart(root: Path) -> None:
    found, others = proposed(root, LETTERED.replace("\\\n", ""))
    assert [one.sentence for one in found] == ["Adopt laws on schools", "Train teachers", "Give children a hearing."]
    assert others == []


def test_items_of_a_request_behind_other_words_are_found(root: Path) -> None:
    text = "8. With a view to schools, the Special Rapporteur recommends that the industry: (a) Act; and (b) Go on."
    assert [one.sentence for one in proposed(root, text)[0]] == ["Act", "Go on."]


def test_items_of_recommendations_that_are_made_again_are_told_apart(root: Path) -> None:
    text = "The Special Rapporteur reiterates the recommendations she made, including: (a) Laws are good; (b) Go on."
    assert [one.sentence for one in proposed(root, text)[0]] == ["Laws are good", "Go on."]


def test_a_sentence_that_names_letters_is_no_list(root: Path) -> None:
    text = "States should mind art. 3 (a) and (b) of the law. States should act on (a) schools and (b) homes."
    assert [one.sentence for one in proposed(root, text)[0]] == [
        "States should mind art. 3 (a) and (b) of the law.",
        "States should act on (a) schools and (b) homes.",
    ]


def test_a_list_that_asks_nothing_of_anybody_is_none(root: Path) -> None:
    text = "He was asked for more. Schools must be: (a) Available to all; (b) Accessible; (c) Good."
    assert proposed(root, text) == ([], [])


def test_a_recommendation_that_a_note_breaks_is_told(root: Path) -> None:
    text = "States should act. States should go on. States must weigh the 34 See the Convention, art. 3."
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == ["States should act.", "States should go on."]
    assert [(one.what, one.why) for one in others] == [
        ("a recommendation", "a note is run into the middle of what is recommended here: it is not an item of the list")
    ]


TOLD = "this is among recommendations, and asks nobody for anything: it is not an item of the list"


MIXED = "this is among conclusions and recommendations, and asks nobody for anything: it is not an item of the list"
EMPTY = "no item follows this request: it is not an item of the list"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 5. Recommendations\n\n### To Ruritania\n\n- End detention now.\n\n### To donors\n\nPay for all shelters.",
         ["End detention now.", "Pay for all shelters."]),
        ("## Recommendations\n\n## To Ruritania\n\n- Abolish detention.\n\n## Thanks\n\n- Jane Roe wrote this.",
         ["Abolish detention."]),
        ("## Conclusions and recommendations\n\nAll is bad.\n\n- Train the police.\n- Detention should end.",
         ["Train the police.", "Detention should end."]),
        ("## Conclusions and/or recommendations\n\n138\\. The recommendations below enjoy its support:\n\n"
         "138.1 Ratify the Protocol (Chile);\n\n138.2 Accede to the Statute (Peru).",
         ["Ratify the Protocol (Chile);", "Accede to the Statute (Peru)."]),
        ("Referring to its comment, the Committee recommends that the State party act.",
         ["Referring to its comment, the Committee recommends that the State party act."]),
        ("In the light of target 16.2, the Committee urges the State party to act.",
         ["In the light of target 16.2, the Committee urges the State party to act."]),
        ("It is bad. The Committee strongly recommends that it end.",
         ["The Committee strongly recommends that it end."]),
        ("2\\. It is recommended that the Secretary-General report.",
         ["It is recommended that the Secretary-General report."]),
        ("1.2. Every State party should:\n\n1.2.1. train its police;\n\n1.2.2. pay for it.",
         ["train its police;", "pay for it."]),
        ("States should:\n\nRatify the Protocol.\n\nAdopt a law.", ["Ratify the Protocol.", "Adopt a law."]),
        ("The Committee recommends that States:\n\n(a) Act now;\n\n(b) Pay compensation.",
         ["Act now;", "Pay compensation."]),
    ],
)  # fmt: skip
def test_recommendations_are_found_in_whatever_form(text: str, expected: list[str], root: Path) -> None:
    found, others = proposed(root, text)
    assert [one.sentence for one in found if one.table == "list_items"] == expected
    assert [one for one in others if one.what == "a recommendation" and one.why != MIXED] == []


@pytest.mark.parametrize(
    "text",
    [
        "Figure 1. Calls in 2012.",
        "On 6 May 2013 the Board met.",
        "The author thanks the Government for its help.",
        "End.",
    ],
)
def test_what_asks_nothing_below_such_a_heading_is_told(text: str, root: Path) -> None:
    found, others = proposed(root, f"## Recommendations\n\n{text}\n\nEnd detention now.")
    assert [one.sentence for one in found if one.table == "list_items"] == ["End detention now."]
    assert [(one.why, one.line) for one in others if one.what == "a recommendation"] == [(TOLD, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "States should not be surprised at this.",
        "The Committee thanks the Government.",
        "She urged States to act.",
        "## General recommendation No. 35\n\nWomen have rights everywhere.",
        "## Follow-up to recommendations\n\nMost of them were not met.",
    ],
)
def test_what_asks_nothing_is_no_recommendation(text: str, root: Path) -> None:
    assert proposed(root, text) == ([], [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. States should:\n\n## Thanks\n\nJane Roe wrote this.", [3]),
        ("1. States should:", [3]),
        ("The Government should:\n\nIt rained in Geneva.\n\nStates must:", [3, 7]),
    ],
)
def test_a_request_without_items_is_told(text: str, lines: list[int], root: Path) -> None:
    found, others = proposed(root, text)
    assert found == []
    assert [(one.why, one.line) for one in others] == [(EMPTY, line) for line in lines]


def test_paragraphs_among_conclusions_and_recommendations_are_read_or_told(root: Path) -> None:
    text = "## Conclusions and recommendations\n\nAccess to medicines is poor.\n\nStates should act.\n\nAll is bad."
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == ["States should act."]
    assert [(one.why, one.line) for one in others] == [(MIXED, 5), (MIXED, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "Governments are called upon to act.",
        "The private sector is invited to join.",
        "Schools ought to teach it.",
        "The Government is strongly advised to fund it.",
        "Kenya should adopt a law.",
        "The Netherlands must act.",
        "Donors are encouraged to give.",
        "The Ministry of Health should publish tariffs.",
        "National human rights institutions should monitor it.",
        "UNICEF should help.",
        "The Human Rights Council is called upon to act.",
        "The international community must help.",
        "In this regard, States should act.",
        "States, in cooperation with others, should act.",
        "Member States and other stakeholders should act.",
        "Through their work, schools must also act.",
        "Recipient countries must comply with it.",
        "States and non-governmental organizations providing support to education in emergencies should act.",
        "She calls upon the Government to act.",
        "The Special Rapporteur invites States to act.",
        "The Working Group suggests that States act.",
        "The Special Rapporteur requests the Government to act.",
        "The Special Rapporteur calls for the release of all.",
        "Governments may wish to consider it.",
        "The company should act.",
        "A company should publicly adopt it.",
        "A company that joins a partnership should conform to it.",
        "Whenever it can, the institution should act.",
        "Recognizing this, States must act.",
        "States requiring assistance must seek it.",
        "The developing countries need to act.",
        "For their part, the least developed countries need to act.",
        "The human rights treaty bodies and States involved in it should act.",
        "The Special Rapporteur consequently urges States to act.",
        "The Special Rapporteur values what was done and invites States to act.",
    ],
)
def test_a_sentence_that_asks_a_state_or_a_body_is_found(text: str, root: Path) -> None:
    found, others = proposed(root, f"All is bad. {text}")
    assert [(one.table, one.sentence) for one in found] == [("list_items", text)]
    assert others == []


REMARKS = (
    "It must be noted that all is bad.",
    "It should be recalled that States met.",
    "He invites comments.",
    "The Special Rapporteur invites the reader to consult the annex.",
    "The Special Rapporteur encourages all interested readers to write.",
)


@pytest.mark.parametrize(
    "text",
    [
        *REMARKS,
        "States must be seen as parties to it.",
        "States should have acted.",
        "The State must have known.",
        "Children should be heard.",
        "It was recommended in 2016 that States should act.",
        "Whether States should act is open.",
        "It calls for care.",
        "The Special Rapporteur calls attention to it.",
        "The Special Rapporteur suggests that an indicator measures it.",
        "Health professionals need to know it.",
        "The Special Rapporteur only urges care and invites comments.",
        "States saying that children should act are many.",
        "States that find that children should act are many.",
        "The company needs water.",
    ],
)
def test_a_sentence_that_only_tells_something_is_no_recommendation(text: str, root: Path) -> None:
    assert proposed(root, f"All is bad. {text}") == ([], [])


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_among_recommendations_is_told(text: str, root: Path) -> None:
    found, others = proposed(root, f"## Recommendations\n\n{text}\n\nEnd detention now.")
    assert [one.sentence for one in found] == ["End detention now."]
    assert [(one.why, one.line) for one in others] == [(TOLD, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "The Special Rapporteur recommends that States: • Adopt laws; • Train teachers; • Go on.",
        "States should: (i) Adopt laws; (ii) Train teachers; and (iii) Go on.",
        "States should:\n\n• Adopt laws; • Train teachers; • Go on.",
        "## Recommendations\n\n• Adopt laws; • Train teachers; • Go on.",
    ],
)
def test_items_with_signs_or_numbers_in_one_paragraph_are_told_apart(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == ["Adopt laws", "Train teachers", "Go on."]
    assert others == []


def test_a_single_recommendation_is_no_list_that_is_too_short(project: ProjectCopy) -> None:
    begin_report(project, "# A report\n\nStates should act.\n")
    assert "list-too-short" not in {one.code for one in project.build().findings}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The Special Rapporteur applies the following criteria:\n\n- the source must be identified:\n"
         "  - by name;\n  - by address;\n- the facts must be dated.", [8, 9, 10]),
        ("3. He spoke of the law. Article 47 lists six elements, all of which must be met:\n\n"
         "(a) recruitment;\n\n(b) private gain.", [7, 9]),
        ("3. He spoke of the law. Article 47 lists six elements, all of which must be met: "
         "(a) recruitment; (b) private gain.", [5]),
        ("The conditions that States must meet are:\n\n(a) consent;\n\n(b) care.", [7, 9]),
    ],
)  # fmt: skip
def test_criteria_and_elements_are_no_recommendations(text: str, lines: list[int], root: Path) -> None:
    assert proposed(root, text) == ([], [])
    found, others = proposed(root, f"## Conclusions and recommendations\n\n{text}")
    assert found == []
    assert [(one.why, one.line) for one in others] == [(MIXED, line) for line in lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(c) Establish rapporteurs, which should:\n\n(i) be independent;\n\n(ii) report to Parliament.",
         ["Establish rapporteurs, which should:", "be independent;", "report to Parliament."]),
        ("(c) Each interrogation should be recorded:\n\n(i) with all names;\n\n(ii) with the times.",
         ["Each interrogation should be recorded:", "with all names;", "with the times."]),
        ("(c) Consider, as a minimum:\n\n(i) An exemption;\n\n(ii) A register.",
         ["Consider, as a minimum:", "An exemption;", "A register."]),
        ("(c) Establish rapporteurs, which should: (i) be independent; (ii) report to Parliament.",
         ["Establish rapporteurs, which should:", "be independent", "report to Parliament."]),
        ("(b) Regulate lenders, in accordance with resolution 6/27; and (c) Guarantee that nobody loses a home.",
         ["Regulate lenders, in accordance with resolution 6/27", "Guarantee that nobody loses a home."]),
    ],
)  # fmt: skip
def test_no_word_of_nested_or_joined_items_is_lost(text: str, expected: list[str], root: Path) -> None:
    found, others = proposed(root, f"14. The Special Rapporteur recommends that States:\n\n(a) Act now;\n\n{text}")
    assert [one.sentence for one in found] == ["Act now;", *expected]
    assert others == []


def test_the_introduction_of_items_is_one_itself_where_it_says_what_is_asked_for(root: Path) -> None:
    text = (
        "It is bad. States must pay. The Governments should set up bodies, which should:\n\n(a) act now;\n\n"
        "(b) report often."
    )
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == [
        "States must pay.", "The Governments should set up bodies, which should:", "act now;", "report often."
    ]  # fmt: skip
    assert others == []


def test_requests_beside_items_in_one_paragraph_are_found(root: Path) -> None:
    text = "States must pay. States should: (a) Act; (b) Go on. Donors should give."
    assert [one.sentence for one in proposed(root, text)[0]] == [
        "States must pay.", "Act", "Go on.", "Donors should give."
    ]  # fmt: skip


def test_what_somebody_should_have_is_recommended(root: Path) -> None:
    text = (
        "## Recommendations\n\n13. The Special Rapporteur makes the following recommendations to States:\n\n"
        "(a) Detention should end;\n\n(b) Consuls should have unhindered access.\n\n14. States should have acted."
    )
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == ["Detention should end;", "Consuls should have unhindered access."]
    assert [one.why for one in others] == [TOLD]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Care must be ensured by States without delay.", ["Care must be ensured by States without delay."]),
        ("Laws should be adopted by all States.", ["Laws should be adopted by all States."]),
        (
            "Care should be provided free of charge by the State.",
            ["Care should be provided free of charge by the State."],
        ),
        ("States have duties. They should act. They must also pay.", ["They should act.", "They must also pay."]),
        ("The Government has acted. It should go on.", ["It should go on."]),
    ],
)
def test_what_is_to_be_done_by_a_body_or_by_those_named_before_is_found(
    text: str, expected: list[str], root: Path
) -> None:
    assert [one.sentence for one in proposed(root, text)[0]] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Care must be ensured.",
        "It should be remembered by States that prisons are full.",
        "Care should be seen by States as a right.",
        "This should not be used by States as an excuse.",
        "He has said that work should be led by States.",
        "Quality must be ensured by friends.",
        "Prisoners are many. They should be freed.",
        "The Government has acted. It should be noted that laws exist.",
        "States were asked to reply. They should have replied by May.",
    ],
)
def test_what_is_to_be_done_by_others_or_nobody_is_no_recommendation(text: str, root: Path) -> None:
    assert proposed(root, text) == ([], [])


def test_a_mark_of_a_note_does_not_hide_the_next_item(root: Path) -> None:
    text = "The company should disclose: (a) Its prices; (b) Its gifts;15 (c) Its aims."
    assert [one.sentence for one in proposed(root, text)[0]] == ["Its prices", "Its gifts", "Its aims."]


@pytest.mark.parametrize("foot", ["GE.24-07473", "A/73/216 23/24 18-12141", "A/73/216 18-12141 24/24", "18-12141 4/24"])
def test_the_foot_of_a_page_does_not_hide_the_next_item(foot: str, root: Path) -> None:
    text = f"The Special Rapporteur urges States to: (a) Adopt laws; {foot} (b) Train teachers; (c) Pay them."
    assert [one.sentence for one in proposed(root, text)[0]] == ["Adopt laws", "Train teachers", "Pay them."]


def test_a_number_before_a_letter_is_no_foot_of_a_page(root: Path) -> None:
    text = "The Special Rapporteur urges States to obey laws 24-07 (a) and 24-08 (b) of 2014."
    assert [one.sentence for one in proposed(root, text)[0]] == [text]


NOTES = "__________________ 6 Rafael Example, “Care”, p. 5. A/78/185 25/25 23-13871"


def test_notes_that_are_run_into_a_list_hide_no_item(root: Path) -> None:
    text = f"She urges States to: (a) Adopt laws; (b) Train teachers; {NOTES} (c) Pay them; (d) Go on."
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == ["Adopt laws", "Train teachers", "Pay them", "Go on."]
    assert others == []


def test_an_item_that_notes_break_is_told(root: Path) -> None:
    text = f"She urges States to: (a) Adopt laws; (b) Train {NOTES} all teachers; (c) Pay them."
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == ["Adopt laws", "Pay them."]
    assert [(one.what, one.why) for one in others] == [
        ("a recommendation", "a note is run into the middle of what is recommended here: it is not an item of the list")
    ]


def test_a_sentence_that_ends_before_notes_is_whole(root: Path) -> None:
    found, others = proposed(root, f"States should adopt laws. {NOTES} and train teachers.")
    assert [one.sentence for one in found] == ["States should adopt laws."]
    assert others == []
