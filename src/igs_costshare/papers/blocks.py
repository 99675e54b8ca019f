"""What a paper is made of, from top to bottom; none of it is markup.

One and the same blocks become a PDF (`compile`) and a page of HTML (`html`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from igs_costshare.charts.scene import Scene

RowRole = Literal["plain", "own", "quiet", "reserve", "sum", "total"]
"""How a row stands out: the reader's own is shaded, a quiet one small, sums and totals bold."""


class Run(NamedTuple):
    """A piece of a sentence."""

    text: str
    bold: bool = False


class Heading(NamedTuple):
    """What stands above a part of the paper."""

    text: str


class Lead(NamedTuple):
    """What is to be decided, in one sentence, beside a bar."""

    runs: tuple[Run, ...]


class Paragraph(NamedTuple):
    """A sentence or more."""

    runs: tuple[Run, ...]


class Note(NamedTuple):
    """Small print."""

    text: str


class Card(NamedTuple):
    """A large figure and what it is."""

    figure: str
    words: str


class Cards(NamedTuple):
    """Large figures beside one another."""

    cards: tuple[Card, ...]


class Head(NamedTuple):
    """What stands above a column."""

    text: str
    right: bool = True
    """Whether its cells are figures, which stand at the right."""
    strong: bool = False
    """Whether it is the column that the paper is about."""


class TableLine(NamedTuple):
    """A row of a table, a text for each column."""

    cells: tuple[str, ...]
    role: RowRole = "plain"


class Grid(NamedTuple):
    """A table; what no program could tell from its heading stands in its description."""

    description: str
    heads: tuple[Head, ...]
    lines: tuple[TableLine, ...]


class Drawing(NamedTuple):
    """A chart."""

    scene: Scene


class Bullets(NamedTuple):
    """A list; a point may have points of its own, `depth` says how far in it stands."""

    points: tuple[tuple[int, str], ...]


class Boxed(NamedTuple):
    """Sentences in a frame, to copy into a decision."""

    paragraphs: tuple[tuple[Run, ...], ...]


class Code(NamedTuple):
    """A code to scan, with what stands beside it; none of that is broken, as people copy it."""

    svg: str
    """Empty where there is no code."""
    alternative: str
    lines: tuple[tuple[str, str], ...]
    """Words and values."""


Block = Heading | Lead | Paragraph | Note | Cards | Grid | Drawing | Bullets | Boxed | Code


class Sheet(NamedTuple):
    """Blocks that stand on one page, however small its letters then are; or on several."""

    blocks: tuple[Block, ...]
    fits: bool = True
    """Whether it has to be one page."""
    landscape: bool = False


class Paper(NamedTuple):
    """A whole paper."""

    language: str
    title: str
    over: str
    """A line above the title; empty for none."""
    footer: str
    sheets: tuple[Sheet, ...]
    page_of: str = "{page} / {pages}"
    """Number and count of the pages, as the language has it."""


def runs(text: str) -> tuple[Run, ...]:
    """A sentence whose parts between `**` are bold.

    Only sentences of ours have these marks; what is put into them is made harmless by `plain`.
    """
    return tuple(Run(part, at % 2 == 1) for at, part in enumerate(text.split(MARK)) if part)


MARK = "\x02"
"""What a bold piece begins and ends with: no text of a file can hold it."""


def strong(text: str) -> str:
    """A text that is bold in the sentence that it is put into."""
    return f"{MARK}{text}{MARK}"
