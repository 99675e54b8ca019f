"""Plan Samenleven: how many residents the partners count together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from igs_costshare.description.governance import PlanSamenleven
from igs_costshare.messages import listed, say
from igs_costshare.rules.programme.plan import (
    PLAN,
    SOURCE,
    local_governments,
    plan_of,
    residents,
)
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.sharing.exact import ZERO


def _below_threshold(case: Case) -> Iterator[Finding]:
    """Together too few residents, where no partner has left in a scenario."""
    plan = plan_of(case.network)
    if plan is None or _left(case):
        return
    together, lacking = _together(case, plan)
    threshold = Fraction(plan.threshold)
    if together >= plan.threshold:
        return
    if lacking:
        yield Finding(
            say(
                "rule.threshold_no_figure",
                threshold=threshold,
                partners=listed(f"`{id}`" for id in lacking),
                key=plan.key,
            ),
            PLAN,
            say("rule.threshold_add_figure", key=plan.key),
            severity="warning",
        )
        return
    yield Finding(
        say("rule.threshold_too_few", together=together, threshold=threshold),
        PLAN,
        say("rule.threshold_take_in", key=plan.key),
    )


def _too_few_stay(case: Case) -> Iterator[Finding]:
    """Together too few residents after partners have left in a scenario."""
    plan = plan_of(case.network)
    left = _left(case)
    if plan is None or not left:
        return
    together, lacking = _together(case, plan)
    if together < plan.threshold and not lacking:
        threshold = Fraction(plan.threshold)
        yield Finding(
            say(
                "rule.threshold_too_few_stay",
                partners=listed(f"`{id}`" for id in left),
                together=together,
                threshold=threshold,
            ),
            ("scenario", case.scenario or "", "remove"),
            say("rule.threshold_apply_anew", threshold=threshold),
        )


def _left(case: Case) -> list[str]:
    """The local governments of the base that a scenario takes away."""
    if case.base is None:
        return []
    return [id for id in local_governments(case.base.network) if id not in case.network.partner]


def _together(case: Case, plan: PlanSamenleven) -> tuple[Fraction, Sequence[str]]:
    """The residents of all local governments, and those whose figure is not stated."""
    known = residents(case.network, plan)
    members = local_governments(case.network)
    together = sum((known[id] for id in members if id in known), ZERO)
    return together, [id for id in members if id not in known]


THRESHOLD: tuple[Rule, ...] = (
    Rule(
        "samenleven-threshold",
        "error",
        SOURCE,
        say("rule.is_samenleven_threshold"),
        _below_threshold,
    ),
    Rule(
        "samenleven-threshold-after-leaving",
        "error",
        SOURCE,
        say("rule.is_samenleven_threshold_after_leaving"),
        _too_few_stay,
    ),
)
