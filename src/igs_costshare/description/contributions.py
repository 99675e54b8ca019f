"""Contribution models, as the file states them: who pays by what.

What each one comes down to is in `sharing.rule`.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from igs_costshare.description.values import (
    IN_ORDER,
    LIST,
    ONE,
    Amount,
    Bound,
    Figure,
    Key,
    KeyRef,
    Part,
    PartnerRef,
    Rate,
    Text,
    Weight,
    Year,
    one_or_list,
)


def described(description: str, unit: str = "", **options: Any) -> Any:
    """A field with its meaning and its unit, which the JSON Schema shows."""
    return Field(description=description, json_schema_extra={"x-unit": unit or "none"}, **options)


class Table(BaseModel):
    """A table of the file: no unknown fields, never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Scoped(Table):
    """What may concern some of the partners only."""

    only: list[PartnerRef] | None = described("The partners that take part", default=None)
    except_: list[PartnerRef] | None = described(
        "The partners that do not take part", default=None, alias="except"
    )
    basis: Text | None = described("Where it was agreed: an article, a decision", default=None)

    @property
    def has_list(self) -> bool:
        """Whether it names who takes part."""
        return self.only is not None or self.except_ is not None


class Bracket(Table):
    """A step of a rate: a price for the part of a figure that falls in it, or an amount."""

    up_to: Figure | None = described(
        "Upper end, included; only the last bracket may lack it", "as the key", default=None
    )
    rate: Rate | None = described(
        "Price of the part of the figure that falls in it", "€ per one of the key", default=None
    )
    amount: Amount | None = described(
        "What a partner pays, once, whose figure falls in it", "€", default=None
    )


Rates = dict[
    KeyRef,
    Annotated[
        Annotated[Rate, Tag(ONE)] | Annotated[list[Bracket], Tag(LIST)],
        Discriminator(one_or_list),
    ],
]


BOUNDS = ("minimum", "maximum")
"""The fields of a model that bound what each pays."""


class Model(Scoped):
    """What all contribution models have: who takes part, and bounds on what each pays."""

    minimum: Bound | None = described(
        "Least that a partner pays; one number for all, or a table of partners", "€", default=None
    )
    maximum: Bound | None = described(
        "Most that a partner pays; one number for all, or a table of partners", "€", default=None
    )

    @property
    def bounds(self) -> tuple[str, ...]:
        """The bounds that are stated, by the names of their fields."""
        return tuple(name for name in BOUNDS if getattr(self, name) is not None)

    @property
    def has_bounds(self) -> bool:
        """Whether a minimum or a maximum is stated."""
        return bool(self.bounds)


class Fixed(Model):
    """Every partner pays the same (vaste bijdrage)."""

    model: Literal["fixed"] = described("Every partner pays the same")
    fixed_amount: Amount | None = described(
        "What each partner pays; without it they share the costs equally", "€", default=None
    )


class Variable(Model):
    """Each partner pays by a key (variabele bijdrage)."""

    model: Literal["variable"] = described("Each partner pays by a key")
    key: Key | None = described(
        "Key by which the costs are shared, or several with their weights", default=None
    )
    rate: Rates | None = described(
        "Price of each one of a key, flat or in brackets", "€ per one of the key", default=None
    )


class Mixed(Model):
    """A fixed part and a variable part (gemengde bijdrage)."""

    model: Literal["mixed"] = described("A fixed part and a variable part")
    fixed_share: Part | None = described(
        "Part of the costs that is shared equally; the rest by key", "part, 0 to 1", default=None
    )
    fixed_amount: Amount | None = described(
        "What each partner pays before the rest", "€", default=None
    )
    key: Key | None = described(
        "Key by which the rest is shared, or several with their weights", default=None
    )
    rate: Rates | None = described(
        "Price of each one of a key, flat or in brackets", "€ per one of the key", default=None
    )


class PerDay(Model):
    """Each partner pays for its days of use, at the day price."""

    model: Literal["per-day"] = described("Each partner pays its days of use at the day price")


class Agreed(Model):
    """Percentages that the partners agreed on."""

    model: Literal["agreed"] = described("Percentages that the partners agreed on")
    shares: dict[PartnerRef, Weight] = described(
        "Percentage of each partner that takes part; they add up to 100", "%"
    )


class Turns(Model):
    """One partner bears all of it, by turns (om beurten)."""

    model: Literal["turns"] = described("One partner bears all of it, by turns")
    order: Annotated[list[PartnerRef], IN_ORDER] = described(
        "The partners whose turn it is, one each year; who takes no part passes it on",
        min_length=1,
    )
    since: Year | None = described(
        "Year of the turn of the first; that of the file where it is absent", "year", default=None
    )


Contribution = Annotated[Fixed | Variable | Mixed | PerDay | Agreed | Turns, Discriminator("model")]
