"""Which part of the year a partner takes part, in months or days."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from igs_costshare.papers.case import Case
from igs_costshare.sharing.presence import parts_in_year, prorata_of


def part_told(case: Case, part: Fraction) -> str:
    """How many months or days of the year that is."""
    all, say = parts_in_year(case.network), case.pen.say
    prorata = prorata_of(case.network)
    match prorata:
        case "months":
            return say("letter.months", number=part * all, all=all)
        case "days":
            return say("letter.days", number=part * all, all=all)
        case _:
            assert_never(prorata)
