"""All tables hold what a careful reader finds in the first two sources; ids stay as they were published.

Other sources in `raw/` are left out: what they add is for their own tests.

What the sources list (visits, reports, notes, lists, States) was counted by hand in the full texts, not taken from a
build; of what they tell in prose there are as many rows as the reading guides name passages.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from conftest import ROOT
from mandate_data.extract import Extracted, extract, find_sources
from mandate_data.package.tables import Package, Row, text_of
from mandate_data.project import Project

SOURCES = {"handbook-2016", "leiden-2015"}
# Rows of each table, and how a reader gets there.
ROWS = {
    "sources": 2,
    "countries": 69,  # 35 visited, 24 not party (Fiji and Kenya are both), others of people and organisations
    "mandates": 1,
    "people": 11,
    "mandate_holders": 5,
    "organisations": 57,
    "positions": 49,
    "documents": 97,  # 44 thematic reports, 37 on visits (Fiji and Laos share one), 16 others that are cited
    "country_visits": 40,
    "visit_countries": 41,  # Belgium and the Netherlands in one visit
    "visit_partners": 2,
    "thematic_reports": 44,
    "themes": 6,
    "theme_reports": 14,
    "works": 14,
    "citations": 199,
    "legal_instruments": 34,
    "non_parties": 24,
    "statistics": 34,
    "lists": 153,
    "list_items": 620,
    "events": 160,  # 17 of them are of dated instruments, eight adopted
    "initiatives": 7,
    "claims": 57,
    "errata": 47,
}

# Each list with its number of items, its kind, who proposed it, and the document it rests on.
LISTS = {
    "handbook-2016/achievements": (6, "achievement", None, None),
    "handbook-2016/care-programme": (11, "component", "de-boer-buquicchio", "A/70/222"),
    "handbook-2016/challenges": (6, "challenge", None, None),
    "handbook-2016/child-protection-system": (10, "component", "maalla-mjid", None),
    "handbook-2016/complaint-conditions": (2, "criterion", None, None),
    "handbook-2016/internet-threats": (3, "challenge", "petit", None),
    "handbook-2016/travel-measures": (4, "recommendation", "maalla-mjid", None),
    "handbook-2016/demand-report": (3, "recommendation", "de-boer-buquicchio", "A/HRC/31/58"),
    "handbook-2016/demand-study": (3, "recommendation", None, "E/CN.4/2006/67"),
    "handbook-2016/emergency-staff": (2, "recommendation", "maalla-mjid", "A/HRC/19/63"),
    "handbook-2016/emergency-response": (5, "recommendation", "maalla-mjid", "A/HRC/19/63"),
    "handbook-2016/mandate-tasks": (6, "task", None, "A/HRC/RES/7/13"),
    "handbook-2016/prevention-layers": (3, "component", "maalla-mjid", "A/68/275"),
    "handbook-2016/prevention-requirements": (8, "recommendation", "petit", "E/CN.4/2004/9"),
    "handbook-2016/prevention-strategy": (9, "component", None, "A/68/275"),
    "handbook-2016/sdg-goals": (3, "goal", None, "A/69/L.85"),
    "handbook-2016/the-code-commitments": (6, "commitment", None, "A/HRC/22/54"),
    "handbook-2016/transnational-cooperation": (6, "component", "maalla-mjid", "A/HRC/25/48"),
    "handbook-2016/violations": (6, "violation", None, None),  # three before a box, three after it
    "handbook-2016/visit-criteria": (8, "criterion", None, "A/69/262"),
    "handbook-2016/visit-origins": (2, "criterion", None, "A/69/262"),
    "handbook-2016/visit-to-france": (4, "achievement", "petit", None),
    "handbook-2016/working-methods": (4, "method", None, None),
    "leiden-2015/achievements": (4, "achievement", None, None),
    "leiden-2015/challenges": (4, "challenge", None, "A/HRC/25/48"),
    "leiden-2015/mandate-tasks": (5, "task", None, "A/HRC/RES/7/13"),
    "leiden-2015/visit-criteria": (3, "criterion", None, None),
    "handbook-2016/communication-forms": (2, "method", None, None),
    "handbook-2016/first-care-programmes": (3, "component", None, "A/50/456"),
    "handbook-2016/recommendations-to-states": (3, "recommendation", None, None),
    "handbook-2016/sdg-measurement": (5, "component", None, None),
    "handbook-2016/visit-aims": (2, "aim", "petit", None),
    "handbook-2016/visit-balance": (2, "criterion", None, "A/69/262"),
    "leiden-2015/communications": (4, "method", None, None),
    "leiden-2015/core-issues": (12, "challenge", None, None),
    "leiden-2015/data-gaps": (7, "challenge", "maalla-mjid", "A/HRC/25/48"),
    "leiden-2015/globalisation-risks": (3, "challenge", None, None),
    "leiden-2015/recommendations": (5, "recommendation", None, None),
    "leiden-2015/social-strains": (4, "challenge", None, None),
    "leiden-2015/working-methods": (5, "method", None, None),
    "handbook-2016/calls-of-first-congress": (2, "recommendation", "calcetas-santos", None),
    "handbook-2016/care-priorities": (2, "recommendation", None, None),
    "handbook-2016/shelter-care": (2, "recommendation", "petit", "A/HRC/7/8"),
    "handbook-2016/child-participation": (2, "recommendation", "maalla-mjid", "A/67/291"),
    "handbook-2016/international-participation": (2, "recommendation", None, "CRC/C/66/2"),
    "handbook-2016/civil-society-support": (3, "method", None, None),
    "handbook-2016/data-gaps": (3, "challenge", None, None),
    "handbook-2016/early-statements": (2, "criterion", None, None),
    "handbook-2016/emerging-risks": (8, "challenge", None, None),
    "handbook-2016/impunity": (8, "challenge", None, None),
    "handbook-2016/permanent-body": (3, "task", "de-boer-buquicchio", None),
    "handbook-2016/private-sector": (4, "recommendation", None, None),
    "handbook-2016/protocol-working-group": (3, "recommendation", "calcetas-santos", "E/CN.4/1996/101"),
    "handbook-2016/public-policies": (5, "recommendation", "petit", None),
    "handbook-2016/renewal-of-2017": (2, "recommendation", "de-boer-buquicchio", None),
    "handbook-2016/second-holder-internet": (3, "recommendation", "calcetas-santos", "E/CN.4/1998/101"),
    "handbook-2016/social-tolerance": (5, "challenge", None, "A/70/222"),
    "handbook-2016/tasks-of-governments": (3, "recommendation", None, None),
    "handbook-2016/third-holder-internet": (4, "recommendation", "petit", "E/CN.4/2005/78"),
    "handbook-2016/visit-follow-up": (2, "actor", None, None),
    "handbook-2016/visit-interlocutors": (5, "actor", None, None),
    "handbook-2016/visit-safeguards": (3, "component", None, None),
    "leiden-2015/coordination": (3, "challenge", "calcetas-santos", "E/CN.4/2001/78"),
    "leiden-2015/first-instructions": (3, "task", None, "E/CN.4/RES/1990/68"),
    "leiden-2015/private-sector-risks": (5, "challenge", "calcetas-santos", None),
    "leiden-2015/progress-factors": (4, "component", None, None),
    "leiden-2015/proposals": (4, "recommendation", None, None),
    "leiden-2015/wider-engagement": (3, "challenge", None, None),
    "handbook-2016/communication-effects": (2, "achievement", None, None),
    "handbook-2016/communication-procedure": (3, "method", None, None),
    "handbook-2016/gangs": (4, "challenge", None, None),
    "handbook-2016/ratifications": (2, "achievement", None, None),
    "handbook-2016/scope": (3, "component", None, None),
    "handbook-2016/study-consultations": (5, "actor", None, None),
    "leiden-2015/business-guidance": (2, "observation", None, None),
    "leiden-2015/engagement-purposes": (3, "aim", None, None),
    "leiden-2015/participation-settings": (5, "component", None, "CRC/C/GC/12"),
    "leiden-2015/unmeasured-impact": (3, "challenge", None, None),
    "handbook-2016/conclusions-on-challenges": (3, "recommendation", None, None),
    "handbook-2016/demand-report-subjects": (2, "component", "de-boer-buquicchio", "A/HRC/31/58"),
    "handbook-2016/methods-in-short": (4, "method", None, None),
    "handbook-2016/travel-risks": (5, "challenge", None, None),
    "leiden-2015/means": (2, "component", None, None),
    "leiden-2015/participation-report": (4, "observation", None, None),
    "leiden-2015/visit-purposes": (2, "aim", None, None),
    "handbook-2016/awareness-role": (6, "method", None, None),
    "handbook-2016/called-to-act": (4, "actor", None, None),
    "handbook-2016/calls-for-action": (3, "achievement", None, None),
    "handbook-2016/care-gaps": (4, "challenge", None, None),
    "handbook-2016/care-guidelines": (2, "achievement", "de-boer-buquicchio", None),
    "handbook-2016/abduction-in-nigeria": (2, "achievement", None, None),
    "handbook-2016/civil-society-role": (2, "observation", None, None),
    "handbook-2016/closing-demands": (4, "recommendation", None, None),
    "handbook-2016/closing-findings": (3, "observation", None, None),
    "handbook-2016/communications-in-short": (7, "method", None, None),
    "handbook-2016/communications-recalled": (3, "achievement", "petit", None),
    "handbook-2016/complaint-procedure": (3, "method", None, None),
    "handbook-2016/cooperation": (4, "actor", None, None),
    "handbook-2016/data-limits": (3, "challenge", None, None),
    "handbook-2016/demand-findings": (3, "observation", None, "E/CN.4/2006/67"),
    "handbook-2016/emergency-gaps": (5, "challenge", None, None),
    "handbook-2016/eradication": (3, "component", "de-boer-buquicchio", None),
    "handbook-2016/estimates": (4, "observation", None, None),
    "handbook-2016/first-law": (3, "observation", None, None),
    "handbook-2016/first-studies": (2, "aim", "muntarbhorn", None),
    "handbook-2016/foreword-civil-society": (4, "achievement", None, None),
    "handbook-2016/imprint-supporters": (5, "actor", None, None),
    "handbook-2016/foreword-obstacles": (6, "challenge", None, None),
    "handbook-2016/foreword-on-the-mandate": (4, "observation", None, None),
    "handbook-2016/good-practices": (7, "achievement", None, None),
    "handbook-2016/grooming": (3, "challenge", None, None),
    "handbook-2016/holistic-approach": (3, "achievement", None, None),
    "handbook-2016/internet-patterns": (4, "challenge", None, None),
    "handbook-2016/internet-record": (8, "achievement", None, None),
    "handbook-2016/networks": (8, "achievement", None, None),
    "handbook-2016/participation-obstacles": (3, "challenge", None, None),
    "handbook-2016/preface-aims": (4, "aim", "de-boer-buquicchio", None),
    "handbook-2016/preface-balance": (4, "observation", "de-boer-buquicchio", None),
    "handbook-2016/preface-means": (3, "challenge", "de-boer-buquicchio", None),
    "handbook-2016/prevention-in-short": (4, "observation", None, None),
    "handbook-2016/protocol-offences": (6, "violation", None, None),
    "handbook-2016/recommendation-qualities": (3, "method", None, None),
    "handbook-2016/reporting-mechanisms": (6, "observation", None, None),
    "handbook-2016/status": (2, "observation", None, None),
    "handbook-2016/supporters": (4, "actor", None, None),
    "handbook-2016/thematic-studies": (5, "method", None, None),
    "handbook-2016/transition-countries": (5, "observation", "petit", None),
    "handbook-2016/travel-record": (5, "achievement", None, None),
    "handbook-2016/unique-platform": (4, "component", "maalla-mjid", None),
    "handbook-2016/visit-procedure": (9, "method", None, None),
    "handbook-2016/young-people": (2, "recommendation", "maalla-mjid", None),
    "leiden-2015/assessment-scope": (6, "observation", None, None),
    "leiden-2015/awareness-activities": (4, "achievement", None, None),
    "leiden-2015/children-on-the-move": (3, "challenge", None, None),
    "leiden-2015/closing": (3, "observation", None, None),
    "leiden-2015/evaluation": (8, "observation", None, None),
    "leiden-2015/first-mandate": (8, "observation", None, None),
    "leiden-2015/grooming-laws": (3, "recommendation", "petit", "E/CN.4/2005/78"),
    "leiden-2015/laws-and-policies": (2, "achievement", None, None),
    "leiden-2015/methods-in-use": (3, "method", None, None),
    "leiden-2015/overall-results": (8, "observation", None, None),
    "leiden-2015/participation-views": (2, "observation", None, None),
    "leiden-2015/private-sector-report": (4, "observation", None, None),
    "leiden-2015/protocol-monitoring": (3, "challenge", None, None),
    "leiden-2015/report-purposes": (2, "aim", None, None),
    "leiden-2015/risk-kinds": (2, "challenge", None, "A/HRC/25/48"),
    "handbook-2016/double-criminality": (2, "criterion", None, None),
    "handbook-2016/demand-in-short": (3, "achievement", None, None),
    "handbook-2016/foreword-signatories": (3, "actor", None, None),
    "handbook-2016/legal-framework": (4, "observation", None, None),
    "handbook-2016/legal-status": (5, "observation", None, None),
    "handbook-2016/renewals": (3, "observation", None, None),
    "handbook-2016/visit-rules": (3, "component", None, "E/CN.4/1998/45"),
}

# Instruments with their date and the document, where a source tells them.
INSTRUMENTS = """
    acrwc; agenda-sustainable-development 2015-09; child-participation-working-methods CRC/C/66/2;
    code-of-ethics-tourism 1999; coe-trafficking-convention; crc 1989; cybercrime-convention;
    declaration-rights-of-the-child 1959; european-convention-human-rights;
    fact-finding-terms-of-reference; geneva-declaration 1924;
    guiding-principles-business 2011 A/HRC/17/31; hague-adoption-convention 1993; ilo-c182 1999-06-17; ilo-c29 1930;
    ilo-p29 2014; inter-american-traffic-in-minors; istanbul-convention; justice-child-victims-guidelines
    E/RES/2005/20; lanzarote-convention; manual-of-operations 2008-08; opac; opic; opsc 2000; palermo-protocol
    2000-11-15; privileges-and-immunities; programmes-of-action 1992 E/CN.4/RES/1992/74; rio-declaration 2008;
    saarc-trafficking-convention; special-procedures-code-of-conduct; stockholm-declaration 1996;
    study-violence-against-children 2006; transnational-organized-crime-convention; yokohama-commitment 2001
