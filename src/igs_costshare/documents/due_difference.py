"""The difference between two settlements as a document: who has more to pay or gets more back."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.comparing.difference import Amounts, RowChange
from igs_costshare.documents.difference import DifferenceDocument
from igs_costshare.documents.difference_causes import CauseTeller
from igs_costshare.documents.difference_tables import Compared
from igs_costshare.documents.difference_views import GETS_BACK, STILL_PAYS, TURNS_TO_PAY, View
from igs_costshare.documents.document import Item, Part
from igs_costshare.documents.settlement_phrases import figure_headings, party
from igs_costshare.wording.sentences import titled
from igs_costshare.wording.tables import Column


class DueDifferenceDocument(DifferenceDocument):
    """From one settlement to another; each cause is of what is due."""

    @property
    def title(self) -> str:
        """The network, and from what to what."""
        named = titled(self.difference.b.title, self.difference.b.year)
        return self.language.say(
            "compared.due_difference", title=named, a=self.a.heading, b=self.b.heading
        )

    @property
    def _compared(self) -> Compared:
        headings = self.a.heading, self.b.heading
        return _DuesCompared(self.difference, self.language, headings)

    @property
    def _teller(self) -> CauseTeller:
        return _DueTeller(self.difference, self.language, whole=self.whole)

    def _headline(self, teller: CauseTeller) -> Iterator[Part]:
        """Nothing: what is due comes to 0 together."""
        yield from ()

    @property
    def _told_last(self) -> tuple[RowChange, ...]:
        return self._common

    def _name(self, row: RowChange) -> str:
        return party(row.id, row.name, self.language)

    def _is_told(self, row: RowChange) -> bool:
        return row.id != "total" and bool(row.columns["due"].change or any(row.causes))


class _DuesCompared(Compared):
    """Both settlements next to each other."""

    @property
    def marks(self) -> str:
        """The sentence under what is due."""
        return self.language.say("compared.marks_due")

    @property
    def _sign(self) -> int:
        return 1

    def figure_columns(self) -> tuple[Column, ...]:
        """Without percentages: what is left to pay is no measure of what changed."""
        return super().figure_columns()[:-1]

    def figures_of(self, amounts: Amounts) -> tuple[int | None, ...]:
        """Before, after and the difference."""
        return super().figures_of(amounts)[:-1]

    @property
    def _what(self) -> str:
        return self._heading("due")

    def _heading(self, column: str) -> str:
        return figure_headings(self.language)[column]

    def _name(self, row: RowChange) -> str:
        return party(row.id, row.name, self.language)


class _DueTeller(CauseTeller):
    """The causes of what is due, in words."""

    def _view(self, balance: Amounts) -> tuple[View, int]:
        low, high = sorted((balance.a or 0, balance.b or 0))
        view = STILL_PAYS if low >= 0 else GETS_BACK if high <= 0 else TURNS_TO_PAY
        return view, view.sign * balance.change

    def _name(self, row: RowChange) -> str:
        return row.name or self.language.say("settling.the_account")

    def _homes(self, row: RowChange) -> Iterator[Item]:
        """Nothing: a settlement has no homes."""
        yield from ()
