"""The register of stays beside a description: found, read, and its nights put into the network."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from igs_costshare.description.network import Network
from igs_costshare.description.places import lines, models
from igs_costshare.description.stays import NIGHTS, Nights, Stays
from igs_costshare.errors import STDIN_NAME, InputError, Problem
from igs_costshare.errors import Path as Where
from igs_costshare.messages import say
from igs_costshare.reading.departed import departed
from igs_costshare.reading.description import ABSENT, Description, found, replaced, value_at
from igs_costshare.reading.source import Source
from igs_costshare.reading.text import bytes_of, name_of
from igs_costshare.sharing.homes import homes_named, partners_pay, terms
from igs_costshare.sharing.rule import USE, keys_in, rule_of

if TYPE_CHECKING:
    from igs_costshare.staying.lodgings import Lodgings
    from igs_costshare.staying.register import Register

_REGISTER: Where = ("stays", "register")
_DAYS = "days"


class Registered(NamedTuple):
    """A network with the nights of its register, where it has one."""

    network: Network
    source: Source
    register: Register | None = None


def filled_in_by_hand(description: Description) -> list[Problem]:
    """The fields that only the reader fills, where a file states them."""
    unknown = say("fault.unknown_field")
    problems = [
        Problem(unknown, path, at_key=True)
        for pattern in _WORKED_OUT
        for path, _ in found(description, pattern)
    ]
    nights = ("stays", NIGHTS)
    if value_at(description, nights) is not None:
        hint = say("register.only_register")
        problems.append(Problem(unknown, nights, hint, at_key=True))
    return problems


_WORKED_OUT = (
    ABSENT,
    "partner.*.present",
    "contribution.carried",
    "cost.*.contribution.carried",
    "revenue.*.contribution.carried",
)
"""What follows from the years that are computed, and no file states."""


def registered(network: Network, source: Source) -> Registered:
    """The network with what its register says; raises `InputError` for what is wrong with it.

    The register lies beside the description; that of standard input in the current folder.
    """
    stays = network.stays
    if stays is None or stays.register_ is None:
        return Registered(network, source)
    from igs_costshare.staying.reader import register_of

    year = network.year
    if year is None:
        problem = Problem(say("register.no_year"), _REGISTER, say("register.add_year"))
        raise InputError(source.located([problem]))
    path = Path(source.name).parent / stays.register_
    if _may_never_end(path):
        problem = Problem(say("register.no_file"), _REGISTER, say("register.save_as_csv"))
        raise InputError(source.located([problem]))
    try:
        content = bytes_of(path)
    except InputError as error:
        hint = say("register.beside", folder=_folder_of(path))
        if source.name == STDIN_NAME:
            hint = say("register.in_folder", folder=_folder_of(path))
        found = [each._replace(origin="", path=_REGISTER, hint=hint) for each in error.problems]
        raise InputError(source.located(found)) from None
    held = lodgings(network, stays, int(year))._replace(
        gone_homes=departed(source, "unit"), gone_partners=departed(source, "partner")
    )
    register = register_of(content, name_of(path), held)
    tables = {
        "fingerprint": register.fingerprint,
        "unit": _in_toml(register.nights.unit),
        "owner": _in_toml(register.nights.owner),
    }
    nights = Nights.model_validate(tables)
    described = replaced(source.description, ("stays", NIGHTS), tables)
    return Registered(
        network.model_copy(update={"stays": stays.model_copy(update={NIGHTS: nights})}),
        replace(source, description=described),
        register,
    )


def _folder_of(path: Path) -> str:
    """Where a file would lie, as the system finds it."""
    try:
        return str(path.resolve().parent)
    except (OSError, ValueError, RuntimeError):  # such as links that lead to each other
        return str(path.absolute().parent)


def _may_never_end(path: Path) -> bool:
    """Whether what is there is a pipe or a device; reading tells what is wrong with the rest."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _in_toml(nights: Mapping[str, Mapping[str, Mapping[int, int]]]) -> Description:
    """Nights by home, referrer and household size, as tables of a description."""
    return {
        home: {
            referrer: {str(size): number for size, number in by_size.items()}
            for referrer, by_size in of_home.items()
        }
        for home, of_home in nights.items()
    }


def lodgings(network: Network, stays: Stays, year: int) -> Lodgings:
    """What a register is held against: the homes and partners, by what people call them."""
    from igs_costshare.staying.lodgings import Body, Home, Lodgings

    named = homes_named(network)
    return Lodgings(
        year=year,
        count=stays.count,
        homes=tuple(
            Home(id, home.name, home.owner, tuple((terms(network, home).prices or {}).items()))
            for id, home in network.unit.items()
        ),
        partners=tuple(
            Body(id, each.name, each.nis, 0 if id in named else int(each.units or 0))
            for id, each in network.partner.items()
        ),
        referrer_needed=_asks_for_referrers(network),
    )


def _asks_for_referrers(network: Network) -> bool:
    """Whether somebody pays by the days that its clients stay."""
    by_days = {USE, _DAYS}
    return (
        partners_pay(network)
        or any(line.per_key in by_days for _, line in lines(network))
        or any(by_days & {*keys_in(rule_of(model))} for _, model, _ in models(network))
    )
