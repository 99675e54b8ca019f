"""A year that is closed, as its paper sees it: what each bore beside the budget, and still pays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.method.rows import LineTold, line_rows
from igs_costshare.papers.against import budget_of
from igs_costshare.papers.case import Case, Standing
from igs_costshare.papers.letter_final import FinalAccount
from igs_costshare.reading.settled import SettledReadings
from igs_costshare.settling.settled import SIGNS, Figure, SettledRow
from igs_costshare.wording.language import Language

BESIDE: tuple[Figure, ...] = tuple(figure for figure in SIGNS if figure != "bill")
"""What stands beside the bill in what is due."""


class Closed(Case):
    """The settled statement, held against the budget, with who still pays whom.

    Bills are what each pays; who receives has a minus, as in the settlement.
    """

    def __init__(
        self, readings: SettledReadings, language: Language, own: str | None = None
    ) -> None:
        super().__init__(readings.settled, language, budget_of(readings, language), own)
        self._budget, self.by_budget = readings.budget, readings.by_budget
        self.settled = readings.outcome(self.statement)
        self.final = FinalAccount(self.settled, self.statement, self.network, self.pen)

    @property
    def receives(self) -> bool:
        """Never: a paper of what is due says who gets something by its minus."""
        return False

    @property
    def together_word(self) -> str:
        """What is called that which the lines come to: nothing is to be paid of that as such."""
        return self.pen.say("closing.bills_together")

    @cached_property
    def rows(self) -> dict[str, SettledRow]:
        """The rows of the settlement by id, that of the account only where it has one."""
        return {row.id: row for row in self.settled.moved}

    @cached_property
    def lines(self) -> tuple[LineTold, ...]:
        """The lines of the year; by a scenario of it an amount is what was really spent."""
        is_actual = self.settled.scenario is not None
        return line_rows(self.statement, self.language, actual=is_actual)

    @cached_property
    def lines_before(self) -> tuple[LineTold, ...] | None:
        """The lines of the budget; None where that itself is settled."""
        if self.before is None:
            return None
        return line_rows(self._budget.statement(), self.language)

    @property
    def step_before(self) -> int:
        """A unit of rounding of the budget."""
        return int(self._budget.statement().unit.scaleb(self.decimals))

    @property
    def count_budgeted(self) -> int:
        """How many partners the budget has, who may be others than those of the year."""
        return len(self._budget.statement().partners)

    @cached_property
    def absent(self) -> tuple[Standing, ...]:
        """Who is not there this year, nor was budgeted to be, and has something to settle."""
        known = {each.id for each in self.standings}
        return tuple(
            Standing(row.id, row.name, None, None)
            for row in self.settled.partners
            if row.id not in known
        )

    @property
    def parties(self) -> tuple[Standing, ...]:
        """Everybody with a row in the table: the partners, and who is not there this year."""
        return (*self.standings, *self.absent)

    @property
    def readers(self) -> tuple[str, ...]:
        """For whom there may be a paper: whoever has a row in the settlement."""
        return tuple(row.id for row in self.settled.partners)

    @cached_property
    def mine(self) -> Standing | None:
        """The reader's own, who has a row in the settlement, there this year or not."""
        return next((each for each in self.parties if each.id == self.own), None)

    @property
    def decides(self) -> bool:
        """Whether the reader approves it: who takes no part that year takes note of it."""
        return self.mine is None or self.mine.at is not None

    @property
    def concerned(self) -> bool:
        """Whether the reader bears anything in the year or in its budget, as all do together."""
        return self.decides or (self.mine is not None and self.mine.before is not None)

    @property
    def differs(self) -> bool:
        """Whether anybody bears anything else than was budgeted."""
        return any(each.change or each.before is None or each.bill is None for each in self.beside)

    @property
    def beside(self) -> tuple[Standing, ...]:
        """The partners beside the budget; nobody where that itself is settled."""
        return () if self.before is None else self.standings

    @property
    def holder(self) -> str:
        """Who holds the common account: the partner that keeps it, or the account itself."""
        return self.settled.keeper or ACCOUNT

    @cached_property
    def reserved(self) -> dict[str, int]:
        """What the reserve bears, in the row of who holds the account."""
        borne = {id: row.figure("bill") - self._bills.get(id, 0) for id, row in self.rows.items()}
        return {id: amount for id, amount in borne.items() if amount}

    @cached_property
    def _bills(self) -> dict[str, int]:
        return {each.id: each.borne for each in self.partners}

    def used(self) -> Iterator[Figure]:
        """The figures in which something happened."""
        rows = self.rows.values()
        yield from (figure for figure in BESIDE if any(row.figure(figure) for row in rows))

    def due(self, id: str) -> int:
        """What a partner still pays; below 0 it comes back, and who is not there has nothing."""
        return self.rows[id].due if id in self.rows else 0
