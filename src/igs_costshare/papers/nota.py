"""The paper for a council: two pages, however large the network, and an annex if it needs one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from igs_costshare.papers.blocks import (
    Block,
    Heading,
    Paper,
    Sheet,
)
from igs_costshare.papers.case import Case
from igs_costshare.papers.cause_table import cause_grid, causes_of
from igs_costshare.papers.line_table import is_cut, line_grid, lines_heading, terms_of
from igs_costshare.papers.marks import Marks, foot
from igs_costshare.papers.nota_back import MOST_ROWS, back
from igs_costshare.papers.nota_front import front
from igs_costshare.papers.options_table import Options
from igs_costshare.papers.partner_table import MOST, heading, partner_grid
from igs_costshare.reading.loading import Reading


def nota(case: Case, first: Reading, marks: Marks) -> Paper:
    """The paper; `first` is the reading of the first year, which the file states."""
    options = Options(case)
    sheets = [Sheet(tuple(front(case))), Sheet(tuple(back(case, options)))]
    annex = tuple(_annex(case, options))
    if annex:
        sheets.append(Sheet(annex, fits=False))
    return Paper(
        case.language.code,
        case.title,
        _over(case),
        foot(first, case.title, marks, case.pen),
        tuple(sheets),
        case.language.say("paper.page", page="{page}", pages="{pages}"),
    )


def _over(case: Case) -> str:
    """For whom the paper is."""
    say, mine = case.pen.say, case.mine
    if mine is None:
        return say("paper.for_all", count=len(case.partners))
    kind = case.partner(mine.id).kind
    match kind:
        case "municipality":
            return say("paper.for_council", name=mine.name)
        case "ocmw":
            return say("paper.for_welfare", name=mine.name)
        case (
            "agb"
            | "police_zone"
            | "emergency_zone"
            | "intermunicipal"
            | "province"
            | "government"
            | "nonprofit"
            | "private"
            | None
        ):
            return say("paper.for_board", name=mine.name)
        case _:
            assert_never(kind)


def _annex(case: Case, options: Options) -> Iterator[Block]:
    """What the two pages leave out."""
    say, many = case.pen.say, len(case.standings) > MOST
    if many:
        yield Heading(say("paper.annex", what=heading(case)))
        yield partner_grid(case)
    before = case.before
    if before and len(causes_of(case)) > 1 and len(case.standings) > MOST_ROWS:
        yield Heading(say("paper.annex", what=say("paper.why")))
        yield cause_grid(case, before, case.standings)
    if is_cut(case):
        yield Heading(say("paper.annex", what=lines_heading(case)))
        yield line_grid(case, whole=True)
        yield from terms_of(case, whole=True)
    too_many = options.there_are and len(options.compared.partners) > MOST_ROWS
    if options.is_cut or too_many:
        yield Heading(say("paper.annex", what=say("paper.options")))
        yield from options.all_grids()