"""
# Events but for those that follow from other tables, with their date and document.
FOLLOWING = {"visit": 40, "report": 44, "appointment": 11, "end_of_term": 7, "award": 1}
EVENTS = """
    calcetas-santos-dies 2011-01; chad-abduction 2007; chair-of-ivory-coast-commission 2011;
    chibok-abduction 2014-04; child-labour-deadline 2025; code-of-ethics-tourism-drawn-up 1999;
    coordination-criticised 2001 E/CN.4/2001/78; council-replaces-commission 2006; first-world-congress 1996;
    general-comment-business 2013-04-17 CRC/C/GC/16; general-comment-heard 2009-07-01 CRC/C/GC/12;
    global-study-launch 2016-05; grooming-law-recommended 2004-12-23 E/CN.4/2005/78; haiti-earthquake 2010;
    iccb-manual 2009; ilo-first-estimate 2000; ilo-second-estimate 2012; mandate-created 1990-03-07
    E/CN.4/RES/1990/68; mandate-unknown 2001 E/CN.4/2001/78; mandate-widened 2008-03-27 A/HRC/RES/7/13;
    mekong-youth-forum 2010; nepal-earthquake 2015; opic-entry-into-force 2014-04-14; press-release-chad-2007
    2007; press-release-haiti-2010 2010; press-release-nigeria-2014 2014-04; prevention-costs 2013 A/68/275;
    protocol-working-group-requested 1993 A/RES/48/156;
    renewal-due 2017; reporting-mechanisms-requested 2010 A/HRC/RES/13/20; sdg-deadline 2030;
    second-world-congress 2001; side-event-sports 2014-03; slavery-working-group 1974; special-procedures-begin
    1967-03-16 E/CN.4/RES/8(XXIII); special-procedures-confirmed 1967-06-06 E/RES/1235(XLII); the-code-created
    1996; third-world-congress 2008; trafficking-part-of-mandate 1999 E/CN.4/1999/71; trafficking-reports-review
    2014-07
