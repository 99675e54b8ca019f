"""The rounding of a divided line: whole units, and who gets what is left over, and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import StatementLine
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Operand
from igs_costshare.explaining.steps import Step
from igs_costshare.money import LARGEST, LARGEST_REMAINDER, Apportioned


def division_steps(
    dossier: Dossier, line: StatementLine, division: Apportioned, position: int
) -> list[Step]:
    """From a partner's exact amount to its rounded one; none where it is whole already."""
    if not any(division.extra) and not _remainder(division, position):
        return []
    if dossier.network.rounding.difference == LARGEST_REMAINDER or division.fell_back:
        return list(_by_largest_remainder(dossier, line, division, position))
    return list(_by_taker(dossier, division, position))


def _remainder(division: Apportioned, position: int) -> int:
    return division.exact.numerators[position] % division.exact.denominator


def _by_largest_remainder(
    dossier: Dossier, line: StatementLine, division: Apportioned, position: int
) -> Iterator[Step]:
    if division.fell_back:
        yield dossier.step("fell_back", dossier.inputs(("rounding", "difference")))
    if not _remainder(division, position):
        return
    unit = dossier.money(dossier.unit)
    exact = dossier.money(dossier.in_currency(division.exact, position))
    yield dossier.step("floor", exact=exact, unit=unit, steps=dossier.unit_steps)
    leftovers = dossier.leftovers(line.id, division)
    if not leftovers.total:
        yield dossier.step("nothing_left")
        return
    if line.id not in dossier.told_leftovers:
        left = dossier.money(leftovers.total * dossier.unit)
        dossier.told_leftovers[line.id] = dossier.step(
            "left_over", left=left, unit=unit, names=leftovers.takers
        )
    yield dossier.told_leftovers[line.id]
    yield _outcome(dossier, line, division, position)


def _outcome(dossier: Dossier, line: StatementLine, division: Apportioned, position: int) -> Step:
    """Whether a partner gets one of the left-over units, and what decided."""
    won = bool(division.extra[position])
    rivals = dossier.leftovers(line.id, division).rivals(position, won=won)
    floor = (division.amounts[position] - division.extra[position]) * dossier.unit
    places: dict[str, Operand] = {
        "partner": dossier.names[position],
        "floor": dossier.money(floor),
    }
    fared = "lost"
    if won:
        fared, places["unit"] = "won", dossier.money(dossier.unit)
    if not rivals:
        return dossier.step(f"{fared}_remainder", **places)
    burdens = division.burdens or (0,) * len(division.amounts)
    # The nearest rival decides: the last that won, or the first that lost.
    income = line.kind == "revenue"
    sign = -1 if income else 1
    rank = {other: (sign * burdens[other], other) for other in rivals}
    rival = min(rivals, key=rank.__getitem__) if won else max(rivals, key=rank.__getitem__)
    places |= {"others": dossier.names[rival], "steps": dossier.unit_steps}
    if burdens[position] == burdens[rival]:
        return dossier.step(f"{fared}_order", **places)
    places |= {"own": burdens[position], "their": burdens[rival]}
    return dossier.step(f"{fared}_burden{'_income' if income else ''}", **places)


def _by_taker(dossier: Dossier, division: Apportioned, position: int) -> Iterator[Step]:
    """Each share is rounded by itself, and one partner takes the difference."""
    exact = dossier.money(dossier.in_currency(division.exact, position))
    alone = dossier.step("by_itself", exact=exact, **dossier.rounding)
    if _remainder(division, position):
        yield alone
    taker = next((at for at, extra in enumerate(division.extra) if extra), None)
    if taker is None:
        return
    change = division.extra[taker] * dossier.unit
    places: dict[str, Operand] = {
        "difference": dossier.money(abs(change)),
        "taker": dossier.names[taker],
    }
    agreed, kind = dossier.network.rounding.difference, "taker_largest"
    if agreed != LARGEST:
        kind = "taker_agreed"
        if agreed != dossier.ids[taker]:
            kind, places["agreed"] = "taker_absent", dossier.names[dossier.places[agreed]]
    yield dossier.step(kind, dossier.inputs(("rounding", "difference")), **places)
    if taker == position:
        before = dossier.money(alone.value or Fraction(0))
        yield dossier.step("taken", before=before, change=dossier.money(change))


def rounding_steps(dossier: Dossier, exact: Fraction, amount: Fraction) -> list[Step]:
    """The rounding of one amount by itself; none where it is whole already."""
    if exact == amount:
        return []
    inputs = dossier.inputs(("rounding", "unit"), ("rounding", "half"))
    return [dossier.step("rounded", inputs, exact=dossier.money(exact), **dossier.rounding)]
