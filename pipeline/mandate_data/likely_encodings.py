"""Which encoding the bytes of a text may be in that is not in UTF-8: by the letters that are frequent in a language."""

from __future__ import annotations

import codecs
import re

_SAMPLE = 40_000
_MOST = 0.9  # of what is not ASCII is of the script
_CYRILLIC = "оеаинтсрвл"
_ARABIC = "اليمنوترب"
_LETTERS = {
    "cp1251": (re.compile(r"[а-яёА-ЯЁ]"), _CYRILLIC),
    "koi8-r": (re.compile(r"[а-яёА-ЯЁ]"), _CYRILLIC),
    "cp866": (re.compile(r"[а-яёА-ЯЁ]"), _CYRILLIC),
    "iso8859-5": (re.compile(r"[а-яёА-ЯЁ]"), _CYRILLIC),
    "cp1256": (re.compile(r"[\u0621-\u064a]"), _ARABIC),
    "iso8859-6": (re.compile(r"[\u0621-\u064a]"), _ARABIC),
}
"""The letters of a script in an encoding, and those of which half of a text is made."""
_SIGNS = re.compile(r"[«»“”„‘’…–—№§°·\u00a0،؛؟\u064b-\u0652]")
_HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]")
_FEW = 4
"""Letters of another script that a text has at least."""


def likely_encoding(data: bytes) -> str:
    """The name of the encoding that fits bytes with some that are not ASCII; "" if none is likelier than the others.

    >>> likely_encoding("Доклад Совета".encode("cp1251")), likely_encoding("párrafo".encode("cp1252"))
    ('cp1251', 'cp1252')
    >>> likely_encoding("人权理事会第43/22号决议".encode("gb18030"))
    'gb18030'
    """
    data = data[:_SAMPLE]
    if sum(byte > 0x7F for byte in data) >= _FEW:
        for name, (script, frequent) in _LETTERS.items():
            if _is_of_script(_text(data, name), script, frequent):
                return name
        for name, lead, first, last in (("gb18030", "gb2312", 0xB0, 0xD7), ("big5", "big5", 0xA4, 0xC6)):
            if _is_chinese(_text(data, name), lead, first, last):
                return name
    return "cp1252" if _is_western(data) else ""


def _text(data: bytes, name: str) -> str:
    """The text, whose last character may be cut; "" where it is in another encoding."""
    try:
        return codecs.getincrementaldecoder(name)().decode(data)
    except UnicodeDecodeError:
        return ""


def _is_of_script(text: str, script: re.Pattern[str], frequent: str) -> bool:
    others = [sign for sign in text if not sign.isascii() and not _SIGNS.match(sign)]
    letters = [sign for sign in others if script.match(sign)]
    usual = sum(sign in frequent for sign in letters)
    return len(letters) >= max(_FEW, _MOST * len(others)) and 2 * usual >= len(letters)


def _is_chinese(text: str, charset: str, first: int, last: int) -> bool:
    """Whether most of what is not ASCII is Chinese, in characters that are frequent: their first bytes tell."""
    others = [sign for sign in text if not sign.isascii()]
    han = [sign for sign in others if _HAN.match(sign)]
    letters = "".join(sign for sign in han if "\u4e00" <= sign <= "\u9fff").encode(charset, "ignore")
    usual = sum(first <= byte <= last for byte in letters[::2])
    return len(han) >= max(_FEW // 2, _MOST * len(others)) and usual >= _MOST * len(letters) / 2 > 0


def _is_western(data: bytes) -> bool:
    """Whether most bytes that are not ASCII are alone, as accented letters of Western Europe are."""
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", data)]
    return sum(length <= 2 for length in runs) > _MOST * len(runs)