"""
# Statistics with their value, period and qualifier.
STATISTICS = """
    abducted-schoolgirls 200 2014-04 about; abusers-known-to-the-child 50 more_than interpol-victim-identification;
    communications-replies 84 1990/2016-04; communications-reports-a-year 3;
    communications-response-rate 48.28 1990/2016-04; communications-sent 174 1990/2016-04;
    consent-age 18 E/CN.4/2005/78;
    convention-to-mandate 4 less_than; countries-visited 34; crc-parties 196; first-appointment-years 1;
    haiti-irregular-voyages 2500 more_than A/HRC/19/63; haiti-trafficking-cases 460 A/HRC/19/63;
    ilo-forced-labour 5500000 2012 estimated marking-progress; ilo-forced-labour-age 17 2012 marking-progress;
    ilo-forced-labour-sexual 960000 2012 estimated marking-progress;
    ilo-other-worst-forms 8400000 2000 estimated every-child-counts;
    ilo-sexually-exploited 1800000 2000 estimated every-child-counts;
    images-of-prepubescent-children 50 more_than A/HRC/12/23; opsc-non-parties 24 2016-05-02 opsc-status;
    opsc-parties 173 2016-05-02 opsc-status; petit-communications 125 2001/2008; planning-years 3 5;
    press-releases-abduction 2; refugee-children 50 more_than refugee-figures;
    refugees 19500000 refugee-figures; renewal-years 3;
    travel-countries-covered 188 2014 trafficking-report-review;
    travel-countries-of-destination 30 2014 trafficking-report-review;
    travel-countries-of-origin 21 2014 trafficking-report-review;
    travel-countries-with-cases 62 2014 trafficking-report-review; visit-weeks 1 2; visits-per-year 2 3;
    years-to-2030 14
