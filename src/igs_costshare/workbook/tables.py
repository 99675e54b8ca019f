"""The tables of workings on Method: what each is called, its steps and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from igs_costshare.computing.statement import DAY_PRICE, Statement
from igs_costshare.description.network import Network
from igs_costshare.description.places import lines
from igs_costshare.errors import Path
from igs_costshare.messages import Message, say
from igs_costshare.money import LARGEST_REMAINDER
from igs_costshare.sharing.rule import Charge, rule_of
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook import budget, division, homes, reconciling, weights
from igs_costshare.workbook.naming import name_of


class StepTable(NamedTuple):
    """A table of workings: its title, its steps by name with their headings, and its rows."""

    title: Message
    steps: Mapping[str, Message]
    rows: tuple[str, ...]


def weighed(network: Network) -> Iterator[Path]:
    """What has weights of its own: the common contribution, and lines outside the pool."""
    common = network.contribution
    pooled = bool(network.subsidy) or any(line.pooled for line in network.lines.values())
    if common is not None and (isinstance(rule_of(common), Charge) or pooled):
        yield ("contribution",)
    for path, line in lines(network):
        if not line.pooled and line.per is None:
            yield path
    if network.day_price is not None and network.day_price.paid_by == "partner":
        yield ("day_price",)


def step_tables(
    network: Network, statement: Statement, language: Language, *, settled: bool = False
) -> dict[str, StepTable]:
    """The tables of workings, as many rows as the description asks for.

    `settled` says that there is a settlement, which asks for every line of a pool.
    """
    told = {"budget": StepTable(say("workbook.budget"), budget.STEPS, _budget(network, language))}
    planned = network.nights is None
    if planned and any(line.id == DAY_PRICE for line in statement.lines):
        named = (home.name or id for id, home in network.unit.items())
        rows = (language.say("workbook.counted_home"), *named)
        told["homes"] = StepTable(say("workbook.earnings"), homes.STEPS, rows)
    rows = tuple(name_of(network, path, language) for path in weighed(network))
    if rows:
        told["weights"] = StepTable(say("workbook.weighing"), weights.STEPS, rows)
    if settled and statement.reserve is not None and statement.pool.lines:
        names = budget.line_names(network, language)
        rows = tuple(names[line.id] for line in statement.pool.lines)
        told["pooled"] = StepTable(say("workbook.reconciling"), reconciling.STEPS, rows)
    rows = tuple(line_heading(line.id, line.label, language) for line in statement.lines)
    told["lines"] = StepTable(say("workbook.divisions"), _line_steps(network), rows)
    return told


def _budget(network: Network, language: Language) -> tuple[str, ...]:
    return tuple(budget.names(network, language))


def _line_steps(network: Network) -> dict[str, Message]:
    by_taker = network.rounding.difference != LARGEST_REMAINDER
    taking = division.TAKER_STEPS if by_taker else {}
    return {
        **division.STEPS,
        **taking,
        **division.LAST_STEPS,
        "shown": say("workbook.step_shown"),
    }
