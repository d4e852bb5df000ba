"""docs/corpus.md: each query runs in the folder of a corpus and gives what the texts say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from corpus_support import make
from mandate_data.corpus.parts import corpus_contract

PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^### ([^\n]+)\n.*?^```python\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL))
# Four reports; the second cites the first, the third the second and a resolution, the fourth all of them twice.
TEXTS = {
    "A_HRC_20_7": "This is a report.",
    "A_HRC_21_7": "See A/HRC/20/7 and A/HRC/21/7.",
    "A_HRC_22_7": "See A/HRC/21/7 and resolution 7/13 of the Human Rights Council.",
    "A_HRC_23_7": "See A/HRC/20/7, A/HRC/21/7; resolution 7/13 of the Human Rights Council; A/HRC/20/7, A/HRC/21/7.",
}
ANSWERS = {
    "The most cited documents": ["A/HRC/20/7,2,3", "A/HRC/21/7,2,3", "A/HRC/RES/7/13,2,2"],
    "The citing network of a document": ["A/HRC/20/7,0", "A/HRC/21/7,1", "A/HRC/23/7,1", "A/HRC/22/7,2"],
    "Which reports of a series no document cites": [
        "A/HRC/22/7,reports/A_HRC_22_7.txt",
        "A/HRC/23/7,reports/A_HRC_23_7.txt",
    ],
    "What could not be read, by reason": [
        "2,it is not UTF-8",
        "1,files that end in .jpg are not read",
    ],
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions")
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    for name in ("a.txt", "bc.txt"):
        (folder / "reports" / name).write_bytes(name.encode() + b"\xe9")
    (folder / "reports" / "picture.jpg").write_bytes(b"")
    make(folder / "reports", out=folder / "out")
    return folder / "out"


def test_every_query_of_the_page_is_asked() -> None:
    assert list(BLOCKS) == list(ANSWERS)


@pytest.mark.parametrize("question", ANSWERS)
def test_questions_are_answered(question: str, package: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKS[question]], cwd=package, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ANSWERS[question]


def test_the_page_names_the_tables() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, flags=re.MULTILINE) == list(corpus_contract().tables)
