"""Our packages: their files, tables and cells become findings.

findings = validate_package(Path("build/package"), contract, rules_of(project))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mandate_data.documents import Document
from mandate_data.extract.errata import explains
from mandate_data.extract.normalisations import NORMALISATIONS, Normalisation, by_id
from mandate_data.findings.finding import Finding, tidy
from mandate_data.package.file_safety import check_descriptor_file, check_files, read_descriptor
from mandate_data.package.tables import Package, Row, Tables, text_of
from mandate_data.validate.canonical_form import check_json
from mandate_data.validate.claims_check import check_claims_agree
from mandate_data.validate.contract_check import OF_CONTRACT, OF_DIGESTS, check_contract
from mandate_data.validate.derivation_check import check_derivation, check_sources
from mandate_data.validate.evidence_check import check_evidence
from mandate_data.validate.finding_addresses import Addresses
from mandate_data.validate.formulas import check_formulas
from mandate_data.validate.privacy_check import check_safeguarding, discreet
from mandate_data.validate.row_key_check import check_row_keys
from mandate_data.validate.rule import Rule
from mandate_data.validate.rules_check import check_rules


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks of a package found, before it has addresses, and what is needed to give it some."""

    findings: list[Finding]
    addresses: Addresses


def validate_package(
    folder: Path,
    contract: Package,
    rules: Sequence[Rule],
    documents: Mapping[str, Document] | None = None,
    reread: Tables | None = None,
    normalisations: Mapping[str, Normalisation] = by_id(NORMALISATIONS),
    thorough: bool = False,
) -> list[Finding]:
    """All findings on a package, tidy: without doubles, errors first, on lines of `raw/` where a source is at hand.

    The arguments are those of `check_package`. Raises InputError for a folder that holds no data package.
    """
    checked = check_package(folder, contract, rules, documents, reread, normalisations, thorough)
    return tidy(discreet(checked.addresses.resolve(checked.findings)))


def check_package(
    folder: Path,
    contract: Package,
    rules: Sequence[Rule],
    documents: Mapping[str, Document] | None = None,
    reread: Tables | None = None,
    normalisations: Mapping[str, Normalisation] = by_id(NORMALISATIONS),
    thorough: bool = False,
    written: Tables | None = None,
) -> Checked:
    """What all checks find on a package.

    `documents` are the sources at hand, by id: with them evidence is checked. `reread` are the tables that those
    sources give: with them every cell is compared. Where the contract is broken, nothing after it can be judged.
    `thorough` has Frictionless and Pandera look at all tables, and not only at those that a quicker check doubts.
    `written` are the tables from which the package has just been written: what is read back as it was is in our form.
    Raises InputError for a folder that holds no data package, and for a mistake in a rule.
    """
    at_hand = dict(documents or {})
    addresses = Addresses(folder, contract, documents=at_hand, reread_documents=at_hand)
    unsafe = check_descriptor_file(folder) or check_files(folder, read_descriptor(folder), contract)
    if unsafe:
        return Checked(unsafe, addresses)
    findings, tables = check_contract(folder, contract, thorough, written)
    if not all_checked(findings):
        return Checked(findings, addresses)
    findings += check_json(folder, tables, contract, written)
    findings += [*check_claims_agree(tables), *check_rules(tables, contract, rules)]
    if thorough:
        from mandate_data.validate.pandera_schemas import check_by_pandera  # takes half a second to load

        findings += check_by_pandera(tables, contract, rules)
    findings += check_row_keys(tables, contract)
    findings += check_formulas(tables, contract)
    findings += check_safeguarding(tables, contract)
    sources, elsewhere = dict(at_hand), check_sources(tables, at_hand)
    derived = check_derivation(tables, reread, contract) if reread is not None else []
    if elsewhere and any(finding.table != "sources" for finding in derived):
        derived = []  # it was made from another text, which alone could be held against it
        for finding in elsewhere:
            del sources[finding.row_key]
    elif derived:
        elsewhere = []
    if sources:
        findings += check_evidence(tables, contract, sources, normalisations)
    explained = explain([*findings, *elsewhere], tables)
    return Checked([*explained, *derived], replace(addresses, tables=tables, documents=sources, reread=reread))


def all_checked(findings: Sequence[Finding]) -> bool:
    """Whether every check ran on a package: with a broken contract, those of meaning and evidence did not.

    A wrong size or digest breaks nothing: what was changed is still to be found.
    """
    return not any(
        finding.severity == "error" and finding.code.startswith(OF_CONTRACT) and finding.code not in OF_DIGESTS
        for finding in findings
    )


def explain(findings: Sequence[Finding], tables: Tables) -> list[Finding]:
    """Findings that an erratum of the same cell explains become notes that name it."""
    result = []
    for finding in findings:
        erratum = next((row for row in tables.get("errata", []) if _is_explained(finding, row)), None)
        if erratum is not None:
            finding = replace(finding, severity="note", erratum=str(erratum["erratum_id"]))
        result.append(finding)
    return result


def _is_explained(finding: Finding, erratum: Row) -> bool:
    if finding.code == "erratum-stale":
        return False
    cell = (str(erratum["table"]), str(erratum["row_key"]), str(erratum["field"]))
    return explains(finding, *cell, (str(erratum["as_printed"]), text_of(erratum["published"])))
