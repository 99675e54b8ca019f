"""Whom and what the cells of a register name: homes, owners and referrers by id, name or NIS."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple
from unicodedata import normalize

from igs_costshare.errors import clipped
from igs_costshare.messages import Message, say
from igs_costshare.staying.cells import Fault, quoted
from igs_costshare.staying.lodgings import Gone, Lodgings


class Lodging(NamedTuple):
    """Where somebody stayed: a home with a name, or one of the counted homes of an owner."""

    unit: str | None
    owner: str


class Names(NamedTuple):
    """What entries answer to, whatever the case."""

    ids: Mapping[str, str]
    named: Mapping[str, tuple[str, ...]]
    """The ids of all that have a name; more than one where it says too little."""
    written: Mapping[str, str]
    """How the file writes each of them."""
    called: Mapping[str, str]
    """The first of the other names of each that has one, by its id."""

    def find(self, cell: str) -> str | tuple[str, ...]:
        """The id that a cell means; or all that it may mean, none or several."""
        asked = _key(cell)
        if asked in self.ids:
            return self.ids[asked]
        meant = self.named.get(asked, ())
        return meant[0] if len(meant) == 1 else meant

    def as_typed(self, id: str, cell: str) -> str:
        """How to write an id beside a cell: by its name where that has a capital or a space."""
        name = self.called.get(id, id)
        is_name = cell != cell.lower() or " " in cell.strip()
        return name if is_name and self.find(name) == id else id

    @property
    def known(self) -> tuple[str, ...]:
        """All that can be written, ids first."""
        return (*self.ids, *self.named)


def _key(name: str) -> str:
    return normalize("NFC", " ".join(name.split()).casefold())


def names_of(entries: Iterable[tuple[str, Iterable[str | None]]]) -> Names:
    """What entries answer to: their ids, and their other names."""
    ids, named, written = {}, dict[str, tuple[str, ...]](), dict[str, str]()
    called: dict[str, str] = {}
    for id, names in entries:
        others = tuple(each for each in names if each)
        if others:
            called[id] = others[0]
        ids[_key(id)] = written[_key(id)] = id
        for key, as_written in {_key(each): each for each in others}.items():
            named[key] = (*named.get(key, ()), id)
            written.setdefault(key, as_written)
    return Names(ids, named, written, called)


class Directory:
    """Homes and partners as the cells of a register name them."""

    def __init__(self, lodgings: Lodgings) -> None:
        self.lodgings = [
            *(Lodging(home.id, home.owner) for home in lodgings.homes),
            *(Lodging(None, body.id) for body in lodgings.partners),
            *(Lodging(gone.id, gone.owner) for gone in lodgings.gone_homes),
            *(Lodging(None, gone.id) for gone in lodgings.gone_partners),
        ]
        """All places where somebody can stay; columns have their positions here."""
        self.referrers = [
            "",
            *(body.id for body in lodgings.partners),
            *(gone.id for gone in lodgings.gone_partners),
        ]
        """All who refer; columns have their positions here, 0 for nobody."""
        self.homes = {home.id: home for home in lodgings.homes}
        self.partners = {body.id: body for body in lodgings.partners}
        self._lodgings_there = len(self.homes) + len(self.partners)
        """How many of the places come before those that are gone."""
        self._referrers_there = len(self.partners) + 1
        self._gone = (*lodgings.gone_homes, *lodgings.gone_partners)
        self._gone_partners = lodgings.gone_partners
        self._lodging_at = {each: at for at, each in enumerate(self.lodgings)}
        self._referrer_at = {each: at for at, each in enumerate(self.referrers)}
        self._named: dict[str, list[int]] = {}
        for at, home in enumerate(lodgings.homes):
            self._named.setdefault(home.owner, []).append(at)
        self._homes = names_of((home.id, [home.name]) for home in lodgings.homes)
        self._partners = names_of((body.id, [body.name, body.nis]) for body in lodgings.partners)
        self._needed = lodgings.referrer_needed
        self._homes_of_others = names_of((each.id, each.names) for each in lodgings.gone_homes)
        self._former = names_of((each.id, each.names) for each in lodgings.gone_partners)
        self._owner = {id: owner for id, owner in self.lodgings if id is not None}

    def referrer(self, cell: str) -> int | Fault:
        """The partner that referred a household; nobody where none is named, nor needs to be."""
        if not cell.strip():
            return Fault("referrer", say("register.no_referrer")) if self._needed else 0
        found = self._partner(cell, "referrer")
        return found if isinstance(found, Fault) else self._referrer_at[found]

    def lodging(self, cells: tuple[str, str]) -> int | Fault:
        """Where somebody stayed, by the cells of home and owner."""
        found = self._lodging(cells)
        return found if isinstance(found, Fault) else self._lodging_at[found]

    def called(self, lodging: Lodging) -> str:
        """The name of a home; of counted homes that of their owner."""
        gone = self.gone(self._lodging_at[lodging])
        if gone is not None:
            return gone.called
        unit, owner = lodging
        if unit is not None:
            return self.homes[unit].name or unit
        return self.partners[owner].name or owner

    def gone(self, lodging: int) -> Gone | None:
        """What is known of a place that is not there this year; None of one that is."""
        at = lodging - self._lodgings_there
        return None if at < 0 else self._gone[at]

    def gone_referrer(self, referrer: int) -> Gone | None:
        """Likewise of who refers."""
        at = referrer - self._referrers_there
        return None if at < 0 else self._gone_partners[at]

    def is_gone(self, lodgings: Iterable[int], referrers: Iterable[int]) -> list[bool]:
        """Of each stay, whether its place or its referrer is not there this year."""
        places, partners = self._lodgings_there, self._referrers_there
        stays = zip(lodgings, referrers, strict=True)
        return [place >= places or who >= partners for place, who in stays]

    @property
    def all_there(self) -> bool:
        """Whether all homes and partners that are known are there this year."""
        return not self._gone

    def homes_of(self, owner: str) -> int:
        """How many households can be in the homes of an owner at a time."""
        return len(self._named.get(owner, ())) or self.partners[owner].counted

    def places_beside(self, lodging: int) -> Sequence[int]:
        """The positions of the named homes for which a place of an owner alone stands."""
        return self._named.get(self.lodgings[lodging].owner, ())

    def _lodging(self, cells: tuple[str, str]) -> Lodging | Fault:
        unit, owner = cells
        if not unit.strip():
            return self._of_owner(owner)
        home = self._home(unit)
        if isinstance(home, Fault):
            return home
        lodging = Lodging(home, self._owner[home])
        named = self._partner(owner, "owner") if owner.strip() else lodging.owner
        if isinstance(named, Fault):
            return named
        if named != lodging.owner:
            message = say("register.contradict", home=home, owner=lodging.owner)
            return Fault("owner", message, say("register.leave_owner_out"))
        return lodging

    def _of_owner(self, cell: str) -> Lodging | Fault:
        """One of the homes of an owner that are alike: counted, or of one price."""
        if not cell.strip():
            return Fault("unit", say("register.no_home"))
        owner = self._partner(cell, "owner")
        if isinstance(owner, Fault):
            return owner
        if owner not in self.partners:
            return Lodging(None, owner)
        places = (self.lodgings[at].unit for at in self._named.get(owner, ()))
        named = [self.homes[id] for id in places if id is not None]
        if len({home.prices for home in named}) > 1:
            ids = _ids(self._homes.as_typed(home.id, cell) for home in named)
            return Fault(
                "owner",
                say("register.prices_differ", owner=owner),
                say("register.name_the_home", homes=ids),
            )
        if not named and not self.partners[owner].counted:
            return Fault("owner", say("register.without_homes", owner=owner))
        return Lodging(None, owner)

    def _home(self, cell: str) -> str | Fault:
        found = self._homes.find(cell)
        if isinstance(found, str):
            return found
        if found:
            return Fault("unit", say("register.same_name"), _one_of(found))
        if isinstance(gone := self._homes_of_others.find(cell), str):
            return gone
        message = say("register.unknown_home_unquoted")
        if name := quoted(cell, alike=bool(_meant(cell, self._homes))):
            message = say("register.unknown_home", name=name)
        if isinstance(self._partners.find(cell), str):
            return Fault("unit", message, say("register.is_a_partner"))
        return Fault("unit", message, _suggestion(cell, self._homes))

    def _partner(self, cell: str, column: Literal["owner", "referrer"]) -> str | Fault:
        found = self._partners.find(cell)
        if isinstance(found, str):
            return found
        if found:
            return Fault(column, say("register.same_name"), _one_of(found))
        if isinstance(gone := self._former.find(cell), str):
            return gone
        message = say("register.unknown_partner_unquoted")
        if name := quoted(cell, alike=bool(_meant(cell, self._partners))):
            message = say("register.unknown_partner", name=name)
        return Fault(column, message, _suggestion(cell, self._partners))


# ------------------------------------------------------------------ what was meant

_MOST_NAMES = 12
_MOST_COMPARED = 1_000
_LEAST_ALIKE = 60
"""In %: less like one another, two names are two names."""


def _one_of(ids: tuple[str, ...]) -> Message:
    return say("register.write_the_id", ids=_ids(ids))


def _ids(ids: Iterable[str]) -> str:
    """The ids as a message lists them, the first few."""
    quoted_ids = [f"`{clipped(each)}`" for each in islice(ids, _MOST_NAMES + 1)]
    return ", ".join(quoted_ids[:_MOST_NAMES]) + (" …" if len(quoted_ids) > _MOST_NAMES else "")


def _meant(cell: str, names: Names) -> str:
    """The name that a cell resembles; empty without one."""
    return _closest(_key(clipped(cell)), names.known[:_MOST_COMPARED])


def _suggestion(cell: str, names: Names) -> Message | None:
    meant = _meant(cell, names)
    if meant in names.ids:
        return say("reference.meant", name=clipped(names.as_typed(names.ids[meant], cell)))
    if meant:
        return say("reference.meant", name=clipped(names.written[meant]))
    known = (names.as_typed(id, cell) for id in names.ids.values())
    return say("reference.known", names=_ids(known)) if names.ids else None


@lru_cache(1_000)
def _closest(asked: str, names: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(asked, names, n=1, cutoff=_LEAST_ALIKE / 100)), "")
