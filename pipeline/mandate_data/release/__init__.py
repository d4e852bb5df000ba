"""Releases: a package becomes a published version, which never changes, says what changed, and can be made again.

ledger.py         every version, each entry chained to the one before
release_files.py  the files of a release, as bytes
create.py         decides the version, writes the release in one step
verification.py   checksums, signatures, the chain, and the release made again
binary_forms.py   SQLite, Parquet, Excel and zip, made from a release
release_stores.py copies releases to a bucket or a folder
"""
