"""The library's face: what `import mandate_data` offers, and that its examples are true."""

from __future__ import annotations

import doctest
import inspect
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

import mandate_data as md
import mandate_data.package.tables
import pytest
from conftest import ROOT, Once, copy_project

HEAVY = ("pandas", "frictionless", "pandera", "polars", "numpy", "yaml", "jsonschema")
PIPELINE = ROOT / "pipeline"
API = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def example_root(once: Once, package: Path) -> Path:
    """A project with its package, for examples to run in."""

    def make(folder: Path) -> None:
        copy_project(folder)
        shutil.copytree(package, folder / "build" / "package")

    return once("library", make)


MODULES = sorted(
    ".".join(path.relative_to(PIPELINE).with_suffix("").parts).removesuffix(".__init__")
    for path in PIPELINE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.slow
def test_the_examples_of_the_docstrings_are_true(example_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example_root)
    package = md.load("build/package", raw="raw")
    tests = [test for name in MODULES for test in examples_of(import_module(name), {"package": package})]
    results = [doctest.DocTestRunner(verbose=False).run(test) for test in tests]
    assert sum(result.attempted for result in results) >= 40
    assert [test.name for test, result in zip(tests, results, strict=True) if result.failed] == []


def examples_of(module: object, names: dict[str, object]) -> list[doctest.DocTest]:
    """The examples of a module's docstrings, those of cached properties too, which doctest itself passes over."""
    tests = doctest.DocTestFinder(exclude_empty=True).find(module, extraglobs=names)
    parser, known = doctest.DocTestParser(), {**vars(module), **names}
    for name, member in inspect.getmembers(module, inspect.isclass):
        if member.__module__ != getattr(module, "__name__", None):
            continue
        for attribute, value in vars(member).items():
            if isinstance(value, cached_property) and value.__doc__:
                place = f"{member.__module__}.{name}.{attribute}"
                tests.append(parser.get_doctest(value.__doc__, dict(known), place, None, None))
    return [test for test in tests if test.examples]


def test_examples_of_cached_properties_are_found() -> None:
    found = {test.name.rsplit(".", 1)[-1] for test in examples_of(mandate_data.package.tables, {})}
    assert {"rows", "references"} <= found


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    code = "import sys, mandate_data; mandate_data.Package; mandate_data.InputError; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(run.stdout.split())


def test_functions_stay_functions_when_rooms_of_their_name_are_loaded() -> None:
    for module in ("mandate_data.diff.compare", "mandate_data.validate.own_package"):
        import_module(module)
    for name in ("build", "cite", "diff", "load", "parse", "validate"):
        assert inspect.isfunction(getattr(md, name)), name


def test_all_names_are_there() -> None:
    for name in md.__all__:
        assert getattr(md, name) is not None
    assert set(md.__all__) <= set(dir(md))
    with pytest.raises(AttributeError, match="module 'mandate_data' has no attribute 'lood'"):
        md.lood  # noqa: B018


def test_there_is_one_version() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'version = { attr = "mandate_data.__version__" }' in project
    assert not re.search(r'^version = "', project, flags=re.MULTILINE)


@pytest.mark.quick(2)
@pytest.mark.parametrize("form", ["folder", "descriptor", "release zip", "flat zip"])
def test_a_package_is_loaded_from_each_of_its_forms(form: str, package: Path, tmp_path: Path) -> None:
    path = {"folder": package, "descriptor": package / "datapackage.json"}.get(form, tmp_path / "package.zip")
    if form.endswith("zip"):
        below = Path("mandate-data-1.0.0") if form == "release zip" else Path()
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(package.rglob("*.*")):
                archive.write(file, below / file.relative_to(package))
    loaded = md.load(path)
    assert list(loaded) == list(md.load(str(package)))
    assert loaded["countries"].cells == md.load(package)["countries"].cells


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no zip", "can't be unpacked (File is not a zip file); name a folder or a zip of a data package"),
        (None, "no datapackage.json in it; name a zip of a data package"),
    ],
)
def test_what_is_no_package_is_an_input_error(content: bytes | None, message: str, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    if content is None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.txt", "nothing")
    else:
        path.write_bytes(content)
    with pytest.raises(md.InputError) as caught:
        md.load(path)
    assert str(caught.value) == f"{path}: {message}"


def test_an_error_in_a_zip_names_the_zip(package: Path, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(package / "datapackage.json", "p/datapackage.json")
    with pytest.raises(md.InputError) as caught:
        md.load(path)
    assert str(caught.value) == f"{path}/p/data/sources.csv: no such file; validate the package first"


def test_a_table_has_columns_keys_and_typed_rows(package: Path) -> None:
    table = md.load(package)["country_visits"]
    assert (table.name, table.title, table.primary_key) == ("country_visits", "Country visits", ("visit_id",))
    assert table.columns["year"].type == "integer"
    assert table.columns["year"].constraints == {"required": True, "minimum": 1990, "maximum": 2100}
    assert table.columns["report_symbol"].title == "Report"
    assert [(key.fields, key.resource) for key in table.foreign_keys] == [
        (("mandate_id",), "mandates"),
        (("person_id",), "people"),
        (("report_symbol",), "documents"),
    ]
    row = table.row("2016-geo")
    assert (row["year"], row["report_symbol"], row["start_date"]) == (2016, None, "2016-04-11")
    numbers = {type(row["value"]) for row in md.load(package)["statistics"].rows}
    assert numbers == {Decimal}


def test_a_contract_has_the_same_tables_with_the_extensions_of_their_schemas(contract: md.Package) -> None:
    column = contract["country_visits"].columns["start_date"]
    assert isinstance(column, md.Column)
    assert column.extensions == {"x-normalisation": "span-start"}
    assert "x-normalisation" not in column.descriptor
    assert contract["country_visits"].cells == ()


def test_a_frame_has_the_dtypes_of_the_schema(package: Path) -> None:
    loaded = md.load(package)
    for table in loaded.values():
        frame = table.frame()
        assert list(frame.columns) == list(table.columns)
        assert len(frame) == len(table.cells)
        for name, kind in table.types.items():
            expected = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}.get(kind, "string")
            assert frame[name].dtype == expected, (table.name, name)
    assert loaded["country_visits"].frame().set_index("visit_id")["report_symbol"].isna()["sale-of-children/2016-geo"]


def test_an_address_has_characters_and_its_text_only_where_the_edition_is_given(package: Path) -> None:
    (bare,) = md.load(package)["country_visits"].where("2016-geo", "start_date")
    (address,) = md.load(package, raw=ROOT / "raw")["country_visits"].where("2016-geo", "start_date")
    line = (ROOT / "raw" / address.source / "document.md").read_text(encoding="utf-8").splitlines()[bare.line - 1]
    assert bare.text is None
    assert address.text == line[bare.start : bare.end] == "11-18 April 2016"
    assert (bare.line, bare.end_line, bare.statement) == (address.line, address.line, 1)


def test_another_edition_than_the_one_that_was_read_gives_no_text(
    package: Path, example_root: Path, tmp_path: Path
) -> None:
    shutil.copytree(example_root / "raw", tmp_path / "raw")
    with (tmp_path / "raw" / "handbook-2016" / "document.md").open("a", encoding="utf-8") as document:
        document.write("\n")
    (address,) = md.load(package, raw=tmp_path / "raw")["country_visits"].where("2016-geo", "start_date")
    assert address.text is None


def test_an_older_release_gives_lines_without_characters() -> None:
    (address,) = md.load(ROOT / "build" / "releases" / "1.0.0")["country_visits"].where("2016-geo", "start_date")
    assert (address.source, address.line, address.end_line) == ("handbook-2016", 867, 867)
    assert (address.start, address.end, address.kind, address.column) == (None, None, "", "")


def test_where_says_what_it_does_not_find(package: Path) -> None:
    table = md.load(package)["country_visits"]
    assert table.where("2016-geo", "report_symbol") == []
    with pytest.raises(
        md.InputError, match=r"^country_visits has no row 'GEO'; did you mean sale-of-children/2016-geo\?$"
    ):
        table.where("GEO")
    with pytest.raises(md.InputError, match=r"^country_visits has no column 'date'; it has visit_id, mandate_id, "):
        table.where("2016-geo", "date")
    with pytest.raises(KeyError, match="has no table 'visits'; it has sources, "):
        md.load(package)["visits"]


@pytest.mark.parametrize(("key", "kind"), [(5, "int"), (None, "NoneType"), (("a", "b"), "tuple"), (["a"], "list")])
def test_a_key_that_is_no_text_is_an_input_error(key: Any, kind: str, package: Path) -> None:
    table = md.load(package)["countries"]
    for ask in (table.row, table.where, table.whole_key):
        with pytest.raises(md.InputError) as refused:
            ask(key)
        assert str(refused.value) == (
            f"countries: the key of a row is a text, such as 'ALB'; got one of type {kind}; "
            "Table.key_of gives the key of a row"
        )
    with pytest.raises(md.InputError, match=r"^countries has no column \['name'\]; it has country_code, "):
        table.where("GEO", ["name"])  # type: ignore[arg-type]


def test_what_is_shown_of_a_package_is_short() -> None:
    releases = ROOT / "build" / "releases"
    package = md.load(releases / "1.1.0")
    assert repr(package) == f"<Package {package.name!r} 1.1.0: {len(package)} tables>"
    table = package["countries"]
    assert repr(table) == f"<Table 'countries': {len(table.columns)} columns, {len(table.cells)} rows>"
    assert repr(package["provenance"].provenance) == repr(table.provenance) == "Provenance()"
    difference = md.diff(releases / "1.0.1", package)
    counts = f"{len(difference.schema)} changes of schemas, {len(difference.rows)} of rows"
    assert repr(difference) == f"<Comparison: minor; {counts}>"
    assert repr(md.diff(package, package)) == "<Comparison: no change; 0 changes of schemas, 0 of rows>"


def test_what_parse_raises_can_be_caught() -> None:
    with pytest.raises(md.SymbolError):
        md.parse("no symbol")


def test_a_cell_of_another_type_is_an_input_error(package: Path, tmp_path: Path) -> None:
    shutil.copytree(package, tmp_path / "package")
    path = tmp_path / "package" / "data" / "country_visits.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("2016-geo,sale-of-children,2016,", "2016-geo,sale-of-children,MMXVI,"),
        encoding="utf-8",
    )
    table = md.load(tmp_path / "package")["country_visits"]
    number = 1 + [row["visit_id"] for row in table.cells].index("sale-of-children/2016-geo")
    expected = f"^country_visits: row {number}: the year 'MMXVI' is not of the type integer; validate the package$"
    with pytest.raises(md.InputError, match=expected):
        table.frame()


