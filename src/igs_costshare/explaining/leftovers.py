"""What rounding down leaves of one line, worked out once for all its partners."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.money import Apportioned
from igs_costshare.wording.writing import named


class Leftovers:
    """Remainders and left-over units of a division by largest remainder."""

    def __init__(self, division: Apportioned, names: Sequence[str]) -> None:
        below = division.exact.denominator
        self.remainders = tuple(number % below for number in division.exact.numerators)
        self.total = sum(division.extra)
        """Left-over units."""
        takers = [name for name, extra in zip(names, division.extra, strict=True) if extra]
        self.takers = named(takers)
        self._alike: dict[tuple[int, bool], list[int]] = {}
        for position, remainder in enumerate(self.remainders):
            won = bool(division.extra[position])
            self._alike.setdefault((remainder, won), []).append(position)

    def rivals(self, position: int, *, won: bool) -> Sequence[int]:
        """Those with the same remainder that fared otherwise; they make a tie that matters."""
        return self._alike.get((self.remainders[position], not won), ())
