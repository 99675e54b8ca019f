"""The rows of a settlement without what they are made of, as a lock keeps them."""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.settling.settled import Settled, SettledRow


class Dues(NamedTuple):
    """Who has to pay what, in whole numbers of 10^-decimals."""

    decimals: int
    partners: tuple[SettledRow, ...]
    account: SettledRow | None
    """None where a partner keeps it."""
    total: SettledRow


def dues_of(settled: Settled) -> Dues:
    """The rows of a settlement."""
    return Dues(settled.decimals, settled.partners, settled.account, settled.total)
