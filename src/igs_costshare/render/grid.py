"""A block of a table as lines for a terminal: each cell padded, wide names and headings folded.

Drawn without the tables of Rich, which take ten times as long (a statement may have 500,000 cells)
and break a line at the no-break space between sign and amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from igs_costshare.render.block import Block


class _Place(NamedTuple):
    """Where the texts of a column stand."""

    width: int
    left: bool
    at_top: bool

    def line(self, text: str, bold: bool = False) -> str:
        """One line of a cell, padded; bold are its letters only."""
        text = text if self.left else text.rstrip()
        space = " " * (self.width - cell_len(text))
        shown = f"\x1b[1m{text}\x1b[0m" if bold and text else text
        return shown + space if self.left else space + shown


def folded(text: str, width: int) -> list[str]:
    """The lines of a text in so many cells, between words where it can."""
    if cell_len(text) <= width:
        return [text]
    lines = [""]
    for word in re.findall(" *[^ ]+ *", text):
        wide = cell_len(word.rstrip(" "))
        if cell_len(lines[-1]) + wide <= width:
            lines[-1] += word
        else:
            lines += [word] if wide <= width else chop_cells(word, width)
    return [line.rstrip(" ") for line in lines if line]


def grid(block: Block, gap: int, styled: bool) -> Iterator[str]:
    """The lines of a block: headings on a rule, rows, and the total under another."""
    places = tuple(
        # Several names of a row begin on one line, with its figures; figures behind a single name
        # stand on its last line.
        _Place(width, column.kind == "text", column.kind == "text" or block.names > 1)
        for column, width in zip(block.columns, block.widths, strict=True)
    )
    rule = "─" * block.width(gap)
    headings = [column.heading for column in block.columns]
    bottoms = [each._replace(at_top=False) for each in places]
    yield from _row(bottoms, headings, gap, styled)
    yield rule
    yield from _rows(block, places, gap)
    if block.has_total:
        yield rule
        tops = [each._replace(at_top=True) for each in places]
        yield from _row(tops, [texts[-1] for texts in block.texts], gap, styled)


def _rows(block: Block, places: Sequence[_Place], gap: int) -> Iterator[str]:
    """The lines of all rows but the total, column by column where nothing has to fold."""
    last = len(block.texts[0]) - block.has_total
    tall = {
        row
        for place, texts in zip(places, block.texts, strict=True)
        if place.left
        for row, text in enumerate(texts[:last])
        if cell_len(text) > place.width
    }
    columns = [
        [place.line(text) for text in texts[:last]]
        for place, texts in zip(places, block.texts, strict=True)
    ]
    between = " " * gap
    for row, cells in enumerate(zip(*columns, strict=True)):
        if row in tall:
            yield from _row(places, [texts[row] for texts in block.texts], gap, False)
        else:
            yield between.join(cells)


def _row(places: Sequence[_Place], texts: Sequence[str], gap: int, bold: bool) -> Iterator[str]:
    """The lines of one row, each cell folded within its column."""
    cells = [folded(text, place.width) for place, text in zip(places, texts, strict=True)]
    height = max(map(len, cells))
    for place, lines in zip(places, cells, strict=True):
        missing = [""] * (height - len(lines))
        lines[:] = [*lines, *missing] if place.at_top else [*missing, *lines]
    for parts in zip(*cells, strict=True):
        yield (" " * gap).join(
            place.line(text, bold) for place, text in zip(places, parts, strict=True)
        )
