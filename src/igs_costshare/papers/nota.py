"""The paper for a council: two pages, however large the network, and an annex if it needs one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from igs_costshare.papers.blocks import (
    Block,
    Heading,
    Paper,
    Sheet,
)
from igs_costshare.papers.case import Case
from igs_costshare.papers.cause_table import cause_grid, causes_of
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.final_back import back as final_back
from igs_costshare.papers.final_front import front as final_front
from igs_costshare.papers.line_table import is_cut, line_grid, lines_heading, terms_of
from igs_costshare.papers.marks import Marks, foot
from igs_costshare.papers.nota_back import MOST_ROWS, back
from igs_costshare.papers.nota_front import front
from igs_costshare.papers.options_table import Options
from igs_costshare.papers.paid_table import is_long, paid_grid, paid_heading
from igs_costshare.papers.partner_table import MOST, heading, partner_grid
from igs_costshare.papers.passing import transfer_grid
from igs_costshare.papers.settled_table import settled_grid, settled_heading
from igs_costshare.reading.loading import Reading


def nota(case: Case, first: Reading, marks: Marks) -> Paper:
    """The paper; `first` is the reading of the first year, which the file states."""
    options = Options(case)
    pages = front(case), back(case, options), _annex(case, options)
    return _paper(case, case.title, foot(first, case.title, marks, case.pen), *pages)


def settlement_nota(case: Closed, first: Reading, marks: Marks) -> Paper:
    """The paper by which a council approves how a year was settled."""
    title = case.pen.say("settling.title", title=case.title)
    pages = final_front(case), final_back(case), _final_annex(case)
    return _paper(case, title, foot(first, case.title, marks, case.pen), *pages)


def _paper(
    case: Case,
    title: str,
    foot: str,
    front: Iterable[Block],
    back: Iterable[Block],
    annex: Iterable[Block],
) -> Paper:
    """Two pages, and an annex where anything stands in it."""
    sheets = [Sheet(tuple(front)), Sheet(tuple(back))]
    added = tuple(annex)
    if added:
        sheets.append(Sheet(added, fits=False))
    return Paper(
        case.language.code,
        title,
        _over(case),
        foot,
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
    yield from _causes(case, say("paper.why"))
    yield from _lines(case)
    too_many = options.there_are and len(options.compared.partners) > MOST_ROWS
    if options.is_cut or too_many:
        yield Heading(say("paper.annex", what=say("paper.options")))
        yield from options.all_grids()


def _final_annex(case: Closed) -> Iterator[Block]:
    """What the two pages of a settlement leave out."""
    say = case.pen.say
    if len(case.parties) > MOST:
        yield Heading(say("paper.annex", what=settled_heading(case)))
        yield settled_grid(case)
    if case.concerned:
        yield from _causes(case, say("closing.why_not_as_budgeted"))
    yield from _lines(case)
    if is_long(case):
        yield Heading(say("paper.annex", what=paid_heading(case)))
        yield paid_grid(case, whole=True)
    if len(case.settled.transfers) > MOST_ROWS:
        yield Heading(say("paper.annex", what=say("closing.who_pays_whom")))
        yield transfer_grid(case)


def _causes(case: Case, heading: str) -> Iterator[Block]:
    """Which cause does what to each of many."""
    before = case.before
    if before and len(causes_of(case)) > 1 and len(case.standings) > MOST_ROWS:
        yield Heading(case.pen.say("paper.annex", what=heading))
        yield cause_grid(case, before, case.standings)


def _lines(case: Case) -> Iterator[Block]:
    """Every line in full, where the page cuts some."""
    if is_cut(case):
        yield Heading(case.pen.say("paper.annex", what=lines_heading(case)))
        yield line_grid(case, whole=True)
        yield from terms_of(case, whole=True)
