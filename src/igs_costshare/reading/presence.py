"""Who is not there in the year of a description: it came later, or left before."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.dates import is_day
from igs_costshare.reading.description import Description, table_at


def absent(description: Description) -> Iterator[str]:
    """The partners that are there on no day of the year; what is no day or year is passed over."""
    year = description.get("year")
    for id, partner in table_at(description, "partner").items():
        if isinstance(partner, dict) and ("from" in partner or "until" in partner):
            came, left = partner.get("from"), partner.get("until")
            after = is_day(came) and isinstance(year, int) and came.year > year
            before = is_day(left) and isinstance(year, int) and left.year < year
            if after or before:
                yield id
