"""The command line, one module per command: calls in, messages and exit codes out. All work is done elsewhere.

Each module registers its command with `app`; heavy libraries are imported inside commands, so that --help is fast.
"""

from mandate_data.cli import (  # noqa: F401 (each registers its command)
    build,
    checks,
    cite,
    corpus,
    diff,
    dist,
    init,
    new_source,
    publish,
    release,
    site,
    trace,
    validate,
    verify,
)
from mandate_data.cli.options import app

__all__ = ["app"]
