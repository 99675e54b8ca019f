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


def term_of(apportionment: Apportionment, line: Line, players: Sequence[int]) -> Term:
    """How a line goes by the group of players; by its key for a part of the year where it is so."""
    budget = apportionment.budget
    price, part = budget.price(line), concerned(budget.network, line)
    if line.per_key is not None:
        figures = budget.figures.cut(line.per_key)
        return Additive(tuple(price * each for each in _at(figures, part, players)))
    scaled = scaling_of(line)
    among = tuple(part[player] for player in players)
    match scaled:
        case None:
            return Constant(price, among)
        case BySum(key=key):
            shares = _at(budget.figures.cut(key), part, players)
            whole = sum(shares, ZERO)
            return Additive(tuple(price * each / whole if whole else ZERO for each in shares))
        case BySteps(key=key):
            figures = budget.figures[key]
            counted = masked(figures.numerators, part)
            own = tuple(counted[player] for player in players)
            return Stepped(scaled, own, figures.denominator, among)
        case ByLargest(key=key):
            counted = masked(budget.figures[key].numerators, part)
            own = tuple(counted[player] for player in players)
            return Topped(price, own) if any(own) else Constant(price, among)
        case _:
            assert_never(scaled)


def homes_of_players(apportionment: Apportionment, players: Sequence[int]) -> Term:
    """What the homes of each player earn; what partners pay one another for them nets out."""
    incomes = apportionment.home_incomes
    if incomes is None or partners_pay(apportionment.network):
        return Additive((ZERO,) * len(players))
    return Additive(tuple(incomes[player] for player in players))


def _at(figures: Figures, part: Sequence[bool], players: Sequence[int]) -> list[Fraction]:
    return [figures.at(player) if part[player] else ZERO for player in players]
