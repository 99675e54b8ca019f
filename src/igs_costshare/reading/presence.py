"""Who is not there in the year of a description: it came later, or left before."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.dates import is_day
from igs_costshare.errors import Problem
from igs_costshare.messages import say
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


def faults_of_presence(description: Description) -> Iterator[Problem]:
    """What is wrong with the days that partners come and leave, in whatever year."""
    for id, partner in table_at(description, "partner").items():
        dates = partner if isinstance(partner, dict) else {}
        stated = [field for field in ("from", "until") if field in dates]
        if stated and "year" not in description:
            message = say("sharing.part_without_year")
            yield Problem(message, ("partner", id, stated[0]), say("sharing.add_year"))
        came, left = dates.get("from"), dates.get("until")
        if is_day(came) and is_day(left) and came > left:
            message = say("sharing.from_after_until", until=left)
            yield Problem(message, ("partner", id, "from"), say("sharing.first_and_last_day"))
