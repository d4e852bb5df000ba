"""Web Annotations and PROV-O of a release: read by small readers of their own, and held against shapes."""

from __future__ import annotations

import csv
import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from mandate_data.export.metadata import ANNOTATIONS, PROV, Edition, metadata_files
from mandate_data.extract import find_sources
from mandate_data.extract.normalisations import NORMALISATIONS, by_id

# The terms of the context of Web Annotation that these files use, as the recommendation defines them.
OA = "http://www.w3.org/ns/oa#"
LINK = {"@type": "@id"}
ANNOTATION_CONTEXT: dict[str, Any] = {
    "oa": OA,
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in (
        "Annotation", "SpecificResource", "TextualBody", "FragmentSelector", "TextPositionSelector",
        "TextQuoteSelector", "exact", "prefix", "suffix", "linking", "describing",
    )},
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "AnnotationCollection": "https://www.w3.org/ns/activitystreams#OrderedCollection",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "conformsTo": {"@id": "http://purl.org/dc/terms/conformsTo", **LINK},
    "body": {"@id": "oa:hasBody", **LINK},
    "target": {"@id": "oa:hasTarget", **LINK},
    "source": {"@id": "oa:hasSource", **LINK},
    "selector": {"@id": "oa:hasSelector", **LINK},
    "refinedBy": {"@id": "oa:refinedBy", **LINK},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list", **LINK},
    "partOf": {"@id": "https://www.w3.org/ns/activitystreams#partOf", **LINK},
    "total": "https://www.w3.org/ns/activitystreams#totalItems",
    "startIndex": "https://www.w3.org/ns/activitystreams#startIndex",
}  # fmt: skip
PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# What the recommendation of Web Annotation demands of these classes.
ANNOTATION_SHAPES = (
    PREFIXES
    + """
[] a sh:NodeShape ; sh:targetClass oa:Annotation ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:node [ sh:property [ sh:path oa:hasSource ; sh:minCount 1 ;
    sh:maxCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path oa:hasSelector ; sh:minCount 3 ; sh:maxCount 3 ] ] ] ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 2 ] ;
  sh:property [ sh:path oa:motivatedBy ; sh:minCount 1 ; sh:in ( oa:linking ) ] .
[] a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ;
    sh:lessThan oa:end ] ;
  sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .
[] a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] ;
  sh:property [ sh:path oa:prefix ; sh:maxCount 1 ] ; sh:property [ sh:path oa:suffix ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass oa:FragmentSelector ;
  sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextualBody ;
  sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ] .
"""
)
# Domains and ranges of PROV-O, and that nothing is derived from itself.
PROV_SHAPES = (
    PREFIXES
    + """
[] a sh:NodeShape ; sh:targetSubjectsOf prov:wasGeneratedBy ; sh:class prov:Entity ;
  sh:property [ sh:path prov:wasGeneratedBy ; sh:class prov:Activity ] .
[] a sh:NodeShape ; sh:targetSubjectsOf prov:wasDerivedFrom ; sh:class prov:Entity ;
  sh:property [ sh:path prov:wasDerivedFrom ; sh:class prov:Entity ] ;
  sh:disjoint prov:wasDerivedFrom .
[] a sh:NodeShape ; sh:targetSubjectsOf prov:hadPrimarySource ;
  sh:property [ sh:path prov:hadPrimarySource ; sh:class prov:PrimarySource ] .
[] a sh:NodeShape ; sh:targetSubjectsOf prov:used ; sh:class prov:Activity ;
  sh:property [ sh:path prov:used ; sh:class prov:Entity ] .
[] a sh:NodeShape ; sh:targetSubjectsOf prov:wasAssociatedWith ;
  sh:property [ sh:path prov:wasAssociatedWith ; sh:class prov:Agent ] .
[] a sh:NodeShape ; sh:targetClass prov:Association ;
  sh:property [ sh:path prov:agent ; sh:minCount 1 ; sh:class prov:Agent ] ;
  sh:property [ sh:path prov:hadPlan ; sh:class prov:Plan ] .
"""
)


@pytest.fixture(scope="module")
def metadata(package: Path) -> dict[str, Any]:
    """The annotations and the graph of a release of the package, by path."""
    files = {path.relative_to(package).as_posix(): path.read_bytes() for path in package.glob("data/*.csv")}
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    descriptor |= {"version": "1.2.3", "created": "2026-01-31T00:00:00Z"}
    editions = {
        source.source_id: Edition(source.document.relative_to(ROOT).as_posix(), source.read().lines)
        for source in find_sources(ROOT / "raw")
    }
    found = metadata_files(descriptor, files, editions)
    return {path: json.loads(found[path]) for path in (ANNOTATIONS, PROV)}


