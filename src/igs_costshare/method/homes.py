"""The day prices in words: what homes earn, and by what the partners pay it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import DAY_PRICE, DAY_PRICE_PAID
from igs_costshare.messages import Percent
from igs_costshare.method.teller import Teller, joined
from igs_costshare.sharing.exact import total_of
from igs_costshare.sharing.homes import Planned, Stayed, counted_in

_Terms = tuple[Fraction, Fraction, Fraction, Fraction]
"""Days, occupancy, mean price and income of a home."""


def day_price_sentences(teller: Teller) -> Iterator[str]:
    """What the homes earn; then what the partners pay of it, where they do."""
    ids = [line.id for line in teller.statement.lines]
    if DAY_PRICE in ids:
        stated = teller.network.day_price
        sentence = teller.say(
            "method.homes", amount=teller.total(DAY_PRICE), homes=earnings(teller)
        )
        yield joined(sentence, teller.basis(stated.basis if stated else None))
    if DAY_PRICE_PAID in ids:
        amount = teller.total(DAY_PRICE_PAID)
        if teller.network.nights is None:
            yield teller.say("method.paid_days", amount=amount, prices=teller.prices())
        else:
            yield teller.say("method.paid_stays", amount=amount)


def earnings(teller: Teller) -> str:
    """What a home earns; where homes differ, which ones earn what."""
    if teller.network.nights is not None:
        return teller.say("method.homes_stayed", nights=_nights(teller))
    groups = _groups(teller)
    if not groups:
        return teller.say("method.no_homes")
    if len(groups) == 1:
        return _earned(teller, *groups)
    return teller.language.joined(
        teller.say("method.homes_of", which=teller.words.listed(which), earn=_earned(teller, terms))
        for terms, which in groups.items()
    )


def _nights(teller: Teller) -> str:
    """How many nights a register has in all homes together."""
    incomes = (each.income for homes in teller.record.homes.values() for each in homes)
    nights = (
        Fraction(number)
        for income in incomes
        if isinstance(income, Stayed)
        for number in income.nights.values()
    )
    return teller.words.counted(total_of(nights), counted_in(teller.network))


def _groups(teller: Teller) -> dict[_Terms | None, list[str]]:
    """The homes by what they earn: the names of some, the number of others."""
    names: dict[_Terms | None, list[str]] = {}
    counts: dict[_Terms | None, int] = {}
    for homes in teller.record.homes.values():
        for each in homes:
            terms = _terms(each.income) if isinstance(each.income, Planned) else None
            if each.id is not None:
                names.setdefault(terms, []).append(teller.network.called("unit", each.id))
            elif each.number:
                counts[terms] = counts.get(terms, 0) + each.number
                names.setdefault(terms, [])
    counted = {
        terms: [teller.words.counted(Fraction(number), "units")] for terms, number in counts.items()
    }
    return {terms: [*own, *counted.get(terms, [])] for terms, own in names.items()}


def _terms(income: Planned) -> _Terms:
    return Fraction(income.days), Fraction(income.occupancy), income.mean_price, income.amount


def _earned(teller: Teller, terms: _Terms | None) -> str:
    if terms is None:
        return teller.say("method.homes_none")
    days, occupancy, price, income = terms
    return teller.say(
        "method.homes_earn",
        days=days,
        occupancy=Percent(occupancy),
        price=teller.money(price),
        income=teller.money(income),
    )
