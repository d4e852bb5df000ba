"""The characters of a PDF's page become words: their text, where they are, and how they are set.

All measures are points; x runs to the right, y downwards from the top of the page, as the text is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from mandate_data.documents.document import count_words
from mandate_data.documents.pdf.pdf_characters import HYPHEN, Characters, Piece, ends_of, turned
from mandate_data.documents.pdf.pdf_letterspacing import continuations
from mandate_data.documents.pdf.pdf_right_to_left import Token, runs_backwards, tokens_of
from mandate_data.documents.pdf.pdf_trust import trust_in

DESCENT = 0.21  # of the size: how far letters reach below the line they stand on
TOUCHING = 0.04  # of the size: what is as near belongs to one word, whatever PDFium takes it for
KERNED = 0.12  # of the size: what reaches so far over the end of a word is its next letter
SAME_PLACE = 0.3  # of the size: a word printed again so near is fake bold or a second layer
MARK_SIZE = 0.6  # of the size: a figure that is drawn as a mark of a note
MARK_FOOT = 0.3  # of the size: how far it lies above the line


class Word(NamedTuple):
    """A word: `x0` to `x1`, `top` to `bottom` and its `size`, these two to a tenth of a point; how it is set; whether a
    space is written before it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The page as its text is read: turned by `quarters` of a circle, `width` by `height`, from `left` and `upper`.

    If it is `mirrored`, as pages are whose text runs from right to left, what is first in a line is on the left.
    """

    quarters: int
    left: float
    upper: float
    width: float
    height: float
    mirrored: bool = False

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page stands."""
        x, y = turned(x, y, self.quarters)
        x -= self.left
        return (self.width - x if self.mirrored else x), self.upper - y


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page that run the way most of them do, each once; how many run another way, or say nothing, or
    may say something else."""

    words: list[Word]
    frame: Frame
    turned: int
    unreadable: int
    doubtful: int


def words_of(characters: Characters) -> PageWords:
    """The words of a page, in the order of the file."""
    pieces = characters.pieces()
    lengths: dict[int, int] = {}  # by text object
    for start, last, of, _ in pieces:
        if of in lengths:
            lengths[of] += last + 1 - start
        else:
            characters.style(of, start)
            lengths[of] = last + 1 - start
    ways = Counter[int]()
    for of, length in lengths.items():
        ways[characters.styles[of].quarters] += length
    way = max((quarters for quarters in ways if quarters >= 0), key=lambda quarters: ways[quarters], default=0)
    frame = _frame(characters.page, way)
    others = [one for one in pieces if characters.styles[one[2]].quarters != way] if len(ways) > 1 else []
    kept = [one for one in pieces if characters.styles[one[2]].quarters == way] if others else pieces
    tokens: list[Token] = []
    numbers: Sequence[int] = range(len(kept))
    if way == 0 and runs_backwards(characters.text):
        tokens, taken = tokens_of(characters, kept)
        numbers = [number for number in numbers if number not in taken]
        kept = [kept[number] for number in numbers]
    words = _words(characters, kept, frame)
    pairs = zip(reversed(words), reversed(numbers), strict=True) if tokens else ()
    order = {(word.x0, word.bottom): number for word, number in pairs}
    texts = [word[0] for word in words]
    unnamed = [text for text, piece in zip(texts, kept, strict=True) if characters.styles[piece[2]].unnamed]
    texts += [token.text for token in tokens]
    unnamed += [token.text for token in tokens if token.style.unnamed]
    trust = trust_in(texts, unnamed)
    turned_words = sum(count_words(characters.text[start : last + 1]) for start, last, _, _ in others)
    joined = frozenset(continuations(characters, kept, words))
    words = _once(_whole(words, joined))
    if tokens:
        made = {_word(token, frame): token.owner for token in reversed(tokens)}
        numbered = [(order[word.x0, word.bottom], word) for word in words]
        numbered += [(made[word], word) for word in _once([_word(token, frame) for token in tokens])]
        words = [word for _, word in sorted(numbered, key=lambda pair: pair[0])]
    if tokens and runs_mostly_backwards(words):
        frame = replace(frame, mirrored=True)
        words = [word._replace(x0=frame.width - word.x1, x1=frame.width - word.x0) for word in words]
    return PageWords(words, frame, turned_words, *trust)


def _words(characters: Characters, pieces: Sequence[Piece], frame: Frame) -> list[Word]:
    """The words that the pieces are, all of which run the way of the frame."""
    if not pieces:
        return []
    starts, lasts, objects, drawn = zip(*pieces, strict=True)
    styles = [characters.styles[one] for one in objects]
    x, y, boxes = characters.places(starts, lasts)
    x, y = turned(x, y, frame.quarters)
    left = x - frame.left
    right = np.maximum(left, ends_of(boxes, frame.quarters) - frame.left)
    sizes = np.array([style.size for style in styles])
    bottoms = np.round(frame.upper - y + DESCENT * sizes, 1)
    if any(drawn):
        bottoms = np.where(drawn, np.round(bottoms - MARK_FOOT * sizes, 1), bottoms)
        sizes = np.where(drawn, np.round(MARK_SIZE * sizes, 1), sizes)
    text = characters.text.replace(HYPHEN, "-")
    texts = [text[start : last + 1] for start, last, _, _ in pieces]
    before = f"\0{text}"  # at each place the character before it
    return list(
        map(
            Word,
            texts,
            left.tolist(),
            right.tolist(),
            (bottoms - sizes).tolist(),
            bottoms.tolist(),
            sizes.tolist(),
            [style.bold for style in styles],
            [style.italic for style in styles],
            [before[start] == " " for start in starts],
        )
    )


def _word(token: Token, frame: Frame) -> Word:
    style = token.style
    bottom = round(frame.upper - token.height + DESCENT * style.size, 1)
    left, right = token.left - frame.left, token.right - frame.left
    return Word(token.text, left, right, bottom - style.size, bottom, style.size, style.bold, style.italic, True)


def is_foreign(word: Word) -> bool:
    """Whether a word among those from right to left is one from left to right."""
    return any(map(str.isalpha, word.text)) and not runs_backwards(word.text)


def runs_mostly_backwards(words: Sequence[Word]) -> bool:
    """Whether more words run from right to left than from left to right."""
    return sum(runs_backwards(word.text) for word in words) > sum(map(is_foreign, words))


def _whole(words: list[Word], joined: Set[int]) -> list[Word]:
    """The same words, in which pieces that touch or overlap a little, of one size and on one line, are one, as are
    those whose numbers are among `joined` and the ones before them."""
    whole = words[:1]
    for number, word in enumerate(words[1:], 1):
        last = whole[-1]
        if (
            (-KERNED * word[5] < word[1] - last[2] < TOUCHING * word[5] or number in joined)
            and abs(last.bottom - word.bottom) < 0.5
            and abs(last.size - word.size) < 0.1
        ):
            whole[-1] = last._replace(text=last.text + word.text, x1=word.x1)
        else:
            whole.append(word)
    return whole


def _once(words: list[Word]) -> list[Word]:
    """The same words without those that are printed again on themselves."""
    seen: dict[str, list[tuple[float, float]]] = {}
    kept: list[Word] = []
    for word in words:
        text, left, _, _, bottom, size, _, _, _ = word
        before = seen.get(text)
        if before is None:
            seen[text] = [(left, bottom)]
        else:
            near = SAME_PLACE * size
            for x, y in before:
                if -near < x - left < near and -near < y - bottom < near:
                    break
            else:
                before.append((left, bottom))
                kept.append(word)
            continue
        kept.append(word)
    return kept


def _frame(page: Any, quarters: int) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    corners = [turned(box.left, box.bottom, quarters), turned(box.right, box.top, quarters)]
    left, right = sorted(corner[0] for corner in corners)
    lower, upper = sorted(corner[1] for corner in corners)
    return Frame(quarters, left, upper, right - left, upper - lower)
