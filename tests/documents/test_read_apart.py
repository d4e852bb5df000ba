"""Documents of somebody else are read in a child process: what asks for endless work costs one line."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from mandate_data.child_process import Limits
from mandate_data.documents import DOCX, PDF, read_document
from mandate_data.documents.read_apart import read_document_apart, reading_apart
from mandate_data.errors import InputError
from torture.hostile_documents import docx, hostile_pdfs, hostile_words, one_page

SHORT, SMALL = Limits(seconds=3, megabytes=2048), Limits(seconds=60, megabytes=200)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("name", "media_type"), [("a.pdf", PDF), ("a.docx", DOCX), ("a.md", "text/markdown")])
def test_a_document_is_the_same_read_apart(name: str, media_type: str, tmp_path: Path) -> None:
    data = {PDF: one_page(), DOCX: docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>")}.get(media_type, b"# A\n\nb\n")
    path = written(tmp_path / name, data)
    assert read_document_apart(path, media_type, "a") == read_document(path, media_type, "a")


def test_what_is_wrong_with_a_document_is_said_as_ever(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.pdf: no such file; check the path"):
        read_document_apart(tmp_path / "a.pdf", PDF, "a")


@pytest.mark.slow
def test_one_that_takes_too_long_or_too_much_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    pdfs, words = dict(hostile_pdfs()), dict(hostile_words())
    slow = written(tmp_path / "slow.pdf", pdfs["strings"])
    large = written(tmp_path / "large.docx", words["long-text"])
    good = written(tmp_path / "good.pdf", one_page())
    with reading_apart(SHORT) as child:
        with pytest.raises(InputError) as raised:
            read_document_apart(slow, PDF, "a", child=child)
        assert str(raised.value) == f"{slow}: not read: it takes more than 3 seconds of CPU time; save it anew"
        assert len(read_document_apart(good, PDF, "a", child=child).blocks) == 1
    with reading_apart(SMALL) as child:
        with pytest.raises(InputError) as raised:
            read_document_apart(large, DOCX, "a", child=child)
        assert str(raised.value) == f"{large}: not read: it takes more than 200 MB of memory; save it anew"
        assert len(read_document_apart(good, PDF, "a", child=child).blocks) == 1


@pytest.mark.slow
def test_a_hard_limit_of_the_system_is_no_obstacle(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", one_page())
    limit = 3 << 30
    done = subprocess.run(
        [sys.executable, "-m", "mandate_data", "cite", str(path), "--format", "text"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "A/HRC/31/58" in done.stdout
