"""The command line: whatever a command ends in becomes a message and an exit code.

Exit codes: 0 fine; 1 findings of severity error; 2 a mistake in the call or the input; 130 interrupted.
"""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

import click

from mandate_data.cli.options import app
from mandate_data.errors import InputError

INTERRUPTED = 130
"""What shells make of Ctrl-C."""
NEW_OBJECTS = 500_000
"""How many more objects Python makes before it looks for those that refer to each other in a circle. After 700, as it
would by itself, it finds next to none in our tables, and takes a tenth of the time of a build."""


def main() -> None:
    """Run the command line; a mistake in call or input is one line on standard error and exit code 2."""
    gc.set_threshold(NEW_OBJECTS)
    try:
        code = app(standalone_mode=False)
    except InputError as error:
        _refuse(str(error))
    except click.Abort:
        code = INTERRUPTED
    except click.ClickException as error:
        message = error.format_message()
        # Without arguments the "message" is the help text itself.
        _refuse(message if "\n" in message else f"{message.rstrip('.')}; see mandate-data --help")
    finally:
        # Python would look through all that was loaded once more before it ends, for a fifth of a second.
        gc.freeze()
    if code == INTERRUPTED:
        click.echo("mandate-data: interrupted; what was there before is unchanged", err=True)
    sys.exit(code)


def _refuse(message: str) -> NoReturn:
    click.echo(message if "\n" in message else f"mandate-data: {message}", err=True)
    sys.exit(2)
