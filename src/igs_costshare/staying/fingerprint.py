"""What tells one register from another, however a file writes and orders its stays."""

from __future__ import annotations

import json
from hashlib import sha256

from igs_costshare.staying.rows import Stays

_BITS = 22
"""Of the number of a day, at most 3,652,060."""


def fingerprint_of(stays: Stays) -> str:
    """SHA-256 over all stays, in an order that follows from what they say.

    First who stayed where (home, owner, referrer, persons), each once and sorted, then for each
    stay that and its days as one number, sorted.
    """
    whose = list(
        zip(
            (each.unit or "" for each in stays.lodgings),
            (each.owner for each in stays.lodgings),
            stays.referrers,
            stays.persons,
            strict=True,
        )
    )
    each_once = sorted(set(whose))
    rank = {who: at << 2 * _BITS for at, who in enumerate(each_once)}
    keys = sorted(
        rank[who] | came << _BITS | left
        for who, came, left in zip(whose, stays.arrivals, stays.departures, strict=True)
    )
    hashed = sha256(json.dumps(each_once).encode())
    hashed.update(",".join(map(str, keys)).encode())
    return hashed.hexdigest()
