"""A drawing as data: lines, bars, dots and texts, for whoever draws it.

Across, places are hundredths of a percent of the width, so that a drawing follows the screen or
the sheet while its letters stay as large as they are; heights are pixels from above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

WHOLE = 10_000
"""The whole width."""
_NARROW = frozenset(" .,:;'’|!-−ijl\N{NO-BREAK SPACE}")
_LONGEST = 26
"""Characters of a name beside a mark; the table has it whole."""
_START = 15
"""Of these from its beginning: what tells long names apart often stands at their end."""

Style = Literal[
    "ink",
    "soft",
    "bold",
    "grid",
    "zero",
    "own",
    "other",
    "covered",
    "reserve",
    "before",
    "more",
    "less",
    "level",
    "line-0",
    "line-1",
    "line-2",
    "line-3",
    "line-4",
    "line-5",
]
"""What a mark is, from which page and paper know its colour; never the colour alone says it."""
LINES: tuple[Style, ...] = ("line-0", "line-1", "line-2", "line-3", "line-4", "line-5")
Anchor = Literal["start", "middle", "end"]


class Stroke(NamedTuple):
    """A line from one place to another."""

    x1: int
    y1: int
    x2: int
    y2: int
    style: Style


class Bar(NamedTuple):
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int
    style: Style


class Dot(NamedTuple):
    """A round mark; an open one has its inside white."""

    x: int
    y: int
    radius: int
    style: Style
    open: bool = False


class Label(NamedTuple):
    """A text, the middle of its line at `y`."""

    x: int
    y: int
    text: str
    anchor: Anchor
    style: Style


Mark = Stroke | Bar | Dot | Label


class Scene(NamedTuple):
    """A drawing: its finding as a title, a description in full sentences, and its marks."""

    title: str
    description: str
    height: int
    marks: tuple[Mark, ...]
    note: str = ""
    """What its marks mean, to stand under it."""
    narrow: Scene | None = None
    """The same for a telephone, with names above what they name."""

    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of its marks."""
        return tuple(mark.text for mark in self.marks if isinstance(mark, Label))


def text_width(text: str) -> int:
    """Hundredths of an em that a text takes in a usual font, estimated."""
    return sum(30 if character in _NARROW else 58 for character in text)


def room_for(texts: Iterable[str]) -> int:
    """Hundredths of a percent of the width that texts take in the narrowest drawing."""
    return min(WHOLE * 2 // 5, max(map(text_width, texts), default=0) * 12 // 5 + 150)


class Layout(NamedTuple):
    """How rows stand: with their names beside them, or above them where there is no room."""

    above: bool

    @property
    def pitch(self) -> int:
        """Pixels from one row to the next."""
        return 34 if self.above else PITCH

    def middle(self, top: int, at: int) -> int:
        """The middle of what is drawn in a row."""
        return top + self.pitch * (at + 1) - PITCH // 2

    def names(self, names: Iterable[str]) -> int:
        """The room that names take at the left."""
        return 0 if self.above else room_for(names)

    def room(self, texts: Iterable[str]) -> int:
        """The room that figures take."""
        if not self.above:
            return room_for(texts)
        return max(map(text_width, texts), default=0) * 4 + 250

    def name(self, beside: Label) -> Label:
        """A name as it stands beside its row, or above it."""
        if not self.above:
            return beside
        return beside._replace(x=0, y=beside.y - PITCH + 2, anchor="start")


PITCH = 18
WIDE, NARROW = Layout(above=False), Layout(above=True)


def on_both(draw: Callable[[Layout], Scene | None]) -> Scene | None:
    """A drawing for a page and for a telephone."""
    wide = draw(WIDE)
    return None if wide is None else wide._replace(narrow=draw(NARROW))


def short(name: str) -> str:
    """A name that fits beside a mark."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_START].rstrip()}…{name[_START + 1 - _LONGEST :].lstrip()}"
