"""How a subsidy comes about: a sum, a part of the eligible costs, or a match; and its cap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.description.network import Subsidy
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.steps import Step
from igs_costshare.sharing.budget import Grant


def subsidy_steps(dossier: Dossier, id: str) -> list[Step]:
    """From what was left of the pool to what the subsidy pays."""
    subsidy, grant = dossier.network.subsidy[id], dossier.budget.grants[id]
    path: Path = ("subsidy", id)
    return [
        _gross(dossier, path, subsidy, grant),
        *_cap(dossier, path, subsidy, grant),
        *dossier.basis(path, subsidy),
    ]


def _gross(dossier: Dossier, path: Path, subsidy: Subsidy, grant: Grant) -> Step:
    """What it comes to before its cap."""
    base = dossier.money(grant.base)
    if subsidy.rate is not None:
        return dossier.step(
            "subsidy_rate",
            grant.gross,
            dossier.inputs((*path, "rate"), (*path, "of")),
            tuple(_eligible(dossier, subsidy)),
            rate=dossier.words.percent(Fraction(subsidy.rate)),
            base=base,
        )
    if subsidy.match is not None:
        kind = "subsidy_match" if grant.base else "subsidy_match_nothing"
        left = dossier.step("subsidy_left", grant.left)
        match = dossier.money(Fraction(subsidy.match))
        inputs = dossier.inputs((*path, "match"))
        return dossier.step(kind, grant.gross, inputs, (left,), match=match, base=base)
    return dossier.step("subsidy_amount", grant.gross, dossier.inputs((*path, "amount")))


def _eligible(dossier: Dossier, subsidy: Subsidy) -> Iterator[Step]:
    for id in dossier.network.cost if subsidy.of is None else subsidy.of:
        yield dossier.step("eligible", dossier.budget.totals[id], label=dossier.heading(id))


def _cap(dossier: Dossier, path: Path, subsidy: Subsidy, grant: Grant) -> Iterator[Step]:
    if subsidy.cap is None:
        return
    reached = grant.amount < grant.gross
    yield dossier.step(
        "cap" if reached else "cap_idle",
        grant.amount if reached else None,
        dossier.inputs((*path, "cap")),
        cap=dossier.money(Fraction(subsidy.cap)),
        gross=dossier.money(grant.gross),
    )
