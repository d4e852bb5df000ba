"""`python -m pipeline`: the same as the installed command `mandate-data`."""

from pipeline.cli import main

main()
