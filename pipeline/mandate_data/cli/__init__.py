"""The command line, one module per command: calls in, messages and exit codes out. All work is done elsewhere.

A module registers its command with `options.app`, and is loaded when that command is called. Heavy libraries are
imported inside commands, so that --help is fast.
"""

COMMANDS = {
    "build": "Read the sources, validate what they say, and write the data package.",
    "checks": "List every check, the project's included: its code, its severity, what it means, and an example.",
    "cite": "Report every citation of a United Nations document: symbol, place, line, pinpoint.",
    "corpus": "Report every citation in many documents, and which document cites which, as a data package of Parquet.",
    "diff": "Compare two data packages: schemas, and rows cell by cell; and say which version the changes make.",
    "dist": "Make the binary forms of a release in build/dist: SQLite, Parquet, an Excel workbook, a zip.",
    "init": "Begin a project: a first source, a contract, a Makefile and a workflow. It builds at once.",
    "new-source": "Begin a source: a folder in raw/, a reader that finds what can be found, and a test.",
    "publish": "Copy a release to an S3-compatible bucket or a folder, and those before it that are not there yet.",
    "release": "Build the package, compare it with the latest release, and write the next one into build/releases.",
    "serve": "Show a website at http://127.0.0.1:8000/, for this computer alone.",
    "site": "Build a website of a release, for a folder, a USB stick or a web server.",
    "trace": "Show where a value comes from: the lines of its sources, with the value marked, and the rules.",
    "validate": "Check a data package against its contract, its meaning and, where they are at hand, its sources.",
    "verify": "Check releases: the digest of every file, the chain of the ledger, and that they can be made again.",
}
"""Each command and what it does, which is the first line of its own help."""
