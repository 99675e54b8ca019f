"""What happens in each year of a plan after the first: each year held beside the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.errors import Path, dotted
from igs_costshare.planning.caps import capped
from igs_costshare.planning.event import (
    Capped,
    Changed,
    Ending,
    Event,
    Joined,
    Left,
    Merged,
    Removed,
    Rising,
    Stepped,
    Turned,
    Whole,
    YearEvents,
)
from igs_costshare.planning.turns import turned
from igs_costshare.reading.basis import fields_within
from igs_costshare.reading.description import PLAN, Description, table_at, value_at
from igs_costshare.reading.overrides import path_of
from igs_costshare.reading.planned import PlannedYear, plan_label
from igs_costshare.reading.years import HEAD
from igs_costshare.settling.ledger import course_of
from igs_costshare.sharing.presence import ONE, presence_of

_SILENT = ("name", "label", "nis", "reference", "basis", "kind", "region", "title")
"""Fields of a block that tell nothing of an amount."""
_ENTRIES = ("partner", "unit", "cost", "subsidy", "revenue", "stays")
_OPENING: Path = ("reserve", "opening")
_TOLD = (*_ENTRIES, "contribution", "fte", "day_price", "rounding", "reserve")
"""Tables of which a change may move an amount."""


def events_of(years: Sequence[PlannedYear]) -> tuple[YearEvents, ...]:
    """What happened in each year after the first."""
    return tuple(
        YearEvents(
            after.year, plan_label(after.reading.source), tuple(_Between(before, after).events())
        )
        for before, after in pairwise(years)
    )


class _Between:
    """Two years, one after the other."""

    def __init__(self, before: PlannedYear, after: PlannedYear) -> None:
        self.was, self.now = before.reading.network, after.reading.network
        self.before, self.after = before, after
        self.place: Path = (PLAN, str(after.year))
        self.block = table_at(after.reading.source.whole_year, *self.place)
        self.removals = value_at(self.block, ("remove",)) or []
        self.merges = table_at(self.block, "merge")
        self.gone = {each for members in self.merges.values() for each in members}

    def events(self) -> Iterator[Event]:
        yield from self._left()
        yield from self._merged()
        yield from self._there()
        yield from self._removed()
        yield from self._changed()
        yield from self._turns()
        yield from self._caps()
        yield from self._rising()

    def _left(self) -> Iterator[Event]:
        for id in self.was.partner:
            if id not in self.now.partner and id not in self.gone:
                partner = f"partner.{id}"
                by_block = any(path_of(each) == ("partner", id) for each in self.removals)
                path = dotted((*self.place, "remove")) + f".{partner}"
                told = path if by_block else f"{partner}.until"
                yield Left(told, id, self.was.called("partner", id))

    def _merged(self) -> Iterator[Event]:
        for id, members in self.merges.items():
            names = tuple(self.was.called("partner", each) for each in members)
            path = dotted((*self.place, "merge", id))
            yield Merged(path, id, self.now.called("partner", id), names)

    def _there(self) -> Iterator[Event]:
        """Who came, who is there for its first full year, and who leaves within the year."""
        was, now = _parts(self.was), _parts(self.now)
        for id, part in now.items():
            partner, name = self.now.partner[id], self.now.called("partner", id)
            if id not in was and id not in self.merges:
                by_day = partner.from_ is not None
                path = f"partner.{id}.from" if by_day else dotted((*self.place, "partner", id))
                yield Joined(path, id, name, partner.from_ if part < ONE and by_day else None)
            elif id in was and was[id] < ONE and part == ONE:
                yield Whole(f"partner.{id}.from", id, name)
            if partner.until is not None and partner.until < date(self.after.year, 12, 31):
                yield Ending(f"partner.{id}.until", id, name, partner.until)

    def _removed(self) -> Iterator[Event]:
        for each in self.removals:
            place = path_of(each) or ()
            if place[:1] != ("partner",) or len(place) > len(("partner", "id")):
                path = f"{dotted((*self.place, 'remove'))}.{each}"
                yield Removed(path, place, _name_at(self.was, place))

    def _changed(self) -> Iterator[Event]:
        overlay = {name: value for name, value in self.block.items() if name not in HEAD}
        before, after = (each.reading.source.whole_year for each in (self.before, self.after))
        for place in dict.fromkeys(_places(overlay, before)):
            joined = place[:1] == ("partner",) and place[1:2] and len(place) == len(("partner", ""))
            if place[0] in _TOLD and place[-1] not in _SILENT and not joined:
                a, b = _value(self.was, before, place), _value(self.now, after, place)
                if place == _OPENING:  # what it goes instead of is what the year before left
                    a = _closing(self.before.statement)
                named = self.now if _name_at(self.now, place) else self.was
                path = dotted((*self.place, *place))
                yield Changed(path, place, _name_at(named, place), a, b)

    def _turns(self) -> Iterator[Event]:
        for place, bearer in turned(self.was, self.now):
            line = "" if len(place) == 1 else self.now.called(str(place[0]), str(place[1]))
            name = self.now.called("partner", bearer)
            yield Turned(dotted((*place, "order")), name, line)

    def _caps(self) -> Iterator[Event]:
        was = set(capped(self.before.statement))
        by_field: dict[str, list[str]] = {}
        for field, id in capped(self.after.statement):
            if (field, id) not in was:
                by_field.setdefault(field, []).append(self.now.called("partner", id))
        for field, names in by_field.items():
            yield Capped(f"contribution.{field}", field, tuple(names))

    def _rising(self) -> Iterator[Event]:
        parts: dict[bool, list[Decimal]] = {False: [], True: []}
        for each in self.after.risen:
            if each.part:
                parts[each.path[0] in ("partner", "unit")].append(each.part)
        for figures, found in parts.items():
            if found:
                yield Rising(f"{PLAN}.index", len(found), min(found), max(found), figures)
        stepped = sum(bool(each.step) for each in self.after.risen)
        if stepped:
            yield Stepped(f"{PLAN}.step", stepped)


def _closing(statement: Statement) -> Decimal | None:
    """What the reserve came to at the end of a year, in euros; None where there was none."""
    course = course_of(statement, statement.decimals)
    return None if course is None else Decimal(course.closing).scaleb(-statement.decimals)


def _parts(network: Network) -> Mapping[str, Fraction]:
    """For which part of the year everybody is there."""
    parts = presence_of(network) or (ONE,) * len(network.partner)
    return dict(zip(network.partner, parts, strict=True))


def _places(overlay: Description, before: Description) -> Iterator[Path]:
    """The places of an overlay, each as far as it is told.

    An entry that is new as a whole, the fields of one that is not, and a contribution with another
    model as a whole.
    """
    for path in fields_within(overlay):
        if path[0] in _ENTRIES and value_at(before, path[:2]) is None:
            yield path[:2]
        elif path[0] == "contribution":
            model = "model" in table_at(overlay, "contribution")
            yield path[: 1 if model else 2]
        elif path[0] in _ENTRIES:
            within = 4 if path[2:3] == ("keys",) else 3
            yield path[:within]
        else:
            yield path[:2]


def _value(network: Network, description: Description, place: Path) -> Any:
    """What stands at a place: a contribution as a model, a number as a decimal."""
    if place == ("contribution",):
        return network.contribution
    value = value_at(description, place)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if is_number else value


def _name_at(network: Network, place: Path) -> str:
    """What the entry is called that a place stands in; empty where there is none."""
    if place[0] not in _ENTRIES or not place[1:]:
        return ""
    entries = getattr(network, str(place[0]))
    return network.called(str(place[0]), str(place[1])) if place[1] in entries else ""
