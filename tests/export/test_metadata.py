"""Metadata for every kind of catalogue, each checked by its own standard's validator; nothing is fetched."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from mandate_data.export.metadata import ANNOTATIONS, CRATE, FORMATS, PROV, Edition, metadata_files
from mandate_data.export.metadata.release_description import ReleaseDescription, describe_release, tables_of
from mandate_data.extract import find_sources
from mandate_data.package.read import read_package
from mandate_data.package.write import descriptor as written_descriptor

CFF_SCHEMA = ["check-jsonschema", "--builtin-schema", "vendor.citation-file-format"]


@pytest.fixture(scope="module")
def released(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a release of it would be, with its metadata."""
    folder = tmp_path_factory.mktemp("release")
    files = {path.relative_to(package).as_posix(): path.read_bytes() for path in package.glob("data/*.csv")}
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    descriptor |= {"version": "1.2.3", "created": "2026-01-31T00:00:00Z"}
    editions = {
        source.source_id: Edition(source.document.relative_to(ROOT).as_posix(), source.read().lines)
        for source in find_sources(ROOT / "raw")
    }
    for path, data in {**files, **metadata_files(descriptor, files, editions)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def described(released: Path) -> ReleaseDescription:
    descriptor = json.loads((released / "datapackage.json").read_text(encoding="utf-8"))
    files = {f"data/{path.name}": path.read_bytes() for path in released.glob("data/*.csv")}
    return describe_release(descriptor, tables_of(descriptor, files))


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_description_has_tables_and_files(described: ReleaseDescription, released: Path) -> None:
    visits, file = described.tables["country_visits"], described.files["country_visits"]
    written = (released / file.path).read_bytes()
    assert len(visits.cells) == len(written.decode().splitlines()) - 1
    assert (file.size, file.sha256) == (len(written), hashlib.sha256(written).hexdigest())
    assert visits.primary_key == ("visit_id",)
    assert visits.references == {
        "mandate_id": ("mandates", "mandate_id"),
        "person_id": ("people", "person_id"),
        "report_symbol": ("documents", "symbol"),
    }
    assert (described.version, described.date, described.year, described.licence) == (
        "1.2.3",
        "2026-01-31",
        2026,
        "CC-BY-4.0",
    )


def test_a_third_source_appears_in_the_descriptor_and_the_catalogues_by_itself(released: Path) -> None:
    package = read_package(released)
    sources = [*package["sources"].rows, {"title": "A third source", "published": 2024}]
    resources = read(released / "datapackage.json")["resources"]
    described = written_descriptor(package.metadata, sources, resources)
    assert [source["title"] for source in described["sources"]][2:] == ["A third source (2024)"]
    files = {f"data/{path.name}": path.read_bytes() for path in released.glob("data/*.csv")}
    named = {path for path, data in metadata_files(described, files).items() if b"A third source (2024)" in data}
    assert {"metadata/dcat.jsonld", "metadata/datacite.json"} <= named


@pytest.mark.parametrize("path", [*FORMATS, CRATE])
def test_every_format_has_title_version_date_and_licence(
    path: str, released: Path, described: ReleaseDescription
) -> None:
    text = (released / path).read_text(encoding="utf-8")
    for value in (described.title, "1.2.3", "2026-01-31", described.licence_url):
        assert json.dumps(value, ensure_ascii=False)[1:-1] in text


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_csv_on_the_web(released: Path, tmp_path: Path) -> None:
    done = csvw(released)
    assert (done.returncode, done.stdout) == (0, "OK\n")
    shutil.copytree(released, tmp_path / "copy")
    visits = tmp_path / "copy" / "data" / "country_visits.csv"
    good = visits.read_text(encoding="utf-8")
    for old, new in (("mission", "tour"), ("muntarbhorn", "nobody"), (",1992,", ",in 1992,")):
        visits.write_text(good.replace(old, new, 1), encoding="utf-8")
        assert csvw(tmp_path / "copy").stdout == "FAIL\n"


def csvw(folder: Path) -> subprocess.CompletedProcess[str]:
    # An empty reference is no fault here: it says that there is none.
    command = [str(Path(sys.executable).with_name("csvwvalidate")), "--lax", "metadata/csv-metadata.json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return subprocess.CompletedProcess(command, done.returncode, plain(done.stdout), done.stderr)


def plain(text: str) -> str:
    return text.replace("\x1b[32m", "").replace("\x1b[31m", "").replace("\x1b[0m", "")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_croissant_is_valid_and_reads_the_tables(released: Path) -> None:
    import mlcroissant  # loads slowly

    dataset = mlcroissant.Dataset(jsonld=str(released / "metadata" / "croissant.json"))
    assert dataset.metadata.ctx.issues.errors == set()
    visits = list(dataset.records("country_visits"))
    assert len(visits) == 40
    assert (visits[0]["country_visits/visit_id"], visits[0]["country_visits/year"]) == (
        b"sale-of-children/1992-aus",
        1992,
    )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_croissant_reads_every_table_whole(released: Path) -> None:
    import mlcroissant  # loads slowly

    dataset = mlcroissant.Dataset(jsonld=str(released / "metadata" / "croissant.json"))
    for name, table in read_package(released).items():
        texts = [column.name for column in table.columns.values() if column.type == "string"]
        records = [[text_of(record[f"{name}/{column}"]) for column in texts] for record in dataset.records(name)]
        assert records == [[text_of(row[column]) for column in texts] for row in table.cells], name


def text_of(cell: Any) -> str:
    """A cell as text; one of digits as a number, as mlcroissant reads it with pandas."""
    text = cell.decode() if isinstance(cell, bytes) else "" if cell is None or cell != cell else str(cell)
    number = re.fullmatch(r"0*([0-9]+)(\.0)?", text)
    return number[1] if number else text


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_ro_crate(released: Path, tmp_path: Path) -> None:
    from rocrate_validator import models, services  # loads slowly

    keep_context(tmp_path / "cache")

    def issues() -> list[str]:
        settings = services.ValidationSettings(
            rocrate_uri=str(released),
            profile_identifier="ro-crate-1.1",
            requirement_severity=models.Severity.REQUIRED,
            offline=True,
            cache_path=tmp_path / "cache",
        )
        return [str(issue.message) for issue in services.validate(settings).get_issues()]

    assert issues() == []
    crate = released / CRATE
    good = crate.read_text(encoding="utf-8")
    crate.write_text(good.replace('"datePublished"', '"published"'), encoding="utf-8")
    assert issues() != []
    crate.write_text(good, encoding="utf-8")


@pytest.mark.filterwarnings("ignore")
def test_rocrate_py_reads_and_writes_the_release_within_its_folder(released: Path, tmp_path: Path) -> None:
    from rocrate.rocrate import ROCrate

    crate = ROCrate(released)
    assert {"data/countries.csv", ANNOTATIONS, "metadata/dcat.jsonld"} <= {entity.id for entity in crate.data_entities}
    crate.write(tmp_path / "outer" / "written")
    assert [path.name for path in tmp_path.iterdir()] == ["outer"]
    assert [path.name for path in (tmp_path / "outer").iterdir()] == ["written"]
    for entity in crate.data_entities:
        written = tmp_path / "outer" / "written" / entity.id
        assert written.read_bytes() == (released / entity.id).read_bytes()
    again = ROCrate(tmp_path / "outer" / "written")
    assert {entity.id for entity in again.data_entities} == {entity.id for entity in crate.data_entities}


def keep_context(cache: Path) -> None:
    """Puts the context of RO-Crate 1.1, as its library has it, where the validator looks before it asks the network."""
    import requests
    import requests_cache
    import rocrate
    from urllib3 import HTTPResponse

    headers = {"Content-Type": "application/ld+json"}
    text = (Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_bytes()
    response = requests.Response()
    response.status_code, response.url = 200, "https://w3id.org/ro/crate/1.1/context"
    response._content = text
    response.headers.update(headers)
    accept = {"Accept": "application/ld+json, application/json"}
    response.request = requests.Request("GET", response.url, headers=accept).prepare()
    response.raw = HTTPResponse(body=io.BytesIO(text), status=200, headers=headers, preload_content=False)
    requests_cache.CachedSession(str(cache)).cache.save_response(response)


def test_datacite(released: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from datacite.schema45 import validator
    content = read(released / "metadata" / "datacite.json")
    assert list(validator.iter_errors(content)) == []
    del content["titles"]
    assert [error.message for error in validator.iter_errors(content)] == ["'titles' is a required property"]


def test_citation_file(released: Path) -> None:
    command = [str(Path(sys.executable).with_name(CFF_SCHEMA[0])), *CFF_SCHEMA[1:]]
    file = released / "CITATION.cff"
    assert subprocess.run([*command, file], capture_output=True, check=False).returncode == 0
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert (content["type"], content["version"], content["date-released"]) == ("dataset", "1.2.3", "2026-01-31")
    wrong = file.with_name("wrong.cff")
    wrong.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    assert subprocess.run([*command, wrong], capture_output=True, check=False).returncode == 1
    wrong.unlink()


@pytest.mark.filterwarnings("ignore")
def test_dcat_has_what_its_application_profile_wants(released: Path, described: ReleaseDescription) -> None:
    from rdflib import RDF, Graph, Namespace, URIRef

    dcat, dct = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
    base = "https://example.org/1.2.3/metadata/dcat.jsonld"
    graph = Graph().parse(released / "metadata" / "dcat.jsonld", format="json-ld", publicID=base)
    (dataset,) = graph.subjects(RDF.type, dcat.Dataset)
    # Mandatory and recommended properties of a data set in DCAT-AP 3, and of its distributions.
    for term in (dct.title, dct.description, dct.publisher, dct.issued, dcat.keyword, dcat.distribution):
        assert (dataset, term, None) in graph
    files = {f"https://example.org/1.2.3/{file.path}" for file in described.files.values()}
    assert {str(one) for one in graph.objects(dataset, dcat.distribution)} == files
    for file in files:
        for term in (dcat.accessURL, dcat.mediaType, dct.license, dcat.byteSize, dct.title):
            assert (URIRef(file), term, None) in graph


@pytest.mark.slow
def test_the_data_package_is_one_of_version_2(released: Path) -> None:
    command = [str(Path(sys.executable).with_name("frictionless")), "validate", "datapackage.json"]
    done = subprocess.run(command, cwd=released, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_of_this_machine_or_day_is_in_them(released: Path) -> None:
    for path in (*FORMATS, ANNOTATIONS, PROV, CRATE, "CITATION.cff"):
        text = (released / path).read_text(encoding="utf-8")
        assert str(ROOT) not in text
        assert str(released) not in text
