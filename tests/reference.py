"""A second reading of the contract: slow, plain, and independent of the calculator.

It states a valid description, as ``tomllib.loads(text, parse_float=Decimal)`` gives it, in the
shape of the JSON of ``compute``. The comments say in other words which rule of the contract is
obeyed; "Reading" marks a choice where the contract leaves room.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

Table = dict[str, Any]
Description = dict[str, Any]
Figures = dict[str, Fraction]  # one figure for each partner

ZERO = Fraction(0)
ONE = Fraction(1)
PRICED_BY = {"unit": "units", "partner": "partners", "day": "days"}
USED = ("days", "use")  # what was used is what it is, and no part of a year cuts it


class Impossible(Exception):
    """The figures of a description are ones that the contract refuses."""


def total_of(figures: Figures) -> Fraction:
    return sum(figures.values(), ZERO)


# ---------------------------------------------------------------- parts of a year


def is_there(partner: Table, day: date) -> bool:
    # From that day, and to that day, included.
    return bool(partner.get("from", day) <= day <= partner.get("until", day))


def part_of_year(d: Description, partner: str) -> Fraction:
    """For which part of the year a partner is there."""
    dates = d["partner"][partner]
    if "from" not in dates and "until" not in dates:
        return ONE
    # `from` and `until` need `year`, and are in their order.
    if "year" not in d:
        raise Impossible("a part of a year without a year")
    if "from" in dates and "until" in dates and dates["from"] > dates["until"]:
        raise Impossible("gone before it came")
    prorata = d.get("plan", {}).get("prorata", "months")
    return _part(int(d["year"]), dates.get("from"), dates.get("until"), prorata)


@cache
def _part(year: int, came: date | None, left: date | None, prorata: str) -> Fraction:
    """Counted day by day."""
    dates = {name: day for name, day in (("from", came), ("until", left)) if day is not None}
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range(366)]
    days = [day for day in days if day.year == first.year]
    there = [day for day in days if is_there(dates, day)]
    if prorata == "days":
        return Fraction(len(there), len(days))
    # Calendar months begun, of 12.
    return Fraction(len({day.month for day in there}), 12)


def counts(d: Description, partner: str, key: str) -> Fraction:
    """What a partner counts for by a key in this year."""
    amount = figure(d, partner, key)
    return amount if key in USED else amount * part_of_year(d, partner)


def those_there(d: Description) -> Description:
    """The description as if those who are there on no day of its year were removed."""
    gone = [one for one in d["partner"] if part_of_year(d, one) == 0]
    return without(d, gone) if gone else d


def without(part: Any, gone: list[str]) -> Any:
    """A table or list without these ids, wherever they stand in it."""
    if isinstance(part, list):
        return [without(one, gone) for one in part if one not in gone]
    if not isinstance(part, dict):
        return part
    # Who is not there keeps its turn in the order, and passes it on.
    left = {
        name: one if name == "order" else without(one, gone)
        for name, one in part.items()
        if name not in gone and not (isinstance(one, dict) and one.get("owner") in gone)
    }
    if left.get("difference") in gone:
        # Where the partner has no share, the largest share takes the difference.
        left["difference"] = "largest"
    return left


# ---------------------------------------------------------------- homes, days and day prices


def homes(d: Description, partner: str) -> list[Table]:
    """The homes of a partner; a home that is only counted has nothing of its own."""
    named = [home for home in d.get("unit", {}).values() if home["owner"] == partner]
    count = d["partner"][partner].get("units")
    # A count and named homes for one partner must agree.
    if named and count is not None and count != len(named):
        raise Impossible(f"{partner} counts {count} homes and names {len(named)}")
    # The number of homes is 0 when absent.
    return named or [{} for _ in range(count or 0)]


def price_for(prices: Table, size: int) -> Fraction:
    # The last price also holds for larger households.
    return Fraction(prices[str(min(size, len(prices)))])


def mean_price(prices: Table, mix: Table | None) -> Fraction:
    # Without a mix all sizes weigh the same.
    weights = mix if mix is not None else dict.fromkeys(prices, 1)
    weight = sum((Fraction(one) for one in weights.values()), ZERO)
    if weight == 0:
        raise Impossible("the mix weighs nothing")
    amount = ZERO
    for size, one in weights.items():
        amount += Fraction(one) * price_for(prices, int(size))
    return amount / weight


def home_income(d: Description, home: Table) -> Fraction:
    # What a home has of its own overrides [day_price], field by field.
    terms = {**d.get("day_price", {}), **home}
    # Reading: a home for which no days and occupancy are given earns nothing.
    if "days" not in terms or "occupancy" not in terms:
        return ZERO
    if "prices" not in terms:
        raise Impossible("a home without prices")
    # Each home earns days x occupancy x mean price.
    price = mean_price(terms["prices"], terms.get("mix"))
    return Fraction(terms["days"]) * Fraction(terms["occupancy"]) * price


def earns_day_price(d: Description) -> bool:
    """Days and occupancy are given, for all homes or for one of them."""
    terms = d.get("day_price", {})
    merged = [terms, *({**terms, **home} for home in d.get("unit", {}).values())]
    return any("days" in one and "occupancy" in one for one in merged)


def days_of_use(d: Description, partner: str) -> Fraction:
    # Planned days by household size, or one number; 0 when absent.
    days = d["partner"][partner].get("days", 0)
    if isinstance(days, dict):
        return sum((Fraction(one) for one in days.values()), ZERO)
    return Fraction(days)


def use(d: Description, partner: str) -> Fraction:
    # Days of use x day price.
    prices = d.get("day_price", {}).get("prices")
    if prices is None:
        raise Impossible("use needs day prices")
    days = d["partner"][partner].get("days", 0)
    if not isinstance(days, dict):
        if days != 0 and len(prices) != 1:
            raise Impossible("one number of days goes with one price")
        return Fraction(days) * price_for(prices, 1)
    return sum((Fraction(one) * price_for(prices, int(size)) for size, one in days.items()), ZERO)


# ---------------------------------------------------------------- keys and who takes part


def figure(d: Description, partner: str, key: str) -> Fraction:
    # Built in are partners (1 each), units, days and use; other keys are those of the partner.
    if key == "partners":
        return ONE
    if key == "units":
        return Fraction(len(homes(d, partner)))
    if key == "days":
        return days_of_use(d, partner)
    if key == "use":
        return use(d, partner)
    keys = d["partner"][partner].get("keys", {})
    # A partner that takes part and lacks a key that is used is an error naming both.
    if key not in keys:
        raise Impossible(f"{partner} has no figure for {key}")
    return Fraction(keys[key])


def has_list(table: Table) -> bool:
    return "only" in table or "except" in table


def those_in(d: Description, table: Table) -> list[str]:
    """The partners left by the list of this table, in file order."""
    everyone = list(d["partner"])
    if "only" in table:
        left = [one for one in everyone if one in table["only"]]
    else:
        left = [one for one in everyone if one not in table.get("except", [])]
    # Somebody must be left.
    if not left:
        raise Impossible("nobody takes part")
    return left


def takers(d: Description, line: Table) -> list[str]:
    """The partners that take part in a line."""
    # A line's own list replaces that of its contribution, or of the [contribution].
    if has_list(line):
        return those_in(d, line)
    # The list of the top [contribution] holds for no line with a contribution of its own,
    # and a price is borne by every partner.
    if "contribution" in line:
        return those_in(d, line["contribution"])
    if "per" in line:
        return list(d["partner"])
    return those_in(d, d["contribution"])


def shares_of_key(d: Description, key: str, among: list[str]) -> Figures:
    figures = {one: counts(d, one, key) for one in among}
    # A key that is zero for every partner that takes part is an error.
    if total_of(figures) == 0:
        raise Impossible(f"the key {key} is zero for every partner that takes part")
    return {one: figures[one] / total_of(figures) for one in among}


def shares_of_keys(d: Description, key: str | Table, among: list[str]) -> Figures:
    # A key is one name, or several with weights: a ratio, or parts that add up to 1.
    weights = {key: 1} if isinstance(key, str) else key
    weight = sum((Fraction(one) for one in weights.values()), ZERO)
    whole = all(Fraction(one).denominator == 1 for one in weights.values())
    if weight == 0 or (weight != 1 and not whole):
        raise Impossible("weights are a ratio of whole numbers or add up to 1")
    shares = dict.fromkeys(among, ZERO)
    for name, one in weights.items():
        # Each part of the amount is divided by its own key.
        part = shares_of_key(d, name, among)
        for partner in among:
            shares[partner] += Fraction(one) / weight * part[partner]
    return shares


def ask_for_whole_shares(d: Description) -> None:
    """The percentages of the file add up to 100; within 0.1 of it they are scaled."""
    lines = [*d.get("cost", {}).values(), *d.get("revenue", {}).values()]
    for rules in (d.get("contribution", {}), *(line.get("contribution", {}) for line in lines)):
        whole = sum((Fraction(share) for share in rules.get("shares", {}).values()), ZERO)
        if "shares" in rules and abs(whole - 100) > Fraction(1, 10):
            raise Impossible("the agreed shares do not add up to 100")


# ---------------------------------------------------------------- models of contribution


def is_charge(rules: Table) -> bool:
    """A charge is set by amounts, rates or days, whatever the pool is."""
    if rules["model"] == "per-day" or "rate" in rules:
        return True
    return bool(rules["model"] == "fixed" and "fixed_amount" in rules)


def has_bounds(rules: Table) -> bool:
    bounds = ("minimum", "maximum", "minimum_share", "maximum_share", "max_rise")
    return any(bound in rules for bound in bounds)


def agreed_shares(d: Description, rules: Table, among: list[str]) -> Figures:
    listed = {one: Fraction(share) for one, share in rules["shares"].items()}
    # Every partner that takes part is listed.
    for one in among:
        if one not in listed:
            raise Impossible(f"no agreed share for {one}")
    # Reading: where a line has its own list, the shares of those left are scaled.
    # Times the part of the year, they are scaled to 100.
    left = {one: listed[one] * part_of_year(d, one) for one in among}
    if total_of(left) == 0:
        raise Impossible("the agreed shares of those that take part are all zero")
    return {one: left[one] / total_of(left) for one in among}


def whose_turn(d: Description, rules: Table, among: list[str]) -> str:
    # All of it is borne by order[(year - since) mod n]; who takes no part passes it on.
    if "year" not in d:
        raise Impossible("turns need a year")
    order, year = rules["order"], int(d["year"])
    turn = (year - int(rules.get("since", year))) % len(order)
    for step_on in range(len(order)):
        one = order[(turn + step_on) % len(order)]
        if one in among:
            return str(one)
    raise Impossible("nobody whose turn it may be takes part")


def proportions(d: Description, rules: Table, among: list[str]) -> Figures:
    """The model's own proportions, without its amounts and bounds; they add up to 1."""
    equal = shares_of_key(d, "partners", among)
    if rules["model"] == "fixed":
        return equal
    if rules["model"] == "agreed":
        return agreed_shares(d, rules, among)
    if rules["model"] == "turns":
        bearer = whose_turn(d, rules, among)
        return {one: Fraction(one == bearer) for one in among}
    by_key = shares_of_keys(d, rules["key"], among)
    # variable: by key; mixed: that share of it equally, the rest by key. A mixed model without
    # its fixed amount is its key alone.
    part = Fraction(rules.get("fixed_share", 0))
    return {one: part * equal[one] + (1 - part) * by_key[one] for one in among}


