"""Settings as a program gives them: a dict, or pairs of a path and a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from igs_costshare.description.dates import DAY
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say
from igs_costshare.reading.overrides import Setting, path_of, settings_from, value_of

Settings = Mapping[str, object] | Iterable[tuple[str, object] | str]
"""What is laid over a description: `{"fte.cost": 90_000}`, or such pairs in a list.

Numbers are whole numbers, `Decimal`s, or texts as behind `--set PATH=`; a text `PATH=VALUE`
stands for a pair. Binary floats are refused: they are not exact.
"""

OPTION = "setting"
"""How problems call what a program lays over a description."""
_EXPECTED = 'settings are a dict or a list of pairs, such as {"fte.cost": 90_000}'


def settings_of(settings: Settings) -> tuple[Setting, ...]:
    """The settings in their order.

    Raises `TypeError` for what is no setting by its type, and `InputError` with every path that
    is none.
    """
    if isinstance(settings, str | bytes):
        raise TypeError(f"{_EXPECTED}, not the text {settings!r}")
    pairs = settings.items() if isinstance(settings, Mapping) else settings
    made: list[Setting] = []
    problems: list[Problem] = []
    for pair in pairs:
        try:
            made += settings_from([pair]) if isinstance(pair, str) else [_setting(pair)]
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(made)


def _setting(pair: object) -> Setting:
    match pair:
        case [str() as place, value] if not isinstance(pair, str):
            path = path_of(place)
        case _:
            raise TypeError(f"{_EXPECTED}, not {pair!r}")
    if path is None:
        hint = say("reference.such_as", example="day_price.occupancy")
        origin = f"{OPTION} {place}"
        raise InputError([Problem(say("reference.no_path"), hint=hint, origin=origin)])
    written = value_of(value.strip()) if isinstance(value, str) else _value(value, place)
    return Setting(place, path, written, OPTION)


def _value(value: object, place: str) -> Any:
    """The value as TOML would give it; raises `TypeError` for what no file can hold exactly."""
    if isinstance(value, str | int | Decimal | DAY):
        return value
    if isinstance(value, Mapping):
        return {_name(name, place): _value(each, place) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_value(each, place) for each in value]
    kind = type(value).__name__
    raise TypeError(f'{place}: a {kind} is not exact or not TOML: give Decimal("0.9")')


def _name(name: object, place: str) -> str:
    """The name of a field; the sizes of households are whole numbers."""
    if isinstance(name, str | int):
        return str(name)
    raise TypeError(f"{place}: the names of fields are texts, not {name!r}")
