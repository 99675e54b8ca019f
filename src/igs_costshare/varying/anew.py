"""Numbers that vary where the whole description has to be read anew for each of their values."""

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

_YEAR = ("year",)
"""What decides who is there, and for which part of it."""


def variation_of(reading: Reading, varies: Sequence[Vary | Search]) -> Variation:
    """The reading with numbers that vary: in a later year of a plan those of the first.

    Raises `InputError` where a path leads to no number.
    """
    if reading.source.year is None and all(vary.path != _YEAR for vary in varies):
        return Variation(reading, varies)
    return ReadAnew(under(reading, ()), reading.source.year, varies)


class ReadAnew(Variation):
    """Numbers of the file that vary; each time it is read anew, in a year of its plan or not."""

    def __init__(self, first: Reading, year: int | None, varies: Sequence[Vary | Search]) -> None:
        """`year` is that of the plan, None for the file; raises `InputError` as `Variation`."""
        super().__init__(first, varies)
        self.first, self.year, self.varies = first, year, tuple(varies)

    def apportioned(self, values: Sequence[Decimal]) -> Apportionment:
        """Who pays what; raises `Impossible`."""
        return self._reading(values).statement().worked_out

    def _reading(self, values: Sequence[Decimal]) -> Reading:
        settings = [
            Setting(vary.argument, vary.path, value, "--vary")
            for vary, value in zip(self.varies, values, strict=True)
        ]
        try:
            read = under(self.first, settings)
            return read if self.year is None else in_year(read, self.year, every_rise=False)
        except InputError as error:
            # They are told of the value, and not of the place that they stand at.
            told = [each._replace(origin="", place=None) for each in error.problems]
            raise Impossible(told) from None
