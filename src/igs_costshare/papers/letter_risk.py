"""What a partner's bill is where occupancy falls, or where its largest risk comes true."""

from __future__ import annotations

from collections.abc import Iterator

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
from igs_costshare.papers.case import Case, Standing
from igs_costshare.papers.risk_table import risk_title, told_value
from igs_costshare.varying.risk import OCCUPANCY, Point, Risk
from igs_costshare.wording.language import capital


def risk_of(case: Case, mine: Standing, risk: Risk) -> Iterator[Block]:
    """The bills of a partner around what is budgeted, under what they are about."""
    pen = case.pen
    what = what_varies(risk.path, risk.name, case.language)
    title = risk_title(case, risk, what)
    if risk.path == OCCUPANCY:
        title = pen.say("paper.if_occupancy_falls")
    yield Heading(title)
    yield Paragraph(runs(_sentence(case, mine, risk, capital(what))))
    yield _grid(case, mine, risk, capital(what), title)


def _sentence(case: Case, mine: Standing, risk: Risk, what: str) -> str:
    pen, shown = case.pen, _shown(risk, mine.at)
    change = shown.bill(mine.at) - risk.budgeted.bill(mine.at)
    places = {
        "what": what,
        "value": told_value(case, risk, shown.value),
        "budgeted": told_value(case, risk, risk.budgeted.value),
        "name": mine.name,
        "amount": strong(pen.money(case.step * abs(change))),
    }
    if change > 0:
        return pen.say("paper.letter_risk_higher", **places)
    return pen.say("paper.letter_risk_lower", **places)


def _shown(risk: Risk, at: int | None) -> Point:
    """The lowest occupancy, whatever that does; of another figure where the bill is highest."""
    base = risk.budgeted.bill(at)
    moving = [each for each in risk.points if each.bill(at) != base]
    if risk.path == OCCUPANCY:
        return moving[0]
    return max(moving, key=lambda each: each.bill(at))


def _grid(case: Case, mine: Standing, risk: Risk, what: str, title: str) -> Grid:
    pen = case.pen
    heads = [Head(what, right=False)]
    # A figure that stays whole may be the same at two steps.
    points = {each.value: each for each in risk.points} | {risk.budgeted.value: risk.budgeted}
    for each in points.values():
        written = told_value(case, risk, each.value)
        named = pen.say("paper.budgeted", value=written) if not each.part else written
        heads.append(Head(named, strong=not each.part))
    bills = [case.step * each.bill(mine.at) for each in points.values()]
    word, sign = pen.say("paper.to_pay"), 1
    if max(bills) <= 0:
        word, sign = pen.say("paper.to_receive"), -1
    elif min(bills) < 0:
        word = pen.say("paper.to_pay_or_receive")
    line = TableLine((word, *(pen.figure(sign * bill) for bill in bills)), "own")
    return Grid(title, tuple(heads), (line,))