"""

JOURNEYS = """
    1992-aus 1992-bra 1993-npl 1996-cze 1996-usa 1997-ken 1997-mex 1998-bel-nld 1998-lao 1999-fji 1999-gtm
    2000-mar 2000-rus 2002-fra 2002-zaf 2003-bra 2004-pry 2004-rou 2005-alb 2005-grc 2006-ukr 2007-mex 2008-est
    2008-lva 2009-are 2009-sen 2010-slv 2010-usa 2011-fra 2011-mus 2012-gtm 2012-hnd 2013-ben 2013-kgz 2013-mdg
    2014-hnd 2015-arm 2015-jpn 2016-geo 2016-nga
"""
# Ids that users of a release may have written down.
IDS = {
    "country_visits": re.sub(r"\S+", r"sale-of-children/\g<0>", JOURNEYS),
    "initiatives": """
        global-alliance-online global-code-of-ethics model-law the-code travel-task-force virtual-global-taskforce
        weprotect
    """,
    "organisations": """
        achpr bayti chulalongkorn-university council-of-europe crc-committee dci-ecpat-netherlands dci-netherlands
        defence-for-children ecpat ecpat-international ecpat-netherlands ecpat-sweden ecthr fairc
        free-university-of-brussels honduras-inter-agency-commission iachr iachr-rapporteur-child iccb ilo innocenti
        interpol ivory-coast-commission leiden-child-law leiden-university missing-children-europe
        missing-exploited-children-centre morocco-human-rights-council netherlands-foreign-ministry ohchr
        oxford-university plan-international protection-project sename sr-health sr-slavery sr-trafficking
        sr-violence-against-women sr-women-in-africa srsg-armed-conflict srsg-violence-against-children
        syria-commission terre-des-hommes un-coordinator-uruguay university-of-the-philippines
        uruguay-children-institute uruguay-rehabilitation-centre wg-discrimination-against-women
        world-tourism-organization brazil-government johns-hopkins-university saarc slavery-working-group sr-korea
        unesco red-cross-and-red-crescent
    """,
    "claims": """
        communications-reports-a-year first-annual-report half-decades-of-mandate leiden-comment-year-business
        leiden-comment-year-heard leiden-follow-up-visits leiden-last-report leiden-report-year-awareness
        mandate-created-year programmes-of-action-year protocols-before-communications special-procedures-year
        years-between-estimates
        convention-to-mandate-years countries-visited follow-up-visits later-world-congresses
        leiden-communications-reports leiden-convention-to-mandate-months
        leiden-report-year-approach leiden-report-year-coordination
        leiden-report-year-december leiden-report-year-grooming leiden-report-year-participation
        leiden-report-year-reflection leiden-report-year-vision leiden-working-methods
        leiden-world-congress-anniversary leiden-years-of-mandate mandate-holders
        mandate-session march-session muntarbhorn-first-year nigeria-visit-year opsc-non-parties
        petit-france petit-migration-visits petit-period petit-period-policies petit-transition-visits
        prevention-layers protocols report-year-demand report-year-ict report-year-internet report-year-prevention
        report-year-prevention-strategies response-rate tenure visit-length visits-a-year working-methods-heading
        working-methods-text world-congress-anniversary years-left years-of-mandate
    """,
    "errata": """
        handbook-developments-goals handbook-formally-korea
        handbook-global-study-title leiden-follow-up-visits
        handbook-countries-visited handbook-follow-up-visits handbook-march-session
        handbook-years-of-mandate leiden-report-year-december leiden-report-year-grooming leiden-report-year-reflection
        handbook-fiji-report-symbol handbook-first-holder-1990 handbook-forced-labour-age
        handbook-hand-over-2014 handbook-ict-study-year handbook-laos-report-symbol
        handbook-mandate-resolution-symbol handbook-note-33-mark handbook-note-47-mark
        handbook-petit-period handbook-ukraine-report-symbol handbook-visits-a-year leiden-first-appointment
        leiden-honduras-follow-up leiden-mandate-resolution-symbol leiden-name-njat
        leiden-name-njid leiden-vision-report-body
    """,
}
THEMES = ["prevention", "demand", "care", "information-technology", "travel-and-tourism", "emergencies"]
HOLDERS = {
    "muntarbhorn": (1, "1991", "1994"),
    "calcetas-santos": (2, "1994", "2001"),
    "petit": (3, "2001", "2008"),
    "maalla-mjid": (4, "2008-05", "2014-06"),
    "de-boer-buquicchio": (5, "2014-05-08", None),
}
PEOPLE = {
    "muntarbhorn": ("Vitit Muntarbhorn", "THA"),
    "calcetas-santos": ("Ofelia Calcetas-Santos", "PHL"),
    "petit": ("Juan Miguel Petit", "URY"),
    "maalla-mjid": ("Najat Maalla M'jid", "MAR"),
    "de-boer-buquicchio": ("Maud de Boer-Buquicchio", "NLD"),
    "huda": ("Sigma Huda", None),
    "hall": ("Dorian Hall", None),
    "lavin": ("Nekane Lavín", None),
    "gass": ("Anya Gass", None),
    "van-dorp": ("Jacintha van Dorp", None),
    "de-vries": ("Tunske de Vries", None),
}
NON_PARTIES = """
    BRB CMR COK FJI GHA IRL KEN LBR MHL NRU NIU PLW PNG KNA STP SGP SLB SOM SSD PSE TON TTO TUV ZMB
