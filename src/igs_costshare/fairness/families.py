"""Families of groups: for each group of one, sums and largest figures of its members at once.

A partner is known by its place; groups of a family stand in one order, in which every answer comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Protocol


class Answers(Protocol):
    """What is asked of the figures of groups."""

    players: int

    def sums(self, values: tuple[int, ...]) -> list[int]:
        """For each group the sum of the values of its members."""

    def largest(self, values: tuple[int, ...]) -> list[int]:
        """For each group the largest value of its members, 0 for none; no value is negative."""


class Family(Answers, Protocol):
    """Groups whose figures are worked out together."""

    def __len__(self) -> int:
        """How many groups there are."""

    def members(self, place: int) -> tuple[int, ...]:
        """Who is in a group."""

    def size(self, place: int) -> int:
        """How many are in it."""


class EveryGroup:
    """All groups, nobody first; the place of a group has a bit for each member."""

    def __init__(self, players: int) -> None:
        self.players = players

    def __len__(self) -> int:
        """2 to the power of the players."""
        return 1 << self.players

    def members(self, place: int) -> tuple[int, ...]:
        """The bits that are set."""
        return tuple(player for player in range(self.players) if place >> player & 1)

    def size(self, place: int) -> int:
        """As many as bits."""
        return place.bit_count()

    def sums(self, values: tuple[int, ...]) -> list[int]:
        """By doubling: each player joins every group of those before it."""
        sums = [0]
        for value in values:
            sums += [each + value for each in sums] if value else sums
        return sums

    def largest(self, values: tuple[int, ...]) -> list[int]:
        """Likewise."""
        largest = [0]
        for value in values:
            largest += [max(each, value) for each in largest] if value else largest
        return largest


class Chosen:
    """Groups that are named one by one; for a few."""

    def __init__(self, players: int, groups: Sequence[Sequence[int]]) -> None:
        self.players = players
        self.groups = [tuple(group) for group in groups]

    def __len__(self) -> int:
        """As many as are named."""
        return len(self.groups)

    def members(self, place: int) -> tuple[int, ...]:
        """As named."""
        return self.groups[place]

    def size(self, place: int) -> int:
        """As named."""
        return len(self.groups[place])

    def sums(self, values: tuple[int, ...]) -> list[int]:
        """One by one."""
        return [sum(values[each] for each in group) for group in self.groups]

    def largest(self, values: tuple[int, ...]) -> list[int]:
        """One by one."""
        return [max((values[each] for each in group), default=0) for group in self.groups]


class Pairs(Chosen):
    """Groups of two, the first player with each after it, then the second."""

    def __init__(self, players: int) -> None:
        super().__init__(players, [*combinations(range(players), 2)])

    def sums(self, values: tuple[int, ...]) -> list[int]:
        """Of the two."""
        return [one + other for one, other in combinations(values, 2)]

    def largest(self, values: tuple[int, ...]) -> list[int]:
        """Of the two."""
        return [max(pair) for pair in combinations(values, 2)]


class AllBut:
    """All players but one."""

    def __init__(self, players: int) -> None:
        self.players = players

    def __len__(self) -> int:
        """One for each player."""
        return self.players

    def members(self, place: int) -> tuple[int, ...]:
        """Everybody else."""
        return tuple(player for player in range(self.players) if player != place)

    def size(self, place: int) -> int:
        """All others."""
        return self.players - 1

    def sums(self, values: tuple[int, ...]) -> list[int]:
        """The whole less what is missing."""
        whole = sum(values)
        return [whole - each for each in values]

    def largest(self, values: tuple[int, ...]) -> list[int]:
        """The largest, and for whoever has it the next."""
        first, next_one, *_ = (*sorted(values, reverse=True), 0)
        largest = [first] * self.players
        largest[values.index(first)] = next_one
        return largest


class AllButTwo:
    """All players but two: the groups beside those of `Pairs`, in the same order."""

    def __init__(self, players: int) -> None:
        self.players = players
        self.missing = [*combinations(range(players), 2)]

    def __len__(self) -> int:
        """Each two players."""
        return len(self.missing)

    def members(self, place: int) -> tuple[int, ...]:
        """Everybody else."""
        gone = self.missing[place]
        return tuple(player for player in range(self.players) if player not in gone)

    def size(self, place: int) -> int:
        """All others."""
        return self.players - len(self.missing[place])

    def sums(self, values: tuple[int, ...]) -> list[int]:
        """The whole less what is missing."""
        whole = sum(values)
        return [whole - one - other for one, other in combinations(values, 2)]

    def largest(self, values: tuple[int, ...]) -> list[int]:
        """The largest, and where who has it is missing the first that is not."""
        order = sorted(range(self.players), key=values.__getitem__, reverse=True)
        largest = [values[order[0]]] * len(self)
        for place, gone in enumerate(self.missing):
            if order[0] in gone:
                largest[place] = next((values[at] for at in order[:3] if at not in gone), 0)
        return largest


class Remembering:
    """The answers of a family, each worked out once."""

    def __init__(self, family: Family) -> None:
        self.family, self.players = family, family.players
        self._sums: dict[tuple[int, ...], list[int]] = {}
        self._largest: dict[tuple[int, ...], list[int]] = {}

    def sums(self, values: tuple[int, ...]) -> list[int]:
        """As the family says."""
        if values not in self._sums:
            self._sums[values] = self.family.sums(values)
        return self._sums[values]

    def largest(self, values: tuple[int, ...]) -> list[int]:
        """As the family says."""
        if values not in self._largest:
            self._largest[values] = self.family.largest(values)
        return self._largest[values]