def test_missing_values_and_truth_are_as_the_package_describes_them(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\nNA,yes\n1,0\n", encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(
        '{"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": {"missingValues": ["", "NA"], "fields": '
        '[{"name": "a", "type": "integer"}, {"name": "b", "type": "boolean", "trueValues": ["yes"]}]}}]}',
        encoding="utf-8",
    )
    table = md.load(tmp_path)["t"]
    assert table.rows == [{"a": None, "b": True}, {"a": 1, "b": False}]
    with pytest.raises(
        md.InputError, match=r"^the package of t has no table provenance, so that nothing can be traced$"
    ):
        table.where("")


def test_a_difference_has_the_bump_of_the_version() -> None:
    releases = ROOT / "build" / "releases"
    assert md.diff(releases / "1.0.1", md.load(releases / "1.1.0")).bump == "minor"
    assert md.diff(releases / "1.0.0", releases / "1.0.1").bump == "patch"
    assert md.diff(releases / "1.1.0", releases / "1.1.0").bump == ""


@pytest.mark.parametrize("name", [name for name in md.__all__ if name != "__version__"])
def test_the_page_of_the_library_says_what_the_docstrings_say(name: str) -> None:
    thing = getattr(md, name)
    doc = inspect.cleandoc(thing.__doc__).split(">>>")[0].strip()
    assert " ".join(doc.split()) in " ".join(API.split()), f"docs/library.md: {name}"


