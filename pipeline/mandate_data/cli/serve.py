"""serve: the website at an address of this computer."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.option_values import PATH, Number
from mandate_data.cli.options import app
from mandate_data.errors import InputError
from mandate_data.site.local_server import local_server

LAST_PORT = 65_535


@app.command(epilog="Example: mandate-data serve --port 8080")
@click.argument("folder", metavar="[DIR]", type=PATH, default=Path("build/site"), help="The folder of a website.")
@click.option(
    "--port",
    metavar="NUMBER",
    type=Number(0, 65535),
    default=8000,
    help="Listen on this port; 0 means any free port.",
)
def serve(folder: Path, port: int) -> None:
    """Show a website at http://127.0.0.1:8000/, on this computer only.

    Open pages reload when the website has been rebuilt. Press Ctrl-C to stop.
    """
    if not 0 <= port <= LAST_PORT:
        raise InputError(f"--port {port}: is not between 0 and {LAST_PORT}")
    try:
        server = local_server(folder, port)
    except OSError as error:
        raise InputError(f"port {port}: {error.strerror}; choose another with --port") from None
    click.echo(f"{folder} is at http://127.0.0.1:{server.server_address[1]}/; press Ctrl-C to stop", err=True)
    server.serve_forever()
