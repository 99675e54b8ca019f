"""What a scenario takes away from its description, and all that names it there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, Literal

from igs_costshare.description.groups import members_of
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.kinds import counts_in_order, lists_of, references_of, tables_of
from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.messages import Message, say
from igs_costshare.money import LARGEST
from igs_costshare.reading.description import (
    ABSENT,
    ASSESSMENT,
    COALITIONS,
    EXPECTED,
    PAYMENT,
    SETTLEMENT,
    Description,
    found,
    table_at,
    value_at,
)
from igs_costshare.reading.overrides import path_of
from igs_costshare.reading.suggestions import suggestion

_TOLD = ("name", "nis", "reference", "kind")
"""What a file says of who a partner is, there this year or not."""
_HOLDERS: tuple[Literal["holder", "payer"], ...] = ("holder", "payer")


def without_absent(
    description: Description, partners: Sequence[str], *, later: bool
) -> Description:
    """A copy without partners that are not there this year, whom the table of the absent names.

    An order of turns still has them: whose turn it would be passes it on, and the turns of the
    others stay in their years. So does all that is settled: what is left from last year, and what
    they paid in advance; but in a `later` year than that of the file, payments come back only for
    who is there. Only the account they cannot keep.
    """
    if later:
        description = _without_payments(description, {*partners})
    kept = [
        (path, value) for pattern in _kept_patterns() for path, value in found(description, pattern)
    ]
    there, _ = without_all(description, [f"partner.{id}" for id in partners], ())
    for path, value in kept:
        table_at(there, *path[:-1])[str(path[-1])] = value
    there[ABSENT] = {id: _who(table_at(description, "partner", id)) for id in partners}
    return there


def _without_payments(description: Description, partners: AbstractSet[str]) -> Description:
    """The description without what partners pay, or are paid, as stated."""
    payments: Description = {}
    for id, payment in table_at(description, PAYMENT).items():
        if value_at(payment, ("to",)) in partners:
            continue
        amounts = value_at(payment, ("amounts",))
        if not isinstance(amounts, dict) or not partners & amounts.keys():
            payments[id] = payment
        elif stay := {each: sum for each, sum in amounts.items() if each not in partners}:
            payments[id] = {**payment, "amounts": stay}
    return {
        key: payments if key == PAYMENT else value
        for key, value in description.items()
        if key != PAYMENT or payments
    }


@cache
def _kept_patterns() -> tuple[str, ...]:
    """Where the file may name who is not there this year."""
    settled = (f"{PAYMENT}.", f"{SETTLEMENT}.", f"{EXPECTED}.{SETTLEMENT}")
    places = (*lists_of("partner"), *tables_of("partner"))
    fields = (each.pattern for to in _HOLDERS for each in references_of(to) if not each.at_key)
    return (
        *filter(counts_in_order, lists_of("partner")),
        *(each for each in places if each.startswith(settled)),
        *fields,
        *tables_of("holder"),
        "cost.*.in_kind",
    )


def _who(partner: Description) -> Description:
    """What the file says of who a partner is."""
    return {field: partner[field] for field in _TOLD if field in partner}


def without_all(
    description: Description, names: Sequence[Any], where: Path
) -> tuple[Description, list[Problem]]:
    """A copy of the description without what the names lead to, and those that lead nowhere.

    `where` is the list of names in the file. What names them elsewhere goes in one round at the
    end, so that a long list takes no longer for each of its names.
    """
    copy = _copied(description)
    removed: list[Path] = []
    problems: list[Problem] = []
    for place, name in enumerate(names):
        if not isinstance(name, str) or not name.strip():
            continue
        path = path_of(name)
        in_list = any(isinstance(part, int) for part in path or ())
        if path is None or in_list or value_at(copy, path) is None:
            reason = say("reference.not_to_remove", name=name)
            problems.append(Problem(reason, (*where, place), _hint(copy, path or ())))
        else:
            del table_at(copy, *path[:-1])[str(path[-1])]
            removed.append(path)
    _forget_partners(copy, {path[1] for path in removed if _is_entry(path, "partner")})
    costs = {path[1] for path in removed if _is_entry(path, "cost")}
    for pattern in lists_of("cost"):
        _forget(copy, pattern, costs)
    lines = {path[1] for path in removed if _is_entry(path, "subsidy", "revenue")}
    for pattern in lists_of("income"):
        _forget(copy, pattern, lines)
    return copy, problems


def _copied(value: Any) -> Any:
    """A copy whose tables and lists can be changed."""
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _hint(description: Description, path: Path) -> Message | None:
    """What the name was probably meant to be."""
    if not path:
        return say("reference.such_as", example="partner.caw")
    beside = table_at(description, *path[:-1])
    return suggestion(dotted(path), [dotted((*path[:-1], name)) for name in beside])


def _is_entry(path: Path, *tables: str) -> bool:
    return len(path) == 2 and path[0] in tables


def _forget_partners(description: Description, partners: AbstractSet[str | int]) -> None:
    """Take the ids of partners away wherever they stand."""
    for pattern in lists_of("partner"):
        _forget(description, pattern, partners)
    for table in _tables(description, tables_of("partner")):
        for partner in [each for each in table if each in partners]:
            del table[partner]
    if partners:
        _forget_groups(description, partners)
    homes = table_at(description, "unit")
    for path, owner in list(found(description, "unit.*.owner")):
        if isinstance(owner, str) and owner in partners:
            del homes[str(path[1])]
    _leave_to_account(description, partners)
    rounding = table_at(description, "rounding")
    taker = rounding.get("difference")
    if isinstance(taker, str) and taker in partners:
        # Where the partner has no share, the largest share takes the difference.
        rounding["difference"] = LARGEST


def _forget_groups(description: Description, partners: AbstractSet[str | int]) -> None:
    """Take away what groups with the partners would pay, and tables of which nothing is left."""
    groups, judged = table_at(description, COALITIONS), table_at(description, ASSESSMENT)
    gone = [each for each in groups if partners & {*members_of(each)}]
    if any(table_at(description, table) for table in ("cost", "revenue")):
        # What the others pay all together is the bill of the statement.
        left = {*table_at(description, "partner")}
        gone += [each for each in groups if {*members_of(each)} == left]
    for name in gone:
        del groups[name]
    for held, inside in ((COALITIONS, groups), (ASSESSMENT, table_at(judged, "partner"))):
        if held in description and not inside:
            del description[held]


def _leave_to_account(description: Description, partners: AbstractSet[str | int]) -> None:
    """What a partner paid, received or kept counts as the account's; so is nothing in kind."""
    for to in _HOLDERS:
        for pattern, at_key in references_of(to):
            for path, name in [] if at_key else list(found(description, pattern)):
                if isinstance(name, str) and name in partners:
                    _take_out(description, path)
    for pattern in tables_of("holder"):
        for path, amounts in list(found(description, pattern)):
            if isinstance(amounts, dict) and partners & amounts.keys():
                gone = [amounts.pop(each) for each in partners & amounts.keys()]
                if any(gone):
                    amounts[ACCOUNT] = sum(gone, amounts.get(ACCOUNT, 0))
                    _take_out(description, (*path[:-1], "in_kind"))
    keeper = value_at(description, (SETTLEMENT, "account"))
    if isinstance(keeper, str) and keeper in partners:
        _take_out(description, (SETTLEMENT, "account"))


