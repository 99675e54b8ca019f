"""What a file describes: a network of partners, its costs and income, and how it shares them.

The names are those of the file (see `docs/file.md`); every field states its unit. Values
are exact decimals, never changed once read. What one entry says of another (ids, keys, fields
that exclude one another) is checked in `references`, `alternatives` and `checks`.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import ConfigDict
from pydantic.json_schema import SkipJsonSchema

from igs_costshare.description.assessment import Assessment
from igs_costshare.description.bank import Bank
from igs_costshare.description.contributions import Contribution, FileTable, Scoped, described
from igs_costshare.description.dates import Date
from igs_costshare.description.expectations import Expected, Limits
from igs_costshare.description.governance import Governance, Programme
from igs_costshare.description.groups import Coalitions, Scales
from igs_costshare.description.ids import (
    PER_WORDS,
    CostRef,
    KeyRef,
    LineId,
    OwnKeyName,
    PartnerId,
    PartnerRef,
    PayerRef,
    PaymentId,
    ScenarioId,
    UnitId,
)
from igs_costshare.description.plan import Plan
from igs_costshare.description.settlement import Payment, Reserve, Settlement
from igs_costshare.description.stays import Nights, Stays
from igs_costshare.description.tables import Days, Mix, Payers, Prices
from igs_costshare.description.texts import Currency, Nis, PaymentReference, Text
from igs_costshare.description.values import (
    STEPS_OF_ROUNDING,
    Amount,
    Count,
    DaysOfYear,
    Figure,
    Part,
    Staff,
    Weight,
    Year,
    YesNo,
    decimals_shown,
    one_of_numbers,
)
from igs_costshare.money import LARGEST_REMAINDER, Half

Kind = Literal[
    "municipality",
    "ocmw",
    "agb",
    "police_zone",
    "emergency_zone",
    "intermunicipal",
    "province",
    "government",
    "nonprofit",
    "private",
]


class Rounding(FileTable):
    """In which steps amounts are rounded, and who takes what rounding leaves over."""

    unit: Annotated[Decimal, one_of_numbers(*STEPS_OF_ROUNDING)] = described(
        "€", default=Decimal("0.01")
    )
    half: Half = described(default="even")
    difference: Text = described(
        default=LARGEST_REMAINDER,
    )

    @property
    def decimals(self) -> int:
        """Decimals of an amount in the statement."""
        return decimals_shown(self.unit)


class Fte(FileTable):
    """Staff, counted in full-time equivalents."""

    cost: Amount = described("€ per FTE per year")


class Partner(FileTable):
    """One that takes part in the cooperation."""

    name: Text | None = described(default=None)
    nis: Nis | None = described(default=None)
    reference: PaymentReference | None = described(default=None)
    kind: Kind | None = described(default=None)
    units: Count | None = described("homes", default=None)
    days: Days | None = described(
        "days per year",
        default=None,
    )
    keys: dict[OwnKeyName, Figure] = described("as the key", default={})
    from_: Date | None = described(default=None, alias="from")
    until: Date | None = described(default=None)
    region: Text | None = described(default=None)
    alone: Amount | None = described("€ per year", default=None)
    present: SkipJsonSchema[Fraction | None] = described("part, 0 to 1", default=None)

    @property
    def comes_or_leaves(self) -> bool:
        """Whether the file says that it takes part from a day, or until one."""
        return self.from_ is not None or self.until is not None


class KeyWords(FileTable):
    """What a key is called where people read."""

    label: Text = described()
    one: Text | None = described(default=None)


class Unit(FileTable):
    """A home with a name; what it states replaces what `[day_price]` says, for this home."""

    owner: PartnerRef = described()
    name: Text | None = described(default=None)
    days: DaysOfYear | None = described("days per year", default=None)
    occupancy: Part | None = described("part, 0 to 1", default=None)
    prices: Prices | None = described("€ per day", default=None)
    mix: Mix | None = described("weight", default=None)


class Line(Scoped):
    """A cost or a revenue: one amount for the network, or a price for each one of a key."""

    label: Text | None = described(default=None)
    amount: Amount | None = described("€ per year", default=None)
    per: KeyRef | None = described(default=None)
    scales: Scales | None = described(default=None)
    contribution: Contribution | None = described(default=None)

    @property
    def pooled(self) -> bool:
        """Whether it belongs to what the common contribution shares."""
        return self.per is None and self.contribution is None and not self.has_list

    @property
    def per_key(self) -> str | None:
        """The key whose figures it is a price for."""
        return None if self.per is None else PER_WORDS.get(self.per, self.per)


class Cost(Line):
    """A cost line: an amount in euros, or staff in FTE."""

    fte: Staff | None = described("FTE", default=None)
    fte_cost: Amount | None = described("€ per FTE per year", default=None)
    paid_by: Payers | None = described(default=None)
    in_kind: YesNo = described(default=False)
    administration: YesNo = described(default=False)


class Revenue(Line):
    """Income that lowers what the partners pay, or that goes to partners of its own."""

    amount: Amount = described("€ per year")
    received_by: Payers | None = described(default=None)


class Subsidy(FileTable):
    """Income of the network that lowers the pool, in file order."""

    label: Text | None = described(default=None)
    amount: Amount | None = described("€ per year", default=None)
    rate: Part | None = described("part, 0 to 1", default=None)
    of: list[CostRef] | None = described(default=None)
    match: Weight | None = described("€ per €", default=None)
    cap: Amount | None = described("€ per year", default=None)
    basis: Text | None = described(default=None)
    received_by: Payers | None = described(default=None)
    requires: dict[KeyRef, Figure] | None = described("as the key", default=None)


class DayPrice(FileTable):
    """What a day in a home costs, and what the homes earn with it."""

    prices: Prices | None = described("€ per day", default=None)
    mix: Mix | None = described(
        "weight",
        default=None,
    )
    days: DaysOfYear | None = described("days per year", default=None)
    occupancy: Part | None = described("part, 0 to 1", default=None)
    paid_by: Literal["resident", "partner"] = described(
        default="resident",
    )
    received_by: PayerRef | None = described(default=None)
    basis: Text | None = described(default=None)


class Scenario(FileTable):
    """Another form of the description: what is taken away, and what is laid over the rest.

    Its other fields have the shape of the file; `reading.scenarios` lays them over it.
    """

    model_config = ConfigDict(extra="allow")

    label: Text | None = described(default=None)
    remove: list[Text] = described(default=[])


class Network(FileTable):
    """A whole description: who takes part, what it costs, what comes in, who pays what."""

    title: Text = described()
    year: Year | None = described("year", default=None)
    currency: Currency = described(default="EUR")
    rounding: Rounding = described(default_factory=Rounding)
    fte: Fte | None = described(default=None)
    partner: dict[PartnerId, Partner] = described(min_length=1)
    key: dict[KeyRef, KeyWords] = described(default={})
    unit: dict[UnitId, Unit] = described(default={})
    cost: dict[LineId, Cost] = described(default={})
    contribution: Contribution | None = described(default=None)
    subsidy: dict[LineId, Subsidy] = described(default={})
    revenue: dict[LineId, Revenue] = described(default={})
    day_price: DayPrice | None = described(default=None)
    stays: Stays | None = described(default=None)
    payment: dict[PaymentId, Payment] = described(default={})
    settlement: Settlement | None = described(default=None)
    reserve: Reserve | None = described(default=None)
    bank: Bank | None = described(default=None)
    plan: Plan | None = described(default=None)
    coalitions: Coalitions | None = described("€ per year", default=None)
    governance: Governance | None = described(default=None)
    programme: Programme | None = described(default=None)
    assessment: Assessment | None = described(default=None)
    expected: Expected | None = described(default=None)
    limits: Limits | None = described(default=None)
    scenario: dict[ScenarioId, Scenario] = described(default={})
    absent: SkipJsonSchema[dict[PartnerId, Partner]] = described(default={})

    @property
    def parties(self) -> Mapping[str, Partner]:
        """Who may have something to settle: the partners, and those who are not there this year."""
        return {**self.partner, **self.absent}

    def called(self, table: str, id: str) -> str:
        """What people call an entry: its name or label, else its id."""
        entry = getattr(self, table)[id]
        return getattr(entry, "name", None) or getattr(entry, "label", None) or id

    @property
    def nights(self) -> Nights | None:
        """The nights of the register of stays; None where it has none, and days are planned."""
        return None if self.stays is None else self.stays.nights

    @property
    def lines(self) -> Mapping[str, Line]:
        """Costs and revenues by id."""
        return {**self.cost, **self.revenue}
