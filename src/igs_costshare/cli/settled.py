"""The settlement that `settle` makes, with the page of it."""

from __future__ import annotations

from igs_costshare.documents.settlement import SettlementDocument


class SettledDocument(SettlementDocument):
    """A settlement that may be a page of its own."""

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.page.plain import plain_page

        caption = self.language.say("settling.caption")
        return plain_page(self, caption, self.language)