def model_gives(d: Description, rules: Table, among: list[str], pool: Fraction) -> Figures:
    shares = proportions(d, rules, among)
    amount = Fraction(rules.get("fixed_amount", 0))
    fixed = {one: amount * part_of_year(d, one) for one in among}
    rest = pool - total_of(fixed)
    # The fixed amounts may not exceed the pool; the rest of the pool goes by key.
    if amount and rest < 0:
        raise Impossible("the fixed amounts exceed the pool")
    return {one: fixed[one] + rest * shares[one] for one in among}


def stated_bound(rules: Table, name: str, partner: str) -> Fraction | None:
    # One number for every partner, or a table of ids.
    value = rules.get(name)
    if isinstance(value, dict):
        value = value.get(partner)
    return None if value is None else Fraction(value)


def bound(d: Description, rules: Table, name: str, partner: str, pool: Fraction) -> Fraction | None:
    # In euros, in parts of the pool, or above what it paid before; the tightest holds.
    amounts = []
    amount = stated_bound(rules, name, partner)
    if amount is not None:
        amounts.append(amount)
    part = stated_bound(rules, f"{name}_share", partner)
    if part is not None:
        # Reading: there is no part of a pool of less than nothing.
        amounts.append(part * pool if pool > 0 else ZERO)
    if name == "maximum" and "max_rise" in rules and partner in rules.get("previous", {}):
        amounts.append(Fraction(rules["previous"][partner]) * (1 + Fraction(rules["max_rise"])))
    if not amounts:
        return None
    # Of who is there for a part of the year, that part.
    tightest = max(amounts) if name == "minimum" else min(amounts)
    return tightest * part_of_year(d, partner)


