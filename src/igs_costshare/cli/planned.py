"""The plan that `plan` makes, with the page and the workbook of it."""

from __future__ import annotations

from igs_costshare.cli.footed import WithFoot
from igs_costshare.documents.plan import PlanDocument


class PlannedDocument(WithFoot, PlanDocument):
    """A plan that has a page and a workbook."""

    def page(self) -> str:
        """The page of HTML, with a line for each partner."""
        from igs_costshare.charts.plan import plan_chart
        from igs_costshare.page.plain import plain_page

        drawn = plan_chart(self.plan, self.figure, self.language)
        return plain_page(self, self.figure, self.language, drawn, self.foot())

    def workbook(self) -> bytes:
        """The workbook: a sheet over all years, and one for the statement of each."""
        from igs_costshare.workbook.plan import plan_bytes

        return plan_bytes(self)
