"""Which characters the fonts of the papers have, so that none vanishes from a sheet in silence."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from struct import unpack_from

from igs_costshare.errors import visible

FONTS = ("SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf")
_MISSING = "□"
"""What stands for a character that no font has."""
_ALL = [3, 10]
"""Platform and encoding of the table that maps all of Unicode, as both fonts have it."""


def printable(text: str) -> str:
    """The text with what the fonts lack written otherwise: taken apart, or as an empty box.

    >>> printable("Beek ﬁn 👍")
    'Beek fin □'
    """
    known = characters()
    if known.issuperset(text):
        return text
    return "".join(each if each in known else _otherwise(each) for each in visible(text))


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
    folder = Path(__file__).parent / "fonts"
    sets = [_mapped((folder / name).read_bytes()) for name in FONTS]
    return frozenset(map(chr, sets[0].intersection(*sets[1:])))


def _mapped(font: bytes) -> set[int]:
    """The code points that a TrueType font has a glyph for, from its table for all of Unicode."""
    start = _table(font, b"cmap")
    (count,) = unpack_from(">H", font, start + 2)
    tables = [unpack_from(">HHL", font, start + 4 + 8 * each) for each in range(count)]
    place = start + next(offset for *kind, offset in tables if kind == _ALL)
    (groups,) = unpack_from(">L", font, place + 12)
    found: set[int] = set()
    for each in range(groups):
        first, last, _ = unpack_from(">LLL", font, place + 16 + 12 * each)
        found.update(range(first, last + 1))
    return found


def _table(font: bytes, tag: bytes) -> int:
    """Where a table of the font begins."""
    (count,) = unpack_from(">H", font, 4)
    tables = (unpack_from(">4sLLL", font, 12 + 16 * each) for each in range(count))
    return next(int(offset) for name, _, offset, _ in tables if name == tag)
