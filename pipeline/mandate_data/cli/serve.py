"""serve: the website at an address of this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import app
from mandate_data.errors import InputError
from mandate_data.site.local_server import local_server


@app.command(epilog="Example: mandate-data serve --port 8080")
def serve(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The website.")] = Path("build/site"),
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", help="The port; 0 for any that is free.")] = 8000,
) -> None:
    """Show a website at http://127.0.0.1:8000/, for this computer alone.

    Open pages load again as soon as the website was built anew. Ctrl-C ends it.
    """
    try:
        server = local_server(folder, port)
    except OSError as error:
        raise InputError(f"port {port}: {error.strerror}; choose another with --port") from None
    typer.echo(f"{folder} is at http://127.0.0.1:{server.server_address[1]}/; Ctrl-C ends it", err=True)
    server.serve_forever()
