"""Diff: two packages compared, schemas and rows, and the version that the difference makes."""
