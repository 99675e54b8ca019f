"""What a partner would pay alone, and how much less it pays than that, as figures."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.fairness.game import Game, game_of
from igs_costshare.fairness.report import Fairness
from igs_costshare.figures.amounts import Amount
from igs_costshare.messages import Message, say


class Alone(NamedTuple):
    """What a row would pay alone; of the total, what all would pay, each alone."""

    statement: Statement
    row: int
    """Its place among `Statement.rows`."""

    def missing(self) -> Message | None:
        """The reserve is no partner, and pays nothing alone."""
        return None if self._players() else say("varied.no_alone")

    def shown(self) -> int:
        """Each rounded by itself, in units of rounding."""
        alone = Fairness(self._game, self.statement).alone
        return sum(alone[at] for at in self._players())

    def exact(self) -> Fraction:
        """In units of rounding."""
        singles = self._game.singles
        euros = sum((singles[at] for at in self._players()), Fraction(0))
        return euros / Fraction(self.statement.unit)

    def slack(self) -> int:
        """A unit for each that is rounded."""
        return len(self._players())

    def weight(self) -> Fraction:
        """1: nothing divides it."""
        return Fraction(1)

    @property
    def _game(self) -> Game:
        return game_of(self.statement.worked_out)

    def _players(self) -> range:
        """Whose figures make that of the row."""
        players = self._game.players
        if self.row == len(self.statement.rows) - 1:
            return range(players)
        return range(self.row, min(self.row + 1, players))


class Saving(NamedTuple):
    """How much less a row pays than alone."""

    alone: Alone
    bill: Amount

    def missing(self) -> Message | None:
        """As of what it pays alone."""
        return self.alone.missing()

    def shown(self) -> int:
        """Of both as they are shown."""
        return self.alone.shown() - self.bill.shown()

    def exact(self) -> Fraction:
        """Of both before rounding."""
        return self.alone.exact() - self.bill.exact()

    def slack(self) -> int:
        """Of both."""
        return self.alone.slack() + self.bill.slack()

    def weight(self) -> Fraction:
        """1: nothing divides it."""
        return Fraction(1)
