"""What a partner adds in every order of joining: the steps of its Shapley value, exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import comb, factorial
from typing import Literal, NamedTuple, TypeAlias, assert_never, get_args

from igs_costshare.fairness.families import EveryGroup
from igs_costshare.fairness.game import Game
from igs_costshare.fairness.terms import (
    Additive,
    Constant,
    Stepped,
    Term,
    Topped,
    Weighted,
    together,
)

LineGroup: TypeAlias = Literal["same", "own", "steps", "largest", "homes", "subsidies", "stated"]
LINE_GROUPS: tuple[LineGroup, ...] = get_args(LineGroup)
"""Lines by how they go by the group; what homes earn, subsidies, and what the file states."""


class Arrival(NamedTuple):
    """What a partner adds to those who are there."""

    after: tuple[int, ...]
    adds: Fraction
    """Euros."""
    orders: int
    """In how many orders of joining it comes right after them."""


class Position(NamedTuple):
    """What a partner adds on average when it joins at a place in the order."""

    number: int
    parts: Mapping[LineGroup, Fraction]
    """Euros, by group of lines."""

    @property
    def adds(self) -> Fraction:
        """All of it."""
        return sum(self.parts.values(), Fraction(0))


class Orders(NamedTuple):
    """All orders of joining, as one partner sees them."""

    lines: Mapping[LineGroup, tuple[str, ...]]
    """The groups of lines that there are, each with the ids of its lines."""
    positions: tuple[Position, ...]
    arrivals: tuple[Arrival, ...]
    """Those after nobody first, then after one other, in file order."""

    @property
    def mean(self) -> Mapping[LineGroup, Fraction]:
        """Over all positions, which are all as likely."""
        several = len(self.positions)
        return {
            group: sum((each.parts[group] for each in self.positions), Fraction(0)) / several
            for group in self.lines
        }


def orders_of(game: Game, player: int) -> Orders:
    """What a player adds in every order of joining."""
    costs = _by_group(game)
    below, others = game.denominator, game.players - 1
    bit = 1 << player
    without = [group for group in range(1 << game.players) if not group & bit]
    positions = []
    for size in range(game.players):
        there = [group for group in without if group.bit_count() == size]
        positions.append(
            Position(
                size + 1,
                {
                    name: Fraction(
                        sum(each[group | bit] - each[group] for group in there),
                        below * comb(others, size),
                    )
                    for name, each in costs.items()
                },
            )
        )
    family, whole = EveryGroup(game.players), game.of_groups
    arrivals = [
        Arrival(
            family.members(group),
            Fraction(whole[group | bit] - whole[group], below),
            factorial(group.bit_count()) * factorial(others - group.bit_count()),
        )
        for group in without
    ]
    arrivals.sort(key=lambda each: (len(each.after), each.after))
    lines = {group: tuple(_lines(game, group)) for group in costs}
    return Orders(lines, tuple(positions), tuple(arrivals))


def _by_group(game: Game) -> dict[LineGroup, list[int]]:
    """What every group pays for each group of lines; those that come to nothing are left out."""
    family, below = EveryGroup(game.players), game.denominator
    found: dict[LineGroup, list[int]] = {}
    if not game.studied:
        for group in LINE_GROUPS:
            terms = [*_terms(game, group)]
            found[group] = together(terms, family, below)
        by_lines = game.by_lines_of_all
        found["subsidies"] = _less(by_lines, _added(found.values(), len(by_lines)))
    stated = _added(found.values(), 1 << game.players)
    found["stated"] = _less(game.of_groups, stated)
    return {group: found[group] for group in LINE_GROUPS if any(found.get(group, ()))}


def _added(vectors: Iterable[list[int]], length: int) -> list[int]:
    total = [0] * length
    for vector in vectors:
        total = [one + other for one, other in zip(total, vector, strict=True)]
    return total


def _less(one: list[int], other: list[int]) -> list[int]:
    return [first - second for first, second in zip(one, other, strict=True)]


def _terms(game: Game, group: LineGroup) -> Iterable[Weighted]:
    if group == "homes":
        yield -1, game.homes
    for sign, table in ((1, game.network.cost), (-1, game.network.revenue)):
        for id in table:
            if _group_of(game.terms[id]) == group:
                yield sign, game.terms[id]


def _lines(game: Game, group: LineGroup) -> Iterable[str]:
    if group == "subsidies":
        return game.network.subsidy
    return (id for id, term in game.terms.items() if _group_of(term) == group)


def _group_of(term: Term) -> LineGroup:
    match term:
        case Additive():
            return "own"
        case Constant():
            return "same"
        case Stepped():
            return "steps"
        case Topped():
            return "largest"
        case _:
            assert_never(term)
