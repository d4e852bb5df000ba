"""The commands as a group: listed without being loaded, loaded when one is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from typer.core import TyperGroup

from mandate_data.cli import COMMANDS

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter


class CommandGroup(TyperGroup):
    """Loads a command's module, `cli/<command>.py`, when the command is called."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            import_module(f"mandate_data.cli.{cmd_name.replace('-', '_')}")
            from typer.main import get_group

            from mandate_data.cli.options import app

            self.commands = get_group(app).commands
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        if args[0] not in COMMANDS:
            for name in COMMANDS:  # the message names the one that is most like it
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
