"""Text recognition: a picture of a page goes to the command `tesseract`, where it is installed, and words come back.

Tesseract is asked to use one thread, so that it takes no core of others. Without the command, pages without text stay
unread, and are reported.
"""

from __future__ import annotations

import csv
import functools
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal, NamedTuple

from mandate_data.errors import InputError
from mandate_data.limits import RECOGNITION_SECONDS

Ocr = Literal["auto", "off", "force"]
"""Which pages are recognised: those without text, none, or all."""
COMMAND = "tesseract"
LANGUAGES = ("eng", "fra", "spa", "rus", "chi_sim")
"""Languages of the United Nations that are used as far as their data is installed; Arabic runs the other way."""
ALIKE = (0.6, 1.35)  # of the usual height of lines: these are set in one size
WORD_LEVEL, LINE_LEVEL = "5", "4"


@dataclass(frozen=True, slots=True)
class Recogniser:
    """The program that recognises text: its version, and its languages as it takes them, such as "eng+fra"."""

    version: str
    languages: str

    @property
    def name(self) -> str:
        """How reports call it."""
        return f"Tesseract {self.version}, {self.languages}"


class RecognisedWord(NamedTuple):
    """A word in pixels from the top left corner: its line's foot and size are the same for all words of a line."""

    text: str
    x0: float
    x1: float
    bottom: float
    size: float
    confidence: float


@functools.cache
def find_recogniser() -> Recogniser | None:
    """What is installed; None where there is no Tesseract, or none that has a language of ours."""
    if shutil.which(COMMAND) is None:
        return None
    version = re.search(r"\d+(?:\.\d+)+", _output("--version"))
    installed = set(_output("--list-langs").split())
    languages = "+".join(language for language in LANGUAGES if language in installed)
    return Recogniser(version[0] if version else "of an unknown version", languages) if languages else None


def needed_recogniser(ocr: Ocr) -> Recogniser | None:
    """The recogniser for a choice of `--ocr`; None for "off", and for "auto" where there is none.

    Raises InputError for "force" where there is none.
    """
    found = None if ocr == "off" else find_recogniser()
    if ocr == "force" and found is None:
        raise InputError("--ocr force: tesseract is not installed; install it, or take --ocr auto")
    return found


def _output(argument: str) -> str:
    done = subprocess.run([COMMAND, argument], capture_output=True, text=True, check=False, timeout=RECOGNITION_SECONDS)
    return done.stdout + done.stderr


def recognise(picture: bytes, dots_per_inch: int, recogniser: Recogniser) -> list[RecognisedWord]:
    """The words of a page, line by line; `picture` is a grey one in the form PGM.

    Raises InputError where Tesseract fails or takes too long.
    """
    arguments = [COMMAND, "stdin", "stdout", "-l", recogniser.languages, "--dpi", str(dots_per_inch), "tsv"]
    try:
        done = subprocess.run(
            arguments,
            input=picture,
            capture_output=True,
            check=False,
            timeout=RECOGNITION_SECONDS,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"recognising a page takes longer than {RECOGNITION_SECONDS:g} seconds") from None
    if done.returncode != 0:
        raise InputError(f"Tesseract failed ({' '.join(done.stderr.decode('utf-8', 'replace').split())[:200]})")
    return _words(done.stdout.decode("utf-8", "replace"))


def _words(table: str) -> list[RecognisedWord]:
    rows = list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = {_line(row): row for row in rows if row["level"] == LINE_LEVEL}
    usual = median([float(row["height"]) for row in lines.values()] or [1.0])
    words: list[RecognisedWord] = []
    for row in rows:
        text = (row["text"] or "").strip()
        if row["level"] != WORD_LEVEL or not text:
            continue
        line = lines.get(_line(row), row)
        height = float(line["height"])
        size = usual if ALIKE[0] * usual <= height <= ALIKE[1] * usual else height
        left = float(row["left"])
        bottom = float(line["top"]) + height
        words.append(RecognisedWord(text, left, left + float(row["width"]), bottom, size, float(row["conf"])))
    return words


def _line(row: dict[str, str]) -> Sequence[str]:
    return tuple(row[column] for column in ("block_num", "par_num", "line_num"))
