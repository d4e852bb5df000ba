"""Object stores: reached in one way, at the address that was named, and nowhere that an answer sends us."""

from __future__ import annotations

import functools
from typing import Any

from mandate_data.limits import MOST_PAGES, MOST_SAME_PAGES

_WITHOUT_KEYS = ("NoCredentialsError", "PartialCredentialsError")
PROTOCOLS = ("file", "s3")
"""Kinds of stores, as their addresses begin."""


def store_at(url: str) -> tuple[Any, str]:
    """The file system of fsspec that an address is in, and the path there; an answer that sends us on is a failure.

    Raises ImportError where a library is missing, and ValueError for an address that is none.
    """
    import fsspec

    options = {"config_kwargs": {"http_session_cls": _staying_session()}} if url.startswith("s3://") else {}
    files, path = fsspec.url_to_fs(url, use_listings_cache=False, skip_instance_cache=True, **options)
    return files, path


def faults_of_stores(url: str) -> tuple[type[Exception], ...]:
    """What a store ends in that can't be reached, breaks off or talks nonsense. Raises ImportError."""
    if not url.startswith("s3://"):
        return OSError, ValueError, KeyError
    import botocore.exceptions

    return OSError, ValueError, KeyError, botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError


def advice_on(error: Exception) -> str | None:
    """What to do where a store does not let us in; None for any other fault."""
    refused = type(error).__name__ in _WITHOUT_KEYS or isinstance(error, PermissionError)
    return "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to keys that it knows" if refused else None


@functools.cache
def _staying_session() -> type[Any]:
    """The HTTP session of S3 that follows no redirect: a store could send us, and what we publish, to any machine.

    It gives up a list of files that has no end.

    Stores of several regions name the right region in their answer, which botocore then asks by itself.
    """
    import aiohttp
    from aiobotocore.httpsession import AIOHTTPSession
    from botocore.exceptions import HTTPClientError

    async def refuse(session: Any, context: Any, params: Any) -> None:
        raise aiohttp.ClientConnectionError("the store sends us to another address, where we don't go")

    class StayingSession(AIOHTTPSession):  # type: ignore[misc,unused-ignore]
        def __init__(self, *given: Any, **options: Any) -> None:
            super().__init__(*given, **options)
            self._pages, self._asked, self._last = 0, 0, ""

        async def send(self, request: Any) -> Any:
            if "continuation-token=" in request.url:
                self._asked = self._asked + 1 if request.url == self._last else 0
                self._pages, self._last = self._pages + 1, request.url
                if self._asked > MOST_SAME_PAGES or self._pages > MOST_PAGES:
                    raise HTTPClientError(error="the list of its files has no end")
            return await super().send(request)

        async def _get_session(self, proxy_url: str | None) -> Any:
            session = await super()._get_session(proxy_url)
            if not session.trace_configs:
                trace = aiohttp.TraceConfig()
                trace.on_request_redirect.append(refuse)
                trace.freeze()
                session.trace_configs.append(trace)
            return session

    return StayingSession
