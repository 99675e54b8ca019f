"""How far the net bill of a partner may rise against an earlier statement."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.messages import Message, Place, say
from igs_costshare.rules.rule import Case, Finding, percentage


def increases(case: Case, agreed: Fraction) -> Iterator[Finding | Message]:
    """Every partner whose net bill rises by more than the part that was agreed.

    From a bill of 0 or less any rise is too much; a newcomer is passed over.
    """
    earlier = case.against
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
            bill = -case.euros(partner.columns["balance"])
            most = case.at_most(was * (1 + agreed) if was > 0 else was)
            if bill > most:
                yield _rise(case, partner.id, (was, bill, most), agreed)


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
