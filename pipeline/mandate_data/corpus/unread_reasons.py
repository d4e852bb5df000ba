"""Why a file is not read, in the words in which the table of such files has it."""

from __future__ import annotations

import errno

LINKED = "it is a link to a folder: name that folder"
OUTSIDE = "it is a link to a file outside of the folder: name that file"
OUTPUT = "it is a package that corpus wrote: its files are not documents"
_IN_A_CIRCLE = "it is a link that leads back to itself: name a file"


def why_unread(error: Exception) -> str:
    """Why a file can't be read."""
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return _IN_A_CIRCLE
    return _advised("it can't be read", error)


def why_unlisted(error: OSError) -> str:
    """Why the files of a folder can't be found."""
    return _advised("it can't be listed", error)


def why_no_archive(error: Exception) -> str:
    """Why a zip archive can't be opened."""
    if isinstance(error, OSError) and error.strerror:
        return why_unread(error)
    return _advised("it is not a zip archive that can be read", error)


def _advised(what: str, error: Exception) -> str:
    """What the system says, and what to do about it; without the path that it repeats, which is the file's own."""
    said = error.strerror if isinstance(error, OSError) else None
    why = f"{what} ({said or ' '.join(str(error).split()) or type(error).__name__})"
    return f"{why}: check its permissions" if isinstance(error, PermissionError) else why
