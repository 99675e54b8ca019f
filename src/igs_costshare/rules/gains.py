"""Whether everybody gains: what a partner, or a group of them, pays more than by itself."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.messages import Message, listed, say
from igs_costshare.rules.rule import Case, Finding

_NAMED = 10
"""Groups that are told of, the largest gain first."""


def everyone_gains(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    """Every partner that pays more than alone."""
    from igs_costshare.fairness.report import fairness_of

    if not agreed:
        return
    fairness = fairness_of(case.statement)
    if fairness.saving is None:
        yield _no_costs()
        return
    for at in fairness.better_alone:
        more = case.euros(case.statement.minor(-fairness.saving[at]))
        partner = fairness.game.ids[at]
        yield say("rule.limit_everyone_gains", partner=partner, more=case.money(more))


def stable(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    """Every partner and group that pays more than by itself."""
    from igs_costshare.fairness.report import fairness_of

    if not agreed:
        return
    fairness = fairness_of(case.statement)
    if fairness.bills is None:
        yield _no_costs()
        return
    yield from everyone_gains(case, agreed)
    groups, ids = fairness.better_together, fairness.game.ids
    for group in groups[:_NAMED]:
        more = case.euros(case.statement.minor(group.gain))
        names = listed(f"`{ids[each]}`" for each in group.players)
        yield say("rule.limit_stable", partners=names, more=case.money(more))
    if groups[_NAMED:]:
        yield say("rule.limit_stable_more", count=fairness.better_number - _NAMED)
    if fairness.stable is None:
        yield Finding(say("rule.limit_stable_not_known"), severity="warning")


def _no_costs() -> Finding:
    hint = say("rule.limit_give_costs")
    return Finding(say("rule.limit_no_costs"), hint=hint, severity="warning")