"""


def counted(rows: list[Row], *columns: str) -> dict[str, int]:
    """How many rows have each value of a column, or of several joined by a space."""
    return dict(Counter(" ".join(text_of(row[column]) for column in columns) for row in rows))


@pytest.fixture(scope="module")
def extracted() -> Extracted:
    """What the two sources say, whatever else lies in `raw/`."""
    return extract([one for one in find_sources(ROOT / "raw") if one.source_id in SOURCES], Project(ROOT))


def test_every_table_that_is_counted_is_in_the_contract(contract: Package) -> None:
    assert set(contract.tables) >= {*ROWS, "provenance"}


@pytest.mark.parametrize("table", ROWS)
def test_table_has_every_row(table: str, extracted: Extracted) -> None:
    assert len(extracted.tables[table]) == ROWS[table]


def test_every_row_says_where_it_stands(extracted: Extracted, contract: Package) -> None:
    placed = {(row["table"], row["row_key"]) for row in extracted.tables["provenance"]}
    facts = set(contract.tables) - {"sources", "rules", "provenance"}
    assert placed == {(table, contract.tables[table].key_of(row)) for table in facts for row in extracted.tables[table]}


@pytest.mark.parametrize("table", IDS)
def test_published_ids_stay(table: str, extracted: Extracted, contract: Package) -> None:
    published = IDS[table].split()
    assert len(published) == len(set(published))
    assert set(published) - {contract.tables[table].key_of(row) for row in extracted.tables[table]} == set()


def told(rows: list[Row], *columns: str) -> list[str]:
    """The values of some columns, row by row, without those that are missing."""
    return [" ".join(text_of(row[column]) for column in columns if row[column] is not None) for row in rows]


def written(facts: str) -> list[str]:
    return [" ".join(fact.split()) for fact in facts.split(";")]


def test_lists_are_complete(extracted: Extracted) -> None:
    items = counted(extracted.tables["list_items"], "list_id")
    assert {
        row["list_id"]: (items[str(row["list_id"])], row["kind"], row["proposed_by"], row["symbol"])
        for row in extracted.tables["lists"]
    } == LISTS


ADOPTED = """
    agenda-sustainable-development crc hague-adoption-convention ilo-c182 ilo-p29 opsc palermo-protocol
    programmes-of-action
