"""Scenarios: what a file lays over its own description, and what it takes away from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.money import LARGEST
from igs_costshare.reading.alternatives import excluded_by
from igs_costshare.reading.description import (
    CONTRIBUTIONS,
    EXPECTED,
    INCENTIVES,
    LIMITS,
    LISTS_OF_PROGRAMMES,
    SCENARIO,
    TABLES_OF_IDS,
    Description,
    found,
    replaced,
    table_at,
    value_at,
)
from igs_costshare.reading.overrides import path_of
from igs_costshare.reading.suggestions import suggestion

HEAD = ("label", "remove")
"""What a scenario says of itself; everything else in it is laid over the description."""

_WHOLE = ("key", "mix", "days")
"""Fields whose tables replace what stood there, rather than merge with it."""

_IDS = tuple((table,) for table in TABLES_OF_IDS)


_OF_THE_FILE = (SCENARIO, EXPECTED, LIMITS)
"""Tables that hold for the description as it stands, or for the file as a whole."""


def without_scenarios(description: Description) -> Description:
    """The description itself, which every scenario begins with."""
    return {key: value for key, value in description.items() if key not in _OF_THE_FILE}


def overlay_of(description: Description, scenario: str) -> Description:
    """What a scenario lays over the description, and the figures that are expected of it."""
    table = table_at(description, SCENARIO, scenario)
    overlay = {key: value for key, value in table.items() if key not in (*HEAD, *_OF_THE_FILE)}
    expected = value_at(description, (EXPECTED, SCENARIO, scenario))
    return overlay if expected is None else {**overlay, EXPECTED: expected}


def _misplaced(description: Description, scenario: str) -> Iterator[Problem]:
    """Tables of the file in a scenario."""
    words = {
        SCENARIO: ("a scenario holds no scenarios", ""),
        EXPECTED: (
            "a scenario holds no expected figures",
            f"they stand in `[{dotted((EXPECTED, SCENARIO, scenario))}]`",
        ),
        LIMITS: (
            "a scenario has no limits of its own",
            "`[limits]` holds for the network as it stands",
        ),
    }
    for table in table_at(description, SCENARIO, scenario):
        if table in words:
            message, hint = words[table]
            yield Problem(message, (SCENARIO, scenario, table), hint, at_key=True)


def in_scenario(description: Description, scenario: str) -> tuple[Description, list[Problem]]:
    """The description as it stands in a scenario, and what could not be taken away from it.

    What `remove` names goes first; then the overrides are laid over the rest.
    """
    base = without_scenarios(description)
    problems = [*_misplaced(description, scenario)]
    removals = value_at(description, (SCENARIO, scenario, "remove"))
    for place, name in enumerate(removals if isinstance(removals, list) else ()):
        if not isinstance(name, str) or not name.strip():
            continue
        path = path_of(name)
        in_list = any(isinstance(part, int) for part in path or ())
        if path is None or in_list or value_at(base, path) is None:
            where: Path = (SCENARIO, scenario, "remove", place)
            problems.append(
                Problem(f"there is no `{name}` to remove", where, _hint(base, path or ()))
            )
        else:
            base = _removed(base, path)
    overlay = overlay_of(description, scenario)
    rounding = value_at(description, (EXPECTED, "round"))
    if EXPECTED in overlay and rounding is not None:
        base[EXPECTED] = {"round": rounding}
    return _laid_over(base, overlay, ()), problems


def _hint(base: Description, path: Path) -> str:
    """What the name was probably meant to be."""
    if not path:
        return "for instance `partner.caw`"
    beside = table_at(base, *path[:-1])
    return suggestion(dotted(path), [dotted((*path[:-1], name)) for name in beside])


def removed_partners(base: Description, merged: Description) -> bool:
    """Whether partners of the description have left."""
    return not set(table_at(base, "partner")) <= set(table_at(merged, "partner"))


def _removed(description: Description, path: Path) -> Description:
    description = replaced(description, path, None)
    match path:
        case ("partner", partner):
            return _without_partner(description, partner)
        case ("cost", cost):
            lists = (where for where, _ in found(description, "subsidy.*.of"))
            return _without_name(description, lists, cost)
        case ("subsidy" | "revenue", line):
            lists = (where for where, _ in found(description, INCENTIVES))
            return _without_name(description, lists, line)
    return description


def _without_partner(description: Description, partner: str | int) -> Description:
    """The description without the id of a partner, wherever it stands."""
    lists = [
        path
        for place in (*CONTRIBUTIONS, "cost.*", "revenue.*")
        for field in ("only", "except")
        for path, _ in found(description, f"{place}.{field}")
    ]
    lists += [path for place in LISTS_OF_PROGRAMMES for path, _ in found(description, place)]
    description = _without_name(description, lists, partner)
    for place in CONTRIBUTIONS:
        for field in ("shares", "minimum", "maximum"):
            for path, _ in list(found(description, f"{place}.{field}.{partner}")):
                description = replaced(description, path, None)
    for path, owner in list(found(description, "unit.*.owner")):
        if owner == partner:
            description = replaced(description, path[:-1], None)
    if value_at(description, ("rounding", "difference")) == partner:
        # Where the partner has no share, the largest share takes the difference.
        description = replaced(description, ("rounding", "difference"), LARGEST)
    return description


def _without_name(description: Description, lists: Iterable[Path], name: str | int) -> Description:
    for path in list(lists):
        names = value_at(description, path)
        if isinstance(names, list) and name in names:
            description = replaced(description, path, [each for each in names if each != name])
    return description


def _laid_over(description: Description, overlay: Description, path: Path) -> Description:
    """The description with the overlay on it: tables merge, the rest replaces what stands there.

    Of fields that exclude one another, the one of the overlay wins.
    """
    for field in sorted(overlay, key=lambda name: name != "model"):
        value, here = overlay[field], (*path, field)
        for other in excluded_by(here, description):
            if other[:-1] == path and other[-1] not in overlay:
                description = replaced(description, other, None)
        stands = value_at(description, here)
        merges = isinstance(value, dict) and isinstance(stands, dict)
        if merges and not (field in _WHOLE and path not in _IDS):
            description = _laid_over(description, value, here)
        else:
            description = replaced(description, here, value)
    return description
