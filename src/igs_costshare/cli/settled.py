"""The settlement that `settle` makes, with the page and the workbook of it."""

from __future__ import annotations

from igs_costshare.documents.settlement import SettlementDocument
from igs_costshare.documents.settlement_phrases import no_transfers


class SettledDocument(SettlementDocument):
    """A settlement that may be a page or a workbook of its own."""

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.page.plain import plain_page

        caption = self.language.say("settling.caption")
        return plain_page(self, caption, self.language)

    def workbook(self) -> bytes:
        """A sheet of what each still has to pay, and one of the transfers where there are any."""
        from igs_costshare.workbook.plain import PlainSheet, plain_workbook

        language, notes = self.language, tuple(self.notes())
        if not self.settled.transfers:
            notes += (no_transfers(self.settled, language),)
        sheets = [PlainSheet(language.say("settling.sheet"), self.shown(), notes)]
        if self.settled.transfers:
            name = language.say("settling.sheet_of_transfers")
            sheets.append(PlainSheet(name, self.transfers()))
        footer = language.say("workbook.page_footer")
        return plain_workbook(self.title, sheets, self.settled.currency, footer)
