"""Side files of a descriptor: schemas and dialects that are JSON files of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mandate_data.limits import LARGEST_DESCRIPTOR
from mandate_data.package.file_safety import irregular
from mandate_data.package.strict_json import no_constant
from mandate_data.regular_files import read_regular_text


class InvalidResourceError(Exception):
    """What is wrong with the description of a resource."""


def read_part(folder: Path, content: Any, what: str) -> dict[str, Any]:
    """A part of the descriptor that may have a file of its own."""
    if isinstance(content, str):
        path = folder / content
        if any(irregular(path, folder, "")):
            raise InvalidResourceError(f"its {what} {content!r} is not a file of the package")
        return read_object(path, f"its {what} {content!r}")
    if not isinstance(content, dict):
        raise InvalidResourceError(f"its {what} is not an object")
    return content


def read_object(path: Path, what: str) -> dict[str, Any]:
    """What a file of JSON holds, which is not text that could be the path of another."""
    try:
        content = json.loads(read_regular_text(path, LARGEST_DESCRIPTOR), parse_constant=no_constant)
    except OSError as error:
        raise InvalidResourceError(f"{what} can't be read ({error.strerror})") from None
    except (ValueError, RecursionError) as error:
        raise InvalidResourceError(f"{what} is not JSON ({str(error).splitlines()[0]})") from None
    if not isinstance(content, dict):
        raise InvalidResourceError(f"{what} is not an object")
    return content