def rows(package: Path, table: str) -> list[dict[str, str]]:
    with (package / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


@cache
def edition(source: str) -> tuple[str, list[str]]:
    """The text of an edition, and its lines; the files of a release lie four folders below the project."""
    text = (ROOT / "build/releases/1.2.3/metadata" / source).resolve().read_text(encoding="utf-8")
    return text, text.split("\n")


def resolved(target: dict[str, Any]) -> list[str]:
    """What a target says, read from the edition in each of its three ways."""
    text, all_lines = edition(target["source"])
    position, quote, fragment = target["selector"]
    first, behind = (int(number) for number in fragment["value"].removeprefix("line=").split(","))
    lines = "\n".join(all_lines[first:behind])
    refined = fragment["refinedBy"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    quoted = text.index(around, max(0, position["start"] - 100)) + len(quote["prefix"])
    return [
        text[position["start"] : position["end"]],
        text[quoted : quoted + len(quote["exact"])],
        lines[refined["start"] : refined["end"]],
    ]


def test_ten_annotations_lead_to_the_words_and_to_the_cell(metadata: dict[str, Any], package: Path) -> None:
    for annotation in random.Random(15).sample(metadata[ANNOTATIONS]["items"], 10):
        for target in targets(annotation):
            exact = target["selector"][1]["exact"]
            assert exact
            assert resolved(target) == [exact] * 3
        cell, value = annotation["body"]
        table = cell["source"].removeprefix("../data/")
        row, column = (int(number) for number in cell["selector"]["value"].removeprefix("cell=").split(","))
        with (package / "data" / table).open(encoding="utf-8", newline="") as handle:
            assert list(csv.reader(handle))[row - 1][column - 1] == value["value"]


def test_every_annotation_leads_to_words_that_give_the_value(metadata: dict[str, Any], package: Path) -> None:
    rules = by_id(NORMALISATIONS)
    by_rule = {
        address(row["table"], row["row_key"], row["field"], row["statement"]): row["rule_id"]
        for row in rows(package, "provenance")
        if row["kind"] == "normalised"
    }
    read = 0
    for annotation in metadata[ANNOTATIONS]["items"]:
        words = [target["selector"][1]["exact"] for target in targets(annotation)]
        assert [resolved(target)[0] for target in targets(annotation)] == words
        name = by_rule.get(annotation["id"], "")
        if name in ("number", "country") and len(words) == 1:
            assert str(rules[name].read(words[0])) == annotation["body"][1]["value"]
            read += 1
    assert read > 100


def address(*parts: str) -> str:
    from urllib.parse import quote

    return "#" + "/".join(quote(part, safe="") for part in parts)


def test_each_printed_or_normalised_statement_has_one_annotation(metadata: dict[str, Any], package: Path) -> None:
    wanted = {
        address(row["table"], row["row_key"], row["field"], row["statement"])
        for row in rows(package, "provenance")
        if row["kind"] in ("printed", "normalised")
    }
    page = metadata[ANNOTATIONS]
    assert [item["id"] for item in page["items"]] == list(dict.fromkeys(item["id"] for item in page["items"]))
    assert {item["id"] for item in page["items"]} == wanted
    assert page["partOf"]["total"] == len(wanted)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"


def conforms(content: dict[str, Any], shapes: str) -> tuple[bool, str]:
    import pyshacl
    from rdflib import Graph

    graph = Graph().parse(
        data=json.dumps(content), format="json-ld", publicID="https://example.org/1.2.3/metadata/file.jsonld"
    )
    result, _, text = pyshacl.validate(graph, shacl_graph=Graph().parse(data=shapes, format="turtle"))
    return result, text


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_annotations_keep_the_recommendation(metadata: dict[str, Any]) -> None:
    page = {**metadata[ANNOTATIONS], "@context": ANNOTATION_CONTEXT}
    page["items"] = page["items"][::10]
    assert conforms(page, ANNOTATION_SHAPES)[0]
    position = targets(page["items"][0])[0]["selector"][0]
    position["start"], position["end"] = position["end"], position["start"]
    assert not conforms(page, ANNOTATION_SHAPES)[0]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_graph_of_provenance_keeps_prov_o(metadata: dict[str, Any]) -> None:
    graph = metadata[PROV]
    good, text = conforms(graph, PROV_SHAPES)
    assert good, text[:2000]
    broken = {**graph, "@graph": [node for node in graph["@graph"] if node["@id"] != "#made/printed"]}
    assert not conforms(broken, PROV_SHAPES)[0]


def test_the_graph_says_what_a_cell_follows_from(metadata: dict[str, Any], package: Path) -> None:
    nodes = {node["@id"]: node for node in metadata[PROV]["@graph"]}
    cells = {name for name in nodes if name.startswith("#cell/")}
    assert cells == {address("cell", row["table"], row["row_key"], row["field"]) for row in rows(package, "provenance")}
    start = nodes[address("cell", "country_visits", "sale-of-children/2016-geo", "start_date")]
    assert start["prov:value"] == "2016-04-11"
    assert start["prov:hadPrimarySource"] == [{"@id": "#source/handbook-2016"}]
    assert start["prov:wasGeneratedBy"] == [{"@id": "#made/normalised/span-start"}]
    plan = nodes["#made/normalised/span-start"]["prov:qualifiedAssociation"]["prov:hadPlan"]["@id"]
    assert nodes[plan]["rdfs:label"] == "The first day of a printed span of days, or a month without a day."
    name = nodes["#cell/countries/GEO/region"]
    assert name["prov:wasDerivedFrom"] == [{"@id": "#cell/countries/GEO/country_code"}]
