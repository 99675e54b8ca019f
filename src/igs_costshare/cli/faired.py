"""The document that `fair` makes, with the page of it."""

from __future__ import annotations

from igs_costshare.documents.fairness import FairnessDocument


class FairedDocument(FairnessDocument):
    """Fairness that may be a page of its own."""

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.page.plain import plain_page

        return plain_page(self, self.language.say("fair.caption"), self.language)
