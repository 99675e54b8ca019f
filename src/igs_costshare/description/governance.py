"""The legal form of a cooperation and the programmes that subsidise it, as the file states them.

Nothing here changes an amount. What each form and programme asks is in `rules.governance` and
`rules.programme`.
"""

from decimal import Decimal
from typing import Literal

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.dates import Date
from igs_costshare.description.ids import IncomeRef, KeyRef, PartnerRef
from igs_costshare.description.texts import Text
from igs_costshare.description.values import Count, Figure, Year, YesNo

Form = Literal[
    "agreement", "ocmw_cooperation", "interlocal", "project", "service", "mandated", "welfare"
]
"""The legal forms of intermunicipal cooperation in Flanders."""


class Governance(FileTable):
    """Under which legal form the partners cooperate, and for how long."""

    form: Form | None = described(default=None)
    start: Date | None = described(default=None)
    end: Date | None = described(default=None)
    managing: PartnerRef | None = described(default=None)
    applicant: PartnerRef | None = described(default=None)
    region: Text | None = described(default=None)
    sector: Text | None = described(default=None)
    staff: YesNo | None = described(default=None)
    contracts: YesNo | None = described(default=None)
    private: YesNo | None = described(default=None)
    transfer: YesNo | None = described(default=None)
    years: Count | None = described("years", default=None)


class PlanSamenleven(FileTable):
    """What the conditions of the Flemish programme Plan Samenleven depend on."""

    threshold: Figure = described(
        "as the key",
        default=Decimal(7_500),
    )
    key: KeyRef = described(default="non_eu14")
    joined: list[PartnerRef] = described(default=[])
    elsewhere: list[PartnerRef] = described(default=[])
    several_since_first_year: list[PartnerRef] = described(
        default=[],
    )
    incentive: list[IncomeRef] = described(default=[])
    incentive_year: Year | None = described("year", default=None)


class Programme(FileTable):
    """Subsidy programmes that the cooperation takes part in."""

    plan_samenleven: PlanSamenleven | None = described(default=None)
