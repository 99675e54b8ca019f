"""The figures that each partner, or each home, has one of: a column for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.description.contributions import Contribution
from igs_costshare.description.kinds import fields_of
from igs_costshare.description.network import Network, Unit
from igs_costshare.description.numbers import numbers_of
from igs_costshare.errors import Path
from igs_costshare.messages import Message, say
from igs_costshare.sharing.homes import planned_by_size
from igs_costshare.wording.language import Language
from igs_costshare.workbook.kinds import EACH, FigureKind, kind_at
from igs_costshare.workbook.naming import key_heading, name_of
from igs_costshare.workbook.presence import (
    PRESENT,
    present_column,
    present_heading,
    present_kind,
)
from igs_costshare.workbook.ruled import contributions_of
from igs_costshare.workbook.terms import BOUND_LABELS


class FieldColumn(NamedTuple):
    """A figure that each partner, or each home, has one of."""

    table: str
    """Where the entries stand in the file: `partner`, `unit`; empty where a contribution has a
    table of partner ids."""
    path: Path
    """What comes after the path of the entry; without a table, the path of the table of ids."""
    heading: str
    values: Mapping[str, Decimal | None]
    """By id; those left out have no such figure. None is one that may be filled in."""
    other_kind: FigureKind | None = None
    """What they are, where the file has no such field."""

    def path_of(self, id: str) -> Path:
        """Where the figure of an entry stands in the file."""
        return (self.table, id, *self.path) if self.table else (*self.path, id)

    @property
    def path_of_all(self) -> Path:
        """Where the figures of all stand, with no id in it."""
        return (self.table, *self.path) if self.table else self.path

    @property
    def kind(self) -> FigureKind:
        """What they are, by the schema."""
        return self.other_kind or kind_at(self.path_of(EACH))


def partner_columns(network: Network, language: Language) -> Iterator[FieldColumn]:
    """The figures of the partners: homes, days of use, keys, and what models state of each."""
    partners = network.partner
    named = {home.owner for home in network.unit.values()}
    counted = {id: each.units for id, each in partners.items() if id not in named}
    yield FieldColumn("partner", ("units",), language.say("workbook.homes"), counted)
    by_size = {id: planned_by_size(each) for id, each in partners.items()}
    for size in sorted({size for each in by_size.values() for size in each}):
        days = {id: each.get(size) for id, each in by_size.items()}
        label = language.say("workbook.days_of", size=size)
        yield FieldColumn("partner", ("days", size), label, days)
    for key in dict.fromkeys(key for each in partners.values() for key in each.keys):
        values = {id: each.keys[key] for id, each in partners.items() if key in each.keys}
        yield FieldColumn("partner", ("keys", key), key_heading(key, language), values)
    if present := present_column(network):
        heading = language.tell(present_heading(network))
        yield FieldColumn("partner", (PRESENT,), heading, present, present_kind(network))
    for path, model, _ in contributions_of(network):
        line = name_of(network, path, language) if len(path) > 1 else ""
        yield from _tables(path, model, line, language)


_TABLES: Mapping[str, Message] = {
    "shares": say("workbook.share"),
    **BOUND_LABELS,
    "previous": say("workbook.previous"),
}
"""What a contribution may state of each partner by name, and the formulas ask for."""


def _tables(
    place: Path, model: Contribution, line: str, language: Language
) -> Iterator[FieldColumn]:
    """What a model states for each partner by name."""
    stated: dict[str, dict[str, Decimal]] = {}
    for path, number in numbers_of(model):
        match path:
            case (str(field), str(partner)) if field in _TABLES:
                stated.setdefault(field, {})[partner] = number
    for field, values in stated.items():
        heading = language.tell(_TABLES[field])
        if line:
            heading = language.say("workbook.with_line", heading=heading, line=line)
        yield FieldColumn("", (*place, field), heading, values)


def home_columns(network: Network, language: Language) -> Iterator[FieldColumn]:
    """What homes with a name state of themselves; a home without it follows `[day_price]`."""
    stated: dict[Path, dict[str, Decimal]] = {}
    for id, home in network.unit.items():
        for path, number in numbers_of(home):
            stated.setdefault(path, {})[id] = number
    order = fields_of(Unit)
    for path in sorted(stated, key=lambda path: (order.index(str(path[0])), path[1:])):
        yield FieldColumn("unit", path, heading_of_home(path, language), stated[path])


def heading_of_home(path: Path, language: Language) -> str:
    """What a figure of homes is called."""
    match path:
        case ("days",):
            return language.say("workbook.days_available")
        case ("occupancy",):
            return language.say("workbook.occupancy")
        case ("prices", int(size)):
            return language.say("workbook.price_of", size=size)
        case ("mix", int(size)):
            return language.say("workbook.mix_of", size=size)
    raise TypeError(f"no formula asks for {'.'.join(map(str, path))} of a home")
