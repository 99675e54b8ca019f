"""The largest risk: what the bills are where one figure turns out otherwise than budgeted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from igs_costshare.documents.varied_phrases import what_varies
from igs_costshare.papers.blocks import (
    Block,
    Grid,
    Head,
    Heading,
    Paragraph,
    TableLine,
    runs,
    strong,
)
from igs_costshare.papers.case import Case
from igs_costshare.varying.risk import Point, Risk, largest_risk
from igs_costshare.wording.language import capital
from igs_costshare.wording.units import notation_at, number_text

_MOST_DECIMALS = 5
"""Of a figure that varies, as it is told."""


def risk_blocks(case: Case) -> Iterator[Block]:
    """The figure that moves the bill most, from 10 % below to 10 % above."""
    risk = largest_risk(case.reading, case.own)
    if risk is not None:
        yield from told_risk(case, risk)


def told_risk(case: Case, risk: Risk) -> Iterator[Block]:
    """What the bills are around what is budgeted."""
    what = what_varies(risk.path, risk.name, case.language)
    yield Heading(risk_title(case, risk, what))
    yield Paragraph(runs(" ".join(_sentences(case, risk, what))))
    yield _grid(case, risk, what)


def risk_title(case: Case, risk: Risk, what: str) -> str:
    """What stands above it; a rate that is agreed is no risk."""
    if risk.is_agreed:
        return case.pen.say("paper.other_rate", what=what)
    return case.pen.say("paper.risk", what=what)


def _sentences(case: Case, risk: Risk, what: str) -> Iterator[str]:
    pen, base, mine = case.pen, risk.budgeted, case.mine
    at = None if mine is None else mine.at
    worst = max(risk.points, key=lambda each: each.bill(at))
    places = {
        "what": capital(what),
        "value": told_value(case, risk, worst.value),
        "budgeted": told_value(case, risk, base.value),
        "amount": strong(pen.money(case.step * abs(worst.bill(at) - base.bill(at)))),
    }
    if mine is None:
        yield pen.say("paper.risk_all", **places)
    else:
        yield pen.say("paper.risk_own", name=mine.name, **places)
    if risk.at_even is not None and _near(risk.at_even.value, base.value):
        yield _even(case, risk, risk.at_even)


def _even(case: Case, risk: Risk, point: Point) -> str:
    """Where all together pay nothing, and what the reader's own then still pays."""
    pen, mine = case.pen, case.mine
    told = pen.say("paper.even_at", value=told_value(case, risk, _about(point.value)))
    bill = 0 if mine is None else case.step * point.bill(mine.at)
    if mine is None or not bill:
        return told
    amount = pen.large(abs(bill))
    if bill > 0:
        return f"{told} {pen.say('paper.even_still_pays', name=mine.name, amount=amount)}"
    return f"{told} {pen.say('paper.even_receives', name=mine.name, amount=amount)}"


def _grid(case: Case, risk: Risk, what: str) -> Grid:
    pen, points = case.pen, risk.points
    heads = [Head(capital(what), right=False)]
    for each in points:
        written = told_value(case, risk, each.value)
        named = pen.say("paper.budgeted", value=written) if not each.part else written
        heads.append(Head(named, strong=not each.part))
    word = pen.say("paper.risk_together")
    if case.receives:
        word = pen.say("paper.risk_together_receive")
    amounts = (pen.figure(case.sign * case.step * each.together) for each in points)
    lines = [TableLine((word, *amounts))]
    mine = case.mine
    if mine is not None:
        amounts = (pen.figure(case.sign * case.step * each.bill(mine.at)) for each in points)
        lines.append(TableLine((pen.say("paper.risk_mine", name=mine.name), *amounts), "own"))
    return Grid(risk_title(case, risk, what), tuple(heads), tuple(lines))


def _near(value: Decimal, budgeted: Decimal) -> bool:
    """Whether a value is one that may come true."""
    return 4 * abs(value - budgeted) <= budgeted


def _about(value: Decimal) -> Decimal:
    """The value in three figures, as people say it."""
    return Decimal(f"{value:.3g}")


def told_value(case: Case, risk: Risk, value: Decimal) -> str:
    """A value of the figure that varies, as people write it."""
    unit = notation_at(risk.path)
    if -int(value.as_tuple().exponent) > _MOST_DECIMALS:  # what has risen, year after year
        value = round(value, _MOST_DECIMALS)
    return number_text(value, unit, case.statement.currency, case.language)
