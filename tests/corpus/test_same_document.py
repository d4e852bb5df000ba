"""The same document as text, PDF and Word has the same citations, each with its note and pinpoint."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pypandoc
import pytest
from corpus_support import make, table
from typesetting import typeset
from typst_typesetting import set_by_typst

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "tests" / "data" / "un").glob("*_*.txt"))
OTHERS = Path(os.environ.get("DOCUMENTS", os.devnull))
"""A folder with more documents, as text, for those who have them: `DOCUMENTS=folder pytest …`."""
SPECIAL = re.compile(r"([\\*_<>#|`~\[\]^])")
COLUMNS = ["note", "symbol", "kind", "pinpoint_kind", "pinpoint"]

NOTES = """# A report

The mandate was renewed in resolution 7/13.[^1] It was welcomed in A/HRC/19/63,[^2] and again later.[^3]

## Its work

Two reports followed,[^4] which the Committee on the Rights of the Child had asked for.[^5]

| Country | Report |
|---|---|
| Georgia | A/HRC/34/55/Add.1 |
| Nepal | A/HRC/22/54/Add.2 |

- The first task is in A/66/228;[^6]
- the second in A/67/291.

[^1]: Human Rights Council resolution 7/13, para. 2 (c).
[^2]: See A/HRC/19/63, paras. 9-12, and Add.1.
[^3]: Ibid., para. 14.
[^4]: E/CN.4/2004/9, p. 7.
[^5]: Para. 41; see also CRC/C/GC/14, para. 6.
[^6]: See footnote 2 above, para. 20.
"""


def as_markdown(path: Path) -> str:
    """A text whose paragraphs are between empty lines, with nothing in it that Markdown has a meaning for."""
    paragraphs = [" ".join(one.split()) for one in re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))]
    return "\n\n".join(re.sub(r"^(\d+)\.", r"\1\\.", SPECIAL.sub(r"\\\1", one)) for one in paragraphs if one) + "\n"


def assert_same_citations(text: str, folder: Path, plain: str | None = None) -> None:
    """`corpus` finds in each form of a Markdown text what it finds in the text itself."""
    files = folder / "files"
    files.mkdir()
    (files / "text.md").write_text(text, encoding="utf-8")
    if plain is not None:
        (files / "plain.txt").write_text(plain, encoding="utf-8")
    (files / "first.pdf").write_bytes(typeset(text, head="A running head", style="body { hyphens: auto }"))
    (files / "second.pdf").write_bytes(set_by_typst(text))
    pypandoc.convert_text(text, "docx", format="markdown-smart", outputfile=str(files / "word.docx"))
    make(files, out=folder / "corpus")
    rows = table(folder / "corpus", "citations")
    found = {str(file[0]): Counter(chosen.select(COLUMNS).iter_rows()) for file, chosen in rows.group_by("file")}
    expected = found.pop("files/text.md", Counter())
    assert set(found) == ({f"files/{path.name}" for path in files.iterdir()} - {"files/text.md"} if expected else set())
    assert {name: (expected - other, other - expected) for name, other in found.items() if other != expected} == {}


def test_notes_tables_and_lists(tmp_path: Path) -> None:
    assert_same_citations(NOTES, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [*SHIPPED, *sorted(OTHERS.glob("*.txt"))], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_documents_of_the_united_nations(path: Path, tmp_path: Path) -> None:
    assert_same_citations(as_markdown(path), tmp_path, plain=path.read_text(encoding="utf-8"))
