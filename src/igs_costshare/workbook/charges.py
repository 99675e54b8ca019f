"""Charges on the sheet: what each partner pays by amount and rates, in euros."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.messages import say
from igs_costshare.sharing.exact import ZERO
from igs_costshare.sharing.rule import Charge, Rate
from igs_costshare.workbook.formulas import added, either, largest
from igs_costshare.workbook.limits import BoundCells
from igs_costshare.workbook.naming import key_word, of_name
from igs_costshare.workbook.pricing import ExactAmounts
from igs_costshare.workbook.weighing import Participation, Weighing


def charged(
    weighing: Weighing, charge: Charge, part: Participation, bounds: BoundCells | None
) -> ExactAmounts:
    """What the charge makes each partner pay, exact, within its bounds."""
    for rate in charge.rates:
        if rate.steps:
            _refuse_brackets(weighing, rate, part)
    positions = weighing.workings.positions
    formulas = [_charge(weighing, charge, at) for at in positions]
    own = weighing.column(say("workbook.charge"), formulas, part)
    decimals = _decimals(weighing, charge)
    if bounds is None:
        return ExactAmounts.of(own, decimals, weighing.keys)
    limited = []
    for at in positions:
        low, high = bounds.cell("least", at, "0"), bounds.cell("most", at, "")
        limited.append(f"MAX({low},{f'MIN({own.at(at)},{high})' if high else own.at(at)})")
    column = weighing.column(say("workbook.bounded"), limited, part)
    return ExactAmounts.of(column, largest([decimals, bounds.decimals]), weighing.keys)


def _charge(weighing: Weighing, charge: Charge, at: int) -> str:
    """What a partner pays before bounds, in parts of the year."""
    keys = weighing.keys
    amount = [keys.in_parts(each, "", at) for each in _amount(weighing, charge)]
    rates = [
        keys.in_parts(_at_rate(weighing, rate, keys.figure(rate.key, at)), rate.key, at)
        for rate in charge.rates
    ]
    return added([*amount, *rates])


def _amount(weighing: Weighing, charge: Charge) -> list[str]:
    """The amount that each pays, where there is one."""
    amount = charge.amount_each
    return [] if amount is None else [weighing.figure(amount, "fixed_amount")]


def _decimals(weighing: Weighing, charge: Charge) -> str:
    """How many decimals the charge has at most, before its bounds."""
    told = [
        added([*_most(weighing, _prices(weighing, rate)), largest(_figures(weighing, rate))])
        for rate in charge.rates
    ]
    return largest([*told, *map(weighing.places, _amount(weighing, charge))])


def _most(weighing: Weighing, figures: Sequence[str]) -> list[str]:
    return [largest(map(weighing.places, figures))] if figures else []


def _prices(weighing: Weighing, rate: Rate) -> list[str]:
    """The rate, or the rates and amounts of the brackets; none where it is in euros already."""
    if rate.price is not None:
        price = weighing.figure(rate.price, "rate", rate.key)
        return [] if price == _AS_IT_IS else [price]
    return [_step_price(weighing, rate, number) for number in range(len(rate.steps))]


_AS_IT_IS = "1"
"""A price that leaves the figure as it is: days of use are in euros already."""


def _step_price(weighing: Weighing, rate: Rate, number: int) -> str:
    step = rate.steps[number]
    field, price = ("amount", step.amount) if step.price is None else ("rate", step.price)
    return weighing.figure(price or ZERO, "rate", rate.key, number, field)


def _top(weighing: Weighing, rate: Rate, number: int) -> str:
    """The upper end of a bracket; empty where it has none."""
    top = rate.steps[number].up_to
    return "" if top is None else weighing.figure(top, "rate", rate.key, number, "up_to")


def _ends(weighing: Weighing, rate: Rate) -> list[str]:
    tops = (_top(weighing, rate, number) for number in range(len(rate.steps)))
    return [top for top in tops if top]


def _figures(weighing: Weighing, rate: Rate) -> list[str]:
    """The decimals of what the rates are for: figures, and the ends of the brackets."""
    return [weighing.keys.decimals(rate.key), *map(weighing.places, _ends(weighing, rate))]


def _at_rate(weighing: Weighing, rate: Rate, figure: str) -> str:
    if rate.price is not None:
        return "*".join([*_prices(weighing, rate), figure])
    return added(_in_step(weighing, rate, number, figure) for number in range(len(rate.steps)))


def _in_step(weighing: Weighing, rate: Rate, number: int, figure: str) -> str:
    """What one bracket adds: its price for the part in it, or the amount of the class."""
    below = _top(weighing, rate, number - 1) if number else "0"
    top, price = _top(weighing, rate, number), _step_price(weighing, rate, number)
    if rate.steps[number].price is not None:
        # A minimum leaves empty cells out, as it would not leave out 0.
        inside = f"MIN(0+{figure},{top})" if top else figure
        return f"{price}*MAX(0,ROUND({inside}-{below},{MOST_DECIMALS}))"
    above = f"({figure}>{below})" if number else "1"
    within = f"({figure}<={top})" if top else "1"
    return f"{price}*{above}*{within}"


def _refuse_brackets(weighing: Weighing, rate: Rate, part: Participation) -> None:
    """The ends rise, and no figure lies above the last."""
    ends, language, name = _ends(weighing, rate), weighing.language, weighing.name
    word = key_word(rate.key, language)
    falls = [f"{upper}<={lower}" for lower, upper in pairwise(ends)]
    if falls:
        message = say("workbook.brackets_fall", name=name, key=word)
        weighing.workings.refuse(message, either(falls))
    if rate.steps[-1].up_to is not None:
        heading = of_name(name, word, language)
        figures = weighing.keys.among(rate.key, part, heading, whole=True)
        message = say("workbook.above_brackets", name=name, key=word)
        weighing.workings.refuse(message, f"MAX({figures.range})>{ends[-1]}")