def crossed_as_stated(rules: Table, partner: str) -> bool:
    """A minimum above the maximum in the same unit is an error whatever the pool is."""
    for low, high in (("minimum", "maximum"), ("minimum_share", "maximum_share")):
        least, most = stated_bound(rules, low, partner), stated_bound(rules, high, partner)
        if least is not None and most is not None and least > most:
            return True
    return False


def clamp(amount: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    if low is not None and high is not None and low > high:
        raise Impossible("a minimum above the maximum")
    if low is not None and amount < low:
        return low
    if high is not None and amount > high:
        return high
    return amount


def within(
    d: Description, rules: Table, partner: str, amount: Fraction, pool: Fraction
) -> Fraction:
    if crossed_as_stated(rules, partner):
        raise Impossible("a minimum above the maximum")
    low = bound(d, rules, "minimum", partner, pool)
    high = bound(d, rules, "maximum", partner, pool)
    return clamp(amount, low, high)


def clamped(
    d: Description, rules: Table, amounts: Figures, factor: Fraction, pool: Fraction
) -> Figures:
    return {one: within(d, rules, one, factor * amounts[one], pool) for one in amounts}


def turning_points(
    d: Description, rules: Table, amounts: Figures, pool: Fraction
) -> list[Fraction]:
    """0 and every factor at which some partner reaches a bound, rising."""
    points = {ZERO}
    for one, amount in amounts.items():
        for name in ("minimum", "maximum"):
            limit = bound(d, rules, name, one, pool)
            if limit is not None and amount > 0:
                points.add(limit / amount)
    return sorted(points)


def factor_for(d: Description, rules: Table, amounts: Figures, pool: Fraction) -> Fraction:
    """The factor at which the clamped amounts add up to the pool.

    Their total is a broken line that never falls: straight between two turning points, and
    straight after the last. So it is enough to know it at those points and one step beyond.
    """
    points = turning_points(d, rules, amounts, pool)
    points.append(points[-1] + 1)
    totals = [total_of(clamped(d, rules, amounts, point, pool)) for point in points]
    if pool < totals[0]:
        raise Impossible("the minimum contributions exceed the pool")
    for i in range(len(points) - 1):
        last = i == len(points) - 2
        if totals[i] <= pool and (pool <= totals[i + 1] or last):
            if totals[i] == pool:
                return points[i]
            if totals[i] == totals[i + 1]:
                break
            slope = (totals[i + 1] - totals[i]) / (points[i + 1] - points[i])
            return points[i] + (pool - totals[i]) / slope
    raise Impossible("the maximum contributions fall short of the pool")


def within_bounds(d: Description, rules: Table, amounts: Figures, pool: Fraction) -> Figures:
    # Each pays clamp(factor x what the model gives), and the total stays the pool.
    held = clamped(d, rules, amounts, factor_for(d, rules, amounts, pool), pool)
    assert total_of(held) == pool
    return held


def division(d: Description, rules: Table, among: list[str], pool: Fraction) -> Figures:
    """What each partner that takes part exactly pays of the pool."""
    # A pool of 0 or less with bounds or fixed amounts is an error; without them the model's own
    # proportions hold.
    if pool <= 0 and (has_bounds(rules) or "fixed_amount" in rules):
        raise Impossible("nothing to divide, with bounds or fixed amounts")
    amounts = model_gives(d, rules, among, pool)
    return within_bounds(d, rules, amounts, pool) if has_bounds(rules) else amounts


def pool_shares(d: Description, pool: Fraction) -> Figures:
    """The proportions in which every pooled line is divided."""
    rules = d["contribution"]
    among = those_in(d, rules)
    contributions = division(d, rules, among, pool)
    if pool == 0:
        return proportions(d, rules, among)
    # The proportions of the contributions to the whole pool.
    return {one: contributions[one] / pool for one in among}


# ---------------------------------------------------------------- charges


def by_brackets(brackets: list[Table], amount: Fraction) -> Fraction:
    charge, low = ZERO, ZERO
    for bracket in brackets:
        high = Fraction(bracket["up_to"]) if "up_to" in bracket else None
        falls_in = (amount > low or bracket is brackets[0]) and (high is None or amount <= high)
        if "amount" in bracket:
            # A class: a figure that falls in it (its end included, 0 in the first) pays once.
            charge += Fraction(bracket["amount"]) if falls_in else ZERO
        elif amount > low:
            # Each bracket applies to the part of the figure that falls in it.
            part = (amount if high is None else min(amount, high)) - low
            charge += Fraction(bracket["rate"]) * part
        if high is None:
            return charge
        low = high
    # A figure above the last bracket is an error.
    if amount > low:
        raise Impossible(f"{amount} is above the last bracket")
    return charge


def by_rate(d: Description, rules: Table, partner: str) -> Fraction:
    # The sum of rate x key figure, for a whole year, of which a part is charged.
    charge = ZERO
    for key, rate in rules["rate"].items():
        amount = figure(d, partner, key)
        brackets = rate if isinstance(rate, list) else [{"rate": rate}]
        part = ONE if key in USED else part_of_year(d, partner)
        charge += part * by_brackets(brackets, amount)
    return charge


def charge_of(d: Description, rules: Table, partner: str, pool: Fraction) -> Fraction:
    if rules["model"] == "per-day":
        charge = use(d, partner)
    else:
        # fixed: that amount; variable: by rate; mixed: their sum.
        charge = Fraction(rules.get("fixed_amount", 0)) * part_of_year(d, partner)
        charge += by_rate(d, rules, partner) if "rate" in rules else ZERO
    # With a charge each one is simply clamped.
    return within(d, rules, partner, charge, pool)


def charges(d: Description, pool: Fraction) -> Figures:
    rules = d["contribution"]
    # Per-day contributions and referring partners that pay would bill the days twice.
    if rules["model"] == "per-day" and d.get("day_price", {}).get("paid_by") == "partner":
        raise Impossible("the days would be billed twice")
    return {one: charge_of(d, rules, one, pool) for one in those_in(d, rules)}


# ---------------------------------------------------------------- exact totals and the pool


def price(d: Description, line: Table) -> Fraction:
    """The amount of a line, or its price where it is per something."""
    if "amount" in line:
        return Fraction(line["amount"])
    # FTE x the cost of one, or x the line's own.
    cost = line["fte_cost"] if "fte_cost" in line else d["fte"]["cost"]
    return Fraction(line["fte"]) * Fraction(cost)


def per_figure(d: Description, line: Table, partner: str) -> Fraction:
    # "unit", "partner", "day" or the name of a key.
    per: str = line["per"]
    return counts(d, partner, PRICED_BY.get(per, per))


def times(d: Description, line: Table) -> Fraction:
    """How often the amount of a line counts."""
    if "per" not in line:
        return ONE
    return sum((per_figure(d, line, one) for one in takers(d, line)), ZERO)


def line_total(d: Description, line: Table) -> Fraction:
    return price(d, line) * times(d, line)


def is_pooled(line: Table) -> bool:
    # Costs and revenues without per, only, except and a contribution of their own.
    return not ("per" in line or "contribution" in line or has_list(line))


def all_costs(d: Description) -> Fraction:
    return sum((line_total(d, line) for line in d.get("cost", {}).values()), ZERO)


def eligible_costs(d: Description, subsidy: Table) -> Fraction:
    # By default all costs, those with per included.
    ids = subsidy.get("of", list(d.get("cost", {})))
    return sum((line_total(d, d["cost"][one]) for one in ids), ZERO)


def pool_before_subsidies(d: Description) -> Fraction:
    pool = ZERO
    for line in d.get("cost", {}).values():
        pool += line_total(d, line) if is_pooled(line) else ZERO
    for line in d.get("revenue", {}).values():
        pool -= line_total(d, line) if is_pooled(line) else ZERO
    return pool


def falls_short(d: Description, subsidy: Table) -> bool:
    """Those who take part in the [contribution] count less together, whole, than it requires."""
    # All are asked for: a key that one of them lacks is an error, whatever the others come to.
    counts_less = [
        sum((figure(d, one, key) for one in those_in(d, d["contribution"])), ZERO) < Fraction(least)
        for key, least in subsidy.get("requires", {}).items()
    ]
    return any(counts_less)


def subsidy_amount(d: Description, subsidy: Table, still_to_pay: Fraction) -> Fraction:
    if falls_short(d, subsidy):
        return ZERO
    if "amount" in subsidy:
        amount = Fraction(subsidy["amount"])
    elif "rate" in subsidy:
        amount = Fraction(subsidy["rate"]) * eligible_costs(d, subsidy)
    else:
        # For each euro of the partners, so many euros are added: of 1 + match euros, match.
        match = Fraction(subsidy["match"])
        # Nothing where the pool is not positive.
        amount = still_to_pay * match / (1 + match) if still_to_pay > 0 else ZERO
    return min(amount, Fraction(subsidy["cap"])) if "cap" in subsidy else amount


def subsidies(d: Description) -> Figures:
    """The exact amount of each subsidy, in file order."""
    amounts: Figures = {}
    for name, subsidy in d.get("subsidy", {}).items():
        still_to_pay = pool_before_subsidies(d) - total_of(amounts)
        amounts[name] = subsidy_amount(d, subsidy, still_to_pay)
    # The subsidies may not exceed the sum of all cost lines.
    if total_of(amounts) > all_costs(d):
        raise Impossible("the subsidies exceed the costs")
    return amounts


def pool_total(d: Description) -> Fraction:
    return pool_before_subsidies(d) - total_of(subsidies(d))


# ---------------------------------------------------------------- the exact columns


@dataclass
class Column:
    """A line of the statement: exact cells, and the reserve's once those are rounded."""

    id: str
    kind: str
    rounding: str
    total: Fraction
    cells: Figures
    for_reserve: bool = False
    reserve: Fraction = ZERO


def column(d: Description, name: str, kind: str, rounding: str, cells: Figures) -> Column:
    # Those left out bear nothing.
    everyone = {one: cells.get(one, ZERO) for one in d["partner"]}
    return Column(name, kind, rounding, total_of(everyone), everyone)


def line_column(d: Description, name: str, kind: str, line: Table) -> Column:
    among = takers(d, line)
    total = line_total(d, line)
    if "per" in line:
        # Each partner bears price x its own figure.
        cells = {one: price(d, line) * per_figure(d, line, one) for one in among}
        return column(d, name, kind, "priced", cells)
    if "contribution" in line:
        # One amount, shared by a contribution of its own, of which no rise is capped.
        if "max_rise" in line["contribution"] or "previous" in line["contribution"]:
            raise Impossible("a line has no year before")
        return column(d, name, kind, "divided", division(d, line["contribution"], among, total))
    if has_list(line):
        # Outside the pool: by the model of [contribution], without its amounts and bounds.
        shares = proportions(d, d["contribution"], among)
    else:
        shares = pool_shares(d, pool_total(d))
    return column(d, name, kind, "divided", {one: total * shares[one] for one in among})


def under_charge(d: Description) -> bool:
    return "contribution" in d and is_charge(d["contribution"])


def charge_column(d: Description) -> Column:
    # Pool - charges goes to the reserve, always.
    made = column(d, "contribution", "expense", "priced", charges(d, pool_total(d)))
    made.total, made.for_reserve = pool_total(d), True
    return made


def cost_columns(d: Description) -> list[Column]:
    columns: list[Column] = []
    waiting = under_charge(d)
    for name, line in d.get("cost", {}).items():
        if not (under_charge(d) and is_pooled(line)):
            columns.append(line_column(d, name, "expense", line))
        elif waiting:
            # The pooled costs are replaced, at the first of them, by the line contribution.
            columns.append(charge_column(d))
            waiting = False
    return [*columns, charge_column(d)] if waiting else columns


def day_price_columns(d: Description) -> list[Column]:
    # Reading: the line stands there wherever days and occupancy are given, homes or not.
    if not earns_day_price(d):
        return []
    cells = {}
    for one in d["partner"]:
        earned = sum((home_income(d, home) for home in homes(d, one)), ZERO)
        # What homes earn as planned is that of a whole year.
        cells[one] = earned * part_of_year(d, one)
    return [column(d, "day_price", "revenue", "priced", cells)]


def day_price_paid_columns(d: Description) -> list[Column]:
    if d.get("day_price", {}).get("paid_by") != "partner" or not earns_day_price(d):
        return []
    # Of the same rounded total as day_price, divided by use; an error where use is zero for all.
    (earned,) = day_price_columns(d)
    total = sum((rounded(d, cell) for cell in earned.cells.values()), ZERO)
    shares = shares_of_key(d, "use", list(d["partner"]))
    cells = {one: total * shares[one] for one in shares}
    return [column(d, "day_price_paid", "expense", "divided", cells)]


def subsidy_columns(d: Description) -> list[Column]:
    # With a charge the pooled ones are inside the contribution.
    if under_charge(d) or not d.get("subsidy"):
        return []
    shares = pool_shares(d, pool_total(d))
    columns = []
    for name, amount in subsidies(d).items():
        cells = {one: amount * shares[one] for one in shares}
        columns.append(column(d, name, "revenue", "divided", cells))
    return columns


def revenue_columns(d: Description) -> list[Column]:
    columns = []
    for name, line in d.get("revenue", {}).items():
        if not (under_charge(d) and is_pooled(line)):
            columns.append(line_column(d, name, "revenue", line))
    return columns


def exact_columns(d: Description) -> list[Column]:
    """Costs, day_price_paid, day_price, subsidies, revenues."""
    return [
        *cost_columns(d),
        *day_price_paid_columns(d),
        *day_price_columns(d),
        *subsidy_columns(d),
        *revenue_columns(d),
    ]


# ---------------------------------------------------------------- rounding


def step(d: Description) -> Fraction:
    """The step in which amounts are rounded and divided."""
    unit = d.get("rounding", {}).get("unit")
    return Fraction(1, 100) if unit is None else Fraction(unit)


def rounded(d: Description, amount: Fraction) -> Fraction:
    steps = abs(amount) / step(d)
    whole = int(steps)
    rest = steps - whole
    # Halves go to even, or up: away from zero.
    up = d.get("rounding", {}).get("half", "even") == "up" or whole % 2 == 1
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and up):
        whole += 1
    return whole * step(d) if amount >= 0 else -whole * step(d)


