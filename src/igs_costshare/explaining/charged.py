"""What a charge makes a partner pay: its parts, its bounds; and what is left for the reserve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from igs_costshare.description.contributions import Bracket, Contribution, Model
from igs_costshare.errors import Path
from igs_costshare.explaining.contributed import held_step
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.keys import figure_inputs, figure_steps
from igs_costshare.explaining.shares import Division
from igs_costshare.explaining.steps import Step
from igs_costshare.sharing.charges import Due, dues, rates_of

COMMON: Path = ("contribution",)
"""Where the common contribution stands."""


def common_model(dossier: Dossier) -> Contribution:
    """The common contribution; there is one wherever a line or the pool goes by it."""
    model = dossier.network.contribution
    if model is None:
        raise TypeError("the network has no common contribution")
    return model


def charge_steps(dossier: Dossier, position: int, exact: Fraction) -> list[Step]:
    """How the exact charge of a partner comes about."""
    model = common_model(dossier)
    partner = dossier.ids[position]
    division = Division(model, COMMON, dossier.part(model))
    if not division.part[position]:
        return [dossier.step("no_part", Fraction(0), partner=dossier.names[position])]
    parts = list(dues(model, dossier.budget.figures, partner, position))
    steps = [_due(dossier, model, due, partner, position) for due in parts]
    together = sum((due.amount for due in parts), Fraction(0))
    if len(parts) > 1:
        steps.append(dossier.step("dues", together))
    if together != exact:
        held = 1 if together > exact else -1
        steps.append(held_step(dossier, division, position, held, together))
    return steps


def _due(dossier: Dossier, model: Model, due: Due, partner: str, position: int) -> Step:
    """One part of a charge."""
    if not due.key:
        return dossier.step("due_fixed", due.amount, dossier.inputs((*COMMON, "fixed_amount")))
    figures = figure_inputs(dossier, due.key, partner)
    inner = figure_steps(dossier, due.key, partner)
    rates = rates_of(model)
    if due.key not in rates:
        return dossier.step("due_days", due.amount, figures, inner)
    rate, path = rates[due.key], (*COMMON, "rate", due.key)
    places = {
        "price": dossier.money(due.price),
        "quantity": dossier.words.counted(due.quantity, due.key),
    }
    if isinstance(rate, Decimal):
        inputs = (*dossier.inputs(path), *figures)
        return dossier.step("due_rate", due.amount, inputs, inner, **places)
    is_class = rate[due.step].rate is None
    at: Path = (*path, due.step)
    stated = dossier.inputs((*at, "up_to"), (*at, "amount" if is_class else "rate"))
    figure = dossier.budget.figures[due.key].at(position)
    places |= {
        "step": str(due.step + 1),
        "range": _range(dossier, rate, due.step),
        "key": dossier.words.noun(due.key),
        "figure": dossier.words.number(figure),
    }
    kind = "due_class" if is_class else "due_bracket"
    return dossier.step(kind, due.amount, (*stated, *figures), inner, **places)


def _range(dossier: Dossier, brackets: Sequence[Bracket], step: int) -> str:
    """From where to where a bracket or class goes."""
    number = dossier.words.number
    bottom = Fraction(0) if step == 0 else Fraction(brackets[step - 1].up_to or 0)
    top = brackets[step].up_to
    if top is None:
        return dossier.words.say("range_above", bottom=number(bottom))
    kind = "range_between" if step else "range_to"
    return dossier.words.say(kind, bottom=number(bottom), top=number(Fraction(top)))


def reserve_steps(dossier: Dossier) -> Iterator[Step]:
    """What a charge leaves of the rounded pool."""
    line = dossier.lines["contribution"]
    charged = sum(line.cells)
    yield dossier.step(
        "reserve",
        line.reserve * dossier.unit,
        pool=dossier.money(line.total * dossier.unit),
        charged=dossier.money(charged * dossier.unit),
    )
    word = "pays" if line.reserve > 0 else "keeps" if line.reserve < 0 else "even"
    yield dossier.step(f"reserve_{word}")
