"""Every check is listed, and every check that is listed exists."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterator

import frictionless.errors
from calling import call
from conftest import ROOT
from frictionless import Error
from mandate_data.findings.check_list import STAGES, as_markdown, as_text
from mandate_data.project import Project
from mandate_data.validate.contract_check import OF_CONTRACT

from schemas.rules import RULES

CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
CHECKS = Project(ROOT).checks
REGISTERED = {f"{code}/{variant}" if variant else code for code, check in CHECKS.items() for variant in check.templates}
OF_FRICTIONLESS = {
    f"contract-{error.type}"
    for error in vars(frictionless.errors).values()
    if isinstance(error, type) and issubclass(error, Error)
}


def modules() -> Iterator[ast.Module]:
    for folder in ("pipeline/mandate_data", "raw", "schemas"):
        for path in ROOT.glob(f"{folder}/**/*.py"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def test_every_code_that_is_used_is_registered() -> None:
    used = {
        node.args[0].value
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "finding"
        if node.args and isinstance(node.args[0], ast.Constant) and CODE.fullmatch(str(node.args[0].value))
    }
    assert used - REGISTERED - set(CHECKS) == set()


def test_every_registered_code_is_used() -> None:
    texts = {str(node.value) for module in modules() for node in ast.walk(module) if isinstance(node, ast.Constant)}
    used = {text.partition("/")[0] for text in texts} | {rule.code for rule in RULES}
    assert set(CHECKS) - used - OF_FRICTIONLESS == set()


def test_every_check_is_described() -> None:
    for code, check in CHECKS.items():
        assert CODE.fullmatch(code)
        assert check.stage in STAGES, code
        assert check.severity in ("error", "warning", "note"), code
        assert check.means.endswith("."), code
        assert check.example, code
        assert (check.stage == "contract") == code.startswith(OF_CONTRACT), code


def test_the_page_is_what_the_command_prints() -> None:
    written = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written == as_markdown(CHECKS), "write it again: mandate-data checks --format markdown > docs/checks.md"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return call("checks", *arguments, folder=ROOT)


def test_the_command_lists_them() -> None:
    assert run().stdout == as_text(CHECKS)
    assert run("--format", "markdown").stdout == as_markdown(CHECKS)
    refused = run("--format", "xml")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "mandate-data: --format 'xml': unknown; known formats: text, markdown, deviations\n"


def test_the_list_is_data() -> None:
    assert json.dumps({code: check.means for code, check in CHECKS.items()})
