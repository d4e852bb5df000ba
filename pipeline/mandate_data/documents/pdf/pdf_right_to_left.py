"""Lines with letters that run from right to left: their words are made anew from where each character stands.

PDFium guesses the order of such characters, and is often wrong where figures, brackets or Latin letters are among them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from statistics import median
from typing import Literal, NamedTuple

from mandate_data.documents.pdf.pdf_characters import HYPHEN, Characters, Piece, Style

ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
YEARS = re.compile(r"(\d{4})[-–](\d{4})")
GAP = 0.12  # of the size: a wider gap parts two words
GAP_OF_LETTERS = 0.2  # the same where each letter is drawn by itself
TOUCHING = 0.04  # the same where the file, too, has two words
TOGETHER = (
    2.0  # letters that are drawn together in a line, on average, at least, where what is drawn together is a word
)
ENOUGH = 12  # letters of a line that tell how far they are from each other
FARTHEST = 0.25  # of the size: letters of a word that stand apart are nearer
AS_WIDE = 1.5  # times as far as letters are, or nearer, is no gap between words
SAME = 0.05  # points: characters at one place are one drawing
BEHIND = ".,:/%"  # figures or Latin letters, if they are on their right
JOINS = ".,:/"  # between figures: they make one number
JOINS_BESIDE_HEBREW = ".,:/-+%"
OPENING = str.maketrans(")]}", "([{")
CLOSING = str.maketrans("([{", ")]}")

Kind = Literal["R", "L", "D", "mark", "N"]
"""R: read from right to left, L: from left to right, D: a figure, mark: over another letter, N: none of them."""


class Drawing(NamedTuple):
    """What is drawn at one place: its letters in the order in which they are read, and what kind they are of.

    `owner` is its piece, `word` the word that it belongs to as PDFium sees it.
    """

    text: str
    kind: Kind
    left: float
    right: float
    height: float
    owner: int
    word: int
    style: Style


class Token(NamedTuple):
    """A word: its text as read, where it begins and ends, the height it stands on, how it is set, and the first of the
    pieces that it has letters of."""

    text: str
    left: float
    right: float
    height: float
    style: Style
    owner: int = 0


def runs_backwards(text: str) -> bool:
    """Whether a text has letters of a script that runs from right to left."""
    return not text.isascii() and any(_kind(character) == "R" for character in set(text))


def tokens_of(characters: Characters, pieces: Sequence[Piece]) -> tuple[list[Token], set[int]]:
    """The words of the lines that have letters from right to left, and the pieces that stand in these lines."""
    indices = [index for start, last, _, _ in pieces for index in range(start, last + 1)]
    owners = [number for number, (start, last, _, _) in enumerate(pieces) for _ in range(start, last + 1)]
    word_at = list(accumulate(map(str.isspace, characters.text)))
    _, y, boxes = characters.places(indices, indices)
    lines: dict[int, list[Drawing]] = defaultdict(list)
    marks: list[Drawing] = []
    for index, owner, height, left, right in zip(
        indices, owners, y.tolist(), *boxes[:, [0, 2]].T.tolist(), strict=True
    ):
        letter = characters.text[index].replace(HYPHEN, "-")
        style = characters.styles[pieces[owner][2]]
        one = Drawing(letter, _kind(letter), left, right, height, owner, word_at[index], style)
        (marks if one.kind == "mark" else lines[round(height)]).append(one)
    chosen = [line for line in lines.values() if any(one.kind == "R" for one in line)]
    placed = [sorted(_drawings(line), key=lambda one: one.left) for line in chosen]
    taken = {one.owner for line in placed for one in line}
    for mark in marks:
        taken |= {mark.owner} if _set_over(mark, placed) else set[int]()
    tokens: list[Token] = []
    for line in placed:
        hebrew = not any(ARABIC.search(one.text) for one in line)
        for word in _words(line):
            style = max((one.style for one in word), key=lambda style: style.size)
            left, right = min(one.left for one in word), max(one.right for one in word)
            owner = min(one.owner for one in word)
            tokens.append(Token(_as_read(word, hebrew), left, right, word[0].height, style, owner))
    return tokens, taken


def _drawings(line: Sequence[Drawing]) -> Iterator[Drawing]:
    """What is drawn on a line; the letters of one drawing, which PDFium turns round, are together."""
    last: Drawing | None = None
    for one in line:
        if last and last.kind == "R" == one.kind and abs(last.left - one.left) + abs(last.right - one.right) < SAME:
            last = last._replace(text=one.text + last.text)
        else:
            if last:
                yield last
            last = one
    if last:
        yield last


def _set_over(mark: Drawing, lines: Sequence[list[Drawing]]) -> bool:
    """Put a mark behind the letter over or under which it is drawn; False where there is none."""
    middle = (mark.left + mark.right) / 2
    for line in lines:
        if abs(line[0].height - mark.height) > mark.style.size:
            continue
        for place, one in enumerate(line):
            if one.kind == "R" and one.left - 1 <= middle <= one.right + 1:
                line[place] = one._replace(text=one.text + mark.text)
                return True
    return False


def _kind(letter: str) -> Kind:
    way = unicodedata.bidirectional(letter)
    if way in ("R", "AL"):
        return "R"
    if way == "NSM":
        return "mark"
    if way in ("EN", "AN"):
        return "D"
    return "L" if way == "L" else "N"


def _words(line: Sequence[Drawing]) -> Iterator[list[Drawing]]:
    word: list[Drawing] = []
    end = 0.0
    wide = AS_WIDE * _between_letters(line)
    by_words = len(line) >= TOGETHER * len({one.owner for one in line})
    least = GAP if by_words else GAP_OF_LETTERS
    for one in line:
        gap = (one.left - end) / one.style.size
        parted = word and (one.owner != word[-1].owner if by_words else one.word != word[-1].word)
        if word and gap > wide and (gap > least or (gap > TOUCHING and parted)):
            yield word
            word = []
        word.append(one)
        end = max(end, one.right) if len(word) > 1 else one.right
    if word:
        yield word


def _between_letters(line: Sequence[Drawing]) -> float:
    """How far letters are from each other, of the size, in a line of letters that stand apart; 0 in others."""
    gaps = [max(0.0, (one.left - last.right) / one.style.size) for last, one in pairwise(line)]
    usual = median(gaps) if len(gaps) >= ENOUGH else 0.0
    return usual if usual < FARTHEST else 0.0


def _as_read(word: Sequence[Drawing], hebrew: bool) -> str:
    """The text of a word, given from left to right, as it is read.

    A bracket opens at its beginning and closes at its end: PDFs name brackets by what they are, or by how they look.
    """
    pieces: list[str] = []
    for is_run, run in _runs(word, JOINS_BESIDE_HEBREW if hebrew else JOINS):
        pieces.append("".join(one.text for one in (run if is_run else reversed(run))))
    text = "".join(reversed(pieces))
    first = next((place for place, one in enumerate(text) if one.isalnum()), 0)
    last = next((place for place in range(len(text), 0, -1) if text[place - 1].isalnum()), len(text))
    return text[:first].translate(OPENING) + text[first:last] + text[last:].translate(CLOSING)


def _runs(word: Sequence[Drawing], joins: str) -> Iterator[tuple[bool, list[Drawing]]]:
    """The parts of a word from left to right, and of each whether it is read so: Latin letters and figures are."""
    for foreign, group in groupby(word, lambda one: one.kind != "R"):
        part = list(group)
        if not foreign:
            yield False, part
            continue
        solid = [at for at, one in enumerate(part) if one.kind in "LD"]
        if not solid:
            yield False, part
            continue
        first, last = solid[0], solid[-1] + 1
        while last < len(part) and part[last].text in BEHIND:
            last += 1  # a percentage, or what goes on in the next line
        if first:
            yield False, part[:first]
        core = part[first:last]
        if any(one.kind == "L" for one in core) or _are_years(core):
            yield True, core
        else:
            for number, of in groupby(core, lambda one: one.kind == "D" or one.text in joins):
                yield number, list(of)
        if last < len(part):
            yield False, part[last:]


def _are_years(core: Sequence[Drawing]) -> bool:
    """Whether figures are two years, the first on the left: typesetters draw them so or the other way round."""
    found = YEARS.fullmatch("".join(one.text for one in core))
    return found is not None and int(found[1]) < int(found[2])