def next_in_line(rests: Figures, burden: dict[str, int], sign: int) -> str:
    # The largest remainder; then, of an expense, the smallest burden, of a revenue, the largest;
    # then file order.
    best = next(iter(rests))
    for one in rests:
        lighter = rests[one] == rests[best] and sign * burden[one] < sign * burden[best]
        if rests[one] > rests[best] or lighter:
            best = one
    return best


def by_largest_remainder(d: Description, line: Column, burden: dict[str, int]) -> Figures:
    # Each row first gets the whole units in its exact share ...
    cells = {one: int(cell / step(d)) * step(d) for one, cell in line.cells.items()}
    rests = {one: line.cells[one] - cells[one] for one in cells}
    sign = 1 if line.kind == "expense" else -1
    # ... and the units still missing from the rounded total go to the largest remainders.
    before = dict(burden)
    while total_of(cells) < rounded(d, line.total):
        one = next_in_line(rests, before, sign)
        cells[one] += step(d)
        # A left-over unit of an expense line adds to the burden, of a revenue line takes off it.
        burden[one] += sign
        del rests[one]
    return cells


def who_takes(line: Column, difference: str) -> str:
    # The partner named, or, where it has no share in the line, the largest share; the first of
    # equals in file order.
    if line.cells.get(difference, ZERO) > 0:
        return difference
    largest = next(iter(line.cells))
    for one in line.cells:
        if line.cells[one] > line.cells[largest]:
            largest = one
    return largest


