"""The settlement that `settle` makes, with the page and the workbook of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from igs_costshare.cli.footed import Footing, WithFoot
from igs_costshare.documents.settlement import SettlementDocument
from igs_costshare.reading.settled import SettledReadings
from igs_costshare.wording.language import Language

if TYPE_CHECKING:
    from igs_costshare.papers.marks import Marks


class SettledDocument(WithFoot, SettlementDocument):
    """A settlement with the readings that it was made from."""

    def __init__(
        self,
        readings: SettledReadings,
        language: Language,
        *,
        transfers_only: bool = False,
        marks: Marks | None = None,
    ) -> None:
        """`transfers_only` leaves out all but who pays whom, for people and spreadsheets.

        `marks` are those of the foot of a page.
        """
        self.footing = Footing(readings.settled, marks)
        self.readings, self.statement = readings, readings.settled.statement()
        outcome = readings.outcome(self.statement)
        super().__init__(outcome, language, transfers_only=transfers_only)

    def notes(self) -> Iterator[str]:
        """Also that it is the budget that is settled, where nobody said that it happened."""
        yield from super().notes()
        if self.readings.by_budget:
            yield self.language.say("closing.by_budget")

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.page.plain import plain_page

        say = self.language.say
        closed = self.settled.way == "none"
        caption = say("settling.caption_closed") if closed else say("settling.caption")
        return plain_page(self, caption, self.language, foot=self.foot())

    def workbook(self) -> bytes:
        """The workbook of the statement, with the settlement in front."""
        from igs_costshare.workbook import workbook_bytes
        from igs_costshare.workbook.settling import Settling

        settling = Settling(self.settled, self.readings.budget.statement(), self.statement)
        network = self.readings.settled.network
        return workbook_bytes(
            network, self.statement, self.language, settling, settlement_first=True
        )
