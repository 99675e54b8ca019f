"""What can be computed but deserves a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import compress
from typing import Any

from igs_costshare.description.contributions import Agreed, Bracket, Table
from igs_costshare.description.network import Network
from igs_costshare.description.numerals import THOUSANDTH, Thousands
from igs_costshare.description.places import lines, models
from igs_costshare.description.unseen import as_read
from igs_costshare.description.values import PERCENT, exact_sum
from igs_costshare.errors import Path, Problem, clipped, dotted
from igs_costshare.messages import Message, Money, say
from igs_costshare.sharing.apportionment import home_incomes
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.charges import rates_of
from igs_costshare.sharing.figures import KeyFigures, home_income


def point_for_thousands(network: Network) -> Iterator[Problem]:
    """A number with exactly three decimals was perhaps meant in thousands."""
    if network.rounding.unit == THOUSANDTH:
        return
    for path, number in (*_numbers(network), *_agreed(network)):
        if isinstance(number, Thousands):
            yield Problem(
                say("sharing.point_for_thousands", number=str(number), shortest=number),
                path,
                say("sharing.write_thousands", thousands=number.in_thousands),
                severity="warning",
            )


def _numbers(network: Network) -> Iterator[tuple[Path, Decimal]]:
    """Every amount, price and figure that somebody may have written with a point for thousands."""
    if network.fte is not None:
        yield ("fte", "cost"), network.fte.cost
    for id, partner in network.partner.items():
        yield from _stated(("partner", id, "days"), partner.days)
        yield from _stated(("partner", id, "keys"), partner.keys)
    entries: list[tuple[Path, Table]] = [
        *lines(network),
        *((("subsidy", id), subsidy) for id, subsidy in network.subsidy.items()),
    ]
    for path, entry in entries:
        for field in ("amount", "fte_cost", "cap"):
            yield from _stated((*path, field), getattr(entry, field, None))
    for path, model, _ in models(network):
        for field in ("fixed_amount", "minimum", "maximum"):
            yield from _stated((*path, field), getattr(model, field, None))
        for key, rate in rates_of(model).items():
            yield from _of_rate((*path, "rate", key), rate)
    if network.day_price is not None:
        yield from _stated(("day_price", "prices"), network.day_price.prices)
    for id, home in network.unit.items():
        yield from _stated(("unit", id, "prices"), home.prices)


def _agreed(network: Network) -> Iterator[tuple[Path, Decimal]]:
    """The amounts that are expected of the statement, or are a limit to it."""
    for field in ("balance_min", "per_inhabitant_max"):
        yield from _stated(("limits", field), getattr(network.limits, field, None))
    if network.expected is None:
        return
    for id, figures in network.expected.partner.items():
        yield from _stated(("expected", "partner", id), figures)
    yield from _stated(("expected", "reserve"), network.expected.reserve)
    yield from _stated(("expected", "total"), network.expected.total)


def _of_rate(path: Path, rate: Decimal | list[Bracket]) -> Iterator[tuple[Path, Decimal]]:
    if isinstance(rate, Decimal):
        yield path, rate
        return
    for position, bracket in enumerate(rate):
        for field in ("up_to", "rate", "amount"):
            yield from _stated((*path, position, field), getattr(bracket, field))


def _stated(path: Path, value: Any) -> Iterator[tuple[Path, Decimal]]:
    """The numbers of a field that holds one, a table of them, or nothing."""
    if isinstance(value, Decimal):
        yield path, value
    elif value is not None:
        for key, inner in value.items():
            yield (*path, str(key)), inner


def prices_of_nothing(network: Network) -> Iterator[Problem]:
    """A price for each one of a key that nobody has any of brings nothing."""
    priced = [(path, line) for path, line in lines(network) if line.per is not None]
    if not priced:
        return
    budget = Budget(network)
    for path, line in priced:
        if budget.price(line) and not budget.quantity(line):
            key = str(line.per_key)
            bears = path[0] == "cost"
            yield _by_zero_key(
                say("sharing.nobody_bears", key=key)
                if bears
                else say("sharing.nobody_receives", key=key),
                (*path, "per"),
            )


def rates_of_nothing(network: Network) -> Iterator[Problem]:
    """A rate by a key that nobody has any of brings nothing."""
    figures = KeyFigures(network)
    for path, model, part in models(network):
        for key, rate in rates_of(model).items():
            having = compress(figures[key].numerators, part)
            if _counts_from_0(rate) and not any(having):
                yield _by_zero_key(say("sharing.nobody_pays", key=key), (*path, "rate", key))


def _counts_from_0(rate: Decimal | list[Bracket]) -> bool:
    """Whether a partner pays something as soon as it has a figure, and nothing before."""
    if isinstance(rate, Decimal):
        return rate > 0
    return not rate[0].amount and any(each.rate or each.amount for each in rate)


def _by_zero_key(message: Message, path: Path) -> Problem:
    return Problem(message, path, say("sharing.give_figures"), severity="warning")


def scaled_shares(network: Network) -> Iterator[Problem]:
    """Agreed percentages that make nearly 100 are scaled."""
    for path, model, _ in models(network):
        if isinstance(model, Agreed):
            total = exact_sum(model.shares.values())
            if total != PERCENT:
                yield Problem(
                    say("sharing.shares_scaled", total=total),
                    (*path, "shares"),
                    severity="warning",
                )


def nothing_to_pay(network: Network) -> Iterator[Problem]:
    """`paid_by` has no effect where the homes earn nothing."""
    if network.day_price is None or network.day_price.paid_by != "partner":
        return
    homes = [home_income(network), *(home_income(network, each) for each in network.unit.values())]
    if not any(homes):
        yield Problem(
            say("sharing.nothing_to_pay"),
            ("day_price", "paid_by"),
            severity="warning",
        )


def entries_of_one_name(network: Network) -> Iterator[Problem]:
    """Rows, columns, homes and scenarios can be told apart by their names."""
    for field, tables in _NAMED_TOGETHER:
        first: dict[str, Path] = {}
        for table in tables:
            for id, entry in getattr(network, table).items():
                name = getattr(entry, field) or id
                other = first.setdefault(as_read(name), (table, id))
                if other != (table, id):
                    yield Problem(
                        say("sharing.same_name", other=dotted(other), name=clipped(name)),
                        (table, id, field),
                        say("sharing.give_other_name", field=field),
                        severity="warning",
                    )


_NAMED_TOGETHER = (
    ("name", ("partner",)),
    ("name", ("unit",)),
    ("label", ("cost", "subsidy", "revenue")),
    ("label", ("scenario",)),
)
"""The field that holds a name, and the tables whose entries stand side by side on paper."""


def use_and_income_far_apart(network: Network) -> Iterator[Problem]:
    """Partners that pay the planned income of the homes do not pay far from what they use."""
    if network.day_price is None or network.day_price.paid_by != "partner":
        return
    budget = Budget(network)
    use, income = budget.figures["use"], sum(home_incomes(budget) or [])
    planned = Fraction(sum(use.numerators), use.denominator)
    if planned and income and min(planned, income) < _CLOSE * max(planned, income):
        yield Problem(
            say(
                "sharing.use_far_from_income",
                use=Money(planned, network.currency),
                income=Money(income, network.currency),
            ),
            ("day_price", "paid_by"),
            say("sharing.use_agree"),
            severity="warning",
        )


_CLOSE = Fraction(3, 4)
"""Planned use and planned income lie close together where the one is so much of the other."""


WARNINGS: tuple[Callable[[Network], Iterator[Problem]], ...] = (
    point_for_thousands,
    prices_of_nothing,
    rates_of_nothing,
    scaled_shares,
    nothing_to_pay,
    use_and_income_far_apart,
    entries_of_one_name,
)
