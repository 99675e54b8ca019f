"""What a network between two comes to, where there can be one like that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from igs_costshare.checks import faults_of_amounts, faults_of_structure
from igs_costshare.comparing.between import Between
from igs_costshare.comparing.cause import Cause
from igs_costshare.comparing.causes import Outcome, RowBalances
from igs_costshare.computing.engine import balances
from igs_costshare.description.contributions import Agreed
from igs_costshare.description.ids import BUILT_IN_KEYS
from igs_costshare.description.network import Line, Network
from igs_costshare.description.places import lines, models, taking_part
from igs_costshare.description.values import PERCENT, ROUNDED_PERCENT, exact_sum
from igs_costshare.settling.stated import unpaid
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget
from igs_costshare.sharing.keys import KeyFigures
from igs_costshare.sharing.rule import Charge, keys_in, rule_of


def outcomes_between(a: Network, b: Network, decimals: int) -> Callable[[Sequence[Cause]], Outcome]:
    """The balances by row for each set of causes, in whole numbers of 10^-decimals.

    Where both round to tens and more, `decimals` is below 0.
    """
    # Who paid is no part of the game, and might make no sense in a network between.
    first, last = unpaid(a), unpaid(b)

    def outcome_of(causes: Sequence[Cause]) -> Outcome:
        between = Between(first, last, [cause.changes for cause in causes])
        known: dict[tuple[int, ...], KeyFigures] = {}

        def outcome(at_work: int) -> RowBalances | None:
            network = between.network(at_work)
            # Networks between share their tables: figures of the same tables are the same.
            tables = tuple(
                map(id, (network.partner, network.unit, network.day_price, network.stays))
            )
            figures = known.setdefault(tables, KeyFigures(network))
            # The two themselves were read; what makes no sense between them may in a file.
            read = at_work in (0, (1 << len(causes)) - 1)
            return _balances(network, figures, decimals) if read or _is_whole(network) else None

        return outcome

    return outcome_of


def _balances(network: Network, figures: KeyFigures, decimals: int) -> RowBalances | None:
    """The balances of a network; None where it cannot be computed."""
    if faults_of_structure(network, partners_left=True):
        return None
    apportionment = Apportionment(Budget(network, figures))
    if faults_of_amounts(apportionment):
        return None
    found = balances(apportionment)
    step = int(network.rounding.unit.scaleb(decimals))
    rows = dict(zip(network.partner, (step * each for each in found.partners), strict=True))
    return rows | {"reserve": step * found.reserve}


def _is_whole(network: Network) -> bool:
    """Whether nothing is named that is not there, as the reader makes sure for a file."""
    for _, model, _ in models(network):
        if isinstance(model, Agreed) and exact_sum(model.shares.values()) > _MOST_PERCENT:
            return False
    return all(
        key in BUILT_IN_KEYS
        or all(
            key in partner.keys
            for partner, included in zip(network.partner.values(), part, strict=True)
            if included
        )
        for key, part in _uses(network)
    )


_MOST_PERCENT = PERCENT + ROUNDED_PERCENT
"""Published percentages are rounded; what is beyond that belongs to partners yet to come."""


def _uses(network: Network) -> Iterator[tuple[str, Sequence[bool]]]:
    """Every key that is used, with who takes part in it."""
    listed = [line for _, line in lines(network) if _by_common_model(line) and line.has_list]
    for path, model, part in models(network):
        common = path == ("contribution",)
        shared = bool(network.subsidy) or any(line.pooled for _, line in lines(network))
        rule = rule_of(model)
        for key in keys_in(rule):
            if not common or isinstance(rule, Charge) or shared or not listed:
                yield key, part
            if common:
                for line in listed:
                    yield key, taking_part(network, line)
    for _, line in lines(network):
        if line.per_key is not None:
            yield line.per_key, taking_part(network, line)


def _by_common_model(line: Line) -> bool:
    """Whether a line is divided by the model of the common contribution."""
    return line.per is None and line.contribution is None
