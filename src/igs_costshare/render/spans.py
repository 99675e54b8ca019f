"""Amounts between two others on a terminal, a line for each: `├────●──┤`."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from igs_costshare.documents.document import Span, Spans
from igs_costshare.errors import visible
from igs_costshare.wording.language import Language

_LOW, _HIGH, _BETWEEN, _AMOUNT = "├", "┤", "─", "●"
_WIDEST_NAME = 24
_LEAST = 20
"""Columns that a line needs to say something."""


def spans_drawn(spans: Spans, language: Language, width: int) -> Iterator[str]:
    """A line for each, over one scale that is named below; none where there is no room."""
    amounts = [each for row in spans.rows for each in (row.low, row.amount, row.high)]
    least, most = min(amounts), max(amounts)
    names = [visible(row.name) for row in spans.rows]
    beside = min(_WIDEST_NAME, max(map(cell_len, names)))
    room = width - beside - 1
    if room < _LEAST or least == most:
        return
    for name, row in zip(names, spans.rows, strict=True):
        yield f"{_cut(name, beside)} {_line(row, least, most, room)}".rstrip()
    first, last = (language.figure(each, spans.decimals) for each in (least, most))
    yield f"{' ' * beside} {first}{last.rjust(room - len(first))}"
    yield spans.legend


def _cut(name: str, width: int) -> str:
    """The name in so many columns, with a sign where some of it is left out."""
    if cell_len(name) <= width:
        return set_cell_size(name, width)
    return set_cell_size(set_cell_size(name, width - 1).rstrip() + "…", width)


def _line(row: Span, least: int, most: int, room: int) -> str:
    low, amount, high = (
        (each - least) * (room - 1) // (most - least) for each in (row.low, row.amount, row.high)
    )
    drawn = [" "] * room
    for at in range(min(low, high), max(low, high) + 1):
        drawn[at] = _BETWEEN
    drawn[high], drawn[low] = _HIGH, _LOW
    drawn[amount] = _AMOUNT
    return "".join(drawn)
