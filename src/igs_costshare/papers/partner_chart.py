"""The chart of a paper: of changes where there is a before, else of what is paid."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.charts.bars import Words
from igs_costshare.charts.dumbbell import Change, dumbbell, scale_marks
from igs_costshare.charts.scene import Scene
from igs_costshare.charts.statement import Money, Payer, statement_chart
from igs_costshare.papers.case import Before, Case, Standing
from igs_costshare.papers.naming import before_name, now_name

LARGEST = 10
_MOST_DRAWN = 12
_NAMED = 3
"""Partners that a title names."""


def largest(case: Case, most: int = LARGEST) -> tuple[Standing, ...]:
    """The standings with the largest changes, or bills; the reader's own among them."""
    standings = case.standings
    if case.before is not None:
        order = sorted(standings, key=lambda each: -abs(each.change))
    else:
        order = sorted(standings, key=lambda each: -abs(each.borne))
    first = order[:most]
    mine = case.mine
    return tuple(first if mine in (None, *first) or mine not in standings else [*first, mine])


def chart_of(case: Case, shown: Sequence[Standing]) -> Scene | None:
    """The chart: of the changes where there is a before, else of what is paid."""
    if case.before is not None:
        return _changes(case, case.before, shown)
    payers = [
        Payer(row.name, case.step * row.expenses, case.step * row.revenues, row.id == case.own)
        for row in case.statement.partners
    ]
    reserve = case.statement.reserve
    if reserve is not None:
        name = case.language.column("reserve")
        spent, got = case.step * reserve.expenses, case.step * reserve.revenues
        payers.append(Payer(name, spent, got, reserve=True))
    money = Money(case.decimals, case.statement.currency, case.language)
    annexed = len(shown) < len(case.standings)
    most = LARGEST if annexed else _MOST_DRAWN
    return statement_chart(payers, money, most, annexed=annexed)


def _changes(case: Case, before: Before, shown: Sequence[Standing]) -> Scene | None:
    pen, sign = case.pen, case.sign
    drawn = largest(case, _MOST_DRAWN) if len(shown) > _MOST_DRAWN else shown
    figures = pen.large_changes([sign * each.change for each in drawn])
    rows = [
        Change(
            each.name,
            None if each.before is None else sign * each.before,
            None if each.bill is None else sign * each.bill,
            figure,
            each.id == case.own,
        )
        for each, figure in zip(drawn, figures, strict=True)
    ]
    note = pen.say("paper.dots", before=before_name(before, pen), now=now_name(case, before))
    count, all = len(drawn), len(case.standings)
    if len(shown) < all:
        note += " " + pen.say("paper.most_changes_annex", count=count, all=all)
    elif count < all:
        note += " " + pen.say("paper.most_changes", count=count, all=all)
    title = finding(case)
    words = Words(title, pen.say("paper.dots_text", title=title, note=note), note)
    return dumbbell(rows, words, _axis(case, scale_marks(rows)))


def _axis(case: Case, marks: Sequence[int]) -> list[tuple[int, str]]:
    """The round figures above a drawing, in whole units where all of them are whole."""
    pen, unit = case.pen, 10**case.decimals
    if any(at % unit for at in marks):
        return [(at, pen.figure(at)) for at in marks]
    whole = pen._replace(decimals=0)
    return [(at, whole.figure(at // unit)) for at in marks]


def finding(case: Case) -> str:
    """Who pays more and who less, by name where they are few."""
    pen = case.pen
    stay = [each for each in case.moved() if each.bill is not None and each.before is not None]
    more = [each.name for each in stay if case.sign * each.change > 0]
    less = [each.name for each in stay if case.sign * each.change < 0]
    if len(more) + len(less) > 2 * _NAMED or max(len(more), len(less)) > _NAMED:
        return _counted(case, len(more), len(less))
    gains, saves = pen.language.listed(more), pen.language.listed(less)
    if case.receives and (more or less):
        return _received(case, gains, saves)
    if more and less:
        return pen.say("paper.more_and_less", more=gains, less=saves)
    if more:
        return pen.say("paper.only_more", more=gains)
    if less:
        return pen.say("paper.only_less", less=saves)
    return pen.say("paper.coming_and_going")


def _received(case: Case, more: str, less: str) -> str:
    say = case.pen.say
    if more and less:
        return say("paper.receive_more_and_less", more=more, less=less)
    if more:
        return say("paper.receive_only_more", more=more)
    return say("paper.receive_only_less", less=less)


def _counted(case: Case, more: int, less: int) -> str:
    say, all = case.pen.say, len(case.partners)
    if case.receives:
        return say("paper.counted_received", more=more, less=less, all=all)
    if not less:
        return say("paper.counted_more", more=more, all=all)
    if not more:
        return say("paper.counted_less", less=less, all=all)
    return say("paper.counted", more=more, less=less, all=all)
