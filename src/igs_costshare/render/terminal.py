"""The table of a terminal, by Rich: no figure is ever cut, names are never markup.

What does not fit the width is set closer; then a total over one single line stands for that
line too; then the columns are stacked in blocks, each with the names in front.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO

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
    blocks = [_Block.of(each, options.language) for each in _blocks(table, options)]
    width = max(options.width, *(block.width(gap=1) for block in blocks))
    console = Console(
        file=StringIO(),
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
        console.print(Text(note))
    output = console.file
    return output.getvalue() if isinstance(output, StringIO) else ""


@dataclass(frozen=True, slots=True)
class _Block:
    """A table as texts, with the width that each column needs."""

    table: Table
    texts: tuple[tuple[str, ...], ...]
    """By column."""
    widths: tuple[int, ...]

    @classmethod
    def of(cls, table: Table, language: Language) -> _Block:
        """Measure each column once: the longest cell, and the longest word of the heading."""
        texts = tuple(
            tuple(
                cell_text(row.cells[place], column, table.decimals, language) for row in table.rows
            )
            for place, column in enumerate(table.columns)
        )
        widths = tuple(
            _width(column, cells) for column, cells in zip(table.columns, texts, strict=True)
        )
        return cls(table, texts, widths)

    def width(self, gap: int) -> int:
        """Columns of the terminal that the block takes."""
        return sum(self.widths) + gap * (len(self.widths) - 1)

    def rich(self, gap: int) -> RichTable:
        """The block for the console, the total in bold under a rule."""
        grid = RichTable(
            box=box.SIMPLE_HEAD,
            show_edge=False,
            pad_edge=False,
            padding=(0, 0, 0, gap - 1),
            header_style="bold",
        )
        for column, width in zip(self.table.columns, self.widths, strict=True):
            grid.add_column(
                Text(column.heading),
                justify="left" if column.kind == "text" else "right",
                vertical="bottom",
                width=width,
                overflow="fold",
            )
        *rows, total = zip(*self.texts, strict=True)
        for row in rows:
            grid.add_row(*(Text(cell) for cell in row))
        grid.add_section()
        grid.add_row(*(Text(cell) for cell in total), style="bold")
        return grid


def _width(column: Column, cells: Sequence[str]) -> int:
    longest = max(cell_len(cell) for cell in cells)
    word = max(cell_len(part) for part in column.heading.split())
    return min(max(longest, word), _WIDEST_NAME) if column.kind == "text" else max(longest, word)


def _blocks(table: Table, options: Options) -> Iterator[Table]:
    """The table whole where it fits, else without repetition, else in blocks of columns."""
    for candidate in (table, _without_repetition(table)):
        block = _Block.of(candidate, options.language)
        if block.width(gap=1) <= options.width:
            yield candidate
            return
    yield from _stacked(table, options)


def _without_repetition(table: Table) -> Table:
    """A single line that equals its total is named in the heading of the total."""
    ids = [column.id for column in table.columns]
    first = 2 if "units" in ids else 1
    expenses, revenues = ids.index("expenses"), ids.index("revenues")
    columns = list(table.columns)
    for line, total in ((first, expenses), (expenses + 1, revenues)):
        if total - line == 1:
            heading = f"{columns[total].heading}: {columns[line].heading}"
            columns[total] = replace(columns[total], heading=heading)
            ids.remove(columns[line].id)
    return replace(table, columns=tuple(columns)).select(ids)


def _stacked(table: Table, options: Options) -> Iterator[Table]:
    name, *others = (column.id for column in table.columns)
    chosen = [name]
    for id in others:
        wider = _Block.of(table.select([*chosen, id]), options.language)
        if wider.width(gap=2) > options.width and len(chosen) > 1:
            yield table.select(chosen)
            chosen = [name]
        chosen.append(id)
    yield table.select(chosen)
