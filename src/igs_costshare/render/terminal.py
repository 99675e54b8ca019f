"""The table of a terminal, by Rich: no figure is ever cut, names are never markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from textwrap import fill
from typing import Literal

from rich import box
from rich.align import Align
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from igs_costshare.documents.document import Document, Item, Listing, Notes
from igs_costshare.errors import visible
from igs_costshare.render import Options
from igs_costshare.render.block import NARROW_GAP, Block
from igs_costshare.render.layout import blocks
from igs_costshare.wording.tables import Table


def render(document: Document, options: Options) -> str:
    """Title and parts; a table stands in one or more blocks."""
    shown: list[list[Block] | Sequence[Text]] = []
    for part in document.parts():
        if isinstance(part, Table):
            shown.append(list(blocks(part, options.language, options.width)))
        elif isinstance(part, Notes):
            shown.append([Text(_folded(each, options.width)) for each in part.sentences])
        elif isinstance(part, Listing):
            shown.append([Text(each) for each in _lines(part.items, 0, options.width)])
        else:
            from igs_costshare.render.plot import drawn

            shown.append([Text(each) for each in drawn(part, options.language, options.width)])
    widths = (
        each.width(NARROW_GAP) for texts in shown for each in texts if isinstance(each, Block)
    )
    width = max(options.width, *widths, 0)
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
    console.print(Text(_folded(document.title, options.width), style="bold"))
    for texts in shown:
        for place, each in enumerate(texts):
            if isinstance(each, Block):
                console.print()
                console.print(_grid(each, each.gap(width)))
            else:
                if not place:
                    console.print()
                console.print(each)
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().splitlines())


def _lines(items: Sequence[Item], depth: int, width: int) -> Iterator[str]:
    """The lines of a list, each folded under its own start."""
    for item in items:
        start = "  " * depth
        yield fill(
            visible(item.text),
            width,
            initial_indent=start,
            subsequent_indent=f"{start}  ",
            break_on_hyphens=False,
        )
        yield from _lines(item.items, depth + 1, width)


def _folded(text: str, width: int) -> str:
    # Rich would break a line at the no-break space between sign and amount.
    return fill(visible(text), width, break_on_hyphens=False)


def _grid(block: Block, gap: int) -> RichTable:
    """The block for the console, with the total in bold under a rule."""
    grid = RichTable(
        box=box.SIMPLE,
        show_edge=False,
        show_footer=block.has_total,
        pad_edge=False,
        padding=(0, 0, 0, gap - 1),
        header_style="bold",
        footer_style="bold",
    )
    for column, texts, width in zip(block.columns, block.texts, block.widths, strict=True):
        side: Literal["left", "right"] = "left" if column.kind == "text" else "right"
        # Headings stand on the rule. Several names of a row begin on one line, with its figures;
        # figures behind a single name stand on its last line.
        grid.add_column(
            Align(Text(column.heading), side, vertical="bottom"),
            Text(texts[-1] if block.has_total else ""),
            justify=side,
            vertical="top" if column.kind == "text" or block.names > 1 else "bottom",
            width=width,
            overflow="fold",
        )
    for first, end in _runs(block):
        grid.add_row(*(Text("\n".join(texts[first:end])) for texts in block.texts))
    return grid


def _runs(block: Block) -> Iterator[tuple[int, int]]:
    """Runs of rows that need no wrapping, as one row of many lines; other rows alone.

    Rich measures, wraps and pads each cell by itself, which takes four times as long. The total
    is no part of them: it stands in the footer.
    """
    first, last = 0, len(block.texts[0]) - block.has_total
    wide = {
        place
        for column, texts, width in zip(block.columns, block.texts, block.widths, strict=True)
        if column.kind == "text"
        for place, text in enumerate(texts[:last])
        if cell_len(text) > width
    }
    for place in sorted(wide):
        if first < place:
            yield first, place
        yield place, place + 1
        first = place + 1
    if first < last:
        yield first, last
