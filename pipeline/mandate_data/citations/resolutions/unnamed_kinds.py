"""Tells resolutions from decisions by their numbers, where no word says what a number is."""

from __future__ import annotations

from mandate_data.citations.resolutions.meanings import ResolutionKind
from mandate_data.citations.resolutions.printed_number import Number

_FEWER = 55
"""The last session at which the Assembly adopted fewer than 300 resolutions for certain."""


def kind_of(organ: str, number: Number) -> ResolutionKind:
    """What a number is that no word tells: decisions are numbered from 101, those of the Assembly from 301 and, since
    it adopts more than 300 resolutions at a session, from 401."""
    session = number.session
    if session is None or number.roman or not session.isdigit():
        return "RES"
    last = 100 if organ != "general_assembly" else 300 if int(session) <= _FEWER else 400
    return "DEC" if number.number > last else "RES"
