"""Networks of two years side by side: what follows from a year is stated of each partner.

A partner that came halfway through last year is there all of this year though nothing of it is
another in the file; and what it paid last year is what its rise is held against. Stated so, both
are values that a change can bring, as any other.
"""

from __future__ import annotations

from igs_costshare.description.contributions import Contribution
from igs_costshare.description.dates import DAY
from igs_costshare.description.network import Network, Partner
from igs_costshare.sharing.presence import ONE, presence_of


def in_their_years(a: Network, b: Network) -> tuple[Network, Network]:
    """Both networks, with the part of the year and the contributions before of each partner."""
    if _has_days(a) or _has_days(b):
        a, b = _with_parts(a), _with_parts(b)
    return _with_previous(a), _with_previous(b)


def _has_days(network: Network) -> bool:
    """Whether days are stated on which partners come or leave; another year may cut these off."""
    return any(
        each.from_ is not None or each.until is not None for each in network.partner.values()
    )


def _with_parts(network: Network) -> Network:
    parts = presence_of(network) or (ONE,) * len(network.partner)
    partners = {
        id: each.model_copy(update=_in_year(each, network) | {"present": part})
        for (id, each), part in zip(network.partner.items(), parts, strict=True)
    }
    return network.model_copy(update={"partner": partners})


def _in_year(partner: Partner, network: Network) -> dict[str, DAY | None]:
    """The days on which it comes and leaves, as far as they lie in the year."""
    dates = {"from_": partner.from_, "until": partner.until}
    return {
        field: day if day is not None and day.year == network.year else None
        for field, day in dates.items()
    }


def _with_previous(network: Network) -> Network:
    model = network.contribution
    if model is None or (model.previous is None and model.carried is None):
        return network
    return network.model_copy(update={"contribution": _carrying(model, network)})


def _carrying(model: Contribution, network: Network) -> Contribution:
    """The contribution with what each paid before, where that holds anybody."""
    before = {id: model.before(id) for id in network.partner}
    known = {id: amount for id, amount in before.items() if amount is not None}
    carried = None if model.max_rise is None else known
    return model.model_copy(update={"previous": None, "carried": carried})
