"""Names in a description that must exist: partners, costs, keys.

They are checked on the description as it stands in the file, beside the fields, so that a
reader is told of an unknown partner and of a mistyped number in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.money import LARGEST, LARGEST_REMAINDER
from igs_costshare.reading.description import CONTRIBUTIONS, Description, found, table_at, value_at
from igs_costshare.values import BUILT_IN_KEYS, PER_WORDS


def suggestion(name: object, known: Iterable[str]) -> str:
    """The hint for an unknown name: the one that was probably meant, or those there are."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(str(name), names, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    if not names:
        return ""
    listed = ", ".join(f"`{each}`" for each in names[:12])
    return f"known: {listed}" + (" …" if len(names) > 12 else "")


def mistyped(field: str, table: Description) -> bool:
    """Whether a name in the table probably means the field, so that it is not missing as well."""
    from difflib import get_close_matches

    return bool(get_close_matches(field, [name for name in table if name != field], n=1))


def broken_references(description: Description) -> Iterator[Problem]:
    """Every name that nothing answers to, twice-used ids, and partners that lack a key."""
    yield from _unknown_partners(description)
    yield from _unknown_costs(description)
    yield from _repeated_names(description)
    yield from _repeated_line_ids(description)
    yield from _keys_without_figures(description)


def _unknown_partners(description: Description) -> Iterator[Problem]:
    partners = table_at(description, "partner")
    for path, name in _partner_names(description):
        if isinstance(name, str) and name not in partners:
            yield Problem(
                f"unknown partner `{name}`",
                path,
                suggestion(name, partners),
                at_key=path[-1] == name,
            )


def _partner_names(description: Description) -> Iterator[tuple[Path, Any]]:
    """Every place that names a partner; in a table of partners the key is the name."""
    yield from found(description, "unit.*.owner")
    for pattern in (*CONTRIBUTIONS, "cost.*", "revenue.*"):
        yield from found(description, f"{pattern}.only.*")
        yield from found(description, f"{pattern}.except.*")
    for pattern in CONTRIBUTIONS:
        for field in ("shares", "minimum", "maximum"):
            for path, _ in found(description, f"{pattern}.{field}.*"):
                yield path, path[-1]
    for path, taker in found(description, "rounding.difference"):
        if taker not in (LARGEST_REMAINDER, LARGEST):
            yield path, taker


def _unknown_costs(description: Description) -> Iterator[Problem]:
    costs = table_at(description, "cost")
    for path, name in found(description, "subsidy.*.of.*"):
        if isinstance(name, str) and name not in costs:
            yield Problem(f"unknown cost `{name}`", path, suggestion(name, costs))


def _repeated_names(description: Description) -> Iterator[Problem]:
    lists = [f"{place}.{field}" for place in (*CONTRIBUTIONS, "cost.*", "revenue.*")
             for field in ("only", "except")]  # fmt: skip
    for pattern in (*lists, "subsidy.*.of"):
        for path, names in found(description, pattern):
            if isinstance(names, list):
                for position, name in enumerate(names):
                    if name in names[:position]:
                        yield Problem(f"`{name}` stands here twice", (*path, position))


def _repeated_line_ids(description: Description) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for table in ("cost", "subsidy", "revenue"):
        for line in table_at(description, table):
            if line in taken:
                yield Problem(
                    f"the id `{line}` is taken by `{taken[line]}.{line}`",
                    (table, line),
                    "costs, subsidies and revenues share one set of ids",
                    at_key=True,
                )
            taken.setdefault(line, table)


@dataclass(frozen=True, slots=True)
class _Use:
    """A key that is used somewhere, and the table that says who takes part in it."""

    key: str
    path: Path
    scope: Path
    at_key: bool = False


def _keys_without_figures(description: Description) -> Iterator[Problem]:
    partners = table_at(description, "partner")
    own_keys = {partner: table_at(description, "partner", partner, "keys") for partner in partners}
    known = list(dict.fromkeys(key for keys in own_keys.values() for key in keys))
    missing: dict[tuple[str, str], _Use] = {}
    for use in _key_uses(description):
        if use.key in BUILT_IN_KEYS:
            continue
        if use.key not in known:
            hint = suggestion(use.key, [*known, *BUILT_IN_KEYS])
            yield Problem(f"unknown key `{use.key}`", use.path, hint, at_key=use.at_key)
            continue
        for partner in _taking_part(description, use.scope):
            if use.key not in own_keys.get(partner, known):
                missing.setdefault((partner, use.key), use)
    for (partner, key), use in missing.items():
        yield Problem(
            f"partner `{partner}` lacks the key `{key}`, which `{dotted(use.path)}` uses",
            ("partner", partner, "keys", key),
            f"add `{key} = …` to the `keys` of `{partner}`, or leave the partner out with `except`",
        )


def _key_uses(description: Description) -> Iterator[_Use]:
    for pattern in CONTRIBUTIONS:
        for path, contribution in found(description, pattern):
            if isinstance(contribution, dict):
                yield from _keys_of_contribution(contribution, path)
    for table in ("cost", "revenue"):
        for path, per in found(description, f"{table}.*.per"):
            if isinstance(per, str) and per not in PER_WORDS:
                yield _Use(per, path, path[:-1])


def _keys_of_contribution(contribution: Description, path: Path) -> Iterator[_Use]:
    key = contribution.get("key")
    if isinstance(key, str):
        yield _Use(key, (*path, "key"), path)
    for field in ("key", "rate"):
        for name in table_at(contribution, field):
            yield _Use(name, (*path, field, name), path, at_key=True)


def _taking_part(description: Description, scope: Path) -> Iterator[str]:
    """The partners that take part in the contribution or line at `scope`."""
    table = value_at(description, scope)
    line = value_at(description, scope[:-1]) if scope[-1] == "contribution" else None
    if len(scope) > 1 and isinstance(line, dict) and ("only" in line or "except" in line):
        table = line
    only, left_out = table.get("only"), table.get("except")
    for partner in table_at(description, "partner"):
        if isinstance(only, list) and partner not in only:
            continue
        if isinstance(left_out, list) and partner in left_out:
            continue
        yield partner
