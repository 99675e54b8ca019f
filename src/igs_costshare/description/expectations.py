"""What `check` must find in a statement: agreed figures and guardrails, as the file states them.

Nothing here changes an amount. How they are judged is in `rules.expected` and `rules.limits`.
"""

from typing import Literal

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.ids import ColumnRef, PartnerRef, ScenarioRef
from igs_costshare.description.values import Amount, Part, Ratio, Signed, YearName, YesNo

Columns = dict[ColumnRef, Signed]


class ExpectedRows(FileTable):
    """Figures that rows of the statement must show, by column."""

    round: Literal["cent", "euro"] | None = described(
        default=None,
    )
    partner: dict[PartnerRef, Columns] = described("€", default={})
    reserve: Columns = described("€", default={})
    total: Columns = described("€", default={})


class Expected(ExpectedRows):
    """Figures that the statement must show, as it stands and in its scenarios."""

    scenario: dict[ScenarioRef, ExpectedRows] = described(default={})
    plan: dict[YearName, ExpectedRows] = described(default={})
    settlement: dict[PartnerRef, Signed] = described("€", default={})


class Limits(FileTable):
    """Guardrails of the network as it stands; not of its scenarios."""

    balance_min: Signed | None = described("€", default=None)
    coverage_min: Ratio | None = described(
        "part, 1 is all",
        default=None,
    )
    max_share: Part | None = described("part, 0 to 1", default=None)
    max_increase: Part | None = described(
        "part, 0 to 1",
        default=None,
    )
    occupancy_max: Part | None = described(
        "part, 0 to 1",
        default=None,
    )
    per_inhabitant_max: Amount | None = described(
        "€ per inhabitant",
        default=None,
    )
    reserve_min: Signed | None = described("€", default=None)
    everyone_gains: YesNo = described(default=False)
    stable: YesNo = described(default=False)
