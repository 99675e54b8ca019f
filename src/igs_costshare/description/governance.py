"""The legal form of a cooperation and the programmes that subsidise it, as the file states them.

Nothing here changes an amount. What each form and programme asks is in `rules.governance` and
`rules.programme`.
"""

from decimal import Decimal
from typing import Literal

from igs_costshare.description.contributions import Table, described
from igs_costshare.description.values import Date, Figure, IncomeRef, KeyRef, PartnerRef, Text, Year

Form = Literal[
    "agreement", "ocmw_cooperation", "interlocal", "project", "service", "mandated", "welfare"
]
"""The legal forms of intermunicipal cooperation in Flanders."""


class Governance(Table):
    """Under which legal form the partners cooperate, and for how long."""

    form: Form | None = described("Legal form of the cooperation", default=None)
    start: Date | None = described("First day of the current term", default=None)
    end: Date | None = described("Last day of the current term", default=None)
    managing: PartnerRef | None = described(
        "Partner that acts for a cooperation that is no legal person", default=None
    )
    applicant: PartnerRef | None = described(
        "Partner that applies for the subsidies and reports on them", default=None
    )
    region: Text | None = described(
        "Reference region of the partners that do not name their own", default=None
    )
    sector: Text | None = described(
        "Field of activity; energy and waste have rules of their own", default=None
    )


class PlanSamenleven(Table):
    """What the conditions of the Flemish programme Plan Samenleven depend on."""

    threshold: Figure = described(
        "Residents that the partners count together at least",
        "as the key",
        default=Decimal(7_500),
    )
    key: KeyRef = described(
        "Key with the residents of non-EU14 origin of each partner", default="non_eu14"
    )
    joined: list[PartnerRef] = described(
        "Partners that were taken in after the first project year", default=[]
    )
    elsewhere: list[PartnerRef] = described(
        "Partners that take part in another cooperation of the programme as well", default=[]
    )
    several_since_first_year: list[PartnerRef] = described(
        "Partners of `elsewhere` that may, because they did so in the first project year",
        default=[],
    )
    incentive: list[IncomeRef] = described(
        "Subsidies or revenues that hold the cooperation incentive", default=[]
    )
    incentive_year: Year | None = described(
        "Year in which the cooperation incentive was granted", "year", default=None
    )


class Programme(Table):
    """Subsidy programmes that the cooperation takes part in."""

    plan_samenleven: PlanSamenleven | None = described("Plan Samenleven", default=None)
