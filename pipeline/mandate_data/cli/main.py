"""The command line: whatever a command ends in becomes a message and an exit code.

Exit codes: 0 fine; 1 findings of severity error; 2 a mistake in the call or the input; 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from mandate_data.cli.options import INTERRUPTED, app
from mandate_data.cli.terminal import give_up_output, prepare_streams
from mandate_data.errors import InputError
from mandate_data.limits import LONGEST_REFUSAL
from mandate_data.printable import printable_line

PROGRAM = "mandate-data"
"""What usage calls the program, and the variable of completion is named after, however it was begun."""
NEW_OBJECTS = 500_000
"""How many more objects Python makes before it looks for those that refer to each other in a circle. After 700, as it
would by itself, it finds next to none in our tables, and takes a tenth of the time of a build."""


def main() -> None:
    """Run the command line; a mistake in call or input is one line on standard error and exit code 2."""
    gc.set_threshold(NEW_OBJECTS)
    prepare_streams()
    try:
        code = app(prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except InputError as error:
        _refuse(str(error))
    except click.Abort:
        code = INTERRUPTED
    except click.ClickException as error:
        message = error.format_message()
        # Without arguments the "message" is the help text itself.
        _refuse(message if "\n" in message else _with_help(message, error), is_help="\n" in message)
    except MemoryError:
        _refuse("there is not enough memory for this input; allow more, or take a smaller one")
    except BrokenPipeError:  # whoever reads has read enough
        give_up_output()
        sys.exit(1)
    except OSError as error:  # a full disk, a folder that vanished, a place that can't be written
        give_up_output()
        _refuse(f"{_place_of(error)}{error.strerror or error}; mend that and run the command again")
    finally:
        # Python would look through all that was loaded once more before it ends, for a fifth of a second.
        gc.freeze()
    if code == INTERRUPTED:
        click.echo("mandate-data: interrupted; what was there before is unchanged", err=True)
    sys.exit(code)


def _with_help(message: str, error: click.ClickException) -> str:
    """The message, and how to see the help of the command in which the mistake was made."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = f" {context.info_name}" if context is not None and context.parent is not None else ""
    see = " See" if message.endswith("?") else "; see"
    return f"{message.rstrip('.')}{see} mandate-data{command} --help"


def _place_of(error: OSError) -> str:
    names = [os.fsdecode(name) for name in (error.filename, error.filename2) if isinstance(name, str | bytes)]
    return f"{' and '.join(names)}: " if names else ""


def _refuse(message: str, is_help: bool = False) -> NoReturn:
    if len(message) > LONGEST_REFUSAL:
        message = f"{message[:LONGEST_REFUSAL]} …"
    with suppress(OSError):  # nobody listens
        click.echo(message if is_help else f"mandate-data: {printable_line(message)}", err=True)
    sys.exit(2)
