"""What follows line by line, so that no group need be looked at: for any number of partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from igs_costshare.fairness.families import Chosen
from igs_costshare.fairness.game import Game
from igs_costshare.fairness.terms import (
    Additive,
    Constant,
    Stepped,
    Term,
    Topped,
    denominator_of,
    together,
)
from igs_costshare.sharing.exact import ZERO


def shapley_by_line(game: Game) -> list[Fraction] | None:
    """What each adds on average over all orders of joining; None where no line tells it.

    The value of a sum of games is the sum of their values.
    """
    if game.studied:
        return None
    pays = [ZERO] * game.players
    for times, term in _weighted(game):
        own = None if times is None else _of_term(term)
        if own is None or times is None:
            return None
        pays = [one + times * other for one, other in zip(pays, own, strict=True)]
    return _with_alone(game, pays)


def is_concave_by_line(game: Game) -> bool:
    """Whether the lines tell that a newcomer never adds more to a larger group."""
    network = game.network
    if game.studied or game.alone or network.subsidy:
        return False
    costs = all(not isinstance(game.terms[id], Stepped) for id in network.cost)
    return costs and all(isinstance(game.terms[id], Additive) for id in network.revenue)


def _weighted(game: Game) -> Iterator[tuple[Fraction | None, Term]]:
    """How often each term counts in what a group pays; None where that goes by the group."""
    network, one = game.network, Fraction(1)
    for id in network.cost:
        yield one, game.terms[id]
    for id in network.revenue:
        yield -one, game.terms[id]
    yield -one, game.homes
    rate, fixed = _highest_rate(game), ZERO
    for subsidy in network.subsidy.values():
        if subsidy.rate is not None and subsidy.cap is None and not subsidy.requires:
            for id in network.cost if subsidy.of is None else subsidy.of:
                yield -Fraction(subsidy.rate), game.terms[id]
        elif subsidy.amount is not None and not subsidy.requires:
            caps = [] if subsidy.cap is None else [subsidy.cap]
            amount = Fraction(min(subsidy.amount, *caps)) if caps else Fraction(subsidy.amount)
            everyone = Constant(amount, (True,) * game.players)
            fixed += amount
            yield (-one if fixed <= (1 - rate) * _least_cost(game) else None), everyone
        else:
            yield None, game.homes


def _highest_rate(game: Game) -> Fraction:
    """The largest part of any cost that the subsidies pay, which is no smaller of a group's."""
    network = game.network
    rates = [
        sum(
            Fraction(each.rate)
            for each in network.subsidy.values()
            if each.rate is not None and (each.of is None or id in each.of)
        )
        for id in network.cost
    ]
    return Fraction(max(rates, default=0))


def _least_cost(game: Game) -> Fraction:
    """The least that anybody's costs come to alone, before income; no group has less."""
    terms = [game.terms[id] for id in game.network.cost]
    below = denominator_of(terms)
    singles = Chosen(game.players, [(each,) for each in range(game.players)])
    return Fraction(min(together([(1, term) for term in terms], singles, below)), below)


def _of_term(term: Term) -> list[Fraction] | None:
    match term:
        case Additive(each=each):
            return list(each)
        case Constant(amount=amount, part=part):
            several = sum(part)
            return [amount / several if included else ZERO for included in part]
        case Topped(amount=amount, figures=figures):
            return _of_largest(amount, figures)
        case Stepped():
            return None
        case _:
            assert_never(term)


def _of_largest(amount: Fraction, figures: Sequence[int]) -> list[Fraction]:
    """Each stretch is shared equally by those who need it (S. Littlechild and G. Owen, 1973)."""
    order = sorted(range(len(figures)), key=figures.__getitem__)
    price, pays = amount / max(figures), [ZERO] * len(figures)
    before, paid = 0, ZERO
    for place, player in enumerate(order):
        paid += price * (figures[player] - before) / (len(order) - place)
        before, pays[player] = figures[player], paid
    return pays


def _with_alone(game: Game, pays: list[Fraction]) -> list[Fraction]:
    """With what the file states of players alone, each a game of its own."""
    several = game.players
    if several == 1:
        return pays
    for player, alone in game.alone.items():
        more = alone - game.by_lines(player)
        pays = [
            each + (more / several if at == player else -more / (several * (several - 1)))
            for at, each in enumerate(pays)
        ]
    return pays
