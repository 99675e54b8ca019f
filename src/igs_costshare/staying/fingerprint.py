"""What tells one register from another, however a file writes and orders its stays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from igs_costshare.staying.cells import MOST_PERSONS
from igs_costshare.staying.directory import Directory
from igs_costshare.staying.rows import Stays

_BITS = 22
"""Of the number of a day, at most 3,652,060."""
_SIZES = MOST_PERSONS + 1


def fingerprint_of(stays: Stays, directory: Directory) -> str:
    """SHA-256 over all stays, in an order that follows from what they say.

    First the places and the referrers that occur, each once and sorted; then each stay as one
    number, sorted: place, days, referrer and persons.
    """
    places = {at: directory.lodgings[at] for at in set(stays.lodgings)}
    texts = {at: [each.unit or "", each.owner] for at, each in places.items()}
    place = _ranks(texts)
    referrers = {at: directory.referrers[at] for at in set(stays.referrers)}
    who = _ranks(referrers)
    referred = {at: rank * _SIZES for at, rank in who.items()}
    many = len(who) * _SIZES
    columns = (stays.lodgings, stays.referrers, stays.persons, stays.arrivals, stays.departures)
    numbers = sorted(
        ((place[home] << _BITS | came) << _BITS | left) * many + referred[referrer] + size
        for home, referrer, size, came, left in zip(*columns, strict=True)
    )
    hashed = sha256(json.dumps([sorted(texts.values()), sorted(referrers.values())]).encode())
    hashed.update(",".join(map(str, numbers)).encode())
    return hashed.hexdigest()


def _ranks(texts: Mapping[int, Any]) -> dict[int, int]:
    """The place of each text among all, sorted."""
    return {at: rank for rank, at in enumerate(sorted(texts, key=texts.__getitem__))}
