"""Changed inputs: the same figures in a description and in the cells of its workbook."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random
from typing import Any

Place = tuple[Any, ...]
"""The path of a figure in a description."""

UNITS = (Decimal("0.001"), Decimal("0.01"), Decimal("0.1"), 1, 10, 100, 1000)


YEARS = ("year", "since", "until")
"""Fields without a cell: a sheet is of one year."""
PARTS = ("occupancy", "fixed_share", "minimum_share", "maximum_share", "max_rise")
OF_EACH = ("shares", "minimum", "maximum", "minimum_share", "maximum_share", "previous")
"""Fields of a contribution that are a table of partners, perhaps."""


def figures(table: Mapping[str, Any], place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every figure of a description that has a cell, with its path."""
    for name, value in table.items():
        here = (*place, name)
        if isinstance(value, dict):
            yield from figures(value, here)
        elif isinstance(value, list):
            for at, each in enumerate(value):
                if isinstance(each, dict):
                    yield from figures(each, (*here, at))
        elif isinstance(value, int | Decimal) and name not in YEARS:
            yield here, value


def changed(description: dict[str, Any], random: Random) -> tuple[dict[str, Any], dict[Place, Any]]:
    """The description with some of its figures changed, and the new figures by their path."""
    made = copy.deepcopy(description)
    # A count beside homes with names has no cell: it can only agree with them.
    named = {home["owner"] for home in made.get("unit", {}).values()}
    counts = {("partner", owner, "units") for owner in named}
    places = {place: value for place, value in figures(made) if place not in counts}
    count = min(len(places), random.choice([1, 1, 2, 3, 6]))
    told = {}
    for place in random.sample(sorted(places, key=str), k=count):
        told[place] = new_value(place, places[place], random)
        set_at(made, place, told[place])
    return made, told


def new_value(place: Place, old: Any, random: Random) -> Any:
    """Another figure of the same kind; out of bounds at times."""
    if place == ("rounding", "unit"):
        return random.choice(UNITS)
    if random.random() < 0.04:
        return -3
    if place[-1] == "units":
        return random.randrange(6)
    if {*place[-2:]} & {*PARTS} or (place[0], place[-1]) == ("subsidy", "rate"):
        return Decimal(random.randrange(0, 101)).scaleb(-2)
    if place[-2] in ("key", "shares"):
        return old + random.choice([0, Decimal("0.05"), 1])
    cents = Decimal(random.randrange(1, 10 ** random.randrange(1, 9))).scaleb(-2)
    return random.choice(
        [0, old + 1, old * 2, cents, random.randrange(1, 300), old + Decimal("0.5")]
    )


def set_at(table: Any, place: Place, value: Any) -> None:
    """Set a value in nested tables and lists."""
    *path, last = place
    for name in path:
        table = table[name]
    table[last] = value


def cell_of(
    place: Place, description: Mapping[str, Any], names: Mapping[str, str]
) -> tuple[int, int]:
    """Row and column, from 1, of a figure on the sheet Input, by the names of its cells."""
    below = 0
    if place[0] in ("partner", "unit"):
        below = list(description[place[0]]).index(place[1])
        place = (place[0], *place[2:])
        # One number of days counts for households of one.
        place = (*place, 1) if place == ("partner", "days") else place
    elif place[-2] in OF_EACH:
        below = list(description["partner"]).index(place[-1])
        place = place[:-1]
    name = re.sub(r"\W", "_", "_".join(map(str, place)), flags=re.ASCII)
    match = re.match(r"Input!\$([A-Z]+)\$([0-9]+)", names[name])
    if match is None:
        raise ValueError(f"{name} names no cell of Input: {names[name]}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) + below, column
