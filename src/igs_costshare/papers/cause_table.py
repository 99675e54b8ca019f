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


def reserve_causes(case: Case) -> tuple[int, ...]:
    """What each cause makes the reserve add, below 0 get; empty where it does not move at all.

    Of a paper on what all receive the partners alone are told.
    """
    before = case.before
    reserve = None if before is None or case.receives else before.difference.reserve
    causes = () if reserve is None else reserve.causes
    return tuple(-part for part in causes) if any(causes) else ()


def _moving(case: Case) -> list[int]:
    """The places of the causes that move a bill, the largest first; then of the reserve alone."""
    reserve, columns = reserve_causes(case), zip(*(s.causes for s in case.standings), strict=True)
    size = {at: sum(map(abs, column)) for at, column in enumerate(columns)}
    moving = sorted((at for at in size if size[at]), key=lambda at: -size[at])
    alone = [at for at, part in enumerate(reserve) if part and not size[at]]
    return [*moving, *sorted(alone, key=lambda at: -abs(reserve[at]))]


def cause_grid(case: Case, before: Before, shown: Sequence[Standing]) -> Grid:
    """The table of those standings, with all of them in its total."""
    pen, moving, causes = case.pen, _moving(case), causes_of(case)
    kept = len(moving) if len(moving) <= MOST_CAUSES else MOST_CAUSES - 1
    heads = [Head(cause_head(before, cause, pen)) for cause in causes[:kept]]
    if moving[kept:]:
        count = len(moving) - kept
        if reserve_causes(case):  # one that moves the reserve alone may be larger
            heads.append(Head(capital(pen.say("paper.further_causes", count=count))))
        else:
            heads.append(Head(capital(pen.say("paper.other_causes", count=count))))

    def cells(rows: Sequence[Sequence[int]]) -> tuple[str, ...]:
        parts = [sum(case.sign * row[at] for row in rows) for at in moving]
        told = [*parts[:kept], *([sum(parts[kept:])] if parts[kept:] else [])]
        return tuple(pen.change(part) for part in (*told, sum(parts)))

    lines = [
        TableLine((each.name, *cells([each.causes])), "own" if each.id == case.own else "plain")
        for each in shown
    ]
    reserve, all = reserve_causes(case), [each.causes for each in case.standings]
    total = pen.say("paper.whole_network") if reserve else case.language.column("total")
    lines.append(TableLine((total, *cells(all)), "total"))
    if reserve:
        lines.append(TableLine((case.language.column("reserve"), *cells([reserve])), "reserve"))
    partner = Head(case.language.column("partner"), right=False)
    difference = Head(pen.say("paper.difference"), strong=True)
    return Grid(pen.say("paper.why"), (partner, *heads, difference), tuple(lines))
