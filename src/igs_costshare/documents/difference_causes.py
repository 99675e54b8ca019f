"""Why a row pays more or less than before, in words: the part of each cause, the largest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from igs_costshare.comparing.cause import Cause
from igs_costshare.comparing.difference import Amounts, Difference, RowChange
from igs_costshare.documents.cause_phrases import PhraseTeller
from igs_costshare.documents.difference_views import PAYS, RECEIVES, View
from igs_costshare.documents.document import Item
from igs_costshare.money import rounded
from igs_costshare.wording.language import Language


class CauseTeller:
    """The causes of a difference, in the words of its network."""

    def __init__(self, difference: Difference, language: Language, *, whole: bool) -> None:
        """`whole` tells whole euros, where they are not 0."""
        self.difference, self.language, self.whole = difference, language, whole
        self._teller = PhraseTeller(difference.names, difference.b.currency, language)

    @cached_property
    def sole(self) -> Cause | None:
        """The cause of every change, where there is one only."""
        difference = self.difference
        moving = [
            cause
            for place, cause in enumerate(difference.causes or ())
            if any(row.causes[place] for row in difference.rows)
        ]
        return moving[0] if len(moving) == 1 else None

    def phrase(self, cause: Cause) -> str:
        """What a cause is, with both values where it is one number or one word."""
        return self._teller.phrase(cause)

    def caused(self, row: RowChange, *, parts: bool = True) -> Item:
        """What a row pays more or less, with the part of each cause where `parts` are told."""
        told, more = self._view(row.columns[self.difference.figure])
        words = told.of_all if row.id == "total" else told.of_one
        name = self._name(row)
        head = self.language.tell(words[_sign(more)](name, self._money(abs(more))))
        items = (*self._parts(row, told), *self._homes(row)) if parts else ()
        if items:
            return Item(self.language.say("compared.followed", head=head), items)
        return Item(self.language.say("compared.alone", head=head))

    def _view(self, balance: Amounts) -> tuple[View, int]:
        """How a change is told, and how much more it is, told so."""
        low, high = sorted((balance.a or 0, balance.b or 0))
        view = RECEIVES if low >= 0 and high else PAYS
        return view, view.sign * balance.change

    def _name(self, row: RowChange) -> str:
        return row.name or self.language.column(row.id)

    def _parts(self, row: RowChange, told: View) -> Iterator[Item]:
        """The part of each cause, the largest first."""
        phrases = self._all_phrases
        for size, place in sorted((-abs(part), at) for at, part in enumerate(row.causes) if part):
            words = told.of_part[_sign(told.sign * row.causes[place])]
            yield Item(self.language.tell(words(phrases[place], self._money(-size))))

    @cached_property
    def _all_phrases(self) -> tuple[str, ...]:
        return tuple(map(self.phrase, self.difference.causes or ()))

    def _homes(self, row: RowChange) -> Iterator[Item]:
        """Homes that come or go, where they move no amount and nothing else tells of them."""
        homes = row.columns["units"]
        if homes.change and not any(row.causes) and row.side == "both":
            yield Item(self.language.say("compared.homes", a=homes.a or 0, b=homes.b or 0))

    def _money(self, minor: int) -> str:
        decimals, currency = self.difference.decimals, self.difference.b.currency
        whole = rounded(minor, 10**decimals, "even")
        if self.whole and (whole or not minor):
            return self.language.money(whole, 0, currency)
        return self.language.money(minor, decimals, currency)


def _sign(number: int) -> int:
    """-1, 0 or 1."""
    return (number > 0) - (number < 0)
