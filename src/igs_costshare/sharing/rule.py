"""The normal form of a contribution: what every model comes down to.

A *division* divides a total, so that the contributions add up to it; a *charge* sets what each
partner pays, whatever the total is. Whoever asks how a contribution works (the engine, the
sentences, the explanations, the workbook) asks the normal form and closes with `assert_never`, so
that the type checker names every place that does not know a new form yet. A new model is a class
in `contributions`, its case in `rule_of`, its words and its example.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias, assert_never

from igs_costshare.description.contributions import (
    Agreed,
    Bracket,
    Contribution,
    Fixed,
    Mixed,
    PerDay,
    Turns,
    Variable,
)
from igs_costshare.sharing.exact import ZERO

PARTNERS = "partners"
"""The key of which every partner has 1."""
USE = "use"
"""The key of days of use at the day price, in euros."""


class Keys(NamedTuple):
    """By key figures; each key counts for a part, and the parts add up to 1."""

    parts: tuple[tuple[str, Fraction], ...]

    @property
    def equal(self) -> bool:
        """Whether everyone that takes part counts the same."""
        return self.parts == ((PARTNERS, Fraction(1)),)


class Percentages(NamedTuple):
    """By percentages that were agreed on; scaled to 100 where they make nearly that."""

    of: Mapping[str, Fraction]
    """By partner, as stated."""

    @property
    def sum(self) -> Fraction:
        """What they make together."""
        return sum(self.of.values(), ZERO)


class InTurns(NamedTuple):
    """By turns: each year another bears all of it."""

    order: tuple[str, ...]
    """The partners, by their turns."""
    since: int | None
    """The year of the turn of the first; None for that of the file."""

    def bearer(self, year: Decimal | int | None, present: Collection[str]) -> str | None:
        """Whose turn it is in a year among those who take part; None where it is nobody's.

        >>> InTurns(("stad", "dorp", "caw"), 2026).bearer(2027, {"stad", "caw"})
        'caw'
        """
        if year is None or not self.order:
            # Between two descriptions, all whose turns these are may have gone.
            return None
        first = (int(year) - (int(year) if self.since is None else self.since)) % len(self.order)
        turns = (*self.order[first:], *self.order[:first])
        return next((id for id in turns if id in present), None)


Rest: TypeAlias = Keys | Percentages | InTurns
"""How is divided what comes after an amount each, or a part in equal shares."""


class Division(NamedTuple):
    """How a total is divided: an amount each or a part in equal shares first, and the rest."""

    rest: Rest
    amount_each: Fraction | None = None
    """Euros that each pays before the rest; None where there is no such amount."""
    part_equally: Fraction | None = None
    """The part (0 to 1) that is shared equally before the rest; None where there is none."""


class RateStep(NamedTuple):
    """A bracket: a price for the part of a figure that falls in it, or an amount for a class."""

    up_to: Fraction | None
    """Its upper end, included; None where it has none."""
    price: Fraction | None
    """Euros per one of the key; None for a class."""
    amount: Fraction | None
    """Euros, once, for whose figure falls in it; None for a price."""


class Rate(NamedTuple):
    """What each one of a key costs: a price, or steps from the lowest up."""

    key: str
    price: Fraction | None
    steps: tuple[RateStep, ...] = ()
    """Empty where one price holds for every figure."""


class Charge(NamedTuple):
    """What each pays: an amount, and a price for its figures."""

    amount_each: Fraction | None
    """Euros; None where there is no such amount."""
    rates: tuple[Rate, ...]

    @property
    def by_use(self) -> bool:
        """Whether each pays its days of use at the day price."""
        return self.rates == (DAYS_OF_USE,)


DAYS_OF_USE = Rate(USE, Fraction(1))
"""The key is in euros already."""

Rule: TypeAlias = Division | Charge


def rule_of(model: Contribution) -> Rule:
    """The normal form of a contribution model."""
    match model:
        case Fixed(fixed_amount=None):
            return Division(Keys(((PARTNERS, Fraction(1)),)))
        case Fixed(fixed_amount=amount):
            return Charge(_fraction(amount), ())
        case Variable(rate=None, key=key):
            return Division(_keys(key))
        case Variable(rate=rate):
            return Charge(None, _rates(rate))
        case Mixed(rate=None, key=key, fixed_amount=amount, fixed_share=share):
            return Division(_keys(key), _fraction(amount), _fraction(share))
        case Mixed(rate=rate, fixed_amount=amount):
            return Charge(_fraction(amount), _rates(rate))
        case PerDay():
            return Charge(None, (DAYS_OF_USE,))
        case Agreed(shares=shares):
            return Division(Percentages({id: Fraction(each) for id, each in shares.items()}))
        case Turns(order=order, since=since):
            return Division(InTurns(tuple(order), None if since is None else int(since)))
        case _:
            assert_never(model)


def division_of(model: Contribution) -> Division:
    """The normal form of a model that is known to divide; raises `TypeError` for a charge."""
    rule = rule_of(model)
    if not isinstance(rule, Division):
        raise TypeError(f"{type(model).__name__} is a charge and divides nothing")
    return rule


def charge_of(model: Contribution) -> Charge:
    """The normal form of a model that is known to charge; raises `TypeError` for a division."""
    rule = rule_of(model)
    if not isinstance(rule, Charge):
        raise TypeError(f"{type(model).__name__} divides a pool and is no charge")
    return rule


def is_charge(model: Contribution) -> bool:
    """Whether a model sets what each pays, so that a reserve takes the difference."""
    return isinstance(rule_of(model), Charge)


def goes_by_year(model: Contribution) -> bool:
    """Whether what each pays depends on the year."""
    rule = rule_of(model)
    return isinstance(rule, Division) and isinstance(rule.rest, InTurns)


def keys_in(rule: Rule) -> tuple[str, ...]:
    """The keys that a rule goes by, those that are built in among them."""
    if isinstance(rule, Charge):
        return tuple(rate.key for rate in rule.rates)
    match rule.rest:
        case Keys(parts=parts):
            return tuple(key for key, _ in parts)
        case Percentages() | InTurns():
            return ()
        case _:
            assert_never(rule.rest)


def _fraction(number: Decimal | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def _keys(key: str | Mapping[str, Decimal] | None) -> Keys:
    if key is None:
        raise TypeError("the model has neither `key` nor `rate`; `read` refuses such a file")
    weights = {key: Decimal(1)} if isinstance(key, str) else key
    whole = sum((Fraction(weight) for weight in weights.values()), ZERO)
    return Keys(tuple((name, Fraction(weight) / whole) for name, weight in weights.items()))


def _rates(rates: Mapping[str, Decimal | Sequence[Bracket]] | None) -> tuple[Rate, ...]:
    return tuple(_rate(key, rate) for key, rate in (rates or {}).items())


def _rate(key: str, rate: Decimal | Sequence[Bracket]) -> Rate:
    if isinstance(rate, Decimal):
        return Rate(key, Fraction(rate))
    steps = (RateStep(*map(_fraction, (each.up_to, each.rate, each.amount))) for each in rate)
    return Rate(key, None, tuple(steps))
