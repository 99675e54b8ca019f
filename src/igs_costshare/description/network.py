"""What a file describes: a network of partners, its costs and income, and how it shares them.

The names are those of the file (see `docs/format.md`); every field states its unit. Values
are exact decimals, never changed once read. What one entry says of another (ids, keys, fields
that exclude one another) is checked in `references`, `alternatives` and `checks`.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict

from igs_costshare.description.contributions import Contribution, Scoped, Table, described
from igs_costshare.description.expectations import Expected, Limits
from igs_costshare.description.governance import Governance, Programme
from igs_costshare.description.values import (
    PER_WORDS,
    Amount,
    CostRef,
    Count,
    Currency,
    Days,
    DaysOfYear,
    Figure,
    KeyRef,
    LineId,
    Mix,
    OwnKeyName,
    Part,
    PartnerId,
    PartnerRef,
    Prices,
    ScenarioId,
    Text,
    UnitId,
    Weight,
    Year,
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


class Rounding(Table):
    """In which steps amounts are rounded, and who takes what rounding leaves over."""

    unit: Annotated[Decimal, *one_of_numbers("0.001", "0.01", "0.1", "1", "10", "100", "1000")] = (
        described("Step in which amounts are rounded and divided", "€", default=Decimal("0.01"))
    )
    half: Half = described(
        "Where an exact half goes: to the even neighbour, or up, away from zero", default="even"
    )
    difference: Text = described(
        "Who takes what rounding leaves over in a division: largest-remainder, largest "
        "(the largest share), or the id of a partner",
        default=LARGEST_REMAINDER,
    )


class Fte(Table):
    """Staff, counted in full-time equivalents."""

    cost: Amount = described("Cost of one full-time equivalent", "€ per FTE per year")


class Partner(Table):
    """One that takes part in the cooperation."""

    name: Text | None = described("Name in tables; the id where it is absent", default=None)
    kind: Kind | None = described("What kind of body it is", default=None)
    units: Count | None = described(
        "Homes that it brings in, where they are not named one by one", "homes", default=None
    )
    days: Days | None = described(
        "Planned days of use, by household size, or one number where there is one price",
        "days per year",
        default=None,
    )
    keys: dict[OwnKeyName, Figure] = described(
        "Figures of any other keys, such as inhabitants", "as the key", default={}
    )
    region: Text | None = described(
        "Reference region it lies in; that of `[governance]` where it is absent", default=None
    )


class Unit(Table):
    """A home with a name; what it states replaces what `[day_price]` says, for this home."""

    owner: PartnerRef = described("Partner that owns it, bears its costs and receives its income")
    name: Text | None = described("Name in tables; the id where it is absent", default=None)
    days: DaysOfYear | None = described("Days that it is available", "days per year", default=None)
    occupancy: Part | None = described(
        "Part of those days that somebody stays in it", "part, 0 to 1", default=None
    )
    prices: Prices | None = described(
        "Day price by household size; the last also for larger ones", "€ per day", default=None
    )
    mix: Mix | None = described("Weights of the household sizes", "weight", default=None)


class Line(Scoped):
    """A cost or a revenue: one amount for the network, or a price for each one of a key."""

    label: Text | None = described("Name in tables; the id where it is absent", default=None)
    amount: Amount | None = described(
        "Amount for the network; with `per` the price of one", "€ per year", default=None
    )
    per: KeyRef | None = described(
        "Makes it a price: for each `unit`, `partner`, `day`, or one of a key", default=None
    )
    contribution: Contribution | None = described(
        "How this line alone is divided, instead of by the common contribution", default=None
    )

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

    fte: Figure | None = described("Staff; with `per` for each one", "FTE", default=None)
    fte_cost: Amount | None = described(
        "Cost of one full-time equivalent for this line", "€ per FTE per year", default=None
    )


class Revenue(Line):
    """Income that lowers what the partners pay, or that goes to partners of its own."""

    amount: Amount = described("Amount for the network; with `per` the price of one", "€ per year")


class Subsidy(Table):
    """Income of the network that lowers the pool, in file order."""

    label: Text | None = described("Name in tables; the id where it is absent", default=None)
    amount: Amount | None = described("A fixed sum", "€ per year", default=None)
    rate: Part | None = described("Part of the eligible costs", "part, 0 to 1", default=None)
    of: list[CostRef] | None = described(
        "The eligible costs of a `rate`; all where it is absent", default=None
    )
    match: Weight | None = described(
        "Euros added to each euro that the partners still have to pay", "€ per €", default=None
    )
    cap: Amount | None = described("The most that it pays", "€ per year", default=None)
    basis: Text | None = described("Where it was agreed: an article, a decision", default=None)


class DayPrice(Table):
    """What a day in a home costs, and what the homes earn with it."""

    prices: Prices | None = described(
        "Day price by household size; the last also for larger ones", "€ per day", default=None
    )
    mix: Mix | None = described(
        "Weights of the household sizes; without it all sizes weigh the same",
        "weight",
        default=None,
    )
    days: DaysOfYear | None = described(
        "Days that a home is available", "days per year", default=None
    )
    occupancy: Part | None = described(
        "Part of those days that somebody stays in it", "part, 0 to 1", default=None
    )
    paid_by: Literal["resident", "partner"] = described(
        "Who pays the day price: the residents, or the partners that refer them",
        default="resident",
    )
    basis: Text | None = described("Where it was agreed: an article, a decision", default=None)


class Scenario(Table):
    """Another form of the description: what is taken away, and what is laid over the rest.

    Its other fields have the shape of the file; `reading.scenarios` lays them over it.
    """

    model_config = ConfigDict(extra="allow")

    label: Text | None = described("Name in headings; the id where it is absent", default=None)
    remove: list[Text] = described(
        'Paths that are taken away first, such as "partner.caw"', default=[]
    )


class Network(Table):
    """A whole description: who takes part, what it costs, what comes in, who pays what."""

    title: Text = described("Name of the cooperation")
    year: Year | None = described("Budget year", "year", default=None)
    currency: Currency = described(
        "ISO 4217 code of the currency; shown, never converted", default="EUR"
    )
    rounding: Rounding = described("How amounts are rounded", default_factory=Rounding)
    fte: Fte | None = described("Staff parameters", default=None)
    partner: dict[PartnerId, Partner] = described(
        "The partners, in the order of the table", min_length=1
    )
    unit: dict[UnitId, Unit] = described("Homes by name", default={})
    cost: dict[LineId, Cost] = described("Cost lines", default={})
    contribution: Contribution | None = described(
        "How shared costs, less pooled income, are divided over the partners", default=None
    )
    subsidy: dict[LineId, Subsidy] = described("Subsidies, in the order they apply", default={})
    revenue: dict[LineId, Revenue] = described("Other income", default={})
    day_price: DayPrice | None = described("Day price of the homes", default=None)
    governance: Governance | None = described(
        "Legal form of the cooperation, for `check`", default=None
    )
    programme: Programme | None = described(
        "Subsidy programmes with conditions, for `check`", default=None
    )
    expected: Expected | None = described(
        "Figures that the statement must show, for `check`", default=None
    )
    limits: Limits | None = described("Guardrails, for `check`", default=None)
    scenario: dict[ScenarioId, Scenario] = described(
        "Other forms of this description, by id", default={}
    )

    def called(self, table: str, id: str) -> str:
        """What people call an entry: its name or label, else its id."""
        entry = getattr(self, table)[id]
        return getattr(entry, "name", None) or getattr(entry, "label", None) or id

    @property
    def lines(self) -> Mapping[str, Line]:
        """Costs and revenues by id."""
        return {**self.cost, **self.revenue}