@pytest.mark.parametrize("name", ["load", "validate", "build", "diff", "cite", "parse"])
def test_the_page_of_the_library_has_the_signatures(name: str) -> None:
    signature = re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(getattr(md, name))))
    assert f"`{name}{signature}`" in API


@pytest.mark.parametrize("thing", [md.Package, md.Table, md.Column], ids=lambda thing: str(thing.__name__))
def test_the_page_of_the_library_lists_the_members_of_a_class(thing: type) -> None:
    members = {name for name in {*vars(thing), *thing.__annotations__} if not name.startswith("_")}
    assert {name for name in members if f"`{thing.__name__}.{name}`" not in API} == set()


def test_an_argument_of_another_type_is_a_type_error() -> None:
    calls: list[Callable[[], object]] = [
        lambda: md.cite(b"A/RES/1/1"),  # type: ignore[arg-type]
        lambda: md.parse(5),  # type: ignore[arg-type]
        lambda: md.load(None),  # type: ignore[arg-type]
    ]
    for call in calls:
        with pytest.raises(TypeError):
            call()


def test_nothing_is_fetched_and_a_root_that_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(md.InputError, match=r"^https://example\.org/x: nothing is fetched; download the package"):
        md.load("https://example.org/x")
    with pytest.raises(md.InputError, match="is not a project"):
        md.validate(ROOT / "build" / "releases" / "1.0.0", root=tmp_path / "nowhere")
