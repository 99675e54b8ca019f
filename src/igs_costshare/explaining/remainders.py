"""The rounding of a divided line: whole units, and who gets what is left over, and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import Line
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.steps import Step
from igs_costshare.money import LARGEST, LARGEST_REMAINDER, Division


def division_steps(dossier: Dossier, line: Line, division: Division, position: int) -> list[Step]:
    """From a partner's exact amount to its rounded one; none where it is whole already."""
    if not any(division.extra) and not _remainder(division, position):
        return []
    if dossier.network.rounding.difference == LARGEST_REMAINDER or division.fell_back:
        return list(_by_largest_remainder(dossier, line, division, position))
    return list(_by_taker(dossier, line, division, position))


def _remainder(division: Division, position: int) -> int:
    return division.exact.numerators[position] % division.exact.denominator


def _by_largest_remainder(
    dossier: Dossier, line: Line, division: Division, position: int
) -> Iterator[Step]:
    if division.fell_back:
        yield dossier.step("fell_back", None, dossier.inputs(("rounding", "difference")))
    remainder = _remainder(division, position)
    if not remainder:
        return
    unit, places = dossier.unit, dossier.rounding_places
    floor = (division.amounts[position] - division.extra[position]) * unit
    rest = Fraction(remainder, division.exact.denominator) * unit
    yield dossier.step("floor", floor, rest=dossier.money(rest), **places)
    leftovers = dossier.leftovers(line.id, division)
    if not leftovers.total:
        yield dossier.step("nothing_left")
        return
    left = dossier.money(leftovers.total * unit)
    yield dossier.step("left_over", left=left, names=leftovers.takers, **places)
    amount = division.amounts[position] * unit
    yield _outcome(dossier, line, division, position, amount)


def _outcome(
    dossier: Dossier, line: Line, division: Division, position: int, amount: Fraction
) -> Step:
    """Whether a partner gets one of the left-over units, and what decided."""
    won = bool(division.extra[position])
    rivals = dossier.leftovers(line.id, division).rivals(position, won=won)
    fared, places = "won" if won else "lost", dossier.rounding_places
    places["partner"] = dossier.names[position]
    if not rivals:
        return dossier.step(f"{fared}_remainder", amount, **places)
    burdens = division.burdens or (0,) * len(division.amounts)
    # The nearest rival decides: the last that won, or the first that lost.
    income = line.kind == "revenue"
    sign = -1 if income else 1
    rank = {other: (sign * burdens[other], other) for other in rivals}
    rival = min(rivals, key=rank.__getitem__) if won else max(rivals, key=rank.__getitem__)
    places |= {
        "others": dossier.names[rival],
        "own": str(burdens[position]),
        "their": str(burdens[rival]),
    }
    if burdens[position] == burdens[rival]:
        return dossier.step(f"{fared}_order", amount, **places)
    return dossier.step(f"{fared}_burden{'_income' if income else ''}", amount, **places)


def _by_taker(dossier: Dossier, line: Line, division: Division, position: int) -> Iterator[Step]:
    """Each share is rounded by itself, and one partner takes the difference."""
    unit, places = dossier.unit, dossier.rounding_places
    exact = dossier.in_currency(division.exact, position)
    amount = division.amounts[position] * unit
    alone = amount - division.extra[position] * unit
    if _remainder(division, position):
        yield dossier.step("by_itself", alone, exact=dossier.money(exact), **places)
    taker = next((at for at, extra in enumerate(division.extra) if extra), None)
    if taker is None:
        return
    agreed = dossier.network.rounding.difference
    absent = agreed != LARGEST and agreed != dossier.ids[taker]
    kind = "taker_largest" if agreed == LARGEST else "taker_absent" if absent else "taker_agreed"
    yield dossier.step(
        kind,
        None,
        dossier.inputs(("rounding", "difference")),
        difference=dossier.money(abs(division.extra[taker]) * unit),
        taker=dossier.names[taker],
        agreed=dossier.names[dossier.places[agreed]] if absent else "",
    )
    if taker == position:
        yield dossier.step("taken", amount)


def rounding_steps(dossier: Dossier, exact: Fraction, amount: Fraction) -> list[Step]:
    """The rounding of one amount by itself; none where it is whole already."""
    if exact == amount:
        return []
    inputs = dossier.inputs(("rounding", "unit"), ("rounding", "half"))
    text = dossier.money(exact)
    return [dossier.step("rounded", amount, inputs, exact=text, **dossier.rounding_places)]
