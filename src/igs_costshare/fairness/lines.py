"""The lines of a network as terms of the game: how each goes by the group."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from igs_costshare.description.network import Line
from igs_costshare.fairness.terms import Additive, Constant, Stepped, Term, Topped
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.exact import ZERO, Figures, masked
from igs_costshare.sharing.homes import partners_pay
from igs_costshare.sharing.scaling import (
    ByLargest,
    BySteps,
    BySum,
    concerned,
    scaling_of,
)


def term_of(apportionment: Apportionment, line: Line) -> Term:
    """How a line goes by the group; by its key for a part of the year where it is so."""
    budget = apportionment.budget
    price, part = budget.price(line), concerned(budget.network, line)
    if line.per_key is not None:
        figures = budget.figures.cut(line.per_key)
        return Additive(tuple(price * each for each in _at(figures, part)))
    scaled = scaling_of(line)
    match scaled:
        case None:
            return Constant(price, part)
        case BySum(key=key):
            shares = _at(budget.figures.cut(key), part)
            whole = sum(shares, ZERO)
            return Additive(tuple(price * each / whole for each in shares))
        case BySteps(key=key):
            figures = budget.figures[key]
            own = masked(figures.numerators, part)
            return Stepped(scaled, own, figures.denominator, part)
        case ByLargest(key=key):
            return Topped(price, masked(budget.figures[key].numerators, part))
        case _:
            assert_never(scaled)


def homes_of_players(apportionment: Apportionment) -> Term:
    """What the homes of each player earn; what partners pay one another for them nets out."""
    incomes = apportionment.home_incomes
    if incomes is None or partners_pay(apportionment.network):
        return Additive((ZERO,) * len(apportionment.network.partner))
    return Additive(tuple(incomes))


def _at(figures: Figures, part: Sequence[bool]) -> list[Fraction]:
    return [figures.at(at) if included else ZERO for at, included in enumerate(part)]
