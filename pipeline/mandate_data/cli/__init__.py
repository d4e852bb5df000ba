"""The command line, one module per command: calls in, messages and exit codes out. All work is done elsewhere.

A module registers its command with `options.app`, and is loaded when that command is called. Heavy libraries are
imported inside commands, so that --help is fast.
"""

COMMANDS = {
    "build": "Read the sources, validate them, and write the data package.",
    "checks": "List every check of the program and the project, with severity, meaning and example.",
    "cite": "Find the citations of United Nations documents in files: symbol, place, line, pinpoint.",
    "completion": "Print a script with which a shell completes commands, options and file names.",
    "corpus": "Find the citations in many documents, and write a data package of Parquet files.",
    "diff": "Compare two data packages, cell by cell, and compute the version of the newer one.",
    "dist": "Write a release to build/dist as SQLite, Parquet, an Excel workbook and a zip.",
    "init": "Begin a project with a first source, a contract, a Makefile and a workflow, ready to build.",
    "new-source": "Begin a source: a folder in raw/ with a descriptor, a draft edition and a reader, and a test.",
    "publish": "Copy a release, and all earlier ones that are missing, to an S3-compatible bucket or a folder.",
    "release": "Build the package, compare it with the latest release, and write the next one to build/releases.",
    "serve": "Show a website at http://127.0.0.1:8000/, on this computer only.",
    "site": "Build a website of a release, for a folder, a USB stick or a web server.",
    "trace": "Show where a value comes from: the lines of its sources, with the value marked, and the rules.",
    "validate": "Check a data package against its schemas, its rules and, where they are at hand, its sources.",
    "verify": "Verify releases: the digest of each file, the chain of the ledger, and a second build of each.",
}
"""Each command and what it does, which is the first line of its own help."""
