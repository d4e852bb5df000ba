"""Whatever is changed in a source changes in the tables, and nothing else does: row by row, in all tables.

Expectations are written as a comparison: `table key column: old -> new`, `+ table key: column=value; ...` for a
new row, `- table key` for one that is gone, `! severity code: message` for a new finding. What follows from a changed
fact (documents, countries, adoptions, recomputed claims) is written out with it.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT, ProjectCopy
from mandate_data.extract import Extracted, extract, find_sources
from mandate_data.package.tables import Package, text_of
from mandate_data.project import Project

HANDBOOK, LEIDEN = "handbook-2016", "leiden-2015"
FULL_TEXTS = {HANDBOOK: "handbook-2016.md", LEIDEN: "leiden-2015.txt"}
FOLLOW = ("report", "visit", "appointment", "end_of_term")
"""Kinds of events that only follow from rows of other tables; test_tables_complete.py counts them."""
LEFT_OUT = {
    "sources": {"sha256", "lines"},
    "citations": {"citation_id", "source_id", "context", "note"},
    "claims": {"note", "erratum_id"},  # they follow from the verdict
}

Edit = tuple[str, str, str]  # source, words, what stands there instead


def sources_by_row(extracted: Extracted) -> dict[tuple[str, str], set[str]]:
    """The sources that each row rests on, if need be by way of the rows from which it follows."""
    named: dict[tuple[str, str], set[str]] = {}
    origins: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in extracted.tables["provenance"]:
        key = (str(row["table"]), str(row["row_key"]))
        if row["source_id"]:
            named.setdefault(key, set()).add(str(row["source_id"]))
        else:
            origins.setdefault(key, set()).add((str(row["from_table"]), str(row["from_row_key"])))
    while missing := {
        key: found
        for key, rows in origins.items()
        if key not in named and (found := {source for origin in rows for source in named.get(origin, ())})
    }:
        named |= missing
    for source in extracted.tables["sources"]:
        named["sources", str(source["source_id"])] = {str(source["source_id"])}
    return named


def facts(extracted: Extracted, contract: Package) -> dict[str, dict[str, str]]:
    """Every cell of every table by `table key`, with the sources of the row as `from`; lines are left out.

    A citation goes by its place and not by its running number, an item of a list by its words: what is put in between
    does not change what comes after it.
    """
    sources = sources_by_row(extracted)
    found: dict[str, dict[str, str]] = {}
    met: Counter[str] = Counter()
    for name, table in contract.tables.items():
        for row in extracted.tables[name] if name not in ("provenance", "rules") else ():
            if name == "events" and row["kind"] in FOLLOW:
                continue
            key = table.key_of(row)
            place = ", ".join(sorted(sources.get((name, key), ())))
            left_out = LEFT_OUT.get(name, set()) | set(table.primary_key)
            if name == "citations":
                cited = row["symbol"] or row["work_id"] or row["instrument_id"]
                key = f"{row['source_id']} {row['context']} {row['note'] or cited}"
                met[key] += 1
                key += f" #{met[key]}"
            elif name == "list_items":
                key, left_out = f"{row['list_id']}: {row['label']}", {"list_id", "label"}
            elif name == "errata" and row["table"] == "citations":
                left_out |= {"row_key"}
            cells = {column: text_of(value) for column, value in row.items() if column not in left_out}
            found[f"{name} {key}"] = {column: value for column, value in cells.items() if value} | {"from": place}
    return found


def said(extracted: Extracted) -> Counter[str]:
    """What was found, without folders and lines."""
    return Counter(
        f"! {finding.severity} {finding.code}: {re.sub(r'/[^ ]*/', '', finding.message)}"
        for finding in extracted.findings
    )


def changes(before: Extracted, after: Extracted, contract: Package) -> list[str]:
    old, new = facts(before, contract), facts(after, contract)
    lines = [f"- {key}" for key in old.keys() - new.keys()]
    for key in new.keys() - old.keys():
        lines.append(f"+ {key}: " + "; ".join(f"{column}={value}" for column, value in new[key].items()))
    for key in old.keys() & new.keys():
        for column in (old[key].keys() | new[key].keys()) - ({"ordinal"} if key.startswith("list_items") else set()):
            was, now = old[key].get(column, "(none)"), new[key].get(column, "(none)")
            lines += [f"{key} {column}: {was} -> {now}"] if was != now else []
    lines += [f"gone {finding}" for finding in (said(before) - said(after)).elements()]
    return sorted([*lines, *(said(after) - said(before)).elements()])


def lines_of(expected: str) -> list[str]:
    """One change a line; a line that begins further in goes on where the one before it ended."""
    return sorted(line for line in re.sub(r"\n {8,}", " ", expected).split("\n    ") if line.strip())


def case(name: str, *edits: Edit, gives: str) -> object:
    return pytest.param(edits, gives.rstrip(), id=name.replace(" ", "-"))


def visit(old: str, new: str) -> Edit:
    return HANDBOOK, f"| {old} |\n", f"| {new} |\n" if new else ""


EDITION = [
    case("day of a visit", (HANDBOOK, "Japan (19-26 October", "Japan (19-27 October"), gives="""
    country_visits sale-of-children/2015-jpn end_date: 2015-10-26 -> 2015-10-27
    """),
    case("month of a visit", (HANDBOOK, "Mexico (May 2007)", "Mexico (June 2007)"), gives="""
    country_visits sale-of-children/2007-mex start_date: 2007-05 -> 2007-06
    country_visits sale-of-children/2007-mex end_date: 2007-05 -> 2007-06
    """),
    case("year of a visit", (HANDBOOK, "Australia (October 1992)", "Australia (October 1993)"), gives="""
    - country_visits sale-of-children/1992-aus
    - visit_countries sale-of-children/1992-aus|AUS
    + country_visits sale-of-children/1993-aus: mandate_id=sale-of-children;
        year=1993; kind=mission; start_date=1993-10; end_date=1993-10;
        person_id=muntarbhorn; report_symbol=E/CN.4/1993/67/Add.1; report_status=published; from=handbook-2016
    + visit_countries sale-of-children/1993-aus|AUS: name_as_printed=Australia; from=handbook-2016
    """),
    case("country of a visit", (HANDBOOK, "Mission to Mauritius", "Mission to Seychelles"), gives="""
    - countries MUS
    - country_visits sale-of-children/2011-mus
    - visit_countries sale-of-children/2011-mus|MUS
    + countries SYC: name=Seychelles; region_code=002; region=Africa; subregion_code=202;
        subregion=Sub-Saharan Africa; from=handbook-2016
    + country_visits sale-of-children/2011-syc: mandate_id=sale-of-children;
        year=2011; kind=mission; start_date=2011-05-01; end_date=2011-05-11;
        person_id=maalla-mjid; report_symbol=A/HRC/19/63/Add.1; report_status=published; from=handbook-2016
    + visit_countries sale-of-children/2011-syc|SYC: name_as_printed=Seychelles; from=handbook-2016
    """),
    case("symbol of a visit", (HANDBOOK, "(E/CN.4/1998/101/Add.1)", "(E/CN.4/1998/101/Add.3)"), gives="""
    country_visits sale-of-children/1997-ken report_symbol: E/CN.4/1998/101/Add.1 -> E/CN.4/1998/101/Add.3
    - citations handbook-2016 table E/CN.4/1998/101/Add.1 #1
    - documents E/CN.4/1998/101/Add.1
    + citations handbook-2016 table E/CN.4/1998/101/Add.3 #1: form=explicit; symbol=E/CN.4/1998/101/Add.3;
        as_printed=E/CN.4/1998/101/Add.3; from=handbook-2016
    + documents E/CN.4/1998/101/Add.3: body=commission_on_human_rights; kind=report; session=54; year=1998; number=101;
        modifier=Add.3; parent_symbol=E/CN.4/1998/101; url=https://undocs.org/en/E/CN.4/1998/101/Add.3;
        from=handbook-2016, leiden-2015
    """),
    case("report of a visit published", (HANDBOOK, "2016) (Yet to be published) |\n| Joint",
                                         "2016) (A/HRC/31/58/Add.3) |\n| Joint"), gives="""
    country_visits sale-of-children/2016-geo report_symbol: (none) -> A/HRC/31/58/Add.3
    country_visits sale-of-children/2016-geo report_status: forthcoming -> published
    + citations handbook-2016 table A/HRC/31/58/Add.3 #1: form=explicit; symbol=A/HRC/31/58/Add.3;
        as_printed=A/HRC/31/58/Add.3; from=handbook-2016
    + documents A/HRC/31/58/Add.3: body=human_rights_council; kind=report; session=31; number=58;
        modifier=Add.3; parent_symbol=A/HRC/31/58; url=https://undocs.org/en/A/HRC/31/58/Add.3; from=handbook-2016
    """),
    case("kind of a visit", (HANDBOOK, "Follow-up mission to", "Joint mission to"), gives="""
    country_visits sale-of-children/2014-hnd kind: follow_up_mission -> joint_mission
    claims follow-up-visits computed: 1 -> 0
    claims leiden-follow-up-visits computed: 1 -> 0
    """),
    case("visit added", visit("Mission to Ukraine (October 2006) (A/HRC/4/Add.2)",
         "Mission to Peru (2-6 April 2007) (A/HRC/7/8/Add.3) |\n| Mission to Ukraine (October 2006) (A/HRC/4/Add.2)"),
         gives="""
    + country_visits sale-of-children/2007-per: mandate_id=sale-of-children;
        year=2007; kind=mission; start_date=2007-04-02; end_date=2007-04-06;
        person_id=petit; report_symbol=A/HRC/7/8/Add.3; report_status=published; from=handbook-2016
    + visit_countries sale-of-children/2007-per|PER: name_as_printed=Peru; from=handbook-2016
    + countries PER: name=Peru; region_code=019; region=Americas; subregion_code=419;
        subregion=Latin America and the Caribbean; from=handbook-2016
    + citations handbook-2016 table A/HRC/7/8/Add.3 #1: form=explicit; symbol=A/HRC/7/8/Add.3;
        as_printed=A/HRC/7/8/Add.3; from=handbook-2016
    + documents A/HRC/7/8/Add.3: body=human_rights_council; kind=report; session=7; number=8;
        modifier=Add.3; parent_symbol=A/HRC/7/8; url=https://undocs.org/en/A/HRC/7/8/Add.3; from=handbook-2016
    claims countries-visited computed: 35 -> 36
    claims petit-migration-visits computed: Albania, Brazil, France, Greece, Mexico, Paraguay,
        Romania, South Africa, Ukraine -> Albania, Brazil, France, Greece, Mexico, Paraguay, Peru, Romania,
        South Africa, Ukraine
    claims petit-transition-visits computed: Albania, Brazil, France, Greece, Mexico, Paraguay,
        Romania, South Africa, Ukraine -> Albania, Brazil, France, Greece, Mexico, Paraguay, Peru, Romania,
        South Africa, Ukraine
    claims visits-a-year computed: 1.5 -> 1.6
    """),
    case("visit removed", visit("Mission to Nepal (June 1993) (E/CN.4/1994/84/Add.1)", ""), gives="""
    - country_visits sale-of-children/1993-npl
    - visit_countries sale-of-children/1993-npl|NPL
    - citations handbook-2016 table E/CN.4/1994/84/Add.1 #1
    - documents E/CN.4/1994/84/Add.1
    claims countries-visited computed: 35 -> 34
    claims countries-visited verdict: disagrees -> agrees
    """),
    case("title of a report", (HANDBOOK, "| Report of activities |", "| Report on activities |"), gives="""
    thematic_reports A/HRC/16/57 title: Report of activities -> Report on activities
    documents A/HRC/16/57 title: Report of activities -> Report on activities
    """),
    case("year and session of a report", (HANDBOOK, "2013 68th GA Session", "2014 69th GA Session"), gives="""
    thematic_reports A/68/275 year: 2013 -> 2014
    thematic_reports A/68/275 session: 68 -> 69
    theme_reports prevention|A/68/275 year: 2013 -> 2014
    claims leiden-last-report computed: A/HRC/25/48 -> A/68/275, A/HRC/25/48
    claims leiden-last-report verdict: agrees -> disagrees
    claims report-year-prevention-strategies computed: 2013 -> 2014
    claims report-year-prevention-strategies verdict: agrees -> disagrees
    ! error contradiction: thematic_reports A275: year is '2013' here, '2014' elsewhere
    ! error contradiction: thematic_reports A275: year is '2014' here, '2013' elsewhere
    ! error report-of-another: A275 is called a report of maalla-mjid, but de-boer-buquicchio was in office
    """),
    case("symbol of a report", (HANDBOOK, "Report of activities | A/HRC/16/57 |",
                                "Report of activities | A/HRC/16/58 |"), gives="""
    - thematic_reports A/HRC/16/57
    + thematic_reports A/HRC/16/58: mandate_id=sale-of-children;
        year=2011; body=human_rights_council; session=16;
        title=Report of activities; person_id=maalla-mjid; attribution=in_office; from=handbook-2016
    - citations handbook-2016 table A/HRC/16/57 #1
    + citations handbook-2016 table A/HRC/16/58 #1: form=explicit; symbol=A/HRC/16/58; as_printed=A/HRC/16/58;
        from=handbook-2016
    documents A/HRC/16/57 title: Report of activities -> (none)
    + documents A/HRC/16/58: body=human_rights_council; kind=report; session=16; number=58;
        title=Report of activities; url=https://undocs.org/en/A/HRC/16/58; from=handbook-2016
    """),
    case("exact start of a term", (HANDBOOK, "between May 2008", "between April 2008"), gives="""
    mandate_holders sale-of-children|maalla-mjid term_start: 2008-05 -> 2008-04
    """),
    case("end of a term in both sources", (HANDBOOK, "pornography (1994-2001)", "pornography (1994-2002)"),
         (LEIDEN, "(1994-2001)", "(1994-2002)"), gives="""
    mandate_holders sale-of-children|calcetas-santos term_end: 2001 -> 2002
    """),
    case("end of a term in one source", (LEIDEN, "(1994-2001)", "(1994-2002)"), gives="""
    ! error contradiction: mandate_holders sale-of-children|calcetas-santos: term_end is '2001' here, '2002' elsewhere
    ! error contradiction: mandate_holders sale-of-children|calcetas-santos: term_end is '2002' here, '2001' elsewhere
    """),
    case("day of an appointment", (HANDBOOK, "on 8 May 2014", "on 9 May 2014"), gives="""
    mandate_holders sale-of-children|de-boer-buquicchio term_start: 2014-05-08 -> 2014-05-09
    - errata handbook-hand-over-2014
    ! error erratum-stale: erratum handbook-hand-over-2014: expected 'on 8 May 2014' 1 times in document.md, found it
        0 times
    ! error erratum-stale: erratum handbook-hand-over-2014: mandate_holders
        sale-of-children|de-boer-buquicchio: term_start is '2014-05-09', not '2014-05-08'
    """),
    case("State added", (HANDBOOK, "Tuvalu and Zambia", "Tuvalu, Zambia and Zimbabwe"), gives="""
    + non_parties opsc|ZWE: as_of=2016-05-02; from=handbook-2016
    + countries ZWE: name=Zimbabwe; region_code=002; region=Africa; subregion_code=202;
        subregion=Sub-Saharan Africa; from=handbook-2016
    claims opsc-non-parties computed: 24 -> 25
    claims opsc-non-parties verdict: agrees -> disagrees
    """),
    case("State removed", (HANDBOOK, "Ghana, Ireland, Kenya", "Ghana, Kenya"), gives="""
    - non_parties opsc|IRL
    - countries IRL
    claims opsc-non-parties computed: 24 -> 23
    claims opsc-non-parties verdict: agrees -> disagrees
    """),
    case("State renamed", (HANDBOOK, "Ghana, Ireland, Kenya", "Ghana, Iceland, Kenya"), gives="""
    - non_parties opsc|IRL
    - countries IRL
    + non_parties opsc|ISL: as_of=2016-05-02; from=handbook-2016
    + countries ISL: name=Iceland; region_code=150; region=Europe; subregion_code=154; subregion=Northern Europe;
        from=handbook-2016
    """),
    case("citation added", (HANDBOOK, "[^45]: A/HRC/25/48, pp.23-24.",
                            "[^45]: A/HRC/25/48, pp.23-24; A/HRC/31/58, p.2."),
         gives="""
    + citations handbook-2016 footnote 45 #2: form=explicit; symbol=A/HRC/31/58; pinpoint_kind=page; pinpoint=2;
        as_printed=A/HRC/31/58; from=handbook-2016
    """),
    case("citation added under a theme", (HANDBOOK, "pp.16, 18, 20.", "pp.16, 18, 20; A/51/456, p.3."), gives="""
    + citations handbook-2016 footnote 24 #2: form=explicit; symbol=A/51/456; pinpoint_kind=page; pinpoint=3;
        as_printed=A/51/456; from=handbook-2016
    + theme_reports care|A/51/456: mandate_id=sale-of-children; person_id=calcetas-santos; year=1996; from=handbook-2016
    """),
    case("citation removed", (HANDBOOK, "[^53]: A/HRC/16/56, p.21.", "[^53]: See the report."), gives="""
    - citations handbook-2016 footnote 53 #1
    """),
    case("what an ibid points to", (HANDBOOK, "[^40]: A/HRC/19/63, p.18.", "[^40]: A/HRC/16/57, p.18."), gives="""
    citations handbook-2016 footnote 40 #1 symbol: A/HRC/19/63 -> A/HRC/16/57
    citations handbook-2016 footnote 40 #1 as_printed: A/HRC/19/63 -> A/HRC/16/57
    citations handbook-2016 footnote 41 #1 symbol: A/HRC/19/63 -> A/HRC/16/57
    citations handbook-2016 footnote 42 #1 symbol: A/HRC/19/63 -> A/HRC/16/57
    lists handbook-2016/emergency-response symbol: A/HRC/19/63 -> A/HRC/16/57
    lists handbook-2016/emergency-staff symbol: A/HRC/19/63 -> A/HRC/16/57
    + theme_reports emergencies|A/HRC/16/57: mandate_id=sale-of-children;
        person_id=maalla-mjid; year=2011; from=handbook-2016
    """),
    case("pinpoint", (HANDBOOK, "[^17]: E/CN.4/2004/9, p.7.", "[^17]: E/CN.4/2004/9, p.8."), gives="""
    citations handbook-2016 footnote 17 #1 pinpoint: 7 -> 8
    """),
    case("page of a work", (HANDBOOK, "ILO 2002, p.25.", "ILO 2002, pp.25-26."), gives="""
    citations handbook-2016 footnote 8 #1 pinpoint: 25 -> 25-26
    """),
    case("separators of a pinpoint", (HANDBOOK, "Arts. 19, 25, 34 & 39.", "Arts. 19, 25 and 34."), gives="""
    citations handbook-2016 footnote 1 #1 pinpoint: 19, 25, 34, 39 -> 19, 25, 34
    """),
    case("kind of pinpoint", (LEIDEN, "[^16]: Ibid., para. 8.", "[^16]: Ibid., p. 8."), gives="""
    citations leiden-2015 footnote 16 #1 pinpoint_kind: paragraph -> page
    """),
    case("date of a document", (LEIDEN, "A/HRC/25/48 of 23 December", "A/HRC/25/48 of 24 December"), gives="""
    documents A/HRC/25/48 date: 2013-12-23 -> 2013-12-24
    """),
    case("statistic", (HANDBOOK, "62 countries out of", "63 countries out of"), gives="""
    statistics travel-countries-with-cases value: 62 -> 63
    """),
    case("statistic in millions", (HANDBOOK, "19.5 million", "19.6 million"), gives="""
    statistics refugees value: 19500000 -> 19600000
    """),
    case("statistic in words", (HANDBOOK, "two joint press releases", "three joint press releases"), gives="""
    statistics press-releases-abduction value: 2 -> 3
    - list_items handbook-2016/abduction-in-nigeria: The Special Rapporteur led two joint press releases
    + list_items handbook-2016/abduction-in-nigeria: The Special Rapporteur led three joint press releases: ordinal=1;
        from=handbook-2016
    """),
    case("statistic that a claim rests on", (HANDBOOK, "84 Government replies", "85 Government replies"), gives="""
    statistics communications-replies value: 84 -> 85
    claims response-rate computed: 48.28 -> 48.85
    claims response-rate verdict: agrees -> disagrees
    """),
    case("year of an event", (HANDBOOK, "in Yokohama in 2001", "in Yokohama in 2002"), gives="""
    events second-world-congress date: 2001 -> 2002
    events second-world-congress year: 2001 -> 2002
    """),
    case("date of an instrument", (HANDBOOK, "Adolescents (2008), the", "Adolescents (2009), the"), gives="""
    legal_instruments rio-declaration date: 2008 -> 2009
    events dated-rio-declaration date: 2008 -> 2009
    events dated-rio-declaration year: 2008 -> 2009
    """),
    case("title of a theme", (HANDBOOK, "### E. Sexual exploitation of children in travel and tourism",
                              "### E. Sexual exploitation of children in travel and leisure"), gives="""
    themes travel-and-tourism title: Sexual exploitation of children in travel and tourism -> Sexual exploitation of
        children in travel and leisure
    ! warning heading-without-contents: the heading 'E. Sexual exploitation of children in travel and leisure' is not in
        the table of contents
    """),
    case("two recommendations of one sentence made one", (LEIDEN, "its kind, and to present plans",
                                                          "its kind, with plans"), gives="""
    ! warning list-item-count: items of the list 'recommendations': 4 read, 5 counted
    - list_items leiden-2015/recommendations: Join in what ECPAT does to recall the World Congress against
        Commercial Sexual Exploitation of Children, the first of its kind
    - list_items leiden-2015/recommendations: Present plans of the Special Rapporteur (priorities and/or time bound
        targets) and win support for such plans
    + list_items leiden-2015/recommendations: Join in what ECPAT does to recall the World Congress against
        Commercial Sexual Exploitation of Children, the first of its kind, with plans of the Special
        Rapporteur (priorities and/or time bound targets) and win support for such plans: ordinal=3;
        from=leiden-2015
    """),
    case("words that carry no fact", (HANDBOOK, "The next chapter sets them out.", "They come next."), gives=""),
]  # fmt: skip

FULL = [
    case("day of a visit", (HANDBOOK, "Japan (19-26 October", "Japan (19-27 October"), gives="""
    country_visits sale-of-children/2015-jpn end_date: 2015-10-26 -> 2015-10-27
    """),
    case("country of a visit in the right column", (HANDBOOK, "Mission to Nepal (", "Mission to Fiji ("), gives="""
    - country_visits sale-of-children/1993-npl
    - visit_countries sale-of-children/1993-npl|NPL
    + country_visits sale-of-children/1993-fji: mandate_id=sale-of-children;
        year=1993; kind=mission; start_date=1993-06; end_date=1993-06;
        person_id=muntarbhorn; report_symbol=E/CN.4/1994/84/Add.1; report_status=published; from=handbook-2016
    + visit_countries sale-of-children/1993-fji|FJI: name_as_printed=Fiji; from=handbook-2016
    claims countries-visited computed: 35 -> 34
    claims countries-visited verdict: disagrees -> agrees
    """),
    case("exact start of a term", (HANDBOOK, "between May 2008", "between April 2008"), gives="""
    mandate_holders sale-of-children|maalla-mjid term_start: 2008-05 -> 2008-04
    """),
    case("State renamed", (HANDBOOK, "Fiji, Ghana, Ireland,", "Fiji, Ghana, Japan,"), gives="""
    - non_parties opsc|IRL
    - countries IRL
    + non_parties opsc|JPN: as_of=2016-05-02; from=handbook-2016
    """),
    case("pinpoint", (HANDBOOK, "[A/50/456](#), pp.16, 18, 20.", "[A/50/456](#), pp.16, 18."), gives="""
    citations handbook-2016 footnote 24 #1 pinpoint: 16, 18, 20 -> 16, 18
    """),
    case("date of a document broken over two lines", (LEIDEN, "UN Doc. A/HRC/9/21, 31 ", "UN Doc. A/HRC/9/21, 30 "),
         gives="""
    documents A/HRC/9/21 date: 2008-07-31 -> 2008-07-30
    """),
    case("example of a report removed", (LEIDEN, "- 2012: Child participation (UN Doc. A/67/291); \n\n", ""), gives="""
    - citations leiden-2015 body A/67/291 #1
    """),
    case("pinpoint of an ibid", (LEIDEN, " Ibid., para. 23-25.", " Ibid., para. 23-26."), gives="""
    citations leiden-2015 footnote 18 #1 pinpoint: 23-25 -> 23-26
    """),
    case("event", (LEIDEN, "already since 1999, considered", "already since 1998, considered"), gives="""
    events trafficking-part-of-mandate date: 1999 -> 1998
    events trafficking-part-of-mandate year: 1999 -> 1998
    """),
    case("heading that is an item", (LEIDEN, "Child participation \n\nIn the", "Taking part \n\nIn the"), gives="""
    - list_items leiden-2015/achievements: Child participation
    + list_items leiden-2015/achievements: Taking part: ordinal=4; from=leiden-2015
    """),
]  # fmt: skip

# A list, what stands in the source and what instead, the items gone and those new with their places.
ITEMS = [
    ("mandate-tasks", "what new forms", "what old forms",
     ["Find out what new forms the sale and sexual exploitation of children take"],
     {2: "Find out what old forms the sale and sexual exploitation of children take"}),
    ("mandate-tasks", "work of the mandate.[^10]", "work of the mandate;\n- Report every year.[^10]", [],
     {7: "Report every year"}),
    ("mandate-tasks", "- Find out what new forms the sale and sexual exploitation of children take;\n", "",
     ["Find out what new forms the sale and sexual exploitation of children take"], {}),
    ("challenges", "### F. Data collection", "### F. Data", ["Data collection"], {6: "Data"}),
    ("challenges", "### F. Data", "### F. Schools\n\nThey matter.\n\n### G. Data", [], {6: "Schools"}),
    ("challenges", "### C. Tackling social tolerance\n", "", ["Tackling social tolerance"], {}),
    ("prevention-requirements", "a solid knowledge base;", "broad knowledge;", ["A solid knowledge base"],
     {2: "Broad knowledge"}),
    ("prevention-strategy", "to empower children, ", "to wait, to empower children, ", [], {6: "Wait"}),
    ("the-code-commitments", "; and to report annually", "; and to ask", ["Report annually"], {6: "Ask"}),
    ("visit-criteria", "allegations of violations, ", "", ["Allegations of violations"], {}),
    ("emergency-response", "Thirdly, she saw", "The Special Rapporteur further wrote.\nThirdly, she saw", [],
     {3: "Wrote"}),
    ("emergency-response", "asked for safe spaces for children, in temporary shelters or in camps, with", "asked for",
     ["Safe spaces for children, in temporary shelters or in camps, with reporting and complaint mechanisms that"
      " children can use"],
     {2: "Reporting and complaint mechanisms that children can use"}),
]  # fmt: skip


@pytest.mark.quick(4)
@pytest.mark.parametrize(("edits", "gives"), EDITION)
def test_a_change_in_an_edition_changes_just_that(
    edits: tuple[Edit, ...], gives: str, project: ProjectCopy, extracted: Extracted, contract: Package
) -> None:
    for source_id, old, new in edits:
        project.edit(f"raw/{source_id}/document.md", old, new)
    assert changes(extracted, project.extract(), contract) == lines_of(gives)


@pytest.mark.quick(2)
@pytest.mark.parametrize(("list_id", "old", "new", "gone", "added"), ITEMS)
def test_a_change_in_a_list_changes_just_that(
    list_id: str, old: str, new: str, gone: list[str], added: dict[int, str],
    project: ProjectCopy, extracted: Extracted, contract: Package,
) -> None:  # fmt: skip
    project.edit("raw/handbook-2016/document.md", old, new)
    after, table = project.extract(), f"list_items handbook-2016/{list_id}"
    told = changes(extracted, after, contract)
    # A heading that comes or goes is missed in the table of contents, and an item in the count of its list:
    # test_table_of_contents.py and test_list_counts.py are about these.
    assert [line for line in told if not line.startswith("! warning")] == sorted(
        [f"- {table}: {label}" for label in gone]
        + [f"+ {table}: {label}: ordinal={place}; from=handbook-2016" for place, label in added.items()]
    )
    labels = [row["label"] for row in extracted.tables["list_items"] if row["list_id"] == f"handbook-2016/{list_id}"]
    kept = [label for label in labels if label not in gone]
    for place, label in sorted(added.items()):
        kept.insert(place - 1, label)
    rows = [row for row in after.tables["list_items"] if row["list_id"] == f"handbook-2016/{list_id}"]
    assert [(row["ordinal"], row["label"]) for row in rows] == list(enumerate(kept, 1))


@pytest.mark.quick(1)
@pytest.mark.parametrize(("edits", "gives"), FULL)
def test_a_change_in_a_full_text_changes_just_that(
    edits: tuple[Edit, ...], gives: str, tmp_path: Path, full_texts: Path, from_full_texts: Extracted, contract: Package
) -> None:
    copies = {source_id: Path(shutil.copy(full_texts / name, tmp_path)) for source_id, name in FULL_TEXTS.items()}
    for source_id, old, new in edits:
        text = copies[source_id].read_text(encoding="utf-8")
        assert text.count(old) == 1
        copies[source_id].write_text(text.replace(old, new), encoding="utf-8")
    after = extract(find_sources(ROOT / "raw", chosen=copies), Project(ROOT))
    assert changes(from_full_texts, after, contract) == lines_of(gives)
