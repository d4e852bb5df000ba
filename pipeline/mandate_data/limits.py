"""Limits: how much of anything is read from somebody else, each number with its reason. docs/security.md lists them."""

# Files
LARGEST_DESCRIPTOR = 10 << 20
"""Bytes of a datapackage.json, a schema, a dialect, a ledger or a list of sums: a thousand times the usual."""
LARGEST_YAML = 4 << 20
"""Bytes of a YAML file: a contract of a thousand tables has less."""
LARGEST_DOCUMENT = 256 << 20
"""Bytes of a document that is read as a whole: ten times the largest report of the United Nations that we know."""
LARGEST_HASHED = 4 << 30
"""Bytes of one package of which digests are computed: some ten seconds."""
MOST_RESOURCES = 10_000
"""Resources of a package: each takes a millisecond, and has findings of its own."""

# Tables
LONGEST_LINE = 1 << 20
"""Bytes: no line of a table is longer, its header least of all."""
LONGEST_RECORD = 16 << 20
"""Bytes: a record that is longer has a quote that is not closed."""
MOST_CELLS = 4096
"""Of a record, and columns of a table: of more, each one too many would be reported with all the others beside it."""
MOST_FAULTS = 10_000
"""Findings on one table: what is wrong everywhere is not reported a million times."""
MOST_PACKAGE_FAULTS = 50_000
"""Findings on a package: beyond them no other table is checked; each takes a thousandth of a second to report."""
MOST_ALIGNED = 5_000
"""Rows that `diff` compares with each other by what they hold, which takes the square of the time."""
LARGEST_UNPACKED = 16 << 30
"""Bytes of a compressed table when it is unpacked, however large the archive."""
LARGEST_RATIO, ALWAYS_ALLOWED = 250, 4 << 20
"""How many times its size a compressed table may have when it is unpacked, beyond the first bytes."""

LARGEST_TYPED = 64 << 20
"""Bytes of a table in JSON or Parquet, which is read as a whole."""
LARGEST_UNPACKED_TYPED = 512 << 20
"""Bytes of a workbook when it is unpacked."""
MOST_TYPED_CELLS = 1_000_000
"""Cells of a table in JSON, Parquet or Excel, or in the descriptor: each takes some two hundred bytes of memory."""
LARGEST_TYPED_TEXT = 32 << 20
"""Characters of all its cells: files may have a text once that a million cells refer to."""
TYPED_SECONDS, TYPED_MEGABYTES, PARQUET_MEGABYTES = 45.0, 440, 1024
"""CPU time and memory for reading such a table in a process of its own: a million cells take less. Polars reserves
memory that it does not use."""
TYPED_WAITING = 3.0
"""How many times its CPU time such a table may take by the clock."""
LARGEST_GROWTH = 2
"""How many times its size a binary form may have that another version of its library wrote."""

# Archives
MOST_ENTRIES = 100_000
"""Entries of an archive: with more it is not a collection, but an attack or a mistake."""
LARGEST_DIRECTORY = 16 << 20
"""Bytes of an archive's directory, which the unpacker reads at once."""

MOST_PAGES, MOST_SAME_PAGES = 10_000, 10
"""Pages of the lists of files of a store, each of a thousand as a rule; how often the same is asked for in a row."""

# Texts
LONGEST_VALUE = 1000
"""Characters of a value in a finding: a cell or a constraint may have millions."""
LONGEST_REFUSAL = 3_000
"""Characters of the line that says why a command gave up: it may quote what somebody else wrote."""
LONGEST_MESSAGE = 300
"""Characters of a reason that a library gives: some repeat the schema."""
LONGEST_PATTERN = 10_000
"""Characters of a regular expression: longer ones are generated, and take seconds to compile."""
DEEPEST_GROUPS = 100
"""Groups of a regular expression within each other: each level takes memory, and thousands take half a gigabyte."""
MOST_SCHEMA_STEPS = 100_000
"""Keywords of a `jsonSchema` that are tried on one cell: schemas can refer to themselves without end."""
PATTERN_SECONDS = 2.0
"""What a search with a pattern may take where it can't be done in linear time."""
SEARCHED_IN_A_SECOND = 1_000_000
"""Characters for which the searches with a pattern of a guide may take a second more: the slowest of ours take a
tenth."""
SLOW_CELL_SECONDS = 0.05
"""CPU time of a test of one cell that counts as slow: all others together are in proportion to the table."""
COLUMN_SECONDS = 20.0
"""CPU time that a column takes to search with a pattern of the project's own, or, with one of a package or a
`jsonSchema`, for its slow cells: a million take a second."""

# SQL of a project: views, claims, pages of the website
QUERY_SECONDS = 20.0
"""CPU time of one query: the largest of ours take a hundredth of a second."""
MOST_QUERY_ROWS = 1_000_000
"""Rows that one query gives: a sheet of Excel holds about as many."""
LARGEST_SQL_VALUE = 16 << 20
"""Bytes of a value that a query makes."""

# YAML
DEEPEST = 100
"""Lists and mappings within each other."""
MOST_REPEATED = 10_000
"""Values that all aliases of a file may repeat."""
LONGEST_NUMBER = 4_000
"""Digits of a whole number: Python converts no more."""

# Processes
LARGEST_WORD, LARGEST_INSERTED = 200_000_000, 50_000_000
"""Bytes that the parts of a Word document, and of a document inserted in one, may have, unpacked."""
LARGEST_ZIP = 4 << 30
"""Bytes that a package in a zip may have, unpacked."""
DOCUMENT_SECONDS = 120.0
"""CPU time that reading one document may take: the largest reports take a tenth of it."""
READING_SECONDS = 120.0
"""CPU time in which the project's guide and readers must have read one source: the largest take a second."""
WAITING = 10.0
"""How many times its CPU time a document may take by the clock: on a busy machine, or from a slow store."""
RECOGNITION_SECONDS = 120.0
"""By the clock, for recognising the text of one page, which takes a few."""
ROOM_OF_POLARS = 4 << 30
"""Address space below which polars is not loaded: it and its threads take more than one, and then need the table's."""
DOCUMENT_MEGABYTES = 2048
"""Memory that reading one document may take, in addition to the program's own."""
START_SECONDS = 120.0
"""Within which a child process must have loaded its libraries, on a machine that does much else."""
TABLES_SECONDS = 600.0
"""Within which a child process must have built the tables of what it read."""
GIT_SECONDS = 30.0
"""By the clock, for one question to git: the history of ours takes a tenth of a second."""
LOCK_SECONDS = 60.0
"""How long a command waits for another one that writes to the same place, which takes seconds."""
