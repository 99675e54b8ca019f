"""Plan Samenleven: the cooperation incentive, which is paid once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.messages import say
from igs_costshare.rules.programme.plan import (
    PLAN,
    SOURCE,
    local_governments,
    plan_of,
    residents,
)
from igs_costshare.rules.rule import Case, Finding, Rule

_LINES = (*PLAN, "incentive")


def _more_than_once(case: Case) -> Iterator[Finding]:
    plan = plan_of(case.network)
    if plan is None:
        return
    hint = say("rule.incentive_once")
    for place, line in enumerate(plan.incentive):
        path = (*_LINES, place)
        revenue = case.network.revenue.get(line)
        if place:
            message = say("rule.incentive_again", line=line, first=plan.incentive[0])
            yield Finding(message, path, hint)
        elif revenue is not None and revenue.per is not None:
            message = say("rule.incentive_per", line=line, per=revenue.per)
            yield Finding(message, ("revenue", line, "per"), hint)
        year, before = case.network.year, plan.incentive_year
        if year is not None and before is not None and before < year:
            yield Finding(
                say("rule.incentive_earlier", line=line, year=str(year), before=str(before)),
                path,
                hint,
            )


def _without_newcomer(case: Case) -> Iterator[Finding]:
    """An incentive where nobody was taken in, or by one that may not take in."""
    plan = plan_of(case.network)
    if plan is None or not plan.incentive:
        return
    line = plan.incentive[0]
    if not plan.joined:
        message = say("rule.incentive_no_newcomer", line=line)
        yield Finding(message, (*_LINES, 0), say("rule.incentive_for_newcomers"))
        return
    before = [id for id in local_governments(case.network) if id not in plan.joined]
    threshold = Fraction(plan.threshold)
    hint = say("rule.incentive_who_gets_it", threshold=threshold)
    if not before:
        yield Finding(say("rule.incentive_nobody_before", line=line), (*_LINES, 0), hint)
    elif len(before) == 1:
        alone = residents(case.network, plan).get(before[0])
        if alone is not None and alone <= plan.threshold:
            yield Finding(
                say(
                    "rule.incentive_too_small",
                    line=line,
                    partner=before[0],
                    alone=alone,
                    threshold=threshold,
                ),
                (*_LINES, 0),
                hint,
            )


INCENTIVE: tuple[Rule, ...] = (
    Rule(
        "samenleven-incentive-once",
        "error",
        SOURCE,
        say("rule.is_samenleven_incentive_once"),
        _more_than_once,
    ),
    Rule(
        "samenleven-incentive-newcomer",
        "error",
        SOURCE,
        say("rule.is_samenleven_incentive_newcomer"),
        _without_newcomer,
    ),
)
