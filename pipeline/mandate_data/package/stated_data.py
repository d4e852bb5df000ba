"""Stated data: where a resource says that its rows are, in files or in the descriptor, and whether it is a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mandate_data.package.side_files import InvalidResourceError


def stated_path(item: Mapping[str, Any]) -> Any:
    """The path or paths of a resource; version 0 of the standard called it `url`."""
    return item.get("path", item.get("url") if "data" not in item else None)


def stated_files(item: Mapping[str, Any]) -> list[str]:
    """The files or addresses of a resource; none where its data are in the descriptor.

    Raises InvalidResourceError for what is neither, or both.
    """
    path, data = stated_path(item), item.get("data")
    if path is not None and data is not None:
        raise InvalidResourceError("it has both a path and data, and may have one of the two")
    if path is None and data is None:
        raise InvalidResourceError("it needs either a path or data")
    if path is None:
        if not isinstance(data, list | Mapping | str):
            raise InvalidResourceError("its data are neither a list, nor an object, nor a text")
        return []
    names = path if isinstance(path, list) else [path]
    if not names or not all(map(_is_path, names)):
        raise InvalidResourceError("its path is neither the name of a file nor a list of such names")
    return names


def is_table(item: Mapping[str, Any]) -> bool:
    """Whether a resource says that it is a table."""
    return item.get("type") == "table" or "tabular-data-resource" in str(item.get("profile"))


def _is_path(path: Any) -> bool:
    return isinstance(path, str) and path != "" and not path.endswith("/")
