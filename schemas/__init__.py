"""The contract: Table Schemas (`tables/`), their meaning in Pandera (`meaning/`), JSON Schemas (`json/`)."""
