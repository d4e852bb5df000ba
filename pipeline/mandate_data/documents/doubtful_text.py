"""Text that was damaged before it was saved is told: a wrong encoding, lost characters, words written backwards."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mandate_data.documents.document import LeftOut

_REST = "\u00a0-\u00bf€‚ƒ„†‡ˆ‰Š‹ŒŽ‘’“”…•–—˜™š›œžŸ\u0080-\u009f"
"""What the bytes behind the first one of a character of UTF-8 are read as in Windows-1252 and in Latin-1."""
FOREIGN = "words in letters that no language has together, as Äîêëàä for Доклад: the encoding may be another one"
KINDS = {
    "characters that were read in a wrong encoding before the file was saved, as Ã© for é": re.compile(
        rf"â[€\u0080][{_REST}]|Ã[\u00a0-\u00bfƒ‰€ˆ‚Š‡šœž]|Â[\u00a0«»°§·¿¡]|(?:[ÐÑ][{_REST}]){{2}}|(?:[ØÙ][{_REST}]){{2}}"
    ),
    "characters that a program before lost, and replaced by �": re.compile("\ufffd"),
    "letters of Arabic or Hebrew in the forms of a font, which are not read": re.compile(
        r"[\ufb1d-\ufb4f\ufb50-\ufd3d\ufe70-\ufefc]{2,}"
    ),
    FOREIGN: re.compile(
        rf"[\u00c0-\u00ff](?:(?![ÃÂâ])[\u00c0-\u00ff{_REST}]){{3,}}|(?<![А-Яа-яё])[а-яё][А-Я]{{3,}}"
        r"|[a-z][бвгджзйклмнптфц-ьэюяё][a-z]|[a-z][\u4e00-\u9fff][a-z]{2}"
    ),
}
BINARY = "there is binary data in the text; words beside it may be read wrongly"
FEWEST = 2  # places of the first kind: one may be meant
BACKWARDS = re.compile(r"(?<!\w)[ةىךםןףץ](?=\w)")
FORWARDS = re.compile(r"(?<=\w)[ةىךםןףץ](?!\w)")
"""Letters with which words of Arabic and Hebrew end: words that begin with them are written backwards."""
ORDER = "words of Arabic or Hebrew that are written backwards, as they stand on a page from left to right"
SEVERAL = 3  # such words in a wrong encoding
MANY = 3  # such words


class DoubtWatch:
    """Gathers such doubts about a text that comes in chunks."""

    def __init__(self) -> None:
        self._line = 1
        self._counts: dict[str, int] = {}
        self._first: dict[str, int] = {}
        self._forwards = 0
        self._binary = 0

    def feed(self, chunk: str) -> None:
        """Look at the next chunk of the text."""
        if not self._binary and "\0" in chunk:
            self._binary = self._line + chunk.count("\n", 0, chunk.index("\0"))
        if not chunk.isascii():
            for what, form in (*KINDS.items(), (ORDER, BACKWARDS)):
                for found in form.finditer(chunk):
                    self._counts[what] = self._counts.get(what, 0) + 1
                    if what not in self._first:  # counting lines at every place would take long
                        self._first[what] = self._line + chunk.count("\n", 0, found.start())
            self._forwards += len(FORWARDS.findall(chunk)) if ORDER in self._counts else 0
        self._line += chunk.count("\n")

    def end(self) -> list[LeftOut]:
        """What is in doubt, each kind once, with the line where it is first."""
        counts = dict(self._counts)
        if counts.get(ORDER, 0) < max(MANY, self._forwards):
            counts.pop(ORDER, None)
        wrong = next(iter(KINDS))
        if counts.get(wrong, 0) < FEWEST:
            counts.pop(wrong, None)
        if wrong in counts or counts.get(FOREIGN, 0) < SEVERAL:
            counts.pop(FOREIGN, None)
        binary = [LeftOut(BINARY, line=self._binary)] if self._binary else []
        return binary + [LeftOut(f"{count:,} {what}", line=self._first[what]) for what, count in counts.items()]


def doubts(chunks: Iterable[str]) -> list[LeftOut]:
    """All doubts about a text."""
    watch = DoubtWatch()
    for chunk in chunks:
        watch.feed(chunk)
    return watch.end()
