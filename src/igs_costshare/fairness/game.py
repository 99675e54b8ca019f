"""The game: what each group of partners would pay by itself, exact.

It is the net bill of the network that consists of the group alone, by the lines of the file; what
the file states of a partner alone, or of groups by study, goes before that.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property, lru_cache
from math import lcm

from igs_costshare.description.groups import members_of
from igs_costshare.description.network import Subsidy
from igs_costshare.description.places import pays_by_lines
from igs_costshare.fairness.families import AllBut, Answers, Chosen, EveryGroup, Family, Remembering
from igs_costshare.fairness.lines import homes_of_players, term_of
from igs_costshare.fairness.terms import Term, Weighted, denominator_of, together
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.exact import masked
from igs_costshare.sharing.scaling import alone_in_year

MOST_PLAYERS = 12
"""Of so many all groups are looked at."""


class Game:
    """What groups of partners would pay; each partner is a player, known by its place.

    Amounts are whole numbers over `denominator`, in euros.
    """

    def __init__(self, apportionment: Apportionment) -> None:
        self.apportionment = apportionment
        self.network = network = apportionment.network
        self.ids = list(network.partner)
        self.players = len(self.ids)
        self.studied = network.coalitions is not None
        """Whether the costs of groups were found by study."""
        self.has_bills = pays_by_lines(network)
        """Whether the file says what each pays."""

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Costs and revenues by id, as they go by the group."""
        return {id: term_of(self.apportionment, line) for id, line in self.network.lines.items()}

    @cached_property
    def homes(self) -> Term:
        """What homes earn."""
        return homes_of_players(self.apportionment)

    @cached_property
    def alone(self) -> Mapping[int, Fraction]:
        """What players pay alone, where the file states it; for their part of the year."""
        presence = self.apportionment.budget.figures.presence
        stated = (alone_in_year(self.network, presence, id) for id in self.ids)
        return {at: alone for at, alone in enumerate(stated) if alone is not None}

    @cached_property
    def costs_by_study(self) -> Mapping[frozenset[int], Fraction]:
        """What groups pay by study."""
        at = {id: place for place, id in enumerate(self.ids)}
        return {
            frozenset(at[each] for each in members_of(group)): Fraction(cost)
            for group, cost in (self.network.coalitions or {}).items()
        }

    @cached_property
    def denominator(self) -> int:
        """Of all that groups pay."""
        subsidies = self.network.subsidy.values()
        stated = [*self.alone.values(), *self.costs_by_study.values(), self.of_all]
        euros = [Fraction(each) for of in subsidies for each in (of.amount, of.cap) if each]
        common = lcm(
            denominator_of([*self.terms.values(), self.homes]),
            *(each.denominator for each in (*stated, *euros)),
        )
        for subsidy in subsidies:
            common *= _part(subsidy).denominator
        return common

    @cached_property
    def of_all(self) -> Fraction:
        """What all together pay, exact: by study where there are no lines, else as computed."""
        everybody = frozenset(range(self.players))
        if not self.has_bills:
            return self.costs_by_study[everybody]
        return self.apportionment.net_bill

    def costs(self, family: Family) -> list[int]:
        """What each group pays, over the denominator; nobody pays nothing."""
        costs = self._studied(family) if self.studied else self._computed(Remembering(family))
        singles: dict[tuple[int, ...], int] = {
            (at,): int(alone * self.denominator) for at, alone in self.alone.items()
        }
        if self.players > 1 and singles:
            _put(costs, family, singles)
        _put(costs, family, {tuple(range(self.players)): int(self.of_all * self.denominator)})
        return costs

    def by_lines(self, player: int) -> Fraction:
        """What one player pays by the lines of the file, whatever it states of it alone."""
        costs = self._computed(Chosen(self.players, [(player,)]))
        return Fraction(costs[0], self.denominator)

    @cached_property
    def singles(self) -> list[Fraction]:
        """What each pays alone; of the only partner there is, what the file states of it."""
        if self.players == 1 and self.alone:
            return [*self.alone.values()]
        costs = self.costs(Chosen(self.players, [(each,) for each in range(self.players)]))
        return [Fraction(each, self.denominator) for each in costs]

    @cached_property
    def added(self) -> list[Fraction]:
        """What each adds to what all the others pay."""
        costs = self.costs(AllBut(self.players))
        return [self.of_all - Fraction(each, self.denominator) for each in costs]

    @cached_property
    def of_groups(self) -> list[int]:
        """What every group pays, by the bits of its members."""
        return self.costs(EveryGroup(self.players))

    @property
    def by_lines_of_all(self) -> list[int]:
        """What every group pays by the lines of the file, whatever it states of groups."""
        return self._computed(Remembering(EveryGroup(self.players)))

    def _studied(self, family: Family) -> list[int]:
        costs = self.costs_by_study
        groups = (frozenset(family.members(place)) for place in range(len(family)))
        return [int(costs.get(group, Fraction(0)) * self.denominator) for group in groups]

    def _computed(self, family: Answers) -> list[int]:
        network = self.network
        costs: list[Weighted] = [(1, self.terms[id]) for id in network.cost]
        income: list[Weighted] = [(-1, self.terms[id]) for id in network.revenue]
        bills = together([*costs, *income, (-1, self.homes)], family, self.denominator)
        if network.subsidy:
            everything = room = together(costs, family, self.denominator)
            left = together(self._pooled, family, self.denominator)
            for subsidy in network.subsidy.values():
                asked = self._granted(subsidy, everything, left, family)
                # Subsidies are at most what a group's costs are, all of them together.
                granted = [*map(min, asked, room)]
                room = [one - other for one, other in zip(room, granted, strict=True)]
                left = [one - other for one, other in zip(left, granted, strict=True)]
                bills = [one - other for one, other in zip(bills, granted, strict=True)]
        return bills

    @property
    def _pooled(self) -> list[Weighted]:
        """What the common contribution shares, before subsidies."""
        tables = ((1, self.network.cost), (-1, self.network.revenue))
        return [
            (sign, self.terms[id])
            for sign, table in tables
            for id, line in table.items()
            if line.pooled
        ]

    def _granted(
        self, subsidy: Subsidy, costs: list[int], left: list[int], family: Answers
    ) -> list[int]:
        """What each group gets of a subsidy, worked out anew."""
        part = _part(subsidy)
        if subsidy.rate is not None:
            base = costs
            if subsidy.of is not None:
                of: list[Weighted] = [(1, self.terms[id]) for id in subsidy.of]
                base = together(of, family, self.denominator)
            amounts = [each * part.numerator // part.denominator for each in base]
        elif subsidy.match is not None:
            amounts = [max(each, 0) * part.numerator // part.denominator for each in left]
        else:
            amounts = [int(Fraction(subsidy.amount or 0) * self.denominator)] * len(costs)
        if subsidy.cap is not None:
            cap = int(Fraction(subsidy.cap) * self.denominator)
            amounts = [min(cap, each) for each in amounts]
        for key, least in (subsidy.requires or {}).items():
            amounts = self._where_met(amounts, key, Fraction(least), family)
        return amounts

    def _where_met(
        self, amounts: list[int], key: str, least: Fraction, family: Answers
    ) -> list[int]:
        """The amounts of the groups that count for enough, of those who share the pool."""
        figures = self.apportionment.budget.figures[key]
        part = self.apportionment.sharing_pool
        own = masked(figures.numerators, part)
        enough = least * figures.denominator
        counted = family.sums(own)
        return [
            each if number >= enough else 0 for each, number in zip(amounts, counted, strict=True)
        ]


@lru_cache(maxsize=2)
def game_of(apportionment: Apportionment) -> Game:
    """The game of a network; kept for the figures of one statement after the other."""
    return Game(apportionment)


def _put(costs: list[int], family: Family, stated: Mapping[tuple[int, ...], int]) -> None:
    """Write what is stated of groups in the place of what was worked out."""
    if isinstance(family, EveryGroup):
        for group, cost in stated.items():
            costs[sum(1 << each for each in group)] = cost
        return
    sizes = {*map(len, stated)}
    for place in range(len(family)):
        if family.size(place) in sizes:
            group = family.members(place)
            costs[place] = stated.get(group, costs[place])


def _part(subsidy: Subsidy) -> Fraction:
    """Of what it goes by, the part that is paid; 1 for a fixed sum."""
    if subsidy.rate is not None:
        return Fraction(subsidy.rate)
    if subsidy.match is not None:
        match = Fraction(subsidy.match)
        return match / (1 + match)
    return Fraction(1)
