"""Claims: each number that a source gives about what the tables hold, recomputed from the tables by the project."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mandate_data.errors import InputError
from mandate_data.extract.records import ClaimRule
from mandate_data.extract.values import ORDINAL_WORDS, PrintedError, number
from mandate_data.package.tables import Row, Tables, text_of

Compute = Callable[[Tables, Row, Mapping[str, str]], str]
NOT_COMPUTED = "not in the tables"


@dataclass(frozen=True, slots=True)
class Query:
    """How a claim is recomputed: in words, as code, and when both values count as agreeing.

    `compute` takes the tables, the row of the claim and the options of its rule. `normal` is how the claimed value is
    written, in figures unless it is given.
    """

    words: str
    compute: Compute
    agrees: Callable[[str, str], bool]
    normal: Callable[[str], str] | None = None


def same_number(claimed: str, computed: str) -> bool:
    """Whether both are the same number."""
    return decimal(claimed) == decimal(computed)


def in_range(claimed: str, computed: str) -> bool:
    """Whether the computed number is in a claimed range such as `2-3`."""
    low, _, high = claimed.partition("-")
    return decimal(low) <= decimal(computed) <= decimal(high or low)


def same_text(claimed: str, computed: str) -> bool:
    """Whether both are the same text."""
    return claimed == computed


def decimal(text: str) -> Decimal:
    """A printed number. Raises PrintedError for a text that is none."""
    return Decimal(str(number(text)))


def check_claims(tables: Tables, rules: Sequence[ClaimRule], queries: Mapping[str, Query]) -> list[Row]:
    """The rows of `claims`, each with what was computed and the verdict.

    Raises InputError for a query that the project does not have.
    """
    by_id = {rule.claim_id: rule for rule in rules}
    checked: list[Row] = []
    for row in tables["claims"]:
        rule = by_id[str(row["claim_id"])]
        if rule.query not in queries:
            raise InputError(
                f"the claim {rule.claim_id}: there is no query {rule.query!r}; known: {', '.join(queries)}"
            )
        query = queries[rule.query]
        options = {name: text_of(value) for name, value in rule.options.items() if value is not None}
        claimed = (query.normal or normal)(str(row["claimed"]))
        try:
            computed = query.compute(tables, row, options)
            agrees = query.agrees(claimed, computed)
        except (LookupError, ValueError):
            # The rows that the claim is about are gone or unreadable: then it can't agree, and a check says so.
            computed, agrees = NOT_COMPUTED, False
        checked.append(
            {
                "claim_id": row["claim_id"],
                "source_id": row["source_id"],
                "statement": row["statement"],
                "claimed": claimed,
                "computed": computed,
                "computed_from": query.words,
                "verdict": "agrees" if agrees else "disagrees",
                "note": row.get("note"),
            }
        )
    return checked


def normal(claimed: str) -> str:
    """A claimed number in figures: `five` -> `5`, `two to three` -> `2-3`, `46th` -> `46`, `fifth` -> `5`."""
    text = re.sub(r"\s*[–—]\s*", "-", " ".join(claimed.split()))
    if text.lower() in ORDINAL_WORDS:
        return str(ORDINAL_WORDS[text.lower()])
    if found := re.fullmatch(r"(\d+) ?(?:st|nd|rd|th)", text):
        return found.group(1)
    try:
        if " to " in text:
            low, high = text.split(" to ")
            return f"{number(low)}-{number(high)}"
        return text_of(number(text))
    except PrintedError:
        return text
