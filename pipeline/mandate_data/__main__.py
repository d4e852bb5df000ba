"""`python -m mandate_data`: the same as the installed command `mandate-data`."""

from mandate_data.cli.main import main

main()
