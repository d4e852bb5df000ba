"""Claims: each number that a source gives about what the tables hold, recomputed from the tables by a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mandate_data.errors import InputError
from mandate_data.extract.claim_queries import SOURCE, Query, answer_of, blind_database
from mandate_data.extract.claimed_values import agrees, normal, normal_set
from mandate_data.extract.errata import Erratum
from mandate_data.extract.records import ClaimRule
from mandate_data.package.tables import Package, Row, Tables

NOT_COMPUTED = "not in the tables"


def check_claims(
    tables: Tables,
    contract: Package,
    rules: Sequence[ClaimRule],
    queries: Mapping[str, Query],
    errata: Sequence[Erratum],
) -> list[Row]:
    """The rows of `claims`, each with what its query gives, the verdict, and the erratum that explains a disagreement.

    Raises InputError for a query that the project does not have, and for one that can't be run.
    """
    by_id = {rule.claim_id: rule for rule in rules}
    with blind_database(tables, contract) as database:
        checked = []
        for row in tables["claims"]:
            rule = by_id[str(row["claim_id"])]
            if rule.query not in queries:
                known = ", ".join(queries) or "none"
                raise InputError(
                    f"{rule.at}: the claim {rule.claim_id}: there is no query {rule.query!r}; known: {known}"
                )
            query = queries[rule.query]
            unknown = sorted(set(rule.options) - query.options)
            if unknown:
                columns = ", ".join(contract.tables["claims"].columns)
                raise InputError(
                    f"{rule.at}: claims has no column {unknown[0]!r}, and the query {rule.query} no such option; "
                    f"the columns are {columns}"
                )
            sql = query.with_options(
                rule.options, f"{rule.claim_id} ({rule.at})", {**rule.about, SOURCE: row["source_id"]}
            )
            computed = answer_of(database, sql, query.at)
            checked.append(_row(row, query, sql, computed, errata))
    return checked


def _row(row: Row, query: Query, sql: str, computed: str, errata: Sequence[Erratum]) -> Row:
    claimed = (
        normal_set(str(row["claimed"])) if query.comparison in ("same_set", "subset") else normal(str(row["claimed"]))
    )
    agree = bool(computed) and agrees(claimed, computed, query.comparison)
    erratum = None if agree else _explaining(str(row["claim_id"]), claimed, errata)
    return {
        "claim_id": row["claim_id"],
        "source_id": row["source_id"],
        "statement": row["statement"],
        "claimed": claimed,
        "query": sql,
        "computed": computed or NOT_COMPUTED,
        "comparison": query.comparison,
        "verdict": "agrees" if agree else "disagrees",
        "note": erratum.reason if erratum else row.get("note"),
        "erratum_id": erratum.erratum_id if erratum else None,
    }


def _explaining(claim_id: str, claimed: str, errata: Sequence[Erratum]) -> Erratum | None:
    """The erratum on what is claimed, as it is claimed."""
    cell = ("claims", claim_id, "claimed", claimed)
    fitting = (one for one in errata if (one.table, one.row_key, one.field, one.published) == cell)
    return next(fitting, None)
