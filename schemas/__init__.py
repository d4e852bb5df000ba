"""The contract: Table Schemas (`tables/`) and their meaning (`rules/`)."""
