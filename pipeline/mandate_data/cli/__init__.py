"""The commands, a module for each group: calls in, messages and exit codes out. All work is done elsewhere.

Each module registers its commands with `app`; heavy libraries are imported inside commands, so that --help is quick.
"""

from mandate_data.cli import building, citing, collecting, init, releasing, showing, starting, trace  # noqa: F401 (each registers its commands)
from mandate_data.cli.options import app

__all__ = ["app"]
