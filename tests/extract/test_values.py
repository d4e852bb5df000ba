"""Values as documents print them: what is printed in the UN's way is read back, and nothing else is read at all."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.extract.values import (
    DATE,
    NUMBER,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    SPAN,
    PrintedError,
    edtf_date,
    edtf_span,
    number,
    slug,
    split_enumeration,
    straighten,
)
from mandate_data.month_names import MONTHS

DAYS = st.dates(date(1000, 1, 1), date(9990, 12, 31))
DASHES = st.sampled_from(["-", "–", "—", " - ", " – "])


def refusal(read: Callable[[str], object], printed: str) -> str:
    with pytest.raises(PrintedError) as refused:
        read(printed)
    return str(refused.value)


def un_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def un_span(start: date, end: date, dash: str) -> str:
    """As the UN prints a span: what both days share stands once, at the end."""
    if start.year != end.year:
        first = un_date(start)
    elif start.month != end.month:
        first = f"{start.day} {MONTHS[start.month - 1]}"
    else:
        first = str(start.day)
    return f"{first}{dash}{un_date(end)}"


def test_months_are_english_where_the_locale_is_not() -> None:
    """Some machines have no other locale than C; `calendar` is as it is under another."""
    code = (
        "import calendar\n"
        "calendar.month_name = ['', *'Januar Februar März April Mai Juni Juli August September Oktober November "
        "Dezember'.split()]\n"
        "from mandate_data.extract.values import PrintedError, edtf_date, edtf_span\n"
        "print(edtf_date('8 May 2014'), *edtf_span('28 October-8 December 2013'))\n"
        "try:\n    edtf_date('31 June 2014')\nexcept PrintedError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout) == (
        "",
        "2014-05-08 2013-10-28 2013-12-08\n'31 June 2014': June 2014 has no day 31\n",
    )


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("8 May 2014", "2014-05-08"),
        ("08 May 2014", "2014-05-08"),
        ("29 February 2000", "2000-02-29"),
        ("November 2005", "2005-11"),
        ("2016", "2016"),
        ("  8   May\n2014 ", "2014-05-08"),
        ("8\u00a0May 2014", "2014-05-08"),
        ("8th of May, 2014", "2014-05-08"),
        ("8 MAY 2014", "2014-05-08"),
        ("May 8, 2014", "2014-05-08"),
        ("May 8th 2014", "2014-05-08"),
        ("3 Sept. 2014", "2014-09-03"),
        ("Dec 12, 2013", "2013-12-12"),
        ("Sep. 2014", "2014-09"),
        ("2014-05-08", "2014-05-08"),
    ],
)
def test_a_date_is_as_precise_as_printed(printed: str, edtf: str) -> None:
    assert edtf_date(printed) == edtf
    assert edtf_span(printed) == (edtf, edtf)


@pytest.mark.parametrize(
    "printed",
    ["", "May", "8 May", "8 may 2014", "8 Mai 2014", "8 Mary 2014", "8/5/2014", "2014-5-8", "16", "20160", "in 2016"],
)
def test_anything_else_is_no_date(printed: str) -> None:
    said = f"{printed!r} is not a date; expected 8 May 2014, May 2014 or 2014"
    assert refusal(edtf_date, printed) == said
    assert refusal(edtf_span, printed) == said


@pytest.mark.parametrize(
    ("printed", "month", "day"),
    [("31 April 2016", "April 2016", 31), ("29 February 1900", "February 1900", 29), ("0 May 2014", "May 2014", 0)],
)
def test_a_day_that_the_month_does_not_have_is_no_date(printed: str, month: str, day: int) -> None:
    assert refusal(edtf_date, printed) == f"{printed!r}: {month} has no day {day}"


@given(DAYS)
def test_a_date_printed_in_the_un_way_is_read_back(day: date) -> None:
    assert edtf_date(un_date(day)) == day.isoformat()
    assert edtf_date(f"{MONTHS[day.month - 1]} {day.year}") == day.isoformat()[:7]
    assert edtf_date(str(day.year)) == day.isoformat()[:4]


@given(DAYS, st.integers(0, 900), DASHES)
def test_a_span_printed_in_the_un_way_is_read_back(start: date, days: int, dash: str) -> None:
    end = min(start + timedelta(days=days), date(9999, 12, 31))
    assert edtf_span(un_span(start, end, dash)) == (start.isoformat(), end.isoformat())


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("18 to 22 May 2014", "2014-05-18", "2014-05-22"),
        ("18-22 January 2016", "2016-01-18", "2016-01-22"),
        ("28 October-8 November 2013", "2013-10-28", "2013-11-08"),
        ("28 February-3 March 2000", "2000-02-28", "2000-03-03"),
        ("28 December 2015 – 3 January 2016", "2015-12-28", "2016-01-03"),
        ("1—2 May 2014", "2014-05-01", "2014-05-02"),
        ("28 Sept. to 3 Oct. 2014", "2014-09-28", "2014-10-03"),
        ("28 April and 3 May 2014", "2014-04-28", "2014-05-03"),
        ("3, 5 and 7 May 2014", "2014-05-03", "2014-05-07"),
        ("May 3-7, 2014", "2014-05-03", "2014-05-07"),
        ("May 3 through 7, 2014", "2014-05-03", "2014-05-07"),
        ("April 28-May 3, 2014", "2014-04-28", "2014-05-03"),
        ("December 28, 2013 to January 3, 2014", "2013-12-28", "2014-01-03"),
        ("2014-04-28/2014-05-03", "2014-04-28", "2014-05-03"),
    ],
)
def test_a_span_goes_over_months_and_years(printed: str, start: str, end: str) -> None:
    assert edtf_span(printed) == (start, end)
    assert re.fullmatch(SPAN, printed)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("30-31 April 2016", "'30-31 April 2016': April 2016 has no day 31"),
        ("30 February-3 March 2000", "'30 February-3 March 2000': February 2000 has no day 30"),
        ("0-2 May 2014", "'0-2 May 2014': May 2014 has no day 0"),
        ("18-22 2016", "'18-22 2016' is not a date; expected 8 May 2014, May 2014 or 2014"),
        ("May-June 2016", "'May-June 2016' is not a date; expected 8 May 2014, May 2014 or 2014"),
    ],
)
def test_other_spans_are_refused(printed: str, said: str) -> None:
    assert refusal(edtf_span, printed) == said


@given(DAYS, st.sampled_from(["{} in office", "since {}", "({})", "{}, and"]))
def test_the_pattern_of_dates_finds_the_whole_date(day: date, frame: str) -> None:
    for printed in (un_date(day), f"{MONTHS[day.month - 1]} {day.year}", str(day.year)):
        found = re.search(DATE, frame.format(printed))
        assert found is not None
        assert found.group() == printed


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", 0),
        ("7", 7),
        ("173", 173),
        ("960,000", 960_000),
        ("1,234,567", 1_234_567),
        ("48.28", Decimal("48.28")),
        ("2.0", 2),
        ("8.4 million", 8_400_000),
        ("1 million", 1_000_000),
        ("1.25 billion", 1_250_000_000),
        ("0.0000001 million", Decimal("0.1")),
        ("five", 5),
        ("Twelve", 12),
        (" 125 ", 125),
    ],
)
def test_every_printed_form_of_a_number(printed: str, value: int | Decimal) -> None:
    read = number(printed)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    "printed",
    ["", "some", "thirteen", "1,00", "12,3456", "1.000.000", "1 000", "-5", "5%", "five million", "8.4 Million", ".5"],
)
def test_anything_else_is_no_number(printed: str) -> None:
    assert refusal(number, printed) == (f"{printed!r} is not a number; expected figures such as 960,000 or 8.4 million")


@given(st.integers(0, 10**12))
def test_whole_numbers_are_read_back(value: int) -> None:
    assert number(f"{value:,}") == number(str(value)) == value


@given(st.integers(1, 10**6), st.integers(0, 6), st.sampled_from(["", " million", " billion"]))
def test_decimals_and_scales_are_read_back(units: int, places: int, scale: str) -> None:
    figure = Decimal(units).scaleb(-places)
    factor = {"": 1, " million": 10**6, " billion": 10**9}[scale]
    value = number(f"{figure:f}{scale}")
    assert value == figure * factor
    assert isinstance(value, int) == (figure * factor % 1 == 0)


@pytest.mark.parametrize("word", NUMBER_WORDS)
def test_number_words_are_read_in_any_capitals(word: str) -> None:
    assert number(word) == number(word.upper()) == number(word.capitalize()) == NUMBER_WORDS[word]


def test_words_count_without_a_gap() -> None:
    assert list(NUMBER_WORDS.values()) == list(range(1, 13))
    assert list(ORDINAL_WORDS.values()) == [*range(1, 13), 20, 30, 40, 50]


NUMBERS = st.one_of(
    st.integers(0, 10**9).map(lambda value: f"{value:,}"),
    st.integers(0, 9999).map(str),
    st.decimals(0, 1000, places=2).map(lambda value: f"{value:f} million"),
    st.sampled_from([*NUMBER_WORDS, *(word.capitalize() for word in NUMBER_WORDS)]),
)


@given(NUMBERS, st.sampled_from(["some {} States", "({})", "{}, and", "of {} in"]))
def test_the_pattern_of_numbers_finds_the_whole_number(printed: str, frame: str) -> None:
    found = re.search(NUMBER, frame.format(printed))
    assert found is not None
    assert found.group() == printed


@pytest.mark.parametrize("text", ["someone", "often", "heightened", "weighten"])
def test_a_number_word_inside_another_word_is_none(text: str) -> None:
    assert re.search(NUMBER, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maalla M'jid", "maalla-mjid"),
        ("Maalla M’jid", "maalla-mjid"),
        ("de Boer-Buquicchio", "de-boer-buquicchio"),
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("E/CN.4/RES/1990/68", "e-cn-4-res-1990-68"),
        ("  1993  Hague Convention ", "1993-hague-convention"),
        ("Sale; and trafficking.", "sale-and-trafficking"),
        ("…", ""),
    ],
)
def test_a_slug_is_lower_case_ascii(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("dash", ["-", "–", "—", "/", " ", "\u00a0", "…", "’ ", "”"])
def test_whatever_sign_parts_two_words_the_slug_is_the_same(dash: str) -> None:
    assert slug(f"1994{dash}2001") == "1994-2001"


@given(st.text())
def test_a_slug_is_well_formed_and_stays_as_it_is(text: str) -> None:
    found = slug(text)
    assert found == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert slug(found) == found


@given(st.text())
def test_straight_text_keeps_every_offset(text: str) -> None:
    straight = straighten(text)
    assert len(straight) == len(text)
    assert all(new in ("'", '"', " ") for old, new in zip(text, straight, strict=True) if old != new)


def pieces(text: str, separator: str, *whole: str) -> list[str]:
    return [text[start:end] for start, end in split_enumeration(text, separator, whole)]


@pytest.mark.parametrize(
    ("text", "separator", "expected"),
    [
        ("one, two, and three", ",(?: and)? ", ["one", "two", "three"]),
        ("to see; to hear; and to speak", ";(?: and)? ", ["to see", "to hear", "to speak"]),
        (" one ,,  two ,", ",", ["one", "two"]),
        ("one", ",", ["one"]),
        ("", ",", []),
        (" , ", ",", []),
    ],
)
def test_an_enumeration_is_cut_at_its_separator(text: str, separator: str, expected: list[str]) -> None:
    assert pieces(text, separator) == expected


def test_a_separator_inside_a_whole_phrase_does_not_count() -> None:
    text = "sale, sale of goods, services and rights, Goods, services again"
    assert pieces(text, ", ", "goods, services") == [
        "sale",
        "sale of goods, services and rights",
        "Goods, services again",
    ]


def test_a_phrase_with_signs_of_its_own_is_taken_as_it_stands() -> None:
    assert pieces("a [b, c]), d+. e, f", ", ", "[b, c])", "d+. e, f") == ["a [b, c])", "d+. e, f"]


ITEMS = st.lists(st.from_regex(r"[A-Za-z]+( [A-Za-z]+){0,3}", fullmatch=True), max_size=8)


@given(ITEMS, st.sampled_from([", ", ",", " ; ", ",  "]))
def test_joined_items_are_cut_apart_again(items: list[str], separator: str) -> None:
    assert pieces(separator.join(items), separator.strip()) == items


@given(
    st.text(alphabet="ab,; "),
    st.sampled_from([",", ";", ",(?: a)? ", "[,;]"]),
    st.sampled_from([(), ("a,b",), ("; ",)]),
)
def test_pieces_are_trimmed_in_order_and_apart(text: str, separator: str, whole: tuple[str, ...]) -> None:
    last = 0
    for start, end in split_enumeration(text, separator, whole):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end
