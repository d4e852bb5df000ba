"""The commands, a module for each group: calls in, messages and exit codes out. All work is done elsewhere.

Each module registers its commands with `app`; heavy libraries are imported inside commands, so that --help is quick.
"""

from mandate_data.cli import building, citing, collecting, releasing, showing, starting, trace  # noqa: F401 (in the order in which --help lists them)
from mandate_data.cli.options import app

__all__ = ["app"]
