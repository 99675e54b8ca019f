"""What can be computed but deserves a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from igs_costshare.checks.places import lines, models
from igs_costshare.checks.structure import PERCENT
from igs_costshare.contributions import Agreed, Table
from igs_costshare.errors import Path, Problem
from igs_costshare.network import Network
from igs_costshare.sharing.charges import rates_of
from igs_costshare.sharing.figures import home_income
from igs_costshare.values import exact_sum


def point_for_thousands(network: Network) -> Iterator[Problem]:
    """An amount with exactly three decimals was perhaps meant in thousands."""
    for path, amount in _amounts(network):
        if amount.as_tuple().exponent == -3 and amount >= 1:
            plain = str(amount).replace(".", "_")
            yield Problem(
                f"{amount} is a little over {int(amount)}: the point is a decimal point",
                path,
                f"for thousands write `{plain}`",
                severity="warning",
            )


def _amounts(network: Network) -> Iterator[tuple[Path, Decimal]]:
    """Every amount in euros that somebody may have written with a point for thousands."""
    if network.fte is not None:
        yield ("fte", "cost"), network.fte.cost
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
            for position, bracket in enumerate(rate if isinstance(rate, list) else ()):
                yield from _stated((*path, "rate", key, position, "amount"), bracket.amount)
    if network.day_price is not None:
        yield from _stated(("day_price", "prices"), network.day_price.prices)
    for id, home in network.unit.items():
        yield from _stated(("unit", id, "prices"), home.prices)


def _stated(path: Path, value: Any) -> Iterator[tuple[Path, Decimal]]:
    """The amounts of a field that holds one, a table of them, or nothing."""
    if isinstance(value, Decimal):
        yield path, value
    elif value is not None:
        for key, inner in value.items():
            yield (*path, str(key)), inner


def scaled_shares(network: Network) -> Iterator[Problem]:
    """Agreed percentages that make nearly 100 are scaled."""
    for path, model, _ in models(network):
        if isinstance(model, Agreed):
            total = exact_sum(model.shares.values())
            if total != PERCENT:
                yield Problem(
                    f"the shares add up to {total} and are scaled to 100",
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
            "there is nothing for the partners to pay without `days` and `occupancy`",
            ("day_price", "paid_by"),
            severity="warning",
        )


WARNINGS: tuple[Callable[[Network], Iterator[Problem]], ...] = (
    point_for_thousands,
    scaled_shares,
    nothing_to_pay,
)
