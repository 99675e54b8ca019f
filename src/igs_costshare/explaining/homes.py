"""What the homes of a partner earn: days, occupancy and mean day price."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.keys import figure_inputs, stayed_step
from igs_costshare.explaining.operands import Counted, Days, Weighted, amounts
from igs_costshare.explaining.presence import amount_in_part, is_in_part
from igs_costshare.explaining.steps import Input, Step
from igs_costshare.messages import Money, Percent
from igs_costshare.sharing.homes import Homes, Planned, Stayed, price_for

_DAY_PRICE: Path = ("day_price",)


def unit_step(dossier: Dossier, partner: str) -> Step:
    """How many homes a partner has."""
    homes = Fraction(dossier.budget.figures.homes[partner])
    name = dossier.names[dossier.places[partner]]
    inputs = figure_inputs(dossier, "units", partner)
    return dossier.step("figure", inputs, partner=name, figure=Counted(homes, "units"))


def income_steps(dossier: Dossier, partner: str) -> list[Step]:
    """What each home of a partner, or each of its homes alike, earns."""
    homes = dossier.record.homes[partner]
    steps = [step for each in homes if each.number for step in _earned(dossier, each, partner)]
    if not steps:
        return [dossier.step("homes_none")]
    if len(steps) > 1:
        steps.append(dossier.step("dues", parts=amounts(step.value for step in steps)))
    position = dossier.places[partner]
    if dossier.network.nights is None and is_in_part(dossier, position):
        steps.append(amount_in_part(dossier, steps[-1].value or Fraction(0), position))
    return [*steps, *dossier.basis(_DAY_PRICE, dossier.network.day_price)]


def _earned(dossier: Dossier, homes: Homes, partner: str) -> list[Step]:
    called = _called(dossier, homes)
    match homes.income:
        case None:
            return [dossier.step("homes_unpriced", home=called)]
        case Planned() as planned:
            return [_planned(dossier, homes, partner, planned)]
        case Stayed() as stayed if not stayed.nights:
            return [dossier.step("not_stayed", home=called)]
        case Stayed() as stayed:
            parts = [each._replace(home=homes.id, owner=partner) for each in stayed.parts]
            return [stayed_step(dossier, called, each) for each in parts]
        case _:
            assert_never(homes.income)


def _planned(dossier: Dossier, homes: Homes, partner: str, income: Planned) -> Step:
    called = _called(dossier, homes)
    counted = figure_inputs(dossier, "units", partner) if homes.id is None else ()
    return dossier.step(
        "homes_earn" if homes.id is None else "home_earns",
        (*counted, *_stated(dossier, homes, "days"), *_stated(dossier, homes, "occupancy")),
        (_mean(dossier, homes, income),),
        homes=called,
        days=Days(Fraction(income.days)),
        occupancy=Percent(income.occupancy),
        price=dossier.money(income.mean_price),
    )


def _called(dossier: Dossier, homes: Homes) -> Counted | str:
    """So many homes, or the name of one."""
    if homes.id is None:
        return Counted(Fraction(homes.number), "units")
    return dossier.network.unit[homes.id].name or homes.id


def _stated(dossier: Dossier, homes: Homes, field: str) -> tuple[Input, ...]:
    """What a home states itself, else what `[day_price]` says."""
    own = homes.id is not None and getattr(dossier.network.unit[homes.id], field) is not None
    table: Path = ("unit", str(homes.id)) if own else _DAY_PRICE
    return dossier.inputs((*table, field))


def _mean(dossier: Dossier, homes: Homes, income: Planned) -> Step:
    """The mean of the day prices, by the sizes of households."""
    inputs = (*_stated(dossier, homes, "prices"), *_stated(dossier, homes, "mix"))
    terms = tuple(_terms(dossier, income))
    if len(terms) == 1:
        return dossier.step("one_price", inputs, amount=terms[0][1])
    return dossier.step("mean_price", inputs, sum=Weighted(terms))


def _terms(dossier: Dossier, income: Planned) -> Iterator[tuple[Fraction, Money]]:
    """Each size of household with its weight, as far as it counts, and its price."""
    for size in income.mix or income.prices:
        weight = Fraction(1 if income.mix is None else income.mix[size])
        if weight:
            yield weight, dossier.money(Fraction(price_for(size, income.prices)))
