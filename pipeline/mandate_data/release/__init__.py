"""Releases: a package becomes a published version, which never changes, says what changed, and can be made again.

ledger.py    every version, each entry chained to the one before
contents.py  the files of a release, as bytes
making.py    decides the version, writes the release in one step
verifying.py checksums, the chain, and the release made again
"""
