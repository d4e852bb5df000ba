"""Address space: whether `ulimit -v` or `-d` leaves room for polars, which ends the process where there is none."""

from __future__ import annotations

import resource

from mandate_data.errors import InputError
from mandate_data.limits import ROOM_OF_POLARS


def has_room_for_polars() -> bool:
    """Whether the limits of this process are as large as polars and its threads need."""
    limits = (resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_DATA))
    return all(limit == resource.RLIM_INFINITY or limit >= ROOM_OF_POLARS for limit in limits)


def require_room_for_polars() -> None:
    """Raises InputError where the limits are smaller, with what is needed."""
    if not has_room_for_polars():
        raise InputError(
            f"polars needs an address space of {ROOM_OF_POLARS >> 30} GiB, and a limit allows less; "
            "raise it with ulimit -v and ulimit -d"
        )
