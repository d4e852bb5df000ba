"""Sources: which document is read, and what a bad descriptor or a bad call is refused with."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mandate_data.errors import InputError
from mandate_data.extract.source_descriptors import Source, find_sources

if TYPE_CHECKING:
    from conftest import ProjectCopy

LEIDEN = "raw/leiden-2015/source.yaml"


def sources(
    project: ProjectCopy, full_texts: Path | None = None, chosen: Mapping[str, Path] | None = None
) -> dict[str, Source]:
    found = find_sources(project.root / "raw", full_texts, chosen)
    return {source.source_id: source for source in found}


def refusal(project: ProjectCopy, full_texts: Path | None = None, chosen: Mapping[str, Path] | None = None) -> str:
    """What a call is refused with, without the project's folder."""
    with pytest.raises(InputError) as refused:
        sources(project, full_texts, chosen)
    message = str(refused.value)
    assert "\n" not in message
    return message.replace(f"{project.root}/", "")


def written(folder: Path, *names: str) -> Path:
    """A folder with files of a line each."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("Made up.\n", encoding="utf-8")
    return folder


def test_the_editions_are_read_unless_something_else_is_asked_for(project: ProjectCopy) -> None:
    found = sources(project)
    assert list(found) == ["handbook-2016", "leiden-2015"]
    leiden = found["leiden-2015"]
    assert leiden.document == project.document("leiden-2015")
    assert (leiden.edition, leiden.media_type) == ("abridged", "text/markdown")
    assert (leiden.published, leiden.url) == ("2015", None)
    assert leiden.folder == project.root / "raw/leiden-2015"
    document = leiden.read()
    assert (document.source_id, document.path) == ("leiden-2015", str(leiden.document))


def test_sources_come_in_the_order_of_their_ids(project: ProjectCopy) -> None:
    for name in ("z-last", "between", "a-first", "other"):
        shutil.copytree(project.root / "raw/leiden-2015", project.root / "raw" / name)
        project.edit(f"raw/{name}/source.yaml", "source_id: leiden-2015", f"source_id: {name}")
    assert list(sources(project)) == ["a-first", "between", "handbook-2016", "leiden-2015", "other", "z-last"]


def test_other_files_and_folders_in_raw_are_no_sources(project: ProjectCopy) -> None:
    written(project.root / "raw" / "notes", "extraction.yaml")
    assert list(sources(project)) == ["handbook-2016", "leiden-2015"]


def test_a_folder_of_full_texts_is_read_by_the_names_of_the_descriptors(project: ProjectCopy, tmp_path: Path) -> None:
    folder = written(tmp_path / "full", "handbook-2016.md", "leiden-2015.txt")
    found = sources(project, folder)
    assert {source.edition for source in found.values()} == {"full_text"}
    assert found["handbook-2016"].document == folder / "handbook-2016.md"
    assert found["leiden-2015"].document == folder / "leiden-2015.txt"
    assert found["leiden-2015"].media_type == "text/plain"


@pytest.mark.parametrize(
    ("name", "media_type"), [("copy.md", "text/markdown"), ("copy.MD", "text/markdown"), ("copy.txt", "text/plain")]
)
def test_a_single_source_is_read_from_a_file_of_the_users(
    name: str, media_type: str, project: ProjectCopy, tmp_path: Path
) -> None:
    path = written(tmp_path / "mine", name) / name
    found = sources(project, chosen={"leiden-2015": path})
    leiden = found["leiden-2015"]
    assert (leiden.document, leiden.media_type, leiden.edition) == (path, media_type, "full_text")
    assert found["handbook-2016"].edition == "abridged"


def test_a_chosen_file_comes_before_the_folder_of_full_texts(project: ProjectCopy, tmp_path: Path) -> None:
    folder = written(tmp_path / "full", "handbook-2016.md", "leiden-2015.txt")
    path = written(tmp_path / "mine", "copy.md") / "copy.md"
    found = sources(project, folder, {"leiden-2015": path})
    assert found["leiden-2015"].document == path
    assert found["handbook-2016"].document == folder / "handbook-2016.md"


@pytest.mark.parametrize("full", [False, True])
def test_the_edition_stays_the_edition_when_it_is_chosen_by_its_path(
    full: bool, project: ProjectCopy, tmp_path: Path
) -> None:
    folder = written(tmp_path / "full", "handbook-2016.md", "leiden-2015.txt") if full else None
    roundabout = project.root / "raw" / "handbook-2016" / ".." / "leiden-2015" / "document.md"
    leiden = sources(project, folder, {"leiden-2015": roundabout})["leiden-2015"]
    assert (leiden.document, leiden.edition) == (project.document("leiden-2015"), "abridged")
    assert leiden.media_type == "text/markdown"


def test_no_folder_of_sources(project: ProjectCopy) -> None:
    shutil.rmtree(project.root / "raw")
    assert refusal(project) == "raw: no such folder; run this in the project's folder, or name another with --root"


def test_a_folder_without_sources(project: ProjectCopy) -> None:
    for path in project.root.glob("raw/*/source.yaml"):
        path.unlink()
    assert refusal(project) == "raw: holds no source; a source is a folder with a source.yaml"


@pytest.mark.parametrize("others", [[], ["leiden-2015"], ["zzz"]])
def test_an_unknown_source_id(others: list[str], project: ProjectCopy, tmp_path: Path) -> None:
    path = written(tmp_path / "mine", "copy.md") / "copy.md"
    chosen = dict.fromkeys([*others, "leiden-2016"], path)
    assert refusal(project, chosen=chosen) == (
        "unknown source 'leiden-2016'; known sources: handbook-2016, leiden-2015"
    )


def test_the_edition_is_missing(project: ProjectCopy) -> None:
    project.document("leiden-2015").unlink()
    assert refusal(project) == ("raw/leiden-2015/document.md: no such file for source leiden-2015; check the path")


def test_a_full_text_is_missing(project: ProjectCopy) -> None:
    folder = written(project.root / "full", "handbook-2016.md")
    assert refusal(project, folder) == "full/leiden-2015.txt: no such file for source leiden-2015; check the path"


@pytest.mark.parametrize("name", ["absent.md", "folder.md"])
def test_a_chosen_file_is_missing(name: str, project: ProjectCopy) -> None:
    (project.root / "folder.md").mkdir()
    assert refusal(project, chosen={"handbook-2016": project.root / name}) == (
        f"{name}: no such file for source handbook-2016; check the path"
    )


@pytest.mark.parametrize("name", ["copy.html", "copy", "copy.md.gz"])
def test_a_chosen_file_of_an_unknown_kind(name: str, project: ProjectCopy) -> None:
    written(project.root, name)
    assert refusal(project, chosen={"leiden-2015": project.root / name}) == (
        f"{name}: unknown kind of file; expected one that ends in .docx, .md, .pdf, .txt"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "source_id: leiden-2015",
            "source_id: leiden-2014",
            f"{LEIDEN}: source_id is 'leiden-2014', but the folder is 'leiden-2015'; make them equal",
        ),
        (
            "source_id: leiden-2015",
            "source_id: Leiden",
            f"{LEIDEN}:1: source_id: 'Leiden' does not match '^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$'; expected: "
            "lower-case letters and digits, words joined by single hyphens",
        ),
        (
            "published: '2015'",
            "published: 2015",
            f"{LEIDEN}:4: published: 2015 is not of type 'string'; write it in quotes",
        ),
        (
            "published: '2015'",
            "published: '2015-13'",
            f"{LEIDEN}:4: published: '2015-13' does not match "
            "'^(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?)$'; expected: date of "
            "publication as precisely as is known, EDTF level 0: a year, a year and month, or a day. Write it in "
            "quotes, or YAML makes a number or a date of it",
        ),
        (
            "file: leiden-2015.txt",
            "file: ../leiden-2015.txt",
            f"{LEIDEN}:13: full_text/file: '../leiden-2015.txt' does not match '^(?:[A-Za-z0-9][A-Za-z0-9._-]*)$'; "
            "expected: name of a file without any folder",
        ),
        (
            "language: en\n",
            "",
            f"{LEIDEN}:1: the file: lacks 'language'; add it: language of the source as a BCP 47 tag: a language, and "
            "where needed a script and a region",
        ),
        (
            "language: en\n",
            "language: en\nreaders: 2\n",
            f"{LEIDEN}:8: readers: is not known; known are source_id, title, alternative_title, publisher, published, "
            "media_type, document, language, rights, url, full_text",
        ),
        (
            "language: en\n",
            "language: en\nlanguage: fr\n",
            f"{LEIDEN}:8: not YAML: the key 'language' stands twice",
        ),
        (
            "document: document.md",
            "document: other.md",
            "raw/leiden-2015/other.md: no such file for source leiden-2015; check the path",
        ),
    ],
)
def test_a_bad_descriptor_is_refused_at_the_place(old: str, new: str, said: str, project: ProjectCopy) -> None:
    project.edit(LEIDEN, old, new)
    assert refusal(project) == said


def test_a_document_that_is_not_what_its_descriptor_says(project: ProjectCopy) -> None:
    text = (project.root / LEIDEN).read_text(encoding="utf-8")
    changed = text.replace("media_type: text/markdown", "media_type: application/pdf")
    (project.root / LEIDEN).write_text(changed, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value) == (
        f"{project.document('leiden-2015')}: can't be read as a PDF (it does not begin as a PDF does); "
        "download or save it again"
    )


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("def read(parsed, identifiers)\n", "reader.py:1: SyntaxError: expected ':'; correct the code"),
        (
            "import nothing_of_the_kind\n",
            "reader.py:1: ModuleNotFoundError: No module named 'nothing_of_the_kind'; correct the code",
        ),
        ("VISITS = 1\n", "reader.py: has no function read(parsed, identifiers); write it, or delete the file"),
        (
            "def read(parsed, identifiers):\n    return 1 / 0\n",
            "reader.py:2: ZeroDivisionError: division by zero; correct the reader",
        ),
    ],
)
def test_a_reader_that_can_not_be_run(project: ProjectCopy, code: str, message: str) -> None:
    folder = project.root / "raw" / "leiden-2015"
    (folder / "reader.py").write_text(code, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value) == f"{folder}/{message}"


def test_a_reader_that_looks_in_a_section_that_is_none(project: ProjectCopy) -> None:
    project.edit("raw/leiden-2015/reader.py", '"mandate/working-methods"', '"mandate/methods"')
    with pytest.raises(InputError) as refused:
        project.extract()
    folder = project.root / "raw" / "leiden-2015"
    assert str(refused.value) == (
        f"{folder / 'document.md'}: there is no section 'mandate/methods', nor does {folder / 'extraction.yaml'} know "
        "one; correct its name in the reader, or restore its heading"
    )


def test_an_empty_edition(project: ProjectCopy) -> None:
    project.document("handbook-2016").write_text("\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value) == (
        f"{project.document('handbook-2016')}: the file is empty; restore it from version control or download it again"
    )
