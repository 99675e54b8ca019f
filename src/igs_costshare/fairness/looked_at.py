"""Of many partners: the groups that are looked at, and what follows from what they pay."""

from __future__ import annotations

from functools import cached_property

from igs_costshare.fairness.families import AllBut, AllButTwo, Family, Pairs
from igs_costshare.fairness.game import Game


class LookedAt:
    """Single players, groups of two, and all but one or two, each with what they pay.

    Amounts are whole numbers over the denominator of the game.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        players = game.players
        self._pairs, self._all_but, self._all_but_two = (
            Pairs(players),
            AllBut(players),
            AllButTwo(players),
        )

    @property
    def families(self) -> tuple[tuple[Family, list[int]], ...]:
        """The groups of two and more, never all, with what each pays."""
        return (
            (self._pairs, self._of_pairs),
            (self._all_but, self._of_others),
            (self._all_but_two, self._of_rest),
        )

    @property
    def splitting_saves(self) -> bool:
        """Whether all together pay more than split up."""
        apart = [
            sum(self._singles),
            *map(sum, zip(self._singles, self._of_others, strict=True)),
            *map(sum, zip(self._of_pairs, self._of_rest, strict=True)),
        ]
        return min(apart) < self._whole

    @property
    def pairs_save(self) -> bool:
        """Whether two pay more together than each alone."""
        singles = self._singles
        return any(
            singles[one] + singles[other] < both
            for (one, other), both in zip(self._pairs.groups, self._of_pairs, strict=True)
        )

    @property
    def last_adds_more(self) -> bool:
        """Whether who comes last adds more than who comes last but one."""
        others = self._of_others
        return any(
            others[one] + others[other] < self._whole + left
            for (one, other), left in zip(self._pairs.groups, self._of_rest, strict=True)
        )

    @property
    def _whole(self) -> int:
        return int(self.game.of_all * self.game.denominator)

    @cached_property
    def _singles(self) -> list[int]:
        return [int(each * self.game.denominator) for each in self.game.singles]

    @cached_property
    def _of_others(self) -> list[int]:
        return self.game.costs(self._all_but)

    @cached_property
    def _of_pairs(self) -> list[int]:
        return self.game.costs(self._pairs)

    @cached_property
    def _of_rest(self) -> list[int]:
        return self.game.costs(self._all_but_two)
