"""Every check is listed, and every check that is listed exists."""

from __future__ import annotations

import ast
import json
import re
import subprocess

import frictionless.errors
from calling import call
from conftest import ROOT
from frictionless import Error
from mandate_data.findings.check_list import STAGES, as_markdown, as_text
from mandate_data.findings.registry import checks
from mandate_data.validate.contract_check import OF_CONTRACT

from schemas.rules import RULES

CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
CHECKS = checks()
CALLS = ("Finding", "finding", "_finding", "file_finding", "NotCsvError", "_error", "_of_mark", "_of_note")


def codes_in_the_program() -> set[str]:
    """The codes with which modules make findings, as their syntax tree shows them, and those of the rules."""
    found = {rule.code for rule in RULES}
    for module in [*ROOT.glob("pipeline/mandate_data/**/*.py"), *ROOT.glob("raw/*/*.py")]:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in CALLS:
                continue
            given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "code")]
            constants = [value.value for value in given if isinstance(value, ast.Constant)]
            constants = [value.partition("/")[0] if isinstance(value, str) else value for value in constants]
            found |= {value for value in constants if value in CHECKS or _is_code(value)}
    return found


def _is_code(value: object) -> bool:
    return isinstance(value, str) and "-" in value and CODE.fullmatch(value) is not None


def test_every_code_of_the_program_is_listed() -> None:
    assert codes_in_the_program() - set(CHECKS) == set()


def test_every_listed_check_is_in_the_program() -> None:
    of_frictionless = {
        f"contract-{error.type}"
        for error in vars(frictionless.errors).values()
        if isinstance(error, type) and issubclass(error, Error)
    }
    assert set(CHECKS) - codes_in_the_program() - of_frictionless == set()


def test_every_check_is_described() -> None:
    for code, check in CHECKS.items():
        assert CODE.fullmatch(code)
        assert check.stage in STAGES, code
        assert check.severity in ("error", "warning", "note"), code
        assert check.means.endswith("."), code
        assert check.example, code
        assert (check.stage == "contract") == code.startswith((*OF_CONTRACT, "json-")), code


def test_the_page_is_what_the_command_prints() -> None:
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == as_markdown()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return call("checks", *arguments, folder=ROOT)


def test_the_command_lists_them() -> None:
    assert run().stdout == as_text()
    assert run("--format", "markdown").stdout == as_markdown()
    refused = run("--format", "xml")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "mandate-data: --format 'xml': unknown; known formats: text, markdown\n"


def test_the_list_is_data() -> None:
    assert json.dumps({code: check.means for code, check in CHECKS.items()})
