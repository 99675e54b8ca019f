"""Charges on the sheet: what each partner pays by amount, rate or day of use, in euros.

A new model that is a charge gets a case in `_charge`, as in `sharing.charges`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from igs_costshare.description.contributions import Bracket, Fixed, Mixed, Model, PerDay, Variable
from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.sharing.charges import rates_of
from igs_costshare.workbook.bounds import bound_cell, bound_decimals
from igs_costshare.workbook.formulas import added, either, largest
from igs_costshare.workbook.pricing import Prices
from igs_costshare.workbook.weights import Part, Weighing


def charged(weighing: Weighing, model: Model, part: Part) -> Prices:
    """What the charge makes each partner pay, exact, within its bounds."""
    for key, rate in rates_of(model).items():
        if not isinstance(rate, Decimal):
            _refuse_brackets(weighing, key, rate, part)
    own = weighing.column(
        "charge", [_charge(weighing, model, at) for at in weighing.workings.positions], part
    )
    decimals = _decimals(weighing, model)
    if not model.has_bounds:
        return Prices.of(own, decimals)
    limited = []
    for at in weighing.workings.positions:
        low = bound_cell(weighing, model, "minimum", at, "0")
        high = bound_cell(weighing, model, "maximum", at, "")
        limited.append(f"MAX({low},{f'MIN({own.at(at)},{high})' if high else own.at(at)})")
    bounds = [bound_decimals(weighing, model, which, part) for which in ("minimum", "maximum")]
    return Prices.of(weighing.column("bounded", limited, part), largest([decimals, *bounds]))


def _decimals(weighing: Weighing, model: Model) -> str:
    """How many decimals the charge has at most, before its bounds."""
    if isinstance(model, PerDay):
        return weighing.keys.decimals("use")
    told = [
        f"{largest(map(weighing.places, _rates(weighing, key, rate)))}"
        f"+{largest(_figures(weighing, key, rate))}"
        for key, rate in rates_of(model).items()
    ]
    if isinstance(model, Fixed | Mixed):
        told.append(weighing.places(weighing.input("fixed_amount")))
    return largest(told)


def _rates(weighing: Weighing, key: str, rate: Decimal | list[Bracket]) -> list[str]:
    """The cells with the rate, or with the rates and amounts of the brackets."""
    if isinstance(rate, Decimal):
        return [weighing.input("rate", key)]
    return [
        weighing.input("rate", key, number, "amount" if bracket.rate is None else "rate")
        for number, bracket in enumerate(rate)
    ]


def _figures(weighing: Weighing, key: str, rate: Decimal | list[Bracket]) -> list[str]:
    """The decimals of what the rates are for: figures, and the ends of the brackets."""
    ends = [] if isinstance(rate, Decimal) else _ends(weighing, key, rate)
    return [weighing.keys.decimals(key), *map(weighing.places, ends)]


def _ends(weighing: Weighing, key: str, brackets: Sequence[Bracket]) -> list[str]:
    return [
        weighing.input("rate", key, number, "up_to")
        for number, bracket in enumerate(brackets)
        if bracket.up_to is not None
    ]


def _charge(weighing: Weighing, model: Model, at: int) -> str:
    match model:
        case Fixed():
            return weighing.input("fixed_amount")
        case Variable() | Mixed():
            fixed = [weighing.input("fixed_amount")] if isinstance(model, Mixed) else []
            rates = [
                _at_rate(weighing, key, rate, weighing.keys.figure(key, at))
                for key, rate in rates_of(model).items()
            ]
            return added([*fixed, *rates])
        case PerDay():
            return weighing.keys.figure("use", at)
        case _:
            raise TypeError(f"{type(model).__name__} divides a pool and is no charge")


def _at_rate(weighing: Weighing, key: str, rate: Decimal | list[Bracket], figure: str) -> str:
    if isinstance(rate, Decimal):
        return f"{weighing.input('rate', key)}*{figure}"
    return added(_in_bracket(weighing, key, rate, number, figure) for number in range(len(rate)))


def _in_bracket(
    weighing: Weighing, key: str, brackets: Sequence[Bracket], number: int, figure: str
) -> str:
    """What one bracket adds: its rate for the part in it, or the amount of the class."""
    bracket = brackets[number]
    below = weighing.input("rate", key, number - 1, "up_to") if number else "0"
    top = weighing.input("rate", key, number, "up_to") if bracket.up_to is not None else ""
    if bracket.rate is not None:
        # A minimum leaves empty cells out, as it would not leave out 0.
        inside = f"MIN(0+{figure},{top})" if top else figure
        width = f"ROUND({inside}-{below},{MOST_DECIMALS})"
        return f"{weighing.input('rate', key, number, 'rate')}*MAX(0,{width})"
    above = f"({figure}>{below})" if number else "1"
    within = f"({figure}<={top})" if top else "1"
    return f"{weighing.input('rate', key, number, 'amount')}*{above}*{within}"


def _refuse_brackets(weighing: Weighing, key: str, brackets: Sequence[Bracket], part: Part) -> None:
    """The ends rise, and no figure lies above the last."""
    ends = _ends(weighing, key, brackets)
    named = {"name": weighing.name, "key": key}
    falls = [f"{upper}<={lower}" for lower, upper in pairwise(ends)]
    if falls:
        weighing.workings.refuse(weighing.words.say("brackets_fall", **named), either(falls))
    if brackets[-1].up_to is not None:
        figures = weighing.keys.among(key, part, f"{weighing.name}: {key}")
        weighing.workings.refuse(
            weighing.words.say("above_brackets", **named), f"MAX({figures.range})>{ends[-1]}"
        )
