"""Binary forms of a release, for tools that want them: SQLite, Parquet, an Excel workbook, a zip. Not kept in git.

Each is made from the release alone, and the same release gives the same bytes with the same libraries.
"""
