"""The reference by which a payment is known: the structured communication of Belgian banks."""

from __future__ import annotations

import hashlib

from igs_costshare.description.network import Network
from igs_costshare.reading.description import Description, table_at

_MODULUS = 97


def reference_of(network: Network, whole: Description, partner: str) -> str:
    """Of a partner: its own where it has one, else made from the year, the network and the partner.

    `whole` is what the file says without a scenario, so that the reference stays the same in all.
    """
    own = network.parties[partner].reference
    if own is not None:
        return own
    year = 0 if network.year is None else int(network.year)
    title = hashlib.sha256(network.title.encode()).hexdigest()
    ids = [*dict.fromkeys((*table_at(whole, "partner"), *network.parties))]
    digits = f"{year % 100:02}{int(title, 16) % 10_000:04}{(ids.index(partner) + 1) % 10_000:04}"
    return structured(int(digits))


def structured(number: int) -> str:
    """Ten digits with the two that check them.

    >>> structured(1234567890)
    '+++123/4567/89002+++'
    """
    check = number % _MODULUS or _MODULUS
    digits = f"{number:010}{check:02}"
    return f"+++{digits[:3]}/{digits[3:7]}/{digits[7:]}+++"
