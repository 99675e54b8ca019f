"""Plan Samenleven: in which region the partners lie, and in which cooperations they take part."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.messages import listed, say
from igs_costshare.rules.programme.plan import PLAN, SOURCE, local_governments, plan_of
from igs_costshare.rules.rule import Case, Finding, Rule


def _in_another_region(case: Case) -> Iterator[Finding]:
    """Partners outside the region of `[governance]`, or else that of the first partner."""
    network = case.network
    if plan_of(network) is None:
        return
    common = None if network.governance is None else network.governance.region
    regions = {id: network.partner[id].region or common for id in local_governments(network)}
    theirs = common or next(filter(None, regions.values()), None)
    unknown = [id for id, region in regions.items() if region is None]
    if unknown:
        names = listed(f"`{id}`" for id in unknown)
        message = say("rule.membership_no_region", partners=names)
        yield Finding(message, PLAN, say("rule.membership_state_region"), severity="warning")
    for id, its in regions.items():
        if its and theirs and its.strip().casefold() != theirs.strip().casefold():
            yield Finding(
                say("rule.membership_other_region", partner=id, its=its, theirs=theirs),
                ("partner", id, "region"),
                say("rule.membership_same_region"),
            )


def _in_another_cooperation(case: Case) -> Iterator[Finding]:
    plan = plan_of(case.network)
    if plan is None:
        return
    for place, id in enumerate(plan.elsewhere):
        if id not in plan.several_since_first_year:
            message = say("rule.membership_elsewhere", partner=id)
            yield Finding(message, (*PLAN, "elsewhere", place), say("rule.membership_kept"))


MEMBERSHIP: tuple[Rule, ...] = (
    Rule(
        "samenleven-region",
        "error",
        SOURCE,
        say("rule.is_samenleven_region"),
        _in_another_region,
    ),
    Rule(
        "samenleven-one-cooperation",
        "error",
        SOURCE,
        say("rule.is_samenleven_one_cooperation"),
        _in_another_cooperation,
    ),
)
