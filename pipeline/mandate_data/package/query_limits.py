"""Limits of queries: SQL of a project that is given up, as one that recurs has no end."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import Any

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_SQL_VALUE, MOST_QUERY_ROWS, QUERY_SECONDS

_STEPS = 10_000
"""Instructions of SQLite from one look at the clock to the next: about a tenth of a millisecond."""


def ask(database: sqlite3.Connection, query: str, where: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """The names of the columns of a query, and its rows.

    Raises sqlite3.Error for a query that can't be run, and InputError, beginning with `where`, for one that takes more
    CPU time or gives more rows than `limits` has.
    """
    end = time.process_time() + QUERY_SECONDS
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_SQL_VALUE)
    database.set_progress_handler(lambda: time.process_time() > end, _STEPS)
    try:
        with closing(database.execute(query)) as cursor:
            rows = cursor.fetchmany(MOST_QUERY_ROWS + 1)
            names = tuple(column[0] for column in cursor.description or ())
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        why = f"the query takes more than {QUERY_SECONDS:g} seconds of CPU time"
        raise InputError(f"{where}: {why}; let it end sooner") from None
    finally:
        database.set_progress_handler(None, 0)
    if len(rows) > MOST_QUERY_ROWS:
        raise InputError(f"{where}: the query gives more than {MOST_QUERY_ROWS:,} rows; let it give fewer")
    return names, rows
