"""The table of a terminal, by Rich: no figure is ever cut, names are never markup.

What does not fit the width is set closer; then a total over one single line stands for that
line too; then the columns are stacked in blocks, each with the names in front.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from textwrap import fill
from typing import NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from igs_costshare.language import Language
from igs_costshare.render import Options, Round
from igs_costshare.sentences import notes, title_of
from igs_costshare.statement import Statement
from igs_costshare.tables import (
    Column,
    Table,
    cell_text,
    in_whole_currency,
    shown_table,
    statement_table,
)

_WIDEST_NAME = 32


def render(statement: Statement, options: Options) -> str:
    """Title, table in one or more blocks, and the notes under it."""
    table = shown_table(statement_table(statement, options.language))
    if options.round is Round.EURO:
        table = in_whole_currency(table)
    blocks = list(_blocks(_Block.of(table, options.language), options.width))
    width = max(options.width, *(block.width(gap=1) for block in blocks))
    output = StringIO()
    console = Console(
        file=output,
        width=width,
        force_terminal=options.styled,
        color_system="standard" if options.styled else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        no_color=True,
    )
    console.print(Text(title_of(statement), style="bold"))
    for block in blocks:
        console.print()
        console.print(block.rich(gap=2 if block.width(gap=2) <= width else 1))
    console.print()
    for note in notes(statement, table, options.language):
        # Rich would break a line at the no-break space between sign and amount.
        console.print(Text(fill(note, options.width, break_on_hyphens=False)))
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().splitlines())


class _Block(NamedTuple):
    """Columns of the table as texts, each measured once."""

    columns: tuple[Column, ...]
    texts: tuple[tuple[str, ...], ...]
    """By column; the last of each is the total."""
    widths: tuple[int, ...]

    @classmethod
    def of(cls, table: Table, language: Language) -> _Block:
        """The whole table; a column is as wide as its longest cell or word of its heading."""
        texts = tuple(
            tuple(
                cell_text(cell, column, table.decimals, language)
                for cell in (row.cells[place] for row in table.rows)
            )
            for place, column in enumerate(table.columns)
        )
        widths = map(_width, table.columns, texts)
        return cls(table.columns, texts, tuple(widths))

    def width(self, gap: int) -> int:
        """Columns of the terminal that the block takes."""
        return sum(self.widths) + gap * (len(self.widths) - 1)

    def place(self, id: str) -> int:
        """Where a column stands."""
        return [column.id for column in self.columns].index(id)

    def only(self, places: Sequence[int]) -> _Block:
        """The columns at these places."""
        return _Block(
            tuple(self.columns[place] for place in places),
            tuple(self.texts[place] for place in places),
            tuple(self.widths[place] for place in places),
        )

    def headed(self, place: int, heading: str) -> _Block:
        """The block with another heading for one column."""
        column = self.columns[place]._replace(heading=heading)
        columns = (*self.columns[:place], column, *self.columns[place + 1 :])
        return self._replace(columns=columns, widths=tuple(map(_width, columns, self.texts)))

    def rich(self, gap: int) -> RichTable:
        """The block for the console, with the total in bold under a rule."""
        grid = RichTable(
            box=box.SIMPLE,
            show_edge=False,
            show_footer=True,
            pad_edge=False,
            padding=(0, 0, 0, gap - 1),
            header_style="bold",
            footer_style="bold",
        )
        for column, texts, width in zip(self.columns, self.texts, self.widths, strict=True):
            grid.add_column(
                Text(column.heading),
                Text(texts[-1]),
                justify="left" if column.kind == "text" else "right",
                vertical="bottom",
                width=width,
                overflow="fold",
            )
        for first, end in self._runs():
            grid.add_row(*(Text("\n".join(texts[first:end])) for texts in self.texts))
        return grid

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Runs of rows that need no wrapping, as one row of many lines; other rows alone.

        Rich measures, wraps and pads each cell by itself, which takes four times as long.
        """
        first = 0
        for place, name in enumerate(self.texts[0][:-1]):
            if cell_len(name) > self.widths[0]:
                if first < place:
                    yield first, place
                yield place, place + 1
                first = place + 1
        if first < len(self.texts[0]) - 1:
            yield first, len(self.texts[0]) - 1


def _width(column: Column, texts: Sequence[str]) -> int:
    word = max(cell_len(part) for part in column.heading.split())
    longest = max(word, *map(cell_len, texts))
    return min(longest, _WIDEST_NAME) if column.kind == "text" else longest


def _blocks(whole: _Block, width: int) -> Iterator[_Block]:
    """The table whole where it fits, else without repetition, else in blocks of columns."""
    for candidate in (whole, _without_repetition(whole)):
        if candidate.width(gap=1) <= width:
            yield candidate
            return
    end = whole.place("expenses") + 1
    yield from _stacked(whole, range(1, end), width)
    yield from _stacked(whole, range(end, len(whole.columns)), width)


def _without_repetition(whole: _Block) -> _Block:
    """A single line that equals its total is named in the heading of the total."""
    places = list(range(len(whole.columns)))
    expenses, revenues = whole.place("expenses"), whole.place("revenues")
    first = 2 if whole.columns[1].id == "units" else 1
    for line, total in ((first, expenses), (expenses + 1, revenues)):
        if total - line == 1:
            whole = whole.headed(total, f"{_heading(whole, total)}: {_heading(whole, line)}")
            places.remove(line)
    return whole.only(places)


def _heading(block: _Block, place: int) -> str:
    return block.columns[place].heading


def _stacked(whole: _Block, places: Sequence[int], width: int) -> Iterator[_Block]:
    """Blocks of these columns that fit the width, each with the names in front."""
    chosen = [0]
    for place in places:
        if whole.only([*chosen, place]).width(gap=2) > width and len(chosen) > 1:
            yield whole.only(chosen)
            chosen = [0]
        chosen.append(place)
    yield whole.only(chosen)
