"""A partner's share in what a contribution divides: by key, by agreement, in equal parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.contributions import Agreed, Mixed, Model, Variable
from igs_costshare.description.values import PERCENT, exact_sum
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.keys import figure_inputs, figure_steps, fraction_text
from igs_costshare.explaining.steps import Share


class Division(NamedTuple):
    """A contribution that divides: where it stands, and who takes part."""

    model: Model
    path: Path
    part: tuple[bool, ...]
    """As `Dossier.part` gives it."""


def model_share(dossier: Dossier, division: Division, position: int) -> Share:
    """The share that the model itself gives, without amounts and bounds."""
    model = division.model
    if not division.part[position]:
        step = dossier.step("no_part", Fraction(0), partner=dossier.names[position])
        return Share(Fraction(0), "", (step,))
    if isinstance(model, Agreed):
        return _agreed(dossier, division, model, position)
    if isinstance(model, Mixed) and model.fixed_share is not None:
        return _mixed(dossier, division, model, position)
    if isinstance(model, Variable | Mixed) and model.key is not None:
        return _by_keys(dossier, division, model.key, position)
    return _equal(dossier, division, "equal", (*division.path, "model"))


def key_share(
    dossier: Dossier, key: str, part: tuple[bool, ...], position: int, path: Path = ()
) -> Share:
    """The share by one key: the figure of a partner of those of all who take part."""
    own, total = _figures(dossier, key, part, position)
    return _single(dossier, "key", key, own, total, position, path)


def _figures(
    dossier: Dossier, key: str, part: tuple[bool, ...], position: int
) -> tuple[Fraction, Fraction]:
    return dossier.budget.figures[key].at(position), dossier.total(key, part)


def _single(
    dossier: Dossier,
    kind: str,
    key: str,
    own: Fraction,
    total: Fraction,
    position: int,
    path: Path,
    **places: str,
) -> Share:
    words, partner = dossier.words, dossier.ids[position]
    figure = dossier.money(own) if key == "use" else words.number(own)
    step = dossier.step(
        kind,
        None,
        (*(dossier.inputs(path) if path else ()), *figure_inputs(dossier, key, partner)),
        figure_steps(dossier, key, partner),
        figure=figure,
        total=words.counted(total, key),
        share=words.percent(own / total),
        **places,
    )
    return Share(own / total, fraction_text(dossier, own, total), (step,))


def _equal(dossier: Dossier, division: Division, kind: str, path: Path, **places: str) -> Share:
    words, members = dossier.words, int(dossier.total("partners", division.part))
    step = dossier.step(
        kind,
        None,
        dossier.inputs(path),
        members=words.counted(Fraction(members), "partners"),
        share=words.percent(Fraction(1, members)),
        **places,
    )
    return Share(Fraction(1, members), f"1/{members}", (step,))


def _by_keys(
    dossier: Dossier, division: Division, key: str | dict[str, Decimal], position: int
) -> Share:
    path = (*division.path, "key")
    if isinstance(key, str):
        return key_share(dossier, key, division.part, position, path)
    whole = Fraction(exact_sum(key.values()))
    weights = {name: Fraction(weight) / whole for name, weight in key.items()}
    if len(weights) == 1:
        return key_share(dossier, next(iter(weights)), division.part, position, path)
    return _combined(dossier, list(_weighted(dossier, division, weights, position, path)))


def _weighted(
    dossier: Dossier,
    division: Division,
    weights: dict[str, Fraction],
    position: int,
    path: Path,
) -> Iterator[tuple[Fraction, Share]]:
    """The share by each key, with its weight."""
    for name, weight in weights.items():
        own, total = _figures(dossier, name, division.part, position)
        # A single key of a mixed model is no table of weights.
        stated = path if len(weights) == 1 else (*path, name)
        share = _single(
            dossier,
            "weighted_key",
            name,
            own,
            total,
            position,
            stated,
            part=dossier.words.share(weight),
        )
        yield weight, share


def _mixed(dossier: Dossier, division: Division, model: Mixed, position: int) -> Share:
    """One part equally, the rest by key."""
    equally = Fraction(model.fixed_share or 0)
    part = dossier.words.percent(equally)
    path = (*division.path, "fixed_share")
    terms = [(equally, _equal(dossier, division, "weighted_equal", path, part=part))]
    key = model.key or "partners"
    names = {key: Decimal(1)} if isinstance(key, str) else key
    whole = Fraction(exact_sum(names.values()))
    weights = {name: (1 - equally) * Fraction(each) / whole for name, each in names.items()}
    path = (*division.path, "key")
    terms += _weighted(dossier, division, weights, position, path)
    return _combined(dossier, terms)


def _combined(dossier: Dossier, terms: list[tuple[Fraction, Share]]) -> Share:
    """The weighted sum of shares."""
    part = sum((weight * share.part for weight, share in terms), Fraction(0))
    words = dossier.words
    summed = " + ".join(f"{words.share(weight)} × {share.fraction}" for weight, share in terms)
    together = dossier.step("combined", sum=summed, share=words.percent(part))
    steps = [step for _, share in terms for step in share.steps]
    return Share(part, words.share(part), (*steps, together))


def _agreed(dossier: Dossier, division: Division, model: Agreed, position: int) -> Share:
    """The percentage that the partners agreed on, scaled where they do not make 100."""
    partner, words = dossier.ids[position], dossier.words
    inputs = dossier.inputs((*division.path, "shares", partner))
    own = Fraction(model.shares.get(partner, Decimal(0)))
    # Of a line of some partners only, the percentages of those are the whole.
    members = [id for id, included in zip(dossier.ids, division.part, strict=True) if included]
    total = Fraction(exact_sum(model.shares.get(id, Decimal(0)) for id in members))
    share = words.percent(own / total)
    if total == PERCENT:
        return Share(own / total, share, (dossier.step("agreed", None, inputs, share=share),))
    percentage, summed = words.percent(own / 100), words.percent(total / 100)
    step = dossier.step(
        "agreed_scaled", None, inputs, percentage=percentage, sum=summed, share=share
    )
    return Share(own / total, fraction_text(dossier, own, total), (step,))
