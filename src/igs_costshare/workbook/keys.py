"""Key figures on the sheet: each partner's homes, days of use and figures of its own keys."""

from __future__ import annotations

from functools import cached_property

from igs_costshare.description.contributions import Scoped
from igs_costshare.description.places import taking_part
from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.messages import say
from igs_costshare.sharing.keys import NEVER_CUT, KeyFigures
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.formulas import added, largest
from igs_costshare.workbook.naming import of_name
from igs_costshare.workbook.presence import PRESENT, length_of
from igs_costshare.workbook.workings import Workings

_SIZES = range(1, 100)
"""Household sizes that a file may state."""
_DECIMALS_OF_ROUND = 14
"""Beyond these, rounding changes nothing: a figure has some digits before the mark as well, and 15
in all."""


class KeyCells:
    """The figure of each partner for each key, as a formula on the sheet Method."""

    def __init__(self, workings: Workings) -> None:
        self.workings = workings
        self.partners = workings.partners
        self._decimals: dict[str, str] = {}
        self.length = length_of(workings.network)
        """In how many parts of the year figures are counted; 1 where all are there all year."""

    def part(self, *scopes: Scoped | None) -> tuple[bool, ...]:
        """Who takes part."""
        return taking_part(self.workings.network, *scopes)

    def figure(self, key: str, position: int) -> str:
        """The figure of a partner."""
        match key:
            case "partners":
                return "1"
            case "units":
                return self.homes(position)
            case "days":
                return self._days.at(position)
            case "use":
                return self._use.at(position)
        return self.workings.inputs.get(("partner", self.partners[position], "keys", key), "0")

    def present(self, position: int) -> str:
        """The parts of the year that a partner is there, of `length`."""
        return self.workings.inputs.get(("partner", self.partners[position], PRESENT), "1")

    def in_parts(self, formula: str, key: str, position: int) -> str:
        """What goes by a key, in parts of the year; days of use are never cut."""
        if self.length == 1:
            return formula
        times = self.length if key in NEVER_CUT else self.present(position)
        return f"({formula})*{times}"

    def of_parts(self, formula: str) -> str:
        """What was worked out in parts of the year, as it is."""
        return formula if self.length == 1 else f"({formula})/{self.length}"

    def counted(self, key: str, position: int) -> str:
        """The figure of a partner, in parts of the year."""
        return self.in_parts(self.figure(key, position), key, position)

    def among(
        self, key: str, part: tuple[bool, ...], heading: str, *, whole: bool = False
    ) -> PartnerCells:
        """The figures of those who take part in a column, in parts of the year; 0 for the others.

        `whole`: as for a whole year.
        """
        figure = self.figure if whole else self.counted
        return self.workings.column(
            heading,
            [figure(key, at) if part[at] else "0" for at in self.workings.positions],
        )

    def decimals(self, key: str) -> str:
        """How many decimals the figures of a key have at most: a number, or the cell with it."""
        if key not in self._decimals:
            self._decimals[key] = self._decimals_of(key)
        return self._decimals[key]

    def _decimals_of(self, key: str) -> str:
        match key:
            case "partners" | "units":
                # A number of homes that is not whole is refused.
                return "0"
            case "days":
                return self._day_decimals
            case "use":
                prices = self._day_prices
                return f"{self._day_decimals}+{largest(map(self.workings.places, prices))}"
        language = self.workings.language
        heading = of_name(language.key(key), say("workbook.places"), language)
        figures = [self.figure(key, at) for at in self.workings.positions]
        return self.workings.most_places(heading, figures)

    @property
    def _day_prices(self) -> list[str]:
        """The cells of every day price that a day of use may cost."""
        if self.workings.stays is not None:
            return self.workings.stays.prices
        return [self.workings.inputs["day_price", "prices", size] for size in self.sizes]

    @cached_property
    def _day_decimals(self) -> str:
        if self.workings.stays is not None:
            # A night that is not whole is refused.
            return "0"
        language = self.workings.language
        heading = of_name(language.say("workbook.days"), say("workbook.places"), language)
        cells = [
            [self.workings.inputs.get(("partner", id, "days", size), "0") for id in self.partners]
            for size in _SIZES
        ]
        stated = [each for each in cells if set(each) != {"0"}]
        return self.workings.most_places(heading, *stated) if stated else "0"

    def homes(self, position: int) -> str:
        """The homes of a partner: a cell of Input, or the number of those it names."""
        partner = self.partners[position]
        return self.workings.inputs.get(("partner", partner, "units"), str(self._named[partner]))

    @cached_property
    def _named(self) -> dict[str, int]:
        return dict(KeyFigures(self.workings.network).homes)

    @cached_property
    def sizes(self) -> list[int]:
        """The household sizes for which there is a day price."""
        terms = self.workings.network.day_price
        return list((terms and terms.prices) or {})

    def _sizes_of(self, position: int) -> list[tuple[int, str]]:
        """The cells with the days of use of a partner, by household size."""
        place = ("partner", self.partners[position], "days")
        return [
            (size, cell)
            for size in _SIZES
            if (cell := self.workings.inputs.get((*place, size), ""))
        ]

    @cached_property
    def _days(self) -> PartnerCells:
        return self.workings.column(
            self.workings.language.say("workbook.days"),
            [f"ROUND({self._stayed(at)},{MOST_DECIMALS})" for at in self.workings.positions],
        )

    def _stayed(self, position: int) -> str:
        """Days of use of a partner, of all household sizes together."""
        if self.workings.stays is not None:
            return self.workings.stays.nights_of(self.partners[position])
        return added(cell for _, cell in self._sizes_of(position))

    @cached_property
    def _use(self) -> PartnerCells:
        """Days of use times day price; the last price also for larger households."""
        decimals = f"MIN({_DECIMALS_OF_ROUND},{self.decimals('use')})"
        return self.workings.column(
            self.workings.language.say("workbook.use"),
            [f"ROUND({self._charged(at)},{decimals})" for at in self.workings.positions],
        )

    def _charged(self, position: int) -> str:
        if self.workings.stays is not None:
            return self.workings.stays.use_of(self.partners[position])
        return added(
            f"{cell}*{self.workings.inputs['day_price', 'prices', min(size, len(self.sizes))]}"
            for size, cell in self._sizes_of(position)
        )
