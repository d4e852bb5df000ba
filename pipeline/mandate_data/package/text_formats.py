"""Text formats: whether a text is an address of e-mail, a URI, a UUID or base64, by the grammars of their RFCs."""

from __future__ import annotations

import base64
import binascii
import re

_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_EMAIL = re.compile(
    rf'(?:{_ATOM}(?:\.{_ATOM})*|"(?:[^"\\\r\n]|\\[^\r\n])+")@(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Za-z:.]+\])'
)
"""RFC 5321, with the letters of other alphabets that RFC 6531 allows."""
_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_HOST = r"(?:\[[0-9A-Fa-fv:.]+\]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)"
_AUTHORITY = rf"//(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{{2}})*@)?{_HOST}(?::[0-9]*)?(?:/{_CHARACTER}*)*"
_URI = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.-]*:(?:{_AUTHORITY}|(?!//)(?:{_CHARACTER}|/)*)"
    rf"(?:\?(?:{_CHARACTER}|[/?])*)?(?:#(?:{_CHARACTER}|[/?])*)?"
)
"""RFC 3986: with a scheme, and ASCII only."""
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def read_email(text: str) -> str:
    return _checked(_EMAIL, text)


def read_uri(text: str) -> str:
    """Raises ValueError also for an address of the web or of FTP without a host."""
    if re.match(r"(?i)(?:https?|ftps?):(?!//[^/?#])", text):
        raise ValueError(text)
    return _checked(_URI, text)


def read_uuid(text: str) -> str:
    return _checked(_UUID, text)


def read_binary(text: str) -> str:
    try:
        base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error
    return text


def _checked(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text
