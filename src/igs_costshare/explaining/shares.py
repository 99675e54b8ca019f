"""A partner's share in what a contribution divides: by key, by agreement, in equal parts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple, assert_never

from igs_costshare.description.contributions import Contribution
from igs_costshare.description.values import PERCENT
from igs_costshare.errors import Path
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.keys import figure_inputs, figure_steps
from igs_costshare.explaining.operands import Counted, Operand, Part, Ratio, Weighted, worth
from igs_costshare.explaining.presence import figure_in_part, share_in_part
from igs_costshare.explaining.steps import Input, Share
from igs_costshare.messages import Percent
from igs_costshare.sharing.charges import states_key
from igs_costshare.sharing.divisions import bearer_of
from igs_costshare.sharing.rule import PARTNERS, Division, InTurns, Keys, Percentages

WHOLE = Fraction(1)


class Shared(NamedTuple):
    """A contribution that divides: how, where it stands, and who takes part."""

    rule: Division
    model: Contribution
    path: Path
    part: tuple[bool, ...]
    """As `Dossier.part` gives it."""


def shared_by(dossier: Dossier, model: Contribution, path: Path, part: tuple[bool, ...]) -> Shared:
    """How a contribution that stands at a path divides among those who take part."""
    return Shared(dossier.takers.division(model), model, path, part)


def model_share(dossier: Dossier, shared: Shared, position: int) -> Share:
    """The share that the model itself gives, without amounts and bounds."""
    if not shared.part[position]:
        step = dossier.step("no_part", partner=dossier.names[position])
        return Share(Fraction(0), None, (step,))
    rest = shared.rule.rest
    match rest:
        case Percentages():
            return _agreed(dossier, shared, rest, position)
        case InTurns():
            return _in_turn(dossier, shared, rest, position)
        case Keys():
            return _by_keys(dossier, shared, rest, position)
        case _:
            assert_never(rest)


def _by_keys(dossier: Dossier, shared: Shared, keys: Keys, position: int) -> Share:
    if shared.rule.part_equally is not None or len(keys.parts) > 1:
        return _combined(dossier, list(_terms(dossier, shared, keys, position)))
    all_year = dossier.budget.figures.presence is None
    if keys.equal and not states_key(shared.model) and all_year:
        return _equal(dossier, shared, "equal", "model")
    [(key, _)] = keys.parts
    return key_share(dossier, key, shared.part, position, dossier.term(shared.path, "key"))


def key_share(
    dossier: Dossier,
    key: str,
    part: tuple[bool, ...],
    position: int,
    stated: tuple[Input, ...] = (),
) -> Share:
    """The share by one key: the figure of a partner of those of all who take part."""
    return _single(dossier, "key", key, part, position, stated)


def _single(
    dossier: Dossier,
    kind: str,
    key: str,
    among: tuple[bool, ...],
    position: int,
    stated: tuple[Input, ...],
    **places: Operand,
) -> Share:
    own, total = dossier.budget.figures.cut(key).at(position), dossier.takers.total(key, among)
    partner, counted = dossier.ids[position], dossier.counted(total, key)
    step = dossier.step(
        kind,
        (*stated, *figure_inputs(dossier, key, partner)),
        (*figure_steps(dossier, key, partner), *figure_in_part(dossier, key, position)),
        figure=own if isinstance(counted, Counted) else dossier.money(own),
        total=counted,
        **places,
    )
    return Share(own / total, Ratio(own, total), (step,))


def _equal(dossier: Dossier, shared: Shared, kind: str, field: str, **places: Operand) -> Share:
    members = dossier.takers.total(PARTNERS, shared.part)
    step = dossier.step(
        kind, dossier.term(shared.path, field), members=Counted(members, PARTNERS), **places
    )
    return Share(1 / members, Ratio(WHOLE, members), (step,))


def _terms(
    dossier: Dossier, shared: Shared, keys: Keys, position: int
) -> Iterator[tuple[Fraction, Share]]:
    """The part in equal shares, and the share by each key, each with its weight."""
    equally = shared.rule.part_equally
    if equally is not None:
        yield equally, _alike(dossier, shared, equally, position)
    rest = WHOLE - (equally or 0)
    for name, part in keys.parts:
        weight = rest * part
        # A single key is no table of weights.
        field = ("key",) if len(keys.parts) == 1 else ("key", name)
        stated, told = dossier.term(shared.path, *field), Part(weight)
        share = _single(dossier, "weighted_key", name, shared.part, position, stated, part=told)
        yield weight, share


def _alike(dossier: Dossier, shared: Shared, equally: Fraction, position: int) -> Share:
    """The share in what is shared equally; by the part of the year where that differs."""
    part = Percent(equally)
    if dossier.budget.figures.presence is None:
        return _equal(dossier, shared, "weighted_equal", "fixed_share", part=part)
    stated = dossier.term(shared.path, "fixed_share")
    return _single(dossier, "weighted_key", PARTNERS, shared.part, position, stated, part=part)


def _combined(dossier: Dossier, terms: list[tuple[Fraction, Share]]) -> Share:
    """The weighted sum of shares."""
    products = Weighted(
        tuple((Part(weight), share.fraction or Fraction(0)) for weight, share in terms)
    )
    part = worth(products)
    together = dossier.step("combined", sum=products)
    steps = [step for _, share in terms for step in share.steps]
    return Share(part, Part(part), (*steps, together))


def _agreed(dossier: Dossier, shared: Shared, agreed: Percentages, position: int) -> Share:
    """The percentage that the partners agreed on, scaled where they do not make 100."""
    partner = dossier.ids[position]
    inputs = dossier.inputs((*shared.path, "shares", partner))
    stated, total = (
        agreed.of.get(partner, Fraction(0)),
        dossier.takers.percentages(agreed, shared.part),
    )
    own = stated * dossier.budget.figures.present(position)
    if total == PERCENT:
        share = Percent(own / total)
        return Share(own / total, share, (dossier.step("agreed", inputs, share=share),))
    step = dossier.step(
        "agreed_scaled",
        inputs,
        share_in_part(dossier, stated / 100, position),
        percentage=Percent(own / 100),
        sum=Percent(total / 100),
    )
    return Share(own / total, Ratio(own, total), (step,))


def _in_turn(dossier: Dossier, shared: Shared, turns: InTurns, position: int) -> Share:
    """All of it for whose turn it is, and nothing for the others."""
    bearer = bearer_of(turns, dossier.network, shared.part)
    inputs = dossier.inputs(("year",), *((*shared.path, field) for field in ("order", "since")))
    own = Fraction(int(dossier.ids[position] == bearer))
    step = dossier.step(
        "in_turn",
        inputs,
        year=str(dossier.network.year),
        partner=dossier.names[dossier.places[bearer]],
        share=Percent(own),
    )
    return Share(own, Percent(own), (step,))
