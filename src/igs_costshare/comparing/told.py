"""Which causes of a difference are told, and what each of them does.

As many as can be worked out are tried in all orders; of more, some orders are drawn.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from igs_costshare.comparing.causes import Attribution, attributed, sampled
from igs_costshare.comparing.changes import changes_between
from igs_costshare.comparing.grouping import Recognise, most_causes, orders_of, put_together
from igs_costshare.comparing.outcomes import outcomes_between
from igs_costshare.comparing.years import in_their_years
from igs_costshare.description.network import Network


class Told(NamedTuple):
    """What each cause does, in units."""

    attribution: Attribution
    most: int | None
    """How many causes are told, where there are more changes."""
    orders: int | None
    """In how many orders they were tried, where that are not all."""


def told_causes(
    a: Network, b: Network, unit: Decimal, amounts: int, recognise: Recognise, most: int | None
) -> Told:
    """The causes between two networks, whose statements have so many amounts.

    `recognise` tells which changes are one cause; `most` causes are told apart, as many as can be
    worked out where it is None.
    """
    a, b = in_their_years(a, b)
    exact = most_causes(amounts)
    most = most or exact
    causes, together = put_together(recognise(changes_between(a, b)), most)
    outcomes, told = outcomes_between(a, b, -unit.adjusted()), most if together else None
    if len(causes) <= exact:
        return Told(attributed(causes, outcomes), told, None)
    orders = orders_of(amounts, len(causes))
    return Told(sampled(causes, outcomes, orders), told, 2 * orders)
