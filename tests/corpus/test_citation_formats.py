"""Citations as Web Annotations, as CSL-JSON and as a graph."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

from mandate_data.citations import cite
from mandate_data.corpus.citation_formats import Printed, as_annotations, as_csl, as_graphml

TEXT = "See A/HRC/19/63, para. 9, resolution 7/13 of the Human Rights Council, ICCPR, art. 6, and A/HRC/19/63 again."
CITED = [
    Printed("report.txt", one, TEXT[max(one.start - 64, 0) : one.start], TEXT[one.end : one.end + 64])
    for one in cite(TEXT, kinds="all")
]


def test_the_name_of_a_file_is_an_address() -> None:
    page = json.loads("".join(as_annotations([CITED[0]._replace(file='we ird "é.txt')])))
    assert page["items"][0]["target"]["source"] == "we%20ird%20%22%C3%A9.txt"


def test_annotations_say_what_is_where() -> None:
    page = json.loads("".join(as_annotations(CITED)))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    first, second, third, _ = page["items"]
    assert first == {
        "type": "Annotation",
        "id": "#1",
        "motivation": "linking",
        "body": [
            {"type": "SpecificResource", "source": "https://undocs.org/en/A/HRC/19/63", "purpose": "linking"},
            {"type": "TextualBody", "value": "paragraph 9", "format": "text/plain", "purpose": "describing"},
        ],
        "target": {
            "source": "report.txt",
            "selector": [
                {"type": "TextPositionSelector", "start": 4, "end": 15},
                {
                    "type": "TextQuoteSelector",
                    "exact": "A/HRC/19/63",
                    "prefix": "See ",
                    "suffix": ", para. 9, resolution 7/13 of th",
                },
            ],
        },
    }
    assert second["body"]["source"] == "https://undocs.org/en/A/HRC/RES/7/13"
    assert third["body"][0]["source"] == "urn:treaty:iccpr"
    assert third["body"][1]["value"] == "article 6"


def test_csl_has_an_item_per_document() -> None:
    items = json.loads("".join(as_csl(CITED)))
    assert [(item["id"], item["type"]) for item in items] == [
        ("A/HRC/19/63", "report"),
        ("A/HRC/RES/7/13", "legislation"),
        ("treaty:iccpr", "treaty"),
    ]
    assert items[0] == {
        "id": "A/HRC/19/63",
        "type": "report",
        "title": "A/HRC/19/63",
        "number": "A/HRC/19/63",
        "authority": "Human Rights Council",
        "publisher": "United Nations",
        "URL": "https://undocs.org/en/A/HRC/19/63",
    }
    assert items[1]["issued"] == {"date-parts": [[2008]]}


def test_the_graph_counts_citations() -> None:
    graph = ElementTree.fromstring("".join(as_graphml(CITED)))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = [node.get("id") for node in graph.iter(f"{space}node")]
    assert nodes == ["file:report.txt", "document:A/HRC/19/63", "document:A/HRC/RES/7/13", "document:treaty:iccpr"]
    edges = [(edge.get("target"), edge.findtext(f"{space}data")) for edge in graph.iter(f"{space}edge")]
    assert edges == [("document:A/HRC/19/63", "2"), ("document:A/HRC/RES/7/13", "1"), ("document:treaty:iccpr", "1")]
