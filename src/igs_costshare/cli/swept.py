"""The sweep that `sweep` makes, with the page of it."""

from __future__ import annotations

from igs_costshare.documents.sweep import SweepDocument


class SweptDocument(SweepDocument):
    """A sweep that has a page with a line for each partner."""

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.charts.sweep import sweep_chart
        from igs_costshare.page.plain import plain_page

        return plain_page(self, "", self.language, sweep_chart(self))
