"""Claims: what a source says of the tables is what the tables give, or an erratum explains why it is not."""

from __future__ import annotations

from collections.abc import Iterator

from mandate_data.findings import Finding, finding
from mandate_data.package.tables import Tables, text_of

CLAIMS, DISAGREES = "claims", "disagrees"


def check_claims_agree(tables: Tables) -> Iterator[Finding]:
    """A finding for each claim whose verdict is that it disagrees, without lines; none where there are no claims."""
    for row in tables.get(CLAIMS, ()):
        if row["verdict"] == DISAGREES:
            claimed, computed = text_of(row["claimed"]), text_of(row["computed"])
            yield finding(
                "claim-disagrees",
                table=CLAIMS,
                row_key=text_of(row["claim_id"]),
                field="claimed",
                value=claimed,
                claimed=claimed,
                computed=computed,
            )
