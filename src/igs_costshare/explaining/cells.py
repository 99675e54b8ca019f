"""How a partner's figure in one line arises, whatever kind of line it is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import CONTRIBUTION, DAY_PRICE, DAY_PRICE_PAID, Line
from igs_costshare.description.network import Line as Source
from igs_costshare.explaining.charged import COMMON, charge_steps, common_model
from igs_costshare.explaining.contributed import contributed_share
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.homes import income_steps
from igs_costshare.explaining.keys import figure_inputs, figure_steps
from igs_costshare.explaining.lines import amount_step, path_of, total_steps
from igs_costshare.explaining.remainders import division_steps, rounding_steps
from igs_costshare.explaining.shares import Division, key_share, model_share
from igs_costshare.explaining.steps import Cell, Share, Step


def line_cell(dossier: Dossier, line: Line, position: int) -> Cell:
    """A partner's figure in a line, from the inputs up."""
    exact = dossier.in_currency(line.exact, position)
    amount = line.cells[position] * dossier.unit
    if line.division is not None:
        steps = [
            *_total(dossier, line),
            *_share_steps(dossier, line, position, exact),
            *division_steps(dossier, line, line.division, position),
        ]
    elif line.id == CONTRIBUTION:
        steps = charge_steps(dossier, position, exact)
        steps += dossier.basis(COMMON, common_model(dossier))
        steps += rounding_steps(dossier, exact, amount)
    elif line.id == DAY_PRICE:
        steps = income_steps(dossier, dossier.ids[position])
        steps += rounding_steps(dossier, exact, amount)
    else:
        steps = [
            *_priced(dossier, line.id, position, exact),
            *rounding_steps(dossier, exact, amount),
        ]
    return dossier.cell(line.id, line.cells[position], steps)


def exact_total(dossier: Dossier, line: Line) -> Fraction:
    """What a divided line comes to before rounding, in the currency."""
    if line.id == DAY_PRICE_PAID:
        return line.total * dossier.unit
    return dossier.budget.totals[line.id]


def line_total_steps(dossier: Dossier, line: Line) -> list[Step]:
    """How the exact total of a line to divide comes about."""
    if line.id == DAY_PRICE_PAID:
        total = line.total * dossier.unit
        inputs = dossier.inputs(("day_price", "paid_by"))
        basis = dossier.basis(("day_price",), dossier.network.day_price)
        return [dossier.step("paid_total", total, inputs), *basis]
    return total_steps(dossier, line.id)


def _total(dossier: Dossier, line: Line) -> Iterator[Step]:
    if dossier.brief:
        return
    if line.id not in dossier.told_totals:
        dossier.told_totals[line.id] = _total_step(dossier, line)
    yield dossier.told_totals[line.id]


def _total_step(dossier: Dossier, line: Line) -> Step:
    steps = line_total_steps(dossier, line)
    total = exact_total(dossier, line)
    label = dossier.heading(line.id)
    steps += rounding_steps(dossier, total, line.total * dossier.unit)
    return dossier.step("line_total", total, (), steps, label=label)


def _share_steps(dossier: Dossier, line: Line, position: int, exact: Fraction) -> Iterator[Step]:
    share = share_of(dossier, line, position)
    yield from share.steps
    if share.fraction:
        total = dossier.money(exact_total(dossier, line))
        yield dossier.step("product", exact, fraction=share.fraction, total=total)


def share_of(dossier: Dossier, line: Line, position: int) -> Share:
    """A partner's share in a line that is divided."""
    record = dossier.record
    if line.id == DAY_PRICE_PAID:
        return key_share(dossier, "use", dossier.part(), position)
    source = dossier.sources.get(line.id)
    if source is None or source.pooled:
        return pool_share(dossier, position)
    path = path_of(dossier, line.id)
    own = record.own(line.id, source)
    if own is None or source.contribution is None:
        division = Division(common_model(dossier), COMMON, dossier.part(source))
        return model_share(dossier, division, position)
    part = dossier.part(source, source.contribution)
    division = Division(source.contribution, (*path, "contribution"), part)
    total = dossier.budget.totals[line.id]
    share = contributed_share(dossier, division, own, total, position, whole=True)
    return _with_terms(dossier, share, division)


def pool_share(dossier: Dossier, position: int) -> Share:
    """A partner's share in what the common contribution divides; in a row told once."""
    told = dossier.told_shares.get(position)
    if told is not None:
        again = dossier.step("same_share", share=dossier.words.percent(told.part))
        return told._replace(steps=(again,) if told.fraction else told.steps)
    model = common_model(dossier)
    division = Division(model, COMMON, dossier.part(model))
    pool, contributions = dossier.budget.pool, dossier.record.contributions
    share = contributed_share(dossier, division, contributions, pool, position)
    share = _with_terms(dossier, share, division)
    if dossier.once:
        dossier.told_shares[position] = share
    return share


def _with_terms(dossier: Dossier, share: Share, division: Division) -> Share:
    """The share with who takes part, and where it was agreed."""
    scope = dossier.scope(division.path, division.model)
    basis = dossier.basis(division.path, division.model)
    return share._replace(steps=(*scope, *share.steps, *basis))


def _priced(dossier: Dossier, id: str, position: int, exact: Fraction) -> Iterator[Step]:
    """A price times a partner's own figure."""
    source: Source = dossier.sources[id]
    key, partner = source.per_key or "", dossier.ids[position]
    path = path_of(dossier, id)
    if not dossier.brief:
        yield amount_step(dossier, id)
        yield from dossier.scope(path, source)
        yield from dossier.basis(path, source)
    if not dossier.part(source)[position]:
        yield dossier.step("no_part", Fraction(0), partner=dossier.names[position])
        return
    yield dossier.step(
        "priced",
        exact,
        figure_inputs(dossier, key, partner),
        figure_steps(dossier, key, partner),
        quantity=dossier.words.counted(dossier.budget.figures[key].at(position), key),
        price=dossier.money(dossier.budget.price(source)),
    )
