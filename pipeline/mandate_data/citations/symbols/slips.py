"""Slips of the press and other ways to write a symbol, put right before it is read: `E.CN/4`, `A/RES/25/2625`."""

from __future__ import annotations

import re
from collections.abc import Callable

from mandate_data.citations.symbols.series import digits
from mandate_data.citations.symbols.session_years import assembly_had_reached
from mandate_data.roman_numerals import to_roman


def _organ_root(match: re.Match[str]) -> str:
    """The root of a symbol printed with the organ's initials: `GA/RES/55/2`."""
    return "A/" if match[1] else "S/" if match[2] else "A/HRC/"


def _by_roman_session(match: re.Match[str]) -> str:
    """A resolution of the Assembly whose session is printed before its number as is usual since 1976."""
    session = to_roman(int(match[1]))
    plausible = assembly_had_reached(session, int(match[2]), about=0)
    return f"A/RES/{match[2]}({session}){match[3]}" if plausible else match[0]


_SLIPS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"[\s\xad]"), ""),
    (re.compile(r"^([AES])\.(CN|C)/?\.?(\d)", re.IGNORECASE), r"\1/\2.\3"),  # E.C/12 for E/C.12
    (re.compile(r"^([AES])/(CONF)(?=\d)", re.IGNORECASE), r"\1/\2."),  # A/CONF 157/23
    (re.compile(r"^([AES])/(CN|CONF|AC|C)/(?=\d)", re.IGNORECASE), r"\1/\2."),  # A/CONF/177/20
    (re.compile(r"^(?:UN)?(?:(GA)|(SC)|HRC)/(?=RES/|DEC/)", re.IGNORECASE), _organ_root),
    # RES.1990, CO4
    (re.compile(r"[./](RES|DEC|CO|GC|PRST)\.?/?(?=\d|S-|ES-)", re.IGNORECASE), r"/\1/"),
    (re.compile(r"/(QPR|Q)\.(?=\d)"), r"/\1/"),  # Q.3
    (re.compile(r"/([PS])\.([VR])\.(?=\d)"), r"/\1\2."),  # P.V.1280
    (re.compile(r"(?<=[A-Z]/[A-Z])/(SR)/(?=\d)|(?<=\d)/(SR|PV|WP|CRP|L)/(?=\d)"), r"/\1\2."),  # CRC/C/SR/12
    (re.compile(r"^([AES])/PV/(?=\d)"), r"\1/PV."),  # S/PV/7180
    (re.compile(r"\.(Add|Corr|Rev)\.", re.IGNORECASE), r"/\1."),
    # AC.l, CONF.lO
    (re.compile(r"(?<=[CFG]\.)(?=[\dIO]*[lIO])[\dlIO]{1,3}(?=/)"), lambda match: digits(match[0])),
    # 2003/79 Add.2
    (re.compile(r"(?<=[\d)])(Add|Corr|Rev|Amend)[.,:]?(?=[\dlI]{1,3}(?:/|\(|$|Add|Corr|Rev))", re.IGNORECASE), r"/\1."),
    (re.compile(r"(?<=[A-Z]),(?=\d)", re.IGNORECASE), "."),  # L,45
    (re.compile(r"/(L|SR|PV|WP|CRP|Add|Corr|Rev|Amend):(?=\d)", re.IGNORECASE), r"/\1."),  # Rev:1
    (re.compile(r"^A/RES/([12]?\d|30)/(\d{3,4})([A-Z]?)$"), _by_roman_session),  # A/RES/25/2625
    (re.compile(r"^E/RES/19\d\d/(\d{1,4})\(([IVXL]+)\)$"), r"E/RES/\1(\2)"),  # E/RES/1974/1848(LVI)
    (re.compile(r"^(A/RES/\d{1,4})/([IVX]+)$"), r"\1(\2)"),  # A/RES/2065/XX
    (re.compile(r"(?<=^A/HRC)(?=\d)", re.IGNORECASE), "/"),
    (re.compile(r"(?<=/)(?=[lIO]*\d)[\dlIO]{2,6}(?=[/(]|$)"), lambda match: digits(match[0])),  # l986, 4l
    (re.compile(r"(?<=[\d)])\.(?:En?|Fr?|Sp?)$", re.IGNORECASE), ""),
)


def mended(text: str) -> str:
    """The text with the slips of the press put right that no template can tell."""
    for slip, right in _SLIPS:
        text = slip.sub(right, text)
    return text