def with_taker(d: Description, line: Column, difference: str) -> Figures | None:
    # Each share is rounded by itself, and one partner takes the difference.
    cells = {one: rounded(d, cell) for one, cell in line.cells.items()}
    taker = who_takes(line, difference)
    cells[taker] += rounded(d, line.total) - total_of(cells)
    # Where that would turn its amount negative, largest remainder is used for the line.
    return None if cells[taker] < 0 else cells


def divided(d: Description, line: Column, burden: dict[str, int]) -> Figures:
    difference = d.get("rounding", {}).get("difference", "largest-remainder")
    if difference != "largest-remainder":
        cells = with_taker(d, line, difference)
        if cells is not None:
            return cells
    return by_largest_remainder(d, line, burden)


def rounded_columns(d: Description) -> list[Column]:
    burden = dict.fromkeys(d["partner"], 0)
    columns = []
    for line in exact_columns(d):
        if line.rounding == "divided":
            cells = divided(d, line, burden)
        else:
            # Each partner's amount is rounded by itself.
            cells = {one: rounded(d, cell) for one, cell in line.cells.items()}
        # The reserve takes what is left of the rounded pool.
        reserve = rounded(d, line.total) - total_of(cells) if line.for_reserve else ZERO
        total = total_of(cells) + reserve
        columns.append(
            Column(line.id, line.kind, line.rounding, total, cells, line.for_reserve, reserve)
        )
    return columns