"""


def test_instruments_with_their_dates(extracted: Extracted) -> None:
    instruments = extracted.tables["legal_instruments"]
    assert told(instruments, "instrument_id", "date", "symbol") == written(INSTRUMENTS)
    of_a_date = [row for row in extracted.tables["events"] if of_instrument(row)]
    dated = [row for row in instruments if row["date"] is not None and row["instrument_id"] != "code-of-ethics-tourism"]
    columns = ("instrument_id", "date", "symbol")
    assert sorted(told(of_a_date, *columns)) == sorted(told(dated, *columns))


def of_instrument(row: Row) -> bool:
    return row["event_id"] in (f"adoption-{row['instrument_id']}", f"dated-{row['instrument_id']}")


def test_only_what_a_source_calls_adopted_is_an_adoption(extracted: Extracted) -> None:
    events = {str(row["event_id"]): row for row in extracted.tables["events"] if of_instrument(row)}
    adopted = [str(row["instrument_id"]) for row in events.values() if row["kind"] == "adoption"]
    assert sorted(adopted) == ADOPTED.split()
    assert {row["kind"] for row in events.values()} == {"adoption", "other"}
    assert [str(events[key]["title"])[:40] for key in ("adoption-ilo-p29", "dated-manual-of-operations")] == [
        "Adoption: Protocol of 2014 to the ILO Fo",
        "Dated by a source: Manual of Operations ",
    ]


def test_an_instrument_of_which_a_source_says_something_else_has_that_event_alone(extracted: Extracted) -> None:
    events = [row for row in extracted.tables["events"] if row["instrument_id"] == "code-of-ethics-tourism"]
    assert told(events, "event_id", "date", "kind") == ["code-of-ethics-tourism-drawn-up 1999 other"]


def test_the_number_of_a_convention_is_part_of_its_title(extracted: Extracted) -> None:
    titles = {str(row["instrument_id"]): str(row["title"]) for row in extracted.tables["legal_instruments"]}
    assert titles["ilo-c182"].endswith(" Child Labour (No. 182 of 17 June 1999)")
    assert titles["ilo-c29"] == "ILO Forced Labour Convention, 1930 (No. 29)"


def test_the_year_in_which_a_post_was_held_is_not_the_year_of_an_appointment(extracted: Extracted) -> None:
    (post,) = [row for row in extracted.tables["positions"] if row["position_id"] == "muntarbhorn/ivory-coast"]
    assert (post["title"], post["start"], post["end"]) == ("Chair in 2011", None, None)
    events = [row for row in extracted.tables["events"] if row["country_code"] == "CIV"]
    assert told(events, "event_id", "date", "kind") == ["chair-of-ivory-coast-commission 2011 other"]


def test_events(extracted: Extracted) -> None:
    events = [row for row in extracted.tables["events"] if not of_instrument(row) and row["kind"] not in FOLLOWING]
    assert told(events, "event_id", "date", "symbol") == written(EVENTS)


def test_every_visit_report_and_term_is_an_event(extracted: Extracted) -> None:
    kinds = counted([row for row in extracted.tables["events"] if row["kind"] in FOLLOWING], "kind")
    assert kinds == FOLLOWING
    (visit,) = [row for row in extracted.tables["events"] if row["visit_id"] == "sale-of-children/2002-fra"]
    columns = ("event_id", "date", "title", "symbol", "person_id", "country_code")
    assert told([visit], *columns) == [
        "visit-sale-of-children-2002-fra 2002-11 Mission: France E/CN.4/2004/9/Add.1 petit FRA"
    ]


def test_statistics(extracted: Extracted) -> None:
    columns = ("statistic_id", "value", "value_to", "period", "qualifier", "symbol", "work_id")
    assert told(extracted.tables["statistics"], *columns) == written(STATISTICS)


def test_items_are_numbered_from_one(extracted: Extracted) -> None:
    for list_id, (items, *_) in LISTS.items():
        ordinals = [row["ordinal"] for row in extracted.tables["list_items"] if row["list_id"] == list_id]
        assert ordinals == list(range(1, items + 1)), list_id


def test_mandate_holders(extracted: Extracted) -> None:
    columns = ("ordinal", "term_start", "term_end")
    holders = extracted.tables["mandate_holders"]
    assert {row["person_id"]: tuple(row[name] for name in columns) for row in holders} == HOLDERS
    people = extracted.tables["people"]
    assert {row["person_id"]: (row["name"], row["country_code"]) for row in people} == PEOPLE
    assert {row["mandate_id"] for row in holders} == {"sale-of-children"}


def test_themes_in_the_order_of_the_handbook(extracted: Extracted) -> None:
    ordered = sorted(extracted.tables["themes"], key=lambda row: int(str(row["ordinal"])))
    assert [row["theme_id"] for row in ordered] == THEMES
    assert [row["ordinal"] for row in ordered] == [1, 2, 3, 4, 5, 6]


def test_reports_by_theme(extracted: Extracted) -> None:
    assert counted(extracted.tables["theme_reports"], "theme_id") == {
        "prevention": 2, "demand": 2, "care": 3, "information-technology": 5, "travel-and-tourism": 1, "emergencies": 1,
    }  # fmt: skip


def test_visits_by_kind_holder_and_report(extracted: Extracted) -> None:
    visits = extracted.tables["country_visits"]
    assert counted(visits, "kind") == {"mission": 36, "visit": 2, "joint_mission": 1, "follow_up_mission": 1}
    assert counted(visits, "report_status") == {"published": 38, "forthcoming": 2}
    assert counted(visits, "person_id") == {
        "muntarbhorn": 3, "calcetas-santos": 10, "petit": 9, "maalla-mjid": 14, "de-boer-buquicchio": 4,
    }  # fmt: skip
    assert len({row["country_code"] for row in extracted.tables["visit_countries"]}) == 35


def test_dates_of_visits_are_as_precise_as_printed(extracted: Extracted) -> None:
    precision = Counter(len(str(row["start_date"])) for row in extracted.tables["country_visits"])
    assert precision == {len("2004-09"): 20, len("2004-09-01"): 20}


def test_reports_by_body(extracted: Extracted) -> None:
    assert counted(extracted.tables["thematic_reports"], "body") == {
        "general_assembly": 13, "human_rights_council": 13, "commission_on_human_rights": 18,
    }  # fmt: skip
    attributed = [row for row in extracted.tables["thematic_reports"] if row["attribution"] is not None]
    assert counted(attributed, "person_id", "attribution") == {
        "muntarbhorn in_office": 3, "calcetas-santos in_office": 11, "calcetas-santos named": 1,
        "petit in_office": 7, "petit named": 3, "maalla-mjid in_office": 7, "maalla-mjid named": 4,
        "de-boer-buquicchio named": 4,
    }  # fmt: skip


def test_a_report_at_a_change_of_holders_is_put_down_to_nobody_whom_no_source_names(extracted: Extracted) -> None:
    open_ones = [row["symbol"] for row in extracted.tables["thematic_reports"] if row["person_id"] is None]
    assert open_ones == ["A/49/478", "E/CN.4/1994/84", "E/CN.4/1995/94", "E/CN.4/2002/88"]


def test_citations_by_place_and_form(extracted: Extracted) -> None:
    assert counted(extracted.tables["citations"], "source_id", "context", "form") == {
        "handbook-2016 body explicit": 5,
        "handbook-2016 footnote explicit": 66,
        "handbook-2016 footnote ibid": 8,
        "handbook-2016 table explicit": 82,  # 38 reports on visits and 44 thematic ones
        "leiden-2015 body explicit": 14,
        "leiden-2015 footnote explicit": 16,
        "leiden-2015 footnote ibid": 6,
        "leiden-2015 footnote supra": 2,
    }


def test_an_instrument_that_a_note_names_is_cited_there(extracted: Extracted) -> None:
    of_note = [row for row in extracted.tables["citations"] if str(row["citation_id"]).startswith("handbook-2016/n6/")]
    assert told(of_note, "citation_id", "instrument_id", "as_printed") == [
        "handbook-2016/n6/manual-of-operations manual-of-operations"
        " Manual of Operations of the Special Procedures of the Human Rights Council",
        "handbook-2016/n6/privileges-and-immunities privileges-and-immunities"
        " Convention on the Privileges and Immunities of the United Nations",
        "handbook-2016/n6/special-procedures-code-of-conduct special-procedures-code-of-conduct"
        " code of conduct for Special Procedures mandate holders",
    ]


def test_every_citation_is_resolved(extracted: Extracted) -> None:
    kinds = ("symbol", "work_id", "instrument_id")
    cited = Counter(tuple(name for name in kinds if row[name] is not None) for row in extracted.tables["citations"])
    assert cited == {("symbol",): 173, ("work_id",): 17, ("instrument_id",): 9}


def test_non_parties(extracted: Extracted) -> None:
    rows = extracted.tables["non_parties"]
    assert [row["country_code"] for row in rows] == sorted(NON_PARTIES.split())
    assert {(row["instrument_id"], row["as_of"]) for row in rows} == {("opsc", "2016-05-02")}


def test_instruments_by_scope_and_kind(extracted: Extracted) -> None:
    rows = extracted.tables["legal_instruments"]
    assert counted(rows, "scope") == {"universal": 26, "regional": 8}
    assert sum(row["date"] is not None for row in rows) == 18


def test_errata_by_status(extracted: Extracted) -> None:
    assert counted(extracted.tables["errata"], "source_id", "status") == {
        "handbook-2016 corrected": 4,
        "handbook-2016 flagged": 30,
        "leiden-2015 corrected": 5,
        "leiden-2015 flagged": 8,
    }


def test_nothing_is_found_that_no_erratum_explains(extracted: Extracted) -> None:
    found = {(finding.code, finding.value) for finding in extracted.findings if finding.severity != "note"}
    assert found == {("mark-twice", "32"), ("mark-missing", "33"), ("mark-missing", "47")}
