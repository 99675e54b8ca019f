"""For which part of the year each partner is there: months or days on Input, whole numbers.

What counts for a part of the year is worked out in twelfths, or in as many parts as the year has
days, so that no formula has to divide before the end.
"""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from igs_costshare.description.network import Network
from igs_costshare.messages import Message, say
from igs_costshare.sharing.presence import parts_in_year, presence_of, prorata_of
from igs_costshare.wording.units import Notation
from igs_costshare.workbook.kinds import FigureKind

PRESENT = "present"
"""Where Input has it: `partner.ID.present`; the file has days of the calendar instead."""


def length_of(network: Network) -> int:
    """In how many parts figures and amounts are worked out; 1 where all are there all year."""
    if presence_of(network) is None:
        return 1
    return parts_in_year(network)


def present_column(network: Network) -> dict[str, Decimal | None]:
    """By partner, the months or days of the year that it is there; none where all are all year."""
    length, parts = length_of(network), presence_of(network) or ()
    return {
        id: Decimal(int(part * length)) for id, part in zip(network.partner, parts, strict=False)
    }


def present_kind(network: Network) -> FigureKind:
    """A whole number, from 1 to the length of the year: who is never there is no partner."""
    return FigureKind(Notation.NUMBER, Decimal(1), Decimal(length_of(network)), whole=True)


def present_heading(network: Network) -> Message:
    """What the column is called."""
    prorata = prorata_of(network)
    match prorata:
        case "months":
            return say("workbook.months_present")
        case "days":
            return say("workbook.days_present")
        case _:
            assert_never(prorata)
