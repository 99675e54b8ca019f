"""What the theory of games says of a game: its values, and what is possible for all and for groups.

Nothing of it goes by what the partners are billed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from igs_costshare.fairness.divisions import is_concave, saved_by_splitting, shapley
from igs_costshare.fairness.families import EveryGroup
from igs_costshare.fairness.game import MOST_PLAYERS, Game
from igs_costshare.fairness.linear import is_concave_by_line, shapley_by_line
from igs_costshare.fairness.looked_at import LookedAt
from igs_costshare.fairness.nucleolus import Nucleolus, nucleolus


@dataclass(frozen=True)
class SolvedGame:
    """A game with what follows from it, worked out when asked."""

    game: Game

    @property
    def exact(self) -> bool:
        """Whether every group was looked at."""
        return self.game.players <= MOST_PLAYERS

    @cached_property
    def shapley(self) -> list[Fraction] | None:
        """What each adds on average, in euros; None where too many groups would decide it."""
        if not self.exact:
            return shapley_by_line(self.game)
        pays = shapley(self.game.players, self.game.of_groups)
        return [each / self.game.denominator for each in pays]

    @cached_property
    def nucleolus(self) -> Nucleolus | None:
        """The nucleolus, in euros; None of too many partners."""
        if not self.exact:
            return None
        found = nucleolus(self.game.players, self.game.of_groups)
        below = self.game.denominator
        return Nucleolus([each / below for each in found.pays], found.least / below)

    @cached_property
    def core(self) -> bool | None:
        """Whether some division satisfies every group; None where that is not known."""
        if self.nucleolus is not None:
            return self.nucleolus.least >= 0
        if is_concave_by_line(self.game):
            return True
        return False if self.looked_at.splitting_saves else None

    @cached_property
    def subadditive(self) -> bool | None:
        """Whether splitting up never saves; None where that is not known."""
        if self.exact:
            return self.split is None
        if is_concave_by_line(self.game):
            return True
        return False if self.looked_at.splitting_saves or self.looked_at.pairs_save else None

    @cached_property
    def split(self) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Two groups that pay less apart than as one, of all that there are; None where none do."""
        if not self.exact:
            return None
        found = saved_by_splitting(self.game.players, self.game.of_groups)
        members = EveryGroup(self.game.players).members
        return None if found is None else (members(found[0]), members(found[1]))

    @cached_property
    def concave(self) -> bool | None:
        """Whether a newcomer never adds more to a larger group; None where that is not known."""
        if self.exact:
            return is_concave(self.game.players, self.game.of_groups)
        if is_concave_by_line(self.game):
            return True
        return False if self.subadditive is False or self.looked_at.last_adds_more else None

    @cached_property
    def looked_at(self) -> LookedAt:
        """The groups that are looked at where there are too many for all."""
        return LookedAt(self.game)
