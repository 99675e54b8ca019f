"""Names in a description that must exist: partners, costs, keys.

They are checked on the description as it stands in the file, beside the fields, so that a
reader is told of an unknown partner and of a mistyped number in one go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Literal, NamedTuple

from igs_costshare.checks.groups import stated_twice
from igs_costshare.description.contributions import Scoped
from igs_costshare.description.groups import is_group, members_of
from igs_costshare.description.ids import ACCOUNT, BUILT_IN_KEYS, EACH, PER_WORDS
from igs_costshare.description.kinds import counts_in_order, lists_of, references_of, tables_at
from igs_costshare.errors import Path, Problem, clipped, dotted
from igs_costshare.messages import Message, say
from igs_costshare.money import LARGEST, LARGEST_REMAINDER
from igs_costshare.reading.description import (
    ABSENT,
    COALITIONS,
    PAYMENT,
    PLAN_SAMENLEVEN,
    SETTLEMENT,
    Description,
    found,
    table_at,
    value_at,
)

_JUDGED = ("expected.", "governance.")
"""Tables of which `check` tells the names that nothing answers to."""
_SETTLED = (f"{PAYMENT}.", f"{SETTLEMENT}.")
"""Tables that may name who is not there this year."""


def broken_references(description: Description) -> Iterator[Problem]:
    """Every name that nothing answers to, twice-used ids, and partners that lack a key."""
    yield from _unknown_partners(description)
    yield from _unknown_lines(description)
    yield from _repeated_names(description)
    yield from _repeated_line_ids(description)
    yield from _groups(description)
    if table_at(description, "partner"):  # where nobody is there, that is told, and no more
        yield from _keys_without_figures(description)


def _unknown_partners(description: Description) -> Iterator[Problem]:
    partners = table_at(description, "partner")
    parties = partners | table_at(description, ABSENT)
    takers = dict.fromkeys((*partners, LARGEST_REMAINDER, LARGEST))
    for path, name in found(description, "rounding.difference"):
        yield from unknown_name("partner", name, takers, path)
    for reference in references_of("partner"):
        pattern, at_key = reference
        if pattern.startswith(_JUDGED) or (reference.in_list and counts_in_order(reference.place)):
            continue
        known = parties if pattern.startswith(_SETTLED) else partners
        for path, value in found(description, pattern):
            name = path[-1] if at_key else value
            yield from unknown_name("partner", name, known, path, at_key=at_key)
    yield from _unknown_holders(description, parties)


def unknown_in_order(whole_year: Description) -> Iterator[Problem]:
    """Names in an order of turns that nobody answers to, of a description with all partners.

    Who is not there this year has its place in the order all the same.
    """
    partners = table_at(whole_year, "partner")
    for pattern in filter(counts_in_order, lists_of("partner")):
        for path, name in found(whole_year, f"{pattern}.*"):
            yield from unknown_name("partner", name, partners, path)


def _unknown_holders(description: Description, parties: Description) -> Iterator[Problem]:
    """Who has paid or received: a partner, the account, or each what is its own."""
    holders = dict.fromkeys((*parties, ACCOUNT))
    to: tuple[tuple[Literal["holder", "payer"], Collection[str]], ...] = (
        ("holder", holders),
        ("payer", {**holders, EACH: None}),
    )
    for what, known in to:
        for pattern, at_key in references_of(what):
            for path, value in found(description, pattern):
                name = path[-1] if at_key else value
                yield from unknown_name("partner", name, known, path, at_key=at_key)


Named = Literal["partner", "cost", "income", "key", "column", "scenario"]
"""What a name in a file may stand for."""


def unknown_name(
    what: Named, name: object, known: Collection[str], path: Path, *, at_key: bool = False
) -> Iterator[Problem]:
    """The problem of a name that nothing answers to; what is no name at all is told elsewhere."""
    if isinstance(name, str) and name not in known:
        from igs_costshare.reading.suggestions import suggestion

        message = say("reference.unknown", what=_NAMED[what], name=clipped(name))
        yield Problem(message, path, suggestion(name, known), at_key)


_NAMED: dict[Named, Message] = {
    "partner": say("reference.partner"),
    "cost": say("reference.cost"),
    "income": say("reference.income"),
    "key": say("reference.key"),
    "column": say("reference.column"),
    "scenario": say("reference.scenario"),
}


def _unknown_lines(description: Description) -> Iterator[Problem]:
    costs = table_at(description, "cost")
    income = table_at(description, "subsidy") | table_at(description, "revenue")
    for path, name in _stated(description, "income"):
        yield from unknown_name("income", name, income, path)
    for path, name in _stated(description, "cost"):
        yield from unknown_name("cost", name, costs, path)


def _stated(
    description: Description, to: Literal["cost", "income"]
) -> Iterator[tuple[Path, object]]:
    """Every name of a cost or an income, and where it stands."""
    for pattern, _ in references_of(to):
        yield from found(description, pattern)


def _repeated_names(description: Description) -> Iterator[Problem]:
    for pattern in (*lists_of("partner"), *lists_of("income"), *lists_of("cost")):
        for path, names in found(description, pattern):
            if isinstance(names, list):
                seen: set[str] = set()
                for position, name in enumerate(names):
                    if isinstance(name, str):
                        if name in seen:
                            message = say("reference.twice", name=clipped(name))
                            yield Problem(message, (*path, position))
                        seen.add(name)


def _repeated_line_ids(description: Description) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for table in ("cost", "subsidy", "revenue"):
        for line in table_at(description, table):
            if line in taken:
                yield Problem(
                    say("reference.id_taken", id=clipped(line), by=dotted((taken[line], line))),
                    (table, line),
                    say("reference.one_set_of_ids"),
                    at_key=True,
                )
            taken.setdefault(line, table)


def _groups(description: Description) -> Iterator[Problem]:
    """Groups of partners: each of partners that there are, and of each once.

    A group that is stated twice is told here beside those, and else with what is missing.
    """
    found = [*_members(description)]
    yield from found
    groups = [*filter(is_group, table_at(description, COALITIONS))]
    if found:
        told = {problem.path for problem in found}
        yield from stated_twice(each for each in groups if (COALITIONS, each) not in told)


def _members(description: Description) -> Iterator[Problem]:
    """Members of groups that there are not, or that a group names twice."""
    partners = table_at(description, "partner")
    for name in filter(is_group, table_at(description, COALITIONS)):
        path: Path = (COALITIONS, name)
        members = members_of(name)
        for member in dict.fromkeys(members):
            yield from unknown_name("partner", member, partners, path, at_key=True)
            if members.count(member) > 1:
                yield Problem(say("reference.twice", name=clipped(member)), path, at_key=True)
                break


class _Use(NamedTuple):
    """A key that is used somewhere, and the table that says who takes part in it."""

    key: str
    path: Path
    scope: Path
    at_key: bool = False


def unknown_key_words(description: Description) -> Iterator[Problem]:
    """Words for keys that nobody has."""
    partners = table_at(description, "partner")
    keys = dict.fromkeys(key for id in partners for key in table_at(table_at(partners, id), "keys"))
    for name in table_at(description, "key"):
        yield from unknown_name("key", name, (*keys, *BUILT_IN_KEYS), ("key", name), at_key=True)


def _keys_without_figures(description: Description) -> Iterator[Problem]:
    partners = table_at(description, "partner")
    own_keys = {
        partner: keys
        for partner, table in partners.items()
        if isinstance(table, dict) and isinstance(keys := table.get("keys", {}), dict)
    }
    known = dict.fromkeys(key for keys in own_keys.values() for key in keys)
    for path, name in found(description, f"{PLAN_SAMENLEVEN}.key"):
        # Who lacks a figure is no obstacle to computing: `check` tells it.
        yield from unknown_name("key", name, (*known, *BUILT_IN_KEYS), path)
    missing: dict[tuple[str, str], tuple[Path, Path]] = {}
    for use in _key_uses(description):
        if use.key in BUILT_IN_KEYS:
            continue
        if use.key not in known:
            built_in = (*PER_WORDS, "use") if use.path[-1] == "per" else BUILT_IN_KEYS
            yield from unknown_name(
                "key", use.key, (*known, *built_in), use.path, at_key=use.at_key
            )
            continue
        for scope in _scopes(description, use):
            for partner in _taking_part(description, scope):
                if use.key not in own_keys.get(partner, known):
                    missing.setdefault((partner, use.key), (use.path, scope))
    if missing:
        from igs_costshare.reading.lacking import lacking_keys

        yield from lacking_keys(description, own_keys, missing)


def _scopes(description: Description, use: _Use) -> Iterator[Path]:
    """The tables that say who takes part where a key is used.

    The key of the common contribution also divides the lines that have a list of their own; where
    nothing else is shared, it is used for those only.
    """
    if use.path[:2] != ("contribution", "key"):
        yield _scope_of(description, use)
        return
    shared = [
        (path, "only" in line or "except" in line)
        for table in ("cost", "revenue")
        for path, line in found(description, f"{table}.*")
        if isinstance(line, dict) and "per" not in line and "contribution" not in line
    ]
    listed = [path for path, has_list in shared if has_list]
    if len(listed) < len(shared) or not listed or table_at(description, "subsidy"):
        yield use.scope
    yield from listed


def _scope_of(description: Description, use: _Use) -> Path:
    """The table that says who takes part; a line scales by those whom its contribution concerns."""
    line = table_at(description, *use.scope)
    if "scales" not in use.path or "only" in line or "except" in line:
        return use.scope
    return (*use.scope, "contribution") if "contribution" in line else ("contribution",)


def _key_uses(description: Description) -> Iterator[_Use]:
    """Every use of a key by those who take part in something: the common contribution first."""
    references = sorted(references_of("key"), key=lambda each: not each.pattern.startswith(_COMMON))
    for reference in references:
        depth = _depth_of_scope(reference.pattern)
        for path, value in found(description, reference.pattern):
            name = path[-1] if reference.at_key else value
            if not isinstance(name, str) or (path[-1] == "per" and name in PER_WORDS):
                continue
            if depth:
                yield _Use(name, path, path[:depth], reference.at_key)
            elif path[0] == "subsidy":
                # It goes by all who share the pool.
                yield _Use(name, path, ("contribution",), reference.at_key)


_COMMON = "contribution."


@cache
def _depth_of_scope(pattern: str) -> int:
    """How many names lead to the table that says who takes part; 0 where none does."""
    names = tuple(pattern.split("."))
    depths = (
        depth
        for depth in range(len(names))
        if any(issubclass(table, Scoped) for table in tables_at(names[:depth]))
    )
    return max(depths, default=0)


def _taking_part(description: Description, scope: Path) -> Iterator[str]:
    """The partners that take part in the contribution or line at `scope`."""
    table = table_at(description, *scope)
    line = value_at(description, scope[:-1]) if scope[-1] == "contribution" else None
    if len(scope) > 1 and isinstance(line, dict) and ("only" in line or "except" in line):
        table = line
    only, left_out = _ids(table.get("only")), _ids(table.get("except"))
    for partner in table_at(description, "partner"):
        if (only is None or partner in only) and (left_out is None or partner not in left_out):
            yield partner


def _ids(names: object) -> set[str] | None:
    """The ids of a list; None where there is none."""
    return {each for each in names if isinstance(each, str)} if isinstance(names, list) else None
