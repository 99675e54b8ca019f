"""Which change does what to whom: a row for each partner, a column for each cause."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.comparing.cause import Cause
from igs_costshare.papers.blocks import Grid, Head, TableLine
from igs_costshare.papers.case import Before, Case, Standing
from igs_costshare.papers.naming import cause_head
from igs_costshare.wording.language import capital

MOST_CAUSES = 4
"""Columns of causes; the smaller ones of more are one."""


def causes_of(case: Case) -> tuple[Cause, ...]:
    """The causes that move a bill; empty where they are not known."""
    before = case.before
    if before is None or before.difference.causes is None:
        return ()
    return tuple(before.difference.causes[at] for at in _moving(case))


def _moving(case: Case) -> list[int]:
    """The places of the causes that move a bill, the largest first."""
    columns = list(zip(*(each.causes for each in case.standings), strict=True))
    size = {at: sum(map(abs, column)) for at, column in enumerate(columns)}
    return sorted((at for at in size if size[at]), key=lambda at: -size[at])


def cause_grid(case: Case, before: Before, shown: Sequence[Standing]) -> Grid:
    """The table of those standings, with all of them in its total."""
    pen, moving, causes = case.pen, _moving(case), causes_of(case)
    kept = len(moving) if len(moving) <= MOST_CAUSES else MOST_CAUSES - 1
    heads = [Head(cause_head(before, cause, pen)) for cause in causes[:kept]]
    if moving[kept:]:
        heads.append(Head(capital(pen.say("paper.other_causes", count=len(moving) - kept))))

    def cells(standings: Sequence[Standing]) -> tuple[str, ...]:
        parts = [sum(case.sign * each.causes[at] for each in standings) for at in moving]
        told = [*parts[:kept], *([sum(parts[kept:])] if parts[kept:] else [])]
        return tuple(pen.change(part) for part in (*told, sum(parts)))

    lines = [
        TableLine((each.name, *cells([each])), "own" if each.id == case.own else "plain")
        for each in shown
    ]
    total = case.language.column("total")
    lines.append(TableLine((total, *cells(case.standings)), "total"))
    partner = Head(case.language.column("partner"), right=False)
    difference = Head(pen.say("paper.difference"), strong=True)
    return Grid(pen.say("paper.why"), (partner, *heads, difference), tuple(lines))
