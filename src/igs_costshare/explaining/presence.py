"""Of who is there for a part of the year: that part of its figures and amounts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.operands import Operand, Ratio
from igs_costshare.explaining.steps import Step
from igs_costshare.messages import Percent
from igs_costshare.sharing.keys import NEVER_CUT
from igs_costshare.sharing.presence import ONE, parts_in_year


def is_in_part(dossier: Dossier, position: int) -> bool:
    """Whether a partner is there for a part of the year only."""
    return dossier.budget.figures.present(position) != ONE


def figure_in_part(dossier: Dossier, key: str, position: int) -> list[Step]:
    """What a figure counts for in that part; nothing where it counts as it is."""
    if key in NEVER_CUT or not is_in_part(dossier, position):
        return []
    figure = dossier.counted(dossier.budget.figures[key].at(position), key)
    return [_step(dossier, "part_of_figure", position, figure=figure)]


def share_in_part(dossier: Dossier, percentage: Fraction, position: int) -> list[Step]:
    """What an agreed share counts for in that part; nothing where it counts as it is."""
    if not is_in_part(dossier, position):
        return []
    return [_step(dossier, "part_of_share", position, percentage=Percent(percentage))]


def amount_in_part(
    dossier: Dossier, whole: Fraction, position: int, steps: Sequence[Step] = ()
) -> Step:
    """That part of an amount of a whole year, to which the steps lead."""
    return _step(dossier, "part_of_amount", position, steps, whole=dossier.money(whole))


def _step(
    dossier: Dossier, kind: str, position: int, steps: Sequence[Step] = (), **operands: Operand
) -> Step:
    network, partner = dossier.network, dossier.ids[position]
    length = parts_in_year(network)
    months = dossier.budget.figures.present(position) * length
    paths = [("partner", partner, "from"), ("partner", partner, "until"), ("plan", "prorata")]
    part = Ratio(months, Fraction(length))
    return dossier.step(kind, dossier.inputs(*paths), steps, part=part, **operands)
