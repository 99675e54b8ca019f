"""A document as a paper: its tables, lists and sentences, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from igs_costshare.charts.plan import plan_chart
from igs_costshare.charts.scene import Scene
from igs_costshare.charts.statement import Money, payers_of, statement_chart
from igs_costshare.charts.sweep import sweep_chart
from igs_costshare.documents.document import (
    Document,
    Footed,
    Item,
    Listing,
    Notes,
    Part,
    Plot,
    Spans,
)
from igs_costshare.documents.plan import PlanDocument
from igs_costshare.documents.statement import StatementDocument
from igs_costshare.documents.sweep import SweepDocument
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say
from igs_costshare.page.grid import PORTRAIT, LineRole, grids
from igs_costshare.page.grid import Grid as Piece
from igs_costshare.papers.blocks import (
    Block,
    Bullets,
    Drawing,
    Grid,
    Head,
    Heading,
    Note,
    Paper,
    RowRole,
    Sheet,
    TableLine,
)
from igs_costshare.papers.footer import footer
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table

MOST_CELLS = 12_000
"""Figures of a document that are put on paper: some forty sheets, made in three seconds."""
_ROLES: dict[LineRole, RowRole] = {
    "partner": "plain",
    "reserve": "reserve",
    "total": "total",
    "quiet": "quiet",
}


def paper_of(document: Document, language: Language) -> Paper:
    """The sheets of a document, on their side where a table is wide; no plot is on them.

    Raises `InputError` for a document that nobody would read on paper.
    """
    parts = [*document.parts()]
    cells = sum(len(part.rows) * len(part.columns) for part in parts if isinstance(part, Table))
    if cells > MOST_CELLS:
        message = say("paper.too_long", cells=cells, most=MOST_CELLS)
        hint = say("paper.take_workbook")
        raise InputError([Problem(message, origin="--format pdf", hint=hint)])
    drawn = _chart(document, parts, language)
    pieces = [grids(part, language) if isinstance(part, Table) else () for part in parts]
    landscape = any(each.width > PORTRAIT for piece in pieces for each in piece)
    blocks = tuple(_blocks(parts, pieces, document.title, drawn))
    foot = document.foot() if isinstance(document, Footed) else ""
    sheet = Sheet(blocks, fits=False, landscape=landscape)
    return Paper(
        language.code,
        document.title,
        "",
        foot or footer([document.title], language),
        (sheet,),
        language.say("paper.page", page="{page}", pages="{pages}"),
    )


def _blocks(
    parts: Sequence[Part], pieces: Sequence[tuple[Piece, ...]], caption: str, drawn: Scene | None
) -> Iterator[Block]:
    for part, made in zip(parts, pieces, strict=True):
        if isinstance(part, Notes) and part.is_caption:
            caption = part.sentences[0].rstrip(":").rstrip()
            yield Heading(caption)
            continue
        match part:
            case Table():
                yield from (_grid(piece, caption) for piece in made)
                yield from [] if drawn is None else _drawn(drawn)
                drawn = None
            case Listing():
                yield Bullets(tuple(_points(part.items, 0)))
            case Notes():
                yield from map(Note, part.sentences)
            case Plot() | Spans():
                pass  # for the terminal: their figures stand in the table
            case _:
                assert_never(part)


def _drawn(scene: Scene) -> Iterator[Block]:
    """A chart under its finding."""
    yield from (Heading(scene.title), Drawing(scene))
    yield from map(Note, filter(None, [scene.note]))


def _chart(document: Document, parts: Sequence[Part], language: Language) -> Scene | None:
    """The chart of a statement or a plan, which stands under its first table."""
    if isinstance(document, StatementDocument):
        shown = next(part for part in parts if isinstance(part, Table))
        money = Money(shown.decimals, document.statement.currency, language)
        return statement_chart(payers_of(shown), money)
    if isinstance(document, SweepDocument):
        return sweep_chart(document)
    if isinstance(document, PlanDocument):
        return plan_chart(document.plan, document.figure, language)
    return None


def _grid(piece: Piece, caption: str) -> Grid:
    heads = tuple(Head(each.text, not each.is_text, each.is_sum) for each in piece.headings)
    lines = (TableLine((line.name, *line.cells), _ROLES[line.role]) for line in piece.lines)
    return Grid(caption, heads, tuple(lines))


def _points(items: Sequence[Item], depth: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, item.text
        yield from _points(item.items, depth + 1)
