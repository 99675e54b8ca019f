"""The years after the first: what rises, and what changes from which year on."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Tag

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.ids import PartnerId
from igs_costshare.description.tables import ONE, TABLE, one_or_table
from igs_costshare.description.texts import RisePath, Text
from igs_costshare.description.values import (
    STEPS_OF_ROUNDING,
    Rise,
    Signed,
    Year,
    YearName,
    one_of_numbers,
)

LONGEST_PLAN = 30
"""Years that a plan may go on after the first."""


def is_year(name: str) -> bool:
    """Whether a name is a year, as the plan looks it up: `2028`, and not `02028`.

    >>> is_year("2028"), is_year("02028"), is_year("until")
    (True, False, False)
    """
    return name.isdecimal() and name == str(int(name))


RiseByYear = Annotated[
    Annotated[Rise, Tag(ONE)] | Annotated[dict[YearName, Rise], Tag(TABLE)],
    Discriminator(one_or_table),
]
StepByYear = Annotated[
    Annotated[Signed, Tag(ONE)] | Annotated[dict[YearName, Signed], Tag(TABLE)],
    Discriminator(one_or_table),
]


class YearBlock(FileTable):
    """What changes from a year on: who goes, who merges, and what is laid over the rest.

    Its other fields have the shape of the file; `reading.years` lays them over it.
    """

    model_config = ConfigDict(extra="allow")

    label: Text | None = described(default=None)
    remove: list[Text] = described(default=[])
    merge: dict[PartnerId, list[Text]] = described(default={})


class Plan(FileTable):
    """The years of a plan; its other fields are years, each with what changes from it on."""

    model_config = ConfigDict(extra="allow")
    others = YearBlock
    __pydantic_extra__: dict[str, YearBlock]

    until: Year = described("year")
    prorata: Literal["months", "days"] = described(default="months")
    round: Annotated[Decimal, one_of_numbers(*STEPS_OF_ROUNDING)] | None = described(
        "€", default=None
    )
    index: dict[RisePath, RiseByYear] = described("part, 1 is all", default={})
    step: dict[RisePath, StepByYear] = described("as the field", default={})
