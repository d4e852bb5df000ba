"""The one exception that means "a mistake in the call or the input": one line, exit code 2."""


class InputError(Exception):
    """Says in one line what is wrong, where, and what to do. The command line prints it and exits with 2."""
