"""How wide the columns of a table are, in thousandths of an em, and where long words break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from igs_costshare.papers.blocks import Grid, RowRole
from igs_costshare.papers.glyphs import printable, width

_QUIET, _HEAD = 85, 92
"""Percent of the size of letters that quiet rows and headings have."""
_BOLD: tuple[RowRole, ...] = ("sum", "total")
_LONGEST_WORD = 9_000
"""What a word in a cell may take: a longer one may be broken."""
_BREAK = "\N{ZERO WIDTH SPACE}"
_AFTER = ("(?<=[/_-])|(?<=→\N{NO-BREAK SPACE})", "(?<=\N{NO-BREAK SPACE})")
"""Where a long word breaks: after what ties words together, after such a space, else anywhere."""
_LONGEST_HYPHENATED = 20_000
"""Above this a word of letters is no word, and breaks as a code does."""
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[\d_/@=]|\w[.:]\w")
"""What a figure, a code, an id or an address has, and no word."""
_AROUND = "()[]“”’«»\"'.,:;!?…"
_VOWELS = "aeiouyàâäáéèêëíîïóôöúûü"
_NO_WORD = re.compile(f"[{_VOWELS}]{{6,}}|[^{_VOWELS}]{{9,}}", re.IGNORECASE)
"""So many vowels, or other letters, in a row: a code, and no word that a language breaks."""


class Text(NamedTuple):
    """A text in a cell, and how it stands there."""

    text: str
    bold: bool
    size: int = 100

    @property
    def wide(self) -> int:
        """The whole of it."""
        return _sized(width(self.text, bold=self.bold), self.size)

    @property
    def word(self) -> int:
        """Its widest word, of a long one its widest piece."""
        pieces = re.split(f"[ {_BREAK}]", breakable(self.text))
        widest = max(width(each, bold=self.bold) for each in pieces)
        return _sized(min(widest, _LONGEST_WORD), self.size)


def breakable(text: str, most: int = _LONGEST_WORD) -> str:
    """The text with places where words that take more than `most` may break.

    A long word of letters has none in a cell: it is among `hyphenated`, and breaks by the rules of
    its language.
    """
    return " ".join(
        _BREAK.join(_pieces(word, _AFTER, most, hyphens=not _CODE.search(word)))
        for word in text.split(" ")
    )


def hyphenated(texts: Iterable[str]) -> tuple[str, ...]:
    """The long words of letters in cells; no figure, code or id is among them."""
    words = (word for text in texts for word in re.split(f"[ {_BREAK}]", breakable(text)))
    found = (_WORD.search(word) for word in words if width(word, bold=True) > _LONGEST_WORD)
    return tuple(dict.fromkeys(each[0] for each in found if each))


def _is_hyphenated(word: str) -> bool:
    """Whether a long word is one of letters, but for marks around it, that has syllables."""
    letters = word.strip(_AROUND)
    return _WORD.fullmatch(letters) is not None and _NO_WORD.search(letters) is None


def _pieces(word: str, after: Sequence[str], most: int, *, hyphens: bool) -> list[str]:
    wide = width(word, bold=True)
    if wide <= most:
        return [word]
    if hyphens and wide <= _LONGEST_HYPHENATED and _is_hyphenated(word):
        return [word]
    if not after:
        return _cut(word, most)
    pieces: list[str] = []
    for part in filter(None, re.split(after[0], word)):
        joined = pieces[-1] + part if pieces else part
        if pieces and width(joined, bold=True) <= most:
            pieces[-1] = joined
        else:
            pieces += _pieces(part, after[1:], most, hyphens=hyphens)
    return pieces


def _cut(word: str, most: int) -> list[str]:
    """Pieces of a word that take no more than `most`, a letter at least."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, bold=True) > most:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def column_widths(grid: Grid) -> list[dict[str, int]]:
    """Of each column: its heading, what it needs as figures, and as text whole or by the word."""
    return [_widths(grid, at) for at in range(len(grid.heads))]


def _widths(grid: Grid, at: int) -> dict[str, int]:
    head = Text(printable(grid.heads[at].text), bold=True, size=_HEAD)
    cells = [_text(grid, at, row) for row in range(len(grid.lines))]
    quiet = [each.word for each in cells if each.size == _QUIET]
    whole = [each.wide for each in cells if each.size != _QUIET]
    return {
        "head": head.wide,
        "figure": max(head.word, *quiet, *whole, 0),
        "whole": max(head.wide, *whole, 0),
        "word": max(head.word, *(each.word for each in cells), 0),
    }


def _text(grid: Grid, at: int, row: int) -> Text:
    line, quiet = grid.lines[row], grid.lines[row].role == "quiet"
    bold = line.role in _BOLD or (grid.heads[at].strong and not quiet)
    return Text(printable(line.cells[at]), bold, _QUIET if quiet else 100)


def _sized(wide: int, percent: int) -> int:
    """A width in another size, rounded up."""
    return -(-wide * percent // 100)
