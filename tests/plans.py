"""Plans expanded by hand: the description of each year, on plain tables with exact fractions.

Nothing here comes from the program; `expanded` follows the contract of the years alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from typing import Any

Table = dict[str, Any]
Path = tuple[str, ...]

OF_A_MODEL = ("key", "rate", "shares", "fixed_amount", "fixed_share", "order", "since")
"""Fields that go with the model that they belong to; bounds and who takes part stay."""
AMOUNTS = ("amount", "cap", "fixed_amount", "minimum", "maximum", "cost", "fte_cost")
HEAD = ("label", "remove", "merge")


def expanded(whole: Table, year: int, scenario: str | None = None) -> Table:
    """The description of a year, with a plan that ends in it."""
    now = deepcopy({key: value for key, value in whole.items() if key != "scenario"})
    if scenario is not None:
        _lay(now, deepcopy(whole["scenario"][scenario]), where=("scenario",))
    plan = now.pop("plan")
    first = now["year"]
    for each in range(first + 1, year + 1):
        _rise(now, plan, each)
        _block(now, deepcopy(plan.get(str(each), {})))
        now["year"] = each
    for table in _models(now):
        if table["model"] == "turns":
            table.setdefault("since", first)
    now["plan"] = {"until": year, "prorata": plan.get("prorata", "months")}
    for id, partner in [*now["partner"].items()]:
        if ("from" in partner and partner["from"].year > year) or (
            "until" in partner and partner["until"].year < year
        ):
            # The order of turns still has it: it passes its turn on.
            orders = [(table, table["order"]) for table in _models(now) if "order" in table]
            _remove(now, f"partner.{id}")
            for table, order in orders:
                table["order"] = order
    return now


def _models(now: Table) -> Iterator[Table]:
    for table in (now, *now["cost"].values()):
        if "contribution" in table:
            yield table["contribution"]


def _lay(now: Table, overlay: Table, where: Path = ()) -> None:
    for path in overlay.pop("remove", []):
        _remove(now, path)
    overlay.pop("label", None)
    _over(now, overlay)


def _over(now: Table, overlay: Table) -> None:
    """What the overlay says, table by table; another model drops the fields of the old one."""
    for name, value in overlay.items():
        if isinstance(value, dict) and isinstance(now.get(name), dict):
            if (
                name == "contribution"
                and value.get("model", now[name]["model"]) != now[name]["model"]
            ):
                now[name] = {key: old for key, old in now[name].items() if key not in OF_A_MODEL}
            _over(now[name], value)
        else:
            now[name] = value


def _remove(now: Table, path: str) -> None:
    table, id = path.split(".")
    del now[table][id]
    if table == "partner":
        for model in _models(now):
            for field in ("only", "order"):
                if field in model:
                    model[field] = [each for each in model[field] if each != id]
            for field in ("shares", "minimum", "maximum"):
                if isinstance(model.get(field), dict):
                    model[field].pop(id, None)


def _block(now: Table, block: Table) -> None:
    for path in block.pop("remove", []):
        _remove(now, path)
    for new, members in block.pop("merge", {}).items():
        _merge(now, new, members)
    block.pop("label", None)
    _over(now, block)


def _merge(now: Table, new: str, members: list[str]) -> None:
    old = [now["partner"][each] for each in members]
    made: Table = {}
    if any("units" in each for each in old):
        made["units"] = sum(each.get("units", 0) for each in old)
    keys = [each.get("keys", {}) for each in old]
    made["keys"] = {
        key: sum(each[key] for each in keys) for key in keys[0] if all(key in own for own in keys)
    }
    partners: Table = {}
    for id, table in now["partner"].items():
        if id not in members:
            partners[id] = table
        elif new not in partners:
            partners[new] = made
    now["partner"] = partners
    for model in _models(now):
        for field in ("only", "order"):
            if field in model:
                names = [new if each in members else each for each in model[field]]
                model[field] = list(dict.fromkeys(names))
        for field in ("shares", "minimum", "maximum"):
            stated = model.get(field)
            if isinstance(stated, dict) and any(each in stated for each in members):
                _merge_table(stated, field, new, members)


def _merge_table(stated: Table, field: str, new: str, members: list[str]) -> None:
    found = [stated.pop(each) for each in members if each in stated]
    if field == "shares" or len(found) == len(members):
        stated[new] = sum(found)


def _rise(now: Table, plan: Table, year: int) -> None:
    """Every number of the description with its index and its step."""
    half = now.get("rounding", {}).get("half", "even")
    for path, named, holder in [*_numbers(now)]:
        index = _of(plan.get("index", {}), named, year)
        step = _of(plan.get("step", {}), named, year)
        if index or step:
            value = Fraction(holder[path[-1]]) * (1 + index) + step
            unit = plan.get("round")
            if unit is not None and "keys" not in path and _is_amount(path):
                value = _rounded(value / Fraction(unit), half) * Fraction(unit)
            holder[path[-1]] = value


def _is_amount(path: Path) -> bool:
    return any(part in AMOUNTS for part in (path[-1], path[-2]))


def _rounded(value: Fraction, half: str) -> int:
    """The nearest whole number; a half goes to the even one, or away from zero."""
    low = value.numerator // value.denominator
    rest = value - low
    if rest != Fraction(1, 2):
        return low + (rest > Fraction(1, 2))
    if half == "even":
        return low + low % 2
    return low + (value > 0)


def _of(table: Table, named: Path, year: int) -> Fraction:
    fitting = []
    for pattern, stated in table.items():
        parts = pattern.split(".")
        if len(parts) == len(named) and all(
            one in ("*", other) for one, other in zip(parts, named, strict=True)
        ):
            fitting.append((parts.count("*"), stated))
    if not fitting:
        return Fraction(0)
    _, stated = min(fitting, key=lambda each: each[0])
    return Fraction(stated.get(str(year), 0) if isinstance(stated, dict) else stated)


def _numbers(now: Table) -> Iterator[tuple[Path, Path, Table]]:
    """Path, the path that a plan names it by, and the table that holds it."""
    path: Path
    for id, cost in now["cost"].items():
        if "amount" in cost:
            path = ("cost", id, "amount")
            yield path, path, cost
    for id, partner in now["partner"].items():
        for key in partner.get("keys", {}):
            path = ("partner", id, "keys", key)
            yield path, path, partner["keys"]
    common = now.get("contribution", {})
    for field in ("fixed_amount", "minimum", "maximum"):
        stated, path = common.get(field), ("contribution", field)
        if isinstance(stated, dict):
            for id in stated:
                yield (*path, id), path, stated
        elif stated is not None:
            yield path, path, common


def plain(value: Any) -> Any:
    """The tables with every fraction as the decimal that it is."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, Fraction):
        return _decimal(value)
    return value


def _decimal(value: Fraction) -> Decimal | int:
    """A fraction over a power of ten."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = int(value * 10**places)
    if not places:
        return digits
    return Decimal(digits).scaleb(-places)
