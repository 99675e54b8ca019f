"""What `check` must find in a statement: agreed figures and guardrails, as the file states them.

Nothing here changes an amount. How they are judged is in `rules.expected` and `rules.limits`.
"""

from typing import Literal

from igs_costshare.description.contributions import Table, described
from igs_costshare.description.values import (
    Amount,
    ColumnRef,
    Part,
    PartnerRef,
    Ratio,
    ScenarioRef,
    Signed,
)

Columns = dict[ColumnRef, Signed]


class ExpectedRows(Table):
    """Figures that rows of the statement must show, by column."""

    round: Literal["cent", "euro"] | None = described(
        "How exactly: to the cent (as it is by default), or within 50 cents, as published whole "
        "euros are",
        default=None,
    )
    partner: dict[PartnerRef, Columns] = described("Figures of partners", "€", default={})
    reserve: Columns = described("Figures of the reserve", "€", default={})
    total: Columns = described("Figures of the total", "€", default={})


class Expected(ExpectedRows):
    """Figures that the statement must show, as it stands and in its scenarios."""

    scenario: dict[ScenarioRef, ExpectedRows] = described(
        "Figures of scenarios, by their id", default={}
    )


class Limits(Table):
    """Guardrails of the network as it stands; not of its scenarios."""

    balance_min: Signed | None = described("Least balance of the total", "€", default=None)
    coverage_min: Ratio | None = described(
        "Least part of the total expenses that the total revenues cover",
        "part, 1 is all",
        default=None,
    )
    max_share: Part | None = described(
        "Largest part of the total expenses that one partner bears", "part, 0 to 1", default=None
    )
    max_increase: Part | None = described(
        "Largest rise of a partner's net bill against an earlier statement",
        "part, 0 to 1",
        default=None,
    )
    occupancy_max: Part | None = described(
        "Largest occupancy that may be planned, in `[day_price]` and for each home",
        "part, 0 to 1",
        default=None,
    )
    per_inhabitant_max: Amount | None = described(
        "Largest net bill of a partner for each of its inhabitants",
        "€ per inhabitant",
        default=None,
    )
