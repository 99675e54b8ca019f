"""The fonts of the papers: which characters they have, and how wide those are.

So no character vanishes from a sheet in silence, and no column has to be set to know its width.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

from igs_costshare.errors import visible

REGULAR, BOLD = "SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf"
_FOLDER = Path(__file__).parent / "fonts"
_MISSING = "□"
"""What stands for a character that no font has."""
_ALL = [3, 10]
"""Platform and encoding of the table that maps all of Unicode, as both fonts have it."""


def printable(text: str) -> str:
    """The text with what the fonts lack written otherwise: taken apart, or as an empty box.

    >>> printable("Beek \N{FULLWIDTH DIGIT ONE} 👍")
    'Beek 1 □'
    """
    known = characters()
    if known.issuperset(text):
        return text
    return "".join(each if each in known else _otherwise(each) for each in visible(text))


def width(text: str, *, bold: bool = False) -> int:
    """Thousandths of an em that a text takes at most, without what pairs of letters save."""
    font = _font(BOLD if bold else REGULAR)
    return sum(font.widths.get(ord(each), font.widest) for each in text)


def _otherwise(character: str) -> str:
    """Another way to write a character that the fonts lack."""
    apart = unicodedata.normalize("NFKD", character)
    if apart != character and characters().issuperset(apart):
        return apart
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""  # it changes another, and shows nothing by itself
    return _MISSING


@cache
def characters() -> frozenset[str]:
    """The characters that every font of the papers has."""
    return frozenset(map(chr, _font(REGULAR).widths.keys() & _font(BOLD).widths.keys()))


class _Font(NamedTuple):
    widths: dict[int, int]
    """Thousandths of an em, by code point."""
    widest: int


@cache
def _font(name: str) -> _Font:
    """What a TrueType font says of its characters."""
    font = (_FOLDER / name).read_bytes()
    (em,) = unpack_from(">H", font, _table(font, b"head") + 18)
    (count,) = unpack_from(">H", font, _table(font, b"hhea") + 34)
    advances = unpack_from(">" + "Hh" * count, font, _table(font, b"hmtx"))[::2]
    widths = {
        point: -(-1_000 * advances[min(glyph, count - 1)] // em)
        for point, glyph in _glyphs(font).items()
    }
    return _Font(widths, max(widths[ord(each)] for each in "MW@"))


def _glyphs(font: bytes) -> dict[int, int]:
    """The glyph of each code point, from the table for all of Unicode."""
    start = _table(font, b"cmap")
    (count,) = unpack_from(">H", font, start + 2)
    tables = [unpack_from(">HHL", font, start + 4 + 8 * each) for each in range(count)]
    place = start + next(offset for *kind, offset in tables if kind == _ALL)
    (groups,) = unpack_from(">L", font, place + 12)
    found: dict[int, int] = {}
    for each in range(groups):
        first, last, glyph = unpack_from(">LLL", font, place + 16 + 12 * each)
        found.update({point: glyph + point - first for point in range(first, last + 1)})
    return found


def _table(font: bytes, tag: bytes) -> int:
    """Where a table of the font begins."""
    (count,) = unpack_from(">H", font, 4)
    tables = (unpack_from(">4sLLL", font, 12 + 16 * each) for each in range(count))
    return next(int(offset) for name, _, offset, _ in tables if name == tag)