def settled_by(description: Description, partner: str) -> Iterator[Path]:
    """Where the file says that a partner paid, received or gets something, or keeps the account."""
    for to in _HOLDERS:
        for pattern in (each.pattern for each in references_of(to) if not each.at_key):
            yield from (path for path, name in found(description, pattern) if name == partner)
    for pattern in (*tables_of("holder"), f"{PAYMENT}.*.amounts"):
        for path, amounts in found(description, pattern):
            if isinstance(amounts, dict) and amounts.get(partner):
                yield path
    if value_at(description, (SETTLEMENT, "account")) == partner:
        yield SETTLEMENT, "account"


def _take_out(description: Description, path: Path) -> None:
    """Take a field away; who is gone brings nothing in."""
    table = table_at(description, *path[:-1])
    table.pop(str(path[-1]), None)
    if path[-1] == "paid_by":
        table.pop("in_kind", None)


def _tables(description: Description, patterns: Iterable[str]) -> Iterator[Description]:
    for pattern in patterns:
        for _, table in found(description, pattern):
            if isinstance(table, dict):
                yield table


def _forget(description: Description, pattern: str, names: Collection[str | int]) -> None:
    """Take the names out of every list that fits the pattern."""
    for _, entries in found(description, pattern):
        if names and isinstance(entries, list):
            entries[:] = [each for each in entries if not (isinstance(each, str) and each in names)]