# ---------------------------------------------------------------- the pool, as shown


@dataclass
class PoolLine:
    id: str
    kind: str
    exact: Fraction
    shown: Fraction

    @property
    def sign(self) -> int:
        return 1 if self.kind == "expense" else -1


def pool_lines(d: Description) -> list[PoolLine]:
    """Pooled costs, subsidies and pooled revenues, each rounded by itself."""
    exact = [
        (name, "expense", line_total(d, line))
        for name, line in d.get("cost", {}).items()
        if is_pooled(line)
    ]
    exact += [(name, "revenue", amount) for name, amount in subsidies(d).items()]
    exact += [
        (name, "revenue", line_total(d, line))
        for name, line in d.get("revenue", {}).items()
        if is_pooled(line)
    ]
    return [PoolLine(name, kind, amount, rounded(d, amount)) for name, kind, amount in exact]


def signed_sum(lines: list[PoolLine]) -> Fraction:
    return sum((line.sign * line.shown for line in lines), ZERO)


def most_wrong(lines: list[PoolLine], way: int) -> PoolLine:
    """The line whose rounding took most away in the direction needed; the first of equals."""
    best = lines[0]
    for line in lines:
        if way * line.sign * (line.exact - line.shown) > way * best.sign * (
            best.exact - best.shown
        ):
            best = line
    return best


