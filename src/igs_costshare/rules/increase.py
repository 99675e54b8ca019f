"""How far the net bill of a partner may rise against an earlier statement."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.messages import Message, Place, say
from igs_costshare.rules.rule import Before, Case, Finding, percentage


def increases(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    """Every partner whose net bill rises by more than the part that was agreed.

    From a bill of 0 or less any rise is too much; a newcomer is passed over. In a later year of a
    plan it rises from that of the year before, counted as of a whole year.
    """
    if case.before is not None:
        yield from _in_plan(case, case.before, agreed)
        return
    earlier = case.against
    if earlier is None and case.network.plan is not None:
        return  # the years are held against one another
    if earlier is None:
        hint = say("rule.increase_give_one")
        yield Finding(say("rule.increase_not_checked"), hint=hint, severity="warning")
        return
    currency = case.statement.currency
    if earlier.currency != currency:
        yield say("rule.increase_other_currency", earlier=earlier.currency, currency=currency)
        return
    for partner in case.amounts.partners:
        before = earlier.rows.get(partner.id)
        if before is not None:
            was = Fraction(-before.columns["balance"], 10**earlier.decimals)
            yield from _judged(case, partner.id, was, agreed)


def _in_plan(case: Case, before: Before, agreed: Fraction) -> Iterator[Message]:
    """The rises from the year before; of partners that merged from their bills together."""
    for partner in case.amounts.partners:
        members = before.merged.get(partner.id, (partner.id,))
        if all(before.present.get(each) for each in members):
            step = 10**before.amounts.decimals
            was = sum(
                (
                    Fraction(-before.amounts.rows[each].columns["balance"], step)
                    / before.present[each]
                    for each in members
                ),
                Fraction(0),
            )
            yield from _judged(case, partner.id, was, agreed)


def _judged(case: Case, partner: str, was: Fraction, agreed: Fraction) -> Iterator[Message]:
    bill = -case.euros(case.amounts.rows[partner].columns["balance"])
    most = case.at_most(was * (1 + agreed) if was > 0 else was)
    if bill > most:
        yield _rise(case, partner, (was, bill, most), agreed)


def _rise(
    case: Case, partner: str, bills: tuple[Fraction, Fraction, Fraction], agreed: Fraction
) -> Message:
    was, bill, most = bills
    places: dict[str, Place] = {
        "partner": partner,
        "was": case.money(was),
        "bill": case.money(bill),
        "distance": case.money(bill - most),
    }
    if was <= 0:
        return say("rule.increase_from_nothing", **places)
    return say(
        "rule.increase_too_much",
        rise=percentage(bill / was - 1),
        agreed=percentage(agreed, stated=True),
        **places,
    )
