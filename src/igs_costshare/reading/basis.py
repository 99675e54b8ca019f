"""What a `basis` speaks of: the fields of its own table, as they stood when it was written.

Who changes one of them in a scenario or a setting departs from what was agreed. The table then
loses its `basis`, unless the change brings one of its own. What a year really came to departs from
nothing: in the scenario that is settled, other amounts are no other agreement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from igs_costshare.errors import Path
from igs_costshare.reading.description import Description, replaced, table_at, value_at

BASIS = "basis"

_SILENT = (BASIS, "label")
"""Fields that a basis says nothing of."""
_HAPPENED = ("amount", "fte", "days", "occupancy", "paid_by", "in_kind", "received_by")
"""Fields that say what happened, where a scenario says that of the year."""


def still_agreed(
    before: Description, after: Description, changes: Iterable[Path], *, happened: bool = False
) -> Description:
    """The description after some changes, without each `basis` that they made untrue.

    `changes` are the paths that were laid over it, or taken away from it; `happened` says that they
    are what the year came to.
    """
    silent = (*_SILENT, *_HAPPENED) if happened else _SILENT
    changed = list(changes)
    stated = {path for path in changed if path[-1:] == (BASIS,)}
    for table in dict.fromkeys(_departed_from(before, after, changed, silent)):
        if (*table, BASIS) not in stated and BASIS in table_at(after, *table):
            after = replaced(after, (*table, BASIS), None)
    return after


def _departed_from(
    before: Description, after: Description, changed: Iterable[Path], silent: Collection[str]
) -> Iterator[Path]:
    """The tables with a basis of which a field is no longer what it was."""
    for path in changed:
        for length in range(1, len(path)):
            table, field = path[:length], path[length]
            if isinstance(value_at(before, (*table, BASIS)), str) and field not in silent:
                here = (*table, field)
                if value_at(before, here) != value_at(after, here):
                    yield table


def fields_within(overlay: Description, path: Path = ()) -> Iterator[Path]:
    """The paths of all that an overlay gives, tables apart.

    >>> list(fields_within({"day_price": {"occupancy": 1}}))
    [('day_price', 'occupancy')]
    """
    for name, value in overlay.items():
        if isinstance(value, dict):
            yield from fields_within(value, (*path, name))
        else:
            yield (*path, name)
