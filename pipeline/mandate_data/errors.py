"""The exceptions that mean a mistake of the user: in the call or the input, or in the code of a project."""


class InputError(Exception):
    """Says in one line what is wrong, where, and what to do. The command line prints it and exits with 2."""


class MisuseError(Exception):
    """Says what is wrong with what a project's code gives the program; who runs that code adds its file and line."""


def how_to_add(extra: str) -> str:
    """How a part of the program is installed. No package index has the program: a name there would be a stranger's."""
    return f"in a clone of this program run: pip install '.[{extra}]'"
