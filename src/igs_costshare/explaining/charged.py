"""What a charge makes a partner pay: its parts, its bounds; and what is left for the reserve."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import CONTRIBUTION
from igs_costshare.errors import Path
from igs_costshare.explaining.contributed import Pays, held_step
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.keys import figure_inputs, figure_steps
from igs_costshare.explaining.operands import Operand, amounts, worth
from igs_costshare.explaining.presence import amount_in_part, is_in_part
from igs_costshare.explaining.steps import Input, Step
from igs_costshare.messages import Message, Noun, say
from igs_costshare.sharing.charges import Due, dues
from igs_costshare.sharing.keys import NEVER_CUT
from igs_costshare.sharing.rule import DAYS_OF_USE, Rate, charge_of

COMMON: Path = ("contribution",)
"""Where the common contribution stands."""
_SEVERAL = Fraction(2)


def charge_steps(dossier: Dossier, position: int, exact: Fraction) -> list[Step]:
    """How the exact charge of a partner comes about."""
    model = dossier.common
    if not dossier.takers.part(model)[position]:
        return [dossier.step("no_part", partner=dossier.names[position])]
    partner = dossier.ids[position]
    rates = {rate.key: rate for rate in charge_of(model).rates}
    parts = dues(model, dossier.budget.figures, partner, position)
    steps = [_due_in_part(dossier, due, rates.get(due.key), position) for due in parts]
    summed = amounts(step.value for step in steps)
    together = worth(summed)
    if len(steps) > 1:
        steps.append(dossier.step("dues", parts=summed))
    if together != exact:
        pays = Pays(together, exact)
        steps.append(held_step(dossier, model, COMMON, dossier.budget.pool, position, pays))
    return steps


def _due_in_part(dossier: Dossier, due: Due, rate: Rate | None, position: int) -> Step:
    """One part of a charge; of who is there for a part of the year, that part of it."""
    step = _due(dossier, due, rate, position)
    if due.key in NEVER_CUT or not is_in_part(dossier, position):
        return step
    return amount_in_part(dossier, due.amount, position, [step])


def _due(dossier: Dossier, due: Due, rate: Rate | None, position: int) -> Step:
    """One part of a charge."""
    amount = dossier.money(due.amount)
    if rate is None:
        return dossier.step("due_fixed", dossier.term(COMMON, "fixed_amount"), amount=amount)
    partner = dossier.ids[position]
    figures = figure_inputs(dossier, due.key, partner)
    inner = figure_steps(dossier, due.key, partner)
    path = (*COMMON, "rate", due.key)
    if rate == DAYS_OF_USE:
        return dossier.step("due_days", figures, inner, amount=amount)
    price, quantity = dossier.money(due.price), dossier.counted(due.quantity, due.key)
    if not rate.steps:
        inputs = (*dossier.inputs(path), *figures)
        return dossier.step("due_rate", inputs, inner, quantity=quantity, price=price)
    places: dict[str, Operand] = {
        "step": due.step + 1,
        "key": Noun(due.key, _SEVERAL),
        "range": _range(rate, due.step),
    }
    stated = _step_inputs(dossier, (*path, due.step))
    figure = dossier.budget.figures[due.key].at(position)
    if rate.steps[due.step].price is None:
        places["figure"] = figure
        return dossier.step("due_class", (*stated, *figures), inner, amount=amount, **places)
    places |= {"quantity": quantity, "price": price}
    # What a figure is made of is not what its part in one bracket is made of.
    made_of = inner if due.quantity == figure else ()
    return dossier.step("due_bracket", (*stated, *figures), made_of, **places)


def _step_inputs(dossier: Dossier, path: Path) -> tuple[Input, ...]:
    """The upper end of a bracket or class, and its rate or amount."""
    return dossier.inputs((*path, "up_to"), (*path, "amount"), (*path, "rate"))


def _range(rate: Rate, place: int) -> Message:
    """From where to where a bracket or class goes."""
    bottom = Fraction(0) if place == 0 else rate.steps[place - 1].up_to or Fraction(0)
    top = rate.steps[place].up_to
    if top is None:
        return say("step.range_above", bottom=bottom)
    if place:
        return say("step.range_between", bottom=bottom, top=top)
    return say("step.range_to", top=top)


def reserve_steps(dossier: Dossier) -> Iterator[Step]:
    """What a charge leaves of the rounded pool."""
    line = dossier.lines[CONTRIBUTION]
    pool, charged = (dossier.money(units * dossier.unit) for units in (line.total, sum(line.cells)))
    yield dossier.step("reserve", pool=pool, charged=charged)
    word = "pays" if line.reserve > 0 else "keeps" if line.reserve < 0 else "even"
    yield dossier.step(f"reserve_{word}")
