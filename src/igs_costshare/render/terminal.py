"""The table of a terminal, by Rich: no figure is ever cut, names are never markup."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from textwrap import fill

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from igs_costshare.render import Options, Round
from igs_costshare.render.layout import NARROW_GAP, Block, blocks
from igs_costshare.sentences import notes, title_of
from igs_costshare.statement import Statement
from igs_costshare.tables import in_whole_currency, shown_table, statement_table


def render(statement: Statement, options: Options) -> str:
    """Title, table in one or more blocks, and the notes under it."""
    table = shown_table(statement_table(statement, options.language))
    if options.round is Round.EURO:
        table = in_whole_currency(table)
    stacked = list(blocks(table, options.language, options.width))
    width = max(options.width, *(block.width(NARROW_GAP) for block in stacked))
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
    console.print(Text(_folded(title_of(statement), options.width), style="bold"))
    for block in stacked:
        console.print()
        console.print(_grid(block, block.gap(width)))
    console.print()
    for note in notes(statement, table, options.language):
        console.print(Text(_folded(note, options.width)))
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().splitlines())


def _folded(text: str, width: int) -> str:
    # Rich would break a line at the no-break space between sign and amount.
    return fill(text, width, break_on_hyphens=False)


def _grid(block: Block, gap: int) -> RichTable:
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
    for column, texts, width in zip(block.columns, block.texts, block.widths, strict=True):
        grid.add_column(
            Text(column.heading),
            Text(texts[-1]),
            justify="left" if column.kind == "text" else "right",
            vertical="bottom",
            width=width,
            overflow="fold",
        )
    for first, end in _runs(block):
        grid.add_row(*(Text("\n".join(texts[first:end])) for texts in block.texts))
    return grid


def _runs(block: Block) -> Iterator[tuple[int, int]]:
    """Runs of rows that need no wrapping, as one row of many lines; other rows alone.

    Rich measures, wraps and pads each cell by itself, which takes four times as long.
    """
    first, names = 0, block.texts[0][:-1]
    for place, name in enumerate(names):
        if cell_len(name) > block.widths[0]:
            if first < place:
                yield first, place
            yield place, place + 1
            first = place + 1
    if first < len(names):
        yield first, len(names)
