"""Guardrails that the partners agreed on: `[limits]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from igs_costshare.messages import Message, say
from igs_costshare.rules.gains import everyone_gains, stable
from igs_costshare.rules.increase import increases
from igs_costshare.rules.rule import Case, Finding, Rule, percentage
from igs_costshare.settling.ledger import course_of


def _balance_min(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    balance = case.euros(case.amounts.total.columns["balance"])
    if balance < agreed:
        yield say(
            "rule.limit_balance_min",
            balance=case.money(balance),
            agreed=case.money(agreed, stated=True),
            distance=case.money(agreed - balance),
        )


def _coverage_min(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    expenses, revenues = (
        case.euros(case.amounts.total.columns[column]) for column in ("expenses", "revenues")
    )
    least = agreed * expenses
    if revenues < least and expenses > 0:
        yield say(
            "rule.limit_coverage_min",
            part=percentage(revenues / expenses),
            agreed=percentage(agreed, stated=True),
            distance=case.money(least - revenues, stated=True),
        )


def _max_share(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    total = case.euros(case.amounts.total.columns["expenses"])
    most = agreed * total
    for partner in case.amounts.partners:
        expenses = case.euros(partner.columns["expenses"])
        if expenses > most and total > 0:
            yield say(
                "rule.limit_max_share",
                partner=partner.id,
                part=percentage(expenses / total),
                agreed=percentage(agreed, stated=True),
                distance=case.money(expenses - most, stated=True),
            )


def _occupancy_max(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    planned = {f"unit.{id}": home.occupancy for id, home in case.network.unit.items()}
    if case.network.day_price is not None:
        planned = {"day_price": case.network.day_price.occupancy, **planned}
    for name, occupancy in planned.items():
        if occupancy is not None and occupancy > agreed:
            yield say(
                "rule.limit_occupancy_max",
                name=name,
                occupancy=percentage(Fraction(occupancy), stated=True),
                agreed=percentage(agreed, stated=True),
                distance=percentage(Fraction(occupancy) - agreed, stated=True),
            )


def _per_inhabitant_max(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    known = {id: partner.keys.get("inhabitants") for id, partner in case.network.partner.items()}
    if not any(known.values()):
        # A limit that nothing can be held to is no limit.
        hint = say("rule.limit_give_inhabitants")
        yield Finding(say("rule.limit_no_inhabitants"), hint=hint, severity="warning")
        return
    for partner in case.amounts.partners:
        stated = known[partner.id]
        if stated is None:
            continue
        inhabitants = Fraction(stated)
        bill = -case.euros(partner.columns["balance"])
        most = case.at_most(agreed * inhabitants)
        if not inhabitants and bill > 0:
            yield say("rule.limit_of_nobody", partner=partner.id, bill=case.money(bill))
        elif bill > most:
            yield say(
                "rule.limit_per_inhabitant_max",
                partner=partner.id,
                bill=case.money(bill / inhabitants),
                agreed=case.money(agreed, stated=True),
                distance=case.money(bill - most),
            )


def _reserve_min(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    course = course_of(case.statement, case.statement.decimals)
    if course is None:
        hint = say("rule.limit_give_reserve")
        yield Finding(say("rule.limit_no_reserve"), hint=hint, severity="warning")
        return
    closing = case.euros(course.closing)
    if closing < agreed:
        yield say(
            "rule.limit_reserve_min",
            closing=case.money(closing),
            agreed=case.money(agreed, stated=True),
            distance=case.money(agreed - closing),
        )


_Judge = Callable[[Case, Fraction], Iterator[Finding | Message]]


def _limit(field: str, summary: Message, judge: _Judge, *, of_settlement: bool = False) -> Rule:
    """The rule of a field of `[limits]`; what it finds stands there.

    It judges the file as it stands, and `of_settlement` also what is settled.
    """

    def find(case: Case) -> Iterator[Finding]:
        agreed = getattr(case.of_file.limits, field, None)
        if agreed is not None and (case.scenario is None or case.is_settled):
            for each in judge(case, Fraction(agreed)):
                finding = Finding(each) if isinstance(each, Message) else each
                yield finding._replace(path=("limits", field))

    id = f"limit-{field.replace('_', '-')}"
    return Rule(id, "error", "docs/file.md, [limits]", summary, find, in_scenarios=of_settlement)


LIMITS: tuple[Rule, ...] = (
    _limit(
        "balance_min",
        say("rule.is_limit_balance_min"),
        _balance_min,
    ),
    _limit(
        "coverage_min",
        say("rule.is_limit_coverage_min"),
        _coverage_min,
    ),
    _limit(
        "max_share",
        say("rule.is_limit_max_share"),
        _max_share,
    ),
    _limit(
        "max_increase",
        say("rule.is_limit_max_increase"),
        increases,
    ),
    _limit(
        "occupancy_max",
        say("rule.is_limit_occupancy_max"),
        _occupancy_max,
    ),
    _limit(
        "per_inhabitant_max",
        say("rule.is_limit_per_inhabitant_max"),
        _per_inhabitant_max,
    ),
    _limit(
        "reserve_min",
        say("rule.is_limit_reserve_min"),
        _reserve_min,
        of_settlement=True,
    ),
    _limit(
        "everyone_gains",
        say("rule.is_limit_everyone_gains"),
        everyone_gains,
    ),
    _limit(
        "stable",
        say("rule.is_limit_stable"),
        stable,
    ),
)
