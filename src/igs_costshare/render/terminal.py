"""What a terminal shows: no figure is ever cut, names are never markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from igs_costshare.documents.document import Document, Item, Listing, Notes, Plot
from igs_costshare.errors import visible
from igs_costshare.render import Options
from igs_costshare.render.block import NARROW_GAP, Block
from igs_costshare.render.grid import folded, grid
from igs_costshare.render.layout import blocks
from igs_costshare.wording.tables import Table


def render(document: Document, options: Options) -> str:
    """Title and parts; a table stands in one or more blocks."""
    shown: list[Sequence[Block | str]] = []
    for part in document.parts():
        if isinstance(part, Table):
            shown.append([*blocks(part, options.language, options.width)])
        elif isinstance(part, Notes):
            shown.append([_folded(each, options.width) for each in part.sentences])
        elif isinstance(part, Listing):
            shown.append([*_lines(part.items, 0, options.width)])
        elif isinstance(part, Plot):
            from igs_costshare.render.plot import drawn

            shown.append([*drawn(part, options.language, options.width)])
        else:
            from igs_costshare.render.spans import spans_drawn

            shown.append([*spans_drawn(part, options.language, options.width)])
    tables = (each for texts in shown for each in texts if isinstance(each, Block))
    width = max(options.width, *(each.width(NARROW_GAP) for each in tables), 0)
    title = _folded(document.title, options.width)
    lines = [f"\x1b[1m{each}\x1b[0m" if options.styled else each for each in _whole(title, width)]
    for texts in shown:
        for place, each in enumerate(texts):
            if isinstance(each, Block):
                lines += ["", *grid(each, each.gap(width), options.styled)]
            else:
                lines += [""] * (not place)
                lines += _whole(each, width)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _whole(text: str, width: int) -> Iterator[str]:
    """The lines of a text; a word that is wider than the terminal breaks."""
    for line in text.split("\n"):
        yield from folded(line, width)


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
    return fill(visible(text), width, break_on_hyphens=False)
