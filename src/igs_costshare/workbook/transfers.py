"""Who pays whom on the sheet Settlement: live where each settles with the account."""

from __future__ import annotations

from typing import assert_never

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.settlement_phrases import party
from igs_costshare.wording.language import Language
from igs_costshare.workbook.book import Sheet
from igs_costshare.workbook.cells import absolute
from igs_costshare.workbook.formulas import unlike
from igs_costshare.workbook.layout import FIRST
from igs_costshare.workbook.settling import DUE, NAME, Settling

_AMOUNT = 3
"""The column of what is transferred, after who pays, whom, and room for that name."""


class TransferList:
    """The transfers, from a row on: a heading, a remark, and a row for each."""

    def __init__(self, sheet: Sheet, settling: Settling, language: Language, top: int) -> None:
        self.sheet, self.settling, self.language, self.top = sheet, settling, language, top
        self.outcome = settling.outcome
        self._names = {row.id: row.name for row in self.outcome.rows}

    @property
    def end(self) -> int:
        """The row below it."""
        match self.outcome.way:
            case "account":
                # A row for each but who keeps the account.
                return self.top + 2 + len(self.outcome.rows)
            case "direct":
                return self.top + 3 + len(self.outcome.transfers)
            case "none":
                return self.top + 2
            case _:
                assert_never(self.outcome.way)

    def write(self) -> None:
        """Write it."""
        say, row = self.language.say, self.top
        self.sheet.text(row, 0, say("workbook.transfers"), "section")
        match self.outcome.way:
            case "account":
                self.sheet.text(row + 1, 0, say("workbook.transfers_live"), "hint")
                self._headings(row + 2)
                self._through_account(row + 3)
            case "direct":
                self.sheet.text(row + 1, 0, say("workbook.transfers_as_delivered"), "hint")
                self._headings(row + 2)
                self._as_delivered(row + 3)
            case "none":
                self.sheet.text(row + 1, 0, say("settling.closed_purses"), "hint")
            case _:
                assert_never(self.outcome.way)

    def _headings(self, row: int) -> None:
        say = self.language.say
        self.sheet.text(row, 0, say("settling.from"), "heading")
        self.sheet.text(row, 1, say("settling.to"), "heading")
        # A name may run on over the next column.
        self.sheet.text(row, _AMOUNT - 1, "", "heading")
        self.sheet.text(row, _AMOUNT, say("settling.amount"), "heading_right")

    def _through_account(self, first: int) -> None:
        """What each pays to who keeps the account, or gets from it: what is due."""
        keeper = self.outcome.keeper or ACCOUNT
        rows = {each.id: row for row, each in enumerate(self.outcome.rows, start=FIRST)}
        holder = absolute(rows[keeper], NAME)
        others = (each for each in self.outcome.rows if each.id != keeper)
        for row, each in enumerate(others, start=first):
            own, due = (absolute(rows[each.id], column) for column in (NAME, DUE))
            names = (self._called(each.id), self._called(keeper))
            payer, taker = names if each.due > 0 else names[::-1]
            for column, formula, name in (
                (0, f'IF({due}=0,"",IF({due}>0,{own},{holder}))', payer),
                (1, f'IF({due}=0,"",IF({due}>0,{holder},{own}))', taker),
            ):
                self.sheet.formula(
                    row, column, unlike(formula, row), "text", name if each.due else ""
                )
            value = abs(self.settling.euros(each.due))
            self.sheet.formula(row, _AMOUNT, f"ABS({due})", "passing", value)

    def _as_delivered(self, first: int) -> None:
        for row, each in enumerate(self.outcome.transfers, start=first):
            self.sheet.text(row, 0, self._called(each.payer))
            self.sheet.text(row, 1, self._called(each.taker))
            self.sheet.number(row, _AMOUNT, self.settling.euros(each.amount), "amount")

    def _called(self, id: str) -> str:
        return party(id, self._names[id], self.language)
