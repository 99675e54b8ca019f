"""Nights of a register on the sheet Stays: where they stand, and what follows from them.

A row for each home and who referred to it, a column for each household size; beside them the
nights and the income of the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.sharing.homes import price_for, stayed_in
from igs_costshare.workbook.cells import absolute, on
from igs_costshare.workbook.inputs import Inputs
from igs_costshare.workbook.layout import FIRST

SIZES = 3
"""The column of the first household size, after home, owner and referrer."""
_NOBODY = 0
"""In the column of places: no partner."""


class StayRow(NamedTuple):
    """The nights in one home, or in an owner's homes together, of whom one partner referred."""

    home: str | None
    """None where the register does not tell the homes of the owner apart."""
    owner: str
    referrer: str
    """Empty where the register names none."""
    nights: Mapping[int, Decimal]
    """By household size."""
    priced_at: Path
    """Where the file has the day prices that hold for it."""
    prices: Mapping[int, Decimal]
    """Those prices by household size, in euros."""

    @property
    def amount(self) -> Decimal:
        """The nights at their prices, in euros."""
        return sum(
            (nights * price_for(size, self.prices) for size, nights in self.nights.items()),
            Decimal(0),
        )


def without_plans(network: Network) -> Network:
    """The network without planned days and occupancy where a register says what happened."""
    if network.nights is None:
        return network
    planned = {"days": None, "occupancy": None, "mix": None}
    terms = network.day_price
    return network.model_copy(
        update={
            "partner": {
                id: each.model_copy(update={"days": None}) for id, each in network.partner.items()
            },
            "unit": {id: each.model_copy(update=planned) for id, each in network.unit.items()},
            "day_price": None if terms is None else terms.model_copy(update=planned),
        }
    )


def stay_rows(network: Network) -> list[StayRow]:
    """The rows of the sheet, those of one owner under one another; none without a register."""
    if network.nights is None:
        return []
    places = {id: at for at, id in enumerate(network.partner)}
    rows = [
        StayRow(
            stayed.home,
            stayed.owner,
            referrer,
            by_size,
            _priced_at(network, stayed.home, stayed.owner),
            stayed.prices or {},
        )
        for stayed in stayed_in(network, network.nights)
        for referrer, by_size in stayed.nights.items()
    ]
    return sorted(rows, key=lambda row: places[row.owner])


def _priced_at(network: Network, home: str | None, owner: str) -> Path:
    """Whose prices hold: the home's own, or of an owner's homes the first's; else the common."""
    asked = home or next((id for id, each in network.unit.items() if each.owner == owner), None)
    if asked is not None and network.unit[asked].prices:
        return ("unit", asked)
    return ("day_price",)


class StayCells:
    """Where the nights stand, and what follows from them."""

    def __init__(self, network: Network, inputs: Inputs, sheet: str) -> None:
        """`sheet` is the name of the sheet Stays."""
        self.network, self.inputs, self.sheet = network, inputs, sheet
        self.rows = stay_rows(network)
        self._places = {id: at for at, id in enumerate(network.partner, start=1)}

    @cached_property
    def sizes(self) -> list[int]:
        """Every household size that stayed somewhere or has a price of its own."""
        priced = max((len(row.prices) for row in self.rows), default=0)
        return sorted({*range(1, priced + 1), *(size for row in self.rows for size in row.nights)})

    @property
    def total_column(self) -> int:
        """The column with the nights of all sizes.

        The next ones hold the income, the referrer's place among the partners, and 1 where a
        number of nights is not whole.
        """
        return SIZES + len(self.sizes)

    @property
    def broken(self) -> str:
        """For each row 1 where a number of nights is not whole; there is at least one row."""
        return self.column(self.total_column + 3)

    @property
    def prices(self) -> list[str]:
        """The cells of the day prices that hold for some row."""
        places = {row.priced_at: row.prices for row in self.rows}
        return [
            self.inputs[*path, "prices", size] for path, prices in places.items() for size in prices
        ]

    @property
    def earned(self) -> str:
        """What all homes together earned, exact, in euros."""
        return f"SUM({self.column(self.total_column + 1)})" if self.rows else "0"

    def income(self, owner: str) -> str:
        """What the homes of an owner earned, exact, in euros."""
        own = [at for at, row in enumerate(self.rows) if row.owner == owner]
        if not own:
            return "0"
        column = self.total_column + 1
        return f"SUM({on(self.sheet, _cells(column, own[0], own[-1]))})"

    def nights_of(self, referrer: str) -> str:
        """The nights of whom a partner referred."""
        return self._referred(referrer, self.total_column)

    def use_of(self, referrer: str) -> str:
        """The same at the price of the home stayed in, in euros."""
        return self._referred(referrer, self.total_column + 1)

    def place_of(self, referrer: str) -> int:
        """The place of a partner in the file, from 1, by which its rows are found."""
        return self._places.get(referrer, _NOBODY)

    def column(self, column: int) -> str:
        """All rows of a column, as other sheets write them."""
        return on(self.sheet, _cells(column, 0, len(self.rows) - 1))

    def _referred(self, referrer: str, column: int) -> str:
        place = self.place_of(referrer)
        if all(self.place_of(row.referrer) != place for row in self.rows):
            return "0"
        # Names may be alike, and text as ids: numbers are told apart everywhere.
        chosen = f"({self.column(self.total_column + 2)}={place})"
        return f"SUMPRODUCT({chosen}*{self.column(column)})"


def _cells(column: int, first: int, last: int) -> str:
    """The cells of these rows, counted from 0; a single one has a name of its own."""
    begin, end = (absolute(FIRST + row, column) for row in (first, last))
    return begin if begin == end else f"{begin}:{end}"
