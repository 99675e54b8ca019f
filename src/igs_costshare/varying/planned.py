"""A network of a later year of a plan, in which numbers of the first year vary."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from igs_costshare.errors import InputError
from igs_costshare.reading.loading import Reading, under
from igs_costshare.reading.overrides import Setting
from igs_costshare.reading.planned import in_year
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.varying.ranges import Search, Vary
from igs_costshare.varying.variation import Impossible, Variation


def variation_of(reading: Reading, varies: Sequence[Vary | Search]) -> Variation:
    """The reading with numbers that vary: in a later year those of the first.

    Raises `InputError` where a path leads to no number.
    """
    if reading.source.year is None:
        return Variation(reading, varies)
    return PlannedVariation(under(reading, ()), reading.source.year, varies)


class PlannedVariation(Variation):
    """Numbers of the first year that vary, and what a later year makes of them."""

    def __init__(self, first: Reading, year: int, varies: Sequence[Vary | Search]) -> None:
        """Raises `InputError` where a path leads to no number."""
        super().__init__(first, varies)
        self.first, self.year, self.varies = first, year, tuple(varies)

    def apportioned(self, values: Sequence[Decimal]) -> Apportionment:
        """Who pays what in the year; raises `Impossible`."""
        return self._reading(values).statement().worked_out

    def _reading(self, values: Sequence[Decimal]) -> Reading:
        settings = [
            Setting(vary.argument, vary.path, value, "--vary")
            for vary, value in zip(self.varies, values, strict=True)
        ]
        try:
            return in_year(under(self.first, settings), self.year)
        except InputError as error:
            # They are told of the value, and not of the place that they stand at.
            told = [each._replace(origin="", place=None) for each in error.problems]
            raise Impossible(told) from None