def shown_pool(d: Description) -> Table:
    lines = pool_lines(d)
    total = signed_sum(lines)
    if under_charge(d):
        # The exact pool is rounded once, and the lines are moved until they add up to it.
        total = rounded(d, pool_total(d))
        while lines and signed_sum(lines) != total:
            way = 1 if signed_sum(lines) < total else -1
            line = most_wrong(lines, way)
            line.shown += way * line.sign * step(d)
    shown = [{"id": one.id, "kind": one.kind, "total": text(d, one.shown)} for one in lines]
    return {"total": text(d, total), "lines": shown}


# ---------------------------------------------------------------- the statement


def decimal(amount: Fraction, digits: int) -> str:
    scaled = abs(amount) * 10**digits
    assert scaled.denominator == 1
    figures = str(scaled.numerator).rjust(digits + 1, "0")
    sign = "-" if amount < 0 else ""
    return f"{sign}{figures[:-digits]}.{figures[-digits:]}"


def text(d: Description, amount: Fraction) -> str:
    # Two decimals, three where the rounding unit is 0.001.
    return decimal(amount, 3 if step(d) == Fraction(1, 1000) else 2)


def fte(d: Description) -> str | None:
    """The full-time equivalents of all lines; none where no line is in FTE."""
    lines = [line for line in d.get("cost", {}).values() if "fte" in line]
    if not lines:
        return None
    total = sum((Fraction(line["fte"]) * times(d, line) for line in lines), ZERO)
    # The shortest exact decimal with at least one decimal; to four where it never ends.
    rest = total.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest != 1:
        return decimal(Fraction(round(total * 10_000), 10_000), 4)
    digits = 1
    while (total * 10**digits).denominator != 1:
        digits += 1
    return decimal(total, digits)


