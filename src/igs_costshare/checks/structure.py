"""Rules that need no figure: what goes together, what excludes what, who takes part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import compress

from igs_costshare.checks.homes import (
    days_have_a_price,
    homes_can_earn,
    homes_counted_once,
    partners_pay_days_once,
)
from igs_costshare.description.contributions import Agreed, Bracket, Scoped
from igs_costshare.description.network import Line, Network
from igs_costshare.description.places import lines, models, taking_part
from igs_costshare.description.values import PERCENT, ROUNDED_PERCENT, exact_sum
from igs_costshare.errors import Path, Problem
from igs_costshare.sharing.bounds import Limits, limits_of
from igs_costshare.sharing.charges import rates_of
from igs_costshare.sharing.exact import ZERO
from igs_costshare.sharing.refusal import euros
from igs_costshare.sharing.rule import is_charge


def _needs_common(line: Line) -> bool:
    """Whether the line is divided by the common contribution."""
    return line.per is None and line.contribution is None


def something_says_how_to_share(network: Network) -> Iterator[Problem]:
    """A line that is shared needs a contribution."""
    if network.contribution is not None:
        return
    shared = [path for path, line in lines(network) if _needs_common(line)]
    for path in (*shared, *(("subsidy", id) for id in network.subsidy)):
        yield Problem(
            "nothing says how this is shared: `[contribution]` is missing",
            path,
            'add `[contribution]`, for instance with `model = "fixed"`',
        )


def some_partner_takes_part(network: Network) -> Iterator[Problem]:
    """`only` and `except` leave somebody."""
    scopes: list[tuple[Path, Scoped]] = [*lines(network)]
    scopes += [(path, model) for path, model, _ in models(network)]
    for path, scope in scopes:
        if scope.has_list and not any(taking_part(network, scope)):
            field = "only" if scope.only is not None else "except"
            yield Problem(
                "nobody is left to take part",
                (*path, field),
                f"name at least one partner, or leave `{field}` out"
                if field == "only"
                else "leave somebody out of the list",
            )


def charges_need_no_help(network: Network) -> Iterator[Problem]:
    """A charge divides nothing: not a line of some partners, not a match, not a line's own."""
    for path, line in lines(network):
        if line.contribution is not None and is_charge(line.contribution):
            yield Problem(
                "is a charge, and what one line costs must be divided",
                (*path, "contribution"),
                _DIVIDED_INSTEAD[line.contribution.model],
            )
    common = network.contribution
    if common is None or not is_charge(common):
        return
    for path, line in lines(network):
        if _needs_common(line) and line.has_list:
            yield Problem(
                "`[contribution]` is a charge and cannot divide a line of some partners",
                path,
                "give the line a `contribution` of its own",
            )
    for id, subsidy in network.subsidy.items():
        if subsidy.match is not None:
            yield Problem(
                "a match needs a pool that the partners divide, and `[contribution]` is a charge",
                ("subsidy", id, "match"),
                "give an `amount`, or a `rate` of the costs",
            )


_DIVIDED_INSTEAD = {
    "fixed": "leave `fixed_amount` out to divide it equally",
    "variable": "give a `key` instead of the `rate`",
    "mixed": "give a `key` instead of the `rate`",
    "per-day": 'for what the days are worth take `model = "variable"` with `key = "use"`',
}


def staff_has_a_cost(network: Network) -> Iterator[Problem]:
    """An FTE needs its price."""
    for id, cost in network.cost.items():
        if cost.fte is not None and cost.fte_cost is None and network.fte is None:
            yield Problem(
                "the cost of a full-time equivalent is missing",
                ("cost", id, "fte"),
                "add `[fte]` with `cost = …`, or an `fte_cost` to this line",
            )


def brackets_rise(network: Network) -> Iterator[Problem]:
    """Each bracket ends above the one before it; only the last is open."""
    for path, model, _ in models(network):
        for key, rate in rates_of(model).items():
            if isinstance(rate, list):
                yield from _bracket_faults((*path, "rate", key), rate)


def _bracket_faults(path: Path, brackets: list[Bracket]) -> Iterator[Problem]:
    if not brackets:
        yield Problem("has no bracket", path)
    below: Decimal | None = None
    for position, bracket in enumerate(brackets):
        if bracket.up_to is None and position < len(brackets) - 1:
            yield Problem("lacks `up_to`, which only the last bracket may", (*path, position))
        if bracket.up_to is not None and below is not None and bracket.up_to <= below:
            yield Problem(
                f"must rise: {bracket.up_to} comes after {below}", (*path, position, "up_to")
            )
        below = bracket.up_to if bracket.up_to is not None else below


def bounds_leave_room(network: Network) -> Iterator[Problem]:
    """A minimum is not above the maximum."""
    for path, model, part in models(network):
        if len(model.bounds) < 2:
            continue
        for partner in compress(network.partner, part):
            limits = limits_of(model, partner, ZERO)
            if not limits.crossed:
                continue
            if isinstance(model.minimum, dict):
                yield Problem(_above(limits), (*path, "minimum", partner))
            elif isinstance(model.maximum, dict):
                below = f"is below the minimum of {euros(limits.least or ZERO)}"
                yield Problem(below, (*path, "maximum", partner))
            else:
                yield Problem(_above(limits), (*path, "minimum"))
                break


def _above(limits: Limits) -> str:
    return f"is above the maximum of {euros(limits.most or ZERO)}"


def shares_are_complete(network: Network) -> Iterator[Problem]:
    """Agreed percentages name each partner that takes part, and no other."""
    for path, model, part in models(network):
        if not isinstance(model, Agreed):
            continue
        for partner, included in zip(network.partner, part, strict=True):
            if included and partner not in model.shares:
                yield Problem(
                    f"lacks partner `{partner}`, which takes part",
                    (*path, "shares"),
                    f"add `{partner} = …`; 0 is allowed",
                )
            if partner in model.shares and not included:
                yield Problem(
                    f"partner `{partner}` does not take part",
                    (*path, "shares", partner),
                    "take it out",
                    at_key=True,
                )


def shares_add_up(network: Network) -> Iterator[Problem]:
    """Agreed percentages make 100, or nearly so."""
    for path, model, _ in models(network):
        total = exact_sum(model.shares.values()) if isinstance(model, Agreed) else PERCENT
        if abs(total - PERCENT) > ROUNDED_PERCENT:
            yield Problem(
                f"the shares add up to {total}, not to 100",
                (*path, "shares"),
                "percentages make 100 together; for other proportions use a key",
            )


STRUCTURE: tuple[Callable[[Network], Iterator[Problem]], ...] = (
    something_says_how_to_share,
    some_partner_takes_part,
    charges_need_no_help,
    staff_has_a_cost,
    homes_counted_once,
    brackets_rise,
    bounds_leave_room,
    shares_are_complete,
    shares_add_up,
    days_have_a_price,
    homes_can_earn,
    partners_pay_days_once,
)
