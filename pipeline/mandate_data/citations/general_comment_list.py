"""General comments of the treaty bodies: which committee adopted which number when, under which symbol.

Source: the treaty bodies' own lists. Until 2006 their symbols did not carry the number of the comment, so
that no rule gives them; early ones came out in annual reports and have no symbol of their own (here: the
report's).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommentSeries:
    """A committee's general comments: the `stem` of their symbols, years by number, symbols off the rule."""

    stem: str
    years: dict[int, tuple[int, ...]]
    symbols: dict[int, str | None]


def _years(listing: str) -> dict[int, tuple[int, ...]]:
    """`"1:2001 2:2002,2003"` as a mapping; several years where adoption and issue differ in print."""
    pairs = (entry.split(":") for entry in listing.split())
    return {int(number): tuple(int(year) for year in years.split(",")) for number, years in pairs}


SERIES: dict[str, CommentSeries] = {
    "committee_on_the_rights_of_the_child": CommentSeries(
        "CRC/C/GC/",
        _years(
            "1:2001 2:2002 3:2003 4:2003 5:2003 6:2005 7:2005,2006 8:2006 9:2006,2007 10:2007 11:2009"
            " 12:2009 13:2011 14:2013 15:2013 16:2013 17:2013 18:2014,2019 19:2016 20:2016 21:2017 22:2017"
            " 23:2017 24:2019 25:2021 26:2023"
        ),
        {
            1: "CRC/GC/2001/1",
            2: "CRC/GC/2002/2",
            3: "CRC/GC/2003/3",
            4: "CRC/GC/2003/4",
            5: "CRC/GC/2003/5",
            6: "CRC/GC/2005/6",
        },
    ),
    "committee_on_economic_social_and_cultural_rights": CommentSeries(
        "E/C.12/GC/",
        _years(
            "1:1989 2:1990 3:1990 4:1991 5:1994 6:1995 7:1997 8:1997 9:1998 10:1998 11:1999 12:1999 13:1999"
            " 14:2000 15:2002,2003 16:2005 17:2005,2006 18:2005,2006 19:2007,2008 20:2009 21:2009 22:2016"
            " 23:2016 24:2017 25:2020 26:2022,2023"
        ),
        {
            1: "E/1989/22",
            2: "E/1990/23",
            3: "E/1991/23",
            4: "E/1992/23",
            5: "E/1995/22",
            6: "E/1996/22",
            7: "E/1998/22",
            8: "E/C.12/1997/8",
            9: "E/C.12/1998/24",
            10: "E/C.12/1998/25",
            11: "E/C.12/1999/4",
            12: "E/C.12/1999/5",
            13: "E/C.12/1999/10",
            14: "E/C.12/2000/4",
            15: "E/C.12/2002/11",
            16: "E/C.12/2005/4",
        },
    ),
    "human_rights_committee": CommentSeries(
        "CCPR/C/GC/",
        _years(
            "1:1981 2:1981 3:1981 4:1981 5:1981 6:1982 7:1982 8:1982 9:1982 10:1983 11:1983 12:1984 13:1984"
            " 14:1984 15:1986 16:1988 17:1989 18:1989 19:1990 20:1992 21:1992 22:1993 23:1994 24:1994"
            " 25:1996 26:1997 27:1999 28:2000 29:2001 30:2002 31:2004 32:2007 33:2008,2009 34:2011 35:2014"
            " 36:2018,2019 37:2020"
        ),
        {
            **dict.fromkeys(range(1, 22)),
            22: "CCPR/C/21/Rev.1/Add.4",
            23: "CCPR/C/21/Rev.1/Add.5",
            24: "CCPR/C/21/Rev.1/Add.6",
            25: "CCPR/C/21/Rev.1/Add.7",
            26: "CCPR/C/21/Rev.1/Add.8/Rev.1",
            27: "CCPR/C/21/Rev.1/Add.9",
            28: "CCPR/C/21/Rev.1/Add.10",
            29: "CCPR/C/21/Rev.1/Add.11",
            30: "CCPR/C/21/Rev.2/Add.12",
            31: "CCPR/C/21/Rev.1/Add.13",
        },
    ),
    "committee_on_the_elimination_of_discrimination_against_women": CommentSeries(
        "CEDAW/C/GC/",
        _years(
            "1:1986 2:1987 3:1987 4:1987 5:1988 6:1988 7:1988 8:1988 9:1989 10:1989 11:1989 12:1989 13:1989"
            " 14:1990 15:1990 16:1991 17:1991 18:1991 19:1992 20:1992 21:1994 22:1995 23:1997 24:1999"
            " 25:2004 26:2008 27:2010 28:2010 29:2013 30:2013 31:2014,2019 32:2014 33:2015 34:2016 35:2017"
            " 36:2017 37:2018 38:2020 39:2022 40:2024"
        ),
        {
            **dict.fromkeys(range(1, 26)),
            19: "A/47/38",
            20: "A/47/38",
            21: "A/49/38",
            23: "A/52/38/Rev.1",
            24: "A/54/38/Rev.1",
            25: "A/59/38",
            26: "CEDAW/C/2009/WP.1/R",
        },
    ),
    "committee_on_the_elimination_of_racial_discrimination": CommentSeries(
        "CERD/C/GC/",
        _years(
            "14:1993 15:1993 19:1995 20:1996 21:1996 22:1996 23:1997 24:1999 25:2000 26:2000 27:2000"
            " 28:2002 29:2002 30:2004,2005 31:2005 32:2009 33:2009 34:2011 35:2013 36:2020 37:2024"
        ),
        dict.fromkeys(range(1, 32)),
    ),
    "committee_against_torture": CommentSeries(
        "CAT/C/GC/", _years("1:1996,1997 2:2007,2008 3:2012 4:2017,2018"), {1: "A/53/44"}
    ),
    "committee_on_migrant_workers": CommentSeries("CMW/C/GC/", _years("1:2011 2:2013 3:2017 4:2017 5:2021"), {}),
    "committee_on_the_rights_of_persons_with_disabilities": CommentSeries(
        "CRPD/C/GC/", _years("1:2014 2:2014 3:2016 4:2016 5:2017 6:2018 7:2018 8:2022"), {}
    ),
    "committee_on_enforced_disappearances": CommentSeries("CED/C/GC/", _years("1:2023"), {}),
}

RECOMMENDING = (
    "committee_on_the_elimination_of_discrimination_against_women",
    "committee_on_the_elimination_of_racial_discrimination",
)
"""The committees that call theirs general recommendations."""


def symbol_of(committee: str, number: int) -> str | None:
    """The symbol of a committee's general comment, or None where it has none of its own."""
    series = SERIES[committee]
    return series.symbols.get(number, f"{series.stem}{number}")


def committees(number: int, year: int | None, recommendation: bool) -> tuple[str, ...]:
    """The committees that have a general comment (or recommendation) of this number, of this year if told."""
    found = []
    for committee, series in SERIES.items():
        if recommendation != (committee in RECOMMENDING) or number not in series.years:
            continue
        if year is None or year in series.years[number]:
            found.append(committee)
    return tuple(found)