def row(d: Description, number: int, columns: list[Column], cells: Figures) -> Table:
    # Totals are always sums of what is shown.
    expenses = sum((cells[one.id] for one in columns if one.kind == "expense"), ZERO)
    revenues = sum((cells[one.id] for one in columns if one.kind == "revenue"), ZERO)
    return {
        "units": number,
        "cells": {name: text(d, cell) for name, cell in cells.items()},
        "expenses": text(d, expenses),
        "revenues": text(d, revenues),
        "balance": text(d, revenues - expenses),
    }


def reserve_row(d: Description, columns: list[Column]) -> Table | None:
    if not under_charge(d):
        return None
    return row(d, 0, columns, {one.id: one.reserve for one in columns})


def ask_for_figures(d: Description) -> None:
    """The keys of the [contribution] are used, even where it has nothing to share."""
    rules = d.get("contribution", {"model": "fixed"})
    keys = rules.get("key", {})
    for one in those_in(d, rules):
        for name in [keys] if isinstance(keys, str) else [*keys, *rules.get("rate", {})]:
            figure(d, one, name)


def statement(description: dict[str, Any]) -> dict[str, Any]:
    ask_for_whole_shares(description)
    d = those_there(description)
    ask_for_figures(d)
    columns = rounded_columns(d)
    partners = []
    for one in d["partner"]:
        cells = {line.id: line.cells[one] for line in columns}
        partners.append({"id": one, **row(d, len(homes(d, one)), columns, cells)})
    units = sum(len(homes(d, one)) for one in d["partner"])
    return {
        "fte": fte(d),
        "pool": shown_pool(d),
        "lines": [
            {"id": one.id, "kind": one.kind, "rounding": one.rounding, "total": text(d, one.total)}
            for one in columns
        ],
        "partners": partners,
        "reserve": reserve_row(d, columns),
        "total": row(d, units, columns, {one.id: one.total for one in columns}),
    }
