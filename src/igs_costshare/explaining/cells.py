"""How a partner's figure in one line arises, whatever kind of line it is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import DAY_PRICE, DAY_PRICE_PAID, StatementLine
from igs_costshare.description.network import Line as Source
from igs_costshare.explaining.charged import COMMON, charge_steps
from igs_costshare.explaining.contributed import SharedPool, contributed_share
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.homes import income_steps
from igs_costshare.explaining.keys import figure_inputs, figure_steps
from igs_costshare.explaining.lines import amount_step, path_of, total_steps
from igs_costshare.explaining.presence import figure_in_part
from igs_costshare.explaining.remainders import division_steps, rounding_steps
from igs_costshare.explaining.shares import Shared, key_share, model_share, shared_by
from igs_costshare.explaining.steps import Cell, Share, Step
from igs_costshare.messages import Percent
from igs_costshare.money import Apportioned as Rounded
from igs_costshare.sharing.rule import USE


def line_cell(dossier: Dossier, line: StatementLine, position: int) -> Cell:
    """A partner's figure in a line, from the inputs up."""
    exact = dossier.in_currency(line.exact, position)
    if line.division is not None:
        steps = _divided(dossier, line, line.division, position)
        return dossier.cell(line.id, line.cells[position], steps)
    source = dossier.network.lines.get(line.id)
    if source is not None:
        steps = list(_priced(dossier, line.id, source, position))
    elif line.id == DAY_PRICE:
        steps = income_steps(dossier, dossier.ids[position])
    else:
        steps = charge_steps(dossier, position, exact)
        steps += dossier.basis(COMMON, dossier.common)
    steps += rounding_steps(dossier, exact, line.cells[position] * dossier.unit)
    return dossier.cell(line.id, line.cells[position], steps)


def exact_total(dossier: Dossier, line: StatementLine) -> Fraction:
    """What a divided line comes to before rounding, in the currency."""
    if line.id == DAY_PRICE_PAID:
        return line.total * dossier.unit
    return dossier.budget.totals[line.id]


def line_total_steps(dossier: Dossier, line: StatementLine) -> list[Step]:
    """How the total of a line to divide comes about, and how it is rounded."""
    if line.id == DAY_PRICE_PAID:
        inputs, total = dossier.inputs(("day_price", "paid_by")), exact_total(dossier, line)
        basis = dossier.basis(("day_price",), dossier.network.day_price)
        return [dossier.step("paid_total", inputs, amount=dossier.money(total)), *basis]
    exact = exact_total(dossier, line)
    rounding = rounding_steps(dossier, exact, line.total * dossier.unit)
    return [*total_steps(dossier, line.id), *rounding]


def _divided(dossier: Dossier, line: StatementLine, rounded: Rounded, position: int) -> list[Step]:
    steps: list[Step] = []
    if not dossier.brief:
        steps.append(_total(dossier, line))
    share = share_of(dossier, line, position)
    steps += share.steps
    if share.fraction is not None:
        total = dossier.money(exact_total(dossier, line))
        steps.append(dossier.step("product", fraction=share.fraction, total=total))
    return [*steps, *division_steps(dossier, line, rounded, position)]


def _total(dossier: Dossier, line: StatementLine) -> Step:
    """What there is to divide, told once for all partners."""
    if line.id not in dossier.told_totals:
        dossier.told_totals[line.id] = dossier.step(
            "line_total", (), line_total_steps(dossier, line), label=dossier.heading(line.id)
        )
    return dossier.told_totals[line.id]


def share_of(dossier: Dossier, line: StatementLine, position: int) -> Share:
    """A partner's share in a line that is divided."""
    if line.id == DAY_PRICE_PAID:
        if not line.total:
            return Share(Fraction(0), None, (dossier.step("nobody_stayed"),))
        return key_share(dossier, USE, dossier.takers.part(), position)
    source = dossier.sources.get(line.id)
    if source is None or source.pooled:
        return pool_share(dossier, position)
    contributions = dossier.record.own(line.id, source)
    if contributions is None or source.contribution is None:
        part = dossier.takers.part(source)
        return model_share(dossier, shared_by(dossier, dossier.common, COMMON, part), position)
    path = (*path_of(dossier, line.id), "contribution")
    part = dossier.takers.part(source, source.contribution)
    shared = shared_by(dossier, source.contribution, path, part)
    pool = SharedPool(dossier.budget.totals[line.id], contributions)
    share = contributed_share(dossier, shared, pool, position, whole=True)
    return _with_terms(dossier, share, shared)


def pool_share(dossier: Dossier, position: int) -> Share:
    """A partner's share in what the common contribution divides; in a row told once."""
    told = dossier.told_shares.get(position)
    if told is not None:
        again = dossier.step("same_share", share=Percent(told.part))
        return told if told.fraction is None else told._replace(steps=(again,))
    model = dossier.common
    shared = shared_by(dossier, model, COMMON, dossier.takers.part(model))
    pool = SharedPool(dossier.budget.pool, dossier.record.contributions)
    share = _with_terms(dossier, contributed_share(dossier, shared, pool, position), shared)
    if dossier.once:
        dossier.told_shares[position] = share
    return share


def _with_terms(dossier: Dossier, share: Share, shared: Shared) -> Share:
    """The share with who takes part, and where it was agreed."""
    scope = dossier.scope(shared.path, shared.model)
    basis = dossier.basis(shared.path, shared.model)
    return share._replace(steps=(*scope, *share.steps, *basis))


def _priced(dossier: Dossier, id: str, source: Source, position: int) -> Iterator[Step]:
    """A price times a partner's own figure."""
    key, partner = source.per_key or "", dossier.ids[position]
    path = path_of(dossier, id)
    if not dossier.brief:
        yield amount_step(dossier, id)
        yield from dossier.scope(path, source)
        yield from dossier.basis(path, source)
    if not dossier.takers.part(source)[position]:
        yield dossier.step("no_part", partner=dossier.names[position])
        return
    yield dossier.step(
        "priced",
        figure_inputs(dossier, key, partner),
        (*figure_steps(dossier, key, partner), *figure_in_part(dossier, key, position)),
        quantity=dossier.counted(dossier.budget.figures.cut(key).at(position), key),
        price=dossier.money(dossier.budget.price(source)),
    )
