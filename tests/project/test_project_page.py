"""What docs/project.md says of a project's code is run as it is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from calling import call
from conftest import ROOT
from mandate_data.findings.check_list import STAGES
from mandate_data.scaffold import new_project, write_project

PAGE = (ROOT / "docs" / "project.md").read_text(encoding="utf-8")
LIGHTS = """name: lights
title: Lights
description: Lights that the source describes.
fields:
  - {name: name, type: string, title: Name, description: Its name as printed., constraints: {required: true}}
  - {name: height, type: integer, title: Height, description: In metres., x-normalisation: number}
  - {name: first_lit, type: string, title: First lit, description: The month., x-normalisation: date}
  - {name: kind, type: string, title: Kind, description: In our words., x-assigned: true}
  - {name: year, type: integer, title: Year, description: That of the month.}
primaryKey: [name]
"""
GUIDE = "names_itself: 'A first source'\nsections:\n  - {heading: '^Lights$', section: lights}\n"


def block(language: str, containing: str) -> str:
    """The only code block of the page in a language that has a text."""
    (found,) = (text for text in re.findall(rf"```{language}\n(.*?)```", PAGE, flags=re.DOTALL) if containing in text)
    return str(found)


@pytest.fixture
def lights(tmp_path: Path) -> Path:
    """A project with the code of the page, and the sentence that it reads."""
    root = tmp_path / "lights"
    write_project(root, new_project(root))
    source, schemas = root / "raw" / "first-source", root / "schemas"
    (sentence,) = re.findall(r'Of a source that says "([^"]+)"', PAGE)
    (source / "document.md").write_text(f"# A first source\n\n## Lights\n\n{sentence}\n", encoding="utf-8")
    (source / "extraction.yaml").write_text(GUIDE, encoding="utf-8")
    (source / "reader.py").write_text(block("python", "def read("), encoding="utf-8")
    (schemas / "derivations.py").write_text(block("python", "def derive("), encoding="utf-8")
    (schemas / "rules").mkdir()
    (schemas / "rules" / "__init__.py").write_text(block("python", "RULES ="), encoding="utf-8")
    (schemas / "checks.yaml").write_text(block("yaml", "stage:"), encoding="utf-8")
    (schemas / "tables" / "facts.yaml").unlink()
    (schemas / "tables" / "lights.yaml").write_text(LIGHTS, encoding="utf-8")
    package = schemas / "package.yaml"
    package.write_text(package.read_text(encoding="utf-8").replace("- facts", "- lights"), encoding="utf-8")
    return root


def test_the_examples_read_derive_and_pass(lights: Path) -> None:
    done = call("build", "--quiet", folder=lights)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    rows = json.loads((lights / "build" / "package" / "json" / "lights.json").read_text(encoding="utf-8"))
    assert rows == [{"name": "Old Head", "height": 22, "first_lit": "1853-05", "kind": "lighthouse", "year": 1853}]


def test_the_rule_of_the_page_fires(lights: Path) -> None:
    document = lights / "raw" / "first-source" / "document.md"
    document.write_text(document.read_text(encoding="utf-8").replace("22 metres", "1600 metres"), encoding="utf-8")
    done = call("build", "--quiet", folder=lights)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == (
        "raw/first-source/document.md:5: error: a light of 1600 metres [light-too-tall]"
    )


def test_the_page_has_every_stage_of_checks() -> None:
    named = re.findall(r"^\| `([a-z]+)` \| (?:at|for) ", PAGE, flags=re.MULTILINE)
    assert named == list(STAGES)
    assert yaml.safe_load(block("yaml", "stage:"))["light-too-tall"]["stage"] in named
