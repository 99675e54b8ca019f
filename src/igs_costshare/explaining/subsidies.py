"""How a subsidy comes about: a sum, a part of the eligible costs, or a match; and its cap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.description.network import Subsidy
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Operand
from igs_costshare.explaining.steps import Step
from igs_costshare.messages import Percent
from igs_costshare.sharing.budget import Grant


def subsidy_steps(dossier: Dossier, id: str) -> list[Step]:
    """From what was left of the pool to what the subsidy pays."""
    subsidy, grant = dossier.network.subsidy[id], dossier.budget.grants[id]
    path: Path = ("subsidy", id)
    return [
        _gross(dossier, path, subsidy, grant),
        *_cap(dossier, path, subsidy, grant),
        *_thresholds(dossier, path, grant),
        *dossier.basis(path, subsidy),
    ]


def _gross(dossier: Dossier, path: Path, subsidy: Subsidy, grant: Grant) -> Step:
    """What it comes to before its cap."""
    base = dossier.money(grant.base)
    if subsidy.rate is not None:
        inputs = dossier.inputs((*path, "rate"), (*path, "of"))
        eligible, rate = tuple(_eligible(dossier, subsidy)), Percent(subsidy.rate)
        return dossier.step("subsidy_rate", inputs, eligible, rate=rate, base=base)
    if subsidy.match is not None:
        kind = "subsidy_match" if grant.base else "subsidy_match_nothing"
        left = dossier.step("subsidy_left", amount=dossier.money(grant.left))
        match = dossier.money(Fraction(subsidy.match))
        inputs = dossier.inputs((*path, "match"))
        return dossier.step(kind, inputs, (left,), match=match, base=base)
    return dossier.step("subsidy_amount", dossier.inputs((*path, "amount")), amount=base)


def _eligible(dossier: Dossier, subsidy: Subsidy) -> Iterator[Step]:
    for id in dossier.network.cost if subsidy.of is None else subsidy.of:
        amount = dossier.money(dossier.budget.totals[id])
        yield dossier.step("eligible", label=dossier.heading(id), amount=amount)


def _cap(dossier: Dossier, path: Path, subsidy: Subsidy, grant: Grant) -> Iterator[Step]:
    if subsidy.cap is None:
        return
    yield dossier.step(
        "cap" if grant.granted < grant.gross else "cap_idle",
        dossier.inputs((*path, "cap")),
        cap=dossier.money(Fraction(subsidy.cap)),
        gross=dossier.money(grant.gross),
    )


def _thresholds(dossier: Dossier, path: Path, grant: Grant) -> Iterator[Step]:
    """What those who take part count for, beside what it requires; nothing is paid below that."""
    for each in sorted(grant.thresholds, key=lambda each: not each.met):
        inputs = dossier.inputs((*path, "requires", each.key))
        places: dict[str, Operand] = {
            "least": dossier.counted(each.least, each.key),
            "counted": dossier.counted(each.counted, each.key),
        }
        if each.met:
            yield dossier.step("threshold_met", inputs, **places)
        else:
            granted = dossier.money(grant.granted)
            yield dossier.step("threshold_missed", inputs, **places, granted=granted)
