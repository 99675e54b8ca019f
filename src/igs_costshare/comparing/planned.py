"""Two years of a plan: the causes are its events, each with the path that it has in the plan.

Every change between the two networks belongs to one event: that of the last block that sets it, of
the partner that comes, leaves or merges, or of the index and the steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igs_costshare.comparing.cause import MERGE, Cause, cause_of
from igs_costshare.comparing.changes import Change
from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.comparing.together import told_together
from igs_costshare.description.contributions import Contribution, Turns
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.reading.basis import fields_within
from igs_costshare.reading.description import PLAN, Description, table_at, value_at
from igs_costshare.reading.overrides import path_of
from igs_costshare.reading.planned import PlannedYear
from igs_costshare.reading.years import HEAD

INDEX: Path = (PLAN, "index")
STEP: Path = (PLAN, "step")


def years_difference(
    years: Sequence[PlannedYear], a: int, b: int, most: int | None = None
) -> Difference:
    """What changes from one year of a plan to another, with the events between as causes.

    `most` of them, as in `diff`.
    """
    by_year = {each.year: each for each in years}
    events = _Events([by_year[year] for year in sorted(by_year) if min(a, b) < year <= max(a, b)])
    first = years[0].year
    networks = (_since(by_year[year].reading.network, first) for year in (a, b))
    return diff(*networks, recognise=events.forward if a < b else events.back, most=most)


def _since(network: Network, first: int) -> Network:
    """The network with the year of the first turn, as the later years of a plan state it."""
    lines = {}
    for table in ("cost", "revenue"):
        entries = getattr(network, table)
        made = {
            id: line.model_copy(update={"contribution": _turning(line.contribution, first)})
            for id, line in entries.items()
        }
        lines[table] = made
    own = {"contribution": _turning(network.contribution, first)}
    return network.model_copy(update=lines | own)


def _turning(model: Contribution | None, first: int) -> Contribution | None:
    if isinstance(model, Turns) and model.since is None:
        return model.model_copy(update={"since": first})
    return model


class _Events:
    """What happened in years after one another."""

    def __init__(self, years: Sequence[PlannedYear]) -> None:
        plan = table_at(years[-1].reading.source.whole_year, PLAN) if years else {}
        self._blocks: Mapping[int, Description] = {
            each.year: table_at(plan, str(each.year)) for each in reversed(years)
        }
        risen = [number for each in years for number in each.risen]
        self._indexed = {number.path for number in risen if number.part}
        parts = {number.part for number in risen if number.part}
        self._part = parts.pop() if len(years) == len(parts) == 1 else None
        """The index, where there was one only."""
        self._stepped = {number.path for number in risen if number.step}
        self._merged: dict[str, Path] = {}
        """The event in which a partner became another, or another became it."""
        for year, block in sorted(self._blocks.items()):
            for id, members in table_at(block, MERGE).items():
                event: Path = (PLAN, str(year), MERGE, id)
                gone = {self._merged[each] for each in members if each in self._merged}
                became = [each for each, at in self._merged.items() if at in gone]
                self._merged |= dict.fromkeys((id, *members, *became), event)

    def forward(self, changes: Sequence[Change]) -> list[Cause]:
        """The events that changes are, where the later year is the second."""
        return self._recognised(changes, forward=True)

    def back(self, changes: Sequence[Change]) -> list[Cause]:
        """The same where the later year is the first."""
        return self._recognised(changes, forward=False)

    def _recognised(self, changes: Sequence[Change], *, forward: bool) -> list[Cause]:
        found: dict[Path, list[Change]] = {}
        for group in told_together(changes):
            event = next(filter(None, (self._event(each, forward) for each in group)), None)
            found.setdefault(event or cause_of(group).path, []).extend(group)
        part = self._part if forward else None
        return [
            cause_of(each, path, part if path == INDEX else None) for path, each in found.items()
        ]

    def _event(self, change: Change, forward: bool) -> Path | None:
        """The event that a change belongs to; None where the plan does not tell of it."""
        if change.path[0] in ("partner", "unit"):
            homes = (change.a, change.b) if change.path[::2] == ("unit", "owner") else ()
            for id in (*homes, *change.path[1:2]):
                if id in self._merged:
                    return self._merged[id]
        stated = next(self._stated(change), None)
        if stated is not None:
            return stated
        if change.is_entry and change.path[0] == "partner":
            came = (change.a is None) == forward
            return (*change.path, "from" if came else "until")
        return self._risen(change.path)

    def _stated(self, change: Change) -> Iterator[Path]:
        """Where the blocks bring or take away what changes, the last year first."""
        path = change.path
        for year, block in self._blocks.items():
            here: Path = (PLAN, str(year))
            removals = filter(None, map(path_of, value_at(block, ("remove",)) or []))
            for removed in removals:
                if _meet(removed, path):
                    yield (*here, "remove", *removed)
            overlay = {name: value for name, value in block.items() if name not in HEAD}
            if any(_meet(each, path) for each in fields_within(overlay)):
                model = path[0] == "contribution" and "model" in overlay["contribution"]
                yield (*here, *path[: 1 if model else None])

    def _risen(self, path: Path) -> Path | None:
        """Whether the index raised a number at a path, or else a step."""
        for event, numbers in ((INDEX, self._indexed), (STEP, self._stepped)):
            if any(_meet(number, path) for number in numbers):
                return event
        return None


def _meet(one: Path, other: Path) -> bool:
    """Whether the one path lies within the other."""
    return all(str(a) == str(b) for a, b in zip(one, other, strict=False))
