"""Pandera schemas: what a column-by-column contract can't say about the tables.

schemas = pandera_schemas(frames)
schemas["country_visits"].validate(frames["country_visits"], lazy=True)
"""

from __future__ import annotations

import pandera.pandas as pa

from schemas.meaning import documents, near, rows, terms, times, visits
from schemas.meaning.rule import Frames, Rule

__all__ = ["RULES", "Frames", "Rule", "pandera_schemas"]

RULES: tuple[Rule, ...] = (*terms.RULES, *documents.RULES, *visits.RULES, *times.RULES, *rows.RULES, *near.RULES)


def pandera_schemas(frames: Frames) -> dict[str, pa.DataFrameSchema]:
    """A Pandera schema a table, with a check a rule; rules may look at all the frames."""
    return {table: pa.DataFrameSchema(name=table, checks=_checks(table, frames)) for table in frames}


def _checks(table: str, frames: Frames) -> list[pa.Check]:
    return [
        pa.Check(lambda frame, rule=rule: rule.holds(frame, frames), name=rule.name, error=rule.name)
        for rule in RULES
        if rule.table == table
    ]
