"""The key figures that a paper shows of each partner."""

from __future__ import annotations

from fractions import Fraction

from igs_costshare.description.places import models
from igs_costshare.papers.case import INHABITANTS, Case
from igs_costshare.sharing.keys import KeyFigures
from igs_costshare.sharing.rule import PARTNERS, USE, keys_in, rule_of

_MOST_KEYS = 3


def keys_of(case: Case) -> tuple[str, ...]:
    """The key figures that the division uses, homes and inhabitants first; a few at most."""
    used = [key for _, model, _ in models(case.network) for key in keys_in(rule_of(model))]
    used += [line.per_key for line in case.network.lines.values() if line.per_key]
    homes = ["units"] if case.statement.total.units else []
    people = [INHABITANTS] if case.inhabitants is not None else []
    ordered = dict.fromkeys((*homes, *people, *used))
    shown = [key for key in ordered if key not in (PARTNERS, USE)]
    return tuple(shown[:_MOST_KEYS])


def key_figures(case: Case, key: str) -> tuple[Fraction, ...]:
    """What each partner counts for."""
    figures = KeyFigures(case.network)[key]
    return tuple(figures.at(at) for at in range(len(case.partners)))
