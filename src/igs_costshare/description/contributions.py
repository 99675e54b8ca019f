"""Contribution models, as the file states them: who pays by what.

What each one comes down to is in `sharing.rule`.
"""

from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from igs_costshare.description.bounds import LEAST, MOST, BoundKind
from igs_costshare.description.ids import IN_ORDER, KeyRef, PartnerRef
from igs_costshare.description.tables import LIST, ONE, Bound, Key, PartBound, one_or_list
from igs_costshare.description.texts import Text
from igs_costshare.description.values import Amount, Figure, Part, Rate, Ratio, Weight, Year


def described(unit: str = "", **options: Any) -> Any:
    """A field with its unit, which the JSON Schema shows; its meaning is in the catalogues."""
    return Field(json_schema_extra={"x-unit": unit or "none"}, **options)


class FileTable(BaseModel):
    """A table of the file: no unknown fields, never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    others: ClassVar[Any] = None
    """What may stand under any other name; None where nothing may."""


class Scoped(FileTable):
    """What may concern some of the partners only."""

    only: list[PartnerRef] | None = described(default=None)
    except_: list[PartnerRef] | None = described(default=None, alias="except")
    basis: Text | None = described(default=None)

    @property
    def has_list(self) -> bool:
        """Whether it names who takes part."""
        return self.only is not None or self.except_ is not None


class Bracket(FileTable):
    """A step of a rate: a price for the part of a figure that falls in it, or an amount."""

    up_to: Figure | None = described("as the key", default=None)
    rate: Rate | None = described("€ per one of the key", default=None)
    amount: Amount | None = described("€", default=None)


Rates = dict[
    KeyRef,
    Annotated[
        Annotated[Rate, Tag(ONE)] | Annotated[list[Bracket], Tag(LIST)],
        Discriminator(one_or_list),
    ],
]


class Model(Scoped):
    """What all contribution models have: who takes part, and bounds on what each pays."""

    minimum: Bound | None = described("€", default=None)
    maximum: Bound | None = described("€", default=None)
    minimum_share: PartBound | None = described("part, 0 to 1", default=None)
    maximum_share: PartBound | None = described("part, 0 to 1", default=None)
    max_rise: Ratio | None = described("part, 1 is all", default=None)
    previous: dict[PartnerRef, Amount] | None = described("€", default=None)
    carried: SkipJsonSchema[dict[str, Fraction] | None] = described("€", default=None)

    def before(self, partner: str) -> Fraction | None:
        """What a partner paid the year before, in euros; None where it is free to pay more.

        In a plan that is what was worked out for that year, else what the file states.
        """
        if self.carried is not None:
            return self.carried.get(partner)
        stated = (self.previous or {}).get(partner)
        return None if stated is None else Fraction(stated)

    def stated(self, kind: BoundKind) -> Bound | PartBound | None:
        """What is stated of a kind of bound; None where nothing is."""
        bound: Bound | PartBound | None = getattr(self, kind.field)
        return bound

    @property
    def bounds(self) -> tuple[str, ...]:
        """The bounds that are stated, by the names of their fields."""
        return tuple(kind.field for kind in (*LEAST, *MOST) if self.stated(kind) is not None)

    @property
    def has_bounds(self) -> bool:
        """Whether a minimum or a maximum is stated."""
        return bool(self.bounds)


class Fixed(Model):
    """Every partner pays the same (vaste bijdrage)."""

    model: Literal["fixed"] = described()
    fixed_amount: Amount | None = described("€", default=None)


class Variable(Model):
    """Each partner pays by a key (variabele bijdrage)."""

    model: Literal["variable"] = described()
    key: Key | None = described(default=None)
    rate: Rates | None = described("€ per one of the key", default=None)


class Mixed(Model):
    """A fixed part and a variable part (gemengde bijdrage)."""

    model: Literal["mixed"] = described()
    fixed_share: Part | None = described("part, 0 to 1", default=None)
    fixed_amount: Amount | None = described("€", default=None)
    key: Key | None = described(default=None)
    rate: Rates | None = described("€ per one of the key", default=None)


class PerDay(Model):
    """Each partner pays for its days of use, at the day price."""

    model: Literal["per-day"] = described()


class Agreed(Model):
    """Percentages that the partners agreed on."""

    model: Literal["agreed"] = described()
    shares: dict[PartnerRef, Weight] = described("%")


class Turns(Model):
    """One partner bears all of it, by turns (om beurten)."""

    model: Literal["turns"] = described()
    order: Annotated[list[PartnerRef], IN_ORDER] = described(min_length=1)
    since: Year | None = described("year", default=None)


Contribution = Annotated[Fixed | Variable | Mixed | PerDay | Agreed | Turns, Discriminator("model")]
