"""Tables in other formats (Parquet, Excel, zip), and the metadata of a release in the standards of the field."""
