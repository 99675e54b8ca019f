"""Why a row pays more or less than before, in words: the part of each cause, the largest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from igs_costshare.comparing.causes import Cause
from igs_costshare.comparing.difference import Amounts, Difference, RowChange
from igs_costshare.documents.cause_phrases import Teller
from igs_costshare.documents.compared_words import said
from igs_costshare.documents.document import Item
from igs_costshare.money import rounded
from igs_costshare.wording.language import Language


class CauseTeller:
    """The causes of a difference, in the words of its network."""

    def __init__(self, difference: Difference, language: Language, *, whole: bool) -> None:
        """`whole` tells whole euros, where they are not 0."""
        self.difference, self.language, self.whole = difference, language, whole
        self._teller = Teller(difference.names, difference.b.currency, language)

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
        verb, sign = _view(row.columns["balance"])
        more = sign * row.columns["balance"].change
        change = f"{verb}_{'more' if more > 0 else 'less' if more < 0 else 'same'}"
        head = said(
            f"everybody_{change}" if row.id == "total" else change,
            self.language,
            name=row.name or self.language.column(row.id),
            amount=self._money(abs(more)),
        )
        items = (*self._parts(row, verb, sign), *self._homes(row)) if parts else ()
        return Item(f"{head}:" if items else f"{head}.", items)

    def _parts(self, row: RowChange, verb: str, sign: int) -> Iterator[Item]:
        """The part of each cause, the largest first."""
        up, down = ("higher", "lower") if verb == "balance" else ("more", "less")
        phrases = self._all_phrases
        for size, place in sorted((-abs(part), at) for at, part in enumerate(row.causes) if part):
            word = up if sign * row.causes[place] > 0 else down
            yield Item(said(word, self.language, what=phrases[place], amount=self._money(-size)))

    @cached_property
    def _all_phrases(self) -> tuple[str, ...]:
        return tuple(map(self.phrase, self.difference.causes or ()))

    def _homes(self, row: RowChange) -> Iterator[Item]:
        """Homes that come or go, where they move no amount and nothing else tells of them."""
        homes = row.columns["units"]
        if homes.change and not any(row.causes) and row.side == "both":
            yield Item(said("homes", self.language, a=str(homes.a), b=str(homes.b)))

    def _money(self, minor: int) -> str:
        decimals, currency = self.difference.decimals, self.difference.b.currency
        whole = rounded(minor, 10**decimals, "even")
        if self.whole and (whole or not minor):
            return self.language.money(whole, 0, currency)
        return self.language.money(minor, decimals, currency)


def _view(balance: Amounts) -> tuple[str, int]:
    """Whether a row receives, pays, or changes from the one to the other; what more means then."""
    low, high = sorted((balance.a or 0, balance.b or 0))
    if high <= 0:
        return "pays", -1
    return ("receives", 1) if low >= 0 else ("balance", 1)
