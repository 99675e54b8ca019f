"""Partners that become one: their figures are added up, and the new one takes their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal
from typing import Any, Literal

from igs_costshare.description.dates import is_day
from igs_costshare.description.groups import JOINS, members_of
from igs_costshare.description.kinds import lists_of, references_of, tables_of
from igs_costshare.description.values import Later
from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.messages import listed, say
from igs_costshare.reading.description import (
    COALITIONS,
    PLAN,
    Description,
    found,
    replaced,
    table_at,
    value_at,
)
from igs_costshare.reading.suggestions import suggestion
from igs_costshare.sharing.presence import ONE, Prorata, part_of_year

_EXACT = Context(prec=5_000)
_AGREED = ("kind", "region")
"""Fields that the new partner has where those that merge agree."""


def merged(
    description: Description, merges: Mapping[str, Any], where: Path, year: int
) -> tuple[Description, list[Problem]]:
    """The description with each new partner in place of those that become it in a year.

    `where` is the table of merges in the file. What cannot be merged is left as it was.
    """
    problems: list[Problem] = []
    for new, members in merges.items():
        told = [*_refused(description, new, members, (*where, new), year)]
        problems += told
        if not told:
            description = _merge(description, new, list(members))
    return description, problems


def _refused(
    description: Description, new: str, members: Any, where: Path, year: int
) -> Iterator[Problem]:
    """Why partners cannot become one."""
    partners = table_at(description, "partner")
    for at, each in enumerate(members):
        if each not in partners:
            message = say("reference.unknown", what=say("reference.partner"), name=each)
            yield Problem(message, (*where, at), suggestion(each, partners))
        else:
            yield from _in_part(description, each, (*where, at), year)
    if len(dict.fromkeys(members)) < 2:
        yield Problem(say("plan.merge_alone"), where, say("plan.merge_several"))
    if new in partners and new not in members:
        yield Problem(say("plan.merge_taken", partner=new), where, at_key=True)
    yield from _one_sided(description, set(members), where)


def _in_part(description: Description, id: str, where: Path, year: int) -> Iterator[Problem]:
    """That a partner is not there for the whole of a year, and so cannot merge in it."""
    partner = table_at(description, "partner", id)
    days = {field: partner[field] for field in ("from", "until") if is_day(partner.get(field))}
    prorata: Prorata = "days" if value_at(description, (PLAN, "prorata")) == "days" else "months"
    part = part_of_year(days.get("from"), days.get("until"), year, prorata)
    if part < ONE:
        in_part, absent = (
            say("plan.merge_in_part", partner=id, year=str(year)),
            say("plan.merge_absent", partner=id, year=str(year)),
        )
        hint = say("plan.merge_whole", fields=listed(f"`{field}`" for field in days))
        yield Problem(in_part if part else absent, where, hint)


def _one_sided(description: Description, members: set[str], where: Path) -> Iterator[Problem]:
    """Lists that name some of them, and not the others."""
    for pattern in lists_of("partner"):
        for path, names in found(description, pattern):
            if path[-1] == "order" or not isinstance(names, list):
                continue
            inside = members & {each for each in names if isinstance(each, str)}
            if inside and inside != members:
                message = say("plan.merge_one_sided", path=dotted(path))
                yield Problem(message, where, say("plan.merge_list"))


def _merge(description: Description, new: str, members: Sequence[str]) -> Description:
    partners = table_at(description, "partner")
    made = _partner([table_at(partners, each) for each in members], partners.get(new))
    order: dict[str, Any] = {}
    for id, partner in partners.items():
        if id not in members:
            order[id] = partner
        elif new not in order:
            order[new] = made
    description = {**description, "partner": order}
    for path, value in [*_places(description, new, members)]:
        description = replaced(description, path, value)
    if COALITIONS in description:
        costs = _groups(table_at(description, COALITIONS), new, set(members))
        description = {**description, COALITIONS: costs}
    return description


def _places(
    description: Description, new: str, members: Sequence[str]
) -> Iterator[tuple[Path, Any]]:
    """Every list, table and field that names one of them, with what it is for the new partner."""
    gone = set(members)
    for pattern in lists_of("partner"):
        for path, names in found(description, pattern):
            if isinstance(names, list) and gone & set(map(str, names)):
                renamed = (new if each in gone else each for each in names)
                yield path, list(dict.fromkeys(renamed))
    for pattern in (*tables_of("partner"), *tables_of("holder")):
        for path, amounts in found(description, pattern):
            if isinstance(amounts, dict) and gone & amounts.keys():
                yield path, _table(path, amounts, new, members)
    for pattern in _FIELDS:
        for path, name in found(description, pattern):
            if isinstance(name, str) and name in gone:
                yield path, new


def _groups(costs: Description, new: str, gone: set[str]) -> Description:
    """What groups pay in which all of them take part, or none."""
    made: Description = {}
    for name, cost in costs.items():
        members = members_of(name)
        inside = gone & {*members}
        if inside in (set(), gone):
            renamed = (new if each in gone else each for each in members)
            made[JOINS.join(dict.fromkeys(renamed))] = cost
    return made


_WHO: tuple[Literal["partner", "holder", "payer"], ...] = ("partner", "holder", "payer")
_FIELDS = (
    "rounding.difference",
    *(
        each.pattern
        for to in _WHO
        for each in references_of(to)
        if not each.at_key and not each.in_list
    ),
)
"""Fields that name one partner."""


def _partner(tables: Sequence[Description], own: object) -> Description:
    """The new partner: sums of homes, days and keys, and what they have in common."""
    made: Description = {}
    if isinstance(own, dict) and "name" in own:
        made["name"] = own["name"]
    for field in _AGREED:
        values = [table.get(field) for table in tables]
        if values[0] is not None and all(value == values[0] for value in values):
            made[field] = values[0]
    if any("units" in table for table in tables):
        made["units"] = _sum([table.get("units", 0) for table in tables])
    if any("days" in table for table in tables):
        made["days"] = _days([table["days"] for table in tables if "days" in table])
    keys = [table_at(table, "keys") for table in tables]
    shared = [key for key in keys[0] if all(key in own for own in keys)]
    if shared:
        made["keys"] = {key: _sum([own[key] for own in keys]) for key in shared}
    return made


def _days(stated: Sequence[Any]) -> Any:
    """Planned days by household size, or of one price where all state one number."""
    if not any(isinstance(each, dict) for each in stated):
        return _sum(stated)
    by_size: dict[str, Any] = {}
    for each in stated:
        for size, number in (each if isinstance(each, dict) else {"1": each}).items():
            by_size[size] = _sum([by_size.get(size, 0), number])
    return by_size


def _table(path: Path, amounts: Description, new: str, members: Sequence[str]) -> Description:
    """Figures by partner with those of the members added up; a bound that one lacks is none."""
    values = [amounts[each] for each in members if each in amounts]
    whole = len(values) == len(members) or path[-1] not in _BOUNDS
    made: Description = {}
    for id, value in amounts.items():
        if id not in members:
            made[id] = value
        elif isinstance(value, dict):
            continue  # what one of them says is not what the new one says
        elif whole and new not in made:
            made[new] = _sum(values)
    return made


_BOUNDS = ("minimum", "maximum", "minimum_share", "maximum_share", "previous")
"""Tables of which a figure that one partner lacks is none for all of them together."""


def _sum(numbers: Sequence[Any]) -> Any:
    total: Any = 0
    for number in numbers:
        if isinstance(total, int) and isinstance(number, int):
            total += number
        else:
            total = Later(_EXACT.add(Decimal(total), Decimal(number)))
    return total
