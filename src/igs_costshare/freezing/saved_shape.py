"""The shape of a saved statement: what is read of the JSON of `compute`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr
from pydantic_core import ErrorDetails

from igs_costshare.computing.statement import LineKind
from igs_costshare.description.ids import LineId, PartnerId
from igs_costshare.description.texts import Currency, Nis, Text
from igs_costshare.description.values import LARGEST_NUMBER
from igs_costshare.errors import Path

_AMOUNT = re.compile(r"-?[0-9]{1,30}\.([0-9]{2,3})")


def _amount(text: str) -> str:
    if not _AMOUNT.fullmatch(text):
        raise ValueError("is no amount")
    return text


Amount = Annotated[StrictStr, AfterValidator(_amount)]
_Id = LineId | Literal["contribution", "day_price", "day_price_paid"]


class Shape(BaseModel):
    """A table of a saved statement or a lock."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class RowShape(Shape):
    """The amounts of a row, as texts."""

    units: Annotated[int, Field(strict=True, ge=0, le=LARGEST_NUMBER)]
    cells: dict[_Id, Amount]
    expenses: Amount
    revenues: Amount
    balance: Amount

    @property
    def amounts(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.cells.values(), self.expenses, self.revenues, self.balance)


class _Partner(RowShape):
    id: PartnerId
    name: Text
    nis: Nis | None = None


class _Line(Shape):
    id: _Id
    kind: LineKind
    label: Text


class StatementShape(Shape):
    """What is read of the JSON; the rest of it is passed over."""

    format: Literal[1]
    title: Text
    year: Annotated[int, Field(strict=True, ge=1000, le=9999)] | None
    scenario: Text | None
    currency: Currency
    unit: Literal["0.001", "0.01", "0.1", "1", "10", "100", "1000"]
    lines: list[_Line]
    partners: Annotated[list[_Partner], Field(min_length=1)]
    reserve: RowShape | None
    total: RowShape

    @property
    def decimals(self) -> int:
        """Decimals of every amount in it."""
        return 3 if self.unit == "0.001" else 2

    @property
    def parts(self) -> Iterator[tuple[str, str, RowShape]]:
        """Id, name and row of each partner, and of the reserve where there is one."""
        for each in self.partners:
            yield each.id, each.name, each
        if self.reserve is not None:
            yield "reserve", "", self.reserve

    @property
    def rows(self) -> Iterator[tuple[Path, str, RowShape]]:
        """Path, id and row of each partner, of the reserve where there is one, and the total."""
        for place, each in enumerate(self.partners):
            yield ("partners", place), each.id, each
        if self.reserve is not None:
            yield ("reserve",), "reserve", self.reserve
        yield ("total",), "total", self.total


def path_of_fault(fault: ErrorDetails, tables: Any) -> Path:
    """Where a fault that was found lies in the tables, without the names that Pydantic adds.

    What is missing has the path where it should stand.
    """
    path: Path = ()
    value = tables
    for part in fault["loc"]:
        if not _holds(value, part):
            return (*path, part) if fault["type"] == "missing" else path
        value, path = value[part], (*path, part)
    return path


def _holds(value: Any, part: str | int) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int) and part < len(value)
