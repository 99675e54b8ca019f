"""What is tried on one year: settings over what that year is, and not over what led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from igs_costshare.description.network import Network
from igs_costshare.errors import InputError, cut_off
from igs_costshare.reading.basis import still_agreed
from igs_costshare.reading.loading import Reading, fields_of_description, figured, under
from igs_costshare.reading.overrides import Setting, overridden
from igs_costshare.reading.references import unknown_in_order


def tried_in_year(reading: Reading, settings: Sequence[Setting]) -> Reading:
    """The same year with settings laid over it, whatever the blocks of the plan say of them.

    What the year before left, the reserve and what each paid, stays as it was. Raises `InputError`.
    """
    source = reading.source
    if source.year is None:
        return under(reading, settings)
    described, problems = overridden(source.whole_year, settings)
    described = still_agreed(source.whole_year, described, [each.path for each in settings])
    tried = replace(source, settings=(*source.settings, *settings)).describing(described)
    network, found = fields_of_description(tried.description)
    problems += [*found, *unknown_in_order(tried.whole_year)]
    if network is not None and not problems:
        carried = figured(_carrying(network, reading.network), tried, problems)
        if not problems:
            return carried
    raise InputError(cut_off(tried.located(problems), tried.name))


def _carrying(network: Network, before: Network) -> Network:
    """The network with what the plan carried into its year."""
    changes: dict[str, object] = {"reserve": before.reserve}
    model, agreed = network.contribution, before.contribution
    if model is not None and agreed is not None and model.max_rise is not None:
        changes["contribution"] = model.model_copy(update={"carried": agreed.carried})
    return network.model_copy(update=changes)
