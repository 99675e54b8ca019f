"""Who bears nothing, and who bears nearly all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.description.contributions import Turns
from igs_costshare.messages import Percent, say
from igs_costshare.rules.rule import Case, Finding, Rule


def _in_turn(case: Case) -> frozenset[str]:
    """Who bears the pool by turns: nothing in one year and all in another is the agreement."""
    model = case.network.contribution
    return frozenset(model.order) if isinstance(model, Turns) else frozenset()


def _bears_nothing(case: Case) -> Iterator[Finding]:
    """Partners without expenses, where there are any to bear."""
    if case.statement.total.expenses <= 0:
        return
    in_turn = _in_turn(case)
    for row in case.statement.partners:
        if row.expenses == 0 and row.id not in in_turn:
            message = say("rule.burdens_nothing", partner=row.id)
            yield Finding(message, ("partner", row.id), say("rule.burdens_rightly"))


_MOST = 80
"""Percent of all expenses."""


def _bears_nearly_all(case: Case) -> Iterator[Finding]:
    total = case.statement.total.expenses
    if len(case.statement.partners) == 1:
        return
    in_turn = _in_turn(case)
    for row in case.statement.partners:
        if row.id in in_turn:
            continue
        if 100 * row.expenses > _MOST * total > 0:
            part = Percent(Fraction(row.expenses, total), 1)
            yield Finding(
                say(
                    "rule.burdens_nearly_all",
                    partner=row.id,
                    part=part,
                    most=Percent(Fraction(_MOST, 100)),
                ),
                ("partner", row.id),
                say("rule.burdens_worth"),
            )


BURDENS: tuple[Rule, ...] = (
    Rule(
        "practice-bears-nothing",
        "warning",
        "docs/regels.md",
        say("rule.is_practice_bears_nothing"),
        _bears_nothing,
    ),
    Rule(
        "practice-one-bears-all",
        "warning",
        "Bataljong, 12 succesfactoren, nr. 5",
        say("rule.is_practice_one_bears_all"),
        _bears_nearly_all,
    ),
)
