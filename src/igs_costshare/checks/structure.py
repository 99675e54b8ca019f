"""Rules that need no figure: what goes together, what excludes what, who takes part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import compress

from igs_costshare.checks.groups import (
    groups_are_complete,
    groups_are_stated_once,
    scale_steps_rise,
)
from igs_costshare.checks.homes import (
    days_have_a_price,
    homes_can_earn,
    homes_counted_once,
    partners_pay_days_once,
    stays_have_a_price,
)
from igs_costshare.checks.payers import PAYERS
from igs_costshare.description.bounds import SAME_MEASURE, BoundKind
from igs_costshare.description.contributions import Agreed, Bracket, Model, Scoped
from igs_costshare.description.network import Line, Network
from igs_costshare.description.places import lines, models, taking_part
from igs_costshare.description.values import PERCENT, ROUNDED_PERCENT, exact_sum
from igs_costshare.errors import Path, Problem
from igs_costshare.messages import Toml, say
from igs_costshare.sharing.bounds import bound_of
from igs_costshare.sharing.charges import rates_of
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
            say("sharing.no_contribution"),
            path,
            say("sharing.add_contribution"),
        )


def some_partner_takes_part(network: Network) -> Iterator[Problem]:
    """`only` and `except` leave somebody."""
    scopes: list[tuple[Path, Scoped]] = [*lines(network)]
    scopes += [(path, model) for path, model, _ in models(network)]
    for path, scope in scopes:
        if scope.has_list and not any(taking_part(network, scope)):
            field = "only" if scope.only is not None else "except"
            yield Problem(
                say("sharing.nobody_left"),
                (*path, field),
                say("sharing.name_somebody") if field == "only" else say("sharing.spare_somebody"),
            )


def charges_need_no_help(network: Network) -> Iterator[Problem]:
    """A charge divides nothing: not a line of some partners, not a match, not a line's own."""
    for path, line in lines(network):
        if line.contribution is not None and is_charge(line.contribution):
            yield Problem(
                say("sharing.charge_of_line"),
                (*path, "contribution"),
                _DIVIDED_INSTEAD[line.contribution.model],
            )
    common = network.contribution
    if common is None or not is_charge(common):
        return
    for path, line in lines(network):
        if _needs_common(line) and line.has_list:
            yield Problem(
                say("sharing.charge_of_some"),
                path,
                say("sharing.give_contribution"),
            )
    for id, subsidy in network.subsidy.items():
        if subsidy.match is not None:
            yield Problem(
                say("sharing.charge_with_match"),
                ("subsidy", id, "match"),
                say("sharing.give_amount_or_rate"),
            )


_DIVIDED_INSTEAD = {
    "fixed": say("sharing.divide_equally"),
    "variable": say("sharing.divide_by_key"),
    "mixed": say("sharing.divide_by_key"),
    "per-day": say("sharing.divide_by_use"),
}


def staff_has_a_cost(network: Network) -> Iterator[Problem]:
    """An FTE needs its price."""
    for id, cost in network.cost.items():
        if cost.fte is not None and cost.fte_cost is None and network.fte is None:
            yield Problem(
                say("sharing.no_fte_cost"),
                ("cost", id, "fte"),
                say("sharing.add_fte_cost"),
            )


def brackets_rise(network: Network) -> Iterator[Problem]:
    """Each bracket ends above the one before it; only the last is open."""
    for path, model, _ in models(network):
        for key, rate in rates_of(model).items():
            if isinstance(rate, list):
                yield from _bracket_faults((*path, "rate", key), rate)


def _bracket_faults(path: Path, brackets: list[Bracket]) -> Iterator[Problem]:
    if not brackets:
        yield Problem(say("sharing.no_bracket"), path)
    below: Decimal | None = None
    for position, bracket in enumerate(brackets):
        if bracket.up_to is None and position < len(brackets) - 1:
            yield Problem(say("sharing.bracket_open"), (*path, position))
        if bracket.up_to is not None and below is not None and bracket.up_to <= below:
            message = say("sharing.brackets_fall", end=Toml(bracket.up_to), before=Toml(below))
            yield Problem(message, (*path, position, "up_to"))
        below = bracket.up_to if bracket.up_to is not None else below


def bounds_leave_room(network: Network) -> Iterator[Problem]:
    """A minimum is not above the maximum that is stated in the same unit."""
    for path, model, part in models(network):
        members = list(compress(network.partner, part))
        for kinds in SAME_MEASURE:
            yield from _crossed(network, model, members, path, *kinds)


def _crossed(
    network: Network,
    model: Model,
    members: Sequence[str],
    path: Path,
    low: BoundKind,
    high: BoundKind,
) -> Iterator[Problem]:
    """Where a minimum is above the maximum; told once where both are the same for all."""
    minimum, maximum = model.stated(low), model.stated(high)
    for partner in members:
        least, most = bound_of(minimum, partner), bound_of(maximum, partner)
        if least is None or most is None or least <= most:
            continue
        above = say("sharing.above_maximum", most=high.figure(most, network.currency))
        if isinstance(minimum, dict):
            yield Problem(above, (*path, low.field, partner))
        elif isinstance(maximum, dict):
            below = say("sharing.below_minimum", least=low.figure(least, network.currency))
            yield Problem(below, (*path, high.field, partner))
        else:
            yield Problem(above, (*path, low.field))
            break


def rises_of_the_pool(network: Network) -> Iterator[Problem]:
    """A rise is capped of what each pays to the pool, not of a line's own contribution."""
    for path, line in lines(network):
        for field in ("max_rise", "previous"):
            if line.contribution is not None and getattr(line.contribution, field) is not None:
                message, place = say("sharing.rise_of_line"), (*path, "contribution", field)
                yield Problem(message, place, say("sharing.cap_the_pool"), at_key=True)


def shares_are_complete(network: Network) -> Iterator[Problem]:
    """Agreed percentages name each partner that takes part, and no other."""
    for path, model, part in models(network):
        if not isinstance(model, Agreed):
            continue
        for partner, included in zip(network.partner, part, strict=True):
            if included and partner not in model.shares:
                yield Problem(
                    say("sharing.share_missing", partner=partner),
                    (*path, "shares"),
                    say("sharing.add_share", partner=partner),
                )
            if partner in model.shares and not included:
                yield Problem(
                    say("sharing.share_of_outsider", partner=partner),
                    (*path, "shares", partner),
                    say("sharing.take_out"),
                    at_key=True,
                )


def shares_add_up(network: Network) -> Iterator[Problem]:
    """Agreed percentages make 100, or nearly so."""
    for path, model, _ in models(network):
        total = exact_sum(model.shares.values()) if isinstance(model, Agreed) else PERCENT
        if abs(total - PERCENT) > ROUNDED_PERCENT:
            yield Problem(
                say("sharing.shares_off", total=total),
                (*path, "shares"),
                say("sharing.shares_make_100"),
            )


STRUCTURE: tuple[Callable[[Network], Iterator[Problem]], ...] = (
    something_says_how_to_share,
    some_partner_takes_part,
    charges_need_no_help,
    staff_has_a_cost,
    homes_counted_once,
    brackets_rise,
    bounds_leave_room,
    rises_of_the_pool,
    shares_are_complete,
    shares_add_up,
    days_have_a_price,
    homes_can_earn,
    partners_pay_days_once,
    stays_have_a_price,
    scale_steps_rise,
    groups_are_complete,
    groups_are_stated_once,
    *PAYERS,
)
