"""The document that `fair` makes, with the page of it."""

from __future__ import annotations

from igs_costshare.charts.scene import Scene
from igs_costshare.cli.footed import WithFoot
from igs_costshare.documents.fairness import FairnessDocument


class FairedDocument(WithFoot, FairnessDocument):
    """Fairness that may be a page of its own."""

    def page(self) -> str:
        """The page of HTML, with what each pays drawn beside what it would pay alone."""
        from igs_costshare.page.plain import plain_page

        caption = self.language.say("fair.caption")
        return plain_page(self, caption, self.language, self._drawing(), self.foot())

    def _drawing(self) -> Scene | None:
        """None where nothing says what each pays."""
        from igs_costshare.charts.bars import Words
        from igs_costshare.charts.between import Between, between, round_figures

        bills, say = self.fairness.bills, self.language.say
        if bills is None:
            return None
        spans = self.spans(bills)
        rows = [
            Between(*row, self.language.figure(row.amount, spans.decimals)) for row in spans.rows
        ]
        note, title = say("fair.drawn"), say("fair.drawing")
        words = Words(title, say("fair.drawing_text", title=title, note=note), note)
        whole = 10**spans.decimals
        axis = [
            (at, self.language.figure(at // whole, 0))
            for at in round_figures(rows)
            if at % whole == 0
        ]
        return between(rows, words, axis)
