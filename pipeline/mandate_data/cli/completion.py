"""completion: commands and options completed by the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from mandate_data.cli.options import app
from mandate_data.errors import InputError

SHELLS = ("bash", "zsh", "fish")


@app.command(epilog="Example: mandate-data completion bash > ~/.local/share/bash-completion/completions/mandate-data")
@click.argument("shell", metavar="SHELL", help="The shell: bash, zsh or fish.")
def completion(shell: str) -> None:
    """Print a script with which a shell completes commands, options and file names.

    Load it when the shell starts, for example with `source FILE` in ~/.bashrc.
    """
    kind = get_completion_class(shell) if shell in SHELLS else None
    if kind is None:
        raise InputError(f"{shell!r}: no completion for this shell; known shells: {', '.join(SHELLS)}")
    click.echo(_script(kind, shell))


def _script(kind: type[click.shell_completion.ShellComplete], shell: str) -> str:
    """The script that Click has for a shell, without asking which version of it is installed."""
    made = kind(app, {}, "mandate-data", "_MANDATE_DATA_COMPLETE")
    return made.source_template % made.source_vars()
