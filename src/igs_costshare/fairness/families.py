"""Families of groups: for each group of one, sums and largest figures of its members at once.

A partner is known by its place; groups of a family stand in one order, in which every answer comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Protocol


class Family(Protocol):
    """Groups whose figures are worked out together."""

    players: int

    def __len__(self) -> int:
        """How many groups there are."""

    def members(self, place: int) -> tuple[int, ...]:
        """Who is in a group."""

    def size(self, place: int) -> int:
        """How many are in it."""

    def sums(self, values: Sequence[int]) -> list[int]:
        """For each group the sum of the values of its members."""

    def largest(self, values: Sequence[int]) -> list[int]:
        """For each group the largest value of its members, 0 for none; no value is negative."""


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

    def sums(self, values: Sequence[int]) -> list[int]:
        """By doubling: each player joins every group of those before it."""
        sums = [0]
        for value in values:
            sums += [each + value for each in sums] if value else sums
        return sums

    def largest(self, values: Sequence[int]) -> list[int]:
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

    def sums(self, values: Sequence[int]) -> list[int]:
        """One by one."""
        return [sum(values[each] for each in group) for group in self.groups]

    def largest(self, values: Sequence[int]) -> list[int]:
        """One by one."""
        return [max((values[each] for each in group), default=0) for group in self.groups]


class Pairs:
    """Groups of two, the first player with each after it, then the second."""

    def __init__(self, players: int) -> None:
        self.players = players
        self.groups = [*combinations(range(players), 2)]

    def __len__(self) -> int:
        """Each two players."""
        return len(self.groups)

    def members(self, place: int) -> tuple[int, ...]:
        """The two."""
        return self.groups[place]

    def size(self, place: int) -> int:
        """Two."""
        return len(self.groups[place])

    def sums(self, values: Sequence[int]) -> list[int]:
        """Of the two."""
        return [one + other for one, other in combinations(values, 2)]

    def largest(self, values: Sequence[int]) -> list[int]:
        """Of the two."""
        return [max(pair) for pair in combinations(values, 2)]


class AllBut:
    """All players without one, or without two: the groups beside those of a family."""

    def __init__(self, players: int, missing: Sequence[tuple[int, ...]]) -> None:
        self.players = players
        self.missing = missing

    def __len__(self) -> int:
        """As many as the groups that are missing."""
        return len(self.missing)

    def members(self, place: int) -> tuple[int, ...]:
        """Everybody else."""
        gone = self.missing[place]
        return tuple(player for player in range(self.players) if player not in gone)

    def size(self, place: int) -> int:
        """All others."""
        return self.players - len(self.missing[place])

    def sums(self, values: Sequence[int]) -> list[int]:
        """The whole less what is missing."""
        whole = sum(values)
        return [whole - sum(values[each] for each in gone) for gone in self.missing]

    def largest(self, values: Sequence[int]) -> list[int]:
        """The first of the largest that is there."""
        order = sorted(range(self.players), key=values.__getitem__, reverse=True)[:3]
        return [
            next((values[each] for each in order if each not in gone), 0) for gone in self.missing
        ]
