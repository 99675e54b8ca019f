"""Values laid over a description from the command line: `--set day_price.occupancy=0.9`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from igs_costshare.errors import InputError, Path, Problem, dotted
from igs_costshare.messages import Message, say
from igs_costshare.reading.alternatives import excluded_by
from igs_costshare.reading.description import (
    SCENARIO,
    TABLES_OF_IDS,
    Description,
    replaced,
    table_at,
    value_at,
)
from igs_costshare.reading.toml import DEEPEST, NotToml, from_toml

_PART = re.compile(
    r"""\s*(?:
        ("(?:[^"\\]|\\.)*"|'[^']*')  # a name between quotes, as TOML has it
        | ([^\s.=\[\]"'][^.=\[\]]*)
    )((?:\[[0-9]{1,9}\])*)\s*([.=]|\Z)""",
    re.VERBOSE,
)


class Setting(NamedTuple):
    """One `--set PATH=VALUE`, or what another option lays over the description."""

    argument: str
    path: Path
    value: Any
    option: str = "--set"

    @property
    def origin(self) -> str:
        """How problems name it."""
        return f"{self.option} {self.argument}"


Arguments = Sequence[str | Setting]
"""Settings as the command line has them, `PATH=VALUE`, or as they were read already."""


def settings_from(arguments: Arguments) -> tuple[Setting, ...]:
    """The settings of the arguments, or `InputError` with every one that cannot be read."""
    settings: list[Setting] = []
    problems: list[Problem] = []
    for argument in arguments:
        setting = argument if isinstance(argument, Setting) else _setting(argument)
        if setting is None:
            problems.append(
                Problem(
                    say("reference.path_value"),
                    hint=say("reference.such_as", example="day_price.occupancy=0.9"),
                    origin=f"--set {argument}",
                )
            )
        else:
            settings.append(setting)
    if problems:
        raise InputError(problems)
    return tuple(settings)


def _setting(argument: str) -> Setting | None:
    if any("\ud800" <= character <= "\udfff" for character in argument):
        return None  # bytes that are no text
    path, text = place_and_value(argument)
    return None if path is None or text is None else Setting(argument, path, value_of(text.strip()))


def path_of(text: str) -> Path | None:
    """The path that a dotted text names, as messages write it; None where it is none.

    >>> path_of("contribution.rate.inhabitants[0].up_to")
    ('contribution', 'rate', 'inhabitants', 0, 'up_to')
    >>> path_of('index."cost.*.amount"')
    ('index', 'cost.*.amount')
    """
    path, value = place_and_value(text)
    return path if value is None else None


def place_and_value(text: str) -> tuple[Path | None, str | None]:
    """The path in front of `=`, None where it is none, and what stands behind; None without `=`.

    >>> place_and_value('partner."a=b".name=x')
    (('partner', 'a=b', 'name'), 'x')
    """
    path: list[str | int] = []
    at = 0
    for _ in range(DEEPEST):
        match = _PART.match(text, at)
        if match is None:
            break
        quoted, bare, places, end = match.groups()
        path.append(bare.strip() if bare else value_of(quoted))
        path.extend(int(number) for number in re.findall(r"[0-9]+", places))
        at = match.end()
        if end != ".":
            return tuple(path), text[at:] if end else None
    return None, None


def value_of(text: str) -> Any:
    """The value in TOML; what is not TOML is a text."""
    try:
        tables = from_toml(f"value = {text}")
    except NotToml:
        return text
    return tables["value"] if len(tables) == 1 else text


def overridden(
    description: Description, settings: Sequence[Setting]
) -> tuple[Description, list[Problem]]:
    """A copy of the description with the settings laid over it, and what stood in the way.

    A setting replaces what stands at its path and drops what excludes it: `amount` drops `fte`.
    """
    problems: list[Problem] = []
    for setting in _models_first(settings):
        obstacle = _obstacle(description, setting)
        if obstacle is not None:
            problems.append(obstacle)
            continue
        for path in excluded_by(setting.path, description):
            description = replaced(description, path, None)
        description = replaced(description, setting.path, setting.value)
    return description, problems


def _models_first(settings: Sequence[Setting]) -> list[Setting]:
    """The settings in their order, but a `model` before the fields that are given with it."""

    def turn(setting: Setting) -> int:
        table = setting.path[:-1]
        inside = (
            position
            for position, each in enumerate(settings)
            if each is setting
            or (_sets_model(setting) and each.path[: len(table)] == table != each.path)
        )
        return min(inside)

    return sorted(settings, key=lambda each: (turn(each), not _sets_model(each)))


def _sets_model(setting: Setting) -> bool:
    return setting.path[-2:] == ("contribution", "model")


def _obstacle(description: Description, setting: Setting) -> Problem | None:
    """Why the path cannot be reached, where it cannot."""
    path = setting.path
    table = path[0]
    if table == SCENARIO:
        written = f"{setting.option} {dotted(path[2:]) or 'day_price.occupancy'}=…"
        return Problem(
            say("reference.set_scenario"),
            path,
            say("reference.without_scenario", written=written),
            origin=setting.origin,
        )
    if isinstance(table, str) and table in TABLES_OF_IDS and len(path) > 2:
        known = table_at(description, table)
        if path[1] not in known:
            from igs_costshare.reading.suggestions import suggestion

            return Problem(
                say("reference.none", what=_ENTRIES[table], name=str(path[1])),
                path,
                suggestion(path[1], known),
                origin=setting.origin,
            )
    for length in range(1, len(path)):
        holder = value_at(description, path[:length])
        inner = path[length]
        if holder is None and not isinstance(inner, int):
            continue
        if isinstance(holder, dict) and not isinstance(inner, int):
            continue
        if isinstance(holder, list) and isinstance(inner, int) and inner < len(holder):
            continue
        return Problem(
            say("reference.nothing_to_set", path=dotted(path[:length]), kind=_kind_of(holder)),
            path,
            origin=setting.origin,
        )
    return None


_ENTRIES = {
    "partner": say("reference.partner"),
    "unit": say("reference.unit"),
    "cost": say("reference.cost"),
    "subsidy": say("reference.subsidy"),
    "revenue": say("reference.revenue"),
}
"""What an entry of each of `TABLES_OF_IDS` is called."""


def _kind_of(value: object) -> Message:
    if isinstance(value, list):
        return say("reference.list_of", number=len(value))
    return say("value.table") if isinstance(value, dict) else say("reference.not_table")
