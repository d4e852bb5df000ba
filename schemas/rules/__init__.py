"""The rules of this data set: what a contract of columns can't say about its tables."""

from __future__ import annotations

from mandate_data.validate.rule import Rule

from . import documents, near_duplicates, publication_dates, row_counts, terms_of_office_rules, visits

RULES: tuple[Rule, ...] = (
    *terms_of_office_rules.RULES,
    *documents.RULES,
    *visits.RULES,
    *publication_dates.RULES,
    *row_counts.RULES,
    *near_duplicates.RULES,
)
