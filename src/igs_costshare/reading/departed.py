"""Homes and partners that the file has, and that are not there in what is computed; and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from igs_costshare.description.dates import is_day
from igs_costshare.description.plan import is_year
from igs_costshare.errors import Path, dotted
from igs_costshare.messages import Message, say
from igs_costshare.reading.description import PLAN, SCENARIO, Description, table_at, value_at
from igs_costshare.reading.overrides import path_of
from igs_costshare.reading.source import Source

if TYPE_CHECKING:
    from igs_costshare.staying.lodgings import Gone


def departed(source: Source, table: str) -> tuple[Gone, ...]:
    """Those of a table, `partner` or `unit`, with what else they are called."""
    from igs_costshare.staying.lodgings import Gone

    there = table_at(source.description, table)
    found: list[Gone] = []
    for id, entry in _ever(source, table).items():
        told = None if id in there else _told(source, table, id, entry)
        if told is not None:
            name, nis = (value_at(entry, (field,)) for field in ("name", "nis"))
            names = tuple(each for each in (name, nis) if isinstance(each, str))
            called = name if isinstance(name, str) else id
            found.append(Gone(id, called, names, _owner(table, id, entry), *told))
    return tuple(found)


def _ever(source: Source, table: str) -> Description:
    """All entries that the file and what is laid over it have had."""
    entries = dict(table_at(source.whole, table))
    blocks = (block for _, block in _years(source))
    for overlay in (*(layer.overlay for layer in source.layers), *blocks):
        entries = {**entries, **table_at(overlay, table)}
        if table == "partner":
            entries = {**entries, **{new: {} for new in table_at(overlay, "merge")}}
    return {**entries, **table_at(source.whole_year, table)}


def _years(source: Source) -> Iterator[tuple[str, Description]]:
    """The blocks of a plan."""
    plan = table_at(source.whole_year, PLAN)
    return ((name, table_at(plan, name)) for name in plan if is_year(name))


def _owner(table: str, id: str, entry: Description) -> str:
    """The owner of a home; a partner is its own."""
    owner = value_at(entry, ("owner",)) if table == "unit" else id
    return owner if isinstance(owner, str) else ""


def _told(
    source: Source, table: str, id: str, entry: Description
) -> tuple[Message, Message] | None:
    """Why an entry is not there, and the way out; None where nothing says so."""
    owner = _owner(table, id, entry)
    if id in table_at(source.whole_year, table):
        return _in_another_year(source, table, id, owner)
    unknown = say("register.unknown_partner", name=id)
    if table == "unit":
        unknown = say("register.unknown_home", name=id)
    for layer in source.layers:
        if layer.place[0] == PLAN:
            hint = _taken(source, layer.place, (table, id), owner)
            if hint is not None:
                return say("reference.in_year", message=unknown, year=str(layer.place[1])), hint
    brought = _brought_later(source, (table, id))
    if brought is not None:
        told = say("reference.in_year", message=unknown, year=_year(source))
        return told, say("register.brought_later", path=dotted(brought))
    if source.scenario is None:
        return None
    remove = dotted((SCENARIO, source.scenario, "remove"))
    told = say("reference.in_scenario", message=unknown, scenario=source.scenario)
    return told, say("register.removed", path=remove)


def _in_another_year(
    source: Source, table: str, id: str, owner: str
) -> tuple[Message, Message] | None:
    """That a partner, or the owner of a home, left before the year or joins after it."""
    year = _year(source)
    left = value_at(source.whole_year, ("partner", owner, "until"))
    before = is_day(left) and left.year < int(year)
    path = source.path_in_file(("partner", owner, "until" if before else "from"))
    if table == "unit" and before:
        told = say("register.home_left", home=id, owner=owner, year=year)
    elif table == "unit":
        told = say("register.home_not_yet", home=id, owner=owner, year=year)
    elif before:
        told = say("register.partner_left", partner=id, year=year)
    else:
        told = say("register.partner_not_yet", partner=id, year=year)
    return told, say("register.mend_that_day", path=dotted(path))


def _year(source: Source) -> str:
    return str(source.whole_year.get("year"))


def _brought_later(source: Source, entry: Path) -> Path | None:
    """Where a year of the plan that is still to come brings an entry."""
    for name, block in _years(source):
        if name > _year(source):
            if value_at(block, entry) is not None:
                return (PLAN, name, *entry)
            if entry[0] == "partner" and entry[1] in table_at(block, "merge"):
                return (PLAN, name, "merge", entry[1])
    return None


def _taken(source: Source, place: Path, entry: Path, owner: str) -> Message | None:
    """The way out where the block of a year takes an entry away, or merges it; None elsewhere."""
    block = table_at(source.whole_year, *place)
    if any(path in (entry, entry[:1], ("partner", owner)) for path in _removed(block)):
        return say("register.removed", path=dotted((*place, "remove")))
    for new, members in table_at(block, "merge").items():
        if entry[0] == "partner" and entry[1] in members:
            return say("register.merged", path=dotted((*place, "merge", new)), partner=new)
    return None


def _removed(block: Description) -> Iterator[Path]:
    names = value_at(block, ("remove",))
    for name in names if isinstance(names, list) else ():
        yield (path_of(name) or ()) if isinstance(name, str) else ()
