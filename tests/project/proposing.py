"""A project with the real schemas and one source, of which passages are proposed."""

from __future__ import annotations

from pathlib import Path

from conftest import ProjectCopy
from mandate_data.project import Project
from mandate_data.propose_passages import NotProposed, Proposal, propose

GUIDE = """names_itself: A report
about: {mandate_id: health}
sections: []
"""


def _descriptor(published: str) -> str:
    return (
        f"source_id: report\ntitle: A report\npublisher: Nobody\npublished: '{published}'\nmedia_type: text/markdown\n"
        "document: document.md\nlanguage: en\nrights: Ours.\nfull_text: {media_type: text/plain, file: report.txt}\n"
    )


def proposed(
    root: Path, text: str, guide: str = GUIDE, published: str = "2099"
) -> tuple[list[Proposal], list[NotProposed]]:
    """What is proposed of a source with this text and guide, and what is not."""
    source = root / "raw" / "report"
    source.mkdir(parents=True, exist_ok=True)
    (source / "document.md").write_text(f"# A report\n\n{text}\n", encoding="utf-8")
    (source / "extraction.yaml").write_text(guide, encoding="utf-8")
    (source / "source.yaml").write_text(_descriptor(published), encoding="utf-8")
    return propose(Project(root), "report")


def begin_report(project: ProjectCopy, text: str, published: str = "2014-12", guide: str = "") -> None:
    """A source `report` with this edition and guide, read by the generic reader."""
    folder = project.root / "raw" / "report"
    folder.mkdir()
    (folder / "document.md").write_text(text, encoding="utf-8")
    (folder / "extraction.yaml").write_text(
        f"names_itself: A report\nsections: []\ndraft: true\n{guide}", encoding="utf-8"
    )
    (folder / "errata.yaml").write_text("[]\n", encoding="utf-8")
    (folder / "reader.py").write_text("from ...schemas.generic_reader import read\n", encoding="utf-8")
    (folder / "source.yaml").write_text(_descriptor(published), encoding="utf-8")
